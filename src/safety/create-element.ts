/** An element of HTML. A form on the page named "createElement" takes the place of the method of the document. */
export function createElement<T extends keyof HTMLElementTagNameMap>(tag: T): HTMLElementTagNameMap[T];
export function createElement(tag: string): HTMLElement;
export function createElement(tag: string): HTMLElement {
  return Document.prototype.createElement.call(document, tag);
}
