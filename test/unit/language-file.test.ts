import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { languageFile } from '../../tools/build/language-file.js';

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

test('a language file tells its messages, a line each, with the places of their values', () => {
  assert.deepEqual(
    toldBy(languageFile('xx', '1.0.0-a', ['Ja', '{1} av {0}.', '`$\\ ${x'.replace('{', '(')])),
    {
      language: 'xx',
      build: '1.0.0-a',
      lines: 'Ja\n{1} av {0}.\n`$\\ $(x',
    },
  );
});

test('a message that would be read as another is refused', () => {
  for (const message of ['one {x}', 'two\nlines'])
    assert.throws(() => languageFile('xx', 'b', [message]), /brace or a line break/);
});

test('it begins with the mark of UTF-8, since pages in other charsets load it too', () => {
  const [first, ...others] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    new TextEncoder().encode(languageFile('xx', 'b', ['ж'])),
  );
  assert.equal(first, '\ufeff');
  assert.ok(!others.includes('\ufeff'));
});
