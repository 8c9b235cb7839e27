/** What a page sets as the directory of a finder: what of it can be searched, and what is shown. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openState } from 'havn-widgets/directory';
import { cleanOrganization, cleanService, isService } from '../../dist/npm/directory/page-records.js';
import { readLarge } from '../../dist/npm/directory/source.js';

const record = {
  id: 'quay',
  organization_id: 'harbour',
  name: 'The quay',
  description: 'A roof for the night.',
  status: 'active',
  x_audience: ['person'],
  x_needs: ['shelter'],
  x_source: { document: 'harbour.example', section: 'Services' },
};
const directory = {
  services: [],
  organizations: [],
  needs: [{ id: 'shelter', name: 'A safe place' }],
  groups: [],
  areas: [],
};
/** @param {unknown} fields @returns {any} */
const service = fields => Object.assign({}, record, fields);
/** @param {object} fields */
const shown = fields => cleanService(service(fields));

describe('a record', () => {
  test('that has the shape of a service can be searched', () => {
    assert.ok(isService(record));
    assert.ok(isService(service({ phones: [{ number: '112' }], x_areas: ['oslo'], email: 'a@b.example' })));
  });

  for (const [what, fields] of /** @type {const} */ ([
    ['a name that is no text', { name: 7 }],
    ['no name', { name: undefined }],
    ['an id that is no text', { id: {} }],
    ['a description that is no text', { description: ['a'] }],
    ['an address that is no text', { url: {} }],
    ['no audience', { x_audience: undefined }],
    ['an audience that is a text', { x_audience: 'person' }],
    ['needs that are no texts', { x_needs: [{}] }],
    ['areas that are no list', { x_areas: 'oslo' }],
    ['a phone without number', { phones: [{}] }],
    ['places without name', { service_areas: [null] }],
  ]))
    test(`with ${what} is left out, and the others are there`, async () => {
      const large = await readLarge({ ...directory, services: [service(fields), service({ id: 'other' })] });
      assert.equal(large.refused, 1);
      assert.deepEqual(
        large.search({}).services.map(({ id }) => id),
        ['other'],
      );
    });

  for (const value of [null, undefined, 7, 'text', [], Symbol('s')])
    test(`that is ${String(value)} is none`, () => assert.ok(!isService(value)));

  test('with the id of an earlier one is left out', async () => {
    const large = await readLarge({ ...directory, services: [record, service({ name: 'Another' })] });
    assert.equal(large.refused, 1);
    assert.equal(large.byId.get('quay')?.name, 'The quay');
  });
});

describe('what is shown of a record', () => {
  test('says that it is the page’s own', () => {
    assert.equal(shown({}).x_local, true);
    assert.equal(shown({ x_local: false }).x_local, true);
    assert.equal(cleanOrganization({ ...record, x_kind: undefined }).x_local, true);
  });

  test('makes no claim to be the helpline, an emergency number, or open day and night', () => {
    const { x_helpline, x_emergency, schedules } = shown({
      x_helpline: true,
      x_emergency: true,
      schedules: [{ x_always_open: true }],
    });
    assert.deepEqual([x_helpline, x_emergency], [undefined, undefined]);
    assert.equal(openState(schedules, new Date('2026-11-25T12:00Z')), 'unknown');
  });

  test('has plain texts: no characters that nobody sees', () => {
    const { name, description } = shown({ name: 'The\u202e quay', description: 'A\u200broof\nabove' });
    assert.deepEqual([name, description], ['The quay', 'Aroof above']);
  });

  test('is no link because of what was taken out of it', () => {
    const { url, email, phones } = shown({
      url: 'https://host.example/\u200b',
      email: 'a\u202e@host.example',
      phones: [{ number: '2233\u200b1160' }, { number: '+4722331160' }],
    });
    assert.ok([url, email, phones?.[0]?.number].every(text => text?.endsWith('\ufffd')));
    assert.equal(phones?.[1]?.number, '+4722331160');
  });

  test('has no contact where it is a safe house', () => {
    const { url, email, phones, service_areas } = shown({
      x_safe_house: true,
      url: 'https://host.example/',
      email: 'a@host.example',
      phones: [{ number: '+4733000001' }],
      service_areas: [{ name: 'Eksempelvik' }],
    });
    assert.deepEqual([url, email, phones, service_areas], [undefined, undefined, [], []]);
  });

  test('has hours that can be told, and none that are guessed', () => {
    const hours = { freq: 'WEEKLY', byday: 'MO,TU', opens_at: '08:00', closes_at: '16:00' };
    const faulty = [
      null,
      'MO',
      { ...hours, byday: 'XX' },
      { ...hours, byday: '' },
      { ...hours, opens_at: 8 },
    ];
    assert.deepEqual(shown({ schedules: [hours, ...faulty, { x_by_appointment: true }] }).schedules, [
      hours,
      { x_by_appointment: true },
    ]);
    assert.deepEqual(shown({ schedules: 'always' }).schedules, []);
  });

  test('has no field that is not known, and no day that is none', () => {
    const record = shown({ onclick: 'alert(1)', assured_date: '2026-99-99', x_updated: '2026-11-20' });
    assert.ok(!('onclick' in record) && !('assured_date' in record));
    assert.equal(record.x_updated, '2026-11-20');
  });

  test('has a kind of organisation that there is, or none', () => {
    const organization = { id: 'harbour', name: 'Harbour', description: '', x_source: record.x_source };
    assert.equal(cleanOrganization({ ...organization, x_kind: 'ngo' }).x_kind, 'ngo');
    // @ts-expect-error: a page may say anything.
    assert.equal(cleanOrganization({ ...organization, x_kind: 'royal' }).x_kind, undefined);
  });
});

test('while an index is built the page goes on', async () => {
  const services = Array.from({ length: 10_000 }, (_, number) =>
    service({
      id: `quay-${number}`,
      description: `Berth ${number} of the quay, with water and power`.repeat(5),
    }),
  );
  let turns = 0;
  const turn = () => {
    turns++;
    timer = setTimeout(turn);
  };
  let timer = setTimeout(turn);
  const { search } = await readLarge({ ...directory, services });
  clearTimeout(timer);
  assert.ok(turns > 1, `${turns}`);
  assert.equal(search({ text: 'berth', limit: 50 }).total, 10_000);
});
