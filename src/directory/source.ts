import { indexing, type Search } from './large-search.js';
import { cleanTerm, isOrganization, isService } from './page-records.js';
import { answeredNeeds, type Query, type SearchResult } from './search.js';
import { audiences, type Directory, type Service, type TaxonomyTerm } from './types.js';
import type { Lexicon } from './understand.js';

/**
 * Where the service finder asks for services, in place of the bundled ones: an index on a server of the page's, an HSDS
 * API, or whatever else can answer. `finder.directory = source` sets it.
 *
 * Its records are shown as a page's own: marked as such, their texts plain, links and numbers checked. The helpline and
 * the emergency number stay where they are, whatever it answers.
 */
export interface ServiceSource {
  /**
   * The services that fit a query, the best first, at most `query.limit` of them.
   * While a promise is not settled what is on screen stays; the answer to an older query is dropped. Where it throws or
   * the promise is rejected, the bundled services are searched.
   */
  search(query: Query): SearchResult | Promise<SearchResult>;
}

/** See for-others.ts. */
export async function indexDirectory(
  directory: Directory,
  lexicons: readonly Lexicon[],
): Promise<{ readonly search: Search }> {
  return { search: await inSlices(indexing(directory, lexicons)) };
}

/** A directory of a page's own, once it has been gone through. */
export interface LargeDirectory {
  /** What there is of it: services that can be shown, and the filters that it offers. */
  readonly directory: Directory;
  readonly search: Search;
  readonly byId: ReadonlyMap<string, Service>;
  /** By audience, the needs that some of its services answer. */
  readonly needs: Readonly<Record<string, readonly TaxonomyTerm[]>>;
  /** How many of its services are left out, since they have not the shape of one, or the id of an earlier one. */
  readonly refused: number;
}

/** Goes through a directory and builds its index, in slices of a few milliseconds: in between the page can answer. */
export async function readLarge(directory: Directory): Promise<LargeDirectory> {
  const byId = await inSlices(accepting(directory.services));
  const refused = directory.services.length - byId.size;
  const accepted = {
    // An inactive one is found never, and offers no filter.
    services: [...byId.values()].filter(({ status }) => status === 'active'),
    organizations: directory.organizations.filter(isOrganization),
    needs: directory.needs.flatMap(cleanTerm),
    groups: directory.groups.flatMap(cleanTerm),
    areas: directory.areas.flatMap(cleanTerm),
  };
  const search = await inSlices(indexing(accepted));
  const needs = Object.fromEntries(audiences.map(audience => [audience, answeredNeeds(accepted, audience)]));
  return { directory: accepted, search, byId, needs, refused };
}

/** In milliseconds: a third of what the eye takes for delay, on a device where each step is slow too. */
const slice = 16;

async function inSlices<T>(steps: Iterator<undefined, T>): Promise<T> {
  for (let until = performance.now() + slice; ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await new Promise(resolve => setTimeout(resolve));
    until = performance.now() + slice;
  }
}

function* accepting(services: readonly unknown[]): Generator<undefined, Map<string, Service>> {
  const byId = new Map<string, Service>();
  for (let at = 0; at < services.length; at++) {
    const service = services[at];
    if (isService(service) && !byId.has(service.id)) byId.set(service.id, service);
    if (at % 64 === 0) yield;
  }
  return byId;
}
