/** A site of the test's own, and another host beside it, for `npm run havn -- verify`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../tools/desk/verify.js';
import { createServer } from '../../tools/docs/serve.js';
import { fileAnswer, integrity } from '../../tools/test/harness.js';
import { openServer } from '../../tools/test/server.js';

/** @typedef {{status?: number, type?: string, headers?: Record<string, string>, body?: string | Buffer}} Answer */

/** @param {Map<string, Answer>} answers @param {{path: string, agent: string}[]} requests */
async function serve(answers, requests) {
  const server = http.createServer((request, response) => {
    const path = (request.url ?? '').replace(/[?#].*/, '');
    requests.push({ path, agent: request.headers['user-agent'] ?? '' });
    const answer = answers.get(path) ?? fileAnswer(path);
    response.writeHead(answer ? (answers.get(path)?.status ?? 200) : 404, {
      'content-type': answer?.type ?? 'text/html; charset=utf-8',
      ...answer?.headers,
    });
    response.end(answer?.body);
  });
  return openServer(server);
}

/** The pages of the partners, as the strict server has them. @param {(urls: string[]) => Promise<void>} look */
export async function withPartnerPages(look) {
  const { origin, close } = await openServer(createServer());
  const partners = ['municipality', 'ngo', 'police-intranet', 'hospital-intranet'];
  try {
    await look(partners.map(name => `${origin}/partners/${name}/`));
  } finally {
    await close();
  }
}

export async function openSite() {
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  /** @type {Map<string, Answer>} */
  const elsewhere = new Map();
  /** @type {{path: string, agent: string}[]} */
  const requests = [];
  const one = await serve(answers, requests);
  const other = await serve(elsewhere, []);
  const folder = mkdtempSync(join(tmpdir(), 'havn-verify-'));
  const origin = `http://127.0.0.1:${one.port}`;
  return {
    origin,
    /** Another host: other ports are other origins. */
    otherOrigin: `http://localhost:${other.port}`,
    requests,
    /** @param {string} path @param {Answer} answer */
    serve: (path, answer) => void answers.set(path, answer),
    /** @param {string} path @param {Answer} answer */
    serveElsewhere: (path, answer) => void elsewhere.set(path, answer),
    /**
     * What the command answers, and writes.
     * @param {string[]} words of which paths become addresses of the site
     */
    async verify(...words) {
      const file = join(folder, 'report');
      rmSync(file, { force: true });
      const code = await run([
        ...words.map(word => (word.startsWith('/') ? origin + word : word)),
        // As root there is no Chromium with one.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--output',
        file,
      ]);
      return { code, text: readFileSync(file, 'utf8') };
    },
    async close() {
      rmSync(folder, { recursive: true });
      await Promise.all([one.close(), other.close()]);
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openSite>>} Site */

/** The rules that are broken, notes left out. @param {import('../../tools/desk/verify/rules.js').Finding[]} findings */
export const faultsOf = findings =>
  findings
    .filter(({ level }) => level !== 'note')
    .map(({ rule }) => rule)
    .sort();

/**
 * What is wrong with each of some pages, which are read in one visit: a process that reads them takes its time to start.
 * @param {Site} site
 * @param {Answer[]} answers
 * @param {string[]} words
 */
export async function brokenRulesOfAll(site, answers, ...words) {
  const paths = answers.map((answer, index) => {
    site.serve(`/page/${index}`, answer);
    return `/page/${index}`;
  });
  const { code, text } = await site.verify(...paths, '--format', 'json', ...words);
  /** @type {import('../../tools/desk/verify/page.js').PageReport[]} */
  const reports = JSON.parse(text).pages;
  return { code, pages: reports.map(({ findings }) => ({ rules: faultsOf(findings), findings })) };
}

/**
 * What is wrong with a page.
 * @param {Site} site
 * @param {Answer} answer
 * @param {string[]} words
 */
export async function brokenRules(site, answer, ...words) {
  const { code, pages } = await brokenRulesOfAll(site, [answer], ...words);
  return { code, ...pages[0] };
}

export const fallback =
  '<p>ROSA, døgnåpen hjelpetelefon: <a href="tel:+4722331160" dir="ltr">22&nbsp;33&nbsp;11&nbsp;60</a></p>';
export const banner = `<havn-hotline-banner lang="nb">${fallback}</havn-hotline-banner>`;

/** @param {Record<string, string | null>} [attributes] instead of the usual ones; `null`: without */
export function script(attributes = {}) {
  const all = {
    src: '/dist/havn.js',
    integrity: integrity['havn.js'],
    crossorigin: 'anonymous',
    defer: '',
    ...attributes,
  };
  const words = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : `${name}="${value}"`));
  return `<script ${words.join(' ')}></script>`;
}

/** @param {string} body @param {string} [head] */
export const page = (body, head = script()) =>
  `<!doctype html>\n<html lang="nb"><head><meta charset="utf-8"><title>Kommunen</title>${head}</head>\n<body><h1>Hjelp</h1>\n${body}\n</body></html>`;

export { integrity };
