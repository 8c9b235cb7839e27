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
const isThai = /\p{Script=Thai}/u;
const hasPrefixes = /[\p{Script=Arabic}\p{Script=Ethiopic}]/u;

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

const anyOf = (some: readonly string[]): string => some.join('|') || '(?!)';
/** What Arabic and Tigrinya write in one with the word that follows, whatever it is: "and", "so". */
const aPrefix = new RegExp(
  `^(?:${anyOf(claims.prefixes.filter(letter => letter.length === 1).map(joined))})(?=\\p{L}{2})`,
  'u',
);
/** A word, also without that. */
const readings = (word: string): readonly string[] =>
  hasPrefixes.test(word) && aPrefix.test(word) ? [word, word.replace(aPrefix, '')] : [word];

/** What a phrase says of a national number, by where it stands. */
const kinds = ['gone', 'instead', 'reports', 'beside', 'never'] as const;
type Kind = (typeof kinds)[number];
interface Phrase {
  readonly kind: Kind;
  readonly words: readonly string[];
  /** Where among them the longest is, by which a phrase is looked for. */
  readonly longest: number;
}
/** A phrase in a sentence: its first word, and the one behind it. */
interface Said {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

const phrases: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const found = new Map<string, Phrase[]>();
  for (const kind of kinds) {
    // Also where one of its words is a digit, such as the "to" of Norwegian.
    const rows = [...claims[kind], ...claims[kind].map(figuresIn)].map(phrase => wordsSeen(phrase).join(' '));
    for (const row of new Set(rows)) {
      const words = row.split(' ');
      const word = words.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
      const known = found.get(word) ?? [];
      found.set(word, known);
      known.push({ kind, words, longest: words.indexOf(word) });
    }
  }
  return found;
})();

/** All such phrases in the words of a sentence. */
function phrasesIn(sentence: readonly string[]): Said[] {
  const found: Said[] = [];
  sentence.forEach((word, at) => {
    for (const reading of readings(word))
      for (const { kind, words, longest } of phrases.get(reading) ?? []) {
        const from = at - longest;
        const isHere = words.every(
          (one, index) =>
            sentence[from + index] === one || (index === 0 && readings(sentence[from] ?? '').includes(one)),
        );
        if (isHere) found.push({ kind, from, to: from + words.length });
      }
  });
  return found;
}

const clauses: ReadonlySet<string> = new Set(claims.clauses.map(joined));
const copulas: ReadonlySet<string> = new Set(claims.are.map(joined));

/** Thai writes no spaces: its phrases are set apart, the longest first, but not in the words that only hold one. */
const inThai = new RegExp(
  `(${anyOf(claims.harmless)})|(?:${anyOf(
    kinds
      .flatMap(kind => claims[kind])
      .filter(phrase => isThai.test(phrase))
      .sort((one, other) => other.length - one.length),
  )})`,
  'gu',
);
const setApart = (text: string): string =>
  isThai.test(text)
    ? text
        .replace(/\p{DI}/gu, '')
        .replace(inThai, (phrase, harmless?: string) => (harmless ? phrase : ` ${phrase} `))
    : text;

const isFigure = remembered((piece: string) => /\p{N}/u.test(figuresIn(piece)));

/** As many such words a sentence may have: nobody writes more, and each is looked at by itself. */
const mostTold = 40;

/** As many words may stand between "not" and the end of the name that follows. */
const mostBehind = 8;

/** Whether a sentence says something of the kind, which is found out quickly of the many that do not. */
function tells(sentence: string, { mayNameCritical }: NameRules): boolean {
  const words = wordsSeen(sentence);
  const found = phrasesIn(words);
  if (found.length > mostTold) return true;
  return found.some(({ kind, to }) => {
    if (kind !== 'never') return true;
    const behind = words.slice(to, to + mostBehind);
    return behind.some(isFigure) || mayNameCritical(behind.join(''));
  });
}

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

