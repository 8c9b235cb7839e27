/** Real pages with real headers: a server for the test, and a browser that records requests, messages and errors. */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { BrowserContextOptions } from 'playwright-core';
import { helpline } from '../build/helpline.js';
import { chromiumArguments, chromiumPath, drawnInOneProcess } from './chromium.js';
import { openServer } from './server.js';

const root = new URL('../../', import.meta.url);
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

/** The policy that the embed builder works under: tools/docs/serve.ts sends it, and any other server can. */
export const builderPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src data:; require-trusted-types-for 'script'";

export interface Answer {
  status?: number | undefined;
  body?: string | Buffer;
  type?: string | undefined;
  headers?: Record<string, string> | undefined;
}

/** A server of what a test has set for a path, or else of the file of dist or of the builder. */
export const serverOf = (answers: ReadonlyMap<string, Answer>) =>
  http.createServer((request, response) => {
    const path = (request.url ?? '').replace(/[?#].*/, '');
    const answer = answers.get(path) ?? fileAnswer(path);
    response.writeHead(answer?.status ?? (answer ? 200 : 404), {
      'content-type': answer?.type ?? 'text/html; charset=utf-8',
      ...answer?.headers,
    });
    response.end(answer?.body);
  });

export async function openBrowser(more: readonly string[] = []) {
  const answers: Map<string, Answer> = new Map();
  const { origin, close: closeServer } = await openServer(serverOf(answers));
  // Loaded here, because many tests import this module without opening a browser.
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumArguments, ...drawnInOneProcess, ...more],
  });
  const viewport = { width: 1000, height: 800 };
  const shared = await browser.newContext({ viewport });
  return {
    origin,

    serve: (path: string, answer: Answer) => void answers.set(path, answer),

    /**
     * Opens a page and returns it with its requests, messages and errors. A new profile (`context`) takes as long as
     * the page itself, so a page has its own only if the test gives options for it.
     */
    async open(
      html: string,
      {
        headers,
        type,
        body,
        path = '/page.html',
        context: contextOptions,
      }: {
        headers?: Record<string, string>;
        type?: string;
        body?: Buffer;
        path?: string;
        context?: BrowserContextOptions | undefined;
      } = {},
    ) {
      answers.set(path, { body: body ?? html, type, headers });
      const context = contextOptions ? await browser.newContext({ viewport, ...contextOptions }) : shared;
      const page = await context.newPage();
      // Closing the context fails if the browser itself is closing.
      if (context !== shared) page.on('close', () => context.close().catch(() => undefined));
      const requests: string[] = [];
      const messages: string[] = [];
      const errors: string[] = [];
      page.on('request', request => void requests.push(request.url().replace(origin, '')));
      page.on('console', message => void messages.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', error => void errors.push(error.message));
      await page.goto(origin + path);
      await page.waitForLoadState('load');
      await turnsOf(html, (look, failing) => page.evaluate(look, failing));
      return { page, context, requests, messages, errors };
    },

    /** Closes all open pages; for `afterEach`. */
    async closePages() {
      const pages = browser.contexts().flatMap(context => context.pages());
      await Promise.all(pages.map(page => page.close()));
    },

    async close() {
      await browser.close();
      await closeServer();
    },
  };
}

/** Runs in the page: whether an element has not rendered yet, or only its first part. */
function isWaiting(failing: readonly string[]) {
  return [...document.querySelectorAll(':defined')].some(
    ({ localName, shadowRoot }) =>
      localName.startsWith('havn-') &&
      !failing.includes(localName) &&
      (!shadowRoot || shadowRoot.querySelector('.brief')),
  );
}

/**
 * Many elements on a page render one after the other: waits until all have rendered, for about a second at most.
 * @param failing tags of elements that never render in this test
 */
export async function turnsOf(
  html: string,
  evaluate: (look: (failing: readonly string[]) => boolean, failing: readonly string[]) => Promise<unknown>,
  failing: readonly string[] = [],
) {
  if ((html.match(/<havn-|data-havn=/g) ?? []).length < 5) return;
  for (let round = 0; round < 40 && (await evaluate(isWaiting, failing).catch(() => false)); round++)
    await new Promise(resolve => setTimeout(resolve, 25));
}

