/** sanitize-html, which many systems in Node run what an editor sends through. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { documented } from '../../tools/test/documented.js';
import { rosa } from '../rosa.js';
import { testFilter } from './filter-tests.js';
import { onServer, snippet } from './ways.js';

/** It has no types of its own. */
const sanitizeHtml: (html: string) => string = createRequire(import.meta.url)('sanitize-html');

testFilter(
  'sanitize-html',
  'filter-sanitize-html',
  () => html => sanitizeHtml(html),
  get => {
    test('takes out a frame and leaves the number that stands beside it', async () => {
      const { browser, filter } = get();
      const left = await filter(snippet('frame', browser.origin));
      assert.doesNotMatch(left, /iframe/);
      assert.ok(left.includes(`href="${rosa.href}"`), left);
    });
  },
);

testFilter(
  'sanitize-html, set up for Havn',
  'filter-sanitize-html-set-up',
  ({ origin }) =>
    html =>
      runInNewContext(onServer(documented('sanitize-html'), origin), { sanitizeHtml, html, URL }),
  get => {
    test('keeps of a link that the next site is told nothing', async () => {
      const left = await get().filter('<p><a href="https://www.nav.no/" rel="noreferrer">NAV</a></p>');
      assert.match(left, /rel="noreferrer"/);
    });

    for (const query of [
      'href=https://stranger.example/',
      'hre%66=https://stranger.example/',
      'hr&Tab;ef=https://stranger.example/',
      'exit&exit%2Dhref=https://stranger.example/',
      'lang=en&s%72c=/services.json',
    ])
      test(`takes out a frame that says where it leads: ${query}`, async () => {
        const { browser, filter } = get();
        const frame = (query: string) =>
          `<iframe src="${browser.origin}/dist/frame/quick-exit.html?${query}" title="Hjelp"></iframe>`;
        assert.doesNotMatch(await filter(frame(query)), /iframe/);
        assert.match(await filter(frame('lang=nb')), /iframe/);
      });
  },
);
