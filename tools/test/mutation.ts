/**
 * Within Stryker's copy of the project: compiles the sources, which hold all mutants at once, into the built package,
 * where the unit tests take them from.
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
