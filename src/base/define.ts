import { version } from './generated/version.js';
import type { HavnElement } from './havn-element.js';
import { measureFallbacks } from './room-of-fallback.js';
import { warn } from './warn.js';

interface HavnElementClass {
  new (): HavnElement;
  readonly tag: string;
}

// Without adopted style sheets, a strict content security policy of the host page would leave the widget unstyled. If
// the page has replaced the string methods with which Lit parses its templates, Lit would leave out their values. In
// both cases the fallback in the tag stays.
const isSupported = () =>
  'adoptedStyleSheets' in Document.prototype && !'lit'.startsWith('html') && !'lit'.endsWith('html');

/**
 * Registers elements. If a tag is already defined, the first definition stays, and the console shows one warning for
 * all such tags with the same owner. Never throws.
 */
export function define(...elements: HavnElementClass[]): void {
  measureFallbacks(elements);
  const taken: Record<string, string[]> = {};
  for (const element of elements) {
    const owner = register(element);
    if (owner) taken[owner] = [...(taken[owner] || []), element.tag];
  }
  for (const owner of Object.keys(taken))
    warn(
      (taken[owner] as string[]).join('>, <'),
      `defined by ${owner} already; version ${version} is not used.`,
    );
}

/** Returns who had defined the tag before, unless it was this same version. */
function register(element: HavnElementClass): string | undefined {
  try {
    if (!isSupported()) return;
    const owner = customElements.get(element.tag) as { havn?: string } | undefined;
    if (!owner) {
      Object.defineProperty(element, 'havn', { value: version });
      customElements.define(element.tag, element);
    } else if (owner.havn !== version) return owner.havn ? `version ${owner.havn}` : 'another script';
  } catch (error) {
    warn(element.tag, `could not be defined: ${error}`);
  }
  return;
}
