import { existsSync, readFileSync } from 'node:fs';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumArguments, findChromium } from './tools/chromium.js';

/** The checklist of facts stands beside the repository; a plain clone without it has none to walk. */
const checklist = '../shared/facts.json';
const facts = existsSync(checklist) ? readFileSync(checklist, 'utf8') : '{"facts": []}';

/** The element tests run on what is shipped: the classic script, in a page of its own for each file. */
export default {
  files: 'test/elements/*.test.js',
  nodeResolve: true,
  concurrency: 2,
  middleware: [
    function serveFacts(context, next) {
      if (context.path !== '/facts.json') return next();
      context.type = 'json';
      context.body = facts;
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
