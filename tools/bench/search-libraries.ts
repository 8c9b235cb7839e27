/**
 * Our search for large directories beside MiniSearch, uFuzzy and Fuse.js, on the same services and queries: how large each
 * is, how soon it is ready, how fast it answers, what it keeps in memory, and how often a right answer is among its first
 * three. `tools/bench/search-libraries.ts` prints a Markdown table. Each library has the same fields with the same weights, our folding of letters, prefixes and one slip, as far as it can.
 */
import os from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import uFuzzy from '@leeoniya/ufuzzy';
import { build } from 'esbuild';
import Fuse from 'fuse.js';
import { type Directory, indexDirectory } from 'havn-widgets/directory';
import MiniSearch from 'minisearch';
import { fold } from '../../dist/npm/directory/search/fold.js';
import { indexOf } from '../../dist/npm/directory/search/matching.js';
import { table } from '../build/markdown.js';
import { withDistractors } from './distractors.js';
import { bundledIn, type Judged, judged, qualityOf } from './quality.js';

/** the ids of the first three */
type Search = (text: string, audience?: 'professional') => readonly string[];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** Name, needs and further texts of each service, as our search reads them. */
const documentsOf = (directory: Directory) =>
  indexOf(directory).map(({ service: { id, x_audience }, fields }) => {
    const [name = '', needs = '', text = ''] = fields.map(field => field.trim());
    return { id, audience: x_audience, name, needs, text };
  });

const firstThree = (found: { id: string; audience: readonly string[] }[], audience: string = 'person') =>
  found
    .filter(one => one.audience.includes(audience))
    .slice(0, 3)
    .map(({ id }) => id);

interface Library {
  entry: string;
  prepare: (directory: Directory) => Promise<Search>;
}

const libraries: Record<string, Library> = {
  Havn: {
    entry: "export { indexing } from './dist/npm/directory/search/large-search.js'",
    async prepare(directory) {
      const source = await indexDirectory(directory);
      return (text, audience) =>
        source.search({ text, limit: 3, ...(audience && { audience }) }).services.map(({ id }) => id);
    },
  },
  MiniSearch: {
    entry: "export { default } from 'minisearch'",
    async prepare(directory) {
      const index = new MiniSearch({
        fields: ['name', 'needs', 'text'],
        storeFields: ['audience'],
        searchOptions: {
          boost: { name: 8, needs: 4, text: 1 },
          prefix: true,
          fuzzy: term => (term.length > 3 ? 1 : false),
        },
      });
      index.addAll(documentsOf(directory));
      return (text, audience) => {
        const all = index.search(fold(text), { combineWith: 'AND' });
        const found = all.length ? all : index.search(fold(text));
        return firstThree(
          found.map(({ id, audience }) => ({ id, audience })),
          audience,
        );
      };
    },
  },
  uFuzzy: {
    entry: "export { default } from '@leeoniya/ufuzzy'",
    async prepare(directory) {
      const documents = documentsOf(directory);
      const haystack = documents.map(({ name, needs, text }) => `${name} ${needs} ${text}`);
      const fuzzy = new uFuzzy({
        unicode: true,
        interSplit: "[^\\p{L}\\d']+",
        intraSplit: '\\p{Ll}\\p{Lu}',
        intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
        intraChars: "[\\p{L}\\d']",
        intraContr: "'\\p{L}{1,2}\\b",
        intraMode: 1,
      });
      return (text, audience) => {
        // Up to five words in any order; sorted where there are at most 1000, as it advises.
        const [ids, info, order] = fuzzy.search(haystack, fold(text), 5, 1000);
        const found = order && info ? order.flatMap(at => info.idx[at] ?? []) : (ids ?? []);
        return firstThree(
          found.flatMap(id => documents[id] ?? []),
          audience,
        );
      };
    },
  },
  'Fuse.js': {
    entry: "export { default } from 'fuse.js'",
    async prepare(directory) {
      const fuse = new Fuse(documentsOf(directory), {
        keys: [
          { name: 'name', weight: 8 },
          { name: 'needs', weight: 4 },
          { name: 'text', weight: 1 },
        ],
        ignoreLocation: true,
        threshold: 0.2,
      });
      return (text, audience) =>
        firstThree(
          fuse.search(fold(text), { limit: 20 }).map(({ item }) => item),
          audience,
        );
    },
  },
};

