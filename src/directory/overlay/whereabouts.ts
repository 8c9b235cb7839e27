/** What may tell where a safe house is, or how to reach it. */

import { addresses, digitWords, tensWords } from '../generated/national-names.js';
import { asciiDigits, remembered } from './as-seen.js';
import { dictates } from './numbers-in-words.js';

const oneOf = (words: readonly string[]): string => words.join('|') || '(?!)';
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
/** Words, also with a capital as at the beginning of a sentence. */
const alsoCapital = (words: readonly string[]): string =>
  `(?:${oneOf(words.map(word => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`))})`;

/** Beginnings of words; one of fewer letters is a whole word, where words stand alone. */
const beginnings = (words: readonly string[], letters: number): string =>
  alsoCapital(words).replace(/[^|()]+(?=[|)])/g, word =>
    /^\[..\][\p{Lu}\p{Ll}]*$/u.test(word) && word.length - 3 < letters ? `${word}(?!\\p{L})` : word,
  );
/**
 * One of some words, where no word goes on: scripts without capitals write small words in one with the next. The words
 * stand first, since that is what an engine finds fast.
 */
const starting = (words: string): string => `(?=${words})(?<![\\p{Lu}\\p{Ll}])${words}`;

const small = alsoCapital(before);
const smallWord = `${small}(?!\\p{L})`;
const notOrdinary = `(?<!(?<!\\p{L})${alsoCapital(ordinary)})`;
/** What is a road or a street by itself too: "vei", "gate". */
const bare = named.filter(word => /^\p{Ll}{3,4}$/u.test(word));

/** A digit in words, in any language. */
const digit = `(?:${oneOf([...new Set(digitWords.flat())])})`;
/** Short ones are other words in another language. */
const longDigit = `(?:${oneOf(digitWords.flat().filter(word => word.length > 2))})`;
/** In a sentence it counts what follows. */
const ofSentence =
  `(?![\\p{L}-]| (?:\\p{L}{1,3} )?${digit}(?!\\p{L})| (?!${smallWord}|[A-H](?![\\p{L}\\d]))[\\p{L}\\d]` +
  `| (?:${oneOf(between)})(?!\\p{L}))`;
/** A number in words that is no other word in any language: "femten", "tjueto", "treinta y dos", "trzydzie\u015bci dwa". */
const inWords =
  `(?:${alsoCapital(numbers)}|${alsoCapital(tensWords)}${digit}?|\\p{L}{2,6}og(?:${oneOf(tensWords)})` +
  `|${alsoCapital(tens)}\\p{L}{0,12}|\\p{L}{2,12}(?:${oneOf(endingsOfTens)})\\p{L}{0,4})` +
  `(?:[ -](?:\\p{L}{1,3} )?${digit}(?!\\p{L}))?${ofSentence}`;

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
  // With a number in words, also where nothing has a capital: "fjellbakken tjueto", "calle mayor treinta y dos".
  new RegExp(
    `(?:${oneOf(endings)})(?<=\\p{L}{2}(?:${oneOf(endings)})),? (?:(?:nr\\.?|nummer) )?${inWords}`,
    'iu',
  ),
  new RegExp(
    `(?<!\\p{L})(?:${oneOf(streetWords)})\\.? (?:[^\\s\\d.!?:;]+ ){0,4}(?:${longDigit}|${inWords})${ofSentence}`,
    'iu',
  ),
  // By its name alone: not "La Strada", which helps. A letter without case is one of a script that has no capitals.
  new RegExp(
    `(?<!\\p{L}|La )${alsoCapital(streetWords)} (?:(?:${oneOf(particles)}) ){0,3}(?:[dl]['\u2019])?[\\p{Lu}\\p{Lo}]`,
    'u',
  ),
  new RegExp(
    `\\p{Lu}\\p{Ll}+(?:${oneOf(names)}|(?:${oneOf(places)})(?<!(?<!\\p{L})${alsoCapital(notPlaces)}(?:${oneOf(places)})))s?(?!\\p{L})`,
    'u',
  ),
  // In one with it: no such word of a sentence.
  new RegExp(`(?:${oneOf(unspaced)})(?!${oneOf(notUnspaced)})\\p{Lo}`, 'u'),
  // The same in whatever case, but for words such as "arbeidsveien".
  new RegExp(`(?=(?:${oneOf(fused)})s?(?!\\p{L}))(?<=\\p{L}{3})${notOrdinary}`, 'iu'),
  new RegExp(`(?=(?:${oneOf(bare)})s?(?!\\p{L}))(?<=\\p{Lu}\\p{Ll}+)${notOrdinary}`, 'u'),
  new RegExp(`(?<!\\p{L})(?!${smallWord})\\p{Lu}\\p{L}+s? ${alsoCapital(named)}(?!\\p{L})`, 'u'),
];

