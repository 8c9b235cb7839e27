/** What the free texts and addresses of a page's own services may not say: that a national number is another one. */
import { readsAsEmergency, withoutCallingCode } from '../safety/generated/country.js';
import { asciiDigits } from './as-seen.js';
import type { NameRules } from './names.js';

/** Digits in a row that are no telephone number: days, years from when to when, hours. */
const noNumbers =
  /\d{4}-\d\d-\d\d|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|(?:19|20)\d\d\s?[-\u2013]\s?(?:19|20)\d\d|\d{1,2}[.:]\d\d\s?[-\u2013]\s?\d{1,2}[.:]\d\d/g;
/** Seven digits or more, as people write them. */
const telephone = /(?<!\d)\d(?:[\s().-]{0,2}\d){6,30}/g;
/** "tlf. 22 33 11 60" is one sentence. */
const sentenceEnd = /[.!?]\s+(?=\p{Lu})/u;

/**
 * Whether a text names the helpline's number beside another telephone number; or in one sentence with it an emergency
 * number, or one of their names. "In danger call 113. Otherwise call us on …" is what a service should say.
 */
export function misdirects(text: string, rules: NameRules): boolean {
  const read = asciiDigits(text).replace(noNumbers, ' x ');
  const runs = read.match(telephone) ?? [];
  if (runs.some(run => isBoth(run, rules))) return true;
  if (!hasOther(read, rules)) return false;
  const withoutOthers = (part: string) =>
    part.replace(telephone, number => (isOther(number, rules) ? ' x ' : number));
  return (
    runs.some(run => !isOther(run, rules)) ||
    read
      .split(sentenceEnd)
      .some(
        sentence =>
          hasOther(sentence, rules) &&
          (rules.namesCritical(sentence) || rules.holdsNumber(withoutOthers(sentence))),
      )
  );
}

const hasOther = (text: string, rules: NameRules): boolean =>
  (text.match(telephone) ?? []).some(number => isOther(number, rules));

const digitsOf = (run: string): string => withoutCallingCode(run.replace(/\D/g, ''));

const isOther = (run: string, { holdsNumber }: NameRules): boolean => !holdsNumber(digitsOf(run));

/** A national number with another one behind it: "113 40 00 00 00". */
const isBoth = (run: string, { holdsNumber }: NameRules): boolean => {
  const digits = digitsOf(run);
  return (digits.length > 9 && readsAsEmergency(run)) || (digits.length > 14 && holdsNumber(digits));
};

/** Whether an address, without what stands behind its host, has the name of the helpline in it. */
export const posesAsHelpline = (address: string, { namesHelpline }: NameRules): boolean =>
  namesHelpline(
    address
      .replace(/^https?:\/\//i, '')
      .replace(/[/?#].*$/s, '')
      .replace(/[.@_+-]/g, ' '),
  );
