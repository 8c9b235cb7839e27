const rooms = new WeakMap<Element, string>();

/**
 * Measures the fallbacks inside these elements before the first of the elements renders. Measuring between renders
 * would cost one layout for each element: seconds in Firefox on a page with a thousand banners. A fallback is measured
 * whether or not it has been painted yet, which is chance: so a widget has the same height and margins on every load.
 */
export function measureFallbacks(elements: readonly { readonly tag: string }[]): void {
  try {
    for (const { tag } of elements)
      for (const element of Document.prototype.querySelectorAll.call(document, tag))
        rooms.set(element, roomOf(element));
  } catch {
    // If the page has replaced these methods, its content may move when the widget shows.
  }
}

/**
 * A style that keeps the visible height of the fallback, and its margins, so that the content below does not move if
 * the widget is less high. It applies only while the window has the same width as now.
 */
export const roomOfFallback = (element: Element): string => rooms.get(element) || '';

function roomOf({ firstElementChild: first, lastElementChild: last }: Element): string {
  if (!first || !last) return '';
  const { top } = first.getBoundingClientRect();
  const height = Math.min(last.getBoundingClientRect().bottom, innerHeight) - top;
  // One pixel more and less: a zoomed window is wider than `innerWidth` by a fraction of a pixel. The height of a fallback
  // below the window is negative: browsers ignore it and keep the margins, which must not depend on the window's height.
  return height
    ? `@media(${innerWidth - 1}px<=width<=${innerWidth + 1}px){:host{min-block-size:${height}px;margin-block:${getComputedStyle(first).marginBlockStart} ${getComputedStyle(last).marginBlockEnd}}}`
    : '';
}
