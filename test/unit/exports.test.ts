import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { loadDirectory, type Service, toCsv, toHsds, toVCard } from 'havn-widgets/directory';
import { dialable, safeLink } from '../../dist/npm/safety/index.js';
import '../properties.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';
import { untyped } from '../untyped.js';

const directory = loadDirectory();
const service = (id: string) => {
  const found = directory.services.find(service => service.id === id);
  assert.ok(found, id);
  return found;
};
const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const oddText = fc.oneof(
  anyText,
  fc.constantFrom(
    '=1+1',
    rosa.dialled,
    '@x',
    '-1',
    '\t=x',
    '\r',
    ' =x',
    '"a"',
    'a,b;c\\',
    'æøå👩‍👩‍👧'.repeat(20),
    '\ud800',
    'a\r\nBEGIN:VCARD',
  ),
);
/** Services with any content, as a host page's directory might have. */
const anyService = fc
  .record(
    {
      name: oddText,
      description: oddText,
      alert: oddText,
      url: oddText,
      email: oddText,
      eligibility_description: oddText,
      application_process: oddText,
      phones: fc.array(fc.record({ number: oddText }), { maxLength: 3 }),
      x_safe_house: fc.boolean(),
    },
    { requiredKeys: ['name', 'description'] },
  )
  .map(fields => ({ ...service('nadheim'), ...fields }) as Service);
/** An e-mail address, if it is a link on screen; otherwise an empty text. */
const mailed = (email = '') => (safeLink(`mailto:${email}`) ? email : '');
describe('toVCard', () => {
  const linesOf = (card: string): string[] => card.replace(/\r\n /g, '').split('\r\n');

  test('the warning travels with the contact, what the service is for does not', () => {
    assert.ok(linesOf(toVCard(service('kom-coordination'))).includes('NOTE:KOM takes no individual cases.'));
    for (const each of directory.services) assert.ok(!/victim/i.test(toVCard(each)), each.id);
  });

  test('any service: a card whose lines have at most 75 octets and no line of the service’s own', () => {
    fc.assert(
      fc.property(anyService, each => {
        const card = toVCard(each);
        for (const line of card.split('\r\n')) {
          assert.ok(Buffer.byteLength(line) <= 75, line);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
          assert.doesNotMatch(line, /[\u0000-\u0008\u000a-\u001f\u007f]/);
        }
        const lines = linesOf(card);
        assert.deepEqual([lines[0], lines.at(-2), lines.at(-1)], ['BEGIN:VCARD', 'END:VCARD', '']);
        for (const line of lines.slice(0, -1)) assert.match(line, /^[A-Z]+(;[A-Z]+=[a-z]+)*:/);
        if (each.x_safe_house) assert.doesNotMatch(card, /^(TEL|EMAIL|URL)/m);
      }),
    );
  });

  test('any service: what stands on its card reads back', () => {
    /** @param text as a vCard can hold it */
    const held = (text: string = '') =>
      text.replace(/\r\n|[\r\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '');
    const unescaped = (text: string) =>
      text.replace(/\\([\\,;n])/g, (_, char) => (char === 'n' ? '\n' : char));
    fc.assert(
      fc.property(anyService, each => {
        const lines = linesOf(toVCard(each));
        const valuesOf = (property: string) =>
          lines
            .filter(line => line.split(/[;:]/)[0] === property)
            .map(line => unescaped(line.slice(line.indexOf(':') + 1)));
        // A number that cannot be dialled is shown on screen, but not exported to an address book.
        const contacts = each.x_safe_house
          ? []
          : (each.phones ?? []).flatMap(({ number }) => dialable(number) ?? []);
        assert.deepEqual(valuesOf('FN'), [held(each.name)]);
        assert.deepEqual(valuesOf('NOTE'), [held(each.alert)].filter(Boolean));
        assert.deepEqual(
          valuesOf('EMAIL'),
          [each.x_safe_house ? '' : held(mailed(each.email))].filter(Boolean),
        );
        assert.deepEqual(
          valuesOf('TEL').map(number => number.replace(/^tel:(?=\+\d+$)/, '')),
          contacts,
        );
      }),
    );
  });

  test('anything at all: a card, no exception', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        assert.match(untyped(toVCard)(value), /^BEGIN:VCARD\r\n[\s\S]*\r\nEND:VCARD\r\n$/);
      }),
    );
  });
});

