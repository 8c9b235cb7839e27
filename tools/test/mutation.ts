/**
 * Runs in Stryker's copy of the project, where the sources contain all mutants at once: compiles the sources into the
 * built package, from which the unit tests import.
 */
import { build } from 'esbuild';

await build({
  entryPoints: ['src/directory/**/*.ts', 'src/safety/*.ts'],
  outbase: 'src',
  outdir: 'dist/npm',
  format: 'esm',
  target: 'es2021',
});
