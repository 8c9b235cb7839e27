/**
 * Runs test files in Node, so many at a time: `node-tests.ts CONCURRENCY FILE…`. Tells people as it goes, and writes the
 * sums into the file that HAVN_SUMS names. A program of its own, since Node 20 reads no reporter in TypeScript.
 */
import { writeFileSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { inspect } from 'node:util';
import { failure, type Sums } from './sums.js';

/** How long a file may take: a test that never ends must fail. */
const mostTime = 480_000;

const [concurrency, ...files] = process.argv.slice(2);
const sums: Sums = { passed: 0, failed: 0, failures: [] };
const names: string[] = [];

const events = run({ files, concurrency: Number(concurrency), timeout: mostTime });
events.on('test:start', ({ name, nesting }) => {
  names.length = nesting;
  names.push(name);
});
events.on('test:pass', ({ details, skip, todo }) => {
  if (details.type !== 'suite' && skip === undefined && todo === undefined) sums.passed++;
});
events.on('test:fail', ({ details: { type, error }, file, name, nesting, todo }) => {
  if (todo !== undefined) return;
  // A suite is no test, unless it fails by itself, as in a hook.
  const isByOthers = 'failureType' in error && error.failureType === 'subtestsFailed';
  if (type !== 'suite' || !isByOthers) sums.failed++;
  if (!isByOthers)
    sums.failures.push(failure([file, ...names.slice(0, nesting), name], inspect(error.cause ?? error)));
});
events.on('end', () => {
  if (process.env.HAVN_SUMS) writeFileSync(process.env.HAVN_SUMS, JSON.stringify(sums));
  if (sums.failed) process.exitCode = 1;
});
events.compose(new spec()).pipe(process.stdout);
