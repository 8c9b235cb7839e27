import type { Audience, Directory, Service } from './types.js';

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
}

/** The word fits the beginning of one, lies within one, or is one slip away. */
const fits = { whole: 1, beginning: 0.8, within: 0.5, slip: 0.3 };
/** Name before need before text. */
const weights = [8, 4, 1];

interface Entry {
  readonly service: Service;
  /** The words of its name, of its needs, of its texts: each text begins and ends with a space. */
  readonly fields: readonly string[];
}

const wholeCountry = 'norway';
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
      // Arabic: alef wasla, teh marbuta, alef maqsura; the article.
      .replace(/\u0671/g, '\u0627')
      .replace(/\u0629/g, '\u0647')
      .replace(/\u0649/g, '\u064a')
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .replace(/(^| )\u0627\u0644(?=\S)/g, '$1')
      .trim()
  );
}

/**
 * The services that fit, best first.
 * Every word has to fit; a word that fits no service at all does not count, and where no service has all of them, those
 * that have some are the answer.
 */
export function search(directory: Directory, query: Query): SearchResult {
  const { need, group, area, audience = 'person', limit = Number.POSITIVE_INFINITY } = query;
  const candidates = indexOf(directory).filter(
    ({ service }) =>
      service.status === 'active' &&
      service.x_audience.includes(audience) &&
      (!need || service.x_needs.includes(need)) &&
      (!group || !service.x_groups || service.x_groups.includes(group)) &&
      (!area || !service.x_areas || service.x_areas.includes(area) || service.x_areas.includes(wholeCountry)),
  );
  const services = rank(candidates, fold((query.text ?? '').slice(0, 200)));
  return { total: services.length, services: services.slice(0, limit) };
}

function rank(entries: readonly Entry[], text: string): readonly Service[] {
  const words = text.split(' ').filter(Boolean);
  if (!words.length) return entries.map(({ service }) => service);
  const scored = entries.map(entry => ({ entry, scores: words.map(word => scoreOf(word, entry)) }));
  const counting = words.map((_, index) => scored.some(({ scores }) => scores[index]));
  const some = scored.filter(({ scores }) => scores.some(Boolean));
  const all = some.filter(({ scores }) => scores.every((score, index) => score || !counting[index]));
  const sum = (scores: readonly number[]) => scores.reduce((total, score) => total + score, 0);
  return (all.length ? all : some)
    .map(({ entry, scores }) => ({ entry, score: sum(scores) }))
    .sort((one, other) => other.score - one.score)
    .map(({ entry }) => entry.service);
}

function scoreOf(word: string, { fields }: Entry): number {
  let best = 0;
  for (let index = 0; index < fields.length; index++) {
    const weight = weights[index] ?? 0;
    best = Math.max(best, weight * fitOf(word, fields[index] ?? ''));
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

function indexOf(directory: Directory): readonly Entry[] {
  let index = indexes.get(directory);
  if (!index) {
    const organizations = new Map(
      directory.organizations.map(organization => [organization.id, organization]),
    );
    const terms = new Map(
      [...directory.needs, ...directory.groups, ...directory.areas].map(term => [term.id, term]),
    );
    const words = (texts: readonly (string | undefined)[]) => ` ${fold(texts.filter(Boolean).join(' '))} `;
    const namesOf = (ids: readonly string[] | undefined) => (ids ?? []).map(id => terms.get(id)?.name);
    index = directory.services.map(service => {
      const organization = organizations.get(service.organization_id);
      return {
        service,
        fields: [
          words([service.name, organization?.name]),
          words(service.x_needs.map(id => `${terms.get(id)?.name} ${terms.get(id)?.x_keywords ?? ''}`)),
          words([
            service.description,
            service.eligibility_description,
            service.application_process,
            service.alert,
            organization?.description,
            ...namesOf(service.x_groups),
            ...namesOf(service.x_areas),
            ...(service.phones ?? []).map(({ number }) => number.replace('+47', '')),
            service.email,
            service.url,
          ]),
        ],
      };
    });
    indexes.set(directory, index);
  }
  return index;
}
