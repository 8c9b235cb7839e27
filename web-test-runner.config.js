import { existsSync, readFileSync } from 'node:fs';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumArguments, findChromium } from './tools/chromium.js';

/** What stands beside the repository; in a plain clone without it the tests have none of it to walk. */
const collections = {
  '/facts.json': ['../shared/facts.json', '{"facts": []}'],
  '/hostile-cases.json': ['../shared/hostile-cases.json', '{"cases": []}'],
};

/** The element tests run on what is shipped: the classic script, in a page of its own for each file. */
export default {
  files: 'test/elements/*.test.js',
  nodeResolve: true,
  concurrency: 2,
  middleware: [
    function serveCollections(context, next) {
      const [file, empty] = collections[context.path] ?? [];
      if (!file) return next();
      context.type = 'json';
      context.body = existsSync(file) ? readFileSync(file, 'utf8') : empty;
    },
  ],
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
