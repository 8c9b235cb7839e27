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
import { elementRunner, nodeRunner, type Runner, runLanes, tellResults, testFiles } from './test.js';
import { isThorough, runsIn, thorough } from './turns.js';

const missing = (engines: Engine[]) => engines.filter(({ isHere }) => !isHere());

/** Tests that choose their engine themselves, or need none. */
const once = ['test/filters', 'test/bundlers', 'test/pages/once', 'test/unit/once', 'test/package/once'];

const elements = ['node_modules/.bin/wtr', '--config', 'web-test-runner.browsers.config.js'];

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

/** @param env what the run gets beside its engine */
const inEngine = (engine: string, runner: Runner, env: NodeJS.ProcessEnv = {}): Runner => ({
  ...runner,
  name: `${runner.name} in ${nameOf(engine)}`,
  env: { ...env, HAVN_ENGINE: engine, ...(isThorough && { HAVN_THOROUGH: 'yes' }) },
});

const elementsIn = (engine: string) =>
  inEngine(engine, elementRunner(elements), { HAVN_FILES: elementFiles(engine).join(' ') });

function pagesIn(engine: string, concurrency?: number) {
  const isChromium = engine === 'chromium';
  const folders = [
    ...(isAfterTest && isChromium ? [] : ['test/pages/every-engine']),
    'test/pages/long',
    ...(isChromium ? once : []),
  ];
  return inEngine(
    engine,
    nodeRunner('pages', folders, concurrency, file => runsIn(engine, file)),
  );
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

// The element tests run one page at a time and leave a processor half idle, so all other tests run at the same time.
// WebKit's wait for its driver half of the time: run last and alone, they would leave two processors a third idle.
const [first = 'chromium', second, ...others] = keys;
const results = await runLanes([
  [pagesIn(first)],
  [...keys.map(elementsIn), ...(second ? [pagesIn(second, 2)] : [])],
  others.map(engine => pagesIn(engine, 1)),
]);
const resultsIn = (key: string) => results.filter(({ runner }) => runner.env?.HAVN_ENGINE === key);
tellResults(results, Object.fromEntries(keys.map(key => [nameOf(key), resultsIn(key)])));
