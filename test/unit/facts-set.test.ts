/** `facts set` changes a number or an address in its one place, and lists the texts that still have the old one. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { readFacts } from '../../tools/build/read-facts.js';
import { replaced, run, set } from '../../tools/desk/facts-set.js';
import { byId, copyOf } from '../changed-facts.js';
import { sure } from '../sure.js';
import { enterCopy, leaveCopy } from './desk.js';

const services = 'data/directory/services.json';
const log = 'data/assurances.json';
const readText = (file: string) => readFileSync(file, 'utf8');
const setHere = (id: string, field: string, value: string) =>
  set({ id, field, value }, { data: readFacts().data, readText });
const rosa = byId(readFacts().data[services], 'rosa-helpline').phones?.[0]?.number ?? '';
const written = rosa.slice(3).replace(/\d\d(?=\d)/g, '$& ');
const own = { before: '+4723105320', after: '+4755123456' };

describe('facts set', () => {
  let folder: string;
  beforeEach(() => {
    folder = enterCopy();
  });
  afterEach(() => leaveCopy(folder));

  test('changes one line, in the form that the file has', () => {
    const { texts } = setHere('rosa-helpline', 'phone', '+47 55 12 34 56');
    assert.deepEqual(Object.keys(texts), [services]);
    const before = readText(services).split('\n');
    const after = sure(texts[services]).split('\n');
    assert.equal(after.length, before.length);
    assert.deepEqual(
      after.filter((line, at) => line !== before[at]).map(line => line.trim()),
      ['"number": "+4755123456"'],
    );
  });

  test('changes an address', () => {
    const { texts, before } = setHere('rosa-helpline', 'email', 'post@example.org');
    assert.match(before, /@/);
    assert.equal(byId(JSON.parse(sure(texts[services])), 'rosa-helpline').email, 'post@example.org');
  });

  for (const [what, words] of [
    ['a record that does not exist', ['unicorns', 'phone', '+4755123456']],
    ['a field that it does not have', ['marita-safe-house', 'phone', '+4755123456']],
    ['a field that nobody may set', ['rosa-helpline', 'constructor', 'x']],
    ['a number that is none', ['rosa-helpline', 'phone', '123']],
    ['a number that costs', ['rosa-helpline', 'phone', '+4782012345']],
    ['an address that is none', ['rosa-helpline', 'email', 'rosa']],
    [
      'an address that would be code in a test',
      ['rosa-helpline', 'url', "http://a.example/'+process.exit()+'"],
    ],
    ['what it is already', ['rosa-helpline', 'phone', rosa]],
  ] as [string, [string, string, string]][])
    test(`refuses ${what}`, () => assert.throws(() => setHere(...words), { name: 'Error', message: /./ }));

  test('names the services that have the number where their organisation has none', () =>
    assert.throws(() => setHere('kom', 'phone', '+4755123456'), /kom-coordination/));

  test('what was checked by a person is so no more', () => {
    const data = copyOf(readFacts().data);
    byId(data[services], 'rosa-helpline').assured_date = '2026-11-26';
    writeFileSync(services, `${JSON.stringify(data[services], null, 2)}\n`);
    writeFileSync(
      log,
      JSON.stringify([{ id: 'rosa-helpline', by: 'Kari Nordmann', on: '2026-11-26', of: '0'.repeat(64) }]),
    );
    const changed = set(
      { id: 'rosa-helpline', field: 'phone', value: '+4755123456' },
      { data: readFacts().data, readText },
    );
    assert.equal(changed.wasChecked, true);
    assert.doesNotMatch(sure(changed.texts[services]), /assured_date/);
    assert.deepEqual(JSON.parse(sure(changed.texts[log])), []);
  });

  test('changes what repeats it by hand, says where, and then does what follows', t => {
    writeFileSync('README.md', `Ring ${written}.\nRing ${written}1.\n`);
    execFileSync('git', ['init', '-q']);
    execFileSync('git', ['add', 'README.md']);
    const said: string[] = [];
    t.mock.method(console, 'log', (text: string) => said.push(text));
    const follow = t.mock.fn(() => assert.match(readText(services), /\+4755123456/));
    run(['rosa-helpline', 'phone', '+4755123456'], follow);
    assert.equal(readText('README.md'), `Ring 55 12 34 56.\nRing ${written}1.\n`);
    assert.ok(said.join('\n').includes('README.md:1: Ring 55 12 34 56'));
    assert.ok(!said.join('\n').includes('README.md:2'));
    assert.equal(follow.mock.callCount(), 1);
  });
});

describe('a number, in every writing', () => {
  for (const [text, expected] of [
    ['23 10 53 20', '55 12 34 56'],
    ['tel:+4723105320', 'tel:+4755123456'],
    ['0047 231 05 320', '0047 551 23 456'],
    ['23&nbsp;10&nbsp;53&nbsp;20', '55&nbsp;12&nbsp;34&nbsp;56'],
    ['23\\u00a010\\u00a053\\u00a020', '55\\u00a012\\u00a034\\u00a056'],
    ['zip 123105320', 'zip 123105320'],
    ['231053201', '231053201'],
  ] as const)
    test(text, () => assert.equal(replaced(text, own), expected));

  test('but not a short one, whose digits stand everywhere', () =>
    assert.equal(replaced('112, and 1 to 12', { before: '112', after: '113' }), '112, and 1 to 12'));

  test('of another length', () =>
    assert.equal(replaced('23 10 53 20', { ...own, after: '116117' }), '116117'));
});

test('an address, and no longer one that begins with it', () => {
  const change = { before: 'https://example.no/', after: 'https://example.org/' };
  assert.equal(
    replaced('<https://example.no/> https://example.no/more', change),
    '<https://example.org/> https://example.no/more',
  );
});
