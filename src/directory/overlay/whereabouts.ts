/** Finds texts that may tell where a safe house is, or how to reach it. */

import { addresses, digitWords, tensWords } from '../generated/national-names.js';
import { lazily } from '../lazily.js';
import { anyOf, asciiDigits, remembered } from './as-seen.js';
import { dictates } from './numbers-in-words.js';

const {
  endings,
  names,
  fused,
  ordinary,
  definite,
  units,
  named,
  streets: streetWords,
  particles,
  before,
  between,
  counted,
  numbers,
  tens,
  endings_of_tens: endingsOfTens,
  joining,
  number_signs: numberSigns,
  networks,
  places,
  not_places: notPlaces,
  unspaced,
  not_unspaced: notUnspaced,
  labels,
  is,
  secret,
  beside,
  landmarks,
  estates,
  told,
  papers,
  floors,
  follow,
  on,
} = addresses;
/** Words, also with a capital first letter, as at the beginning of a sentence. */
const alsoCapital = (words: readonly string[]): string =>
  `(?:${anyOf(words.map(word => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`))})`;

/** Beginnings of words. One with fewer letters has to be a whole word, in scripts with capitals. */
const beginnings = (words: readonly string[], letters: number): string =>
  alsoCapital(words).replace(/[^|()]+(?=[|)])/g, word =>
    /^\[..\][\p{Lu}\p{Ll}]*$/u.test(word) && word.length - 3 < letters ? `${word}(?!\\p{L})` : word,
  );
/**
 * One of some words, not after a letter of a script with capitals: other scripts join small words with the next. The
 * lookahead with the words comes first, since engines find that fast.
 */
const starting = (words: string): string => `(?=${words})(?<![\\p{Lu}\\p{Ll}])${words}`;

const small = alsoCapital(before);
const smallWord = `${small}(?!\\p{L})`;
const notOrdinary = `(?<!(?<!\\p{L})${alsoCapital(ordinary)})`;
/** Words for a road or street that are words by themselves too: "vei", "gate". */
const bare = named.filter(word => /^\p{Ll}{3,4}$/u.test(word));

/** A digit in words, in any language. */
const digit = `(?:${anyOf([...new Set(digitWords.flat())])})`;
/** Without short ones, which are other words in other languages. */
const longDigit = `(?:${anyOf(digitWords.flat().filter(word => word.length > 2))})`;
/** After a number word: no word that it could count, since that would be an ordinary sentence. */
const ofSentence =
  `(?![\\p{L}-]| (?:\\p{L}{1,3} )?${digit}(?!\\p{L})| (?!${smallWord}|[A-H](?![\\p{L}\\d]))[\\p{L}\\d]` +
  `| (?:${anyOf(between)})(?!\\p{L}))`;
/**
 * A number in words that is no other word in any language: "femten", "tjueto", "treinta y dos", "trzydzie\u015bci dwa".
 */
const inWords =
  `(?:${alsoCapital(numbers)}|${alsoCapital(tensWords)}${digit}?|\\p{L}{2,6}(?:${anyOf(joining)})(?:${anyOf(tensWords)})` +
  `|${alsoCapital(tens)}\\p{L}{0,12}|\\p{L}{2,12}(?:${anyOf(endingsOfTens)})\\p{L}{0,4})` +
  `(?:[ -](?:\\p{L}{1,3} )?${digit}(?!\\p{L}))?${ofSentence}`;

/** What may stand between the name of a street and the number of the house: "nr. ". */
const numberSign = `(?:(?:${anyOf(numberSigns)})(?:\\.\\s*|\\s+|(?=\\d)))?`;

/** A street, with its number or by its name. */
const streets = lazily((): readonly RegExp[] => [
  // With a number after it, or before it as in English.
  new RegExp(`(?:${anyOf(endings)})\\.?[\\s,]*${numberSign}\\d`, 'iu'),
  new RegExp(
    `\\d\\w?\\s+(?:\\p{L}+\\s+){0,2}(?:${anyOf(named.filter(word => /^\p{Lu}/u.test(word)))})(?!\\p{L})`,
    'iu',
  ),
  // With the word for street first, as in Polish: "ul. D\u0142uga 5".
  new RegExp(`(?<!\\p{L})(?:${anyOf(streetWords)})\\.?\\s+(?:[^\\s\\d]+\\s+){0,4}\\d`, 'iu'),
  // With a number in words, also without capitals: "fjellbakken tjueto", "calle mayor treinta y dos".
  new RegExp(`(?:${anyOf(endings)})(?<=\\p{L}{2}(?:${anyOf(endings)})),? ${numberSign}${inWords}`, 'iu'),
  new RegExp(
    `(?<!\\p{L})(?:${anyOf(streetWords)})\\.? (?:[^\\s\\d.!?:;]+ ){0,4}(?:${longDigit}|${inWords})${ofSentence}`,
    'iu',
  ),
  // By its name alone, except "La Strada", an organisation. \p{Lo}: a letter of a script without capitals.
  new RegExp(
    `(?<!\\p{L}|La )${alsoCapital(streetWords)} (?:(?:${anyOf(particles)}) ){0,3}(?:[dl]['\u2019])?[\\p{Lu}\\p{Lo}]`,
    'u',
  ),
  new RegExp(
    `\\p{Lu}\\p{Ll}+(?:${anyOf(names)}|(?:${anyOf(places)})(?<!(?<!\\p{L})${alsoCapital(notPlaces)}(?:${anyOf(places)})))s?(?!\\p{L})`,
    'u',
  ),
  // In scripts that write the word for street together with the name, except ordinary words that begin like it.
  new RegExp(`(?:${anyOf(unspaced)})(?!${anyOf(notUnspaced)})\\p{Lo}`, 'u'),
  // Compounds in any case, except ordinary words such as "arbeidsveien".
  new RegExp(`(?=(?:${anyOf(fused)})s?(?!\\p{L}))(?<=\\p{L}{3})${notOrdinary}`, 'iu'),
  new RegExp(`(?=(?:${anyOf(bare)})s?(?!\\p{L}))(?<=\\p{Lu}\\p{Ll}+)${notOrdinary}`, 'u'),
  new RegExp(`(?<!\\p{L})(?!${smallWord})\\p{Lu}\\p{L}+s? ${alsoCapital(named)}(?!\\p{L})`, 'u'),
]);

