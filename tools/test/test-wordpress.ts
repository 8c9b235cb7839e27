/**
 * `npm run test:wordpress`: builds the plugin, and tests it in a real WordPress. Installs the packages that it needs,
 * as root on Debian and Ubuntu. The last line has the totals.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runTool } from '../build/type-script.js';
import { findChromium } from './chromium.js';
import { nodeRunner, runLanes, tellResults } from './test.js';
import { ensureWordPress } from './wordpress-host.js';

const { values } = parseArgs({ options: { built: { type: 'boolean' } } });
// In CI, `npm test` has just built dist.
if (!values.built || !existsSync('dist/integrity.json')) runTool('tools/build/build.ts');
try {
  ensureWordPress(findChromium() ? [] : ['chromium-headless-shell']);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('\n0 passed, 1 failed');
  process.exit(1);
}
tellResults(await runLanes([[nodeRunner('WordPress', ['test/wordpress'])]]));
