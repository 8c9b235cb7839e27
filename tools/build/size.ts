/**
 * The download sizes: each shipped script, compressed with Brotli, against its budget, and its growth since the figures
 * in sizes.json, which `npm run generate` updates (`--record`). Only the budgets of what a country writes can fail its
 * check.
 *
 * Then the cost of each part of havn.js and of the banner; `tools/build/size.ts --parts` prints it for every script.
 * The cost of a part is how much smaller the script is without it. The source map tells which code came from which
 * module; the English texts are found by their words. Code that several parts share compresses well, so removing one
 * part saves little of it: the last row has that rest.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { compile } from './compile.js';
import { inAscii } from './encoding.js';
import { type Entry, entries, havn } from './entries.js';
import { modules } from './folders.js';
import { sourceMessages } from './messages.js';
import { scriptOf } from './scripts.js';

const record = 'sizes.json';

/** Built in memory only for its size: the difference is the cost of the languages besides English. */
export const englishAlone = 'havn.js, English alone';

const budgets: Record<string, number | undefined> = {
  'havn.js': 50_000,
  [englishAlone]: 40_000,
  'elements/hotline-banner.js': 12_000,
  // Half of it is texts, since it has all languages. A fifth is the library for QR codes.
  'hand-over.js': 14_000,
};

/** Languages in other scripts, whose files are larger, since letters outside ASCII are escaped. */
const languagesOfOtherScripts = ['ar', 'bg', 'ru', 'th', 'ti', 'uk'];

/** The budget of a language file. */
const budgetOfLanguage = (language: string) => (languagesOfOtherScripts.includes(language) ? 11_000 : 9_000);

/** In bytes; 1 kB is 1000 bytes. Scripts without a budget are measured too. */
export const budgetOf = (file: string) =>
  budgets[file] ?? (file.startsWith('locales/') ? budgetOfLanguage(basename(file, '.js')) : undefined);

interface Size {
  file: string;
  bytes: number;
  budget: number | undefined;
  recorded: number | undefined;
}

export const brotli = (content: string | Uint8Array) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const scriptsIn = (folder: string) =>
  existsSync(join('dist', folder))
    ? readdirSync(join('dist', folder))
        .filter(name => name.endsWith('.js'))
        .sort()
        .map(name => join(folder, name))
    : [];

/** @returns the figures in sizes.json, by file */
export const recordedSizes = (): Record<string, number> =>
  existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {};

/**
 * Bundles a script again. It compiles the sources first if needed: a dist/ from elsewhere comes without them.
 * @param folder has the files whose hashes the script contains
 */
function bundled(entry: Entry, folder = 'dist') {
  if (!existsSync(modules)) compile();
  return scriptOf(entry, folder);
}

/**
 * @param options `english`: also builds and measures everything in English alone
 * @returns the sizes of all scripts in dist
 */
export async function measure({ english = true }: { english?: boolean } = {}): Promise<Size[]> {
  if (!existsSync('dist/havn.js')) throw new Error('There is no dist: npm run build');
  const scripts: [string, string | Uint8Array][] = [
    ...['havn.js', 'hand-over.js', ...scriptsIn('elements'), ...scriptsIn('locales')].map(
      file => [file, readFileSync(join('dist', file))] as [string, Uint8Array],
    ),
    ...(english
      ? [[englishAlone, (await bundled({ ...havn, languages: 'none' }, modules)).code] as [string, string]]
      : []),
  ];
  const recorded = recordedSizes();
  return scripts.map(([file, content]) => ({
    file,
    bytes: brotli(content),
    budget: budgetOf(file),
    recorded: recorded[file],
  }));
}

