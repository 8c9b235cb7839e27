import assert from 'node:assert/strict';
import { after, afterEach, describe, test } from 'node:test';
import { openBrowser, pageOf, scriptTag } from '../../tools/test/harness.js';
import { rosa } from '../rosa.js';

const browser = await openBrowser();
after(() => browser.close());
afterEach(() => browser.closePages());

const main = `<main><havn-pathway step="3" lang="en"></havn-pathway></main>`;

describe('the pathway', () => {
  test('as a screen reader is told it', async () => {
    const { page } = await browser.open(pageOf(main + scriptTag()));
    const told = await page.locator('main').ariaSnapshot();
    assert.match(told, /heading "The way to help" \[level=2\]/);
    assert.equal(told.match(/- listitem/g)?.length, 7);
    for (const words of [
      /text: "1"\s+- heading "Somebody is concerned" \[level=3\]/,
      /text: "3"\s+- heading "Seen as a presumed victim You are here" \[level=3\]/,
      /text: "7"\s+- heading "Long term" \[level=3\]/,
    ])
      assert.match(told, words);
  });

  test('in forced colours the current place is a thicker ring, and all of the picture has the colours', async () => {
    const { page } = await browser.open(pageOf(main + scriptTag()), {
      context: { forcedColors: 'active' },
    });
    const drawn = await page.evaluate(() => {
      const root = document.querySelector('havn-pathway')?.shadowRoot;
      const style = (selector: string) => getComputedStyle(root?.querySelector(selector) as Element);
      return {
        ring: style('.place').borderTopWidth,
        current: style('[aria-current] .place').borderTopWidth,
        isFilled: style('[aria-current] .place').backgroundColor === style('[aria-current] .place').color,
        colours: [
          style('.step > summary').color,
          style('.on').borderTopColor,
          style('.place').borderTopColor,
          style('[aria-current] .place').borderTopColor,
          style('[aria-current] .place').color,
        ],
      };
    });
    assert.deepEqual([drawn.ring, drawn.current, drawn.isFilled], ['2px', '4px', false]);
    assert.equal(new Set(drawn.colours).size, 1, drawn.colours.join());
  });

  test('without style sheets and script it is a list that opens', async () => {
    const { readFileSync } = await import('node:fs');
    const html = readFileSync(new URL('../../dist/html/pathway.en.html', import.meta.url), 'utf8');
    assert.doesNotMatch(html, /<svg class="(place|on|opens)|undefined|\[object/);
    const { page } = await browser.open(pageOf(html), { context: { javaScriptEnabled: false } });
    await page.getByText('Long term', { exact: true }).click();
    assert.ok(await page.getByText('integration programme').isVisible());
    assert.ok(await page.locator(`${rosa.link}:visible`).count());
  });
});
