/** What stays in memory when elements have come and gone ten thousand times. In Chromium, which can be told to collect. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isChromium } from '../engine.js';
import { element, names } from '../every-engine/hosts.js';
import { openBrowser, pageOf, scriptTag } from '../harness.js';
import { heapOf } from '../heap.js';

/** What may be left, in bytes. */
const limit = 100_000;
/** Rounds until the browser has compiled what it will, after which nothing grows. */
const roundsUntilWarm = 4000;

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let browser;
before(async () => {
  if (isChromium) browser = await openBrowser();
});
after(() => browser?.close());

/**
 * Runs in the page: puts an element in and takes it out again, the same one or each time a new one.
 * @param {{html: string, rounds: number, isNew: boolean, isKept?: boolean}} options `isKept`: a leak, on purpose
 */
async function comeAndGo({ html, rounds, isNew, isKept = false }) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const first = /** @type {Element} */ (template.content.firstElementChild);
  let one = /** @type {Element} */ (document.importNode(first, true));
  for (let round = 0; round < rounds; round++) {
    if (isNew) one = /** @type {Element} */ (document.importNode(first, true));
    document.body.append(one);
    one.remove();
    if (isKept) Reflect.set(window, `kept${round}`, one);
    // What an element does later it does between two of these.
    if (round % 100 === 0) await new Promise(resolve => setTimeout(resolve));
  }
}

/** How much more there is after so many rounds, once all is warm. @param {Parameters<typeof comeAndGo>[0]} options */
async function growth(options) {
  const { page, errors } = await browser.open(pageOf(scriptTag()));
  await page.evaluate(comeAndGo, { ...options, rounds: roundsUntilWarm, isKept: false });
  const first = await heapOf(page);
  await page.evaluate(comeAndGo, options);
  const grown = (await heapOf(page)) - first;
  assert.deepEqual(errors, []);
  await page.close();
  return grown;
}

describe('memory', { skip: !isChromium }, () => {
  for (const name of names)
    test(`10 000 times in and out of the page leave at most 100 kB of havn-${name}`, async t => {
      const grown = await growth({ html: element(name, ' exit'), rounds: 10_000, isNew: false });
      t.diagnostic(`${grown} bytes`);
      assert.ok(grown <= limit, `${grown} bytes`);
    });

  test('10 000 new banners leave at most 100 kB', async t => {
    const grown = await growth({
      html: element('hotline-banner', ' exit'),
      rounds: 10_000,
      isNew: true,
    });
    t.diagnostic(`${grown} bytes`);
    assert.ok(grown <= limit, `${grown} bytes`);
  });

  test('a leak would be seen', async () => {
    const grown = await growth({ html: element('quick-exit'), rounds: 100, isNew: true, isKept: true });
    assert.ok(grown > limit, `${grown} bytes`);
  });
});
