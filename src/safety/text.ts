/** Text from a host page, made to show as what it says. Nothing here decides what may be a link: see links. */

import { grouped } from './generated/country.js';

/**
 * Characters that change how their neighbours read, or that nobody sees: controls, half characters, direction
 * marks and overrides, zero-width ones, annotations, tags. The joiners U+200C and U+200D stay: Persian, Hindi
 * and composed emoji are misspelt without them, and they neither reorder nor hide a letter. So does the soft
 * hyphen, by which long words break.
 */
const UNSEEN =
  /[\p{Cc}\p{Cs}\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** More marks than any writing puts on one letter, which would be drawn over the lines above and below. */
const TOO_MANY_MARKS = /((?:[\p{M}\u00ad\u200c]|\u200d){4})(?:[\p{M}\u00ad\u200c]|\u200d)+/gu;

/**
 * The text in one line that shows as literal text: line breaks and tabs are a space, control characters,
 * direction controls, zero-width characters and lone surrogates are gone, as are all marks on a letter but four. What is not a string is `''`.
 */
export function plainText(text: string): string {
  if (typeof text !== 'string') return '';
  return text
    .replace(/[\t-\r\x85\u2028\u2029]+/g, ' ')
    .replace(UNSEEN, '')
    .replace(TOO_MANY_MARKS, '$1');
}

/**
 * A number as `dialable` answers it, grouped as it is read in the country, with no-break spaces. Short codes and foreign
 * numbers stay as they are.
 */
export function formatPhone(number: string): string {
  return grouped(number);
}
