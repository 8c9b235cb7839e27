/** Reads what pages are held against: the facts, the elements and the build of this checkout. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { country, inCountry, targetLanguages } from '../../build/country.js';
import { unitsOf } from '../../build/messages.js';

const root = join(import.meta.dirname, '../../..');

/** @param {string} file */
const textOf = file => readFileSync(resolve(root, file), 'utf8');

/** @param {string} file @returns {any} */
const jsonOf = file => JSON.parse(textOf(file));

/** @param {string} file @returns {string | undefined} the text, where there is such a file */
const textIfAny = file => (existsSync(join(root, file)) ? textOf(file) : undefined);

/**
 * Whom people may call, under the names that a page may call it by.
 * @typedef {{names: string[], numbers: Set<string>, isHelpline: boolean}} Organization
 */

/** The names of the services in the languages that pages here are mostly written in. @returns {Map<string, string[]>} by id */
function namesOfServices() {
  const units = country().languages.bundled.map(language =>
    unitsOf(textOf(inCountry(`locales/${language}.xlf`))),
  );
  return new Map(
    jsonOf(inCountry('directory/services.json')).map((/** @type {any} */ { id, name }) => [
      id,
      [name, ...units.map(unit => unit.get(`service.${id}.name`)?.target)]
        .filter(Boolean)
        // "UDI (residence permits)"
        .map(text => String(text).replace(/ *\(.*\)$/, '')),
    ]),
  );
}

/** @param {any[]} services @returns {Organization[]} those that have a number */
function organizationsOf(services) {
  const names = namesOfServices();
  return jsonOf(inCountry('directory/organizations.json')).flatMap((/** @type {any} */ { id, name }) => {
    const own = services.filter(service => service.organization_id === id);
    const reachable = own.filter(service => service.phones);
    if (!reachable.length) return [];
    // An acronym also stands for a longer name: "IOM" for "IOM Norway".
    const acronym = id.toUpperCase();
    return {
      names: [
        ...new Set([
          name,
          ...(name.toUpperCase().startsWith(acronym) && acronym.length < 5 ? [acronym] : []),
          ...reachable.flatMap(service => names.get(service.id) ?? []),
        ]),
      ],
      numbers: new Set(own.flatMap(service => numbersOf(service, services))),
      isHelpline: own.some(service => service.x_helpline),
    };
  });
}

/** The numbers by which a service is reached. @param {any} service @param {any[]} services @returns {string[]} */
function numbersOf(service, services) {
  if (service.phones) return service.phones.map((/** @type {any} */ { number }) => number);
  const through = services.find(({ id }) => id === service.x_contact_through);
  return through ? numbersOf(through, services) : [];
}

/** What may stand in the attributes of each element. @returns {Map<string, Map<string, string>>} type by name, by tag */
function contracts() {
  /** @type {any[]} */
  const declarations = jsonOf('custom-elements.json').modules.flatMap(
    (/** @type {any} */ module) => module.declarations ?? [],
  );
  return new Map(
    declarations
      .filter(({ tagName }) => tagName)
      .map(({ tagName, attributes = [] }) => [
        tagName,
        new Map(attributes.map((/** @type {any} */ { name, type }) => [name, type?.text ?? 'string'])),
      ]),
  );
}

/** All of it, once. */
export function readReference() {
  /** @type {any[]} */
  const services = jsonOf(inCountry('directory/services.json'));
  /** @type {any[]} */
  const sources = jsonOf(inCountry('sources.json'));
  const hashes = textIfAny('dist/integrity.json');
  const only = (/** @type {string} */ field) =>
    numbersOf(
      services.find(service => service[field]),
      services,
    )[0];
  return {
    /** @type {string} */
    version: jsonOf('package.json').version,
    /** @type {string[]} */
    languages: ['en', ...targetLanguages()],
    contracts: contracts(),
    helpline: only('x_helpline'),
    numbers: new Set(services.flatMap(service => numbersOf(service, services))),
    organizations: organizationsOf(services),
    /** The numbers of each service, by its id. @type {Map<string, string[]>} */
    services: new Map(services.map(service => [service.id, numbersOf(service, services)])),
    /** The day on which the oldest source was read, or a human last checked it. @type {string} */
    factsFrom: sources.map(({ captured, assured_date }) => assured_date ?? captured).sort()[0],
    /** The hash of each file of dist, where there is one. @type {Record<string, string> | undefined} */
    integrity: hashes && JSON.parse(hashes),
  };
}
