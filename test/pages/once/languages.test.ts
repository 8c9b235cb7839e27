/** Further languages: on demand from the folder of the script, against a hash, or by a tag of the page. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, afterEach, describe, test } from 'node:test';
import { helpline } from '../../../tools/build/helpline.js';
import {
  fallback,
  findNumber,
  openBrowser,
  pageOf,
  scriptTag,
  strictPolicy,
} from '../../../tools/test/harness.js';

const browser = await openBrowser();
after(() => browser.close());
afterEach(() => browser.closePages());

const further = readdirSync('dist/locales').map(name => name.replace('.js', ''));
const headers = { 'content-security-policy': strictPolicy };
const banner = (lang: string) => `<havn-hotline-banner lang="${lang}">${fallback}</havn-hotline-banner>`;

/** Runs in the page: the language and direction of what each widget shows. */
const shownLanguages = () =>
  [...document.querySelectorAll('*')]
    .map(element => element.shadowRoot?.querySelector('[part=base]'))
    .filter(Boolean)
    .map(base => `${base?.getAttribute('lang')} ${base?.getAttribute('dir')}`);

describe('a further language', () => {
  test('there are sixteen', () => {
    assert.equal(further.length, 16);
  });

  test('comes with one request, under the strict policy, without a word', async () => {
    const { page, requests, messages, errors } = await browser.open(
      pageOf(banner('pl') + banner('pl-PL') + scriptTag()),
      { headers },
    );
    await page.waitForFunction(
      () => document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector('[lang=pl]') !== null,
    );
    assert.deepEqual(await page.evaluate(shownLanguages), ['pl ltr', 'pl ltr']);
    assert.deepEqual(requests, ['/page.html', '/dist/havn.js', '/dist/locales/pl.js']);
    assert.deepEqual([messages, errors], [[], []]);
    assert.equal(await page.evaluate(() => document.querySelectorAll('script').length), 1);
  });

  test('comes to a page with a frame that has the name of a property of the document', async () => {
    const { page, errors } = await browser.open(
      pageOf(`<iframe name="documentElement" title="x"></iframe>${banner('pl')}${scriptTag()}`),
    );
    await page.waitForFunction(
      () => document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector('[lang=pl]') !== null,
      undefined,
      { timeout: 5000 },
    );
    assert.deepEqual(errors, []);
  });

  test('is not asked for by pages in English, bokmål or nynorsk', async () => {
    const { requests } = await browser.open(
      pageOf(
        ['en', 'nb', 'nn', 'no', 'xx', '../../evil', '__proto__', ''].map(banner).join('') + scriptTag(),
      ),
    );
    assert.deepEqual(requests, ['/page.html', '/dist/havn.js']);
  });

  test('is not asked for by a script that is a module: English shows', async () => {
    const { page, requests, messages, errors } = await browser.open(
      pageOf(banner('pl') + scriptTag().replace('defer', 'type="module"')),
    );
    await page.locator('havn-hotline-banner [part=base]').waitFor();
    await page.waitForTimeout(100);
    assert.deepEqual(await page.evaluate(shownLanguages), ['en ltr']);
    assert.deepEqual(requests, ['/page.html', '/dist/havn.js']);
    assert.deepEqual([messages, errors], [[], []]);
  });

  test('ten elements in ten languages at once, one of them from right to left, and live', async () => {
    const tags = [
      'hotline-banner',
      'service-finder',
      'entitlements-list',
      'contact-directory',
      'permit-guide',
      'referral-guide',
      'return-guide',
      'pathway',
      'service-card',
      'quick-exit',
    ];
    const languages = ['pl', 'uk', 'ar', 'vi', 'th', 'so', 'ti', 'nb', 'lt', 'es'];
    const { page, messages, errors } = await browser.open(
      pageOf(
        tags
          .map(
            (name, index) =>
              `<havn-${name} service="rosa-helpline" lang="${languages[index]}">${fallback}</havn-${name}>`,
          )
          .join('') + scriptTag(),
      ),
    );
    const direction = (lang: string) => (lang === 'ar' ? 'rtl' : 'ltr');
    const expected = languages.map(lang => `${lang} ${direction(lang)}`);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[lang]')].every(
        element =>
          !element.shadowRoot ||
          element.shadowRoot.querySelector(`[part=base][lang="${element.getAttribute('lang')}"]`),
      ),
    );
    assert.deepEqual(await page.evaluate(shownLanguages), expected);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('body [lang]'))
        if (element.shadowRoot) element.setAttribute('lang', 'ar');
    });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('*')].every(
        ({ shadowRoot }) => !shadowRoot || shadowRoot.querySelector('[part=base][dir=rtl]'),
      ),
    );
    assert.deepEqual([messages, errors], [[], []]);
  });

  test('while it loads the language of before is on screen, with its own lang and dir', async () => {
    const { page } = await browser.open(pageOf(banner('nb')));
    let answer: () => void = () => {};
    const held = new Promise(resolve => {
      answer = () => resolve(undefined);
    });
    await page.route('**/locales/ar.js', async route => {
      await held;
      await route.continue();
    });
    await page.addScriptTag({ url: '/dist/havn.js' });
    await page.evaluate(() => document.querySelector('havn-hotline-banner')?.setAttribute('lang', 'ar'));
    await page.waitForTimeout(100);
    assert.deepEqual(await page.evaluate(shownLanguages), ['en ltr']);
    assert.equal(await page.evaluate(findNumber, helpline.href), 'widget');
    answer();
    await page.waitForFunction(() =>
      document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector('[part=base][dir=rtl]'),
    );
  });

  for (const [how, body] of [
    ['is not there', undefined],
    ['is not what the hash says', 'dispatchEvent(new Event("evil"))'],
  ])
    test(`that ${how} leaves the number, warns once, and is tried again when asked again`, async () => {
      const { page, messages, errors } = await browser.open(pageOf(banner('nb')));
      let asked = 0;
      await page.route('**/locales/lt.js', async route => {
        asked++;
        if (asked > 1) await route.continue();
        else if (body) await route.fulfill({ body, contentType: 'text/javascript' });
        else await route.fulfill({ status: 404, body: '' });
      });
      await page.evaluate(() => addEventListener('evil', () => document.body.remove()));
      await page.addScriptTag({ url: '/dist/havn.js' });
      const ask = (lang: string) =>
        page.evaluate(
          lang => document.querySelector('havn-hotline-banner')?.setAttribute('lang', lang),
          lang,
        );
      await ask('lt');
      await page.waitForTimeout(300);
      assert.deepEqual(await page.evaluate(shownLanguages), ['en ltr']);
      assert.equal(await page.evaluate(findNumber, helpline.href), 'widget');
      assert.equal(messages.filter(message => /^warning: <lang=lt>/.test(message)).length, 1);
      await ask('lt-LT');
      await page.locator('havn-hotline-banner [part=base][lang=lt]').waitFor();
      assert.deepEqual(errors, []);
    });

  test('can be pasted as a second script, before or after, and then nothing is asked for', async () => {
    const second = '<script src="/dist/locales/uk.js" defer></script>';
    for (const scripts of [second + scriptTag(), scriptTag().replace(' defer', '') + second]) {
      const { page, requests } = await browser.open(pageOf(scripts + banner('uk')), { headers });
      await page.locator('havn-hotline-banner [part=base][lang=uk]').waitFor();
      assert.equal(new Set(requests).size, 3);
      await page.close();
    }
  });

  test('of another version is not taken', async () => {
    const file = readFileSync('dist/locales/sq.js', 'utf8');
    browser.serve('/sq.js', {
      body: file.replace(/build: '[^']+'/, "build: '9.9.9-0'"),
      type: 'text/javascript',
    });
    const { page } = await browser.open(pageOf(`<script src="/sq.js"></script>${banner('sq')}`));
    await page.route('**/locales/sq.js', route => route.abort());
    await page.addScriptTag({ url: '/dist/havn.js' });
    await page.waitForTimeout(100);
    assert.deepEqual(await page.evaluate(shownLanguages), ['en ltr']);
  });
});
