/**
 * The documentation site in .build/site, which any static host can serve from any folder. It takes dist/
 * as it is, and builds it where there is none. `tools/docs/docs.ts FOLDER` writes it there.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { runTool } from '../build/type-script.js';

const output = process.argv[2] ?? '.build/site';
if (!existsSync('dist/integrity.json')) runTool('tools/build/build.ts');

// Only now, since the search folds words as the finder in dist/ does.
const { writeSite } = await import('./site.js');
const stage = `${output}-${process.pid}`;
try {
  await writeSite(stage);
  rmSync(output, { recursive: true, force: true });
  renameSync(stage, output);
} finally {
  rmSync(stage, { recursive: true, force: true });
}
console.log(`The documentation is in ${output}/`);
