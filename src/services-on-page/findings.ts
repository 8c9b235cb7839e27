import { nearestNeeds } from '../directory/search/ranking.js';
import { answeredNeeds, type Query, type SearchResult, search } from '../directory/search/search.js';
import type { Lexicon } from '../directory/search/understand.js';
import type { Directory, TaxonomyTerm } from '../directory/types.js';

/** What a search has found, with all that the cards and the filters name. */
export interface Findings {
  readonly result: SearchResult;
  /** Who runs what has been found, through whom it is reached, and what can be chosen. */
  readonly directory: Directory;
  /** The needs that some service answers, for this audience. */
  readonly needs: readonly TaxonomyTerm[];
  /** Where nothing fits: the needs that come nearest. */
  readonly nearest?: readonly TaxonomyTerm[];
  /** How many services of the page's were left out. */
  readonly refused: number | undefined;
  /** How many national ones the page hides. */
  readonly hidden?: number | undefined;
}

/** What has been found last in what a page has set; `undefined`: nothing yet, and the bundled services do. */
export type Find = (query: Query, national: Directory) => Findings | undefined;

/** @param host what the page leaves out of its own services, and of the national ones */
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
