/** A check by a person is recorded with the day and the name, or not at all. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Service } from 'havn-widgets/directory';
import { digestOf } from '../../tools/build/fact-records.js';
import { generateFacts } from '../../tools/build/facts.js';
import { readFacts } from '../../tools/build/read-facts.js';
import { assure } from '../../tools/desk/facts-assure.js';
import { byId, type Changes, type Editable, faultsAfter } from '../changed-facts.js';
import { sure } from '../sure.js';
import { enterCopy, facts, leaveCopy } from './desk.js';

const services = 'data/directory/services.json';
const organizations = 'data/directory/organizations.json';
const sources = 'data/sources.json';
const log = 'data/assurances.json';
const by = 'Kari Nordmann, KOM';
const today = '2099-06-30';

const readText = (file: string) => readFileSync(file, 'utf8');
const { data } = readFacts();
const repository = process.cwd();
const biome = join(repository, 'node_modules/.bin/biome');

/** Makes several assurances one after the other, without writing files. */
function assureAll(...assurances: { id: string; on: string; by?: string }[]) {
  const texts: Record<string, string> = {};
  const read = (file: string) => texts[file] ?? readText(file);
  for (const assurance of assurances)
    Object.assign(
      texts,
      assure({ by, ...assurance }, { data: readFacts(read).data, readText: read, today }).texts,
    );
  return texts;
}

const withoutDays = (text: string) => text.replace(/^.*"assured_date".*\n/gm, '');

describe('facts assure', () => {
  for (const [id, file] of [
    ['rosa-helpline', services],
    ['kom-guidance', services],
    ['rosa', organizations],
    ['norway-assistance', sources],
  ] as const)
    test(`puts the day on ${id}, and leaves every other line as it is`, () => {
      const texts = assureAll({ id, on: '2099-01-31' });
      assert.deepEqual(Object.keys(texts), [file, log]);
      const text = sure(texts[file]);
      assert.equal(withoutDays(text), withoutDays(readText(file)));
      assert.match(text, /^ {4}"assured_date": "2099-01-31",$/m);
      assert.equal(byId(JSON.parse(text), id).assured_date, '2099-01-31');
      assert.deepEqual(JSON.parse(sure(texts[log])).at(-1), {
        id,
        by,
        on: '2099-01-31',
        of: digestOf(byId(JSON.parse(readText(file)), id)),
      });
    });

  test('leaves the files as the formatter has them, also the second time', () => {
    const texts = assureAll(
      { id: 'rosa', on: '2099-01-31' },
      { id: 'norway-assistance', on: '2099-01-31' },
      { id: 'nadheim', on: '2099-01-31' },
      { id: 'nadheim', on: '2099-05-31' },
    );
    for (const [file, text] of Object.entries(texts)) {
      const formatted = execFileSync(biome, ['format', `--stdin-file-path=${file}`], {
        input: text,
        encoding: 'utf8',
      });
      assert.equal(text, formatted, file);
    }
    assert.equal(byId(JSON.parse(sure(texts[services])), 'nadheim').assured_date, '2099-05-31');
    assert.equal(JSON.parse(sure(texts[log])).length, data[log].length + 4);
  });

  for (const [what, id, on, message] of [
    ['an id that is none', 'nobody', '2099-01-31', /"nobody" is no service/],
    ['the id of another kind of record', 'reflection-period', '2099-01-31', /no organisation and no source/],
    ['a day that has not come', 'nadheim', '2099-07-01', /has not come yet/],
    ['a day before it was captured', 'nadheim', '2026-11-24', /taken from its source on 2026-11-25/],
    ['the same for a source', 'norway-assistance', '2026-11-24', /taken from its source on 2026-11-25/],
  ] as [string, string, string, RegExp][])
    test(`refuses ${what}`, () => {
      assert.throws(() => assureAll({ id, on }), message);
    });

  test('takes today', () => {
    assureAll({ id: 'nadheim', on: today });
  });

  test('refuses the same day again, whoever asks, and a day before the last', () => {
    const first = { id: 'nadheim', on: '2099-01-31' };
    assert.throws(() => assureAll(first, { ...first, by: 'Ola' }), /assured on 2099-01-31 already/);
    assert.throws(() => assureAll(first, { id: 'nadheim', on: '2099-01-30' }), /assured later than that/);
  });

  test('refuses a name that is not plain text', () => {
    for (const name of ['<b>Kari</b>', 'Kari\u202e', 'K'.repeat(401)])
      assert.throws(
        () => assureAll({ id: 'nadheim', on: '2099-01-31', by: name }),
        /assurances\.json#\/\d+\/by/,
      );
  });
});

