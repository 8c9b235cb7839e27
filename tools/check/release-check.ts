/**
 * `tools/check/release-check.ts`: whether this commit can be released. It prints one line for each check: `ok`, or what
 * to do. It runs all tests; `-- --tested` leaves them out if they have just run, as in .github/workflows/release.yml.
 * The end of the output is what only people can do (docs/releasing.md). The build stays in dist/.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BillOfMaterials } from '../build/builder-facts.js';
import { inCountry } from '../build/country.js';
import { type Facts, type Release, readFactFile } from '../build/fact-files.js';
import { releaseFile } from '../build/feed.js';
import { faultsOfIntegrity } from '../build/integrity.js';
import { readPublicKeys, testKey } from '../build/keys.js';
import { readFacts } from '../build/read-facts.js';
import { readJson } from '../build/read-json.js';
import { runTool } from '../build/type-script.js';
import { dayHere } from '../desk/command.js';
import { dueAfterDays, dueRecords } from '../desk/facts-due.js';
import { sectionOf, sectionsOf } from '../docs/changelog.js';
import { type Check, refuse, runChecks } from './check.js';
import { faultsOfPacked, packed } from './package.js';

interface Package {
  version: string;
}

const isVersion = (text: string) => /^\d+\.\d+\.\d+$/.test(text);

/** Below 0 if the first version is older. */
const compare = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true });

/** @param day YYYY-MM-DD */
const after = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

interface Repository {
  /** changes that are not committed */
  changes: string;
  /** tags of versions, without the v, oldest first */
  tags: string[];
  /** the tags that are on this commit */
  here: string[];
}

export function readRepository(folder: string = '.'): Repository {
  const git = (...words: string[]) => execFileSync('git', words, { cwd: folder, encoding: 'utf8' }).trim();
  const versions = (...words: string[]) =>
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

/** The version that was released last. */
const lastBefore = (version: string, { tags }: Repository) => tags.filter(tag => tag !== version).at(-1);

export const faultsOfTree = ({ changes }: Repository): string[] =>
  changes ? [`commit these first, or take them back:\n${changes}`] : [];

/** @param locked version in package-lock.json */
export function faultsOfVersion(version: string, locked: string, repository: Repository) {
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

/** @param today YYYY-MM-DD */
export function faultsOfChangelog(text: string, version: string, today: string) {
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

/** For how many days at least a feed of these facts must be valid. */
const leastDays = 30;

/** The fields of the country's release.json that are checked. */
type FactsRelease = Pick<Release, 'sequence' | 'valid_until' | 'facts'>;
/**
 * @param today YYYY-MM-DD
 * @param last the last version: its tag, its release.json and its CHANGELOG-facts.md
 * @param log the current CHANGELOG-facts.md
 */
export function faultsOfFacts(
  release: FactsRelease,
  today: string,
  last?: { tag: string; release: FactsRelease; log: string },
  log?: string,
) {
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

/** @param list HAVN_PUBLIC_KEYS */
export function faultsOfKeys(list: string): string[] {
  try {
    const { length } = readPublicKeys(list);
    return length === 2
      ? []
      : [
          `HAVN_PUBLIC_KEYS names ${length || 'no'} public key${length > 1 ? 's' : ''}, and SECURITY.md promises two`,
        ];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** A patch version is not measured again: new facts and fixes must not wait for half an hour of measuring. */
export const faultsOfBench = (text: string, version: string) =>
  text.includes(`havn-widgets ${version.replace(/\.\d+$/, '.')}`)
    ? []
    : [
        `docs/bench.md measures another version than ${version}: npm run bench, when the machine has nothing else to do`,
      ];

/** @param keys that its pages must trust */
export function faultsOfBuild(folder: string, version: string, keys: string[]) {
  const bill = readJson<BillOfMaterials>(`${folder}/sbom.cdx.json`).metadata.component.version;
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

/** What only people can check. */
export function leftToPeople(data: Facts, today: string) {
  const due = dueRecords(data, today);
  const reviews = Object.entries(data[inCountry('locales/review.json')]);
  const languages = reviews.flatMap(([language, { reviewed_by }]) => (reviewed_by ? [] : language));
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

/** Runs npm as CI does: without keys. */
const npm = (words: string[]) => () => {
  const { HAVN_PUBLIC_KEYS: _, ...env } = process.env;
  if (spawnSync('npm', words, { stdio: 'inherit', env }).status !== 0) throw new Error('see above');
};

/** These checks run first, and by themselves: if one fails, the tests of half an hour need not run. */
function quickChecks(): Record<string, Check> {
  const { version } = readJson<Package>('package.json');
  const today = dayHere();
  const repository = readRepository();
  const last = lastBefore(version, repository);
  const at = (file: string) => execFileSync('git', ['show', `v${last}:./${file}`], { encoding: 'utf8' });
  const lastFacts = last
    ? { tag: `v${last}`, release: JSON.parse(at(releaseFile)), log: at('CHANGELOG-facts.md') }
    : undefined;
  return {
    'working tree': () => refuse(faultsOfTree(repository)),
    version: () =>
      refuse(faultsOfVersion(version, readJson<Package>('package-lock.json').version, repository)),
    changelog: () => refuse(faultsOfChangelog(readFileSync('CHANGELOG.md', 'utf8'), version, today)),
    facts: () =>
      refuse(
        faultsOfFacts(
          readFactFile('release.json'),
          today,
          lastFacts,
          readFileSync('CHANGELOG-facts.md', 'utf8'),
        ),
      ),
    'keys of the facts feed': () => refuse(faultsOfKeys(keys)),
    bench: () => refuse(faultsOfBench(readFileSync('docs/bench.md', 'utf8'), version)),
  };
}

const tests: Record<string, Check> = {
  'npm test': npm(['test']),
  'npm run check': npm(['run', 'check']),
  'npm run test:browsers': npm(['run', 'test:browsers', '--', '--after-test', '--thorough']),
};

const published: Record<string, Check> = {
  build: () => {
    runTool('tools/build/build.ts');
    refuse(faultsOfBuild('dist', readJson<Package>('package.json').version, readPublicKeys(keys)));
  },
  package: () => {
    const { files } = packed();
    refuse(faultsOfPacked(files));
    return `${files.length} files`;
  },
};

async function main() {
  const { values } = parseArgs({ options: { tested: { type: 'boolean' } } });
  const failed =
    (await runChecks(quickChecks())) ||
    (await runChecks(values.tested ? published : { ...tests, ...published }));
  for (const words of leftToPeople(readFacts().data, dayHere())) console.log(`for people: ${words}`);
  if (failed) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) await main();
