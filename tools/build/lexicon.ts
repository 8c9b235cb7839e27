/**
 * Checks the lexicon of a language, and tries sentences with it:
 * `tools/build/lexicon.ts LANGUAGE ["a sentence"]`.
 */
import { existsSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { generateFacts } from './facts.js';
import { messagesIn, sourceMessages } from './messages.js';
import {
  fold,
  lexiconFile,
  lexiconText,
  readConcepts,
  readLexicon,
  shippedConcepts,
} from './read-lexicon.js';

/** In bytes of Brotli: what a lexicon may add to the other texts of its language, with which it is always sent. */
const mostBytes = 2000;
/** By how much that varies with any other text of the language: an editor of these texts meets no limit of size. */
const variation = 100;

/** @returns what is wrong with the lexicon of a language */
export function faultsOf(language: string): string[] {
  const lexicon = readLexicon(language);
  const concepts = readConcepts();
  const ids = concepts.map(({ id }) => id);
  return [
    ...ids.filter(id => !(id in lexicon)).map(id => `${id}: missing`),
    ...Object.keys(lexicon)
      .filter(id => id !== 'like' && !ids.includes(id))
      .map(id => `${id}: no such concept`),
    ...concepts
      .filter(({ kind }) => kind !== 'nothing')
      .flatMap(({ id }) =>
        `${lexicon[id] ?? ''}`.split(',').flatMap(entry => {
          const parts = entry.split('+');
          const faults = [];
          if (/[;|~"\\\n]/.test(entry)) faults.push(`${id}: "${entry}" has ; | ~ " or \\ in it`);
          if (entry.trim() && parts.some(part => !fold(part)))
            faults.push(`${id}: "${entry}" has an empty part`);
          if (parts.length > 3) faults.push(`${id}: "${entry}" has more than three parts`);
          if (parts.some(part => /(^|\s)\S?\*|\*\S/.test(part)))
            faults.push(`${id}: "${entry}": a * ends a word of two letters or more`);
          return faults;
        }),
      ),
    ...(/,/.test(lexicon.nothing ?? '') ? ['nothing: words are parted by spaces alone'] : []),
    ...(bytesOf(language) > mostBytes + variation
      ? [`is ${bytesOf(language)} bytes of Brotli, at most ${mostBytes}`]
      : []),
  ];
}

/** How many bytes a lexicon adds to the file of its language. */
export function bytesOf(language: string) {
  const { lexicon, ...texts } = messagesIn(language);
  const sent = (lines: string[]) => brotliCompressSync(lines.join('\n')).length;
  // If the lexicon includes that of another language (`like`), a script has both.
  const { like } = readLexicon(language);
  const others = [
    ...(language === 'en' ? sourceMessages().values() : Object.values(texts)),
    ...(like ? [lexiconText(like)] : []),
  ];
  return sent([...others, lexiconText(language)]) - sent(others);
}

/** Makes a function that says what a sentence means, and which services answer. */
export async function reader(): Promise<
  (language: string, text: string) => { meant: readonly string[]; services: string[] }
> {
  const { loadDirectory } = await import('../../src/directory/directory.js');
  const { search } = await import('../../src/directory/search/search.js');
  const concepts = shippedConcepts();
  const english = { concepts, text: lexiconText('en') };
  const lexicons: Record<string, Parameters<typeof search>[2]> = {};
  return (language, text) => {
    lexicons[language] ??= [{ concepts, text: lexiconText(language) }, english];
    const { meant = [], services } = search(loadDirectory(), { text }, lexicons[language]);
    return { meant, services: services.map(({ id }) => id) };
  };
}

if (process.argv[1] === import.meta.filename) {
  const [language = '', ...words] = process.argv.slice(2);
  if (!existsSync(lexiconFile(language))) {
    console.error(
      `usage: npm run tool -- tools/build/lexicon.ts LANGUAGE ["a sentence"]\nThere is no ${lexiconFile(language)}.`,
    );
    process.exit(2);
  }
  const text = words.join(' ');
  if (text) {
    generateFacts();
    const { meant, services } = (await reader())(language, text);
    console.log(
      `${text}\n  heard: ${meant.join(', ') || '(nothing)'}\n  first: ${services.slice(0, 5).join(', ') || '(nothing: the helpline, the emergency number and three needs show)'}`,
    );
  } else {
    const faults = faultsOf(language);
    for (const fault of faults) console.error(`${lexiconFile(language)}: ${fault}`);
    console.log(`${bytesOf(language)} bytes of Brotli, at most ${mostBytes}`);
    process.exitCode = faults.length ? 1 : 0;
  }
}
