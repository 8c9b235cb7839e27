/** Reads what pages are held against: the facts, the elements and the build of this checkout. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Service } from '../../../src/directory/types.js';
import { country, inCountry, targetLanguages } from '../../build/country.js';
import { criticalService, readFactFile } from '../../build/fact-files.js';
import { writtenDeclarations } from '../../build/manifest.js';
import { unitsOf } from '../../build/messages.js';
import { readJson } from '../../build/read-json.js';

const root = join(import.meta.dirname, '../../..');

const textOf = (file: string) => readFileSync(resolve(root, file), 'utf8');

/** @returns the text, where there is such a file */
const textIfAny = (file: string): string | undefined =>
  existsSync(join(root, file)) ? textOf(file) : undefined;

/** Whom people may call, under the names that a page may call it by. */
export interface Organization {
  names: string[];
  numbers: Set<string>;
  isHelpline: boolean;
}

/**
 * The names of the services in the languages that pages here are mostly written in.
 * @returns by id
 */
function namesOfServices(): Map<string, string[]> {
  const units = country().languages.bundled.map(language =>
    unitsOf(textOf(inCountry(`locales/${language}.xlf`))),
  );
  return new Map(
    readFactFile('directory/services.json').map(({ id, name }) => [
      id,
      [name, ...units.map(unit => unit.get(`service.${id}.name`)?.target)]
        .filter(Boolean)
        // "UDI (residence permits)"
        .map(text => String(text).replace(/ *\(.*\)$/, '')),
    ]),
  );
}

/** @returns those that have a number */
function organizationsOf(services: readonly Service[]): Organization[] {
  const names = namesOfServices();
  return readFactFile('directory/organizations.json').flatMap(({ id, name }) => {
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

/** The numbers by which a service is reached. */
function numbersOf(service: Service, services: readonly Service[]): string[] {
  if (service.phones) return service.phones.map(({ number }) => number);
  const through = services.find(({ id }) => id === service.x_contact_through);
  return through ? numbersOf(through, services) : [];
}

/**
 * What may stand in the attributes of each element.
 * @returns type by name, by tag
 */
function contracts(): Map<string, Map<string, string>> {
  return new Map(
    writtenDeclarations().map(({ tagName, attributes = [] }) => [
      tagName,
      new Map(attributes.map(({ name, type }) => [name, type?.text ?? 'string'])),
    ]),
  );
}

/** All of it, once. */
export function readReference() {
  const services = readFactFile('directory/services.json');
  const hashes = textIfAny('dist/integrity.json');
  return {
    version: readJson<{ version: string }>(join(root, 'package.json')).version,
    languages: ['en', ...targetLanguages()],
    contracts: contracts(),
    helpline: criticalService(services, 'x_helpline').number,
    numbers: new Set(services.flatMap(service => numbersOf(service, services))),
    organizations: organizationsOf(services),
    /** The numbers of each service, by its id. */
    services: new Map(services.map(service => [service.id, numbersOf(service, services)])),
    /** The day on which the oldest source was read, or a human last checked it. */
    factsFrom: readFactFile('sources.json')
      .map(({ captured, assured_date }) => assured_date ?? captured)
      .sort()[0],
    /** The hash of each file of dist, where there is one. */
    integrity: (hashes && JSON.parse(hashes)) as Record<string, string> | undefined,
  };
}
