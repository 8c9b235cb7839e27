/**
 * What somebody means by what is typed: which needs, for whom, where. From the words and phrases of a language
 * (data/lexicon), which are data; here is how they are found in a sentence. docs/finder.md tells it with examples.
 */
import { fold } from './fold.js';

/** Something that can be meant. The fields are told in docs/finder.md. */
export interface Concept {
  readonly id: string;
  /** Missing: something that is needed, as most are. */
  readonly kind?: 'name' | 'person' | 'place' | 'part' | 'nothing';
  /** How much it counts beside others in the same sentence. */
  readonly weight?: number;
  /** The helpline and the emergency number come first, whatever else is meant. */
  readonly urgent?: boolean;
  /** Ids of the services that answer it, the best first. */
  readonly services?: readonly string[];
  /** Ids of the needs of other services that answer it. */
  readonly needs?: readonly string[];
  /** Id of the group for which it says that help is sought. */
  readonly group?: string;
  /** It is meant, too, where all concepts of one of these lists are. */
  readonly of?: readonly (readonly string[])[];
  /** Those of a list have to stand close to each other; `before`: the first before the others. */
  readonly near?: boolean | 'before';
  /** Ids of what is not meant where this is. */
  readonly without?: readonly string[];
  /** Who says one of these, too, is not led here first: the helpline is. */
  readonly yields?: readonly string[];
  /** Words and phrases that are the same in every language, folded, in the form of a lexicon. */
  readonly words?: string;
}

/** Words side by side, as a lexicon has them: each `*` is any ending. */
interface Part {
  readonly text: string;
  /** It is looked for within words, as in Thai. */
  readonly isWithin: boolean;
  /** It ends with any ending. */
  readonly isStem: boolean;
  /** What it begins with, with the space before it. */
  readonly wanted: string;
  /** How long that is without a space after it. */
  readonly length: number;
  /** What follows, each after any ending. */
  readonly others: readonly string[];
  /** How many words it has. */
  readonly count: number;
}

/** A word or phrase, by the parts of it that may stand anywhere in the sentence. */
interface Phrase {
  readonly concept: Concept;
  readonly parts: readonly Part[];
  /** How many words it has: more say more. */
  readonly size: number;
}

/** The words of a language. */
export interface Lexicon {
  readonly concepts: readonly Concept[];
  /** Folded, in the order of the concepts: these are parted by ";", entries by ",", parts by "+". */
  readonly text: string;
}

/** A lexicon, ready to be looked for. */
interface Reading {
  /** Those with more words first, and among them the longer ones. */
  readonly phrases: readonly Phrase[];
  /** The words that say nothing by themselves. */
  readonly empty: ReadonlySet<string>;
}

/** What is meant, as far as it is understood. */
export interface Understanding {
  readonly meant: readonly Concept[];
  /** Of `meant`, what is heard only if a letter is wrong, or if the last word goes on. */
  readonly guessed: ReadonlySet<Concept>;
  /** The words that are left: names, places, what no lexicon has. */
  readonly words: readonly string[];
  /** The words that mean something, each of which may be in a name as well. */
  readonly telling: readonly string[];
}

