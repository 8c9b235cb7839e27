/**
 * What a text says of danger, the police and emergency numbers: that another number is for them, or what keeps people
 * from calling.
 */
import { claims } from '../generated/national-names.js';
import { anyOf, hasPrefixes, isThai, joined, plainer, remembered, wordsSeen } from './as-seen.js';
import { anyNational, endsInPolice, isKind, isLine, policeInThai } from './claimed-words.js';
import {
  asks,
  beginning,
  callWords,
  clauses,
  copulas,
  isOurs,
  readings,
  referralWords,
  saysWhose,
} from './listed-words.js';
import type { NameRules } from './names.js';
import { givesEmergency, isAbroad, other, slot, withoutAbroad, withoutOthers } from './numbers-in-figures.js';
import { phrasesIn, type Said } from './phrases.js';
import { endOfClause } from './sentences.js';

/**
 * Whether a sentence says of the police, the helpline or an emergency number what keeps people from calling: that it
 * costs, arrests or deports. With a "not" in it, it says the opposite.
 */
export function accuses(sentence: string, rules: NameRules): boolean {
  if (!sentence.split(' ').some(mayAccuse)) return false;
  const words = wordsSeen(sentence);
  const seen = words.join('');
  if (avoided.test(seen)) return true;
  // Norwegian "må" reads as the Somali "not", and Russian "на" looks like it.
  const isOfHome = words.some(word => homeWords.has(word)) || /\p{Script=Cyrillic}/u.test(sentence);
  const denies = (some: readonly string[]) =>
    some.some(word => deniersSeen.has(word) && !(isOfHome && noDenial.has(word))) ||
    deniedInThai.test(some.join(''));
  // The police of a town are a name: the town may be called what is "not" in Somali.
  const isName = sentence
    .split(' ')
    .some((word, index) => index > 0 && /^\p{Lu}\p{Ll}/u.test(word) && !endsInPolice(word));
  if (!isName && words.every(word => refusalWords.has(word)) && denies(words) && namesPolice(sentence))
    return true;
  // "The police are dangerous."
  const isGone = ({ kind, from }: Said) =>
    kind === 'gone' && endsInPolice(words[copulas.has(words[from - 1] ?? '') ? from - 2 : from - 1] ?? '');
  if (!denies(words) && phrasesIn(words).some(isGone)) return true;
  const at = words.findIndex(isAccusation);
  if ((at < 0 && !accusationsInside.test(seen)) || /[?\u061f]$/.test(sentence)) return false;
  // "Call 112 if somebody gets arrested."
  if (asks.has(words[0] ?? '') && words.slice(1, Math.max(at, 1)).some(word => conditions.has(word)))
    return false;
  // "It costs nothing."
  return !denies(at < 0 ? words : words.slice(0, at + 2)) && isNational(sentence, rules);
}
/** "If", "when". */
export const conditions: ReadonlySet<string> = new Set(claims.conditions.map(joined));
const isNational = (sentence: string, rules: NameRules): boolean =>
  namesPolice(sentence) || rules.namesCritical(sentence) || rules.holdsNumber(sentence);
