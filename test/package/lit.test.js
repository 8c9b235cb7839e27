/** Lit in what is shipped: as it is, but for a few substitutions, each with the host page that needs it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { substituteInLit, substitutions } from '../../tools/lit-substitutions.js';

const files = [
  'lit-html/development/lit-html.js',
  'lit-element/development/lit-element.js',
  '@lit/reactive-element/development/reactive-element.js',
];
const textOf = (/** @type {string} */ name) =>
  readFileSync(new URL(`../../node_modules/${name}`, import.meta.url), 'utf8');

/** As the build does it. @param {string} code @param {string} name */
const substituted = (code, name) =>
  /** @type {any} */ (substituteInLit(module => module)).transform.call(
    {
      error(/** @type {string} */ message) {
        throw new Error(message);
      },
    },
    code,
    `/somewhere/node_modules/${name}`,
  );

describe('the substitutions in Lit', () => {
  test('are eight at most, and each names its host', () => {
    assert.ok(substitutions.length <= 8);
    for (const { name, host } of substitutions) assert.ok(host, name);
  });

  for (const name of files)
    test(`apply to ${name}, and leave nothing of theirs on the page`, () => {
      const { code } = substituted(textOf(name), name);
      assert.doesNotMatch(code, /DEV_MODE = true|(?:Html|Element)Versions \?\?=|PolyfillSupport;/);
    });

  for (const { name, from, in: where } of substitutions)
    test(`"${name}" stops the build where Lit is written otherwise`, () => {
      const file = files.find(one => where.test(one)) ?? '';
      assert.throws(() => substituted(textOf(file).replace(from, 'other'), file), new RegExp(`"${name}"`));
      assert.throws(() => substituted(textOf(file) + from, file), new RegExp(`"${name}"`));
    });

  test('leave other files alone', () => {
    assert.equal(substituted('x', 'ajv/index.js'), null);
    assert.equal(substituted('x', 'lit-html/development/directives/repeat.js'), null);
  });
});