const fileTypes: Record<string, string> = { css: 'text/css', html: 'text/html', js: 'text/javascript' };

export function fileAnswer(path: string): Answer | undefined {
  // Chromium requests the icon once, if no policy forbids it.
  if (path === '/favicon.ico') return { body: '', type: 'image/x-icon' };
  if (!/^\/(?:dist|builder)\/[\w/.-]+$/.test(path) || path.includes('..')) return undefined;
  try {
    const type = fileTypes[path.replace(/.*\./, '')] ?? 'text/plain';
    return {
      body: readFileSync(new URL(`.${path}`, root)),
      type: `${type}; charset=utf-8`,
      ...(/^\/builder\/\w+\.html$/.test(path) && { headers: { 'content-security-policy': builderPolicy } }),
    };
  } catch {
    return undefined;
  }
}

export const integrity: Record<string, string> = JSON.parse(
  readFileSync(new URL('dist/integrity.json', root), 'utf8'),
);

export const fallback = `<p>ROSA, døgnåpen hjelpetelefon: ${helpline.link}</p>`;
export const tag = `<havn-hotline-banner lang="nb">${fallback}</havn-hotline-banner>`;
export const scriptTag = (file = 'havn.js') =>
  `<script src="/dist/${file}" integrity="${integrity[file]}" crossorigin="anonymous" defer></script>`;

/** Names of all elements, without `havn-`. */
export const names = Object.keys(integrity)
  .filter(file => file.startsWith('elements/'))
  .map(file => file.slice('elements/'.length, -'.js'.length));

/** An element with the attributes that it needs to render any content. */
export const element = (name: string, attributes = '', inside = fallback) =>
  `<havn-${name}${name === 'service-card' ? ' service="rosa-helpline"' : ''}${attributes}>${inside}</havn-${name}>`;

export const pageOf = (body: string, head = '') =>
  `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Kommunen</title>${head}</head><body>${body}</body></html>`;

/**
 * Runs in the page: whether a link that calls ROSA is on screen and not covered, in the widget or in the fallback.
 * It must work on pages that replace built-ins, or that put a form around the element whose field names hide the form's
 * methods. So it uses no iteration, no array methods, and no methods of the host page's nodes.
 */
export function findNumber(href: string) {
  const { querySelectorAll } = Document.prototype;
  const { contains } = Node.prototype;
  interface Found {
    link: Element;
    root: Document | ShadowRoot;
  }
  function collect(root: Document | ShadowRoot, found: Found[]) {
    const elements = root === document ? querySelectorAll.call(root, '*') : root.querySelectorAll('*');
    for (let index = 0; index < elements.length; index++) {
      const element = elements[index];
      if (!element) continue;
      if (element.localName === 'a' && element.getAttribute('href') === href)
        found[found.length] = { link: element, root };
      if (element.shadowRoot instanceof ShadowRoot) collect(element.shadowRoot, found);
    }
    return found;
  }
  const links = collect(document, []);
  for (let index = 0; index < links.length; index++) {
    const found = links[index];
    if (!found) continue;
    const { link, root } = found;
    // The text of the link: a page can move it out of the link's box.
    const text = link.querySelector('bdi') ?? link;
    text.scrollIntoView({ block: 'center' });
    const box = text.getBoundingClientRect();
    const style = getComputedStyle(text);
    if (box.width < 8 || box.height < 8 || style.visibility !== 'visible' || style.opacity === '0') continue;
    if (+style.fontSize.slice(0, -2) < 8) continue;
    if (style.color === 'rgba(0, 0, 0, 0)' || style.webkitTextFillColor === 'rgba(0, 0, 0, 0)') continue;
    const top = root.elementFromPoint(box.left + 4, box.top + box.height / 2);
    if (top && (contains.call(link, top) || contains.call(top, link)))
      return root === document ? 'fallback' : 'widget';
  }
  return null;
}

/** Runs in the page: opens all `details`, and returns what then overflows the window on either side. */
export function cutOff() {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const width = document.documentElement.clientWidth;
  return [...document.body.querySelectorAll('*')]
    .filter(element => {
      const { left, right } = element.getBoundingClientRect();
      return left < -0.5 || right > width + 0.5;
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 100));
}
