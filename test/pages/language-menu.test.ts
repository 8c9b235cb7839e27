/** One menu for all widgets of a page, whichever scripts they came in. */
import assert from 'node:assert/strict';
import { after, afterEach, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser, pageOf, scriptTag, strictPolicy } from '../../tools/test/harness.js';

const browser = await openBrowser();
after(() => browser.close());
afterEach(() => browser.closePages());

const menu = '<havn-language-menu></havn-language-menu>';
const others =
  '<havn-hotline-banner></havn-hotline-banner><div lang="nn"><havn-quick-exit></havn-quick-exit></div>';

const languages = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('havn-hotline-banner, havn-quick-exit, havn-pathway')].map(element =>
      element.shadowRoot?.querySelector('[part=base]')?.getAttribute('lang'),
    ),
  );

const choose = (page: Page, language: string) => page.getByRole('combobox').selectOption(language);

describe('the language menu', () => {
  for (const scripts of [
    ['elements/hotline-banner.js', 'elements/quick-exit.js', 'elements/language-menu.js'],
    ['elements/language-menu.js', 'elements/hotline-banner.js', 'elements/quick-exit.js'],
    ['havn.js'],
  ])
    test(`reaches widgets of ${scripts.join(', ')}`, async () => {
      const { page, context, requests, messages, errors } = await browser.open(
        pageOf(menu + others + scripts.map(scriptTag).join('')),
        { headers: { 'content-security-policy': strictPolicy } },
      );
      assert.deepEqual(await languages(page), ['nb', 'nn']);
      for (const language of ['en', 'nn', 'nb']) {
        await choose(page, language);
        assert.deepEqual(await languages(page), [language, language]);
      }
      await choose(page, 'en');
      await page.evaluate(() => {
        document.body.append(document.createElement('havn-hotline-banner'));
      });
      assert.deepEqual(await languages(page), ['en', 'en', 'en']);
      assert.equal(await page.locator('html').getAttribute('lang'), 'nb');
      await page.locator('havn-language-menu').evaluate(element => element.remove());
      assert.deepEqual(await languages(page), ['nb', 'nn', 'nb']);
      assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
      assert.deepEqual(await context.cookies(), []);
      assert.deepEqual([messages, errors], [[], []]);
      assert.equal(requests.length, 1 + scripts.length);
    });

  test('a script that comes after the choice follows it', async () => {
    const { page, errors } = await browser.open(
      pageOf(`${menu}${others}<havn-pathway></havn-pathway>${scriptTag('elements/language-menu.js')}`),
    );
    await choose(page, 'nn');
    for (const name of ['hotline-banner', 'quick-exit', 'pathway'])
      await page.addScriptTag({ url: `/dist/elements/${name}.js` });
    assert.deepEqual(await languages(page), ['nn', 'nn', 'nn']);
    assert.deepEqual(errors, []);
  });

  test('forms and images that take the names of methods are in nobody’s way', async () => {
    const names = ['querySelector', 'addEventListener', 'dispatchEvent'];
    const { page, errors } = await browser.open(
      pageOf(
        names.map(name => `<img name="${name}" alt="">`).join('') +
          menu +
          others +
          ['elements/language-menu.js', 'elements/hotline-banner.js'].map(scriptTag).join(''),
      ),
    );
    await choose(page, 'en');
    await page.addScriptTag({ url: '/dist/elements/quick-exit.js' });
    assert.deepEqual(
      await page.evaluate(() => {
        const { querySelectorAll } = Document.prototype;
        return [...querySelectorAll.call(document, 'havn-hotline-banner, havn-quick-exit')].map(element =>
          element.shadowRoot?.querySelector('[part=base]')?.getAttribute('lang'),
        );
      }),
      ['en', 'en'],
    );
    assert.deepEqual(errors, []);
  });

  test('somebody else’s element of that name chooses nothing and breaks nothing', async () => {
    const { page, errors } = await browser.open(
      pageOf(
        `<script>customElements.define('havn-language-menu', class extends HTMLElement {
          get value() { throw new Error('theirs') }
        })</script>${menu}${others}${scriptTag()}`,
      ),
    );
    await page.evaluate(() => {
      document
        .querySelector('havn-language-menu')
        ?.dispatchEvent(new Event('havn-language-change', { bubbles: true, composed: true }));
    });
    assert.deepEqual(await languages(page), ['nb', 'nn']);
    assert.deepEqual(errors, []);
  });
});
