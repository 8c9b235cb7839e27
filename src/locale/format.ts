/**
 * Dates and weekdays in words. Host pages may have removed `Intl`, and browsers lack data for some languages:
 * dates then show in the neutral form of ISO 8601.
 */

import { ownMonths, ownWeekdays } from './calendar.js';

/** Formatters by language and kind, kept since creating one takes longer than rendering the card that needs it. */
const formats: Record<string, Intl.DateTimeFormat | undefined> = {};
const lists: Record<string, Intl.ListFormat> = {};
const plurals: Record<string, Intl.PluralRules> = {};

/** The value for a key, created when it is first requested. */
function kept<T>(made: Record<string, T>, key: string, make: () => T): T {
  if (!(key in made)) made[key] = make();
  return made[key] as T;
}

function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | undefined {
  // British English, whose dates readers outside America expect. Gregorian years and Latin digits in all languages:
  // Thai would use the Buddhist calendar, and some Arabic locales have their own digits.
  const tag = `${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`;
  // For a language that it does not have, the browser would use its own.
  return Intl.DateTimeFormat.supportedLocalesOf(tag)[0]
    ? new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
    : undefined;
}

function inWords(language: string, options: Intl.DateTimeFormatOptions, date: Date): string | undefined {
  try {
    return kept(formats, language + options.day, () => formatOf(language, options))?.format(date);
  } catch {
    return undefined;
  }
}

/** A date in words. It is given as YYYY-MM-DD, and returned like that if there are no words for it. */
export function formatDate(language: string, day: string): string {
  const date = new Date(`${day}T00:00Z`);
  const month = ownMonths[language]?.[date.getUTCMonth()];
  return month
    ? `${date.getUTCDate()}. ${month} ${date.getUTCFullYear()}`
    : inWords(language, { day: 'numeric', month: 'long', year: 'numeric' }, date) || day;
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** A weekday in words, given as MO, TU, … */
export function formatWeekday(language: string, day: string): string {
  const index = weekdays.indexOf(day);
  const name =
    ownWeekdays[language]?.[index] ||
    // 1 January 2023 was a Sunday.
    inWords(language, { weekday: 'long' }, new Date(Date.UTC(2023, 0, 1 + index)));
  // Chromium has no names for Somali, Albanian and Tigrinya: an English name says more than two letters.
  return name || (language === 'en' ? day : formatWeekday('en', day));
}

/** Separators of lists in languages that a browser may not know; a comma in all others. */
const separators: Readonly<Record<string, string>> = { ar: '، ', ti: '፣ ' };

/** Words as the language joins them: "one, two and three". */
export function listInWords(language: string, words: readonly string[]): string {
  // British English, as for dates.
  const tag = language === 'en' ? 'en-GB' : language;
  try {
    if (Intl.ListFormat.supportedLocalesOf(tag)[0])
      return kept(lists, tag, () => new Intl.ListFormat(tag)).format(words);
  } catch {
    // Host pages remove `Intl`, and older browsers do not have this part of it.
  }
  return words.join(separators[language] ?? ', ');
}

/** The plural form that a number takes in a language. */
export function pluralOf(language: string, count: number): Intl.LDMLPluralRule {
  try {
    return kept(plurals, language, () => new Intl.PluralRules(language)).select(count);
  } catch {
    return count === 1 ? 'one' : 'other';
  }
}
