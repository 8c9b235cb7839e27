/** Whether a sentence says that a national number has changed, is closed or is not to be called. */
import { claims } from '../generated/national-names.js';
import { changeOfScript, joined, remembered, wordsSeen } from './as-seen.js';
import { asks, clauses, copulas, itself } from './listed-words.js';
import type { NameRules } from './names.js';
import { emergencies, figuresIn } from './numbers-in-words.js';
import { isTelling, phrasesIn } from './phrases.js';
import { between, endOfClause, widths } from './sentences.js';

const isFigure = remembered((piece: string) => /\p{N}/u.test(figuresIn(piece)));

/** A sentence with more phrases is refused: nobody writes that many, and checking each takes time. */
const mostTold = 40;

/** How many words after "not" are searched for a name. */
const mostBehind = 8;

/** A quick check before `denies`: false for most sentences. */
export function tells(sentence: string, { mayNameCritical }: NameRules): boolean {
  if (!sentence.split(' ').some(isTelling)) return false;
  const words = wordsSeen(sentence);
  const found = phrasesIn(words);
  if (found.length > mostTold) return true;
  const isShown = found.some(({ kind }) => kind === 'shown');
  return found.some(({ kind, to }) => {
    if (kind === 'shown') return false;
    if (kind !== 'never' || isShown) return true;
    const behind = words.slice(to, to + mostBehind);
    return behind.some(isFigure) || mayNameCritical(behind.join(''));
  });
}

/** A function of rules and a text that remembers its answers for each set of rules. */
export function rememberedBy(
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

/** How many words away from a phrase a name is searched for: a text that repeats phrases must not block the page. */
const mostBetween = 12;

/**
 * Whether a sentence says that a national number, or the service of that name, has changed, is closed or is not to be
 * called.
 */
export function denies(sentence: string, rules: NameRules): boolean {
  const figures = figuresIn(sentence).replace(changeOfScript, ' ');
  const words = figures.split(between);
  const seen = words.map(joined);
  const found = phrasesIn(seen);
  if (found.some(({ kind }) => kind === 'refusals') && sentence.split(endOfClause).some(refusesPolice))
    return true;
  const shown = found.filter(({ kind }) => kind === 'shown');
  if (!/\p{N}/u.test(figures) && !shown.length && !rules.mayNameCritical(seen.join(''))) return false;
  if (found.length > mostTold) return true;
  for (const { from, to } of shown) words.fill('', from, to).splice(from, 1, emergencies[0] ?? '');
  /** The words from one word, forwards or backwards, to the end of its clause. */
  const clauseFrom = (word: number, step: 1 | -1) => {
    const clause: string[] = [];
    for (let at = word; at in seen && clause.length < mostBetween && !clauses.has(seen[at] ?? ''); at += step)
      clause.push(words[at] ?? '');
    return (step < 0 ? clause.reverse() : clause).join(' ');
  };
  const betweenWords = figures.match(between) ?? [];
  const hasComma = (word: number) => /[,;:(\u060c]/.test(betweenWords[word - 1] ?? '');
  const isCritical = isCriticalBy(rules);
  const isHelpline = (part: string) => rules.namesHelpline(part) || rules.holdsHelpline(part);
  /** Whether a national name or number begins at a word; `endsAt`: whether the helpline's ends before one. */
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
    if (nots.has(`${seen[from - 1]} ${seen[from]}`) && !hasComma(from)) return false;
    if (kind === 'gone') return isCritical(clauseFrom(from - 1, -1));
    if (kind === 'instead') return isCritical(clauseFrom(to, 1));
    if (kind === 'reports') {
      const before = clauseFrom(from - 1, -1);
      return isHelpline(before) || (shown.length > 0 && isCritical(before));
    }
    if (kind === 'beside') return endsAt(from);
    if (kind === 'shown' || kind === 'refusals') return false;
    const isNotOne = copulas.has(seen[from - 1] ?? '') && !hasComma(from);
    return !isNotOne && beginsAt(to);
  });
}

const nots: ReadonlySet<string> = new Set(claims.nots.map(phrase => wordsSeen(phrase).join(' ')));

/**
 * Whether a clause only tells people not to call the police. With more words it may be sound advice: "… if you can wait".
 */
function refusesPolice(clause: string): boolean {
  const words = wordsSeen(clause);
  const found = phrasesIn(words).filter(({ kind }) => kind === 'refusals');
  return (
    found.length > 0 &&
    words.every((word, at) => itself.has(word) || found.some(({ from, to }) => from <= at && at < to))
  );
}

/** Whether a sentence that is only "Never." or the like follows one that only asks for a national number: "Call the police?" */
export const isDeniedAfter = (before: string, sentence: string, rules: NameRules): boolean => {
  if (!answers.has(joined(sentence))) return false;
  const left = wordsSeen(before).filter(word => !asks.has(word));
  return left.every(isFigure) ? rules.holdsNumber(before) : rules.isCriticalAlone(left.join(' '));
};
/** The same within a sentence: "police – no", "police do not call". */
export const isDeniedInside = (sentence: string, rules: NameRules): boolean => {
  const words = sentence.length > longestDenial ? [] : sentence.split(between).filter(Boolean);
  // A quick check: few sentences end so.
  if (!endsOfAnswers.has(joined(words[words.length - 1] ?? ''))) return false;
  return widths.some(width =>
    isDeniedAfter(words.slice(0, -width).join(' '), words.slice(-width).join(' '), rules),
  );
};
/** Answers of few words: "Never." */
export const answers: ReadonlySet<string> = new Set(claims.answers.map(joined));
const endsOfAnswers: ReadonlySet<string> = new Set(
  claims.answers.map(answer => joined(answer.split(between).pop() ?? '')),
);

/** Whether a part of a sentence contains a national number or its name. */
const isCriticalBy = rememberedBy(
  ({ namesCritical, namesNational, holdsNumber }, part) =>
    namesCritical(part) || namesNational(part) || holdsNumber(part),
);

/** In characters: a sentence that says nothing but "It is closed." is shorter. */
export const longestDenial = 120;
