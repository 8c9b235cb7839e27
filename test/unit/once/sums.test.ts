/** The sums of a run are true: what fails, in whichever way, is counted, and said at the end. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, describe, test } from 'node:test';
import { typeScript } from '../../../tools/build/type-script.js';
import { elementRunner, nodeRunner, type Runner, run } from '../../../tools/test/test.js';

mkdirSync('.build', { recursive: true });
const work = mkdtempSync('.build/sums-');
after(() => rmSync(work, { recursive: true }));

/** A folder of test files. */
function folderOf(files: Record<string, string>) {
  const folder = mkdtempSync(join(work, 'run-'));
  for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, `${name}.test.ts`), code);
  return folder;
}

/** Without this variable: with it, Node runs no tests within tests. */
const { NODE_TEST_CONTEXT, ...env } = process.env;
const quietly = (runner: Runner) => run(runner, env, () => undefined);
const inNode = (files: Record<string, string>) => quietly(nodeRunner('some', [folderOf(files)]));

const passing = `import { describe, test } from 'node:test';
  test('one', () => {});
  describe('suite', () => { test('two', () => {}); test.skip('three', () => {}); test.todo('four'); });`;

describe('a run in Node', () => {
  test('counts what passes, and neither suites nor what is left out', async () => {
    assert.deepEqual(await inNode({ passing }), { passed: 2, failed: 0 });
  });

  test('counts what fails, and says where and why', async () => {
    const { passed, failed, failures } = await inNode({
      passing,
      failing: `import assert from 'node:assert/strict';
        import { describe, test } from 'node:test';
        describe('outer', () => { describe('inner', () => {
          test('holds', () => {});
          test('breaks', () => assert.equal(1, 2, 'one is not two'));
        }); });`,
    });
    assert.deepEqual([passed, failed], [3, 1]);
    assert.match(
      String(failures),
      /^Tests some: ✖ .*failing\.test\.ts > outer > inner > breaks\n.*one is not two/,
    );
  });

  test('counts a file that cannot be loaded, or that throws', async () => {
    for (const code of ["import './nothing.js';", "throw new Error('on load');", '}{']) {
      const { passed, failed, failures } = await inNode({ passing, broken: code });
      assert.deepEqual([passed, failed], [2, 1], code);
      assert.match(String(failures), /broken\.test\.ts/, code);
    }
  });

  test('counts what is cancelled, and a hook that fails', async () => {
    const cancelled = await inNode({
      cancelled: `import { test } from 'node:test';
        test('parent', t => { t.test('child', () => new Promise(resolve => setTimeout(resolve, 50))); });`,
    });
    assert.equal(cancelled.passed, 0);
    assert.ok(cancelled.failed >= 1);
    assert.match(String(cancelled.failures), /child/);
    const hook = await inNode({
      passing,
      hook: `import { before, describe, test } from 'node:test';
        describe('suite', () => { before(() => { throw new Error('in a hook'); }); test('one', () => {}); });`,
    });
    assert.ok(hook.failed >= 1);
    assert.match(String(hook.failures), /in a hook/);
  });

  test('that ends early, or has no tests, has failed', async () => {
    const ended = await inNode({ passing, ends: 'process.exit(3);' });
    assert.ok(ended.failed >= 1);
    assert.equal((await inNode({})).failed, 1);
    const killed = await quietly({
      name: 'killed',
      command: ['--eval', 'console.log("last words"); process.exit(1)'],
    });
    assert.deepEqual([killed.passed, killed.failed], [0, 1]);
    assert.match(String(killed.failures), /ended with code 1.*last words/);
  });
});

test('a long run of the properties says its seed, and finds the same with it again', () => {
  const folder = mkdtempSync(join(work, 'fuzz-'));
  mkdirSync(join(folder, 'test/unit'), { recursive: true });
  for (const name of ['tools', 'node_modules']) symlinkSync(resolve(name), join(folder, name), 'dir');
  writeFileSync(
    join(folder, 'test/unit/failing.test.ts'),
    `import fc from 'fast-check'; // HAVN_RUNS
     import { test } from 'node:test';
     test('small', () => fc.assert(fc.property(fc.integer(), number => number < 1000 && number % 7 !== 3)));`,
  );
  const fuzz = (more: NodeJS.ProcessEnv) => {
    const { status, stdout } = spawnSync(process.execPath, [...typeScript, 'tools/test/fuzz.ts'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...env, HAVN_RUNS: '50', ...more },
    });
    assert.equal(status, 1, stdout);
    const [, seed] = /each property tried 50 times, from HAVN_SEED=(\d+)/.exec(stdout) ?? [];
    return { seed, found: stdout.match(/Property failed after .*|seed: -?\d+|Counterexample: .*/g) };
  };
  const first = fuzz({});
  assert.ok(first.seed && first.found?.includes(`seed: ${first.seed}`), JSON.stringify(first));
  assert.deepEqual(fuzz({ HAVN_SEED: first.seed }), first);
});

describe('a run in a browser', () => {
  const inBrowser = (files: Record<string, string>) =>
    quietly(
      elementRunner([
        'node_modules/.bin/wtr',
        '--files',
        ...Object.keys(files).map(name => join(folder(files), `${name}.test.ts`)),
      ]),
    );
  const folders: Map<object, string> = new Map();
  function folder(files: Record<string, string>) {
    const made = folders.get(files) ?? folderOf(files);
    folders.set(files, made);
    return made;
  }

  test('counts what passes', async () => {
    const files = { passing: "describe('suite', () => { it('one', () => {}); it.skip('two', () => {}); });" };
    assert.deepEqual(await inBrowser(files), { passed: 1, failed: 0 });
  });

  test('counts what fails, and a file that cannot be loaded', async () => {
    const { passed, failed, failures } = await inBrowser({
      failing:
        "describe('suite', () => { it('one', () => {}); it('two', () => { throw new Error('no two'); }); });",
      broken: "import './nothing.js';",
    });
    assert.deepEqual([passed, failed], [1, 2]);
    assert.match(String(failures), /failing\.test\.ts > suite > two\n.*no two/);
    assert.match(String(failures), /broken\.test\.ts\n/);
  });
});
