/** WordPress's own filter, from Debian's packages: what it saves of the post of an author, and what it prints of that. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { documented } from '../../tools/test/documented.js';
import { rosa } from '../rosa.js';
import { testFilter } from './filter-tests.js';
import { plainPages, snippet } from './ways.js';

const script = new URL('wordpress.php', import.meta.url).pathname;

const missing =
  (spawnSync('php', ['--version']).status !== 0 && 'php is not here: apt-get install php-cli') ||
  (!existsSync('/usr/share/wordpress/wp-includes/kses.php') &&
    'WordPress is not here: apt-get install wordpress');

/** @param theme PHP that a theme may add */
const wordpress = (html: string, theme: string = ''): { saved: string; printed: string } =>
  JSON.parse(execFileSync('php', [script], { input: JSON.stringify({ html, theme }), encoding: 'utf8' }));

testFilter(
  'WordPress',
  'filter-wordpress',
  () => html => wordpress(html).saved,
  get => {
    test('takes out scripts and frames, and leaves the number', () => {
      const { browser } = get();
      for (const way of ['tag', 'frame'] as const) {
        const { saved } = wordpress(snippet(way, browser.origin));
        assert.doesNotMatch(saved, /script|iframe/);
        assert.ok(saved.includes(`href="${rosa.href}"`), saved);
      }
    });
  },
  { skip: missing },
);

testFilter(
  'WordPress, classic post',
  'filter-wordpress-printed',
  () => html => wordpress(html).printed,
  () => {
    test('prints plain HTML without empty links and breaks within lines', () => {
      for (const html of [...plainPages('nb'), ...plainPages('ar')]) {
        const { printed } = wordpress(html);
        assert.doesNotMatch(printed, /<a [^>]*>\s*<\/(?:a|p)>/);
        assert.doesNotMatch(printed, /<br/);
      }
    });
  },
  { skip: missing },
);

test('WordPress prints JSON-LD as words: dist/html has none', { skip: missing }, () => {
  const data = readFileSync(
    new URL('../../dist/api/jsonld/hotline-banner.nb.jsonld', import.meta.url),
    'utf8',
  );
  const { saved } = wordpress(`<p>Hjelp</p><script type="application/ld+json">${data}</script>`);
  assert.doesNotMatch(saved, /<script/);
  assert.match(saved, /GovernmentService/);
});

testFilter(
  'WordPress, set up for Havn',
  'filter-wordpress-set-up',
  () => html => wordpress(html, documented('wordpress')).printed,
  undefined,
  { skip: missing },
);
