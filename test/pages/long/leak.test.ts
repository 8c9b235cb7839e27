/** What stays in memory when elements have come and gone: ten bytes each time at most. In Chromium, which can be told to collect. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isChromium } from '../../../tools/test/engine.js';
import { element, names, openBrowser, pageOf, scriptTag } from '../../../tools/test/harness.js';
import { heapOf, withoutCompilers } from '../../../tools/test/heap.js';

const rounds = 500;
/** What may be left, in bytes: less than any object takes that is kept in each round. */
const limit = 10 * rounds;
/** Rounds until all is loaded, and remembered, that is once. */
const roundsUntilWarm = 200;
/** Feedback and bytecode are there from the first call on, so that nothing grows later. */
const flags = `${withoutCompilers},--no-lazy-feedback-allocation,--no-flush-bytecode`;

let browser: Awaited<ReturnType<typeof openBrowser>>;
before(async () => {
  if (isChromium) browser = await openBrowser([flags]);
});
after(() => browser?.close());

/**
 * Runs in the page: puts an element in and takes it out again, the same one or each time a new one.
 * @param options `isKept`: the smallest leak there is, on purpose
 */
async function comeAndGo({
  html,
  rounds,
  isNew,
  isKept = false,
}: {
  html: string;
  rounds: number;
  isNew: boolean;
  isKept?: boolean;
}) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const first = template.content.firstElementChild as Element;
  let one = document.importNode(first, true) as Element;
  const kept: unknown[] = [];
  Object.assign(window, { kept });
  for (let round = 0; round < rounds; round++) {
    if (isNew) one = document.importNode(first, true) as Element;
    document.body.append(one);
    one.remove();
    if (isKept) kept.push({});
    // What an element does later it does between two of these.
    if (round % 100 === 0) await new Promise(resolve => setTimeout(resolve));
  }
}

/** How much more there is after so many rounds, once all is warm. */
async function growth(options: Parameters<typeof comeAndGo>[0]) {
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
    test(`${rounds} times in and out of the page leave nothing of havn-${name}`, async t => {
      const grown = await growth({ html: element(name, ' exit'), rounds, isNew: false });
      t.diagnostic(`${grown} bytes`);
      assert.ok(grown <= limit, `${grown} bytes`);
    });

  test(`${rounds} new banners leave nothing`, async t => {
    const grown = await growth({ html: element('hotline-banner', ' exit'), rounds, isNew: true });
    t.diagnostic(`${grown} bytes`);
    assert.ok(grown <= limit, `${grown} bytes`);
  });

  test('an empty object left each time would be seen', async () => {
    const grown = await growth({ html: element('quick-exit'), rounds, isNew: true, isKept: true });
    assert.ok(grown > limit, `${grown} bytes`);
  });
});
