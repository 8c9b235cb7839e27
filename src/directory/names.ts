/** Which names a page's own services may not have: those by which people would take them for a national one. */
import { isEmergency, readsAsEmergency, shortest, withoutCallingCode } from '../safety/generated/country.js';
import {
  claims,
  digitWords,
  emergencyInWords,
  emergencyNames,
  helplineNames,
  nationalNames,
} from './generated/national-names.js';
import type { Directory, Service } from './types.js';

/** What is wrong with a name, or `undefined`. */
export type NameRule = (name: string) => string | undefined;

/** Digits in circles, which no normal form makes digits of: the code of the first, and the digit that it shows. */
const circled: readonly (readonly [first: number, last: number, digit: number])[] = [
  [0x24f5, 0x24fe, 1],
  [0x24ff, 0x24ff, 0],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
];

function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  for (const [first, last, digit] of circled)
    if (code >= first && code <= last) return String((code - first + digit) % 10);
  // Every script has its ten digits in a row.
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

const isAscii = /^[\0-\x7f]*$/;

/** A text in ASCII digits, whatever digits it is in. */
export const asciiDigits = (text: string): string =>
  isAscii.test(text)
    ? text
    : text.normalize('NFKC').replace(/(?![0-9])\p{Nd}|[\u24f5-\u24ff\u2776-\u2793]/gu, digitOf);

/**
 * The letter that a reader sees, and those of other scripts that look like it, small or large (after Unicode TS 39). In
 * small letters, since that is how names are compared.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  a: '4\u0251\u03b1\u0430\u1d00\ua4ee\uab7a\u2c65\u03bb\u2c81',
  b: '\u0299\u03b2\u0432\u044c\ua4d0\uab9f',
  c: '\u03f2\u0441\u1d04\ua4da\uabaf\u2ca5',
  d: '\u0111\u0501\u1d05\ua4d3\uab70',
  e: '3\u03b5\u0435\u0454\u04bd\u1d07\u212e\ua4f0\uab7c',
  f: '\u0192\ua4dd\ua730',
  g: '\u0261\u0262\u050d\u0581\ua4d6\uab90',
  h: '\u029c\u03b7\u043d\u04bb\u0570\ua4e7\uabbb',
  i: '1l|\u0131\u0142\u01c0\u026a\u029f\u03b9\u0456\u04cf\u05d5\u05df\ua4e1\ua4f2\uab96\uabae',
  j: '\u03f3\u0458\u1d0a\ua4d9\uab7b',
  k: '\u03ba\u043a\u1d0b\ua4d7\uabb6',
  m: '\u03bc\u043c\u1d0d\ua4df\uab87',
  n: '\u0274\u03bd\u0578\ua4e0',
  o: '0\u00f8\u03bf\u03c3\u043e\u04e9\u0585\u05e1\u1d0f\u2d54\ua4f3\u0275\u03b8\u0473\u0d20\u10ff\u25cb\u25cf\u25ef\u0298\u2c9f',
  p: '\u03c1\u0440\u1d18\ua4d1\uabb2\u2ca3',
  q: '\u051b',
  r: '\u0280\u0433\u044f\u1d26\ua4e3\uab71\uaba2\u027d\ua7a7',
  s: '5$\u0455\u057f\ua4e2\ua731\uabaa\uaba5\u00a7',
  t: '\u03c4\u0442\u1d1b\ua4d4\uab72',
  u: '\u03c5\u057d\u1d1c\ua4f4',
  v: '\u0475\u1d20\ua4e6\uaba9',
  w: '\u03c9\u0461\u051d\u1d21\ua4ea\uab83',
  x: '\u03c7\u0445\ua4eb',
  y: '\u028f\u03b3\u0443\u04af\ua4ec',
  z: '\u03b6\u1d22\ua4dc\uab93',
};
const seenAs = new Map(
  Object.keys(lookAlikes).flatMap(letter =>
    [...(lookAlikes[letter] ?? '')].map(other => [other, letter] as const),
  ),
);

/** Letters in squares and circles, white on black or of a flag: three alphabets in a row of codes each. */
const boxed = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu;
const letterIn = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return String.fromCharCode(97 + code - (code < 0x1f170 ? 0x1f150 : code < 0x1f1e6 ? 0x1f170 : 0x1f1e6));
};

