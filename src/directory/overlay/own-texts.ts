/** Free texts and addresses of a host page's own services may not give another number as a national one. */
import {
  callingCode,
  isDialled,
  shortest,
  withCallingCode,
  withoutCallingCode,
} from '../../safety/generated/country.js';
import { claims } from '../generated/national-names.js';
import {
  anyOf,
  changeOfScript,
  hasPrefixes,
  isThai,
  joined,
  plainer,
  remembered,
  wordsSeen,
} from './as-seen.js';
import {
  anyNational,
  anyPolice,
  criticalName,
  endsInPolice,
  holdsEmergencyName,
  isKind,
  isLine,
  isOfEmergency,
  type NameRules,
  policeInThai,
  withoutRanges,
} from './names.js';
import { abroad, dictates, emergencies, figuresIn, figuresInSentence } from './numbers-in-words.js';

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:19|20)\\d\\d';
const time = '(?:[01]?\\d|2[0-4])[.:][0-5]\\d';

/** Digits that are no phone number: dates, spans of years, opening hours. Each part has to be possible. */
const noNumbers = new RegExp(
  `(?<!\\d)(?:${[
    `${year}[-/]${month}[-/]${day}`,
    `${day}[./-]\\s?${month}[./-]\\s?${year}`,
    `(?:19|20[0-3])\\d\\s?[-/]\\s?20[0-3]\\d`,
    `${time}\\s?-\\s?${time}`,
    '24\\s?/\\s?7',
  ].join('|')})(?!\\d)`,
  'g',
);
/** Digits as people write phone numbers; may match several numbers: "113 / 41234". */
const numbers = /\+?\d(?:[^\p{L}\p{N}]{0,3}\d){2,}/gu;
/** In a list, what may be before an item. */
const mark = '(?:[(\\p{Pd}\u2022\u00b7*] ?|\\d{1,2}[.)] )';
/**
 * A sentence ends before a capital, or a letter of a script without capitals: "tlf. 21 00 00 01" is one sentence. Some
 * scripts have full stops of their own; Thai has none, and ends a sentence with a space.
 */
const sentenceEnd = new RegExp(
  `(?<=[.!?\u061f])\\s+(?=${mark}?[\\p{Lu}\\p{Lo}])|(?<=[\u1362\u1367\u06d4\u3002\u0964])\\s*` +
    '|(?<=(?:\\d ?){8}[.!?])\\s+(?=\\d)',
  'u',
);
const thaiEnd = /(?<=(?:\d ?){8}) (?=\p{Script=Thai})/u;

const lineEnd = /[\n\r\v\f\x85\u2028\u2029]+/;
const endsInside = /[\p{L}\p{M}\p{N})\]"\u201d\u00bb]$/u;
const beginsAnew = new RegExp(`^(?:${mark}|[\\p{Lu}\\p{Lo}\\p{N}])`, 'u');
const numberAtEnd = /\d(?:[ -]?\d)*$/;

/** A text in one line, with a full stop where a line ended that has none. A line that only wraps goes on. */
export function withLinesEnded(given: string): string {
  const lines = given
    .split(lineEnd)
    .map(line => line.trim())
    .filter(Boolean);
  return lines
    .map((line, at) => {
      const next = lines[at + 1];
      if (next === undefined || !endsInside.test(line) || !beginsAnew.test(next)) return line;
      // A number may go on in the next line.
      const number = /^\d/.test(next) ? (numberAtEnd.exec(line)?.[0] ?? '') : '';
      if (number && !isDialled(dialledIn(number))) return line;
      return /\p{Script=Thai}$/u.test(line)
        ? line
        : `${line}${/\p{Script=Ethiopic}$/u.test(line) ? '\u1362' : '.'}`;
    })
    .join(' ');
}

const digitsOf = (run: string): string => withoutCallingCode(run.replace(/\D/g, ''));

/** Replaces a phone number that is not a national one. */
const other = ' \ufffc ';

const dialledIn = (run: string): string => {
  const digits = digitsOf(run);
  const isForeign = run.startsWith('+') && digits === run.replace(/\D/g, '');
  return isForeign ? `+${digits}` : withCallingCode(digits);
};

/** Nobody writes a short number in more groups of digits. */
const mostGroups = 6;

