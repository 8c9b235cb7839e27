/** Changes of the facts that readers notice, in words. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Service } from 'havn-widgets/directory';
import { formatPhone } from 'havn-widgets/safety';
import { asRead } from '../../tools/build/country.js';
import type { Facts } from '../../tools/build/fact-files.js';
import { kinds, recordsOf } from '../../tools/build/fact-records.js';
import { asMarkdown, asText, changesBetween, withSection } from '../../tools/desk/facts-diff.js';
import { readVersion } from '../../tools/desk/facts-versions.js';
import { hoursInWords } from '../../tools/desk/facts-words.js';
import { byId, copyOf, type Editable, type EditableFacts } from '../changed-facts.js';
import { folderFor } from '../folder.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';
import { enterCopy, facts, havnAlone, leaveCopy } from './desk.js';

const now = readVersion('.');
const services = 'data/directory/services.json';
const organizations = 'data/directory/organizations.json';

/** The text of `facts diff` after a change of the data. */
function saidAfter(change: (data: EditableFacts) => unknown) {
  const data = copyOf(now.data);
  change(data);
  return asText(changesBetween(now, { ...now, data }));
}

const saidAfterService = (id: string, change: (service: Editable<Service>) => unknown) =>
  saidAfter(data => change(byId(data[services], id)));