describe('the facts are refused', () => {
  const saidAfter = (changes: Changes) =>
    faultsAfter(changes).map(({ file, pointer, message }) => `${file}#${pointer}: ${message}`);
  const entry = {
    id: 'rosa-helpline',
    by,
    on: '2099-01-31',
    of: digestOf(byId(data[services], 'rosa-helpline')),
  };

  test('with a day of checking that nobody stands for', () => {
    const [fault = ''] = saidAfter({ [services]: records => (sure(records[0]).assured_date = '2099-01-31') });
    assert.match(fault, /services\.json#\/0\/assured_date: is not the last day in data\/assurances\.json/);
  });

  test('with a record that has changed since it was checked, but for what no reader sees', () => {
    const faultsOf = (change: (record: Editable<Service>) => void) =>
      saidAfter({
        [services]: records => {
          const record = byId(records, 'rosa-helpline');
          record.assured_date = entry.on;
          change(record);
        },
        [log]: entries => entries.push(entry),
      });
    assert.deepEqual(
      faultsOf(record => {
        record.x_source.note = 'Asked twice.';
      }),
      [],
    );
    assert.match(
      faultsOf(record => {
        sure(record.phones[0]).number = '+4722331161';
      }).join('\n'),
      /rosa-helpline has changed since Kari Nordmann, KOM checked it on 2099-01-31\. Ask again/,
    );
  });

  test('with another day than the last in the log, or none', () => {
    for (const day of [undefined, '2099-01-30']) {
      const [fault = ''] = saidAfter({
        [services]: records => Object.assign(sure(records[0]), { assured_date: day }),
        [log]: entries => entries.push(entry),
      });
      assert.match(fault, /is not the last day/);
    }
  });

  test('with a log that names no record, a day before it was captured, or a day twice', () => {
    const faultsOf = (...entries: (typeof entry)[]) =>
      saidAfter({ [log]: all => all.push(...entries) }).join('\n');
    assert.match(faultsOf({ ...entry, id: 'nobody' }), /"nobody" is no service, organisation or source/);
    assert.match(
      faultsOf({ ...entry, on: '2026-01-31' }),
      /is before 2026-11-25, when rosa-helpline was captured/,
    );
    assert.match(faultsOf(entry, { ...entry, by: 'Ola' }), /rosa-helpline is there already on 2099-01-31/);
  });

  test('with an id that stands for two records of different kinds', () => {
    assert.match(
      saidAfter({ [organizations]: records => (sure(records.at(-1)).id = 'nadheim') }).join('\n'),
      /"nadheim" is taken in data\/directory\/services\.json|organization_id/,
    );
    assert.match(
      saidAfter({ [organizations]: records => records.push({ ...sure(records[0]), id: 'nadheim' }) }).join(
        '\n',
      ),
      /organizations\.json#\/\d+\/id: "nadheim" is taken in data\/directory\/services\.json/,
    );
  });
});

describe('in a copy', () => {
  let folder: string;
  before(() => {
    folder = enterCopy();
  });
  after(() => leaveCopy(folder));

  const filesIn = (place: string) =>
    readdirSync(place, { recursive: true })
      .map(name => join(place, String(name)))
      .filter(file => statSync(file).isFile());
  const textsIn = (place: string) => filesIn(place).map(readText).join('\n');

  test('a build says of nothing that it has been checked, and leaves the data as they are', () => {
    const before = textsIn('data');
    generateFacts();
    assert.equal(textsIn('data'), before);
    assert.doesNotMatch(textsIn('src'), /"assured_date": "/);
  });

  test('the command writes the files, and says that names are not shipped', async () => {
    const { code, out } = await facts('assure', 'nadheim', '--by', by, '--on', '2026-11-25');
    assert.equal(code, 0);
    assert.match(out, /^Nadheim: checked on 2026-11-25\. .*never shipped/);
    assert.deepEqual(readFacts().faults, []);
    assert.equal((await facts('assure', 'nadheim', '--by', by, '--on', '2026-11-25')).code, 2);
  });

  test('a record that has changed is checked again, and is right then', async () => {
    const file = 'data/directory/services.json';
    const text = readText(file);
    const records = JSON.parse(text);
    byId(records, 'nadheim').description += ' More.';
    writeFileSync(file, `${JSON.stringify(records, null, 2)}\n`);
    assert.match(sure(readFacts().faults[0]).message, /nadheim has changed since/);
    const { code } = await facts('assure', 'nadheim', '--by', by, '--on', '2026-11-26');
    assert.equal(code, 0);
    assert.deepEqual(readFacts().faults, []);
    const [one, other] = JSON.parse(readText(log)).slice(-2);
    assert.notEqual(one.of, other.of);
    writeFileSync(file, readText(file).replace(' More.', ''));
    assert.equal(readFacts().faults.length, 1);
    writeFileSync(file, text);
    writeFileSync(log, `${JSON.stringify([one], null, 2)}\n`);
    assert.deepEqual(readFacts().faults, []);
  });

  test('what is shipped has the day of a service, no day of an organisation, and no name', async () => {
    await facts('assure', 'rosa', '--by', by, '--on', '2026-11-25');
    generateFacts();
    const shipped = textsIn('src');
    assert.match(shipped, /const details\b(?:(?!export )[\s\S])*"assured_date": "2026-11-25"/);
    assert.equal(shipped.match(/"assured_date": "/g)?.length, 1);
    assert.doesNotMatch(shipped, /Kari/);
  });

  test('the directory has the days of the data, and no others', async () => {
    // What is generated is here already: the code that reads it comes beside it.
    cpSync(join(repository, 'src/directory'), 'src/directory', { recursive: true, force: false });
    const { loadDirectory } = await import(join(folder, 'src/directory/directory.ts'));
    const dated = (loadDirectory().services as Service[]).filter(({ assured_date }) => assured_date);
    assert.deepEqual(
      dated.map(({ id, assured_date }) => [id, assured_date]),
      [['nadheim', '2026-11-25']],
    );
  });

  test('the command refuses what is not complete, and writes nothing', async () => {
    const before = textsIn('data');
    for (const words of [
      [],
      ['udi-permits'],
      ['udi-permits', '--by', by],
      ['udi-permits', '--on', '2026-11-25'],
      ['udi-permits', '--by', ' ', '--on', '2026-11-25'],
      ['udi-permits', '--by', by, '--on', '25.11.2026'],
      ['udi-permits', '--by', by, '--on', '2999-01-01'],
      ['udi-permits', 'iom-varp', '--by', by, '--on', '2026-11-25'],
    ])
      assert.equal((await facts('assure', ...words)).code, 2, words.join(' '));
    assert.equal(textsIn('data'), before);
  });
});
