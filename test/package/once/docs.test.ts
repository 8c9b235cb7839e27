/** The documentation site, built once more as if on another machine. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesIn } from '../../../tools/build/integrity.js';
import { typeScript } from '../../../tools/build/type-script.js';
import { environment } from '../../../tools/check/foreign-machine.js';
import { folderFor } from '../../folder.js';

const site = '.build/site';
const folder = folderFor('docs');

test('it has the same bytes', () => {
  const other = join(folder, 'site');
  execFileSync(process.execPath, [...typeScript, 'tools/docs/docs.ts', other], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const files = filesIn(site);
  assert.deepEqual(filesIn(other), files);
  assert.deepEqual(
    files.filter(file => !readFileSync(join(site, file)).equals(readFileSync(join(other, file)))),
    [],
  );
});