interface Span {
  readonly concept: Concept;
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

const readings = new WeakMap<Lexicon, Reading>();

/** Read once, when somebody types for the first time. */
function readingOf(lexicon: Lexicon): Reading {
  const known = readings.get(lexicon);
  if (known) return known;
  const empty = new Set<string>();
  const phrases: Phrase[] = [];
  const own = lexicon.text.split(';');
  lexicon.concepts.forEach((concept, index) => {
    const entries = `${concept.words || ''},${own[index] || ''}`.split(',').filter(Boolean);
    for (const entry of entries) {
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
  // The words between stars, each but the last with any ending.
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

/** Thai writes sentences as one word: its words are looked for within. */
const isThai = (text: string) => /[\u0e01-\u0e39]/.test(text);

/** Shorter beginnings are those of too many words. */
const leastBeginning = 3;
/** In shorter words one wrong letter makes another word. */
const leastSlip = 5;
/** How many characters there may be between words that belong together. */
const reach = 16;

export function understand(text: string, lexicon: Lexicon): Understanding {
  const { concepts } = lexicon;
  const { phrases, empty } = readingOf(lexicon);
  const folded = fold(text.slice(0, 200));
  const sentence = ` ${folded} `;
  const typed = folded.split(' ').filter(Boolean);
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
  // Somebody is still typing: the last word may become another one.
  if (!empty.has(last) && !isThai(last) && !spans.some(({ to }) => to === sentence.length - 1))
    hear((part, isFree) => placeOf(part, sentence, isFree) || beginningOf(part, typed, sentence));
  const meant = new Set(spans.map(({ concept }) => concept));
  const guessed = new Set([...meant].filter(concept => !heard.has(concept)));
  const words: string[] = [];
  const telling: string[] = [];
  let at = 1;
  for (const word of typed) {
    const kinds = spans
      .filter(({ from, to }) => from < at + word.length && to > at)
      .map(({ concept }) => concept.kind);
    at += word.length + 1;
    if (kinds.some(kind => kind !== 'part')) telling.push(word);
    // A place is in the names of services as well.
    if (kinds.some(kind => kind !== 'place') || empty.has(word)) continue;
    words.push(word);
    if (word.length < leastSlip || kinds.length) continue;
    // For whom it is nobody guesses: one letter is the difference between him and her.
    for (const { concept, parts } of phrases)
      if (
        concept.kind !== 'person' &&
        !meant.has(concept) &&
        parts.length === 1 &&
        isAlmost(word, parts[0] as Part)
      )
        guessed.add(concept);
  }
  for (const concept of guessed) meant.add(concept);
  const byId = new Map(concepts.map(concept => [concept.id, concept]));
  for (const concept of concepts)
    if (
      concept.of?.some(ids =>
        areMeant(
          ids.map(id => byId.get(id)),
          concept.near,
          spans,
        ),
      )
    )
      meant.add(concept);
  for (const { without = [] } of [...meant]) for (const id of without) meant.delete(byId.get(id) as Concept);
  return { meant: concepts.filter(concept => meant.has(concept)), guessed, words, telling };
}

interface Place {
  readonly from: number;
  readonly to: number;
}

type IsFree = (from: number, to: number) => boolean;

/** Where a part of a phrase is in the sentence, first where nothing that says more has taken the words. */
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

/** Where the words at the end of the sentence are the beginning of a part of a phrase. */
function beginningOf({ text, count }: Part, typed: readonly string[], sentence: string): Place | undefined {
  // Most parts do not begin as the word does with which they would have to.
  const first = typed[typed.length - count];
  if (!first || !text.startsWith(first)) return undefined;
  const tail = typed.slice(-count).join(' ');
  const to = sentence.length - 1;
  return tail.length >= leastBeginning && text.startsWith(tail) ? { from: to - tail.length, to } : undefined;
}

/** Whether a word of a lexicon is meant if one letter is wrong. The first letter is right nearly always. */
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

/** Whether all of these are in the sentence; those that have to be near, with few words between. */
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

/** Ids of the needs of which a word begins like one of these. */
export const needsOfWords = (lexicon: Lexicon, beginnings: readonly string[]): readonly string[] =>
  readingOf(lexicon).phrases.flatMap(({ concept, parts }) =>
    beginnings.some(beginning => (parts[0] as Part).text.startsWith(beginning)) ? concept.needs || [] : [],
  );

/** The single words of three letters and more by which a need is said. */
export const wordsOf = (need: string, lexicon: Lexicon): readonly string[] =>
  readingOf(lexicon).phrases.flatMap(({ concept, parts, size }) => {
    const word = (parts[0] as Part).text.replace('*', '');
    return size === 1 && word.length > 2 && concept.needs?.includes(need) ? word : [];
  });
