/**
 * The browsers that the element tests run in: the path and the Debian packages of each, and how its driver carries out
 * the commands of the tests. Nothing is downloaded except Debian packages.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromiumArguments, chromiumPath, composedInOneThread, findChromium } from './chromium.js';
import { freePort } from './server.js';

export interface Engine {
  name: string;
  /** Debian packages */
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

/** @throws if Firefox is not installed */
export function firefoxPath() {
  const path = findFirefox();
  if (!path) throw new Error('No Firefox found: install firefox-esr, or set FIREFOX_PATH');
  return path;
}

/** Debian installs WebKitGTK's MiniBrowser in the folder of the library, which is not in the PATH. */
function findMiniBrowser() {
  const libraries = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter(name => name.includes('linux'))
    : [];
  return ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0']
    .flatMap(folder => libraries.map(library => `/usr/lib/${library}/${folder}/MiniBrowser`))
    .find(existsSync);
}

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

/** The capabilities that a session requests from WebKitWebDriver. */
export const webKitCapabilities = () => ({
  browserName: 'MiniBrowser',
  'wdio:enforceWebDriverClassic': true,
  'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
});

/** Starts the driver on its own virtual screen (Xvfb). Both end when this process ends. */
export async function startWebKitDriver(): Promise<{ port: number; stop: () => void }> {
  const port = await freePort();
  const driver = spawn(
    'xvfb-run',
    ['-a', '-s', '-screen 0 1400x1000x24', 'WebKitWebDriver', `--port=${port}`],
    {
      // In its own process group, to end all of it: xvfb-run does not end its child processes.
      detached: true,
      stdio: 'ignore',
      // Without a graphics card, rendering to memory takes two thirds of the time.
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
 * Runs in the page: makes its style sheets apply as for print, or as for screen again. It does not change style sheets
 * that no element has adopted yet.
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
 * `emulateMedia` for Firefox and WebKit: WebDriver, classic and BiDi, has no such command and can only print. The
 * medium is imitated by changing the media conditions in our style sheets. The tests reset the colour scheme and motion
 * after each test; that needs no command, because in these browsers they never change.
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
        launchOptions: {
          executablePath: chromiumPath(),
          args: [...chromiumArguments, ...composedInOneThread],
          headless: true,
        },
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
          // The types of the runner do not include `context`.
          const { context } = given as typeof given & {
            context: ReturnType<typeof given.browser.defaultBrowserContext>;
          };
          const page = await context.newPage();
          const { keyboard } = page;
          const press = keyboard.press.bind(keyboard);
          // WebDriver BiDi does not know the key name "Space".
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
    // With one page at a time, each file has the whole window; with more, each would be in a frame without focus.
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
      // The runner's commands need a Puppeteer page, which WebDriver does not have: this object has the methods that
      // the tests use.
      const driver = (): WebdriverIO.Browser => Reflect.get(launcher, 'driver');
      const page = {
        ...mediaBy((action, isPrint) => driver().execute(action, isPrint)),
        keyboard: {
          type: (text: string) => driver().keys([...text]),
          press: (key: string) => driver().keys([key]),
        },
        mouse: {
          click: (x: number, y: number) =>
            driver().action('pointer').move({ duration: 0, x, y }).down().up().perform(),
        },
      };
      return Object.assign(launcher, { type: 'puppeteer', getPage: () => page });
    },
  },
};
