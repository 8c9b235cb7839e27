/** A browser and a server, for the tools that take pictures. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer } from '../docs/serve.js';
import { chromiumArguments, chromiumPath } from '../test/chromium.js';
import { openServer } from '../test/server.js';

/** Opens both, and closes them whatever happens. */
export async function withBrowser(action: (browser: Browser, origin: string) => Promise<void>) {
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
export function tellComplaints(page: Page, name: string) {
  page.on('console', message => console.warn(`${name}: ${message.text()}`));
  page.on('pageerror', error => console.warn(`${name}: ${error}`));
}
