/** The names that a host page's own services may not have, since people would take them for a national service. */
import {
  isEmergency,
  readsAsEmergency,
  shortest,
  withoutCallingCode,
} from '../../safety/generated/country.js';
import { isCriticalService } from '../critical.js';
import {
  claims,
  emergencyNames,
  headings,
  helplineNames,
  nationalNames,
} from '../generated/national-names.js';
import type { Directory, Service } from '../types.js';
import {
  anyOf,
  asciiDigits,
  hasPrefixes,
  isAscii,
  isThai,
  joined,
  remembered,
  withoutNumbers,
  wordsSeen,
} from './as-seen.js';
import { abroad, emergencies, figuresIn, looksLikeEmergency, spellsEmergency } from './numbers-in-words.js';

/** Returns what is wrong with a name, or `undefined`. */
export type NameRule = (name: string) => string | undefined;

/** Checks of names, texts and addresses. */
export interface NameRules {
  readonly faultOfName: NameRule;
  /**
   * What is wrong with the label on the button of a number. It may be a word for a helpline ("Crisis line") if that is
   * allowed together with the name of its own service. A national name has to be in the name of its service, as that of
   * its office in a town, or on a national number; one of the police, on a number of the police.
   */
  faultOfLabel(label: string, name: string, number: string): string | undefined;
  /** Whether a text is a usual heading for a list of helplines. */
  isHeading(text: string): boolean;
  /** Whether a text contains the name of the organisation that runs the helpline, as a word. */
  namesHelpline(text: string): boolean;
  /** A quick check of joined words for a name that `namesCritical` may find: most texts have none. */
  mayNameCritical(seen: string): boolean;
  /** Whether a text contains such a name, the name of the helpline, or one that only the emergency number has. */
  namesCritical(text: string): boolean;
  /** Whether a text speaks of a helpline for the whole country without a name. */
  namesNational(text: string): boolean;
  /** Whether a text is only such a name, apart from numbers and small words, like a heading for the text after it. */
  isCriticalAlone(text: string): boolean;
  /**
   * Whether a text contains the number of the helpline, with any characters but letters and digits between the digits.
   */
  holdsHelpline(text: string): boolean;
  /** Whether a text contains the number of the helpline, or a separate number of the emergency services. */
  holdsNumber(text: string): boolean;
  /** Matches, as a group, a number of a national service, and other short numbers. */
  readonly known: RegExp;
  /** The same for the numbers of the emergency services only, and for those and the numbers of the police. */
  readonly urgent: RegExp;
  readonly ofPolice: RegExp;
}

/** The part of a word that is left without its grammatical endings. */
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

/** In letters: one more than `stemOf` removes. */
const longestEnding = 4;

/** Whether adjacent words, joined, are a name or a name and one more letter: finds names in single letters too. */
function isAmong(words: readonly string[], name: string): boolean {
  for (let start = 0; start < words.length; start++) {
    let text = '';
    for (let at = start; at < words.length && text.length < name.length; at++) text += words[at];
    if (text.startsWith(name) && text.length <= name.length + 1) return true;
  }
  return false;
}

/** Words such as "line", "house" or "project" that form a compound with a name, after it or before it. */
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

const notPolice = `(?!${anyOf(claims.not_police.map(joined))})`;
/** "Politisk" (political) and "poliklinikk" (a clinic) do not name the police. */
const policeOf = (words: readonly string[]): string =>
  `${notPolice}(?:${anyOf(words)})(?<!${joined('politi')}(?=s?k))`;
const policeWords = claims.police.map(joined);
/** Such a word alone, also with dots or spaces in it: "P.O.L.I.T.I", "Help line". */
const wholeClaims: ReadonlySet<string> = new Set([...policeWords, ...claims.helpline.map(joined)]);
const police = policeOf(policeWords);
const isPoliceWord = new RegExp(`^${police}`);
/** The same within a longer word: without short words in Latin letters, which are part of too many others. */
export const anyPolice = new RegExp(
  policeOf(policeWords.filter(word => word.length > (isAscii.test(word) ? 4 : 2))),
);
/** Words such as "international" do not claim to be of the country. */
export const anyNational = new RegExp(
  `(?<!${joined('inter')}|${joined('интер')})(?:${anyOf(claims.national.map(joined))})`,
);
export const anyHelpline = new RegExp(anyOf(claims.helpline.map(joined)));
const anyTrafficking = new RegExp(anyOf(claims.trafficking.map(joined)));
const ofHelpline = [anyNational, anyHelpline, anyTrafficking];
/** Other names that contain one of ours. Their case has to fit, since in capitals they could be taken for ours. */
const ofOthers = new RegExp(`(?:${anyOf(claims.others)})(?!\\p{L})`, 'gu');
const headingsSeen: ReadonlySet<string> = new Set(headings.map(joined));
export const smallWords: ReadonlySet<string> = new Set(claims.small.map(joined));
/** Prefixes that are written together with the next word, such as the Arabic article. */
const prefix = `(?:${[...claims.prefixes]
  .sort((one, other) => other.length - one.length)
  .map(joined)
  .join('|')})?`;

