/** What the manifest and the languages say of an element, as Markdown under what was written by hand. */
import { readFileSync } from 'node:fs';
import { ownName, targetLanguages } from '../build/country.js';
import { type Declaration, type Described, valuesOf } from '../build/manifest.js';
import { table } from '../build/markdown.js';
import { type Language, words } from './words.js';

let translations: Record<string, string> | undefined;
/** Read when it is needed: a country of its own has no documents, and `npm run check` imports this module there too. */
const inBokmål = () => {
  translations ??= JSON.parse(readFileSync('docs/elements/manifest.nb.json', 'utf8')) as Record<
    string,
    string
  >;
  return translations;
};

const code = (text: string) => `\`${text}\``;

const oneLine = (text = '') => text.replace(/\s+/g, ' ').trim();

const missing = new Set<string>();

/**
 * A description in one line, and for bokmål its translation. If the translation is missing, the page has the English sentence
 * and the console says so once, so that `npm start` still works; `npm run check` refuses it.
 */
export function described(text: string | undefined, language: Language) {
  const line = oneLine(text);
  if (language === 'en' || !line) return line;
  const translated = inBokmål()[line];
  if (!translated && !missing.has(line)) {
    missing.add(line);
    console.warn(faultOf(line));
  }
  return translated ?? line;
}

const faultOf = (line: string) =>
  `docs/elements/manifest.nb.json has no translation of "${line}", so the page in bokmål has it in English`;

/** All that the pages show of the manifest. */
const descriptionsOf = ({
  summary,
  attributes,
  properties,
  slots,
  events,
  cssParts,
  cssProperties,
}: Declaration): string[] =>
  [
    summary,
    ...[attributes, properties, slots, events, cssParts, cssProperties]
      .flat()
      .map(({ description }) => description),
  ]
    .map(oneLine)
    .filter(Boolean);

/** The sentences that docs/elements/manifest.nb.json lacks, and those that are no longer in the manifest. */
export function faultsOfDescriptions(declarations: Declaration[]) {
  const said = new Set(declarations.flatMap(descriptionsOf));
  return [
    ...[...said].filter(line => !inBokmål()[line]).map(faultOf),
    ...Object.keys(inBokmål())
      .filter(text => !said.has(text))
      .map(
        text =>
          `docs/elements/manifest.nb.json has "${text}", which no element of custom-elements.json says: npm run generate, then remove what is left over`,
      ),
  ];
}

export function referenceOf(
  { attributes, properties, slots, events, cssParts, cssProperties }: Declaration,
  language: Language,
): string {
  const { reference } = words[language];
  const { heads, types, not } = reference;
  const what = ({ description }: Described) =>
    described(description, language).replace(/docs\/([\w-]+\.md)/g, '[docs/$1](../$1)');
  const values = ({ type = { text: 'string' } }: Described) =>
    valuesOf(type.text).map(code).join(' ') || (types[type.text as keyof typeof types] ?? code(type.text));
  const preset = ({ default: value }: Described) =>
    value === undefined ? '' : value === 'false' ? not : code(value);
  const chapter = (
    title: string,
    items: Described[],
    columns: string[],
    row: (item: Described) => string[],
    note?: string,
  ) =>
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

/**
 * The element alone, in each language: its frame is a page with all of its content, before the script runs and without it.
 * @param root the way to the folder of the site
 */
export function languagesOf(name: string, language: Language, root: string): string {
  const { title, text, state } = words[language].languages;
  const links = ['en', ...targetLanguages()].map(
    tag =>
      `<li><a href="${root}dist/frame/${name}.${tag}.html" lang="${tag}" hreflang="${tag}">${ownName(tag)}</a></li>`,
  );
  return [
    `## ${title}`,
    text,
    `<ul class="inline">\n${links.join('\n')}\n</ul>`,
    `[${state}](../languages/README.md)`,
  ].join('\n\n');
}