/** Most names of a large directory are made of the same words. */
const mostKnown = 5000;
const knownPieces = new Map<string, readonly string[]>();

/** The words of a name as a reader sees them: what looks alike is the same letter, and what nobody sees is gone. */
const wordsSeen = (name: string): string[] =>
  name.split(' ').flatMap(piece => {
    const known = knownPieces.get(piece);
    if (known) return known;
    const words = wordsSeenIn(piece);
    if (knownPieces.size >= mostKnown) knownPieces.clear();
    knownPieces.set(piece, words);
    return words;
  });

/** The same of what stands between two spaces. */
function wordsSeenIn(piece: string): string[] {
  const bare = isAscii.test(piece)
    ? piece.replace(/'/g, '')
    : asciiDigits(piece)
        .normalize('NFKD')
        .replace(/[\p{M}\p{DI}'\u2018\u2019\u02bc]/gu, '')
        .replace(boxed, letterIn);
  return (
    bare
      // A name in capitals and what follows it in small letters are two words.
      .replace(/(\p{Lu}{3,})(?=\p{Ll})|(\p{Ll})(?=\p{Lu})|(\d{2})(?=\p{L})/gu, '$& ')
      .toLowerCase()
      .replace(/[^a-km-z ]/g, other => seenAs.get(other) ?? other)
      .replace(/rn/g, 'm')
      .replace(/vv/g, 'w')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
  );
}

/** Without the numbers that stand by themselves. */
export const withoutNumbers = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}])\p{N}+(?![\p{L}\p{N}])/gu, ' ');

const joined = (name: string): string => wordsSeen(name).join('');

/** As much of a word as its endings leave. */
const stemOf = (word: string) => word.slice(0, Math.max(4, word.length - 3));

/** A name that only the helpline or the emergency number has. */
interface Reserved {
  readonly whole: string;
  readonly stems: readonly string[];
}
const reservedOf = (name: string): Reserved => ({
  whole: joined(name),
  stems: wordsSeen(name).map(stemOf),
});

/** All words of the name in whatever order and whatever is between them, its beginning, or nothing but words of it. */
const readsAs = (words: readonly string[], seen: string, { whole, stems }: Reserved): boolean =>
  stems.every(stem => seen.includes(stem)) ||
  (seen.length * 2 > whole.length && whole.startsWith(seen)) ||
  words.every(word =>
    stems.some(stem => word.startsWith(stem) && word.length <= stem.length + longestEnding),
  );

/** What stemOf() takes away, and one letter more. */
const longestEnding = 4;

/** Whether words in a row are a name, by itself, with one more letter, or in single letters. */
function isAmong(words: readonly string[], name: string): boolean {
  for (let start = 0; start < words.length; start++) {
    let text = '';
    for (let at = start; at < words.length && text.length < name.length; at++) text += words[at];
    if (text.startsWith(name) && text.length <= name.length + 1) return true;
  }
  return false;
}

/** What follows a name in a word that is one line, house or office of that name: "Rosatelefonen". */
const line = `s?(?:${['telefon', 'hjelp', 'help', 'linj', 'line', 'chat', 'hus', 'bolig', 'senter', 'vakt', 'kontakt', 'nett', 'norg', 'norw', 'nors'].map(joined).join('|')})`;
const ofALine = new RegExp(`^${line}`);
const lineAtEnd = new RegExp(`${line}\\p{L}{0,4}$`, 'u');

const isLineOf = (words: readonly string[], name: string): boolean =>
  words.some(word => word.startsWith(name) && ofALine.test(word.slice(name.length)));

/** The ten digits in words, of all languages: people mix "en" and "ett". */
const digitOfWord: ReadonlyMap<string, number> = new Map(
  digitWords.flatMap(words => words.map((word, digit) => [joined(word), digit] as const)),
);

