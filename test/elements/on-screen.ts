/** Finds and reads what is on screen. */

/** The parts whose tests need more than the properties of HTMLElement. */
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

export function rootOf(element: Element) {
  if (!element.shadowRoot) throw new Error(`${element.localName} has no shadow root`);
  return element.shadowRoot;
}
/** Where to search: the shadow root, if there is one. */
const inside = (node: ParentNode) => (node instanceof Element && node.shadowRoot) || node;

/** All elements that match a selector. */
export function all<Tag extends keyof HTMLElementTagNameMap>(
  within: ParentNode,
  selector: Tag,
): HTMLElementTagNameMap[Tag][];
export function all<Found extends Element = HTMLElement>(within: ParentNode, selector: string): Found[];
export function all(within: ParentNode, selector: string) {
  return [...inside(within).querySelectorAll(selector)];
}

/** The first element that matches a selector, or the one at `index`; throws if there is none. */
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

/** The addresses of the links. */
export const hrefs = (within: ParentNode, selector = 'a') =>
  all<HTMLAnchorElement>(within, selector).map(({ href }) => href);

/** The text as a reader sees it: white space collapsed, no-break spaces as plain ones. */
export const textOf = (node: Node) => (node.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
export const text = (element: Element) => textOf(rootOf(element));

/** The height on screen of the fallback inside the tag. */
export const heightOfFallback = (element: Element) =>
  element.querySelector('p')?.getBoundingClientRect().height;

export const languageOf = (element: Element) => part(element, 'base').lang;

/** The node that has focus in an element. */
export const active = (element: Element) => rootOf(element).activeElement;
/** The text of the node that has focus: to print a node in a failing expectation takes minutes. */
export const focused = (element: Element) => {
  const node = active(element);
  return node && textOf(node);
};

/** Nodes that overflow the element's own box on either side; for the floating exit button, the window. */
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

/** The names on the cards that are on screen. */
export const cardNames = (finder: Element) => parts(finder, 'service-name').map(textOf);
