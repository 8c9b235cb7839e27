/** Finds numbers that are written in words, or with letters that look like digits. */

import {
  isDialled,
  isEmergency,
  withCallingCode,
  withoutCallingCode,
} from '../../safety/generated/country.js';
import { addresses, claims, digitWords, emergencyInWords, tensWords } from '../generated/national-names.js';
import { anyOf, isThai, joined, plainer, remembered, wordsSeen } from './as-seen.js';

/** The ten digits in words, of all languages in one map, since people mix forms and languages. */
const digitOfWord: ReadonlyMap<string, number> = new Map(
  digitWords.flatMap(words => words.map((word, digit) => [joined(word), digit] as const)),
);

/** Emergency numbers of other countries, which people know from films and from home. No service here can have them. */
export const abroad = new RegExp(`^(?:0*1)?911$|^(?:${anyOf(claims.abroad)})$`);

/** The emergency numbers. */
export const emergencies = new Array(1000)
  .fill('')
  .map((_, number) => String(number))
  .filter(isEmergency);

/** The emergency numbers in words, joined without spaces: "hundreogtolv", "oneonetwo". */
const inOneWord: ReadonlySet<string> = new Set([
  ...emergencyInWords.map(joined),
  ...emergencies.flatMap(number =>
    digitWords.map(words => joined([...number].map(digit => words[+digit]).join(' '))),
  ),
]);
/** Those in a script without spaces. */
const unspaced = [...inOneWord].filter(text => isThai.test(text));
/** How many words an emergency number can have: "hundred and twelve" has three, and "two and ten" adds more. */
const mostInRow = 5;

/** One character for each word: its digit, or a space if the word is not a digit. */
const digitsIn = (words: readonly string[]): string =>
  words.map(word => digitOfWord.get(word) ?? ' ').join('');

/** Words for ten to nineteen and for the eight tens, of all languages, with their values. */
const tens = tensWords.map((word, place): readonly [string, number] => [
  joined(word),
  place % 18 < 10 ? 10 + (place % 18) : ((place % 18) - 8) * 10,
]);

/**
 * The number of two digits that a word means, also as a compound with a digit after or before it: "tjueto", "toogtyve".
 */
const pairIn = remembered((word: string): number | undefined => {
  for (const [ten, value] of tens) {
    if (word === ten) return value;
    if (!word.includes(ten)) continue;
    const digits = word.startsWith(ten)
      ? [word.slice(ten.length)]
      : addresses.joining
          .filter(and => word.endsWith(and + ten))
          .map(and => word.slice(0, -(and + ten).length));
    for (const digit of digits) {
      const one = digitOfWord.get(digit);
      if (one !== undefined) return value + one;
    }
  }
  return undefined;
});

/**
 * A piece of text between two spaces, as a character for each word: a digit, `T` for a number of two digits, or a
 * space.
 */
const figuresOfPiece = remembered(piece => {
  const words = wordsSeen(piece);
  const digits = digitsIn(words);
  const pairs = words.map((word, at) => (pairIn(word) === undefined ? digits[at] : 'T')).join('');
  return { digits, pairs, hasAny: pairs.trim() !== '' };
});

/** Whether a text has enough number words in a row for a phone number or a postal code. */
export function dictates(text: string): boolean {
  const pieces = text.split(' ').map(figuresOfPiece);
  if (!pieces.some(({ hasAny }) => hasAny)) return false;
  return (
    /\d{4}/.test(pieces.map(({ digits }) => digits).join('')) ||
    // At least three numbers of two digits, since two may be a range.
    /(?:T\d?){3}/.test(pieces.map(({ pairs }) => pairs).join(''))
  );
}

/** Characters that readers take for a digit. Without "i" and "L", which look less like one and are in many names. */
const digitsSeen: Readonly<Record<string, string>> = {
  0: '0O\u039f\u041e\u2299\u3007',
  1: '1\u0196\u0269\u07ca\u16cc\u23d0\u23fd\u2cd0\u2cd1\u{1028a}\u{16f28}\u2c92\u2c93Il|!\u01c0\u0131\u0399\u0406\u04c0\u05d5\u05df\u2d4f\ua780\ua781\u4e28\ua4f2\u2223\u2502\u2758\u05c0\u00a6\u16c1\u03b9\u{10309}\u{10320}',
  2: '2Zz\u01a8\u0291\u0577\u091f\u0a9f\u0e82\ua645\u01a7\u01bb\u14bf\ua644\ua6ef\u10e8',
  3: '3\u01b7\u0417\u0437',
};
const asSeen = (number: string, gap: string): string =>
  `(?<![\\p{L}\\p{N}])${[...number].map(digit => `[${digitsSeen[digit] ?? digit}]`).join(gap)}(?!\\p{N}|[\\p{Lu}\\p{Ll}](?<=[O\\u039f\\u041e]\\p{L}))`;
