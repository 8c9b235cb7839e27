/**
 * What may be stays what may be, and what is stays what is, in every language: a right that a translation overstates
 * sends somebody to a door that is closed, and one that it understates keeps them from an open one.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { targetLanguages } from '../../tools/build/country.js';
import { unitsOf } from '../../tools/build/messages.js';
import { modalWords } from '../collections.js';
import { sure } from '../sure.js';

const saying = (forms: string, language: string) =>
  // Thai puts no space between words.
  new RegExp(language === 'th' ? forms : `(?<!\\p{L})(?:${forms})(?!\\p{L})`, 'iu');

/** What is said of rights, permits and where the questions lead. */
const isOfRights = (id: string) =>
  /^(statement|entitlement|permit-statement|permit|outcome|pathway-step)\./.test(id) &&
  !/^(permit|entitlement|pathway-step)\.[^.]+\.name$/.test(id);

/** What of English a translation does not say as strongly, or says more strongly. */
export function modalityFaults(english: string, target: string, language: string) {
  const { may, can = may, must, not, entitled } = sure(modalWords[language]);
  const says = (forms: string) => saying(forms, language).test(target);
  const faults = [];
  // What somebody is allowed to do, or UDI has to consider whether they are, some languages say with "can" or "has the right".
  const likely = english.replace(/whether [^.]*|who may be[^.,]*|may (?:apply|use)\b/gi, '');
  if (/\bmay\b/i.test(likely) && !says(may)) faults.push('may');
  if (/\b(?:may|can)\b/i.test(english) && !says(`${may}|${can}|${entitled}`)) faults.push('can');
  if (/(?<!not )\b(?:has|have) to\b|\bmust\b/i.test(english) && !says(must)) faults.push('must');
  if (/\bnot\b(?! sure)|cannot|\bno\b/i.test(english) && !says(not)) faults.push('not');
  if (/entitled/i.test(english) && !says(entitled)) faults.push('entitled');
  if (/\bare entitled\b/i.test(english)) {
    const sentences = target.split(language === 'th' ? /\s+/ : /[.!?؟።]/);
    const sentence = sentences.find(text => saying(entitled, language).test(text)) ?? '';
    if (saying(may, language).test(sentence)) faults.push('are');
  }
  return faults;
}

/** The English texts, as translators have them: messages.test.ts holds them to the code. */
const sources = new Map(
  [...unitsOf(readFileSync('data/locales/nb.xlf', 'utf8'))].map(([id, { source }]) => [id, source]),
);
const ofRights = [...sources].filter(([id]) => isOfRights(id));

for (const language of targetLanguages())
  test(`${language}: what may be is what may be, and what is, is`, () => {
    const units = unitsOf(readFileSync(`data/locales/${language}.xlf`, 'utf8'));
    const faults = ofRights.flatMap(([id, english]) =>
      modalityFaults(english, units.get(id)?.target ?? '', language).map(fault => `${id}: ${fault}`),
    );
    assert.deepEqual(faults, []);
  });

describe('English', () => {
  const text = (id: string) => sources.get(id) ?? assert.fail(id);

  test('whom the authorities identify is entitled; what is in the list may be', () => {
    assert.match(text('statement.lead.text'), /\bare entitled\b.*\bmay be entitled\b/);
    for (const [id, english] of sources)
      if (/^entitlement\..*\.description$/.test(id)) assert.match(english, /\bmay be entitled\b/, id);
  });

  test('no permit is promised', () => {
    for (const [id, english] of sources)
      if (/^outcome\./.test(id)) assert.doesNotMatch(english, /\bare entitled\b|\bwill\b/, id);
  });
});

describe('a fault', () => {
  const lead = sources.get('statement.lead.text') ?? '';
  const rows: [string, string, string, string, string[]][] = [
    ['a may that is lost', 'You may be entitled to money.', 'Du har rett til penger.', 'nb', ['may']],
    ['a may that is lost', 'You may be entitled to money.', 'คุณมีสิทธิได้รับเงิน', 'th', ['may']],
    ['an are that has become a may', lead, 'Hvis så, kan du ha rett til hjelp.', 'nb', ['are']],
    ['an are that has become a may', lead, 'ከምኡ እንተኾይኑ መሰል ክህልወኩም ይኽእል።', 'ti', ['are']],
    ['an obligation that is lost', 'UDI has to approve first.', 'UDI approuve.', 'fr', ['must']],
    ['a not that is lost', 'It cannot be renewed.', 'Можна продовжити.', 'uk', ['not']],
    ['nothing', 'It cannot be renewed.', 'Не можна продовжити.', 'uk', []],
  ];
  for (const [name, english, target, language, faults] of rows)
    test(`${name}: ${target}`, () => assert.deepEqual(modalityFaults(english, target, language), faults));
});
