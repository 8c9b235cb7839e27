/** Every element in every language, all opened, as axe sees it: beside what test/pages/every-language.test.js looks at. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { languages, openAll, setAttributes } from '../all-elements.js';
import { openBrowser } from '../harness.js';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** @param {Page} page @returns {Promise<string[]>} */
const violations = page =>
  page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document.querySelector('main'), {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Of pages, and this is none.
      rules: { region: { enabled: false } },
    });
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map((/** @type {any} */ node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
    );
  });

describe('axe finds no fault', { concurrency: 2 }, () => {
  for (const language of languages)
    test(`in ${language}`, async () => {
      const { page } = await openAll(browser, language);
      await page.setViewportSize({ width: 1000, height: 800 });
      // Some of each kind: with all of them it takes three times as long.
      await setAttributes(page, { audience: 'professional', 'page-size': '4', need: 'shelter' });
      await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
      for (const colorScheme of language === 'ar'
        ? /** @type {const} */ (['light', 'dark'])
        : /** @type {const} */ (['light'])) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await violations(page), []);
      }
      await page.close();
    });
});
