/** Phrases listed in data/ that say something of a number: that it has changed, is closed or is not to be called. */
import { claims } from '../generated/national-names.js';
import { lazily } from '../lazily.js';
import { anyOf, isThai, remembered, wordsSeen } from './as-seen.js';
import { copulas, itself, readings } from './listed-words.js';
import { figuresIn } from './numbers-in-words.js';

/** What a phrase says about a national number before or after it; `shown` means such a number: "the number above". */
const kinds = ['gone', 'instead', 'reports', 'beside', 'never', 'shown', 'refusals'] as const;
type Kind = (typeof kinds)[number];
/**
 * Whoever is told to call somebody else instead of the police is told not to call them. These phrases are a list of their
 * own: with their words, a sentence such as "We are not the police" would be made of refusals alone (danger.ts).
 */
const listed = (kind: Kind) =>
  kind === 'refusals' ? [...claims.refusals, ...claims.diversions] : claims[kind];
interface Phrase {
  readonly kind: Kind;
  readonly words: readonly string[];
  /** The index of the longest word, by which the phrase is found. */
  readonly longest: number;
}
/** A phrase in a sentence: the index of its first word, and of the word after its last. */
export interface Said {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

/** All phrases, by their longest word. */
const phrases = lazily((): ReadonlyMap<string, readonly Phrase[]> => {
  const found = new Map<string, Phrase[]>();
  for (const kind of kinds) {
    // Also with its number words as figures: Norwegian "to" is two.
    const written = new Set([...listed(kind), ...listed(kind).map(figuresIn)]);
    for (const row of new Set([...written].map(phrase => wordsSeen(phrase).join(' ')))) {
      const words = row.split(' ');
      const word = words.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
      const known = found.get(word) ?? [];
      found.set(word, known);
      known.push({ kind, words, longest: words.indexOf(word) });
    }
  }
  return found;
});

/** All phrases in the words of a sentence. */
export function phrasesIn(sentence: readonly string[]): Said[] {
  const found: Said[] = [];
  sentence.forEach((word, at) => {
    for (const reading of readings(word))
      for (const { kind, words, longest } of phrases().get(reading) ?? []) {
        const from = at - longest;
        const isHere = words.every(
          (one, index) =>
            sentence[from + index] === one || (index === 0 && readings(sentence[from] ?? '').includes(one)),
        );
        if (isHere) found.push({ kind, from, to: from + words.length });
      }
  });
  return found;
}

/** Thai writes no spaces, so they are put around phrases, longest first; not within harmless words that contain one. */
const inThai = lazily(
  () =>
    new RegExp(
      `(${anyOf(claims.harmless)})|(?:${anyOf(
        kinds
          .flatMap(listed)
          .filter(phrase => isThai.test(phrase))
          .sort((one, other) => other.length - one.length),
      )})`,
      'gu',
    ),
);
/** A text with spaces around its Thai phrases. */
export const setApart = (text: string): string =>
  isThai.test(text)
    ? text
        .replace(/\p{DI}/gu, '')
        .replace(inThai(), (phrase, harmless?: string) => (harmless ? phrase : ` ${phrase} `))
    : text;

/** Whether a phrase may be in a text with this piece. Remembered, since texts are made of the same words. */
export const isTelling = remembered((piece: string) =>
  wordsSeen(piece)
    .flatMap(readings)
    .some(word => phrases().has(word)),
);

/** Whether a sentence has no words but that something is closed or the like, and small ones such as "it". */
export const saysOnlyThat = (sentence: string): boolean => {
  const words = wordsSeen(sentence);
  const found = phrasesIn(words);
  return words.every((word, at) => itself.has(word) || found.some(({ from, to }) => from <= at && at < to));
};

/** The rest of a name that says that something is closed or not to be called; `undefined` if it does not say so. */
export function saidOf(name: string): string | undefined {
  const words = wordsSeen(setApart(name));
  // One that names the police leaves nothing of the name.
  const found = phrasesIn(words).filter(({ kind }) => kind !== 'refusals');
  if (!found.length) return undefined;
  return words
    .filter((word, at) => !copulas.has(word) && !found.some(({ from, to }) => from <= at && at < to))
    .join(' ');
}
