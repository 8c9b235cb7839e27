/**
 * Whether free texts of a host page's own services give another number as a national one, or keep people from calling
 * one.
 */
import { claims } from '../generated/national-names.js';
import { anyOf, changeOfScript, isThai, joined, plainer, wordsSeen } from './as-seen.js';
import {
  anyHelpline,
  anyNational,
  endsInPolice,
  holdsEmergencyName,
  isKind,
  isLine,
  policeInThai,
  smallWords,
} from './claimed-words.js';
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
import { asks, clauses, copulas, here, isOurs, negations, readings, them } from './listed-words.js';
import { criticalName, type NameRules } from './names.js';
import { hasFigures, other, slot, withoutOthers } from './numbers-in-figures.js';
import { saysOnlyThat } from './phrases.js';
import { between, sentenceEnd, sentencesOf, widths, withQuestions } from './sentences.js';

/**
 * Whether a text could make people call another number instead of a national one:
 * - It names the helpline's number and another phone number.
 * - One sentence has another phone number, and an emergency number or the name of a national one. Separate sentences
 *   are fine: "In danger call 113. Otherwise call us on …" is what a service should say. A short number that many
 *   share, such as the police switchboard, may be beside the emergency number, but not beside a name without its
 *   number.
 * - A sentence says that a national number is closed or the like, or the next one does: "… Closed."
 * - Another number stands directly behind what would be refused as a name: "Emergency: …".
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
    said.some(
      (sentence, at) =>
        (at > 0 && isDeniedAfter(said[at - 1] ?? '', sentence, rules)) ||
        isDeniedInside(sentence, rules) ||
        (tells(sentence, rules) &&
          (denies(sentence, rules) ||
            (at > 0 &&
              saysOnlyThat(withoutOthers(sentence, rules, rules.known)) &&
              denies(`${said[at - 1]} ${sentence}`, rules)))),
    )
  )
    return true;
  if (texts.some(text => isStruck(text, rules)) || said.some(sentence => accuses(sentence, rules)))
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

/**
 * Whether a sentence is only the name of the helpline or the emergency number, as if to label the text after it, or says
 * so of who speaks: "We are …", "Hello from …".
 */
export const labels = (text: string, rules: NameRules): boolean =>
  plainer(text)
    .split(sentenceEnd)
    .some(
      sentence =>
        (rules.isCriticalAlone(sentence) ||
          isNationalLine(sentence, rules) ||
          saysItIsNational(sentence, rules)) &&
        !rules.holdsNumber(sentence) &&
        !rules.isHeading(sentence),
    );