const accusations = claims.accusations.map(joined);
const accusationsInside = new RegExp(
  anyOf(claims.accusations.filter(word => isThai.test(word) || word.includes(' ')).map(joined)),
);
const isAccusation = remembered((word: string): boolean =>
  readings(word).some(one =>
    accusations.some(begin => (begin.length < beginning - 1 ? one === begin : one.startsWith(begin))),
  ),
);
const deniers = [...claims.not, ...claims.answers, ...claims.deniers];
const deniersSeen: ReadonlySet<string> = new Set(deniers.map(joined));
const deniedInThai = new RegExp(anyOf(deniers.filter(word => isThai.test(word)).map(joined)));
/** Words that tell that a sentence is in a language of the country, and its words that are a "not" elsewhere. */
const homeWords: ReadonlySet<string> = new Set(claims.home.map(joined));
const noDenial: ReadonlySet<string> = new Set(claims.no_denial.map(joined));
const avoided = new RegExp(anyOf(claims.avoided.map(joined)));
/** All words of "Never call the police". */
const refusalWords: ReadonlySet<string> = new Set(
  [
    ...claims.refusals,
    ...claims.adverbs,
    ...claims.itself,
    ...claims.asks,
    ...claims.police,
    ...deniers,
  ].flatMap(wordsSeen),
);
/** A quick check before `accuses`. */
const mayAccuse = remembered(
  (piece: string): boolean =>
    isThai.test(piece) ||
    wordsSeen(piece).some(word => isAccusation(word) || endsInPolice(word) || avoidedFirst.has(word)),
);
const avoidedFirst: ReadonlySet<string> = new Set(
  [...claims.avoided, ...claims.accusations].flatMap(phrase => wordsSeen(phrase).slice(0, 1)),
);

/** Whether a sentence gives another number for the police or for danger than theirs. */
export function isForAnother(sentence: string, rules: NameRules, isGiven: boolean): boolean {
  if (!mayBeForAnother(sentence)) return false;
  const isDanger = isForDanger(sentence) || asksAbroad(sentence);
  if (!isDanger && !namesPolice(sentence)) return false;
  const figures = withoutAbroad(withoutOthers(sentence, rules, isDanger ? rules.urgent : rules.ofPolice));
  if (!figures.includes(other) || givesEmergency(sentence)) return false;
  if (isForPolice(figures)) return true;
  const saysOurs = sentence.split(' ').some(isOurs);
  return isDanger ? !saysOurs || !isGiven : !saysOurs && isOfPolice(figures);
}

/** A quick check by the words of a sentence: few name the police, danger or a number of three digits. */
const mayBeForAnother = (sentence: string): boolean => sentence.split(' ').some(isOfAnotherWord);
const isOfAnotherWord = remembered(
  (piece: string) =>
    /9\d\d/.test(piece) ||
    isThai.test(piece) ||
    wordsSeen(piece)
      .flatMap(readings)
      .some(word => firstOfDanger.has(word) || endsInPolice(word)),
);
const firstOfDanger: ReadonlySet<string> = new Set(
  [...claims.danger, ...claims.emergencies, ...claims.police].flatMap(phrase =>
    wordsSeen(phrase).slice(0, 1),
  ),
);

/** Whether a sentence is only "Call 911." */
const asksAbroad = (sentence: string): boolean =>
  /9\d\d/.test(sentence) &&
  (sentence.match(/[\p{L}\p{N}]+/gu) ?? []).every(word => isAbroad(word) || callWords.has(joined(word)));

/**
 * Whether a sentence names the police where no place is named, in one clause with another number, or where the clause
 * of that number does not say whose it is: "To talk to the police, use …".
 */
function isOfPolice(figures: string): boolean {
  const clauses = figures.split(endOfClause);
  const isOther = (clause: string) => clause.includes(slot);
  return (
    clauses.some(clause => isOther(clause) && namesPolice(clause)) ||
    (clauses.some(namesPolice) &&
      clauses.some(clause => isOther(clause) && !wordsSeen(clause).some(saysWhose)))
  );
}

/** Whether the label of a number says that it is for danger, or that of the police. */
export const isLabelOfAnother = (label: string, name: string, number: string, rules: NameRules): boolean =>
  saysDanger(label) ||
  (isForDanger(label) && !namesKind(label)) ||
  (namesPolice(label) && !wordsSeen(name).some(word => endsInPolice(word)) && !rules.ofPolice.test(number));

/** Whether a name says when to call the police, or that it is for danger, and not who it is. */
export const isNameOfAnother = (name: string): boolean =>
  (saysDanger(name) && !namesKind(name)) ||
  (namesPolice(name) && (needsInThai.test(joined(name)) || wordsSeen(name).some(isNeed)));

