/**
 * `npm test`: builds, finds a Chromium, runs the tests in Node and in that browser, and adds up what
 * passed and failed.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { typeScript } from '../build/type-script.js';
import { findChromium } from './chromium.js';
import { ensurePackages } from './debian.js';
import type { Sums } from './sums.js';

/** The slowest files start first: otherwise one processor would still run them when all others have finished. */
const longest = [
  'country',
  'docs',
  'own-hostile-hosts',
  'verify',
  'frames',
  'print-one-page',
  'accessibility',
  'feed',
  'real-hosts',
  'shard-command',
  'ckeditor',
  'builder',
  'strict-host',
  'frameworks',
  'local-services',
  'plain-html',
  'finder-phone',
  'life',
  'verify-hostile',
  'brand',
  'exit',
  'leaving-no-trace',
  'bundlers',
  'languages',
  'every-language',
  'hand-over',
  'policies',
  'types',
  'leak',
  'shards',
  'no-trace',
].map(name => `${name}.test.ts`);
const turnOf = (file: string) => {
  const turn = longest.indexOf(basename(file));
  return turn < 0 ? longest.length : turn;
};

/** @returns the files by name, because Node 20 does not accept patterns */
export const testFiles = (folders: string[]): string[] =>
  folders
    .filter(existsSync)
    .flatMap(folder => readdirSync(folder).map(name => join(folder, name)))
    .filter(file => file.endsWith('.test.ts'))
    .sort()
    .sort((one, other) => turnOf(one) - turnOf(other));

/**
 * `command`: the words after `node`. It writes its sums into the file that HAVN_SUMS names. `files`: the test files, if it
 * names any. `env`: what it gets beside the environment of this process
 */
export interface Runner {
  name: string;
  command: string[];
  files?: string[];
  env?: NodeJS.ProcessEnv;
}

/** `failures`: what to say at the end of all runs */
interface Outcome {
  passed: number;
  failed: number;
  failures?: string;
}

type Result = Outcome & { runner: Runner };

/** The arguments with which Node runs test files. */
export const nodeTests = (files: string[], concurrency: number): string[] => [
  'tools/test/node-tests.ts',
  String(concurrency),
  ...files,
];

export function nodeRunner(
  name: string,
  folders: string[],
  concurrency = 3,
  isWanted: (file: string) => boolean = () => true,
): Runner {
  const files = testFiles(folders).filter(isWanted);
  return { name, command: [...typeScript, ...nodeTests(files, concurrency)], files };
}

export const elementRunner = (command: string[]): Runner => ({ name: 'elements', command });

/**
 * The rows run one after the other, and the runners of a row at the same time. The element tests alone would leave a
 * third of two processors idle.
 */
const rows: Runner[][] = [
  [nodeRunner('in Node', ['test/unit', 'test/data', 'test/package'])],
  [nodeRunner('pages', ['test/pages', 'test/pages/every-engine']), elementRunner(['node_modules/.bin/wtr'])],
];

/** @returns what the run has written; nothing if the run was ended before */
function readSums(file: string): Sums | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param inherited the environment, but for what the runner itself gets */
export async function run(
  { name, command, files, env }: Runner,
  inherited: NodeJS.ProcessEnv = process.env,
  tell: (text: string) => void = text => void process.stdout.write(text),
): Promise<Outcome> {
  // Without a file, Node would look for some itself.
  if (files && !files.length) return { passed: 0, failed: 1, failures: `Tests ${name}: there are none` };
  const folder = mkdtempSync(join(tmpdir(), 'havn-sums-'));
  const file = join(folder, 'sums.json');
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...inherited, ...env, HAVN_SUMS: file },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    tell(text);
    output += text;
  });
  const code = await new Promise(resolve => child.on('close', resolve));
  const { passed, failed, failures } = readSums(file) ?? { passed: 0, failed: 0, failures: [] };
  rmSync(folder, { recursive: true });
  if (passed && !failed && code === 0) return { passed, failed };
  const reason = failures.join('\n\n') || `ended with code ${code}; its last words: ${output.slice(-500)}`;
  return { passed, failed: Math.max(failed, 1), failures: `Tests ${name}: ${reason}` };
}

/**
 * The lanes run at the same time, the runners of a lane one after the other. What the first lane prints is shown as it
 * comes, that of the others when a run of theirs ends.
 */
export async function runLanes(lanes: Runner[][]): Promise<Result[]> {
  const results: Result[] = [];
  async function runInTurn(lane: Runner[], isLive: boolean) {
    for (const runner of lane) {
      const title = `\n# Tests ${runner.name}`;
      const start = Date.now();
      let output = '';
      if (isLive) console.log(title);
      const sums = await run(runner, process.env, text => {
        if (isLive) process.stdout.write(text);
        else output += text;
      });
      if (!isLive) console.log(`${title}\n${output}`);
      console.log(`Tests ${runner.name} took ${Math.round((Date.now() - start) / 1000)} s`);
      results.push({ ...sums, runner });
    }
  }
  await Promise.all(lanes.map((lane, index) => runInTurn(lane, index === 0)));
  return results;
}

/**
 * The end of a command that runs tests: repeats the failures, after thousands of lines of output, and has the sums of all
 * results in the last line.
 * @param groups those that have sums of their own
 */
export function tellResults(results: Result[], groups: Record<string, Result[]> = {}) {
  const failures = results.flatMap(({ failures }) => failures ?? []);
  if (failures.length) console.log(`\nWhat failed, once more:\n\n${failures.join('\n\n')}`);
  console.log('');
  const sum = (some: Result[], what: 'passed' | 'failed') => some.reduce((sum, one) => sum + one[what], 0);
  const inWords = (some: Result[]) => `${sum(some, 'passed')} passed, ${sum(some, 'failed')} failed`;
  for (const [name, group] of Object.entries(groups)) console.log(`${name}: ${inWords(group)}`);
  console.log(inWords(results));
  if (sum(results, 'failed')) process.exitCode = 1;
}

/** A Chromium that starts: on Ubuntu, the command `chromium` can be one that only says how to install Chromium. */
function workingChromium() {
  const path = findChromium();
  if (!path) return undefined;
  try {
    return /Chrom/.test(execFileSync(path, ['--version'], { stdio: 'pipe' }).toString()) ? path : undefined;
  } catch {
    return undefined;
  }
}

function chromium(): string | undefined {
  let path = workingChromium();
  for (const name of ['chromium-headless-shell', 'chromium']) {
    if (path) break;
    ensurePackages([name, 'fonts-noto-core']);
    path = workingChromium();
  }
  return path;
}

async function main() {
  try {
    for (const tool of ['tools/build/build.ts', 'tools/docs/docs.ts'])
      execFileSync(process.execPath, [...typeScript, tool], { stdio: 'inherit' });
  } catch {
    console.error('The build has failed: no test has run.');
    process.exit(1);
  }
  const path = chromium();
  if (!path) {
    console.error(
      'The tests need a Chromium or Chrome, and there is none that starts. Install one (Debian: `apt-get install chromium`; Ubuntu: Google Chrome, or `snap install chromium`), or say where it is: CHROME_PATH=/path/to/chrome npm test',
    );
    process.exit(1);
  }
  process.env.CHROME_PATH = path;
  const results: Result[] = [];
  for (const row of rows) results.push(...(await runLanes(row.map(runner => [runner]))));
  tellResults(results);
}

if (process.argv[1] === import.meta.filename) await main();
