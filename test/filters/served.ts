/** Files of an editor, as a host serves them from node_modules. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Locator } from 'playwright-core';
import type { Browser } from './ways.js';

const types: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript; charset=utf-8' };

/**
 * @param folder of node_modules
 * @param files in it
 */
export function served(browser: Browser, folder: string, files: string[]) {
  for (const file of files) {
    const body = readFileSync(new URL(`../../node_modules/${folder}/${file}`, import.meta.url));
    browser.serve(`/${folder}/${file}`, { body, type: types[extname(file)] });
  }
}

/**
 * Puts HTML into the source view of an editor, as a paste does. Playwright's `fill` types it, which takes Chromium a second
 * for 50 kB.
 */
export const paste = (field: Locator, html: string) =>
  field.evaluate((element, html) => {
    const area = element as HTMLTextAreaElement;
    area.value = html;
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, html);
