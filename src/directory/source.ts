import { loadDirectory } from './directory.js';
import { inSlices, pause } from './in-slices.js';
import { acceptedOrganizations, acceptedServices } from './overlay/accepted.js';
import { noOrganization, refuseOrganization, refuseService, withoutRefusedTexts } from './overlay/checks.js';
import { cleanOrganization, cleanService } from './overlay/clean.js';
import { type Gate, gateOf } from './overlay/gate.js';
import { criticalName, isOfCountry } from './overlay/names.js';
import { figuresIn } from './overlay/numbers-in-words.js';
import { toItsEnd } from './overlay/overlay.js';
import { misdirects } from './overlay/own-texts.js';
import { saidOf } from './overlay/phrases.js';
import { type Fields, isObject, type Refuse, type Steps, textFields, textIn } from './overlay/record.js';
import { isCalled, namesPlace, noHouse, runnersThatLead } from './overlay/safe-houses.js';
import { faultsOf } from './overlay/shape.js';
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
 * Where the service finder asks for services, instead of searching the bundled ones: a search index on the host's
 * server, an HSDS API, or anything else that can answer a query. `finder.directory = source` sets it.
 *
 * Records from a source are treated like a host page's own: marked as such, in plain text, with links and numbers
 * checked. The helpline and the emergency number stay where they are, whatever the source answers.
 */
