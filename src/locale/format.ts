/**
 * Dates and weekdays in words. Host pages may have taken `Intl` away, and browsers lack data for some languages:
 * then the neutral form of ISO 8601 stands.
 */

import { ownMonths, ownWeekdays } from './calendar.js';

/** What has been made, by language and kind: to make one takes longer than to render the card that it stands in. */
const formats: Record<string, Intl.DateTimeFormat | undefined> = {};
const lists: Record<string, Intl.ListFormat> = {};
const plurals: Record<string, Intl.PluralRules> = {};

/** What stands under a key, made when it is first asked for. */
function kept<T>(made: Record<string, T>, key: string, make: () => T): T {
  if (!(key in made)) made[key] = make();
  return made[key] as T;
}

function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | undefined {
  // Of the Englishes, the one whose dates readers outside America expect. The years and the digits of all languages:
  // Thai would count from Buddha, and some Arabic has digits of its own.
  const tag = `${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`;
  // A language that the browser has not would otherwise come out in the browser's own.
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

/** A day, given and, where there are no words for it, returned as YYYY-MM-DD. */
export function formatDate(language: string, day: string): string {
  const date = new Date(`${day}T00:00Z`);
  const month = ownMonths[language]?.[date.getUTCMonth()];
  return month
    ? `${date.getUTCDate()}. ${month} ${date.getUTCFullYear()}`
    : inWords(language, { day: 'numeric', month: 'long', year: 'numeric' }, date) || day;
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** A weekday, given as MO, TU, … */
export function formatWeekday(language: string, day: string): string {
  const index = weekdays.indexOf(day);
  const name =
    ownWeekdays[language]?.[index] ||
    // 1 January 2023 was a Sunday.
    inWords(language, { weekday: 'long' }, new Date(Date.UTC(2023, 0, 1 + index)));
  // Chromium has none for Somali, Albanian and Tigrinya: an English name says more than two letters.
  return name || (language === 'en' ? day : formatWeekday('en', day));
}

/** What stands between two words of a list where the browser does not know the language; else a comma. */
const separators: Readonly<Record<string, string>> = { ar: '، ', ti: '፣ ' };

/** Words as the language joins them: "one, two and three". */
export function listInWords(language: string, words: readonly string[]): string {
  // As for dates: of the Englishes, the one of readers outside America.
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
