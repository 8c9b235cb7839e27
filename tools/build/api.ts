/**
 * The facts as open data, in dist/api: a static API of HSDS, the same with our fields, tables, contacts, calendars, and
 * what search engines read. docs/open-data.md says what each is for.
 */
import { readFileSync } from 'node:fs';
import type { HsdsDirectory } from '../../src/directory/export/hsds.js';
import type { Directory, Service } from '../../src/directory/types.js';
import { toCalendar } from './api/calendar.js';
import { hsdsFiles, json, recordsIn } from './api/hsds.js';
import { toJsonLd } from './api/jsonld.js';
import { openApi } from './api/openapi.js';
import { profileDescription, toProfile } from './api/profile.js';
import { bundledLanguages, inCountry, targetLanguages } from './country.js';
import type { Facts } from './fact-files.js';
import { messagesIn } from './messages.js';

type Functions = typeof import('../../src/directory/index.js') &
  typeof import('../../src/directory/export/vcard.js');

/** The languages of files that are there in several: those that every script carries. The profile has them all. */
const languagesOfFiles = () => ['en', ...bundledLanguages()];

/** A name that leads nowhere (RFC 2606): better than one that leads to somebody else. */
const nowhere = 'https://havn.invalid/';

/** Where `dist/` will be, with a slash at the end: HSDS asks for whole addresses. */
export function addressOf(text: string | undefined) {
  if (!text) return nowhere;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash;
  if (!isPlain || !url.pathname.endsWith('/'))
    throw new Error(
      `HAVN_URL is the address of the folder with dist/ in it, with a slash at its end: ${nowhere}`,
    );
  return url.href;
}

function idsOf(
  { services, organizations, taxonomies, taxonomy_terms: terms }: HsdsDirectory,
  directory: Directory,
) {
  const table = (readable: readonly { id: string }[], records: readonly { id: string }[]) =>
    Object.fromEntries(readable.map(({ id }, index) => [id, records[index]?.id]));
  return {
    services: table(directory.services, services),
    organizations: table(directory.organizations, organizations),
    taxonomies: Object.fromEntries(taxonomies.map(({ id, name }) => [name, id])),
    taxonomy_terms: Object.fromEntries(terms.map(({ id, taxonomy, code }) => [`${taxonomy}/${code}`, id])),
  };
}

const organizationOf = (directory: Directory, service: Service) =>
  directory.organizations.find(({ id }) => id === service.organization_id);

/**
 * The files of one language.
 * @param directory in that language
 * @param modules functions of the directory
 */
function filesIn(
  directory: Directory,
  language: string,
  modules: Functions,
  {
    hsds,
    ids,
    sources,
  }: {
    hsds: HsdsDirectory;
    ids: ReturnType<typeof idsOf>;
    sources: readonly { id: string; captured: string }[];
  },
): [string, string][] {
  const { services } = directory;
  const capturedOf = ({ x_source }: Service) =>
    sources.find(({ id }) => id === x_source.document)?.captured ?? '';
  const entries = services.map((service, index) => ({
    service,
    schedules: recordsIn(hsds.services[index]?.schedules),
    captured: capturedOf(service),
  }));
  // A name without a number is no contact, and would say in an address book that somebody needs a safe house.
  const isReachable = ({ phones, email }: Service) => Boolean(phones?.length || email);
  const forPersons = modules.search(directory, { audience: 'person' }).services;
  const card = (service: Service) => modules.toVCard(service, organizationOf(directory, service));
  const graph = (some: readonly Service[]) => toJsonLd(some, directory, language, ids);
  const files: [string, string | undefined][] = [
    [`contacts.${language}.csv`, modules.toCsv(services)],
    // In the address book of a person one that takes nobody's case is one number among others.
    [`contacts.${language}.vcf`, forPersons.filter(isReachable).map(card).join('')],
    ...services
      .filter(isReachable)
      .map(service => [`vcard/${service.id}.${language}.vcf`, card(service)] as [string, string]),
    [`opening-hours.${language}.ics`, toCalendar(entries, modules)],
    ...entries.map(
      entry =>
        [`calendar/${entry.service.id}.${language}.ics`, toCalendar([entry], modules)] as [
          string,
          string | undefined,
        ],
    ),
    [
      `jsonld/hotline-banner.${language}.jsonld`,
      graph(services.filter(({ x_helpline, x_emergency }) => x_helpline || x_emergency)),
    ],
    [`jsonld/services.${language}.jsonld`, graph(forPersons)],
    ...services.map(
      service => [`jsonld/services/${service.id}.${language}.jsonld`, graph([service])] as [string, string],
    ),
  ];
  return files.flatMap(([path, text]) => (text ? [[path, text]] : []));
}

/**
 * @param modules folder of the compiled sources
 * @param data the facts
 * @param address where dist/ will be
 * @returns path in dist/api, text
 */
export async function apiFiles(
  modules: string,
  data: Facts,
  address: string = addressOf(process.env.HAVN_URL),
): Promise<[string, string][]> {
  const functions: Functions = {
    ...(await import(`${modules}/directory/index.js`)),
    ...(await import(`${modules}/directory/export/vcard.js`)),
  };
  const directoryIn = (language: string): Directory => {
    const messages = messagesIn(language);
    return functions.loadDirectory((id, english) => String(messages[id] ?? english));
  };
  const english = functions.loadDirectory();
  const translated = Object.fromEntries(targetLanguages().map(language => [language, directoryIn(language)]));
  const hsds = functions.toHsds(english);
  const ids = idsOf(hsds, english);
  const sources = data[inCountry('sources.json')];
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const description = (isProfile: boolean) =>
    json(openApi({ version, languages: languagesOfFiles(), isProfile }));
  const inProfile = ([path, text]: [string, string]) => [`profile/${path}`, text] as [string, string];
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
    ...(
      [
        ...hsdsFiles(toProfile(english, hsds, translated), {
          profile: `${address}api/profile/`,
          openapi: `${address}api/profile/openapi.json`,
        }),
        ['openapi.json', description(true)],
        ['sources.json', json(sources)],
        ...profileDescription(),
      ] as [string, string][]
    ).map(inProfile),
    ...languagesOfFiles().flatMap(language =>
      filesIn(translated[language] ?? english, language, functions, { hsds, ids, sources }),
    ),
  ];
}
