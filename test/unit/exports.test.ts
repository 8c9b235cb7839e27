import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { loadDirectory, type Service, toCsv, toHsds, toVCard } from 'havn-widgets/directory';
import { localize } from 'havn-widgets/locale';
import { dialable, safeLink } from '../../dist/npm/safety/index.js';
import '../properties.js';
import { sent } from '../data/hsds-reader.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';
import { untyped } from '../untyped.js';

const directory = loadDirectory();
const service = (id: string) => {
  const found = directory.services.find(service => service.id === id);
  assert.ok(found, id);
  return found;
};
const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const oddText = fc.oneof(
  anyText,
  fc.constantFrom(
    '=1+1',
    rosa.dialled,
    '@x',
    '-1',
    '\t=x',
    '\r',
    ' =x',
    '"a"',
    'a,b;c\\',
    'æøå👩‍👩‍👧'.repeat(20),
    '\ud800',
    'a\r\nBEGIN:VCARD',
  ),
);
/** Services with any content, as a host page's directory might have. */
const anyService = fc
  .record(
    {
      name: oddText,
      description: oddText,
      alert: oddText,
      url: oddText,
      email: oddText,
      eligibility_description: oddText,
      application_process: oddText,
      phones: fc.array(fc.record({ number: oddText }), { maxLength: 3 }),
      x_safe_house: fc.boolean(),
    },
    { requiredKeys: ['name', 'description'] },
  )
  .map(fields => ({ ...service('nadheim'), ...fields }) as Service);
/** An e-mail address, if it is a link on screen; otherwise an empty text. */
const mailed = (email = '') => (safeLink(`mailto:${email}`) ? email : '');
/** A safe house with a number and an address, which must not be exported. */
const talkativeSafeHouse = {
  ...service('lauras-hus'),
  phones: [{ number: '+4790000000' }],
  email: 'secret@example.org',
  url: 'https://secret.example/',
  address: 'Secret street 1',
};

