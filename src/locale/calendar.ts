/**
 * Dates in words, in Norwegian. Chromium does not know Nynorsk; and the first date that is requested makes a browser
 * list all its languages, which takes a cheap phone as long as rendering a page of services. English dates still come
 * from the browser: the size limit of a script in English alone leaves no room for words.
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
