import { isCriticalService } from '../directory/critical.js';
import { nearestNeeds } from '../directory/search/ranking.js';
import { answeredNeeds, type Query, type SearchResult, search } from '../directory/search/search.js';
import { type Lexicon, understand } from '../directory/search/understand.js';
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

/** A word that is not finished yet, such as "hel" of "held", tells of none. */
function tellsOfDanger(text: string, lexicon: Lexicon): boolean {
  const { meant, guessed } = understand(text, lexicon);
  return meant.some(
    concept => !guessed.has(concept) && (concept.urgent || concept.needs?.includes('emergency')),
  );
}

/**
 * What was found in a directory of the page's own, in which only words are searched. Somebody in danger finds there too
 * whichever of the helpline and the emergency number come first among the national services.
 */
export function criticalFirst(
  found: Findings,
  query: Query,
  national: Directory,
  lexicons: readonly Lexicon[],
): Findings {
  const { text } = query;
  // A lexicon is read when somebody types, and no sooner.
  if (!text || !lexicons.some(lexicon => tellsOfDanger(text, lexicon))) return found;
  const { total, services } = found.result;
  const answers = search(national, { ...query, limit: 2 }, lexicons).services;
  const other = answers.findIndex(service => !isCriticalService(service));
  const critical = other < 0 ? answers : answers.slice(0, other);
  const ids = critical.map(({ id }) => id);
  const others = services.filter(({ id }) => !ids.includes(id));
  const added = critical.length + others.length - services.length;
  const shown = [...critical, ...others].slice(0, query.limit);
  return { ...found, result: { ...found.result, total: total + added, services: shown } };
}
