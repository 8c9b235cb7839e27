/** tools/test.js: which files of a browser are run once more, and that what fails twice has failed. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failedOfBrowsers, failedOfNode, run } from '../../tools/test.js';

describe('a second try', () => {
  test('is given to the files in which a test of a page has failed', () => {
    const output = `✖ failing tests:

test at test/pages/long/shards.test.js:104:11
✖ one

test at test/pages/a folder/exit.test.js:3:1
✖ two

test at test/pages/long/shards.test.js:9:1
✖ three`;
    assert.deepEqual(failedOfNode(output), [
      'test/pages/long/shards.test.js',
      'test/pages/a folder/exit.test.js',
    ]);
  });

  test('is given to none, where a test was called from a file of helpers', () => {
    const output =
      'test at test/pages/long/shards.test.js:104:11\n✖ one\n\ntest at test/filters/filter-tests.js:84:3\n✖ two';
    assert.deepEqual(failedOfNode(output), []);
  });

  test('is given to the files of elements with a cross, and to none that only has messages', () => {
    const output = `test/elements/pathway.test.js:

 🚧 Browser logs:
      Lit is in dev mode.

test/elements/quick-exit.test.js:

 ❌ quick-exit > leaves
      Error: no`;
    assert.deepEqual(failedOfBrowsers(output), ['test/elements/quick-exit.test.js']);
  });

  /** A runner whose tests say what they are told. @param {string} first @param {string} second */
  const runner = (first, second) => ({
    name: 'made up',
    command: ['-e', `console.log(${JSON.stringify(first)})`],
    sums: (/** @type {string} */ output) => {
      const [passed, failed] = output.split(' ').map(Number);
      return { passed, failed };
    },
    again: { filesIn: () => ['a.test.js'], command: () => ['-e', `console.log(${JSON.stringify(second)})`] },
  });
  const silently = () => {};

  test('counts what passes in it, and what fails again', async () => {
    assert.deepEqual(await run(runner('8 2', '5 1'), process.env, silently), { passed: 9, failed: 1 });
    assert.deepEqual(await run(runner('8 2', '7 0'), process.env, silently), { passed: 10, failed: 0 });
  });

  test('is not needed where nothing fails, and counts as failed where nothing runs', async () => {
    assert.deepEqual(await run(runner('8 0', 'none'), process.env, silently), { passed: 8, failed: 0 });
    assert.equal((await run(runner('8 1', '0 0'), process.env, silently)).failed, 1);
  });
});
