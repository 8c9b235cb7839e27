/** Which facts a person should check again, and how. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { dueAfterDays, dueRecords } from '../../tools/desk/facts-due.js';
import { byId } from '../changed-facts.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';
import { enterCopy, facts, leaveCopy, uncheckedFacts } from './desk.js';

const data = uncheckedFacts();
const services = 'data/directory/services.json';
const organizations = 'data/directory/organizations.json';
const sources = 'data/sources.json';
const today = '2027-06-30';

/** @param days the day of the last check, by the id of a service */
function assuredOn(days: Record<string, string>) {
  const copy = structuredClone(data);
  for (const record of copy[services]) {
    const day = days[record.id];
    if (day) record.assured_date = day;
  }
  return copy;
}

const due = (id: string, facts = data) => byId(dueRecords(facts, today), id);

describe('facts due', () => {
  test('lists every service, organisation and source that nobody has checked, however young', () => {
    const ids = dueRecords(data, '2026-11-25').map(({ id }) => id);
    const all = ([services, organizations, sources] as const).flatMap<string>(file =>
      data[file].map(({ id }) => id),
    );
    assert.deepEqual(ids, all);
  });

  test('puts what nobody has checked first, then the oldest', () => {
    const facts = assuredOn({
      'udi-permits': '2026-12-02',
      'rosa-helpline': '2026-12-03',
      'iom-varp': '2026-12-01',
    });
    const records = dueRecords(facts, today);
    assert.deepEqual(
      records.slice(-3).map(({ id }) => id),
      ['iom-varp', 'udi-permits', 'rosa-helpline'],
    );
    assert.ok(records.slice(0, -3).every(({ isAssured }) => !isAssured));
  });

  test('puts what nobody has checked first, even if it was taken after the last check of another', () => {
    const facts = assuredOn({ 'iom-varp': '2026-12-01' });
    facts[sources].push({ ...sure(facts[sources][0]), id: 'newer', captured: '2027-05-01' });
    const ids = dueRecords(facts, today).map(({ id }) => id);
    assert.ok(ids.indexOf('newer') < ids.indexOf('iom-varp'));
  });

  test('among what nobody has checked, puts first what was taken longest ago', () => {
    const facts = structuredClone(data);
    facts[sources].push({ ...sure(facts[sources][0]), id: 'older', captured: '2026-01-01' });
    byId(facts[services], 'iom-varp').x_source.document = 'older';
    assert.deepEqual(
      dueRecords(facts, today)
        .slice(0, 2)
        .map(({ id }) => id),
      ['iom-varp', 'older'],
    );
  });

  test('lists a record again after 180 days, not a day before', () => {
    const facts = assuredOn({ nadheim: '2027-01-01' });
    const isDue = (day: string) => dueRecords(facts, day).some(({ id }) => id === 'nadheim');
    assert.equal(dueAfterDays, 180);
    assert.equal(isDue('2027-06-29'), false);
    assert.equal(isDue('2027-06-30'), true);
  });

  test('says what to call, to write to and to open', () => {
    assert.deepEqual(due('kom-coordination').reach, [
      'Call 47 45 15 00',
      'Write to KOM.pod@politiet.no',
      'Open http://www.politiet.no/rad/menneskehandel/',
    ]);
    assert.deepEqual(due('rosa').reach, [
      `Call ${rosa.shown}`,
      'Write to lls@krisesenter.com',
      'Open http://www.rosa-help.no/',
    ]);
    assert.match(sure(due('norway-assistance').reach[0]), /its address is not recorded/);
  });

  test('asks for what is shown, and for what is not known', () => {
    const asked = due('rosa-helpline').ask.join('\n');
    assert.match(asked, new RegExp(`Is ${rosa.shown} still the number\\?`));
    assert.match(asked, /Opening hours: open day and night\. Is that still right\?/);
    assert.match(asked, /who it is for: “For victims of human trafficking of every gender/);
    assert.match(due('iom-varp').ask.join('\n'), /When is it open\? \(not known\)/);
    assert.match(
      due('kom-coordination').ask.join('\n'),
      /public holidays, and on 24 and 31 December\? \(not known\)/,
    );
  });

  test('never has anybody call an emergency number to ask', () => {
    const { reach } = due('police-emergency');
    assert.match(sure(reach[0]), /Never call 112/);
    assert.deepEqual(reach.slice(1), ['Call 02800', 'Open http://www.politiet.no/']);
    assert.ok(!due('police').reach.some((way: string) => way.includes('112')));
  });

  test('never has anybody ask where a safe house is', () => {
    for (const { id, x_safe_house } of data[services])
      if (x_safe_house) {
        assert.match(sure(due(id).reach[0]), /^Do not ask where it is/);
        assert.doesNotMatch(due(id).ask.join(), /[Ww]here/);
      }
  });

  test('a service without contacts is reached through the one to ask; a role is nobody to call', () => {
    assert.deepEqual(due('nadheim').reach.slice(0, 2), [
      'Ask ROSA helpline how to reach them',
      `Call ${rosa.shown}`,
    ]);
    assert.match(sure(due('child-welfare').reach[0]), /nobody to call/);
  });

  test('says where a fact comes from: document, section, day', () => {
    assert.equal(
      due('rosa-helpline').from,
      'Assistance for victims of human trafficking in Norway: Some of the services provided by NGOs, captured on 25 November 2026',
    );
  });

  test('leaves out what is inactive', () => {
    const facts = structuredClone(data);
    byId(facts[services], 'nadheim').status = 'inactive';
    assert.ok(!dueRecords(facts, today).some(({ id }) => id === 'nadheim'));
  });
});

describe('the command', () => {
  let folder: string;
  before(() => {
    folder = enterCopy();
  });
  after(() => leaveCopy(folder));

  test('prints a list to tick off, and counts', async () => {
    const { code, out } = await facts('due', '--today', today);
    assert.equal(code, 0);
    const [count = '', first = ''] = out.split('\n\n');
    const all = dueRecords(data, today).length;
    assert.match(
      count,
      new RegExp(`^${all} records to check: ${all} records never checked, no records last checked 180`),
    );
    assert.ok(
      first.startsWith(`- [ ] ROSA helpline (rosa-helpline): never checked\n  - Call ${rosa.shown}\n`),
      first,
    );
  });

  test('has the command with which to record the check, and lists the record no longer', async () => {
    const { out } = await facts('due');
    const [, words = ''] = /Then: npm run havn -- facts (assure rosa-helpline .*)/.exec(out) ?? assert.fail();
    const { code } = await facts(
      ...[...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare = '']) => quoted ?? bare),
    );
    assert.equal(code, 0);
    assert.doesNotMatch((await facts('due')).out, /\(rosa-helpline\)/);
    assert.match((await facts('due', '--days', '0')).out, /ROSA helpline \(rosa-helpline\): last checked on/);
  });

  test('refuses what is no number of days and no day', async () => {
    for (const [words, message] of [
      [['--days', 'many'], /"many" is no number of days/],
      [['--days', '1e9'], /"1e9" is no number of days/],
      [['--days=-1'], /"-1" is no number of days/],
      [['--today', '2027-13-01'], /"2027-13-01" is no day/],
      [['rosa'], /Nothing more/],
    ] as [string[], RegExp][]) {
      const { code, out } = await facts('due', ...words);
      assert.equal(code, 2);
      assert.match(out, message);
    }
  });
});
