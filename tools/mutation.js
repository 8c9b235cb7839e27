/**
 * Within Stryker's copy of the project: compiles the sources, which hold all mutants at once, into the built package,
 * where the unit tests take them from.
 */
import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
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

// The hostile cases lie beside the checkout, and so have to lie beside the copy, three folders further in.
const cases = resolve('../../../../shared');
if (existsSync(cases) && !existsSync('../shared')) symlinkSync(cases, '../shared');
