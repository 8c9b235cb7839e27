/**
 * Real pages in any of the three browsers, by one set of commands: `HAVN_ENGINE` names the browser, Chromium if nothing
 * does. The server of the tests is the proxy of the browser too, so that every request is seen, also one to a host
 * that does not exist.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { engines, findFirefox, showAsMedium, startWebKitDriver, webKitCapabilities } from './browsers.js';
import { chromiumArguments, findChromium, findWholeChromium } from './chromium.js';
import { fileAnswer, turnsOf } from './harness.js';
import { openServer } from './server.js';

/**
 * @typedef {import('./harness.js').Answer & {status?: number, isSilent?: boolean, stream?: (response: import('node:http').ServerResponse) => void}} Answer `isSilent`: it never answers; `stream`: in place of a body
 * @typedef {{address: string, headers: import('node:http').IncomingHttpHeaders, body: string}} Request the address without our own origin
 *
 * What each browser can do for a test.
 * @typedef {object} Driver
 * @property {() => Promise<void>} newTab an empty one; the one before it is closed
 * @property {(url: string) => Promise<void>} go
 * @property {(fn: Function, args: unknown[], frame: number[]) => Promise<any>} evaluate
 * @property {(key: string) => Promise<void>} keyDown
 * @property {(key: string) => Promise<void>} keyUp
 * @property {(x: number, y: number) => Promise<void>} press a click of the mouse
 * @property {(width: number, height: number) => Promise<void>} resize the window of WebKit is never narrower than 450 pixels
 * @property {() => Promise<void>} back
 * @property {(isPrint: boolean) => Promise<void>} print
 * @property {() => Promise<string>} screenshot in base 64
 * @property {() => Promise<void>} close
 * @property {() => void} kill where it does not close
 */

// The successor of the command for frames looks into every frame, which a page of a hostile host need not survive.
process.env.DISABLE_WEBDRIVERIO_DEPRECATION_WARNINGS = 'true';

/** Keys by the code points of WebDriver, which has no names for them. */
const codePoints = /** @type {Record<string, string>} */ ({
  Shift: '\ue008',
  Tab: '\ue004',
  Escape: '\ue00c',
  Enter: '\ue007',
  Control: '\ue009',
  ArrowDown: '\ue015',
});

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