/** "National helpline, day and night: somebody to talk to". */
function isNationalLine(sentence: string, { faultOfName }: NameRules): boolean {
  const [head = '', ...rest] = sentence.split(/[,:;(\u2013\u060c]/);
  return rest.length > 0 && head.split(between).some(isLine) && faultOfName(head) === criticalName;
}

function saysItIsNational(
  sentence: string,
  { isCriticalAlone, mayNameCritical, namesHelpline }: NameRules,
): boolean {
  const text = sentence.replace(changeOfScript, ' ');
  if (posesInThai.test(joined(text))) return true;
  const words = text.split(between);
  const isPosing = (end: number) =>
    end > 0 &&
    endsOfPosing.has(joined(words[end - 1] ?? '')) &&
    [...widths, 5].some(width => {
      const phrase = joined(words.slice(end - width, end).join(' '));
      return end >= width && (posing.has(phrase) || (end === width && openings.has(phrase)));
    });
  const isNot = (word: string) => negations.has(joined(word));
  /** "This is the police": at the end of a clause, with at most two small words before. */
  const isForce = (at: number) =>
    [0, 1, 2].some(more => {
      const small = words.slice(at, at + more);
      const [first = '', second = ''] = words.slice(at + more);
      const both = `${first} ${second}`;
      // "Cảnh sát" are two words.
      const isOne = holdsEmergencyName(first) || endsInPolice(first) || endsInPolice(second);
      const force = isOne || !endsInPolice(both) ? first : both;
      const [next = '', after = ''] = words.slice(at + more + (force === both ? 2 : 1));
      const isEnd = (word: string) => word === '' || clauses.has(joined(word));
      // Tigrinya has "are" behind: "we police are".
      const isBefore = copulas.has(joined(next)) && isEnd(after);
      return (
        small.every(word => /^\p{Ll}{1,9}$/u.test(word) && !isNot(word)) &&
        (isEnd(next) || isBefore) &&
        (holdsEmergencyName(force) ||
          (endsInPolice(force) && (isBefore || namesPolice(`${force} ${next} ${after}`))))
      );
    });
  if (words.some((_, at) => isPosing(at) && !words.slice(0, at).some(isNot) && isForce(at))) return true;
  // "We are the national helpline."
  const isOfCountry = (at: number) => {
    const near = words.slice(at, at + 6);
    const seen = joined(near.join(' '));
    return !near.some(isNot) && anyNational.test(seen) && anyHelpline.test(seen);
  };
  if (words.some((_, at) => isPosing(at) && isOfCountry(at))) return true;
  // "The new national helpline answers here."
  const rest = words.filter(word => word && !isSaid(word));
  const isHere = words.some((word, at) => guises.has(joined(word)) || isPosing(at));
  if (
    isHere &&
    !words.some(isNot) &&
    !/[?\u061f]$/.test(text) &&
    rest.length &&
    (rest.every(endsInPolice) || isCriticalAlone(rest.join(' ')))
  )
    return true;
  if (!mayNameCritical(joined(text))) return false;
  const gaps = text.match(between) ?? [];
  const isGuise = (word: string) =>
    guises.has(joined(word)) || ((isLine(word) || isKind(word)) && !namesHelpline(word));
  /** "We are your friendly helpline", with its name: up to three words before the name, the last one no small one such as "with". */
  const isAnyKindOf = (at: number) => {
    const last = joined(words[at - 1] ?? '');
    if (!copulas.has(last) || clauses.has(last)) return false;
    for (let to = at + 1; to <= at + mostGuises && gaps[to - 1] === ' '; to++) {
      const word = words[to - 1] ?? '';
      if (isNot(word) || clauses.has(joined(word))) return false;
      const next = words[to + 1] ?? '';
      if (word.length > 4 && isCriticalAlone(words[to] ?? '') && (!next || isGuise(next))) return true;
    }
    return false;
  };
  return words.some(
    (word, at) =>
      isPosing(at) &&
      // "We and …" is one word less in Arabic.
      readings(joined(word)).length < 2 &&
      (isAnyKindOf(at) ||
        [...widths, 5, 6].some(width => {
          const near = words.slice(at, at + width);
          const rest = near.filter(one => !isGuise(one));
          // "We are the telephone of …", with "s" behind the name.
          const owner = rest.length < near.length ? rest.join(' ').replace(/['\u2019]?s$/u, '') : '';
          return [near.join(' '), rest.join(' '), owner].some(isCriticalAlone);
        })),
  );
}
/** How many words may be between "We are" and a name. */
const mostGuises = 3;
const guises: ReadonlySet<string> = new Set(claims.guises.map(joined));
const speaks: ReadonlySet<string> = new Set(claims.speaks.flatMap(wordsSeen));
const openings: ReadonlySet<string> = new Set(claims.openings.map(joined));
const isSaid = (word: string): boolean => {
  const seen = joined(word);
  return guises.has(seen) || speaks.has(seen) || smallWords.has(seen) || isLine(word);
};
const posing: ReadonlySet<string> = new Set(claims.posing.map(joined));
/** "We are the police" in Thai, which has no spaces between words. */
const posesInThai = new RegExp(
  `(?:${anyOf(claims.posing.filter(phrase => isThai.test(phrase)).map(joined))})(?:${policeInThai.source})`,
);
const endsOfPosing: ReadonlySet<string> = new Set(
  [...claims.posing, ...claims.openings].map(phrase => joined(plainer(phrase).split(between).pop() ?? '')),
);
