/** Hints on screen for somebody who tries a page on their own machine. Readers never see them. */

/** Whether the page comes from the machine on which it is looked at, as a file too, or is the preview of the builder. */
export const isTrial = ({ protocol, hostname, pathname }: Location | URL = location): boolean =>
  protocol === 'file:' ||
  /(^|\.)localhost$|^127\.|^\[::1\]$/.test(hostname) ||
  /\/builder\/preview\.html$/.test(pathname);

/**
 * How similar two ids are: above all the number of words that both have, then the number of equal letters at the start.
 */
function likeness(one: string, other: string): number {
  const words = other.split('-');
  const common = one.split('-').filter(word => words.indexOf(word) >= 0).length;
  let letters = 0;
  while (letters < one.length && one[letters] === other[letters]) letters++;
  return common * 10 + letters;
}

/** The id that is most like one that is not there; `undefined` where none is. */
export function nearestOf(asked: string, ids: readonly string[]): string | undefined {
  const [nearest] = ids
    .map(id => ({ id, score: likeness(asked, id) }))
    .filter(({ score }) => score > 2)
    .sort((one, other) => other.score - one.score);
  return nearest?.id;
}
