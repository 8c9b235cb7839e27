/** A test site, and a second host, for `npm run havn -- verify`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageReport } from '../../tools/desk/verify/page.js';
import type { Finding } from '../../tools/desk/verify/rules.js';
import { run } from '../../tools/desk/verify.js';
import { createServer } from '../../tools/docs/serve.js';
import { type Answer, integrity, serverOf } from '../../tools/test/harness.js';
import { openServer } from '../../tools/test/server.js';
import type { VerifyCase } from '../collections.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';

/** Serves the partners' pages of the demo, as its strict server does. */
export async function withPartnerPages(look: (urls: string[]) => Promise<void>) {
  const { origin, close } = await openServer(createServer());
  const partners = ['municipality', 'ngo', 'police-intranet', 'hospital-intranet'];
  try {
    await look(partners.map(name => `${origin}/partners/${name}/`));
  } finally {
    await close();
  }
}

export async function openSite() {
  const answers: Map<string, Answer> = new Map();
  const elsewhere: Map<string, Answer> = new Map();
  const requests: { path: string; agent: string }[] = [];
  const server = serverOf(answers).on('request', ({ url = '', headers }) => {
    requests.push({ path: url.replace(/[?#].*/, ''), agent: headers['user-agent'] ?? '' });
  });
  const one = await openServer(server);
  const other = await openServer(serverOf(elsewhere));
  const folder = mkdtempSync(join(tmpdir(), 'havn-verify-'));
  const origin = `http://127.0.0.1:${one.port}`;
  return {
    origin,
    /** The second host. */
    otherOrigin: `http://localhost:${other.port}`,
    requests,
    serve: (path: string, answer: Answer) => void answers.set(path, answer),
    serveElsewhere: (path: string, answer: Answer) => void elsewhere.set(path, answer),
    /**
     * Runs the command and returns its exit code and its report.
     * @param words arguments; paths become addresses of the site
     */
    async verify(...words: string[]) {
      const file = join(folder, 'report');
      rmSync(file, { force: true });
      const code = await run([
        ...words.map(word => (word.startsWith('/') ? origin + word : word)),
        // Chromium cannot use its sandbox as root.
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

type Site = Awaited<ReturnType<typeof openSite>>;

/** The broken rules, without notes. */
export const faultsOf = (findings: Finding[]) =>
  findings
    .filter(({ level }) => level !== 'note')
    .map(({ rule }) => rule)
    .sort();

/**
 * The broken rules of several pages, read in one run, because the process that reads them is slow to start.
 */
export async function brokenRulesOfAll(site: Site, answers: Answer[], ...words: string[]) {
  const paths = answers.map((answer, index) => {
    site.serve(`/page/${index}`, answer);
    return `/page/${index}`;
  });
  const { code, text } = await site.verify(...paths, '--format', 'json', ...words);
  const reports: PageReport[] = JSON.parse(text).pages;
  return { code, pages: reports.map(({ findings }) => ({ rules: faultsOf(findings), findings })) };
}

/** The broken rules of a page. */
export async function brokenRules(site: Site, answer: Answer, ...words: string[]) {
  const { code, pages } = await brokenRulesOfAll(site, [answer], ...words);
  return { code, ...sure(pages[0]) };
}

export const fallback = `<p>ROSA, døgnåpen hjelpetelefon: <a href="${rosa.href}" dir="ltr">${rosa.inHtml}</a></p>`;
/** The text of the script; and below, attributes for a script tag without an integrity hash. */
export const havn = readFileSync('dist/havn.js', 'utf8');
export const hashless = { integrity: null, crossorigin: null };
export const banner = `<havn-hotline-banner lang="nb">${fallback}</havn-hotline-banner>`;

/** @param attributes replace the usual ones; `null` removes an attribute */
export function script(attributes: Record<string, string | null> = {}) {
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

export const page = (body: string, head: string = script()) =>
  `<!doctype html>\n<html lang="nb"><head><meta charset="utf-8"><title>Kommunen</title>${head}</head>\n<body><h1>Hjelp</h1>\n${body}\n</body></html>`;

/** A script tag with its integrity hash. @param file in dist */
const scriptOf = (file: string) => script({ src: `/dist/${file}`, integrity: sure(integrity[file]) });

/** A page that `verify` is to read, and the rules that it breaks. */
interface Case {
  name: string;
  rules: string[];
  answer: Answer;
}

/** The cases of verify.json, with what stands there in braces filled in. */
export function casesOf(list: VerifyCase[], { otherOrigin }: Site): Case[] {
  const casesOfOne = ({ name, rules, body = '', head, page: whole, headers = {}, type, each }: VerifyCase) =>
    (each ?? ['']).map(it => {
      const fill = (text: string) =>
        text
          .replaceAll('{it}', it)
          .replaceAll('{other}', otherOrigin)
          .replaceAll('{fallback}', fallback)
          .replaceAll('{banner}', banner)
          .replace(/{script ?([\w/.-]*)}/g, (_, file) => scriptOf(file || 'havn.js'))
          .replace(/{hash ?([\w/.-]*)}/g, (_, file) => sure(integrity[file || 'havn.js']))
          .replace(/{file ([\w/.-]+)}/g, (_, file) => readFileSync(file, 'utf8'));
      const filled = Object.entries(headers).map(([key, value]) => [key, fill(value)]);
      return {
        name: each ? `${name}: ${it}` : name,
        rules: rules?.split(' ') ?? [],
        answer: {
          body: fill(whole ?? page(body, head)),
          headers: Object.fromEntries(filled),
          ...(type && { type }),
        },
      };
    });
  return list.flatMap(casesOfOne);
}

export { type Answer, integrity };
