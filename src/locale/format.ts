/**
 * Dates, weekdays, lists and plural forms in words. The words of dates and lists are messages: the first date or list
 * that is requested from `Intl` makes a browser open its data for all languages, which takes a cheap phone as long as
 * rendering a page of services; and Chromium has no dates in Nynorsk, Somali, Albanian and Tigrinya.
 */
import { str } from '@lit/localize';
import type { Localization } from './localization.js';

const plurals: Record<string, Intl.PluralRules> = {};

/** A date in words. It is given as YYYY-MM-DD; if it is not a date, it is returned as it is. */
export function formatDate({ msg }: Localization, day: string): string {
  const date = new Date(`${day}T00:00Z`);
  const month = msg(
    'January, February, March, April, May, June, July, August, September, October, November, December',
    {
      id: 'date.months',
      desc: 'With a comma and a space between them, in the form that they have in date.long.',
    },
  ).split(', ')[date.getUTCMonth()];
  return month
    ? msg('DAY MONTH YEAR', {
        id: 'date.long',
        desc: 'The order of a date. The three words stay as they are.',
      })
        .replace('DAY', String(date.getUTCDate()))
        .replace('MONTH', month)
        .replace('YEAR', String(date.getUTCFullYear()))
    : day;
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** A weekday in words, given as MO, TU, … */
export const formatWeekday = ({ msg }: Localization, day: string): string =>
  msg('Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday', {
    id: 'date.weekdays',
    desc: 'As they stand alone, from Sunday on, with a comma and a space between them.',
  }).split(', ')[weekdays.indexOf(day)] || day;

/** What stands between words of a list, but before the last one. A comma in the other languages. */
const separators: Readonly<Record<string, string>> = { ar: '، ', ti: '፣ ' };

/** Words as the language joins them: "one, two and three". */
export function listInWords({ language, msg }: Localization, words: readonly string[]): string {
  const separator = separators[language] ?? ', ';
  const last = words[words.length - 1];
  return words.length > 1
    ? msg(str`${words.slice(0, -1).join(separator)} and ${last}`, {
        id: 'list.and',
        desc: 'The end of a list. {0}: the words before the last one, with commas between them; {1}: the last one.',
      })
    : words.join();
}

/** The plural form that a number takes in a language. Host pages may have removed `Intl`. */
export function pluralOf(language: string, count: number): Intl.LDMLPluralRule {
  try {
    plurals[language] ??= new Intl.PluralRules(language);
    return plurals[language].select(count);
  } catch {
    return count === 1 ? 'one' : 'other';
  }
}
