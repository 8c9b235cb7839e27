import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { languages, ownName } from 'havn-widgets/locale';

describe('ownName', () => {
  test('every language that is built has its own name in the table', () => {
    const { DisplayNames } = Intl;
    try {
      Object.defineProperty(Intl, 'DisplayNames', { value: undefined, configurable: true, writable: true });
      assert.deepEqual(languages().map(ownName), ['English', 'Norsk bokmål', 'Norsk nynorsk']);
      assert.equal(ownName('uk'), 'Українська');
      assert.equal(ownName('da'), 'da');
    } finally {
      Object.defineProperty(Intl, 'DisplayNames', {
        value: DisplayNames,
        configurable: true,
        writable: true,
      });
    }
  });

  test('others have what the platform knows, and nothing throws', () => {
    assert.equal(ownName('da'), 'dansk');
    for (const tag of ['', 'x', '*', 'constructor', '__proto__']) assert.equal(typeof ownName(tag), 'string');
  });
});

test('what nobody has reviewed is what review.json says', async () => {
  const review = JSON.parse(readFileSync('data/locales/review.json', 'utf8'));
  const { notReviewed } = await import('../../dist/npm/locale/generated/not-reviewed.js');
  assert.deepEqual(
    notReviewed,
    Object.keys(review).filter(language => !review[language].reviewed_on),
  );
});
