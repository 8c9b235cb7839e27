/** Properties that hold for every link, number and text that a host page can give. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import * as safety from 'havn-widgets/safety';
import '../properties.js';
import { rosa } from '../rosa.js';
import { untyped } from '../untyped.js';

const dialable = untyped(safety.dialable);
const plainText = untyped(safety.plainText);
const safeLink = untyped(safety.safeLink);
const webAddress = untyped(safety.webAddress);
const { formatPhone } = safety;

/** Random UTF-16, so with halves of surrogate pairs too. */
const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map(codes => String.fromCharCode(...codes));

/** Any value, and texts that come close to addresses and numbers. */
const anything = fc.oneof(
  fc.anything({ withBoxedValues: true, withNullPrototype: true, withBigInt: true }),
  fc.string({ unit: 'binary' }),
  units,
  fc
    .array(
      fc.constantFrom(
        ...['https://', 'HTTP://', 'mailto:', 'tel:', 'www.udi.no', '/', '.', ':', '@', '443', '+47'],
      ),
    )
    .map(parts => parts.join('')),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.emailAddress().map(address => `mailto:${address}`),
);

const almostNumber = fc
  .array(
    fc.constantFrom(...'0123456789', '+', '+47', '00', ' ', '\u00a0', '-', '(', ')', '*', '#', '82', '116'),
  )
  .map(parts => parts.join(''));

/** Texts that are valid links without changes. */
const link = fc.oneof(
  fc
    .webUrl({ withFragments: true, withQueryParameters: true })
    .filter(address => safeLink(address) === address),
  fc.constantFrom('mailto:post@krisesenter.com', rosa.href, 'tel:112', 'https://www.udi.no/søknad'),
);

/** Characters that parsers drop or rewrite, or that are invisible. */
const deceptive = fc.oneof(
  fc.constantFrom(
    ...'\\\t\n\r\u0000\u0085\u00a0\u00ad\u034f\u3164\ufe0f\u061c\u200b\u200e\u202e\u2028\u2066\u3000\ufeff',
  ),
  fc.constantFrom('\u{e0061}', '\ud83d', '\udc4d'),
  fc.integer({ min: 0, max: 31 }).map(code => String.fromCharCode(code)),
);

const inserted = (text: string, place: number, more: string) => {
  const at = place % (text.length + 1);
  return text.slice(0, at) + more + text.slice(at);
};

describe('any link', () => {
  test('is of one of four schemes, and stays itself', () => {
    fc.assert(
      fc.property(anything, value => {
        const answer = safeLink(value);
        if (answer === null) return;
        assert.match(answer, /^(https?:\/\/|mailto:|tel:)[^\s\\]+$/);
        assert.equal(safeLink(answer), answer);
        assert.equal(webAddress(value), /^http/.test(answer) ? answer : null);
      }),
    );
  });

  test('leads, for the parser, to the host that is read', () => {
    fc.assert(
      fc.property(fc.webAuthority(), fc.webPath(), (authority, path) => {
        const answer = safeLink(`https://${authority}${path}`);
        if (answer === null) return;
        const url = new URL(answer);
        assert.equal(url.protocol, 'https:');
        assert.equal(url.username + url.password, '');
        assert.equal(url.hostname, /^https:\/\/([^/:]+)/.exec(answer)?.[1]);
      }),
    );
  });

  test('is text with another scheme before it, whatever follows', () => {
    const scheme = fc
      .oneof(
        fc.stringMatching(/^[A-Za-z][A-Za-z\d+.-]{0,12}$/),
        fc.constantFrom('javascript', 'JavaScript', 'data', 'vbscript', 'blob', 'file', 'intent', 'sms'),
      )
      .filter(name => !/^(https?|mailto|tel)$/i.test(name));
    fc.assert(
      fc.property(scheme, fc.oneof(link, fc.string(), units), (name, rest) => {
        assert.equal(safeLink(`${name}:${rest}`), null);
      }),
    );
  });

  test('is text with a character in it that is read otherwise than it leads', () => {
    fc.assert(
      fc.property(link, fc.nat(), deceptive, (text, place, character) => {
        assert.equal(safeLink(inserted(text, place, character)), null);
      }),
    );
  });

  test('is the same with plain spaces around it', () => {
    fc.assert(
      fc.property(link, fc.nat(50), fc.nat(50), (text, before, after) => {
        assert.equal(safeLink(' '.repeat(before) + text + ' '.repeat(after)), text);
      }),
    );
  });

  test('to an address of mail has no further receiver, subject or text', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.string({ minLength: 1 }), fc.nat(), (address, more, place) => {
        const answer = safeLink(`mailto:${inserted(address, place, more)}`);
        if (answer !== null) assert.match(answer, /^mailto:[\w+.-]+@[\w.-]+$/);
      }),
    );
  });
});