/** The numbers in a name, as they are dialled: "Legevakt 116 117". */
export const numbersShown = remembered((name: string): readonly string[] =>
  (figuresIn(name).match(numbers) ?? []).flatMap(run => {
    const all = dialledIn(run);
    if (isDialled(all)) return [all];
    const groups = run.split(/\D+/);
    return groups
      .flatMap((_, from) => {
        const near = groups.slice(from, from + mostGroups);
        return near.map((_, more) => near.slice(0, more + 1).join(''));
      })
      .filter(isDialled);
  }),
);

const isShort = (number: string) => !number.startsWith('+');

/** Whether a name shows a short number, which takes no calling code, or a label any number, that is not dialled there. */
export const showsOther = (name: string, calls: readonly (string | null)[], isLabel = false): boolean =>
  numbersShown(withoutRanges(name))
    .filter(isShort)
    .concat(isLabel ? numbersShown(plainer(name).replace(noNumbers, ' x ')) : [])
    .some(number => !calls.includes(number));

/** Digits that belong to the number after them, for whoever dials: "9" in "933 00 00 01", "829 33 00 00 01". */
const gluedBefore = /\d[^\p{L}\p{N},:;)\]]?$|\(\d+\) ?$/u;
/** The same after a number, unless they are of hours or count something: "33 00 00 01 24 timer". */
const gluedAfter = /^(?:\d{1,6}(?!\d)| \d{1,6}(?=\s*(?:$|[.,;!?)](?!\d))))/;

/** A sentence in figures, with `other` for each number that readers could dial instead of a known one. */
function withoutOthers(sentence: string, { holdsHelpline }: NameRules, known: RegExp): string {
  const isOne = (part: string) => isDialled(dialledIn(part));
  const isKnown = (part: string) => known.exec(part)?.[0].length === part.length;
  const figures = figuresInSentence(sentence.replace(noNumbers, ' x '));
  return figures.replace(numbers, (run, at: number, whole: string) => {
    if (holdsHelpline(run) && digitsOf(run).length === shortest) return run;
    if (isKnown(run)) return run;
    if (isOne(run)) return other;
    const found = known.exec(run);
    const national = found?.[0] ?? '';
    const index = found?.index ?? 0;
    // With more digits it is another whole number, beside the national one.
    const isGlued =
      digitsOf(run.slice(0, index)).length < shortest - 1 &&
      (gluedBefore.test(whole.slice(Math.max(0, at - 1), at) + run.slice(0, index)) ||
        (holdsHelpline(national) &&
          gluedAfter.test(run.slice(index + national.length) + whole.slice(at + run.length))));
    if (national && isGlued) return other;
    return run
      .split(known)
      .map(part => (!isKnown(part) && (digitsOf(part).length >= shortest - 1 || isOne(part)) ? other : part))
      .join('');
  });
}

/**
 * Whether a text has a code that changes how a phone works, such as one that sends all calls elsewhere: "*21*33000009#".
 * Not "#31#", which only hides one's own number. The codes are the same in all networks.
 */
