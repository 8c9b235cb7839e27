/**
 * Real pages in any of the three browsers, with one set of commands. `HAVN_ENGINE` names the browser; the default is
 * Chromium. The test server is also the proxy of the browser, so the tests see every request, even one to a host that
 * does not exist.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { KeyInput, Page } from 'puppeteer-core';
import { engines, firefoxPath, showAsMedium, startWebKitDriver, webKitCapabilities } from './browsers.js';
import { chromiumArguments, chromiumPath, drawnInOneThread, findWholeChromium } from './chromium.js';
import { fileAnswer, turnsOf } from './harness.js';
import { openServer } from './server.js';
import { turnsIn } from './turns.js';

/** `isSilent`: the server never answers; `stream`: writes the response instead of a body */
type Answer = import('./harness.js').Answer & {
  isSilent?: boolean;
  stream?: (response: ServerResponse) => void;
};
/** A request that the server received; `address` is without the server's own origin. */
interface Request {
  address: string;
  headers: IncomingHttpHeaders;
  body: string;
}
/** A function that is sent to the page as text and runs there. */
export type InPage<Args extends unknown[] = never[], Result = unknown> = (...args: Args) => Result;

/** The commands that each browser carries out for a test. */
interface Driver {
  /** Opens an empty tab and closes the one before it. */
  newTab: () => Promise<void>;
  go: (url: string) => Promise<void>;
  evaluate: (fn: InPage | string, args: unknown[], frame: number[]) => Promise<unknown>;
  keyDown: (key: string) => Promise<void>;
  keyUp: (key: string) => Promise<void>;
  /** a mouse click */
  press: (x: number, y: number) => Promise<void>;
  /** the window of WebKit is never narrower than 450 pixels */
  resize: (width: number, height: number) => Promise<void>;
  back: () => Promise<void>;
  print: (isPrint: boolean) => Promise<void>;
  /** in base 64 */
  screenshot: () => Promise<string>;
  close: () => Promise<void>;
  /** for a browser that does not close */
  kill: () => void;
}

// Hides the deprecation warning of webdriverio's command for frames: the new command searches every frame, which can
// break a hostile host page.
process.env.DISABLE_WEBDRIVERIO_DEPRECATION_WARNINGS = 'true';

/** Code points of keys: WebDriver has no names for them. */
const codePoints = {
  Shift: '\ue008',
  Tab: '\ue004',
  Escape: '\ue00c',
  Enter: '\ue007',
  Control: '\ue009',
  ArrowDown: '\ue015',
} as Record<string, string>;

/** Runs first in a page, in a browser whose protocol does not report errors and console messages (WebKit). */
const probe = `<script>(() => {
  const told = { errors: [], messages: [] };
  Object.defineProperty(window, 'havnTold', { value: told });
  addEventListener('error', event => { if (event.message) told.errors.push(event.message) });
  addEventListener('unhandledrejection', event => { told.errors.push(String(event.reason)) });
  for (const level of ['warn', 'error']) {
    const original = console[level];
    console[level] = (...words) => { told.messages.push(level + ': ' + words.join(' ')); original.apply(console, words) };
  }
})()</script>`;

/** The compiled startup code of Firefox, and the version it is for: with both, a new profile starts faster. */
const compiled = '.build/firefox';
const compiledParts = ['startupCache', 'compatibility.ini'];

