/** Imitates a reader. */
import { sendKeys } from '@web/test-runner-commands';
import { settled } from './helpers.js';
import { all, find, part } from './on-screen.js';

export async function type(finder: Element, words: string) {
  const input = find(finder, 'input');
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
}

/** Chooses an option of a select. */
export async function choose(select: HTMLSelectElement, value: string) {
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

export async function click(button: HTMLElement) {
  button.click();
  await settled();
}

export async function keys(...names: string[]) {
  for (const press of names) await sendKeys({ press });
  await settled();
}

export function openAll(element: Element) {
  for (const details of all(element, 'details')) details.open = true;
}

/** Answers the questions of a guide one after the other: each number is the index of an answer. */
export async function answer(guide: Element, ...numbers: number[]) {
  for (const number of numbers) await click(part(guide, 'answer', number));
}
