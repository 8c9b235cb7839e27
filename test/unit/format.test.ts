import assert from 'node:assert/strict';
import { test } from 'node:test';

/** Not part of the public API, so imported by its path. */
const format = new URL('../../dist/npm/locale/format.js', import.meta.url);
const { formatDate, formatWeekday, listInWords } = await import(format.href);

/** Imitates a browser without data for some languages. */
function without(missing: string[], action: () => void) {
  const { supportedLocalesOf } = Intl.DateTimeFormat;
  Intl.DateTimeFormat.supportedLocalesOf = tags =>
    [tags]
      .flat()
      .map(String)
      .filter(tag => !missing.includes(tag.replace(/-.*/, '')));
  try {
    action();
  } finally {
    Intl.DateTimeFormat.supportedLocalesOf = supportedLocalesOf;
  }
}

test('dates and weekdays are in the language asked for', () => {
  assert.equal(formatDate('nb', '2026-11-25'), '25. november 2026');
  assert.equal(formatDate('nn', '2026-11-25'), '25. november 2026');
  assert.equal(formatWeekday('nb', 'MO'), 'mandag');
  assert.equal(formatWeekday('nn', 'MO'), 'måndag');
  assert.equal(formatWeekday('en', 'SA'), 'Saturday');
});

test('never in the language of the device, where the browser does not know the one asked for', () => {
  without(['nn', 'ti'], () => {
    assert.equal(formatDate('nn', '2026-11-25'), '25. november 2026');
    assert.equal(formatWeekday('nn', 'SU'), 'sundag');
    assert.equal(formatDate('ti', '2026-11-25'), '2026-11-25');
    assert.equal(formatWeekday('ti', 'SU'), 'Sunday');
  });
});

test('a format is made once, whatever number of dates is told in it', () => {
  const { DateTimeFormat } = Intl;
  let made = 0;
  Intl.DateTimeFormat = class extends DateTimeFormat {
    constructor(...rest: [string, Intl.DateTimeFormatOptions]) {
      super(...rest);
      made++;
    }
  } as typeof DateTimeFormat;
  try {
    for (const day of ['2026-11-25', '2027-01-31', '2025-05-17'])
      assert.match(formatDate('fr', day), /novembre 2026|janvier 2027|mai 2025/);
    assert.equal(formatWeekday('fr', 'MO'), 'lundi');
    assert.equal(formatWeekday('fr', 'TU'), 'mardi');
  } finally {
    Intl.DateTimeFormat = DateTimeFormat;
  }
  assert.equal(made, 2);
});

test('words are joined as the language joins them', () => {
  const joined = (language: string) => listInWords(language, ['a', 'b', 'c']);
  assert.equal(joined('en'), 'a, b and c');
  assert.equal(joined('nb'), 'a, b og c');
  assert.equal(joined('pl'), 'a, b i c');
  assert.match(joined('ar'), /^a\P{L}+و?b\P{L}+وc$/u);
  assert.equal(listInWords('en', ['a']), 'a');
  assert.equal(listInWords('en', []), '');
});

test('where the browser cannot join them, they have the comma of the language between them', () => {
  const { ListFormat } = Intl;
  const unknown = { supportedLocalesOf: () => [] };
  try {
    for (const missing of [undefined, unknown]) {
      Object.assign(Intl, { ListFormat: missing });
      assert.equal(listInWords('en', ['a', 'b', 'c']), 'a, b, c');
      assert.equal(listInWords('ar', ['a', 'b']), 'a\u060c b');
      assert.equal(listInWords('ti', ['a', 'b']), 'a\u1363 b');
    }
  } finally {
    Object.assign(Intl, { ListFormat });
  }
});