/** Emergency numbers in look-alikes: "ll2", "I 1 O". All gaps or none, since "II, 2" may be a ward. */
const inLetters = new RegExp(
  anyOf(
    emergencies.flatMap(number => [
      asSeen(number, ''),
      asSeen(number, '[\\s.,-]+'),
      // A small "o", only if all other characters are digits.
      ...(number.includes('0')
        ? [`(?<![\\p{L}\\p{N}])${number.replace(/0/g, '[o\u03bf\u043e]')}(?![\\p{L}\\p{N}])`]
        : []),
    ]),
  ),
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
/** As many digits and look-alikes in a row as a phone number has, not within a word: "22 33 ll 6O". */
const likeTelephone = new RegExp(
  `(?<!\\p{L})${digitLike}(?:[^\\p{L}\\p{N}]{0,3}${digitLike}){6,}(?!\\p{L})`,
  'gu',
);

/** Marks a number that was a word such as "twenty". */
const round = '\uffff';
const twoWords = new RegExp(`0${round}[ -]([1-9])(?!\\d)`, 'g');

/** The figures of a number word; any other word stays. */
const figuresOfWord = remembered((word: string): string => {
  const seen = joined(word);
  const pair = pairIn(seen);
  const isRound = pair !== undefined && pair > 10 && pair % 10 === 0;
  return String(digitOfWord.get(seen) ?? (isRound ? `${pair}${round}` : (pair ?? word)));
});

const isDigitWord = remembered((word: string): boolean => digitOfWord.has(joined(word)));
const aWord = /(\p{L}[\p{L}'\u2019]*)/u;
/** What is written between two digits of one number. */
const isGap = /^[^\p{L}\p{N}]{0,3}$/u;
const endsInDigits = /\d[^\p{L}\p{N}]{0,3}$/u;
/** The number at the beginning: of a list with commas, the first one. */
const beginsWithNumber = /^[^\p{L}\p{N}]{0,3}(\+?\d(?:[^\p{L}\p{N},;/]{0,3}\d)*)/u;

/**
 * Whether a number word counts nothing, since it is alone before a whole phone number: Norwegian "du" is two in
 * Lithuanian, in "ringer du 112".
 *
 * @param parts words, and what is between them
 */
function isAloneBefore(parts: readonly string[], at: number): boolean {
  const [before = '', word = '', after = ''] = parts.slice(at - 1, at + 2);
  if (!isDigitWord(word) || endsInDigits.test(before)) return false;
  if (isGap.test(before) && isNumberWord(parts[at - 2] ?? '')) return false;
  const digits = (beginsWithNumber.exec(after)?.[1] ?? '').replace(/\D/g, '');
  return isDialled(withCallingCode(withoutCallingCode(digits)));
}
const isNumberWord = (word: string): boolean => word !== '' && figuresOfWord(word) !== word;

/** A text with number words, and look-alikes among digits, as figures: as somebody reads it who wants to dial. */
export const figuresIn = remembered((text: string): string =>
  asFigures(plainer(text).replace(anyWord, figuresOfWord)),
);
const anyWord = /\p{L}[\p{L}'\u2019]*/gu;

/** The same for a sentence, in which a number word alone before a number is an ordinary word. */
export const figuresInSentence = remembered((text: string): string => {
  const parts = plainer(text).split(aWord);
  if (!parts.some((_, at) => at % 2 && isAloneBefore(parts, at))) return figuresIn(text);
  return asFigures(
    parts.map((part, at) => (at % 2 && !isAloneBefore(parts, at) ? figuresOfWord(part) : part)).join(''),
  );
});

function asFigures(figures: string): string {
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
}

/** Whether a name contains characters that look like an emergency number. */
export const looksLikeEmergency = (name: string): boolean => inLetters.test(name);

/**
 * Whether adjacent words spell an emergency number.
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
