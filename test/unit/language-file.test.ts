import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { targetLanguages } from '../../tools/build/country.js';
import { languageFile } from '../../tools/build/language-file.js';
import { messagesIn } from '../../tools/build/messages.js';

/** The detail of the event that a language file dispatches when a page loads it. */
function toldBy(code: string) {
  const told: unknown[] = [];
  runInNewContext(code.replace(/^\ufeff/, ''), {
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

test('a language file tells every message of its language', () => {
  for (const language of targetLanguages()) {
    const messages = Object.values(messagesIn(language));
    assert.deepEqual(toldBy(languageFile(language, '1.0.0-a', messages)), {
      language,
      build: '1.0.0-a',
      messages,
    });
  }
});

test('it begins with the mark of UTF-8, since pages in other charsets load it too', () => {
  const [first, ...others] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    new TextEncoder().encode(languageFile('xx', 'b', ['ж'])),
  );
  assert.equal(first, '\ufeff');
  assert.ok(!others.includes('\ufeff'));
});
