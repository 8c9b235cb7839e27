/**
 * Takes pictures: node tools/screenshots.js [folder]: every element and the pages, from top to bottom, to look at;
 * node tools/screenshots.js --docs: the few of docs/images, as much of each as a window shows.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArguments, findChromium } from './chromium.js';
import { createServer } from './serve.js';

const forDocs = process.argv[2] === '--docs';
const folder = forDocs ? 'docs/images' : (process.argv[2] ?? '.build/screenshots');

/** What is looked at, by the name of its pictures. @type {Record<string, string>} */
const elements = {
  'hotline-banner': '<havn-hotline-banner exit></havn-hotline-banner>',
  'service-finder': '<havn-service-finder page-size="5"></havn-service-finder>',
  'entitlements-list': '<havn-entitlements-list></havn-entitlements-list>',
  'contact-directory': '<havn-contact-directory></havn-contact-directory>',
  'permit-guide': '<havn-permit-guide></havn-permit-guide>',
  'referral-guide': '<havn-referral-guide profession="health"></havn-referral-guide>',
  'return-guide': '<havn-return-guide></havn-return-guide>',
  pathway: '<havn-pathway step="2"></havn-pathway>',
  'service-card': '<havn-service-card service="rosa-helpline"></havn-service-card>',
  'quick-exit': '<havn-quick-exit></havn-quick-exit>',
  'language-menu': '<havn-language-menu></havn-language-menu>',
};

/** Other states, to look at alone. @type {Record<string, string>} */
const states = {
  'hotline-banner-card': '<havn-hotline-banner layout="card" exit></havn-hotline-banner>',
  'entitlements-list-open': '<havn-entitlements-list open></havn-entitlements-list>',
  'permit-guide-questions': '<havn-permit-guide view="questions"></havn-permit-guide>',
  'referral-guide-asks': '<havn-referral-guide></havn-referral-guide>',
};

/** The pages of partners. */
const partners = ['municipality', 'ngo', 'police-intranet', 'hospital-intranet'];

/**
 * @typedef {object} Variant
 * @property {number} [width]
 * @property {number} [height]
 * @property {string} [lang]
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

/** Of each element, in docs/screenshots.md. @type {Record<string, Variant>} */
const docsVariants = {
  360: { width: 360, height: 1160, lang: 'en' },
  desktop: { width: 1100, height: 820, lang: 'en' },
  dark: { width: 720, height: 860, lang: 'en', media: { colorScheme: 'dark' } },
  print: { width: 720, height: 720, lang: 'en', media: { media: 'print' } },
  nb: { width: 720, height: 860, lang: 'nb' },
};

/** They show nothing on paper. */
const notPrinted = ['quick-exit', 'language-menu'];

/** Of these elements also in another direction and another script. */
const inFurtherLanguages = ['hotline-banner', 'service-finder', 'entitlements-list'];
/** @type {Record<string, Variant>} */
const furtherLanguages = {
  ar: { width: 720, height: 860, lang: 'ar' },
  th: { width: 720, height: 860, lang: 'th' },
};

/** @param {string} markup @param {string} [lang] */
const barePage = (markup, lang = 'nb') => `<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>One element</title>
<style>body { margin: 16px; font-family: sans-serif }</style>
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
async function picture(url, file, { width = 1280, height = 800, zoom = 1, media = {} }, html) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: zoom });
  // A picture of a page that complains would hide what is wrong.
  page.on('console', message => console.warn(`${file}: ${message.text()}`));
  page.on('pageerror', error => console.warn(`${file}: ${error}`));
  await page.emulateMedia(media);
  if (html)
    await page.route(url, route => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.goto(url);
  const path = join(folder, `${file}.png`);
  // Below a short element the window is empty: that part is left out.
  const content = await page.evaluate(() => Math.ceil(document.body.getBoundingClientRect().bottom) + 16);
  await page.screenshot(
    forDocs
      ? { path, clip: { x: 0, y: 0, width, height: Math.min(height, content) } }
      : { path, fullPage: true },
  );
  await page.close();
}

async function picturesToLookAt() {
  for (const [name, variant] of Object.entries(pageVariants)) {
    for (const partner of partners)
      await picture(`${origin}/partners/${partner}/`, `${partner}-${name}`, variant);
    await picture(`${origin}/`, `gallery-${name}`, variant);
  }
  for (const [element, markup] of Object.entries({ ...elements, ...states }))
    for (const [name, variant] of Object.entries(variants))
      await picture(`${origin}/one`, `${element}-${name}`, variant, barePage(markup));
}

async function picturesForDocs() {
  await picture(`${origin}/partners/municipality/`, 'municipality', { width: 1280, height: 800 });
  for (const [element, markup] of Object.entries(elements))
    for (const [name, variant] of Object.entries({
      ...docsVariants,
      ...(inFurtherLanguages.includes(element) && furtherLanguages),
    })) {
      if (name === 'print' && notPrinted.includes(element)) continue;
      await picture(`${origin}/one`, `${element}-${name}`, variant, barePage(markup, variant.lang));
    }
}

try {
  await (forDocs ? picturesForDocs() : picturesToLookAt());
} finally {
  await browser.close();
  server.close();
}
console.log(`Pictures are in ${folder}`);
