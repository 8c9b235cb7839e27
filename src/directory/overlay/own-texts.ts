/** What the free texts and addresses of a page's own services may not say: that a national number is another one. */
import { isDialled, shortest, withCallingCode, withoutCallingCode } from '../../safety/generated/country.js';
import { claims } from '../generated/national-names.js';
import { changeOfScript, joined, plainer, remembered, wordsSeen } from './as-seen.js';
import type { NameRules } from './names.js';
import { dictates, figuresIn } from './numbers-in-words.js';

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:19|20)\\d\\d';
const time = '(?:[01]?\\d|2[0-4])[.:][0-5]\\d';
/** Digits in a row that are no telephone number: days, years from when to when, hours. Each with parts that can be. */
const noNumbers = new RegExp(
  `(?<!\\d)(?:${[
    `${year}[-/]${month}[-/]${day}`,
    `${day}[./-]\\s?${month}[./-]\\s?${year}`,
    `(?:19|20[0-3])\\d\\s?[-/]\\s?20[0-3]\\d`,
    `${time}\\s?-\\s?${time}`,
  ].join('|')})(?!\\d)`,
  'g',
);
/** Digits as people write numbers, which may be several: "113 / 41234". */
const numbers = /\+?\d(?:[^\p{L}\p{N}]{0,3}\d){2,}/gu;
/** "tlf. 21 00 00 01" is one sentence. */
const sentenceEnd = /[.!?]\s+(?=\p{Lu})/u;

const digitsOf = (run: string): string => withoutCallingCode(run.replace(/\D/g, ''));

/** In the place of a telephone number that is no national one. */
const other = ' \ufffc ';

const dialledIn = (run: string): string => {
  const digits = digitsOf(run);
  return run.startsWith('+') ? `+${digits}` : withCallingCode(digits);
};

/** No short number is written in more groups. */
const mostGroups = 6;

/** The short numbers that a name shows, which take no calling code: "Legevakt 116 117". */
export const shortNumbersIn = remembered((name: string): readonly string[] =>
  (figuresIn(name).match(numbers) ?? []).flatMap(run => {
    const all = dialledIn(run);
    if (isDialled(all)) return all.startsWith('+') ? [] : [all];
    const groups = run.split(/\D+/);
    return groups
      .flatMap((_, from) => {
        const near = groups.slice(from, from + mostGroups);
        return near.map((_, more) => near.slice(0, more + 1).join(''));
      })
      .filter(isDialled);
  }),
);

/** A sentence in figures, with `other` for each number that readers could dial in the place of a national one. */
function withoutOthers(sentence: string, { known, holdsHelpline }: NameRules): string {
  const isOne = (part: string) => isDialled(dialledIn(part));
  const isKnown = (part: string) => known.exec(part)?.[0].length === part.length;
  return figuresIn(sentence.replace(noNumbers, ' x ')).replace(numbers, run => {
    if (holdsHelpline(run) && digitsOf(run).length === shortest) return run;
    if (isKnown(run)) return run;
    if (isOne(run)) return other;
    return run
      .split(known)
      .map(part => (!isKnown(part) && (digitsOf(part).length >= shortest - 1 || isOne(part)) ? other : part))
      .join('');
  });
}

/** Words in a row, as they are seen; also where one of them is a digit in words, such as the "to" of Norwegian. */
const inRow = (phrases: readonly string[]): RegExp => {
  const rows = [...phrases, ...phrases.map(figuresIn)].map(phrase => wordsSeen(phrase).join(' '));
  return new RegExp(`(?<= )(?:${[...new Set(rows)].join('|') || '(?!)'})(?= )`, 'g');
};
const gone = inRow(claims.gone);
const instead = inRow(claims.instead);
const clauses: ReadonlySet<string> = new Set(claims.clauses.map(joined));

/** The longest word of each: a text that has none of them says none of it, which is found out quickly. */
const telling: ReadonlySet<string> = new Set(
  [...claims.gone, ...claims.instead].map(phrase =>
    wordsSeen(phrase).reduce((longest, word) => (word.length > longest.length ? word : longest), ''),
  ),
);
const isTelling = remembered((piece: string) => wordsSeen(piece).some(word => telling.has(word)));
const tells = (sentence: string) => sentence.split(' ').some(isTelling);

/** What is asked by the rules of a directory, remembered with them. */
function rememberedBy(
  ask: (rules: NameRules, text: string) => boolean,
): (rules: NameRules) => (text: string) => boolean {
  const known = new WeakMap<NameRules, (text: string) => boolean>();
  return rules => {
    const before = known.get(rules);
    if (before) return before;
    const made = remembered((text: string) => ask(rules, text));
    known.set(rules, made);
    return made;
  };
}

