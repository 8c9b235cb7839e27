import { warn } from '../base/warn.js';
import { cleanService } from '../directory/overlay/clean.js';
import type { Fields } from '../directory/overlay/record.js';
import { isCalled, namesPlace, runnersThatLead } from '../directory/overlay/safe-houses.js';
import { nationalFirst } from '../directory/search/ranking.js';
import { answeredNeeds, type Query, type SearchResult } from '../directory/search/search.js';
import type { ShardResult } from '../directory/shards/shard-source.js';
import {
  isDirectory,
  isSource,
  type LargeDirectory,
  readLarge,
  type ServiceSource,
  vetted,
} from '../directory/source.js';
import type { Directory, Organization, Service } from '../directory/types.js';
import { dispatch } from '../safety/dispatch.js';
import type { Find, Findings } from './findings.js';

/**
 * Searches what a page has set as the `directory` of an element, in place of the bundled services. If anything fails,
 * the bundled services are searched, the console says so once, and `havn-error` is dispatched once. Never throws.
 *
 * @param given a directory or a source; anything else is not used
 * @param settle is called with the function that finds, at first and whenever it has found something new
 * @returns stops the search
 */
export function directorySource(host: HTMLElement, given: unknown, settle: (find: Find) => void): () => void {
  let isWanted = true;
  let hasFailed = false;
  /** The last query, and the answer that is on screen, which may be that to an earlier query. */
  let asked = '';
  let answer: Answer | undefined;

  const fail = (error: unknown) => {
    answer = undefined;
    if (hasFailed) return;
    hasFailed = true;
    // The message of an error may hold what the reader typed, in an address.
    warn(host.localName, `searches the bundled services: its directory failed (${nameOf(error)}).`);
    dispatch(host, 'havn-error');
  };

  const ask = askOf(host, given);
  const find: Find = (query, national) => {
    const key = JSON.stringify(query);
    if (ask && key !== asked) {
      asked = key;
      const isCurrent = () => isWanted && key === asked;
      try {
        const found = ask(query);
        // Not `instanceof Promise`: with zone.js, methods of native promises return promises of zone.js.
        if ('then' in found)
          found
            .then(late => {
              if (isCurrent()) answer = late;
            })
            .catch(error => {
              if (isCurrent()) fail(error);
            })
            .then(() => {
              if (isCurrent()) settle(find);
            });
        else answer = found;
      } catch (error) {
        fail(error);
      }
    }
    return answer && findingsOf(answer, query, national);
  };
  if (ask) settle(find);
  else warn(host.localName, 'ignores its "directory". Allowed: a directory, or an object with "search".');
  return () => {
    isWanted = false;
  };
}

/** What has been found and may be shown. */
interface Answer {
  readonly total: number;
  readonly services: readonly Service[];
  readonly organizations: readonly Organization[];
  /** The services through which some of the found ones are reached. */
  readonly contacts: readonly Service[];
  /** How many services were left out. */
  readonly refused: number;
  /** The directory that the filters come from; missing: the national filters are offered. */
  readonly large?: LargeDirectory;
}

type Ask = (query: Query) => Answer | Promise<Answer>;

/** The function that searches what a page has set; `undefined`: it cannot be searched. */
function askOf(host: HTMLElement, given: unknown): Ask | undefined {
  try {
    if (isSource(given)) return askSource(given);
    return isDirectory(given) ? askDirectory(host, given) : undefined;
  } catch {
    // Its getters throw.
    return undefined;
  }
}

function askSource(source: ServiceSource): Ask {
  const read = (found: SearchResult & Partial<ShardResult>, { audience = 'person', limit }: Query) => {
    const { total, services, organizations = [], contacts = [] } = found;
    // If a source returns everything it has, checking all of it would keep the page busy at each key press.
    const few = (list: readonly unknown[]) => list.slice(0, limit && 10 * limit);
    const good = vetted(few(services), few(organizations), few(contacts));
    const shown = good.services.filter(service => service.x_audience.includes(audience));
    const count = Math.floor(Number(total));
    return {
      ...good,
      // If none can be shown, the total is 0: the helpline and the emergency number are shown instead.
      total: shown.length && Math.max(shown.length, Number.isSafeInteger(count) ? count : 0),
      services: nationalFirst(shown, service => service).slice(0, limit),
    };
  };
  return query => {
    const found: SearchResult | PromiseLike<SearchResult> = source.search(query);
    return 'then' in found ? Promise.resolve(found).then(late => read(late, query)) : read(found, query);
  };
}