/** A name: it begins with a capital, and is not a small word such as "the". */
const name = `(?<![\\p{L}\u2019'-])(?!${smallWord})\\p{Lu}[\\p{L}\u2019'-]*`;
/** A name with a number in words after it: "Grensen femten". If another word follows, it is an ordinary sentence. */
const numberInWords = `${name},? ${numberSign}${inWords}`;

/** A name, or the first letter of a word in a script without capitals. */
const anyName = `(?:${name}|\\p{Lo})`;
const label = `${starting(alsoCapital(labels))}\\p{L}{0,4}`;
/** Not followed by a word such as "secret": then the text says why there is no address. */
const notSecret = `(?!${beginnings(secret, 4)})`;
const network = `(?:${anyOf(networks)})`;
const roman = '(?:V|X|(?!Vi(?!\\p{L}))[IVX][ivx]{1,5})(?!\\p{L})';
/** The first word of each phrase. */
const firstOf = (phrases: readonly string[]): string =>
  alsoCapital([...new Set(phrases.map(phrase => phrase.split(' ')[0] ?? ''))]);

/** Patterns that tell an address or a way, each with the words that a text has to contain for the pattern to match. */
const signs = lazily((): readonly (readonly [words: string, sign: RegExp])[] => [
  [
    firstOf(labels),
    new RegExp(
      // At the beginning of a sentence or clause, perhaps after one word: "nærmeste holdeplass: løren".
      `(?<=(?:^|[.!?;,(\u2013-] ?)(?:${notSecret}\\p{L}+ )?)${label} ?[:=] ?${notSecret}[\\p{L}\\d]` +
        `|${label}(?: ${small} \\p{Ll}+){0,2} ?[:=] ?${notSecret}${anyName}` +
        `|${label} (?:(?:\\p{Ll}+ ){0,2}(?:${anyOf(is)}) )?${notSecret}${name}`,
      'u',
    ),
  ],
  [
    firstOf(beside),
    new RegExp(
      `${starting(alsoCapital(beside))} ?(?:[dl]['\u2019])?(?:\\p{L}+ ){0,2}(?:[dl]['\u2019]|\u0627\u0644)?${beginnings(landmarks, 5)}`,
      'u',
    ),
  ],
  [
    firstOf(estates),
    new RegExp(
      `(?<=${name} )(?:${anyOf(estates)})(?!\\p{L})|(?<!\\p{L})${alsoCapital(estates)} ${name}`,
      'u',
    ),
  ],
  [firstOf(told), new RegExp(`${starting(alsoCapital(told))}(?!\\p{L})`, 'u')],
  [
    `(?:${anyOf(floors)})`,
    new RegExp(
      `(?<=${name},?(?: \\p{L}{1,3})? )\\d{1,2}(?:\\.|-?\\p{L}{1,3})? ?(?:${anyOf(floors)})(?!r)`,
      'u',
    ),
  ],
  // A name with Roman numerals after it.
  ['(?:V|X|[IVX][ivx]{1,5})(?!\\p{L})', new RegExp(`(?<=${name} )${roman}`, 'u')],
  [
    firstOf([...networks, 'google']),
    new RegExp(
      `(?:${anyOf(follow)})(?:[ -]\\p{L}+){0,3} ?(?:${network}|google)` +
        `|(?:^|[.!?:;] )(?!${smallWord})[\\p{L}\\d]{3,} (?:${anyOf(on)}) ${network}(?= ?(?:[.,;:!?)\u2013-]|$))`,
      'iu',
    ),
  ],
]);
const gates = lazily(() => signs().map(([words]) => new RegExp(`(?<![\\p{Lu}\\p{Ll}])${words}`, 'u')));
const anyGate = lazily(
  () =>
    new RegExp(
      `(?<![\\p{Lu}\\p{Ll}])(?:${signs()
        .map(([words]) => words)
        .join('|')})`,
      'u',
    ),
);
/**
 * Which patterns may match a piece of text, as a bit for each: a quick check, since most texts have none of the words.
 */
