import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as safety from 'havn-widgets/safety';
import { hostileCases } from '../collections.js';
import { rosa } from '../rosa.js';
import { untyped } from '../untyped.js';

const dialable = untyped(safety.dialable);
const safeLink = untyped(safety.safeLink);
const webAddress = untyped(safety.webAddress);

for (const { id, payload, expect, note } of hostileCases('url'))
  test(id, () => assert.equal(safeLink(payload) === null ? 'text' : 'link', expect, note));

for (const { id, payload, expect, note } of hostileCases('phone'))
  test(id, () =>
    assert.equal(dialable(payload) === null ? 'text' : `dial:${dialable(payload)}`, expect, note),
  );

/** As the name of a test: a line separator in one ends the line for who reads the results. */
const show = (text: string) =>
  JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text).replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    character => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );

/** Each row: what is passed, what comes back (left out: the same). */
const links: [text: string, expected?: string][] = [
  ['https://www.udi.no'],
  ['https://www.udi.no?sprak=nb'],
  ['https://www.udi.no#topp'],
  ['HTTPS://WWW.UDI.NO/Rett?Q=A', 'https://www.udi.no/Rett?Q=A'],
  ['   https://www.udi.no/ ', 'https://www.udi.no/'],
  [`${' '.repeat(5000)}https://www.udi.no/`, 'https://www.udi.no/'],
  ['https://www.udi.no./'],
  ['https://www.udi.no/søknad/пример?q=søk#é'],
  ['https://medium.example/@rosa/http://x'],
  ['https://www.udi.no/a%0ab'],
  ['http://intranett/'],
  ['http://intranett:65535/'],
  ['http://my_host.example/'],
  ['http://192.168.1.10:8080/'],
  ['http://1intra/'],
  ['https://[2001:DB8::1]:8443/', 'https://[2001:db8::1]:8443/'],
  [`https://www.udi.no/${'a'.repeat(2048 - 19)}`],
  ['mailto:o.n+tag_1-x@sub-domain.example.no'],
  ['Tel:112', 'tel:112'],
  ['tel:116117'],
  ['tel:+46812345678'],
];
for (const [text, expected = text] of links) {
  test(`link: ${show(text)}`, () => assert.equal(safeLink(text), expected));
}

