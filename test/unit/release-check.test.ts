/** What prevents a release, and the messages about it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { newKey, testKey } from '../../tools/build/keys.js';
import { faultsOfPackage } from '../../tools/check/package.js';
import {
  faultsOfBench,
  faultsOfBuild,
  faultsOfChangelog,
  faultsOfFacts,
  faultsOfKeys,
  faultsOfTree,
  faultsOfVersion,
  leftToPeople,
  readRepository,
} from '../../tools/check/release-check.js';
import { sectionsOf } from '../../tools/docs/changelog.js';
import { folderFor } from '../folder.js';
import { uncheckedFacts } from './desk.js';

const today = '2027-01-31';

describe('the repository', () => {
  const folder = folderFor('release');
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...words], { cwd: folder });
  git('init', '--quiet');
  for (const tag of ['v0.9.0', 'v0.10.0', 'vortex']) {
    git('commit', '--quiet', '--allow-empty', '--message', tag);
    git('tag', tag);
  }

  test('has its tags in the order of versions, and knows which are on this commit', () => {
    git('tag', 'v1.0.0');
    assert.deepEqual(readRepository(folder), {
      changes: '',
      tags: ['0.9.0', '0.10.0', '1.0.0'],
      here: ['1.0.0'],
    });
    assert.deepEqual(faultsOfTree(readRepository(folder)), []);
  });

  test('must hold nothing that is not committed', () => {
    writeFileSync(join(folder, 'new.txt'), '');
    assert.match(faultsOfTree(readRepository(folder)).join(), /^commit these first.*\n\?\? new\.txt$/);
  });
});

describe('the version', () => {
  const repository = { changes: '', tags: ['0.9.0', '0.10.0'], here: [] };

  test('is new, or has its tag on this very commit', () => {
    assert.deepEqual(faultsOfVersion('0.11.0', '0.11.0', repository), []);
    assert.deepEqual(faultsOfVersion('0.10.0', '0.10.0', { ...repository, here: ['0.10.0'] }), []);
    assert.deepEqual(faultsOfVersion('0.1.0', '0.1.0', { ...repository, tags: [] }), []);
  });

  for (const [why, version, locked, said] of [
    ['is taken', '0.10.0', '0.10.0', /^the tag v0\.10\.0 is on another commit: npm version/],
    ['is older than the last', '0.9.1', '0.9.1', /^0\.9\.1 is older than v0\.10\.0/],
    ['is not that of the lock file', '0.11.0', '0.10.0', /^package-lock\.json says 0\.10\.0/],
    [
      'is no three numbers',
      '1.0.0-beta',
      '1.0.0-beta',
      /^"1\.0\.0-beta" in package\.json is not three numbers/,
    ],
  ])
    test(`is refused where it ${why}`, () =>
      assert.match(faultsOfVersion(String(version), String(locked), repository).join('\n'), said as RegExp));
});

describe('the changelog', () => {
  const good = `# Changelog

## [Unreleased]

## [1.2.0] - 2027-01-30

### Added

- Something.

## [1.1.0] - 2026-12-01

- Older.
`;

  test('is read by its versions', () => {
    assert.deepEqual(
      sectionsOf(good).map(({ name, day, body }) => [name, day, body]),
      [
        ['Unreleased', undefined, ''],
        ['1.2.0', '2027-01-30', '### Added\n\n- Something.'],
        ['1.1.0', '2026-12-01', '- Older.'],
      ],
    );
  });

  test('has what is new under the version and its day', () => {
    assert.deepEqual(faultsOfChangelog(good, '1.2.0', today), []);
  });

  for (const [why, text, version, said] of [
    [
      'something is not released yet',
      good.replace('[Unreleased]\n', '[Unreleased]\n\n- More.\n'),
      '1.2.0',
      /^CHANGELOG\.md: put what stands under "Unreleased" under "## \[1\.2\.0\] - 2027-01-31"$/,
    ],
    ['the version is missing', good, '1.3.0', /^CHANGELOG\.md has no "## \[1\.3\.0\] - 2027-01-31"$/],
    ['another stands above it', good, '1.1.0', /^CHANGELOG\.md: 1\.2\.0 stands above 1\.1\.0$/],
    [
      'it says nothing',
      good.replace(/### Added\n\n- Something\.\n/, ''),
      '1.2.0',
      /^CHANGELOG\.md says nothing of 1\.2\.0$/,
    ],
    [
      'its day is yet to come',
      good.replace('2027-01-30', '2027-02-01'),
      '1.2.0',
      /^CHANGELOG\.md: 1\.2\.0 has the day 2027-02-01/,
    ],
    [
      'it has no day',
      good.replace(' - 2027-01-30', ''),
      '1.2.0',
      /^CHANGELOG\.md: 1\.2\.0 has the day undefined/,
    ],
  ])
    test(`is refused where ${why}`, () =>
      assert.match(faultsOfChangelog(String(text), String(version), today).join('\n'), said as RegExp));
});

describe('the facts', () => {
  const release = { sequence: 3, valid_until: '2028-01-01', facts: 'new' };
  const last = { tag: 'v1.1.0', release: { ...release, sequence: 2, facts: 'old' }, log: 'Before' };

  test('are counted and told of, or the same as before', () => {
    assert.deepEqual(faultsOfFacts(release, today, last, 'After'), []);
    assert.deepEqual(faultsOfFacts(release, today, { ...last, release }, 'Before'), []);
    assert.deepEqual(faultsOfFacts(release, today), []);
  });

  test('are refused where they soon expire, are not counted, or are not told of', () => {
    assert.match(
      faultsOfFacts({ ...release, valid_until: '2027-03-01' }, today).join(),
      /until 2027-03-01: npm run havn -- release$/,
    );
    assert.deepEqual(faultsOfFacts({ ...release, valid_until: '2027-03-02' }, today), []);
    assert.match(
      faultsOfFacts({ ...release, sequence: 2 }, today, last, 'After').join(),
      /their count is not: npm run havn -- release$/,
    );
    assert.match(faultsOfFacts(release, today, last, 'Before').join(), /facts diff v1\.1\.0 \. --write$/);
  });
});

describe('the keys of the facts feed', () => {
  const [one, two] = [newKey().publicKey, newKey().publicKey];

  test('are two', () => {
    assert.deepEqual(faultsOfKeys(`${one},${two}`), []);
    assert.match(faultsOfKeys('').join(), /names no public key, and SECURITY\.md promises two/);
    assert.match(faultsOfKeys(one).join(), /names 1 public key, and/);
    assert.match(faultsOfKeys(`${one},${one}`).join(), /names 1 public key, and/);
  });

  test('are never the test key of this repository, and always keys', () => {
    assert.match(faultsOfKeys(`${one},${testKey()}`).join(), /holds the test key/);
    assert.match(faultsOfKeys(`${one},abc`).join(), /"abc" is no public key/);
  });
});

test('the bench has measured this version, or another patch of it', () => {
  const text = 'Versions: havn-widgets 1.2.0, uswds 3.0.0.';
  assert.deepEqual(faultsOfBench(text, '1.2.0'), []);
  assert.deepEqual(faultsOfBench(text, '1.2.7'), []);
  for (const version of ['1.3.0', '2.2.0', '1.20.0'])
    assert.match(faultsOfBench(text, version).join(), /measures another version than [\d.]+: npm run bench/);
});

describe('the build', () => {
  const folder = folderFor('build');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const key = newKey().publicKey;
  cpSync('dist', folder, { recursive: true });
  mkdirSync(join(folder, 'parts'), { recursive: true });
  const follower = join(folder, 'parts/feed.js');

  /** The faults of the build, except those of the file that this test changes. */
  const faults = (of: string) =>
    faultsOfBuild(folder, of, [key]).filter(fault => !/parts\/feed\.js is not (?:in|the one)/.test(fault));

  test('is of this version, believes its keys and no other', () => {
    writeFileSync(follower, `["${key}"]`);
    assert.deepEqual(faults(version), []);
  });

  test('is refused where it is of another version or believes other keys', () => {
    writeFileSync(follower, `["${testKey()}"]`);
    assert.deepEqual(
      faults('9.9.9').map(fault => fault.replace(folder, 'dist')),
      [
        'dist/havn.js is not of version 9.9.9',
        `dist/sbom.cdx.json is of version ${version}`,
        `dist/parts/feed.js does not know the key ${key}`,
        'dist/parts/feed.js believes the test key',
      ],
    );
  });

  test('is refused where a file is not that of its list', () => {
    writeFileSync(join(folder, 'havn.js'), `"${version}"`);
    assert.ok(faults(version).includes('havn.js is not the one that integrity.json names'));
  });
});

