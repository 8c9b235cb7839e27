/**
 * Dates and weekdays in words. Host pages may have taken `Intl` away, and browsers lack data for some languages:
 * then the neutral form of ISO 8601 stands.
 */

function inWords(language: string, options: Intl.DateTimeFormatOptions, date: Date): string | undefined {
  try {
    // Without the data a browser answers in the language of the device. Chrome has no nynorsk, whose months are those of
    // bokmål.
    const [known] = Intl.DateTimeFormat.supportedLocalesOf(language === 'nn' ? ['nn', 'nb'] : [language]);
    return known && new Intl.DateTimeFormat(known, { ...options, timeZone: 'UTC' }).format(date);
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
  return name ?? day;
}
