/**
 * Real pages in any of the three browsers, by one set of commands: `HAVN_ENGINE` names the browser, Chromium if nothing
 * does. The server of the tests is the proxy of the browser too, so that every request is seen, also one to a host
 * that does not exist.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { KeyInput, Page } from 'puppeteer-core';
import { engines, firefoxPath, showAsMedium, startWebKitDriver, webKitCapabilities } from './browsers.js';
import { chromiumArguments, chromiumPath, findWholeChromium } from './chromium.js';
import { fileAnswer, turnsOf } from './harness.js';
import { openServer } from './server.js';

/** `isSilent`: it never answers; `stream`: in place of a body */
type Answer = import('./harness.js').Answer & {
  status?: number;
  isSilent?: boolean;
  stream?: (response: ServerResponse) => void;
};
/**
 * the address without our own origin
 * What each browser can do for a test.
 */
interface Request {
  address: string;
  headers: IncomingHttpHeaders;
  body: string;
}
/** A function that runs in the page, where it is sent as text. */
export type InPage<Args extends unknown[] = never[], Result = unknown> = (...args: Args) => Result;

interface Driver {
  /** an empty one; the one before it is closed */
  newTab: () => Promise<void>;
  go: (url: string) => Promise<void>;
  evaluate: (fn: InPage | string, args: unknown[], frame: number[]) => Promise<unknown>;
  keyDown: (key: string) => Promise<void>;
  keyUp: (key: string) => Promise<void>;
  /** a click of the mouse */
  press: (x: number, y: number) => Promise<void>;
  /** the window of WebKit is never narrower than 450 pixels */
  resize: (width: number, height: number) => Promise<void>;
  back: () => Promise<void>;
  print: (isPrint: boolean) => Promise<void>;
  /** in base 64 */
  screenshot: () => Promise<string>;
  close: () => Promise<void>;
  /** where it does not close */
  kill: () => void;
}

// The successor of the command for frames looks into every frame, which a page of a hostile host need not survive.
process.env.DISABLE_WEBDRIVERIO_DEPRECATION_WARNINGS = 'true';

/** Keys by the code points of WebDriver, which has no names for them. */
const codePoints = {
  Shift: '\ue008',
  Tab: '\ue004',
  Escape: '\ue00c',
  Enter: '\ue007',
  Control: '\ue009',
  ArrowDown: '\ue015',
} as Record<string, string>;

/** Runs first in a page, where the protocol of the browser does not tell of errors and messages. */
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

/** The startup code that Firefox has compiled, and the version that it belongs to. A new profile that has both starts sooner. */
const compiled = '.build/firefox';
const compiledParts = ['startupCache', 'compatibility.ini'];

