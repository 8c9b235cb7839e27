/** Dispatches an event without data: least of all what a reader typed or chose. Never throws. */
export function dispatch(element: Element, type: 'havn-ready' | 'havn-error'): void {
  try {
    element.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  } catch {
    // The host page has replaced Event.
  }
}
