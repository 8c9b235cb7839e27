/** A service that is no longer offered: its record and its id stay, but it is not shown to anybody. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { factTexts } from '../../tools/build/fact-records.js';
import { generateFacts } from '../../tools/build/facts.js';
import { readFacts } from '../../tools/build/read-facts.js';
import { byId, type EditableFacts } from '../changed-facts.js';
import { enterCopy, leaveCopy } from './desk.js';

const services = 'data/directory/services.json';
const referral = 'data/guidance/referral.json';

describe('an inactive service', () => {
  let folder: string;
  before(() => {
    folder = enterCopy();
    change(services, records => (byId(records, 'nadheim').status = 'inactive'));
  });
  after(() => leaveCopy(folder));

  function change<File extends keyof EditableFacts>(
    file: File,
    edit: (content: EditableFacts[File]) => unknown,
  ) {
    const content = JSON.parse(readFileSync(file, 'utf8'));
    edit(content);
    writeFileSync(file, JSON.stringify(content));
  }
  const faults = () =>
    readFacts().faults.map(({ file, pointer, message }) => `${file}#${pointer}: ${message}`);

  test('is refused while a guide still names it', () => {
    assert.deepEqual(
      faults().map(fault => fault.replace(/\d+/g, 'N')),
      [`${referral}#/referrals/N/services/N: is no service, or one that is inactive`],
    );
  });

  test('is neither shipped nor translated once no guide names it', () => {
    // Removes referrals that name no other service.
    change(referral, document => {
      for (const one of document.referrals) one.services = one.services.filter(id => id !== 'nadheim');
      document.referrals = document.referrals.filter(({ services }) => services.length);
    });
    const data = generateFacts();
    const modules = readdirSync('src', { recursive: true })
      .map(name => join('src', String(name)))
      .filter(name => name.endsWith('.ts'));
    assert.ok(modules.length > 8);
    for (const file of modules) assert.doesNotMatch(readFileSync(file, 'utf8'), /nadheim/, file);
    assert.ok(!factTexts(data).some(({ id }) => id.startsWith('service.nadheim.')));
  });

  test('keeps its id from others', () => {
    change(services, records => records.push({ ...byId(records, 'iom-varp'), id: 'nadheim' }));
    assert.match(faults().join('\n'), /"nadheim" is taken by an earlier record/);
    change(services, records => records.pop());
  });

  test('is no service to ask instead, and never the helpline', () => {
    change(services, records => (byId(records, 'udi-permits').status = 'inactive'));
    change(services, records => (byId(records, 'rosa-helpline').status = 'inactive'));
    const said = faults().join('\n');
    assert.match(said, /x_contact_through: is no service with a number, or one that is inactive/);
    assert.match(said, /exactly one service has to be marked x_helpline, and be active/);
  });
});
