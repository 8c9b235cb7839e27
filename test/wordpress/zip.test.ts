/** What is in the zip, without a WordPress. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { readDeclarations } from '../../tools/build/manifest.js';
import { mostBytes, writePlugin } from '../../tools/build/wordpress.js';
import { integrity } from '../../tools/test/harness.js';
import { folderFor } from '../folder.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';

const elements = readDeclarations();

describe('the zip of the plugin', () => {
  const folder = folderFor('zip');
  let files: Record<string, string>;
  let zip: Buffer;
  /** @param name in the folder of the plugin */
  const textOf = (name: string) => sure(files[`havn/${name}`]);
  before(async () => {
    const { path } = await writePlugin({ folder });
    zip = readFileSync(path);
    files = Object.fromEntries(
      Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
    );
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  });

  test('is small, is one folder, and is the same byte for byte when it is built again', async () => {
    assert.ok(zip.length <= mostBytes, `${zip.length}`);
    for (const name of Object.keys(files)) assert.match(name, /^havn\/[\w./-]+$/);
    const { path } = await writePlugin({ folder });
    assert.ok(zip.equals(readFileSync(path)));
  });

  test('has a block for each element, with each attribute of the manifest and its values', () => {
    const blocks = Object.keys(files).filter(name => name.endsWith('/block.json'));
    assert.equal(blocks.length, elements.length);
    for (const { tagName, attributes = [] } of elements) {
      const name = tagName.slice('havn-'.length);
      const block = JSON.parse(textOf(`blocks/${name}/block.json`));
      assert.equal(block.apiVersion, 3);
      assert.equal(block.script, 'havn');
      const own = new Set(['lang', ...attributes.map(({ name }) => name)]);
      if (own.has('src')) own.add('services');
      assert.deepEqual(new Set(Object.keys(block.attributes)), own, tagName);
      for (const { name, type } of attributes) {
        const values = [...(type?.text ?? '').matchAll(/"([^"]+)"/g)].map(([, value]) => value);
        if (values.length) assert.deepEqual(block.attributes[name].enum, values, `${tagName} ${name}`);
      }
    }
  });

  test('has the plain HTML of every element in every language', () => {
    const plain = Object.keys(integrity).filter(file => /^html\/hotline-banner\.\w+\.html$/.test(file));
    assert.ok(plain.length >= 19);
    for (const file of plain)
      for (const { tagName } of elements) {
        const language = file.split('.')[1];
        const html = files[`havn/fallback/${tagName.slice('havn-'.length)}.${language}.html`];
        assert.ok(html, `${tagName} ${language}`);
        if (tagName !== 'havn-quick-exit') assert.match(html, /href="tel:/, `${tagName} ${language}`);
      }
  });

  test('has the script of the build, and PHP knows its hash', () => {
    const [name = ''] = Object.keys(files).filter(name => name.endsWith('/havn.js'));
    assert.equal(files[name], readFileSync('dist/havn.js', 'utf8'));
    assert.ok(textOf('includes/generated.php').includes(sure(integrity['havn.js'])));
  });

  test('says its version, its licence and what it needs, the same in both places', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.match(textOf('havn.php'), new RegExp(`Version: +${version.replaceAll('.', '\\.')}\n`));
    assert.match(textOf('readme.txt'), new RegExp(`Stable tag: ${version.replaceAll('.', '\\.')}\n`));
    for (const field of ['Requires at least', 'Requires PHP', 'License'])
      assert.equal(
        new RegExp(`${field}: +(.*)`).exec(textOf('havn.php'))?.[1],
        new RegExp(`${field}: +(.*)`).exec(textOf('readme.txt'))?.[1],
        field,
      );
    assert.ok(textOf('LICENSE').length > 1000);
  });

  test('names no host but those that readers are led to', () => {
    for (const [name, text] of Object.entries(files))
      if (/\.(?:php|json)$/.test(name) && !name.includes('/fallback/'))
        for (const [address] of text.matchAll(/https?:\/\/[\w.-]+/g))
          assert.match(address, /^https:\/\/(?:www\.yr\.no|opensource\.org)$/, `${name}: ${address}`);
  });

  test('has PHP that parses, and no warning of the parser', () => {
    const php = Object.keys(files).filter(name => name.endsWith('.php'));
    assert.ok(php.length > 10);
    for (const name of php)
      assert.match(
        execFileSync(
          'php',
          ['-d', 'error_reporting=-1', '-d', 'display_errors=1', '-l', join(folder, name)],
          {
            encoding: 'utf8',
          },
        ),
        /^No syntax errors detected/,
      );
  });

  describe('with stubs in place of WordPress', () => {
    let seen: { printed: Record<'writer' | 'editor', Record<string, string>>; asked: string[] };
    before(() => {
      const stubs = new URL('stubs.php', import.meta.url).pathname;
      seen = JSON.parse(
        execFileSync('php', [stubs, join(folder, 'havn')], { encoding: 'utf8', maxBuffer: 16e6 }),
      );
    });

    test('an account that may not write any HTML prints no address of another server', () => {
      const { own = '', query = '', here = '', ...foreign } = seen.printed.writer;
      assert.match(own, /<havn-service-finder src="\/own\.json">/);
      assert.match(query, / src="\/own\.json\?a=1&amp;copy=2">/);
      assert.match(here, / src="https:\/\/SITE\.example\/own\.json">/);
      for (const [what, html] of Object.entries(foreign)) assert.doesNotMatch(html, /stranger/, what);
      assert.match(foreign.exitHref ?? '', /^<havn-hotline-banner exit="">/);
    });

    test('one that may has its choice', () => {
      const { editor } = seen.printed;
      assert.match(editor.src ?? '', /^<havn-service-finder src="https:\/\/stranger\.example\/f\/">/);
      for (const html of [editor.href, editor.exitHref])
        assert.equal(html?.match(/https:\/\/stranger\.example\/x/g)?.length, 2);
    });

    test('the check of a site asks no other server, whatever a plugin says where a page is', () => {
      assert.deepEqual(seen.asked, ['https://site.example/help/']);
    });
  });

  test('has PHP in the style of WordPress', () => {
    const own = readdirSync('wordpress/havn', { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.php'))
      .map(name => join('wordpress/havn', name));
    assert.ok(own.length > 8);
    const style = new URL('style.php', import.meta.url).pathname;
    assert.equal(execFileSync('php', [style, ...own], { encoding: 'utf8' }), '');
  });

  test('has PHP in which nothing can be reached from outside of WordPress', () => {
    for (const [name, text] of Object.entries(files))
      if (name.endsWith('.php') && !name.includes('/languages/'))
        assert.match(text, /defined\( '(?:ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;/, name);
  });
});

test('no source of the plugin has the number of the helpline', () => {
  for (const folder of ['wordpress', 'tools/build/wordpress', 'test/wordpress'])
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (file.isFile())
        assert.doesNotMatch(
          readFileSync(join(file.parentPath ?? file.path, file.name), 'utf8'),
          new RegExp(rosa.as('##\\s*##\\s*##\\s*##')),
        );
});
