/** The commands that sign facts, and the keys that a build accepts. */
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { faultsOfRelease, feedOf, releaseFile } from '../../tools/build/feed.js';
import {
  newKey,
  publicHalf,
  readPrivateKey,
  readPublicKey,
  readPublicKeys,
  testKey,
  testKeyFile,
} from '../../tools/build/keys.js';
import { readFacts } from '../../tools/build/read-facts.js';
import { Misused } from '../../tools/desk/command.js';
import { run as keygen } from '../../tools/desk/keygen.js';
import { run as release } from '../../tools/desk/release.js';
import { run as sign } from '../../tools/desk/sign.js';
import { copyOf } from '../changed-facts.js';
import { folderFor } from '../folder.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';
import { listen } from './desk.js';

const folder = folderFor('keys');

const { data } = readFacts();

describe('a public key', () => {
  const { privateKey, publicKey } = newKey();

  test('is read as keygen prints it, with space around it', () =>
    assert.equal(readPublicKey(` ${publicKey}\n`), publicKey));

  for (const text of [
    'x',
    '',
    'https://key.example/',
    publicKey.slice(4),
    privateKey,
    `${publicKey}${publicKey}`,
  ])
    test(`is not ${JSON.stringify(text.slice(0, 30))}`, () => {
      assert.throws(() => readPublicKey(text), /no public key/);
    });

  for (const weak of [
    '00'.repeat(32),
    `${'00'.repeat(31)}80`,
    `01${'00'.repeat(31)}`,
    `ec${'ff'.repeat(30)}7f`,
    `ee${'ff'.repeat(31)}`,
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  ])
    test(`is none with which anybody can sign: ${weak.slice(0, 8)}…${weak.slice(-4)}`, () => {
      assert.throws(() => readPublicKey(Buffer.from(weak, 'hex').toString('base64')), /weak key/);
    });

  test('may be there twice in a build, no more', () => {
    const keys = [newKey(), newKey(), newKey()].map(({ publicKey }) => publicKey);
    assert.deepEqual(readPublicKeys(keys.slice(0, 2).join(', ')), keys.slice(0, 2));
    assert.deepEqual(readPublicKeys(''), []);
    assert.deepEqual(readPublicKeys(`${keys[0]},${keys[0]}`), [keys[0]]);
    assert.throws(() => readPublicKeys(keys.join()), /at most two/);
  });

  test('of the tests is refused by any build', () => {
    assert.throws(() => readPublicKeys(testKey()), /test key/);
    assert.throws(() => readPublicKeys(`${publicKey},${testKey()}`), /test key/);
  });
});

describe('keygen', () => {
  const file = join(folder, 'key.pem');

  test('makes a key that only its owner may read, and prints the public half', async () => {
    const { code, text } = await listen(() => keygen([file]));
    assert.equal(code, 0);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.ok(text.includes(`HAVN_PUBLIC_KEYS=${publicHalf(readPrivateKey(file))}`));
    assert.ok(!text.includes('PRIVATE'));
  });

  test('never writes over a key', async () => {
    const before = readFileSync(file, 'utf8');
    assert.equal((await listen(() => keygen([file]))).code, 1);
    assert.equal(readFileSync(file, 'utf8'), before);
  });

  test('asks for a file', () => assert.throws(() => keygen([]), Misused));
});

