/**
 * What Lit has in our scripts for `document` and `globalThis` (tools/build.js): the page can replace parts of its own. The
 * npm package has Lit as the application does.
 */
import { policy } from './trusted-types.js';

const implementation: DOMImplementation = Object.getOwnPropertyDescriptor(
  Document.prototype,
  'implementation',
)?.get?.call(document);

/**
 * A document of HTML in which Lit makes what it renders. In the page's own a form or an image named after a method of the
 * document takes its place, and a page of XML takes well-formed markup alone. What is made here moves to the page with its
 * insertion.
 */
export const litDocument: Document = implementation.createHTMLDocument('');

/** Lit adds a symbol to the page's own, and on a hardened page that one is frozen. */
export const litSymbol = Object.assign((description?: string) => Symbol(description), {
  for: (key: string) => Symbol.for(key),
  iterator: Symbol.iterator,
});

/** Lit names it as a global variable, too. */
export const litPropertyMetadata = new WeakMap<object, unknown>();

/**
 * Lit's policy is ours, one for the whole script: a page that allows `havn` needs no further name, and a second script of
 * ours is not stopped. And `<div id="litHtmlVersions">` and its like take no global's place.
 */
export const litGlobal = {
  litPropertyMetadata,
  ShadowRoot: globalThis.ShadowRoot,
  trustedTypes: policy && { createPolicy: () => policy, emptyScript: '' },
};
