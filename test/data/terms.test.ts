/** The fixed words of each language: trafficking is not smuggling, and a presumed victim is presumed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { targetLanguages } from '../../tools/build/country.js';
import { unitsOf } from '../../tools/build/messages.js';
import { readTerms, sharedLabelFaults, termFaults } from '../../tools/build/terms.js';
import { sure } from '../sure.js';

/** The English texts, as translators have them: messages.test.ts holds them to the code. */
const sources = new Map(
  [...unitsOf(readFileSync('data/locales/nb.xlf', 'utf8'))].map(([id, { source }]) => [id, source]),
);
const terms = readTerms();
const termsOf = (language: string) => sure(terms[language]);
const units = (language: string) => unitsOf(readFileSync(`data/locales/${language}.xlf`, 'utf8'));

function changed(language: string, id: string, target: string) {
  const map = new Map(units(language));
  const unit = map.get(id) ?? assert.fail(`no ${id}`);
  return map.set(id, { ...unit, target });
}

test('every language has the same terms, each matched by its own forms, and words to avoid', () => {
  const names = Object.keys(termsOf('nb').terms);
  assert.ok(names.length >= 18);
  for (const language of targetLanguages()) {
    const { terms, avoid } = termsOf(language);
    assert.deepEqual(Object.keys(terms).sort(), [...names].sort(), language);
    assert.ok(avoid.length >= 3, language);
    for (const { pattern } of avoid) assert.doesNotThrow(() => new RegExp(pattern, 'iu'));
  }
});

for (const language of targetLanguages())
  test(`${language} holds its terms, and no two labels are the same`, () => {
    assert.deepEqual(termFaults(sources, units(language), termsOf(language)), []);
    assert.deepEqual(sharedLabelFaults(sources, units(language), termsOf(language)), []);
  });

describe('a fault', () => {
  const breaks: [string, string, string, string, RegExp][] = [
    [
      'smuggling for trafficking',
      'nb',
      'statement.lead.text',
      'Offer for menneskesmugling kan ha rett til hjelp.',
      /menneskehandel/,
    ],
    [
      'an avoided word',
      'nb',
      'service.nadheim.description',
      'Et senter for prostituerte.',
      /not "prostituert"/,
    ],
    [
      'a victim for a presumed one',
      'nb',
      'referral-step.treat.name',
      'Behandle personen som et offer',
      /presumed victim/,
    ],
    [
      'deportation for return',
      'nn',
      'pathway-step.return.description',
      'Den som blir utvist, får hjelp.',
      /not "utvise"/,
    ],
  ];
  for (const [name, language, id, target, expected] of breaks)
    test(name, () => {
      const faults = termFaults(sources, changed(language, id, target), termsOf(language));
      assert.ok(
        faults.some(fault => fault.startsWith(id) && expected.test(fault)),
        faults.join(),
      );
    });

  test('two needs with one label', () => {
    const faults = sharedLabelFaults(sources, changed('nb', 'need.health.name', 'Politiet'), termsOf('nb'));
    assert.equal(faults.length, 1);
  });
});
