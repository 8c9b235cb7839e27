/** Creates an HTML element. Not `document.createElement()`: a form on the page named "createElement" shadows that. */
export function createElement<T extends keyof HTMLElementTagNameMap>(tag: T): HTMLElementTagNameMap[T];
export function createElement(tag: string): HTMLElement;
export function createElement(tag: string): HTMLElement {
  return Document.prototype.createElement.call(document, tag);
}
