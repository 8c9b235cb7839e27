/**
 * `npm run release-check`: whether this commit can be released. One line for each thing: `ok`, or what to do. All tests run
 * in it; `-- --tested` leaves them out where they have just run, as in .github/workflows/release.yml. It ends with what
 * only people can do (docs/releasing.md), and leaves the build in dist/.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inCountry } from '../build/country.js';
import { readFacts } from '../build/facts.js';
import { releaseFile } from '../build/feed.js';
import { faultsOfIntegrity } from '../build/integrity.js';
import { readPublicKeys, testKey } from '../build/keys.js';
import { dayHere } from '../desk/command.js';
import { dueAfterDays, dueRecords } from '../desk/facts-due.js';
import { sectionOf, sectionsOf } from '../docs/changelog.js';
import { refuse, runChecks } from './check.js';

/** @param {string} file */
const json = file => JSON.parse(readFileSync(file, 'utf8'));

const isVersion = (/** @type {string} */ text) => /^\d+\.\d+\.\d+$/.test(text);

/** Below 0 where the first is the older version. @param {string} one @param {string} other */
const compare = (one, other) => one.localeCompare(other, 'en', { numeric: true });

/** @param {string} day YYYY-MM-DD @param {number} days */
const after = (day, days) =>
  new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * @typedef {object} Repository
 * @property {string} changes that are not committed
 * @property {string[]} tags of versions, without their v, the oldest first
 * @property {string[]} here those of them that are on this commit
 */

/** @param {string} [folder] @returns {Repository} */
export function readRepository(folder = '.') {
  /** @param {string[]} words */
  const git = (...words) => execFileSync('git', words, { cwd: folder, encoding: 'utf8' }).trim();
  const versions = (/** @type {string[]} */ ...words) =>
    git('tag', '--list', 'v*', ...words)
      .split('\n')
      .map(tag => tag.slice(1))
      .filter(isVersion)
      .sort(compare);
  return {
    changes: git('status', '--porcelain'),
    tags: versions(),
    here: versions('--points-at', 'HEAD'),
  };
}

/** The version that was released last. @param {string} version of now @param {Repository} repository */
const lastBefore = (version, { tags }) => tags.filter(tag => tag !== version).at(-1);

/** @param {Repository} repository @returns {string[]} */
export const faultsOfTree = ({ changes }) =>
  changes ? [`commit these first, or take them back:\n${changes}`] : [];

/** @param {string} version @param {string} locked version in package-lock.json @param {Repository} repository */
export function faultsOfVersion(version, locked, repository) {
  const { tags, here } = repository;
  const last = lastBefore(version, repository);
  return [
    ...(isVersion(version) ? [] : [`"${version}" in package.json is not three numbers (docs/versioning.md)`]),
    ...(locked === version ? [] : [`package-lock.json says ${locked}, package.json ${version}: npm install`]),
    ...(tags.includes(version) && !here.includes(version)
      ? [`the tag v${version} is on another commit: npm version --no-git-tag-version patch, minor or major`]
      : []),
    ...(last && compare(version, last) < 0 ? [`${version} is older than v${last}, the last release`] : []),
  ];
}

/** @param {string} text of CHANGELOG.md @param {string} version @param {string} today YYYY-MM-DD */
export function faultsOfChangelog(text, version, today) {
  const head = `## [${version}] - ${today}`;
  const section = sectionOf(text, version);
  const newest = sectionsOf(text).find(({ name }) => name !== 'Unreleased');
  return [
    ...(sectionOf(text, 'Unreleased')?.body
      ? [`CHANGELOG.md: put what stands under "Unreleased" under "${head}"`]
      : []),
    ...(section ? [] : [`CHANGELOG.md has no "${head}"`]),
    ...(section && newest?.name !== version ? [`CHANGELOG.md: ${newest?.name} stands above ${version}`] : []),
    ...(section && !section.body ? [`CHANGELOG.md says nothing of ${version}`] : []),
    ...(section && !(section.day && section.day <= today)
      ? [`CHANGELOG.md: ${version} has the day ${section.day}: "${head}"`]
      : []),
  ];
}

