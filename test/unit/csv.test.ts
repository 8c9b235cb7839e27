/** CSV and vCard, byte by byte. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as exporting from 'havn-widgets/directory';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';
import { untyped } from '../untyped.js';

const [toCsv, toVCard] = [untyped(exporting.toCsv), untyped(exporting.toVCard)];

const header =
  'id,name,organization_id,phones,email,url,schedules,description,eligibility_description,application_process,alert,status,assured_date,x_contact_through,x_audience,x_needs,x_groups,x_areas,x_source\r\n';

const service: exporting.Service = {
  id: 'house',
  name: 'House, "red"',
  organization_id: 'centre',
  phones: [{ number: rosa.dialled }, { number: '112' }],
  email: 'post@house.example',
  url: 'https://house.example/',
  schedules: [
    { freq: 'WEEKLY', byday: 'MO,TU', opens_at: '08:00', closes_at: '16:00' },
    { x_always_open: true },
    { x_by_appointment: true },
  ],
  description: 'Line one\nline two',
  eligibility_description: 'Women.',
  application_process: 'Call.',
  alert: 'None.',
  status: 'active',
  assured_date: '2026-06-01',
  x_contact_through: 'line',
  x_audience: ['person', 'helper'],
  x_needs: ['shelter'],
  x_groups: ['women'],
  x_areas: ['oslo', 'norway'],
  x_source: { document: 'norway-assistance', section: 'table' },
};
const cell = (fields: unknown, column: string) => {
  const [, row] = toCsv([fields]).split('\r\n');
  return sure(row).split(',')[header.trim().split(',').indexOf(column)];
};

describe('CSV', () => {
  test('of a service with one of everything', () => {
    assert.equal(
      toCsv([service]),
      `${header}house,"House, ""red""",centre,'${rosa.dialled} / 112,post@house.example,https://house.example/,"MO,TU 08:00-16:00 / 24/7 / by appointment","Line one\nline two",Women.,Call.,None.,active,2026-06-01,line,person / helper,shelter,women,oslo / norway,norway-assistance#table\r\n`,
    );
  });

  test('of a safe house, which has neither number nor address, nor a place', () => {
    const row = toCsv([{ ...service, x_safe_house: true }]);
    assert.match(row, /centre,,,,"MO/);
    assert.doesNotMatch(row, /oslo|norway;/);
  });

  test('of nothing, and of what is none', () => {
    for (const value of [[], null, undefined, {}, 'text', 7]) assert.equal(toCsv(value), header);
    for (const value of [null, undefined, 7, 'text', []])
      assert.equal(toCsv([value]), `${header}${','.repeat(18)}\r\n`);
  });

  test('leaves out what is no text', () => {
    assert.equal(cell({ name: 7 }, 'name'), '');
    assert.equal(cell({ x_needs: ['a', '', null, 7, 'b'] }, 'x_needs'), 'a / b');
    assert.equal(cell({ phones: [null, {}, { number: 7 }, { number: '112' }] }, 'phones'), '112');
    assert.equal(cell({ schedules: [null, { x_always_open: true }] }, 'schedules'), '24/7');
    const saturday = { byday: 'SA', opens_at: '10:00', closes_at: '14:00', valid_to: '2026-08-31' };
    assert.equal(cell({ schedules: [saturday] }, 'schedules'), 'SA 10:00-14:00 (/2026-08-31)');
  });

  test('names as much of the source as there is', () => {
    assert.equal(cell({ x_source: { document: 'a' } }, 'x_source'), 'a');
    assert.equal(cell({ x_source: { section: 'b' } }, 'x_source'), 'b');
    assert.equal(cell({ x_source: { document: 7, section: 'b' } }, 'x_source'), 'b');
    assert.equal(cell({ x_source: null }, 'x_source'), '');
  });

  test('puts an apostrophe before what a spreadsheet would change, and before nothing else', () => {
    for (const text of [
      '=1',
      '+1',
      '-1',
      '@a',
      ' =1',
      '\u0000=1',
      '\u200b=1',
      '\u2060+1',
      '\uff0b1',
      '\uff0d1',
      '\uff1d1',
      '\uff201',
      '02800',
      '00',
    ])
      assert.equal(cell({ name: text }, 'name'), `'${text}`, text);
    assert.equal(cell({ name: '\ta' }, 'name'), "'\ta");
    for (const text of ['1', '112', '0', '02800 a', 'a02800', 'a=1', 'a\tb', ' a', '10', '1=2'])
      assert.equal(cell({ name: text }, 'name'), text, text);
  });

  test('puts one too where another program sees the beginning of a cell', () => {
    for (const [text, guarded] of [
      ["Hjelp;=cmd|' /C calc'!A0;x", "Hjelp;'=cmd|' /C calc'!A0;x"],
      [';@SUM(1+1);', ";'@SUM(1+1);"],
      ['a; "=1"', 'a; "\'=1"'],
      ['a|-1', "a|'-1"],
      ['\t\t-1', "'\t\t'-1"],
      ['a\n+4790000002', "a\n'+4790000002"],
      ["a;'=1", "a;''=1"],
      ['a;\u200b=1', "a;\u200b'=1"],
      ['a;\u0000=1', "a;\u0000'=1"],
      ['a; b = c', 'a; b = c'],
    ] as const) {
      const quoted = /["\n]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
      assert.ok(toCsv([{ id: text }]).startsWith(`${header}${quoted},`), text);
    }
  });

  test('has neither a number that is not dialled nor an address that is no link', () => {
    const numbers = ['*21*+4740000000#', '829 00 000', '+47 900 00 000', 'ROSA', '02800'];
    assert.equal(cell({ phones: numbers.map(number => ({ number })) }, 'phones'), "'+47 900 00 000 / 02800");
    assert.equal(cell({ email: 'not mail' }, 'email'), '');
    assert.equal(cell({ url: 'javascript:alert(1)' }, 'url'), '');
    assert.equal(cell({ url: 'http://a.example/', email: 'a@b.example' }, 'url'), 'http://a.example/');
    assert.equal(cell({ email: 'a@b.example' }, 'email'), 'a@b.example');
  });

  test('quotes what has a quote, a comma or a line break in it, and nothing else', () => {
    for (const [text, quoted] of [
      ['a"b', '"a""b"'],
      ['a"b"', '"a""b"""'],
      ['a,b', '"a,b"'],
      ['a\rb', '"a\rb"'],
      ['a\nb', '"a\nb"'],
      ['\na', '"\'\na"'],
      ['a;b', 'a;b'],
      ["a'b", "a'b"],
    ])
      assert.ok(toCsv([{ id: text }]).startsWith(`${header}${quoted},`), text);
  });
});

describe('a vCard', () => {
  const lines = (fields: unknown, organization?: unknown) => toVCard(fields, organization).split('\r\n');

  test('of a service with one of everything', () => {
    assert.deepEqual(lines(service, { name: 'Centre; the' }), [
      'BEGIN:VCARD',
      'VERSION:4.0',
      'KIND:org',
      'FN:House\\, "red"',
      'ORG:Centre\\; the',
      `TEL;VALUE=uri;TYPE=voice:${rosa.href}`,
      'TEL;TYPE=voice:112',
      'EMAIL:post@house.example',
      'URL:https://house.example/',
      'NOTE:None.',
      'END:VCARD',
      '',
    ]);
  });

  test('of a safe house has neither number nor address', () => {
    assert.deepEqual(
      lines({ ...service, x_safe_house: true }).filter(line => /^(TEL|EMAIL|URL)/.test(line)),
      [],
    );
  });

  test('of nothing has a name that is empty', () => {
    const empty = ['BEGIN:VCARD', 'VERSION:4.0', 'KIND:org', 'FN:', 'END:VCARD', ''];
    for (const value of [null, undefined, {}, 7, 'text']) assert.deepEqual(lines(value), empty);
    assert.deepEqual(lines({ name: '', phones: 'x', email: 7, url: '', alert: '' }), empty);
    assert.deepEqual(lines({ phones: [null, {}, { number: 7 }] }), empty);
    assert.deepEqual(lines({}, null), empty);
  });

  test('has a number as a link only where it is one of the whole world', () => {
    assert.ok(lines({ phones: [{ number: '02800' }] }).includes('TEL;TYPE=voice:02800'));
    // Without the country code, a call from abroad would reach somebody else.
    assert.ok(lines({ phones: [{ number: rosa.digits }] }).includes(`TEL;VALUE=uri;TYPE=voice:${rosa.href}`));
  });

  test('of what throws where it is read has no name, and throws nothing', () => {
    const throwing = {
      get name() {
        throw new Error('no');
      },
    };
    assert.deepEqual(lines(throwing), ['BEGIN:VCARD', 'VERSION:4.0', 'KIND:org', 'FN:', 'END:VCARD', '']);
  });

  test('has no number that cannot be dialled: an address book dials with one tap', () => {
    for (const number of [
      '+',
      '+47 22',
      'a+47',
      '+47a',
      `*21*${rosa.digits}#`,
      `${rosa.digits};ext=1`,
      `${rosa.digits},,9`,
    ])
      assert.deepEqual(
        lines({ phones: [{ number }] }).filter(line => line.startsWith('TEL')),
        [],
        number,
      );
  });

  test('has an e-mail address only where it is one', () => {
    for (const email of ['not mail', 'not mail; a', 'a@b', 'mailto:a@b.example', 'a@b.example, c@d.example'])
      assert.ok(!lines({ email }).some(line => line.startsWith('EMAIL')), email);
    assert.ok(lines({ email: 'a@b.example' }).includes('EMAIL:a@b.example'));
  });

  test('has an address only where it needs no escaping', () => {
    for (const url of ['http://a', 'HTTPS://a.no/~!', 'https://a.no/,;'])
      assert.ok(lines({ url }).includes(`URL:${url}`), url);
    for (const url of [
      'https://',
      'https:// a',
      'https://a\r\nTEL:1',
      'xhttps://a',
      'ftp://a',
      'https://\u00e6',
    ])
      assert.ok(!lines({ url }).some(line => line.startsWith('URL')), url);
  });

  test('has no address that is no link on the card', () => {
    for (const url of ['https://politiet.no@a.example/', 'http://0x7f.1/', 'https://xn--a.example/'])
      assert.ok(!lines({ url }).some(line => line.startsWith('URL')), url);
  });

  test('has every kind of line break as one of its own, and a backslash as what it is', () => {
    assert.ok(
      lines({ name: 'a\r\nb\rc\nd\u2028e\u2029f\tg\u0007h\\n' }).includes(
        'FN:a\\nb\\nc\\nd\\ne\\nf\tgh\\\\n',
      ),
    );
  });

  test('folds a line of 76 octets, not one of 75, whatever its characters take', () => {
    for (const [character, octets] of [
      ['x', 1],
      ['\u007e', 1],
      ['\u00a1', 2],
      ['\u07ff', 2],
      ['\u0800', 3],
      ['\uffee', 3],
      ['\u{10000}', 4],
      ['\u{1f469}', 4],
    ] as const) {
      // "NOTE:" takes 5 octets, so 70 are left on the first line; each following line has 74, after its space.
      const first = Math.floor(70 / octets);
      const next = Math.floor(74 / octets);
      const folded = toVCard({ alert: character.repeat(first + next + 1) });
      const expected = `NOTE:${character.repeat(first)}\r\n ${character.repeat(next)}\r\n ${character}\r\nEND`;
      assert.ok(folded.includes(expected), folded);
      assert.ok(
        toVCard({ alert: character.repeat(first) }).includes(`NOTE:${character.repeat(first)}\r\nEND`),
      );
    }
  });
});
