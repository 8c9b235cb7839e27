/**
 * `tools/pictures/wordpress-pictures.ts`: the pictures of the guide to the plugin, from the editor of a real WordPress, in
 * English and in bokmål, into docs/images. Builds nothing: `npm run build` first.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { writePlugin } from '../build/wordpress.js';
import { chromiumArguments, chromiumPath } from '../test/chromium.js';
import { logIn, openEditor, savePage } from '../test/wordpress-browser.js';
import { startHost } from '../test/wordpress-host.js';

/** What is typed, and what is looked for, by language. */
const languages = {
  en: { locale: '', title: 'Get help', typed: '/helpline' },
  nb: { locale: 'nb_NO', title: 'Få hjelp', typed: '/hjelpetelefon' },
} as const;

const folder = mkdtempSync(join(tmpdir(), 'havn-pictures-'));
const { path } = await writePlugin({ folder });
const host = await startHost();
execFileSync('unzip', ['-qo', path, '-d', join(host.site, 'wp-content/plugins')]);
host.php("require_once ABSPATH . 'wp-admin/includes/plugin.php'; activate_plugin('havn/havn.php');");
const browser = await puppeteer.launch({
  executablePath: chromiumPath(),
  args: chromiumArguments,
  headless: true,
});
const page = await browser.newPage();
await page.setViewport({ width: 1100, height: 700 });

async function picture(name: string) {
  // What moves has come to rest.
  await wait(800);
  await page.screenshot({ path: `docs/images/wordpress-${name}.png` as `${string}.png` });
}

for (const [language, { locale, title, typed }] of Object.entries(languages)) {
  host.set({ locale });
  await logIn(page, host.origin, 'admin');
  const canvas = await openEditor(page, `${host.origin}/wp-admin/post-new.php?post_type=page`);
  await canvas.click('.wp-block-post-title');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await page.keyboard.type(typed);
  await page.waitForSelector('[role=option]');
  await picture(`find-${language}`);
  await page.keyboard.press('Enter');
  await canvas.waitForFunction(() =>
    document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector('a[href^="tel:"]'),
  );
  await page.waitForSelector('.block-editor-block-inspector select');
  await picture(`set-${language}`);
  const { address } = await savePage(page, 'publish');
  await page.goto(`${host.origin}/wp-admin/options-general.php?page=havn`);
  await Promise.all([page.waitForNavigation(), page.click('#havn-check-now')]);
  await picture(`settings-${language}`);
  await page.deleteCookie(
    ...(await page.cookies()).filter(({ name }) => name.startsWith('wordpress_logged')),
  );
  await page.goto(address);
  await picture(`page-${language}`);
}
await browser.close();
await host.stop();
rmSync(folder, { recursive: true, force: true });