const signsOf = remembered((piece: string): number =>
  anyGate().test(piece) ? gates().reduce((bits, gate, at) => bits + (gate.test(piece) ? 2 ** at : 0), 0) : 0,
);
const hasSign = (text: string): boolean => {
  let bits = 0;
  for (const piece of text.split(' ')) bits |= signsOf(piece);
  return bits > 0 && signs().some(([, sign], at) => bits & (2 ** at) && sign.test(text));
};

/** A number or a range: "9-15", "13 to 18". */
const span = (number: string): string =>
  `${number}(?: ?[-\u2013/] ?${number}| (?:${anyOf(between)}) ${number})?(?!\\d)`;
const hour = '(?:[01]?\\d|2[0-4])';
const time = `${hour}\\.[0-5][05]`;
/** Words for what a number counts. Short ones have to be whole words. */
const things = counted.map(word => (/^\p{L}{1,3}$/u.test(word) ? `${word}(?!\\p{L})` : word));
/** Digits that do not tell where a house is. */
const harmless = lazily(
  () =>
    new RegExp(
      `(?<![\\d.,])(?=\\d)(?:${[
        '24 ?[/-] ?7(?!\\d)',
        // Hours, in a form in which nobody writes a house number.
        span(`${hour}:[0-5]\\d`),
        `${time} ?[-\u2013] ?${time}(?!\\d)`,
        // The numbers of a list: "1. Ring oss. 2. Vent."
        '(?<=^|[.!?] )[1-9][.)] (?=\\p{Lu})|(?<=: )1[.)] (?=\\p{Lu})',
        // A count of things. But after a name it is a house number, whatever follows: "Grensen 5 rom".
        `(?<!${name} ?)${span('\\d{1,3}')}\\+?[ -]?(?:${anyOf(things)})`,
        // An age: "18+". Then the year and the number of an official document.
        `(?=[1-9]\\d\\+)(?<!${name} ?)\\d\\d\\+(?! ?[\\p{Lu}\\d])`,
        `(?=\\d{4}:)(?<=(?<!\\p{L})(?:${anyOf(papers)}) )(?:19|20)\\d\\d: ?\\d{1,2}(?!\\d)`,
        // No house has the number 0.
        `0 ?(?:${anyOf(things)})`,
        // After a small word: a year, an age, hours or the like, unless a name may follow: "i 5 Grensen".
        `(?<=(?<!\\p{L})${small}[.:]?[ -]?)${span(`(?:${time}|19[5-9]\\d|20[0-3]\\d|\\d{1,3})`)}\\+?(?![\\p{L}\\d]|[.:]\\d| ?[\\p{Lu}\\d])`,
      ].join('|')})`,
      'gu',
    ),
);

