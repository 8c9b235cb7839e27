/** Files of an editor, as a host serves them from node_modules. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';

/** @type {Record<string, string>} */
const types = { '.css': 'text/css', '.js': 'text/javascript; charset=utf-8' };

/**
 * @param {import('./ways.js').Browser} browser
 * @param {string} folder of node_modules
 * @param {string[]} files in it
 */
export function served(browser, folder, files) {
  for (const file of files) {
    const body = readFileSync(new URL(`../../node_modules/${folder}/${file}`, import.meta.url));
    browser.serve(`/${folder}/${file}`, { body, type: types[extname(file)] });
  }
}

/**
 * Puts HTML into the source view of an editor, as a paste does. Playwright's `fill` types it, which takes Chromium a second
 * for 50 kB.
 * @param {import('playwright-core').Locator} field
 * @param {string} html
 */
export const paste = (field, html) =>
  field.evaluate((element, html) => {
    const area = /** @type {HTMLTextAreaElement} */ (element);
    area.value = html;
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, html);