/** Scripts in which words are written together. */
const isUnparted = /[\p{Script=Thai}\p{Script=Arabic}]/u;
/** The police at the end of joined words: no longer word, such as a police station in a town. */
const policeAtEnd = new RegExp(`^${prefix}(?:${police})\\p{L}{0,4}$`, 'u');
/** Anywhere in a script without spaces. */
export const policeInThai = new RegExp(anyOf(claims.police.filter(word => isThai.test(word)).map(joined)));
const policeBehind = new RegExp(`(?:${anyOf(policeWords.filter(word => isUnparted.test(word)))})$`);

/** Whether the last word of a text, or the last two, are the police. */
export const endsInPolice = remembered((text: string): boolean => {
  const words = wordsSeen(text);
  return [1, 2].some(width => {
    const seen = words.slice(-width).join('');
    return policeAtEnd.test(seen) || policeBehind.test(seen);
  });
});

const startsWithPrefix = new RegExp(`^${prefix}`);
const withoutPrefix = (word: string): string => word.replace(startsWithPrefix, '');

/** Shorter words have to match a whole word: too many words begin with "SOS". */
const beginning = 4;
/** Looks for words that begin with one of these; in scripts that join words, it looks anywhere in the text. */
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
/** Whether a word is one for a telephone line, or for a house, an office or a service. */
export const isLine = (word: string): boolean => lineInIt.test(joined(word));
const anyKind = new RegExp(anyOf(claims.kinds.map(joined)));
export const isKind = (word: string): boolean => anyKind.test(joined(word));
/** Whether a word is one for the police, an ambulance or an emergency. */
export const isOfEmergency = (word: string): boolean => isPoliceWord.test(word) || hasUrgency([word], word);
const notWords = claims.not.map(joined);
/** Whether words say that something is urgent, without a "not". */
const isUrgent = (words: readonly string[], seen: string): boolean =>
  hasUrgency(words, seen) &&
  !notWords.some(not => (isUnparted.test(not) ? seen.includes(not) : words.includes(not)));

/** A word for a telephone line, also at the end of a longer word. */
const lineInIt = new RegExp(`(?:${anyOf(claims.lines.map(joined))})\\p{L}{0,4}$`, 'u');
/** The same without short words such as "line", with which many names end: "Caroline". */
const longLineInIt = new RegExp(
  `(?:${anyOf(claims.lines.map(joined).filter(word => word.length > 6))})\\p{L}{0,4}$`,
  'u',
);
/** The word for a line after the name of a national organisation: "NAVs telefon". */
const lineOnly = new RegExp(`^s?(?:${anyOf(claims.lines.map(joined))})\\p{L}{0,4}$`, 'u');

export const nationalName =
  'reads as the name of a national service or organisation: add to it, such as the place';
export const criticalName =
  'reads as the national helpline or the emergency number: no service of yours may be named so';
export const isOfCountry =
  'says that it is of the whole country, as only the national services are: leave that out, and add the place';

export const ofTwoScripts =
  'has letters of two scripts, or a sign, within one word: write each word in one script';

/** Not scripts that join words, or write a Latin name together with what is beside it. */
const foreign = `(?!\\p{Lm}|[\\p{sc=Latn}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Arab}\\p{sc=Ethi}\\p{sc=Hani}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Hebr}])\\p{L}`;
const latin = '\\p{sc=Latn}[\\p{M}\\p{DI}]*';
/** Signs that people write between two words without a space ("Mor+barn"), apostrophes that are accents, and arrows. */
const joining = '[+<=>`|~\\xa8\\xae\\xb4\\xb8\\u2190-\\u21ff]';
/** A word that mixes Latin letters with others, or with a sign inside: nobody writes so but who poses as another. */
const mixed = new RegExp(
  `${latin}${foreign}|${foreign}[\\p{M}\\p{DI}]*\\p{sc=Latn}|\\p{L}[\\p{M}\\p{DI}]*(?!${joining})\\p{S}[\\p{M}\\p{DI}]*\\p{L}`,
  'u',
);

