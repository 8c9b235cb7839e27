/** `npm run havn -- verify URL…`: what live pages embed of Havn, and what of it is wrong. docs/verify.md tells how. */
import { writeFileSync } from 'node:fs';
import { Misused, readWords, toCaller } from './command.js';
import { plain, told } from './plain.js';
import { usages } from './usage.js';
import { Unreachable, userAgent } from './verify/fetching.js';
import { type PageReport, unreachable } from './verify/page.js';
import { readReference } from './verify/read-reference.js';
import { openReader } from './verify/reader-process.js';
import { formats, isFormat } from './verify/reports.js';
import { isFault, rules } from './verify/rules.js';

/** How long all pages together may take. */
const mostHours = 3;

function addressOf(text: string) {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new Misused(told`"${text}" is no http or https address.`);
  const url = new URL(text);
  url.hash = '';
  return url.href;
}

function secondsOf(text: string = '') {
  if (!/^\d{1,3}$/.test(text)) throw new Misused(`"${text}" is no number of seconds.`);
  return Number(text) * 1000;
}

function read(words: string[]) {
  const { values, positionals } = readWords(words, usages.verify);
  const { sitemap = [], format = 'text', output, wait, timeout, ignore = [] } = values;
  const isWithScript = !values['no-script'];
  const isWithoutSandbox = Boolean(values['no-sandbox']);
  if (!positionals.length && !sitemap.length) throw new Misused('Which page?');
  if (!isFormat(format)) throw new Misused(`There is no format "${format}".`);
  const unknown = ignore.find(rule => !Object.hasOwn(rules, rule));
  if (unknown !== undefined) throw new Misused(`There is no rule "${unknown}".`);
  if (isWithScript && !isWithoutSandbox && process.getuid?.() === 0)
    throw new Misused(
      'As root, Chromium has no sandbox around what a page runs: do it as another user, or say --no-sandbox or --no-script.',
    );
  return {
    urls: [...new Set(positionals.map(addressOf))],
    sitemaps: sitemap.map(addressOf),
    format,
    output,
    patience: secondsOf(wait),
    most: secondsOf(timeout),
    isWithScript,
    isWithoutSandbox,
    ignored: new Set(ignore),
  };
}

async function verify(
  { urls, sitemaps, isWithScript, ignored, ...settings }: ReturnType<typeof read>,
  today: Date,
) {
  const reference = readReference();
  const { version, integrity } = reference;
  const reader = openReader({ ...settings, reference, today, agent: userAgent(version) });
  const notes: string[] = [];
  let isComplete = true;
  if (!integrity)
    notes.push('There is no dist/ here, so no script could be compared with it: npm run build.');

  /** Whether a public server has named it, by its address. */
  const wanted: Map<string, boolean> = new Map(urls.map(url => [url, false]));
  const pages: PageReport[] = [];
  try {
    for (const sitemap of sitemaps) {
      try {
        const { pages: listed, unread, leftOut, isPublic } = await reader.sitemap(sitemap);
        for (const address of listed.map(addressOf)) if (!wanted.has(address)) wanted.set(address, isPublic);
        isComplete &&= !unread.length;
        notes.push(...unread, ...leftOut);
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        isComplete = false;
        notes.push(`${sitemap} ${error.message}.`);
      }
    }
    const hindrance = isWithScript
      ? await reader.browserHindrance().catch(({ message }) => message)
      : undefined;
    if (hindrance !== undefined)
      notes.push(`${rules['browser-missing'].summary} ${rules['browser-missing'].remedy} (${hindrance})`);

    const end = Date.now() + mostHours * 3_600_000;
    // One at a time: the server has readers, too.
    for (const [url, isPublicOnly] of wanted) {
      if (Date.now() > end) {
        isComplete = false;
        notes.push(`${mostHours} hours are over: ${pages.length} of ${wanted.size} pages are read.`);
        break;
      }
      const isNamed = urls.includes(url);
      const page = await reader
        .page({ url, isNamed, isPublicOnly, isWithScript: isWithScript && hindrance === undefined })
        .catch(error => unreachable(url, error.message));
      notes.push(...page.leftOut);
      pages.push({ ...page, findings: page.findings.filter(({ rule }) => !ignored.has(rule)) });
    }
  } finally {
    reader.close();
  }
  isComplete &&= pages.every(({ isRead }) => isRead);
  return {
    version,
    checked: today.toISOString(),
    isComplete,
    notes: notes.map(note => plain(note)),
    pages,
  };
}

/** @returns 0: nothing wrong; 1: something is; 2: asked wrongly, or not all could be read */
export async function run(words: string[]): Promise<number> {
  const wishes = read(words);
  const report = await verify(wishes, new Date());
  const text = formats[wishes.format](report);
  // The other formats have no place for them that people look at.
  if (wishes.format !== 'text') for (const note of report.notes) console.error(note);
  if (wishes.output) writeFileSync(toCaller(wishes.output), text);
  else process.stdout.write(text);
  if (!report.isComplete) return 2;
  return report.pages.some(({ findings }) => findings.some(isFault)) ? 1 : 0;
}
