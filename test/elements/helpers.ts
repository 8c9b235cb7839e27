/** Helpers of the element tests, which run in a real browser, on dist/havn.js as a classic script. */
import { aTimeout, waitUntil } from '@open-wc/testing';
import type { HavnElement } from '../../src/index.js';
import { find } from './on-screen.js';

export { aTimeout, expect } from '@open-wc/testing';

declare global {
  function describe(title: string, body: () => void): void;
  function it(title: string, body: () => unknown): void;
  function beforeEach(body: () => unknown): void;
  function afterEach(body: () => unknown): void;
}

/** Words and roles are the same in every engine: Chromium tests them in all languages, other engines in one. */
export const isChromium = /Chrome\//.test(navigator.userAgent);

/** The cases of one kind in hostile-cases.json. */
export async function hostileCases<Payload>(kind: string) {
  const { cases }: { cases: { id: string; kind: string; payload: Payload; expect: string; note: string }[] } =
    await fetch('/test/collections/hostile-cases.json').then(answer => answer.json());
  return cases.filter(one => one.kind === kind);
}

/** A Havn element that has rendered. */
export type Shown<Ours = HavnElement> = Ours & { readonly shadowRoot: ShadowRoot };

/**
 * The type of the first element in HTML: `<havn-pathway step="2">` is a Pathway; an unknown tag is any Havn element.
 */
type First<Html> = Html extends `<${infer Opening}>${string}`
  ? Named<Opening extends `${infer Tag} ${string}` ? Tag : Opening>
  : Shown;
type Named<Tag> = Tag extends keyof HTMLElementTagNameMap
  ? HTMLElementTagNameMap[Tag] extends HavnElement
    ? Shown<HTMLElementTagNameMap[Tag]>
    : HTMLElementTagNameMap[Tag]
  : Shown;

export const main = find(document, 'main');

/** Puts HTML into the page and waits until its elements have rendered. */
export async function show<Html extends string>(html: Html) {
  const box = document.createElement('div');
  box.innerHTML = html;
  main.append(box);
  await settled(box);
  return find<First<Html>>(box, '*');
}

/** The same, in a box of that width. */
export async function showAt<Html extends string>(width: string, html: Html) {
  const element = await show(html);
  parentOf(element).style.width = width;
  await settled();
  return element;
}

export async function settled(root: ParentNode = document) {
  for (const element of root.querySelectorAll('*')) {
    if ('updateComplete' in element) await element.updateComplete;
    if (element.shadowRoot) await settled(element.shadowRoot);
  }
  // The MutationObserver of `lang` is called in a microtask, and the update follows in another.
  await aTimeout(0);
}

/** Waits until a condition is true, for example because a part has to load or an index has to be built. */
export const until = (holds: () => boolean) => waitUntil(holds, `${holds}`, { interval: 20, timeout: 5000 });

export function clear() {
  main.textContent = '';
  for (const name of ['lang', 'dir', 'style']) document.documentElement.removeAttribute(name);
  document.documentElement.lang = 'en';
}
afterEach(clear);

/** The parent of an element. */
export const parentOf = (element: Element) => element.parentElement ?? main;
