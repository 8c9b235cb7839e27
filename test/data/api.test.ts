/** dist/api as another system finds it: held against HSDS, OpenAPI, and the readers of each format. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, describe, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { AnySchema } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import {
  loadDirectory,
  openState,
  type Source,
  type SourceDocument,
  search,
  type Translations,
  toHsds,
} from 'havn-widgets/directory';
import { localize } from 'havn-widgets/locale';
import ICAL from 'ical.js';
import { hsdsSchemas } from '../../tools/build/api/hsds.js';
import { patches, profileFields } from '../../tools/build/api/profile.js';
import { addressOf, apiFiles } from '../../tools/build/api.js';
import { filesIn } from '../../tools/build/integrity.js';
import { readFacts } from '../../tools/build/read-facts.js';
import { byId } from '../changed-facts.js';
import { folderFor } from '../folder.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';
import { lost, readHsds, withoutPlaces } from './hsds-reader.js';

const folder = resolve('dist/api');
const shared = resolve('../shared/hsds');
const noSchemas = !existsSync(join(shared, 'validate.mjs')) && 'the schemas of HSDS are not here';

/** What is looked at of a record of whatever kind. */
interface Listed {
  id: string;
  name: string;
  taxonomy: string;
  code: string;
  services: { id: string }[];
  service_areas: { name: string; x_translations?: Translations }[];
  x_source: Source;
  x_translations: Translations;
}

/** The same of schema.org. */
interface Thing {
  '@id': string;
  '@type': string;
  name: string;
  availableChannel: { servicePhone: { telephone: string }[] & { telephone: string } };
  hoursAvailable: { dayOfWeek: string[] }[];
  audience: { audienceType: string }[];
}

interface OpenApi {
  paths: Record<string, { get: { responses: { 200: { content: object } } } }>;
}

const files = filesIn(folder);
const text = (file: string) => readFileSync(join(folder, file), 'utf8');
const read = <Content = Listed>(file: string): Content => JSON.parse(text(file));
const listIn = (file: string) => read<{ total_items: number; contents: Listed[] }>(file);
const graphIn = (file: string) => read<{ '@context': unknown; '@graph': Thing[] }>(file)['@graph'];
/** Each record of a kind, from files of their own. */
const recordsOf = (kind: string) => files.filter(file => file.startsWith(`${kind}/`)).map(file => read(file));

const directory = loadDirectory();
const languages = ['en', 'nb', 'nn'];
const directoryIn = (language: string) => loadDirectory(localize(language).fact);
const safeHouses = directory.services.filter(({ x_safe_house }) => x_safe_house);
const ids = read<Record<'services' | 'organizations' | 'taxonomy_terms', Record<string, string>>>('ids.json');

const rowsOf = (
  file: string,
): Record<'id' | 'name' | 'description' | 'phones' | 'email' | 'url' | 'x_areas', string>[] =>
  parseCsv(text(file), { columns: true, record_delimiter: '\r\n' });

/** The lists of strict HSDS, or of the profile. */
const published = (base: string) => ({
  services: listIn(`${base}services-full.json`).contents,
  organizations: listIn(`${base}organizations.json`).contents,
  taxonomies: listIn(`${base}taxonomies.json`).contents,
  taxonomy_terms: listIn(`${base}taxonomy_terms.json`).contents,
});

/** The same facts, for another address. */
let made: Map<string, string>;
const address = 'https://help.example/havn/';
const place = folderFor('api');
before(async () => {
  made = new Map(await apiFiles(resolve('dist/npm'), readFacts().data, address));
});

/**
 * Holds records against a schema of HSDS, in which no other field is allowed.
 * @param hsds folder with the schemas and their validator
 */
function assertValid(hsds: string, schema: string, records: Listed[]) {
  assert.ok(records.length > 0);
  const file = join(place, 'records.json');
  writeFileSync(file, JSON.stringify(records));
  try {
    execFileSync(process.execPath, [join(hsds, 'validate.mjs'), '--closed', schema, file]);
  } catch (error) {
    assert.fail(`${schema}: ${(error as { stdout?: string }).stdout}`);
  }
}

