/** `validate` has a translation into bokmål for each fault that the library finds in a host page's own services. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inLanguage } from '../../tools/desk/validate-words.js';

/** Finds the messages in the sources: each is about a field and begins with one of these words. */
const sentence = /['`]((?:has|is|may|needs|says|reads|cannot|could)\b [^'`\n]{6,})['`]/g;

test('each sentence has its own in bokmål', () => {
  const files = readdirSync('src/directory/overlay').map(name => `src/directory/overlay/${name}`);
  const sources = [...files, 'tools/desk/validate-hints.ts']
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');
  const found = [...sources.matchAll(sentence)]
    .map(([, text = '']) =>
      // Fills in the placeholders of the message.
      text
        .replace(/\$\{typesInWords[^}]*\}/g, 'a text, in quotes')
        .replace(/\$\{didYouMean[^}]*\}/g, '')
        .replace(/\$\{[^}]*\}/g, '7'),
    )
    // Leaves out messages that the pattern cuts within a placeholder: validate-command.test.ts tests them.
    .filter(text => !text.includes('${'));
  assert.ok(found.length > 40, `${found.length}`);
  const missing = found.filter(text => inLanguage(text, 'nb') === text);
  assert.deepEqual(missing, []);
});
