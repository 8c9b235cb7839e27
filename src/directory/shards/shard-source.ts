import { inSlices } from '../in-slices.js';
import { localizedOverlay, overlayLimits, readingOverlay } from '../overlay/overlay.js';
import { fold } from '../search/fold.js';
import { fits, isSlipOf, wordsIn as typedWords, weights } from '../search/matching.js';
import { type Query, type SearchResult, search } from '../search/search.js';
import type { ServiceSource } from '../source.js';
import type { Directory, Organization, Service } from '../types.js';
import { type Manifest, recordsFile, setFile, wordsFile } from './manifest.js';
import { type IndexedWord, wordsIn } from './words.js';

/** Reads and unpacks a file of the folder, by its path in it: at most `most` bytes. Rejects if it cannot be read. */
type ReadShard = (path: string, most: number) => Promise<Uint8Array>;

/** The bundled services, in the language of the reader. */
export interface National {
  readonly directory: Directory;
  readonly language: string;
}

/** The answer, with the services through which some of its services are reached. */
export interface ShardResult extends SearchResult {
  readonly contacts: readonly Service[];
}

const [ofName, ofNeed, ofText] = weights;

/** The finder shows no more at a time. */
const mostShown = 50;
const mostWords = 8;
/** A short beginning may fit words in many files: only the first files are read. */
const mostFilesOfWord = 4;
/** In bytes, unpacked: room for a word that a million services have. */
const mostOfWords = 16_777_216;

/** How many services a word finds by its needs, at most: a set may hold millions. */
const mostOfNeeds = 250_000;

/** How many files stay in memory, by kind. */
const kept = { words: 12, sets: 24, records: 100 };
/** The files of words that stay in memory have no more places than this together: about 30 MB. */
const mostPlacesKept = 4_000_000;

/**
 * Keeps the last answers of `load`. A failure is not kept, so that the next call tries again.
 * @param sizeOf how much of `mostPlacesKept` an answer takes
 */
function remembering<T>(
  most: number,
  load: (key: string) => Promise<T>,
  sizeOf: (answer: T) => number = () => 0,
): (key: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  const sizes = new Map<string, number>();
  const forget = (key: string) => {
    answers.delete(key);
    sizes.delete(key);
  };
  const makeRoom = () => {
    let size = 0;
    for (const one of sizes.values()) size += one;
    for (const oldest of answers.keys()) {
      if (answers.size <= most && size <= mostPlacesKept) break;
      size -= sizes.get(oldest) ?? 0;
      forget(oldest);
    }
  };
  return key => {
    const known = answers.get(key);
    const answer = known ?? load(key);
    answers.delete(key);
    answers.set(key, answer);
    if (!known)
      answer.then(
        loaded => {
          if (answers.get(key) === answer) sizes.set(key, sizeOf(loaded));
          makeRoom();
        },
        () => forget(key),
      );
    makeRoom();
    return answer;
  };
}

/** In points, how well a typed word fits a word of the index. */
function fitOf(typed: string, word: string): number {
  if (word === typed) return fits.whole;
  if (word.startsWith(typed)) return fits.beginning;
  return typed.length > 3 && isSlipOf(typed, word) ? fits.slip : 0;
}

/** The services that fit one word, each with its points. */
interface Hits {
  readonly points: Uint8Array;
  readonly places: readonly number[];
}

/** A set of services: one bit for each, the lowest bit of each byte first. */
type Places = Uint8Array;
const isAmong = (places: Places, place: number) => (((places[place >> 3] ?? 0) >> (place & 7)) & 1) === 1;

/**
 * Searches an index that `npm run havn -- shard` has split into files: a query reads only a few of them. Bundled services
 * that have every word come first.
 *
 * Its services are a host's own, whatever the files say: each passes `readOverlay`, which refuses what would alter a
 * national fact. Rejects if a file cannot be loaded or read.
 */
