/** Broken data are refused with file, JSON pointer and reason. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Service } from 'havn-widgets/directory';
import { factTexts } from '../../tools/build/fact-records.js';
import { readDeclarations } from '../../tools/build/manifest.js';
import { faultInWords, readFacts } from '../../tools/build/read-facts.js';
import { byId, type Changes, type Editable, faultsAfter } from '../changed-facts.js';
import { sure } from '../sure.js';

const services = 'data/directory/services.json';
const organizations = 'data/directory/organizations.json';
const taxonomies = 'data/directory/taxonomies.json';
const entitlements = 'data/guidance/entitlements.json';
const sources = 'data/sources.json';

test('the facts as they are have no fault', () => {
  assert.deepEqual(readFacts().faults, []);
});

describe('refused', () => {
  const breaks: [string, string, object | ((record: Editable<Service>) => unknown), string][] = [
    ['a safe house with a number', 'lauras-hus', { phones: [{ number: '+4722334455' }] }, '/phones'],
    ['a safe house with an e-mail address', 'lauras-hus', { email: 'a@b.no' }, '/email'],
    ['a safe house with a website', 'lauras-hus', { url: 'https://b.no/' }, '/url'],
    ['a safe house with a location', 'lauras-hus', { locations: [{ addresses: [] }] }, ''],
    ['a safe house with an address', 'lauras-hus', { addresses: [] }, ''],
    ['a safe house with coordinates', 'lauras-hus', { latitude: 59.9 }, ''],
    ['a safe house that nobody can be asked about', 'lauras-hus', { x_contact_through: undefined }, ''],
    ['a role with a number', 'child-welfare', { phones: [{ number: '+4722334455' }] }, '/phones'],
    ['an unknown field', 'nadheim', { colour: 'red' }, ''],
    [
      'a number without its country code',
      'iom-varp',
      { phones: [{ number: '23105320' }] },
      '/phones/0/number',
    ],
    ['a number that is too short', 'iom-varp', { phones: [{ number: '+472310532' }] }, '/phones/0/number'],
    ['a premium number', 'iom-varp', { phones: [{ number: '+4782012345' }] }, '/phones/0/number'],
    ['02800 with a country code', 'police-general', { phones: [{ number: '+4702800' }] }, '/phones/0/number'],
    ['a date that is none', 'nadheim', { assured_date: '2026-02-30' }, '/assured_date'],
    ['a javascript: address', 'iom-varp', { url: 'javascript:alert(1)' }, '/url'],
    ['an address with credentials', 'iom-varp', { url: 'https://a@b.no/' }, '/url'],
    ['markup in a text', 'nadheim', { description: 'A <b>centre</b>' }, '/description'],
    ['a direction character in a text', 'nadheim', { description: 'A \u202ecentre' }, '/description'],
    ['space at the end of a text', 'nadheim', { description: 'A centre. ' }, '/description'],
    ['an empty text', 'nadheim', { description: '' }, '/description'],
    ['an unknown audience', 'nadheim', { x_audience: ['everybody'] }, '/x_audience/0'],
    [
      'KOM offered to a person',
      'kom-coordination',
      record => record.x_audience.push('person'),
      '/x_audience',
    ],
    [
      'hours that are none',
      'kom-coordination',
      record => (sure(record.schedules[0]).opens_at = '25:00'),
      '/schedules/0/opens_at',
    ],
    [
      'a day that is none',
      'kom-coordination',
      record => (sure(record.schedules[0]).byday = 'MO,XX'),
      '/schedules/0/byday',
    ],
    [
      'two kinds of hours in one rule',
      'kom-coordination',
      record => (sure(record.schedules[0]).x_always_open = true),
      '/schedules/0',
    ],
    ['an organisation that is not there', 'nadheim', { organization_id: 'nobody' }, '/organization_id'],
    ['a need that is not there', 'nadheim', { x_needs: ['unicorns'] }, '/x_needs/0'],
    ['an area that is not there', 'nadheim', { x_areas: ['mars'] }, '/x_areas/0'],
    [
      'a service to ask that has no number',
      'nadheim',
      { x_contact_through: 'lauras-hus' },
      '/x_contact_through',
    ],
    [
      'a source that is not there',
      'nadheim',
      record => (record.x_source.document = 'rumour'),
      '/x_source/document',
    ],
    [
      'a section that is not there',
      'nadheim',
      record => (record.x_source.section = 'rumours'),
      '/x_source/section',
    ],
    ['no source', 'nadheim', { x_source: undefined }, ''],
    ['a service whose id is taken', 'nadheim', { id: 'lauras-hus' }, '/id'],
    ['an id that is no slug', 'nadheim', { id: 'Nadheim Oslo' }, '/id'],
  ];
  for (const [name, id, change, pointer] of breaks)
    test(name, () => {
      let index = -1;
      const faults = faultsAfter({
        [services]: records => {
          index = records.findIndex(record => record.id === id);
          const record = sure(records[index]);
          if (typeof change === 'function') change(record);
          else Object.assign(record, change);
        },
      });
      const fault = faults.find(fault => fault.file === services && fault.pointer === `/${index}${pointer}`);
      assert.ok(fault, JSON.stringify(faults));
      assert.ok(fault.message.length > 5);
    });

  test('says whose fault it is, not only where it stands', () => {
    const faults = faultsAfter({
      [services]: records => (sure(byId(records, 'kom-coordination').phones[0]).number = '+4723'),
    });
    const fault = faults.find(({ record }) => record === 'kom-coordination');
    assert.ok(fault, JSON.stringify(faults));
    assert.match(
      faultInWords(fault),
      /services\.json#\/\d+\/phones\/0\/number \(kom-coordination\): is no number/,
    );
  });

  test('a helpline too many, or none', () => {
    assert.ok(faultsAfter({ [services]: records => (byId(records, 'nadheim').x_emergency = true) }).length);
    assert.ok(
      faultsAfter({ [services]: ([first]) => Reflect.deleteProperty(sure(first), 'x_helpline') }).length,
    );
  });

  test('a right that is overstated', () => {
    const [fault] = faultsAfter({
      [entitlements]: data => (sure(data.entitlements[0]).description = 'You have a right to be told.'),
    });
    assert.deepEqual([fault?.file, fault?.pointer], [entitlements, '/entitlements/0/description']);
  });

  test('an entitlement with a service that is not there', () => {
    const [fault] = faultsAfter({
      [entitlements]: data => sure(data.entitlements[1]).services.push('nobody'),
    });
    assert.equal(fault?.pointer, '/entitlements/1/services/1');
  });

  test('a sentence of the permits that is not there, or that nothing names', () => {
    const permits = 'data/guidance/permits.json';
    const [fault, ...others] = faultsAfter({
      [permits]: data =>
        (sure(data.outcomes.find(({ description_more }) => description_more)).description_more = ['nowhere']),
    });
    assert.match(fault?.pointer ?? '', /^\/outcomes\/\d+\/description_more\/0$/);
    assert.deepEqual(others, []);
    const [unnamed] = faultsAfter({
      [permits]: data => data.sentences.unshift({ id: 'unnamed', text: 'Nothing names this.' }),
    });
    assert.equal(unnamed?.pointer, '/sentences/0');
  });

  test('an organisation or a source with a date, a kind or a parent that is none', () => {
    for (const changes of [
      { [organizations]: ([first]) => Object.assign(sure(first), { x_kind: 'charity' }) },
      { [organizations]: ([first]) => (sure(first).parent_organization_id = 'nobody') },
      { [sources]: ([first]) => (sure(first).captured = 'yesterday') },
      { [taxonomies]: ({ needs }) => (sure(needs[0]).name = '') },
      { [services]: ([first]) => (sure(first).x_source.section = 'nowhere') },
      { [services]: ([first]) => (sure(first).x_source.also = ['nowhere']) },
      { [services]: ([first]) => (sure(first).x_source.also = []) },
    ] satisfies Changes[])
      assert.ok(faultsAfter(changes).length);
  });

  test('a file that is not JSON', () => {
    const { faults } = readFacts(path => (path === services ? '[{' : readFileSync(path, 'utf8')));
    assert.deepEqual(
      faults.map(({ file, pointer }) => [file, pointer]),
      [[services, '']],
    );
    assert.match(sure(faults[0]).message, /is not JSON/);
  });
});

test('no entitlement, step, profession or permit of the source is missing', () => {
  const { data } = readFacts();
  const counts = [
    data['data/guidance/entitlements.json'].entitlements,
    data['data/guidance/pathway.json'].steps,
    data['data/guidance/referral.json'].professions,
    data['data/guidance/permits.json'].permits,
  ].map(list => list.length);
  assert.deepEqual(counts, [8, 7, 7, 4]);
});

test('the contract of the finder names every need and every area', () => {
  const finder = readDeclarations().find(({ tagName }) => tagName === 'havn-service-finder');
  const taxonomy = readFacts().data[taxonomies];
  for (const [name, terms] of [
    ['need', taxonomy.needs],
    ['area', taxonomy.areas],
  ] as const) {
    const attribute = finder?.attributes?.find(attribute => attribute.name === name);
    assert.deepEqual(
      attribute?.type?.text.split(' | '),
      terms.map(({ id }) => `"${id}"`),
    );
  }
});

describe('plain words of our own', () => {
  const document = new URL('../../../shared/source/norway-assistance.txt', import.meta.url);
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

  test('no text shares eight words in a row with the source', {
    skip: !existsSync(document) && 'the source is not here',
  }, () => {
    const source = ` ${words(readFileSync(document, 'utf8')).join(' ')} `;
    for (const { id, text } of factTexts(readFacts().data)) {
      // A name is a name.
      const own = words(text.replace('Coordinating Unit for Victims of Human Trafficking', 'KOM'));
      for (let at = 0; at + 8 <= own.length; at++)
        assert.ok(
          !source.includes(` ${own.slice(at, at + 8).join(' ')} `),
          `${id}: ${own.slice(at, at + 8).join(' ')}`,
        );
    }
  });

  test('never a word that hurts', () => {
    for (const { id, text } of factTexts(readFacts().data))
      assert.doesNotMatch(text, /\b(illegal|prostitutes?|rescued?|claims? to be|smuggl\w+|deport\w+)\b/i, id);
  });
});
