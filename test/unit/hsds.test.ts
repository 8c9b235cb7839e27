/** A small directory with one of each kind of record, and the whole HSDS document that is made from it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Directory, loadDirectory, type Service, toHsds } from 'havn-widgets/directory';
import { v5 } from 'uuid';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';

const id = (place: string) => v5(place, 'f393a5df-d7a1-5527-b45c-eff47c6adc9b');
const x_source = { document: 'norway-assistance', section: 'table' };

const helpline = {
  id: 'line',
  organization_id: 'centre',
  name: 'Line',
  description: 'Someone to talk to.',
  status: 'active',
  x_audience: ['person'],
  x_needs: [],
  x_source,
} as Service;
const everything = {
  ...helpline,
  id: 'house',
  name: 'House',
  url: 'https://house.example/a?b=c',
  email: 'post@house.example',
  phones: [{ number: rosa.dialled, description: 'By day' }, { number: '112' }],
  schedules: [
    {
      freq: 'WEEKLY',
      byday: 'MO',
      opens_at: '08:00',
      closes_at: '16:00',
      valid_from: '2026-01-01',
      valid_to: '2026-12-31',
    },
    { x_always_open: true },
    { x_by_appointment: true },
  ],
  eligibility_description: 'Women.',
  application_process: 'Call.',
  alert: 'No cases.',
  assured_date: '2026-06-01',
  x_audience: ['helper', 'professional'],
  x_needs: ['shelter'],
  x_groups: ['women'],
  x_areas: ['oslo', 'elsewhere'],
  x_contact_through: 'line',
} as Service;
const directory: Directory = {
  services: [helpline, everything],
  organizations: [
    { id: 'centre', name: 'Centre', description: 'Helps.', parent_organization_id: 'union', x_source },
    { id: 'union', name: 'Union', description: 'Of centres.', x_source },
  ],
  needs: [
    { id: 'shelter', name: 'Somewhere to sleep', x_keywords: 'bed' },
    { id: 'money', name: 'Money' },
  ],
  groups: [{ id: 'women', name: 'Women' }],
  areas: [{ id: 'oslo', name: 'Oslo area' }],
};
const published = (change: Partial<Service>) =>
  sure(toHsds({ ...directory, services: [{ ...helpline, ...change }] }).services[0]);

const centre = {
  id: id('organization/centre'),
  name: 'Centre',
  description: 'Helps.',
  parent_organization_id: id('organization/union'),
};
const term = (kind: string, code: string, name: string = code) => ({
  id: id(`taxonomy_term/${kind}/${code}`),
  code,
  name,
  description: name,
  taxonomy: kind,
  taxonomy_id: id(`taxonomy/${kind}`),
});
const attribute = (service: string, named: ReturnType<typeof term>) => ({
  id: id(`service/${service}/${named.taxonomy}/${named.code}`),
  link_id: id(`service/${service}`),
  link_entity: 'service',
  taxonomy_term_id: named.id,
  taxonomy_term: named,
});

describe('HSDS', () => {
  const hsds = toHsds(directory);

  test('of a service with one of everything', () => {
    const house = id('service/house');
    const notes = 'Local time in Europe/Oslo';
    assert.deepEqual(hsds.services[1], {
      id: house,
      organization_id: centre.id,
      name: 'House',
      status: 'active',
      description: 'Someone to talk to.',
      url: 'https://house.example/a?b=c',
      email: 'post@house.example',
      application_process: 'Call. Contact: Line.',
      eligibility_description: 'Women.',
      alert: 'No cases.',
      assured_date: '2026-06-01',
      organization: centre,
      phones: [
        {
          id: id('service/house/phone/0'),
          service_id: house,
          number: rosa.dialled,
          type: 'voice',
          description: 'By day',
        },
        { id: id('service/house/phone/1'), service_id: house, number: '112', type: 'voice' },
      ],
      schedules: [
        {
          id: id('service/house/schedule/0'),
          service_id: house,
          freq: 'WEEKLY',
          byday: 'MO',
          opens_at: '08:00',
          closes_at: '16:00',
          notes,
          valid_from: '2026-01-01',
          valid_to: '2026-12-31',
        },
        {
          id: id('service/house/schedule/1'),
          service_id: house,
          freq: 'WEEKLY',
          byday: 'MO,TU,WE,TH,FR,SA,SU',
          opens_at: '00:00',
          closes_at: '23:59',
          notes,
        },
        { id: id('service/house/schedule/2'), service_id: house, description: 'By appointment' },
      ],
      service_areas: [
        { id: id('service/house/service_area/oslo'), service_id: house, name: 'Oslo area' },
        { id: id('service/house/service_area/elsewhere'), service_id: house, name: 'elsewhere' },
      ],
      attributes: [
        attribute('house', term('audiences', 'helper')),
        attribute('house', term('audiences', 'professional')),
        attribute('house', term('needs', 'shelter', 'Somewhere to sleep')),
        attribute('house', term('groups', 'women', 'Women')),
      ],
    });
  });

  test('of a safe house: no number, address or place, whatever its record claims', () => {
    const house = published({ ...everything, x_safe_house: true });
    for (const key of ['phones', 'email', 'url', 'service_areas']) assert.ok(!(key in house), key);
    assert.doesNotMatch(JSON.stringify(house), /house\.example|Oslo area|\+47/);
  });

  test('has no number that is not dialled, and the others keep their ids', () => {
    const ids = (phones: { number: string }[]) =>
      (published({ phones }).phones as { id: string; number: string }[] | undefined)?.map(({ id }) => id);
    const [, , third] = ids([{ number: '02800' }, { number: '112' }, { number: '+4790000000' }]) ?? [];
    assert.deepEqual(
      ids([{ number: '*21*+4740000000#' }, { number: '829 00 000' }, { number: '+4790000000' }]),
      [third],
    );
    assert.equal(ids([{ number: '829 00 000' }]), undefined);
  });

  test('of a service with nothing but a name: no field is empty', () => {
    assert.deepEqual(hsds.services[0], {
      id: id('service/line'),
      organization_id: centre.id,
      name: 'Line',
      status: 'active',
      description: 'Someone to talk to.',
      organization: centre,
      attributes: [attribute('line', term('audiences', 'person'))],
    });
    for (const field of ['phones', 'schedules', 'application_process', 'service_areas'])
      assert.ok(!(field in published({ phones: [], schedules: [], x_areas: [] })), field);
    assert.ok(!('organization' in published({ organization_id: 'nobody' })));
    assert.equal(published({ x_contact_through: 'nobody' }).application_process, undefined);
  });

  test('of the organisations, the taxonomies and their terms', () => {
    assert.deepEqual(hsds.organizations, [
      centre,
      { id: id('organization/union'), name: 'Union', description: 'Of centres.' },
    ]);
    assert.deepEqual(hsds.taxonomies, [
      { id: id('taxonomy/audiences'), name: 'audiences', description: 'Who may be shown a service' },
      { id: id('taxonomy/needs'), name: 'needs', description: 'What a service helps with' },
      { id: id('taxonomy/groups'), name: 'groups', description: 'Whom a service is limited to' },
    ]);
    assert.deepEqual(hsds.taxonomy_terms, [
      term('audiences', 'person'),
      term('audiences', 'helper'),
      term('audiences', 'professional'),
      term('needs', 'shelter', 'Somewhere to sleep'),
      term('needs', 'money', 'Money'),
      term('groups', 'women', 'Women'),
    ]);
  });

  test('has the addresses that every reader of HSDS takes', () => {
    for (const url of [
      'http://a.no',
      'HTTPS://A.NO/',
      'https://a-b.no:8080',
      'https://a.no?b=c',
      "https://a.no/-._~:/?@!$&'()*+,;=%2f%C3",
    ])
      assert.equal(published({ url }).url, url);
    for (const url of [
      'https://a.no/ø',
      'https://ø.no/',
      'https://a.no/%zz',
      'https://a.no/%2',
      'https://a.no/#b',
      'https://a.no/ ',
      ' https://a.no/',
      'https://a.no:/',
      'https://a.no:80b/',
      'https:///a',
      'httpss://a.no',
      'ftp://a.no/',
      'a.no',
    ])
      assert.ok(!('url' in published({ url })), url);
    for (const email of ['a@b.no', 'abc.def.ghi@j.no', 'A+b-c_d.e@F-g.h.example', 'a@b1.no'])
      assert.equal(published({ email }).email, email);
    for (const email of [
      'a@b',
      'a@b.n',
      'a@-b.no',
      'a@b-.no',
      'a@b..no',
      'a@b!c.no',
      '.a@b.no',
      'a.@b.no',
      'a..b@c.no',
      'a b@c.no',
      'a@b.no ',
      ' a@b.no',
      'a@b.n0',
      '@b.no',
      'ø@b.no',
    ])
      assert.ok(!('email' in published({ email })), email);
  });

  test('has ids for records whose own have half a character', () => {
    assert.equal(published({ id: 'a\ud800' }).id, id('service/a\ufffd'));
  });

  test('of the national directory is what it was: the ids are published', () => {
    const { services, organizations } = toHsds(loadDirectory());
    assert.equal(services[0]?.id, id('service/rosa-helpline'));
    assert.ok(organizations.some(organization => organization.id === id('organization/iom')));
  });
});
