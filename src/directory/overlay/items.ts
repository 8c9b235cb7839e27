/** Lists of numbers in a text: each item becomes a sentence of its own, and is judged alone. */
import { claims } from '../generated/national-names.js';
import { anyOf, joined, plainer, wordsSeen } from './as-seen.js';
import { dangers, isForDanger } from './danger.js';
import { asks, callWords, here, isOurs, negations, referralWords, saysWhose } from './listed-words.js';
import { criticalName, endsInPolice, isOfEmergency, type NameRules } from './names.js';
import { dialledIn, noNumbers, numbers } from './numbers-in-figures.js';
import { phrasesIn, setApart } from './phrases.js';
import { sentenceEnd, thaiEnd } from './sentences.js';

/** In a list: a label of at most three words, and a number. */
const item = /^(\p{L}[\p{L}'’]*(?: [\p{L}'’]+){0,2}) ?[:-]? ?(\+?\d[\d ]*\d)[.!]?$/u;
const endOfItem = /[,;]\s+|\s\p{Pd}\s/u;

/**
 * A text with each item of a list of numbers as a sentence: "Krisesenter: 33 00 00 01, politi: 112". Likewise
 * "… 112 …; otherwise call us on …" and "Call …, or 112 if it is urgent", which read as two sentences. Each number
 * has to be one that the record has, or a national one that has its own name or is no emergency number.
 *
 * @param own what the record dials
 */
export function withItemsApart(given: string, own: readonly (string | null)[], rules: NameRules): string {
  const isOwn = (number: string) => own.includes(dialledIn(number.replace(/(?!^)\D/g, '')));
  const isItem = (text: string) => {
    const [, label = '', number = ''] = item.exec(plainer(text)) ?? [];
    if (!label || phrasesIn(wordsSeen(label)).length) return false;
    const fault = rules.faultOfName(label);
    if (isOwn(number)) {
      const noun = wordsSeen(label).pop() ?? '';
      return fault !== criticalName && noun.length > 2 && !asks.has(noun) && !here.has(noun);
    }
    if (rules.known.exec(number)?.[0] !== number) return false;
    return rules.holdsNumber(number) ? fault === criticalName && label.split(' ').length < 3 : true;
  };
  const isOursAndOwn = (clause: string) =>
    clause.split(' ').some(isOurs) && (plainer(clause).match(numbers) ?? []).filter(isOwn).length === 1;
  /** "Call …. Call 112.", from a sentence that says no more than that, and when. */
  const inTwo = (sentence: string) => {
    const [, call = '', number = '', between = '', urgent = ''] = orUrgent.exec(plainer(sentence)) ?? [];
    const isSound =
      isOwn(number) &&
      rules.holdsNumber(urgent) &&
      wordsSeen(call).every(word => callWords.has(word)) &&
      wordsSeen(between).every(word => callWords.has(word) || endsInPolice(word));
    return isSound ? `${call}${number}. Call ${urgent}.` : sentence;
  };
  const capital = (text: string) => text.replace(/^\p{Ll}/u, letter => letter.toUpperCase());
  const areItems = (line: string) => line.split(endOfItem).every(isItem);
  /** Of an own number, whose it is has to be said, or it comes first. It is for nothing that the emergency number is for. */
  const isSoundOwn = (words: readonly string[], text: string, isFirst: boolean) =>
    !words.some(
      (word, at) => (isOfEmergency(word) || dangers.has(word)) && !negations.has(words[at - 1] ?? ''),
    ) &&
    !phrasesIn(words).length &&
    !rules.namesCritical(text) &&
    (isFirst || (!here.has(words[0] ?? '') && (text.split(' ').some(isOurs) || words.some(saysWhose))));
  const isSoundPart = ({ text, number, isApart }: Part, at: number): boolean => {
    const words = wordsSeen(setApart(text));
    const isKnown = rules.known.exec(number)?.[0] === number;
    if (!isKnown) return isOwn(number) && isApart && isSoundOwn(words, text, !at);
    // An emergency number stands beside its own word, and nothing is said of it but when to call.
    if (rules.holdsNumber(number) && !rules.holdsHelpline(number))
      return (
        words.some(word => isOfEmergency(word) || dangers.has(word) || rescuers.has(word)) &&
        words.every(word => isOfEmergency(word) || rescuers.has(word) || referralWords.has(word))
      );
    return !phrasesIn(words).length && (rules.holdsHelpline(number) || !rules.namesCritical(text));
  };
  /** The parts of a sentence, each with its number; an own number that says whose it is needs no check beside others. */
  const inParts = (sentence: string, before = ''): string => {
    const parts = partsOf(plainer(sentence));
    if (!parts.length || !parts.every(isSoundPart)) return sentence;
    const isAnswer = /[?\u061f]$/.test(before) && isForDanger(before);
    return parts
      .map(({ text, number }) => {
        const isSaid = !isAnswer && isOwn(number) && text.split(' ').some(isOurs);
        return `${capital(text.replace(slot, isSaid ? '' : number).trim())}.`;
      })
      .join(' ');
  };
  return given
    .split(sentenceEnd)
    .flatMap(sentence => sentence.split(thaiEnd))
    .map((sentence, at, all) => {
      const parts = inParts(sentence, all[at - 1]);
      if (parts !== sentence) return parts;
      const [first = '', ...rest] = sentence.split(/;\s+/);
      if (areItems(sentence)) return sentence.split(endOfItem).map(capital).join('. ').replace(/\.?$/, '.');
      return rest.length === 1 && rest.every(isOursAndOwn)
        ? `${first}. ${capital(rest.join(''))}`
        : inTwo(sentence);
    })
    .join(' ');
}

interface Part {
  /** With `slot` in place of the number. */
  readonly text: string;
  readonly number: string;
  /** Whether a comma, a word such as "or" or the like is before it. */
  readonly isApart: boolean;
}
const slot = '\ufffc';
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

/** A sentence, cut into parts with one number each. */
function partsOf(sentence: string): Part[] {
  const text = sentence.replace(noNumbers, ' x ');
  const found = [...text.matchAll(oneNumber)];
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

const rescuers: ReadonlySet<string> = new Set(claims.rescue.map(joined));

/**
 * "Call us on …, or the police on 112 if it is urgent": the words before each of the two numbers, and the numbers. Only a
 * listed phrase may follow: any other word could say that the emergency number is not to be called.
 */
const orUrgent = new RegExp(
  `^(\\D*?)(\\+?\\d[\\d ]*\\d),? (?:${anyOf(claims.or.map(plainer))}) (\\D*?)(\\d{3})(?:,? (?:${anyOf(claims.urgent.map(plainer))}))?[.!]?$`,
  'iu',
);
