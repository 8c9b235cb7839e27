/** A large directory that a page sets on the finder: which records it shows, and that the page stays responsive. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Service } from 'havn-widgets/directory';
import { cleanOrganization, cleanService } from '../../dist/npm/directory/overlay/clean.js';
import { readLarge } from '../../dist/npm/directory/source.js';
import { untyped } from '../untyped.js';

const source = { document: 'harbour.example', section: 'Services' };
const record: Service = {
  id: 'quay',
  organization_id: 'harbour',
  name: 'The quay',
  description: 'A roof for the night.',
  status: 'active',
  x_audience: ['person'],
  x_needs: ['shelter'],
  x_source: source,
};
const directory = {
  services: [],
  organizations: [{ id: 'harbour', name: 'Harbour', description: '', x_source: source }],
  needs: [{ id: 'shelter', name: 'A safe place' }],
  groups: [],
  areas: [],
};
const service = (fields: object): Service => Object.assign({}, record, fields);

describe('what is shown of a record', () => {
  test('has numbers in its texts that read from left to right in Arabic', () => {
    for (const [written, shown] of [
      ['40 00 00 00', '\u200e40\u00a000\u00a000\u00a000'],
      ['40-00-00-00', '\u200e40-00-00-00'],
      ['+47 400 00 000', '\u200e+47\u00a0400\u00a000\u00a0000'],
      // A range is read as the text around it.
      ['08:00-16:00', '08:00-16:00'],
      ['16-18', '16-18'],
    ]) {
      const { description } = cleanService(service({ description: `اتصل على ${written} أو 3 مرات` }));
      assert.equal(description, `اتصل على ${shown} أو 3 مرات`);
    }
  });

  test('says that it is the page’s own, and has no field that is not known', () => {
    const shown = cleanService(service({ onclick: 'alert(1)', x_local: false }));
    assert.equal(shown.x_local, true);
    assert.ok(!('onclick' in shown));
    assert.equal(cleanOrganization(directory.organizations[0]).x_local, true);
  });
});

describe('a directory', () => {
  for (const value of [null, undefined, 7, 'text', [], Symbol('s')])
    test(`is searched without a record that is ${String(value)}`, async () => {
      const large = await untyped(readLarge)({ ...directory, services: [value, record] });
      assert.equal(large.refused, 1);
      assert.deepEqual(
        large.search({}).services.map(({ id }) => id),
        ['quay'],
      );
    });

  for (const needs of [undefined, []])
    test(`is searched with a record whose needs are ${JSON.stringify(needs)}`, async () => {
      const large = await readLarge({
        ...directory,
        services: [service({ x_needs: needs }), service({ id: 'pier' })],
      });
      assert.deepEqual([large.refused, large.search({ text: 'quay' }).total], [0, 2]);
      assert.equal(large.search({ need: 'shelter' }).total, 1);
    });

  test('has no second record of an id', async () => {
    const large = await readLarge({ ...directory, services: [record, service({ name: 'Another' })] });
    assert.equal(large.refused, 1);
    assert.equal(large.byId.get('quay')?.name, 'The quay');
  });
});

test('while many records are checked the page goes on', async () => {
  // All are refused at the end of the check: no turn is one of the index, which test/unit/for-others.test.ts holds.
  const services = Array.from({ length: 1000 }, (_, number) =>
    service({
      id: `quay-${number}`,
      organization_id: 'none',
      description: `Berth ${number} of the quay, with water and power`.repeat(5),
    }),
  );
  let turns = 0;
  let isRead = false;
  const otherWork = () => {
    turns++;
    if (!isRead) setImmediate(otherWork);
  };
  otherWork();
  const { refused } = await readLarge({ ...directory, services });
  isRead = true;
  assert.equal(refused, 1000);
  assert.ok(turns > 3, `${turns}`);
});
