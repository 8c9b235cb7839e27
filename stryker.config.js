/**
 * Mutation testing (`npx stryker run`): changes the domain and what guards links, one place at a time, and says where no
 * unit test notices. See docs/mutation.md.
 */

// Mutants are many, and most die at once: properties are tried less often than in `npm test`.
process.env.HAVN_RUNS ??= '100';
process.env.HAVN_SEED ??= '1';
// A source that holds all mutants is slow without any of them.
process.env.HAVN_MOST_TIME ??= '3000';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [
    'src/directory/**/*.ts',
    'src/safety/*.ts',
    // Types and lists of exports: there is nothing to change.
    '!src/directory/{types,index}.ts',
    '!src/directory/generated/**',
    '!src/safety/index.ts',
    // They need a document, or a server: the tests of the feed, of the elements and of whole pages run them.
    '!src/safety/{exit,fetch,trusted-types}.ts',
  ],
  buildCommand: 'node --import @oxc-node/core/register tools/test/mutation.ts',
  testRunner: 'tap',
  plugins: ['@stryker-mutator/tap-runner'],
  // Without those of the tools, of the feed, of languages and of guidance, which nothing that is mutated here can break;
  // and without those that load all languages, run the validator of HSDS, or measure time: a source full of mutants is
  // slow, and what these would notice, quicker ones do.
  tap: {
    testFiles: [
      'test/unit/!(architecture|bench|conformance|duration|exports|facts-*|feed*|format|freshness|keys|languages|negotiate|questions|readme|search-languages|validate-command|verify).test.ts',
    ],
  },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // A file of tests takes seconds; a mutant that never ends is to be told from a machine that is busy.
  timeoutMS: 8_000,
  ignorePatterns: [
    '.build',
    'docs',
    'test/{bench,browsers,bundlers,elements,filters,frameworks,package,pages}',
  ],
  tempDirName: '.build/mutation',
  incremental: true,
  incrementalFile: '.build/mutation-incremental.json',
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { logTests: false, reportTests: false, reportMutants: true },
  jsonReporter: { fileName: '.build/mutation.json' },
  thresholds: { high: 95, low: 90, break: 85 },
};
