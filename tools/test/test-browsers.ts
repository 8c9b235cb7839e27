/**
 * `npm run test:browsers`: builds, finds the three browsers, and adds up the results. Chromium runs the element tests,
 * test/browsers, test/pages/every-engine and test/pages/long, the others what `turns.ts` and the lists here say; filters,
 * bundlers and the folders `once` run a single time. `npm run test:browsers -- firefox webkit` runs only those two.
 * `-- --after-test` leaves out what `npm test` has just run in Chromium; `-- --thorough` runs every case in every engine.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { typeScript } from '../build/type-script.js';
import { type Engine, engines } from './browsers.js';
import { ensurePackages } from './debian.js';
import { elementRunner, nodeRunner, type Runner, run, tellFailures, testFiles } from './test.js';
import { isThorough, runsIn, thorough } from './turns.js';

const missing = (engines: Engine[]) => engines.filter(({ isHere }) => !isHere());

/** `files`: runs only these element tests */
interface Run {
  engine: string;
  runner: Runner;
  files?: string[];
}

/** Tests that choose their engine themselves, or need none. */
const once = ['test/filters', 'test/bundlers', 'test/pages/once', 'test/unit/once', 'test/package/once'];

const elements = elementRunner(['node_modules/.bin/wtr', '--config', 'web-test-runner.browsers.config.js']);

/**
 * These element tests run only in Chromium: how our code handles facts, choices and words is the same in every engine.
 * The other element tests run in Chromium and in either Firefox or WebKit, alternately.
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
  if (engine === 'chromium' && isAfterTest) return testFiles(['test/browsers']);
  if (engine === 'chromium' || isThorough) return testFiles(['test/elements', 'test/browsers']);
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

/** @param concurrency how many files run at a time */
function pagesIn(engine: string, concurrency?: number): Run {
  const isChromium = engine === 'chromium';
  const folders = [
    ...(isAfterTest && isChromium ? [] : ['test/pages/every-engine']),
    'test/pages/long',
    ...(isChromium ? once : []),
  ];
  return { engine, runner: nodeRunner('pages', folders, concurrency, file => runsIn(engine, file)) };
}

/** @param isLive prints the output as it arrives, otherwise when the run ends */
async function execute({ engine, runner, files }: Run, isLive: boolean) {
  const title = `${nameOf(engine)}: ${runner.name}`;
  if (isLive) console.log(`\n# ${title}`);
  const start = Date.now();
  let output = '';
  const { passed, failed, failures } = await run(
    runner,
    {
      ...process.env,
      HAVN_ENGINE: engine,
      ...(isThorough && { HAVN_THOROUGH: 'yes' }),
      ...(files && { HAVN_FILES: files.join(' ') }),
    },
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
const asked = process.argv.slice(2).filter(word => word !== afterTest && word !== thorough);
const keys = asked.length ? asked : Object.keys(engines);
const unknown = keys.filter(key => !Object.hasOwn(engines, key));
if (unknown.length) {
  console.error(`No such browser: ${unknown.join(', ')}. There are ${Object.keys(engines).join(', ')}.`);
  process.exit(1);
}
const wanted = keys.flatMap(key => engines[key] ?? []);
if (missing(wanted).length)
  ensurePackages([...missing(wanted).flatMap(({ packages }) => packages), 'fonts-noto-core']);
const stillMissing = missing(wanted);
if (stillMissing.length) {
  for (const { name, packages } of stillMissing)
    console.error(
      `The tests need ${name}, and it is not here. Debian: apt-get update && apt-get install ${packages.join(' ')}`,
    );
  process.exit(1);
}
// After `npm test`, its build is used again.
if (!isAfterTest || !existsSync('dist/integrity.json') || !existsSync('.build/site'))
  for (const tool of ['tools/build/build.ts', 'tools/docs/docs.ts'])
    execFileSync(process.execPath, [...typeScript, tool], { stdio: 'inherit' });

const allFailures: string[] = [];
const results: { engine: string; passed: number; failed: number }[] = [];
// The element tests run one page at a time and leave a processor half idle, so all other tests run at the same time.
// WebKit's wait for its driver half of the time: run last and alone, they would leave two processors a third idle.
const [first = 'chromium', second, ...others] = keys;
await Promise.all([
  executeInTurn([pagesIn(first)], true),
  executeInTurn([...keys.map(elementsIn), ...(second ? [pagesIn(second, 2)] : [])], false),
  executeInTurn(
    others.map(engine => pagesIn(engine, 1)),
    false,
  ),
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