/** A new profile for Firefox, with the startup code that an earlier Firefox has compiled. */
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
        // Another file of tests was faster.
        rmSync(draft, { recursive: true });
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** @param port of the proxy */
async function puppeteerDriver(
  key: 'chromium' | 'firefox',
  port: number,
  told: { errors: string[]; messages: string[] },
  { isOneTab, isWhole }: { isOneTab: boolean; isWhole: boolean },
): Promise<Driver> {
  // Each driver is loaded where it is needed: that takes a second.
  const { default: puppeteer } = await import('puppeteer-core');
  const profile = key === 'firefox' ? firefoxProfile() : undefined;
  const browser = await puppeteer.launch(
    key === 'chromium'
      ? {
          executablePath: (isWhole && findWholeChromium()) || chromiumPath(),
          args: [
            ...chromiumArguments,
            // Puppeteer adds its own to this list; Playwright would lose its own.
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
            // Two thirds of the time: it paints less often, keeps no process ready, and looks nothing up.
            'layout.frame_rate': isOneTab ? 10 : 30,
            'dom.ipc.processPrelaunch.enabled': false,
            'browser.safebrowsing.malware.enabled': false,
            'browser.safebrowsing.phishing.enabled': false,
            'browser.sessionstore.interval': 3_600_000,
            // Nor does it keep what nobody looks at there.
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
        // Firefox asks for the icon by itself, and tells the page that the policy forbids it; and what it thinks of a
        // page without an encoding, or of a server that does not answer, is no exception.
        if (!/\/favicon\.ico|character encoding of|^Cross-Origin Request Blocked/.test(text))
          told.errors.push(text);
      });
      page.on('console', message => {
        const type = message.type() === 'warn' ? 'warn' : message.type();
        told.messages.push(`${type}: ${message.text()}`);
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
    // Not the command of the browser: Firefox does not tell that a page kept whole is back.
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
      // Firefox writes what it has compiled after it has answered.
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

/** @param port of the proxy */
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
  /** A page that has gone on has taken its frames along, and may have another handle than before. */
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
      // An async function is waited for by the other command.
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
      // The window has a frame of its own around the page.
      await browser.setWindowRect(null, null, width, height);
      const inner = await browser.executeScript('return [innerWidth, innerHeight]', []);
      await browser.setWindowRect(null, null, 2 * width - inner[0], 2 * height - inner[1]);
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

/** Runs outside of the frame of a hostile page: calls a function in there. */
function inFrame(source: string, ...args: unknown[]) {
  const frame = frames[0] as Window & { Function: FunctionConstructor };
  return new frame.Function('args', `return (${source})(...args)`)(args);
}

/** The page around a hostile one. */
const outside = (path: string) =>
  `<!doctype html><title>x</title><iframe title="x" src="${path}" style="position: fixed; inset: 0; border: 0; inline-size: 100%; block-size: 100%"></iframe>`;

/** Runs in the page: what the probe has been told, as one text, by nothing that a page may have replaced. */
function readTold() {
  const told = (window as Window & { havnTold?: { errors: string[]; messages: string[] } }).havnTold;
  let text = '';
  for (let index = 0; told && index < told.errors.length; index++) text += `${told.errors[index]}\u0002`;
  text += '\u0001';
  for (let index = 0; told && index < told.messages.length; index++) text += `${told.messages[index]}\u0002`;
  return text;
}

/** The part of a page where the probe may stand without changing what the page is. */
function withProbe(html: string) {
  if (html.startsWith('<?xml')) return html;
  const place = /<head[^>]*>|<!doctype[^>]*>/i.exec(html);
  const at = place ? place.index + place[0].length : 0;
  return html.slice(0, at) + probe + html.slice(at);
}

/** WebKitGTK 2.54: its network process ends by itself, once in some thousand pages. */
const isCrash = (error: unknown) =>
  /Session terminated|invalid session id|page crash or hang|The browser did not answer/.test(String(error));

/**
 * What a browser answers, or an error: Puppeteer waits for ever for a page that is on its way and never comes, and for a
 * frame of another site that has been replaced since it was looked up.
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

const key = process.env.HAVN_ENGINE ?? 'chromium';
export const isChromium = key === 'chromium';
/** For what no engine can change: in Chromium alone, as test/pages/once. */
export const testOnce = (name: string, fn: () => void | Promise<void>) => void (isChromium && test(name, fn));

const turn = ['firefox', 'webkit'].indexOf(key);
let turns = 0;
/** Whether the next of many cases that are alike is for this engine: all are for Chromium, each for one of the others. */
export const isInTurn = () => isChromium || turns++ % 2 === turn;
/** For one of many cases that are alike. */
export const testInTurn = (name: string, fn: () => void | Promise<void>) =>
  void (isInTurn() && test(name, fn));

/** Between two pages in one tab: what the first one still does is not told of the second. */
const blankPage = '/blank.html';

/**
 * @param options `isOneTab`: every page opens in the tab of the one before, for tests that look at neither history nor storage. A new tab costs Firefox and WebKit as much as the page. `isWhole`: of Chromium the browser, not what is faster
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
      // Browsers ask for the icon by themselves, and report that the policy of the page forbids it.
      if (isOfPage(address) && !body.includes('/favicon.ico'))
        requests.push({ address, headers: request.headers, body });
      const path = address.replace(/[?#].*/, '');
      const answer: Answer | undefined = answers.get(path) ?? fileAnswer(path);
      if (answer?.isSilent && isPatient) return void unanswered.push(response);
      response.writeHead(answer?.status ?? (answer ? 200 : 404), {
        'content-type': answer?.type ?? 'text/html; charset=utf-8',
        ...answer?.headers,
      });
      if (answer?.stream) answer.stream(response);
      else response.end(answer?.body);
    });
  });
  // Only what a page of ours could ask for is of interest: browsers call their makers too.
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
        : await puppeteerDriver(key === 'firefox' ? key : 'chromium', port, told, { isOneTab, isWhole });
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

  async function openAt(url: string, inNewTab: boolean) {
    // Chromium may call it off, where the page before is on its way to one that never answers.
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
    /** All requests since the page was opened, itself first. */
    requests,

    /** A file of dist, as the server answers it. */
    file(path: string): Answer {
      const answer = fileAnswer(path);
      if (!answer) throw new Error(`${path} is not there`);
      return answer;
    },

    /** What an address is answered with: a path here, or in full (`http://weather.example/`). */
    serve: (address: string, answer: Answer) => void answers.set(address, answer),

    /**
     * Opens a page, in a new tab unless there is one for all.
     * @param options `failing`: tags of elements that are not waited for. `tells: false`: WebKit gets the page as it is, and its errors stay unknown. `isHostile`: it replaces built-ins, by which WebKit's driver works; there it stands in a frame, and is asked for texts alone. `inNewTab`: for one test that does look at history or storage
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
      // WebKit's driver waits for a page that is on its way before it does anything else.
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
    /** The same in a frame, by its number, and in frames of it. Ten seconds without an answer are an error. */
    evaluateIn: <Args extends unknown[], Result>(
      frame: number | number[],
      fn: InPage<Args, Result>,
      ...args: Args
    ) =>
      inTime(driver.evaluate(fn, args, ((isFramed ? [0] : []) as number[]).concat(frame)), 10_000) as Promise<
        Awaited<Result>
      >,

    /** Errors and messages of the page. Of WebKit only where `tells` holds. */
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

    /** Asks again until the answer is true, and says what it was last. */
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

    async close() {
      await inTime(driver.close(), 10_000).catch(() => driver.kill());
      await closeServer();
    },
  };
}
