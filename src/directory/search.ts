import { callingCode, trunk } from '../safety/generated/country.js';
import { wholeCountry } from './generated/country.js';
import type { Audience, Directory, Organization, Service, TaxonomyTerm } from './types.js';

export interface Query {
  /** Words in any order, in the language of the directory; a slip of the keyboard in a word is forgiven. */
  readonly text?: string;
  /** Id of a need. */
  readonly need?: string;
  /** Id of a group: services for it, and those for everyone. */
  readonly group?: string;
  /** Id of an area: services there, in the whole country, and those that do not say where. */
  readonly area?: string;
  /** Who is reading; `person` where it is missing. */
  readonly audience?: Audience;
  /** At most so many services. */
  readonly limit?: number;
}

export interface SearchResult {
  /** How many services fit, whatever the limit. */
  readonly total: number;
  /** The best first; without text in the order of the directory. */
  readonly services: readonly Service[];
  /** Who runs them, where the answer comes from a source that is not a directory. */
  readonly organizations?: readonly Organization[];
}

/** In tenths, how well a word fits: a whole one, the beginning of one, within one, one slip away. */
export const fits = { whole: 10, beginning: 8, within: 5, slip: 3 };
/** Name before need before text. */
export const weights = [8, 4, 1];

/** What is searched of the names of a service, and of its other texts: without those of its organisation and its terms. */
export const namesIn = ({ name, alternate_name }: Service): readonly (string | undefined)[] => [
  name,
  alternate_name,
];
export const textsIn = (service: Service): readonly (string | undefined)[] => [
  service.description,
  service.eligibility_description,
  service.application_process,
  service.alert,
  ...(service.service_areas || []).map(({ name }) => name),
  ...(service.phones || []).map(({ number }) => number.replace(callingCode, trunk)),
  service.email,
  service.url,
];

interface Entry {
  readonly service: Service;
  /** The words of its name, of its needs, of its texts: each text begins and ends with a space. */
  readonly fields: readonly string[];
}

const indexes = new WeakMap<Directory, readonly Entry[]>();

/**
 * Words in the one form in which they are compared: small letters without marks, and what a language writes in two ways
 * is one: in Norwegian å is aa, ø is oe, æ is ae.
 */