/** The emergency numbers in words, written as one: "hundreogtolv", "oneonetwo". */
const inOneWord: ReadonlySet<string> = new Set([
  ...emergencyInWords.map(joined),
  ...new Array(1000)
    .fill('')
    .map((_, number) => String(number))
    .filter(isEmergency)
    .flatMap(number => digitWords.map(words => joined([...number].map(digit => words[+digit]).join(' ')))),
]);
/** Of a script that writes no spaces. */
const unspaced = [...inOneWord].filter(text => /\p{Script=Thai}/u.test(text));
/** In "hundred and twelve" there are three, and one more where a language says "two and ten". */
const mostInRow = 5;

/** The digits that stand in words, a space in the place of every other word. */
const digitsIn = (words: readonly string[]): string =>
  words.map(word => digitOfWord.get(word) ?? ' ').join('');

/** Whether a text has digits in words enough for a telephone number or a postal code, one after the other. */
export const dictates = (text: string): boolean => /\d{4}/.test(digitsIn(wordsSeen(text)));

/** Whether words in a row are an emergency number. */
function spellsEmergency(words: readonly string[]): boolean {
  if (digitsIn(words).split(' ').some(isEmergency)) return true;
  const bare = words.map(word => word.replace(lineAtEnd, ''));
  return (
    unspaced.some(text => words.some(word => word.includes(text))) ||
    bare.some((_, start) =>
      bare
        .slice(start, start + mostInRow)
        .some((_, after) => inOneWord.has(bare.slice(start, start + after + 1).join(''))),
    )
  );
}

const anyOf = (words: readonly string[]): string => words.join('|') || '(?!)';
/** "Politisk" is no police. */
const policeOf = (words: readonly string[]): string => `(?:${anyOf(words)})(?<!${joined('politi')}(?=s?k))`;
const policeWords = claims.police.map(joined);
const police = policeOf(policeWords);
const isPoliceWord = new RegExp(`^${police}`);
/** The same where it may stand within a word: no short one of Latin letters. */
const anyPolice = new RegExp(
  policeOf(policeWords.filter(word => word.length > (isAscii.test(word) ? 4 : 2))),
);
/** What is of several countries is of none. */
const anyNational = new RegExp(
  `(?<!${joined('inter')}|${joined('интер')})(?:${anyOf(claims.national.map(joined))})`,
);
const anyHelpline = new RegExp(anyOf(claims.helpline.map(joined)));
const anyTrafficking = new RegExp(anyOf(claims.trafficking.map(joined)));
const smallWords: ReadonlySet<string> = new Set(claims.small.map(joined));

const nationalName = 'reads as the name of a national service or organisation: add to it, such as the place';
export const criticalName =
  'reads as the national helpline or the emergency number: no service of yours may be named so';
const isOfCountry =
  'says that it is of the whole country, as only the national services are: leave that out, and add the place';

/** The names in the other languages of the build, once. */
let inOtherLanguages: ReadonlySet<string> | undefined;
const rules = new WeakMap<Directory, NameRule>();