/** Directories that have been read: elements with the same directory share the work. */
const readings = new WeakMap<Directory, Promise<LargeDirectory>>();

function askDirectory(host: HTMLElement, directory: Directory): Ask {
  const known = readings.get(directory);
  const reading = known ?? readLarge(directory);
  readings.set(directory, reading);
  // Many of the services that the next key press finds are already on screen.
  const cleaned = new WeakMap<Service, Service>();
  const clean = (service: Service): Service => {
    const known = cleaned.get(service) ?? cleanService(service);
    cleaned.set(service, known);
    return known;
  };
  const answerIn = (large: LargeDirectory, query: Query): Answer => {
    const { total, services } = large.search(query);
    const found = (field: 'organization_id' | 'x_contact_through') =>
      new Set(services.map(service => service[field]));
    const organizations = found('organization_id');
    return {
      total,
      services: services.map(clean),
      organizations: large.directory.organizations.filter(({ id }) => organizations.has(id)),
      contacts: [...found('x_contact_through')].flatMap(id => large.byId.get(id ?? '') ?? []).map(clean),
      refused: large.refused,
      large,
    };
  };
  let here: LargeDirectory | undefined;
  reading
    .then(large => {
      here = large;
      const { errors, refused } = large;
      if (!known && errors.length) {
        const first = errors.map(({ pointer, message }) => `${pointer} ${message}`).join('\n');
        warn(
          host.localName,
          `leaves out ${refused} services of its directory. What is wrong at first:\n${first}`,
        );
        dispatch(host, 'havn-error', { errors });
      }
    })
    // The error reaches those who search, through `reading`.
    .catch(() => {});
  return query => (here ? answerIn(here, query) : reading.then(large => answerIn(large, query)));
}

/** What has been found, together with the national services, which come first and cannot be changed. */
function findingsOf(
  { total, services, organizations, contacts, refused, large }: Answer,
  { audience = 'person' }: Query,
  national: Directory,
): Findings {
  // Records of the answer come before those in the tag. If two have the same id, the one that was vetted together with
  // the services found is used: the organisation that runs a safe house must not reveal where it is.
  const around = <R extends Service | Organization>(given: readonly R[], own: readonly R[]): R[] => [
    ...given.filter(record => !record.x_local),
    ...own,
    ...given.filter(record => record.x_local),
  ];
  const byId = new Map(
    national.services.filter(({ x_local }) => !x_local).map(service => [service.id, service]),
  );
  const { needs, groups, areas } = large?.directory ?? national;
  const directory = {
    services: around(national.services, [...services, ...contacts]),
    organizations: around(national.organizations, organizations),
    needs,
    groups,
    areas,
  };
  // The national ones as they are bundled: the cleaned copy of a directory's national service is marked as the host's own.
  const shown = services.map(service => byId.get(service.id) ?? service).filter(staysHidden(directory));
  const refusedHere = services.length - shown.length;
  return {
    result: {
      total: shown.length && Math.max(shown.length, total - refusedHere),
      services: shown,
    },
    directory,
    needs: large?.needs[audience] ?? answeredNeeds(national, audience),
    refused: refused + refusedHere,
  };
}

/**
 * Whether the place of a safe house stays hidden next to the organisation that runs it and the service to contact. The
 * answer of a source may leave those two to the tag, where records may name a place if they have no safe house there.
 */
function staysHidden({ services, organizations }: Directory): (house: Service) => boolean {
  const leadsThere = runnersThatLead();
  const found = <R extends { readonly id: string; readonly x_local?: true }>(
    list: readonly R[],
    id?: string,
  ) => list.find(record => record.x_local && record.id === id) as Fields | undefined;
  return ({ x_safe_house, x_local, organization_id, x_contact_through }) => {
    if (!x_safe_house || !x_local) return true;
    const runner = found(organizations, organization_id);
    const contact = found(services, x_contact_through);
    return !(runner && leadsThere(runner)) && !(contact && (!isCalled(contact) || namesPlace(contact)));
  };
}

/** The name of an error. Never throws, whatever was thrown. */
function nameOf(error: unknown): string {
  try {
    return (error as Error).name;
  } catch {
    return 'no error';
  }
}
