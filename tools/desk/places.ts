/** Lines and columns in a text, from 1. */

/** How many fit, where all that fit stand first: by halves, since a page has as many as it likes. */
export function countOfFirst<Item>(items: Item[], fits: (item: Item) => boolean) {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const item = items[middle];
    if (item !== undefined && fits(item)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** What tells the line and the column of an offset. */
export function placesIn(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)];
  return offset => {
    const line = countOfFirst(starts, start => start <= offset);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}
