/** The page on leaving fewer traces, in each browser. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openEngine } from '../../../tools/test/engine.js';
import { rosa } from '../../rosa.js';

/** Left to right, right to left, and a script that not every device has. */
const languages = ['en', 'ar', 'ti'];

const browser = await openEngine({ isOneTab: true });
browser.serve('/html/havn.css', {
  body: readFileSync('dist/html/havn.css', 'utf8'),
  type: 'text/css; charset=utf-8',
});

async function openPage(language: string) {
  const name = `information.${language}.html`;
  await browser.open(readFileSync(`dist/html/${name}`, 'utf8'), { path: `/html/${name}`, tells: false });
  return `/html/${name}`;
}

for (const language of languages) {
  test(`${language}: both numbers are in sight, read from left to right, and lead to the telephone`, async () => {
    await openPage(language);
    const links = await browser.evaluate(() =>
      [...document.querySelectorAll('main > p a[href^="tel:"]')].map(link => {
        const number = link.querySelector('bdi') as HTMLElement;
        const { width, height } = number.getBoundingClientRect();
        return [
          link.getAttribute('href'),
          number.textContent?.replace(/\s/g, ' '),
          getComputedStyle(number).direction,
          width > 20 && height > 10,
        ];
      }),
    );
    assert.deepEqual(links, [
      ['tel:112', '112', 'ltr', true],
      [rosa.href, rosa.shown, 'ltr', true],
    ]);
  });
}

test('the way out is the first that Tab reaches, is in sight, and tells the next page nothing', async () => {
  const path = '/html/information.en.html';
  const html = readFileSync(`dist${path}`, 'utf8');
  // Replaces the exit address: a test must not request the real site, and cannot read encrypted requests.
  const exit = 'http://weather.example/';
  browser.serve(exit, { body: '<!doctype html><title>Weather</title>' });
  await browser.open(html.replaceAll('https://www.yr.no/', exit), { path, tells: false });
  await browser.keys('Tab');
  const focused = await browser.evaluate(() => {
    const { top, bottom } = (document.activeElement as Element).getBoundingClientRect();
    return [document.activeElement?.getAttribute('href'), top >= 0 && bottom <= innerHeight];
  });
  assert.deepEqual(focused, [exit, true]);
  await browser.keys('Enter');
  await browser.until(() => document.title === 'Weather');
  const request = browser.requests.find(({ address }) => address === exit);
  assert.equal(request?.headers.referer, undefined);
});
