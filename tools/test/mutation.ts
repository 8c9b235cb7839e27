/**
 * Runs in Stryker's copy of the project, where the sources contain all mutants at once: compiles the sources into the
 * built package, from which the unit tests import.
 */
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

await build({
  entryPoints: ['src/directory', 'src/safety'].flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.endsWith('.ts'))
      .map(name => `${folder}/${name}`),
  ),
  outbase: 'src',
  outdir: 'dist/npm',
  format: 'esm',
  target: 'es2021',
});
