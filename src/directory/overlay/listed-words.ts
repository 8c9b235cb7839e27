/** Lists of words from data/ that say of whom a sentence speaks, or what it asks for: "our", "them", "call". */
import { claims } from '../generated/national-names.js';
import { anyOf, hasPrefixes, joined, remembered, wordsSeen } from './as-seen.js';

/** Prefixes that Arabic and Tigrinya write together with any next word: "and", "so". */
const aPrefix = new RegExp(
  `^(?:${anyOf(claims.prefixes.filter(letter => letter.length === 1).map(joined))})(?=\\p{L}{2})`,
  'u',
);
/** A word, and the same word without such a prefix. */
export const readings = (word: string): readonly string[] =>
  hasPrefixes.test(word) && aPrefix.test(word) ? [word, word.replace(aPrefix, '')] : [word];

/** Words at which another part of a sentence begins: "if", "but". */
export const clauses: ReadonlySet<string> = new Set(claims.clauses.map(joined));
/** "Is", "are". */
export const copulas: ReadonlySet<string> = new Set(claims.are.map(joined));
/** Words that ask for a call, and small ones beside them: "call", "you can". */
export const asks: ReadonlySet<string> = new Set(claims.asks.map(joined));

const aims: ReadonlySet<string> = new Set(claims.aims.map(joined));
/** Words of a plain referral to an emergency number: "If it is urgent, call the police on …". */
export const referralWords: ReadonlySet<string> = new Set(
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

/** A word that names somebody: "Vakttelefon". */
export const saysWhose = (word: string): boolean =>
  word.length > 2 && !asks.has(word) && !here.has(word) && !them.has(word) && !referralWords.has(word);

/** Words such as those of "you can phone us on the number". */
export const callWords: ReadonlySet<string> = new Set([
  ...[...claims.asks, ...claims.them, ...claims.ours].map(joined),
  ...claims.at.flatMap(wordsSeen),
]);
/** Small words beside "closed" and the like: "it is now". */
export const itself: ReadonlySet<string> = new Set(claims.itself.map(joined));

/** Whether a word says whose number it is, such as "our", or that it is for all other cases. */
export const isOurs = remembered((piece: string) =>
  wordsSeen(piece)
    .flatMap(readings)
    .some(word => shortOurs.has(word) || longOurs.test(word)),
);
/** Words of at least this many letters also match the beginning of a word. */
export const beginning = 5;
const ours = claims.ours.map(joined);
const shortOurs: ReadonlySet<string> = new Set(ours);
const longOurs = new RegExp(`^(?:${anyOf(ours.filter(word => word.length >= beginning))})`);

/** "Not". */
export const negations: ReadonlySet<string> = new Set(claims.not.map(joined));
/** Words for somebody else: "call them". */
export const them: ReadonlySet<string> = new Set(claims.them.flatMap(wordsSeen));
/** Words for the place or the time of reading: "call here", "call now". */
export const here: ReadonlySet<string> = new Set(claims.here.flatMap(wordsSeen));
