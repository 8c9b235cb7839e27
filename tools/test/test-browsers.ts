/**
 * `npm run test:browsers`: builds, finds the three browsers, runs the tests of the elements, of test/browsers and of
 * test/pages/every-engine and test/pages/long in each, then filters, bundlers and the folders `once` a single time, and
 * adds up. `npm run test:browsers -- firefox webkit` runs those two alone; `-- --after-test` leaves out what `npm test` has
 * just run in Chromium.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { typeScript } from '../build/type-script.js';
import { type Engine, engines } from './browsers.js';
import { elementRunner, nodeRunner, type Runner, run, tellFailures, testFiles } from './test.js';

/** @param wanted those that are not here */
function install(wanted: Engine[]) {
  const packages = [...wanted.flatMap(engine => engine.packages), 'fonts-noto-core'];
  const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!isDebian) return;
  console.log(`Not here yet: ${wanted.map(({ name }) => name).join(', ')}. Installing with apt-get.`);
  for (const parameters of [
    ['-qq', 'update'],
    ['-qq', 'install', '--yes', '--no-install-recommends', ...packages],
  ])
    try {
      execFileSync('apt-get', parameters, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    } catch {
      // What counts is whether the browsers are there afterwards.
    }
}

const missing = (engines: Engine[]) => engines.filter(({ isHere }) => !isHere());

/** `files`: of the elements, these alone */
interface Run {
  engine: string;
  runner: Runner;
  files?: string[];
}

/** What has its own engine, or none. */
const once = ['test/filters', 'test/bundlers', 'test/pages/once', 'test/unit/once', 'test/package/once'];

const elements = elementRunner(['node_modules/.bin/wtr', '--config', 'web-test-runner.browsers.config.js']);

/**
 * What our code makes of facts, choices and words is the same in every engine: Chromium answers for all. The other files
 * of elements run in Chromium and, by turns, in one other.
 */
const engineBlind = [
  'attributes',
  'contact-directory',
  'directory',
  'facts',
  'freshness',
  'hours',
  'pathway',
  'permit-guide',
  'referral-guide',
  'return-guide',
  'search',
  'service-card',
].map(name => `test/elements/${name}.test.ts`);
function elementFiles(engine: string) {
  if (engine === 'chromium')
    return testFiles(isAfterTest ? ['test/browsers'] : ['test/elements', 'test/browsers']);
  // Firefox has the second of each two: among them is the one on languages, which it has got wrong before.
  const turn = ['webkit', 'firefox'].indexOf(engine);
  return [
    ...testFiles(['test/elements'])
      .filter(file => !engineBlind.includes(file))
      .filter((_, index) => index % 2 === turn),
    ...testFiles(['test/browsers']),
  ];
}

const nameOf = (engine: string) => engines[engine]?.name ?? engine;

const elementsIn = (engine: string): Run => ({ engine, runner: elements, files: elementFiles(engine) });

/** @param concurrency files at a time */
function pagesIn(engine: string, concurrency?: number): Run {
  const isChromium = engine === 'chromium';
  const folders = [
    ...(isAfterTest && isChromium ? [] : ['test/pages/every-engine']),
    'test/pages/long',
    ...(isChromium ? once : []),
  ];
  return { engine, runner: nodeRunner('pages', folders, concurrency) };
}

/** @param isLive its output is printed as it comes, otherwise when it ends */
async function execute({ engine, runner, files }: Run, isLive: boolean) {
  const title = `${nameOf(engine)}: ${runner.name}`;
  if (isLive) console.log(`\n# ${title}`);
  const start = Date.now();
  let output = '';
  const { passed, failed, failures } = await run(
    runner,
    { ...process.env, HAVN_ENGINE: engine, ...(files && { HAVN_FILES: files.join(' ') }) },
    text => {
      if (isLive) process.stdout.write(text);
      else output += text;
    },
  );
  if (!isLive) console.log(`\n# ${title}\n${output}`);
  console.log(`${title} took ${Math.round((Date.now() - start) / 1000)} s`);
  results.push({ engine, passed, failed });
  if (failures) allFailures.push(`${nameOf(engine)}: ${failures}`);
}

async function executeInTurn(runs: Run[], isLive: boolean) {
  for (const run of runs) await execute(run, isLive);
}

const afterTest = '--after-test';
const isAfterTest = process.argv.includes(afterTest);
const asked = process.argv.slice(2).filter(word => word !== afterTest);
const keys = asked.length ? asked : Object.keys(engines);
const unknown = keys.filter(key => !Object.hasOwn(engines, key));
if (unknown.length) {
  console.error(`No such browser: ${unknown.join(', ')}. There are ${Object.keys(engines).join(', ')}.`);
  process.exit(1);
}
const wanted = keys.flatMap(key => engines[key] ?? []);
if (missing(wanted).length) install(missing(wanted));
const stillMissing = missing(wanted);
if (stillMissing.length) {
  for (const { name, packages } of stillMissing)
    console.error(
      `The tests need ${name}, and it is not here. Debian: apt-get update && apt-get install ${packages.join(' ')}`,
    );
  process.exit(1);
}
// What `npm test` has just built is what it has tested.
if (!isAfterTest || !existsSync('dist/integrity.json') || !existsSync('.build/site'))
  for (const tool of ['tools/build/build.ts', 'tools/docs/docs.ts'])
    execFileSync(process.execPath, [...typeScript, tool], { stdio: 'inherit' });

const allFailures: string[] = [];
const results: { engine: string; passed: number; failed: number }[] = [];
// Elements take one page at a time and leave a processor half idle: all else is tested beside them. Nor do the pages of one
// engine wait for those of another, or a processor would be idle with the last file of each.
const [first = 'chromium', ...others] = keys;
await Promise.all([
  executeInTurn([pagesIn(first)], true),
  executeInTurn([...keys.map(elementsIn), ...others.map(engine => pagesIn(engine, 2))], false),
]);

tellFailures(allFailures);
console.log('');
/** @param some of the results */
const sumsOf = (some: typeof results) => ({
  passed: some.reduce((sum, { passed }) => sum + passed, 0),
  failed: some.reduce((sum, { failed }) => sum + failed, 0),
});
for (const key of keys) {
  const { passed, failed } = sumsOf(results.filter(({ engine }) => engine === key));
  console.log(`${nameOf(key)}: ${passed} passed, ${failed} failed`);
}
const { passed, failed } = sumsOf(results);
console.log(`\n${passed} passed, ${failed} failed`);
if (failed) process.exitCode = 1;
