/** Time limits for hostile input. Mutation tests leave this file out, because a source full of mutants is slow. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadDirectory, search } from 'havn-widgets/directory';
import { dialable, safeLink } from 'havn-widgets/safety';
import { worked } from '../worked.js';

test('a link or a number of a million characters is refused at once', () => {
  const start = worked();
  for (const part of [' ', 'a.', 'a@', '(', '2-', '://', 'mailto:a', '[']) {
    const text = part.repeat(1e6 / part.length);
    for (const value of [text, `${text}x`, `x${text}`, `https://${text}`]) {
      assert.equal(safeLink(value), null);
      assert.equal(dialable(value), null);
    }
    for (const prefix of ['https://', 'mailto:', 'tel:']) safeLink(prefix + text.slice(0, 2000));
  }
  assert.ok(worked() - start < 2000);
});

test('a search never takes long, and never throws, whatever is typed', () => {
  for (const text of [
    '\u0000',
    '\ud800',
    '(',
    '[a',
    '*',
    '.'.repeat(1e6),
    'a'.repeat(1e6),
    '%s',
    '__proto__',
    'é'.repeat(300),
  ]) {
    const start = worked();
    assert.ok(search(loadDirectory(), { text }).total >= 0);
    assert.ok(worked() - start < 500);
  }
});
