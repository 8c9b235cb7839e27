/**
 * Dispatches an event. Its detail, if any, is only about the files of the host page: never anything that a reader typed
 * or chose. Never throws.
 */
export function dispatch(target: EventTarget, type: string, detail?: object): void {
  try {
    const options = { bubbles: true, composed: true, detail };
    const event = detail ? new CustomEvent(type, options) : new Event(type, options);
    // A form or image on the page may be named after the method, and shadow that of the document.
    EventTarget.prototype.dispatchEvent.call(target, event);
  } catch {
    // The host page has replaced one of these.
  }
}
