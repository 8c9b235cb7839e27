import { critical } from '../directory/critical.js';
import { formatPhone } from '../safety/index.js';

// A form named "createElement" takes the place of the method of the document.
const { createElement } = Document.prototype;

/** A link that needs nothing of ours to work. */
export interface BareLink {
  readonly href: string;
  readonly text: string;
}

/** The two numbers that must not be missing. */
export const bareNumbers = (): BareLink[] =>
  [critical.helpline, critical.emergency].map(({ name, number }) => ({
    href: `tel:${number}`,
    text: `${name} ${formatPhone(number)}`,
  }));

/**
 * What shows when an element cannot render: what was pasted inside its tag, or, where nothing was, its bare links.
 * Made by hand, since Lit may be what failed.
 */
export function lastResort(element: Element, links: readonly BareLink[]): Node[] {
  if (element.textContent?.trim()) return [createElement.call(document, 'slot')];
  return links.map(({ href, text }) => {
    const link = createElement.call(document, 'a') as HTMLAnchorElement;
    link.href = href;
    link.rel = 'noreferrer';
    link.dir = 'ltr';
    link.textContent = text;
    const line = createElement.call(document, 'p');
    line.append(link);
    return line;
  });
}
