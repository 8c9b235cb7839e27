import { concepts, english } from '../generated/lexicon.js';
import type { Translate } from '../localized.js';
import type { TaxonomyTerm } from '../types.js';
import { type Lexicon, wordsOf } from './understand.js';

const inEnglish: Lexicon = { concepts, text: english };

/** The words of a language, then the English ones, which many type who read another language. */
export const loadLexicons = (translate?: Translate): readonly Lexicon[] =>
  lexiconsOf(translate?.('lexicon', english));

/** Each list once: what has been read of a lexicon hangs on it. */
const read = new Map<string, readonly Lexicon[]>();

/** @param text the words of a language; missing: English */
export function lexiconsOf(text = english): readonly Lexicon[] {
  const lexicons = read.get(text) || (text === english ? [inEnglish] : [{ concepts, text }, inEnglish]);
  read.set(text, lexicons);
  return lexicons;
}

/** A need with its words: what is searched word by word, as shards are, finds by them what answers it. */
export const withKeywords = (need: TaxonomyTerm, lexicons: readonly Lexicon[]): TaxonomyTerm => ({
  ...need,
  x_keywords: [need.x_keywords, ...wordsOf(need.id, lexicons[0] as Lexicon)].filter(Boolean).join(' '),
});
