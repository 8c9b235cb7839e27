/** The element tests and test/browsers in the one browser that HAVN_ENGINE names: see tools/test/test-browsers.ts. */
import base from './web-test-runner.config.js';

const { engines } = await import('./tools/test/browsers.ts');

const key = process.env.HAVN_ENGINE ?? 'chromium';
const engine = engines[key];

export default {
  ...base,
  files: process.env.HAVN_FILES?.split(' ') ?? ['test/elements/*.test.ts', 'test/browsers/*.test.ts'],
  concurrency: engine.concurrency,
  // Two that start at the same time would find the same port free.
  port: 8100 + 100 * Object.keys(engines).indexOf(key),
  browsers: [await engine.launcher()],
};
