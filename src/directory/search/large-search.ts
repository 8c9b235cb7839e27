/**
 * The search for directories that are too large to go through at each keystroke: it gives the same answers as `search`,
 * from an index of all words. Only pages that set a directory load this module; the bundled services do not need it.
 */

import type { Directory, Service } from '../types.js';
import { fold, isThai } from './fold.js';
import { fits, namesIn, textsIn, weights, wholeName, wordsIn } from './matching.js';
import { answersTo, groupFirst, nationalFirst } from './ranking.js';
import { isChosen, type Query, type SearchResult } from './search.js';
import type { Lexicon } from './understand.js';

/** Which words are in which services: built once for each directory. */
interface Index {
  readonly services: readonly Service[];
  /** By service number, whether a service is the host page's own: those are ranked below the national ones that fit. */
  readonly isLocal: readonly boolean[];
  /** The lexicons for the language of the directory; empty if it has none. */
  readonly lexicons: readonly Lexicon[];
  /** Every word once, sorted, so that words with the same beginning are adjacent. */
  readonly words: readonly string[];
  /**
   * For each word, the services that have it: four times the service number, plus the field in which it weighs most.
   */
  readonly places: Uint32Array;
  /** For each word, the index of its first entry in `places`. */
  readonly offsets: Uint32Array;
  /** All words joined in one text, and where each begins: one `indexOf` loop finds what is within any word. */
  readonly text: string;
  readonly starts: Uint32Array;
  /** The services that fit the filters of the last query: filters rarely change while somebody types. */
  chosen?: Chosen;
}

interface Chosen {
  readonly key: string;
  readonly numbers: readonly number[];
  /** In the order in which they are shown until somebody types. */
  atRest?: readonly number[];
}

/** Like `search`, for one directory. */
export type Search = (query: Query) => SearchResult;

function searchIn(index: Index): Search {
  return query => {
    const { text = '', limit = Number.POSITIVE_INFINITY } = query;
    const kept = chosenIn(index, query);
    const chosen = kept.numbers;
    const serviceOf = (number: number) => index.services[number] as Service;
    if (index.lexicons.length && text.trim()) {
      const known = new Map<string, Uint8Array>();
      const { services, ...understood } = answersTo(text, index.lexicons, {
        services: chosen.map(serviceOf),
        group: query.group,
        scoresOf: word => {
          const scores = known.get(word) ?? scoresOf(word, index);
          known.set(word, scores);
          return place => scores[chosen[place] as number] as number;
        },
        byWords: words => ranked(index, words, chosen, chosen.length).numbers.map(serviceOf),
      });
      return { total: services.length, services: services.slice(0, limit), ...understood };
    }
    const words = wordsIn(text);
    if (words.length) {
      const { total, numbers } = ranked(index, words, chosen, limit);
      return { total, services: numbers.slice(0, limit).map(serviceOf) };
    }
    kept.atRest ??= nationalFirst(groupFirst(chosen, query.group, serviceOf), serviceOf);
    return { total: chosen.length, services: kept.atRest.slice(0, limit).map(serviceOf) };
  };
}

/** The numbers of the services that fit the chosen filters, without regard to the text. */
function chosenIn(index: Index, query: Query): Chosen {
  const { need = '', group = '', area = '', audience = 'person' } = query;
  const key = JSON.stringify([need, group, area, audience]);
  if (index.chosen?.key !== key) {
    const numbers: number[] = [];
    const local: number[] = [];
    index.services.forEach((service, number) => {
      if (isChosen(service, query)) (index.isLocal[number] ? local : numbers).push(number);
    });
    for (const number of local) numbers.push(number);
    index.chosen = { key, numbers };
  }
  return index.chosen;
}

