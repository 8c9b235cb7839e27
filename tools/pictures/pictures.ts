/** A browser and a server, for the tools that take pictures. */
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer } from '../docs/serve.js';
import { chromiumArguments, chromiumPath } from '../test/chromium.js';

/** Opens both, and closes them whatever happens. */
export async function withBrowser(action: (browser: Browser, origin: string) => Promise<void>) {
  const executablePath = chromiumPath();
  const server = createServer();
  await new Promise(resolve => void server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    await action(browser, `http://127.0.0.1:${port}`);
  } finally {
    await browser.close();
    server.close();
  }
}

/** A picture of a page that complains would hide what is wrong. */
export function tellComplaints(page: Page, name: string) {
  page.on('console', message => console.warn(`${name}: ${message.text()}`));
  page.on('pageerror', error => console.warn(`${name}: ${error}`));
}