describe('strict HSDS 3.1', () => {
  test('every record and every list is valid, and has no field that HSDS does not have', {
    skip: noSchemas,
  }, () => {
    assertValid(shared, 'service', [...recordsOf('services'), ...listIn('services-full.json').contents]);
    assertValid(shared, 'service_list', listIn('services.json').contents);
    assertValid(shared, 'organization_full', recordsOf('organizations'));
    assertValid(shared, 'organization_list', listIn('organizations.json').contents);
    assertValid(shared, 'taxonomy', [...recordsOf('taxonomies'), ...listIn('taxonomies.json').contents]);
    assertValid(shared, 'taxonomy_term', [
      ...recordsOf('taxonomy_terms'),
      ...listIn('taxonomy_terms.json').contents,
    ]);
  });

  test('lists are pages, and each of their records has a file named by its id', () => {
    for (const base of ['', 'profile/'])
      for (const kind of ['services', 'organizations', 'taxonomies', 'taxonomy_terms']) {
        const { contents, ...page } = listIn(`${base}${kind}.json`);
        assert.deepEqual(page, {
          total_items: contents.length,
          total_pages: 1,
          page_number: 1,
          size: contents.length,
          first_page: true,
          last_page: true,
          empty: false,
        });
        const names = files.filter(file => file.startsWith(`${base}${kind}/`));
        assert.deepEqual(names, contents.map(({ id }) => `${base}${kind}/${id}.json`).sort());
        for (const file of names) assert.equal(`${base}${kind}/${read(file).id}.json`, file);
      }
    assert.equal(listIn('services.json').total_items, directory.services.length);
    assert.deepEqual(
      recordsOf('services').sort((one, other) => (one.id < other.id ? -1 : 1)),
      [...listIn('services-full.json').contents].sort((one, other) => (one.id < other.id ? -1 : 1)),
    );
  });

  test('an organisation names what it runs', () => {
    const kom = read(`organizations/${ids.organizations.kom}.json`);
    assert.deepEqual(
      kom.services.map(({ id }) => id),
      [ids.services['kom-coordination'], ids.services['kom-guidance']],
    );
  });

  test('every readable id leads to its record', () => {
    for (const kind of ['services', 'organizations'] as const) {
      assert.deepEqual(
        Object.keys(ids[kind]),
        directory[kind].map(({ id }) => id),
      );
      for (const { id, name } of directory[kind])
        assert.equal(read(`${kind}/${ids[kind][id]}.json`).name, name);
    }
    for (const [term, id] of Object.entries(ids.taxonomy_terms)) {
      const { taxonomy, code } = read(`taxonomy_terms/${id}.json`);
      assert.equal(`${taxonomy}/${code}`, term);
    }
    // As it was when it was first published: other systems hold on to it.
    assert.equal(ids.services['rosa-helpline'], 'd7deb741-311d-5463-9ce1-15063469e3dd');
  });
});

