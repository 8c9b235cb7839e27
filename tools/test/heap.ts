/** The memory that a page keeps, measured in Chromium, where a test can start garbage collection. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { element, names, pageOf, scriptTag } from './harness.js';

/**
 * Turns off V8's optimising compilers: their code takes up to hundreds of kilobytes, a different amount in each run.
 */
export const withoutCompilers = '--js-flags=--no-opt,--no-maglev,--no-sparkplug';

/** @returns the memory that the page's scripts keep after garbage collection, in bytes */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  // Some objects, such as those that observers keep, are freed only by a later collection.
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** The pages to measure: their elements, and the script of the elements. */
export const held: Record<string, [body: string, script: string]> = {
  'the banner, by its own script': [element('hotline-banner'), scriptTag('elements/hotline-banner.js')],
  'the banner, by the script of all': [element('hotline-banner'), scriptTag()],
  'all elements': [names.map(name => element(name)).join(''), scriptTag()],
};

/**
 * The engine keeps texts of numbers in a table, which grows by 65 kB when two of them first meet in one place: by chance,
 * and on any real page. So it has grown before either is measured.
 */
const growNumbers = () => {
  for (let number = 0; number < 100_000; number++) String(number);
};

/**
 * How much more memory a page keeps with the script and its elements than without the script.
 * @returns in bytes
 */
export async function heapOver(
  browser: Awaited<ReturnType<typeof import('./harness.js').openBrowser>>,
  body: string,
  script: string,
): Promise<number> {
  const leastOf = async (content: string) => {
    let least = Number.POSITIVE_INFINITY;
    // The least of three: on a busy machine, the engine keeps more memory for itself (such as compiled code), never
    // less.
    for (let round = 0; round < 3; round++) {
      const { page, errors } = await browser.open(pageOf(content));
      await page.evaluate(growNumbers);
      least = Math.min(least, await heapOf(page));
      assert.deepEqual(errors, []);
      await page.close();
    }
    return least;
  };
  return (await leastOf(body + script)) - (await leastOf(body));
}
