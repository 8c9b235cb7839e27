/** What no filter takes out, since it is nothing but data, and what must never run. */
import { fallback } from '../../tools/test/harness.js';

const run = 'window.pwned=1';

export const hostilePlaceholder = `<div data-havn="hotline-banner" data-havn-lang="nn" data-havn-layout="card" data-havn-style="display:block;content-visibility:auto;position:fixed;inset:0" data-havn-oncontentvisibilityautostatechange="${run}" data-havn-autofocus="" data-havn-tabindex="0" data-havn-onfocus="${run}" data-havn-onclick="${run}" data-havn-onpointerenter="${run}" data-havn-onfocusin="${run}" data-havn-slot="x" data-havn-is="x">${fallback}</div>`;

/** Runs in the page: what attributes an element has, but for those that it sets itself. */
export function ownAttributesOf(tag: string) {
  const element = document.querySelector(tag);
  return element ? element.getAttributeNames().sort() : [];
}
