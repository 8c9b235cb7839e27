/** Whether a text poses as a national service: as a heading over the text, or in words such as "We are …". */
import { claims } from '../generated/national-names.js';
import { anyOf, changeOfScript, isThai, joined, plainer, wordsSeen } from './as-seen.js';
import {
  anyHelpline,
  anyNational,
  anyTrafficking,
  endsInPolice,
  holdsEmergencyName,
  isKind,
  isLine,
  policeInThai,
  smallWords,
} from './claimed-words.js';
import { namesPolice } from './danger.js';
import { clauses, copulas, negations, readings } from './listed-words.js';
import { criticalName, type NameRules } from './names.js';
import { between, sentenceEnd, widths } from './sentences.js';

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

/** Whether a sentence says that it is a national service that speaks. */
function saysItIsNational(sentence: string, rules: NameRules): boolean {
  const text = sentence.replace(changeOfScript, ' ');
  if (posesInThai.test(joined(text))) return true;
  const words = text.split(between);
  const starts = words.flatMap((_, at) => (isAfterPosing(words, at) ? at : []));
  if (starts.some(at => !words.slice(0, at).some(isNot) && beginsWithForce(words, at))) return true;
  if (starts.some(at => beginsWithHelpline(words, at))) return true;
  const isHere = starts.length > 0 || words.some(word => guises.has(joined(word)));
  if (isHere && !/[?\u061f]$/.test(text) && namesOnlyNational(words, rules)) return true;
  if (!rules.mayNameCritical(joined(text))) return false;
  const gaps = text.match(between) ?? [];
  return starts.some(
    at =>
      // "We and …" is one word less in Arabic.
      readings(joined(words[at] ?? '')).length < 2 &&
      (isAnyKindOf(words, gaps, at, rules) || beginsWithName(words, at, rules)),
  );
}

const isNot = (word: string): boolean => negations.has(joined(word));

/** Whether a phrase such as "we are", or the beginning of the sentence with one such as "hello from", ends before a word. */
const isAfterPosing = (words: readonly string[], at: number): boolean =>
  at > 0 &&
  endsOfPosing.has(joined(words[at - 1] ?? '')) &&
  [...widths, 5].some(width => {
    const phrase = joined(words.slice(at - width, at).join(' '));
    return at >= width && (posing.has(phrase) || (at === width && openings.has(phrase)));
  });

/** "This is the police": at the end of a clause, with at most two small words before. */
const beginsWithForce = (words: readonly string[], at: number): boolean =>
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

/** "We are the national helpline", "We are the official line for victims of trafficking". */
function beginsWithHelpline(words: readonly string[], at: number): boolean {
  const near = words.slice(at, at + 8);
  const seenFrom = (from: number, to?: number) => joined(near.slice(from, to).join(' '));
  if (near.some(isNot)) return false;
  const line = near.findIndex(isLine);
  return (
    (anyNational.test(seenFrom(0, 6)) && anyHelpline.test(seenFrom(0, 6))) ||
    (line >= 0 && anyNational.test(seenFrom(0, line)) && anyTrafficking.test(seenFrom(line)))
  );
}

/** "The new national helpline answers here." */
function namesOnlyNational(words: readonly string[], { isCriticalAlone }: NameRules): boolean {
  if (words.some(isNot)) return false;
  const rest = words.filter(word => word && !isSaid(word));
  return rest.length > 0 && (rest.every(endsInPolice) || isCriticalAlone(rest.join(' ')));
}

/** "We are the helpline", with its name, also as "we are the telephone of …". */
const beginsWithName = (words: readonly string[], at: number, rules: NameRules): boolean =>
  [...widths, 5, 6].some(width => {
    const near = words.slice(at, at + width);
    const rest = near.filter(word => !isGuise(word, rules));
    // With "s" behind the name.
    const owner = rest.length < near.length ? rest.join(' ').replace(/['\u2019]?s$/u, '') : '';
    return [near.join(' '), rest.join(' '), owner].some(rules.isCriticalAlone);
  });

/**
 * "We are your friendly helpline", with its name: up to three words before the name, the last one no small one such as
 * "with".
 */
function isAnyKindOf(
  words: readonly string[],
  gaps: readonly string[],
  at: number,
  rules: NameRules,
): boolean {
  const last = joined(words[at - 1] ?? '');
  if (!copulas.has(last) || clauses.has(last)) return false;
  for (let to = at + 1; to <= at + mostGuises && gaps[to - 1] === ' '; to++) {
    const word = words[to - 1] ?? '';
    if (isNot(word) || clauses.has(joined(word))) return false;
    const next = words[to + 1] ?? '';
    if (word.length > 4 && rules.isCriticalAlone(words[to] ?? '') && (!next || isGuise(next, rules)))
      return true;
  }
  return false;
}

const isGuise = (word: string, { namesHelpline }: NameRules): boolean =>
  guises.has(joined(word)) || ((isLine(word) || isKind(word)) && !namesHelpline(word));

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
