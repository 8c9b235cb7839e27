/**
 * Takes one picture a language with every element in it, as wide as on a desktop and as narrow as on a phone, to look at:
 * tools/pictures/contact-sheets.ts [language…]
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { namesBeside } from '../build/entries.js';
import { tellComplaints, withBrowser } from './pictures.js';

const folder = '.build/contact-sheets';

const languages = process.argv.slice(2).length
  ? process.argv.slice(2)
  : ['en', 'nb', 'nn', ...readdirSync('dist/locales').map(name => name.replace('.js', ''))].sort();

/** The long ones show a part of what they have, so that a sheet can be looked at. */
const known = `
  <havn-hotline-banner exit></havn-hotline-banner>
  <havn-hotline-banner layout="card"></havn-hotline-banner>
  <havn-service-finder page-size="2"></havn-service-finder>
  <havn-entitlements-list></havn-entitlements-list>
  <havn-referral-guide profession="police"></havn-referral-guide>
  <havn-return-guide></havn-return-guide>
  <havn-contact-directory audience="professional" need="shelter"></havn-contact-directory>
  <havn-service-card service="kom-coordination"></havn-service-card>
  <havn-permit-guide></havn-permit-guide>
  <havn-permit-guide view="questions"></havn-permit-guide>
  <havn-pathway step="2"></havn-pathway>
  <havn-quick-exit></havn-quick-exit>
  <havn-language-menu></havn-language-menu>`;
const elements =
  known +
  namesBeside(known)
    .map(name => `<havn-${name}></havn-${name}>`)
    .join('');

const sheet = (language: string) => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>${language}</title>
<style>
  body { display: flex; gap: 24px; align-items: start; inline-size: max-content; margin: 0; padding: 16px; font-family: sans-serif }
  div { column-gap: 24px }
  .desktop { columns: 2; inline-size: 1824px }
  .phone { columns: 4; inline-size: 1512px }
  div > * { display: block; break-inside: avoid; margin-block-end: 24px }
</style>
<script src="/dist/havn.js" defer></script>
<div class="desktop">${elements}</div>
<div class="phone">${elements}</div>
</html>`;

mkdirSync(folder, { recursive: true });
await withBrowser(async (browser, origin) => {
  for (const language of languages) {
    const page = await browser.newPage({ viewport: { width: 3392, height: 800 } });
    tellComplaints(page, language);
    const url = `${origin}/sheet`;
    await page.route(url, route =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: sheet(language) }),
    );
    await page.goto(url);
    await page.waitForFunction(
      language =>
        [...document.querySelectorAll('*')].every(
          ({ shadowRoot }) => !shadowRoot || shadowRoot.querySelector(`[part=base][lang="${language}"]`),
        ),
      language,
    );
    await page.screenshot({ path: join(folder, `${language}.png`), fullPage: true });
    await page.close();
  }
});
console.log(`Pictures are in ${folder}`);
