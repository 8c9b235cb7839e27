/** The finder on a phone of 360 x 740 px, in every language: what is on the first screen, and how long the page is. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser, pageOf, scriptTag } from '../../tools/test/harness.js';
import { rosa } from '../rosa.js';

const browser = await openBrowser();
after(() => browser.close());

const further = readdirSync('dist/locales').map(name => name.replace('.js', ''));

/** Runs in the page. */
function measure(call: string) {
  const root = document.querySelector('havn-service-finder')?.shadowRoot;
  const bottomOf = (selector: string) =>
    root?.querySelector(selector)?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY;
  return {
    language: root?.querySelector('[part=base]')?.getAttribute('lang'),
    helpline: bottomOf(`.beside ${call}`),
    first: bottomOf('.card a[href^=tel]'),
    field: root?.querySelector('input')?.getBoundingClientRect().top ?? -1,
    height: document.documentElement.scrollHeight,
    width: document.documentElement.scrollWidth,
  };
}

/** Runs in the page. @returns the tops of the needs, and whether each is in sight when it has the focus */
function needsInSight() {
  const root = document.querySelector('havn-service-finder')?.shadowRoot;
  const buttons = [...(root?.querySelectorAll<HTMLElement>('.needs > button') ?? [])].filter(
    ({ offsetHeight }) => offsetHeight,
  );
  return buttons.map(button => {
    button.focus();
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const isHere = (x: number) => root?.elementFromPoint(x, (top + bottom) / 2) === button;
    return { top, isInSight: [left + 12, (left + right) / 2, right - 12].some(isHere) };
  });
}

describe('on a phone', () => {
  let page: Page;
  before(async () => {
    ({ page } = await browser.open('<!doctype html><title>x</title>'));
    await page.setViewportSize({ width: 360, height: 740 });
  });

  for (const language of ['en', 'nb', 'nn', ...further])
    test(`the field, the helpline and the first number are on the first screen in ${language}`, async () => {
      const html = pageOf(
        `<meta name="viewport" content="width=device-width"><havn-service-finder lang="${language}"></havn-service-finder>${scriptTag()}`,
      );
      browser.serve(`/${language}.html`, { body: html, type: 'text/html; charset=utf-8' });
      await page.goto(`${browser.origin}/${language}.html`);
      await page.waitForFunction(
        wanted =>
          document
            .querySelector('havn-service-finder')
            ?.shadowRoot?.querySelector('[part=base]')
            ?.getAttribute('lang') === wanted,
        language,
      );
      const { helpline, first, field, height, width } = await page.evaluate(measure, rosa.link);
      assert.ok(field >= 0 && helpline <= 740 && first <= 740, JSON.stringify({ field, helpline, first }));
      assert.ok(height <= 4000, `${height} px`);
      assert.equal(width, 360);
      const needs = await page.evaluate(needsInSight);
      assert.equal(new Set(needs.map(({ top }) => top)).size, 1, 'the needs stand in one row');
      assert.ok(needs.length > 2 && needs.every(({ isInSight }) => isInSight), JSON.stringify(needs));
      await page.locator('[part=more-needs]').click();
      const all = await page.evaluate(needsInSight);
      assert.ok(all.length > needs.length && all.every(({ isInSight }) => isInSight), JSON.stringify(all));
    });
});
