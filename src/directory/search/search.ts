import { wholeCountry } from '../generated/country.js';
import type { Audience, Directory, Organization, Service, TaxonomyTerm } from '../types.js';
import { type Entry, indexOf, rank, scoreOf, wordsIn } from './matching.js';
import { answersTo, groupFirst, nationalFirst } from './ranking.js';
import type { Lexicon } from './understand.js';

export interface Query {
  /** Words in any order, in the language of the directory; each word may have one typing error. */
  readonly text?: string;
  /** Id of a need. */
  readonly need?: string;
  /** Id of a group: services for it, and those for everyone. */
  readonly group?: string;
  /** Id of an area: services there, in the whole country, and those that do not say where. */
  readonly area?: string;
  /** Who is reading; `person` if it is missing. */
  readonly audience?: Audience;
  /** How many services to return, at most. */
  readonly limit?: number;
}

export interface SearchResult {
  /** How many services fit, without the limit. */
  readonly total: number;
  /** Best first; without a text, in the order of the directory. */
  readonly services: readonly Service[];
  /** What was understood of the text: ids in data/lexicon/concepts.json. Missing: only its words were searched for. */
  readonly meant?: readonly string[];
  /** The organisations that run the services, if the answer comes from a source that is not a directory. */
  readonly organizations?: readonly Organization[];
}

/**
 * See public-api.ts. Goes through all services for each word: for a few hundred services that is fastest.
 *
 * @param lexicons the lexicon of the reader's language, then those of other languages in which people may type
 */
export function search(directory: Directory, query: Query, lexicons: readonly Lexicon[] = []): SearchResult {
  const { text = '', limit = Number.POSITIVE_INFINITY } = query;
  // Most readers see the list before they type: build no index until then.
  if (!text.trim()) {
    const services = nationalFirst(
      groupFirst(chosenIn(directory, query), query.group, service => service),
      service => service,
    );
    return { total: services.length, services: services.slice(0, limit) };
  }
  const candidates = indexOf(directory).filter(({ service }) => isChosen(service, query));
  const { services, ...understood } = lexicons.length
    ? answersTo(text, lexicons, {
        services: candidates.map(({ service }) => service),
        group: query.group,
        scoresOf: scoresIn(candidates),
        byWords: words => rank(candidates, words),
      })
    : { services: nationalFirst(rank(candidates, wordsIn(text)), service => service) };
  return { total: services.length, services: services.slice(0, limit), ...understood };
}

/** How well a word fits each service. One search asks for the same word several times: its scores are kept. */
function scoresIn(entries: readonly Entry[]): (word: string) => (place: number) => number {
  const known = new Map<string, readonly number[]>();
  return word => {
    const scores = known.get(word) ?? entries.map(entry => scoreOf(word, entry));
    known.set(word, scores);
    return place => scores[place] as number;
  };
}

/** Whether a service fits the chosen filters, without regard to the text. */
export function isChosen(service: Service, { need, group, area, audience = 'person' }: Query): boolean {
  const { status, x_audience, x_needs, x_groups, x_areas } = service;
  return (
    status === 'active' &&
    x_audience.includes(audience) &&
    (!need || x_needs.includes(need)) &&
    (!group || !x_groups || x_groups.includes(group)) &&
    (!area || !x_areas || x_areas.includes(area) || x_areas.includes(wholeCountry))
  );
}

/** The services that fit the chosen filters, in the order of the directory. */
export const chosenIn = ({ services }: Directory, query: Query): readonly Service[] =>
  services.filter(service => isChosen(service, query));

/** The needs that at least one service for this audience answers. */
export const answeredNeeds = (
  { needs, services }: Directory,
  audience: Audience = 'person',
): readonly TaxonomyTerm[] =>
  needs.filter(({ id }) =>
    services.some(({ x_audience, x_needs }) => x_audience.includes(audience) && x_needs.includes(id)),
  );
