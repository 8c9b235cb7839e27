/** What the elements hold: in memory, over what the same page holds without them, and how many nodes they make. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { element, names, openBrowser, pageOf, scriptTag } from '../../tools/test/harness.js';
import { heapOver, held, withoutCompilers } from '../../tools/test/heap.js';
import { sure } from '../sure.js';

const browser = await openBrowser([withoutCompilers]);
after(() => browser.close());

/**
 * The most that may be held, in bytes: a little more than was measured. 80 kB of it are the interfaces of the DOM, which
 * the browser makes for the first script of any page. LitElement is 30 kB of the banner's (decision 29). The goals are
 * 150 kB for the banner and 1 MB for all, and are not reached yet.
 */
const most = {
  'the banner, by its own script': 250_000,
  'the banner, by the script of all': 525_000,
  'all elements': 1_320_000,
};

describe('memory', () => {
  for (const [what, limit] of Object.entries(most))
    test(`${what}: at most ${limit / 1000} kB`, async t => {
      const [body, script] = sure(held[what]);
      const cost = await heapOver(browser, body, script);
      t.diagnostic(`${cost} bytes`);
      // Much less is a page on which nothing is shown.
      assert.ok(cost <= limit && cost >= limit * 0.8, `${cost} bytes`);
    });

  test('what is too much would be seen', async () => {
    const big =
      '<script>window.kept = Array.from({ length: 1e5 }, (_, i) => ({ i, text: String(i) }))</script>';
    const cost = await heapOver(browser, '<p>Text</p>', big);
    assert.ok(cost > most['all elements'], `${cost} bytes`);
  });
});

/** How many elements (HTML and SVG) each has in its shadow root, in bokmål, nothing opened. */
const mostElements = {
  'contact-directory': 420,
  'entitlements-list': 300,
  'hotline-banner': 23,
  'language-menu': 29,
  pathway: 220,
  'permit-guide': 275,
  'quick-exit': 10,
  'referral-guide': 410,
  'return-guide': 100,
  'service-card': 35,
  'service-finder': 630,
};

/** Runs in the page. */
const counted = () =>
  Object.fromEntries(
    [...document.querySelectorAll('*')]
      .filter(({ shadowRoot }) => shadowRoot)
      .map(({ localName, shadowRoot }) => [
        localName.replace('havn-', ''),
        shadowRoot?.querySelectorAll('*').length,
      ]),
  );

describe('how many elements', () => {
  test('each makes', async () => {
    const { page } = await browser.open(
      pageOf(names.map(name => element(name, ' lang="nb"')).join('') + scriptTag()),
    );
    const seen = await page.evaluate(counted);
    assert.deepEqual(Object.keys(seen).sort(), Object.keys(mostElements));
    for (const [name, most] of Object.entries(mostElements))
      assert.ok(
        Number(seen[name]) <= most && Number(seen[name]) >= most * 0.9,
        `${name}: ${seen[name]}, at most ${most}`,
      );
    await page.close();
  });
});
