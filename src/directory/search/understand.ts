/**
 * What a typed text means: which needs, for whom, where. The words and phrases of each language are data
 * (data/lexicon); this module finds them in a sentence. docs/finder.md explains it with examples.
 */
import { fold, isThai } from './fold.js';

/** Something that can be meant. docs/finder.md explains the fields. */
export interface Concept {
  readonly id: string;
  /** Missing: a need, as most concepts are. */
  readonly kind?: 'name' | 'person' | 'place' | 'part' | 'nothing';
  /** How much it counts against other concepts in the same sentence. */
  readonly weight?: number;
  /** The helpline and the emergency number come first, whatever else is meant. */
  readonly urgent?: boolean;
  /** Ids of the services that answer it, the best first. */
  readonly services?: readonly string[];
  /** Ids of the needs of other services that answer it. */
  readonly needs?: readonly string[];
  /** Id of the group for which help is sought. */
  readonly group?: string;
  /** The concept is also meant if all concepts of one of these lists are. */
  readonly of?: readonly (readonly string[])[];
  /** The concepts of a list in `of` have to be close to each other; `before`: the first before the others. */
  readonly near?: boolean | 'before';
  /** Ids of the concepts that are not meant if this one is. */
  readonly without?: readonly string[];
  /** Ids of concepts: if one of them is meant too, the helpline is shown before the services of this concept. */
  readonly yields?: readonly string[];
  /** Words and phrases that are the same in every language, folded, in the form of a lexicon. */
  readonly words?: string;
}

/** Adjacent words of a lexicon entry: each `*` is any ending. */
interface Part {
  readonly text: string;
  /** It is searched for within words, as in Thai. */
  readonly isWithin: boolean;
  /** It ends with any ending. */
  readonly isStem: boolean;
  /** The text up to the first `*`, with the space before it. */
  readonly wanted: string;
  /** The length of `wanted` without a space after it. */
  readonly length: number;
  /** The texts after each `*`. */
  readonly others: readonly string[];
  /** How many words it has. */
  readonly count: number;
}

/** A word or phrase: its parts may be anywhere in the sentence. */
interface Phrase {
  readonly concept: Concept;
  readonly parts: readonly Part[];
  /** How many words it has: a longer phrase says more, and wins. */
  readonly size: number;
}

/** The words of a language. */
export interface Lexicon {
  readonly concepts: readonly Concept[];
  /**
   * Folded, in the order of the concepts: concepts are separated by ";", entries by ",", parts by "+". Entries after a
   * "." are beginnings of words.
   */
  readonly text: string;
}

/** A parsed lexicon. */
interface Reading {
  /** Phrases with more words first; among equals, the longer ones. */
  readonly phrases: readonly Phrase[];
  /** The words without a meaning of their own, such as "the". */
  readonly empty: ReadonlySet<string>;
}

/** What is meant, as far as it is understood. */
export interface Understanding {
  readonly meant: readonly Concept[];
  /** The concepts in `meant` that are found only if a letter is wrong, or if the last word is unfinished. */
  readonly guessed: ReadonlySet<Concept>;
  /** The words that no concept explains, such as names, and words of places. */
  readonly words: readonly string[];
  /** The words that belong to a concept and are not empty; each may also be in the name of a service. */
  readonly telling: readonly string[];
}

