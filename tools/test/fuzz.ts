/**
 * `tools/test/fuzz.ts`: the tests with properties, each property tried 10 000 times; HAVN_RUNS asks for more. Words name files
 * to run alone: `tools/test/fuzz.ts links`. The seed is printed: with HAVN_SEED the same values are tried again.
 */
import { readFileSync } from 'node:fs';
import { failuresOfNode, run, sumsOfNode, tellFailures, testFiles } from './test.js';

/** Knows the runs and the seed, for test files that do not import it too. */
const properties = './test/properties.ts';

const hasProperties = (file: string) => /HAVN_RUNS|\/properties\.js/.test(readFileSync(file, 'utf8'));

/** @param words each a part of the name of a file */
async function main(words: string[]) {
  const { HAVN_RUNS: runs = '10000', HAVN_SEED: seed = String(Math.trunc(Math.random() * 2 ** 31)) } =
    process.env;
  Object.assign(process.env, { HAVN_RUNS: runs, HAVN_SEED: seed });
  const files = testFiles(['test/unit', 'test/data'])
    .filter(hasProperties)
    .filter(file => !words.length || words.some(word => file.includes(word)));
  const { passed, failed, failures } = await run({
    name: `with each property tried ${runs} times, from HAVN_SEED=${seed}`,
    command: ['--import', properties, '--test', '--test-reporter=spec', '--test-concurrency=2', ...files],
    sums: sumsOfNode,
    failures: failuresOfNode,
  });
  if (failures) tellFailures([failures]);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed) process.exitCode = 1;
}

await main(process.argv.slice(2));
