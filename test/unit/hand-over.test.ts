/** Numbers as they are read aloud, in every language. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { unitsOf } from '../../tools/build/messages.js';
import { rosa } from '../rosa.js';

const { inWords } = await import('../../dist/npm/hand-over/in-words.js');

const english = 'zero one two three four five six seven eight nine';

describe('a number in words', () => {
  for (const [shown, words] of [
    [rosa.unbroken, rosa.spoken.en],
    ['905\u00a079\u00a0118', 'nine zero five · seven nine · one one eight'],
    ['02800', 'zero two eight zero zero'],
    ['+4670', '+ four six seven zero'],
  ] as const)
    test(`${shown} is "${words}"`, () =>
      assert.equal(inWords(shown, english).replaceAll('\u00a0', ' '), words));

  test('each language has a word for each digit, and no two alike', () => {
    for (const file of readdirSync('data/locales').filter(name => name.endsWith('.xlf'))) {
      const units = unitsOf(readFileSync(`data/locales/${file}`, 'utf8'));
      const words = units.get('handOver.digits')?.target?.split(' ') ?? [];
      assert.equal(words.length, 10, file);
      assert.equal(new Set(words).size, 10, file);
      for (const word of words) assert.match(word, /^[\p{L}\p{M}’]+$/u, `${file}: ${word}`);
    }
  });
});