/** Whether a name says what it is of, such as a centre, or has a name of a place. */
const namesKind = (name: string): boolean =>
  name.split(' ').some((word, at) => isOurs(word) || isKind(word) || (at > 0 && /^\p{Lu}/u.test(word)));
const needs = claims.needs.map(joined);
const isNeed = (word: string): boolean => needs.some(need => word.startsWith(need));
const needsInThai = new RegExp(anyOf(claims.needs.filter(word => isThai.test(word)).map(joined)));

/** Whether a text names the police, but not those of a place. */
export const namesPolice = remembered((text: string): boolean => {
  if (isThai.test(text) && policeInThai.test(joined(text))) return true;
  const words = text.match(/[\p{L}'\u2019]+|[^\p{L}\s]+/gu) ?? [];
  const isName = (at: number) => {
    const word = words[at] ?? '';
    return /^\p{Lu}/u.test(word) && !endsInPolice(word) && !isSmall(word);
  };
  return words.some((word, at) => {
    if (!endsInPolice(words.slice(Math.max(0, at - 1), at + 1).join(' '))) return false;
    const next = words[at + 1] ?? '';
    // "The police's …" is an office of theirs, unless that is a telephone.
    const isOffice = /s$/.test(word) && saysWhose(joined(next)) && !isLine(next);
    const isPlaced = isName(at + 1) || isName(at - 1) || (/^\p{L}/u.test(next) && isName(at + 2));
    // Scripts without capitals do not show what is a name. What the police are accused of is none.
    const isAlike = /^\p{Lo}/u.test(next) && !isSmall(next) && !wordsSeen(next).some(isAccusation);
    return !isOffice && !isPlaced && !isAlike;
  });
});
/** Whether a word in capitals names no place. */
const isSmall = remembered((word: string): boolean => {
  const seen = joined(word);
  return (
    callWords.has(seen) ||
    referralWords.has(seen) ||
    refusalWords.has(seen) ||
    clauses.has(seen) ||
    isNeed(seen) ||
    anyNational.test(seen) ||
    longClauses.some(clause => seen.startsWith(clause))
  );
});
/** Tigrinya writes "if" together with the next word. */
const longClauses = claims.clauses.filter(word => hasPrefixes.test(word) && word.length > 2).map(joined);

/** Whether another number is said to be that of the police, without a place: "Call the police on …". */
const isForPolice = (sentence: string): boolean =>
  sentence
    .split(slot)
    .slice(0, -1)
    .some(before => {
      const end = before.search(atEnd);
      return end > 0 && endsInPolice(before.slice(0, end));
    });
/** Thai has no space before the word. */
const atEnd = new RegExp(`(?: |(?<=\\p{Script=Thai}))(?:${anyOf(claims.at.map(plainer))})[:.]?\\s*$`, 'iu');

/** Whether a sentence says when life is in danger, for which only the emergency number is. */
export const isForDanger = (sentence: string): boolean => saysDanger(sentence) || saysEmergency(sentence);
/** Words for danger that say nothing of it: "risk of …", "emergency dentist". */
const noDangers = new RegExp(`(?<!\\p{L})(?:${anyOf([...claims.risks, ...claims.others])})(?!\\p{L})`, 'giu');

/** Finds phrases, each as a word of a sentence, as words in a row or in a script that writes words together. */
function saying(of: readonly string[]): (sentence: string) => boolean {
  const words = new Set(of.map(joined));
  const ofMore = new RegExp(anyOf(of.filter(word => /[ -]|\p{Script=Thai}/u.test(word)).map(joined)));
  return remembered(sentence => {
    const seen = wordsSeen(sentence.replace(noDangers, ' '));
    return seen.flatMap(readings).some(word => words.has(word)) || ofMore.test(seen.join(''));
  });
}
export const saysDanger = saying(claims.danger);
/** Words such as "emergency", which a casualty clinic may have in its name. */
const saysEmergency = saying(claims.emergencies);
/** Words for danger and emergencies. */
export const dangers: ReadonlySet<string> = new Set([...claims.danger, ...claims.emergencies].map(joined));
