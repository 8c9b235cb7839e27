/** How well words fit the names and texts of services, and which services are found by words alone. */
import { callingCode, trunk } from '../../safety/generated/country.js';
import type { Directory, Service } from '../types.js';
import { fold, isThai } from './fold.js';

/** In tenths, how well a word fits: it is a whole word, the beginning of one, within one, or one slip away. */
export const fits = { whole: 10, beginning: 8, within: 5, slip: 3 };
/** Name before need before text. */
export const weights: readonly [name: number, need: number, text: number] = [8, 4, 1];

/** Scores of a whole word of a name, of a part of one, and of one that is a slip away: see `scoreOf`. */
export const wholeName = weights[0] * fits.whole;
export const inName = weights[0] * fits.within;
export const nearName = weights[0] * fits.slip;

/** Whether a score is that of a slip: the word is only like one of the service's. */
export const isSlip = (score: number): boolean => weights.includes(score / fits.slip);

/**
 * The names of a service, and its other texts, that are searched; without the texts of its organisation and its terms.
 */
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

export interface Entry {
  readonly service: Service;
  /** The folded words of its names, of its needs, and of its texts: each field begins and ends with a space. */
  readonly fields: readonly string[];
}

const indexes = new WeakMap<Directory, readonly Entry[]>();

/** The words to search for. A single letter counts only at the end, where it may become a word. */
export function wordsIn(text: string): string[] {
  const words = fold(text.slice(0, 200)).split(' ');
  // No third argument: `filter` of old Prototype.js does not pass one.
  return words.filter((word, index) => word.length > 1 || (word && index === words.length - 1));
}

/** The services found by words alone, best first. Every word has to fit, except words that fit no service. */
export function rank(entries: readonly Entry[], words: readonly string[]): readonly Service[] {
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

/** How well a word fits a service: `wholeName` is a whole word of its name. */
export function scoreOf(word: string, { fields }: Entry): number {
  let best = 0;
  for (let index = 0; index < fields.length; index++) {
    const weight = weights[index] as number;
    // Skip a field if even a whole word in it could not score more than `best`.
    if (weight * fits.whole > best) best = Math.max(best, weight * fitOf(word, fields[index] as string));
  }
  return best;
}

function fitOf(word: string, field: string): number {
  if (field.includes(word)) {
    if (field.includes(` ${word} `)) return fits.whole;
    if (field.includes(` ${word}`)) return fits.beginning;
    // Norwegian writes compounds as one word: "asyl" is within "barneasyl". Two letters are within too many words.
    return word.length > 2 ? fits.within : 0;
  }
  if (word.length > 3 && field.split(' ').some(other => isSlipOf(word, other) || isIn(word, other)))
    return fits.slip;
  return 0;
}

/** Thai puts no spaces between words: the typed "word" is a sentence, which may contain a word of the directory. */
const isIn = (word: string, other: string) => other.length > 2 && isThai(other) && word.includes(other);

/** Whether one letter is wrong, missing or too many, or two are swapped; the ending of a longer word is ignored. */
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

/** The searchable entries of a directory: built once for each directory. */
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
