/** ROSA's number is only in the data and in one file of the tests, so that a change of the number is simple. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { formatPhone } from 'havn-widgets/safety';
import { filesIn } from '../../tools/build/integrity.js';
import { rosa } from '../rosa.js';

/** Files that may have the number: copied collections, screen reader transcripts, pasted snippets, generated files. */
const isKept = (file: string) =>
  /^test\/(?:collections\/[^/]+\.json$|heard\/|frameworks\/[^/]+\/)|^demo\/.*\.html$|\/(?:generated|node_modules)\//.test(
    file,
  );

/** Removes everything that can be between the digits of a number. */
const bare = (text: string) =>
  text.replace(/\\u(?:[\da-f]{4}|\{[\da-f]+\})|\\[nrst]|&#?\w+;|%20|[^a-z\d]/gi, '');

const hasNumber = (text: string) => bare(text).includes(rosa.digits);

test('the number of ROSA is that of the data, and is shown as readers have it', () => {
  const services: { id: string; phones?: { number: string }[] }[] = JSON.parse(
    readFileSync('data/directory/services.json', 'utf8'),
  );
  const helpline = services.find(({ id }) => id === 'rosa-helpline');
  assert.deepEqual(helpline?.phones, [{ number: rosa.dialled }]);
  assert.equal(formatPhone(rosa.dialled), rosa.unbroken);
});

test('the number of ROSA is found however it is written', () => {
  const { dialled, href, shown, unbroken, inHtml, pattern, as } = rosa;
  for (const text of [dialled, href, shown, unbroken, inHtml, pattern.source, as('##\\u00a0####\\u{2011}##')])
    assert.ok(hasNumber(text), text);
});

test('the number of ROSA stands in one file of the tests, and in no code', () => {
  const found = ['test', 'tools', 'src', 'demo'].flatMap(folder =>
    filesIn(folder)
      .map(file => `${folder}/${file}`)
      .filter(file => !isKept(file) && hasNumber(readFileSync(file, 'utf8'))),
  );
  assert.deepEqual(found, ['test/rosa.ts']);
});
