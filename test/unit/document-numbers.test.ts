/** People paste from the documents: a number there is that of the facts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNumbers, faultsOfNumbers } from '../../tools/docs/numbers.js';
import { rosa, slip } from '../rosa.js';

const faults = (text: string) => faultsOfNumbers('docs/guides/nb/municipality.md', text).length;

test('the documents have the numbers of the facts', () => {
  assert.deepEqual(checkNumbers(), []);
});

test('what is right is no fault', () => {
  for (const text of [
    `<a href="${rosa.href}" dir="ltr">${rosa.inHtml}</a>`,
    `[${rosa.shown}](${rosa.href})`,
    '<a href="tel:112">112</a>',
    `ROSA: ${rosa.shown}, kommunen: 33 00 00 01`,
  ])
    assert.equal(faults(text), 0, text);
});

test('a number that is not the helpline’s is a fault', () => {
  for (const text of [
    `<a href="${slip.href}" dir="ltr">${rosa.inHtml}</a>`,
    `<a href="${rosa.href}" dir="ltr">112</a>`,
    '<a href="tel:113">112</a>',
    `[${rosa.shown}](${slip.href})`,
    `ROSA: ${slip.shown}`,
    `ROSA: ${slip.digits}`,
    `ROSA: ${slip.inHtml}`,
  ])
    assert.ok(faults(text), text);
});