const emergencyStems = emergencyNames.map(joined);
/** Whether a text holds a name that only the emergency number has. */
export const holdsEmergencyName = (text: string): boolean => {
  const seen = joined(text);
  return emergencyStems.some(stem => seen.includes(stem));
};

/** School years and ages, which are no number: "1.–10. trinn", "skole (1–10)". */
const range = '\\d{1,2}\\.?\\s?\\p{Pd}\\s?\\d{1,2}\\.?(?![\\d\\p{Pd}])';
const ranges = new RegExp(
  `(?<![\\d\\p{Pd}])${range}(?=\\s?(?:${anyOf(claims.years)}))|(?<=(?<!\\p{L})(?:${anyOf(claims.schools)})\\.? \\(?)${range}`,
  'giu',
);

export const withoutRanges = (text: string): string => text.replace(ranges, ' ');

/** The characters that may be between two digits of one number. */
const gap = '[^\\p{L}\\p{N}]{0,3}';
/** Numbers that have the same use in all of Europe, and no single service can own: 116 117. */
const socialValue = ['1', '1', '6', '\\d', '\\d', '\\d'];

/** The names of the national services in the other languages of the build; made once. */
let inOtherLanguages: ReadonlySet<string> | undefined;
/** By the list of services: newer facts replace that list within the same directory. */
const rules = new WeakMap<Directory['services'], NameRules>();

