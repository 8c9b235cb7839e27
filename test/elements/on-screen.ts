/** Finds and reads what is on screen. */

/** The parts of which a test asks what not every HTMLElement has. */
interface Parts {
  answers: HTMLDetailsElement;
  call: HTMLAnchorElement;
  entitlement: HTMLDetailsElement;
  exit: HTMLAnchorElement;
  limits: HTMLDetailsElement;
  select: HTMLSelectElement;
  source: HTMLDetailsElement;
  table: HTMLTableElement;
  text: HTMLTextAreaElement;
}
type Part<Name> = Name extends keyof Parts ? Parts[Name] : HTMLElement;

function rootOf(element: Element) {
  if (!element.shadowRoot) throw new Error(`${element.localName} has no shadow root`);
  return element.shadowRoot;
}
/** Where one looks: in the shadow root of what has one. */
const inside = (node: ParentNode) => (node instanceof Element && node.shadowRoot) || node;

/** All that fit a selector. */
export function all<Tag extends keyof HTMLElementTagNameMap>(
  within: ParentNode,
  selector: Tag,
): HTMLElementTagNameMap[Tag][];
export function all<Found extends Element = HTMLElement>(within: ParentNode, selector: string): Found[];
export function all(within: ParentNode, selector: string) {
  return [...inside(within).querySelectorAll(selector)];
}

/** The first that fits a selector, or the one after so many others, which is there. */
export function find<Tag extends keyof HTMLElementTagNameMap>(
  within: ParentNode,
  selector: Tag,
  index?: number,
): HTMLElementTagNameMap[Tag];
export function find<Found extends Element = HTMLElement>(
  within: ParentNode,
  selector: string,
  index?: number,
): Found;
export function find(within: ParentNode, selector: string, index = 0) {
  const found = inside(within).querySelectorAll(selector)[index];
  if (!found) throw new Error(`Nothing fits ${selector}`);
  return found;
}

export const part = <Name extends string>(element: Element, name: Name, index?: number) =>
  find<Part<Name>>(rootOf(element), `[part='${name}']`, index);
export const parts = <Name extends string>(element: Element, name: Name) =>
  all<Part<Name>>(rootOf(element), `[part='${name}']`);

/** Where the links lead. */
export const hrefs = (within: ParentNode, selector = 'a') =>
  all<HTMLAnchorElement>(within, selector).map(({ href }) => href);

/** The text as it is read: white space folded, no-break spaces plain. */
export const textOf = (node: Node) => (node.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
export const text = (element: Element) => textOf(rootOf(element));

/** How high that shows which was pasted inside the tag. */
export const heightOfFallback = (element: Element) =>
  element.querySelector('p')?.getBoundingClientRect().height;

export const languageOf = (element: Element) => part(element, 'base').lang;

/** What has the focus in an element. */
export const active = (element: Element) => rootOf(element).activeElement;
/** The same by its words: a node in a failing expectation takes minutes to print. */
export const focused = (element: Element) => {
  const node = active(element);
  return node && textOf(node);
};

/** What stands out of the element's own box, to either side; the way out stands in the window. */
export function overflowing(element: Element) {
  const own = element.getBoundingClientRect();
  return all(element, '*')
    .filter(node => {
      const { left, right } = node.closest('[popover]') ? { left: 0, right: innerWidth } : own;
      const box = node.getBoundingClientRect();
      return node.getClientRects().length && (box.right > right + 0.5 || box.left < left - 0.5);
    })
    .map(node => node.outerHTML.slice(0, 80));
}

/** The names on the cards that show. */
export const cardNames = (finder: Element) => parts(finder, 'service-name').map(textOf);