describe('toCsv', () => {
  const rowsOf = (text: string): string[][] => parseCsv(text, { record_delimiter: '\r\n' });
  const read = (services: readonly Service[]): Record<string, string>[] =>
    parseCsv(toCsv(services), { columns: true, record_delimiter: '\r\n' });

  const texts = ({
    name,
    description,
    alert,
    eligibility_description,
    application_process,
  }: Partial<Service>) => ({
    name,
    description,
    alert,
    eligibility_description,
    application_process,
  });

  /** Removes the apostrophes that guard against formulas within a cell. */
  const withoutGuards = (text: string) => text.replace(/([;|\t\r\n][\s"]*)'(?='*[=+\-@＝＋－＠])/g, '$1');

  test('any services: reads back, and no cell begins as a formula', () => {
    fc.assert(
      fc.property(fc.array(anyService, { maxLength: 4 }), services => {
        const rows = read(services);
        assert.equal(rows.length, services.length);
        rows.forEach((row, index) => {
          const { x_safe_house, phones = [], ...service } = sure(services[index]);
          const numbers = phones.map(({ number }) => number).filter(number => dialable(number));
          const url = service.url && safeLink(service.url) ? service.url : '';
          const contacts = { phones: numbers.join(' / '), email: mailed(service.email), url };
          for (const [field, text = ''] of Object.entries({
            ...texts(service),
            ...(x_safe_house ? { phones: '', email: '', url: '' } : contacts),
          })) {
            // As a file can hold it: half a character is none.
            const value = String(Buffer.from(text));
            assert.ok([value, `'${value}`].includes(withoutGuards(sure(row[field]))), row[field]);
          }
          for (const cell of Object.values(row))
            assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]|[;|\t\r\n][\s"]*[=+\-@＝＋－＠]|^[\t\r\n]/);
        });
      }),
    );
  });

  test('anything at all: the header at least, no exception', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.anything()), (value, values) => {
        assert.ok(rowsOf(untyped(toCsv)(value)).length >= 1);
        assert.equal(rowsOf(untyped(toCsv)(values)).length, values.length + 1);
      }),
    );
  });
});

describe('toHsds', () => {
  test('any services: absolute addresses or none, no exception, and the same again', () => {
    fc.assert(
      fc.property(fc.array(anyService, { maxLength: 4 }), services => {
        const publish = () => toHsds({ ...directory, services });
        const one = publish();
        assert.deepEqual(one, publish());
        for (const record of one.services)
          if (record.url) assert.equal(new URL(String(record.url)).protocol.replace('s', ''), 'http:');
      }),
    );
  });

  test('is in no script that a reader downloads', () => {
    for (const file of ['havn.js', ...readdirSync('dist/elements').map(name => `elements/${name}`)])
      assert.doesNotMatch(readFileSync(`dist/${file}`, 'utf8'), /taxonomy_term|f393a5df/);
  });
});

test('on a server the elements can be imported, and do nothing', async () => {
  const browsers = ['index', 'elements/generated/classes']
    .map(module => readFileSync(`dist/npm/${module}.d.ts`, 'utf8'))
    .join('');
  const names = [...browsers.matchAll(/export \{ (\w+) \}/g)].map(([, name]) => name).sort();
  const all = await import('havn-widgets');
  assert.ok(names.length > 11);
  assert.deepEqual(Object.keys(all).sort(), names);
  const { HotlineBanner } = await import('havn-widgets/elements/hotline-banner');
  assert.equal(HotlineBanner, all.HotlineBanner);
  assert.equal(all.define(HotlineBanner), undefined);
});
