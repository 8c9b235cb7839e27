/** What the embed builder knows of a build: read from dist/ and the manifest, and nowhere else. */
import { readFileSync } from 'node:fs';
import { insideOf } from './plain-fallback.js';

/**
 * @typedef {import('../../demo/builder/facts.js').General} General
 * @typedef {import('../../demo/builder/facts.js').ElementFacts} ElementFacts
 */

const root = new URL('../../', import.meta.url);

/** @param {string} path */
const text = path => readFileSync(new URL(path, root), 'utf8');

/** @param {string} path */
const json = path => JSON.parse(text(path));

/** @param {string} html */
const unescaped = html =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(?:39|x27);/g, "'")
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&amp;/g, '&');

/** @param {RegExp} pattern @param {string} html @returns {string} */
function found(pattern, html) {
  const [, words] = pattern.exec(html) ?? [];
  if (words === undefined) throw new Error(`The build has no ${pattern}`);
  return unescaped(words.trim());
}

/** The line with the helpline's number, as the banner says it. @param {string} html dist/html/hotline-banner.<language>.html */
const fallbackIn = html => ({
  words: found(/havn-whose">([^<]*)</, html),
  href: found(/havn-call" href="(tel:[^"]+)"/, html),
  // A number is one word: it is not broken over two lines.
  number: found(/havn-call"[\s\S]*?<bdi dir="ltr">([^<]+)</, html).replace(/\s/g, '\u00a0'),
  direction: found(/^<div[^>]* dir="(\w+)"/, html),
});

/** @param {string} html dist/html/quick-exit.<language>.html */
const exitIn = html => ({
  words: found(/<\/svg>([^<]*)<\/a>/, html),
  href: found(/havn-exit[^"]*" href="([^"]+)"/, html),
});

/** `1 to 50` in the words of an attribute. @param {string} description */
function boundsIn(description) {
  const [, least = 1, most] = /\b(\d+) to (\d+)\b/.exec(description) ?? [];
  return { least: Number(least), most: most === undefined ? undefined : Number(most) };
}

/**
 * @param {Record<string, string>} integrity of all files
 * @param {string[]} languages
 * @returns {ElementFacts[]} the banner first, which every page wants
 */
function elementsIn(integrity, languages) {
  /** @type {any[]} */
  const declarations = json('custom-elements.json').modules.flatMap(
    (/** @type {any} */ module) => module.declarations ?? [],
  );
  return declarations
    .filter(({ tagName }) => tagName)
    .map(({ tagName, name: className, summary = '', attributes = [], cssProperties = [] }) => {
      const name = tagName.slice('havn-'.length);
      return {
        name,
        className,
        summary,
        attributes: attributes.map((/** @type {any} */ attribute) => {
          const { description = '' } = attribute;
          /** @type {string} */
          const type = attribute.type?.text ?? 'string';
          return {
            name: attribute.name,
            type,
            values: [...type.matchAll(/["']([^"']+)["']/g)].map(([, value]) => value),
            preset: attribute.default,
            ...boundsIn(description),
            description,
          };
        }),
        properties: Object.fromEntries(
          cssProperties.map((/** @type {any} */ property) => [property.name, property.default]),
        ),
        hasPlain: `html/${name}.nb.html` in integrity,
        titles: Object.fromEntries(
          languages.map(code => [code, found(/<title>([^<]*)</, text(`dist/frame/${name}.${code}.html`))]),
        ),
      };
    })
    .sort((one, other) => Number(other.name === 'hotline-banner') - Number(one.name === 'hotline-banner'));
}

/** What has a name in the facts, by the attribute that takes its id. @param {any} facts of dist/facts.json */
const named = facts => ({
  service: facts['directory/services.json'],
  need: facts['directory/taxonomies.json'].needs,
  area: facts['directory/taxonomies.json'].areas,
  profession: facts['guidance/referral.json'].professions,
});

/**
 * @param {any} facts of dist/facts.json
 * @param {string} language
 * @returns {Record<string, string>}
 */
function namesIn(facts, language) {
  const translated = language === 'en' ? undefined : json(`dist/facts/${language}.json`);
  return Object.fromEntries(
    Object.entries(named(facts)).flatMap(([attribute, records]) =>
      records.map((/** @type {{id: string, name: string}} */ { id, name }) => [
        `${attribute}.${id}`,
        translated ? translated[`${attribute}.${id}.name`] : name,
      ]),
    ),
  );
}

/** Files that the code on a page may name. */
const isNamed =
  /^(?:havn\.js|brand\.css|html\/havn\.css|(?:elements|locales|parts)\/[\w-]+\.js|frame\/host\.js)$/;

/**
 * What stands in place of an element where no script is, or before it comes.
 * @param {ElementFacts} element
 * @param {string} language
 */
export const plainOf = ({ name }, language) => insideOf(name, language);

/**
 * @param {string[]} spoken languages of the builder itself
 * @returns {Omit<General, 'archiveSize'>}
 */
export function builderFacts(spoken) {
  /** @type {Record<string, string>} */
  const integrity = json('dist/integrity.json');
  const { facts } = json('dist/facts.json');
  /** @type {string[]} */
  const languages = json('dist/api/languages.json').map((/** @type {{code: string}} */ { code }) => code);
  /** @template T @param {(code: string) => T} of */
  const byLanguage = of => Object.fromEntries(languages.map(code => [code, of(code)]));
  /** @type {{id: string, x_audience: string[]}[]} */
  const services = facts['directory/services.json'];
  const idsOf = (/** @type {{id: string}[]} */ records) => records.map(({ id }) => id);
  const hasFeed = 'parts/feed.js' in integrity;
  return {
    version: json('dist/sbom.cdx.json').metadata.component.version,
    hasFeed,
    integrity: Object.fromEntries(Object.entries(integrity).filter(([file]) => isNamed.test(file))),
    elements: elementsIn(integrity, languages),
    languages,
    bundled: languages.filter(code => !(`locales/${code}.js` in integrity)),
    services: idsOf(services),
    forProfessionals: idsOf(services.filter(({ x_audience }) => !x_audience.includes('person'))),
    fallbacks: byLanguage(code => fallbackIn(text(`dist/html/hotline-banner.${code}.html`))),
    exits: byLanguage(code => exitIn(text(`dist/html/quick-exit.${code}.html`))),
    names: Object.fromEntries(spoken.map(code => [code, namesIn(facts, code)])),
  };
}