describe('toVCard', () => {
  const linesOf = (card: string): string[] => card.replace(/\r\n /g, '').split('\r\n');

  test('is a contact in vCard 4.0', () => {
    assert.deepEqual(linesOf(toVCard(service('rosa-helpline'))), [
      'BEGIN:VCARD',
      'VERSION:4.0',
      'KIND:org',
      'FN:ROSA helpline',
      `TEL;VALUE=uri;TYPE=voice:${rosa.href}`,
      'EMAIL:lls@krisesenter.com',
      'URL:http://www.rosa-help.no/',
      'END:VCARD',
      '',
    ]);
  });

  test('names the organisation where it is given', () => {
    const iom = directory.organizations.find(({ id }) => id === 'iom');
    assert.ok(linesOf(toVCard(service('iom-varp'), iom)).includes('ORG:IOM Norway'));
  });

  test('short codes stay as they are, without a country code', () => {
    assert.ok(linesOf(toVCard(service('police-general'))).includes('TEL;TYPE=voice:02800'));
    assert.ok(linesOf(toVCard(service('police-emergency'))).includes('TEL;TYPE=voice:112'));
  });

  test('the warning travels with the contact, what the service is for does not', () => {
    assert.ok(linesOf(toVCard(service('kom-coordination'))).includes('NOTE:KOM takes no individual cases.'));
    for (const each of directory.services) assert.ok(!/victim/i.test(toVCard(each)), each.id);
  });

  test('escapes commas, semicolons, backslashes and line breaks, and drops other controls', () => {
    const card = toVCard({ ...service('nadheim'), name: 'a,b;c\\d\r\ne\nf\u0000g\u0007\th' });
    assert.ok(linesOf(card).includes('FN:a\\,b\\;c\\\\d\\ne\\nfg\th'));
  });

  test('folds at 75 octets, never within a character', () => {
    const name = `${'x'.repeat(71)}ø${'👩'.repeat(40)}`;
    const card = toVCard({ ...service('nadheim'), name });
    assert.ok(linesOf(card).includes(`FN:${name}`));
    assert.ok(card.includes(`FN:${'x'.repeat(71)}\r\n ø👩`));
    for (const line of card.split('\r\n')) assert.ok(!line.includes('\ufffd'));
  });

  test('a safe house has neither number nor address, whatever its record claims', () => {
    for (const each of [...directory.services.filter(({ x_safe_house }) => x_safe_house), talkativeSafeHouse])
      assert.doesNotMatch(toVCard(each), /^(TEL|EMAIL|URL|ADR|GEO)|secret|9000/im);
  });

  test('an address that is none is left out', () => {
    for (const url of ['javascript:alert(1)', 'https://a b/', 'https://a\r\nTEL:1', '/x', 'https://ø.no/'])
      assert.doesNotMatch(toVCard({ ...service('nadheim'), url }), /^URL/m, url);
  });

  test('any service: a card whose lines have at most 75 octets and no line of the service’s own', () => {
    fc.assert(
      fc.property(anyService, each => {
        const card = toVCard(each);
        for (const line of card.split('\r\n')) {
          assert.ok(Buffer.byteLength(line) <= 75, line);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
          assert.doesNotMatch(line, /[\u0000-\u0008\u000a-\u001f\u007f]/);
        }
        const lines = linesOf(card);
        assert.deepEqual([lines[0], lines.at(-2), lines.at(-1)], ['BEGIN:VCARD', 'END:VCARD', '']);
        for (const line of lines.slice(0, -1)) assert.match(line, /^[A-Z]+(;[A-Z]+=[a-z]+)*:/);
        if (each.x_safe_house) assert.doesNotMatch(card, /^(TEL|EMAIL|URL)/m);
      }),
    );
  });

  test('any service: what stands on its card reads back', () => {
    /** @param text as a vCard can hold it */
    const held = (text: string = '') =>
      text.replace(/\r\n|[\r\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '');
    const unescaped = (text: string) =>
      text.replace(/\\([\\,;n])/g, (_, char) => (char === 'n' ? '\n' : char));
    fc.assert(
      fc.property(anyService, each => {
        const lines = linesOf(toVCard(each));
        const valuesOf = (property: string) =>
          lines
            .filter(line => line.split(/[;:]/)[0] === property)
            .map(line => unescaped(line.slice(line.indexOf(':') + 1)));
        // A number that cannot be dialled is shown on screen, but not exported to an address book.
        const contacts = each.x_safe_house
          ? []
          : (each.phones ?? []).flatMap(({ number }) => dialable(number) ?? []);
        assert.deepEqual(valuesOf('FN'), [held(each.name)]);
        assert.deepEqual(valuesOf('NOTE'), [held(each.alert)].filter(Boolean));
        assert.deepEqual(
          valuesOf('EMAIL'),
          [each.x_safe_house ? '' : held(mailed(each.email))].filter(Boolean),
        );
        assert.deepEqual(
          valuesOf('TEL').map(number => number.replace(/^tel:(?=\+\d+$)/, '')),
          contacts,
        );
      }),
    );
  });

  test('anything at all: a card, no exception', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        assert.match(untyped(toVCard)(value), /^BEGIN:VCARD\r\n[\s\S]*\r\nEND:VCARD\r\n$/);
      }),
    );
  });
});