export const holdsCode = (text: string): boolean => {
  const read = plainer(text)
    .replace(stars, '*')
    .replace(/\u266f/g, '#');
  return (
    /(?:[*#] ?){1,2}(?!3 ?1 ?#)\d ?\d[\d *+-]*(?:#(?<! #)| #(?![\p{L}\p{N}]))/u.test(read) ||
    /(?<!\d)[*#] ?\d ?\d(?: ?\d)? ?\*|\* ?\d ?\d(?: ?\d)?[^\p{L}\p{N}]{1,2}(?:\d[ ()./-]?){5}/u.test(read)
  );
};
/** The star of a keypad, also in words. */
const stars = new RegExp(`[\u2217\u204e\u066d\u2731]|(?<!\\p{L})(?:${anyOf(claims.stars)})(?!\\p{L})`, 'giu');

/** Whether a text has a number of the country, or of abroad, that cannot be dialled since it costs extra. */
export const holdsCostly = (text: string): boolean =>
  /\d{2}/.test(text) &&
  (plainer(text).replace(noNumbers, ' x ').match(numbers) ?? []).some(run => {
    const all = dialledIn(run);
    const isOfCountry = digitsOf(run).length === shortest && all.startsWith(callingCode);
    return (isOfCountry || (run.startsWith('+') && all.length > shortest + 1)) && !isDialled(all);
  });

/** Prefixes that Arabic and Tigrinya write together with any next word: "and", "so". */
const aPrefix = new RegExp(
  `^(?:${anyOf(claims.prefixes.filter(letter => letter.length === 1).map(joined))})(?=\\p{L}{2})`,
  'u',
);
/** A word, and the same word without such a prefix. */
const readings = (word: string): readonly string[] =>
  hasPrefixes.test(word) && aPrefix.test(word) ? [word, word.replace(aPrefix, '')] : [word];

/** What a phrase says about a national number before or after it; `shown` means such a number: "the number above". */
const kinds = ['gone', 'instead', 'reports', 'beside', 'never', 'shown', 'refusals'] as const;
type Kind = (typeof kinds)[number];
interface Phrase {
  readonly kind: Kind;
  readonly words: readonly string[];
  /** The index of the longest word, by which the phrase is found. */
  readonly longest: number;
}
/** A phrase in a sentence: the index of its first word, and of the word after its last. */
interface Said {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

const phrases: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const found = new Map<string, Phrase[]>();
  for (const kind of kinds) {
    // Also with its number words as figures: Norwegian "to" is two.
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

/** All phrases in the words of a sentence. */
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

/** Thai writes no spaces, so they are put around phrases, longest first; not within harmless words that contain one. */
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

/** A sentence with more phrases is refused: nobody writes that many, and checking each takes time. */
const mostTold = 40;

/** How many words after "not" are searched for a name. */
const mostBehind = 8;

/** Remembered, since texts are made of the same words. */
const isTelling = remembered((piece: string) =>
  wordsSeen(piece)
    .flatMap(readings)
    .some(word => phrases.has(word)),
);

/** A quick check before `denies`: false for most sentences. */
function tells(sentence: string, { mayNameCritical }: NameRules): boolean {
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

/** How many words away from a phrase a name is searched for: a text that repeats phrases must not block the page. */
const mostBetween = 12;

/**
 * Whether a sentence says that a national number, or the service of that name, has changed, is closed or is not to be
 * called.
 */
function denies(sentence: string, rules: NameRules): boolean {
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

const between = /[^\p{L}\p{N}'\u2019]+/gu;
const endOfClause = /[,;:()\u060c\u1363]| - /;
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

/** Whether a sentence that is only "Never." or the like follows one that only asks for a national number: "Call 112?" */
const isDeniedAfter = (before: string, sentence: string, rules: NameRules): boolean => {
  if (!answers.has(joined(sentence))) return false;
  const left = wordsSeen(before).filter(word => !asks.has(word));
  return left.every(isFigure) ? rules.holdsNumber(before) : rules.isCriticalAlone(left.join(' '));
};
const answers: ReadonlySet<string> = new Set(claims.answers.map(joined));
const asks: ReadonlySet<string> = new Set(claims.asks.map(joined));

/** How many words a name, or groups of digits a number, can have. */
const widths = [1, 2, 3, 4];

/** Whether a part of a sentence contains a national number or its name. */
const isCriticalBy = rememberedBy(
  ({ namesCritical, namesNational, holdsNumber }, part) =>
    namesCritical(part) || namesNational(part) || holdsNumber(part),
);

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
  return (isGiven ? judgeBeside112 : judgeBy)(rules)(text);
}

/** Remembered, since places and sources are the same in many records. */
const judgeBy = rememberedBy((rules, text) => judge(rules, [text], false));
const judgeBeside112 = rememberedBy((rules, text) => judge(rules, [text], true));

/** Whether a text gives an emergency number, so that readers know whom to call in danger. */
export const givesEmergency = (text: string): boolean => anyEmergency.test(plainer(text));
const anyEmergency = new RegExp(`(?<![\\d-])(?:${emergencies.join('|')})(?![\\d-])`);

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

/** In characters: a sentence that says nothing but "It is closed." is shorter. */
const longestDenial = 120;

const hasFigures = (text: string): boolean => /\p{N}/u.test(text) || dictates(text);

/** @param isGiven whether the card gives an emergency number */
function judge(rules: NameRules, texts: readonly string[], isGiven: boolean): boolean {
  const said = texts.flatMap(sentencesOf);
  if (
    said.some(
      (sentence, at) =>
        (at > 0 && isDeniedAfter(said[at - 1] ?? '', sentence, rules)) ||
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

/**
 * Whether a sentence says of the police, the helpline or an emergency number what keeps people from calling: that it
 * costs, arrests or deports. With a "not" in it, it says the opposite.
 */
function accuses(sentence: string, rules: NameRules): boolean {
  if (!sentence.split(' ').some(mayAccuse)) return false;
  const words = wordsSeen(sentence);
  const seen = words.join('');
  if (avoided.test(seen)) return true;
  const denies = (some: readonly string[]) =>
    some.some(word => deniersSeen.has(word)) || deniedInThai.test(some.join(''));
  // "Politiet i Hå" is a name, and Somali "ha" is "not".
  const isName = sentence
    .split(' ')
    .some((word, index) => index > 0 && /^\p{Lu}\p{Ll}/u.test(word) && !endsInPolice(word));
  if (!isName && words.every(word => refusalWords.has(word)) && denies(words) && namesPolice(sentence))
    return true;
  // "The police are dangerous."
  const isGone = ({ kind, from }: Said) => kind === 'gone' && endsInPolice(words[from - 1] ?? '');
  if (!denies(words) && phrasesIn(words).some(isGone)) return true;
  const at = words.findIndex(isAccusation);
  if ((at < 0 && !accusationsInside.test(seen)) || /[?\u061f]$/.test(sentence)) return false;
  // "Call 112 if somebody gets arrested."
  if (asks.has(words[0] ?? '') && words.slice(1, Math.max(at, 1)).some(word => conditions.has(word)))
    return false;
  // "It costs nothing."
  return !denies(at < 0 ? words : words.slice(0, at + 2)) && isNational(sentence, rules);
}
const conditions: ReadonlySet<string> = new Set(claims.conditions.map(joined));
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
/** A quick check. */
const mayAccuse = remembered(
  (piece: string): boolean =>
    isThai.test(piece) ||
    wordsSeen(piece).some(word => isAccusation(word) || endsInPolice(word) || avoidedFirst.has(word)),
);
const avoidedFirst: ReadonlySet<string> = new Set(
  [...claims.avoided, ...claims.accusations].flatMap(phrase => wordsSeen(phrase).slice(0, 1)),
);

/** Whether a sentence gives another number for the police or for danger than theirs. */
function isForAnother(sentence: string, rules: NameRules, isGiven: boolean): boolean {
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

/** A sentence with `other` also for the emergency numbers of other countries, but not "100 women". */
const withoutAbroad = (figures: string): string =>
  figures.replace(
    /(?<![\d+-])\d(?:[ -]?\d){2}(?![\d-])(?:(?= ?\p{L})|)/gu,
    (run, at: number, whole: string) => {
      const isCounting = /^ \p{L}/u.test(whole.slice(at + run.length)) && !run.startsWith('9');
      return !isCounting && isAbroad(run) ? other : run;
    },
  );

/**
 * Whether a sentence names the police where no place is named, in one clause with another number, or where the clause
 * of that number does not say whose it is: "To talk to the police, use …".
 */
function isOfPolice(figures: string): boolean {
  const clauses = figures.split(endOfClause);
  const isOther = (clause: string) => clause.includes(other.trim());
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
const namesPolice = remembered((text: string): boolean => {
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
    // Scripts without capitals do not show what is a name.
    const isAlike = /^\p{Lo}/u.test(next) && !isSmall(next);
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
/** Words after a number that belong to it: "112 (the police)". */
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

const aims: ReadonlySet<string> = new Set(claims.aims.map(joined));
/** Words of a plain referral to an emergency number: "If it is urgent, call the police on …". */
const referralWords: ReadonlySet<string> = new Set(
  [
    ...claims.referral,
    ...claims.asks,
    ...claims.at,
    ...claims.are,
    ...claims.urgent,
    ...claims.danger,
    ...claims.emergencies,
  ]
    .concat(claims.or, claims.and)
    .flatMap(wordsSeen)
    .filter(word => !aims.has(word)),
);
const rescuers: ReadonlySet<string> = new Set(claims.rescue.map(joined));
/** A word that names somebody: "Vakttelefon". */
const saysWhose = (word: string): boolean =>
  word.length > 2 && !asks.has(word) && !here.has(word) && !them.has(word) && !referralWords.has(word);

/**
 * "Call us on …, or the police on 112 if it is urgent": the words before each of the two numbers, and the numbers. Only a
 * listed phrase may follow: any other word could say that the emergency number is not to be called.
 */
const orUrgent = new RegExp(
  `^(\\D*?)(\\+?\\d[\\d ]*\\d),? (?:${anyOf(claims.or.map(plainer))}) (\\D*?)(\\d{3})(?:,? (?:${anyOf(claims.urgent.map(plainer))}))?[.!]?$`,
  'iu',
);
/** Words such as those of "you can phone us on the number". */
const callWords: ReadonlySet<string> = new Set([
  ...[...claims.asks, ...claims.them, ...claims.ours].map(joined),
  ...claims.at.flatMap(wordsSeen),
]);

/** Whether a sentence has no words but that something is closed or the like, and small ones such as "it". */
const saysOnlyThat = (sentence: string): boolean => {
  const words = wordsSeen(sentence);
  const found = phrasesIn(words);
  return words.every((word, at) => itself.has(word) || found.some(({ from, to }) => from <= at && at < to));
};
const itself: ReadonlySet<string> = new Set(claims.itself.map(joined));

/** Whether the words before another number, with a colon or a word such as "is" between, may be no name for it. */
const isForged = (sentence: string, { faultOfName }: NameRules): boolean =>
  sentence
    .split(other.trim())
    .slice(0, -1)
    .some(before => {
      const name = before.slice(0, Math.max(0, before.search(endOfName))).split(/[.,;:()\u060c]/);
      return faultOfName(name.pop() ?? '') === criticalName;
    });
const endOfName = new RegExp(` ?[:=-]\\s*$| (?:${anyOf(claims.are.map(plainer))})\\s*$`, 'iu');

/** Whether another number is said to be that of the police, without a place: "Call the police on …". */
const isForPolice = (sentence: string): boolean =>
  sentence
    .split(other.trim())
    .slice(0, -1)
    .some(before => {
      const end = before.search(atEnd);
      return end > 0 && endsInPolice(before.slice(0, end));
    });
/** Thai has no space before the word. */
const atEnd = new RegExp(`(?: |(?<=\\p{Script=Thai}))(?:${anyOf(claims.at.map(plainer))})[:.]?\\s*$`, 'iu');

const isAbroad = (run: string): boolean => abroad.test(run.replace(/\D/g, ''));

/** Whether a sentence says when life is in danger, for which only the emergency number is. */
const isForDanger = (sentence: string): boolean => saysDanger(sentence) || saysEmergency(sentence);
const ofRisks = new RegExp(`(?<!\\p{L})(?:${anyOf(claims.risks)})(?!\\p{L})`, 'giu');

/** Finds phrases, each as a word of a sentence, as words in a row or in a script that writes words together. */
function saying(of: readonly string[]): (sentence: string) => boolean {
  const words = new Set(of.map(joined));
  const ofMore = new RegExp(anyOf(of.filter(word => /[ -]|\p{Script=Thai}/u.test(word)).map(joined)));
  return remembered(sentence => {
    const seen = wordsSeen(sentence.replace(ofRisks, ' '));
    return seen.flatMap(readings).some(word => words.has(word)) || ofMore.test(seen.join(''));
  });
}
const saysDanger = saying(claims.danger);
/** Words such as "emergency", which a casualty clinic may have in its name. */
const saysEmergency = saying(claims.emergencies);
const dangers: ReadonlySet<string> = new Set([...claims.danger, ...claims.emergencies].map(joined));

const inSentences = (text: string): string[] => plainer(setApart(text)).split(sentenceEnd);
/** A question and its answer together: "Are you in danger? Call …". */
const withQuestions = (text: string): string[] => {
  const joinedTo: string[] = [];
  for (const sentence of inSentences(text)) {
    const before = joinedTo[joinedTo.length - 1];
    if (before && /[?\u061f]$/.test(before)) joinedTo[joinedTo.length - 1] = `${before} ${sentence}`;
    else joinedTo.push(sentence);
  }
  return joinedTo;
};
const sentencesOf = (text: string): string[] => inSentences(text).flatMap(one => one.split(thaiEnd));

/** The rest of a name that says that something is closed or not to be called; `undefined` if it does not say so. */
export function saidOf(name: string): string | undefined {
  const words = wordsSeen(setApart(name));
  // One that names the police leaves nothing of the name.
  const found = phrasesIn(words).filter(({ kind }) => kind !== 'refusals');
  if (!found.length) return undefined;
  return words
    .filter((word, at) => !copulas.has(word) && !found.some(({ from, to }) => from <= at && at < to))
    .join(' ');
}

/** Whether a word says whose number it is, such as "our", or that it is for all other cases. */
const isOurs = remembered((piece: string) =>
  wordsSeen(piece)
    .flatMap(readings)
    .some(word => shortOurs.has(word) || longOurs.test(word)),
);
/** Words of at least this many letters also match the beginning of a word. */
const beginning = 5;
const ours = claims.ours.map(joined);
const shortOurs: ReadonlySet<string> = new Set(ours);
const longOurs = new RegExp(`^(?:${anyOf(ours.filter(word => word.length >= beginning))})`);

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
const negations: ReadonlySet<string> = new Set(claims.not.map(joined));
const them: ReadonlySet<string> = new Set(claims.them.flatMap(wordsSeen));
const here: ReadonlySet<string> = new Set(claims.here.flatMap(wordsSeen));

/**
 * Whether a warning names the helpline without its number. A plain referral has the number; anything else that a
 * warning says about the helpline keeps people from calling it.
 */
export const warnsOfHelpline = (text: string, rules: NameRules): boolean =>
  sentencesOf(text).some(sentence => rules.namesHelpline(sentence) && !rules.holdsHelpline(sentence));

/**
 * Whether a sentence is only the name of the helpline or the emergency number, as if to label the text after it, or says
 * so of who speaks: "We are …", "Hello from …".
 */
export const labels = (text: string, rules: NameRules): boolean =>
  plainer(text)
    .split(sentenceEnd)
    .some(
      sentence =>
        (rules.isCriticalAlone(sentence) || saysItIsNational(sentence, rules)) &&
        !rules.holdsNumber(sentence) &&
        !rules.isHeading(sentence),
    );

function saysItIsNational(sentence: string, { isCriticalAlone }: NameRules): boolean {
  const words = sentence.replace(changeOfScript, ' ').split(between);
  const isPosing = (end: number) =>
    end > 0 &&
    endsOfPosing.has(joined(words[end - 1] ?? '')) &&
    widths.some(width => end >= width && posing.has(joined(words.slice(end - width, end).join(' '))));
  return words.some(
    (word, at) =>
      isPosing(at) &&
      // "We and …" is one word less in Arabic.
      readings(joined(word)).length < 2 &&
      widths.some(width => isCriticalAlone(words.slice(at, at + width).join(' '))),
  );
}
const posing: ReadonlySet<string> = new Set(claims.posing.map(joined));
const endsOfPosing: ReadonlySet<string> = new Set(
  claims.posing.map(phrase => joined(plainer(phrase).split(between).pop() ?? '')),
);

/**
 * Whether an address contains the name or the number of the helpline, looks like one of the police or of another
 * authority that people write to, or hides where it leads.
 */
export function posesAsNational(address: string, rules: NameRules): boolean {
  const host = withoutScheme(address).replace(/[/?#].*$/s, '');
  const seen = host.replace(/[.@_+-]/g, ' ');
  if (rules.namesHelpline(seen) || rules.holdsHelpline(seen) || shorteners.has(host.toLowerCase()))
    return true;
  const [domain = '', mailbox = ''] = host.split('@').reverse();
  return (
    domain.split(/[.-]/).some(part => isOfAuthority(part) || authorities.has(joined(part))) ||
    mailbox.split(/[._+-]/).some(part => isOfAuthority(part))
  );
}
const shorteners: ReadonlySet<string> = new Set(claims.shorteners);
const authorities: ReadonlySet<string> = new Set(claims.hosts.map(joined));
/** "politiet", "norgespoliti", "ring112", "nodnummer". */
const isOfAuthority = (part: string): boolean =>
  endsInPolice(part) || anyPolice.test(joined(part)) || givesEmergency(part) || holdsEmergencyName(part);

/** An address as its button shows it. */
export const withoutScheme = (address: string): string => address.replace(/^https?:\/\//i, '');
