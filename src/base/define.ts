import { version } from './generated/version.js';
import type { HavnElement } from './havn-element.js';
import { measureFallbacks } from './room-of-fallback.js';
import { warn } from './warn.js';

interface HavnElementClass {
  new (): HavnElement;
  readonly tag: string;
}

// Where styles can only be added as <style> elements, a strict policy of the host would leave the widget unstyled. And
// where a page has replaced what Lit reads its templates by, it would leave out what they fill in. The fallback in the tag
// stays then.
const isSupported = () =>
  'adoptedStyleSheets' in Document.prototype && !'lit'.startsWith('html') && !'lit'.endsWith('html');

/**
 * Registers elements. The first owner of a tag keeps it, and the console says so in one line for all. Never throws.
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

/** Answers with who else has the tag, if somebody has. */
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
