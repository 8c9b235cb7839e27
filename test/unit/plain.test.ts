/** Text by strangers cannot send commands to a terminal or to a CI service. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plain, plainJson, told } from '../../tools/desk/plain.js';
import { rosa } from '../rosa.js';

test('characters that a terminal obeys, that turn text around or begin a line are replaced', () => {
  assert.equal(plain('a\u001b[2Jb\u0007\u009bc'), 'a\ufffd[2Jb\ufffd\ufffdc');
  assert.equal(plain('a\r\nb\u2028c\u2029d\te'), 'a\ufffd\ufffdb\ufffdc\ufffdd\ufffde');
  assert.equal(plain('\u202e112\u2066\u200b\u00ad\ufeff'), '\ufffd112\ufffd\ufffd\ufffd\ufffd');
  assert.equal(plain('\u{e0041}'), '\ufffd');
  assert.equal(plain(`Hjelp på norsk: ${rosa.shown}, العربية`), `Hjelp på norsk: ${rosa.shown}, العربية`);
});

test('nothing is longer than 300 characters, and no character is cut in two', () => {
  const cut = plain('😀'.repeat(400));
  assert.ok(cut.length <= 300);
  assert.ok(!/\p{Cs}/u.test(cut));
  assert.ok(cut.endsWith('…'));
  assert.equal(plain('a'.repeat(300)), 'a'.repeat(300));
});

test('no line begins a command of a CI service', () => {
  for (const text of [
    '::error::x',
    '  ::add-mask::x',
    '\n::error::x',
    'a ##[error]x',
    'a ##vso[task.x]',
    '##teamcity[x]',
  ])
    assert.doesNotMatch(plain(text), /^\s*::|##\w*\[/m, text);
  assert.equal(plain('http://[::1]/ ## a'), 'http://[::1]/ ## a');
});

test('in a sentence of ours each value is made plain by itself', () => {
  assert.equal(told`${'a'.repeat(301)} and ${'\n'}.`, `${'a'.repeat(299)}… and \ufffd.`);
});

test('JSON says the same, and holds nothing that a terminal obeys', () => {
  const value = { text: 'a\u001b\u009b\u202e\u2028\u{e0041}##[error]\n', list: ['å'] };
  const json = plainJson(value);
  assert.deepEqual(JSON.parse(json), value);
  assert.doesNotMatch(json, /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|##\w*\[/u);
});
