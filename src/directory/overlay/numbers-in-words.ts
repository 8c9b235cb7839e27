/** Numbers in words, and in letters that look like digits. */

import { isEmergency } from '../../safety/generated/country.js';
import { digitWords, emergencyInWords, tensWords } from '../generated/national-names.js';
import { joined, plainer, remembered, wordsSeen } from './as-seen.js';

/** The ten digits in words, of all languages: people mix "en" and "ett". */
const digitOfWord: ReadonlyMap<string, number> = new Map(
  digitWords.flatMap(words => words.map((word, digit) => [joined(word), digit] as const)),
);

/** The emergency numbers that people know from films: none of ours, and no number of anybody else. */
export const abroad = /^(?:0*1)?911$|^999$/;

/** The emergency numbers. */
export const emergencies = new Array(1000)
  .fill('')
  .map((_, number) => String(number))
  .filter(isEmergency);

/** The emergency numbers in words, written as one: "hundreogtolv", "oneonetwo". */
const inOneWord: ReadonlySet<string> = new Set([
  ...emergencyInWords.map(joined),
  ...emergencies.flatMap(number =>
    digitWords.map(words => joined([...number].map(digit => words[+digit]).join(' '))),
  ),
]);
/** Of a script that writes no spaces. */
const unspaced = [...inOneWord].filter(text => /\p{Script=Thai}/u.test(text));
/** In "hundred and twelve" there are three, and one more where a language says "two and ten". */
const mostInRow = 5;

/** The digits that stand in words, a space in the place of every other word. */
const digitsIn = (words: readonly string[]): string =>
  words.map(word => digitOfWord.get(word) ?? ' ').join('');

/** Ten to nineteen, then the eight tens, by language. */
const tens = tensWords.map((word, place): readonly [string, number] => [
  joined(word),
  place % 18 < 10 ? 10 + (place % 18) : ((place % 18) - 8) * 10,
]);

/** The number of two digits that a word is, also in one with a third word, before or behind it: "tjueto", "toogtyve". */
const pairIn = remembered((word: string): number | undefined => {
  for (const [ten, value] of tens) {
    if (word === ten) return value;
    const one = word.startsWith(ten)
      ? digitOfWord.get(word.slice(ten.length))
      : word.endsWith(`og${ten}`)
        ? digitOfWord.get(word.slice(0, -ten.length - 2))
        : undefined;
    if (one !== undefined) return value + one;
  }
  return undefined;
});

/** What stands between two spaces, a character for each of its words: a digit, `T` for a number of two, or a space. */
const figuresOfPiece = remembered(piece => {
  const words = wordsSeen(piece);
  const digits = digitsIn(words);
  const pairs = words.map((word, at) => (pairIn(word) === undefined ? digits[at] : 'T')).join('');
  return { digits, pairs, hasAny: pairs.trim() !== '' };
});

/** Whether a text has digits in words enough for a telephone number or a postal code, one after the other. */
export function dictates(text: string): boolean {
  const pieces = text.split(' ').map(figuresOfPiece);
  if (!pieces.some(({ hasAny }) => hasAny)) return false;
  return (
    /\d{4}/.test(pieces.map(({ digits }) => digits).join('')) ||
    // In pairs: three of them, since two may be from when to when.
    /(?:T\d?){3}/.test(pieces.map(({ pairs }) => pairs).join(''))
  );
}

/** A digit, and the letters that a reader takes for it. No small "i", which has a dot, and no large "L": they are in many names. */
const digitsSeen: Readonly<Record<string, string>> = {
  0: '0O\u039f\u041e\u2299\u3007',
  1: '1\u2c92\u2c93Il|!\u01c0\u0131\u0399\u0406\u04c0\u05d5\u05df\u2d4f\ua780\ua781\u4e28\ua4f2\u2223\u2502\u2758\u05c0\u00a6\u16c1\u03b9\u{10309}\u{10320}',
  2: '2\u01a7\u01bb\u14bf\ua644\ua6ef\u10e8',
  3: '3\u01b7\u0417\u0437',
};
const asSeen = (number: string, gap: string): string =>
  `(?<![\\p{L}\\p{N}])${[...number].map(digit => `[${digitsSeen[digit] ?? digit}]`).join(gap)}(?!\\p{N}|[\\p{Lu}\\p{Ll}](?<=[O\\u039f\\u041e]\\p{L}))`;
/** The emergency numbers as letters look: "ll2", "I 1 O". One by one with a gap, or with none: "II, 2" is a ward. */
const inLetters = new RegExp(
  emergencies
    .flatMap(number => [
      asSeen(number, ''),
      asSeen(number, '[\\s.,-]+'),
      // A small "o" among digits alone.
      ...(number.includes('0')
        ? [`(?<![\\p{L}\\p{N}])${number.replace(/0/g, '[o\u03bf\u043e]')}(?![\\p{L}\\p{N}])`]
        : []),
    ])
    .join('|') || '(?!)',
  'u',
);

const digitOfLetter: ReadonlyMap<string, string> = new Map(
  Object.keys(digitsSeen).flatMap(digit =>
    [...`${digitsSeen[digit]}${digit === '0' ? 'o\u03bf\u043e' : ''}`]
      .filter(letter => /\p{L}/u.test(letter))
      .map(letter => [letter, digit] as const),
  ),
);
const digitLike = `[\\d${[...digitOfLetter.keys()].join('')}]`;
/** As many in a row as a telephone number has, by themselves: "22 33 ll 6O". */
const likeTelephone = new RegExp(
  `(?<!\\p{L})${digitLike}(?:[^\\p{L}\\p{N}]{0,3}${digitLike}){6,}(?!\\p{L})`,
  'gu',
);

/** Marks what was one of the tens in words. */
const round = '\uffff';
const twoWords = new RegExp(`0${round}[ -]([1-9])(?!\\d)`, 'g');

/** The figures for which a word stands; any other word stays. */
const figuresOfWord = remembered((word: string): string => {
  const seen = joined(word);
  const pair = pairIn(seen);
  const isRound = pair !== undefined && pair > 10 && pair % 10 === 0;
  return String(digitOfWord.get(seen) ?? (isRound ? `${pair}${round}` : (pair ?? word)));
});

/** A text as who dials by it reads it: digits in words, and letters among digits, are figures. */
export const figuresIn = remembered((text: string): string => {
  const figures = plainer(text).replace(/\p{L}[\p{L}'\u2019]*/gu, figuresOfWord);
  if (!/\d/.test(figures)) return figures;
  return (
    figures
      // "Twenty-two" is one number.
      .replace(twoWords, '$1')
      .replaceAll(round, '')
      .replace(likeTelephone, run =>
        /\d/.test(run) ? run.replace(/\p{L}/gu, letter => digitOfLetter.get(letter) ?? letter) : run,
      )
  );
});

/** Whether letters in a name look like an emergency number. */
export const looksLikeEmergency = (name: string): boolean => inLetters.test(name);

/**
 * Whether words in a row are an emergency number.
 *
 * @param bare the same words, without "telefon" and the like at their ends
 */
export function spellsEmergency(words: readonly string[], bare: readonly string[]): boolean {
  if (digitsIn(words).split(' ').some(isEmergency)) return true;
  return (
    unspaced.some(text => words.some(word => word.includes(text))) ||
    bare.some((_, start) =>
      bare
        .slice(start, start + mostInRow)
        .some((_, after) => inOneWord.has(bare.slice(start, start + after + 1).join(''))),
    )
  );
}
