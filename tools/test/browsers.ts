/**
 * The browsers that the element tests run in: where each is, what Debian calls it, and how its driver does what
 * the tests ask for. Nothing is downloaded but the packages of the system.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { chromiumArguments, chromiumPath, findChromium } from './chromium.js';

export interface Engine {
  name: string;
  /** of Debian */
  packages: string[];
  isHere: () => boolean;
  /** for the test runner */
  launcher: () => Promise<unknown>;
  /** pages at a time */
  concurrency: number;
}

const command = (name: string): string | undefined =>
  ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
    .filter(Boolean)
    .map(folder => join(folder, name))
    .find(existsSync);

const findFirefox = () => process.env.FIREFOX_PATH || command('firefox-esr');

/** @throws where there is none */
export function firefoxPath() {
  const path = findFirefox();
  if (!path) throw new Error('No Firefox found: install firefox-esr, or set FIREFOX_PATH');
  return path;
}

/** Debian keeps the browser of WebKitGTK beside the library, out of the PATH. */
function findMiniBrowser() {
  const libraries = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter(name => name.includes('linux'))
    : [];
  return ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0']
    .flatMap(folder => libraries.map(library => `/usr/lib/${library}/${folder}/MiniBrowser`))
    .find(existsSync);
}

/** @returns a port that nobody listens on */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

async function answering(port: number) {
  for (let round = 0; round < 150; round++) {
    if (
      await fetch(`http://127.0.0.1:${port}/status`).then(
        answer => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error('WebKitWebDriver does not answer');
}

/** What WebKitWebDriver is asked for. */
export const webKitCapabilities = () => ({
  browserName: 'MiniBrowser',
  'wdio:enforceWebDriverClassic': true,
  'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
});

/** Starts the driver on a screen of its own, and ends both with this process. */
export async function startWebKitDriver(): Promise<{ port: number; stop: () => void }> {
  const port = await freePort();
  const driver = spawn(
    'xvfb-run',
    ['-a', '-s', '-screen 0 1400x1000x24', 'WebKitWebDriver', `--port=${port}`],
    {
      // A group of its own: xvfb-run leaves its children behind.
      detached: true,
      stdio: 'ignore',
      // Pictures in memory, as there is no graphics card: two thirds of the time.
      env: {
        ...process.env,
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      },
    },
  );
  const end = () => {
    try {
      process.kill(-Number(driver.pid));
    } catch {
      // It has ended by itself.
    }
  };
  process.on('exit', end);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
  await answering(port);
  return { port, stop: end };
}

/**
 * Runs in the page: makes its style sheets apply as on paper, or as on screen again. Sheets that no element has adopted
 * yet are not reached.
 */
export function showAsMedium(isPrint: boolean) {
  const sheetsIn = (root: Document | ShadowRoot): CSSStyleSheet[] => [
    ...root.adoptedStyleSheets,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? sheetsIn(shadowRoot) : [])),
  ];
  const mediaRulesIn = (group: CSSStyleSheet | CSSGroupingRule): CSSMediaRule[] =>
    [...group.cssRules].flatMap(rule => [
      ...(rule instanceof CSSMediaRule ? [rule] : []),
      ...(rule instanceof CSSGroupingRule ? mediaRulesIn(rule) : []),
    ]);
  const page = window as unknown as { havnMedia?: Map<CSSMediaRule, string> };
  page.havnMedia ??= new Map();
  const originals = page.havnMedia;
  for (const [rule, original] of originals) rule.media.mediaText = original;
  originals.clear();
  if (!isPrint) return;
  for (const rule of [...new Set(sheetsIn(document))].flatMap(mediaRulesIn)) {
    const original = rule.media.mediaText;
    originals.set(rule, original);
    rule.media.mediaText = original.replace(/\bprint\b/g, 'all').replace(/\bscreen\b/g, 'not all');
  }
}

/**
 * `emulateMedia` for the browsers whose protocol has no such command: WebDriver, classic and BiDi, can only print.
 * The medium is imitated by the conditions in our style sheets; the colour scheme and motion that the tests set back
 * after each are what the browser has anyway.
 */
const mediaBy = (execute: (action: (isPrint: boolean) => void, isPrint: boolean) => Promise<unknown>) => ({
  emulateMediaType: (medium: string) => execute(showAsMedium, medium === 'print'),
  async emulateMediaFeatures(features: { name: string; value: string }[]) {
    for (const { name, value } of features)
      if (!['light', 'no-preference'].includes(value))
        throw new Error(`No way here to make ${name} ${value}`);
  },
});

export const engines: Record<string, Engine> = {
  chromium: {
    name: 'Chromium',
    packages: ['chromium-headless-shell'],
    isHere: () => Boolean(findChromium()),
    concurrency: 2,
    async launcher() {
      const { chromeLauncher } = await import('@web/test-runner-chrome');
      return chromeLauncher({
        launchOptions: { executablePath: chromiumPath(), args: chromiumArguments, headless: true },
      });
    },
  },
  firefox: {
    name: 'Firefox',
    packages: ['firefox-esr'],
    isHere: () => Boolean(findFirefox()),
    concurrency: 1,
    async launcher() {
      const { puppeteerLauncher } = await import('@web/test-runner-puppeteer');
      return puppeteerLauncher({
        launchOptions: { browser: 'firefox', executablePath: firefoxPath(), headless: true },
        async createPage(given) {
          // Its types do not name what it gives.
          const { context } = given as typeof given & {
            context: ReturnType<typeof given.browser.defaultBrowserContext>;
          };
          const page = await context.newPage();
          const { keyboard } = page;
          const press = keyboard.press.bind(keyboard);
          // Under BiDi the name of this one key is not known.
          keyboard.press = key => press(key === 'Space' ? ' ' : key);
          return Object.assign(
            page,
            mediaBy((action, isPrint) => page.evaluate(action, isPrint)),
          );
        },
      });
    },
  },
  webkit: {
    name: 'WebKit',
    packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
    isHere: () =>
      Boolean(findMiniBrowser() && command('WebKitWebDriver') && command('xvfb-run') && command('xauth')),
    // One: then each file has the window; of more, each would have a frame without the focus.
    concurrency: 1,
    async launcher() {
      const { webdriverLauncher } = await import('@web/test-runner-webdriver');
      const launcher = webdriverLauncher({
        automationProtocol: 'webdriver',
        hostname: '127.0.0.1',
        port: (await startWebKitDriver()).port,
        path: '/',
        capabilities: webKitCapabilities(),
      });
      // The commands of the runner ask a page of Puppeteer for more than a WebDriver: this one can do what the tests use.
      const driver = (): WebdriverIO.Browser => Reflect.get(launcher, 'driver');
      const page = {
        ...mediaBy((action, isPrint) => driver().execute(action, isPrint)),
        keyboard: {
          type: (text: string) => driver().keys([...text]),
          press: (key: string) => driver().keys([key]),
        },
      };
      return Object.assign(launcher, { type: 'puppeteer', getPage: () => page });
    },
  },
};