/** Whether a sentence says of a national number, or by its name, that it is another one, closed or not to be called. */
function denies(sentence: string, rules: NameRules): boolean {
  const figures = figuresIn(sentence).replace(changeOfScript, ' ');
  const words = figures.split(between);
  const seen = words.map(joined);
  if (!/\p{N}/u.test(figures) && !rules.mayNameCritical(seen.join(''))) return false;
  const found = phrasesIn(seen);
  if (found.length > mostTold) return true;
  /** From a word on, forwards or backwards to the end of its clause. */
  const clauseFrom = (word: number, step: 1 | -1) => {
    const clause: string[] = [];
    for (let at = word; at in seen && clause.length < mostBetween && !clauses.has(seen[at] ?? ''); at += step)
      clause.push(words[at] ?? '');
    return (step < 0 ? clause.reverse() : clause).join(' ');
  };
  const betweenWords = figures.match(between) ?? [];
  const isCritical = isCriticalBy(rules);
  const isHelpline = (part: string) => rules.namesHelpline(part) || rules.holdsHelpline(part);
  /** Whether a name or a number begins with a word, or ends with it. */
  const beginsAt = (word: number) =>
    widths.some(
      width =>
        isCritical(words.slice(word, word + width).join(' ')) &&
        !isCritical(words.slice(word + 1, word + width).join(' ')),
    );
  const endsAt = (end: number) =>
    widths.some(
      width =>
        end >= width &&
        isHelpline(words.slice(end - width, end).join(' ')) &&
        !isHelpline(words.slice(end - width, end - 1).join(' ')),
    );
  return found.some(({ kind, from, to }) => {
    if (kind === 'gone') return isCritical(clauseFrom(from - 1, -1));
    if (kind === 'instead') return isCritical(clauseFrom(to, 1));
    if (kind === 'reports') return isHelpline(clauseFrom(from - 1, -1));
    if (kind === 'beside') return endsAt(from);
    const isNotOne = copulas.has(seen[from - 1] ?? '') && !/[,;:(\u060c]/.test(betweenWords[from - 1] ?? '');
    return !isNotOne && beginsAt(to);
  });
}

const between = /[^\p{L}\p{N}'\u2019]+/gu;

/** As many words a name has, or a number groups. */
const widths = [1, 2, 3, 4];

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
  const said = sentencesOf(text);
  if (said.some(sentence => tells(sentence, rules) && denies(sentence, rules))) return true;
  if (!/\p{N}/u.test(text) && !dictates(text)) return false;
  const sentences = said.map(sentence => withoutOthers(sentence, rules));
  const hasOther = (sentence: string) => sentence.includes(other);
  return (
    (sentences.length > 1 && leavesOpen(sentences, rules)) ||
    (sentences.some(hasOther) && sentences.some(rules.holdsHelpline)) ||
    sentences.some(sentence =>
      hasOther(sentence)
        ? rules.namesCritical(sentence) || rules.holdsNumber(sentence)
        : rules.known.test(sentence) && rules.namesCritical(sentence) && !rules.holdsNumber(sentence),
    )
  );
}

const sentencesOf = (text: string): string[] => plainer(setApart(text)).split(sentenceEnd);

/** What a name says that something is closed or not to be called: the rest of it, or `undefined`. */
export function saidOf(name: string): string | undefined {
  const words = wordsSeen(setApart(name));
  const found = phrasesIn(words);
  if (!found.length) return undefined;
  return words
    .filter((word, at) => !copulas.has(word) && !found.some(({ from, to }) => from <= at && at < to))
    .join(' ');
}

/** Whose number it is, or that it is for what is left. */
const isOurs = remembered((piece: string) =>
  wordsSeen(piece)
    .flatMap(readings)
    .some(word => shortOurs.has(word) || longOurs.test(word)),
);
/** Of so many letters on, it is the beginning of a word. */
const beginning = 5;
const ours = claims.ours.map(joined);
const shortOurs: ReadonlySet<string> = new Set(ours);
const longOurs = new RegExp(`^(?:${anyOf(ours.filter(word => word.length >= beginning))})`);

/**
 * Whether a number is left to whom a sentence before it names: "… helps victims. Call …". Who says that it is their own
 * leaves nothing open. Each sentence is looked at once, and none where all numbers are somebody's.
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
 * Whether a warning names the helpline without its number. The plain referral has it; whatever else a warning says of the
 * helpline keeps people from calling it.
 */
export const warnsOfHelpline = (text: string, rules: NameRules): boolean =>
  sentencesOf(text).some(sentence => rules.namesHelpline(sentence) && !rules.holdsHelpline(sentence));

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