describe('facts diff says', () => {
  test('nothing where nothing has changed', () => {
    assert.equal(
      saidAfter(() => {}),
      '',
    );
  });

  test('a number, before and after, as it is read', () => {
    assert.equal(
      saidAfterService('rosa-helpline', service => (sure(service.phones[0]).number = '+4790579119')),
      `Services\n  ROSA helpline: telephone number changed from ${rosa.shown} to 905 79 119.`,
    );
  });

  test('the time zone of opening hours, the way out and the words of the country', () => {
    assert.match(
      saidAfterService('kom-coordination', service => {
        Object.assign(sure(service.schedules[0]), { x_timezone: 'Europe/London' });
      }),
      /opening hours changed from Monday to Friday 08:00–16:00 to Monday to Friday 08:00–16:00, Europe\/London time\./,
    );
    const country = { ...now.country, exit: 'https://example.org/', 'hours.clock': 'Oslo time' };
    assert.equal(
      asText(changesBetween(now, { ...now, country })),
      'The country\n  exit changed from https://www.yr.no/ to https://example.org/.\n  hours.clock changed from Norwegian time to Oslo time.',
    );
  });

  test('opening hours, changed, added and taken away', () => {
    assert.match(
      saidAfterService('kom-coordination', service => (sure(service.schedules[0]).closes_at = '15:00')),
      /opening hours changed from Monday to Friday 08:00–16:00 to Monday to Friday 08:00–15:00\./,
    );
    assert.match(
      saidAfterService('iom-varp', service =>
        Object.assign(service, { schedules: [{ x_by_appointment: true }] }),
      ),
      /Voluntary return \(VARP\): opening hours added: by appointment\./,
    );
    assert.match(
      saidAfterService('kom-coordination', service => Reflect.deleteProperty(service, 'schedules')),
      /opening hours taken away; was: Monday to Friday 08:00–16:00\./,
    );
  });

  test('a text, before and after on lines of their own, and which languages lag behind', () => {
    const said = saidAfterService('marita-safe-house', service => {
      service.description =
        'A safe house to live in, for as long as it takes, and help to get on with your life.';
    });
    assert.match(
      said,
      /The Marita Foundation’s safe house: description changed\.\n {4}before: A safe house to live in\. The Marita Foundation in Oslo runs it\.\n {4}after: {2}A safe/,
    );
    assert.match(
      said,
      /behind the English text: The Marita Foundation’s safe house \(description\)\. Languages: Arabic,.*Polish/,
    );
  });

  test('what a stranger wrote and no more: it moves no cursor and begins no line', () => {
    const forged = `A.\u001b[31m\u202e\n::error::x ##[error]y ${'long '.repeat(200)}`;
    const data = copyOf(now.data);
    const service = byId(data[services], 'rosa-helpline');
    Object.assign(service, { name: forged, description: forged, email: `a${forged}` });
    sure(data['data/sources.json'][0]).title = forged;
    const sections = changesBetween(now, { ...now, data });
    for (const text of [asText(sections), asMarkdown(sections)]) {
      assert.match(text, /error::x/);
      assert.ok(text.includes('long '.repeat(199)));
      assert.doesNotMatch(text, /(?!\n)\p{Cc}|\p{Cf}|^\s*::|##\w*\[/mu);
    }
  });

  test('who a service is for and who it is shown to', () => {
    const said = saidAfterService('rosa-housing', service => {
      service.x_groups = ['women', 'children'];
      service.x_audience = ['professional'];
      Reflect.deleteProperty(service, 'eligibility_description');
    });
    assert.match(said, /groups it is for changed from Women to Women; Children\./);
    assert.match(
      said,
      /who it is shown to changed from people who may be victims, helpers, professionals to professionals\./,
    );
    assert.match(said, /who it is for taken away; was: For women who are victims/);
  });

  test('a new service, with all that a reader needs of it', () => {
    const said = saidAfter(data =>
      data[services].push(
        Object.assign({}, byId(data[services], 'iom-varp'), {
          id: 'new',
          name: 'New house',
          description: 'A house.',
          phones: [{ number: '+4723456789' }],
          schedules: [{ x_always_open: true }],
        }),
      ),
    );
    assert.match(
      said,
      /New service: New house\. A house\. For asylum seekers.* Telephone number: 23 45 67 89\. .*Opening hours: open day and night\./,
    );
  });

  test('a service that is gone, and one that is inactive, is no longer shown', () => {
    const sentence = 'Services\n  Nadheim is no longer shown.';
    assert.equal(
      saidAfter(data => {
        data[services] = data[services].filter(({ id }) => id !== 'nadheim');
      }),
      sentence,
    );
    assert.equal(
      saidAfterService('nadheim', service => (service.status = 'inactive')),
      sentence,
    );
  });

  test('another source, by the title of its section', () => {
    assert.match(
      saidAfterService('nadheim', service => (service.x_source.section = 'contacts')),
      /Nadheim: source changed\.\n.*NGOs\n.*Type of assistance and contact details$/,
    );
  });

  test('that a person has checked a service or a source; of organisations readers see nothing', () => {
    const said = saidAfter(data => {
      byId(data[services], 'nadheim').assured_date = '2099-01-31';
      byId(data[organizations], 'rosa').assured_date = '2099-01-31';
      sure(data['data/sources.json'][0]).assured_date = '2099-02-01';
    });
    assert.equal(
      said,
      'Services\n  Nadheim: checked by a person on 31 January 2099.\n\nSources\n  Assistance for victims of human trafficking in Norway: checked by a person on 1 February 2099.',
    );
  });

  test('nothing of what is for editors: notes, and who has checked', () => {
    const said = saidAfter(data => {
      byId(data[services], 'nadheim').x_source.note = 'Asked Kari.';
      data['data/assurances.json'].push({ id: 'rosa', by: 'Kari Nordmann', on: '2027-01-31', of: '' });
    });
    assert.equal(said, '');
  });

  test('once that a record has another name, not of all that point to it', () => {
    assert.equal(
      saidAfterService('rosa-helpline', service => (service.name = 'ROSA')).split('\n\n')[0],
      'Services\n  ROSA helpline: name changed from ROSA helpline to ROSA.',
    );
  });

  test('another order', () => {
    assert.match(
      saidAfter(data => data[services].reverse()),
      /The order has changed: KOM \(methods and knowledge\);.*; ROSA helpline\./,
    );
  });

  test('where an answer leads now', () => {
    assert.match(
      saidAfter(data => {
        sure(data['data/guidance/permits.json'].questions[0]?.answers[0]).outcome = 'talk-first';
      }),
      /answers changed\.\n.*Yes: Call the police now;.*\n.*Yes: Talk to somebody first;/,
    );
  });

  test('something, in words, whichever field of whichever record is taken away', () => {
    // The day of a check is reported in another way.
    const isUnseen = (field: string) => ['id', 'status', 'assured_date'].includes(field);
    // Without translations: they are tested below, and are slow.
    const a = { ...now, translations: new Map() };
    // One copy for all: each record comes back as it was.
    const data = copyOf(now.data);
    let count = 0;
    for (const kind of Object.keys(kinds))
      for (const [index, record] of recordsOf(now.data, kind).entries())
        for (const field of Object.keys(record).filter(field => !isUnseen(field))) {
          const changed = { ...record };
          Reflect.deleteProperty(changed, field);
          Object.assign(recordsOf(data, kind), { [index]: changed });
          const said = asText(changesBetween(a, { ...a, data }));
          Object.assign(recordsOf(data, kind), { [index]: record });
          assert.match(said, / taken away; was: ./, `${kind} ${record.id} ${field}`);
          assert.doesNotMatch(said, /\bx_|_description|\[["\]{o]|undefined/, `${kind} ${record.id} ${field}`);
          count++;
        }
    assert.ok(count > 500);
  });
});

describe('facts diff says of translations', () => {
  const unit = (target: string) =>
    `<xliff><trans-unit id="service.nadheim.name"><source>Nadheim</source><target>${target}</target></trans-unit></xliff>`;
  const nadheim = byId(now.data[services] ?? [], 'nadheim');
  const data = {
    // One service with one text, so that the whole output is about this text.
    [services]: [
      { id: 'nadheim', name: 'Nadheim', x_source: nadheim.x_source },
    ] as Partial<Service>[] as Service[],
  };
  const version = (languages: Record<string, string>, review?: Facts['data/locales/review.json']) => ({
    name: 'any',
    data: { ...data, ...(review && { 'data/locales/review.json': review }) },
    translations: new Map(Object.entries(languages)),
  });

  test('which are reworded, added and gone, and which a person has reviewed, without the name', () => {
    const said = asText(
      changesBetween(
        version({ pl: unit('a'), ro: unit('a') }),
        version(
          { pl: unit('b'), de: unit('a') },
          { pl: { draft: 'machine', reviewed_by: 'Kari', reviewed_on: '2027-01-31' } },
        ),
      ),
    );
    assert.equal(
      said,
      'Translations\n  New languages: German.\n  Languages no longer offered: Romanian.\n  Polish: 1 text reworded.\n  Polish: reviewed by a person on 31 January 2027.',
    );
  });

  test('which are missing, stale or marked for a new look', () => {
    const marked = unit('a').replace('<target', '<target state="needs-review-translation"');
    const older = unit('a').replace('<source>Nadheim', '<source>Nad');
    const languages = { pl: '<xliff/>', ro: marked, lt: older, nb: unit('a') };
    assert.equal(
      asText(changesBetween(version(languages), version(languages))),
      'Translations\n  Translations behind the English text: Nadheim (name). Languages: Polish, Romanian, Lithuanian.',
    );
  });
});

describe('CHANGELOG-facts.md', () => {
  const section = (day: string, from: string, text: string) =>
    `## ${day}\n\nFrom ${from} to this.\n\n### Services\n\n- ${text}`;

  test('has the newest section on top, under its title', () => {
    const one = withSection('', section('2027-01-01', 'a', 'one'));
    const two = withSection(one, section('2027-01-02', 'b', 'two'));
    assert.match(
      two,
      /^# Changes of the facts\n[\s\S]*## 2027-01-02[\s\S]*- two\n\n## 2027-01-01[\s\S]*- one\n$/,
    );
  });

  test('has the section of a day that begins with the same version once, and another of that day beside it', () => {
    const one = withSection('', section('2027-01-01', 'a', 'one'));
    const again = withSection(one, section('2027-01-01', 'a', 'corrected'));
    assert.equal(again.match(/^## /gm)?.length, 1);
    assert.match(again, /- corrected\n$/);
    assert.equal(withSection(again, section('2027-01-01', 'b', 'later')).match(/^## /gm)?.length, 2);
  });

  test('of this repository names nobody who has checked', () => {
    const text = readFileSync('CHANGELOG-facts.md', 'utf8');
    assert.match(text, /\nThe first publication\. /);
    for (const { by } of now.data['data/assurances.json'] ?? []) assert.ok(!text.includes(by));
  });
});

describe('the command', () => {
  let folder: string;
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...words], {
      cwd: folder,
    });
  before(() => {
    folder = enterCopy();
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'One');
    const file = join(folder, services);
    writeFileSync(file, readFileSync(file, 'utf8').replace(rosa.dialled, '+4722331161'));
  });
  after(() => leaveCopy(folder));

  test('compares revisions and folders', async () => {
    assert.match((await facts('diff', 'HEAD', '.')).out, new RegExp(`from ${rosa.shown} to 22 33 11 61\\.`));
    assert.match(
      (await facts('diff', folder, 'HEAD')).out,
      new RegExp(`^Services\n {2}.* from 22 33 11 61 to ${rosa.shown}\\.`),
    );
    assert.equal((await facts('diff', 'HEAD', 'HEAD')).out, 'Nothing has changed for readers.');
  });

  test('writes the changelog, without the way to a folder of this machine', async () => {
    assert.equal((await facts('diff', 'HEAD', folder, '--write', '--today', '2027-01-31')).code, 0);
    const text = readFileSync(join(folder, 'CHANGELOG-facts.md'), 'utf8');
    assert.match(text, /## 2027-01-31\n\nFrom [0-9a-f]{7,} to havn-facts-\w+\.\n\n### Services/);
    assert.ok(!text.includes(tmpdir()));
    await facts('diff', 'HEAD', '.', '--write', '--today', '2027-01-31');
    assert.equal(readFileSync(join(folder, 'CHANGELOG-facts.md'), 'utf8').match(/^## /gm)?.length, 1);
  });

  test('reads no device in a folder', async () => {
    const other = folderFor('facts');
    mkdirSync(join(other, 'data'));
    symlinkSync('/dev/null', join(other, 'data/country.json'));
    const { code, out } = await facts('diff', other, '.');
    assert.equal(code, 2);
    assert.match(out, /country\.json: is no file\n/);
  });

  test('a version that cannot be read is named, and none of what stands in it is said', async () => {
    for (const [file, text, kind] of [
      ['sources.json', '\u001b[2J\n::error::', 'JSON'],
      ['country.json', '\u001b]0;x\u0007', 'JSON'],
      ['locales/pl.xlf', `<xliff>${'&a;'.repeat(10_000)}\u001b[2J</xliff>`, 'XLIFF'],
    ] as const) {
      const other = folderFor('facts-unreadable');
      mkdirSync(join(other, 'data', 'locales'), { recursive: true });
      writeFileSync(join(other, 'data', file), text);
      const { code, out } = await facts('diff', '.', other);
      assert.equal(code, 2);
      assert.match(out, new RegExp(`${file} of .* is no ${kind}`));
      assert.doesNotMatch(out, /::error|(?!\n)\p{Cc}|&a;/u);
      assert.ok(out.length < 1000, `${out.length} characters`);
    }
  });

  test('a version whose records do not fit the schemas is refused in a line', async () => {
    const other = folderFor('facts-misfit');
    cpSync('data', join(other, 'data'), { recursive: true });
    const file = join(other, services);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"phones": \[[^\]]*\]/, '"phones": null'));
    const { code, out } = await facts('diff', '.', other);
    assert.equal(code, 2);
    assert.match(out, /cannot be compared: a record of one does not fit its schema\.\n/);
    assert.doesNotMatch(out, /at .*\.[jt]s:\d/);
  });

  test('asked wrongly, says what is wrong and how it is asked', async () => {
    for (const [words, message] of [
      [['diff', 'HEAD'], /Two versions/],
      [['diff', 'HEAD', 'nonesuch'], /"nonesuch" is no revision/],
      [['diff', 'HEAD', '.', '--write', '--today', '2027-02-30'], /"2027-02-30" is no day/],
      [['diff', 'HEAD', '--', '--output=x'], /"--output=x" is no revision/],
      [['diff', 'HEAD', '.', '--colour'], /--colour/],
      [['delete'], /facts due/],
      [[], /facts assure/],
    ] as [string[], RegExp][]) {
      const { code, out } = await facts(...words);
      assert.equal(code, 2);
      assert.match(out, message);
      assert.match(out, /npm run havn -- facts diff A B/);
      assert.doesNotMatch(out, /at .*\.js:\d/);
    }
  });
});

test('a country that is named by its absolute path has its facts, and those of another folder', () => {
  const other = folderFor('facts');
  const country = { HAVN_COUNTRY: resolve('data') };
  cpSync('data', join(other, 'data'), { recursive: true });
  const file = join(other, services);
  writeFileSync(file, readFileSync(file, 'utf8').replace(rosa.dialled, '+4722331161'));
  const { lines, stderr } = havnAlone(['facts', 'diff', other, '.'], country);
  assert.match(lines.join('\n'), new RegExp(`from 22 33 11 61 to ${rosa.shown}\\.`), stderr);
  const due = havnAlone(['facts', 'due'], country);
  assert.equal(due.status, 0, due.stderr);
  assert.match(due.lines.join('\n'), /\(rosa-helpline\)/);
});

test('numbers are grouped as readers have them', () => {
  for (const { phones = [] } of now.data[services] ?? [])
    for (const { number } of phones)
      assert.equal(asRead(number), formatPhone(number).replace(/\u00a0/g, ' '));
  for (const number of ['+4790579118', `+46${rosa.digits}`, '02800', '+4781549300'])
    assert.equal(asRead(number), formatPhone(number).replace(/\u00a0/g, ' '));
});

test('hours are told with their days, their season and what holds on holidays', () => {
  assert.equal(
    hoursInWords([
      {
        byday: 'MO,WE',
        opens_at: '08:00',
        closes_at: '12:00',
        valid_from: '2027-06-01',
        valid_to: '2027-08-31',
      },
      { byday: 'SA,SU', opens_at: '10:00', closes_at: '24:00', x_public_holidays: 'closed' },
    ]),
    'Monday, Wednesday 08:00–12:00, from 1 June 2027, until 31 August 2027; Saturday, Sunday 10:00–24:00, closed on public holidays',
  );
});
