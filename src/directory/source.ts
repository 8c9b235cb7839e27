import { loadDirectory } from './directory.js';
import { nextTask } from './next-task.js';
import { acceptedOrganizations, acceptedServices } from './overlay/accepted.js';
import {
  cleanOrganization,
  cleanService,
  type Fields,
  faultsOf,
  type Gate,
  gateOf,
  isCalled,
  isObject,
  namesPlace,
  noHouse,
  noOrganization,
  refuseOrganization,
  refuseService,
  runnersThatLead,
  textFields,
  textIn,
} from './overlay/gate.js';
import { criticalName, isOfCountry } from './overlay/names.js';
import { figuresIn } from './overlay/numbers-in-words.js';
import { misdirects, saidOf } from './overlay/own-texts.js';
import { indexing, type Search } from './search/large-search.js';
import { answeredNeeds, type Query, type SearchResult } from './search/search.js';
import type { Lexicon } from './search/understand.js';
import {
  audiences,
  type Directory,
  type Organization,
  type OverlayError,
  type Service,
  type TaxonomyTerm,
} from './types.js';

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

/** See public-api.ts. */
export async function indexDirectory(
  directory: Directory,
  lexicons: readonly Lexicon[],
): Promise<{ readonly search: Search }> {
  return { search: await inSlices(indexing(directory, lexicons)) };
}

/** Whether an object has what a directory has, each a list. */
export const isDirectory = (value: unknown): value is Directory =>
  isObject(value) &&
  ['services', 'organizations', 'needs', 'groups', 'areas'].every(list => Array.isArray(value[list]));

export const isSource = (value: unknown): value is ServiceSource =>
  isObject(value) && typeof value.search === 'function';

/** A directory of a page's own, once it has been gone through. */
export interface LargeDirectory {
  /** What there is of it: services that can be shown, and the filters that it offers. */
  readonly directory: Directory;
  readonly search: Search;
  readonly byId: ReadonlyMap<string, Service>;
  /** By audience, the needs that some of its services answer. */
  readonly needs: Readonly<Record<string, readonly TaxonomyTerm[]>>;
  /** How many of its services are left out. */
  readonly refused: number;
  /** Why: the first of what is wrong. */
  readonly errors: readonly OverlayError[];
}

/** The console shows no more. */
const mostErrors = 20;

/** What an application has left empty is left out, as it is in a file. What cannot be read is nothing. */
function withoutEmpty(record: unknown): unknown {
  const isEmpty = (value: unknown) =>
    value === undefined || value === '' || (Array.isArray(value) && !value.length);
  try {
    if (!isObject(record)) return record;
    const keys = Object.keys(record);
    if (!keys.some(key => isEmpty(record[key]))) return record;
    return Object.fromEntries(keys.map(key => [key, record[key]]).filter(([, value]) => !isEmpty(value)));
  } catch {
    return undefined;
  }
}

/**
 * The gate for records of an application, in whose directory national ones may stand too: whatever it says of them, the
 * national facts hold. Their texts may be in another language.
 */
function gateBeside(national: Directory, terms?: Parameters<typeof gateOf>[2]): Gate {
  const organizations = new Map(national.organizations.map(one => [one.id, one]));
  const gate = gateOf(national, new Date(), terms);
  return {
    ...gate,
    prepare: withoutEmpty,
    nationalFor(kind, record) {
      const id = record.id as string;
      if (kind === 'organization') return organizations.get(id);
      const service = gate.services.get(id);
      if (!service) return undefined;
      const texts = textFields.service.filter(
        field => typeof record[field] === 'string' && !misdirects(textIn(record[field]), gate.rules),
      );
      return { ...service, ...Object.fromEntries(texts.map(field => [field, textIn(record[field])])) };
    },
  };
}

/**
 * Goes through a directory and builds its index, in slices of a few milliseconds: in between the page can answer. Its
 * records pass the gate as those of a file do.
 */
export async function readLarge(directory: Directory): Promise<LargeDirectory> {
  const named = {
    needs: directory.needs.flatMap(cleanTerm),
    groups: directory.groups.flatMap(cleanTerm),
    areas: directory.areas.flatMap(cleanTerm),
  };
  const national = loadDirectory();
  const gate = gateBeside(national, named);
  const choices = new Set([...national.needs, ...national.groups, ...national.areas].map(({ id }) => id));
  // A service may stay that is of a choice which is not shown.
  const shown = (list: readonly TaxonomyTerm[]) => list.filter(term => !poses(term, gate, choices));
  const terms = { needs: shown(named.needs), groups: shown(named.groups), areas: shown(named.areas) };
  const errors: OverlayError[] = [];
  const refuse = (pointer: string, message: string) => {
    if (errors.length < mostErrors) errors.push({ pointer, message });
  };
  const runners = await inSlices(acceptedOrganizations(directory.organizations, gate, refuse));
  const found = await inSlices(acceptedServices(directory.services, runners, gate, refuse));
  const services = [...found.values()].map(
    ({ record }) => (record.x_needs ? record : { ...record, x_needs: [] }) as unknown as Service,
  );
  const accepted = {
    // An inactive one is found never, and offers no filter.
    services: services.filter(({ status }) => status === 'active'),
    organizations: [...runners.values()].map(({ record }) => cleanOrganization(record)),
    ...terms,
  };
  const isLocal = ({ id }: Service) => !gate.ids.has(id);
  const search = await inSlices(indexing(accepted, [], isLocal));
  const needs = Object.fromEntries(audiences.map(audience => [audience, answeredNeeds(accepted, audience)]));
  const byId = new Map(services.map(service => [service.id, service]));
  return {
    directory: accepted,
    search,
    byId,
    needs,
    refused: directory.services.length - found.size,
    errors,
  };
}

