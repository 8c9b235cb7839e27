/**
 * The facts as open data, in dist/api: a static API of HSDS, the same with our own fields, tables, contacts, calendars,
 * and JSON-LD for search engines. docs/open-data.md says what each is for.
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

/** The languages of files that exist once for each language. The profile has all languages in one file. */
const languagesOfFiles = () => ['en', ...bundledLanguages()];

/** A name that never resolves (RFC 2606), so that it cannot lead to somebody else's site. */
const nowhere = 'https://havn.invalid/';

/** The address of dist/ on the web, with a slash at the end: HSDS requires absolute addresses. */
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
 * @param directory with texts in that language
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
  // A name without a number is no contact. In an address book, it could tell that somebody needs a safe house.
  const isReachable = ({ phones, email }: Service) => Boolean(phones?.length || email);
  const forPersons = modules.search(directory, { audience: 'person' }).services;
  const card = (service: Service) => modules.toVCard(service, organizationOf(directory, service));
  const graph = (some: readonly Service[]) => toJsonLd(some, directory, language, ids);
  const files: [string, string | undefined][] = [
    [`contacts.${language}.csv`, modules.toCsv(services)],
    // Only services for persons: in an address book, one that takes no cases from the public would look like the
    // others.
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
 * @param address the address of dist/ on the web
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
