/** Which service is first, and which is not found, in a directory that is made for this test. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Query, type Service, search } from 'havn-widgets/directory';
import { isSlipOf } from '../../dist/npm/directory/search/matching.js';
import { rosa } from '../rosa.js';

const service = (id: string, fields: Partial<Service>) =>
  ({
    id,
    organization_id: 'nobody',
    name: id,
    description: '',
    status: 'active',
    x_audience: ['person'],
    x_needs: [],
    x_source: { document: 'norway-assistance', section: 'table' },
    ...fields,
  }) as Service;
const terms = {
  organizations: [
    {
      id: 'centre',
      name: 'Zeppelin',
      description: 'Quixotic',
      x_source: { document: 'norway-assistance', section: 'table' },
    },
  ],
  needs: [{ id: 'shelter', name: 'Lodging', x_keywords: 'bedstead' }],
  groups: [{ id: 'women', name: 'Ladies' }],
  areas: [{ id: 'oslo', name: 'Capital' }],
};
const found = (services: Record<string, Partial<Service>>, query: Query) =>
  search(
    { ...terms, services: Object.entries(services).map(([id, fields]) => service(id, fields)) },
    query,
  ).services.map(({ id }) => id);

describe('the order', () => {
  test('is name before need before text', () => {
    const services = {
      text: { description: 'lodging' },
      need: { x_needs: ['shelter'] },
      name: { name: 'lodging' },
    };
    assert.deepEqual(found(services, { text: 'lodging' }), ['name', 'need', 'text']);
  });

  test('is the whole word before its beginning, before within, before a slip', () => {
    const services = {
      slip: { name: 'harbuor' },
      within: { name: 'theharbour' },
      beginning: { name: 'harbours' },
      whole: { name: 'harbour' },
    };
    assert.deepEqual(found(services, { text: 'harbour' }), ['whole', 'beginning', 'within', 'slip']);
  });

  test('has a number of Norway, without its country code, as a word of its own', () => {
    const services = {
      within: { description: `x${rosa.digits}` },
      whole: { phones: [{ number: rosa.dialled }] },
    };
    assert.deepEqual(found(services, { text: rosa.digits }), ['whole', 'within']);
  });

  test('is that of the directory where nothing tells them apart', () => {
    const services = { one: { name: 'harbour b' }, two: { name: 'harbour a' } };
    assert.deepEqual(found(services, { text: 'harbour' }), ['one', 'two']);
  });

  test('counts every word, by the best place where it is', () => {
    const services = {
      one: { name: 'harbour', description: 'harbour' },
      both: { name: 'harbour', description: 'safe' },
    };
    assert.deepEqual(found(services, { text: 'harbour safe' }), ['both']);
    const texts = {
      less: { name: 'a', description: 'harbour safe' },
      more: { name: 'safe', description: 'harbour' },
    };
    assert.deepEqual(found(texts, { text: 'harbour safe' }), ['more', 'less']);
  });
});

describe('a word', () => {
  test('is looked for in every text of a service, and of who runs it', () => {
    for (const [word, fields] of [
      ['zeppelin', { organization_id: 'centre' }],
      ['quixotic', { organization_id: 'centre' }],
      ['lodging', { x_needs: ['shelter'] }],
      ['bedstead', { x_needs: ['shelter'] }],
      ['ladies', { x_groups: ['women'] }],
      ['capital', { x_areas: ['oslo'] }],
      ['eligible', { eligibility_description: 'eligible' }],
      ['apply', { application_process: 'apply' }],
      ['warning', { alert: 'warning' }],
      [rosa.digits, { phones: [{ number: rosa.dialled }] }],
      ['45678901', { phones: [{ number: '112' }, { number: '+4745678901' }] }],
      ['mailbox', { email: 'mailbox@host.example' }],
      ['website', { url: 'https://website.example' }],
    ] as const)
      assert.deepEqual(found({ other: {}, right: fields }, { text: word }), ['right'], word);
  });

  test('that stands across two texts is in neither', () => {
    assert.deepEqual(found({ a: { description: 'har', alert: 'bour' } }, { text: 'harbour' }), []);
    assert.deepEqual(
      found({ a: { organization_id: 'centre', name: 'house' } }, { text: 'housezeppelin' }),
      [],
    );
    assert.deepEqual(found({ a: {} }, { text: 'undefined' }), []);
    assert.deepEqual(
      found({ a: { x_needs: ['unheard-of'], x_groups: ['x'], x_areas: ['y'] } }, { text: 'y' }),
      [],
    );
  });

  test('of two letters is not looked for within others, one of three is', () => {
    assert.deepEqual(found({ a: { name: 'harbour' } }, { text: 'rb' }), []);
    assert.deepEqual(found({ a: { name: 'harbour' } }, { text: 'rbo' }), ['a']);
    assert.deepEqual(found({ a: { name: 'harbour' } }, { text: 'ha' }), ['a']);
  });

  test('of one letter counts only while it is the last', () => {
    const services = { a: { name: 'i room' }, b: { name: 'room' } };
    assert.deepEqual(found(services, { text: 'i' }), ['a']);
    assert.deepEqual(found(services, { text: 'room i' }), ['a']);
    assert.deepEqual(found(services, { text: 'i room' }), ['a', 'b']);
    assert.deepEqual(found(services, { text: 'i ' }), ['a']);
  });

  test('of three letters may have no slip, one of four may', () => {
    assert.deepEqual(found({ a: { name: 'bed' } }, { text: 'bad' }), []);
    assert.deepEqual(found({ a: { name: 'beds' } }, { text: 'bads' }), ['a']);
  });

  test('of Thai is found in a sentence, one of another script is not', () => {
    assert.deepEqual(found({ a: { name: 'พัก' } }, { text: 'ที่พักคืนนี้' }), ['a']);
    assert.deepEqual(found({ a: { name: 'พก' } }, { text: 'ที่พกคืนนี้' }), []);
    assert.deepEqual(found({ a: { name: 'help' } }, { text: 'pleasehelpme' }), []);
  });

  test('beyond the first 200 characters does not count', () => {
    const services = { a: { name: 'harbour' }, b: { name: 'shore' } };
    assert.deepEqual(found(services, { text: `${'shore '.repeat(33)}  harbour` }), ['b']);
    assert.deepEqual(found(services, { text: `${' '.repeat(193)}harbour` }), ['a']);
    assert.deepEqual(found(services, { text: `${' '.repeat(200)}harbour` }), ['a', 'b']);
  });

  test('that fits nothing does not count; where none has all, those with some are found', () => {
    const services = { a: { name: 'harbour' }, b: { name: 'shore' }, c: { name: 'wood' } };
    assert.deepEqual(found(services, { text: 'harbour qqqq' }), ['a']);
    assert.deepEqual(found(services, { text: 'shore harbour' }), ['a', 'b']);
    assert.deepEqual(found(services, { text: 'qqqq' }), []);
  });
});

test('a directory is read once, however often it is searched', () => {
  let times = 0;
  const directory = {
    ...terms,
    get services() {
      times++;
      return [service('a', {})];
    },
  };
  for (const text of ['a', 'b', '']) search(directory, { text });
  assert.equal(times, 1);
});

describe('what is chosen', () => {
  const services = {
    everyone: { x_needs: ['shelter'] },
    women: { x_needs: ['shelter'], x_groups: ['women'], x_areas: ['oslo'] },
    men: { x_needs: ['money'], x_groups: ['men'], x_areas: ['norway'] },
    north: { x_areas: ['tromso'] },
    closed: { status: 'inactive' },
    professional: { x_audience: ['professional'] },
  } as Record<string, Partial<Service>>;

  test('leaves out who is not meant, and what is not active', () => {
    assert.deepEqual(found(services, {}), ['everyone', 'women', 'men', 'north']);
    assert.deepEqual(found(services, { audience: 'professional' }), ['professional']);
  });

  test('is a need, a group or an area', () => {
    assert.deepEqual(found(services, { need: 'shelter' }), ['everyone', 'women']);
    // Behind whom to call, what is for them alone comes first.
    assert.deepEqual(found(services, { group: 'women' }), ['women', 'everyone', 'north']);
    assert.deepEqual(found(services, { area: 'oslo' }), ['everyone', 'women', 'men']);
    assert.deepEqual(found(services, { area: 'tromso', group: 'men' }), ['men', 'everyone', 'north']);
  });

  test('is counted whole, whatever the limit', () => {
    const all = { ...terms, services: Object.entries(services).map(([id, fields]) => service(id, fields)) };
    const { total, services: first } = search(all, { limit: 2 });
    assert.deepEqual([total, first.map(({ id }) => id)], [4, ['everyone', 'women']]);
  });
});

describe('a slip', () => {
  test('is one letter wrong, missing, too many, or two swapped', () => {
    for (const typed of [
      'harbour',
      'harbxur',
      'harbur',
      'harbxour',
      'habrour',
      'xarbour',
      'arbour',
      'harbou',
    ])
      assert.ok(isSlipOf(typed, 'harbour'), typed);
  });

  test('leaves the ending of a longer word out', () => {
    for (const typed of ['harxour', 'harour', 'harbxour', 'habrour'])
      assert.ok(isSlipOf(typed, 'harbourside'), typed);
  });

  test('is not two of them', () => {
    for (const typed of ['hxrbxur', 'hrbur', 'hxarbxour', 'ahrobur', 'harbourrr', 'xxharbour', 'ruobrah'])
      assert.ok(!isSlipOf(typed, 'harbour'), typed);
  });

  test('is none in a word of two letters, or in one that is shorter by two', () => {
    assert.ok(!isSlipOf('hab', 'ha'));
    assert.ok(isSlipOf('haxb', 'hab'));
    assert.ok(!isSlipOf('harbour', 'harbo'));
    assert.ok(isSlipOf('harbou', 'harbo'));
  });
});
