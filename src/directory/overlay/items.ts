/** Lists of numbers in a text: each item becomes a sentence of its own, and is judged alone. */
import { claims } from '../generated/national-names.js';
import { anyOf, joined, plainer, wordsSeen } from './as-seen.js';
import { isOfEmergency } from './claimed-words.js';
import { conditions, dangers, isForDanger, saysDanger } from './danger.js';
import { here, isOurs, negations, referralWords, saysWhose } from './listed-words.js';
import type { NameRules } from './names.js';
import { dialledIn, noNumbers, slot } from './numbers-in-figures.js';
import { phrasesIn, setApart } from './phrases.js';
import { sentenceEnd, thaiEnd } from './sentences.js';

/**
 * A text with each item of a list of numbers as a sentence: "Crisis centre: 33 00 00 01, police: 112". Likewise
 * "… 112 …; otherwise call us on …" and "Call …, or 112 if it is urgent", which read as two sentences. Each number
 * has to be one that the record has, or a national one that has its own name or is no emergency number.
 *
 * @param own what the record dials
 */
export function withItemsApart(given: string, own: readonly (string | null)[], rules: NameRules): string {
  const isOwn = (number: string) => own.includes(dialledIn(number.replace(/(?!^)\D/g, '')));
  const capital = (text: string) => text.replace(/^\p{Ll}/u, letter => letter.toUpperCase());
  /** Whether an own number comes first, or it is said whose it is; and it is not said to be for danger. */
  const isSoundOwn = (words: readonly string[], text: string, isFirst: boolean) =>
    !words.some(
      (word, at) => (isOfEmergency(word) || dangers.has(word)) && !negations.has(words[at - 1] ?? ''),
    ) &&
    (!phrasesIn(words).length || isUnanswered(words)) &&
    !rules.namesCritical(text) &&
    (isFirst || (!here.has(words[0] ?? '') && (text.split(' ').some(isOurs) || words.some(saysWhose))));
  const isSoundPart = ({ text, number, isApart }: Part, at: number, parts: readonly Part[]): boolean => {
    const words = wordsSeen(setApart(text));
    const before = parts[at - 1];
    const isKnown = rules.known.exec(number)?.[0] === number;
    if (!isKnown) return isOwn(number) && isApart && isSoundOwn(words, text, !at);
    // Beside an emergency number there are words for it, or for when to call it, and no others.
    if (rules.holdsNumber(number) && !rules.holdsHelpline(number))
      return (
        rules.isCriticalAlone(text.replace(slot, '').trim()) ||
        ((words.some(word => isOfEmergency(word) || dangers.has(word) || rescuers.has(word)) ||
          (before !== undefined && isUnanswered(wordsSeen(before.text)))) &&
          words.every(word => isOfEmergency(word) || rescuers.has(word) || referralWords.has(word)))
      );
    return !phrasesIn(words).length && (rules.holdsHelpline(number) || !rules.namesCritical(text));
  };
  /**
   * "In urgent cases, call the casualty clinic on …, or the police on …": these first words are left out, if the own
   * number says whose it is.
   */
  const withoutUrgency = (parts: readonly Part[]): readonly Part[] => {
    const [first, ...rest] = parts;
    if (!first || !isOwn(first.number) || !rest.some(({ number }) => rules.holdsNumber(number))) return parts;
    const text = first.text.replace(urgentAtStart, '');
    return text.split(' ').some(isOurs) || wordsSeen(text).some(saysWhose)
      ? [{ ...first, text }, ...rest]
      : parts;
  };
  /** The parts of a sentence, each with its number; an own number that says whose it is needs no check beside others. */
  const inParts = (sentence: string, before = ''): string => {
    const parts = withoutUrgency(partsOf(plainer(sentence)));
    if (!parts.length || !parts.every(isSoundPart)) return sentence;
    const isAnswer = /[?\u061f]$/.test(before) && isForDanger(before);
    return parts
      .map(({ text, number }) => {
        const isSaid =
          !isAnswer &&
          isOwn(number) &&
          (text.split(' ').some(isOurs) || (isPlainLabel(text) && !rules.namesCritical(before)));
        return `${capital(text.replace(slot, isSaid ? '' : number).trim())}.`;
      })
      .join(' ');
  };
  return given
    .split(sentenceEnd)
    .flatMap(sentence => sentence.split(thaiEnd))
    .map((sentence, at, all) => inParts(sentence, all[at - 1]))
    .join(' ');
}

