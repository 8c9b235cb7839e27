/**
 * Dates and weekdays in words. Host pages may have taken `Intl` away, and browsers lack data for some languages:
 * then the neutral form of ISO 8601 stands.
 */

/** Of the Englishes, the one whose dates a Norwegian host's readers expect. Chromium has no nynorsk, but has bokmål. */
const substitutes = new Map([
  ['en', ['en-GB']],
  ['nn', ['nn', 'nb']],
]);

function inWords(language: string, options: Intl.DateTimeFormatOptions, date: Date): string | undefined {
  try {
    // The years and the digits of all languages: Thai would count from Buddha, and some Arabic has digits of its own.
    const tags = (substitutes.get(language) ?? [language]).map(tag => `${tag}-u-ca-gregory-nu-latn`);
    // A language that the browser has not would otherwise come out in the browser's own.
    const [tag] = Intl.DateTimeFormat.supportedLocalesOf(tags);
    return tag && new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).format(date);
  } catch {
    return undefined;
  }
}

/** A day, given and, where there are no words for it, returned as YYYY-MM-DD. */
export function formatDate(language: string, day: string): string {
  return (
    inWords(language, { day: 'numeric', month: 'long', year: 'numeric' }, new Date(`${day}T00:00Z`)) ?? day
  );
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const nynorsk = ['sundag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'];

/** A weekday, given as MO, TU, … */
export function formatWeekday(language: string, day: string): string {
  const index = weekdays.indexOf(day);
  const name =
    language === 'nn'
      ? nynorsk[index]
      : // 1 January 2023 was a Sunday.
        inWords(language, { weekday: 'long' }, new Date(Date.UTC(2023, 0, 1 + index)));
  // Chromium has none for Somali, Albanian and Tigrinya: an English name says more than two letters.
  return name ?? (language === 'en' ? day : formatWeekday('en', day));
}

/** The plural form that a number takes in a language. */
export function pluralOf(language: string, count: number): Intl.LDMLPluralRule {
  try {
    return new Intl.PluralRules(language).select(count);
  } catch {
    return count === 1 ? 'one' : 'other';
  }
}
