/**
 * How well the search understands what people type, language by language: `node tools/bench/search-quality.ts`. First the sentences
 * that its words were made with, then those that were written after them.
 */

import { reader } from '../build/lexicon.js';
import { table } from '../docs/markdown.js';
import { heldOut, judged, languages, qualityOf } from './quality.js';

const read = await reader();
const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(0)} %`;

/** @param {typeof judged} queries */
function cells(queries) {
  const { first, three, harm } = qualityOf(({ text, language }) => read(language, text).services, queries);
  return [String(queries.length), percent(first), percent(three), String(harm)];
}

/** @param {string} name @param {(one: typeof judged[number]) => boolean} isOf */
const row = (name, isOf) => [name, ...cells(judged.filter(isOf)), ...cells(heldOut.filter(isOf))];

const columns = ['right first', 'among three', 'harm first'];
console.log(
  table(
    ['Language', 'Queries', ...columns, 'Held out', ...columns],
    [...languages.map(name => row(name, one => one.language === name)), row('all', () => true)],
  ),
);
