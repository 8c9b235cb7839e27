/** Which names a page's own services may not have: those by which people would take them for a national one. */
import {
  isEmergency,
  readsAsEmergency,
  shortest,
  withoutCallingCode,
} from '../../safety/generated/country.js';
import {
  claims,
  emergencyNames,
  headings,
  helplineNames,
  nationalNames,
} from '../generated/national-names.js';
import type { Directory, Service } from '../types.js';
import { asciiDigits, isAscii, joined, remembered, withoutNumbers, wordsSeen } from './as-seen.js';
import { abroad, emergencies, figuresIn, looksLikeEmergency, spellsEmergency } from './numbers-in-words.js';

/** What is wrong with a name, or `undefined`. */
export type NameRule = (name: string) => string | undefined;

/** What is asked of names, texts and addresses. */
export interface NameRules {
  readonly faultOfName: NameRule;
  /**
   * What is wrong with the text on the button of a number: beside the name of its service it may be that of a national one
   * ("Crisis line"), and on the number of the police theirs.
   */
  faultOfLabel(label: string, name: string, number: string): string | undefined;
  /** Whether a text is what lists of helplines are called. */
  isHeading(text: string): boolean;
  /** Whether a text has the name of whoever runs the helpline as a word. */
  namesHelpline(text: string): boolean;
  /** Whether words written in one may have such a name among them, as `namesCritical` finds it: most have none. */
  mayNameCritical(seen: string): boolean;
  /** Whether it has that, the name of the helpline or what only the emergency number is called. */
  namesCritical(text: string): boolean;
  /** Whether it speaks of a helpline of the whole country, by no name. */
  namesNational(text: string): boolean;
  /** Whether it is such a name and nothing else, but for numbers and small words: as a heading over what follows. */
  isCriticalAlone(text: string): boolean;
  /** Whether it has the number of the helpline, whatever stands between the digits. */
  holdsHelpline(text: string): boolean;
  /** Whether it has the number of the helpline, or one of the emergency services by itself. */
  holdsNumber(text: string): boolean;
  /** The helpline's number, those of the emergency services and what else is dialled as it stands, each as a group. */
  readonly known: RegExp;
}

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
    // A short word has no ending: "la" is not the beginning of the name of a town.
    stems.some(
      stem =>
        word === stem ||
        (stem.length > 3 && word.startsWith(stem) && word.length <= stem.length + longestEnding),
    ),
  );

/** Whether all words of the name stand side by side, with one more among them. */
const holdsName = (words: readonly string[], { stems }: Reserved): boolean =>
  words.some((_, start) => {
    const near = words.slice(start, start + stems.length + 1);
    return stems.every(stem => near.some(word => word.startsWith(stem)));
  });

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

const anyOf = (words: readonly string[]): string => words.join('|') || '(?!)';
/** What makes a word of a name one line, house or office of that name, behind it or before it: "Rosatelefonen", "Prosjektrosa". */
const kindOfLine = `(?:${anyOf([...claims.lines, ...claims.kinds].map(joined))})`;
const line = `s?${kindOfLine}`;
const beforeName = new RegExp(`^${kindOfLine}e?s?$`);
const ofALine = new RegExp(`^${line}`);
const lineAtEnd = new RegExp(`${line}\\p{L}{0,4}$`, 'u');

const isLineOf = (words: readonly string[], name: string): boolean =>
  words.some(
    word =>
      (word.startsWith(name) && ofALine.test(word.slice(name.length))) ||
      (word.endsWith(name) && beforeName.test(word.slice(0, -name.length))),
  );

/** "Politisk" is no police. */
const policeOf = (words: readonly string[]): string => `(?:${anyOf(words)})(?<!${joined('politi')}(?=s?k))`;
const policeWords = claims.police.map(joined);
/** Nothing but such a word, however it is cut up: "P.O.L.I.T.I", "Help line". */
const wholeClaims: ReadonlySet<string> = new Set([...policeWords, ...claims.helpline.map(joined)]);
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
/** Names that have one of ours in them and are somebody else's: as they are written, since in capitals they could be ours. */
const ofOthers = new RegExp(`(?:${anyOf(claims.others)})(?!\\p{L})`, 'gu');
const headingsSeen: ReadonlySet<string> = new Set(headings.map(joined));
const smallWords: ReadonlySet<string> = new Set(claims.small.map(joined));
/** What is written in one with the word that follows it: the article in Arabic. */
const prefix = `(?:${[...claims.prefixes]
  .sort((one, other) => other.length - one.length)
  .map(joined)
  .join('|')})?`;

const startsWithPrefix = new RegExp(`^${prefix}`);
const withoutPrefix = (word: string): string => word.replace(startsWithPrefix, '');
const hasPrefixes = /[\p{Script=Arabic}\p{Script=Ethiopic}]/u;

