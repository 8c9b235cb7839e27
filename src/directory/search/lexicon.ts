import { concepts, english } from '../generated/lexicon.js';
import { lazily } from '../lazily.js';
import type { Translate } from '../localized.js';
import type { TaxonomyTerm } from '../types.js';
import { type Lexicon, wordsOf } from './understand.js';

const inEnglish = lazily((): Lexicon => ({ concepts: concepts(), text: english }));

/** The lexicon of a language, then the English one: many people who read another language type English words. */
export const loadLexicons = (translate?: Translate): readonly Lexicon[] =>
  lexiconsOf(translate?.('lexicon', english));

/** Each lexicon once: `understand` keeps its parsed form by the object. */
const read = new Map<string, readonly Lexicon[]>();

/** @param text the words of a language; missing: English */
export function lexiconsOf(text = english): readonly Lexicon[] {
  const lexicons = read.get(text) ?? [
    ...(text === english ? [] : [{ concepts: concepts(), text }]),
    inEnglish(),
  ];
  read.set(text, lexicons);
  return lexicons;
}

/** A need with its words from the lexicon as keywords: searches by words alone, as in shards, find services by them. */
export const withKeywords = (need: TaxonomyTerm, lexicons: readonly Lexicon[]): TaxonomyTerm => ({
  ...need,
  x_keywords: [need.x_keywords, ...wordsOf(need.id, lexicons[0] as Lexicon)].filter(Boolean).join(' '),
});
