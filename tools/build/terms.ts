/**
 * Checks the fixed terms of each language, and words that must never be used instead: locales/terms.json. For example,
 * trafficking is not smuggling, a presumed victim is not a proven one, and a return is not a deportation.
 */
import { readFileSync } from 'node:fs';
import { country, inCountry } from './country.js';

interface Terms {
  /** by the English term; `forms` matches the inflected forms of `term` */
  terms: Record<string, { term: string; forms: string }>;
  avoid: { word: string; pattern: string; why: string }[];
}

/** An English text without proper names: a term within a name does not have to be translated. */
const withoutNames = (text: string) =>
  (country().proper_names ?? []).reduce((rest, name) => rest.replaceAll(name, ''), text);

/** Patterns of English terms that have another form in the texts. */
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
    // Keywords are words that readers type, not texts of ours.
    if (!target || id.endsWith('.x_keywords')) continue;
    for (const [term, { term: fixed, forms }] of Object.entries(terms))
      if (inEnglish(term).test(withoutNames(source)) && !new RegExp(forms, 'iu').test(target))
        faults.push(`${id}: "${term}" is "${fixed}"`);
    for (const { word, pattern, why } of avoid)
      if (new RegExp(pattern, 'iu').test(target)) faults.push(`${id}: not "${word}". ${why}`);
  }
  return faults;
}

/** @returns the terms by language */
export const readTerms = (): Record<string, Terms> =>
  JSON.parse(readFileSync(inCountry('locales/terms.json'), 'utf8'));

/**
 * The labels that readers choose between, by group: labels of a group that differ in English must differ in
 * translation.
 */
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
