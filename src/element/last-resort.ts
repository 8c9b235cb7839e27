import { critical } from '../directory/critical.js';
import { createElement } from '../safety/create-element.js';

/** A link that needs nothing of ours to work. */
export interface BareLink {
  readonly href: string;
  readonly text: string;
}

/** The two numbers that must not be missing. */
export const bareNumbers = (): BareLink[] =>
  [critical.helpline, critical.emergency].map(({ name, number, shown }) => ({
    href: `tel:${number}`,
    text: `${name} ${shown}`,
  }));

/**
 * What shows when an element cannot render: what was pasted inside its tag, or, where nothing was, its bare links.
 * Made by hand, since Lit may be what failed.
 */
export function lastResort(element: Element, links: readonly BareLink[]): Node[] {
  if (element.textContent?.trim()) return [createElement('slot')];
  return links.map(({ href, text }) => {
    const link = createElement('a');
    link.href = href;
    link.rel = 'noreferrer';
    link.dir = 'ltr';
    link.textContent = text;
    const line = createElement('p');
    line.append(link);
    return line;
  });
}
