/**
 * The functions of the directory for applications. They accept a directory that an application has put together, a
 * query from a form, ten thousand services. The elements call the functions behind these, with checked arguments.
 */
import { callingCode, trunk } from '../safety/generated/country.js';
import { loadDirectory as load } from './directory.js';
import { type HsdsDirectory, toHsds as hsdsOf } from './export/hsds.js';
import type { Translate } from './localized.js';
import { mergeOverlay as merge, readOverlay as read, toItsEnd } from './overlay/overlay.js';
import { indexing, type Search } from './search/large-search.js';
import { lexiconsOf, loadLexicons, withKeywords } from './search/lexicon.js';
import { search as goThrough, type Query, type SearchResult } from './search/search.js';
import type { Lexicon } from './search/understand.js';
import { indexDirectory as makeIndex } from './source.js';
import type { Directory, Overlay, Service } from './types.js';

/** The services alone, or with some of the lists: needs, groups and areas that are missing are those of the country. */
export type PartOfDirectory = Pick<Directory, 'services'> & Partial<Directory>;

const isWhole = (service: Service | undefined) => service?.x_needs && service.x_audience;

/** Adds empty lists that are missing: a service without audiences is shown to nobody. */
const withLists = (service: Service): Service => ({
  ...service,
  x_needs: service.x_needs ?? [],
  x_audience: service.x_audience ?? [],
});

const knownWhole = new WeakMap<PartOfDirectory, Directory>();

/** The directory with all lists, and with the needs and audiences of every service. */
function withAllLists(directory: PartOfDirectory): Directory {
  const known = knownWhole.get(directory);
  if (known) return known;
  const { services, organizations, needs, groups, areas, x_lexicon }: Partial<Directory> = directory ?? {};
  // Without a list of services `readOverlay` reports an error, and the other functions throw.
  if (!Array.isArray(services)) return directory as Directory;
  const bundled = load();
  const made: Directory = {
    services: services.every(isWhole) ? services : services.filter(Boolean).map(withLists),
    organizations: organizations ?? [],
    needs: needs ?? bundled.needs,
    groups: groups ?? bundled.groups,
    areas: areas ?? bundled.areas,
    ...(typeof x_lexicon === 'string' && { x_lexicon }),
  };
  knownWhole.set(directory, made);
  return made;
}

/** Corrects the text and the limit of a query. Other values stay: an unknown id finds nothing. */
function cleaned({ text, limit, ...chosen }: Query): Query {
  return {
    ...chosen,
    // The index has numbers as they are dialled within the country.
    ...(typeof text === 'string' && { text: text.replace(callingCode, trunk) }),
    ...(typeof limit === 'number' && limit >= 0 && { limit }),
  };
}

/** Going through more services at each keystroke takes longer than a frame. */
const many = 500;

const indexes = new WeakMap<Directory, Search>();

/** The lexicons for the language of a directory from `loadDirectory`. */
const lexiconsIn = ({ x_lexicon }: Directory) => (x_lexicon ? lexiconsOf(x_lexicon) : []);

/** The search with an index of all words of a directory, which the first call builds. */
function searchIn(directory: Directory): Search {
  const known = indexes.get(directory);
  if (known) return known;
  const index = toItsEnd(indexing(directory, lexiconsIn(directory)));
  indexes.set(directory, index);
  return index;
}

/**
 * The services that fit, best first.
 *
 * In a directory of `loadDirectory` the text is read as a person types it: for what is needed, for whom, and where
 * ("he beats me", "no place to sleep with my kids"). In danger the emergency number and the helpline come first; otherwise
 * the police do only where they are asked for. `meant` names what has been understood; where nothing has, and no word fits,
 * `services` is empty: show the helpline then.
 *
 * In your own directory, only words are searched. Every word has to fit; a word that fits no service at all does not count,
 * and where no service has all of them, those that have some are the answer.
 *
 * In a directory of more than 500 services the first call makes an index of all words, at about 20 ms for 1000 services.
 * For such a directory, call `indexDirectory` instead: it builds the index without blocking the page.
 *
 * @param directory the result of `loadDirectory()`, or your own services. It is read once: to change it, pass a copy
 * @param query what is typed and chosen. A `text` that is not a string, and a `limit` that is not a number from 0, are ignored
 */
export function search(directory: PartOfDirectory, query?: Query | null): SearchResult {
  const searched = withAllLists(directory);
  const asked = cleaned(query ?? {});
  if (searched.services.length > many) return searchIn(searched)(asked);
  return goThrough(searched, asked, lexiconsIn(searched));
}

/**
 * The bundled services and organisations of the country, taken from the documents in its `sources.json`.
 *
 * @param translate the `fact` function of `localize(tag)` from `havn-widgets/locale`: in that language. Without it in English
 */
export function loadDirectory(translate?: Translate): Directory {
  const asked = typeof translate === 'function' ? translate : undefined;
  const directory = load(asked);
  const known = withLexicon.get(directory) ?? addLexicon(directory, loadLexicons(asked));
  withLexicon.set(directory, known);
  return known;
}

const addLexicon = (directory: Directory, lexicons: readonly Lexicon[]): Directory => ({
  ...directory,
  needs: directory.needs.map(need => withKeywords(need, lexicons)),
  x_lexicon: lexicons[0]?.text ?? '',
});

/** The same object for the same directory: the search keeps its index by that object. */
const withLexicon = new WeakMap<Directory, Directory>();

/**
 * Reads a host's own services, in the format of schema/overlay.schema.json. Never throws. What is wrong is refused
 * record by record, with a JSON pointer and a reason; what is good is in the answer, clean: plain text, known fields only.
 *
 * Nothing in it can alter the directory: national ids, the helpline and its number, emergency numbers and the claim to be
 * open day and night are refused. Web addresses and numbers that are no links are kept as text: pass them through
 * `safeLink` and `dialable`, as the elements do.
 *
 * @param text the file, JSON
 * @param directory the national services; those of `loadDirectory()` where it is missing
 * @param today by which a date is in the future; now, where it is missing
 */
export const readOverlay = (text: string, directory: PartOfDirectory = load(), today?: Date): Overlay =>
  read(text, withAllLists(directory), today);

/**
 * A directory as strict HSDS 3.1: UUIDs (version 5, from the readable ids, the same on every build), absolute addresses,
 * nothing empty, no field of our own. What HSDS has no field for goes into other fields: audience, needs and groups are
 * terms of taxonomies; a service without contacts of its own names the service to ask in `application_process`.
 * Safe houses have no number, no address and no place here, even where a record claims one.
 */
export const toHsds = (directory: PartOfDirectory): HsdsDirectory => hsdsOf(withAllLists(directory));

/**
 * A directory as a source that answers at once, however large: what `search` answers, from an index of all words. It is
 * built in slices of a few milliseconds, about 20 ms for 1000 services, and takes about 0.4 kB for each.
 * Rejects if a record has the wrong shape.
 */
export async function indexDirectory(
  directory: PartOfDirectory,
): Promise<{ readonly search: (query?: Query | null) => SearchResult }> {
  const indexed = withAllLists(directory);
  const index = await makeIndex(indexed, lexiconsIn(indexed));
  return { search: query => index.search(cleaned(query ?? {})) };
}

/**
 * A directory and a host's own services as one, which `search` takes like any other: the helpline first, then the national
 * services that the host does not hide, then the host's own, in the reader's language where the host gives it.
 * Neither argument is changed. Keep the answer while they stay the same: `search` remembers it.
 */
export const mergeOverlay = (directory: PartOfDirectory, overlay: Overlay, language: string): Directory =>
  merge(withAllLists(directory), overlay, language);
