/** Reads what pages are held against: the facts, the elements and the build of this checkout. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { country, inCountry, targetLanguages } from '../../build/country.js';
import { unitsOf } from '../../build/messages.js';

const root = join(import.meta.dirname, '../../..');

const textOf = (file: string) => readFileSync(resolve(root, file), 'utf8');

const jsonOf = (file: string): any => JSON.parse(textOf(file));

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
    jsonOf(inCountry('directory/services.json')).map(({ id, name }: any) => [
      id,
      [name, ...units.map(unit => unit.get(`service.${id}.name`)?.target)]
        .filter(Boolean)
        // "UDI (residence permits)"
        .map(text => String(text).replace(/ *\(.*\)$/, '')),
    ]),
  );
}

/** @returns those that have a number */
function organizationsOf(services: any[]): Organization[] {
  const names = namesOfServices();
  return jsonOf(inCountry('directory/organizations.json')).flatMap(({ id, name }: any) => {
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
function numbersOf(service: any, services: any[]): string[] {
  if (service.phones) return service.phones.map(({ number }: any) => number);
  const through = services.find(({ id }) => id === service.x_contact_through);
  return through ? numbersOf(through, services) : [];
}

/**
 * What may stand in the attributes of each element.
 * @returns type by name, by tag
 */
function contracts(): Map<string, Map<string, string>> {
  const declarations: any[] = jsonOf('custom-elements.json').modules.flatMap(
    (module: any) => module.declarations ?? [],
  );
  return new Map(
    declarations
      .filter(({ tagName }) => tagName)
      .map(({ tagName, attributes = [] }) => [
        tagName,
        new Map(attributes.map(({ name, type }: any) => [name, type?.text ?? 'string'])),
      ]),
  );
}

/** All of it, once. */
export function readReference() {
  const services: any[] = jsonOf(inCountry('directory/services.json'));
  const sources: any[] = jsonOf(inCountry('sources.json'));
  const hashes = textIfAny('dist/integrity.json');
  const only = (field: string) =>
    numbersOf(
      services.find(service => service[field]),
      services,
    )[0];
  return {
    version: jsonOf('package.json').version as string,
    languages: ['en', ...targetLanguages()] as string[],
    contracts: contracts(),
    helpline: only('x_helpline'),
    numbers: new Set(services.flatMap(service => numbersOf(service, services))),
    organizations: organizationsOf(services),
    /** The numbers of each service, by its id. */
    services: new Map(services.map(service => [service.id, numbersOf(service, services)])) as Map<
      string,
      string[]
    >,
    /** The day on which the oldest source was read, or a human last checked it. */
    factsFrom: sources.map(({ captured, assured_date }) => assured_date ?? captured).sort()[0] as string,
    /** The hash of each file of dist, where there is one. */
    integrity: (hashes && JSON.parse(hashes)) as Record<string, string> | undefined,
  };
}
