/** What is published: the package on npm for bundlers, the archive for webmasters. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { archived, archivedFiles } from '../../tools/build/archive.js';
import { hashOf } from '../../tools/build/integrity.js';
import { faultsOfPacked, packed } from '../../tools/check/package.js';
import { rosa } from '../rosa.js';

const integrity: Record<string, string> = JSON.parse(readFileSync('dist/integrity.json', 'utf8'));

describe('the package', () => {
  const { size, unpackedSize, files } = packed();

  test('is small', () => {
    assert.ok(size <= 1_200_000, `${size} bytes packed`);
    assert.ok(unpackedSize <= 4_000_000, `${unpackedSize} bytes unpacked`);
    assert.ok(files.length <= 400, `${files.length} files`);
  });

  test('holds what is promised, and the modules that its entries lead to', () => {
    assert.deepEqual(faultsOfPacked(files), []);
  });

  test('holds of the build what applications use, and nothing that only a server hands out', () => {
    const places = new Set(files.flatMap(file => /^dist\/([^/]+)/.exec(file)?.[1] ?? []));
    assert.deepEqual([...places].sort(), [
      'brand.css',
      'editors',
      'elements',
      'facts.json',
      'hand-over.js',
      'havn.js',
      'integrity.json',
      'licenses.txt',
      'locales',
      'npm',
      'parts',
      'sbom.cdx.json',
      'types',
    ]);
  });

  test('holds what package.json says of it to editors and analyzers', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const file of [manifest.customElements, manifest['web-types']])
      assert.ok(files.includes(file), file);
  });
});

describe('the archive', () => {
  const bytes = archived(archivedFiles());
  const archive = unzipSync(bytes);
  const readme = new TextDecoder().decode(archive['havn/README.txt']);

  test('has all that a server needs, each file as it was built, in one folder', () => {
    for (const file of [
      'havn.js',
      'elements/hotline-banner.js',
      'locales/pl.js',
      'parts/local-services.js',
      'html/havn.css',
      'html/hotline-banner.nb.html',
      'frame/hotline-banner.html',
      'frame/host.js',
      'leaflet/nb.html',
      'api/services.json',
      'facts.json',
      'facts/nb.json',
      'licenses.txt',
    ])
      assert.ok(archive[`havn/${file}`], file);
    for (const [path, content] of Object.entries(archive)) {
      const file = path.replace(/^havn\//, '');
      if (['README.txt', 'integrity.json'].includes(file)) continue;
      assert.equal(hashOf(Buffer.from(content)), integrity[file], path);
    }
    const missing = Object.keys(integrity).filter(file => !archive[`havn/${file}`]);
    assert.deepEqual([...new Set(missing.map(file => file.replace(/\/.*/, '')))].sort(), [
      'editors',
      'sbom.cdx.json',
      'types',
    ]);
  });

  test('says in ten lines what is where, and what to paste', () => {
    assert.ok(readme.trim().split('\n').filter(Boolean).length <= 10, readme);
    assert.ok(readme.includes(`src="https://your.host/havn/havn.js" integrity="${integrity['havn.js']}"`));
    assert.match(
      readme,
      new RegExp(`<havn-hotline-banner lang="nb">.*${rosa.inHtml}.*</havn-hotline-banner>`),
    );
    const named = [...readme.matchAll(/^(\S+(?:, \S+)*) {2,}/gm)].flatMap(([, places = '']) =>
      places.split(', '),
    );
    assert.deepEqual(
      named.sort(),
      [
        ...new Set(
          Object.keys(archive)
            .map(path => path.replace(/^havn\/([^/]+\/?).*/, '$1'))
            .filter(place => place !== 'README.txt'),
        ),
      ].sort(),
    );
  });

  test('is the very one that the builder hands out, and the same each time', () => {
    assert.deepEqual(Buffer.from(bytes), readFileSync('builder/havn.zip'));
  });
});
