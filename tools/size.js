/**
 * What a reader downloads: each script that is shipped, as brotli sends it, against its budget.
 * `npm run size` prints it, and what grew since the figures in sizes.json; `npm run size -- --record` renews those.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { entriesFrom, script } from './build.js';
import { readFacts } from './facts.js';

const record = 'sizes.json';

/** Built in memory for its size alone: what languages beside English cost shows in the difference. */
export const englishAlone = 'havn.js, English alone';

/**
 * In bytes; 1 kB is 1000 of them. Scripts without a budget are measured all the same.
 * @type {Record<string, number | undefined>}
 */
export const budgets = {
  'havn.js': 45_000,
  [englishAlone]: 32_000,
  'elements/hotline-banner.js': 8_000,
};

/** Above this share the recorded figures are out of date. Versions of brotli differ by less. */
const tolerance = 0.02;

/** @typedef {{file: string, bytes: number, budget: number | undefined, recorded: number | undefined}} Size */

/** @param {string | Uint8Array} content */
const brotli = content =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** @param {string} folder of dist */
const scriptsIn = folder =>
  existsSync(join('dist', folder))
    ? readdirSync(join('dist', folder))
        .filter(name => name.endsWith('.js'))
        .sort()
        .map(name => join(folder, name))
    : [];

/** @returns {Record<string, number>} the figures in sizes.json, by file */
export const recordedSizes = () => (existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {});

/** @returns {Promise<Size[]>} every script of dist */
export async function measure() {
  if (!existsSync('dist/havn.js')) throw new Error('There is no dist: npm run build');
  const english = await script(entriesFrom('dist/npm')['havn.js'], readFacts().data, 'dist/npm', []);
  /** @type {[string, string | Uint8Array][]} */
  const scripts = [
    ...['havn.js', ...scriptsIn('elements'), ...scriptsIn('locales')].map(
      file => /** @type {[string, Uint8Array]} */ ([file, readFileSync(join('dist', file))]),
    ),
    [englishAlone, english],
  ];
  const recorded = recordedSizes();
  return scripts.map(([file, content]) => ({
    file,
    bytes: brotli(content),
    budget: budgets[file],
    recorded: recorded[file],
  }));
}

/** @param {number} bytes */
export const inKilobytes = bytes => `${(bytes / 1000).toFixed(1)} kB`;

/**
 * What is wrong with the sizes, in words.
 * @param {Size[]} sizes
 * @returns {string[]}
 */
export function faultsOfSizes(sizes) {
  const gone = Object.keys(recordedSizes()).filter(file => !sizes.some(size => size.file === file));
  return [
    ...sizes.flatMap(({ file, bytes, budget, recorded }) => [
      ...(budget && bytes > budget ? [`${file} has ${bytes} bytes, over its budget of ${budget}`] : []),
      ...(recorded && Math.abs(bytes / recorded - 1) <= tolerance
        ? []
        : [`${file} has ${bytes} bytes, ${record} says ${recorded ?? 'nothing'}: npm run size -- --record`]),
    ]),
    ...gone.map(file => `${file} is in ${record} and not in dist: npm run size -- --record`),
  ];
}

/** @param {Size} size */
function row({ file, bytes, budget, recorded }) {
  const change = recorded === undefined ? 'new' : bytes === recorded ? '' : signed(bytes - recorded);
  const room = budget ? `of ${budget}, ${Math.round((bytes / budget) * 100)} %` : '';
  return `${file.padEnd(34)} ${String(bytes).padStart(6)} ${change.padStart(6)}  ${room}`.trimEnd();
}

/** @param {number} difference */
const signed = difference => (difference > 0 ? `+${difference}` : String(difference));

async function main() {
  const sizes = await measure();
  console.log(`${'brotli, bytes'.padEnd(41)} change  budget`);
  for (const size of sizes) console.log(row(size));
  if (process.argv.includes('--record')) {
    const figures = Object.fromEntries(sizes.map(({ file, bytes }) => [file, bytes]));
    writeFileSync(record, `${JSON.stringify(figures, null, 2)}\n`);
  }
  const faults = faultsOfSizes(sizes.map(size => ({ ...size, recorded: recordedSizes()[size.file] })));
  for (const fault of faults) console.error(fault);
  if (faults.length) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) await main();
