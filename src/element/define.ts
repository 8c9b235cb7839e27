import { version } from './generated/version.js';
import type { HavnElement } from './havn-element.js';
import { measureFallbacks } from './room-of-fallback.js';
import { warn } from './warn.js';

interface HavnElementClass {
  new (): HavnElement;
  readonly tag: string;
}

// Where styles can only be added as <style> elements, a strict policy of the host would leave the widget unstyled:
// such a browser keeps the fallback in the tag.
const isSupported = () => 'adoptedStyleSheets' in Document.prototype;

/** Registers elements. The first owner of a tag keeps it. Never throws. */
export function define(...elements: HavnElementClass[]): void {
  measureFallbacks(elements);
  for (const element of elements) register(element);
}

function register(element: HavnElementClass): void {
  try {
    if (!isSupported()) return;
    const owner = customElements.get(element.tag) as { havn?: string } | undefined;
    if (!owner) {
      Object.defineProperty(element, 'havn', { value: version });
      customElements.define(element.tag, element);
    } else if (owner.havn !== version) {
      const who = owner.havn ? `version ${owner.havn}` : 'another script';
      warn(element.tag, `is defined by ${who} already; version ${version} is not.`);
    }
  } catch (error) {
    warn(element.tag, `could not be defined: ${error}`);
  }
}
