/**
 * Everything that must hold before a merge and needs no browser: `npm run check`. One line for each check; all of them
 * run, whatever fails.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { generateFacts } from './facts.js';
import { checkMessages, unitsOf } from './messages.js';
import { checkReadme } from './readme.js';
import { englishAlone, faultsOfSizes, inKilobytes, measure } from './size.js';

/**
 * A check answers with a word on what it found, if there is one, and throws what is wrong.
 * @typedef {() => Promise<string | void> | string | void} Check
 */

/** As many lines of what is wrong are shown of each check. */
const mostLines = 30;

/** @param {string[]} command @param {string} [cwd] */
async function run([command, ...parameters], cwd = '.') {
  try {
    await promisify(execFile)(command, parameters, { cwd, maxBuffer: 2 ** 26 });
  } catch (error) {
    const { stdout = '', stderr = '', message } = /** @type {any} */ (error);
    throw new Error([stdout, stderr].join('').trim() || message);
  }
}

const node = process.execPath;
const tsc = 'node_modules/typescript/bin/tsc';
/** @param {string} name */
const bin = name => join('node_modules/.bin', name);

/** @param {string[]} faults */
function refuse(faults) {
  if (faults.length) throw new Error(faults.join('\n'));
}

/** The texts that a person reads; keywords are only searched. */
const isPlain = (/** @type {string} */ id) =>
  /^(service|entitlement|statement|banner|finder|permit|permits|permit-statement|question|outcome|return-step|return-statement|draft|contacts)\./.test(
    id,
  ) && !id.endsWith('.x_keywords');

/**
 * Björnsson's LIX: words to a sentence, and words of more than six letters in a hundred. Under 30 is what children
 * read, 40 is a newspaper, 50 an office.
 * @param {string[]} texts each at least one sentence
 */
export function lix(texts) {
  const words = texts.flatMap(text => text.match(/\p{L}[\p{L}\p{M}’-]*|\p{N}+/gu) ?? []);
  const sentences = texts.flatMap(text => text.split(/[.!?]+(?:\s|$)/).filter(sentence => sentence.trim()));
  const long = words.filter(word => word.length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}

const lixBelow = 40;
/** The measure was made for the Scandinavian languages: elsewhere long words are not hard ones. */
const measuredLanguages = ['nb', 'nn'];

/** @type {Check} */
function plainLanguage() {
  const figures = measuredLanguages.map(language => {
    const units = unitsOf(readFileSync(`data/locales/${language}.xlf`, 'utf8'));
    const texts = [...units].filter(([id]) => isPlain(id)).map(([, { target }]) => target ?? '');
    return { language, figure: lix(texts.map(text => text.replace(/\{\d+\}/g, ''))) };
  });
  const words = figures.map(({ language, figure }) => `LIX of ${language} ${figure.toFixed(1)}`).join(', ');
  refuse(figures.some(({ figure }) => !(figure < lixBelow)) ? [`${words}: has to be under ${lixBelow}`] : []);
  return words;
}

/** What a build reads. */
const inputs = ['src', 'tools', 'data', 'package.json', 'tsconfig.json', 'lit-localize.json'];

/** Builds dist, and the same in another folder from nothing: neither the place nor what lay there may show. */
async function reproducibleBuild() {
  await run([node, 'tools/build.js']);
  const copy = mkdtempSync(join(tmpdir(), 'havn-check-'));
  try {
    for (const input of inputs)
      cpSync(input, join(copy, input), {
        recursive: true,
        filter: path => !/[\\/]generated$/.test(path),
      });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
    await run([node, 'tools/build.js'], copy);
    /** @type {Record<string, string>[]} */
    const [one, other] = ['.', copy].map(folder =>
      JSON.parse(readFileSync(join(folder, 'dist/integrity.json'), 'utf8')),
    );
    const files = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    refuse(
      files.filter(file => one[file] !== other[file]).map(file => `dist/${file} differs from build to build`),
    );
    return `${files.length} files, twice the same`;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function manifest() {
  const folder = '.build/manifest';
  await run([bin('cem'), 'analyze', '--quiet', '--outdir', folder]);
  const file = 'custom-elements.json';
  if (readFileSync(join(folder, file), 'utf8') !== readFileSync(file, 'utf8'))
    throw new Error(`${file} has drifted from the sources: npm run manifest`);
}

async function sizes() {
  const measured = await measure();
  refuse(faultsOfSizes(measured));
  return measured
    .filter(({ budget, file }) => budget && file !== englishAlone)
    .map(({ file, bytes }) => `${file} ${inKilobytes(bytes)}`)
    .join(', ');
}

/** In this order, since each stands on what those before it have written. @type {Record<string, Check>} */
const checks = {
  facts: () => void generateFacts(),
  messages: () => refuse(checkMessages()),
  'plain language': plainLanguage,
  'reproducible build': reproducibleBuild,
  'types of the sources': async () => {
    await run([node, tsc, '-p', 'tsconfig.json', '--noEmit']);
  },
  'types of tools and tests': async () => {
    await run([node, tsc, '-p', 'tsconfig.tools.json']);
  },
  'lint and format': async () => {
    await run([bin('biome'), 'ci', '--colors=off', '--error-on-warnings', '.']);
  },
  manifest,
  sizes,
  readme: () => refuse(checkReadme()),
  package: async () => {
    await run([bin('publint'), '--strict']);
  },
};

/** The beginning of what is wrong: the rest often follows from it. @param {string} message */
function shortened(message) {
  const lines = message.split('\n').filter(line => line.trim());
  const more = lines.length - mostLines;
  return [...lines.slice(0, mostLines), ...(more > 0 ? [`… and ${more} lines more`] : [])].join('\n  ');
}

async function main() {
  let failed = 0;
  for (const [name, check] of Object.entries(checks)) {
    try {
      const found = await check();
      console.log(`${name}: ${found ? `ok, ${found}` : 'ok'}`);
    } catch (error) {
      failed++;
      console.log(`${name}: FAILED: ${shortened(/** @type {Error} */ (error).message)}`);
    }
  }
  console.log(`${Object.keys(checks).length - failed} passed, ${failed} failed`);
  if (failed) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) await main();
