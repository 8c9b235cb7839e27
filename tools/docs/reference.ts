/** What the manifest and the languages say of an element, as Markdown under what was written by hand. */
import { readFileSync } from 'node:fs';
import { inCountry, targetLanguages } from '../build/country.js';
import { valuesOf } from '../build/manifest.js';
import { table } from './markdown.js';
import { words } from './words.js';

/**
 * @typedef {import('../build/manifest.js').Declaration} Declaration
 * @typedef {import('../build/manifest.js').Described} Described
 * @typedef {import('./words.js').Language} Language
 */

/** @type {Record<string, string>} */
const inBokmål = JSON.parse(readFileSync('docs/elements/manifest.nb.json', 'utf8'));

/** @param {string} text */
const code = text => `\`${text}\``;

/** A description is of one line, and in bokmål as it was translated. @param {string | undefined} text @param {Language} language */
export function described(text = '', language) {
  const line = text.replace(/\s+/g, ' ').trim();
  if (language === 'en' || !line) return line;
  const translated = inBokmål[line];
  if (!translated) throw new Error(`docs/elements/manifest.nb.json does not translate "${line}"`);
  return translated;
}

/** All that the pages show of the manifest. @param {Declaration} declaration @returns {string[]} */
export const descriptionsOf = ({ summary, attributes, properties, slots, events, cssParts, cssProperties }) =>
  [
    summary,
    ...[attributes, properties, slots, events, cssParts, cssProperties]
      .flat()
      .map(({ description }) => description),
  ]
    .map(text => (text ?? '').replace(/\s+/g, ' ').trim())
    .filter(Boolean);

/** Translations of what the manifest says no more. @param {Declaration[]} declarations */
export function staleTranslations(declarations) {
  const said = new Set(declarations.flatMap(descriptionsOf));
  return Object.keys(inBokmål).filter(text => !said.has(text));
}

/** @param {Declaration} declaration @param {Language} language @returns {string} Markdown */
export function referenceOf({ attributes, properties, slots, events, cssParts, cssProperties }, language) {
  const { reference } = words[language];
  const { heads, types, not } = reference;
  /** @param {Described} item */
  const what = ({ description }) =>
    described(description, language).replace(/docs\/([\w-]+\.md)/g, '[docs/$1](../$1)');
  /** @param {Described} item */
  const values = ({ type = { text: 'string' } }) =>
    valuesOf(type.text).map(code).join(' ') ||
    (types[/** @type {keyof typeof types} */ (type.text)] ?? code(type.text));
  /** @param {Described} item */
  const preset = ({ default: value }) => (value === undefined ? '' : value === 'false' ? not : code(value));
  /** @param {string} title @param {Described[]} items @param {string[]} columns @param {(item: Described) => string[]} row @param {string} [note] */
  const chapter = (title, items, columns, row, note) =>
    items.length
      ? [
          `## ${title}`,
          ...(note ? [note] : []),
          table(
            [...columns, heads.what],
            items.map(item => [code(item.name), ...row(item)]),
          ),
        ]
      : [];
  return [
    ...(attributes.length
      ? []
      : [`## ${reference.attributes}`, `${reference.attributesNone} ${reference.attributesShared}`]),
    ...chapter(
      reference.attributes,
      attributes,
      [heads.attribute, heads.values, heads.preset],
      item => [values(item), preset(item), what(item)],
      reference.attributesShared,
    ),
    ...chapter(reference.properties, properties, [heads.property, heads.values], item => [
      values(item),
      what(item),
    ]),
    `## ${reference.slots}`,
    ...slots.map(what),
    ...chapter(reference.events, events, [heads.event], item => [what(item)], reference.eventsNote),
    ...chapter(reference.cssParts, cssParts, [heads.part], item => [what(item)]),
    ...chapter(reference.cssProperties, cssProperties, [heads.property, heads.preset], item => [
      preset(item),
      what(item),
    ]),
  ].join('\n\n');
}

/** @param {Language} language @returns {string} Markdown */
export function languagesOf(language) {
  const { title, text, draft, heads, source, machine, human, notReviewed, reviewed } =
    words[language].languages;
  /** @type {Record<string, {draft: string, reviewed_on?: string}>} */
  const review = JSON.parse(readFileSync(inCountry('locales/review.json'), 'utf8'));
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const rows = targetLanguages().map(tag => {
    const { draft: by, reviewed_on: day } = review[tag];
    const state = [
      by === 'machine' ? machine : human,
      day ? reviewed.replace('{day}', day) : notReviewed,
    ].join(', ');
    return [names.of(tag) ?? tag, code(tag), state];
  });
  return [
    `## ${title}`,
    text,
    draft,
    table([heads.language, '`lang`', heads.state], [[names.of('en') ?? 'en', code('en'), source], ...rows]),
  ].join('\n\n');
}
