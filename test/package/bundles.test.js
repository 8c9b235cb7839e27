/** What is shipped, read as text. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

const scripts = ['havn.js', ...readdirSync('dist/elements').map(name => `elements/${name}`)];
const read = (/** @type {string} */ file) => readFileSync(`dist/${file}`, 'utf8');
/** @type {Record<string, string>} */
const integrity = JSON.parse(read('integrity.json'));

for (const file of scripts)
  describe(file, () => {
    const script = read(file);

    test('is plain ASCII', () => {
      const [found] = /[^\x20-\x7e\n\t]/.exec(script) ?? [];
      assert.equal(found, undefined);
    });

    test('has no dynamic code, no storage, no request, nothing that old libraries break', () => {
      for (const word of [
        /\beval\b/,
        /\bnew Function\b/,
        /\bimport\(/,
        /localStorage|sessionStorage|indexedDB/,
        /document\.cookie|cookieStore/,
        /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket/,
        /pushState|replaceState/,
        /Array\.from/,
        /\bin\b[^"'`;]{0,20}\)\{?for/,
      ])
        assert.ok(!word.test(script), String(word));
    });

    test('names no host but those of the facts', () => {
      const hosts = [...script.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host);
      const facts = readFileSync('data/directory/services.json', 'utf8');
      for (const host of hosts) assert.ok(host === 'www.yr.no' || facts.includes(host), host);
    });

    test('carries no source map, no licence banner and no description of a message', () => {
      assert.doesNotMatch(script, /sourceMappingURL|@license|At most \d+ characters/);
    });

    test('has the policy of our name, and none of the globals of Lit', () => {
      assert.match(script, /createPolicy\("havn"/);
      assert.doesNotMatch(
        script,
        /litHtmlVersions|reactiveElementVersions|litElementVersions|PolyfillSupport|createPolicy\("lit-html"/,
      );
    });
  });

test('a script carries only the facts that its element uses', () => {
  assert.doesNotMatch(read('elements/hotline-banner.js'), /Nadheim|entitle|finder\./);
  assert.doesNotMatch(read('elements/entitlements-list.js'), /Grünerl|Gr\\xFCnerl|finder\./);
  assert.match(read('elements/service-finder.js'), /Nadheim/);
  assert.match(read('havn.js'), /Nadheim/);
});

test('a script carries every message that its element uses, in each language', () => {
  for (const [file, words] of /** @type {const} */ ([
    [
      'elements/hotline-banner.js',
      ['Tvunget, truet', 'Tvinga, truga', 'Forlat denne siden', 'ROSAs hjelpetelefon', 'I fare n'],
    ],
    ['elements/entitlements-list.js', ['Gratis juridisk r', 'Hva du kan ha rett til', 'Kven kan hjelpe']],
    [
      'elements/service-finder.js',
      ['Hva trenger du hjelp med', 'Opningstidene er ikkje kjende', 'Offentlig tjeneste'],
    ],
  ]))
    for (const word of words) assert.ok(read(file).includes(word), `${file}: ${word}`);
});

test('integrity.json has the SHA-384 of every file', () => {
  for (const file of [...scripts, 'html/hotline-banner.nb.html']) {
    const hash = createHash('sha384')
      .update(readFileSync(`dist/${file}`))
      .digest('base64');
    assert.equal(integrity[file], `sha384-${hash}`);
  }
});

test('the package answers to its names', async () => {
  const [directory, safety, locale, guidance] = await Promise.all([
    import('havn-widgets/directory'),
    import('havn-widgets/safety'),
    import('havn-widgets/locale'),
    import('havn-widgets/guidance'),
  ]);
  for (const name of ['loadDirectory', 'search', 'openState'])
    assert.equal(typeof (/** @type {any} */ (directory)[name]), 'function');
  for (const name of ['safeLink', 'dialable'])
    assert.equal(typeof (/** @type {any} */ (safety)[name]), 'function');
  assert.equal(locale.negotiate('no', ['en', 'nb']), 'nb');
  assert.equal(guidance.loadEntitlements().entitlements.length, 8);
});
