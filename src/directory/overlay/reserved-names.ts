/** Compares names with the names that only the helpline or the emergency number has. */
import { anyOf, joined, wordsSeen } from './as-seen.js';

/** The part of a word that is left without its grammatical endings. */
export const stemOf = (word: string) => word.slice(0, Math.max(4, word.length - 3));

/** In letters: one more than `stemOf` removes. */
const longestEnding = 4;

/** A name that only the helpline or the emergency number has. */
interface Reserved {
  readonly whole: string;
  readonly stems: readonly string[];
}
const reservedOf = (name: string): Reserved => ({
  whole: joined(name),
  stems: wordsSeen(name).map(stemOf),
});

/** Whether words have all words of the name in any order, are its beginning, or are only words of the name. */
const readsAs = (words: readonly string[], seen: string, { whole, stems }: Reserved): boolean =>
  stems.every(stem => seen.includes(stem)) ||
  (seen.length * 2 > whole.length && whole.startsWith(seen)) ||
  words.every(word =>
    // A short word takes no ending, so that "la" does not match the name of a town that begins with it.
    stems.some(
      stem =>
        word === stem ||
        (stem.length > 3 && word.startsWith(stem) && word.length <= stem.length + longestEnding),
    ),
  );

/** Whether all words of the name are close together, with at most one other word between them. */
const holdsName = (words: readonly string[], { stems }: Reserved): boolean =>
  words.some((_, start) => {
    const near = words.slice(start, start + stems.length + 1);
    return stems.every(stem => near.some(word => word.startsWith(stem)));
  });

/** Whether adjacent words, joined, are a name or a name and one more letter: finds names in single letters too. */
export function isAmong(words: readonly string[], name: string): boolean {
  for (let start = 0; start < words.length; start++) {
    let text = '';
    for (let at = start; at < words.length && text.length < name.length; at++) text += words[at];
    if (text.startsWith(name) && text.length <= name.length + 1) return true;
  }
  return false;
}

/** Makes the functions that look for these names. */
export function reservedNames(names: readonly string[]) {
  const all = names.map(reservedOf);
  const wholes: ReadonlySet<string> = new Set(all.map(({ whole }) => whole));
  const longest = all.map(({ stems }) => [...stems].sort((one, other) => other.length - one.length)[0] ?? '');
  const anyStem = new RegExp(anyOf([...new Set(longest.filter(Boolean))]));
  const firstLetters = new Set(all.map(({ whole }) => whole.slice(0, 4)));
  /** A quick check of joined words: most contain the longest stem of no name. */
  const mayBeIn = (seen: string): boolean => anyStem.test(seen);
  return {
    mayBeIn,
    /** Whether joined words are exactly one of the names. */
    has: (seen: string): boolean => wholes.has(seen),
    /** Whether words could be taken for one of the names. */
    readAs: (words: readonly string[], seen: string): boolean =>
      (mayBeIn(seen) || firstLetters.has(seen.slice(0, 4))) && all.some(one => readsAs(words, seen, one)),
    /** Whether one of the names is among words. */
    areIn: (words: readonly string[], seen: string): boolean =>
      mayBeIn(seen) && all.some(one => holdsName(words, one)),
  };
}