interface Span {
  readonly concept: Concept;
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

const readings = new WeakMap<Lexicon, Reading>();

/** Whole words, and after a full stop beginnings of words without their stars. */
function entriesIn(text: string): string[] {
  const [words = '', beginnings = ''] = text.split('.');
  return [...words.split(','), ...beginnings.split(',').map(entry => entry && `${entry}*`)].filter(Boolean);
}

/** Parses a lexicon, once, when somebody types for the first time. */
function readingOf(lexicon: Lexicon): Reading {
  const known = readings.get(lexicon);
  if (known) return known;
  const empty = new Set<string>();
  const phrases: Phrase[] = [];
  const own = lexicon.text.split(';');
  lexicon.concepts.forEach((concept, index) => {
    for (const entry of [concept.words || '', own[index] || ''].flatMap(entriesIn)) {
      if (concept.kind === 'nothing') for (const word of entry.split(' ')) empty.add(word);
      else phrases.push({ concept, parts: entry.split('+').map(partOf), size: entry.split(/[ +]/).length });
    }
  });
  const lengthOf = ({ parts }: Phrase) => parts.reduce((sum, { text }) => sum + text.length, 0);
  phrases.sort((one, other) => other.size - one.size || lengthOf(other) - lengthOf(one));
  const reading = { phrases, empty };
  readings.set(lexicon, reading);
  return reading;
}

function partOf(text: string): Part {
  const isWithin = isThai(text);
  // The texts between the stars: each except the last is followed by any ending.
  const [first = '', ...others] = (isWithin ? text : ` ${text}`).split('*');
  return {
    text,
    isWithin,
    isStem: text.endsWith('*'),
    wanted: isWithin || others.length ? first : `${first} `,
    length: first.length,
    others,
    count: text.split(' ').length,
  };
}

/** Shorter beginnings fit too many words. */
const leastBeginning = 3;
/** In shorter words one wrong letter makes another word. */
const leastSlip = 5;
/** How many characters there may be between words that belong together. */
const reach = 24;

/** What a text means, by the words of one language. */
export function understand(text: string, lexicon: Lexicon): Understanding {
  const { concepts } = lexicon;
  const reading = readingOf(lexicon);
  const typed = fold(text.slice(0, 200)).split(' ').filter(Boolean);
  const { spans, heard } = spansIn(typed, reading);
  const meant = new Set(spans.map(({ concept }) => concept));
  const guessed = new Set([...meant].filter(concept => !heard.has(concept)));
  const { words, telling, strange } = sortedWords(typed, spans, reading);
  for (const concept of strange.flatMap(word => almost(word, reading)))
    if (!meant.has(concept)) guessed.add(concept);
  for (const concept of guessed) meant.add(concept);
  const byId = new Map(concepts.map(concept => [concept.id, concept]));
  const areHeard = (ids: readonly string[], near: Concept['near']) =>
    areMeant(
      ids.map(id => byId.get(id)),
      near,
      spans,
    );
  for (const concept of concepts)
    if (concept.of?.some(ids => areHeard(ids, concept.near))) meant.add(concept);
  // A guess takes nothing from what was typed.
  for (const concept of [...meant].filter(concept => !guessed.has(concept)))
    for (const id of concept.without ?? []) meant.delete(byId.get(id) as Concept);
  return { meant: concepts.filter(concept => meant.has(concept)), guessed, words, telling };
}

/** Where concepts are in a sentence. `heard`: those that are there in full, without the last word being unfinished. */
function spansIn(typed: readonly string[], { phrases, empty }: Reading) {
  const sentence = ` ${typed.join(' ')} `;
  const spans: Span[] = [];
  const isTaken = (from: number, to: number, size: number) =>
    spans.some(
      span =>
        span.from <= from &&
        span.to >= to &&
        (span.size > size || (span.size === size && span.to - span.from > to - from)),
    );
  const hear = (find: (part: Part, isFree: IsFree) => Place | undefined) => {
    for (const { concept, parts, size } of phrases) {
      const isFree = (from: number, to: number) => !isTaken(from, to, size);
      const places: Place[] = [];
      for (const part of parts) {
        const place = find(part, isFree);
        if (!place) break;
        places.push(place);
      }
      if (places.length === parts.length) for (const place of places) spans.push({ concept, size, ...place });
    }
  };
  hear((part, isFree) => placeOf(part, sentence, isFree));
  const heard = new Set(spans.map(({ concept }) => concept));
  const last = typed[typed.length - 1] || '';
  // Somebody may still be typing: the last word may be unfinished.
  if (!empty.has(last) && !isThai(last) && !spans.some(({ to }) => to === sentence.length - 1))
    hear((part, isFree) => placeOf(part, sentence, isFree) || beginningOf(part, typed, sentence));
  return { spans, heard };
}

/** The words that were typed: see `Understanding`. `strange`: those of `words` that are in no concept and may be misspelt. */
function sortedWords(typed: readonly string[], spans: readonly Span[], { empty }: Reading) {
  const words: string[] = [];
  const telling: string[] = [];
  const strange: string[] = [];
  let at = 1;
  for (const word of typed) {
    const around = spans.filter(({ from, to }) => from < at + word.length && to > at);
    const kinds = around.map(({ concept }) => concept.kind);
    at += word.length + 1;
    if (kinds.some(kind => kind !== 'part') && !empty.has(word)) telling.push(word);
    // The name of a place stays, since it is in the names of services too; "outside the capital" names none.
    if (around.some(({ concept, size }) => concept.kind !== 'place' || size > 1) || empty.has(word)) continue;
    words.push(word);
    if (word.length >= leastSlip && !kinds.length) strange.push(word);
  }
  return { words, telling, strange };
}

/** The concepts with a word that is one letter away. Never a person: "him" and "her" can differ by one letter. */
const almost = (word: string, { phrases }: Reading): Concept[] =>
  phrases
    .filter(
      ({ concept, parts }) =>
        concept.kind !== 'person' && parts.length === 1 && isAlmost(word, parts[0] as Part),
    )
    .map(({ concept }) => concept);

interface Place {
  readonly from: number;
  readonly to: number;
}

type IsFree = (from: number, to: number) => boolean;

/** The first place of a part in the sentence whose words are not taken by a phrase that says more. */
function placeOf(part: Part, sentence: string, isFree: IsFree): Place | undefined {
  const { isWithin, isStem, wanted, length, others } = part;
  for (let at = sentence.indexOf(wanted); at >= 0; at = sentence.indexOf(wanted, at + 1)) {
    const from = isWithin ? at : at + 1;
    let to = at + length;
    const goesOn = (isStem ? others.slice(0, -1) : others).every((piece, index, { length }) => {
      to = sentence.indexOf(' ', to);
      const isLast = index === length - 1 && !isStem;
      const isHere = sentence.startsWith(isLast ? `${piece} ` : piece, to);
      to += piece.length;
      return isHere;
    });
    if (!isWithin) to = sentence.indexOf(' ', to);
    if (goesOn && isFree(from, to)) return { from, to };
  }
  return undefined;
}

/** The place of the last words of the sentence, if a part of a phrase begins with them. */
function beginningOf({ text, count }: Part, typed: readonly string[], sentence: string): Place | undefined {
  // A quick check first: most parts do not begin with the first of these words.
  const first = typed[typed.length - count];
  if (!first || !text.startsWith(first)) return undefined;
  const tail = typed.slice(-count).join(' ');
  const to = sentence.length - 1;
  return tail.length >= leastBeginning && text.startsWith(tail) ? { from: to - tail.length, to } : undefined;
}

/** Whether a word is one letter away from a word of a lexicon. The first letter has to fit: people rarely miss it. */
function isAlmost(word: string, { text, isStem, count }: Part): boolean {
  if (text[0] !== word[0] || count > 1) return false;
  const other = isStem ? text.slice(0, -1) : text;
  if (other.length < leastSlip) return false;
  const cut = isStem ? word.slice(0, other.length + 1) : word;
  return isOneOff(cut, other) || (isStem && isOneOff(word.slice(0, other.length), other));
}

/** Whether one letter is wrong, missing or too many, or two are swapped. */
export function isOneOff(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const rest = one.slice(at);
  const left = other.slice(at);
  return (
    rest.slice(1) === left.slice(1) ||
    rest.slice(1) === left ||
    rest === left.slice(1) ||
    (rest.length > 1 && rest[0] === left[1] && rest[1] === left[0] && rest.slice(2) === left.slice(2))
  );
}

/** Whether all these concepts are in the sentence; if they have to be near, with few characters between them. */
function areMeant(
  wanted: readonly (Concept | undefined)[],
  near: Concept['near'],
  spans: readonly Span[],
): boolean {
  const placesOf = (concept: Concept | undefined) => spans.filter(span => span.concept === concept);
  const [first, ...others] = wanted.map(placesOf);
  return (first || []).some(({ from, to }) =>
    others.every(places =>
      places.some(
        place =>
          !near ||
          (place.from >= to && place.from - to <= reach) ||
          (near !== 'before' && place.to <= from && from - place.to <= reach),
      ),
    ),
  );
}

/** Ids of the needs that have a word with one of these beginnings. */
export const needsOfWords = (lexicon: Lexicon, beginnings: readonly string[]): readonly string[] =>
  readingOf(lexicon).phrases.flatMap(({ concept, parts }) =>
    beginnings.some(beginning => (parts[0] as Part).text.startsWith(beginning)) ? concept.needs || [] : [],
  );

/** The single words, of three letters or more, that mean a need. */
export const wordsOf = (need: string, lexicon: Lexicon): readonly string[] =>
  readingOf(lexicon).phrases.flatMap(({ concept, parts, size }) => {
    const word = (parts[0] as Part).text.replace('*', '');
    return size === 1 && word.length > 2 && concept.needs?.includes(need) ? word : [];
  });