describe('toCsv', () => {
  const rowsOf = (text: string): string[][] => parseCsv(text, { record_delimiter: '\r\n' });
  const read = (services: readonly Service[]): Record<string, string>[] =>
    parseCsv(toCsv(services), { columns: true, record_delimiter: '\r\n' });

  test('has a header and one record a service, in each language', () => {
    for (const language of ['en', 'nb', 'nn']) {
      const { services } = loadDirectory(localize(language).fact);
      const rows = read(services);
      assert.deepEqual(
        rows.map(({ name }) => name),
        services.map(({ name }) => name),
      );
      assert.deepEqual(
        rows.map(({ description }) => description),
        services.map(({ description }) => description),
      );
    }
    assert.equal(rowsOf(toCsv([])).length, 1);
  });

  test('carries the numbers as they are dialled, behind an apostrophe where a spreadsheet would change them', () => {
    const rows = read(['rosa-helpline', 'police-general', 'police-emergency'].map(service));
    assert.deepEqual(
      rows.map(({ phones }) => phones),
      [`'${rosa.dialled}`, "'02800", '112'],
    );
  });

  test('carries hours, needs, audience and source', () => {
    const [kom, helpline] = read([service('kom-coordination'), service('rosa-helpline')]);
    assert.equal(kom?.schedules, 'MO,TU,WE,TH,FR 08:00-16:00');
    assert.equal(kom?.x_audience, 'professional');
    assert.equal(kom?.x_source, 'norway-assistance#kom');
    assert.equal(helpline?.schedules, '24/7');
    assert.equal(helpline?.x_needs, 'counselling / shelter / information');
  });

  test('a safe house has neither number nor address, whatever its record claims', () => {
    const houses = [...directory.services.filter(({ x_safe_house }) => x_safe_house), talkativeSafeHouse];
    assert.equal(houses.length, 4);
    for (const { phones, email, url } of read(houses)) assert.deepEqual([phones, email, url], ['', '', '']);
    assert.doesNotMatch(toCsv(houses), /secret/i);
  });

  const texts = ({
    name,
    description,
    alert,
    eligibility_description,
    application_process,
  }: Partial<Service>) => ({
    name,
    description,
    alert,
    eligibility_description,
    application_process,
  });

  /** Removes the apostrophes that guard against formulas within a cell. */
  const withoutGuards = (text: string) => text.replace(/([;|\t\r\n][\s"]*)'(?='*[=+\-@＝＋－＠])/g, '$1');

  test('any services: reads back, and no cell begins as a formula', () => {
    fc.assert(
      fc.property(fc.array(anyService, { maxLength: 4 }), services => {
        const rows = read(services);
        assert.equal(rows.length, services.length);
        rows.forEach((row, index) => {
          const { x_safe_house, phones = [], ...service } = sure(services[index]);
          const numbers = phones.map(({ number }) => number).filter(number => dialable(number));
          const url = service.url && safeLink(service.url) ? service.url : '';
          const contacts = { phones: numbers.join(' / '), email: mailed(service.email), url };
          for (const [field, text = ''] of Object.entries({
            ...texts(service),
            ...(x_safe_house ? { phones: '', email: '', url: '' } : contacts),
          })) {
            // As a file can hold it: half a character is none.
            const value = String(Buffer.from(text));
            assert.ok([value, `'${value}`].includes(withoutGuards(sure(row[field]))), row[field]);
          }
          for (const cell of Object.values(row))
            assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]|[;|\t\r\n][\s"]*[=+\-@＝＋－＠]|^[\t\r\n]/);
        });
      }),
    );
  });

  test('anything at all: the header at least, no exception', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.anything()), (value, values) => {
        assert.ok(rowsOf(untyped(toCsv)(value)).length >= 1);
        assert.equal(rowsOf(untyped(toCsv)(values)).length, values.length + 1);
      }),
    );
  });
});

