/**
 * A document of HTML in which Lit makes what it renders. In the page's own a form or an image named after a method of the
 * document takes its place, and a page of XML takes well-formed markup alone. What is made here moves to the page with its
 * insertion.
 */
const implementation: DOMImplementation = Object.getOwnPropertyDescriptor(
  Document.prototype,
  'implementation',
)?.get?.call(document);
export const ownDocument: Document = implementation.createHTMLDocument('');
