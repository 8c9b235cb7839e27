/** Real pages with real headers: a server of the test's own, and a browser that tells all that happens. */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { chromium } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../tools/chromium.js';

const root = new URL('../../', import.meta.url);
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

/** @typedef {{body: string | Buffer, type?: string, headers?: Record<string, string>}} Answer */

export async function openBrowser() {
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  const server = http.createServer((request, response) => {
    const path = (request.url ?? '').replace(/[?#].*/, '');
    const answer = answers.get(path) ?? fileAnswer(path);
    response.writeHead(answer ? 200 : 404, {
      'content-type': answer?.type ?? 'text/html; charset=utf-8',
      ...answer?.headers,
    });
    response.end(answer?.body);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
  return {
    origin: `http://127.0.0.1:${port}`,

    /** @param {string} path @param {Answer} answer */
    serve: (path, answer) => void answers.set(path, answer),

    /**
     * Opens a page and returns it with all that it asked for and said.
     * @param {string} html
     * @param {{headers?: Record<string, string>, type?: string, body?: Buffer, path?: string, context?: import('playwright-core').BrowserContextOptions}} [options]
     */
    async open(html, { headers, type, body, path = '/page.html', context: contextOptions } = {}) {
      answers.set(path, { body: body ?? html, type, headers });
      const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...contextOptions });
      const page = await context.newPage();
      /** @type {string[]} */
      const requests = [];
      /** @type {string[]} */
      const messages = [];
      /** @type {string[]} */
      const errors = [];
      page.on(
        'request',
        request => void requests.push(request.url().replace(`http://127.0.0.1:${port}`, '')),
      );
      page.on('console', message => void messages.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', error => void errors.push(error.message));
      await page.goto(`http://127.0.0.1:${port}${path}`);
      await page.waitForLoadState('load');
      return { page, context, requests, messages, errors };
    },

    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** @param {string} path @returns {Answer | undefined} */
function fileAnswer(path) {
  // Chromium asks for it once, where no policy forbids.
  if (path === '/favicon.ico') return { body: '', type: 'image/x-icon' };
  if (!/^\/dist\/[\w/.-]+$/.test(path) || path.includes('..')) return undefined;
  try {
    const type = path.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'text/plain; charset=utf-8';
    return { body: readFileSync(new URL(`.${path}`, root)), type };
  } catch {
    return undefined;
  }
}

/** @type {Record<string, string>} */
export const integrity = JSON.parse(readFileSync(new URL('dist/integrity.json', root), 'utf8'));

export const fallback =
  '<p>ROSA, døgnåpen hjelpetelefon: <a href="tel:+4722331160" dir="ltr">22&nbsp;33&nbsp;11&nbsp;60</a></p>';
export const tag = `<havn-hotline-banner lang="nb">${fallback}</havn-hotline-banner>`;
export const scriptTag = (file = 'havn.js') =>
  `<script src="/dist/${file}" integrity="${integrity[file]}" crossorigin="anonymous" defer></script>`;

/** @param {string} body */
export const pageOf = (body, head = '') =>
  `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Kommunen</title>${head}</head><body>${body}</body></html>`;

/**
 * Runs in the page: whether a link that calls ROSA is on screen, in the widget or in the fallback, and uncovered.
 * Written for pages that have replaced the built-ins: no iteration, no array methods.
 */
export function findNumber() {
  /** @param {Document | ShadowRoot} root @param {Element[]} found */
  function collect(root, found) {
    const elements = root.querySelectorAll('*');
    for (let index = 0; index < elements.length; index++) {
      const element = elements[index];
      if (element.localName === 'a' && element.getAttribute('href') === 'tel:+4722331160')
        found[found.length] = element;
      if (element.shadowRoot) collect(element.shadowRoot, found);
    }
    return found;
  }
  const links = collect(document, []);
  for (let index = 0; index < links.length; index++) {
    const link = links[index];
    link.scrollIntoView({ block: 'center' });
    const box = link.getBoundingClientRect();
    const style = getComputedStyle(link);
    if (box.width < 8 || box.height < 8 || style.visibility !== 'visible' || style.opacity === '0') continue;
    if (Number.parseFloat(style.fontSize) < 8) continue;
    const root = /** @type {Document | ShadowRoot} */ (link.getRootNode());
    const x = box.left + Math.min(box.width, 40) / 2;
    const top = root.elementFromPoint(x, box.top + box.height / 2);
    if (top && (link.contains(top) || top.contains(link))) return root === document ? 'fallback' : 'widget';
  }
  return null;
}
