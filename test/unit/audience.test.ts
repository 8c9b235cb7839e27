/** A service names its audiences, and is not shown to any other audience. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  critical,
  loadDirectory,
  openState,
  type Query,
  search,
  toCsv,
  toVCard,
} from 'havn-widgets/directory';
import { localize } from 'havn-widgets/locale';
import '../properties.js';
import { untyped } from '../untyped.js';

const directoryIn = (language: string) => loadDirectory(localize(language).fact);
const directory = directoryIn('en');
const directories = [directory, directoryIn('nb'), directoryIn('nn')];
const audiences = ['person', 'helper', 'professional'] as const;
const lay: Query[] = [{}, { audience: 'person' }, { audience: 'helper' }];

describe('audience gates', () => {
  test('whatever is asked, nobody is shown what is not for them', () => {
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'KOM',
        'kom.pod',
        '47451500',
        '47 45 15 00',
        'koordinering',
        'coordination',
        'politiet',
        'menneskehandel',
      ),
    );
    const idOf = (terms: readonly { id: string }[]) => fc.constantFrom('', ...terms.map(({ id }) => id));
    fc.assert(
      fc.property(
        fc.constantFrom(...directories),
        fc.record(
          {
            text: words,
            need: idOf(directory.needs),
            group: idOf(directory.groups),
            area: idOf(directory.areas),
            audience: fc.constantFrom(...audiences),
          },
          { requiredKeys: ['text', 'need', 'group', 'area'] },
        ),
        (directory, query) => {
          for (const { x_audience } of search(directory, query).services)
            assert.ok(x_audience.includes(query.audience ?? 'person'));
        },
      ),
    );
  });

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

  test('an inactive service is shown to nobody', () => {
    const services = directory.services.map(service => ({
      ...service,
      status: 'inactive' as const,
    }));
    for (const audience of audiences) assert.equal(search({ ...directory, services }, { audience }).total, 0);
  });

  test('who is reading changes nothing about when it is open', () => {
    const kom = directory.services.find(({ id }) => id === 'kom-coordination');
    assert.equal(openState(kom?.schedules, new Date('2026-06-10T10:00:00Z')), 'open');
    assert.equal(openState(kom?.schedules, new Date('2026-06-13T10:00:00Z')), 'closed');
    assert.equal(openState(directory.services[0]?.schedules, new Date('2026-12-25T03:00:00Z')), 'open');
  });
});
