/** Dates, weekdays and lists in words. Not part of the public API, so imported by their paths. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDate, formatWeekday, listInWords } from '../../dist/npm/locale/format.js';
import {
  addLanguage,
  addMessages,
  type BundledMessage,
  localize,
} from '../../dist/npm/locale/localization.js';
import { bundledLanguages, targetLanguages } from '../../tools/build/country.js';
import { messagesIn } from '../../tools/build/messages.js';

const bundled = bundledLanguages().map(language => messagesIn(language));
addMessages(
  Object.keys(bundled[0] ?? {}).map((id): BundledMessage => [id, ...bundled.map(texts => texts[id] ?? '')]),
);
for (const language of targetLanguages())
  if (!bundledLanguages().includes(language)) addLanguage(language, messagesIn(language));

const all = ['en', ...targetLanguages()].map(language => localize(language));

test('dates and weekdays are in the language asked for', () => {
  assert.equal(formatDate(localize('en'), '2026-11-25'), '25 November 2026');
  assert.equal(formatDate(localize('nb'), '2026-11-25'), '25. november 2026');
  assert.equal(formatDate(localize('es'), '2025-05-17'), '17 de mayo de 2025');
  assert.equal(formatDate(localize('fil'), '2027-01-31'), 'Enero 31, 2027');
  assert.equal(formatWeekday(localize('nn'), 'MO'), 'måndag');
  assert.equal(formatWeekday(localize('sq'), 'MO'), 'e hënë');
  assert.equal(formatWeekday(localize('en'), 'SA'), 'Saturday');
});

test('every language has its words for twelve months and seven weekdays, each at its place', () => {
  for (const localization of all) {
    const { language } = localization;
    const said = (month: number) => formatDate(localization, `2026-${String(month).padStart(2, '0')}-25`);
    const dates = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(said);
    assert.equal(new Set(dates).size, 12, language);
    for (const date of dates) {
      assert.match(date, /(^|\P{N})25(\P{N}|$)/u, language);
      assert.match(date, /(^|\P{N})2026(\P{N}|$)/u, language);
      assert.doesNotMatch(date, /DAY|MONTH|YEAR|undefined/, language);
    }
    const days = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'].map(day => formatWeekday(localization, day));
    assert.equal(new Set(days).size, 7, language);
    assert.ok(!days.includes('undefined') && !days.includes('MO'), language);
    // Node knows these languages; other browsers may not.
    const first = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2023, 0, 1),
    );
    const letters = (text: string | undefined) => text?.replace(/[^\p{L}\p{M}]/gu, '').toLowerCase();
    assert.equal(letters(days[0]), letters(first), language);
  }
});

test('a text that is not a date stays as it is', () => {
  assert.equal(formatDate(localize('nb'), ''), '');
  assert.equal(formatDate(localize('en'), 'soon'), 'soon');
});

test('dates and lists do not need Intl', () => {
  const { DateTimeFormat, ListFormat } = Intl;
  const missing = { DateTimeFormat: undefined, ListFormat: undefined };
  Object.assign(Intl, missing);
  try {
    assert.equal(formatDate(localize('en'), '2026-11-25'), '25 November 2026');
    assert.equal(listInWords(localize('en'), ['a', 'b']), 'a and b');
  } finally {
    Object.assign(Intl, { DateTimeFormat, ListFormat });
  }
});

test('words are joined as the language joins them', () => {
  const joined = (language: string) => listInWords(localize(language), ['a', 'b', 'c']);
  assert.equal(joined('en'), 'a, b and c');
  assert.equal(joined('nb'), 'a, b og c');
  assert.equal(joined('pl'), 'a, b i c');
  assert.equal(joined('ar'), 'a\u060c b \u0648c');
  assert.match(joined('ti'), /^a\u1363 b/);
  assert.equal(listInWords(localize('en'), ['a']), 'a');
  assert.equal(listInWords(localize('en'), []), '');
});