/** @param {'chromium' | 'firefox'} key @param {number} port of the proxy @param {{errors: string[], messages: string[]}} told @param {{isOneTab: boolean, isWhole: boolean}} options @returns {Promise<Driver>} */
async function puppeteerDriver(key, port, told, { isOneTab, isWhole }) {
  // Each driver is loaded where it is needed: that takes a second.
  const { default: puppeteer } = await import('puppeteer-core');
  const profile = key === 'firefox' ? firefoxProfile() : undefined;
  const browser = await puppeteer.launch(
    key === 'chromium'
      ? {
          executablePath: (isWhole && findWholeChromium()) || findChromium(),
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
          executablePath: findFirefox(),
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
  /** @type {import('puppeteer-core').Page} */
  let page;
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
      for (const index of path) frame = frame.childFrames()[index];
      return frame.evaluate(/** @type {any} */ (fn), ...args);
    },
    keyDown: name => page.keyboard.down(/** @type {any} */ (name)),
    keyUp: name => page.keyboard.up(/** @type {any} */ (name)),
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

/** @param {number} port of the proxy @returns {Promise<Driver>} */
async function webKitDriver(port) {
  const { remote } = await import('webdriverio');
  const { port: driverPort, stop } = await startWebKitDriver();
  const browser = await remote({
    hostname: '127.0.0.1',
    port: driverPort,
    path: '/',
    logLevel: 'error',
    connectionRetryCount: 0,
    connectionRetryTimeout: 30_000,
    capabilities: /** @type {any} */ ({
      ...webKitCapabilities(),
      proxy: { proxyType: 'manual', httpProxy: `127.0.0.1:${port}` },
    }),
  });
  /** @param {'keyDown' | 'keyUp'} type @param {string} name */
  const key = (type, name) =>
    browser.performActions([
      { type: 'key', id: 'keyboard', actions: [{ type, value: codePoints[name] ?? name }] },
    ]);
  /** A page that has gone on has taken its frames along, and may have another handle than before. */
  async function outOfFrames() {
    await browser.switchToFrame(null).catch(async () => {
      const [handle] = await browser.getWindowHandles();
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
        /** @type {any[]} */ (args),
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

/** Runs outside of the frame of a hostile page: calls a function in there. @param {string} source @param {unknown[]} args */
function inFrame(source, ...args) {
  const frame = /** @type {Window & {Function: FunctionConstructor}} */ (frames[0]);
  return new frame.Function('args', `return (${source})(...args)`)(args);
}

/** The page around a hostile one. @param {string} path */
const outside = path =>
  `<!doctype html><title>x</title><iframe title="x" src="${path}" style="position: fixed; inset: 0; border: 0; inline-size: 100%; block-size: 100%"></iframe>`;

/** Runs in the page: what the probe has been told, as one text, by nothing that a page may have replaced. */
function readTold() {
  const told = /** @type {Window & {havnTold?: {errors: string[], messages: string[]}}} */ (window).havnTold;
  let text = '';
  for (let index = 0; told && index < told.errors.length; index++) text += `${told.errors[index]}\u0002`;
  text += '\u0001';
  for (let index = 0; told && index < told.messages.length; index++) text += `${told.messages[index]}\u0002`;
  return text;
}

/** The part of a page where the probe may stand without changing what the page is. @param {string} html */
function withProbe(html) {
  if (html.startsWith('<?xml')) return html;
  const place = /<head[^>]*>|<!doctype[^>]*>/i.exec(html);
  const at = place ? place.index + place[0].length : 0;
  return html.slice(0, at) + probe + html.slice(at);
}

/** WebKitGTK 2.54: its network process ends by itself, once in some thousand pages. @param {unknown} error */
const isCrash = error =>
  /Session terminated|invalid session id|page crash or hang|The browser did not answer/.test(String(error));

/**
 * What a browser answers, or an error: Puppeteer waits for ever for a page that is on its way and never comes.
 * @template T
 * @param {Promise<T>} answer
 * @param {number} [most] in milliseconds
 * @returns {Promise<T>}
 */
function inTime(answer, most = 30_000) {
  /** @type {NodeJS.Timeout} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${noAnswer} ${most} ms`)), most);
  });
  return /** @type {Promise<T>} */ (Promise.race([answer, late]).finally(() => clearTimeout(timer)));
}
const noAnswer = 'The browser did not answer for';

const key = process.env.HAVN_ENGINE ?? 'chromium';
export const isChromium = key === 'chromium';
/** For what no engine can change: in Chromium alone, as test/pages/once. @param {string} name @param {() => void | Promise<void>} fn */
export const testOnce = (name, fn) => void (isChromium && test(name, fn));

/** Between two pages in one tab: what the first one still does is not told of the second. */
const blankPage = '/blank.html';

/**
 * @param {{isOneTab?: boolean, isWhole?: boolean}} [options] `isOneTab`: every page opens in the tab of the one before, for tests that look at neither history nor storage. A new tab costs Firefox and WebKit as much as the page. `isWhole`: of Chromium the browser, not what is faster
 */
export async function openEngine({ isOneTab = false, isWhole = false } = {}) {
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  /** @type {Request[]} */
  const requests = [];
  /** @type {{errors: string[], messages: string[]}} */
  const told = { errors: [], messages: [] };
  let origin = '';
  /** @type {import('node:http').ServerResponse[]} */
  let unanswered = [];
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
      const answer = answers.get(path) ?? /** @type {Answer | undefined} */ (fileAnswer(path));
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
  const isOfPage = (/** @type {string} */ address) =>
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
        : await puppeteerDriver(/** @type {any} */ (key), port, told, { isOneTab, isWhole });
    await driver.newTab();
    return driver;
  };
  let driver = await launch();
  let isFresh = true;
  let isFramed = false;

  /** @param {string} url */
  async function openAt(url) {
    if (!isFresh) await inTime(isOneTab ? driver.go(origin + blankPage) : driver.newTab());
    isPatient = true;
    isFresh = false;
    requests.length = told.errors.length = told.messages.length = 0;
    await inTime(driver.go(url));
  }

  /** Runs in the page. @param {Function | string} fn @param {unknown[]} args */
  const evaluate = (fn, ...args) => inTime(answerOf(fn, args));

  /** @param {Function | string} fn @param {unknown[]} args */
  const answerOf = (fn, args) =>
    isFramed
      ? driver.evaluate(inFrame, [String(fn), ...args], [])
      : driver.evaluate(/** @type {any} */ (fn), args, []);

  return {
    key,
    name: engines[key].name,
    /** `http://127.0.0.1:…` */
    origin,
    /** All requests since the page was opened, itself first. */
    requests,

    /** A file of dist, as the server answers it. */
    file: fileAnswer,

    /** What an address is answered with: a path here, or in full (`http://weather.example/`). @param {string} address @param {Answer} answer */
    serve: (address, answer) => void answers.set(address, answer),

    /**
     * Opens a page, in a new tab unless there is one for all.
     * @param {string} html
     * @param {{headers?: Record<string, string>, type?: string, body?: Buffer, path?: string, tells?: boolean, isHostile?: boolean, failing?: readonly string[]}} [options] `failing`: tags of elements that are not waited for. `tells: false`: WebKit gets the page as it is, and its errors stay unknown. `isHostile`: it replaces built-ins, by which WebKit's driver works; there it stands in a frame, and is asked for texts alone
     */
    async open(
      html,
      { headers, type, body, path = '/page.html', tells = !headers, isHostile = false, failing } = {},
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
      await openAt(url).catch(async error => {
        if (!isCrash(error)) throw error;
        await inTime(driver.close(), 5000).catch(() => undefined);
        driver = await launch();
        isFresh = true;
        await openAt(url);
      });
      if (!isHostile) await turnsOf(html, evaluate, failing);
    },

    evaluate,
    /** The same in a frame, by its number, and in frames of it. @param {number | number[]} frame @param {Function} fn @param {unknown[]} args */
    evaluateIn: (frame, fn, ...args) =>
      driver.evaluate(fn, args, /** @type {number[]} */ (isFramed ? [0] : []).concat(frame)),

    /** Errors and messages of the page. Of WebKit only where `tells` holds. @returns {Promise<{errors: string[], messages: string[]}>} */
    async told() {
      if (key !== 'webkit') return { errors: [...told.errors], messages: [...told.messages] };
      const [errors, messages] = (await evaluate(readTold)).split('\u0001');
      const lines = (/** @type {string} */ text) => text.split('\u0002').filter(Boolean);
      return { errors: lines(errors), messages: lines(messages) };
    },

    /** @param {string} name */
    keyDown: name => driver.keyDown(name),
    /** @param {string} name */
    keyUp: name => driver.keyUp(name),
    /** Presses keys one after the other. @param {string[]} names `Tab`, `Shift`, `a` */
    async keys(...names) {
      for (const name of names) {
        await driver.keyDown(name);
        await driver.keyUp(name);
      }
    },
    /** @param {Parameters<Driver['press']>} place */
    press: (...place) => driver.press(...place),
    /** @param {Parameters<Driver['resize']>} size */
    resize: (...size) => driver.resize(...size),
    back: () => driver.back(),
    /** @param {boolean} isPrint */
    print: isPrint => driver.print(isPrint),
    screenshot: () => driver.screenshot(),

    /** Asks again until the answer is true, and says what it was last. @param {Function} fn @param {unknown[]} args */
    async until(fn, ...args) {
      let last;
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
