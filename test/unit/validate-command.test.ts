import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { folderFor } from '../folder.js';
import { sure } from '../sure.js';
import { havn, havnAlone } from './desk.js';

const example = readFileSync('demo/partners/municipality/local-services.json', 'utf8');
const folder = folderFor('validate');

const command = (...words: string[]) => havn(['validate', ...words]);

async function validate(content: string | Uint8Array) {
  const file = join(folder, 'local.json');
  writeFileSync(file, content);
  const { status, lines, stderr } = await command(file);
  const [summary = '', ...found] = [stderr, ...lines].map(line => line.replace(file, 'local.json'));
  return { status, summary, lines: found };
}

describe('npm run havn -- validate', () => {
  test('a good file: a word on what it brings, exit 0', async () => {
    assert.deepEqual(await validate(example), {
      status: 0,
      summary:
        'local.json: 3 services of 2 organisations with 1 national service hidden; nothing is left out.',
      lines: [''],
    });
  });

  test('each fault with pointer and reason, line and column, in the order of the file, exit 1', async () => {
    const { status, summary, lines } = await validate(
      example
        .replace('"x_language": "nb"', '"x_language": "norsk"')
        .replace('"number": "+4733000002"', '"number": "112"')
        .replace('"minimum_age": 18', '"minimum_age": "18"'),
    );
    assert.equal(status, 1);
    const [first = '', second = '', third = ''] = lines;
    assert.match(first, /^\/x_language: has to be a language tag.* \(local\.json:2:17\)$/);
    assert.match(second, /^\/services\/0\/minimum_age: has to be a number.* \(local\.json:41:22\)$/);
    assert.match(
      third,
      /^\/services\/1\/phones\/0\/number: is a national emergency.* \(local\.json:62:30\)$/,
    );
    assert.match(summary, /^local\.json: 1 service of 2 organisations .* 2 left out, 3 things to mend\.$/);
    assert.equal(lines.length, 3);
  });

  test('what is missing is named at its record, and a key with a slash is found', async () => {
    const { lines } = await validate(
      '{\n  "a/b~": 1,\n  "services": [\n    { "x_translations": {} }\n  ]\n}',
    );
    assert.match(sure(lines[0]), /^\/a~1b~0: .* \(local\.json:2:11\)$/);
    assert.match(sure(lines[1]), /^\/services\/0\/id: is missing.* \(local\.json:4:5\)$/);
  });

  test('a key that stands twice, of which only the last counts', async () => {
    const { status, lines } = await validate(
      '{\n  "services": [],\n  "services": [],\n  "organizations": []\n}',
    );
    assert.equal(status, 1);
    assert.deepEqual(lines, ['/services: stands twice: only the last one counts (local.json:3:3)']);
  });

  test('of keys that stand twice no more are told than anybody reads', async () => {
    const { lines } = await validate(`{"services":[${'{"id":1,"id":1},'.repeat(3000).slice(0, -1)}]}`);
    assert.ok(lines.length >= 100 && lines.length <= 1000, `${lines.length} lines`);
  });

  test('a key of the file begins no line, and says nothing to a terminal', async () => {
    const key = `a\n::error::forged\u001b[2J\u202e##[error]${'b'.repeat(1000)}`;
    const { lines } = await validate(JSON.stringify({ [key]: 1, services: [] }));
    assert.equal(lines.length, 1);
    const line = sure(lines[0]);
    assert.doesNotMatch(line, /[\p{Cc}\p{Cf}]|##\[/u);
    assert.ok(line.length < 700);
  });

  for (const [what, text, place, reason] of [
    ['a comma too many', '{\n  "services": [],\n}', '3:1', 'property name expected'],
    ['a comment', '{\n  // hei\n  "services": []\n}', '2:3', 'invalid comment token'],
    ['a file that is cut off', '{\r\n"services": [', '2:14', 'close bracket expected'],
    ['nothing', '', '1:1', 'value expected'],
    ['two byte order marks', '\ufeff\ufeff{"services":[]}', '1:1', 'invalid symbol'],
    ['a page', '<!DOCTYPE html>', '1:1', 'invalid symbol'],
  ] as const) {
    test(`no JSON: ${what}`, async () => {
      const { status, lines } = await validate(text);
      assert.equal(lines[0], `the file: is not JSON: ${reason} (local.json:${place})`);
      assert.equal(status, 1);
    });
  }

  test('one byte order mark does not move the columns', async () => {
    const { lines } = await validate('\ufeff{"services":1}');
    assert.match(sure(lines[0]), /^\/services: .* \(local\.json:1:13\)$/);
  });

  test('bytes that are not UTF-8', async () => {
    const { status, lines } = await validate(Buffer.from('{"services":[],"x_a":"\u00e5"}', 'latin1'));
    assert.match(sure(lines[0]), /^the file: is not in UTF-8.* \(local\.json:1:1\)$/);
    assert.equal(status, 1);
  });

  test('what would take a parser down, or for ever, is told in a moment', async () => {
    const begun = Date.now();
    for (const text of [`{"a": "${'['.repeat(200_000)}`, `"${'['.repeat(200_000)}`]) {
      const { status, lines } = await validate(text);
      assert.equal(status, 1);
      assert.match(sure(lines[0]), /^the file: is not JSON/);
    }
    const many = Array.from({ length: 10_000 }, (_, index) => `"unknown${index}": 1`).join(',\n');
    const { status, lines } = await validate(`{"services": [], ${many}}`);
    assert.equal(status, 1);
    assert.ok(lines.length >= 100 && lines.length <= 1000, `${lines.length} lines`);
    // It normally takes far less, but this must pass on a busy machine too.
    assert.ok(Date.now() - begun < 20_000, `${Date.now() - begun} ms`);
  });

  test('a file that is too large or too deep is not looked into', async () => {
    assert.match(
      sure((await validate('['.repeat(300_000))).lines[0]),
      /^the file: is larger than 256 kB \(local\.json:1:1\)$/,
    );
    assert.match(
      sure((await validate('['.repeat(100_000))).lines[0]),
      /^the file: has more than 32 levels.* \(local\.json:1:1\)$/,
    );
  });

  /** The example file with changes in its first service. */
  const changed = (fields: object) => {
    const file = JSON.parse(example);
    Object.assign(file.services[0], fields);
    return JSON.stringify(file);
  };

  for (const [what, fields, line] of [
    [
      'a number with a digit missing',
      { phones: [{ number: '+473300001' }] },
      /^\/services\/0\/phones\/0\/number: is no number that can be called.*"\+473300001".*Krisesenteret i Eksempelvik/,
    ],
    [
      'two numbers in one',
      { phones: [{ number: '33 00 00 01 (dag), 33 00 00 02 (natt)' }] },
      /phones\/0\/number: is no number that can be called/,
    ],
    ['a premium number', { phones: [{ number: '+4782012345' }] }, /phones\/0\/number: is no number/],
    [
      'a misspelt field',
      { schedule: [] },
      /\/services\/0\/schedule: has no effect: did you mean "schedules"\?/,
    ],
    [
      'a field by half of its name',
      { eligibility: 'x' },
      /eligibility: has no effect: did you mean "eligibility_description"\?/,
    ],
    ['a misspelt field of ours', { x_need: ['shelter'] }, /x_need: has no effect: did you mean "x_needs"\?/],
    ['a field that nobody reads', { colour: 'red' }, /colour: has no effect;/],
    [
      'a misspelt field of a number',
      { phones: [{ number: '+4733000001', descripton: 'Vakt' }] },
      /phones\/0\/descripton: has no effect: did you mean "description"\?/,
    ],
    [
      'swapped letters in a translation',
      { x_translations: { pl: { nmae: 'x' } } },
      /x_translations\/pl\/nmae: has no effect: did you mean "name"\?/,
    ],
    [
      'a language that no widget has',
      { x_translations: { po: { name: 'Dom' } } },
      /x_translations\/po: is none of the languages .* pl,/,
    ],
    [
      'a misspelt word',
      { x_needs: ['shelterr'] },
      /x_needs\/0: has to be one of: .*: did you mean "shelter"\?/,
    ],
    [
      'an address without its beginning',
      { url: 'larvik.example' },
      /\/url: is no address that can be opened/,
    ],
    ['two e-mail addresses', { email: 'a@b.example, c@d.example' }, /\/email: is no e-mail address/],
  ] as [string, object, RegExp][])
    test(`${what} is named, exit 1`, async () => {
      const { status, lines } = await validate(changed(fields));
      assert.equal(status, 1);
      assert.equal(lines.length, 1, lines.join('\n'));
      assert.match(sure(lines[0]), line);
    });

  test('a note of the host’s own is not', async () => {
    assert.equal((await validate(changed({ x_checked_by: 'Kari', $comment: 'x' }))).status, 0);
  });

  test('every kind of fault in one run, in English and in bokmål, by the same places', async () => {
    const content = changed({
      status: 'open',
      phones: [{ number: '112' }, { number: '33' }],
      schedule: [],
      assured_date: '2100-01-01',
      alternate_name: 'ROSA',
      minimum_age: '18',
    });
    const english = (await validate(content)).lines;
    assert.deepEqual(english.map(line => /^\/services\/0(\S+):/.exec(line)?.[1]).sort(), [
      '/alternate_name',
      '/assured_date',
      '/minimum_age',
      '/phones/0/number',
      '/phones/1/number',
      '/schedule',
      '/status',
    ]);
    const file = join(folder, 'local.json');
    const norwegian = await command(file, '--lang', 'nb');
    assert.equal(norwegian.status, 1);
    assert.deepEqual(
      norwegian.lines.map(line => line.split(':')[0]),
      english.map(line => line.split(':')[0]),
    );
    for (const line of norwegian.lines) assert.match(line, /: (er|må|kan|sier|leses|har) /);
    assert.match(norwegian.stderr, /utelatt, 7 ting å rette\.$/);
    assert.equal((await command(file, '--lang', 'xx')).status, 2);
  });

  test('what a stranger wrote moves no cursor', async () => {
    const { lines } = await validate(
      changed({ status: 'a\u001b[2J\n::error::forged', 'a\u001b[2J\n::error::b': 1 }),
    );
    assert.equal(lines.length, 2);
    for (const line of lines) assert.doesNotMatch(line, /\p{Cc}|^::/u);
  });

  test('a file is looked for where its editor stands, and npm does not', () => {
    writeFileSync(join(folder, 'here.json'), example);
    const { status, stderr } = havnAlone(['validate', 'here.json'], { INIT_CWD: folder });
    assert.match(stderr, /^here\.json: 3 services/);
    assert.equal(status, 0);
  });

  test('no such file, a folder, no file named: exit 2', async () => {
    assert.equal((await command(join(folder, 'none.json'))).status, 2);
    assert.equal((await command(folder)).status, 2);
    assert.match((await command()).stderr, /validate FILE/);
    assert.equal((await command()).status, 2);
    assert.equal((await command('a', 'b')).status, 2);
  });

  test('what is no file, such as a device behind a link, and a file that fills the memory: exit 2', async () => {
    const [device, huge] = [join(folder, 'device.json'), join(folder, 'huge.json')];
    symlinkSync('/dev/null', device);
    writeFileSync(huge, '');
    truncateSync(huge, 2 ** 30);
    for (const [file, reason] of [
      [device, 'is no file'],
      [huge, 'is larger than 1 MB'],
    ] as const) {
      const { status, stderr } = await command(file);
      assert.equal(status, 2, file);
      assert.equal(stderr, `${file}: cannot be read: ${reason}`);
    }
  });
});
