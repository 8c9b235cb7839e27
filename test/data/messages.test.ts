/** What lit-localize lets pass: a translation that is missing, stale, unknown, or says another number. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { targetLanguages } from '../../tools/build/country.js';
import { checkMessages, faultsOf, placed, sourceMessages, unitsOf } from '../../tools/build/messages.js';

const sources = sourceMessages();
const xml = readFileSync('data/locales/nb.xlf', 'utf8');

test('every language is complete', () => {
  assert.deepEqual(checkMessages(), []);
  assert.equal(targetLanguages().length, 18);
  assert.ok(sources.size > 180);
});

describe('a fault', () => {
  const breaks: [string, (xml: string) => string, RegExp][] = [
    ['missing', xml => xml.replace(/<target>Kilde<\/target>/, ''), /source\.label: missing/],
    [
      'stale',
      xml => xml.replace('<source>Source</source>', '<source>Origin</source>'),
      /source\.label: stale/,
    ],
    [
      'marked for a new look',
      xml => xml.replace('<target>Kilde<', '<target state="needs-review-translation">Kilde<'),
      /source\.label: stale/,
    ],
    [
      'unknown',
      xml => xml.replace('trans-unit id="source.label"', 'trans-unit id="source.labels"'),
      /source\.labels: unknown/,
    ],
    [
      'a placeholder that differs',
      xml => xml.replace(/(<target>Vis )<x [^>]*>/, '$1'),
      /finder\.more: placeholders differ/,
    ],
    [
      'a number that differs',
      xml => xml.replace('mer enn 30 krisesentre', 'mer enn 40 krisesentre'),
      /: the numbers differ: "30" in English, "40" here$/,
    ],
    [
      'a number that is missing',
      xml => xml.replace('mer enn 30 krisesentre', 'mange krisesentre'),
      /: the numbers differ: "30" in English, none here$/,
    ],
    ['empty', xml => xml.replace('<target>Kilde<', '<target> <'), /source\.label: empty/],
    [
      'longer than there is room for',
      xml => xml.replace(/(id="banner\.title"[\s\S]*?<target>)/, `$1${'a'.repeat(40)}`),
      /banner\.title: too long, \d+ of 40 characters/,
    ],
    [
      'space at an end',
      xml => xml.replace('<target>Kilde<', '<target>Kilde <'),
      /source\.label: empty, or space/,
    ],
  ];
  for (const [name, change, expected] of breaks)
    test(name, () => {
      const changed = change(xml);
      assert.notEqual(changed, xml);
      assert.ok(
        faultsOf(sources, unitsOf(changed)).some(fault => expected.test(fault)),
        faultsOf(sources, unitsOf(changed)).join(),
      );
    });

  test('is named with its file and the line of the translation', () => {
    const changed = xml.replace('<target>Kilde<', '<target> <');
    const line = changed.slice(0, changed.indexOf('<target> <')).split('\n').length;
    const units = unitsOf(changed);
    assert.deepEqual([...faultsOf(sources, units), 'nobody: unknown'].map(placed('nb', units)), [
      `data/locales/nb.xlf:${line} source.label: empty, or space at an end`,
      'data/locales/nb.xlf: nobody: unknown',
    ]);
  });
});