/**
 * Patterns that lead to a house, for text in ASCII digits. None may restart at each letter of a long word: too slow.
 */
const leading = lazily((): readonly RegExp[] => [
  // An e-mail or web address, also with "at" in words, or without a scheme.
  /@|:\/\/|www\.|[([{]\s*at\s*[)\]}]|krøllalfa|alfakrøll/iu,
  /[\p{L}\d]{2}\.\p{L}{2}/u,
  // A Plus Code; a web address with "dot" in words, or with a space at the dot.
  /[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}/u,
  /(?:(?:punktum|dot)[)\]}\s]+|\s\.\s*)(?:no|com|org|net|info)(?!\p{L})/iu,
  // A name on a social network; an underscore too, since ordinary text has none. A small word after the network is no
  // name.
  new RegExp(
    `[\\p{L}\\d]_[\\p{L}\\d]|(?<!\\p{L})(?:${anyOf(networks)})(?:\\s*[:=(/]| (?!${smallWord})[\\p{L}\\d])`,
    'iu',
  ),
  new RegExp(numberInWords, 'u'),
  ...streets(),
]);

/** A text without invisible characters and without words in capitals. */
const asRead = (text: string): string =>
  text.replace(/\p{DI}/gu, '').replace(/(?<=\p{Lu})\p{Lu}+/gu, rest => rest.toLowerCase());

/** Whether a text may tell where a safe house is, or how to reach it. */
export function leads(text: string): boolean {
  // In addresses, browsers treat the ideographic full stop as a dot.
  const read = asRead(asciiDigits(text))
    .replace(/\u3002/g, '.')
    .replace(/\s+/g, ' ');
  return (
    leading().some(pattern => pattern.test(read)) ||
    hasSign(read) ||
    /\d/.test(read.replace(harmless(), ' ')) ||
    dictates(read)
  );
}

/** Whether a text names a street, with its number or by its name. */
export const namesStreet = (text: string): boolean => {
  const read = asRead(asciiDigits(text)).replace(/\s+/g, ' ');
  return streets().some(pattern => pattern.test(read));
};

/** A street name in the definite form with a number: "Grensen 15", but not "huset 15" or "laura 2". */
const definiteWithNumber = new RegExp(
  `(?<!${anyOf(units)})(?:${anyOf(definite)}) ${numberSign}\\d{2,3}(?!\\d)`,
);

/** A postal code or a phone number, but not a year. */
const manyDigits = /\d{5}|(?<!\d)(?!19|20)\d{4}(?!\d)/;

/** Whether an id contains a street or a number that tells where the house is. */
export const leadsById = (id: string): boolean => {
  const text = id.replace(/-/g, ' ');
  return (
    manyDigits.test(text) ||
    dictates(text) ||
    definiteWithNumber.test(text) ||
    streets().some(pattern => pattern.test(text))
  );
};
