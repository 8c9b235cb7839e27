/**
 * Words by which a text claims to speak of a national service (the police, an emergency, a helpline, the whole country),
 * and words for a telephone line, a house or an office. They are lists in data/, in all languages.
 */
import { claims, emergencyNames } from '../generated/national-names.js';
import { anyOf, isAscii, isThai, joined, remembered, wordsSeen } from './as-seen.js';

/** Scripts in which words are written together. */
const isUnparted = /[\p{Script=Thai}\p{Script=Arabic}]/u;

/** Prefixes that are written together with the next word, such as the Arabic article. */
export const prefix = `(?:${[...claims.prefixes]
  .sort((one, other) => other.length - one.length)
  .map(joined)
  .join('|')})?`;
const startsWithPrefix = new RegExp(`^${prefix}`);
export const withoutPrefix = (word: string): string => word.replace(startsWithPrefix, '');

/** Words such as "international" do not claim to be of the country. */
export const anyNational = new RegExp(
  `(?<!${joined('inter')}|${joined('интер')})(?:${anyOf(claims.national.map(joined))})`,
);
export const anyHelpline = new RegExp(anyOf(claims.helpline.map(joined)));
export const anyTrafficking = new RegExp(anyOf(claims.trafficking.map(joined)));
export const smallWords: ReadonlySet<string> = new Set(claims.small.map(joined));
/** Other names that contain one of ours. Their case has to fit, since in capitals they could be taken for ours. */
const ofOthers = new RegExp(`(?:${anyOf(claims.others)})(?!\\p{L})`, 'gu');
export const withoutOtherNames = (text: string): string => text.replace(ofOthers, ' ');

const notPolice = `(?!${anyOf(claims.not_police.map(joined))})`;
/** "Politisk" (political) and "poliklinikk" (a clinic) do not name the police. */
const policeOf = (words: readonly string[]): string =>
  `${notPolice}(?:${anyOf(words)})(?<!${joined('politi')}(?=s?k))`;
export const policeWords = claims.police.map(joined);
export const police = policeOf(policeWords);
export const isPoliceWord = new RegExp(`^${police}`);
/** The police within a longer word: without short words in Latin letters, which are part of too many others. */
export const anyPolice = new RegExp(
  policeOf(policeWords.filter(word => word.length > (isAscii.test(word) ? 4 : 2))),
);
/** The police anywhere in a text in Thai, which has no spaces. */
export const policeInThai = new RegExp(anyOf(claims.police.filter(word => isThai.test(word)).map(joined)));

/** The police at the end of joined words: no longer word, such as a police station in a town. */
const policeAtEnd = new RegExp(`^${prefix}(?:${police})\\p{L}{0,4}$`, 'u');
const policeBehind = new RegExp(`(?:${anyOf(policeWords.filter(word => isUnparted.test(word)))})$`);
/** Whether the last word of a text, or the last two, are the police. */
export const endsInPolice = remembered((text: string): boolean => {
  const words = wordsSeen(text);
  return [1, 2].some(width => {
    const seen = words.slice(-width).join('');
    return policeAtEnd.test(seen) || policeBehind.test(seen);
  });
});

/** Shorter words have to match a whole word: too many words begin with "SOS". */
const beginning = 4;
/** Looks for words that begin with one of these; in scripts that join words, it looks anywhere in the text. */
function beginnings(of: readonly string[]): (words: readonly string[], seen: string) => boolean {
  const stems = of.map(word => ({
    stem: joined(word),
    isAnywhere: isUnparted.test(word) || word.includes(' '),
  }));
  return (words, seen) =>
    stems.some(({ stem, isAnywhere }) =>
      isAnywhere
        ? seen.includes(stem)
        : words.some(word => (stem.length < beginning ? word === stem : word.startsWith(stem))),
    );
}

const hasUrgency = beginnings(claims.emergency);
const notWords = claims.not.map(joined);
/** Whether words say that something is urgent, without a "not". */
export const isUrgent = (words: readonly string[], seen: string): boolean =>
  hasUrgency(words, seen) &&
  !notWords.some(not => (isUnparted.test(not) ? seen.includes(not) : words.includes(not)));
/** Whether a word is one for the police, an ambulance or an emergency. */
export const isOfEmergency = (word: string): boolean => isPoliceWord.test(word) || hasUrgency([word], word);

/** The names that only the emergency number has. */
export const emergencyStems = emergencyNames.map(joined);
/** Whether joined words hold such a name. */
export const isEmergencyName = (seen: string): boolean => emergencyStems.some(stem => seen.includes(stem));
export const holdsEmergencyName = (text: string): boolean => isEmergencyName(joined(text));

const lineWords = claims.lines.map(joined);
/** Whether words have one for a telephone line at their beginning. */
export const hasLine = beginnings(claims.lines);
/** A word for a telephone line, also at the end of a longer word. */
export const lineInIt = new RegExp(`(?:${anyOf(lineWords)})\\p{L}{0,4}$`, 'u');
/** The same without short words such as "line", with which many names end: "Caroline". */
export const longLineInIt = new RegExp(
  `(?:${anyOf(lineWords.filter(word => word.length > 6))})\\p{L}{0,4}$`,
  'u',
);
/** The word for a line after the name of an organisation: "The agency's telephone". */
export const lineOnly = new RegExp(`^s?(?:${anyOf(lineWords)})\\p{L}{0,4}$`, 'u');
export const isLine = (word: string): boolean => lineInIt.test(joined(word));

const kindWords = claims.kinds.map(joined);
const anyKind = new RegExp(anyOf(kindWords));
/** Whether a word is one for a house, an office or a service. */
export const isKind = (word: string): boolean => anyKind.test(joined(word));

/** Words such as "line", "house" or "project" that form a compound with a name, after it or before it. */
const lineOrKind = `(?:${anyOf([...lineWords, ...kindWords])})`;
const afterName = new RegExp(`^s?${lineOrKind}`);
const beforeName = new RegExp(`^${lineOrKind}e?s?$`);
/** Whether one of the words is such a compound with a name. */
export const isLineOf = (words: readonly string[], name: string): boolean =>
  words.some(
    word =>
      (word.startsWith(name) && afterName.test(word.slice(name.length))) ||
      (word.endsWith(name) && beforeName.test(word.slice(0, -name.length))),
  );
const lineAtEnd = new RegExp(`s?${lineOrKind}\\p{L}{0,4}$`, 'u');
/** A word without "line" and the like at its end. */
export const withoutLine = (word: string): string => word.replace(lineAtEnd, '');

/** School years and ages, which are no number: "1.–10. trinn", "skole (1–10)". */
const range = '\\d{1,2}\\.?\\s?\\p{Pd}\\s?\\d{1,2}\\.?(?![\\d\\p{Pd}])';
const ranges = new RegExp(
  `(?<![\\d\\p{Pd}])${range}(?=\\s?(?:${anyOf(claims.years)}))|(?<=(?<!\\p{L})(?:${anyOf(claims.schools)})\\.? \\(?)${range}`,
  'giu',
);
export const withoutRanges = (text: string): string => text.replace(ranges, ' ');
