/** The chunk that reads a feed, built twice with a key, since a checkout has none: for the tests of pages, and here. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { feedChunk } from '../../../tools/build/entries.js';
import { scriptOf } from '../../../tools/build/scripts.js';
import { buildWithFeed } from '../../pages/feed-build.js';

test('it is small, the same each time, in UTF-8 on any page, and has nothing that a strict page forbids', async () => {
  const { files, key } = await buildWithFeed();
  process.env.HAVN_PUBLIC_KEYS = key;
  const { code } = await scriptOf(feedChunk);
  assert.equal(code, files[feedChunk.file]);
  // Room for the schema to grow: an editor of the facts meets no limit of size.
  assert.ok(brotliCompressSync(code).length < 20_000);
  assert.equal(code[0], '\ufeff');
  assert.doesNotMatch(code, /Array\.from|\bfor ?\((?:var|let|const) ?\w+ in\b|\beval\(|new Function/);
  assert.ok(code.includes(key));
  assert.ok(!code.includes('localhost'));
});