const texts = [
  `https://www.udi.no/${'a'.repeat(2048 - 18)}`,
  'https://',
  'https:///www.udi.no/',
  'https:/www.udi.no/',
  'https:www.udi.no',
  'www.udi.no',
  'http//www.udi.no',
  'https ://www.udi.no/',
  'https://www.udi.no/a b',
  'https://www udi.no/',
  '\thttps://www.udi.no/',
  'https://www.udi.no/\n',
  'https://www.udi.no/\ta',
  'https://www.udi.no/\u00a0',
  'https://www.udi.no/\u3000a',
  'https://www.udi.no/\u2028a',
  'https://www.udi.no/\u0085a',
  'https://www.udi.no/\u007fa',
  'https://www.udi.no/\u00ada',
  'https://www.udi.no/\ufeffa',
  'https://www.udi.no/\u2060a',
  'https://www.udi.no/\u200da',
  'https://www.udi.no/\u061ca',
  'https://www.udi.no/\u2066a',
  'https://www.udi.no/\u034fa',
  'https://www.udi.no/\u3164a',
  'https://www.udi.no/\ufe0fa',
  'https://www.udi.no/\u{e0061}a',
  'https://www.udi.no/\ud800a',
  'https://www.udi.no/a\\b',
  'https://www.udi.no\\@evil.example/',
  'https://@evil.example/',
  'https://:@evil.example/',
  'https://evil.example%40udi.no/',
  'https://www.udi%2eno/',
  'https://www.udi.no:/',
  'https://www.udi.no:0/',
  'https://www.udi.no:0443/',
  'https://www.udi.no:65536/',
  'https://www.udi.no:99999/',
  'https://www.udi.no:4a/',
  'https://www.udi.no:443:443/',
  'https://XN--plitiet-9ig.no/',
  'https://a.xn--plitiet-9ig.no/',
  'https://www.udi\u3002no/',
  'https://www.\u212aom.no/',
  'https://www..udi.no/',
  'https://../',
  'https://./',
  'https://a;b.no/',
  'https://<b>.no/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://127.1/',
  'http://127.0.0.1./',
  'http://256.1.1.1/',
  'http://1.2.3.4.5/',
  'http://a.1/',
  'http://intra.0177/',
  'http://017700000001/',
  'https://[2001:db8:0::1]/',
  'https://[::ffff:1.2.3.4]/',
  'https://[fe80::1%25eth0]/',
  'https://[::1/',
  'https://[]/',
  'https://[::1]x/',
  'mailto:',
  'mailto:@krisesenter.com',
  'mailto:post@',
  'mailto:post@localhost',
  'mailto://post@krisesenter.com',
  'mailto: post@krisesenter.com',
  'mailto:post@krisesenter.com,evil@evil.example',
  'mailto:post@krisesenter.com;evil@evil.example',
  'mailto:a@evil.example@krisesenter.com',
  'mailto:post@krisesenter.com#x',
  'mailto:post@krisesenter.com?',
  'mailto:p%6fst@krisesenter.com',
  'mailto:"post"@krisesenter.com',
  'mailto:.post@krisesenter.com',
  'mailto:po..st@krisesenter.com',
  'mailto:Rosa <post@krisesenter.com>',
  'mailto:pøst@krisesenter.com',
  'mailto:post@krisesénter.com',
  'mailto:post@xn--krisesnter-x8a.com',
  'mailto:post@a.XN--krisesnter-x8a.com',
  'mailto:post@[127.0.0.1]',
  'post@krisesenter.com',
  'tel:',
  `tel:${rosa.digits}`,
  `tel:0047${rosa.digits}`,
  `tel:+47 ${rosa.shown}`,
  `tel:+47-${rosa.digits}`,
  `tel:(+47)${rosa.digits}`,
  'tel:1881',
  'tel:+4782012345',
  `tel:%2b47${rosa.digits}`,
  `tel://${rosa.dialled}`,
  'tel: 112',
  'tel:112?x',
  'tel:112#',
  'ftp://www.udi.no/',
  'view-source:https://www.udi.no/',
  'https:https://www.udi.no/',
  '#topp',
  '?q',
  'about:blank',
  '\u017fhttps://www.udi.no/',
  'http\u017f://www.udi.no/',
];
for (const text of texts) test(`text: ${show(text)}`, () => assert.equal(safeLink(text), null));

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

const numbers: [text: string, expected?: string][] = [
  [rosa.as('##-##-##-##'), rosa.dialled],
  [rosa.as('##\u2010##\u2011##\u00a0##'), rosa.dialled],
  [` ${rosa.digits} `, rosa.dialled],
  [rosa.as('(##) ## ## ##'), rosa.dialled],
  [rosa.as('+47 (##) ## ## ##'), rosa.dialled],
  [`+(47) ${rosa.digits}`, rosa.dialled],
  [`(0047) ${rosa.shown}`, rosa.dialled],
  ['00 47 90 57 91 18', '+4790579118'],
  ['+46 8 123 456 78', '+46812345678'],
  ['+1234567'],
  ['+123456789012345'],
  ['110'],
  ['116 117', '116117'],
  ['+1 212 555 0100', '+12125550100'],
  ['+44 20 7946 0000', '+442079460000'],
  ['+45 33 12 34 56', '+4533123456'],
  ['+46 8 123 456 78', '+46812345678'],
  ['+48 22 123 45 67', '+48221234567'],
  ['02 800', '02800'],
  ['09999'],
  ['800 40 008', '+4780040008'],
  [`112${' '.repeat(61)}`, '112'],
];
for (const [text, expected = text] of numbers) {
  test(`dialled: ${show(text)}`, () => assert.equal(dialable(text), expected));
}

