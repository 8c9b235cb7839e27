/** Whatever the library finds wrong in a host's own services, `validate` says it in bokmål too. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inLanguage } from '../../tools/desk/validate-words.js';

/** Sentences in the sources begin with one of these words and are told of a field. */
const sentence = /['`]((?:has|is|may|needs|says|reads|cannot|could)\b [^'`\n]{6,})['`]/g;

test('each sentence has its own in bokmål', () => {
  const files = ['gate', 'accepted', 'overlay', 'names'].map(name => `src/directory/overlay/${name}.ts`);
  const sources = [...files, 'tools/desk/validate-hints.ts']
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');
  const found = [...sources.matchAll(sentence)]
    .map(([, text = '']) =>
      // A place where the source puts something in.
      text
        .replace(/\$\{typesInWords[^}]*\}/g, 'a text, in quotes')
        .replace(/\$\{didYouMean[^}]*\}/g, '')
        .replace(/\$\{[^}]*\}/g, '7'),
    )
    // One that is cut within such a place: the test of the command has it.
    .filter(text => !text.includes('${'));
  assert.ok(found.length > 40, `${found.length}`);
  const missing = found.filter(text => inLanguage(text, 'nb') === text);
  assert.deepEqual(missing, []);
});
