/**
 * What a reader downloads: each script that is shipped, as brotli sends it, against its budget, and what grew since the
 * figures in sizes.json, which `npm run generate` renews (`--record`). Only the budgets can fail:
 * they leave room, so that nobody who changes a fact or a word meets them.
 *
 * Then what the parts of havn.js and of the banner cost; `tools/build/size.ts --parts` prints it of every script. A part costs
 * what the script is smaller by when all that came from it is cut out of the finished script: its source map says what came
 * from which module, and the English texts are found by their words. What two parts have in common, each alone would not
 * save: that is in no row but the last.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { inAscii } from './ascii.js';
import { compile } from './compile.js';
import { type Entry, entries, havn } from './entries.js';
import { modules } from './folders.js';
import { sourceMessages } from './messages.js';
import { scriptOf } from './scripts.js';

const record = 'sizes.json';

/** Built in memory for its size alone: what languages beside English cost shows in the difference. */
export const englishAlone = 'havn.js, English alone';

const budgets: Record<string, number | undefined> = {
  'havn.js': 50_000,
  [englishAlone]: 40_000,
  'elements/hotline-banner.js': 12_000,
  // In all languages: their words are half of it. The library for QR codes is a fifth.
  'hand-over.js': 14_000,
};

/** Languages whose letters take more than one byte, as a script in plain ASCII escapes them. */
const languagesOfOtherScripts = ['ar', 'bg', 'ru', 'th', 'ti', 'uk'];

/** Of a language that travels by itself. */
const budgetOfLanguage = (language: string) => (languagesOfOtherScripts.includes(language) ? 11_000 : 9_000);

/** In bytes; 1 kB is 1000 of them. Scripts without a budget are measured all the same. */
export const budgetOf = (file: string) =>
  budgets[file] ?? (file.startsWith('locales/') ? budgetOfLanguage(basename(file, '.js')) : undefined);

interface Size {
  file: string;
  bytes: number;
  budget: number | undefined;
  recorded: number | undefined;
}

const brotli = (content: string | Uint8Array) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** @param folder of dist */
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
 * A script as it is bundled anew: a dist/ that was brought from elsewhere comes without what that is made of.
 * @param folder of the files whose hashes it carries
 */
function bundled(entry: Entry, folder = 'dist') {
  if (!existsSync(modules)) compile();
  return scriptOf(entry, folder);
}

/**
 * @param options `english`: also builds and measures everything in English alone
 * @returns every script of dist
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

/** The parts, each with the modules that are its own: the first that fits. */
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

/** @param file of a module */
function partOf(file: string) {
  for (const [name, modules] of parts) {
    const found = modules.exec(`/${file}`);
    if (found) return typeof name === 'string' ? name : name(found);
  }
  return 'the rest';
}

const englishTexts = 'texts in English';

/** Finds the English texts where they stand in a script by themselves. */
function englishPattern() {
  const texts = [...sourceMessages().values()].flatMap(text => text.split(/\{\d+\}/)).filter(Boolean);
  const written = texts.map(text => inAscii(JSON.stringify(text).slice(1, -1)));
  const longestFirst = written.sort((one, other) => other.length - one.length);
  const any = longestFirst.map(text => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  return new RegExp(`(?<=["\`}])(?:${any})(?=["\`$])`, 'g');
}

/** A script in pieces, in its order, each with the part that it is of. */
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
 * What each part of a script costs.
 * @returns the greatest first; at the end what none of them costs alone
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

/** @returns what is over its budget, in words */
export const faultsOfBudgets = (sizes: Size[]): string[] =>
  sizes.flatMap(({ file, bytes, budget }) =>
    budget && bytes > budget ? [`${file} has ${bytes} bytes, over its budget of ${budget}`] : [],
  );

function row({ file, bytes, budget, recorded }: Size) {
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
  const sizes = await measure();
  console.log(`${'brotli, bytes'.padEnd(41)} change  budget`);
  for (const size of sizes) console.log(row(size));
  await printParts(
    process.argv.includes('--parts')
      ? sizes.map(({ file }) => file)
      : ['havn.js', 'elements/hotline-banner.js'],
  );
  if (process.argv.includes('--record')) {
    const figures = Object.fromEntries(sizes.map(({ file, bytes }) => [file, bytes]));
    writeFileSync(record, `${JSON.stringify(figures, null, 2)}\n`);
  }
  const faults = faultsOfBudgets(sizes);
  for (const fault of faults) console.error(fault);
  if (faults.length) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) await main();