describe('the profile', () => {
  /** @returns RFC 7386 */
  function merged(target: unknown, patch: unknown): unknown {
    const isObject = (value: unknown): value is Record<string, unknown> =>
      value !== null && typeof value === 'object' && !Array.isArray(value);
    if (!isObject(patch)) return patch;
    const result = isObject(target) ? { ...target } : {};
    for (const [key, value] of Object.entries(patch))
      if (value === null) delete result[key];
      else result[key] = merged(result[key], value);
    return result;
  }

  test('its patches make valid schemas of HSDS’s, and every record is valid by them', {
    skip: noSchemas,
  }, () => {
    const hsds = join(place, 'profile');
    cpSync(shared, hsds, { recursive: true });
    execFileSync('chmod', ['-R', 'u+w', hsds]);
    const ajv = new Ajv2020({ strict: false });
    for (const name of Object.keys(patches)) {
      const file = join(hsds, 'schema', `${name}.json`);
      const schema = merged(JSON.parse(readFileSync(file, 'utf8')), read(`profile/profile/${name}.json`));
      assert.ok(ajv.validateSchema(schema as AnySchema), name);
      writeFileSync(file, JSON.stringify(schema));
    }
    assertValid(hsds, 'service', [
      ...recordsOf('profile/services'),
      ...listIn('profile/services-full.json').contents,
      ...listIn('profile/services.json').contents,
    ]);
    assertValid(hsds, 'organization_full', recordsOf('profile/organizations'));
    assertValid(hsds, 'organization', listIn('profile/organizations.json').contents);
    assertValid(hsds, 'taxonomy_term', recordsOf('profile/taxonomy_terms'));
  });

  const strict = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strict);
    if (!value || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([field]) => !field.startsWith('x_'))
        .map(([field, item]) => [field, strict(item)]),
    );
  };

  test('without its own fields it is the strict API', () => {
    assert.deepEqual(strict(published('profile/')), published(''));
    for (const kind of ['services', 'organizations', 'taxonomies', 'taxonomy_terms'])
      assert.deepEqual(recordsOf(`profile/${kind}`).map(strict), recordsOf(kind));
  });

  test('read back, it is the directory, whole', () => {
    assert.deepEqual(readHsds(published('profile/')), withoutPlaces(directory));
  });

  test('carries every text in every language', () => {
    const codes = read<{ code: string }[]>('languages.json').map(({ code }) => code);
    assert.equal(codes.length, 19);
    const helpline = read(`profile/services/${ids.services['rosa-helpline']}.json`);
    assert.deepEqual(Object.keys(helpline.x_translations), codes.slice(1));
    const oslo = sure(read(`profile/services/${ids.services.nadheim}.json`).service_areas[0]);
    assert.deepEqual(helpline.service_areas[0]?.x_translations?.nb, { name: 'Hele Norge' });
    assert.deepEqual(Object.keys(oslo.x_translations ?? {}).includes('nb'), false);
    for (const language of ['nb', 'nn']) {
      const { name, description, eligibility_description, x_summary } = sure(
        directoryIn(language).services[0],
      );
      assert.deepEqual(
        { ...helpline.x_translations[language] },
        { name, description, eligibility_description, x_summary },
      );
    }
  });

  test('says where each fact is from, and when it was taken', () => {
    const sources = read<SourceDocument[]>('profile/sources.json');
    for (const { x_source } of [...recordsOf('profile/services'), ...recordsOf('profile/organizations')]) {
      const { captured, sections } = byId(sources, x_source.document);
      assert.match(captured, /^\d{4}-\d\d-\d\d$/);
      assert.ok(sections.some(({ id }) => id === x_source.section));
      assert.equal(x_source.note, undefined);
    }
  });

  test('every field of its own is described, in the profile and in the documentation', () => {
    const used: Set<string> = new Set();
    JSON.stringify(published('profile/'), (key, value) => {
      if (key.startsWith('x_')) used.add(key);
      return value;
    });
    const described = new Set(profileFields.map(({ name }) => name));
    for (const name of used) assert.ok(described.has(name), name);
    const docs = readFileSync('docs/open-data.md', 'utf8');
    for (const { record, name } of profileFields) {
      assert.match(docs, new RegExp(`^- \`${record}\`: .*\`${name}\``, 'm'), `${record} ${name}`);
      assert.ok(text('profile/index.html').includes(`<code>${name}</code>`), name);
    }
    for (const name of Object.values(lost).flat()) assert.ok(docs.includes(`\`${name}\``), name);
  });
});

