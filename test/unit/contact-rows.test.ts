/** The rows of the contact table: services with their own contact details. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Directory, loadDirectory } from 'havn-widgets/directory';
import { contactRows, sortedRows } from '../../dist/npm/elements/contact-directory/contact-directory.rows.js';
import { localize } from '../../dist/npm/locale/localization.js';
import { sure } from '../sure.js';

const directory = loadDirectory();
const idsIn = (directory: Directory) =>
  contactRows(directory, 'person', localize('en')).map(({ service }) => service.id);

test('of the national services those with a number have a row, and name what else is reached there', () => {
  const withNumber = directory.services.filter(
    ({ phones, x_audience }) => phones && x_audience.includes('person'),
  );
  assert.deepEqual(idsIn(directory).sort(), withNumber.map(({ id }) => id).sort());
  const [helpline] = contactRows(directory, 'person', localize('en'));
  assert.ok(helpline?.others.some(({ id }) => id === 'rosa-housing'));
});

test("a host's service that has e-mail or a website, and no number, has a row too", () => {
  const { phones: _, x_emergency: __, ...own } = sure(directory.services[1]);
  const services = [...directory.services, { ...own, id: 'own', email: 'a@b.example' }];
  assert.ok(idsIn({ ...directory, services }).includes('own'));
});

test("a host's own services stand below the national ones, however the table is sorted", () => {
  const { x_helpline: _, ...national } = sure(directory.services[0]);
  const own = { ...national, x_local: true as const };
  const services = [
    { ...own, id: 'first', name: 'Aa' },
    ...directory.services,
    { ...own, id: 'last', name: '\u00c5\u00e5' },
  ];
  const rows = contactRows({ ...directory, services }, 'person', localize('nb'));
  for (const column of ['name', 'help'] as const)
    for (const sort of [undefined, { column, isDescending: false }, { column, isDescending: true }]) {
      const ids = sortedRows(rows, sort, 'nb').map(({ service }) => service.id);
      assert.equal(ids.length, rows.length);
      assert.deepEqual(ids.slice(-2).sort(), ['first', 'last'], JSON.stringify(sort));
    }
});