/** So long a feed of these facts is to be good for at least. */
const leastDays = 30;

/**
 * @typedef {{sequence: number, valid_until: string, facts: string}} FactsRelease release.json of the country
 * @param {FactsRelease} release
 * @param {string} today YYYY-MM-DD
 * @param {{tag: string, release: FactsRelease, log: string}} [last] of the last version: what it had, and its CHANGELOG-facts.md
 * @param {string} [log] CHANGELOG-facts.md of now
 */
export function faultsOfFacts(release, today, last, log) {
  const isNew = last && last.release.facts !== release.facts;
  return [
    ...(release.valid_until >= after(today, leastDays)
      ? []
      : [`${releaseFile}: pages take these facts up until ${release.valid_until}: npm run havn -- release`]),
    ...(isNew && release.sequence <= last.release.sequence
      ? [
          `${releaseFile}: the facts are others than in ${last.tag}, and their count is not: npm run havn -- release`,
        ]
      : []),
    ...(isNew && last.log === log
      ? [`CHANGELOG-facts.md says nothing of what is new: npm run havn -- facts diff ${last.tag} . --write`]
      : []),
  ];
}

/** @param {string} list HAVN_PUBLIC_KEYS @returns {string[]} */
export function faultsOfKeys(list) {
  try {
    const { length } = readPublicKeys(list);
    return length === 2
      ? []
      : [
          `HAVN_PUBLIC_KEYS names ${length || 'no'} public key${length > 1 ? 's' : ''}, and SECURITY.md promises two`,
        ];
  } catch (error) {
    return [/** @type {Error} */ (error).message];
  }
}

/** A patch brings facts and mended faults, which must not wait for half an hour of measuring. @param {string} text of docs/bench.md @param {string} version */
export const faultsOfBench = (text, version) =>
  text.includes(`havn-widgets ${version.replace(/\.\d+$/, '.')}`)
    ? []
    : [
        `docs/bench.md measures another version than ${version}: npm run bench, when the machine has nothing else to do`,
      ];

/**
 * @param {string} folder of the build
 * @param {string} version
 * @param {string[]} keys that its pages believe
 */
export function faultsOfBuild(folder, version, keys) {
  const bill = json(`${folder}/sbom.cdx.json`).metadata.component.version;
  const follower = readFileSync(`${folder}/parts/feed.js`, 'utf8');
  return [
    ...faultsOfIntegrity(folder),
    ...(readFileSync(`${folder}/havn.js`, 'utf8').includes(`"${version}"`)
      ? []
      : [`${folder}/havn.js is not of version ${version}`]),
    ...(bill === version ? [] : [`${folder}/sbom.cdx.json is of version ${bill}`]),
    ...keys
      .filter(key => !follower.includes(key))
      .map(key => `${folder}/parts/feed.js does not know the key ${key}`),
    ...(follower.includes(testKey()) ? [`${folder}/parts/feed.js believes the test key`] : []),
  ];
}

/**
 * @param {string[]} packed paths in the package
 * @param {string[]} promised `files` of package.json
 * @param {string[]} built paths in dist
 */
export function faultsOfPackage(packed, promised, built) {
  const expected = new Set([
    ...['package.json', 'README.md', ...promised.filter(file => file !== 'dist')],
    ...built.map(file => `dist/${file}`),
  ]);
  return [
    ...packed.filter(file => !expected.has(file)).map(file => `${file} would be published: who needs it?`),
    ...[...expected].filter(file => !packed.includes(file)).map(file => `${file} would not be published`),
  ];
}