export function shardSource(read: ReadShard, manifest: Manifest, national: () => National): ServiceSource {
  const { services: count, perFile, words: files, sets, build } = manifest;
  const common = new Set(manifest.common);

  const wordsOf = remembering(
    kept.words,
    async file => wordsIn(await read(`${build}/${wordsFile(file)}`, mostOfWords), count),
    words => words.reduce((sum, { inNames, inTexts }) => sum + 20 + inNames.length + inTexts.length, 0),
  );
  const setOf = remembering(kept.sets, async name => {
    const file = sets[name];
    if (file === true) return undefined;
    return file ? read(`${build}/${setFile(file)}`, Math.ceil(count / 8)) : new Uint8Array();
  });
  const recordsOf = remembering(kept.records, async number => {
    const bytes = await read(`${build}/${recordsFile(+number)}`, overlayLimits.bytes);
    const text = new TextDecoder().decode(bytes);
    const overlay = await inSlices(readingOverlay(text, national().directory));
    // Places count refused services too: the ids come from the file itself.
    const listed = overlay.services.length
      ? (JSON.parse(text) as { services: { id: string }[] }).services.map(({ id }) => id)
      : [];
    return { overlay, listed };
  });

  /** The files that may have words with this beginning. */
  function filesOf(typed: string): readonly string[] {
    // Rust sorts letters outside the basic plane differently; after `fold`, no language of the widgets has any.
    let first = 0;
    while (first + 1 < files.length && (files[first + 1]?.[0] ?? '') <= typed) first++;
    let last = first + 1;
    while (last < files.length && last < first + mostFilesOfWord && files[last]?.[0].startsWith(typed))
      last++;
    return files.slice(first, last).map(([, file]) => file);
  }

  async function hitsOf(typed: string, { needs }: Directory): Promise<Hits> {
    const found = new Uint8Array(count);
    const places: number[] = [];
    const add = (place: number, score: number) => {
      const before = found[place] ?? 0;
      if (!before) places.push(place);
      if (score > before) found[place] = score;
    };
    const fitting = needs.map(({ id, name, x_keywords = '' }) => ({
      name: `need-${id}`,
      fit: Math.max(
        ...fold(`${name} ${x_keywords}`)
          .split(' ')
          .map(word => fitOf(typed, word)),
      ),
    }));
    const [lists, marked] = await Promise.all([
      Promise.all(filesOf(typed).map(wordsOf)),
      Promise.all(
        fitting.filter(({ fit }) => fit).map(async ({ name, fit }) => ({ fit, set: await setOf(name) })),
      ),
    ]);
    for (const { word, inNames, inTexts } of lists.flat() as IndexedWord[]) {
      const fit = fitOf(typed, word);
      if (!fit) continue;
      for (const place of inNames) add(place, fit * ofName);
      for (const place of inTexts) add(place, fit * ofText);
    }
    for (const { fit, set } of marked)
      for (let place = 0; place < count && places.length < mostOfNeeds; place++)
        if (!set || isAmong(set, place)) add(place, fit * ofNeed);
    return { points: found, places };
  }

  /** The services that fit the chosen filters, as one set; `undefined`: all. */
  async function chosen({ need, group, area, audience = 'person' }: Query): Promise<Places | undefined> {
    const names = [
      `audience-${audience}`,
      need && `need-${need}`,
      group && `group-${group}`,
      area && `area-${area}`,
    ].filter(Boolean) as string[];
    const all = (await Promise.all(names.map(setOf))).filter(set => set) as Places[];
    if (!all.length) return undefined;
    const both = new Uint8Array(Math.ceil(count / 8)).fill(255);
    for (const set of all)
      for (let at = 0; at < both.length; at++) both[at] = (both[at] ?? 0) & (set[at] ?? 0);
    return both;
  }

  /** The places of the services that fit, best first, and how many there are. */
  async function ranked(query: Query, words: readonly string[], directory: Directory, most: number) {
    const [among, ...hits] = await Promise.all([
      chosen(query),
      ...words.map(word => hitsOf(word, directory)),
    ]);
    const isIn = (place: number) => !among || isAmong(among, place);
    if (!hits.length) return firstOf(count, isIn, most);
    // A word that fits nothing does not count; nor does a common word, if there are other words.
    const fitting = hits
      .map(({ points, places }, index) => ({ points, places: places.filter(isIn), word: words[index] ?? '' }))
      .filter(({ places }) => places.length)
      .sort((one, other) => one.places.length - other.places.length);
    const telling = fitting.filter(({ word }) => !common.has(word));
    const [rarest, ...others] = telling.length ? telling : fitting;
    const scoreOf = (place: number) => fitting.reduce((sum, { points }) => sum + (points[place] ?? 0), 0);
    const all = rarest?.places.filter(place => others.every(({ points }) => points[place])) ?? [];
    const found = all.length ? all : [...new Set(fitting.flatMap(({ places }) => places))];
    return { total: found.length, places: bestOf(found, scoreOf, most) };
  }

  /** The services at these places, translated; without those that `readOverlay` refuses. */
  async function servicesAt(places: readonly number[], language: string) {
    const services: Service[] = [];
    const contacts: Service[] = [];
    const organizations = new Map<string, Organization>();
    const numbers = places.map(place => String(Math.floor(place / perFile)));
    const records = await Promise.all(numbers.map(recordsOf));
    places.forEach((place, index) => {
      const { overlay, listed } = records[index] as (typeof records)[number];
      const id = listed[place % perFile];
      const through = overlay.services.find(service => service.id === id)?.x_contact_through;
      const both = overlay.services.filter(service => service.id === id || service.id === through);
      const localized = localizedOverlay({ ...overlay, services: both }, language);
      for (const service of localized.services) (service.id === id ? services : contacts).push(service);
      for (const organization of localized.organizations) organizations.set(organization.id, organization);
    });
    return { services, contacts, organizations: [...organizations.values()] };
  }

  return {
    async search(query): Promise<SearchResult | ShardResult> {
      const { directory, language } = national();
      const { text = '', limit = mostShown } = query;
      const words = [...new Set(typedWords(text))].slice(0, mostWords);
      const own = ofEveryWord(directory, query, words);
      const { total, places } = await ranked(query, words, directory, Math.max(0, limit - own.length));
      // No service fits: answer with the bundled services that come nearest.
      if (!total && !own.length) return search(directory, query);
      const { services, ...others } = await servicesAt(places, language);
      return { total: own.length + total, services: [...own, ...services].slice(0, limit), ...others };
    },
  };
}

/** The bundled services that have every word: if none has all, `search` also answers with services that have some. */
function ofEveryWord(directory: Directory, query: Query, words: readonly string[]): readonly Service[] {
  const { limit: _, ...all } = query;
  const each = words.map(text => search(directory, { ...all, text }).services);
  return search(directory, all).services.filter(service => each.every(found => found.includes(service)));
}

function firstOf(count: number, isIn: (place: number) => boolean, most: number) {
  const places: number[] = [];
  let total = 0;
  for (let place = 0; place < count; place++) {
    if (!isIn(place)) continue;
    total++;
    if (places.length < most) places.push(place);
  }
  return { total, places };
}

/** Sorts into buckets by score, faster for half a million places than sorting. Equal scores in alphabetical order. */
function bestOf(places: readonly number[], scoreOf: (place: number) => number, most: number): number[] {
  const byScore: number[][] = [];
  for (const place of places) {
    const score = scoreOf(place);
    const alike = byScore[score];
    if (alike) alike.push(place);
    else byScore[score] = [place];
  }
  const best: number[] = [];
  for (let score = byScore.length - 1; score >= 0 && best.length < most; score--)
    best.push(...new Uint32Array(byScore[score] ?? []).sort().subarray(0, most - best.length));
  return best;
}
