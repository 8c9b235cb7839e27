/** How well the search understands what people type, language by language: `node tools/quality.js`. */
import { judged, languages, qualityOf } from '../test/bench/quality.js';
import { reader } from './lexicon.js';
import { table } from './markdown.js';

const read = await reader();
const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(0)} %`;

/** @param {string} name @param {typeof judged} queries */
function row(name, queries) {
  const { first, three, harm } = qualityOf(({ text, language }) => read(language, text).services, queries);
  return [name, String(queries.length), percent(first), percent(three), String(harm)];
}

console.log(
  table(
    ['Language', 'Queries', 'Right first', 'Right among three', 'Harm first'],
    [
      ...languages.map(name =>
        row(
          name,
          judged.filter(({ language }) => language === name),
        ),
      ),
      row('all', judged),
    ],
  ),
);
