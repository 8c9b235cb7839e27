/** dist/leaflet: two sides of A4 in every language, nothing cut off, and nothing told to who sees it lie there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, describe, test } from 'node:test';
import { fileAnswer, openBrowser } from '../../../tools/test/harness.js';
import { rosa } from '../../rosa.js';
import { sure } from '../../sure.js';
import { languages } from '../all-elements.js';
import { readPdf } from '../pdf.js';

const browser = await openBrowser();
after(() => browser.close());
afterEach(() => browser.closePages());

const terms = JSON.parse(readFileSync('data/locales/terms.json', 'utf8'));
const notReviewed = Object.entries<{ reviewed_on: string | null }>(
  JSON.parse(readFileSync('data/locales/review.json', 'utf8')),
)
  .filter(([, { reviewed_on }]) => !reviewed_on)
  .map(([language]) => language);

/** The folder with it in the place of the page. */
async function open(language: string) {
  const html = String(fileAnswer(`/dist/leaflet/${language}.html`)?.body);
  return browser.open(html, {
    path: `/dist/leaflet/${language}.html`,
    headers: { 'content-security-policy': "default-src 'none'; style-src 'self'; img-src data:" },
  });
}

/** Runs in the page: the leaves out of which something stands. */
const cutOff = () =>
  [...document.querySelectorAll('.havn-leaf, .havn-leaves')]
    .filter(
      ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
        scrollHeight > clientHeight || scrollWidth > clientWidth,
    )
    .map(leaf => `${leaf.textContent?.trim().slice(0, 40)} ${leaf.scrollHeight}/${leaf.clientHeight}`);

/** Runs in the page. @returns the numbers that are on more than one line */
const brokenNumbers = (numbers: Element[]) =>
  numbers
    .filter(number => {
      const text = document.createRange();
      text.selectNodeContents(number);
      return new Set([...text.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    })
    .map(number => number.textContent);

describe('the leaflet', () => {
  for (const language of languages)
    test(`in ${language} is two sides of A4, with nothing cut off, and tells nothing where it lies`, async () => {
      const { page, messages, errors } = await open(language);
      assert.deepEqual(await page.evaluate(cutOff), []);
      const { pages, text } = readPdf(await page.pdf({ preferCSSPageSize: true }));
      assert.deepEqual(
        pages.map(size => size.map(Math.round)),
        [
          [842, 595],
          [842, 595],
        ],
      );
      for (const number of [rosa.digits, '112', '23100200', '55553333']) assert.ok(text.includes(number));
      assert.equal(await page.locator('html').getAttribute('dir'), language === 'ar' ? 'rtl' : 'ltr');
      // On the faces that lie up, in the tab and in the address.
      const outer = await page.locator('.havn-side').last().locator('.havn-leaf').allInnerTexts();
      const front = sure(outer[2]);
      assert.equal(outer[1]?.trim(), '');
      assert.equal(front.trim().split('\n')[0], await page.title());
      assert.ok(front.length < 40);
      assert.doesNotMatch(`${front} ${new URL(page.url()).pathname}`, /\d{2}|traffick|ROSA/i);
      for (const { forms } of Object.values<{ forms: string }>(terms[language]?.terms ?? {}))
        assert.doesNotMatch(front, new RegExp(forms, 'iu'));
      // That nobody has reviewed it.
      if (notReviewed.includes(language)) {
        const said = (await page.locator('.havn-origin > p').last().textContent()) ?? '';
        assert.ok(said.trim().length > 10);
      }
      assert.deepEqual(await page.locator('a[href^="tel:"] bdi').evaluateAll(brokenNumbers), []);
      assert.deepEqual([messages, errors], [[], []]);
    });

  test('in English says of no machine that it has translated it', async () => {
    const { page } = await open('en');
    assert.equal(await page.getByText('A machine translated this').count(), 0);
  });

  test('sees a leaf that is too full', async () => {
    const { page } = await open('en');
    await page.evaluate(() => document.querySelector('.havn-leaf')?.append('more '.repeat(900)));
    assert.equal((await page.evaluate(cutOff)).length, 1);
  });

  test('names its source and its day, and no right without its "may"', async () => {
    const { page } = await open('en');
    const text = (await page.locator('main').textContent()) ?? '';
    assert.match(
      text,
      /Assistance for victims of human trafficking in Norway\s*Taken from there on 25 November 2026/,
    );
    const rights = text.slice(text.indexOf('What you may be entitled to'));
    assert.equal(rights.match(/you may be entitled to/gi)?.length, 10);
  });

  test('shows each number as a phone with a foreign card has to dial it', async () => {
    const { page } = await open('ar');
    const calls = await page
      .locator('a[href^="tel:"]')
      .evaluateAll(links =>
        links.map(link => [link.getAttribute('href'), link.querySelector('bdi')?.textContent]),
      );
    assert.ok(calls.length > 6);
    for (const [href, shown] of calls) assert.equal(`tel:${shown?.replace(/\s/g, '')}`, href);
  });

  test('calls on the screen, and has no script', async () => {
    const { page } = await open('nb');
    assert.equal(await page.locator(rosa.link).count(), 1);
    assert.equal(await page.locator('script').count(), 0);
  });
});
