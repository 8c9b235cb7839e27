import '@oxc-node/core/register';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';

const { chromiumArguments, findChromium } = await import('./tools/test/chromium.ts');

/** The element tests run on the classic script that is shipped. Each test file has its own page. */
export default {
  files: 'test/elements/*.test.ts',
  nodeResolve: true,
  // Transforms the tests only. With target "auto" and a browser that esbuildPlugin does not know, it would also change
  // the shipped scripts, and their integrity hashes would no longer match.
  plugins: [esbuildPlugin({ ts: true, target: 'esnext' })],
  concurrency: 2,
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: findChromium(), args: chromiumArguments, headless: true },
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
