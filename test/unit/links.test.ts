import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as safety from 'havn-widgets/safety';
import { hostileCases, linkTexts } from '../collections.js';
import { rosa } from '../rosa.js';
import { untyped } from '../untyped.js';

const dialable = untyped(safety.dialable);
const safeLink = untyped(safety.safeLink);
const webAddress = untyped(safety.webAddress);

for (const { id, payload, expect, note } of hostileCases('url'))
  test(id, () => {
    const link = safeLink(payload);
    assert.equal(link === null ? 'text' : 'link', expect, note);
    // A way out is a page: mail and telephone are links elsewhere.
    assert.equal(webAddress(payload), link && /^https?:/.test(link) ? link : null);
  });

for (const { id, payload, expect, note } of hostileCases('phone'))
  test(id, () => {
    assert.equal(dialable(payload) === null ? 'text' : `dial:${dialable(payload)}`, expect, note);
    for (const scheme of ['', 'tel:']) assert.equal(webAddress(scheme + payload), null);
  });

/** One test for a list: it fails with the texts that are not read rightly. */
const testEach = <Text>(title: string, texts: Text[], isRight: (text: Text) => boolean) =>
  test(title, () =>
    assert.deepEqual(
      texts.filter(text => !isRight(text)),
      [],
    ),
  );

testEach('links', linkTexts.links, ({ text, as = text }) => safeLink(text) === as);
for (const { note, texts } of linkTexts.notLinks)
  testEach(`no links: ${note}`, texts, text => safeLink(text) === null);

testEach('numbers to dial', linkTexts.dialled, ({ text, as = text }) => dialable(text) === as);
for (const { note, texts } of linkTexts.dialledAsWritten)
  testEach(`numbers to dial: ${note}`, texts, text => dialable(text) === text);
for (const { note, texts } of linkTexts.notDialled)
  testEach(`no numbers to dial: ${note}`, texts, text => dialable(text) === null);

test('a text may have 64 characters for a number, and 2048 for an address, white space around it aside', () => {
  const address = `https://www.udi.no/${'a'.repeat(2048 - 19)}`;
  assert.equal(safeLink(address), address);
  assert.equal(safeLink(`${address}a`), null);
  assert.equal(safeLink(`${' '.repeat(5000)}https://www.udi.no/`), 'https://www.udi.no/');
  assert.equal(dialable(`112${' '.repeat(61)}`), '112');
  assert.equal(dialable(`112${' '.repeat(62)}`), null);
});

test('a web address is a link to a page only', () => {
  assert.equal(webAddress(' HTTPS://www.yr.no/ '), 'https://www.yr.no/');
  for (const text of ['mailto:post@krisesenter.com', 'tel:112', '/', ''])
    assert.equal(webAddress(text), null);
});

test('a page that has broken URL keeps the links to names; number hosts become text', t => {
  const { URL } = globalThis;
  t.after(() => {
    globalThis.URL = URL;
  });
  for (const broken of [null, {}, () => ({})]) {
    Object.assign(globalThis, { URL: broken });
    for (const link of ['https://www.udi.no/a', 'http://intranett/', 'https://a.b.example./', 'https://a.b/'])
      assert.equal(safeLink(link), link);
    assert.equal(safeLink('http://0177.0.0.1/'), null);
    assert.equal(safeLink('http://127.0.0.1/'), null);
  }
});

test('what is not a string is text', () => {
  const values = [
    undefined,
    null,
    112,
    Number(rosa.digits),
    true,
    {},
    [],
    ['112'],
    new String('112'),
    Symbol('x'),
    () => '112',
  ];
  for (const value of values) {
    assert.equal(dialable(value), null);
    assert.equal(safeLink(value), null);
    assert.equal(webAddress(value), null);
  }
});
