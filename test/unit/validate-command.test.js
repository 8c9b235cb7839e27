import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';

const example = readFileSync('demo/partners/municipality/local-services.json', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'havn-validate-'));
after(() => rmSync(folder, { recursive: true }));

/** @param {string[]} words */
function command(...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/havn.js', 'validate', ...words], {
    encoding: 'utf8',
  });
  return { status, lines: stdout.trimEnd().split('\n'), stderr: stderr.trimEnd() };
}

/** @param {string | Uint8Array} content */
function validate(content) {
  const file = join(folder, 'local.json');
  writeFileSync(file, content);
  const { status, lines, stderr } = command(file);
  const [summary, ...found] = [stderr, ...lines].map(line => line.replace(file, 'local.json'));
  return { status, summary, lines: found };
}

describe('npm run havn -- validate', () => {
  test('a good file: a word on what it brings, exit 0', () => {
    assert.deepEqual(validate(example), {
      status: 0,
      summary:
        'local.json: 3 services of 2 organisations with 1 national service hidden; nothing is left out.',
      lines: [''],
    });
  });

  test('each fault with pointer and reason, line and column, in the order of the file, exit 1', () => {
    const { status, summary, lines } = validate(
      example
        .replace('"x_language": "nb"', '"x_language": "norsk"')
        .replace('"number": "+4733000002"', '"number": "112"')
        .replace('"minimum_age": 18', '"minimum_age": "18"'),
    );
    assert.equal(status, 1);
    assert.match(lines[0], /^\/x_language: has to be a language tag.* \(local\.json:2:17\)$/);
    assert.match(lines[1], /^\/services\/0\/minimum_age: has to be a number.* \(local\.json:41:22\)$/);
    assert.match(
      lines[2],
      /^\/services\/1\/phones\/0\/number: is a national emergency.* \(local\.json:62:30\)$/,
    );
    assert.match(summary, /^local\.json: 1 service of 2 organisations .* 2 left out\.$/);
    assert.equal(lines.length, 3);
  });

  test('what is missing is named at its record, and a key with a slash is found', () => {
    const { lines } = validate('{\n  "a/b~": 1,\n  "services": [\n    { "x_translations": {} }\n  ]\n}');
    assert.match(lines[0], /^\/a~1b~0: .* \(local\.json:2:11\)$/);
    assert.match(lines[1], /^\/services\/0\/id: is missing.* \(local\.json:4:5\)$/);
  });

  test('a key of the file begins no line, and says nothing to a terminal', () => {
    const key = `a\n::error::forged\u001b[2J\u202e##[error]${'b'.repeat(1000)}`;
    const { lines } = validate(JSON.stringify({ [key]: 1, services: [] }));
    assert.equal(lines.length, 1);
    assert.doesNotMatch(lines[0], /[\p{Cc}\p{Cf}]|##\[/u);
    assert.ok(lines[0].length < 700);
  });

  for (const [what, text, place, reason] of [
    ['a comma too many', '{\n  "services": [],\n}', '3:1', 'property name expected'],
    ['a comment', '{\n  // hei\n  "services": []\n}', '2:3', 'invalid comment token'],
    ['a file that is cut off', '{\r\n"services": [', '2:14', 'close bracket expected'],
    ['nothing', '', '1:1', 'value expected'],
    ['two byte order marks', '\ufeff\ufeff{"services":[]}', '1:1', 'invalid symbol'],
    ['a page', '<!DOCTYPE html>', '1:1', 'invalid symbol'],
  ]) {
    test(`no JSON: ${what}`, () => {
      const { status, lines } = validate(text);
      assert.equal(lines[0], `the file: is not JSON: ${reason} (local.json:${place})`);
      assert.equal(status, 1);
    });
  }

  test('one byte order mark does not move the columns', () => {
    assert.match(validate('\ufeff{"services":1}').lines[0], /^\/services: .* \(local\.json:1:13\)$/);
  });

  test('bytes that are not UTF-8', () => {
    const { status, lines } = validate(Buffer.from('{"services":[],"x_a":"\u00e5"}', 'latin1'));
    assert.match(lines[0], /^the file: is not in UTF-8.* \(local\.json:1:1\)$/);
    assert.equal(status, 1);
  });

  test('a file that is too large or too deep is not looked into', () => {
    assert.match(
      validate('['.repeat(300_000)).lines[0],
      /^the file: is larger than 256 kB \(local\.json:1:1\)$/,
    );
    assert.match(
      validate('['.repeat(100_000)).lines[0],
      /^the file: has more than 32 levels.* \(local\.json:1:1\)$/,
    );
  });

  test('a file is looked for where its editor stands, and npm does not', () => {
    writeFileSync(join(folder, 'here.json'), example);
    const { status, stderr } = spawnSync(process.execPath, ['tools/havn.js', 'validate', 'here.json'], {
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder },
    });
    assert.match(stderr, /^here\.json: 3 services/);
    assert.equal(status, 0);
  });

  test('no such file, a folder, no file named: exit 2', () => {
    assert.equal(command(join(folder, 'none.json')).status, 2);
    assert.equal(command(folder).status, 2);
    assert.match(command().stderr, /validate FILE/);
    assert.equal(command().status, 2);
    assert.equal(command('a', 'b').status, 2);
  });
});
