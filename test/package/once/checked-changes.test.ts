/**
 * `npm run check` after a change of a number, of a translation and of an attribute, each made as the guides say. In a copy
 * of the repository, and only the checks that such a change can fail: nothing here is built, and `manifest` would make once
 * more what has just been made. Downloads are measured by no check of this repository (`sizes` is one of a country).
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { typeScript } from '../../../tools/build/type-script.js';
import { folderFor } from '../../folder.js';
import { rosa } from '../../rosa.js';

const folder = folderFor('changes');

const checks = [
  ...['facts', 'messages', 'release of the facts', 'plain language'],
  ...['types of the sources', 'lint and format', 'readme', 'open questions'],
  ...['descriptions in bokmål', 'pictures'],
];

function inCopy(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...typeScript, ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout + stderr);
  return stdout;
}

/** As an editor does it; a change that finds nothing to change proves nothing. */
function edit(file: string, old: string | RegExp, next: string) {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(old, next);
  assert.notEqual(changed, text, file);
  writeFileSync(path, changed);
}

test('a check that there is none of is refused, and the others are named: nothing has passed', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...typeScript, 'tools/check/check.ts', 'facts', 'readmee'],
    { encoding: 'utf8' },
  );
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /no check readmee\./);
  for (const check of [...checks, 'build', 'package']) assert.ok(stderr.includes(check), check);
});

test('nothing of the check fails after a new number, another translation and one attribute more', () => {
  // What a build has left: nothing of it need be made again.
  for (const built of ['src', 'dist/npm', '.build/messages.json'])
    cpSync(built, join(folder, built), { recursive: true });
  // With what is not committed yet.
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of tracked.split('\0').filter(Boolean))
    cpSync(file, join(folder, file), { recursive: true, verbatimSymlinks: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'dir');
  // `facts set` asks Git for the files.
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  execFileSync('git', ['add', '--all'], { cwd: folder });

  // A number. The build, which follows at the desk, is left out.
  inCopy(
    '--eval',
    `import('./tools/desk/facts-set.ts').then(({ run }) => run(['rosa-helpline', 'phone', '+47 55 12 34 56'], () => {}))`,
  );
  // A translation.
  edit(
    'data/locales/pl.xlf',
    /(<trans-unit id="banner\.danger">[\s\S]*?<target)[^>]*>[^<]*/,
    '$1>Czy coś ci teraz grozi?',
  );
  // An attribute.
  const card = 'src/elements/service-card/service-card.ts';
  edit(card, /^ \* @attr .*$/m, '$&\n * @attr {boolean} [short=false] - Shows only the number.');
  edit(card, /^ +@attribute\(.*\) service!: string;$/m, '$&\n  @attribute(flag) short!: boolean;');
  edit(card, /\boneOf\b/, 'flag, oneOf');
  edit('docs/elements/manifest.nb.json', '{', '{\n  "Shows only the number.": "Viser bare nummeret.",');

  // What follows: `npm run havn -- release`, and of `npm run generate` what writes into what is committed.
  inCopy('tools/desk/havn.ts', 'release');
  inCopy('node_modules/.bin/cem', 'analyze', '--quiet');
  inCopy('tools/docs/readme.ts');
  const said = inCopy('tools/check/check.ts', ...checks);
  assert.match(said, new RegExp(`^${checks.length} passed, 0 failed$`, 'm'));
  assert.ok(!readFileSync(join(folder, 'README.md'), 'utf8').includes(rosa.inHtml));
});
