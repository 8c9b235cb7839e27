/**
 * How well the search understands what people type, language by language: `tools/bench/search-quality.ts`. First the sentences
 * that its words were made with, then those that were written after them.
 */
import { reader } from '../build/lexicon.js';
import { table } from '../build/markdown.js';
import { heldOut, judged, languages, qualityOf } from './quality.js';

const read = await reader();
const percent = (share: number) => `${(share * 100).toFixed(0)} %`;

function cells(queries: typeof judged) {
  const { first, three, harm } = qualityOf(({ text, language }) => read(language, text).services, queries);
  return [String(queries.length), percent(first), percent(three), String(harm)];
}

const row = (name: string, isOf: (one: (typeof judged)[number]) => boolean) => [
  name,
  ...cells(judged.filter(isOf)),
  ...cells(heldOut.filter(isOf)),
];

const columns = ['right first', 'among three', 'harm first'];
console.log(
  table(
    ['Language', 'Queries', ...columns, 'Held out', ...columns],
    [...languages.map(name => row(name, one => one.language === name)), row('all', () => true)],
  ),
);
