/** A service names its audiences, and is not shown to any other audience. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { critical, loadDirectory, type Query, search, toCsv, toVCard } from 'havn-widgets/directory';
import { localize } from 'havn-widgets/locale';
import { untyped } from '../untyped.js';

const directoryIn = (language: string) => loadDirectory(localize(language).fact);
const directory = directoryIn('en');
const directories = [directory, directoryIn('nb'), directoryIn('nn')];
const audiences = ['person', 'helper', 'professional'] as const;
const lay: Query[] = [{}, { audience: 'person' }, { audience: 'helper' }];

describe('audience gates', () => {
  test('an audience that is none is shown nothing, and nothing is thrown', () => {
    for (const audience of ['', 'PROFESSIONAL', '__proto__', 'length', null, 0, {}])
      assert.equal(untyped(search)(directory, { audience }).total, 0);
  });

  test('every need but professional guidance has an answer for a person and for a helper', () => {
    for (const { id } of directory.needs)
      for (const reader of lay)
        assert.equal(
          search(directory, { need: id, ...reader }).total > 0,
          id !== 'coordination',
          `${id} ${reader.audience}`,
        );
  });

  test('a professional is shown all that a person is, and KOM, which takes no cases', () => {
    const forProfessionals = search(directory, { audience: 'professional' }).services;
    for (const reader of lay)
      for (const service of search(directory, reader).services) assert.ok(forProfessionals.includes(service));
    const more = forProfessionals.filter(({ x_audience }) => !x_audience.includes('person'));
    assert.deepEqual(
      more.map(({ id }) => id),
      ['kom-coordination', 'kom-guidance'],
    );
    for (const { alert } of more) assert.equal(alert, 'KOM takes no individual cases.');
  });

  test('what stands for everyone leads nobody to what is for professionals alone', () => {
    for (const service of directory.services.filter(({ x_audience }) => x_audience.includes('person'))) {
      const through = directory.services.find(({ id }) => id === service.x_contact_through);
      assert.ok(!through || through.x_audience.includes('person'), service.id);
    }
    for (const { id } of [critical.helpline, critical.emergency]) {
      const service = directory.services.find(service => service.id === id);
      assert.deepEqual(service?.x_audience, [...audiences]);
    }
  });

  test('exports of what a person is shown have nothing of KOM', () => {
    for (const directory of directories)
      for (const reader of lay) {
        const { services } = search(directory, reader);
        assert.doesNotMatch(
          toCsv(services) + services.map(service => toVCard(service)).join(''),
          /\bKOM\b|47451500/,
        );
      }
  });
});
