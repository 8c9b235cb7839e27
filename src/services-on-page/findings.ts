import { nearestNeeds } from '../directory/search/ranking.js';
import { answeredNeeds, type Query, type SearchResult, search } from '../directory/search/search.js';
import type { Lexicon } from '../directory/search/understand.js';
import type { Directory, TaxonomyTerm } from '../directory/types.js';

/** What a search has found, with all records that the cards and filters refer to. */
export interface Findings {
  readonly result: SearchResult;
  /** The organisations and contact services of what has been found, and the terms that can be chosen. */
  readonly directory: Directory;
  /** The needs that some service answers, for this audience. */
  readonly needs: readonly TaxonomyTerm[];
  /** If nothing fits: the needs that come nearest. */
  readonly nearest?: readonly TaxonomyTerm[];
  /** How many of the page's own services were left out. */
  readonly refused: number | undefined;
  /** How many national services the page hides. */
  readonly hidden?: number | undefined;
}

/** Returns the latest findings in what a page has set. `undefined`: none yet, and the bundled services are used. */
export type Find = (query: Query, national: Directory) => Findings | undefined;

/** @param host how many of its own services are left out, and how many national ones it hides */
export function findingsIn(
  directory: Directory,
  query: Query,
  lexicons: readonly Lexicon[],
  host?: Pick<Findings, 'refused' | 'hidden'>,
): Findings {
  const needs = answeredNeeds(directory, query.audience);
  const result = search(directory, query, lexicons);
  const found = { directory, needs, result, refused: host?.refused, hidden: host?.hidden };
  if (result.total) return found;
  const ids = needs.map(({ id }) => id);
  const nearest = nearestNeeds(query.text || '', lexicons, ids);
  return { ...found, nearest: nearest.flatMap(need => needs[ids.indexOf(need)] || []) };
}