describe('toHsds', () => {
  const hsds = toHsds(directory);
  /** @returns every field, at any depth */
  const fieldsOf = (value: unknown, key: string = ''): [string, unknown][] =>
    value && typeof value === 'object'
      ? Object.entries(value).flatMap(([name, item]) => fieldsOf(item, Array.isArray(value) ? key : name))
      : [[key, value]];
  /** @param id of a service in our directory */
  const published = (id: string) =>
    sure(sent(hsds).services[directory.services.findIndex(service => service.id === id)]);

  test('has every service and organisation once, by ids that never change', () => {
    assert.equal(hsds.services.length, directory.services.length);
    assert.equal(hsds.organizations.length, directory.organizations.length);
    const ids = [...hsds.services, ...hsds.organizations, ...hsds.taxonomies, ...hsds.taxonomy_terms].map(
      ({ id }) => id,
    );
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(published('rosa-helpline').id, toHsds(loadDirectory(localize('nb').fact)).services[0]?.id);
    assert.equal(published('rosa-helpline').id, 'd7deb741-311d-5463-9ce1-15063469e3dd');
  });

  test('has no field of ours, no null and nothing empty', () => {
    for (const [key, value] of fieldsOf(hsds)) {
      assert.doesNotMatch(key, /^x_/);
      assert.ok(typeof value === 'string' && value, key);
    }
  });

  test('carries hours: a whole day as HSDS writes it, others as they are', () => {
    const [always] = published('rosa-helpline').schedules;
    assert.deepEqual([always?.opens_at, always?.closes_at], ['00:00', '23:59']);
    assert.equal(always?.byday, 'MO,TU,WE,TH,FR,SA,SU');
    const [weekly] = published('kom-coordination').schedules;
    assert.deepEqual(
      [weekly?.byday, weekly?.opens_at, weekly?.closes_at],
      ['MO,TU,WE,TH,FR', '08:00', '16:00'],
    );
  });

  test('says that KOM is for professionals alone, and takes no cases', () => {
    for (const id of ['kom-coordination', 'kom-guidance']) {
      const { attributes, alert } = published(id);
      const audiences = attributes.filter(({ taxonomy_term }) => taxonomy_term.taxonomy === 'audiences');
      assert.deepEqual(
        audiences.map(({ taxonomy_term }) => taxonomy_term.code),
        ['professional'],
      );
      assert.equal(alert, 'KOM takes no individual cases.');
    }
  });

  test('a service without contacts of its own names whom to ask', () => {
    assert.equal(published('nadheim').application_process, 'Contact: ROSA helpline.');
    assert.match(
      published('police-reflection-applications').application_process ?? '',
      /police.*in person.*\. Contact: /,
    );
  });

  test('a safe house has no number, address, place or coordinates, whatever its record claims', () => {
    const claiming = toHsds({ ...directory, services: [...directory.services, talkativeSafeHouse] });
    const houses = [...hsds.services, ...claiming.services.slice(-1)].filter(({ name }) =>
      /Lauras|safe house/.test(String(name)),
    );
    assert.equal(houses.length, 4);
    for (const house of houses) {
      for (const key of [
        'phones',
        'contacts',
        'email',
        'url',
        'locations',
        'service_areas',
        'service_at_locations',
      ])
        assert.ok(!(key in house), key);
      assert.doesNotMatch(JSON.stringify(house), /latitude|address_1|\+47|secret/i);
    }
  });

  test('any services: absolute addresses or none, no exception, and the same again', () => {
    fc.assert(
      fc.property(fc.array(anyService, { maxLength: 4 }), services => {
        const publish = () => toHsds({ ...directory, services });
        const one = publish();
        assert.deepEqual(one, publish());
        for (const record of one.services)
          if (record.url) assert.equal(new URL(String(record.url)).protocol.replace('s', ''), 'http:');
      }),
    );
  });

  test('is in no script that a reader downloads', () => {
    for (const file of ['havn.js', ...readdirSync('dist/elements').map(name => `elements/${name}`)])
      assert.doesNotMatch(readFileSync(`dist/${file}`, 'utf8'), /taxonomy_term|f393a5df/);
  });
});

test('on a server the elements can be imported, and do nothing', async () => {
  const browsers = ['index', 'elements/generated/classes']
    .map(module => readFileSync(`dist/npm/${module}.d.ts`, 'utf8'))
    .join('');
  const names = [...browsers.matchAll(/export \{ (\w+) \}/g)].map(([, name]) => name).sort();
  const all = await import('havn-widgets');
  assert.ok(names.length > 11);
  assert.deepEqual(Object.keys(all).sort(), names);
  const { HotlineBanner } = await import('havn-widgets/elements/hotline-banner');
  assert.equal(HotlineBanner, all.HotlineBanner);
  assert.equal(all.define(HotlineBanner), undefined);
});
