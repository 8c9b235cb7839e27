/** The index of a folder's services, cut into files by Pagefind, and what goes by the place of a service in it. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Organization, Service } from 'havn-widgets/directory';
import { close, createIndex, type IndexingResponse } from 'pagefind';
import { fold } from '../../../dist/npm/directory/search/fold.js';
import { namesIn, textsIn } from '../../../dist/npm/directory/search/matching.js';
import { readerOf, wordsIn } from '../../../dist/npm/directory/shards/words.js';

/** of a service */
interface Words {
  names: Iterable<string>;
  texts: Iterable<string>;
}

/** A record in each language that it has. */
const inEveryLanguage = <One extends Service | Organization>(record: One | undefined): One[] =>
  record
    ? [record, ...Object.values(record.x_translations ?? {}).map(texts => ({ ...record, ...texts }))]
    : [];

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const wordsOf = (texts: unknown[]) =>
  new Set(fold(texts.filter(Boolean).join(' ')).split(' ').filter(Boolean));

/** The words of a service, as the search of one page has them: each once, a word of the name not in the texts too. */
export function wordsOfService(service: Service, organization: Organization | undefined) {
  const names = wordsOf([...inEveryLanguage(service).flatMap(namesIn), organization?.name]);
  const texts = wordsOf([
    ...inEveryLanguage(service).flatMap(textsIn),
    ...inEveryLanguage(organization).map(({ description }) => description),
  ]);
  for (const word of names) texts.delete(word);
  return { names, texts };
}

/** Below this all words are searched: an index is small. */
const fewServices = 10_000;

/**
 * How many services have each word, and which words more than a tenth of many services have in their texts: each would be
 * a file that grows with the directory, and tell nothing.
 */
export function countWords(services: Iterable<Words>) {
  const counts: Map<string, number> = new Map();
  const inTexts: Map<string, number> = new Map();
  let count = 0;
  for (const { names, texts } of services) {
    count++;
    for (const word of [...names, ...texts]) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const word of texts) inTexts.set(word, (inTexts.get(word) ?? 0) + 1);
  }
  const common = [...inTexts].filter(([, times]) => count >= fewServices && times > count / 10);
  return { counts, common: new Set(common.map(([word]) => word).sort()) };
}

/** Pagefind takes about 0.7 kB of memory for each word of each service: what half of it does not hold goes in afterwards. */
const mostAtOnce = () => Math.max(6_000_000, Math.floor(freemem() / 2 / 700));

/**
 * Words in alphabetical order, cut where there are so many that they have to go in by themselves.
 * @returns `before`: the first word of the next, or what is after all words
 */
function spansOf(counts: Map<string, number>, most: number): { from: string; before: string }[] {
  const starts = [''];
  let sum = 0;
  for (const word of [...counts.keys()].sort()) {
    sum += counts.get(word) ?? 0;
    if (sum <= most) continue;
    starts.push(word);
    sum = counts.get(word) ?? 0;
  }
  return starts.map((from, index) => ({ from, before: starts[index + 1] ?? '\uffff' }));
}

/** A word that `fold` leaves nobody, and Pagefind takes for one: it leaves out what has no text, and all others would stand in the wrong place. */
const noWord = '_';

/** So many services are on their way to Pagefind at a time: for each it looks through the folder that they lie in. */
const atOnce = 100;

/**
 * Has Pagefind index services in their order.
 * @param known of them: the common ones are to be had from the names alone
 * @param folder that the files of words go to
 * @param most words of services at once
 * @returns of each file the letters it begins with and its name
 */
export async function indexOf(
  services: () => Iterable<Words>,
  { counts, common }: { counts: Map<string, number>; common: Set<string> },
  folder: string,
  most: number = mostAtOnce(),
): Promise<[string, string][]> {
  mkdirSync(folder, { recursive: true });
  const files: [string, string][] = [];
  for (const { from, before } of spansOf(counts, most)) {
    const isHere = (word: string) => word >= from && word < before;
    const stage = mkdtempSync(join(folder, 'pagefind-'));
    await writeIndex(services(), isHere, common, stage);
    for (const file of readdirSync(join(stage, 'index')))
      renameSync(join(stage, 'index', file), join(folder, file));
    files.push(...namedByWord(stage, folder));
    rmSync(stage, { recursive: true });
  }
  return files;
}

/**
 * Of each file of words the letters it begins with and its name.
 * @param stage with what Pagefind says of its index
 */
function namedByWord(stage: string, folder: string): [string, string][] {
  const [overview = ''] = readdirSync(stage).filter(name => name.endsWith('.pf_meta'));
  return filesOfWords(gunzipSync(readFileSync(join(stage, overview)))).flatMap(([first, name]) => {
    if (first !== noWord) return [[first, name]];
    const bytes = gunzipSync(readFileSync(join(folder, `unknown_${name}.pf_index`)));
    const word = wordsIn(bytes, Number.MAX_SAFE_INTEGER).find(({ word }) => word !== noWord)?.word;
    return word ? [[word, name]] : [];
  });
}

/** @param isHere which words go in */
async function writeIndex(
  services: Iterable<Words>,
  isHere: (word: string) => boolean,
  common: Set<string>,
  folder: string,
) {
  // The words are ours, folded: no language, no endings taken off. The fragments are not used: one file of them.
  const { index, errors } = await createIndex({ forceLanguage: 'unknown', maxFragments: 1 });
  if (!index) throw new Error(errors.join('\n'));
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  let count = 0;
  const underWay: Map<string, Promise<IndexingResponse>> = new Map();
  const settle = async () => {
    for (const [page, added] of underWay) {
      const { errors } = await added;
      if (errors.length) throw new Error(errors.join('\n'));
      rmSync(join(pages, page));
    }
    underWay.clear();
  };
  for (const { names, texts } of services) {
    const told = [...texts].filter(word => isHere(word) && !common.has(word));
    const name = [...names].filter(isHere).join(' ');
    const page = `${count++}.html`;
    // In the order of the services: Pagefind answers one after the other, and the place in its index is the service.
    // As a file, though a record needs none: with each record Pagefind compares the addresses of all that came before,
    // and the time grows with the square of their number. The index is the same byte for byte.
    writeFileSync(
      join(pages, page),
      `<html><body data-pagefind-meta="name:${escaped(name)}">${escaped(told.join(' ') || noWord)}</body></html>`,
    );
    underWay.set(page, index.addDirectory({ path: pages, glob: page }));
    if (underWay.size === atOnce) await settle();
  }
  await settle();
  const answer = await index.writeFiles({ outputPath: folder });
  await close();
  if (answer.errors.length) throw new Error(answer.errors.join('\n'));
  const { languages } = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8'));
  if (languages.unknown?.page_count !== count) throw new Error('Pagefind has not indexed all services');
}

/** What Pagefind says of its index: the records in the order in which they came, then the files of words. */
function filesOfWords(overview: Uint8Array): [string, string][] {
  const read = readerOf(overview);
  read.list();
  read.text();
  for (let left = read.list(); left > 0; left--) {
    let texts = read.list() - 1;
    read.text();
    read.integer();
    while (--texts > 0) read.text();
  }
  return Array.from({ length: read.list() }, () => {
    read.list();
    const first = read.text();
    read.text();
    return [first, read.text().replace(/^unknown_/, '')];
  });
}
