/** Describes the folder of the API as OpenAPI 3.1. The API consists of files, so a request is only a path. */
import { country } from '../country.js';
import { hsdsSchemas } from './hsds.js';
import { patches } from './profile.js';

/** a kind of file */
interface Kind {
  summary: string;
  /** media type of the content */
  type: string;
  schema?: object;
  /** parameters of the path */
  parameters?: Record<string, { description: string; schema: object }>;
}

const uuid = { type: 'string', format: 'uuid' };
const slug = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' };

const recordOf = (name: string, isProfile: boolean) =>
  isProfile && Object.hasOwn(patches, name)
    ? { allOf: [{ $ref: `${hsdsSchemas}${name}.json` }, { $ref: `profile/${name}.json` }] }
    : { $ref: `${hsdsSchemas}${name}.json` };

const pageOf = (record: object) => ({
  allOf: [
    { $ref: '#/components/schemas/Page' },
    { type: 'object', properties: { contents: { type: 'array', items: record } }, required: ['contents'] },
  ],
});

function recordFiles(isProfile: boolean): Record<string, Kind> {
  const record = (name: string) => recordOf(name, isProfile);
  const type = 'application/json';
  const listAndEach = (
    folder: string,
    name: string,
    words: string,
    schema: object = record(name),
  ): Record<string, Kind> => ({
    [`/${folder}.json`]: { summary: `All ${words}, on one page`, type, schema: pageOf(record(name)) },
    [`/${folder}/{id}.json`]: {
      summary: `One of the ${words}`,
      type,
      schema,
      parameters: { id: { description: 'Its UUID', schema: uuid } },
    },
  });
  return {
    '/index.json': {
      summary: 'What this API is',
      type,
      schema: {
        type: 'object',
        properties: {
          version: { type: 'string', description: 'HSDS version of this API.' },
          profile: { type: 'string', format: 'uri', description: 'Where its profile of HSDS is described.' },
          openapi_url: { type: 'string', format: 'uri', description: 'Where this document is.' },
        },
        required: ['version', 'profile', 'openapi_url'],
      },
    },
    ...listAndEach('services', 'service', 'services'),
    '/services-full.json': {
      summary: 'All services with all that is nested in them, on one page',
      type,
      schema: pageOf(record('service')),
    },
    ...listAndEach('organizations', 'organization', 'organisations', {
      allOf: [
        record('organization'),
        {
          type: 'object',
          properties: { services: { type: 'array', items: { $ref: `${hsdsSchemas}service.json` } } },
        },
      ],
    }),
    ...listAndEach('taxonomies', 'taxonomy', 'taxonomies'),
    ...listAndEach('taxonomy_terms', 'taxonomy_term', 'terms of taxonomies'),
  };
}

function otherFiles(languages: string[]): Record<string, Kind> {
  const language = { description: 'Language (BCP 47)', schema: { enum: languages } };
  const id = { description: 'The readable id of a service: see ids.json', schema: slug };
  const text = { type: 'string' };
  const jsonld = { type: 'application/ld+json', schema: { type: 'object' } };
  return {
    '/ids.json': {
      summary: 'UUIDs by the readable ids',
      type: 'application/json',
      schema: {
        type: 'object',
        additionalProperties: { type: 'object', additionalProperties: uuid },
      },
    },
    '/languages.json': {
      summary: 'The languages, and who has checked the translations',
      type: 'application/json',
      schema: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            code: text,
            draft: { enum: ['machine', 'human'] },
            reviewed_by: text,
            reviewed_on: { type: 'string', format: 'date' },
          },
          required: ['code'],
        },
      },
    },
    '/contacts.{language}.csv': {
      summary: 'All services as a table',
      type: 'text/csv',
      schema: text,
      parameters: { language },
    },
    '/contacts.{language}.vcf': {
      summary: 'All services that have contacts, as vCards',
      type: 'text/vcard',
      schema: text,
      parameters: { language },
    },
    '/vcard/{id}.{language}.vcf': {
      summary: 'The contacts of a service as a vCard',
      type: 'text/vcard',
      schema: text,
      parameters: { id, language },
    },
    '/opening-hours.{language}.ics': {
      summary: 'Opening hours of all services that have hours by the week',
      type: 'text/calendar',
      schema: text,
      parameters: { language },
    },
    '/calendar/{id}.{language}.ics': {
      summary: 'Opening hours of a service that has hours by the week',
      type: 'text/calendar',
      schema: text,
      parameters: { id, language },
    },
    '/jsonld/hotline-banner.{language}.jsonld': {
      summary: 'The helpline and the emergency number for search engines',
      ...jsonld,
      parameters: { language },
    },
    '/jsonld/services.{language}.jsonld': {
      summary: 'What a person may be shown, for search engines',
      ...jsonld,
      parameters: { language },
    },
    '/jsonld/services/{id}.{language}.jsonld': {
      summary: 'A service for search engines',
      ...jsonld,
      parameters: { id, language },
    },
  };
}

const profileAlone: Record<string, Kind> = {
  '/sources.json': {
    summary: 'The documents that the facts were taken from, and when',
    type: 'application/json',
    schema: { type: 'array', items: { type: 'object' } },
  },
};

const pathOf = ({ summary, type, schema, parameters = {} }: Kind) => ({
  get: {
    summary,
    ...(Object.keys(parameters).length && {
      parameters: Object.entries(parameters).map(([name, parameter]) => ({
        name,
        in: 'path',
        required: true,
        ...parameter,
      })),
    }),
    responses: { 200: { description: summary, content: { [type]: { schema } } } },
  },
});

const page = {
  type: 'object',
  properties: {
    total_items: { type: 'integer' },
    total_pages: { type: 'integer' },
    page_number: { type: 'integer' },
    size: { type: 'integer' },
    first_page: { type: 'boolean' },
    last_page: { type: 'boolean' },
    empty: { type: 'boolean' },
  },
  required: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty'],
};

/** @param api api.version: of the package; api.languages: of files that exist once for each language */
export const openApi = ({
  version,
  languages,
  isProfile,
}: {
  version: string;
  languages: string[];
  isProfile: boolean;
}) => ({
  openapi: '3.1.0',
  info: {
    title: isProfile ? "Havn's profile of HSDS 3.1" : 'Havn, in HSDS 3.1',
    version,
    description: `${country().description}. Static files: no query, no key, no cookie.`,
    license: { name: 'CC-BY-4.0', identifier: 'CC-BY-4.0' },
  },
  // Relative to this document, wherever it is published.
  servers: [{ url: '.' }],
  paths: Object.fromEntries(
    Object.entries({ ...recordFiles(isProfile), ...(isProfile ? profileAlone : otherFiles(languages)) }).map(
      ([path, kind]) => [path, pathOf(kind)],
    ),
  ),
  components: { schemas: { Page: page } },
});