/** As far from such words a name is looked for. A text that repeats them must not keep the page busy. */
const mostBetween = 12;

/** As many such words a sentence may have: nobody writes more, and each is looked at by itself. */
const mostTold = 20;

/** Whether a sentence says of a national number, or by its name, that it is another one, closed or not to be called. */
function denies(sentence: string, rules: NameRules): boolean {
  const figures = figuresIn(sentence).replace(changeOfScript, ' ');
  const words = figures.split(/[^\p{L}\p{N}'\u2019]+/u);
  const seen = words.map(joined);
  if (!/\p{N}/u.test(figures) && !rules.mayNameCritical(seen.join(''))) return false;
  const all = ` ${wordsSeen(sentence).join(' ')} `;
  if (all.search(gone) < 0 && all.search(instead) < 0) return false;
  const text = ` ${seen.join(' ')} `;
  const before = [...text.matchAll(gone)];
  const behind = [...text.matchAll(instead)];
  if (before.length + behind.length > mostTold) return true;
  const isCritical = isCriticalBy(rules);
  /** From a word on, forwards or backwards to the end of its clause. */
  const isOfCritical = (word: number, step: 1 | -1) => {
    const clause: string[] = [];
    for (let at = word; at in seen && clause.length < mostBetween && !clauses.has(seen[at] ?? ''); at += step)
      clause.push(words[at] ?? '');
    return isCritical((step < 0 ? clause.reverse() : clause).join(' '));
  };
  const starts = new Map<number, number>();
  let length = 1;
  seen.forEach((word, index) => {
    starts.set(length, index);
    length += word.length + 1;
  });
  const wordAt = (place: number) => starts.get(place) ?? seen.length;
  return (
    before.some(({ index }) => isOfCritical(wordAt(index) - 1, -1)) ||
    behind.some(({ index, 0: phrase }) => isOfCritical(wordAt(index + phrase.length + 1), 1))
  );
}

/** Whether a part of a sentence has a national number or its name. */
const isCriticalBy = rememberedBy(
  ({ namesCritical, namesNational, holdsNumber }, part) =>
    namesCritical(part) || namesNational(part) || holdsNumber(part),
);

/**
 * Whether a text names the helpline's number beside another telephone number; or in one sentence with it an emergency
 * number, or one of their names. "In danger call 113. Otherwise call us on …" is what a service should say. A number that
 * others have too, such as the police switchboard, may stand beside the emergency number, but not be that of a name. Nor may
 * one sentence say that one of them is closed or the like, whatever the next one says.
 */
export function misdirects(text: string, rules: NameRules): boolean {
  return judgeBy(rules)(text);
}

/** Places and sources are the same in many records. */
const judgeBy = rememberedBy(judge);

function judge(rules: NameRules, text: string): boolean {
  const plain = plainer(text);
  const said = plain.split(sentenceEnd);
  if (said.some(sentence => tells(sentence) && denies(sentence, rules))) return true;
  if (!/\p{N}/u.test(text) && !dictates(text)) return false;
  const sentences = said.map(sentence => withoutOthers(sentence, rules));
  const hasOther = (sentence: string) => sentence.includes(other);
  return (
    (sentences.some(hasOther) && sentences.some(rules.holdsHelpline)) ||
    sentences.some(sentence =>
      hasOther(sentence)
        ? rules.namesCritical(sentence) || rules.holdsNumber(sentence)
        : rules.known.test(sentence) && rules.namesCritical(sentence) && !rules.holdsNumber(sentence),
    )
  );
}

/** Whether a sentence of it is nothing but the name of the helpline or the emergency number, as a label of what follows. */
export const labels = (text: string, rules: NameRules): boolean =>
  plainer(text)
    .split(sentenceEnd)
    .some(sentence => rules.isCriticalAlone(sentence) && !rules.holdsNumber(sentence));

/** Whether an address, without what stands behind its host, has the name of the helpline in it, or its number. */
export function posesAsHelpline(address: string, rules: NameRules): boolean {
  const host = withoutScheme(address)
    .replace(/[/?#].*$/s, '')
    .replace(/[.@_+-]/g, ' ');
  return rules.namesHelpline(host) || rules.holdsHelpline(host);
}

/** An address as it stands on its button. */
export const withoutScheme = (address: string): string => address.replace(/^https?:\/\//i, '');
