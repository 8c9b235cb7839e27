import '@oxc-node/core/register';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';

const { chromiumArguments, findChromium } = await import('./tools/test/chromium.ts');

/** The element tests run on what is shipped: the classic script, in a page of its own for each file. */
export default {
  files: 'test/elements/*.test.ts',
  nodeResolve: true,
  // The tests alone: for a browser that it does not know, "auto" changes what is shipped too, and no hash fits.
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