/** Also with a few words and a comma behind: "In urgent cases after office hours, call …". Danger is no such case. */
const urgentAtStart = new RegExp(
  `^(?:${anyOf(claims.urgent.filter(phrase => !saysDanger(phrase)).map(plainer))})(?!\\p{L})(?:[^,:]{0,30}[,:])? ?`,
  'iu',
);

interface Part {
  /** With `slot` in place of the number. */
  readonly text: string;
  readonly number: string;
  /** Whether a comma, a word such as "or" or the like is before it. */
  readonly isApart: boolean;
}
const oneNumber = /\+?\d(?:[ -]?\d){2,}/g;
/** Words after a number that belong to it: "33 00 00 01 (the police)". */
const behindNumber = /^\)?(?: ?\([^()\d]{0,60}\))?[.:]?/;
const separator = / ?[,;/|\u2022\u060c]| - /;
const conjunction = new RegExp(` (?=(?:${anyOf([...claims.or, ...claims.and].map(plainer))}) )`, 'iu');
/** Where the words for a number end, among those before the next number. */
function endOfPart(between: string): number {
  const tail = (behindNumber.exec(between)?.[0] ?? '').length;
  const words = between.slice(tail);
  const at = words.search(separator);
  return tail + Math.max(0, at < 0 ? words.search(conjunction) : at);
}

const beginsItem = /^ ?[:(-]? ?\p{L}/u;
const endOfItem = /[\s.,;/|]+$/;

/** A sentence, cut into parts with one number each. */
function partsOf(sentence: string): Part[] {
  const text = sentence.replace(noNumbers, ' x ');
  const found = [...text.matchAll(oneNumber)];
  const behind = found.map(({ 0: number, index = 0 }, at) =>
    text.slice(index + number.length, found[at + 1]?.index),
  );
  // The number comes first in each item: "33 00 00 01: the crisis centre, …".
  if (found[1] && !found[0]?.index && behind.every(words => beginsItem.test(words)))
    return found.map(({ 0: number }, at) => ({
      text: `${slot}${behind[at]?.replace(endOfItem, '').replace(/[()]/g, ' ')}`.trim(),
      number,
      isApart: true,
    }));
  let from = 0;
  return found.map(({ 0: number, index = 0 }, at) => {
    const end = index + number.length;
    const next = found[at + 1];
    const between = text.slice(end, next?.index);
    const cut = next ? endOfPart(between) : between.length;
    const part = `${text.slice(from, index)}${slot}${between.slice(0, cut)}`;
    const isApart = at === 0 || conjunction.test(part) || separator.test(part.slice(0, 3));
    from = end + cut;
    return { text: part.replace(/^[ ,;/|\u2022\u060c-]+/, '').trim(), number, isApart };
  });
}

/** "If we do not answer on …": then only the emergency number and a word such as "call" follow. */
const isUnanswered = (words: readonly string[]): boolean => {
  const found = phrasesIn(words);
  return (
    found.length > 0 &&
    found.every(({ kind }) => kind === 'never') &&
    words.some(word => conditions.has(word))
  );
};

/** "Telephone: …" is the record's own. */
const isPlainLabel = (text: string): boolean => {
  const words = wordsSeen(text.replace(slot, ''));
  return words.length > 0 && words.every(word => phoneWords.has(word));
};
const phoneWords: ReadonlySet<string> = new Set(claims.calls.flatMap(wordsSeen));
const rescuers: ReadonlySet<string> = new Set(claims.rescue.map(joined));
