/** What people type, by what they mean: data/lexicon of the country, as a script takes it. */
import { existsSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { inCountry } from './country.js';

export const conceptsFile = inCountry('lexicon/concepts.json');
export const lexiconFile = (/** @type {string} */ language) => inCountry(`lexicon/${language}.json`);

/** @param {string} entry a module of the sources */
export async function moduleOf(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

export const { fold } = await moduleOf('src/directory/search/fold.ts');

/** @typedef {Omit<import('../../src/directory/search/understand.js').Concept, 'kind'> & {meaning: string, kind: 'need' | NonNullable<import('../../src/directory/search/understand.js').Concept['kind']>}} Concept */

/** @returns {Concept[]} none where the country has no lexicon */
export const readConcepts = () =>
  existsSync(conceptsFile) ? JSON.parse(readFileSync(conceptsFile, 'utf8')).concepts : [];

/** @param {string} language @returns {Record<string, string>} */
export const readLexicon = language =>
  existsSync(lexiconFile(language)) ? JSON.parse(readFileSync(lexiconFile(language), 'utf8')) : {};

/** Its words folded, each with its star. @param {string} part */
const foldedPart = part =>
  part
    .split('*')
    .map((piece, index) => (index && fold(piece) ? ` ${fold(piece)}` : fold(piece)))
    .join('*');

/** @param {string} text entries, parted by commas @returns {string[]} folded */
export const entriesOf = text =>
  text
    .split(',')
    .filter(entry => entry.trim())
    .map(entry => entry.split('+').map(foldedPart).join('+'));

/** Each entry once, in an order that travels well. @param {string} text */
function folded(text) {
  const entries = [...new Set(entriesOf(text))].sort();
  return entries.join(',');
}

/** The concepts as a script has them: without what is for editors and what goes without saying, the words folded. */
export const shippedConcepts = () =>
  readConcepts().map(({ meaning, kind, words, ...concept }) => ({
    ...concept,
    ...(kind !== 'need' && { kind }),
    ...(words && { words: folded(words) }),
  }));

/**
 * The words of a language as they travel. Where its file names another language in `like`, the words of that one come
 * first: who writes Nynorsk is heard in Bokmål, too, and a script that has both has those words once.
 * @param {string} language
 */
export function lexiconText(language) {
  const { like, ...lexicon } = readLexicon(language);
  const others = like ? readLexicon(like) : {};
  return readConcepts()
    .map(({ id, kind }) => {
      const texts = [others[id] ?? '', lexicon[id] ?? ''];
      if (kind === 'nothing')
        return [...new Set(fold(texts.join(' ')).split(' '))].filter(Boolean).sort().join(' ');
      const [first = '', own = ''] = texts.map(folded);
      const known = new Set(first.split(','));
      const more = own.split(',').filter(entry => !known.has(entry));
      return [first, more.join(',')].filter(Boolean).join(',');
    })
    .join(';');
}
