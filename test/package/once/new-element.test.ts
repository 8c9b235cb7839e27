/** tools/build/new-element.ts, in a copy of the sources: what it makes has nothing that types or lint object to. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, describe, test } from 'node:test';
import { filesIn } from '../../../tools/build/integrity.js';
import { typeScript } from '../../../tools/build/type-script.js';
import { folderFor } from '../../folder.js';

const folder = folderFor('new-element');
before(() => {
  for (const name of ['src', 'test', 'tools', 'biome.json', 'package.json', 'tsconfig.json'])
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
});

function inCopy(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...typeScript, ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

const make = (...words: string[]) => inCopy('tools/build/new-element.ts', ...words);
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
/** All sources, by file. */
const texts = () =>
  new Map(
    ['src', 'test', 'tools'].flatMap(name =>
      filesIn(join(folder, name)).map(file => [join(name, file), read(join(name, file))] as const),
    ),
  );

describe('a new element', () => {
  test('is made of five files; no other changes; and what is left to do is said', () => {
    const before = texts();
    const { status, said } = make('safe-journey');
    assert.equal(status, 0, said);
    assert.match(said, /^havn-safe-journey is there.*\n.*npm run generate/m);
    const changed = [...texts()].filter(([file, text]) => before.get(file) !== text).map(([file]) => file);
    assert.deepEqual(changed.sort(), [
      'src/elements/safe-journey/safe-journey.static.ts',
      'src/elements/safe-journey/safe-journey.styles.ts',
      'src/elements/safe-journey/safe-journey.ts',
      'src/elements/safe-journey/safe-journey.view.ts',
      'test/elements/safe-journey.test.ts',
    ]);
  });

  test('is exported, defined and shipped', () => {
    const { status, said } = inCopy('tools/build/element-lists.ts');
    assert.equal(status, 0, said);
    assert.match(
      read('src/elements/generated/classes.ts'),
      /^export \{ SafeJourney \} from '\.\.\/safe-journey\/safe-journey\.js';$/m,
    );
    assert.match(
      read('src/embed/generated/elements.ts'),
      /const elements = \[QuickExit, [^\]]*\bSafeJourney\b/,
    );
    const shipped = inCopy(
      '--eval',
      "import('./tools/build/entries.ts').then(({ entries }) => console.log(JSON.stringify(entries())))",
    );
    assert.match(shipped.said, /"file":"elements\/safe-journey\.js"/);
  });

  test('has nothing that types, lint or format object to', () => {
    const types = inCopy('node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.json', '--noEmit');
    assert.equal(types.status, 0, types.said);
    const lint = inCopy(
      'node_modules/@biomejs/biome/bin/biome',
      'ci',
      '--colors=off',
      '--error-on-warnings',
      '.',
    );
    assert.equal(lint.status, 0, lint.said);
  });

  test('is refused where there is one of that name, or it is no name; nothing is changed then', () => {
    const before = texts();
    for (const [name, reason] of [
      ['safe-journey', /is there already/],
      ['Journey', /is no name/],
      ['../journey', /is no name/],
      ['journey-', /is no name/],
      ['', /is no name/],
    ]) {
      const { status, said } = make(String(name));
      assert.equal(status, 1, String(name));
      assert.match(said, reason as RegExp);
    }
    assert.deepEqual(texts(), before);
  });
});
