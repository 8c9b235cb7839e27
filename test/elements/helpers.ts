/** What the element tests share. They run in a real browser, on dist/havn.js as a classic script. */
export { expect } from '@open-wc/testing';

/** What no engine can change, as words and roles, is tested in this one in every language, and in the others in one. */
export const isChromium = /Chrome\//.test(navigator.userAgent);

/** The hostile cases of a kind. */
export async function hostileCases(kind) {
  const { cases } = await fetch('/test/collections/hostile-cases.json').then(answer => answer.json());
  return cases.filter(one => one.kind === kind);
}

/** Puts HTML into the page and waits until what is in it is on screen. */
export async function show(html) {
  const main = document.querySelector('main');
  const box = document.createElement('div');
  box.innerHTML = html;
  main.append(box);
  await settled(box);
  return box.firstElementChild;
}

export async function settled(root = document) {
  for (const element of root.querySelectorAll('*')) {
    if (element.updateComplete) await element.updateComplete;
    if (element.shadowRoot) await settled(element.shadowRoot);
  }
  // The observer of `lang` speaks in a microtask, and the update follows in another.
  await new Promise(resolve => setTimeout(resolve));
}

export function clear() {
  document.querySelector('main').textContent = '';
  for (const name of ['lang', 'dir', 'style']) document.documentElement.removeAttribute(name);
  document.documentElement.lang = 'en';
}

export const part = (element, name) => element.shadowRoot.querySelector(`[part='${name}']`);
export const parts = (element, name) => [...element.shadowRoot.querySelectorAll(`[part='${name}']`)];

/** The text as it is read: white space folded, no-break spaces plain. */
export const textOf = node => (node.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
export const text = element => textOf(element.shadowRoot);

/** Collects the warnings while `action` runs. */
export async function warningsOf(action) {
  const { warn } = console;
  const warnings = [];
  console.warn = (...values) => warnings.push(values.join(' '));
  try {
    await action();
    await settled();
  } finally {
    console.warn = warn;
  }
  return warnings;
}

/** The names on the cards that show. */
export const cardNames = finder => parts(finder, 'service-name').map(textOf);

export async function type(finder, words) {
  const input = finder.shadowRoot.querySelector('input');
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
}

/** Answers the questions of a guide one after the other, each with the answer of that number. */
export async function answer(guide, ...numbers) {
  for (const number of numbers) {
    parts(guide, 'answer')[number].click();
    await settled();
  }
}

const TheDate = Date;

/** Sets the clock of the page. @param behind how many minutes the device is behind UTC; missing: as it is */
export function setClock(instant, behind) {
  const present = +new TheDate(instant);
  globalThis.Date = class extends TheDate {
    constructor(...values) {
      super(...(values.length ? values : [present]));
    }

    static now() {
      return present;
    }

    getTimezoneOffset() {
      return behind ?? super.getTimezoneOffset();
    }
  };
}

export function resetClock() {
  globalThis.Date = TheDate;
}
