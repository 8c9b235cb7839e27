/**
 * `tools/test/fuzz.ts`: runs the property tests, each property 10 000 times or as often as HAVN_RUNS says. To run only
 * some files, give a part of their names: `tools/test/fuzz.ts links`. The seed is printed: HAVN_SEED repeats the
 * values.
 */
import { readFileSync } from 'node:fs';
import { typeScript } from '../build/type-script.js';
import { nodeTests, runLanes, tellResults, testFiles } from './test.js';

/** Sets the number of runs and the seed, also for test files that do not import this module. */
const properties = new URL('../../test/properties.ts', import.meta.url).href;

const hasProperties = (file: string) => /HAVN_RUNS|\/properties\.js/.test(readFileSync(file, 'utf8'));

async function main(words: string[]) {
  const { HAVN_RUNS: runs = '10000', HAVN_SEED: seed = String(Math.trunc(Math.random() * 2 ** 31)) } =
    process.env;
  Object.assign(process.env, { HAVN_RUNS: runs, HAVN_SEED: seed });
  const files = testFiles(['test/unit', 'test/data'])
    .filter(hasProperties)
    .filter(file => !words.length || words.some(word => file.includes(word)));
  const runner = {
    name: `with each property tried ${runs} times, from HAVN_SEED=${seed}`,
    command: [...typeScript, '--import', properties, ...nodeTests(files, 2)],
    files,
  };
  tellResults(await runLanes([[runner]]));
}

await main(process.argv.slice(2));
