/**
 * What Lit has in our scripts for `document` and `globalThis` (rollup.config.mjs): the page can replace parts of its own. The
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

/**
 * Lit's policy is ours, one for the whole script: a page that allows `havn` needs no further name, and a second script of
 * ours is not stopped. And `<div id="litHtmlVersions">` and its like take no global's place.
 */
export const litGlobal: { trustedTypes: { createPolicy(): typeof policy } | undefined } = {
  trustedTypes: policy && { createPolicy: () => policy },
};
