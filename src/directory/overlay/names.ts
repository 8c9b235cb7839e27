/** The names that a host page's own services may not have, since people would take them for a national service. */
import { withoutCallingCode } from '../../safety/generated/country.js';
import { isCriticalService } from '../critical.js';
import { claims, headings, helplineNames, nationalNames } from '../generated/national-names.js';
import type { Directory, Organization, Service } from '../types.js';
import {
  anyOf,
  asciiDigits,
  hasPrefixes,
  isThai,
  joined,
  remembered,
  withoutNumbers,
  wordsSeen,
} from './as-seen.js';
import {
  anyHelpline,
  anyNational,
  anyPolice,
  anyTrafficking,
  emergencyStems,
  hasLine,
  isEmergencyName,
  isLineOf,
  isPoliceWord,
  isUrgent,
  lineInIt,
  lineOnly,
  longLineInIt,
  police,
  policeWords,
  prefix,
  smallWords,
  withoutLine,
  withoutOtherNames,
  withoutPrefix,
  withoutRanges,
} from './claimed-words.js';
import { type NumberRules, numberRules, numbersOf } from './national-numbers.js';
import { abroad, figuresIn, looksLikeEmergency, spellsEmergency } from './numbers-in-words.js';
import { isAmong, reservedNames, stemOf } from './reserved-names.js';

/** Returns what is wrong with a name, or `undefined`. */
export type NameRule = (name: string) => string | undefined;

/** Checks of names, texts and addresses. */
export interface NameRules extends NumberRules {
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
}

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

const headingsSeen: ReadonlySet<string> = new Set(headings.map(joined));
const ofHelpline = [anyNational, anyHelpline, anyTrafficking];
const policeNames: ReadonlySet<string> = new Set(policeWords);
/** A word for the police or a helpline alone, also with dots or spaces in it: "P.O.L.I.T.I", "Help line". */
const wholeClaims: ReadonlySet<string> = new Set([...policeWords, ...claims.helpline.map(joined)]);

/** The names of a national service, in all languages of the build. */
const namesOf = ({ id, name, alternate_name }: Service): string[] => [
  name,
  ...(alternate_name ? [alternate_name] : []),
  ...(nationalNames[id] ?? []),
];

/** The names of the national services and organisations in the language of the directory, joined. */
const ownNamesOf = (
  services: readonly Service[],
  organizations: readonly Organization[],
): ReadonlySet<string> =>
  new Set(
    [
      ...services.flatMap(({ name, alternate_name = '' }) => [name, alternate_name]),
      ...organizations.map(({ name }) => name),
    ]
      .concat(claims.organizations)
      .filter(Boolean)
      .map(joined),
  );

/**
 * The joined names of the organisation that runs the helpline. Not of the one that runs the emergency number: that may be
 * the police, who are in every town too.
 */
const runnersOf = (helplines: readonly Service[], organizations: readonly Organization[]): string[] =>
  helplines
    .flatMap(({ organization_id }) => organizations.filter(({ id }) => id === organization_id))
    .map(({ name }) => joined(name))
    .concat(helplineNames.map(joined));

/** Makes a function that says whether a text names one of these organisations, as a word. */
function runnerRule(runners: readonly string[]) {
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
    const rest = withoutOtherNames(text);
    return rest === text || isRunner(rest, wordsSeen(rest), joined(rest));
  };
  return isRunner;
}

/**
 * The names of the helpline as lists of stems, without the name of its organisation: such as "linia pomocy", which fits
 * any helpline.
 */
const lineNamesOf = (helplines: readonly Service[], runners: readonly string[]): string[][] =>
  helplines
    .flatMap(namesOf)
    .map(name => wordsSeen(name).filter(word => !runners.some(runner => isAmong([word], runner))))
    .filter(words => words.length)
    .map(words => words.map(stemOf));

/** Makes a function that says whether words only claim to be of a national service, and name nothing else. */
function claimRule(lineNames: readonly (readonly string[])[]): (words: readonly string[]) => boolean {
  const parts = [claims.police, claims.helpline, claims.national, claims.emergency, claims.calls]
    .flat()
    .flatMap(wordsSeen)
    // Without the small words in phrases: one of them looks like the name of a town.
    .concat(claims.trafficking.flatMap(wordsSeen).filter(word => word.length > 2))
    .concat(lineNames.flat());
  const isSmall = (word: string) => smallWords.has(word) || (word.length < 4 && parts.includes(word));
  const claiming = new RegExp(
    `^${prefix}(?:(?:${police}|${anyOf(parts.filter(part => part.length > 3))})s?){1,3}.{0,3}$`,
  );
  return words => words.length > 0 && words.every(word => isSmall(word) || claiming.test(word));
}

/** The names of the national services in the other languages of the build; made once. */
let inOtherLanguages: ReadonlySet<string> | undefined;
/** By the list of services: newer facts replace that list within the same directory. */
const known = new WeakMap<Directory['services'], NameRules>();

/** The rules for the national services of a directory, with their names in all languages of the build. */
export function nameRules(directory: Directory): NameRules {
  const rules = known.get(directory.services) ?? rulesFor(directory);
  known.set(directory.services, rules);
  return rules;
}

