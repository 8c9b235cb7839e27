import { warn } from '../base/warn.js';
import {
  cleanService,
  type Fields,
  isCalled,
  namesPlace,
  runnersThatLead,
} from '../directory/overlay/gate.js';
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
import type { Find, Findings } from './findings.js';

/**
 * Searches what a page has set as the `directory` of an element, in place of the bundled services. Whatever goes wrong
 * the bundled ones are searched, the console says so once, and `havn-error` is told once. Never throws.
 *
 * @param given a directory or a source; anything else is not used
 * @param settle is called with what finds, at first and whenever it has found something new
 * @returns gives up
 */
export function directorySource(host: HTMLElement, given: unknown, settle: (find: Find) => void): () => void {
  let isWanted = true;
  let hasFailed = false;
  /** The query that was asked last, and the answer that is on screen: maybe that to an earlier one. */
  let asked = '';
  let answer: Answer | undefined;

  const fail = (error: unknown) => {
    answer = undefined;
    if (hasFailed) return;
    hasFailed = true;
    // The message of an error may hold what the reader typed, in an address.
    warn(host.localName, `searches the bundled services: its directory failed (${nameOf(error)}).`);
    try {
      host.dispatchEvent(new Event('havn-error', { bubbles: true, composed: true }));
    } catch {
      // The host has replaced Event.
    }
  };

  const ask = askOf(host, given);
  const find: Find = (query, national) => {
    const key = JSON.stringify(query);
    if (ask && key !== asked) {
      asked = key;
      const isCurrent = () => isWanted && key === asked;
      try {
        const found = ask(query);
        // Not by its class: zone.js has the promises of others answer with its own.
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

/** What has been found, as it may be shown. */
interface Answer {
  readonly total: number;
  readonly services: readonly Service[];
  readonly organizations: readonly Organization[];
  /** Through whom some of them are reached. */
  readonly contacts: readonly Service[];
  /** How many are left out. */
  readonly refused: number;
  /** Where the filters come from; missing: the national ones are offered. */
  readonly large?: LargeDirectory;
}

type Ask = (query: Query) => Answer | Promise<Answer>;

/** How to ask what a page has set; `undefined`: it cannot be asked. */
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
    // A source that answers with all it has would keep the page busy at each key.
    const few = (list: readonly unknown[]) => list.slice(0, limit && 10 * limit);
    const good = vetted(few(services), few(organizations), few(contacts));
    const shown = good.services.filter(service => service.x_audience.includes(audience));
    const count = Math.floor(Number(total));
    return {
      ...good,
      // Where none can be shown there are none, and the helpline and the emergency number stand there.
      total: shown.length && Math.max(shown.length, Number.isSafeInteger(count) ? count : 0),
      services: nationalFirst(shown, service => service).slice(0, limit),
    };
  };
  return query => {
    const found: SearchResult | PromiseLike<SearchResult> = source.search(query);
    return 'then' in found ? Promise.resolve(found).then(late => read(late, query)) : read(found, query);
  };
}

/** Directories that have been gone through: elements that are set the same share the work. */
const readings = new WeakMap<Directory, Promise<LargeDirectory>>();

function askDirectory(host: HTMLElement, directory: Directory): Ask {
  const known = readings.get(directory);
  const reading = known ?? readLarge(directory);
  readings.set(directory, reading);
  // Many of what the next key finds are on screen already.
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
      }
    })
    // Whoever asks hears of it.
    .catch(() => {});
  return query => (here ? answerIn(here, query) : reading.then(large => answerIn(large, query)));
}

/** What has been found among what is national: that comes first, and cannot be altered. */
function findingsOf(
  { total, services, organizations, contacts, refused, large }: Answer,
  { audience = 'person' }: Query,
  national: Directory,
): Findings {
  // The records of the answer stand before what the tag holds: of two with one id the one that has been vetted with its
  // services is shown, as who runs a safe house must not tell where it is.
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
  const shown = services.filter(staysHidden(directory));
  const refusedHere = services.length - shown.length;
  return {
    result: {
      total: shown.length && Math.max(shown.length, total - refusedHere),
      services: shown.map(service => byId.get(service.id) ?? service),
    },
    directory,
    needs: large?.needs[audience] ?? answeredNeeds(national, audience),
    refused: refused + refusedHere,
  };
}

/**
 * Whether a safe house stays hidden beside who runs it and whom to ask for it. The answer of a source may leave these to the
 * tag, whose records may tell a place where no safe house is theirs.
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

/** Never throws: anything can be thrown. */
function nameOf(error: unknown): string {
  try {
    return (error as Error).name;
  } catch {
    return 'no error';
  }
}
