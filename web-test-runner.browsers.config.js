/** The element tests and test/browsers in the one browser that HAVN_ENGINE names: see tools/test-browsers.js. */
import { engines } from './tools/browsers.js';
import base from './web-test-runner.config.js';

const engine = engines[process.env.HAVN_ENGINE ?? 'chromium'];

export default {
  ...base,
  files: process.env.HAVN_FILES?.split(' ') ?? ['test/elements/*.test.js', 'test/browsers/*.test.js'],
  concurrency: engine.concurrency,
  browsers: [await engine.launcher()],
};
