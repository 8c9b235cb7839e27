/** Lit as it is shipped: hardened, and without what no template of ours uses. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { litPatches } from '../../tools/lit-patches.js';
import { beyondOurLit } from '../../tools/minify-templates.js';

const file = '/somewhere/node_modules/lit-html/lit-html.js';
const lit = readFileSync(new URL('../../node_modules/lit-html/lit-html.js', import.meta.url), 'utf8');

/** As the build does it. @param {string} code @param {string} name */
const patch = (code, name = file) =>
  /** @type {any} */ (litPatches('policy.js', '')).transform.call(
    {
      error(/** @type {string} */ message) {
        throw new Error(message);
      },
    },
    code,
    name,
  );

describe('the patches of Lit', () => {
  test('are applied, each once', () => {
    const { code } = patch(lit);
    assert.match(code, /policyOfHavn/);
    assert.doesNotMatch(code, /litHtmlVersions|_\$litDirective\$|setConnected|<svg>/);
  });

  for (const [what, gone] of [
    ['the name of the policy', '"lit-html"'],
    ['the version global', 'litHtmlVersions'],
    ['the call of the document', 'createComment'],
    ['the directives', '_$AP'],
    ['the events', 'handleEvent'],
  ])
    test(`stop the build where ${what} is written otherwise`, () => {
      assert.throws(() => patch(lit.replaceAll(gone, 'other')), /not \d\. Look at what Lit has changed/);
    });

  test('stop the build where a pattern fits twice', () => {
    assert.throws(() => patch(`${lit}${lit}`), /found 2 times/);
  });

  test('leave other files alone, and refuse the directives of Lit', () => {
    assert.equal(patch('x', '/somewhere/node_modules/ajv/index.js'), null);
    assert.throws(() => patch('x', file.replace('lit-html.js', 'directives/repeat.js')), /a part of Lit/);
  });
});

describe('a template', () => {
  for (const strings of [
    ['<p class="a ', '" title=', '>', '</p>'],
    ['<textarea rows="4" .value=', '></textarea>', ''],
    ['<details ?open=', '><summary>"', '"</summary></details>'],
  ])
    test(`${strings.join('…')} is what our Lit knows`, () => assert.equal(beyondOurLit(strings), undefined));

  for (const strings of [
    ['<p><!-- ', ' --></p>'],
    ['<', '></p>'],
    ['<p class="a" ', '></p>'],
    ['<p ', '=""></p>'],
    ["<p title='", "'></p>"],
    ['<p title = ', '></p>'],
    ['<p\tlang="nb" title=', '></p>'],
    ['<textarea rows="4">', '</textarea>'],
    ['<title>Hei ', '</title>'],
  ])
    test(`${strings.join('…')} stops the build`, () => assert.ok(beyondOurLit(strings)));
});
