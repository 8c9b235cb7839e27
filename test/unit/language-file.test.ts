import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { targetLanguages } from '../../tools/build/country.js';
import { languageFile } from '../../tools/build/language-file.js';
import { messagesIn } from '../../tools/build/messages.js';

/** The detail of the event that a language file dispatches when a page loads it. */
function toldBy(code: string) {
  const told: unknown[] = [];
  runInNewContext(code, {
    addEventListener() {},
    CustomEvent: class {
      constructor(type: string, init: object) {
        Object.assign(this, { type }, init);
      }
    },
    dispatchEvent: ({ detail }: { detail: unknown }) => told.push(detail),
  });
  return JSON.parse(JSON.stringify(told[0]));
}

/** The pieces of a message as a reader sees them. */
const read = (message: unknown) => [message].flat().filter(piece => piece !== '');

test('a language file tells every message of its language, and is ASCII', () => {
  for (const language of targetLanguages()) {
    const messages = Object.values(messagesIn(language));
    const file = languageFile(language, '1.0.0-a', messages);
    assert.match(file, /^[\n -~]+$/);
    const told = toldBy(file);
    assert.deepEqual(
      { ...told, messages: told.messages.map(read) },
      { language, build: '1.0.0-a', messages: messages.map(read) },
    );
  }
});

test('letters that change places come back, whatever the text holds', () => {
  const messages = ['æøå "abc" \\ é é é é', ['ж ', 1, ' z ', 0, 'жжж'], "<b>$& '`^", '𝒳𝒳 ①'];
  assert.deepEqual(toldBy(languageFile('xx', 'b', messages)).messages.map(read), messages.map(read));
});

test('a message that holds a mark of the file is refused', () => {
  for (const message of ['one | two', ['~', 0], 'two\nlines'])
    assert.throws(() => languageFile('xx', 'b', [message]), /\| or ~/);
});
