/** `npm run havn -- verify URL…`: what live pages embed of Havn, and what of it is wrong. docs/verify.md tells how. */
import { writeFileSync } from 'node:fs';
import { Misused, orUsage, readWords, toCaller } from './command.js';
import { openBrowser } from './verify/browser.js';
import { fetcher, Unreachable, userAgent } from './verify/fetching.js';
import { verifyPage } from './verify/page.js';
import { readReference } from './verify/reference.js';
import { formats } from './verify/reports.js';
import { isFault, rules } from './verify/rules.js';
import { pagesOf } from './verify/sitemap.js';

export const usage =
  'verify URL… [--sitemap URL] [--format text|json|sarif|junit] [--output FILE] [--no-script] [--wait SECONDS] [--ignore RULE]';
export const summary = 'Reads live pages, with and without script, and says what of Havn on them is wrong.';

/** @param {string} text */
function addressOf(text) {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new Misused(`"${text}" is no http or https address.`);
  const url = new URL(text);
  url.hash = '';
  return url.href;
}

/** @param {string[]} words */
function read(words) {
  const { values, positionals } = readWords(words, {
    sitemap: { type: 'string', multiple: true, default: [] },
    format: { type: 'string', default: 'text' },
    output: { type: 'string' },
    'no-script': { type: 'boolean', default: false },
    wait: { type: 'string', default: '10' },
    ignore: { type: 'string', multiple: true, default: [] },
  });
  const { sitemap = [], format = 'text', output, wait, ignore = [] } = values;
  if (!positionals.length && !sitemap.length) throw new Misused('Which page?');
  if (!Object.hasOwn(formats, format)) throw new Misused(`There is no format "${format}".`);
  if (!/^\d{1,3}$/.test(wait ?? '')) throw new Misused(`"${wait}" is no number of seconds.`);
  const unknown = ignore.find(rule => !Object.hasOwn(rules, rule));
  if (unknown !== undefined) throw new Misused(`There is no rule "${unknown}".`);
  return {
    urls: [...new Set(positionals.map(addressOf))],
    sitemaps: sitemap.map(addressOf),
    format,
    output,
    patience: Number(wait) * 1000,
    isWithScript: !values['no-script'],
    ignored: new Set(ignore),
  };
}

/** @param {ReturnType<typeof read>} wishes @param {Date} today */
async function verify({ urls, sitemaps, isWithScript, patience, ignored }, today) {
  const reference = readReference();
  const agent = userAgent(reference.version);
  const reader = fetcher(agent);
  /** @type {string[]} */
  const notes = [];
  let isComplete = true;
  if (!reference.integrity)
    notes.push('There is no dist/ here, so no script could be compared with it: npm run build.');

  /** @type {Set<string>} */
  const listed = new Set();
  for (const sitemap of sitemaps) {
    try {
      const { pages, leftOut } = await pagesOf(sitemap, reader);
      for (const page of pages) listed.add(addressOf(page));
      notes.push(...leftOut);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      isComplete = false;
      notes.push(`${sitemap} ${error.message}.`);
    }
  }
  const browser = isWithScript ? await openBrowser(reference, agent, patience) : undefined;
  if (isWithScript && !browser)
    notes.push(`${rules['browser-missing'].summary} ${rules['browser-missing'].remedy}`);

  /** @type {import('./verify/page.js').PageReport[]} */
  const pages = [];
  try {
    // One at a time: the server has readers, too.
    for (const url of new Set([...urls, ...listed])) {
      const page = await verifyPage(url, urls.includes(url), { reference, fetcher: reader, browser, today });
      pages.push({ ...page, findings: page.findings.filter(({ rule }) => !ignored.has(rule)) });
    }
  } finally {
    await browser?.close();
  }
  isComplete &&= pages.every(({ isRead }) => isRead);
  return { report: { version: reference.version, checked: today.toISOString(), notes, pages }, isComplete };
}

/** @param {string[]} words @returns {Promise<number>} 0: nothing wrong; 1: something is; 2: asked wrongly, or a page cannot be read */
export async function run(words) {
  const wishes = orUsage(usage, () => read(words));
  if (!wishes) return 2;
  const { report, isComplete } = await verify(wishes, new Date());
  const text = formats[wishes.format](report);
  // The other formats have no place for them that people look at.
  if (wishes.format !== 'text') for (const note of report.notes) console.error(note);
  if (wishes.output) writeFileSync(toCaller(wishes.output), text);
  else process.stdout.write(text);
  if (!isComplete) return 2;
  return report.pages.some(({ findings }) => findings.some(isFault)) ? 1 : 0;
}