export interface ServiceSource {
  /**
   * The services that fit a query, best first, at most `query.limit` of them.
   * Until the promise settles, the previous results stay on screen; the answer to an older query is dropped. If the
   * function throws or the promise rejects, the bundled services are searched.
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

/** Whether a value has all the lists of a directory. */
export const isDirectory = (value: unknown): value is Directory =>
  isObject(value) &&
  ['services', 'organizations', 'needs', 'groups', 'areas'].every(list => Array.isArray(value[list]));

export const isSource = (value: unknown): value is ServiceSource =>
  isObject(value) && typeof value.search === 'function';

/** A host page's own directory, after it has been checked and indexed. */
export interface LargeDirectory {
  /** The services that can be shown, and the filters. */
  readonly directory: Directory;
  readonly search: Search;
  readonly byId: ReadonlyMap<string, Service>;
  /** For each audience, the needs that at least one service answers. */
  readonly needs: Readonly<Record<string, readonly TaxonomyTerm[]>>;
  /** How many services were left out. */
  readonly refused: number;
  /** The first errors, at most `mostErrors`. */
  readonly errors: readonly OverlayError[];
}

/** The console shows no more errors than this. */
const mostErrors = 20;

/**
 * A copy of a record without empty fields, which applications set and files leave out: what is checked cannot be changed
 * afterwards. `undefined` if the record throws when it is read.
 */
function copied(record: unknown): unknown {
  const isEmpty = (value: unknown) => value === '' || (Array.isArray(value) && !value.length);
  try {
    const copy: unknown = JSON.parse(JSON.stringify(record));
    if (!isObject(copy)) return copy;
    return Object.fromEntries(Object.entries(copy).filter(([, value]) => !isEmpty(value)));
  } catch {
    return undefined;
  }
}

/**
 * The gate for records of an application. Its directory may contain national records too: for these the bundled facts
 * are used, whatever the application says. Only their texts are taken from it, since they may be in another language.
 */
function gateBeside(national: Directory, terms?: Parameters<typeof gateOf>[2]): Gate {
  const organizations = new Map(national.organizations.map(one => [one.id, one]));
  const gate = gateOf(national, new Date(), terms);
  return {
    ...gate,
    prepare: copied,
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
 * Checks a directory and builds its index, in slices of a few milliseconds: between them the page can respond to input.
 * The records have to pass the same gate as those of a file.
 */
export async function readLarge(directory: Directory): Promise<LargeDirectory> {
  // The script has just run in this task. The gate, and then its word lists, each get a task of their own.
  await pause();
  const named = {
    needs: directory.needs.flatMap(cleanTerm),
    groups: directory.groups.flatMap(cleanTerm),
    areas: directory.areas.flatMap(cleanTerm),
  };
  const national = loadDirectory();
  const gate = gateBeside(national, named);
  await pause();
  const choices = new Set([...national.needs, ...national.groups, ...national.areas].map(({ id }) => id));
  // A service may name a need, group or area whose filter is not shown.
  const shown = (list: readonly TaxonomyTerm[]) => inSlices(shownTerms(list, gate, choices));
  const terms = {
    needs: await shown(named.needs),
    groups: await shown(named.groups),
    areas: await shown(named.areas),
  };
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
    // The search never finds inactive services, and they must add no filter.
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

/** The records of a source's answer that passed the gate. */
interface Vetted {
  readonly services: readonly Service[];
  readonly organizations: readonly Organization[];
  /** The services through which some of `services` are reached. */
  readonly contacts: readonly Service[];
  readonly refused: number;
}

/** Checks the answer of a source. It may leave out the organisations and contacts that its services refer to. */
export function vetted(
  services: readonly unknown[],
  organizations: readonly unknown[],
  contacts: readonly unknown[],
): Vetted {
  const gate = gateBeside(loadDirectory());
  const leadsThere = runnersThatLead();
  const refusedRunners = new Set<unknown>();
  // If two organisations have the same id, one that leads is enough: which of the two will be shown is not known here.
  const leading = new Set<unknown>();
  const runners = organizations.flatMap(given => {
    const record = copied(given);
    const isNational = isObject(record) && gate.ids.has(record.id as string);
    const faults = toItsEnd(
      faultsOf('organization', record, '', (sound, refuse) => refuseOrganization(sound, '', gate, refuse)),
    );
    const kept = faults.length ? withoutRefusedTexts('organization', record, faults, '') : (record as Fields);
    // National organisations are bundled: the source's copy is not used.
    if (!isNational && kept) {
      if (leadsThere(record as Fields)) leading.add(kept.id);
      return [cleanOrganization(kept)];
    }
    if (isObject(record)) refusedRunners.add(record.id);
    return [];
  });
  const good = (given: unknown): Service[] => {
    const record = copied(given);
    const national = isObject(record) && gate.services.get(record.id as string);
    if (national) return [national];
    const checks = function* (sound: Fields, refuse: Refuse) {
      if (gate.ids.has(sound.id as string)) refuse('/id', 'is the id of a national record: choose another');
      yield* refuseService(sound, '', gate, refuse);
      if (refusedRunners.has(sound.organization_id)) refuse('/organization_id', noOrganization);
      if (sound.x_safe_house && leading.has(sound.organization_id)) refuse('/organization_id', noHouse);
    };
    const faults = toItsEnd(faultsOf('service', record, '', checks));
    const kept = faults.length ? withoutRefusedTexts('service', record, faults, '') : record;
    return kept ? [cleanService(kept)] : [];
  };
  const readContacts = contacts.flatMap(good);
  const read = services.flatMap(good);
  const asked = new Set(read.map(service => service.x_contact_through));
  // If two services have the same id, one that matches is enough: which of the two will be shown is not known here.
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

/** The filter choices whose names could not be taken for national ones. @param national ids of the national choices */
function* shownTerms(
  terms: readonly TaxonomyTerm[],
  gate: Gate,
  national: ReadonlySet<string>,
): Steps<TaxonomyTerm[]> {
  const kept: TaxonomyTerm[] = [];
  for (const term of terms) {
    const said = saidOf(term.name);
    // The first name has the list of phrases made, the first check the patterns of names: each gets a task of its own.
    yield;
    if (!couldBeNational(term, said, gate, national)) kept.push(term);
    yield;
  }
  return kept;
}

/**
 * Whether the name of a filter choice could be taken for a national number or the name of one: the choice is shown
 * above all services, without a mark that it is the host's. National choices, such as "The police", may have such a
 * name.
 *
 * @param said what is left of a name that says that something is closed
 */
const couldBeNational = (
  { id, name }: TaxonomyTerm,
  said: string | undefined,
  { rules }: Gate,
  national: ReadonlySet<string>,
): boolean => {
  const fault = rules.faultOfName(name);
  return (
    (said !== undefined && rules.faultOfName(said) !== undefined) ||
    (!national.has(id) && (fault === criticalName || fault === isOfCountry)) ||
    rules.namesCritical(name) ||
    rules.holdsNumber(name) ||
    /(\d\P{L}{0,6}){4}/u.test(figuresIn(name))
  );
};

/** In characters, how long the name of a choice and its search words may be. */
const mostOfName = 120;
const mostOfWords = 2000;
const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;

/** One filter choice, cleaned, as a list for `flatMap`: empty if the value is not valid. */
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
