import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as safety from 'havn-widgets/safety';
import { rosa } from '../rosa.js';
import { untyped } from '../untyped.js';

const [formatPhone, plainText] = [untyped(safety.formatPhone), untyped(safety.plainText)];

/** Each row: the reason, the input, and the result (if it is not the same). */
const rows = [
  ['plain text stays', 'Krisesenter for Åland & Østfold <b>1</b>'],
  ['line breaks and tabs are one space', 'a\r\nb\tc\u2028d\u0085e', 'a b c d e'],
  ['controls go', 'a\u0000b\u001bc\u007fd\u009fe', 'abcde'],
  ['bidi marks, embeddings and isolates go', '\u200ea\u200fb\u061cc\u202ad\u202ee\u2066f\u2069', 'abcdef'],
  ['zero-width characters go', 'a\u200bb\u2060c\ufeffd\u180ee', 'abcde'],
  ['annotations and tags go', 'a\ufff9b\ufffbc\u{e0061}d\u{e007f}', 'abcd'],
  ['half characters go', 'a\ud83db\udc4dc', 'abc'],
  ['whole ones stay', 'a\u{1f44d}b'],
  ['the joiner of emoji stays', '\u{1f469}\u200d\u{1f4bb}'],
  ['the non-joiner of Persian stays', 'می\u200cخواهم'],
  ['Arabic number signs, which are seen, stay', '\u0600\u06dd'],
  ['combining marks stay', 'e\u0301 हिन्दी'],
  [
    'four marks on a letter stay, and no more',
    `\u0e17${'\u0e49'.repeat(1900)} e`,
    '\u0e17\u0e49\u0e49\u0e49\u0e49 e',
  ],
  [
    'joiners between marks do not make room for more',
    `a${'\u0301\u200d'.repeat(9)}b`,
    'a\u0301\u200d\u0301\u200db',
  ],
  ['nothing stays nothing', ''],
];
for (const [name, text, expected = text] of rows) test(name, () => assert.equal(plainText(text), expected));

test('what is not a string is no text', () => {
  for (const value of [undefined, null, 1, {}, ['a'], Symbol('x')]) assert.equal(plainText(value), '');
});

/** Numbers from test/collections/facts.json, and other ways to write numbers. */
const phones = [
  [rosa.dialled, rosa.shown],
  ['+4790579118', '905 79 118'],
  ['+4740000001', '40 00 00 01'],
  ['+4780040008', '800 40 008'],
  [`${rosa.dialled}1`, `${rosa.dialled}1`],
  [`x${rosa.dialled}`, `x${rosa.dialled}`],
  ['112', '112'],
  ['02800', '02800'],
  ['116117', '116117'],
  ['+46812345678', '+46812345678'],
  ['Ikke oppgitt', 'Ikke oppgitt'],
];
for (const [number, shown] of phones) {
  test(`${number} is shown as ${shown}`, () =>
    assert.equal(formatPhone(number).replace(/\u00a0/g, ' '), shown));
}
