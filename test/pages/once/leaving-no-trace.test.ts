/** The page on leaving fewer traces, as somebody opens it on a phone that another person may check. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { directionOf } from '../../../dist/npm/locale/index.js';
import { allRules, axe, faultsByAxe } from '../../../tools/test/axe.js';
import { cutOff, openBrowser } from '../../../tools/test/harness.js';
import { rosa } from '../../rosa.js';

/** What a title may say: "Information", in each language. It stands in the history, in the tab and in screen sharing. */
const titles = {
  ar: 'معلومات',
  bg: 'Информация',
  en: 'Information',
  es: 'Información',
  fil: 'Impormasyon',
  fr: 'Informations',
  lt: 'Informacija',
  nb: 'Informasjon',
  nn: 'Informasjon',
  pl: 'Informacje',
  pt: 'Informações',
  ro: 'Informații',
  ru: 'Информация',
  so: 'Macluumaad',
  sq: 'Informacion',
  th: 'ข้อมูล',
  ti: 'ሓበሬታ',
  uk: 'Інформація',
  vi: 'Thông tin',
};

const file = (language: string) => `dist/html/information.${language}.html`;

/**
 * The style sheet may be lost where somebody copies the page alone. The colours are the browser's then; axe does not know
 * them and takes the ground for white, in the dark too.
 */
const looks = {
  'with the style sheet': { sheet: readFileSync('dist/html/havn.css', 'utf8'), schemes: ['light', 'dark'] },
  'without it': { sheet: '', schemes: ['light'] },
} satisfies Record<string, { sheet: string; schemes: ('light' | 'dark')[] }>;

const browser = await openBrowser();
after(() => browser.close());

async function openPage(
  language: string,
  {
    sheet = looks['with the style sheet'].sheet,
    width = 360,
    javaScriptEnabled = false,
  }: { sheet?: string; width?: number; javaScriptEnabled?: boolean } = {},
) {
  browser.serve('/html/havn.css', {
    body: sheet,
    type: 'text/css; charset=utf-8',
  });
  return browser.open(readFileSync(file(language), 'utf8'), {
    path: `/html/information.${language}.html`,
    context: { javaScriptEnabled, viewport: { width, height: 640 } },
  });
}

test('there is a page in every language, and no other', () => {
  const pages = readdirSync('dist/html').filter(name => name.startsWith('information.'));
  assert.deepEqual(
    pages.sort(),
    Object.keys(titles).map(language => `information.${language}.html`),
  );
});

for (const [language, title] of Object.entries(titles))
  describe(language, () => {
    let opened: Awaited<ReturnType<typeof openPage>>;
    before(async () => {
      opened = await openPage(language, { width: 320 });
    });
    after(() => browser.closePages());

    test('without script, both numbers can be called and read from left to right', async () => {
      for (const [number, shown] of [
        [rosa.dialled, rosa.unbroken],
        ['112', '112'],
      ] as const) {
        const link = opened.page.locator(`a[href="tel:${number}"]`).first();
        assert.ok(await link.isVisible());
        assert.ok(((await link.textContent()) ?? '').includes(shown), `${number} shows as ${shown}`);
        const direction = await link.locator('bdi').evaluate(element => getComputedStyle(element).direction);
        assert.equal(direction, 'ltr');
      }
    });

    test('asks for nothing but its style sheet, and has nothing that runs', async () => {
      const { page, requests, messages } = opened;
      assert.deepEqual(requests, [`/html/information.${language}.html`, '/html/havn.css']);
      assert.deepEqual(messages, []);
      const active = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter(
            ({ localName, attributes }) =>
              ['script', 'style', 'iframe', 'form', 'object'].includes(localName) ||
              [...attributes].some(({ name }) => /^on|^style$/.test(name)),
          )
          .map(element => element.outerHTML),
      );
      assert.deepEqual(active, []);
    });

    test('title and icon give nothing away, and no page that it leads to learns of it', async () => {
      const { page } = opened;
      assert.equal(await page.title(), title);
      const contentOf = (name: string) => page.locator(`meta[name=${name}]`).getAttribute('content');
      assert.equal(await contentOf('referrer'), 'no-referrer');
      assert.equal(await contentOf('robots'), 'noindex');
      assert.equal(await page.locator('link[rel=icon]').getAttribute('href'), 'data:,');
    });

    test('says in which language and direction it is', async () => {
      const found = await opened.page.evaluate(() => {
        const { lang, dir } = document.documentElement;
        return [lang, dir, getComputedStyle(document.querySelector('h1') as Element).direction];
      });
      assert.deepEqual(found, [language, directionOf(language), directionOf(language)]);
    });

    for (const [name, { sheet, schemes }] of Object.entries(looks)) {
      test(`nothing is cut off at 320 px, all opened, ${name}`, async () => {
        const { page } = sheet ? opened : await openPage(language, { sheet, width: 320 });
        assert.deepEqual(await page.evaluate(cutOff), []);
        const { scrollWidth, clientWidth } = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return { scrollWidth, clientWidth };
        });
        assert.equal(scrollWidth, clientWidth);
      });

      // What axe reads is the same in each: the original, a translation from left to right and one from right to left.
      if (!['en', 'nb', 'ar'].includes(language)) continue;
      test(`axe finds nothing, all opened, ${name}`, async () => {
        // axe waits with timers, which need script to be on; the page has none of its own.
        const { page } = await openPage(language, { sheet, javaScriptEnabled: true });
        await page.evaluate(axe);
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme });
          await page.evaluate(() => {
            for (const details of document.querySelectorAll('details')) details.open = true;
          });
          const faults = await page.evaluate(faultsByAxe, { runOnly: allRules });
          assert.deepEqual(faults, [], colorScheme);
        }
      });
    }
  });

test('what is translated and not reviewed says so, with the English original folded in', async () => {
  const { page } = await openPage('pl');
  assert.ok(await page.getByText('To tłumaczenie maszynowe.').isVisible());
  const original = page.locator('details div[lang=en]');
  assert.equal(await original.isVisible(), false);
  await page.locator('summary').click();
  assert.ok(await original.getByText('Leave fewer traces').isVisible());
});

test('English needs no such word', () => assert.ok(!readFileSync(file('en'), 'utf8').includes('<details')));
