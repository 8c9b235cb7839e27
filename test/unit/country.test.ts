/** Code is generated from country.json. The tests also use rules of other countries, as far as we know them. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { transform } from 'esbuild';
import { country, daysInWords, writtenNumber } from '../../tools/build/country.js';
import { countryModules } from '../../tools/build/country-modules.js';
import { readFacts } from '../../tools/build/read-facts.js';
import { type Changes, faultsAfter } from '../changed-facts.js';
import { folderFor } from '../folder.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';

const folder = folderFor('country-modules');
let count = 0;

/** A module for a country like the one in this repository, with some differences. */
async function moduleOf<Module>(file: string, differences: object): Promise<Module> {
  const modules = countryModules({ ...country(), ...differences });
  const { code } = await transform(sure(modules[file]), { loader: 'ts' });
  const path = join(folder, `${count++}.mjs`);
  writeFileSync(path, code);
  return import(path);
}

describe('numbers of a country that dials a zero before them, in three lengths', async () => {
  const telephone = {
    calling_code: '46',
    trunk: '0',
    national: ['[1-9]xxxxxx', '[1-9]xxxxxxx', '[1-9]xxxxxxxx'],
    premium: ['900', '939', '944'],
    short_codes: ['112', '11[3-9]xx'],
    emergency: ['112'],
    groups: ['8 xxx xxx xx', '7x xxx xx xx'],
    written: ['x xxx xxx xx', 'x-xxx xxx xx', 'xx-xxx xx xx'],
  };
  const numbers = await moduleOf<typeof import('../../dist/npm/safety/generated/country.js')>(
    'src/safety/generated/country.ts',
    { telephone },
  );

  for (const [text, number] of [
    ['0812345678', '+46812345678'],
    ['0701234567', '+46701234567'],
    ['812345678', '812345678'],
    ['112', '112'],
  ] as const)
    test(`${text} is ${number}`, () => assert.equal(numbers.withCallingCode(text), number));

  for (const [number, isDialled] of [
    ['+46812345678', true],
    ['+4681234567', true],
    ['+46900123456', false],
    ['+4612345', false],
    [rosa.dialled, true],
    ['112', true],
    ['11414', true],
    ['110', false],
    ['812345678', false],
  ] as [string, boolean][])
    test(`${number} is ${isDialled ? '' : 'not '}dialled`, () =>
      assert.equal(numbers.isDialled(number), isDialled));

  test('are shown with the zero, in their groups; others as they are', () => {
    assert.equal(numbers.grouped('+46812345678'), '08\u00a0123\u00a0456\u00a078');
    assert.equal(numbers.grouped('+46701234567'), '070\u00a0123\u00a045\u00a067');
    assert.equal(numbers.grouped(rosa.dialled), rosa.dialled);
    assert.equal(numbers.grouped('112'), '112');
  });

  test('are one number, whichever way they are written', () => {
    for (const digits of ['46812345678', '0046812345678', '0812345678'])
      assert.equal(numbers.withoutCallingCode(digits), '812345678');
  });

  test('are found in a text', () => {
    const written = new RegExp(`0?${writtenNumber(telephone, '[ .-]')}`);
    for (const text of ['08-123 456 78', '0812345678', '08 123 456 78', '070-123 45 67'])
      assert.equal(written.exec(`Call ${text} now`)?.[0], text);
    assert.equal(written.exec('Case 00-123 45 67'), null);
  });
});

describe('holidays', () => {
  /** @param day YYYY-MM-DD */
  async function isHoliday(day: string, holidays: object) {
    const directory = await moduleOf<typeof import('../../dist/npm/directory/generated/country.js')>(
      'src/directory/generated/country.ts',
      { holidays },
    );
    const date = Number(day.slice(5).replace('-', ''));
    return directory.isHoliday(date, NaN, new Date(`${day}T00:00Z`).getUTCDay());
  }
  const midsummer = { fixed: [], easter: [], weekdays: [{ weekday: 'SA', from: '06-20' }], half_days: [] };

  test('that fall on a weekday are found, over the end of a month too', async () => {
    for (const day of ['2026-06-20', '2027-06-26']) assert.equal(await isHoliday(day, midsummer), true, day);
    for (const day of ['2026-06-27', '2027-06-19', '2026-06-21'])
      assert.equal(await isHoliday(day, midsummer), false, day);
    const allSaints = { ...midsummer, weekdays: [{ weekday: 'SA', from: '10-31' }] };
    assert.equal(await isHoliday('2026-10-31', allSaints), true);
    assert.equal(await isHoliday('2027-11-06', allSaints), true);
    assert.equal(await isHoliday('2026-11-07', allSaints), false);
  });
});

test('half-days are told by month', () => {
  assert.equal(daysInWords(['12-24', '12-31']), '24 and 31 December');
  assert.equal(daysInWords(['04-30', '12-24']), '30 April and 24 December');
});

describe('refused in country.json', () => {
  const file = 'data/country.json';
  const breaks: [string, NonNullable<Changes[typeof file]>, string][] = [
    [
      'a number pattern that is an expression',
      own => (own.telephone.national = ['.*']),
      '/telephone/national/0',
    ],
    ['a way out without https', own => (own.exit = 'http://example.org/'), '/exit'],
    ['a country that is none of its areas', own => (own.whole_country = 'sweden'), '/whole_country'],
    ['a language twice', own => own.languages.further.push('nb'), '/languages/further/16'],
    ['English, which every country has', own => own.languages.bundled.push('en'), '/languages/bundled/2'],
    ['no language beside it', own => (own.languages.bundled = []), '/languages/bundled'],
    ['no clock', own => Reflect.deleteProperty(own, 'clock'), ''],
    ['a message that is not its own', own => (own.messages['banner.title'] = 'x'), '/messages'],
  ];
  for (const [what, change, pointer] of breaks)
    test(what, () => {
      const faults = faultsAfter({ [file]: change });
      assert.ok(
        faults.some(fault => fault.file === file && fault.pointer === pointer && fault.message),
        JSON.stringify(faults),
      );
    });

  test('and with it a service whose number cannot be dialled in the country', () => {
    const { faults } = readFacts(path => {
      const text = readFileSync(path, 'utf8');
      return path === file ? text.replace('"0[2-9]xxx"', '"03xxx"') : text;
    });
    assert.ok(
      faults.some(
        fault =>
          fault.file === 'data/directory/services.json' && /^\/\d+\/phones\/0\/number$/.test(fault.pointer),
      ),
      JSON.stringify(faults),
    );
  });
});