// Of Dublin, and of other countries some of whose numbers are not.
for (const number of [
  '+35315501234',
  '+3545512345',
  '+3546901234',
  '+298319000',
  '+3726009000',
  '+37253900123',
  '+35226900123',
  '+35863121234',
  '+358451234567',
  '+352691905123',
  '+35722900123',
  '+35799909123',
  '+381119001234',
  '+381641900123',
  '+39061991234',
  '+393919901234',
  '+4319011234',
  '+436649390123',
  '+351912761760',
  '+12128095550',
  '+19298765550',
])
  test(`dialled: ${number}`, () => assert.equal(dialable(number), number));

const notNumbers = [
  // Of no country: international premium rate, and satellites.
  '+979 1 1123 4567',
  '00979 112345678',
  '+870 773 111 222',
  '+881 6 2233 4455',
  '+882 16 1234 5678',
  '+883 5100 1234 567',
  // What other countries keep for services that charge the caller.
  '+1 900 555 0100',
  '+44 909 879 0000',
  '+44 98 1234 5678',
  '+45 90 12 34 56',
  '+358 606 12345',
  '+358 700 12345',
  '+46 900 123 45 67',
  '+46 939 123 45 67',
  '+48 70 123 45 67',
  '+84 1900 1234',
  '+351 760 123 456',
  '+370 900 12345',
  '+359 90 123 456',
  '+380 900 123 456',
  '+7 809 123 45 67',
  '+66 1900 123 456',
  '+421 900 123 456',
  '+386 90 12 34',
  '+385 60 123 456',
  '+36 90 123 456',
  '+353 1550 123456',
  '+247 12345678',
  '+677 1234567',
  '+358 600 12345',
  '+354 900 1234',
  '+354 905 1234',
  '+298 901234',
  '+372 900 1234',
  '+352 900 12345',
  '+352 905 12345',
  '+357 900 12345',
  '+357 909 12345',
  '+381 900 123456',
  '+39 199 123 456',
  '+43 901 123456',
  '+43 939 123456',
  '+351 761 123 456',
  '+1 809 555 0100',
  '+1 829 555 0100',
  '+1 849 555 0100',
  '+1 876 555 0100',
  '+1 473 555 0100',
  '+1 284 555 0100',
  '+1 868 555 0100',
  '+47 820 12 345',
  '0047 829 12 345',
  '82112345',
  '(82) 56 78 90',
  '82899999',
  '111',
  '114',
  '+110',
  '00112',
  '02',
  '01234',
  '00280',
  '028001',
  '116',
  '11611',
  '1161170',
  '12345678',
  '+4712345678',
  '+4702331160',
  '+4702800',
  '+47116117',
  '+0123456789',
  '+00123456789',
  '+123456',
  '000047223311',
  `+47 (0)${rosa.shown}`,
  `+47 ( 0 ) ${rosa.shown}`,
  '(0)2800',
  '+46 (0)8 123 456 78',
  '+44 (0) 20 7946 0000',
  `()${rosa.digits}`,
  rosa.as('((##)) ######'),
  rosa.as('(##) (##) ####'),
  rosa.as(')##( ######'),
  `${rosa.digits})`,
  rosa.as('##--######'),
  `-${rosa.digits}`,
  `${rosa.digits}-`,
  '116 - 117',
  rosa.as('##\u2013######'),
  rosa.as('##.##.##.##'),
  rosa.as('##/######'),
  rosa.as('##\t######'),
  `${rosa.digits}\n`,
  rosa.as('##\u2009######'),
  rosa.as('##\u00ad######'),
  rosa.as('##\u200b######'),
  `\ufeff${rosa.digits}`,
  `${rosa.digits} eller 22331161`,
  `${rosa.digits} 22331161`,
  `tlf. ${rosa.digits}`,
  `tel:${rosa.digits}`,
  `+47p${rosa.digits}`,
  '\u06f1\u06f1\u06f2',
  '112\u0662',
  '2e7',
  '0x112',
  `112${' '.repeat(62)}`,
];
for (const text of notNumbers) test(`not dialled: ${show(text)}`, () => assert.equal(dialable(text), null));

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
