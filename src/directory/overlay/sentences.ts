/** Where the lines, sentences, clauses and words of a text end. */
import { isDialled } from '../../safety/generated/country.js';
import { plainer } from './as-seen.js';
import { dialledIn } from './numbers-in-figures.js';
import { setApart } from './phrases.js';

/** In a list, what may be before an item. */
const mark = '(?:[(\\p{Pd}\u2022\u00b7*] ?|\\d{1,2}[.)] )';
/**
 * A sentence ends before a capital, or a letter of a script without capitals: "tlf. 21 00 00 01" is one sentence. Some
 * scripts have full stops of their own; Thai has none, and ends a sentence with a space.
 */
export const sentenceEnd = new RegExp(
  `(?<=[.!?\u061f])\\s+(?=${mark}?[\\p{Lu}\\p{Lo}])|(?<=[\u1362\u1367\u06d4\u3002\u0964])\\s*` +
    '|(?<=(?:\\d ?){8}[.!?])\\s+(?=\\d)',
  'u',
);
/** Where a Thai sentence ends behind a phone number. */
export const thaiEnd = /(?<=(?:\d ?){8}) (?=\p{Script=Thai})/u;

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

/** What is between two words. */
export const between = /[^\p{L}\p{N}'\u2019]+/gu;
export const endOfClause = /[,;:()\u060c\u1363]| - /;

/** How many words a name, or groups of digits a number, can have. */
export const widths = [1, 2, 3, 4];

const inSentences = (text: string): string[] => plainer(setApart(text)).split(sentenceEnd);
/** A question and its answer together: "Are you in danger? Call …". */
export const withQuestions = (text: string): string[] => {
  const joinedTo: string[] = [];
  for (const sentence of inSentences(text)) {
    const before = joinedTo[joinedTo.length - 1];
    if (before && /[?\u061f]$/.test(before)) joinedTo[joinedTo.length - 1] = `${before} ${sentence}`;
    else joinedTo.push(sentence);
  }
  return joinedTo;
};
/** Each sentence of a text alone. */
export const sentencesOf = (text: string): string[] => inSentences(text).flatMap(one => one.split(thaiEnd));
