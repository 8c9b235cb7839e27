/** A browser and a server, for the tools that take pictures. */
import { chromium } from 'playwright-core';
import { createServer } from '../docs/serve.js';
import { chromiumArguments, findChromium } from '../test/chromium.js';

/**
 * Opens both, and closes them whatever happens.
 * @param {(browser: import('playwright-core').Browser, origin: string) => Promise<void>} action
 */
export async function withBrowser(action) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: install one, or set CHROME_PATH');
  const server = createServer();
  await new Promise(resolve => void server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    await action(browser, `http://127.0.0.1:${port}`);
  } finally {
    await browser.close();
    server.close();
  }
}

/** A picture of a page that complains would hide what is wrong. @param {import('playwright-core').Page} page @param {string} name */
export function tellComplaints(page, name) {
  page.on('console', message => console.warn(`${name}: ${message.text()}`));
  page.on('pageerror', error => console.warn(`${name}: ${error}`));
}
