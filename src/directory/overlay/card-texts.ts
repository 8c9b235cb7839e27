/** Checks the texts on the card of a record, alone and together: none may pose as a national service or mislead. */
import { dialable } from '../../safety/links.js';
import { withoutNumbers, wordsSeen } from './as-seen.js';
import { isOfEmergency } from './claimed-words.js';
import { dangers, isNameOfAnother } from './danger.js';
import type { Gate } from './gate.js';
import { withItemsApart } from './items.js';
import { asks } from './listed-words.js';
import { criticalName, isOfCountry, type NameRules, nationalName, ofTwoScripts } from './names.js';
import { givesEmergency, holdsCode, holdsCostly, numbersShown, showsOther } from './numbers-in-figures.js';
import { misdirects, misdirectTogether, nameButton, warnsOfNational } from './own-texts.js';
import { labels } from './posing.js';
import {
  type Fields,
  has,
  type Kind,
  nameFields,
  phonesOf,
  type Refuse,
  type Steps,
  step,
  textFields,
  textIn,
  textOf,
} from './record.js';
import { sentencesOf } from './sentences.js';

export const otherShown =
  'shows a number that is not dialled there: leave it out, or put it into "phones" as it is dialled';

export const otherNumber =
  'names the helpline, an emergency number or its name beside another telephone number, or as closed or changed: leave the national ones out, which always stand on the page, or put yours into "phones"';

export const nearHelpline = "is the helpline's number with one digit wrong, or two swapped: check it";

export const networkCode =
  'has a code that changes how a phone works, such as one that sends its calls elsewhere: leave it out';

const nationalWarning =
  'names the helpline or the police in a warning: put the number beside the name, and for the police the emergency number';

const costlyNumber = 'has a number that costs extra or that nobody can dial: leave it out';

/**
 * What is wrong with the name of a service.
 *
 * @param calls the numbers that are dialled beside the name
 */
export function faultOfShownName(
  name: string,
  calls: readonly (string | null)[],
  { faultOfName }: NameRules,
) {
  const fault = faultOfName(name);
  if (fault) return fault;
  if (isNameOfAnother(name)) return criticalName;
  return showsOther(name, calls) ? otherShown : undefined;
}

/** What is wrong with a text that may contain national names, and digits that are no phone number. */
export function faultOfOtherText(text: unknown, { faultOfName }: NameRules): string | undefined {
  const fault = faultOfName(withoutNumbers(textIn(text)));
  return fault === criticalName ? fault : undefined;
}

/**
 * What is wrong with a text that could make people call another number than a national one.
 *
 * @param isGiven whether the card gives an emergency number
 */
export function faultOfMisdirecting(text: string, rules: NameRules, isGiven = false): string | undefined {
  if (misdirects(text, rules, isGiven)) return otherNumber;
  if (holdsCostly(text)) return costlyNumber;
  return holdsCode(text) ? networkCode : undefined;
}

/** What may be wrong with a text that can be left out: a translation, or the description of an organisation. */
export const faultsOfTexts: ReadonlySet<string> = new Set([
  ...[criticalName, nationalName, isOfCountry, ofTwoScripts, otherShown, otherNumber],
  ...[nearHelpline, networkCode, costlyNumber, nationalWarning],
]);

/** Whether a text gives the emergency number to call, not as that of a room or a post-office box. */
const asksForEmergency = (text: string): boolean =>
  sentencesOf(text).some(
    sentence =>
      givesEmergency(sentence) &&
      wordsSeen(sentence).some(
        word => (asks.has(word) && word.length > 3) || isOfEmergency(word) || dangers.has(word),
      ),
  );

/** A function that remembers each of its answers, for as long as one record is checked. */
function once<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return text => {
    if (!known.has(text)) known.set(text, ask(text));
    return known.get(text) as Answer;
  };
}

/** Refuses what no text may say, in any language. It pauses before each translation: a hostile one takes long. */
export function* refuseTexts(
  kind: Kind,
  record: Fields,
  pointer: string,
  { rules, isNearHelpline }: Gate,
  refuse: Refuse,
): Steps {
  const calls = phonesOf(record).map(({ number }) => dialable(number));
  const buttons = phonesOf(record).flatMap(({ description }) => textIn(description) || []);
  const translations = (record.x_translations ?? {}) as Readonly<Record<string, Fields>>;
  /** A text, or what it reads as if it is a list of the record's own number and national ones. */
  const readIn = (text: string, isGiven: boolean): string => {
    if (!calls.length || !misdirects(text, rules, isGiven)) return text;
    const apart = withItemsApart(text, calls, rules);
    return misdirects(apart, rules, isGiven) ? text : apart;
  };
  // Each translation also has the untranslated texts of the record: judging them again would block a page for seconds.
  const asksForIt = once(asksForEmergency);
  const read = once((text: string) => readIn(text, false));
  const readBesideEmergency = once((text: string) => readIn(text, true));
  /** @param own the texts to check: the others on the card are checked elsewhere, or are the same for all readers */
  const check = (texts: Fields, own: Fields, at: string): void => {
    const fields = textFields[kind].filter(field => has(texts, field));
    const given = fields.map(field => (nameFields.includes(field) ? textIn : textOf)(texts[field]));
    const isGiven = given.some(asksForIt);
    const shown = given.map(isGiven ? readBesideEmergency : read);
    let isSound = true;
    fields.forEach((field, index) => {
      const text = shown[index] ?? '';
      const fault = has(own, field) ? faultOfText(text, field === 'alert', isGiven) : undefined;
      if (!fault) return;
      isSound = false;
      refuse(`${at}/${field}`, fault);
    });
    if (!isSound) return;
    // On the card one text is under the other, for some readers with only some of them translated.
    if (misdirectTogether(shown, rules, isGiven)) refuse(at, otherNumber);
    else if (phonesOf(record).length && nameButton(shown, buttons, rules)) refuse(at, otherNumber);
  };
  const faultOfText = (text: string, isAlert: boolean, isGiven: boolean): string | undefined => {
    const fault = faultOfMisdirecting(text, rules, isGiven);
    if (fault) return fault;
    if (labels(text, rules)) return criticalName;
    if (numbersShown(text).some(isNearHelpline)) return nearHelpline;
    return isAlert && warnsOfNational(text, rules) ? nationalWarning : undefined;
  };
  check(record, record, pointer);
  for (const tag of Object.keys(translations)) {
    yield;
    const own = translations[tag] ?? {};
    check({ ...record, ...own }, own, step(`${pointer}/x_translations`, tag));
  }
}
