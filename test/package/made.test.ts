import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hashOf } from '../../tools/build/integrity.js';
import { made } from '../../tools/build/made.js';
import { rosa } from '../rosa.js';

test('the build says at its end what it has made, how large it is, what to paste and what to open', () => {
  const text = made('dist');
  const named: string[] = text.match(/[\w-]+(?:\/[\w-]+)*\.(?:js|html)\b/g) ?? [];
  assert.deepEqual(
    ['havn.js', 'elements/hotline-banner.js', 'builder/index.html'].filter(file => !named.includes(file)),
    [],
  );
  assert.ok(existsSync('builder/index.html'));
  assert.equal(text.match(/\d+\.\d kB/g)?.length, 2);
  assert.ok(text.includes(rosa.href));
  assert.ok(text.includes(hashOf(readFileSync('dist/havn.js'))));
});
