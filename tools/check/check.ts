/**
 * Everything that must hold before a merge and needs no browser: `npm run check`. One line for each check; all of them
 * run, whatever fails. `npm run check -- --country` runs those alone that hold for any country (HAVN_COUNTRY), and not
 * those of the documents and the code of this repository.
 */
import { type ExecFileOptions, execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { folder, inCountry, isOwn, schemaFolder, targetLanguages } from '../build/country.js';
import { generateFacts, readFacts } from '../build/facts.js';
import { faultsOfRelease } from '../build/feed.js';
import { faultsOf as faultsOfLexicon } from '../build/lexicon.js';
import { checkMessages, unitsOf } from '../build/messages.js';
import { lexiconFile } from '../build/read-lexicon.js';
import { englishAlone, faultsOfBudgets, inKilobytes, measure } from '../build/size.js';
import { tsc, typeScript } from '../build/type-script.js';
import { faultsOfArchitecture } from '../docs/architecture.js';
import { faultsOfConformance } from '../docs/conformance.js';
import { checkEmbedding } from '../docs/embedding.js';
import { checkOpenQuestions } from '../docs/open-questions.js';
import { checkReadme } from '../docs/readme.js';
import { environment } from './foreign-machine.js';

/** A check answers with a word on what it found, if there is one, and throws what is wrong. */
export type Check = () => unknown;

/** As many lines of what is wrong are shown of each check. */
const mostLines = 30;

async function run(
  [command, ...parameters]: [command: string, ...parameters: string[]],
  options?: ExecFileOptions,
) {
  try {
    await promisify(execFile)(command, parameters, { maxBuffer: 2 ** 26, ...options });
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
    throw new Error([stdout, stderr].join('').trim() || message);
  }
}

const node = process.execPath;
const bin = (name: string) => join('node_modules/.bin', name);

export function refuse(faults: string[]) {
  if (faults.length) throw new Error(faults.join('\n'));
}

/** The texts that a person reads; keywords are only searched. */
const isPlain = (id: string) =>
  /^(service|entitlement|statement|banner|finder|permit|permits|permit-statement|question|outcome|return-step|return-statement|draft|contacts|trace|handOver|leaflet)\./.test(
    id,
  ) && !id.endsWith('.x_keywords');

/**
 * Björnsson's LIX: words to a sentence, and words of more than six letters in a hundred. Under 30 is what children
 * read, 40 is a newspaper, 50 an office.
 * @param texts each at least one sentence
 */
export function lix(texts: string[]) {
  const words = texts.flatMap(text => text.match(/\p{L}[\p{L}\p{M}’-]*|\p{N}+/gu) ?? []);
  const sentences = texts.flatMap(text => text.split(/[.!?]+(?:\s|$)/).filter(sentence => sentence.trim()));
  const long = words.filter(word => word.length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}

const lixBelow = 40;
/** The measure was made for the Scandinavian languages: elsewhere long words are not hard ones. */
const measuredLanguages = ['nb', 'nn', 'sv', 'da'];

function plainLanguage(): string {
  const languages = targetLanguages().filter(language => measuredLanguages.includes(language));
  const figures = languages.map(language => {
    const units = unitsOf(readFileSync(inCountry(`locales/${language}.xlf`), 'utf8'));
    const texts = [...units].filter(([id]) => isPlain(id)).map(([, { target }]) => target ?? '');
    return { language, figure: lix(texts.map(text => text.replace(/\{\d+\}/g, ''))) };
  });
  const words = figures.map(({ language, figure }) => `LIX of ${language} ${figure.toFixed(1)}`).join(', ');
  refuse(figures.some(({ figure }) => !(figure < lixBelow)) ? [`${words}: has to be under ${lixBelow}`] : []);
  return words;
}

let building: Promise<void> | undefined;
/** Builds dist once, and with `-- --built` not at all: what `npm test` has just built is what is checked. */
function built() {
  const isThere = process.argv.includes('--built') && existsSync('dist/integrity.json');
  building ??= isThere ? Promise.resolve() : run([node, ...typeScript, 'tools/build/build.ts']);
  return building;
}

/** What a build reads, beside the country. */
const inputs = [
  'src',
  'tools',
  'custom-elements.json',
  'rollup.config.mjs',
  schemaFolder,
  'demo',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * Copies what a build reads to a folder of its own, without what former ones have made.
 * @param country its folder
 */
export function copyInputs(copy: string, country: string) {
  for (const input of [country, ...inputs])
    cpSync(input, join(copy, input), {
      recursive: true,
      filter: path => !/[\\/]generated$/.test(path),
    });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
}

/**
 * Builds dist, and the same from nothing in another folder, as if on another machine: neither the place, its language,
 * clock, zone and rights, the order in which it reads folders, nor what lay there may show.
 */
async function reproducibleBuild() {
  await built();
  const copy = mkdtempSync(join(tmpdir(), 'havn-check-'));
  try {
    copyInputs(copy, folder);
    await run([node, ...typeScript, 'tools/build/build.ts'], {
      cwd: copy,
      env: { ...process.env, ...environment },
    });
    const textIn = (folder: string) => readFileSync(join(folder, 'dist/integrity.json'), 'utf8');
    const [text, again] = [textIn('.'), textIn(copy)];
    const one: Record<string, string> = JSON.parse(text);
    const other: Record<string, string> = JSON.parse(again);
    const files = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    refuse(
      files.filter(file => one[file] !== other[file]).map(file => `dist/${file} differs from build to build`),
    );
    refuse(text === again ? [] : ['dist/integrity.json differs in its order from build to build']);
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
    throw new Error(`${file} has drifted from the sources: npm run generate`);
}

async function sizes() {
  const measured = await measure({ english: isOwn });
  refuse(faultsOfBudgets(measured));
  return measured
    .filter(({ budget, file }) => budget && file !== englishAlone && !file.startsWith('locales/'))
    .map(({ file, bytes }) => `${file} ${inKilobytes(bytes)}`)
    .join(', ');
}

/** As npm packs it, and each way of finding modules but `require`: there are modules alone. */
async function typesOfPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'havn-pack-'));
  try {
    await run(['npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder]);
    const [packed = ''] = readdirSync(folder);
    await run([
      bin('attw'),
      ...[join(folder, packed), '--profile', 'esm-only', '--format', 'ascii', '--no-emoji'],
      // Asks no registry. The scripts are no modules, and have nothing to import.
      ...['--no-definitely-typed', '--exclude-entrypoints', 'havn.js', 'hand-over.js'],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In this order and before all others, which stand on what these have written. */
const ofFacts: Record<string, Check> = {
  facts: () => void generateFacts(),
  // What people type travels as a message does.
  messages: () =>
    refuse([
      ...checkMessages(),
      ...['en', ...targetLanguages()].flatMap(language =>
        faultsOfLexicon(language).map(fault => `${lexiconFile(language)}: ${fault}`),
      ),
    ]),
  'release of the facts': () => refuse(faultsOfRelease(readFacts().data)),
  'plain language': plainLanguage,
};

const ofCountry: Record<string, Check> = {
  build: built,
  manifest,
  // What is recorded is this repository's.
  sizes: async () => {
    await built();
    return sizes();
  },
};

const ofRepository: Record<string, Check> = {
  'reproducible build': reproducibleBuild,
  'types of the sources': async () => {
    await run([node, tsc, '-p', 'tsconfig.json', '--noEmit']);
  },
  // Of the package, too, which is what is built.
  'types of tools and tests': async () => {
    await built();
    for (const project of ['tsconfig.tools.json', 'tsconfig.test.json'])
      await run([node, tsc, '-p', project]);
  },
  'lint and format': async () => {
    await run([bin('biome'), 'ci', '--colors=off', '--error-on-warnings', '.']);
  },
  manifest,
  readme: () => refuse(checkReadme()),
  'embedding tables': () => refuse(checkEmbedding()),
  'open questions': () => refuse(checkOpenQuestions()),
  // Of what is built, too: the tools and the tests import it.
  architecture: async () => {
    await built();
    refuse(await faultsOfArchitecture());
  },
  // Of what is built, too, as above.
  'unused code': async () => {
    await built();
    await run([bin('knip'), '--no-progress', '--treat-config-hints-as-errors']);
  },
  'accessibility documents': () => refuse(faultsOfConformance()),
  'links in documents': async () => {
    await run([
      bin('remark'),
      '--frail',
      '--no-color',
      '--quiet',
      '--ignore-pattern',
      'CHANGELOG-facts.md',
      '--use',
      'remark-validate-links=repository:false',
      '.',
    ]);
  },
  package: async () => {
    await built();
    await run([bin('publint'), '--strict']);
    await typesOfPackage();
  },
};

/** The beginning of what is wrong: the rest often follows from it. */
function shortened(message: string) {
  const lines = message.split('\n').filter(line => line.trim());
  const more = lines.length - mostLines;
  return [...lines.slice(0, mostLines), ...(more > 0 ? [`… and ${more} lines more`] : [])].join('\n  ');
}

/**
 * One line for each, and their sums.
 * @param together after those, as many at a time as there are processors
 * @returns how many have failed
 */
export async function runChecks(
  inTurn: Record<string, Check>,
  together: Record<string, Check> = {},
): Promise<number> {
  let failed = 0;
  async function run([name, check]: [string, Check]) {
    try {
      const found = await check();
      console.log(`${name}: ${found ? `ok, ${found}` : 'ok'}`);
    } catch (error) {
      failed++;
      console.log(`${name}: FAILED: ${shortened((error as Error).message)}`);
    }
  }
  for (const named of Object.entries(inTurn)) await run(named);
  const queue = Object.entries(together).values();
  const work = async () => {
    for (const named of queue) await run(named);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const all = Object.keys(inTurn).length + Object.keys(together).length;
  console.log(`${all - failed} passed, ${failed} failed`);
  return failed;
}

if (process.argv[1] === import.meta.filename) {
  const together = process.argv.includes('--country') ? ofCountry : ofRepository;
  if (await runChecks(ofFacts, together)) process.exitCode = 1;
}
