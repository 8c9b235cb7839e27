/** Keeps the button of the exit in sight: above dialogs, popovers and frames, in its size, and pressable. */

/**
 * Undoes the `zoom` of the elements around the button. It applies wherever the button is shown, and could make the
 * button as small as a point. Of a very small button, only part of a pixel is left to measure: the next call is more
 * exact.
 */
export function keepSize(float: HTMLElement): void {
  const { style } = float;
  const zoom = float.getBoundingClientRect().width / float.offsetWidth;
  // Without a box `zoom` is NaN, and nothing changes.
  if (Math.abs(zoom - 1) > 0.01) style.zoom = `${(Number(style.zoom) || 1) / (zoom || 0.001)}`;
}

/** A field of a form shadows a property of the form with its name: following it could go round in circles. */
const parentNode = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')?.get as (
  this: Node,
) => Node | null;

/**
 * WebKit leaves out what is in a part of the page with `content-visibility: auto` that is out of sight, even a button in
 * the top layer.
 */
export function keepDrawn(host: Element): void {
  for (let at: Node | null = host; at; at = at instanceof ShadowRoot ? at.host : parentNode.call(at))
    if (at instanceof HTMLElement && getComputedStyle(at).contentVisibility === 'auto')
      at.style.contentVisibility = 'visible';
}

/** The frames that have a hole under the button now. */
let holed: HTMLElement[] = [];

export const boxOf = (float: HTMLElement): DOMRect =>
  (float.querySelector('[part=exit]') as Element).getBoundingClientRect();

/**
 * The topmost element at the middle of the button, through open shadow roots. Where a modal dialog is open, browsers skip
 * all that is outside it, the button too.
 */
function topmostAt(float: HTMLElement): Element | undefined {
  const { left, top, width, height } = boxOf(float);
  let met: Element | undefined;
  // From the prototypes: an image named "elementFromPoint" would replace the method of the document.
  let at = Document.prototype.elementFromPoint.call(document, left + width / 2, top + height / 2);
  while (at && at !== met) {
    met = at;
    at = met.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2) ?? null;
  }
  return met;
}

/**
 * While a modal dialog is open, it gets the presses on the button, which we hear. A frame in the dialog would get them
 * instead, and we would not hear of them: so each frame under the button gets a hole there.
 */
export function cutHole(float: HTMLElement): void {
  for (const frame of holed) frame.style.clipPath = '';
  holed = [];
  for (;;) {
    const met = topmostAt(float) as HTMLElement | undefined;
    if (!met?.matches('iframe,object,embed') || holed.indexOf(met) >= 0) return;
    holed.push(met);
    const hole = boxOf(float);
    const { left, top, width, height } = met.getBoundingClientRect();
    // The path is in pixels of the frame, which the page may show larger or smaller.
    const x = met.offsetWidth / width;
    const y = met.offsetHeight / height;
    const line = hole.width * x;
    met.style.clipPath = `path(evenodd,"M-9999-9999H9999V9999H-9999ZM${(hole.left - left) * x} ${(hole.top - top) * y}h${line}v${hole.height * y}h${-line}Z")`;
  }
}

/** Puts the button above everything, also above the dialog or popover that has opened last. */
export function raise(float: HTMLElement): void {
  const focused = (float.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
  if (float.matches(':popover-open')) float.hidePopover();
  float.showPopover();
  keepSize(float);
  focused?.focus();
}

/** What is still above the raised button: it may be a modal dialog, above which browsers find nothing else. */
let over: Element | undefined;

/**
 * Raises the button once above whatever newly covers it. It is called at each press and key, and once a second: no event
 * tells of a popover that opens in a shadow root, nor of a dialog that opens in a closed one.
 */
export function raiseAbove(float: HTMLElement): void {
  const met = topmostAt(float);
  const isCovered = met && !float.contains(met);
  // Set before the button is raised: raising it moves the focus back, and that event leads here again.
  const before = over;
  over = isCovered ? met : undefined;
  if (!isCovered || met === before) return;
  raise(float);
  if (float.contains(topmostAt(float) ?? null)) over = undefined;
}
