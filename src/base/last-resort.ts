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

/** What shows nothing of what is in it. */
const unseen = 'script,style,template,noscript,[hidden]';

/** Whether any words of what was pasted inside the tag show: data for us, styles and what is hidden do not. */
export function hasFallback(element: Element): boolean {
  // By a walker of the document, since a form may hold <input name="childNodes">.
  const walker = Document.prototype.createTreeWalker.call(
    document,
    element,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    node =>
      node instanceof Element && Element.prototype.matches.call(node, unseen)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) if (walker.currentNode.nodeValue?.trim()) return true;
  return false;
}

/**
 * What shows when an element cannot render: what was pasted inside its tag, or, where nothing was, its bare links.
 * Made by hand, since Lit may be what failed.
 */
export function lastResort(element: Element, links: readonly BareLink[]): Node[] {
  if (hasFallback(element)) return [createElement('slot')];
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