/** How many of these services fit the words, and the best of them, best first: `limit` or more. */
function ranked(index: Index, words: readonly string[], chosen: readonly number[], limit: number) {
  const scores = new Uint16Array(index.services.length);
  /** How many of the words each service has. */
  const had = new Uint8Array(index.services.length);
  let counting = 0;
  for (const word of words) {
    const best = scoresOf(word, index);
    let counts = 0;
    for (const number of chosen) {
      const score = best[number] as number;
      if (!score) continue;
      (scores[number] as number) += score;
      (had[number] as number)++;
      counts = 1;
    }
    counting += counts;
  }
  const least = chosen.some(number => had[number] === counting) ? counting : 1;
  let total = 0;
  // There are few different scores, all whole numbers: sort into buckets, which keeps the order of the directory.
  const most = words.length * wholeName + 1;
  const byScore = new Array<number[]>(2 * most);
  for (const number of chosen) {
    if ((had[number] as number) < least || !counting) continue;
    total++;
    const score = (scores[number] as number) + (index.isLocal[number] ? 0 : most);
    const bucket = byScore[score] ?? [];
    byScore[score] = bucket;
    if (bucket.length < limit) bucket.push(number);
  }
  return { total, numbers: byScore.reverse().flat() };
}

/** By the number of a service, how well the word fits it. */
function scoresOf(word: string, index: Index): Uint8Array {
  const { words, places, offsets, text, starts, services } = index;
  const best = new Uint8Array(services.length);
  const seen = new Uint8Array(words.length);
  /** Call it with better fits first: only the first fit of a word counts. */
  const take = (id: number, fit: number) => {
    if (seen[id]) return;
    seen[id] = 1;
    const end = offsets[id + 1] as number;
    for (let at = offsets[id] as number; at < end; at++) {
      const place = places[at] as number;
      const score = fit * (weights[place & 3] as number);
      if (score > (best[place >> 2] as number)) best[place >> 2] = score;
    }
  };
  const { length } = word;
  const [first, last] = beginningWith(word, words, 0, words.length);
  if (words[first] === word) take(first, fits.whole);
  for (let id = first; id < last; id++) take(id, fits.beginning);
  // Norwegian writes compounds as one word: "asyl" is within "barneasyl". Two letters are within too many words.
  if (length > 2)
    for (let id = 0, at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[id])) {
      while ((starts[id] as number) <= at) id++;
      take(id - 1, fits.within);
    }
  if (length > 3) for (const id of slipsOf(word, words)) take(id, fits.slip);
  return best;
}

/** The range of words, within the given range, that have a beginning: the first, and the one after the last. */
function beginningWith(
  beginning: string,
  words: readonly string[],
  from: number,
  to: number,
): readonly [number, number] {
  const first = placeOf(beginning, words, from, to);
  // No word contains this character, and it sorts after every letter.
  return [first, placeOf(`${beginning}\uffff`, words, first, to)];
}

/** Binary search: where a text is, or would be, among sorted words, within the given range. */
function placeOf(text: string, words: readonly string[], from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as string) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The words that are one slip away: one letter is wrong, missing or too many, or two are swapped; the ending of a
 * longer word is ignored. Also, in Thai, the words within what is typed: Thai puts no spaces between the words of a
 * sentence.
 */
function slipsOf(word: string, words: readonly string[]): number[] {
  const found: number[] = [];
  const take = (beginning: string, from: number, to: number) => {
    const [first, last] = beginningWith(beginning, words, from, to);
    for (let id = first; id < last; id++) found.push(id);
  };
  let from = 0;
  let to = words.length;
  // A slip can come after each beginning that the typed word shares with words of the index.
  for (let at = 0; at < word.length && from < to; at++) {
    const before = word.slice(0, at);
    const rest = word.slice(at);
    const wrong = rest.slice(1);
    take(before + wrong, from, to);
    if (wrong) take(`${before}${wrong[0]}${rest[0]}${wrong.slice(1)}`, from, to);
    for (let next = from; next < to; ) {
      const letter = (words[next] as string)[at];
      const end = letter ? placeOf(`${before}${letter}\uffff`, words, next, to) : next + 1;
      if (letter) {
        take(before + letter + wrong, next, end);
        take(before + letter + rest, next, end);
      }
      next = end;
    }
    [from, to] = beginningWith(word.slice(0, at + 1), words, from, to);
  }
  if (isThai(word))
    for (let start = 0; start < word.length; start++) {
      from = 0;
      to = words.length;
      for (let end = start + 1; end <= word.length && from < to; end++) {
        const part = word.slice(start, end);
        [from, to] = beginningWith(part, words, from, to);
        if (words[from] === part && part.length > 2 && isThai(part)) found.push(from);
      }
    }
  return found;
}