/** A name: with a capital, and no small word. */
const name = `(?<![\\p{L}\u2019'-])(?!${smallWord})\\p{Lu}[\\p{L}\u2019'-]*`;
/** With a number in words behind it: "Grensen femten". Where another word follows it is a sentence. */
const numberInWords = new RegExp(`${name},? (?:(?:nr|nummer|no|number)\\.? )?${inWords}`, 'u');

/** The same, or one of a script without capitals. */
const anyName = `(?:${name}|\\p{Lo})`;
const label = `${starting(alsoCapital(labels))}\\p{L}{0,4}`;
/** It is no address that follows, but why there is none. */
const notSecret = `(?!${beginnings(secret, 4)})`;
const network = `(?:${oneOf(networks)})`;
const roman = '(?:V|X|(?!Vi(?!\\p{L}))[IVX][ivx]{1,5})(?!\\p{L})';
/** The first word of each. */
const firstOf = (phrases: readonly string[]): string =>
  alsoCapital([...new Set(phrases.map(phrase => phrase.split(' ')[0] ?? ''))]);

/** What tells an address or the way, behind the words without which it does not. */
const signs: readonly (readonly [words: string, sign: RegExp])[] = [
  [
    firstOf(labels),
    new RegExp(
      // At the beginning, maybe behind one word: "nærmeste holdeplass: løren".
      `(?<=(?:^|[.!?;,(\u2013-] ?)(?:${notSecret}\\p{L}+ )?)${label} ?[:=] ?${notSecret}[\\p{L}\\d]` +
        `|${label}(?: ${small} \\p{Ll}+){0,2} ?[:=] ?${notSecret}${anyName}` +
        `|${label} (?:(?:\\p{Ll}+ ){0,2}(?:${oneOf(is)}) )?${notSecret}${name}`,
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
      `(?<=${name} )(?:${oneOf(estates)})(?!\\p{L})|(?<!\\p{L})${alsoCapital(estates)} ${name}`,
      'u',
    ),
  ],
  [firstOf(told), new RegExp(`${starting(alsoCapital(told))}(?!\\p{L})`, 'u')],
  [
    `(?:${oneOf(floors)})`,
    new RegExp(
      `(?<=${name},?(?: \\p{L}{1,3})? )\\d{1,2}(?:\\.|-?\\p{L}{1,3})? ?(?:${oneOf(floors)})(?!r)`,
      'u',
    ),
  ],
  // In Roman figures, of which few are words too.
  ['(?:V|X|[IVX][ivx]{1,5})(?!\\p{L})', new RegExp(`(?<=${name} )${roman}`, 'u')],
  [
    firstOf([...networks, 'google']),
    new RegExp(
      `(?:${oneOf(follow)})(?:[ -]\\p{L}+){0,3} ?(?:${network}|google)` +
        `|(?:^|[.!?:;] )(?!${smallWord})[\\p{L}\\d]{3,} (?:${oneOf(on)}) ${network}(?= ?(?:[.,;:!?)\u2013-]|$))`,
      'iu',
    ),
  ],
];
const gates = signs.map(([words]) => new RegExp(`(?<![\\p{Lu}\\p{Ll}])${words}`, 'u'));
const anyGate = new RegExp(`(?<![\\p{Lu}\\p{Ll}])(?:${signs.map(([words]) => words).join('|')})`, 'u');
/** By a bit for each, which signs a text may have that has such a word in it: most have none. */
const signsOf = remembered((piece: string): number =>
  anyGate.test(piece) ? gates.reduce((bits, gate, at) => bits + (gate.test(piece) ? 2 ** at : 0), 0) : 0,
);
const hasSign = (text: string): boolean => {
  let bits = 0;
  for (const piece of text.split(' ')) bits |= signsOf(piece);
  return bits > 0 && signs.some(([, sign], at) => bits & (2 ** at) && sign.test(text));
};

/** One number, or from one to another: "9-15", "13 to 18". */
const span = (number: string): string =>
  `${number}(?: ?[-\u2013/] ?${number}| (?:${oneOf(between)}) ${number})?(?!\\d)`;