/** Scripts in which a word does not stand alone. */
const isUnparted = /[\p{Script=Thai}\p{Script=Arabic}]/u;
const isThai = /\p{Script=Thai}/u;
/** What is shorter is a whole word: "SOS" begins too many. */
const beginning = 4;
/** Words that count where one begins with them, or anywhere where words do not stand alone. */
function beginnings(of: readonly string[]): (words: readonly string[], seen: string) => boolean {
  const stems = of.map(word => ({
    stem: joined(word),
    isAnywhere: isUnparted.test(word) || word.includes(' '),
  }));
  return (words, seen) =>
    stems.some(({ stem, isAnywhere }) =>
      isAnywhere
        ? seen.includes(stem)
        : words.some(word => (stem.length < beginning ? word === stem : word.startsWith(stem))),
    );
}
const hasUrgency = beginnings(claims.emergency);
const hasLine = beginnings(claims.lines);
const notWords = claims.not.map(joined);
/** Whether words say that something is urgent, and not that it is not. */
const isUrgent = (words: readonly string[], seen: string): boolean =>
  hasUrgency(words, seen) &&
  !notWords.some(not => (isUnparted.test(not) ? seen.includes(not) : words.includes(not)));

/** What follows the name of a national organisation that has a line: "NAVs telefon". */
const lineOnly = new RegExp(`^s?(?:${anyOf(claims.lines.map(joined))})\\p{L}{0,4}$`, 'u');

const nationalName = 'reads as the name of a national service or organisation: add to it, such as the place';
export const criticalName =
  'reads as the national helpline or the emergency number: no service of yours may be named so';
export const isOfCountry =
  'says that it is of the whole country, as only the national services are: leave that out, and add the place';

/** What may stand between two digits of one number. */
const gap = '[^\\p{L}\\p{N}]{0,3}';
/** Numbers that nobody can have for themselves, the same in all of Europe: 116 117. */
const socialValue = ['1', '1', '6', '\\d', '\\d', '\\d'];

/** The names in the other languages of the build, once. */
let inOtherLanguages: ReadonlySet<string> | undefined;
/** By the services, which newer facts replace where the directory stays. */
const rules = new WeakMap<Directory['services'], NameRules>();