describe('what the API says of itself', () => {
  test('the root names the version, the profile and the description', () => {
    const of = (file: string) => JSON.parse(made.get(file) ?? '');
    assert.deepEqual(of('index.json'), {
      version: '3.1',
      profile: 'https://docs.openreferral.org/en/3.1/hsds/schema_reference.html',
      openapi_url: 'https://help.example/havn/api/openapi.json',
    });
    assert.deepEqual(of('profile/index.json'), {
      version: '3.1',
      profile: 'https://help.example/havn/api/profile/',
      openapi_url: 'https://help.example/havn/api/profile/openapi.json',
    });
  });

  test('an address that is none stops the build', () => {
    assert.equal(addressOf('https://help.example/havn/'), 'https://help.example/havn/');
    assert.equal(addressOf(undefined), 'https://havn.invalid/');
    for (const wrong of [
      'havn',
      '/havn/',
      'https://a.no/havn',
      'ftp://a.no/',
      'https://a@b.no/',
      'https://a.no/?x/',
    ])
      assert.throws(() => addressOf(wrong), /HAVN_URL/, wrong);
  });

  for (const base of ['', 'profile/'])
    test(`${base}openapi.json is valid OpenAPI 3.1, and its paths are the files that are there`, async () => {
      const description = read<OpenApi>(`${base}openapi.json`);
      // The validator reads no other files: what is in them is looked at in the next test.
      const alone = JSON.stringify(description, (key, value) =>
        key === '$ref' && !value.startsWith('#') ? undefined : value,
      );
      const { valid, errors } = await new Validator().validate(JSON.parse(alone));
      assert.ok(valid, JSON.stringify(errors));
      const patterns = Object.entries(description.paths).map(([path, { get }]) => ({
        path,
        type: Object.keys(get.responses[200].content)[0],
        pattern: new RegExp(
          `^${path
            .slice(1)
            .replaceAll('.', '\\.')
            .replace(/\{(\w+)\}/g, (_, name) => (name === 'language' ? '(?:en|nb|nn)' : '[\\w-]+'))}$`,
        ),
      }));
      // A page for people, the patches, and the description itself are no part of the API.
      const own = files
        .filter(file => file.startsWith(base) && !(base === '' && file.startsWith('profile/')))
        .map(file => file.slice(base.length))
        .filter(file => !/^(openapi\.json|index\.html|profile\/\w+\.json)$/.test(file));
      for (const file of own)
        assert.equal(patterns.filter(({ pattern }) => pattern.test(file)).length, 1, file);
      for (const { path, pattern } of patterns)
        assert.ok(
          own.some(file => pattern.test(file)),
          path,
        );
    });

  test('every JSON file is what openapi.json says', { skip: noSchemas }, () => {
    for (const base of ['', 'profile/']) {
      const ajv = new Ajv2020({ strict: false, allErrors: true });
      formats.default(ajv);
      for (const name of readdirSync(join(shared, 'schema')))
        ajv.addSchema({
          ...JSON.parse(readFileSync(join(shared, 'schema', name), 'utf8')),
          $id: `${hsdsSchemas}${name}`,
        });
      const root = 'https://havn.invalid/';
      for (const name of Object.keys(patches))
        ajv.addSchema({
          ...read<object>(`profile/profile/${name}.json`),
          $id: `${root}profile/${name}.json`,
        });
      const description = read<OpenApi>(`${base}openapi.json`);
      ajv.addSchema({ $id: `${root}openapi.json`, ...description, type: 'object' });
      for (const [path, { get }] of Object.entries(description.paths)) {
        const type = sure(Object.keys(get.responses[200].content)[0]);
        if (!type.endsWith('json')) continue;
        const pointer = `#/paths/${path.replaceAll('/', '~1').replace('{', '%7B').replace('}', '%7D')}/get/responses/200/content/${type.replace('/', '~1').replace('+', '%2B')}/schema`;
        const validate = ajv.compile({ $ref: `${root}openapi.json${pointer}` });
        const pattern = new RegExp(
          `^${base}${path
            .slice(1)
            .replaceAll('.', '\\.')
            .replace(/\{\w+\}/g, '[\\w-]+')}$`,
        );
        for (const file of files.filter(file => pattern.test(file)))
          assert.ok(validate(read(file)), `${file}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
      }
    }
  });
});

describe('tables', () => {
  for (const language of languages)
    test(`contacts.${language}.csv reads back, in its language`, () => {
      const rows = rowsOf(`contacts.${language}.csv`);
      const { services } = directoryIn(language);
      assert.deepEqual(
        rows.map(({ id, name, description, phones }) => [id, name, description, phones.replace(/^'/, '')]),
        services.map(({ id, name, description, phones = [] }) => [
          id,
          name,
          description,
          phones.map(({ number }) => number).join(' / '),
        ]),
      );
    });
});

describe('contacts', () => {
  for (const language of languages)
    test(`vCards of ${language}: one for each service that can be reached, and those for persons in one file`, () => {
      const { services, organizations } = directoryIn(language);
      const reachable = services.filter(({ phones, email }) => phones || email);
      const names = files.filter(file => file.startsWith('vcard/') && file.endsWith(`.${language}.vcf`));
      assert.deepEqual(names, reachable.map(({ id }) => `vcard/${id}.${language}.vcf`).sort());
      const cardsOf = (services: typeof reachable) =>
        services.map(({ id }) => text(`vcard/${id}.${language}.vcf`)).join('');
      const forPersons = reachable.filter(({ x_audience }) => x_audience.includes('person'));
      assert.equal(text(`contacts.${language}.vcf`), cardsOf(forPersons));
      const cards = ICAL.parse(cardsOf(reachable));
      reachable.forEach((service, index) => {
        const card = new ICAL.Component(cards[index]);
        assert.equal(card.getFirstPropertyValue('version'), '4.0');
        assert.equal(card.getFirstPropertyValue('fn'), service.name);
        assert.equal(
          card.getFirstPropertyValue('org'),
          organizations.find(({ id }) => id === service.organization_id)?.name,
        );
      });
    });
});

describe('calendars', () => {
  const weekly = directory.services.filter(({ schedules = [] }) => schedules.some(({ byday }) => byday));

  test('there is one for each service with hours by the week, and none for what has no hours to look up', () => {
    assert.ok(weekly.length > 0);
    assert.ok(!weekly.some(({ x_helpline }) => x_helpline));
    assert.deepEqual(
      files.filter(file => file.startsWith('calendar/')),
      weekly.flatMap(({ id }) => languages.map(language => `calendar/${id}.${language}.ics`)).sort(),
    );
  });

  test('say open when openState() does, summer and winter, and nothing on public holidays', () => {
    for (const service of weekly) {
      const calendar = new ICAL.Component(ICAL.parse(text(`calendar/${service.id}.nb.ics`)));
      const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') as ICAL.Component);
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component);
      assert.equal(zone.tzid, 'Europe/Oslo');
      assert.equal(event.summary, directoryIn('nb').services.find(({ id }) => id === service.id)?.name);
      const open: [number, number][] = [];
      const occurrences = event.iterator();
      for (let next = occurrences.next(); next; next = occurrences.next()) {
        const { startDate, endDate } = event.getOccurrenceDetails(next);
        startDate.zone = endDate.zone = zone;
        open.push([startDate.toUnixTime() * 1000, endDate.toUnixTime() * 1000]);
      }
      assert.ok(open.length > 400);
      const [first] = sure(open[0]);
      const [, last] = sure(open.at(-1));
      for (let time = first; time < last; time += 15 * 60_000)
        assert.equal(
          open.some(([start, end]) => start <= time && time < end),
          openState(service.schedules, new Date(time)) === 'open',
          new Date(time).toISOString(),
        );
    }
  });

  test('lines end in CRLF and have at most 75 octets', () => {
    for (const file of files.filter(file => file.endsWith('.ics'))) {
      assert.match(text(file), /^BEGIN:VCALENDAR\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
      assert.doesNotMatch(text(file), /[^\r]\n/);
      for (const line of text(file).split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    }
  });
});

describe('JSON-LD', () => {
  const graphs = files.filter(file => file.endsWith('.jsonld'));

  test('is there for the banner, for all that a person may be shown, and for each service', () => {
    for (const language of languages) {
      assert.ok(graphs.includes(`jsonld/hotline-banner.${language}.jsonld`));
      const names = graphIn(`jsonld/services.${language}.jsonld`)
        .filter(node => node['@type'].endsWith('Service'))
        .map(({ name }) => name);
      const { services } = search(directoryIn(language), { audience: 'person' });
      assert.deepEqual(
        names,
        services.map(({ name }) => name),
      );
      for (const { id } of directory.services)
        assert.ok(graphs.includes(`jsonld/services/${id}.${language}.jsonld`));
    }
  });

  test('the banner’s has the helpline, at every hour, and 112', () => {
    const [helpline, police] = graphIn('jsonld/hotline-banner.en.jsonld');
    assert.equal(helpline?.availableChannel.servicePhone[0]?.telephone, rosa.dialled);
    assert.equal(helpline?.hoursAvailable[0]?.dayOfWeek.length, 7);
    assert.equal(police?.['@type'], 'GovernmentService');
    assert.equal(police?.availableChannel.servicePhone[0]?.telephone, '112');
  });

  test('who runs a service is what the facts say, and KOM is for professionals alone', () => {
    const typeOf = (id: string) => graphIn(`jsonld/services/${id}.en.jsonld`)[1]?.['@type'];
    assert.equal(typeOf('rosa-helpline'), 'NGO');
    assert.equal(typeOf('iom-varp'), 'Organization');
    assert.equal(typeOf('pro-senteret-reception'), 'GovernmentOrganization');
    assert.doesNotMatch(text('jsonld/services.en.jsonld'), /\bKOM\b[^"]*point of contact/);
    const [kom] = graphIn('jsonld/services/kom-coordination.en.jsonld');
    assert.ok(kom?.audience.some(({ audienceType }) => audienceType === 'professional'));
  });

  test('says nothing of the languages in which a service answers, which nobody has told', () => {
    for (const file of graphs) assert.doesNotMatch(text(file), /availableLanguage|knowsLanguage/);
  });

  test('is named by ids that hold on every host, and closes no script', () => {
    for (const file of graphs) {
      const { '@context': context, '@graph': nodes } = read<{ '@context': unknown; '@graph': Thing[] }>(file);
      assert.deepEqual(context, ['https://schema.org', { '@language': file.split('.').at(-2) }]);
      for (const node of nodes) assert.match(node['@id'], /^urn:uuid:[\da-f-]{36}$/);
      assert.doesNotMatch(text(file), /</);
    }
  });

  test('stands in no HTML that is pasted: a filter may print it as words', () => {
    for (const name of readdirSync('dist/html'))
      assert.doesNotMatch(readFileSync(`dist/html/${name}`, 'utf8'), /ld\+json/, name);
  });
});

describe('safe houses', () => {
  const uuids = safeHouses.map(({ id }) => ids.services[id]);

  test('have no number, no address and no place, in any format', () => {
    assert.equal(safeHouses.length, 3);
    let seen = 0;
    const look = (value: unknown, file: string) => {
      if (!value || typeof value !== 'object') return;
      const { id, '@id': name = `urn:uuid:${id}` } = value as { id?: string; '@id'?: string };
      if (uuids.some(id => name === `urn:uuid:${id}`)) {
        seen++;
        for (const key of [
          'phones contacts email url additional_urls locations service_areas x_areas service_at_locations organization_at_locations',
          'availableChannel areaServed address geo location telephone serviceLocation latitude longitude',
        ]
          .join(' ')
          .split(' '))
          assert.ok(!(key in value), `${file}: ${key}`);
      }
      for (const item of Object.values(value)) look(item, file);
    };
    for (const file of files.filter(file => /json(ld)?$/.test(file) && file !== 'ids.json'))
      look(read<unknown>(file), file);
    // In lists and in files of their own, in both APIs, and in three languages for search engines.
    assert.ok(seen > 3 * 10, String(seen));
    for (const { id } of safeHouses) {
      assert.deepEqual(
        files.filter(file => /^(vcard|calendar)\//.test(file) && file.includes(id)),
        [],
      );
      for (const language of languages) {
        const name = directoryIn(language).services.find(service => service.id === id)?.name ?? '';
        assert.ok(!text(`contacts.${language}.vcf`).includes(name));
        assert.ok(!text(`opening-hours.${language}.ics`).includes(name));
        const { phones, email, url, x_areas } = byId(rowsOf(`contacts.${language}.csv`), id);
        assert.deepEqual([phones, email, url, x_areas], ['', '', '', '']);
      }
    }
  });
});

describe('the files', () => {
  test('are the same bytes on every build but for the address, and each has its hash', () => {
    assert.deepEqual([...made.keys()].sort(), files);
    const integrity = JSON.parse(readFileSync('dist/integrity.json', 'utf8'));
    const own = addressOf(process.env.HAVN_URL);
    for (const [file, content] of made) {
      assert.equal(content.replaceAll(address, own), text(file), file);
      const hash = createHash('sha384').update(text(file)).digest('base64');
      assert.equal(integrity[`api/${file}`], `sha384-${hash}`, file);
    }
  });

  test('have no date but those of the facts', () => {
    const facts = JSON.stringify(readFacts().data);
    for (const file of files.filter(file => !file.endsWith('.ics')))
      for (const [date] of text(file).matchAll(/\b20\d\d-\d\d-\d\d\b/g))
        assert.ok(facts.includes(date), file);
  });

  test('the strict API is what toHsds() answers', () => {
    assert.deepEqual(published(''), toHsds(directory));
  });
});