/** The rules for the national services of a directory, with their names in all languages of the build. */
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
  const critical = services.filter(isCriticalService);
  const reserved = critical.flatMap(namesOf).map(reservedOf);
  // The longest stem of each reserved name: a quick check, since most names contain none of them.
  const longest = reserved.map(
    ({ stems }) => [...stems].sort((one, other) => other.length - one.length)[0] ?? '',
  );
  const anyStem = new RegExp(anyOf([...new Set(longest.filter(Boolean))]));
  const firstLetters = new Set(reserved.map(({ whole }) => whole.slice(0, 4)));
  // Only the organisation that runs the helpline: the police may run the emergency number, but are in every town too.
  const runners = services
    .filter(({ x_helpline }) => x_helpline)
    .flatMap(({ organization_id }) => organizations.filter(({ id }) => id === organization_id))
    .map(({ name }) => joined(name))
    .concat(helplineNames.map(joined));
  // The names of the helpline without the name of its organisation, such as "linia pomocy", which fit any helpline.
  const lineStems = critical
    .filter(({ x_helpline }) => x_helpline)
    .flatMap(namesOf)
    .map(name => wordsSeen(name).filter(word => !runners.some(runner => isAmong([word], runner))))
    .filter(words => words.length)
    .map(words => words.map(stemOf));
  const isHelpline = (seen: string) =>
    anyHelpline.test(seen) || lineStems.some(stems => stems.every(stem => seen.includes(stem)));
  const parts = [claims.police, claims.helpline, claims.national, claims.emergency, claims.calls]
    .flat()
    .flatMap(wordsSeen)
    // Without the small words in phrases: one of them looks like the name of a town.
    .concat(claims.trafficking.flatMap(wordsSeen).filter(word => word.length > 2))
    .concat(lineStems.flat());
  const isSmall = (word: string) => smallWords.has(word) || (word.length < 4 && parts.includes(word));
  const claiming = new RegExp(
    `^${prefix}(?:(?:${police}|${anyOf(parts.filter(part => part.length > 3))})s?){1,3}.{0,3}$`,
  );
  const claimsNothingElse = (words: readonly string[]) =>
    words.length > 0 && words.every(word => isSmall(word) || claiming.test(word));
  const numbersOf = (some: readonly Service[]) =>
    some.flatMap(({ phones }) =>
      (phones ?? []).map(({ number }) => withoutCallingCode(number.replace(/\D/g, ''))),
    );
  const numbers = numbersOf(critical);
  const helplines = numbers.filter(number => number.length >= shortest);
  const whole = numbersOf(services).filter(number => number.length >= shortest);
  const codes = numbersOf(services).filter(number => number.length < shortest);
  /** Numbers of the police other than the emergency number. */
  const ofPolice = numbersOf(
    services.filter(
      service =>
        !critical.includes(service) &&
        namesOf(service).some(name => wordsSeen(name).some(word => isPoliceWord.test(word))),
    ),
  );
  const anyNumber = (long: readonly string[], short: readonly (readonly string[])[]) => {
    const separate = [...emergencies, ...short.map(code => code.join(gap))].join('|');
    return new RegExp(
      `(${[...long.map(number => [...number].join(gap)), `(?<!\\d)(?:${separate})(?!\\d)`].join('|')})`,
      'u',
    );
  };
  const known = anyNumber(whole, [...codes.map(code => [...code]), socialValue]);
  const urgent = anyNumber([], []);
  const anyOfPolice = anyNumber(
    ofPolice.filter(number => number.length >= shortest),
    ofPolice.filter(number => number.length < shortest).map(code => [...code]),
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

  /** Whether joined words are the name of a national service or organisation, or of its telephone. */
  const isOwn = (seen: string) =>
    own.has(seen) ||
    inOtherLanguages?.has(seen) ||
    ownNames.some(one => seen.startsWith(one) && lineOnly.test(seen.slice(one.length)));

  const faultOfName: NameRule = given => {
    const name = withoutRanges(given);
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
      (anyStem.test(seen) || firstLetters.has(seen.slice(0, 4))) &&
      reserved.some(one => readsAs(words, seen, one))
    )
      return criticalName;
    const isPolice = anyPolice.test(seen);
    const isLine = isHelpline(seen);
    if (anyNational.test(seen)) {
      if (words.some(word => lineInIt.test(word)) && claimsNothingElse(words)) return criticalName;
      if (isPolice || isLine || anyTrafficking.test(seen)) return isOfCountry;
      // The name of a national organisation together with a word for the country.
      const others = words.filter(word => !anyNational.test(word));
      if (others.length < words.length && own.has(others.join(''))) return isOfCountry;
    }
    // In most languages the helpline has only such a descriptive name, without the name of its organisation.
    if (
      anyTrafficking.test(seen) &&
      (isLine || hasLine(words, seen) || words.some(word => longLineInIt.test(word)))
    )
      return criticalName;
    const bare = /\p{N}/u.test(name) ? wordsSeen(withoutNumbers(name)) : words;
    // Emergency numbers of other countries, which people know from films.
    if (abroad.test(asciiDigits(name).replace(/\D/g, '')) && bare.every(word => claimsNothingElse([word])))
      return criticalName;
    const isOfPolice = isPolice || words.some(word => isPoliceWord.test(word));
    if (isUrgent(words, seen)) {
      const rest = name.replace(ofOthers, ' ');
      const left = rest === name ? bare : wordsSeen(withoutNumbers(rest));
      if (isUrgent(left, left.join('')) && (isOfPolice || claimsNothingElse(left))) return criticalName;
    }
    if ((isOfPolice || isLine) && (claimsNothingElse(bare) || wholeClaims.has(bare.join(''))))
      return isOfPolice ? criticalName : nationalName;
    if (isOwn(seen)) return nationalName;
    return mixed.test(given) ? ofTwoScripts : undefined;
  };
  const ofNational = new Set(numbersOf(services));
  const policeNames = new Set(policeWords);
  const judgeName = remembered(faultOfName);
  const made: NameRules = {
    faultOfName: judgeName,
    faultOfLabel(label, name, number) {
      const fault = judgeName(label);
      const digits = withoutCallingCode(number.replace(/\D/g, ''));
      if (fault === nationalName) {
        const seen = joined(label);
        const isOther = isOwn(seen) && !ofNational.has(digits) && !joined(name).includes(seen);
        return isOther ? fault : judgeName(`${name} ${label}`);
      }
      const isTheirs =
        fault === criticalName &&
        ofPolice.includes(digits) &&
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
        runners.some(
          one => alone === one || (alone.startsWith(one) && lineOnly.test(alone.slice(one.length))),
        ) ||
        emergencyStems.includes(alone) ||
        reserved.some(({ whole }) => whole === words.join('') || whole === alone) ||
        (anyNational.test(alone) &&
          anyHelpline.test(alone) &&
          words.every(word => smallWords.has(word) || ofHelpline.some(claim => claim.test(word))))
      );
    },
    holdsHelpline,
    holdsNumber,
    known,
    urgent,
    ofPolice: anyOfPolice,
  };
  rules.set(directory.services, made);
  return made;
}

/** Whether digits without letters between them are an emergency number, or contain the helpline's. */
const holdsCritical = (name: string, numbers: readonly string[]): boolean =>
  asciiDigits(name)
    .split(/\p{L}+/u)
    // As one number, and also each number separately: "24/7 - 112".
    .flatMap(piece => [piece, ...piece.split(/\s*[^\d\s-]+\s*|\s+-\s+|\s+/)])
    .some(piece => {
      const digits = piece.replace(/\D/g, '');
      return (
        isEmergency(digits) ||
        readsAsEmergency(piece) ||
        numbers.some(number => number.length >= shortest && digits.includes(number))
      );
    });