/** A new profile for Firefox, with the startup code that an earlier run compiled. */
function firefoxProfile() {
  const folder = mkdtempSync(join(tmpdir(), 'havn-firefox-'));
  if (existsSync(compiled)) cpSync(compiled, folder, { recursive: true });
  return {
    folder,
    keep() {
      if (existsSync(compiled)) return;
      mkdirSync('.build', { recursive: true });
      const draft = mkdtempSync(`${compiled}-`);
      for (const part of compiledParts)
        if (existsSync(join(folder, part)))
          cpSync(join(folder, part), join(draft, part), { recursive: true });
      try {
        renameSync(draft, compiled);
      } catch {
        // Another test file has stored it first.
        rmSync(draft, { recursive: true });
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

async function puppeteerDriver(
  key: 'chromium' | 'firefox',
  port: number,
  told: { errors: string[]; messages: string[] },
  { isOneTab, isWhole }: { isOneTab: boolean; isWhole: boolean },
): Promise<Driver> {
  // Loading a driver takes a second, so each is loaded only when it is needed.
  const { default: puppeteer } = await import('puppeteer-core');
  const profile = key === 'firefox' ? firefoxProfile() : undefined;
  const browser = await puppeteer.launch(
    key === 'chromium'
      ? {
          executablePath: (isWhole && findWholeChromium()) || chromiumPath(),
          args: [
            ...chromiumArguments,
            ...drawnInOneThread,
            // Not in `chromiumArguments`: Puppeteer adds its own features to this list, but Playwright would lose its
            // own.
            '--disable-features=NetworkTimeServiceQuerying',
            `--proxy-server=http://127.0.0.1:${port}`,
          ],
          headless: true,
          protocolTimeout: 30_000,
        }
      : {
          browser: 'firefox',
          executablePath: firefoxPath(),
          ...(profile && { userDataDir: profile.folder }),
          headless: true,
          protocolTimeout: 30_000,
          extraPrefsFirefox: {
            'network.proxy.type': 1,
            'network.proxy.http': '127.0.0.1',
            'network.proxy.http_port': port,
            'network.proxy.ssl': '127.0.0.1',
            'network.proxy.ssl_port': port,
            'dom.security.https_first': false,
            // Less painting, no spare processes and no lookups: the tests take two thirds of the time.
            'layout.frame_rate': isOneTab ? 10 : 30,
            'dom.ipc.processPrelaunch.enabled': false,
            'browser.safebrowsing.malware.enabled': false,
            'browser.safebrowsing.phishing.enabled': false,
            'browser.sessionstore.interval': 3_600_000,
            // Tests in one tab use neither history nor cache, so Firefox need not keep them.
            ...(isOneTab && {
              'browser.sessionhistory.max_total_viewers': 0,
              'browser.cache.disk.enable': false,
              'places.history.enabled': false,
            }),
          },
        },
  );
  let page: Page;
  return {
    async newTab() {
      const before = page;
      page = await browser.newPage();
      await page.setViewport({ width: 1000, height: 800 });
      page.on('pageerror', error => {
        const text = error instanceof Error ? error.message : String(error);
        // Not errors of the page: Firefox requests the icon by itself and reports that the policy forbids it. It also
        // reports a page without an encoding, and a server that does not answer.
        if (!/\/favicon\.ico|character encoding of|^Cross-Origin Request Blocked/.test(text))
          told.errors.push(text);
      });
      page.on('console', message => {
        told.messages.push(`${message.type()}: ${message.text()}`);
      });
      await before?.close();
    },
    go: async url => void (await page.goto(url, { waitUntil: 'load', timeout: 15_000 })),
    evaluate(fn, args, path) {
      let frame = page.mainFrame();
      for (const index of path) {
        const inner = frame.childFrames()[index];
        if (!inner) throw new Error(`There is no frame ${path.join(', ')}`);
        frame = inner;
      }
      return frame.evaluate(fn as string | ((...args: unknown[]) => unknown), ...args);
    },
    keyDown: name => page.keyboard.down(name as KeyInput),
    keyUp: name => page.keyboard.up(name as KeyInput),
    press: (x, y) => page.mouse.click(x, y),
    resize: (width, height) => page.setViewport({ width, height }),
    // Not the driver's own command: Firefox does not report that a page is back from the back/forward cache.
    back: () => page.evaluate(() => void setTimeout(() => history.back())),
    print: isPrint =>
      key === 'chromium'
        ? page.emulateMediaType(isPrint ? 'print' : undefined)
        : page.evaluate(showAsMedium, isPrint),
    screenshot: async () => page.screenshot({ encoding: 'base64' }),
    async close() {
      const ended = new Promise(resolve => browser.process()?.once('exit', resolve));
      await browser.close();
      if (!profile) return;
      // Firefox writes its compiled startup code after it has confirmed that it closes.
      await ended;
      profile.keep();
      profile.remove();
    },
    kill() {
      browser.process()?.kill('SIGKILL');
      profile?.remove();
    },
  };
}

async function webKitDriver(port: number): Promise<Driver> {
  const { remote } = await import('webdriverio');
  const { port: driverPort, stop } = await startWebKitDriver();
  const browser = await remote({
    hostname: '127.0.0.1',
    port: driverPort,
    path: '/',
    logLevel: 'error',
    connectionRetryCount: 0,
    connectionRetryTimeout: 30_000,
    capabilities: {
      ...webKitCapabilities(),
      proxy: { proxyType: 'manual', httpProxy: `127.0.0.1:${port}` },
    },
  });
  const key = (type: 'keyDown' | 'keyUp', name: string) =>
    browser.performActions([
      { type: 'key', id: 'keyboard', actions: [{ type, value: codePoints[name] ?? name }] },
    ]);
  /** After a navigation, the frames of the old page are gone, and the window can have another handle. */
  async function outOfFrames() {
    await browser.switchToFrame(null).catch(async () => {
      const [handle = ''] = await browser.getWindowHandles();
      await browser.switchToWindow(handle);
    });
  }
  return {
    async newTab() {
      await outOfFrames();
      const before = await browser.getWindowHandle();
      const { handle } = await browser.createWindow('tab');
      await browser.closeWindow();
      await browser.switchToWindow(handle);
      if (before === handle) throw new Error('WebKit gave no new tab');
    },
    go: url => browser.navigateTo(url).then(() => undefined),
    async evaluate(fn, args, path) {
      await outOfFrames();
      for (const index of path) await browser.switchToFrame(index);
      // Only this command waits for an async function.
      const answer = await browser.executeAsyncScript(
        `const done = arguments[arguments.length - 1]; const args = [].slice.call(arguments, 0, -1);
         (async () => (${fn}).apply(null, args))().then(value => done([value]), error => done([null, String(error)]));`,
        args as object[],
      );
      const [value, error] = answer ?? [null, 'It answered nothing'];
      if (error) throw new Error(error);
      return value;
    },
    keyDown: name => key('keyDown', name),
    keyUp: name => key('keyUp', name),
    async press(x, y) {
      await browser.performActions([
        {
          type: 'pointer',
          id: 'mouse',
          parameters: { pointerType: 'mouse' },
          actions: [
            { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ]);
    },
    resize: async (width, height) => {
      // The window is larger than the page by its bars. Both sizes are asked of the page: it hears of a new one late.
      const [across, down]: [number, number] = await browser.executeScript(
        'return [outerWidth - innerWidth, outerHeight - innerHeight]',
        [],
      );
      await browser.setWindowRect(null, null, width + across, height + down);
      // Of the two, the height is what every window can have: no window of WebKitGTK is narrower than 447 pixels.
      for (let polls = 0; polls < 100; polls++) {
        if ((await browser.executeScript('return innerHeight', [])) === height) return;
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      throw new Error(`The page is not ${height} pixels high after 2 s`);
    },
    back: () => browser.back(),
    print: isPrint => browser.executeScript(`(${showAsMedium})(arguments[0])`, [isPrint]),
    screenshot: () => browser.takeScreenshot(),
    async close() {
      await browser.deleteSession().catch(() => undefined);
      stop();
    },
    kill: stop,
  };
}

/** Runs in the page around the frame of a hostile page: calls a function inside that frame. */
function inFrame(source: string, ...args: unknown[]) {
  const frame = frames[0] as Window & { Function: FunctionConstructor };
  return new frame.Function('args', `return (${source})(...args)`)(args);
}

/** The page around a hostile one. */
const outside = (path: string) =>
  `<!doctype html><title>x</title><iframe title="x" src="${path}" style="position: fixed; inset: 0; border: 0; inline-size: 100%; block-size: 100%"></iframe>`;

/** Runs in the page: returns all that the probe has recorded, as one text. Uses no built-in that a page may replace. */
function readTold() {
  const told = (window as Window & { havnTold?: { errors: string[]; messages: string[] } }).havnTold;
  let text = '';
  for (let index = 0; told && index < told.errors.length; index++) text += `${told.errors[index]}\u0002`;
  text += '\u0001';
  for (let index = 0; told && index < told.messages.length; index++) text += `${told.messages[index]}\u0002`;
  return text;
}

/** Adds the probe at a place where it does not change how the page is parsed. */
function withProbe(html: string) {
  if (html.startsWith('<?xml')) return html;
  const place = /<head[^>]*>|<!doctype[^>]*>/i.exec(html);
  const at = place ? place.index + place[0].length : 0;
  return html.slice(0, at) + probe + html.slice(at);
}

/** The network process of WebKitGTK 2.54 crashes once in several thousand pages. */
const isCrash = (error: unknown) =>
  /Session terminated|invalid session id|page crash or hang|The browser did not answer/.test(String(error));

/**
 * Waits for the browser for a limited time, because Puppeteer can wait forever: for a page that never arrives, or for a
 * frame of another site that was replaced after the test found it.
 * @param most in milliseconds
 */
function inTime<T>(answer: Promise<T>, most: number = 30_000): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${noAnswer} ${most} ms`)), most);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer)) as Promise<T>;
}
const noAnswer = 'The browser did not answer for';

const key = process.env.HAVN_ENGINE || 'chromium';
// Chromium would run under its name, and leave out what is for Chromium alone.
if (!['chromium', 'firefox', 'webkit'].includes(key)) throw new Error(`There is no engine "${key}"`);
export const isChromium = key === 'chromium';
/** For behaviour that does not depend on the engine: runs in Chromium only, like test/pages/once. */
export const testOnce = (name: string, fn: () => void | Promise<void>) => void (isChromium && test(name, fn));

/** For many similar cases: whether this engine runs the next one. */
export const isInTurn = turnsIn(key, process.argv[1] ?? '');
/** Of WebKitGTK: it has crashed. Of Chromium: its driver has lost a page that stays. Nothing is known of the page then. */
const isLost = (error: unknown) =>
  key === 'webkit'
    ? /Session terminated|invalid session id/.test(String(error))
    : key === 'chromium' && /Execution context was destroyed/.test(String(error));
/** A test of one page. Where the browser itself has lost it in the middle, it begins again, once. */
export const testPage = (name: string, fn: () => void | Promise<void>) =>
  void test(name, async () => {
    try {
      await fn();
    } catch (error) {
      if (!isLost(error)) throw error;
      await fn();
    }
  });
/** A test for one of many similar cases. */
export const testInTurn = (name: string, fn: () => void | Promise<void>) =>
  void (isInTurn() && testPage(name, fn));

/**
 * Opened between two pages in one tab, so that late requests and errors of the first are not counted for the second.
 */
const blankPage = '/blank.html';

/**
 * A browser for all tests of the file, after which it closes.
 * @param options `isOneTab`: all pages open in one tab, for tests that check neither history nor storage. In Firefox
 * and WebKit, a new tab takes as long as the page itself. `isWhole`: the full Chromium, not the faster headless shell
 */
export async function openEngine({
  isOneTab = false,
  isWhole = false,
}: {
  isOneTab?: boolean;
  isWhole?: boolean;
} = {}) {
  const answers: Map<string, Answer> = new Map();
  const requests: Request[] = [];
  const told: { errors: string[]; messages: string[] } = { errors: [], messages: [] };
  let origin = '';
  let unanswered: ServerResponse[] = [];
  let isPatient = true;

  const server = http.createServer((request, response) => {
    const address = (request.url ?? '').replace(origin, '');
    let body = '';
    request.on('data', part => {
      body += part;
    });
    request.on('end', () => {
      // Browsers request the icon by themselves, and report it if the policy of the page forbids it.
      if (isOfPage(address) && !body.includes('/favicon.ico'))
        requests.push({ address, headers: request.headers, body });
      const path = address.replace(/[?#].*/, '');
      const answer: Answer | undefined = answers.get(path) ?? fileAnswer(path);
      // While the next page opens, the page before gets "no content": an empty page would take the place of the next.
      if (answer?.isSilent)
        return isPatient ? void unanswered.push(response) : void response.writeHead(204).end();
      response.writeHead(answer?.status ?? (answer ? 200 : 404), {
        'content-type': answer?.type ?? 'text/html; charset=utf-8',
        ...answer?.headers,
      });
      if (answer?.stream) answer.stream(response);
      else response.end(answer?.body);
    });
  });
  // Counts only requests that a test page can make: browsers also send requests to their vendors.
  const isOfPage = (address: string) =>
    address.startsWith('/')
      ? !address.endsWith('/favicon.ico')
      : /^[^/]*\/\/[^/]*(?:\.example|yr\.no)(?::\d+)?\//.test(address);
  server.on('connect', (request, socket) => {
    if (isOfPage(`https://${request.url}/`))
      requests.push({ address: `https://${request.url}`, headers: request.headers, body: '' });
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  const { port, close: closeServer, ...opened } = await openServer(server);
  origin = opened.origin;
  answers.set(blankPage, { body: '<!doctype html><title>x</title>' });
  const launch = async () => {
    const driver =
      key === 'webkit'
        ? await webKitDriver(port)
        : await puppeteerDriver(key === 'firefox' ? key : 'chromium', port, told, {
            isOneTab,
            isWhole,
          });
    try {
      await inTime(driver.newTab());
    } catch (error) {
      driver.kill();
      throw error;
    }
    return driver;
  };
  let driver = await launch();
  let isFresh = true;
  let isFramed = false;
  after(async () => {
    await inTime(driver.close(), 10_000).catch(() => driver.kill());
    await closeServer();
  });

  async function openAt(url: string, inNewTab: boolean) {
    // If the page before is loading a page that never answers, Chromium can cancel this navigation: then it is
    // repeated.
    const blank = () => driver.go(origin + blankPage);
    if (!isFresh) await inTime(inNewTab ? driver.newTab() : blank().catch(blank));
    isPatient = true;
    isFresh = false;
    requests.length = told.errors.length = told.messages.length = 0;
    await inTime(driver.go(url));
  }

  /** Runs in the page. */
  const evaluate = <Args extends unknown[], Result>(fn: InPage<Args, Result> | string, ...args: Args) =>
    inTime(answerOf(fn, args)) as Promise<Awaited<Result>>;

  const answerOf = (fn: InPage | string, args: unknown[]) =>
    isFramed ? driver.evaluate(inFrame, [String(fn), ...args], []) : driver.evaluate(fn, args, []);

  return {
    key,
    name: engines[key]?.name ?? key,
    /** `http://127.0.0.1:…` */
    origin,
    /** All requests since the page was opened; the first is the page itself. */
    requests,

    /** The server's answer for a file of dist. */
    file(path: string): Answer {
      const answer = fileAnswer(path);
      if (!answer) throw new Error(`${path} is not there`);
      return answer;
    },

    /** Sets the answer for an address: a path on this server, or a full URL (`http://weather.example/`). */
    serve: (address: string, answer: Answer) => void answers.set(address, answer),

    /**
     * Opens a page, in a new tab unless `isOneTab` is set.
     * @param options `failing`: tags of elements that the test does not wait for. `tells: false`: in WebKit the page
     * has no probe, so its errors are not recorded. `isHostile`: the page replaces built-ins that WebKit's driver
     * needs, so in WebKit it opens in a frame and its functions return only text. `inNewTab`: for a single test that
     * checks history or storage
     */
    async open(
      html: string,
      {
        headers,
        type,
        body,
        path = '/page.html',
        tells = !headers,
        isHostile = false,
        inNewTab = !isOneTab,
        failing,
      }: {
        headers?: Record<string, string>;
        type?: string;
        body?: Buffer;
        path?: string;
        tells?: boolean;
        isHostile?: boolean;
        inNewTab?: boolean;
        failing?: readonly string[];
      } = {},
    ) {
      const text = key === 'webkit' && tells && !body ? withProbe(html) : html;
      answers.set(path, { body: body ?? text, ...(type && { type }), ...(headers && { headers }) });
      // WebKit's driver does nothing before a page that is still loading has an answer.
      isPatient = false;
      for (const response of unanswered) response.writeHead(204).end();
      unanswered = [];
      isFramed = isHostile && key === 'webkit';
      if (isFramed) answers.set('/outside.html', { body: outside(path) });
      const url = path.startsWith('http') ? path : origin + (isFramed ? '/outside.html' : path);
      await openAt(url, inNewTab).catch(async error => {
        if (!isCrash(error)) throw error;
        await inTime(driver.close(), 5000).catch(() => undefined);
        driver = await launch();
        isFresh = true;
        await openAt(url, inNewTab);
      });
      if (!isHostile) await turnsOf(html, evaluate, failing);
    },

    evaluate,
    /** The same in a frame, by its number, or in a nested frame. No answer in ten seconds is an error. */
    evaluateIn: <Args extends unknown[], Result>(
      frame: number | number[],
      fn: InPage<Args, Result>,
      ...args: Args
    ) =>
      inTime(driver.evaluate(fn, args, ((isFramed ? [0] : []) as number[]).concat(frame)), 10_000) as Promise<
        Awaited<Result>
      >,

    /** Errors and console messages of the page; in WebKit only with `tells`. */
    async told(): Promise<{ errors: string[]; messages: string[] }> {
      if (key !== 'webkit') return { errors: [...told.errors], messages: [...told.messages] };
      const [errors = '', messages = ''] = (await evaluate(readTold)).split('\u0001');
      const lines = (text: string) => text.split('\u0002').filter(Boolean);
      return { errors: lines(errors), messages: lines(messages) };
    },

    keyDown: (name: string) => driver.keyDown(name),
    keyUp: (name: string) => driver.keyUp(name),
    /**
     * Presses keys one after the other.
     * @param names `Tab`, `Shift`, `a`
     */
    async keys(...names: string[]) {
      for (const name of names) {
        await driver.keyDown(name);
        await driver.keyUp(name);
      }
    },
    press: (...place: Parameters<Driver['press']>) => driver.press(...place),
    resize: (...size: Parameters<Driver['resize']>) => driver.resize(...size),
    back: () => driver.back(),
    print: (isPrint: boolean) => driver.print(isPrint),
    screenshot: () => driver.screenshot(),

    /** Calls a function in the page until it returns true. If it never does, the error has its last result. */
    async until<Args extends unknown[]>(fn: InPage<Args>, ...args: Args) {
      let last: unknown;
      const begun = Date.now();
      for (let round = 0; round < 100 && Date.now() - begun < 30_000; round++) {
        last = await inTime(answerOf(fn, args), 5000).catch(error => String(error));
        if (last === true) return;
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      throw new Error(`It did not come true: ${fn}\nIt was ${JSON.stringify(last)}`);
    },
  };
}
