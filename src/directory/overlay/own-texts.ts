/**
 * Whether free texts of a host page's own services give another number as a national one, or keep people from calling
 * one.
 */
import { claims } from '../generated/national-names.js';
import { anyOf, joined, plainer, wordsSeen } from './as-seen.js';
import { accuses, isForAnother, isForDanger, namesPolice } from './danger.js';
import {
  answers,
  denies,
  isDeniedAfter,
  isDeniedInside,
  longestDenial,
  rememberedBy,
  tells,
} from './denials.js';
import { asks, copulas, here, isOurs, negations, them } from './listed-words.js';
import { criticalName, type NameRules } from './names.js';
import { hasFigures, other, slot, withoutOthers } from './numbers-in-figures.js';
import { saysOnlyThat } from './phrases.js';
import { sentencesOf, withQuestions } from './sentences.js';

/**
 * Whether a text could make people call another number instead of a national one:
 * - It names the helpline's number and another phone number.
 * - One sentence has another phone number, and an emergency number or the name of a national one. Separate sentences
 *   are fine: "In danger call 112. Otherwise call us on …" is what a service should say. A short number that many
 *   share, such as the police switchboard, may be beside the emergency number, but not beside a name without its
 *   number.
 * - A sentence says that a national number is closed or the like, or the next one does: "… Closed."
 * - Another number is directly after words that would be refused as a name: "Emergency: …".
 */
export function misdirects(text: string, rules: NameRules, isGiven = false): boolean {
  return (isGiven ? judgeBesideEmergency : judgeBy)(rules)(text);
}

/** Remembered, since places and sources are the same in many records. */
const judgeBy = rememberedBy((rules, text) => judge(rules, [text], false));
const judgeBesideEmergency = rememberedBy((rules, text) => judge(rules, [text], true));

/** The same for texts that are shown one under the other, each of which was judged alone. */
export const misdirectTogether = (texts: readonly string[], rules: NameRules, isGiven: boolean): boolean =>
  // A quick check: few texts name the helpline, or begin with "Closed."
  (texts.slice(1).some(text => {
    const [first = ''] = sentencesOf(text);
    return (
      first.length <= longestDenial &&
      (answers.has(joined(first)) || (tells(first, rules) && saysOnlyThat(first)))
    );
  }) ||
    (texts.length > 1 &&
      texts.some(hasFigures) &&
      texts.some(text => rules.holdsHelpline(text) || rules.mayNameCritical(joined(text))))) &&
  judge(rules, texts, isGiven);

/** @param isGiven whether the card gives an emergency number */
function judge(rules: NameRules, texts: readonly string[], isGiven: boolean): boolean {
  const said = texts.flatMap(sentencesOf);
  if (
    said.some((sentence, at) => isDenied(sentence, said[at - 1], rules) || accuses(sentence, rules)) ||
    texts.some(text => isStruck(text, rules))
  )
    return true;
  if (!texts.some(hasFigures)) return false;
  const sentences = said.map(sentence => withoutOthers(sentence, rules, rules.known));
  const hasOther = (sentence: string) => sentence.includes(other);
  return (
    (sentences.length > 1 && leavesOpen(sentences, rules)) ||
    (sentences.some(hasOther) && sentences.some(rules.holdsHelpline)) ||
    sentences.some(sentence =>
      hasOther(sentence)
        ? rules.namesCritical(sentence) || rules.holdsNumber(sentence) || isForged(sentence, rules)
        : rules.known.test(sentence) && rules.namesCritical(sentence) && !rules.holdsNumber(sentence),
    ) ||
    texts.flatMap(withQuestions).some(sentence => isForAnother(sentence, rules, isGiven))
  );
}

/**
 * Whether a sentence says that a national number is closed or not to be called.
 *
 * @param before the sentence before it, which may name the number
 */
function isDenied(sentence: string, before: string | undefined, rules: NameRules): boolean {
  if (before !== undefined && isDeniedAfter(before, sentence, rules)) return true;
  if (isDeniedInside(sentence, rules)) return true;
  if (!tells(sentence, rules)) return false;
  return (
    denies(sentence, rules) ||
    (before !== undefined &&
      saysOnlyThat(withoutOthers(sentence, rules, rules.known)) &&
      denies(`${before} ${sentence}`, rules))
  );
}

