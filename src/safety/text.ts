/** Cleans text from a host page, so that it shows what it says. What may become a link is decided in links.ts. */

import { grouped } from './generated/country.js';

/**
 * Invisible characters, and characters that change how their neighbours are shown: controls, lone surrogates,
 * direction marks and overrides, zero-width characters, annotations, tags. The joiners U+200C and U+200D stay:
 * Persian, Hindi and composed emoji are misspelt without them, and they neither reorder nor hide a letter. The soft
 * hyphen stays too: long words break at it.
 */
const UNSEEN =
  /[\p{Cc}\p{Cs}\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** More marks than any script puts on one letter: they would be drawn over the lines above and below. */
const TOO_MANY_MARKS = /((?:[\p{M}\u00ad\u200c]|\u200d){4})(?:[\p{M}\u00ad\u200c]|\u200d)+/gu;

/**
 * The text in one line, safe to show as literal text. Line breaks and tabs become a space; control characters,
 * direction controls, zero-width characters and lone surrogates are removed, and so are all marks on a letter after
 * the fourth. Returns `''` for anything but a string.
 */
export function plainText(text: string): string {
  if (typeof text !== 'string') return '';
  return text
    .replace(/[\t-\r\x85\u2028\u2029]+/g, ' ')
    .replace(UNSEEN, '')
    .replace(TOO_MANY_MARKS, '$1');
}

/**
 * A number as `dialable` returns it, grouped as is usual in the country, with no-break spaces. Short codes and foreign
 * numbers are not changed.
 */
export function formatPhone(number: string): string {
  return grouped(number);
}
