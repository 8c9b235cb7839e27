import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as locale from 'havn-widgets/locale';
import '../properties.js';
import { hostileCases } from '../collections.js';
import { untyped } from '../untyped.js';

const [directionOf, negotiate] = [untyped(locale.directionOf), untyped(locale.negotiate)];

const available = ['en', 'nb', 'nn', 'ar', 'es', 'fa', 'pl', 'pt', 'ro', 'so', 'th', 'ti', 'uk', 'vi', 'zh'];

for (const { id, payload, expect, note } of hostileCases('locale')) {
  // Chains of elements need a document: test/elements/language.test.ts tests them.
  if (typeof payload !== 'string') continue;
  test(id, () => assert.equal(`lang:${negotiate(payload, available)}`, expect, note));
}

const rows = [
  ['NO', 'nb'],
  ['no_NO', 'nb'],
  ['no-bok', 'nb'],
  ['nn-NO', 'nn'],
  ['NN_no', 'nn'],
  ['\n nb-NO\t', 'nb'],
  ['nb_NO.UTF-8', 'nb'],
  ['nb-', 'nb'],
  ['zh-Hant-TW', 'zh'],
  ['ar_EG', 'ar'],
  ['uk', 'uk'],
  ['u\u212a', 'en'],
  ['nb NO', 'en'],
  ['nb;q=0.9', 'en'],
  ['-nb', 'en'],
  ['_nb', 'en'],
  ['nor', 'en'],
  ['nbx', 'en'],
  ['x-nb', 'en'],
  ['sv', 'en'],
  ['da-DK', 'en'],
  ['   ', 'en'],
  ['constructor', 'en'],
  ['toString', 'en'],
  ['length', 'en'],
  ['0', 'en'],
  ['\u0000nb', 'en'],
  ['nb\u0000', 'en'],
  ['\u202enb', 'en'],
  [null, 'en'],
  [undefined, 'en'],
  [42, 'en'],
  [['nb'], 'en'],
  [{ toString: () => 'nb' }, 'en'],
];
for (const [tag, expected] of rows) {
  test(`${JSON.stringify(tag)} is ${expected}`, () => assert.equal(negotiate(tag, available), expected));
}

test('Tagalog is Filipino', () => {
  assert.equal(negotiate('tl', ['en', 'fil']), 'fil');
  assert.equal(negotiate('tl-PH', ['en', 'fil']), 'fil');
  assert.equal(negotiate('tl', ['en']), 'en');
});

test('nn falls back to nb, and both to en', () => {
  assert.equal(negotiate('nn', ['en', 'nb']), 'nb');
  assert.equal(negotiate('nn-NO', ['en']), 'en');
  assert.equal(negotiate('no', ['en', 'nn']), 'en');
  assert.equal(negotiate('pl', []), 'en');
});

test('direction by primary subtag', () => {
  for (const tag of [
    'ar',
    'fa-IR',
    'he',
    'UR',
    'ps_AF',
    'ckb',
    'dv',
    'yi',
    'sd',
    'ug',
    'prs',
    ' ar-EG-u-nu-latn',
  ]) {
    assert.equal(directionOf(tag), 'rtl', tag);
  }
  for (const tag of ['en', 'nb', 'arx', 'ku', 'ti', 'am', 'az', 'pa', 'hi', '', 'x-ar', null, undefined, 7]) {
    assert.equal(directionOf(tag), 'ltr', String(tag));
  }
});

test('property: the answer is an available language or en, and stays itself', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.string(), fc.constantFrom(...available, 'no', 'NB_no')), tag => {
      const language = negotiate(tag, available);
      assert.ok(available.includes(language));
      assert.equal(negotiate(language, available), language);
      assert.match(directionOf(tag), /^(ltr|rtl)$/);
    }),
  );
});

test('property: what stands behind the primary subtag does not matter', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...available, 'no', 'sv'),
      fc.constantFrom('-', '_'),
      fc.string({ unit: 'binary' }),
      (language, separator, rest) => {
        assert.equal(negotiate(language + separator + rest, available), negotiate(language, available));
      },
    ),
  );
});