/** What a source has answered, as far as it passes the gate. */
interface Vetted {
  readonly services: readonly Service[];
  readonly organizations: readonly Organization[];
  /** Through whom some of them are reached. */
  readonly contacts: readonly Service[];
  readonly refused: number;
}

/** Reads the answer of a source. What it does not name, such as who runs a service, need not be there. */
export function vetted(
  services: readonly unknown[],
  organizations: readonly unknown[],
  contacts: readonly unknown[],
): Vetted {
  const gate = gateBeside(loadDirectory());
  const leadsThere = runnersThatLead();
  const refusedRunners = new Set<unknown>();
  const runners = organizations.flatMap(given => {
    const record = withoutEmpty(given);
    const isNational = isObject(record) && gate.ids.has(record.id as string);
    const faults = faultsOf('organization', record, '', (sound, refuse) =>
      refuseOrganization(sound, '', gate, refuse),
    );
    // The national ones are known.
    if (!isNational && !faults.length) return [cleanOrganization(record)];
    if (isObject(record)) refusedRunners.add(record.id);
    return [];
  });
  // Also a second one of the same id: which of them will be shown is not known here.
  const leading = new Set<unknown>(
    runners.filter(runner => leadsThere(runner as unknown as Fields)).map(({ id }) => id),
  );
  const good = (given: unknown): Service[] => {
    const record = withoutEmpty(given);
    const national = isObject(record) && gate.services.get(record.id as string);
    if (national) return [national];
    const faults = faultsOf('service', record, '', (sound, refuse) => {
      if (gate.ids.has(sound.id as string)) refuse('/id', 'is the id of a national record: choose another');
      refuseService(sound, '', gate, refuse);
      if (refusedRunners.has(sound.organization_id)) refuse('/organization_id', noOrganization);
      if (sound.x_safe_house && leading.has(sound.organization_id)) refuse('/organization_id', noHouse);
    });
    return faults.length ? [] : [cleanService(record)];
  };
  const readContacts = contacts.flatMap(good);
  const read = services.flatMap(good);
  const asked = new Set(read.map(service => service.x_contact_through));
  // Also a second one of the same id: which of them will be shown is not known here.
  const askedAnd = (holds: (contact: Fields) => boolean) =>
    new Set<unknown>(
      [...read, ...readContacts]
        .filter(service => asked.has(service.id) && holds(service as unknown as Fields))
        .map(({ id }) => id),
    );
  const silent = askedAnd(contact => !isCalled(contact));
  const telling = askedAnd(namesPlace);
  const shown = read.filter(
    ({ x_safe_house, x_contact_through: through }) =>
      !silent.has(through) && !(x_safe_house && telling.has(through)),
  );
  return {
    services: shown,
    organizations: runners,
    contacts: readContacts,
    refused: services.length - shown.length,
  };
}

/**
 * Whether the name of a choice, which stands unmarked above all services, reads as a national number or its name. "The
 * police" is a choice of ours.
 */
const poses = ({ id, name }: TaxonomyTerm, { rules }: Gate, national: ReadonlySet<string>): boolean => {
  const fault = rules.faultOfName(name);
  const said = saidOf(name);
  return (
    (said !== undefined && rules.faultOfName(said) !== undefined) ||
    (!national.has(id) && (fault === criticalName || fault === isOfCountry)) ||
    rules.namesCritical(name) ||
    rules.holdsNumber(name) ||
    /(\d\P{L}{0,6}){4}/u.test(figuresIn(name))
  );
};

/** As long as a name may be, and the words by which a choice is looked for. */
const mostOfName = 120;
const mostOfWords = 2000;
const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;

/** A choice of a filter, in a list of its own: an empty one, where it is none. */
const cleanTerm = (term: unknown): TaxonomyTerm[] =>
  isObject(term) && isText(term.id, mostOfName) && isText(term.name, mostOfName)
    ? [
        {
          id: term.id,
          name: textIn(term.name),
          x_keywords: isText(term.x_keywords, mostOfWords) ? textIn(term.x_keywords) : '',
        },
      ]
    : [];

/** In milliseconds: a third of what the eye takes for delay, on a device where each step is slow too. */
const slice = 16;

async function inSlices<T>(steps: Iterator<undefined, T>): Promise<T> {
  for (let until = performance.now() + slice; ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    // Where the page has replaced what it takes, there is no pause.
    await nextTask().catch(() => undefined);
    until = performance.now() + slice;
  }
}