export function fold(text: string): string {
  // Escaped, since no minifier escapes what stands in a regular expression.
  return (
    text
      .toLowerCase()
      .normalize('NFD')
      // The vowels of Thai stay, marks as they are: without them many of its words are the same. Its tones go.
      .replace(/(?![\u0e31\u0e34-\u0e39])\p{M}|\p{Lm}/gu, '')
      // An apostrophe within a word is dropped (Somali, Ukrainian); after a first letter it parts words (French, Albanian).
      .replace(/([^a-z]|\p{L}[a-z])['\u2018\u2019]/gu, '$1')
      .replace(/\u00f8|oe/g, 'o')
      .replace(/aa/g, 'a')
      .replace(/\u00e6/g, 'ae')
      // The letters that are whole and so have no mark to lose: Vietnamese đ, Polish ł, Turkish ı.
      .replace(/\u0111/g, 'd')
      .replace(/\u0142/g, 'l')
      .replace(/\u0131/g, 'i')
      // Arabic: alef wasla, teh marbuta, alef maqsura; the article, also in one with "to".
      .replace(/\u0671/g, '\u0627')
      .replace(/\u0629/g, '\u0647')
      .replace(/\u0649/g, '\u064a')
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .replace(/(^| )(?:\u0627|\u0644)\u0644(?=\S)/g, '$1')
      .trim()
  );
}

/** See for-others.ts. Goes through all services for each word: for a few hundred of them that is soonest. */
export function search(directory: Directory, query: Query): SearchResult {
  const { text = '', limit = Number.POSITIVE_INFINITY } = query;
  const candidates = indexOf(directory).filter(({ service }) => isChosen(service, query));
  const services = rank(candidates, wordsIn(text));
  return { total: services.length, services: services.slice(0, limit) };
}

/** Whether a service fits what is chosen, whatever is typed. */
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

/** The words that are looked for. A single letter says something only while it is the last: it may become a word. */
export function wordsIn(text: string): string[] {
  const words = fold(text.slice(0, 200)).split(' ');
  // The filter of old Prototype.js gives no third argument.
  return words.filter((word, index) => word.length > 1 || (word && index === words.length - 1));
}

/** The needs that some service for these readers answers. */
export const answeredNeeds = (
  { needs, services }: Directory,
  audience: Audience = 'person',
): readonly TaxonomyTerm[] =>
  needs.filter(({ id }) =>
    services.some(({ x_audience, x_needs }) => x_audience.includes(audience) && x_needs.includes(id)),
  );

function rank(entries: readonly Entry[], words: readonly string[]): readonly Service[] {
  if (!words.length) return entries.map(({ service }) => service);
  const scored = entries.map(entry => ({ entry, scores: words.map(word => scoreOf(word, entry)) }));
  const counting = words.map((_, index) => scored.some(({ scores }) => scores[index]));
  const some = scored.filter(({ scores }) => scores.some(Boolean));
  const all = some.filter(({ scores }) => scores.every((score, index) => score || !counting[index]));
  const sum = (scores: readonly number[]) => scores.reduce((total, score) => total + score, 0);
  return (all.length ? all : some)
    .map(({ entry, scores }) => ({ entry, score: sum(scores) }))
    .sort((one, other) => isLocal(one) - isLocal(other) || other.score - one.score)
    .map(({ entry }) => entry.service);
}

/** A page's own services stand below the national ones that fit. */
const isLocal = ({ entry }: { readonly entry: Entry }): number => Number(Boolean(entry.service.x_local));

function scoreOf(word: string, { fields }: Entry): number {
  let best = 0;
  for (let index = 0; index < fields.length; index++) {
    best = Math.max(best, (weights[index] as number) * fitOf(word, fields[index] as string));
  }
  return best;
}

function fitOf(word: string, field: string): number {
  if (field.includes(` ${word} `)) return fits.whole;
  if (field.includes(` ${word}`)) return fits.beginning;
  // Norwegian writes compounds in one: "asyl" is within "barneasyl". Two letters are within too much.
  if (word.length > 2 && field.includes(word)) return fits.within;
  if (word.length > 3 && field.split(' ').some(other => isSlipOf(word, other) || isIn(word, other)))
    return fits.slip;
  return 0;
}

/** Thai puts no spaces between words: what is typed as one word is a sentence, and a word of ours may be within. */
const isIn = (word: string, other: string) =>
  other.length > 2 && /[\u0e01-\u0e39]/.test(other) && word.includes(other);

/** Whether one letter is wrong, missing, too many, or two are swapped; the ending of a longer word is left out. */
export function isSlipOf(word: string, other: string): boolean {
  if (other.length < word.length - 1 || other.length < 3) return false;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at++;
  const rest = word.slice(at);
  const wrong = rest.slice(1);
  return (
    // One letter of `word` is wrong, or too many; one is missing; two are swapped.
    other.startsWith(wrong, at + 1) ||
    other.startsWith(wrong, at) ||
    other.startsWith(rest, at + 1) ||
    (rest.length > 1 && other.startsWith(`${rest[1]}${rest[0]}${rest.slice(2)}`, at))
  );
}

/** What is searched in a directory: worked out once for each. */
export function indexOf(directory: Directory): readonly Entry[] {
  let index = indexes.get(directory);
  if (!index) {
    const organizations = new Map(
      directory.organizations.map(organization => [organization.id, organization]),
    );
    const terms = new Map(
      [...directory.needs, ...directory.groups, ...directory.areas].map(({ id, name, x_keywords }) => [
        id,
        [name, x_keywords],
      ]),
    );
    const words = (texts: readonly (string | undefined)[]) => ` ${fold(texts.filter(Boolean).join(' '))} `;
    const namesOf = (ids: readonly string[] | undefined) => (ids || []).map(id => terms.get(id)?.[0]);
    index = directory.services.map(service => {
      const organization = organizations.get(service.organization_id);
      return {
        service,
        fields: [
          words([...namesIn(service), organization?.name]),
          words(service.x_needs.flatMap(id => terms.get(id) || [])),
          words([
            ...textsIn(service),
            organization?.description,
            ...namesOf(service.x_groups),
            ...namesOf(service.x_areas),
          ]),
        ],
      };
    });
    indexes.set(directory, index);
  }
  return index;
}