function rulesFor({ services: all, organizations }: Directory): NameRules {
  const services = all.filter(({ x_local }) => !x_local);
  const critical = services.filter(isCriticalService);
  const helplines = services.filter(({ x_helpline }) => x_helpline);
  const ofPolice = services.filter(
    service =>
      !critical.includes(service) &&
      namesOf(service).some(name => wordsSeen(name).some(word => isPoliceWord.test(word))),
  );
  const numbers = numberRules(services, ofPolice);
  const numbersOfPolice = numbersOf(ofPolice);
  const nationalNumbers = new Set(numbersOf(services));
  const own = ownNamesOf(
    services,
    organizations.filter(({ x_local }) => !x_local),
  );
  const ownNames = [...own];
  inOtherLanguages ??= new Set(Object.values(nationalNames).flat().map(joined));
  const reserved = reservedNames(critical.flatMap(namesOf));
  const runners = runnersOf(helplines, organizations);
  const isRunner = runnerRule(runners);
  const lineNames = lineNamesOf(helplines, runners);
  const onlyClaims = claimRule(lineNames);

  const isHelpline = (seen: string) =>
    anyHelpline.test(seen) || lineNames.some(stems => stems.every(stem => seen.includes(stem)));
  /** Whether joined words are the name of a national service or organisation, or of its telephone. */
  const isOwn = (seen: string) =>
    own.has(seen) ||
    inOtherLanguages?.has(seen) ||
    ownNames.some(one => seen.startsWith(one) && lineOnly.test(seen.slice(one.length)));

  /** What is wrong with words that claim to be of the whole country. */
  const faultOfNational = (words: readonly string[], seen: string): string | undefined => {
    if (words.some(word => lineInIt.test(word)) && onlyClaims(words)) return criticalName;
    if (anyPolice.test(seen) || isHelpline(seen) || anyTrafficking.test(seen)) return isOfCountry;
    // The name of a national organisation together with a word for the country.
    const others = words.filter(word => !anyNational.test(word));
    return others.length < words.length && own.has(others.join('')) ? isOfCountry : undefined;
  };

  const faultOfName: NameRule = given => {
    const name = withoutRanges(given);
    const figures = figuresIn(name);
    if (numbers.holdsNumber(name) || numbers.holdsHelpline(figures)) return criticalName;
    const words = wordsSeen(name);
    const seen = words.join('');
    if (
      isRunner(name, words, seen) ||
      isEmergencyName(seen) ||
      looksLikeEmergency(figures) ||
      spellsEmergency(words, words.map(withoutLine)) ||
      reserved.readAs(words, seen)
    )
      return criticalName;
    const fault = anyNational.test(seen) ? faultOfNational(words, seen) : undefined;
    if (fault) return fault;
    const isLine = isHelpline(seen);
    // In most languages the helpline has only such a descriptive name, without the name of its organisation.
    if (
      anyTrafficking.test(seen) &&
      (isLine || hasLine(words, seen) || words.some(word => longLineInIt.test(word)))
    )
      return criticalName;
    const bare = /\p{N}/u.test(name) ? wordsSeen(withoutNumbers(name)) : words;
    // Emergency numbers of other countries, which people know from films.
    if (abroad.test(asciiDigits(name).replace(/\D/g, '')) && bare.every(word => onlyClaims([word])))
      return criticalName;
    const isPolice = anyPolice.test(seen) || words.some(word => isPoliceWord.test(word));
    if (isUrgent(words, seen)) {
      const rest = withoutOtherNames(name);
      const left = rest === name ? bare : wordsSeen(withoutNumbers(rest));
      if (isUrgent(left, left.join('')) && (isPolice || onlyClaims(left))) return criticalName;
    }
    if ((isPolice || isLine) && (onlyClaims(bare) || wholeClaims.has(bare.join(''))))
      return isPolice ? criticalName : nationalName;
    if (isOwn(seen)) return nationalName;
    return mixed.test(given) ? ofTwoScripts : undefined;
  };
  const judgeName = remembered(faultOfName);

  return {
    ...numbers,
    faultOfName: judgeName,
    faultOfLabel(label, name, number) {
      const fault = judgeName(label);
      const digits = withoutCallingCode(number.replace(/\D/g, ''));
      if (fault === nationalName) {
        const seen = joined(label);
        const isOther = isOwn(seen) && !nationalNumbers.has(digits) && !joined(name).includes(seen);
        return isOther ? fault : judgeName(`${name} ${label}`);
      }
      const isTheirs =
        fault === criticalName &&
        numbersOfPolice.includes(digits) &&
        wordsSeen(label).every(word => policeNames.has(word) || smallWords.has(word));
      return isTheirs ? undefined : fault;
    },
    isHeading: text => headingsSeen.has(joined(text)),
    namesHelpline(text) {
      const words = wordsSeen(text);
      return isRunner(text, words, words.join(''));
    },
    mayNameCritical: seen =>
      runners.some(runner => seen.includes(runner)) ||
      isEmergencyName(seen) ||
      reserved.mayBeIn(seen) ||
      (isHelpline(seen) && (anyTrafficking.test(seen) || anyNational.test(seen))),
    namesCritical(text) {
      const words = wordsSeen(text);
      const seen = words.join('');
      return (
        isRunner(text, words, seen) ||
        isEmergencyName(seen) ||
        reserved.areIn(words, seen) ||
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
        reserved.has(words.join('')) ||
        reserved.has(alone) ||
        (anyNational.test(alone) &&
          anyHelpline.test(alone) &&
          words.every(word => smallWords.has(word) || ofHelpline.some(claim => claim.test(word))))
      );
    },
  };
}
