/** What a run of tests comes to, as data, which tools/test/test.ts reads; and the reporter of Web Test Runner for it. */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestSuiteResult } from '@web/test-runner';

/** `failures`: what each failed test says */
export interface Sums {
  passed: number;
  failed: number;
  failures: string[];
}

/** @param names of the file, of the suites and of the test */
export const failure = (names: (string | undefined)[], error: string) =>
  [`✖ ${names.join(' > ')}`, error.replace(/^ +at .*\bnode:.*$\n?/gm, '').trimEnd()].join('\n');

/** Each test of a suite, with the names of the suites around it. */
const testsIn = (
  suite: TestSuiteResult,
  names: string[] = [],
): { names: string[]; test: TestSuiteResult['tests'][number] }[] => [
  ...suite.tests.map(test => ({ names: [...names, test.name], test })),
  ...suite.suites.flatMap(inner => testsIn(inner, [...names, inner.name])),
];

/**
 * The reporter for Web Test Runner.
 * @param file that it writes
 */
export const sumsOfBrowsers = (file: string): Reporter => ({
  onTestRunFinished({ sessions }) {
    const sums: Sums = { passed: 0, failed: 0, failures: [] };
    for (const { testFile, browser, passed, errors, testResults } of sessions) {
      const place = [browser.name, testFile];
      const tests = (testResults ? testsIn(testResults) : []).filter(({ test }) => !test.skipped);
      const failed = tests.filter(({ test }) => !test.passed);
      sums.passed += tests.length - failed.length;
      sums.failed += failed.length;
      for (const { names, test } of failed)
        sums.failures.push(
          failure([...place, ...names], `${test.error?.message}\n${test.error?.stack ?? ''}`),
        );
      // A file that cannot be loaded, or a page that has stopped.
      if (!passed && !failed.length) {
        sums.failed++;
        sums.failures.push(failure(place, errors.map(({ message }) => message).join('\n')));
      }
    }
    writeFileSync(file, JSON.stringify(sums));
  },
});
