/**
 * The documentation in each browser: its pages under the policy of a strict host page, a live element, and the search.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { helpline } from '../../../tools/build/helpline.js';
import { openEngine } from '../../../tools/test/engine.js';
import { findNumber } from '../../../tools/test/harness.js';
import { rosa } from '../../rosa.js';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

const read = (path: string) => readFileSync(`.build/site/${path}`, 'utf8');

const browser = await openEngine({ isOneTab: true });
after(() => browser.close());
for (const file of ['dist/havn.js', 'assets/site.js', 'assets/search.nb.js'])
  browser.serve(`/docs/${file}`, { body: read(file), type: 'text/javascript; charset=utf-8' });
for (const file of ['assets/base.css', 'assets/site.css', 'dist/html/havn.css'])
  browser.serve(`/docs/${file}`, { body: read(file), type: 'text/css; charset=utf-8' });
browser.serve('/docs/images/municipality.png', {
  body: readFileSync('.build/site/images/municipality.png'),
  type: 'image/png',
});
browser.serve('/docs/assets/icon.svg', { body: read('assets/icon.svg'), type: 'image/svg+xml' });

async function openPage(path: string) {
  await browser.open(read(`${path}index.html`), {
    path: `/docs/${path}`,
    headers: { 'content-security-policy': policy },
  });
}

for (const path of ['nb/', 'en/elements/hotline-banner/', 'nb/guides/municipality/'])
  test(`${path} is laid out, says nothing on the console, and has the number on screen`, async () => {
    await openPage(path);
    const [font, bar] = await browser.evaluate(() => [
      getComputedStyle(document.documentElement).fontFamily,
      getComputedStyle(document.querySelector('.bar') as Element).display,
    ]);
    assert.match(font, /system-ui/);
    assert.equal(bar, 'flex');
    assert.equal(
      await browser.evaluate(findNumber, helpline.href),
      path.includes('guides') ? 'fallback' : 'widget',
    );
    assert.deepEqual(await browser.told(), { errors: [], messages: [] });
  });

test('the attributes of an element can be tried, and what to paste says what was chosen', async () => {
  await openPage('en/elements/hotline-banner/');
  await browser.until(() => document.querySelector('.copyable') !== null);
  await browser.evaluate(() => {
    const [layout, exit] = document.querySelectorAll<HTMLSelectElement & HTMLInputElement>('.knobs [name]');
    if (!layout || !exit) throw new Error('Nothing to try');
    layout.value = 'card';
    layout.dispatchEvent(new Event('input', { bubbles: true }));
    exit.click();
  });
  const [shown, paste] = await browser.evaluate(() => [
    document.querySelector('.live havn-hotline-banner')?.shadowRoot?.querySelectorAll('.card [part=exit]')
      .length,
    document.querySelector('main pre code')?.textContent,
  ]);
  assert.equal(shown, 1);
  assert.match(
    String(paste),
    new RegExp(`^<havn-hotline-banner lang="en" layout="card" exit><p>.*tel:\\+47${rosa.digits}`),
  );
  assert.deepEqual(await browser.told(), { errors: [], messages: [] });
});

test('the search finds what is typed, without a request for it', async () => {
  await openPage('nb/search/');
  await browser.until(() => document.getElementById('search')?.hidden === false);
  await browser.evaluate(() => document.getElementById('search-field')?.focus());
  await browser.keys('u');
  await browser.until(() => document.querySelectorAll('#search-results a').length > 0);
  const asked = browser.requests.length;
  await browser.keys(...'tgang');
  await browser.until(() => document.querySelector('#search-results a')?.textContent === 'Utgang');
  assert.match(
    await browser.evaluate(() => document.getElementById('search-status')?.textContent ?? ''),
    /^\d+ treff$/,
  );
  assert.equal(browser.requests.length, asked);
  assert.deepEqual(await browser.told(), { errors: [], messages: [] });
});