describe('sign', () => {
  const keyFile = join(folder, 'signing.pem');
  const { privateKey, publicKey } = newKey();
  writeFileSync(keyFile, privateKey);
  const file = join(folder, 'facts.json');
  const signatureFile = join(folder, 'facts.sig');
  const { document } = feedOf(data);
  const inTime = data[releaseFile].issued;

  test('writes the signature beside the facts, and its hash into the list', async () => {
    writeFileSync(file, document);
    writeFileSync(join(folder, 'integrity.json'), '{"facts.json":"sha384-x","havn.js":"sha384-y"}');
    const { code, text } = await listen(() => sign([keyFile, file], inTime));
    assert.equal(code, 0);
    assert.ok(text.includes(publicKey));
    const signature = Buffer.from(readFileSync(signatureFile, 'utf8'), 'base64');
    assert.ok(verify(null, readFileSync(file), createPublicKey(privateKey), signature));
    const hashes = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8'));
    assert.deepEqual(Object.keys(hashes), ['facts.json', 'facts.sig', 'havn.js']);
  });

  for (const [name, content, today, key] of [
    ['that have expired', document, '2999-01-01', keyFile],
    ['that are no JSON', 'x', inTime, keyFile],
    ['that are something else', '{"valid_until":"2999-01-01"}', inTime, keyFile],
    ['that have changed since their release', document.replace(rosa.digits, '22331199'), inTime, keyFile],
    ['of another release', document.replace(/"sequence": \d+/, '"sequence": 999'), inTime, keyFile],
    ['without an end', document.replace(/("valid_until": ")\d+/, '$12999'), inTime, keyFile],
    ['of another country', document.replace('"country": "NO"', '"country": "SE"'), inTime, keyFile],
    ['with the test key', document, inTime, testKeyFile],
    ['with a key that is none', document, inTime, file],
  ] as const)
    test(`signs no facts ${name}`, async () => {
      rmSync(signatureFile, { force: true });
      writeFileSync(file, content);
      const { code, text } = await listen(() => sign([key, file], today));
      assert.equal(code, 1, text);
      assert.ok(!existsSync(signatureFile));
    });

  test('repeats nothing of the facts that controls a terminal or a CI service', async () => {
    writeFileSync(file, '\u001b]0;x\u0007 ##[error]');
    const { code, text } = await listen(() => sign([keyFile, file], inTime));
    assert.equal(code, 1);
    assert.match(text, /not valid JSON/);
    assert.doesNotMatch(text, /\p{Cc}|##\[/u);
  });

  test('reads no device', async () => {
    const device = join(folder, 'device.json');
    symlinkSync('/dev/null', device);
    for (const words of [
      [keyFile, device],
      ['/dev/null', file],
    ]) {
      const { code, text } = await listen(() => sign(words, inTime));
      assert.equal(code, 1);
      assert.match(text, /: is no file$/);
    }
  });

  test('finds the key and the facts where the caller stands', async () => {
    writeFileSync(file, document);
    rmSync(signatureFile, { force: true });
    const { INIT_CWD = process.cwd() } = process.env;
    process.env.INIT_CWD = folder;
    try {
      const { code, text } = await listen(() => sign(['signing.pem', 'facts.json'], inTime));
      assert.equal(code, 0, text);
    } finally {
      Object.assign(process.env, { INIT_CWD });
    }
    assert.ok(existsSync(signatureFile));
  });

  test('asks for a key', () => assert.throws(() => sign([]), Misused));
});

describe('a release of the facts', () => {
  test('has been made of the facts of now', () => assert.deepEqual(faultsOfRelease(data), []));

  test('has to be made again when a fact changes', () => {
    const changed = copyOf(data);
    sure(changed['data/directory/services.json'][0]).phones = [{ number: '+4722331199', description: '' }];
    assert.match(faultsOfRelease(changed).join(), /have changed since release \d+/);
  });

  test('counts one more, for a year or until the day given', async () => {
    const { sequence, facts } = data[releaseFile];
    const file = join(folder, 'release.json');
    const written = () => JSON.parse(readFileSync(file, 'utf8'));
    assert.equal((await listen(() => release([], '2028-02-29', file))).code, 0);
    assert.deepEqual(written(), {
      country: 'NO',
      sequence: sequence + 1,
      issued: '2028-02-29',
      valid_until: '2029-02-28',
      facts,
    });
    assert.equal((await listen(() => release(['2030-01-31'], '2028-03-01', file))).code, 0);
    assert.equal(written().valid_until, '2030-01-31');
    for (const day of ['2020-01-01', '2030-02-30', 'tomorrow'])
      assert.throws(() => release([day], '2028-03-01', file), Misused, day);
  });
});