/** @returns as a browser gets it, in bytes of brotli */
async function sizeOf(entry: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: '.' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  return brotliCompressSync(Buffer.concat(outputFiles.map(({ contents }) => contents))).length;
}

function heap() {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const queries = judged.filter(({ language }) => language === 'nb').map(({ text }) => text);

/** Those in which there are services that are not meant. */
export const languages = ['en', 'nb', 'pl', 'uk', 'ar'] as const;

/** What each library is judged by. */
export const asked: Judged[] = judged.filter(({ language }) =>
  (languages as readonly string[]).includes(language),
);

/**
 * As from a file, which knows no lexicon: texts that nobody has read yet are put together in memory when somebody does.
 */
const directoryOf = (count: number) => {
  const { x_lexicon, ...directory } = withDistractors(bundledIn('nb'), count, 'nb');
  return JSON.parse(JSON.stringify(directory));
};

/** For so many milliseconds each is asked, after it has warmed up for as long. */
const period = 2000;

async function measure({ prepare }: Library, count: number) {
  // What a library and the machine make once, whatever the number of services, is no memory of a service.
  await prepare(directoryOf(1000));
  const directory = directoryOf(count);
  // What made the directory is let go.
  await new Promise(resolve => setTimeout(resolve, 100));
  const before = heap();
  const start = performance.now();
  const search = await prepare(directory);
  const ready = performance.now() - start;
  const memory = (heap() - before) / count;
  const times: number[] = [];
  const warm = performance.now() + period;
  for (let now = 0, number = 0; now < warm + period || times.length < 20; number++) {
    const asked = performance.now();
    search(queries[number % queries.length] ?? '');
    now = performance.now();
    if (now > warm) times.push(now - asked);
  }
  times.sort((one, other) => one - other);
  return { ready, memory, p95: times[Math.floor(times.length * 0.95)] ?? Number.NaN, search };
}

/** @param count of services more; 0: the bundled ones alone */
async function quality({ prepare }: Library, count: number) {
  const searches: Record<string, Search> = {};
  for (const language of languages) {
    const all = bundledIn(language);
    searches[language] = await prepare(count ? withDistractors(all, count, language) : all);
  }
  return qualityOf(({ text, language }) => searches[language]?.(text) ?? [], asked).three;
}

export interface LibraryRow {
  name: string;
  /** of brotli */
  bytes: number;
  /** among 10 000 services */
  small: Speed;
  /** among 100 000 */
  large: Speed;
  /** share of the judged queries with a right answer among the first three, bundled services */
  success: number;
  /** the same among 10 000 others */
  successAmong: number;
}
/** in milliseconds, and bytes for each service */
interface Speed {
  ready: number;
  p95: number;
  memory: number;
}

export async function compareLibraries(): Promise<LibraryRow[]> {
  const rows = [];
  for (const [name, library] of Object.entries(libraries))
    rows.push({
      name,
      bytes: await sizeOf(library.entry),
      small: await measure(library, 10_000),
      large: await measure(library, 100_000),
      success: await quality(library, 0),
      successAmong: await quality(library, 10_000),
    });
  // What was measured holds the whole index.
  return rows.map(({ small, large, ...rest }) => ({ ...rest, small: speed(small), large: speed(large) }));
}

const speed = ({ ready, p95, memory }: Speed): Speed => ({ ready, p95, memory });

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

export const libraryTable = (rows: readonly LibraryRow[]): string =>
  table(
    [
      'Search',
      'Brotli, B',
      ...['10 000', '100 000'].flatMap(count => [
        `Ready at ${count}, ms`,
        `p95 at ${count}, ms`,
        `B each at ${count}`,
      ]),
      'Success@3, bundled',
      'Success@3, among 10 000',
    ],
    rows.map(({ name, bytes, small, large, success, successAmong }) => [
      name,
      String(bytes),
      ...[small, large].flatMap(({ ready, p95, memory }) => [
        ready.toFixed(0),
        p95.toFixed(p95 < 10 ? 2 : 0),
        memory.toFixed(0),
      ]),
      percent(success),
      percent(successAmong),
    ]),
  );

if (process.argv[1] === import.meta.filename) {
  const rows = await compareLibraries();
  console.log(`Node ${process.version}, ${os.cpus()[0]?.model}\n`);
  console.log(libraryTable(rows));
}
