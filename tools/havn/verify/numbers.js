/** Telephone numbers as people write them. */
import { asRead, country, lengthsOf, nationalNumber, premiumNumber, writtenNumber } from '../../country.js';

/** As it is read. @param {string} number */
export const shown = number => asRead(number);

const { telephone } = country();
const { calling_code: code, trunk = '' } = telephone;
const premium = premiumNumber(telephone);
const isNational = new RegExp(`^${trunk}${nationalNumber(telephone)}$`);

/** What may stand between the digits of a number, once all spaces are plain ones. */
const gap = '[ .-]';

/** Indexes stay. @param {string} text */
const withPlainSpaces = text => text.replace(/[\u00a0\u202f]/g, ' ');

/**
 * As it is dialled: numbers of the country with their calling code, short codes without. `''`: no number.
 * @param {string} text
 */
export function dialled(text) {
  const digits = text
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+');
  return isNational.test(digits) ? `+${code}${digits.slice(trunk.length)}` : digits;
}

/** The number that a link calls; `undefined`: it calls none. @param {string} href */
export function calledBy(href) {
  const [, rest] = /^\s*tel:(.*)$/is.exec(href) ?? [];
  if (rest === undefined) return undefined;
  try {
    return dialled(decodeURIComponent(rest).replace(/;.*$/s, ''));
  } catch {
    return dialled(rest);
  }
}

/**
 * Numbers as people in the country group them, and the longer short codes, with nothing that would make them part of
 * something else. One kind of gap throughout: 25.11.2026 is a day.
 */
const written = new RegExp(
  `(?<![\\d\\p{L}@/=_+]|\\d[ .,-])(?:(?:\\+|00)${code}${gap}?${trunk && `|${trunk}`})?` +
    writtenNumber(telephone, gap) +
    `(?!\\d|[.,-]\\d|${gap}\\d\\d(?!\\d))`,
  'gu',
);

const [fewest, most] = lengthsOf(telephone);

/** Anything with a digit less or more than a number has, for slips. */
const nearlyAsLong = new RegExp(
  `(?<![\\d\\p{L}@/=_]|\\d[.,-])(?:\\+${code}${gap}?)?\\d(?:${gap}?\\d){${fewest - 2},${most}}(?!\\d|[.,-]\\d)`,
  'gu',
);

/** A day, as machines write it. */
const isDay = (/** @type {string} */ digits) =>
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/.test(digits);

/**
 * @param {string} text
 * @returns {{index: number, text: string, number: string}[]} the numbers in it
 */
export const numbersIn = text =>
  [...withPlainSpaces(text).matchAll(written)]
    .filter(([found]) => !isDay(found))
    .map(({ 0: found, index }) => ({ index, text: found, number: dialled(found) }));

/** @param {string} number */
const national = number => number.replace(`+${code}`, '');

/**
 * What may be a number with a slip in it: a digit missing or too much, too.
 * @param {string} text
 */
export const nearlyNumbersIn = text =>
  [...withPlainSpaces(text).matchAll(nearlyAsLong)].map(({ 0: found, index }) => ({
    index,
    text: found,
    number: dialled(found),
  }));

/**
 * Whether a number is meant to be another one: a digit wrong, missing or too much, or two exchanged. Short codes are
 * left out: with a slip in it, one is any short number.
 * @param {string} number
 * @param {string} meant
 */
export const isSlipOf = (number, meant) =>
  meant.startsWith('+') && isOneSlip(national(number), national(meant));

/** Whether two texts are one slip apart (Damerau). @param {string} one @param {string} other */
export function isOneSlip(one, other) {
  if (one === other) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [left, right] = [one.slice(start), other.slice(start)];
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  );
}

/** Numbers of the country that cost extra. @param {string} number */
export const isPremium = number => premium.test(number);
