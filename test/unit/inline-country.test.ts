/** Imports from the country module are replaced by their values where they are used. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { inlineCountry } from '../../tools/build/inline-country.js';
import { folderFor } from '../folder.js';

const folder = folderFor('inline');
before(() => {
  mkdirSync(join(folder, 'generated'));
  writeFileSync(
    join(folder, 'generated/country.js'),
    `export const shortest = 3;
export const code = '47';
export const isEmergency = (digits) => ['112', '113'].includes(digits);
export const withCode = (digits) => '+47' + digits;
`,
  );
});

/**
 * The value of an expression after the country's values have been inlined.
 * @param expression uses the variable `digits`
 */
function inlinedValue(expression: string, digits: string) {
  const code = `import { shortest, code, isEmergency, withCode } from './generated/country.js';
export const value = digits => ${expression};
`;
  const inlined = inlineCountry(code, join(folder, 'module.js'));
  assert.doesNotMatch(inlined, /import|shortest|isEmergency|withCode/);
  return new Function(
    'digits',
    `${inlined.replace('export const value =', 'return (')})(digits)`.replace(';', ''),
  )(digits);
}

describe('of the country there stands in its place', () => {
  test('a constant', () => assert.equal(inlinedValue('digits.length + shortest', '22'), 5));
  test('a function that is called', () => assert.equal(inlinedValue('isEmergency(digits)', '112'), true));
  test('a function that is handed on', () =>
    assert.deepEqual(inlinedValue('[digits].map(withCode)', '22'), ['+4722']));
  test('what is given to a function: a constant', () =>
    assert.equal(inlinedValue('isEmergency(digits.slice(shortest))', '999112'), true));
  test('what is given to a function: another function', () =>
    assert.equal(inlinedValue('isEmergency(withCode(digits).slice(shortest))', '113'), true));
});
