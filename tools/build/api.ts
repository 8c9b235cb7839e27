/**
 * The facts as open data, in dist/api: a static API of HSDS, the same with our fields, tables, contacts, calendars, and
 * what search engines read. docs/open-data.md says what each is for.
 */
import { readFileSync } from 'node:fs';
import { toCalendar } from './api/calendar.js';
import { hsdsFiles, json } from './api/hsds.js';
import { toJsonLd } from './api/jsonld.js';
import { openApi } from './api/openapi.js';
import { profileDescription, toProfile } from './api/profile.js';
import { bundledLanguages, inCountry, targetLanguages } from './country.js';
import { messagesIn } from './messages.js';

/** @typedef {import('../../src/directory/types.js').Directory} Directory */
/** @typedef {import('../../src/directory/types.js').Service} Service */
/** @typedef {import('../../src/directory/export/hsds.js').HsdsDirectory} HsdsDirectory */

/** The languages of files that are there in several: those that every script carries. The profile has them all. */
const languagesOfFiles = () => ['en', ...bundledLanguages()];

/** A name that leads nowhere (RFC 2606): better than one that leads to somebody else. */
const nowhere = 'https://havn.invalid/';

/** Where `dist/` will be, with a slash at the end: HSDS asks for whole addresses. @param {string | undefined} text */
export function addressOf(text) {
  if (!text) return nowhere;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash;
  if (!isPlain || !url.pathname.endsWith('/'))
    throw new Error(
      `HAVN_URL is the address of the folder with dist/ in it, with a slash at its end: ${nowhere}`,
    );
  return url.href;
}

/** @param {HsdsDirectory} hsds @param {Directory} directory */
function idsOf({ services, organizations, taxonomies, taxonomy_terms: terms }, directory) {
  /** @param {readonly {id: string}[]} readable @param {readonly {id: string}[]} records */
  const table = (readable, records) =>
    Object.fromEntries(readable.map(({ id }, index) => [id, records[index].id]));
  return {
    services: table(directory.services, services),
    organizations: table(directory.organizations, organizations),
    taxonomies: Object.fromEntries(taxonomies.map(({ id, name }) => [name, id])),
    taxonomy_terms: Object.fromEntries(terms.map(({ id, taxonomy, code }) => [`${taxonomy}/${code}`, id])),
  };
}

/** @param {Directory} directory @param {Service} service */
const organizationOf = (directory, service) =>
  directory.organizations.find(({ id }) => id === service.organization_id);

/**
 * The files of one language.
 * @param {Directory} directory in that language
 * @param {string} language
 * @param {any} modules functions of the directory
 * @param {{hsds: HsdsDirectory, ids: ReturnType<typeof idsOf>, sources: readonly {id: string, captured: string}[]}} api
 * @returns {[string, string][]}
 */
function filesIn(directory, language, modules, { hsds, ids, sources }) {
  const { services } = directory;
  const capturedOf = (/** @type {Service} */ { x_source }) =>
    sources.find(({ id }) => id === x_source.document)?.captured ?? '';
  const entries = services.map((service, index) => ({
    service,
    schedules: /** @type {any[]} */ (hsds.services[index].schedules ?? []),
    captured: capturedOf(service),
  }));
  // A name without a number is no contact, and would say in an address book that somebody needs a safe house.
  const isReachable = (/** @type {Service} */ { phones, email }) => Boolean(phones?.length || email);
  const forPersons = modules.search(directory, { audience: 'person' }).services;
  const card = (/** @type {Service} */ service) =>
    modules.toVCard(service, organizationOf(directory, service));
  const graph = (/** @type {readonly Service[]} */ some) => toJsonLd(some, directory, language, ids);
  /** @type {[string, string | undefined][]} */
  const files = [
    [`contacts.${language}.csv`, modules.toCsv(services)],
    // In the address book of a person one that takes nobody's case is one number among others.
    [`contacts.${language}.vcf`, forPersons.filter(isReachable).map(card).join('')],
    ...services
      .filter(isReachable)
      .map(
        service => /** @type {[string, string]} */ ([`vcard/${service.id}.${language}.vcf`, card(service)]),
      ),
    [`opening-hours.${language}.ics`, toCalendar(entries, modules)],
    ...entries.map(
      entry =>
        /** @type {[string, string | undefined]} */ ([
          `calendar/${entry.service.id}.${language}.ics`,
          toCalendar([entry], modules),
        ]),
    ),
    [
      `jsonld/hotline-banner.${language}.jsonld`,
      graph(services.filter(({ x_helpline, x_emergency }) => x_helpline || x_emergency)),
    ],
    [`jsonld/services.${language}.jsonld`, graph(forPersons)],
    ...services.map(
      service =>
        /** @type {[string, string]} */ ([
          `jsonld/services/${service.id}.${language}.jsonld`,
          graph([service]),
        ]),
    ),
  ];
  return files.flatMap(([path, text]) => (text ? [[path, text]] : []));
}

/**
 * @param {string} modules folder of the compiled sources
 * @param {Record<string, any>} data the facts
 * @param {string} [address] where dist/ will be
 * @returns {Promise<[string, string][]>} path in dist/api, text
 */
export async function apiFiles(modules, data, address = addressOf(process.env.HAVN_URL)) {
  const functions = {
    ...(await import(`${modules}/directory/index.js`)),
    ...(await import(`${modules}/directory/export/vcard.js`)),
  };
  /** @param {string} language @returns {Directory} */
  const directoryIn = language => {
    const messages = messagesIn(language);
    return functions.loadDirectory(
      (/** @type {string} */ id, /** @type {string} */ english) => messages[id] ?? english,
    );
  };
  const english = functions.loadDirectory();
  const translated = Object.fromEntries(targetLanguages().map(language => [language, directoryIn(language)]));
  const hsds = functions.toHsds(english);
  const ids = idsOf(hsds, english);
  const sources = data[inCountry('sources.json')];
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const description = (/** @type {boolean} */ isProfile) =>
    json(openApi({ version, languages: languagesOfFiles(), isProfile }));
  const inProfile = (/** @type {[string, string]} */ [path, text]) =>
    /** @type {[string, string]} */ ([`profile/${path}`, text]);
  return [
    ...hsdsFiles(hsds, {
      profile: 'https://docs.openreferral.org/en/3.1/hsds/schema_reference.html',
      openapi: `${address}api/openapi.json`,
    }),
    ['openapi.json', description(false)],
    ['ids.json', json(ids)],
    [
      'languages.json',
      json([
        { code: 'en' },
        ...targetLanguages().map(code => ({ code, ...data[inCountry('locales/review.json')][code] })),
      ]),
    ],
    .../** @type {[string, string][]} */ ([
      ...hsdsFiles(toProfile(english, hsds, translated), {
        profile: `${address}api/profile/`,
        openapi: `${address}api/profile/openapi.json`,
      }),
      ['openapi.json', description(true)],
      ['sources.json', json(sources)],
      ...profileDescription(),
    ]).map(inProfile),
    ...languagesOfFiles().flatMap(language =>
      filesIn(translated[language] ?? english, language, functions, { hsds, ids, sources }),
    ),
  ];
}