/** The rules by the national services of a directory, and by what they are called in all languages of the build. */
export function nameRules(directory: Directory): NameRules {
  const before = rules.get(directory.services);
  if (before) return before;
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
      .concat(claims.organizations)
      .filter(Boolean)
      .map(joined),
  );
  const ownNames = [...own];
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
  const parts = [...[claims.police, claims.helpline, claims.national], ...[claims.emergency, claims.calls]]
    .flat()
    .flatMap(wordsSeen)
    // Of phrases in which small words stand, of which one looks like the name of a town.
    .concat(claims.trafficking.flatMap(wordsSeen).filter(word => word.length > 2))
    .concat(lineStems.flat());
  const isSmall = (word: string) => smallWords.has(word) || (word.length < 4 && parts.includes(word));
  const claiming = new RegExp(
    `^${prefix}(?:(?:${police}|${anyOf(parts.filter(part => part.length > 3))})s?){1,3}.{0,3}$`,
  );
  const claimsNothingElse = (words: readonly string[]) =>
    words.length > 0 && words.every(word => isSmall(word) || claiming.test(word));
  const emergencyStems = emergencyNames.map(joined);
  const numbersOf = (some: readonly Service[]) =>
    some.flatMap(({ phones }) =>
      (phones ?? []).map(({ number }) => withoutCallingCode(number.replace(/\D/g, ''))),
    );
  const numbers = numbersOf(critical);
  const helplines = numbers.filter(number => number.length >= shortest);
  const codes = numbersOf(services).filter(number => number.length < shortest);
  const known = new RegExp(
    `(${[
      ...helplines.map(number => [...number].join(gap)),
      `(?<!\\d)(?:${[...emergencies, ...[...codes.map(code => [...code]), socialValue].map(code => code.join(gap))].join('|')})(?!\\d)`,
    ].join('|')})`,
    'u',
  );

  const holdsNumber = (text: string) => /\p{N}|[\u2776-\u2793]/u.test(text) && holdsCritical(text, numbers);
  const hasRunner = (words: readonly string[], seen: string) =>
    runners.some(
      runner =>
        seen.includes(runner) &&
        (isThai.test(runner) ||
          isAmong(words, runner) ||
          isLineOf(words, runner) ||
          (hasPrefixes.test(runner) && isAmong(words.map(withoutPrefix), runner))),
    );
  const isRunner = (text: string, words: readonly string[], seen: string): boolean => {
    if (!hasRunner(words, seen)) return false;
    const rest = text.replace(ofOthers, ' ');
    return rest === text || isRunner(rest, wordsSeen(rest), joined(rest));
  };
  const isEmergencyName = (seen: string) => emergencyStems.some(stem => seen.includes(stem));

  const mayNameCritical = (seen: string) =>
    runners.some(runner => seen.includes(runner)) ||
    isEmergencyName(seen) ||
    anyStem.test(seen) ||
    (isHelpline(seen) && (anyTrafficking.test(seen) || anyNational.test(seen)));

  const holdsHelpline = (text: string) => {
    const bare = text.replace(/[^\p{L}\p{N}]/gu, '');
    return helplines.some(number => bare.includes(number));
  };

  const faultOfName: NameRule = name => {
    const figures = figuresIn(name);
    if (holdsNumber(name) || holdsHelpline(figures)) return criticalName;
    const words = wordsSeen(name);
    const seen = words.join('');
    if (
      isRunner(name, words, seen) ||
      isEmergencyName(seen) ||
      looksLikeEmergency(figures) ||
      spellsEmergency(
        words,
        words.map(word => word.replace(lineAtEnd, '')),
      )
    )
      return criticalName;
    if (
      (anyStem.test(seen) || beginnings.has(seen.slice(0, 4))) &&
      reserved.some(one => readsAs(words, seen, one))
    )
      return criticalName;
    const isPolice = anyPolice.test(seen);
    const isLine = isHelpline(seen);
    if (anyNational.test(seen)) {
      if (isPolice || isLine || anyTrafficking.test(seen)) return isOfCountry;
      // The name of a national organisation, and the country.
      const others = words.filter(word => !anyNational.test(word));
      if (others.length < words.length && own.has(others.join(''))) return isOfCountry;
    }
    // The helpline has no other name in most languages: whose it is stands nowhere.
    if (anyTrafficking.test(seen) && (isLine || hasLine(words, seen))) return criticalName;
    const bare = /\p{N}/u.test(name) ? wordsSeen(withoutNumbers(name)) : words;
    // The emergency numbers of films, which are none of ours.
    if (abroad.test(asciiDigits(name).replace(/\D/g, '')) && bare.every(word => claimsNothingElse([word])))
      return criticalName;
    const isOfPolice = isPolice || words.some(word => isPoliceWord.test(word));
    if (isUrgent(words, seen)) {
      const own = name.replace(ofOthers, ' ');
      const left = own === name ? bare : wordsSeen(withoutNumbers(own));
      if (isUrgent(left, left.join('')) && (isOfPolice || claimsNothingElse(left))) return criticalName;
    }
    if ((isOfPolice || isLine) && (claimsNothingElse(bare) || wholeClaims.has(bare.join(''))))
      return isOfPolice ? criticalName : nationalName;
    const isOwn =
      own.has(seen) ||
      inOtherLanguages?.has(seen) ||
      ownNames.some(one => seen.startsWith(one) && lineOnly.test(seen.slice(one.length)));
    return isOwn ? nationalName : undefined;
  };
  // Numbers that the police have beside that for emergencies.
  const ofPolice = numbersOf(
    services.filter(
      service =>
        !critical.includes(service) &&
        namesOf(service).some(name => wordsSeen(name).some(word => isPoliceWord.test(word))),
    ),
  );
  const policeNames = new Set(policeWords);
  const judgeName = remembered(faultOfName);
  const made: NameRules = {
    faultOfName: judgeName,
    faultOfLabel(label, name, number) {
      const fault = judgeName(label);
      if (fault === nationalName) return judgeName(`${name} ${label}`);
      const isTheirs =
        fault === criticalName &&
        ofPolice.includes(withoutCallingCode(number.replace(/\D/g, ''))) &&
        wordsSeen(label).every(word => policeNames.has(word) || smallWords.has(word));
      return isTheirs ? undefined : fault;
    },
    isHeading: text => headingsSeen.has(joined(text)),
    namesHelpline(text) {
      const words = wordsSeen(text);
      return isRunner(text, words, words.join(''));
    },
    mayNameCritical,
    namesCritical(text) {
      const words = wordsSeen(text);
      const seen = words.join('');
      return (
        isRunner(text, words, seen) ||
        isEmergencyName(seen) ||
        (anyStem.test(seen) && reserved.some(one => holdsName(words, one))) ||
        (isHelpline(seen) && anyTrafficking.test(seen))
      );
    },
    namesNational(text) {
      const seen = joined(text);
      return isHelpline(seen) && anyNational.test(seen);
    },
    isCriticalAlone(text) {
      const words = wordsSeen(withoutNumbers(text));
      const alone = words.filter(word => !smallWords.has(word)).join('');
      return (
        runners.includes(alone) ||
        emergencyStems.includes(alone) ||
        reserved.some(({ whole }) => whole === words.join('') || whole === alone)
      );
    },
    holdsHelpline,
    holdsNumber,
    known,
  };
  rules.set(directory.services, made);
  return made;
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