/** How many services are read between two pauses. */
const stride = 64;

/**
 * Builds the index of a directory. It yields from time to time, so that the caller can let the page respond to input.
 * Returns the search function.
 */
export function* indexing(
  directory: Directory,
  lexicons: readonly Lexicon[] = [],
  isLocal: (service: Service) => boolean = ({ x_local }) => Boolean(x_local),
): Generator<undefined, Search> {
  const { services, organizations, needs, groups, areas } = directory;
  /** For each word, its entries for `places`. */
  const placesOf = new Map<string, number[]>();
  /** Entries by the text between two spaces: folding is slow, and most texts repeat the same words. */
  const known = new Map<string, readonly number[][]>();
  const read = (piece: string) => {
    const lists = folded(piece)
      .split(' ')
      .filter(Boolean)
      .map(word => {
        const list = placesOf.get(word) ?? [];
        placesOf.set(word, list);
        return list;
      });
    known.set(piece, lists);
    return lists;
  };
  const listsOf = (piece: string) => known.get(piece) ?? read(piece);
  const listsIn = (text = '') => text.split(' ').flatMap(listsOf);
  const organizationOf = new Map(
    organizations.map(({ id, name, description }) => [id, [listsIn(name), listsIn(description)] as const]),
  );
  const termOf = new Map(
    [...needs, ...groups, ...areas].map(({ id, name, x_keywords = '' }) => [
      id,
      listsIn(`${name} ${x_keywords}`),
    ]),
  );
  let number = 0;
  const put = (field: number, lists: readonly number[][] = []) => {
    // If this service has the word in an earlier field, it weighs more there.
    for (const list of lists)
      if (!list.length || (list[list.length - 1] as number) >> 2 !== number) list.push(number * 4 + field);
  };
  const putText = (field: number, text = '') => {
    for (const piece of text.split(' ')) put(field, listsOf(piece));
  };
  for (const service of services) {
    if (number % stride === stride - 1) yield;
    const [name, description] = organizationOf.get(service.organization_id) ?? [];
    for (const text of namesIn(service)) putText(0, text);
    put(0, name);
    for (const id of service.x_needs) put(1, termOf.get(id));
    for (const text of textsIn(service)) putText(2, text);
    for (const id of [...(service.x_groups ?? []), ...(service.x_areas ?? [])]) put(2, termOf.get(id));
    put(2, description);
    number++;
  }
  yield;
  const words = [...placesOf.keys()].sort();
  yield;
  const lists = words.map(word => placesOf.get(word) ?? []);
  const offsets = runningSum(lists);
  yield;
  const places = new Uint32Array(offsets[words.length] as number);
  for (let id = 0; id < words.length; id++) {
    if (id % 4096 === 0) yield;
    places.set(lists[id] as number[], offsets[id]);
  }
  yield;
  // Each word with a space after it.
  const spaced = words.map(word => `${word} `);
  return searchIn({
    services,
    isLocal: services.map(isLocal),
    lexicons,
    words,
    places,
    offsets,
    text: spaced.join(''),
    starts: runningSum(spaced),
  });
}

/** A faster `fold`: most texts are ASCII without apostrophes, for which these steps are enough. */
const folded = (piece: string): string =>
  /^[\0-&(-\x7f]*$/.test(piece)
    ? piece
        .toLowerCase()
        .replace(/oe/g, 'o')
        .replace(/aa/g, 'a')
        .replace(/[^a-z\d]+/g, ' ')
        .trim()
    : fold(piece);

/** Where each part begins if all are put in a row; the last item is where the row ends. */
function runningSum(parts: readonly { readonly length: number }[]): Uint32Array {
  const sums = new Uint32Array(parts.length + 1);
  parts.forEach(({ length }, index) => {
    sums[index + 1] = (sums[index] as number) + length;
  });
  return sums;
}
