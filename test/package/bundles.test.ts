/** What is shipped, read as text. */
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { faultsOfIntegrity } from '../../tools/build/integrity.js';
import { folderFor } from '../folder.js';

const scripts = ['havn.js', ...readdirSync('dist/elements').map(name => `elements/${name}`)];
const read = (file: string) => readFileSync(`dist/${file}`, 'utf8');

for (const file of scripts)
  describe(file, () => {
    const script = read(file);

    test('is plain ASCII', () => {
      const [found] = /[^\x20-\x7e\n\t]/.exec(script) ?? [];
      assert.equal(found, undefined);
    });

    test('carries no licence banner and no description of a message', () => {
      assert.doesNotMatch(script, /@license|At most \d+ characters/);
    });

    test('has the policy of our name', () => {
      assert.match(script, /createPolicy\("havn"/);
    });
  });

test('what scripts load begins with the mark of UTF-8, which pages in other charsets need', () => {
  for (const folder of ['locales', 'parts'])
    for (const name of readdirSync(`dist/${folder}`))
      assert.ok(read(`${folder}/${name}`).startsWith('\ufeff'), name);
});

test('a script carries only the facts that its element uses', () => {
  assert.doesNotMatch(read('elements/hotline-banner.js'), /Nadheim|entitle|finder\./);
  assert.doesNotMatch(read('elements/entitlements-list.js'), /Grünerl|Gr\\xFCnerl|finder\./);
  assert.match(read('elements/service-finder.js'), /Nadheim/);
  assert.match(read('havn.js'), /Nadheim/);
});

test('a script carries every message that its element uses, in each language', () => {
  for (const [file, words] of [
    [
      'elements/hotline-banner.js',
      ['Tvunget, truet', 'Tvinga, truga', 'Forlat denne siden', 'ROSAs hjelpetelefon', 'I fare n'],
    ],
    ['elements/entitlements-list.js', ['Gratis juridisk r', 'Hva du kan ha rett til', 'Kven som kan hjelpe']],
    [
      'elements/service-finder.js',
      ['Hva trenger du hjelp med', 'Opningstidene er ikkje kjende', 'Offentlig tjeneste'],
    ],
  ] as const)
    for (const word of words) assert.ok(read(file).includes(word), `${file}: ${word}`);
});

test('integrity.json has the SHA-384 of every file that a page loads, and of no other', () => {
  assert.deepEqual(faultsOfIntegrity('dist'), []);
});

test('a file that was changed, added or taken away is named', () => {
  const folder = folderFor('integrity');
  cpSync('dist', folder, { recursive: true });
  appendFileSync(join(folder, 'havn.js'), ' ');
  writeFileSync(join(folder, 'elements/more.js'), '');
  rmSync(join(folder, 'locales/pl.js'));
  assert.deepEqual(faultsOfIntegrity(folder), [
    'elements/more.js is not in integrity.json',
    'locales/pl.js is missing',
    'havn.js is not the one that integrity.json names',
  ]);
});

test('the package answers to its names', async () => {
  const [directory, safety, locale, guidance] = await Promise.all([
    import('havn-widgets/directory'),
    import('havn-widgets/safety'),
    import('havn-widgets/locale'),
    import('havn-widgets/guidance'),
  ]);
  for (const name of ['loadDirectory', 'search', 'openState'] as const)
    assert.equal(typeof directory[name], 'function');
  for (const name of ['safeLink', 'dialable'] as const) assert.equal(typeof safety[name], 'function');
  assert.equal(locale.negotiate('no', ['en', 'nb']), 'nb');
  assert.equal(guidance.loadEntitlements().entitlements.length, 8);
});
