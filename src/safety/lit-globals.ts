/**
 * In our scripts Lit uses these instead of `document` and `globalThis` (rollup.config.mjs), since a page can replace
 * parts of those. The npm package uses the Lit of the application, unchanged.
 */
import { policy } from './trusted-types.js';

const implementation: DOMImplementation = Object.getOwnPropertyDescriptor(
  Document.prototype,
  'implementation',
)?.get?.call(document);

/**
 * An HTML document in which Lit creates what it renders. In the document of the page a form or an image named after a
 * method shadows the method, and an XML page accepts well-formed markup only. Nodes that are created here move to the
 * document of the page when they are inserted.
 */
export const litDocument: Document = implementation.createHTMLDocument('');

/** Lit adds a symbol to the `Symbol` of the page, and on a hardened page that is frozen. */
export const litSymbol = Object.assign((description?: string) => Symbol(description), {
  for: (key: string) => Symbol.for(key),
  iterator: Symbol.iterator,
});

/** Lit also uses it as a global variable. */
export const litPropertyMetadata = new WeakMap<object, unknown>();

/**
 * Makes Lit use our policy, one for the whole script: a page that allows `havn` needs to allow no other name, and a
 * second script of ours is not blocked. Elements such as `<div id="litHtmlVersions">` cannot shadow Lit's globals.
 */
export const litGlobal: {
  litPropertyMetadata: WeakMap<object, unknown>;
  ShadowRoot: typeof ShadowRoot;
  trustedTypes: { createPolicy(): typeof policy; emptyScript: string } | undefined;
} = {
  litPropertyMetadata,
  ShadowRoot: globalThis.ShadowRoot,
  trustedTypes: policy && { createPolicy: () => policy, emptyScript: '' },
};
