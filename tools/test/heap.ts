/** What a page holds in memory, by Chromium, which can be told to collect. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { element, names, pageOf, scriptTag } from './harness.js';

/** V8 keeps the code that it has optimised: up to hundreds of kilobytes, and another amount in each run. */
export const withoutCompilers = '--js-flags=--no-opt,--no-maglev,--no-sparkplug';

/** @returns what its scripts hold once the garbage is gone, in bytes */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  // What the first collection sets free, such as what observers hold, goes with the next.
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** What is measured: the elements of a page, and their script. */
export const held: Record<string, [body: string, script: string]> = {
  'the banner, by its own script': [element('hotline-banner'), scriptTag('elements/hotline-banner.js')],
  'the banner, by the script of all': [element('hotline-banner'), scriptTag()],
  'all elements': [names.map(name => element(name)).join(''), scriptTag()],
};

/**
 * What a script holds with its elements, over the same page without it.
 * @returns in bytes
 */
export async function heapOver(
  browser: Awaited<ReturnType<typeof import('./harness.js').openBrowser>>,
  body: string,
  script: string,
): Promise<number> {
  const leastOf = async (content: string) => {
    let least = Number.POSITIVE_INFINITY;
    // On a busy machine an engine keeps more of its own, such as code that it has compiled for speed: never less.
    for (let round = 0; round < 3; round++) {
      const { page, errors } = await browser.open(pageOf(content));
      least = Math.min(least, await heapOf(page));
      assert.deepEqual(errors, []);
      await page.close();
    }
    return least;
  };
  return (await leastOf(body + script)) - (await leastOf(body));
}