describe('any number', () => {
  test('that is dialled is E.164 or a short code, never a premium one, and stays itself', () => {
    fc.assert(
      fc.property(fc.oneof(anything, almostNumber), value => {
        const number = dialable(value);
        if (number === null) return;
        assert.match(number, /^(\+[1-9]\d{6,14}|\d{3,6})$/);
        assert.doesNotMatch(number, /^\+4782/);
        assert.equal(dialable(number), number);
        assert.equal(safeLink(`tel:${number}`), `tel:${number}`);
      }),
    );
  });

  test('of eight digits is dialled unless it is a premium one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000_000, max: 99_999_999 }), digits => {
        const premium = `${digits}`.startsWith('82');
        assert.equal(dialable(`${digits}`), premium ? null : `+47${digits}`);
        assert.equal(dialable(`0047 ${digits}`), premium ? null : `+47${digits}`);
      }),
    );
  });

  test('is the same however it is grouped', () => {
    const separator = fc.constantFrom('', ' ', '\u00a0', '\u202f', '-', '\u2010', '\u2011');
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000_000, max: 99_999_999 }),
        fc.array(separator, { minLength: 8, maxLength: 8 }),
        (digits, separators) => {
          const grouped = [...`${digits}`].map((digit, index) => (index ? separators[index] : '') + digit);
          assert.equal(dialable(grouped.join('')), dialable(`${digits}`));
        },
      ),
    );
  });

  test('is text with anything in it that is neither digit nor separator', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000_000, max: 99_999_999 }),
        fc.nat(),
        fc.oneof(deceptive, fc.constantFrom(...'*#,;pPwWxX./')).filter(char => char !== '\u00a0'),
        (digits, place, character) => {
          assert.equal(dialable(inserted(`${digits}`, place, character)), null);
        },
      ),
    );
  });

  test('is shown with the digits that it has, and dialled as the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), units, almostNumber), text => {
        const number = dialable(text) ?? text;
        const digits = number.replace(/^\+47(?=\d{8}$)/, '');
        assert.equal(formatPhone(number).replaceAll('\u00a0', ''), digits.replaceAll('\u00a0', ''));
        assert.equal(dialable(formatPhone(number)), dialable(text));
      }),
    );
  });

  test('of Norway is shown in groups, and does not break over two lines', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000_000, max: 99_999_999 }), digits => {
        const number = dialable(`${digits}`);
        if (number !== null) assert.match(formatPhone(number), /^\d[\d\u00a0]+\d$/);
      }),
    );
  });
});

describe('any text', () => {
  test('is well formed, in one line, without the unseen, and stays itself', () => {
    fc.assert(
      fc.property(anything, value => {
        const text = plainText(value);
        assert.doesNotMatch(text, /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\u200b\ufeff]/u);
        assert.equal(plainText(text), text);
      }),
    );
  });

  test('keeps every letter, mark, digit and sign', () => {
    const seen = (text: string) => text.match(/[\p{L}\p{M}\p{N}\p{P}\p{S}]/gu) ?? [];
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        assert.deepEqual(seen(plainText(text)), seen(text));
      }),
    );
  });
});
