/**
 * Days in words, in Norwegian. Nynorsk is unknown to Chromium; and to ask a browser for the first date makes it list all
 * its languages, which takes a cheap phone as long as to render a page of services. English asks it: of the kilobytes of
 * a script in English alone there are none left.
 */
const list = (words: string): readonly string[] => words.split(' ');

const months = list('januar februar mars april mai juni juli august september oktober november desember');

/** From January on. */
export const ownMonths: Record<string, readonly string[]> = {
  nb: months,
  nn: months,
};

/** From Sunday on. */
export const ownWeekdays: Record<string, readonly string[]> = {
  nb: list('søndag mandag tirsdag onsdag torsdag fredag lørdag'),
  nn: list('sundag måndag tysdag onsdag torsdag fredag laurdag'),
};
