/** The directory as a static API of HSDS: https://docs.openreferral.org/en/3.1/hsds/api_reference.html */
import type { HsdsDirectory, HsdsRecord } from '../../../src/directory/export/hsds.js';

/** A record of strict HSDS or of our profile. */
interface ApiRecord {
  readonly id: string;
  readonly [field: string]: unknown;
}
export type ApiRecords = { readonly [List in keyof HsdsDirectory]: readonly ApiRecord[] };

/** The records nested in a field of another record. */
export const recordsIn = (value: HsdsRecord[string] | undefined): HsdsRecord[] =>
  typeof value === 'object' ? [value].flat() : [];

/** The schemas of HSDS at the commit that our data is checked against: a branch could change later. */
export const hsdsSchemas =
  'https://raw.githubusercontent.com/openreferral/specification/abc731c8ac11825010e9d74a0ab61dcd48e880ec/schema/';

const hsdsVersion = '3.1';

export const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** A list in the form of the API. One page has all records, since a static file ignores `page` and `per_page`. */
const page = (contents: readonly unknown[]) => ({
  total_items: contents.length,
  total_pages: 1,
  page_number: 1,
  size: contents.length,
  first_page: true,
  last_page: true,
  empty: contents.length === 0,
  contents,
});

/** A record in a list: without its own lists of records. */
const short = (record: ApiRecord) =>
  Object.fromEntries(
    Object.entries(record).filter(([field, value]) => isOwnField(field) || !Array.isArray(value)),
  );

/** Fields of our profile, whose lists are short: they contain slugs, not records. */
const isOwnField = (field: string) => field.startsWith('x_');

/** The fields of a service in the record of its organisation: the service has a file of its own with all fields. */
const named = ['id', 'name', 'status', 'x_id', 'x_source', 'x_audience', 'x_needs'];

const withServices = ({ organizations, services }: ApiRecords) =>
  organizations.map(organization => ({
    ...organization,
    services: services
      .filter(service => service.organization_id === organization.id)
      .map(service => Object.fromEntries(Object.entries(service).filter(([field]) => named.includes(field)))),
  }));

const eachOf = (folder: string, records: readonly { id: string }[]): [string, string][] =>
  records.map(record => [`${folder}/${record.id}.json`, json(record)]);

/**
 * @param addresses the addresses of the profile and of the OpenAPI description
 * @returns path in the folder of the API, text
 */
export function hsdsFiles(
  records: ApiRecords,
  { profile, openapi }: { profile: string; openapi: string },
): [string, string][] {
  const { services, organizations, taxonomies, taxonomy_terms: terms } = records;
  return [
    ['index.json', json({ version: hsdsVersion, profile, openapi_url: openapi })],
    ['services.json', json(page(services.map(short)))],
    ['services-full.json', json(page(services))],
    ...eachOf('services', services),
    ['organizations.json', json(page(organizations.map(short)))],
    ...eachOf('organizations', withServices(records)),
    ['taxonomies.json', json(page(taxonomies))],
    ...eachOf('taxonomies', taxonomies),
    ['taxonomy_terms.json', json(page(terms))],
    ...eachOf('taxonomy_terms', terms),
  ];
}
