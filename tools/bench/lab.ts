/**
 * Where pages are measured: a server that speaks HTTP/2 and sends brotli, as a good host does, and the Chromium of the
 * machine, slowed down as a phone on a bad line is. Every visit is a first one: nothing is kept from the one before.
 *
 *     const lab = await openLab();
 *     lab.serve('/plain.html', '<!doctype html>…');
 *     const { firstContent, shift } = await lab.measure('/plain.html', { network: 'Slow 4G', cpu: 4 });
 *     await lab.close();
 */
import { readFileSync } from 'node:fs';
import http2 from 'node:http2';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { chromiumArguments, chromiumPath } from '../test/chromium.js';
import { lines, throughLine } from './line.js';

interface Conditions {
  /** `Slow 4G` is 1.6 Mbit/s down and 150 ms to and fro; not given: as fast as the machine */
  network?: keyof typeof lines;
  /** how many times slower the page's script and layout run: 4 */
  cpu?: number;
  /** of the window in CSS pixels */
  width?: number;
  height?: number;
  /** before the page is opened */
  prepare?: (page: Page) => Promise<unknown>;
}

/** `bytes` of the body as sent, `end` in ms since the visit began */
interface Request {
  path: string;
  bytes: number;
  end: number;
}

/** `bytes` of the body, as sent */
interface Sent {
  path: string;
  bytes: number;
}

/** what a visit was like; times in ms since it began */
export interface Loading {
  /** when the first text or picture was painted */
  firstContent: number;
  /** the sum of all layout shifts; the browser's own unit, 0 for none */
  shift: number;
  /** what all tasks of the main thread took over 50 ms each, in ms: total blocking time */
  blocking: number;
  /** but for the page itself, in the order of their ends */
  requests: Request[];
  /** how many of them had ended before the first content */
  before: number;
}

const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
} as Record<string, string>;

/** What gains nothing by being compressed again. */
const isCompressed = (type: string) => /^font\/woff2$|octet-stream/.test(type);

/** @returns its size as brotli sends it, in bytes */
export const brotli = (body: string | Uint8Array): number => compressed(body).length;

const compressed = (body: string | Uint8Array) =>
  brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });

/** How long a page has to be still until it is taken for finished, in ms. */
const stillness = 500;

/** Runs in the page before all else: notes what the browser reports only while somebody listens. */
function watch() {
  const seen = { shift: 0, blocking: 0 };
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) seen.shift += Reflect.get(entry, 'value');
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) seen.blocking += Math.max(0, duration - 50);
  }).observe({ type: 'longtask', buffered: true });
  Object.assign(window, { labSeen: seen });
}

/** Runs in the page. */
function readLoading() {
  const requests = performance
    .getEntriesByType('resource')
    .map(entry => entry as PerformanceResourceTiming)
    .map(({ name, encodedBodySize, responseEnd }) => ({
      path: name.replace(location.origin, ''),
      bytes: encodedBodySize,
      end: responseEnd,
    }))
    .sort((one, other) => one.end - other.end);
  const firstContent = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
  return {
    ...(window as unknown as { labSeen: { shift: number; blocking: number } }).labSeen,
    firstContent,
    requests,
    before: requests.filter(({ end }) => end <= firstContent).length,
  };
}

export type Lab = Awaited<ReturnType<typeof openLab>>;

/**
 * Opens the server and the browser.
 * @throws where there is no Chromium
 */
export async function openLab() {
  const executablePath = chromiumPath();

  const answers: Map<string, { body: Uint8Array; type: string }> = new Map();
  let sent: Sent[] = [];
  // Browsers speak HTTP/2 over TLS alone. The key is nobody's secret: only this browser, which takes any, is shown it.
  const pem = readFileSync(join(import.meta.dirname, 'localhost.TEST-ONLY.pem'));
  const server = http2.createSecureServer({ key: pem, cert: pem });
  server.on('stream', (stream, headers) => {
    const path = String(headers[':path']).replace(/[?#].*/, '');
    const answer = answers.get(path);
    sent.push({ path, bytes: answer?.body.length ?? 0 });
    // A page that is closed half-way takes its streams along.
    stream.on('error', () => undefined);
    stream.respond({
      ':status': answer ? 200 : 404,
      ...(answer && { 'content-type': answer.type }),
      ...(answer && !isCompressed(answer.type) && { 'content-encoding': 'br' }),
    });
    stream.end(answer?.body);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = server.address() as AddressInfo;
  const slow = { 'Slow 4G': await throughLine(port, lines['Slow 4G']) };
  const browser = await puppeteer.launch({
    executablePath,
    args: chromiumArguments,
    acceptInsecureCerts: true,
  });

  /**
   * Opens a page in a browser that has never been there, and waits until nothing is loaded any more. One at a time: the
   * caller closes it. `sent` is what the server has been asked for since, by workers too.
   */
  async function visit(
    path: string,
    { network, cpu = 1, width = 1000, height = 800, prepare }: Conditions = {},
  ) {
    sent = [];
    const asked = sent;
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width, height });
    await page.evaluateOnNewDocument(watch);
    if (cpu !== 1) await page.emulateCPUThrottling(cpu);
    await prepare?.(page);
    const at = network ? slow[network].port : port;
    await page.goto(`https://127.0.0.1:${at}${path}`, { waitUntil: 'load', timeout: 120_000 });
    await page.waitForNetworkIdle({ idleTime: stillness });
    return { page, sent: asked, close: () => context.close() };
  }

  return {
    /** `Chrome/…` */
    version: () => browser.version(),

    /**
     * What a path is answered with, once for all visits.
     * @param path `/page.html`
     * @returns its size as sent, in bytes
     */
    serve(path: string, body: string | Uint8Array): number {
      // Whatever is unknown is sent as it is.
      const type = contentTypes[extname(path)] ?? 'application/octet-stream';
      const sent = isCompressed(type) ? Buffer.from(body) : compressed(body);
      answers.set(path, { body: sent, type });
      return sent.length;
    },

    visit,

    /** One visit. */
    async measure(path: string, conditions?: Conditions): Promise<Loading> {
      const { page, close } = await visit(path, conditions);
      try {
        return await page.evaluate(readLoading);
      } finally {
        await close();
      }
    },

    /** What the scripts of a page hold in memory once it is loaded and the garbage is gone, in bytes. */
    async heap(path: string) {
      const { page, close } = await visit(path);
      try {
        const session = await page.createCDPSession();
        await session.send('HeapProfiler.enable');
        // One round leaves what was weakly held.
        for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
        return (await session.send('Runtime.getHeapUsage')).usedSize;
      } finally {
        await close();
      }
    },

    async close() {
      await browser.close();
      for (const { close } of Object.values(slow)) close();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
