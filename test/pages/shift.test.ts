/**
 * Whether anything on a page moves when the script comes after what stands inside the tag has been painted. As Chromium
 * measures it: the sum of all layout shifts, 0 for none.
 */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { inTag } from '../../tools/build/in-tag.js';
import { insideOf } from '../../tools/build/plain-fallback.js';
import { documented } from '../../tools/test/documented.js';
import { element, fallback, names, openBrowser, pageOf } from '../../tools/test/harness.js';

const widths = [360, 390, 768, 1280];
const policy = "default-src 'none'; script-src 'self'; style-src 'self'";
const arabic = { lang: 'ar', attributes: ' lang="ar" dir="rtl"' };
/** How each element is looked at. */
const views: { width: number; lang?: string; attributes?: string }[] = [
  ...widths.map(width => ({ width })),
  { width: 360, ...arabic },
];

const browser = await openBrowser();
after(() => browser.close());

const text = `<p>${'Det finnes hjelp for den som er utsatt. '.repeat(4)}</p>`;
const viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">';
const styled = `${viewport}<link rel="stylesheet" href="/dist/html/havn.css">`;

let pages = 0;

/** Runs in the page: whether every element on it speaks its language, and has been painted. */
const isDone = (lang: string) =>
  [...document.querySelectorAll('*')]
    .filter(({ localName }) => localName.startsWith('havn-'))
    .every(({ shadowRoot }) => shadowRoot?.querySelector(`[part=base][lang=${lang}]`)) &&
  new Promise(resolve => requestAnimationFrame(() => setTimeout(() => resolve(true), 50)));

/** How much moves on a page with an element between other texts, once the script comes. */
async function shiftOf(
  html: string,
  { width, lang = 'nb', attributes = '' }: { width: number; lang?: string; attributes?: string },
  head = styled,
): Promise<number> {
  const { page, errors } = await browser.open(
    pageOf(`<main${attributes}><h1>Hjelp</h1>${text}${html}${text.repeat(3)}</main>`, head),
    {
      path: `/${pages++}.html`,
      headers: { 'content-security-policy': policy },
      context: { viewport: { width, height: 720 } },
    },
  );
  await page.waitForFunction(() => performance.getEntriesByType('paint').length > 1);
  await page.evaluate(() => {
    // Not what came before: a browser may paint a long table while it is still reading it.
    const seen = { shift: 0 };
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) seen.shift += Reflect.get(entry, 'value');
    }).observe({ type: 'layout-shift' });
    Object.assign(window, { seen });
  });
  // A page in a language that the script does not carry names the language's file first: else English shows till it comes.
  if (!['nb', 'en'].includes(lang)) await page.addScriptTag({ url: `/dist/locales/${lang}.js` });
  await page.addScriptTag({ url: '/dist/havn.js' });
  await page.waitForFunction(isDone, lang);
  const shift = await page.evaluate(() => (window as typeof window & { seen: { shift: number } }).seen.shift);
  assert.deepEqual(errors, []);
  await page.close();
  return shift;
}

describe('layout shift', () => {
  for (const name of names)
    test(`nothing moves when havn-${name} takes the place of its content as plain HTML`, async () => {
      const shifts = await Promise.all(
        views.map(async view => {
          const { lang = 'nb', width } = view;
          const html = element(name, ` lang="${lang}"`, insideOf(name, lang));
          return [`${lang}, ${width}`, await shiftOf(html, view)];
        }),
      );
      assert.deepEqual(
        shifts.filter(([, shift]) => shift !== 0),
        [],
      );
    });

  const most = 0.05;
  const snippets = {
    'of the README': ['nb', documented('tag').replace(/<script.*/, '')],
    'in English': ['en', element('hotline-banner', ' lang="en"', inTag('en'))],
  } as const;
  for (const [which, [lang, html]] of Object.entries(snippets))
    test(`the snippet ${which}, without a style sheet, moves at most ${most}`, async t => {
      const shifts = await Promise.all(
        widths.map(async width => [width, await shiftOf(html, { width, lang }, viewport)] as const),
      );
      t.diagnostic(shifts.map(([width, shift]) => `${width}: ${shift.toFixed(3)}`).join(', '));
      assert.deepEqual(
        shifts.filter(([, shift]) => shift > most),
        [],
      );
    });

  test('what moves is seen: a banner is higher than one line', async t => {
    const shifts = await Promise.all(
      widths.map(width => shiftOf(element('hotline-banner', '', fallback), { width })),
    );
    t.diagnostic(shifts.map(shift => shift.toFixed(3)).join(' and '));
    assert.ok(shifts.every(shift => shift > 0.01));
  });
});
