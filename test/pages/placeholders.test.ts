/** A div stands in for the tag where editors strip tags. */

import assert from 'node:assert/strict';
import { after, afterEach, describe, test } from 'node:test';
import { helpline } from '../../tools/build/helpline.js';
import {
  fallback,
  findNumber,
  openBrowser,
  pageOf,
  scriptTag,
  strictPolicy,
} from '../../tools/test/harness.js';
import { rosa } from '../rosa.js';

const browser = await openBrowser();
after(() => browser.close());
afterEach(() => browser.closePages());

const div = `<div data-havn="hotline-banner" data-havn-lang="nn" data-havn-layout="card" class="host">${fallback}</div>`;

describe('placeholders', () => {
  for (const [where, html] of [
    ['before a deferred script', div + scriptTag()],
    ['before a plain script', div + scriptTag().replace(' defer', '')],
    ['after a plain script', scriptTag().replace(' defer', '') + div],
    ['with the script twice', div + scriptTag() + scriptTag()],
  ] as const)
    test(`are filled ${where}, with their attributes and their language`, async () => {
      const { page, messages, errors } = await browser.open(pageOf(html), {
        headers: { 'content-security-policy': strictPolicy },
      });
      assert.equal(await page.evaluate(findNumber, helpline.href), 'widget');
      const shown = await page.evaluate(() => {
        const banners = [...document.querySelectorAll('havn-hotline-banner')];
        const base = banners[0]?.shadowRoot?.querySelector('[part=base]');
        return [
          banners.length,
          banners[0]?.parentElement?.className,
          base?.getAttribute('lang'),
          base?.className,
        ];
      });
      assert.deepEqual(shown, [1, 'host', 'nn', 'banner card']);
      assert.deepEqual([messages, errors], [[], []]);
    });

  test('of an unknown name, of a foreign tag, or without script are left alone', async () => {
    for (const [html, javaScriptEnabled] of [
      [div.replace('hotline-banner', 'no-such-widget') + scriptTag(), true],
      [div.replace('hotline-banner', '"><img src=x onerror=alert(1)>') + scriptTag(), true],
      [
        `<script>customElements.define('havn-hotline-banner', class extends HTMLElement {})</script>${div}${scriptTag()}`,
        true,
      ],
      [div + scriptTag(), false],
    ] as [string, boolean][]) {
      const { page, errors } = await browser.open(pageOf(html), { context: { javaScriptEnabled } });
      const link = page.locator(rosa.link).first();
      assert.equal(await link.isVisible(), true);
      assert.deepEqual(errors, []);
    }
  });

  test('in what would not show the element are left alone, and keep their words', async () => {
    const name = 'data-havn="hotline-banner"';
    const words = rosa.shown;
    for (const html of [
      `<select ${name}><option>${words}</option></select>`,
      `<select><option ${name}>${words}</option></select>`,
      `<textarea ${name}>${words}</textarea>`,
      `<svg ${name}><text y="20">${words}</text></svg>`,
      `<svg><text y="20" ${name}>${words}</text></svg>`,
      `<math ${name}><mtext>${words}</mtext></math>`,
      `<progress ${name}>${words}</progress>`,
    ]) {
      const { page, errors } = await browser.open(
        pageOf(`<div id="place">${html}</div>${div}${scriptTag()}`),
      );
      // The one beside it says that the script has run.
      assert.equal(await page.locator('.host > havn-hotline-banner').count(), 1);
      const place = page.locator('#place');
      assert.equal(await place.locator('havn-hotline-banner').count(), 0, html);
      assert.match((await place.textContent()) ?? '', new RegExp(words), html);
      assert.deepEqual(errors, []);
    }
  });
});
