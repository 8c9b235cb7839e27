/**
 * Phone numbers in a text that are written in digits: what they dial, which are other numbers than the national ones,
 * and codes that change how a phone works.
 */
import {
  callingCode,
  isDialled,
  shortest,
  withCallingCode,
  withoutCallingCode,
} from '../../safety/generated/country.js';
import { claims } from '../generated/national-names.js';
import { anyOf, plainer, remembered } from './as-seen.js';
import { withoutRanges } from './claimed-words.js';
import type { NameRules } from './names.js';
import { abroad, dictates, emergencies, figuresIn, figuresInSentence } from './numbers-in-words.js';

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:19|20)\\d\\d';
const time = '(?:[01]?\\d|2[0-4])[.:][0-5]\\d';

/** Digits that are no phone number: dates, spans of years, opening hours. Each part has to be possible. */
export const noNumbers = new RegExp(
  `(?<!\\d)(?:${[
    `${year}[-/]${month}[-/]${day}`,
    `${day}[./-]\\s?${month}[./-]\\s?${year}`,
    `(?:19|20[0-3])\\d\\s?[-/]\\s?20[0-3]\\d`,
    `${time}\\s?-\\s?${time}`,
    // "11.3. and 1.12."
    `${day}\\.\\s?${month}\\.(?!\\s?\\d)`,
    '24\\s?/\\s?7',
  ].join('|')})(?!\\d)`,
  'g',
);
/** Digits as people write phone numbers; may match several numbers: "555 / 41234". */
const numbers = /\+?\d(?:[^\p{L}\p{N}]{0,3}\d){2,}/gu;

const digitsOf = (run: string): string => withoutCallingCode(run.replace(/\D/g, ''));

/** Stands where a phone number was. */
export const slot = '\ufffc';
/** Replaces a phone number that is not a national one. */
export const other = ` ${slot} `;

/** Digits as they are dialled, with the calling code. */
export const dialledIn = (run: string): string => {
  const digits = digitsOf(run);
  const isForeign = run.startsWith('+') && digits === run.replace(/\D/g, '');
  return isForeign ? `+${digits}` : withCallingCode(digits);
};

/** Nobody writes a short number in more groups of digits. */
const mostGroups = 6;

/** The numbers in a name, as they are dialled: "Doctor on call 116 117". */
export const numbersShown = remembered((name: string): readonly string[] =>
  (figuresIn(name).match(numbers) ?? []).flatMap(run => {
    const all = dialledIn(run);
    if (isDialled(all)) return [all];
    const groups = run.split(/\D+/);
    return groups
      .flatMap((_, from) => {
        const near = groups.slice(from, from + mostGroups);
        return near.map((_, more) => near.slice(0, more + 1).join(''));
      })
      .filter(isDialled);
  }),
);

const isShort = (number: string) => !number.startsWith('+');

/** Whether a name shows a short number, which takes no calling code, or a label any number, that is not dialled there. */
export const showsOther = (name: string, calls: readonly (string | null)[], isLabel = false): boolean =>
  numbersShown(withoutRanges(name))
    .filter(isShort)
    .concat(isLabel ? numbersShown(plainer(name).replace(noNumbers, ' x ')) : [])
    .some(number => !calls.includes(number));

/** Digits that belong to the number after them, for whoever dials: "9" in "933 00 00 01", "829 33 00 00 01". */
const gluedBefore = /\d[^\p{L}\p{N},:;)\]]?$|\(\d+\) ?$/u;
/** The same after a number, unless they are of hours or count something: "33 00 00 01 24 timer". */
const gluedAfter = /^(?:\d{1,6}(?!\d)| \d{1,6}(?=\s*(?:$|[.,;!?)](?!\d))))/;

/** A sentence in figures, with `other` for each number that readers could dial instead of a known one. */
export function withoutOthers(sentence: string, { holdsHelpline }: NameRules, known: RegExp): string {
  const isOne = (part: string) => isDialled(dialledIn(part));
  const isKnown = (part: string) => known.exec(part)?.[0].length === part.length;
  const figures = figuresInSentence(sentence.replace(noNumbers, ' x '));
  return figures.replace(numbers, (run, at: number, whole: string) => {
    if (holdsHelpline(run) && digitsOf(run).length === shortest) return run;
    if (isKnown(run)) return run;
    if (isOne(run)) return other;
    const found = known.exec(run);
    const national = found?.[0] ?? '';
    const index = found?.index ?? 0;
    // With more digits it is another whole number, beside the national one.
    const isGlued =
      digitsOf(run.slice(0, index)).length < shortest - 1 &&
      (gluedBefore.test(whole.slice(Math.max(0, at - 1), at) + run.slice(0, index)) ||
        (holdsHelpline(national) &&
          gluedAfter.test(run.slice(index + national.length) + whole.slice(at + run.length))));
    if (national && isGlued) return other;
    return run
      .split(known)
      .map(part => (!isKnown(part) && (digitsOf(part).length >= shortest - 1 || isOne(part)) ? other : part))
      .join('');
  });
}

/**
 * Whether a text has a code that changes how a phone works, such as one that sends all calls elsewhere: "*21*33000009#".
 * Not "#31#", which only hides one's own number. The codes are the same in all networks.
 */
export const holdsCode = (text: string): boolean => {
  const read = plainer(text)
    .replace(stars, '*')
    .replace(/\u266f/g, '#');
  return (
    /(?:[*#] ?){1,2}(?!3 ?1 ?#)\d ?\d[\d *+-]*(?:#(?<! #)| #(?![\p{L}\p{N}]))/u.test(read) ||
    /(?<!\d)[*#] ?\d ?\d(?: ?\d)? ?\*|\* ?\d ?\d(?: ?\d)?[^\p{L}\p{N}]{1,2}(?:\d[ ()./-]?){5}/u.test(read)
  );
};
/** The star of a keypad, also in words. */
const stars = new RegExp(`[\u2217\u204e\u066d\u2731]|(?<!\\p{L})(?:${anyOf(claims.stars)})(?!\\p{L})`, 'giu');

/** Whether a text has a number of the country, or of abroad, that cannot be dialled since it costs extra. */
export const holdsCostly = (text: string): boolean =>
  /\d{2}/.test(text) &&
  (plainer(text).replace(noNumbers, ' x ').match(numbers) ?? []).some(run => {
    const all = dialledIn(run);
    const isOfCountry = digitsOf(run).length === shortest && all.startsWith(callingCode);
    return (isOfCountry || (run.startsWith('+') && all.length > shortest + 1)) && !isDialled(all);
  });

/** Whether a text gives an emergency number, so that readers know whom to call in danger. */
export const givesEmergency = (text: string): boolean => anyEmergency.test(plainer(text));
const anyEmergency = new RegExp(`(?<![\\d-])(?:${emergencies.join('|')})(?![\\d-])`);

/** Whether a text has a digit, or a phone number in words. */
export const hasFigures = (text: string): boolean => /\p{N}/u.test(text) || dictates(text);

/** Whether digits are an emergency number of another country. */
export const isAbroad = (run: string): boolean => abroad.test(run.replace(/\D/g, ''));

/** A sentence with `other` also for the emergency numbers of other countries, but not "100 women". */
export const withoutAbroad = (figures: string): string =>
  figures.replace(
    /(?<![\d+-])\d(?:[ -]?\d){2}(?![\d-])(?:(?= ?\p{L})|)/gu,
    (run, at: number, whole: string) => {
      const isCounting = /^ \p{L}/u.test(whole.slice(at + run.length)) && !run.startsWith('9');
      return !isCounting && isAbroad(run) ? other : run;
    },
  );
