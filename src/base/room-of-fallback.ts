import type { Css } from '../styles/css.js';

const rooms = new WeakMap<Element, Css>();

/**
 * Looks at what stands inside these elements before the first of them shows something else: to ask for one place after the
 * other has changed costs a layout each, which a thousand banners make into seconds in Firefox. Whether it has been painted
 * by now is chance: the widget has the same height and distance to the text around it on every load.
 */
export function measureFallbacks(elements: readonly { readonly tag: string }[]): void {
  try {
    for (const { tag } of elements)
      for (const element of Document.prototype.querySelectorAll.call(document, tag))
        rooms.set(element, roomOf(element));
  } catch {
    // A page that has replaced what is asked here may move. It shows all the same.
  }
}

/**
 * A style that keeps the room which the fallback takes of what is in sight, with the margins that it has there: so what
 * follows stays in its place where the widget is lower. It holds while the window is as wide as now.
 */
export const roomOfFallback = (element: Element): Css => rooms.get(element) || '';

function roomOf({ firstElementChild: first, lastElementChild: last }: Element): Css {
  if (!first || !last) return '';
  const { top } = first.getBoundingClientRect();
  const height = Math.min(last.getBoundingClientRect().bottom, innerHeight) - top;
  // A little more and less: zoomed windows are wider by a fraction than they say.
  return height > 0
    ? `@media(${innerWidth - 1}px<=width<=${innerWidth + 1}px){:host{min-block-size:${height}px;margin-block:${getComputedStyle(first).marginBlockStart} ${getComputedStyle(last).marginBlockEnd}}}`
    : '';
}
