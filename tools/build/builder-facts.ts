/** The facts about a build for the embed builder, read only from dist/ and the manifest. */
import { readFileSync } from 'node:fs';
import type { ElementFacts, General } from '../../demo/builder/facts.js';
import type { FactFiles, FeedDocument } from '../../src/feed/types.js';
import { fallbackOf } from './in-tag.js';
import { valuesOf, writtenDeclarations } from './manifest.js';
import { insideOf } from './plain-fallback.js';
import { readJson } from './read-json.js';

/** the fields of dist/sbom.cdx.json that are used */
export interface BillOfMaterials {
  metadata: { component: { version: string } };
}

const root = new URL('../../', import.meta.url);

const text = (path: string) => readFileSync(new URL(path, root), 'utf8');

const json = <Content>(path: string) => readJson<Content>(new URL(path, root));

const unescaped = (html: string) =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(?:39|x27);/g, "'")
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&amp;/g, '&');

function found(pattern: RegExp, html: string): string {
  const [, words] = pattern.exec(html) ?? [];
  if (words === undefined) throw new Error(`The build has no ${pattern}`);
  return unescaped(words.trim());
}

/** @param html dist/html/quick-exit.<language>.html */
const exitIn = (html: string) => ({
  words: found(/<\/svg>([^<]*)<\/a>/, html),
  href: found(/havn-exit[^"]*" href="([^"]+)"/, html),
});

/**
 * @param integrity the hashes of all files
 * @returns the elements, the banner first, since every page needs it
 */
function elementsIn(integrity: Record<string, string>, languages: string[]): ElementFacts[] {
  return writtenDeclarations()
    .map(({ tagName, name: className, summary = '', attributes = [], cssProperties = [] }) => {
      const name = tagName.slice('havn-'.length);
      return {
        name,
        className,
        summary,
        attributes: attributes.map(
          ({ name, type, default: preset, minimum = 1, maximum, description = '' }) => ({
            name,
            type: type?.text ?? 'string',
            values: valuesOf(type?.text ?? ''),
            preset,
            least: minimum,
            most: maximum,
            description,
          }),
        ),
        properties: Object.fromEntries(cssProperties.map(({ name, default: preset = '' }) => [name, preset])),
        hasPlain: `html/${name}.nb.html` in integrity,
        titles: Object.fromEntries(
          languages.map(code => [code, found(/<title>([^<]*)</, text(`dist/frame/${name}.${code}.html`))]),
        ),
      };
    })
    .sort((one, other) => Number(other.name === 'hotline-banner') - Number(one.name === 'hotline-banner'));
}

/** The facts with names, by the attribute that takes their ids. */
const named = (facts: FactFiles) => ({
  service: facts['directory/services.json'],
  need: facts['directory/taxonomies.json'].needs,
  area: facts['directory/taxonomies.json'].areas,
  profession: facts['guidance/referral.json'].professions,
});

function namesIn(facts: FactFiles, language: string): Record<string, string> {
  const translated =
    language === 'en' ? undefined : json<Record<string, string>>(`dist/facts/${language}.json`);
  return Object.fromEntries(
    Object.entries(named(facts)).flatMap(([attribute, records]) =>
      records.map(({ id, name }) => [`${attribute}.${id}`, translated?.[`${attribute}.${id}.name`] ?? name]),
    ),
  );
}

/** Files that the code on a host page may load. */
const isNamed =
  /^(?:havn\.js|brand\.css|html\/havn\.css|(?:elements|locales|parts)\/[\w-]+\.js|frame\/host\.js)$/;

/** The fallback of an element, shown without a script or before the script has loaded. */
export const plainOf = ({ name }: ElementFacts, language: string) => insideOf(name, language);

/** @param spoken languages of the builder itself */
export function builderFacts(spoken: string[]): Omit<General, 'archiveSize'> {
  const integrity = json<Record<string, string>>('dist/integrity.json');
  const { facts } = json<FeedDocument>('dist/facts.json');
  const languages = json<{ code: string }[]>('dist/api/languages.json').map(({ code }) => code);
  const byLanguage = <T>(of: (code: string) => T) =>
    Object.fromEntries(languages.map(code => [code, of(code)]));
  const services = facts['directory/services.json'];
  const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id);
  const hasFeed = 'parts/feed.js' in integrity;
  return {
    version: json<BillOfMaterials>('dist/sbom.cdx.json').metadata.component.version,
    hasFeed,
    integrity: Object.fromEntries(Object.entries(integrity).filter(([file]) => isNamed.test(file))),
    elements: elementsIn(integrity, languages),
    languages,
    bundled: languages.filter(code => !(`locales/${code}.js` in integrity)),
    services: idsOf(services),
    forProfessionals: idsOf(services.filter(({ x_audience }) => !x_audience.includes('person'))),
    fallbacks: byLanguage(fallbackOf),
    exits: byLanguage(code => exitIn(text(`dist/html/quick-exit.${code}.html`))),
    names: Object.fromEntries(spoken.map(code => [code, namesIn(facts, code)])),
  };
}
