import { version } from './generated/version.js';
import type { HavnElement } from './havn-element.js';
import { warn } from './warn.js';

interface HavnElementClass {
  new (): HavnElement;
  readonly tag: string;
}

// Where styles can only be added as <style> elements, a strict policy of the host would leave the widget unstyled:
// such a browser keeps the fallback in the tag.
const isSupported = () => 'adoptedStyleSheets' in Document.prototype;

/** Registers an element. The first owner of a tag keeps it. Never throws. */
export function define(element: HavnElementClass): void {
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
