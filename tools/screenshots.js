/** Takes pictures of every element and of the partner pages: node tools/screenshots.js [folder] */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArguments, findChromium } from './chromium.js';
import { createServer } from './serve.js';

const folder = process.argv[2] ?? '.build/screenshots';

/** What is looked at, by the name of its pictures. */
const elements = {
  'hotline-banner': '<havn-hotline-banner exit></havn-hotline-banner>',
  'hotline-banner-card': '<havn-hotline-banner layout="card" exit></havn-hotline-banner>',
  'service-finder': '<havn-service-finder page-size="5"></havn-service-finder>',
  'entitlements-list': '<havn-entitlements-list></havn-entitlements-list>',
  'entitlements-list-open': '<havn-entitlements-list open></havn-entitlements-list>',
};

/**
 * @typedef {object} Variant
 * @property {number} [width]
 * @property {number} [zoom]
 * @property {Parameters<import('playwright-core').Page['emulateMedia']>[0]} [media]
 */

/** @type {Record<string, Variant>} */
const variants = {
  360: { width: 360 },
  768: { width: 768 },
  1280: { width: 1280 },
  dark: { width: 768, media: { colorScheme: 'dark' } },
  'forced-colours': { width: 768, media: { forcedColors: 'active', colorScheme: 'dark' } },
  print: { width: 720, media: { media: 'print' } },
  // A window of 1280 px at 400 %.
  'zoom-400': { width: 320, zoom: 4 },
};

/** @type {Record<string, Variant>} */
const pageVariants = {
  360: { width: 360 },
  1280: { width: 1280 },
  dark: { width: 1280, media: { colorScheme: 'dark' } },
  'dark-360': { width: 360, media: { colorScheme: 'dark' } },
  print: { width: 720, media: { media: 'print' } },
};

/** @param {string} markup */
const barePage = markup => `<!doctype html>
<html lang="nb">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>One element</title>
<script src="/dist/havn.js" defer></script>
${markup}
</html>`;

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium found: install one, or set CHROME_PATH');

mkdirSync(folder, { recursive: true });
const server = createServer();
await new Promise(resolve => void server.listen(0, '127.0.0.1', () => resolve(undefined)));
const address = /** @type {import('node:net').AddressInfo} */ (server.address());
const origin = `http://127.0.0.1:${address.port}`;
const browser = await chromium.launch({ executablePath, args: chromiumArguments });

/** @param {string} url @param {string} file @param {Variant} variant @param {string} [html] */
async function picture(url, file, { width = 1280, zoom = 1, media = {} }, html) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, deviceScaleFactor: zoom });
  // A picture of a page that complains would hide what is wrong.
  page.on('console', message => console.warn(`${file}: ${message.text()}`));
  page.on('pageerror', error => console.warn(`${file}: ${error}`));
  await page.emulateMedia(media);
  if (html)
    await page.route(url, route => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.goto(url);
  const path = join(folder, `${file}.png`);
  await page.screenshot({ path, fullPage: true });
  await page.close();
}

try {
  for (const [name, variant] of Object.entries(pageVariants)) {
    await picture(`${origin}/partners/municipality/`, `municipality-${name}`, variant);
    await picture(`${origin}/`, `gallery-${name}`, variant);
  }
  for (const [element, markup] of Object.entries(elements))
    for (const [name, variant] of Object.entries(variants))
      await picture(`${origin}/one`, `${element}-${name}`, variant, barePage(markup));
} finally {
  await browser.close();
  server.close();
}
console.log(`Pictures are in ${folder}`);
