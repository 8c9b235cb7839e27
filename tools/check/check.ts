/**
 * `npm run check`: everything that must be right before a merge and needs no browser. It prints one line for each
 * check, and goes on when a check fails. `npm run check -- --country` runs only the checks for any country
 * (HAVN_COUNTRY), not those of this repository's documents and code. `npm run check -- manifest readme` runs only those.
 * `--built` checks the build that `npm test` has just made.
 */
import { type ExecFileOptions, execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { folder, inCountry, isOwn, schemaFolder, targetLanguages } from '../build/country.js';
import { generateFacts } from '../build/facts.js';
import { faultsOfRelease } from '../build/feed.js';
import { filesIn } from '../build/integrity.js';
import { faultsOf as faultsOfLexicon } from '../build/lexicon.js';
import { readDeclarations } from '../build/manifest.js';
import { checkMessages, unitsOf } from '../build/messages.js';
import { readFacts } from '../build/read-facts.js';
import { lexiconFile } from '../build/read-lexicon.js';
import { englishAlone, faultsOfBudgets, inKilobytes, measure } from '../build/size.js';
import { tsc, typeScript } from '../build/type-script.js';
import { faultsOfArchitecture } from '../docs/architecture.js';
import { faultsOfConformance } from '../docs/conformance.js';
import { checkEmbedding } from '../docs/embedding.js';
import { checkNumbers } from '../docs/numbers.js';
import { checkOpenQuestions } from '../docs/open-questions.js';
import { checkReadme } from '../docs/readme.js';
import { faultsOfDescriptions } from '../docs/reference.js';
import { faultsOfPictures } from '../docs/shown.js';
import { environment } from './foreign-machine.js';

/** A check may return a short note about its result, and throws if something is wrong. */
export type Check = () => unknown;

/** How many lines of a failed check are shown. */
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

/** Texts that people read; keywords are only searched. */
const isPlain = (id: string) =>
  /^(service|entitlement|statement|banner|finder|permit|permits|permit-sentence|permit-statement|question|outcome|return-step|return-statement|draft|contacts|trace|handOver|leaflet)\./.test(
    id,
  ) && !id.endsWith('.x_keywords');

/**
 * Björnsson's LIX: average words per sentence, plus the percentage of words with more than six letters. Under 30 is for
 * children, 40 is a newspaper, 50 is official text.
 * @param texts each at least one sentence
 */
export function lix(texts: string[]) {
  const words = texts.flatMap(text => text.match(/\p{L}[\p{L}\p{M}’-]*|\p{N}+/gu) ?? []);
  const sentences = texts.flatMap(text => text.split(/[.!?]+(?:\s|$)/).filter(sentence => sentence.trim()));
  const long = words.filter(word => word.length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}

const lixBelow = 40;
/** LIX was made for the Scandinavian languages: in other languages, long words are not always difficult. */
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

/** @param isBuilt whether `npm test` has just built it */
async function buildUnless(isBuilt = false) {
  if (!isBuilt || !existsSync('dist/integrity.json'))
    await run([node, ...typeScript, 'tools/build/build.ts']);
}

/** The inputs of a build, apart from the country's folder. */
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

/** Copies the inputs of a build to another folder, without generated files of earlier builds. */
export function copyInputs(copy: string, country: string) {
  for (const input of [country, ...inputs])
    cpSync(input, join(copy, input), {
      recursive: true,
      filter: path => !/[\\/]generated$/.test(path),
    });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
}

/**
 * Builds again, from nothing in another folder, as if on another machine. The result must not depend on the
 * folder, language, clock, time zone, file permissions, the order in which folders are read, or earlier files.
 */
async function reproducibleBuild() {
  const copy = mkdtempSync(join(tmpdir(), 'havn-check-'));
  try {
    copyInputs(copy, folder);
    await run([node, ...typeScript, 'tools/build/build.ts'], {
      cwd: copy,
      env: { ...process.env, ...environment },
    });
    const contentOf = (folder: string, file: string) => {
      const path = join(folder, 'dist', file);
      return existsSync(path) ? readFileSync(path, 'latin1') : undefined;
    };
    const files = [...new Set([...filesIn('dist'), ...filesIn(join(copy, 'dist'))])];
    refuse(
      files
        .filter(file => contentOf('.', file) !== contentOf(copy, file))
        .map(file => `dist/${file} differs from build to build`),
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
    throw new Error(`${file} has drifted from the sources: npm run generate`);
}

async function sizes() {
  const measured = await measure({ english: isOwn });
  // Of the other scripts, most is code (decision 29), which a country does not write: their sizes are only told.
  const byCountry = measured.filter(({ file }) => file.startsWith('locales/') || file === 'hand-over.js');
  refuse(faultsOfBudgets(byCountry));
  return measured
    .filter(({ budget, file }) => budget && file !== englishAlone && !file.startsWith('locales/'))
    .map(({ file, bytes, budget = 0 }) => `${file} ${inKilobytes(bytes)} of ${inKilobytes(budget)}`)
    .join(', ');
}

/**
 * Checks the types of the package as npm packs it, for all kinds of module resolution except `require`: it is ESM only.
 */
async function typesOfPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'havn-pack-'));
  try {
    await run(['npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder]);
    const [packed = ''] = readdirSync(folder);
    await run([
      bin('attw'),
      ...[join(folder, packed), '--profile', 'esm-only', '--format', 'ascii', '--no-emoji'],
      // Without requests to a registry. The two scripts are not modules and export nothing.
      ...['--no-definitely-typed', '--exclude-entrypoints', 'havn.js', 'hand-over.js'],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** These run first and in this order: the other checks need the files that these write. */
const ofFacts: Record<string, Check> = {
  facts: () => void generateFacts(),
  // The lexicons (the words that people type) are shipped with the messages, so they are checked here.
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

interface Checks {
  /** These read what the build writes: it is made before them. */
  afterBuild: Record<string, Check>;
  others: Record<string, Check>;
}

const ofCountry: Checks = {
  // The recorded sizes are those of this repository.
  afterBuild: { sizes },
  others: { manifest },
};

const ofRepository: Checks = {
  afterBuild: {
    'reproducible build': reproducibleBuild,
    // The tools and the tests import the built package: these three follow the imports.
    'types of tools and tests': () => run([node, tsc, '-p', 'tsconfig.tools.json']),
    architecture: async () => refuse(await faultsOfArchitecture()),
    'unused code': () => run([bin('knip'), '--no-progress', '--treat-config-hints-as-errors']),
    package: async () => {
      await run([bin('publint'), '--strict']);
      await typesOfPackage();
    },
  },
  others: {
    'types of the sources': () => run([node, tsc, '-p', 'tsconfig.json', '--noEmit']),
    'lint and format': () => run([bin('biome'), 'ci', '--colors=off', '--error-on-warnings', '.']),
    manifest,
    readme: () => refuse(checkReadme()),
    'embedding tables': () => refuse(checkEmbedding()),
    'numbers in documents': () => refuse(checkNumbers()),
    'open questions': () => refuse(checkOpenQuestions()),
    'descriptions in bokmål': () => refuse(faultsOfDescriptions(readDeclarations())),
    pictures: () => refuse(faultsOfPictures()),
    'accessibility documents': () => refuse(faultsOfConformance()),
    'links in documents': () =>
      run([
        bin('remark'),
        '--frail',
        '--no-color',
        '--quiet',
        '--ignore-pattern',
        'CHANGELOG-facts.md',
        '--use',
        'remark-validate-links=repository:false',
        '.',
      ]),
  },
};

/** The beginning of an error message: the rest often follows from it. */
function shortened(message: string) {
  const lines = message.split('\n').filter(line => line.trim());
  const more = lines.length - mostLines;
  return [...lines.slice(0, mostLines), ...(more > 0 ? [`… and ${more} lines more`] : [])].join('\n  ');
}

/**
 * Prints one line for each check, and the totals.
 * @param inTurn checks that run first, one after the other
 * @param together checks that run afterwards, as many at a time as there are processors
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
  const { values, positionals: names } = parseArgs({
    options: { country: { type: 'boolean' }, built: { type: 'boolean' } },
    allowPositionals: true,
  });
  const { afterBuild, others } = values.country ? ofCountry : ofRepository;
  const build = () => buildUnless(values.built);
  const known = Object.keys({ ...ofFacts, build, ...afterBuild, ...others });
  const unknown = names.filter(name => !known.includes(name));
  if (unknown.length) {
    console.error(`There is no check ${unknown.join(', ')}. There are ${known.join(', ')}.`);
    process.exit(2);
  }
  /** @returns those that are named, or all */
  const chosen = (checks: Record<string, Check>) =>
    Object.fromEntries(Object.entries(checks).filter(([name]) => !names.length || names.includes(name)));
  const needsBuild = Object.keys(chosen({ build, ...afterBuild })).length > 0;
  // The build writes sources, which others would read half written.
  const inTurn = { ...chosen(ofFacts), ...(needsBuild && { build }) };
  if (await runChecks(inTurn, chosen({ ...afterBuild, ...others }))) process.exitCode = 1;
}
