/** What may tell where a safe house is, or how to reach it. */
import { asciiDigits } from './as-seen.js';
import { addresses } from './generated/national-names.js';
import { dictates } from './numbers-in-words.js';

const oneOf = (words: readonly string[]): string => words.join('|') || '(?!)';
const { endings, names, fused, named, streets: streetWords, short, before, between, counted } = addresses;
/** A street, with its number or by its name. */
const streets: readonly RegExp[] = [
  // With a number behind it, or before it as in English.
  new RegExp(`(?:${oneOf(endings)})\\.?[\\s,]*(?:(?:nr\\.?|nummer)\\s*)?\\d`, 'iu'),
  new RegExp(
    `\\d\\w?\\s+(?:\\p{L}+\\s+){0,2}(?:${oneOf(named.filter(word => /^\p{Lu}/u.test(word)))})(?!\\p{L})`,
    'iu',
  ),
  // In languages that name it first: "ul. D\u0142uga 5".
  new RegExp(`(?<!\\p{L})(?:${oneOf(streetWords)})\\.?\\s+(?:[^\\s\\d]+\\s+){0,4}\\d`, 'iu'),
  // By its name alone.
  new RegExp(`\\p{Lu}\\p{Ll}{2,}(?:${oneOf(names)})(?!\\p{L})`, 'u'),
  new RegExp(`\\p{L}{3}(?:${oneOf(fused)})(?!\\p{L})`, 'iu'),
  new RegExp(`(?<!\\p{L})\\p{Lu}\\p{L}+s? (?:${oneOf(named)})(?!\\p{L})`, 'u'),
];
/** A name and a number of a house: "Grensen 5", "Kongens g. 4". Not what is counted, nor an hour: "Inntil 6 uker". */
const houseNumber = new RegExp(
  `(?<![\\p{L}\u2019'-])(?!(?:${oneOf(before)})(?!\\p{L}))\\p{Lu}[\\p{L}\u2019'-]*\\p{L}(?: (?:${oneOf(short)})\\.)?[.,]?\\s*(?:nr\\.?\\s*)?\\d{1,3}(?!\\d|\\s*(?:(?:[-\u2013/]|${oneOf(between)})\\s*\\d+\\s*)?(?:${oneOf(counted)}|/7))`,
  'u',
);

/** What leads somewhere, in ASCII digits. No expression may begin anew at each letter of a long word. */
const leading: readonly RegExp[] = [
  // Digits enough for a telephone number or a postal code.
  /(\d\P{L}{0,2}){4}/u,
  // An e-mail or web address, its sign in words, or without its scheme.
  /@|:\/\/|www\.|[([{]\s*at\s*[)\]}]|krøllalfa|alfakrøll/iu,
  /[\p{L}\d]{2}\.\p{L}{2}/u,
  // A Plus Code; a web address in words.
  /[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}/u,
  /(?:punktum|dot)[)\]}\s]+(?:no|com|org|net|info)(?!\p{L})/iu,
  ...streets,
];

/** Whether a text may tell where a safe house is, or how to reach it. */
export function leads(text: string): boolean {
  const read = asciiDigits(text);
  return leading.some(pattern => pattern.test(read)) || houseNumber.test(read) || dictates(read);
}

/** Whether it has a street in it. */
export const namesStreet = (text: string): boolean => streets.some(pattern => pattern.test(text));
