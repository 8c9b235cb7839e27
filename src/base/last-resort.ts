import { critical } from '../directory/critical.js';
import { createElement } from '../safety/create-element.js';

/** A link that works without any of our code. */
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

/** Elements whose content does not show. */
const unseen = 'script,style,template,noscript,[hidden]';

/** Whether any visible text was pasted inside the tag. Data for us, styles and hidden elements do not count. */
export function hasFallback(element: Element): boolean {
  // With a TreeWalker, since a form may contain <input name="childNodes">, which hides that property.
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

/** Shows what was pasted inside the tag, or else the links. Never throws. */
export function showLastResort(element: Element, links: () => readonly BareLink[]): void {
  try {
    // Without a shadow root, the browser shows what was pasted inside the tag.
    if (!element.shadowRoot && hasFallback(element)) return;
    const content = lastResort(element, links());
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    root.textContent = '';
    root.append(...content);
  } catch {
    // What is on screen stays.
  }
}

/**
 * What shows when an element cannot render: what was pasted inside its tag or, if that is empty, its bare links. Built
 * without Lit, since Lit may be what failed.
 */
function lastResort(element: Element, links: readonly BareLink[]): Node[] {
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