/** The parts with their modules: a module belongs to the first part that fits. */
const parts: [name: string | ((found: string[]) => string), modules: RegExp][] = [
  ['Lit', /\/node_modules\//],
  ['styles', /\/styles\/|\.styles\.js$/],
  [([, language]) => `texts in ${language}`, /\/locale\/generated\/(\w+)\.js$/],
  ['facts', /\/generated\//],
  ['search', /\/directory\/search\//],
  [([, name]) => `element ${name}`, /\/elements\/([\w-]+)\//],
  ['what all elements stand on', /\/base\//],
  [([, folder = '']) => folder, /\/modules\/([\w-]+)\//],
];

function partOf(file: string) {
  for (const [name, modules] of parts) {
    const found = modules.exec(`/${file}`);
    if (found) return typeof name === 'string' ? name : name(found);
  }
  return 'the rest';
}

const englishTexts = 'texts in English';

/** Matches English texts in a script. */
function englishPattern() {
  const texts = [...sourceMessages().values()].flatMap(text => text.split(/\{\d+\}/)).filter(Boolean);
  const written = texts.map(text => inAscii(JSON.stringify(text).slice(1, -1)));
  const longestFirst = written.sort((one, other) => other.length - one.length);
  const any = longestFirst.map(text => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  return new RegExp(`(?<=["\`}])(?:${any})(?=["\`$])`, 'g');
}

/** A script in pieces, in order, each with its part. */
async function piecesOf(entry: Entry) {
  const { code, map } = await bundled(entry);
  const sources = new SourceMap(JSON.parse(String(map)));
  const pieces: { part: string; text: string }[] = [];
  const add = (part: string, text: string) => {
    const last = pieces.at(-1);
    if (last?.part === part) last.text += text;
    else pieces.push({ part, text });
  };
  code.split('\n').forEach((line, index) => {
    for (let column = 0; column < line.length; column++) {
      const entry = sources.findEntry(index, column);
      add(partOf('originalSource' in entry ? entry.originalSource : ''), line[column] ?? '');
    }
    add('the rest', '\n');
  });
  const english = englishPattern();
  return pieces.flatMap(({ part, text }) => {
    if (part.startsWith('texts in ')) return [{ part, text }];
    const others = text.split(english);
    const found = text.match(english) ?? [];
    return others.flatMap((other, index) => [
      { part, text: other },
      { part: englishTexts, text: found[index] ?? '' },
    ]);
  });
}

/**
 * The cost of each part of a script.
 * @returns the largest first; at the end, what the parts have in common
 */
export async function costs(entry: Entry): Promise<{ part: string; bytes: number }[]> {
  const pieces = await piecesOf(entry);
  const sizeWithout = (without: string) =>
    brotli(pieces.map(({ part, text }) => (part === without ? '' : text)).join(''));
  const whole = sizeWithout('');
  const rows = [...new Set(pieces.map(({ part }) => part))]
    .map(part => ({ part, bytes: whole - sizeWithout(part) }))
    .sort((one, other) => other.bytes - one.bytes);
  const sum = rows.reduce((total, { bytes }) => total + bytes, 0);
  return [...rows, { part: 'what several have in common', bytes: whole - sum }];
}

export const inKilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** @returns a message for each script over its budget */
export const faultsOfBudgets = (sizes: Size[]): string[] =>
  sizes.flatMap(({ file, bytes, budget }) =>
    budget && bytes > budget ? [`${file} has ${bytes} bytes, over its budget of ${budget}`] : [],
  );

/** A line for people: what a script weighs, what has grown, and its budget. */
export function row({ file, bytes, budget, recorded }: Size) {
  const change = recorded === undefined ? 'new' : bytes === recorded ? '' : signed(bytes - recorded);
  const room = budget ? `of ${budget}, ${Math.round((bytes / budget) * 100)} %` : '';
  return `${file.padEnd(34)} ${String(bytes).padStart(6)} ${change.padStart(6)}  ${room}`.trimEnd();
}

const signed = (difference: number) => (difference > 0 ? `+${difference}` : String(difference));

async function printParts(files: string[]) {
  for (const entry of entries().filter(({ file }) => files.includes(file))) {
    console.log(`\n${entry.file}, by its parts`);
    for (const { part, bytes } of await costs(entry))
      console.log(`${part.padEnd(34)} ${String(bytes).padStart(6)}`);
  }
}

async function main() {
  const { values } = parseArgs({ options: { parts: { type: 'boolean' }, record: { type: 'boolean' } } });
  const sizes = await measure();
  console.log(`${'brotli, bytes'.padEnd(41)} change  budget`);
  for (const size of sizes) console.log(row(size));
  await printParts(values.parts ? sizes.map(({ file }) => file) : ['havn.js', 'elements/hotline-banner.js']);
  if (values.record) {
    const figures = Object.fromEntries(sizes.map(({ file, bytes }) => [file, bytes]));
    writeFileSync(record, `${JSON.stringify(figures, null, 2)}\n`);
  }
  const faults = faultsOfBudgets(sizes);
  for (const fault of faults) console.error(fault);
  if (faults.length) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) await main();