test('the package holds what is promised and built, the modules that its entries lead to, and nothing else', () => {
  const packed = ['package.json', 'README.md', 'LICENSE', 'dist/havn.js', 'dist/npm/index.js'];
  const promised = ['dist/havn.js', 'dist/npm', '!dist/npm/**/*.static.*', 'LICENSE'];
  const built = ['havn.js', 'npm/index.js', 'npm/banner.static.js', 'html/banner.en.html'];
  const modules = ['dist/npm/index.js'];
  assert.deepEqual(faultsOfPackage(packed, promised, built, modules), []);
  assert.deepEqual(faultsOfPackage([...packed, 'dist/havn.js.map', 'key.pem'], promised, built, modules), [
    'dist/havn.js.map would be published: who needs it?',
    'key.pem would be published: who needs it?',
  ]);
  assert.deepEqual(
    faultsOfPackage(
      packed,
      [...promised, 'CHANGELOG.md', 'dist/locales', 'dist/types'],
      [...built, 'locales/pl.js'],
      [...modules, 'dist/npm/banner.js'],
    ),
    [
      'dist/npm/banner.js would not be published',
      'CHANGELOG.md would not be published',
      'dist/locales would not be published',
      'dist/types would not be published',
      'dist/locales/pl.js would not be published',
    ],
  );
});

test('what only people can do is told, and keeps nothing back', () => {
  const [facts = '', languages = ''] = leftToPeople(uncheckedFacts(), today);
  assert.match(facts, /^\d+ facts that nobody has checked in 180 days: npm run havn -- facts due$/);
  assert.match(languages, /^translations that nobody has reviewed: [a-z ]+$/);
});
