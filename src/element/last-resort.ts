import { critical } from '../directory/critical.js';
import { formatPhone } from '../safety/index.js';

// A form named "createElement" takes the place of the method of the document.
const { createElement } = Document.prototype;

/**
 * What shows when an element cannot render: what was pasted inside its tag, or, where nothing was, the two numbers
 * that must not be missing. Made by hand, since Lit may be what failed.
 */
export function lastResort(element: Element): Node[] {
  if (element.textContent?.trim()) return [createElement.call(document, 'slot')];
  return [critical.helpline, critical.emergency].map(({ name, number }) => {
    const link = createElement.call(document, 'a') as HTMLAnchorElement;
    link.href = `tel:${number}`;
    link.dir = 'ltr';
    link.textContent = `${name} ${formatPhone(number)}`;
    const line = createElement.call(document, 'p');
    line.append(link);
    return line;
  });
}
