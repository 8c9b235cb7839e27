/**
 * `npm run test:heard`: compares what the screen reader Orca says for each element in Firefox, in English, bokmål and
 * Arabic, with the transcripts in test/heard. `-- --update` writes the transcripts; `-- service-card ar` tests one
 * element in one language. A recording that is cut off is made again, and never approved. Needs orca.mjs from the folder
 * shared/ beside the checkout, which installs Orca as root on Debian. It takes about 20 minutes and builds nothing. The
 * last line is `N passed, N failed`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Service } from 'havn-widgets/directory';
import { formatPhone } from '../../src/safety/text.js';
import { element, names, scriptTag, serverOf } from './harness.js';
import { openServer } from './server.js';

interface Orca {
  /** What is said when the page has loaded, a line for each utterance. */
  readonly opening: readonly string[];
  press(key: string): Promise<readonly string[]>;
  close(): Promise<void>;
}
interface OrcaModule {
  orca(options: { url: string; lang: boolean }): Promise<Orca>;
}

const folder = 'test/heard';
const languages = ['en', 'nb', 'ar'];
/** A fixed time, a Tuesday in winter at eleven, so that opening hours are the same in every run. */
const instant = '2026-12-01T10:00Z';
/** Enough presses: what Orca says after them is similar. */
const mostPresses = 12;
/** On a busy machine the reader sometimes stops in the middle or leaves a line out. */
const mostRecordings = 4;
/** The last words of each page: a reading that does not come to them was cut off. */
const lastWords = 'The end';

const clock = `<script>Date = new Proxy(Date, {
  construct: (target, words) => Reflect.construct(target, words.length ? words : [Date.now()]),
  get: (target, name) => name === 'now' ? () => ${Date.parse(instant)} : Reflect.get(target, name)
})</script>`;
const pageFor = (name: string, language: string) =>
  `<!doctype html><html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}><head><meta charset="utf-8"><title>Test</title>${clock}${scriptTag()}</head>
  <body><main><h1>Test</h1>${element(name, '', '')}</main><p lang="en">${lastWords}</p></body></html>`;

const services: readonly Service[] = JSON.parse(readFileSync('data/directory/services.json', 'utf8'));

/** With the ids of the services in place of their numbers: a number changes in the data, and in no transcript. */
function withoutNumbers(heard: string): string {
  for (const { id, phones = [] } of services)
    for (const { number } of phones)
      heard = heard.replaceAll(formatPhone(number).replace(/\s/g, ' '), `{${id}}`);
  return heard;
}

/** Whether the end is reached: Orca says that it starts again from the top, or the focus is on buttons of Firefox. */
const isBehind = (said: string) => /Wrapping to top|Firefox View|No more/.test(said);

/** Presses a key until the end of the page. */
async function walk(reader: Orca, key: string): Promise<string[]> {
  const heard: string[] = [];
  while (heard.length < mostPresses) {
    const said = (await reader.press(key)).join(' / ');
    if (!said) throw new Error(`nothing was said after ${heard.length} times ${key}`);
    if (isBehind(said)) break;
    heard.push(said);
  }
  return heard;
}

async function transcriptOf({ orca }: OrcaModule, url: string): Promise<string> {
  const reader = await orca({ url, lang: true });
  try {
    if (!reader.opening.at(-1)?.endsWith(lastWords))
      throw new Error(`reading stopped at "${reader.opening.at(-1)}"`);
    const parts: [title: string, lines: readonly string[]][] = [
      ['The page opens, and all is read', reader.opening],
    ];
    for (const [title, key] of [
      ['From heading to heading (h)', 'h'],
      ['From link to link (k)', 'k'],
      ['Tab', 'Tab'],
    ] as const) {
      await reader.press('ctrl+Home');
      parts.push([title, await walk(reader, key)]);
    }
    const heard = parts.map(([title, lines]) => [`# ${title}`, ...lines].join('\n')).join('\n\n');
    return withoutNumbers(`${heard}\n`);
  } finally {
    await reader.close();
  }
}

/** Records until nothing is broken and, in a test, until it is as approved or the same difference is heard twice. */
async function steady(record: () => Promise<string>, approved: string): Promise<string> {
  let before = '';
  for (let count = 0; count < mostRecordings; count++) {
    try {
      const heard = await record();
      if (isUpdate || heard === approved || heard === before) return heard;
      before = heard;
    } catch (error) {
      console.log(`  recording ${count + 1} is broken: ${error}`);
    }
  }
  throw new Error(`${mostRecordings} recordings are broken or differ from one another`);
}

/** The first line that differs. */
function difference(approved: string, heard: string): string {
  const lines = heard.split('\n');
  const at = approved.split('\n').findIndex((line, index) => line !== lines[index]);
  return `line ${at + 1}\n  approved: ${approved.split('\n')[at]}\n  heard:    ${lines[at]}`;
}

const shared = resolve('../shared/hosts/orca.mjs');
if (!existsSync(shared)) {
  console.error('There is no ../shared/hosts/orca.mjs: nothing can be heard here.');
  console.log('\n0 passed, 1 failed');
  process.exit(1);
}
const orca: OrcaModule = await import(pathToFileURL(shared).href);
const words = process.argv.slice(2);
const isUpdate = words.includes('--update');
const isAsked = (all: readonly string[]) => {
  const asked = all.filter(one => words.includes(one));
  return asked.length ? asked : all;
};

const pages = names.flatMap(name =>
  languages.map(language => [`/${name}.${language}.html`, { body: pageFor(name, language) }] as const),
);
const server = await openServer(serverOf(new Map(pages)));
mkdirSync(folder, { recursive: true });
let passed = 0;
let failed = 0;
for (const name of isAsked(names))
  for (const language of isAsked(languages)) {
    const file = `${folder}/${name}.${language}.txt`;
    const approved = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const url = `${server.origin}/${name}.${language}.html`;
    let fault = '';
    try {
      const heard = await steady(() => transcriptOf(orca, url), approved);
      if (isUpdate) writeFileSync(file, heard);
      else if (heard !== approved) fault = difference(approved, heard);
    } catch (error) {
      fault = String(error);
    }
    if (fault) failed++;
    else passed++;
    console.log(fault ? `✖ ${name} in ${language}: ${fault}` : `✔ ${name} in ${language}`);
  }
await server.close();
console.log(`\n${passed} passed, ${failed} failed`);
if (failed) process.exitCode = 1;