/** Whether a sign or a stroke says that an emergency number is not to be called. */
const isStruck = (text: string, { holdsNumber }: NameRules): boolean =>
  (/\d[\u0335-\u0338\u20e0]/.test(text) || /[\u274c\u274e\u26d4\u2716\u{1f6ab}\u{1f6d1}]/u.test(text)) &&
  holdsNumber(text.replace(/[\u0335-\u0338\u20e0]/g, ''));

/** Whether the words before another number, with a colon or a word such as "is" between, may be no name for it. */
const isForged = (sentence: string, { faultOfName }: NameRules): boolean =>
  sentence
    .split(slot)
    .slice(0, -1)
    .some(before => {
      const name = before.slice(0, Math.max(0, before.search(endOfName))).split(/[.,;:()\u060c]/);
      return faultOfName(name.pop() ?? '') === criticalName;
    });
const endOfName = new RegExp(` ?[:=-]\\s*$| (?:${anyOf(claims.are.map(plainer))})\\s*$`, 'iu');

/**
 * Whether readers could take a number for that of a national service named in an earlier sentence: "… helps victims.
 * Call …". A text that says that the number is its own leaves no doubt. Each sentence is looked at once, and none if
 * the text says of all numbers whose they are.
 */
function leavesOpen(sentences: readonly string[], rules: NameRules): boolean {
  const saysOurs = sentences.map(sentence => sentence.split(' ').some(isOurs));
  const isNobodys = sentences.map((sentence, at) => sentence.includes(other) && !saysOurs[at]);
  let isNamed = false;
  return sentences.slice(0, isNobodys.lastIndexOf(true) + 1).some((sentence, at) => {
    if (isNobodys[at] && isNamed) return true;
    if (rules.namesCritical(sentence)) isNamed = !rules.holdsNumber(sentence);
    else if (saysOurs[at]) isNamed = false;
    return false;
  });
}

/**
 * Whether texts give the button of a number under them as that of a national service: they call it so ("The button below
 * goes to …"), end in its name and a colon, or name it last, above a button that only says "Call them".
 *
 * @param buttons the labels of the numbers
 */
export function nameButton(texts: readonly string[], buttons: readonly string[], rules: NameRules): boolean {
  // A quick check, since few texts name the helpline or a button.
  const isSuspect = (text: string) =>
    endsOpen.test(text) || below.test(joined(text)) || rules.mayNameCritical(joined(text));
  if (!texts.some(isSuspect)) return false;
  const said = texts.flatMap(sentencesOf);
  const saysOurs = (sentence: string) => sentence.split(' ').some(isOurs);
  const isNamed = (sentence: string) => rules.namesCritical(sentence) && !rules.holdsNumber(sentence);
  const isOfAnother = (sentence: string) =>
    sentence.length <= longestDenial &&
    (isForDanger(sentence) || namesPolice(sentence) || rules.faultOfName(sentence) === criticalName) &&
    !rules.holdsNumber(sentence);
  const isBelow = (sentence: string) =>
    below.test(joined(sentence)) &&
    (rules.namesCritical(sentence) || rules.holdsNumber(sentence) || isOfAnother(sentence)) &&
    !saysOurs(sentence) &&
    !wordsSeen(sentence).some((word, at, words) => negations.has(word) && copulas.has(words[at - 1] ?? ''));
  const isOpen = (sentence: string) => isNamed(sentence) || isOfAnother(sentence);
  if (said.some(isBelow) || texts.some(text => endsOpen.test(text) && isOpen(sentencesOf(text).pop() ?? '')))
    return true;
  const last = said.filter(sentence => rules.namesCritical(sentence) || saysOurs(sentence)).pop() ?? '';
  return (
    isNamed(last) &&
    buttons.some(label => {
      const words = wordsSeen(label);
      // A text that says "We work with …" is no label of a button that says "Call now".
      return (
        words.every(word => asks.has(word) || here.has(word) || them.has(word)) &&
        (words.some(word => them.has(word)) || !saysOurs(last))
      );
    })
  );
}
const below = new RegExp(anyOf(claims.below.map(joined)));
const endsOpen = /[:\u2193\u2b07\u{1f447}]\ufe0f?\s*$/u;

/**
 * Whether a warning names the helpline or the police without the number. A plain referral has the number; anything else
 * that a warning says about them keeps people from calling.
 */
export const warnsOfNational = (text: string, rules: NameRules): boolean =>
  sentencesOf(text).some(
    sentence =>
      (rules.namesHelpline(sentence) && !rules.holdsHelpline(sentence)) ||
      (namesPolice(sentence) && !rules.holdsNumber(sentence)),
  );
