import '@oxc-node/core/register';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';

const { chromiumArguments, composedInOneThread, findChromium } = await import('./tools/test/chromium.ts');
const { sumsOfBrowsers } = await import('./tools/test/sums.ts');
const { HAVN_SUMS } = process.env;

/** The element tests run on the classic script that is shipped. Each test file has its own page. */
export default {
  files: 'test/elements/*.test.ts',
  nodeResolve: true,
  // Transforms the tests only. With target "auto" and a browser that esbuildPlugin does not know, it would also change
  // the shipped scripts, and their integrity hashes would no longer match.
  plugins: [esbuildPlugin({ ts: true, target: 'esnext' })],
  concurrency: 2,
  reporters: [defaultReporter(), ...(HAVN_SUMS ? [sumsOfBrowsers(HAVN_SUMS)] : [])],
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: findChromium(),
        args: [...chromiumArguments, ...composedInOneThread],
        headless: true,
      },
    }),
  ],
  testRunnerHtml: testFramework => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Test</title></head>
  <body><main></main>
    <script src="/dist/havn.js"></script>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
  testFramework: { config: { timeout: 20_000 } },
};