/** The rule by the national services of a directory, and by what they are called in all languages of the build. */
export function nameRule(directory: Directory): NameRule {
  const known = rules.get(directory);
  if (known) return known;
  const { organizations } = directory;
  const services = directory.services.filter(({ x_local }) => !x_local);
  const namesOf = ({ id, name, alternate_name }: Service) => [
    name,
    ...(alternate_name ? [alternate_name] : []),
    ...(nationalNames[id] ?? []),
  ];
  inOtherLanguages ??= new Set(Object.values(nationalNames).flat().map(joined));
  const own = new Set(
    [
      ...services.flatMap(({ name, alternate_name = '' }) => [name, alternate_name]),
      ...organizations.filter(({ x_local }) => !x_local).map(({ name }) => name),
    ]
      .filter(Boolean)
      .map(joined),
  );
  const critical = services.filter(({ x_helpline, x_emergency }) => x_helpline || x_emergency);
  const reserved = critical.flatMap(namesOf).map(reservedOf);
  // What nearly every name is told apart by, so that the others need not be compared with each.
  const longest = reserved.map(({ stems }) => [...stems].sort((one, other) => other.length - one.length)[0]);
  const anyStem = new RegExp([...new Set(longest.filter(Boolean))].join('|') || '(?!)');
  const beginnings = new Set(reserved.map(({ whole }) => whole.slice(0, 4)));
  // Whoever runs the helpline is known by it. The police, who may run the emergency number, are in every town.
  const runners = services
    .filter(({ x_helpline }) => x_helpline)
    .flatMap(({ organization_id }) => organizations.filter(({ id }) => id === organization_id))
    .map(({ name }) => joined(name))
    .concat(helplineNames.map(joined));
  // Without whose it is, what any helpline is called: "linia pomocy".
  const lineStems = critical
    .filter(({ x_helpline }) => x_helpline)
    .flatMap(namesOf)
    .map(name => wordsSeen(name).filter(word => !runners.some(runner => isAmong([word], runner))))
    .filter(words => words.length)
    .map(words => words.map(stemOf));
  const isHelpline = (seen: string) =>
    anyHelpline.test(seen) || lineStems.some(stems => stems.every(stem => seen.includes(stem)));
  const parts = [...claims.police, ...claims.helpline, ...claims.trafficking, ...claims.national]
    .flatMap(wordsSeen)
    .concat(lineStems.flat());
  const isSmall = (word: string) => smallWords.has(word) || (word.length < 4 && parts.includes(word));
  const claiming = new RegExp(
    `^(?:(?:${police}|${anyOf(parts.filter(part => part.length > 3))})s?){1,3}.{0,3}$`,
  );
  const claimsNothingElse = (words: readonly string[]) =>
    words.length > 0 && words.every(word => isSmall(word) || claiming.test(word));
  const emergencyStems = emergencyNames.map(joined);
  const numbers = critical.flatMap(({ phones }) =>
    (phones ?? []).map(({ number }) => withoutCallingCode(number.replace(/\D/g, ''))),
  );

  const rule: NameRule = name => {
    if (/\p{N}|[\u2776-\u2793]/u.test(name) && holdsCritical(name, numbers)) return criticalName;
    const words = wordsSeen(name);
    const seen = words.join('');
    if (runners.some(runner => seen.includes(runner) && (isAmong(words, runner) || isLineOf(words, runner))))
      return criticalName;
    if (emergencyStems.some(stem => seen.includes(stem)) || spellsEmergency(words)) return criticalName;
    if (
      (anyStem.test(seen) || beginnings.has(seen.slice(0, 4))) &&
      reserved.some(one => readsAs(words, seen, one))
    )
      return criticalName;
    const isPolice = anyPolice.test(seen);
    const isLine = isHelpline(seen);
    if (anyNational.test(seen) && (isPolice || isLine || anyTrafficking.test(seen))) return isOfCountry;
    const isOfPolice = isPolice || words.some(word => isPoliceWord.test(word));
    if ((isOfPolice || isLine) && claimsNothingElse(wordsSeen(withoutNumbers(name))))
      return isOfPolice ? criticalName : nationalName;
    return own.has(seen) || inOtherLanguages?.has(seen) ? nationalName : undefined;
  };
  rules.set(directory, rule);
  return rule;
}

/** Whether the digits between two letters are an emergency number or hold the helpline's. */
const holdsCritical = (name: string, numbers: readonly string[]): boolean =>
  asciiDigits(name)
    .split(/\p{L}+/u)
    // As one number, and each by itself: "24/7 - 112".
    .flatMap(piece => [piece, ...piece.split(/\s*[^\d\s-]+\s*|\s+-\s+|\s+/)])
    .some(piece => {
      const digits = piece.replace(/\D/g, '');
      return (
        isEmergency(digits) ||
        readsAsEmergency(piece) ||
        numbers.some(number => number.length >= shortest && digits.includes(number))
      );
    });
