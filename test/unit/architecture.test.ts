/**
 * Each rule of .dependency-cruiser.json refuses a forbidden import, in a folder with the structure of this repository.
 */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { faultsOfImports } from '../../tools/docs/architecture.js';
import { folderFor } from '../folder.js';

/** @param files texts of files, by their paths */
async function faultsIn(files: Record<string, string>) {
  const folder = folderFor('imports');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return faultsOfImports(folder, [...new Set(Object.keys(files).map(path => path.replace(/\/.*/, '')))]);
}

const exported = 'export const one = 1; export type One = number;';

test('imports down are fine', async () => {
  const faults = await faultsIn({
    'src/elements/one.ts': "import { one } from '../directory/one.js'; console.log(one);",
    'src/directory/one.ts': "export * from '../safety/links.js';",
    'src/safety/links.ts': exported,
    'tools/check/one.ts': "export * from '../desk/one.js';",
    'tools/desk/one.ts': "export * from '../build/one.js';",
    'tools/build/one.ts': exported,
    'test/unit/one.test.ts': "import { one } from '../../tools/check/one.js'; console.log(one);",
  });
  assert.deepEqual(faults, []);
});

// Each row: a file, the file that it may not import, and the rule that refuses the import.
const refused: [string, string, string][] = [
  ['src/safety/two.ts', 'src/base/one.ts', 'safety-and-styles'],
  ['src/locale/two.ts', 'src/directory/one.ts', 'locale'],
  ['src/directory/two.ts', 'src/locale/one.ts', 'directory'],
  ['src/directory/two.ts', 'src/guidance/one.ts', 'directory'],
  ['src/guidance/two.ts', 'src/safety/index.ts', 'guidance'],
  ['src/base/two.ts', 'src/elements/one.ts', 'base-and-views'],
  ['src/elements/two.ts', 'src/embed/one.ts', 'nothing-imports-embed'],
  ['src/elements/two.ts', 'tools/build/one.ts', 'src-stands-alone'],
  ['tools/build/two.ts', 'tools/docs/one.ts', 'tools-build'],
  ['tools/build/two.ts', 'tools/test/one.ts', 'tools-build'],
  ['tools/bench/two.ts', 'tools/docs/one.ts', 'tools-second-floor'],
  ['tools/docs/two.ts', 'tools/check/one.ts', 'tools-second-floor'],
  ['tools/check/two.ts', 'tools/pictures/one.ts', 'tools-third-floor'],
  ['tools/bench/two.ts', 'test/pages/one.ts', 'nothing-imports-tests'],
];

for (const [from, to, rule] of refused)
  test(`${from} may not import ${to}`, async () => {
    const [fault = '', ...others] = await faultsIn({
      [from]: `import type { One } from '../../${to.replace(/ts$/, 'js')}'; export const two: One = 2;`,
      [to]: exported,
    });
    assert.ok(fault.startsWith(`${from} imports ${to}: `), fault);
    assert.ok(
      [fault, ...others].some(line => line.endsWith(`(${rule})`)),
      fault,
    );
  });

test('a Node module in src/, and Lit in the domain, are refused', async () => {
  const faults = await faultsIn({
    'src/base/one.ts': "import { join } from 'node:path'; console.log(join);",
    'src/directory/one.ts': "import { html } from 'lit/html.js'; console.log(html);",
  });
  assert.match(faults.join('\n'), /^src\/base\/one\.ts imports .*path: .*\(src-stands-alone\)$/m);
  assert.match(faults.join('\n'), /^src\/directory\/one\.ts imports .*lit.*\(directory\)$/m);
});

test('a circle is refused, of types alone too', async () => {
  const [fault = ''] = await faultsIn({
    'tools/build/one.ts': "import type { Two } from './two.js'; export type One = Two | 1;",
    'tools/build/two.ts': "import type { One } from './one.js'; export type Two = One | 2;",
  });
  assert.match(fault, /^tools\/build\/one\.ts imports tools\/build\/two\.ts imports tools\/build\/one\.ts: /);
});