/** What no test can do. @param {Record<string, any>} data the facts @param {string} today */
export function leftToPeople(data, today) {
  const due = dueRecords(data, today);
  /** @type {Record<string, {reviewed_by?: string}>} */
  const review = json(inCountry('locales/review.json'));
  const languages = Object.keys(review).filter(language => !review[language].reviewed_by);
  const unseen = readFileSync('tools/docs/criteria.json', 'utf8').match(/"manual": "not checked/g) ?? [];
  return [
    ...(due.length
      ? [`${due.length} facts that nobody has checked in ${dueAfterDays} days: npm run havn -- facts due`]
      : []),
    ...(languages.length ? [`translations that nobody has reviewed: ${languages.join(' ')}`] : []),
    ...(unseen.length
      ? [`${unseen.length} criteria of accessibility that no person has looked at: tools/docs/criteria.json`]
      : []),
  ];
}

const keys = process.env.HAVN_PUBLIC_KEYS ?? '';

/** As they run in CI: without keys. @param {string[]} words */
const npm = words => () => {
  const { HAVN_PUBLIC_KEYS: _, ...env } = process.env;
  if (spawnSync('npm', words, { stdio: 'inherit', env }).status !== 0) throw new Error('see above');
};

/** What cannot be right is not tested for half an hour: these come first, and alone. @returns {Record<string, import('./check.js').Check>} */
function quickChecks() {
  const { version } = json('package.json');
  const today = dayHere();
  const repository = readRepository();
  const last = lastBefore(version, repository);
  const at = (/** @type {string} */ file) =>
    execFileSync('git', ['show', `v${last}:./${file}`], { encoding: 'utf8' });
  const lastFacts = last
    ? { tag: `v${last}`, release: JSON.parse(at(releaseFile)), log: at('CHANGELOG-facts.md') }
    : undefined;
  return {
    'working tree': () => refuse(faultsOfTree(repository)),
    version: () => refuse(faultsOfVersion(version, json('package-lock.json').version, repository)),
    changelog: () => refuse(faultsOfChangelog(readFileSync('CHANGELOG.md', 'utf8'), version, today)),
    facts: () =>
      refuse(faultsOfFacts(json(releaseFile), today, lastFacts, readFileSync('CHANGELOG-facts.md', 'utf8'))),
    'keys of the facts feed': () => refuse(faultsOfKeys(keys)),
    bench: () => refuse(faultsOfBench(readFileSync('docs/bench.md', 'utf8'), version)),
  };
}

/** @type {Record<string, import('./check.js').Check>} */
const tests = {
  'npm test': npm(['test']),
  'npm run check': npm(['run', 'check']),
  'npm run test:browsers': npm(['run', 'test:browsers', '--', '--after-test']),
};

/** As npm packs them. Its own list does not do: it hides what looks like a secret, and so the ids of the open data. */
function packedFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'havn-pack-'));
  try {
    execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]);
    const [name] = readdirSync(folder);
    const list = execFileSync('tar', ['-tzf', join(folder, name)], { encoding: 'utf8' });
    return list
      .trim()
      .split('\n')
      .map(file => file.replace(/^package\//, ''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @type {Record<string, import('./check.js').Check>} */
const published = {
  build: () => {
    execFileSync(process.execPath, ['tools/build/build.ts'], { stdio: 'inherit' });
    refuse(faultsOfBuild('dist', json('package.json').version, readPublicKeys(keys)));
  },
  package: () => {
    const packed = packedFiles();
    const built = [...Object.keys(json('dist/integrity.json')), 'integrity.json'];
    refuse(faultsOfPackage(packed, json('package.json').files, built));
    return `${packed.length} files`;
  },
};

async function main() {
  const isTested = process.argv.includes('--tested');
  const failed =
    (await runChecks(quickChecks())) || (await runChecks(isTested ? published : { ...tests, ...published }));
  for (const words of leftToPeople(readFacts().data, dayHere())) console.log(`for people: ${words}`);
  if (failed) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) await main();