const hour = '(?:[01]?\\d|2[0-4])';
const time = `${hour}\\.[0-5][05]`;
/** What a number counts. Short words are whole ones. */
const things = counted.map(word => (/^\p{L}{1,3}$/u.test(word) ? `${word}(?!\\p{L})` : word));
/** Digits that tell nothing. */
const harmless = new RegExp(
  `(?<![\\d.,])(?=\\d)(?:${[
    '24 ?[/-] ?7(?!\\d)',
    // Hours, as nobody writes the number of a house.
    span(`${hour}:[0-5]\\d`),
    `${time} ?[-\u2013] ?${time}(?!\\d)`,
    // The numbers of a list: "1. Ring oss. 2. Vent."
    '(?<=^|[.!?] )[1-9][.)] (?=\\p{Lu})|(?<=: )1[.)] (?=\\p{Lu})',
    // What is counted. Behind a name it is the number of a house, whatever follows: "Grensen 5 rom".
    `(?<!${name} ?)${span('\\d{1,3}')}\\+?[ -]?(?:${oneOf(things)})`,
    // An age: "18+". The year and the number of a public paper.
    `(?=[1-9]\\d\\+)(?<!${name} ?)\\d\\d\\+(?! ?[\\p{Lu}\\d])`,
    `(?=\\d{4}:)(?<=(?<!\\p{L})(?:${oneOf(papers)}) )(?:19|20)\\d\\d: ?\\d{1,2}(?!\\d)`,
    // No house has the number 0.
    `0 ?(?:${oneOf(things)})`,
    // Behind a small word, a year, an age, hours or the like, unless a name may follow: "i 5 Grensen".
    `(?<=(?<!\\p{L})${small}[.:]?[ -]?)${span(`(?:${time}|19[5-9]\\d|20[0-3]\\d|\\d{1,3})`)}\\+?(?![\\p{L}\\d]|[.:]\\d| ?[\\p{Lu}\\d])`,
  ].join('|')})`,
  'gu',
);

/** What leads somewhere, in ASCII digits. No expression may begin anew at each letter of a long word. */
const leading: readonly RegExp[] = [
  // An e-mail or web address, its sign in words, or without its scheme.
  /@|:\/\/|www\.|[([{]\s*at\s*[)\]}]|krøllalfa|alfakrøll/iu,
  /[\p{L}\d]{2}\.\p{L}{2}/u,
  // A Plus Code; a web address in words, or with a gap.
  /[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}/u,
  /(?:(?:punktum|dot)[)\]}\s]+|\s\.\s*)(?:no|com|org|net|info)(?!\p{L})/iu,
  // A name on a social network: no sentence has an underscore. A small word goes on with the sentence.
  new RegExp(
    `[\\p{L}\\d]_[\\p{L}\\d]|(?<!\\p{L})(?:${oneOf(networks)})(?:\\s*[:=(/]| (?!${smallWord})[\\p{L}\\d])`,
    'iu',
  ),
  numberInWords,
  ...streets,
];

/** A text without what nobody sees, and none of its words in capitals. */
const asRead = (text: string): string =>
  text.replace(/\p{DI}/gu, '').replace(/(?<=\p{Lu})\p{Lu}+/gu, rest => rest.toLowerCase());

/** Whether a text may tell where a safe house is, or how to reach it. */
export function leads(text: string): boolean {
  // A browser reads an ideographic full stop as a dot.
  const read = asRead(asciiDigits(text))
    .replace(/\u3002/g, '.')
    .replace(/\s+/g, ' ');
  return (
    leading.some(pattern => pattern.test(read)) ||
    hasSign(read) ||
    /\d/.test(read.replace(harmless, ' ')) ||
    dictates(read)
  );
}

/** "Grensen 15", which "huset 15" or "laura 2" is not. */
const definiteWithNumber = new RegExp(`(?<!${oneOf(units)})(?:${oneOf(definite)}) (?:nr )?\\d{2,3}(?!\\d)`);

/** A postal code or a telephone number. A year is none. */
const manyDigits = /\d{5}|(?<!\d)(?!19|20)\d{4}(?!\d)/;

/** Whether an id has a street or a number in it by which the house is found. */
export const leadsById = (id: string): boolean => {
  const text = id.replace(/-/g, ' ');
  return (
    manyDigits.test(text) ||
    dictates(text) ||
    definiteWithNumber.test(text) ||
    streets.some(pattern => pattern.test(text))
  );
};
