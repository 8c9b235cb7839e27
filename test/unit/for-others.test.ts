/** The functions of the package, called by somebody who has read only their names. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  indexDirectory,
  loadDirectory,
  mergeOverlay,
  openState,
  readOverlay,
  search,
  toHsds,
} from 'havn-widgets/directory';
import { negotiate } from 'havn-widgets/locale';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';
import { untyped } from '../untyped.js';

const directory = loadDirectory();
const { services, organizations } = directory;
const idsIn = ({ services }: { services: readonly { id: string }[] }) => services.map(({ id }) => id);
const anything = [null, 42, ['rosa'], {}, Symbol.iterator];

describe('search', () => {
  const all = search(directory, {});

  test('without a query, and with what is no text, answers all there is for a person', () => {
    assert.ok(all.total > 20);
    assert.deepEqual(search(directory), all);
    assert.deepEqual(search(directory, null), all);
    for (const text of anything) assert.deepEqual(untyped(search)(directory, { text }), all);
  });

  test('of an audience that is none says nothing of the next one', () => {
    const many = { ...directory, services: Array.from({ length: 30 }, () => services).flat() };
    assert.equal(untyped(search)(many, { audience: '' }).total, 0);
    assert.equal(search(many, {}).total, 30 * all.total);
  });

  test('takes a limit that is a number of services, and no other', () => {
    for (const limit of [-1, Number.NaN, null, '5', {}])
      assert.equal(untyped(search)(directory, { limit }).services.length, all.total);
    assert.deepEqual(idsIn(search(directory, { limit: 2 })), idsIn(all).slice(0, 2));
    assert.deepEqual(search(directory, { limit: 0 }), { total: all.total, services: [] });
  });

  test('finds a number in every way it is written', () => {
    for (const text of [rosa.digits, rosa.shown, rosa.dialled, `+47 ${rosa.shown}`])
      assert.equal(idsIn(search(directory, { text }))[0], 'rosa-helpline', text);
    assert.deepEqual(idsIn(search(directory, { text: rosa.dialled })), ['rosa-helpline']);
  });

  test('takes services without the lists of the country, and those that say nothing of needs', () => {
    // Without the lexicon, services are found by the words of their records.
    assert.equal(idsIn(search({ services, organizations }, { text: 'rosa' }))[0], 'rosa-helpline');
    assert.deepEqual(
      idsIn(search({ services }, { need: 'shelter' })),
      idsIn(search(directory, { need: 'shelter' })),
    );
    const [one] = services;
    const bare = [
      { ...one, id: 'a', x_needs: undefined },
      // A record is shown only to the audiences that it names.
      { ...one, id: 'b', x_audience: undefined },
      null,
    ];
    assert.deepEqual(idsIn(untyped(search)({ services: bare }, {})), ['a']);
  });

  test('answers in ten thousand services what the index does, and at once from the second time on', async () => {
    let read = 0;
    const counted = {
      ...sure(services[0]),
      id: 'counted',
      get description() {
        read++;
        return 'Counts how often it is read.';
      },
    };
    const many = Array.from({ length: 9_999 }, (_, number) => ({
      ...sure(services[number % services.length]),
      id: `made-${number}`,
    }));
    const large = { ...directory, services: [...many, counted] };
    const index = await indexDirectory(large);
    search(large, {});
    // What is searched is the index: an index made anew would read every text again.
    const before = read;
    assert.ok(before > 0);
    for (const text of ['', 'l', 'legal help', 'cuort', 'asyl', `rosa ${rosa.digits}`])
      assert.deepEqual(search(large, { text, limit: 50 }), index.search({ text, limit: 50 }), text);
    assert.equal(read, before);
  });
});

test('a large directory is indexed in slices, and needs no timer for them: browsers hold timers back', async context => {
  const [helpline] = services;
  assert.ok(helpline);
  const many = Array.from({ length: 5000 }, (_, number) => ({
    ...helpline,
    id: `own-${number}`,
    description: `Service of the page ${number}, with words of its own: ${number}a ${number}b ${number}c`,
  }));
  const setTimeout = context.mock.method(globalThis, 'setTimeout', setImmediate);
  let turns = 0;
  let isReady = false;
  const otherWork = () => {
    turns++;
    if (!isReady) setImmediate(otherWork);
  };
  otherWork();
  const index = await indexDirectory({ ...directory, services: many });
  isReady = true;
  assert.equal(index.search().total, 5000);
  assert.equal(setTimeout.mock.callCount(), 0);
  assert.ok(turns > 3, `${turns}`);
});

test('a directory without lists is exported and indexed, and a host adds to it', async () => {
  const index = await indexDirectory({ services });
  assert.deepEqual(idsIn(index.search()), idsIn(search(directory)));
  const nothing = {
    services: [],
    organizations: [],
    hidden: ['nadheim'],
    refused: 0,
    language: 'nb',
    errors: [],
  };
  assert.equal(mergeOverlay({ services }, nothing, 'nb').services.length, services.length - 1);
  assert.ok(untyped(search)({ services, organizations: null }, { text: 'rosa' }).total);
  assert.equal(toHsds({ services, organizations }).services.length, services.length);
  assert.deepEqual(readOverlay('{"services":[]}', { services, organizations }).errors, []);
  assert.deepEqual(readOverlay('{"services":[]}').errors, []);
});

test('the directory is in English where no function translates', () => {
  assert.equal(untyped(loadDirectory)('nb'), directory);
});

test('an instant is a date, its text, or its milliseconds', () => {
  const always = [{ x_always_open: true }];
  const noon = '2026-06-01T10:00:00Z';
  for (const instant of [noon, new Date(noon), Date.parse(noon)])
    assert.equal(openState(always, instant), 'open');
  for (const instant of [null, undefined, '', 'noon', {}, []])
    assert.equal(untyped(openState)(always, instant), 'unknown');
});

test('a language is chosen among any list, and where there is none it is English', () => {
  for (const available of [['nb', 'en'], new Set(['nb', 'en'])])
    assert.equal(negotiate('nb-NO', available), 'nb');
  for (const available of [undefined, null, 1, {}, 'nb'])
    assert.equal(untyped(negotiate)('nb', available), 'en');
});
