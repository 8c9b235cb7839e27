/** Reads data/lexicon of the country (what people type, by meaning) and writes it in the form that scripts use. */
import { existsSync, readFileSync } from 'node:fs';
import { fold } from '../../src/directory/search/fold.js';
import { inCountry } from './country.js';

export { fold };

export const conceptsFile = inCountry('lexicon/concepts.json');
export const lexiconFile = (language: string) => inCountry(`lexicon/${language}.json`);

type Concept = Omit<import('../../src/directory/search/understand.js').Concept, 'kind'> & {
  meaning: string;
  kind: 'need' | NonNullable<import('../../src/directory/search/understand.js').Concept['kind']>;
};

/** @returns the concepts; empty if the country has no lexicon */
export const readConcepts = (): Concept[] =>
  existsSync(conceptsFile) ? JSON.parse(readFileSync(conceptsFile, 'utf8')).concepts : [];

export const readLexicon = (language: string): Record<string, string> =>
  existsSync(lexiconFile(language)) ? JSON.parse(readFileSync(lexiconFile(language), 'utf8')) : {};

/** A part of an entry with its words folded; the stars stay. */
const foldedPart = (part: string) =>
  part
    .split('*')
    .map((piece, index) => (index && fold(piece) ? ` ${fold(piece)}` : fold(piece)))
    .join('*');

/**
 * @param text entries, separated by commas
 * @returns the folded entries
 */
const entriesOf = (text: string): string[] =>
  text
    .split(',')
    .filter(entry => entry.trim())
    .map(entry => entry.split('+').map(foldedPart).join('+'));

/**
 * The entries in the form of a script: whole words, and after a full stop the beginnings of words without their stars.
 * Two groups compress better than a mixed list.
 */
function packed(entries: string[]) {
  const words = entries.filter(entry => !entry.endsWith('*'));
  const beginnings = entries.filter(entry => entry.endsWith('*')).map(entry => entry.slice(0, -1));
  return beginnings.length ? `${words}.${beginnings}` : `${words}`;
}

/** Each entry once, sorted, which compresses well. */
const sorted = (text: string) => [...new Set(entriesOf(text))].sort();

/** The concepts as a script has them: without fields for editors and default values, with folded words. */
export const shippedConcepts = () =>
  readConcepts().map(({ meaning, kind, words, ...concept }) => ({
    ...concept,
    ...(kind !== 'need' && { kind }),
    ...(words && { words: packed(sorted(words)) }),
  }));

/**
 * The words of a language in the form of a script. If its file names another language in `like`, the words of that
 * language come first: people who write Nynorsk are also understood in Bokmål, and words in both languages are there
 * once.
 */
export function lexiconText(language: string) {
  const { like, ...lexicon } = readLexicon(language);
  const others = like ? readLexicon(like) : {};
  return readConcepts()
    .map(({ id, kind }) => {
      const texts = [others[id] ?? '', lexicon[id] ?? ''];
      if (kind === 'nothing')
        return [...new Set(fold(texts.join(' ')).split(' '))].filter(Boolean).sort().join(' ');
      return packed([...new Set(texts.flatMap(sorted))]);
    })
    .join(';');
}
