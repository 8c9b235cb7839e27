/**
 * The words that are fixed in each language, and those they must never be mixed up with: locales/terms.json.
 * Trafficking is not smuggling, a presumed victim has not been proven to be one, a return is no deportation.
 */
import { readFileSync } from 'node:fs';
import { country, inCountry } from './country.js';

interface Terms {
  /** by the English term; `forms` matches it inflected */
  terms: Record<string, { term: string; forms: string }>;
  avoid: { word: string; pattern: string; why: string }[];
}

/** An English text without the names in it, which hold words that mean nothing else there. */
const withoutNames = (text: string) =>
  (country().proper_names ?? []).reduce((rest, name) => rest.replaceAll(name, ''), text);

/** Where the English term stands in an English text. */
const english: Record<string, RegExp> = {
  'trafficking in human beings': /human trafficking/i,
  'victim of human trafficking': /victims? of human trafficking/i,
};

const inEnglish = (term: string) => english[term] ?? new RegExp(`\\b${term}s?\\b`, 'i');

/**
 * @param sources the English texts by id
 * @param units the translations by id
 */
export function termFaults(
  sources: ReadonlyMap<string, string>,
  units: ReadonlyMap<string, { target: string | null }>,
  { terms, avoid }: Terms,
): string[] {
  const faults = [];
  for (const [id, source] of sources) {
    const target = units.get(id)?.target;
    // What a reader may type is no text of ours.
    if (!target || id.endsWith('.x_keywords')) continue;
    for (const [term, { term: fixed, forms }] of Object.entries(terms))
      if (inEnglish(term).test(withoutNames(source)) && !new RegExp(forms, 'iu').test(target))
        faults.push(`${id}: "${term}" is "${fixed}"`);
    for (const { word, pattern, why } of avoid)
      if (new RegExp(pattern, 'iu').test(target)) faults.push(`${id}: not "${word}". ${why}`);
  }
  return faults;
}

/** @returns by language */
export const readTerms = (): Record<string, Terms> =>
  JSON.parse(readFileSync(inCountry('locales/terms.json'), 'utf8'));

/** The labels between which a reader chooses, by group: within one, two that differ in English may not be the same. */
const labelGroups = [
  /^need\..*\.name$/,
  /^(group|area)\..*\.name$|^finder\.(everyone|anywhere|nationwide)$/,
  /^(permit|profession)\..*\.name$/,
  /^kind\./,
  /^hours\.(always|open|closed|appointment|unknown)$/,
  /^pathway-step\..*\.name$/,
  /^outcome\..*\.name$/,
];

/**
 * @param sources the English texts by id
 * @param units the translations by id
 */
export function sharedLabelFaults(
  sources: ReadonlyMap<string, string>,
  units: ReadonlyMap<string, { target: string | null }>,
  { terms }: Terms,
): string[] {
  const groups = [
    ...labelGroups.map(group =>
      [...sources]
        .filter(([id]) => group.test(id))
        .map(([id, source]) => ({ id, source, target: units.get(id)?.target })),
    ),
    Object.entries(terms).map(([source, { term }]) => ({
      id: `terms.json: ${source}`,
      source,
      target: term,
    })),
  ];
  return groups.flatMap(labels =>
    labels.flatMap(({ id, source, target }, index) => {
      const twin = labels.slice(0, index).find(other => other.target === target && other.source !== source);
      return target && twin ? [`${id}: "${target}" is the label of ${twin.id} too`] : [];
    }),
  );
}
