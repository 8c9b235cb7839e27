/** The package in TypeScript, with each way of finding modules that applications use. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { documented } from '../../tools/test/documented.js';
import { makeConsumer, removeConsumer } from './consumer.js';

const compilerOf = (version: string) =>
  new URL(`../../node_modules/${version}/bin/tsc`, import.meta.url).pathname;
const { exports } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** Every entry of the package that has types. Those for Vue need Vue: test/package/editors.test.ts compiles them. */
const entries = Object.keys(exports)
  .filter(path => exports[path].types && path !== './vue')
  .map(path => path.replace(/^\./, 'havn-widgets').replace('*', 'service-finder'));

const main = `${documented('npm')}
${entries.map((entry, index) => `import * as entry${index} from '${entry}';\nvoid entry${index};`).join('\n')}
const banner: HotlineBanner = document.createElement('havn-hotline-banner');
banner.layout = 'card';
const finder = document.querySelector('havn-service-finder');
if (finder) finder.need = 'shelter';
// @ts-expect-error
banner.layout = 'column';
// @ts-expect-error
document.createElement('havn-no-such-element').layout = 'card';
`;

/**
 * @param version `typescript`, which is the fifth, or `typescript-7`
 * @returns what the compiler objects to
 */
function compiled(folder: string, version: string, options: Record<string, unknown>): string {
  const config = {
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      strict: true,
      noEmit: true,
      types: [],
      ...options,
    },
    include: ['src'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const { stdout, stderr, status } = spawnSync(process.execPath, [compilerOf(version), '-p', folder], {
    encoding: 'utf8',
  });
  return status === 0 ? '' : stdout + stderr;
}

describe('in TypeScript an application knows the elements and their properties', () => {
  let folder: string;
  before(() => {
    folder = makeConsumer({ 'src/main.ts': main });
  });
  after(() => removeConsumer(folder));

  // `npm run check` (attw) resolves the entries by version 5 in each way.
  for (const [name, version, options] of [
    ['bundler', 'typescript', { module: 'ESNext', moduleResolution: 'bundler' }],
    ['node16', 'typescript-7', { module: 'Node16', moduleResolution: 'node16' }],
    ['nodenext', 'typescript-7', { module: 'NodeNext', moduleResolution: 'nodenext' }],
  ] as const)
    test(`with modules as "${name}" ${version} finds them, all declarations checked`, () => {
      assert.equal(compiled(folder, version, { ...options, skipLibCheck: false }), '');
    });

  test('the test would see a wrong type', () => {
    writeFileSync(
      join(folder, 'src/wrong.ts'),
      "document.createElement('havn-hotline-banner').layout = 1;\n",
    );
    assert.match(
      compiled(folder, 'typescript-7', { module: 'ESNext', moduleResolution: 'bundler' }),
      /wrong\.ts.*TS2322/,
    );
  });
});
