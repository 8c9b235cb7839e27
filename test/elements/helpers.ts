/** What the element tests share. They run in a real browser, on dist/havn.js as a classic script. */
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

/** What no engine can change, as words and roles, is tested in this one in every language, and in the others in one. */
export const isChromium = /Chrome\//.test(navigator.userAgent);

/** The hostile cases of a kind. */
export async function hostileCases<Payload>(kind: string) {
  const { cases }: { cases: { id: string; kind: string; payload: Payload; expect: string; note: string }[] } =
    await fetch('/test/collections/hostile-cases.json').then(answer => answer.json());
  return cases.filter(one => one.kind === kind);
}

/** An element of ours that has been on screen. */
export type Shown<Ours = HavnElement> = Ours & { readonly shadowRoot: ShadowRoot };

/** What HTML begins with: `<havn-pathway step="2">` is a Pathway. Of a tag that is not known it is an element of ours. */
type First<Html> = Html extends `<${infer Opening}>${string}`
  ? Named<Opening extends `${infer Tag} ${string}` ? Tag : Opening>
  : Shown;
type Named<Tag> = Tag extends keyof HTMLElementTagNameMap
  ? HTMLElementTagNameMap[Tag] extends HavnElement
    ? Shown<HTMLElementTagNameMap[Tag]>
    : HTMLElementTagNameMap[Tag]
  : Shown;

export const main = find(document, 'main');

/** Puts HTML into the page and waits until what is in it is on screen. */
export async function show<Html extends string>(html: Html) {
  const box = document.createElement('div');
  box.innerHTML = html;
  main.append(box);
  await settled(box);
  return find<First<Html>>(box, '*');
}

/** The same in a box of that width. */
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
  // The observer of `lang` speaks in a microtask, and the update follows in another.
  await aTimeout(0);
}

/** Waits until something holds; a part may have to load, and an index to be built. */
export const until = (holds: () => boolean) => waitUntil(holds, `${holds}`, { interval: 20, timeout: 5000 });

export function clear() {
  main.textContent = '';
  for (const name of ['lang', 'dir', 'style']) document.documentElement.removeAttribute(name);
  document.documentElement.lang = 'en';
}
afterEach(clear);

/** What an element stands in. */
export const parentOf = (element: Element) => element.parentElement ?? main;
