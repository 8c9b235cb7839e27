/**
 * `npm run test:browsers`: builds, finds the three browsers, runs the tests of the elements and of test/browsers in one
 * after the other, and adds up. `npm run test:browsers -- firefox webkit` runs those two alone.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { engines } from './browsers.js';
import { sumsOfBrowsers } from './test.js';

/** @typedef {import('./browsers.js').Engine} Engine */

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const colours = /\x1b\[[0-9;]*[A-Za-z]/g;

/** @param {Engine[]} wanted those that are not here */
function install(wanted) {
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

/** @param {Engine[]} engines */
const missing = engines => engines.filter(({ isHere }) => !isHere());

/** @param {string} key */
async function run(key) {
  console.log(`\n# ${engines[key].name}`);
  const child = spawn(
    process.execPath,
    ['node_modules/.bin/wtr', '--config', 'web-test-runner.browsers.config.js'],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, HAVN_ENGINE: key } },
  );
  let output = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    process.stdout.write(text);
    output += text;
  });
  const code = await new Promise(resolve => child.on('close', resolve));
  const { passed, failed } = sumsOfBrowsers(output.replace(colours, ''));
  // A file that cannot be loaded is no test that failed, and yet all in it has not run.
  const isBroken = code !== 0 || passed === 0;
  return { passed, failed: isBroken ? Math.max(failed, 1) : failed };
}

const asked = process.argv.slice(2);
const keys = asked.length ? asked : Object.keys(engines);
const unknown = keys.filter(key => !Object.hasOwn(engines, key));
if (unknown.length) {
  console.error(`No such browser: ${unknown.join(', ')}. There are ${Object.keys(engines).join(', ')}.`);
  process.exit(1);
}
const wanted = keys.map(key => engines[key]);
if (missing(wanted).length) install(missing(wanted));
const stillMissing = missing(wanted);
if (stillMissing.length) {
  for (const { name, packages } of stillMissing)
    console.error(
      `The tests need ${name}, and it is not here. Debian: apt-get update && apt-get install ${packages.join(' ')}`,
    );
  process.exit(1);
}
execFileSync(process.execPath, ['tools/build.js'], { stdio: 'inherit' });

/** @type {[string, {passed: number, failed: number}][]} */
const results = [];
for (const key of keys) results.push([engines[key].name, await run(key)]);

console.log('');
for (const [name, { passed, failed }] of results) console.log(`${name}: ${passed} passed, ${failed} failed`);
const sum = (/** @type {'passed' | 'failed'} */ what) => results.reduce((all, [, one]) => all + one[what], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
if (sum('failed')) process.exitCode = 1;
