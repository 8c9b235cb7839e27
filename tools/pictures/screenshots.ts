/**
 * Takes pictures: tools/pictures/screenshots.ts [folder]: every element and the pages, from top to bottom, to look at;
 * tools/pictures/screenshots.ts --docs: builds, and takes the few of docs/images, as much of each as a window shows.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { elements as allElements, nameOf } from '../build/entries.js';
import { runTool } from '../build/type-script.js';
import { createServer } from '../docs/serve.js';
import { recordForms } from '../docs/shown.js';
import { chromiumArguments, chromiumPath } from '../test/chromium.js';
import { openServer } from '../test/server.js';

const forDocs = process.argv[2] === '--docs';
const folder = forDocs ? 'docs/images' : (process.argv[2] ?? '.build/screenshots');

/** What an element needs to show most of itself. */
const attributes: Record<string, string> = {
  'hotline-banner': ' exit',
  'service-finder': ' page-size="5"',
  'referral-guide': ' profession="health"',
  pathway: ' step="2"',
  'service-card': ' service="rosa-helpline"',
};

/** What is looked at, by the name of its pictures. */
const elements: Record<string, string> = Object.fromEntries(
  allElements.map(nameOf).map(name => [name, `<havn-${name}${attributes[name] ?? ''}></havn-${name}>`]),
);

/** Other states, to look at alone. */
const states: Record<string, string> = {
  'hotline-banner-card': '<havn-hotline-banner layout="card" exit></havn-hotline-banner>',
  'entitlements-list-open': '<havn-entitlements-list open></havn-entitlements-list>',
  'permit-guide-questions': '<havn-permit-guide view="questions"></havn-permit-guide>',
  'referral-guide-asks': '<havn-referral-guide></havn-referral-guide>',
};

/** The pages of partners. */
const partners = ['municipality', 'ngo', 'police-intranet', 'hospital-intranet'];

interface Variant {
  width?: number;
  height?: number;
  lang?: string;
  zoom?: number;
  media?: Parameters<Page['emulateMedia']>[0];
}

const variants: Record<string, Variant> = {
  360: { width: 360 },
  768: { width: 768 },
  1280: { width: 1280 },
  dark: { width: 768, media: { colorScheme: 'dark' } },
  'forced-colours': { width: 768, media: { forcedColors: 'active', colorScheme: 'dark' } },
  print: { width: 720, media: { media: 'print' } },
  // A window of 1280 px at 400 %.
  'zoom-400': { width: 320, zoom: 4 },
};

const pageVariants: Record<string, Variant> = {
  360: { width: 360 },
  1280: { width: 1280 },
  dark: { width: 1280, media: { colorScheme: 'dark' } },
  'dark-360': { width: 360, media: { colorScheme: 'dark' } },
  print: { width: 720, media: { media: 'print' } },
};

/** Of each element, in docs/screenshots.md. */
const docsVariants: Record<string, Variant> = {
  360: { width: 360, height: 1160, lang: 'en' },
  desktop: { width: 1100, height: 820, lang: 'en' },
  dark: { width: 720, height: 860, lang: 'en', media: { colorScheme: 'dark' } },
  print: { width: 720, height: 720, lang: 'en', media: { media: 'print' } },
  nb: { width: 720, height: 860, lang: 'nb' },
  ar: { width: 720, height: 860, lang: 'ar' },
};

/** They show nothing on paper. */
const notPrinted = ['quick-exit', 'language-menu'];

/** Of these elements also in a script without spaces. */
const inThai = ['hotline-banner', 'service-finder', 'entitlements-list'];
const thai: Record<string, Variant> = { th: { width: 720, height: 860, lang: 'th' } };

const barePage = (markup: string, lang: string = 'nb') => `<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>One element</title>
<style>body { margin: 16px; font-family: sans-serif }</style>
<script src="/dist/havn.js" defer></script>
${markup}
</html>`;

type Picture = (path: string, file: string, variant: Variant, html?: string) => Promise<void>;

const pictureIn =
  (browser: Browser, origin: string): Picture =>
  async (address, file, { width = 1280, height = 800, zoom = 1, media = {} }, html) => {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: zoom });
    const url = origin + address;
    tellComplaints(page, file);
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
  };

async function picturesToLookAt(picture: Picture) {
  for (const [name, variant] of Object.entries(pageVariants)) {
    for (const partner of partners) await picture(`/partners/${partner}/`, `${partner}-${name}`, variant);
    await picture('/gallery.html', `gallery-${name}`, variant);
  }
  for (const [element, markup] of Object.entries({ ...elements, ...states }))
    for (const [name, variant] of Object.entries(variants))
      await picture('/one', `${element}-${name}`, variant, barePage(markup));
}

async function picturesForDocs(picture: Picture) {
  await picture('/partners/municipality/', 'municipality', { width: 1280, height: 800 });
  for (const [element, markup] of Object.entries(elements))
    for (const [name, variant] of Object.entries({
      ...docsVariants,
      ...(inThai.includes(element) && thai),
    })) {
      if (name === 'print' && notPrinted.includes(element)) continue;
      await picture('/one', `${element}-${name}`, variant, barePage(markup, variant.lang));
    }
}

/** Opens a browser and a server, and closes them whatever happens. */
async function withBrowser(action: (browser: Browser, origin: string) => Promise<void>) {
  const executablePath = chromiumPath();
  const { origin, close } = await openServer(createServer());
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    await action(browser, origin);
  } finally {
    await browser.close();
    await close();
  }
}

/** A picture of a page that complains would hide what is wrong. */
function tellComplaints(page: Page, name: string) {
  page.on('console', message => console.warn(`${name}: ${message.text()}`));
  page.on('pageerror', error => console.warn(`${name}: ${error}`));
}

mkdirSync(folder, { recursive: true });
// What is recorded is the form of the sources: the pictures have to show the same.
if (forDocs) runTool('tools/build/build.ts');
await withBrowser((browser, origin) =>
  (forDocs ? picturesForDocs : picturesToLookAt)(pictureIn(browser, origin)),
);
if (forDocs) recordForms();
console.log(`Pictures are in ${folder}`);
