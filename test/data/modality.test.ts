/**
 * What may be stays what may be, and what is stays what is, in every language: a right that a translation overstates
 * sends somebody to a door that is closed, and one that it understates keeps them from an open one.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { targetLanguages } from '../../tools/build/country.js';
import { unitsOf } from '../../tools/build/messages.js';
import { sure } from '../sure.js';

/**
 * The forms by which a language says that something may be, can be (where that is another word), has to be, is not, and
 * that somebody is entitled. A form that is missing here is added here.
 */
const words: Record<string, { may: string; can?: string; must: string; not: string; entitled: string }> = {
  nb: { may: 'kan|kanskje|kunne', must: 'må|skal', not: 'ikke|ingen', entitled: 'rett (til|på)' },
  nn: { may: 'kan|kanskje|kunne', must: 'må|skal', not: 'ikkje|ingen|inga', entitled: 'rett (til|på)' },
  pl: {
    may: 'mo(że|żesz|żecie|gą)',
    can: 'można',
    must: 'mus(i|isz|zą|icie)|trzeba|należy',
    not: 'nie',
    entitled: 'praw(o|a)|przysługuj\\p{L}*',
  },
  ro: {
    may: 'putea|poate|pot|puteți|posibil\\p{L}*',
    must: 'trebui\\p{L}*|oblig\\p{L}*',
    not: 'nu|n-\\p{L}+|nici\\p{L}*',
    entitled: 'drept\\p{L}*',
  },
  lt: {
    may: 'gal(i|ite|im|ėtų|ėtumėte|būt|ima)|įmanom\\p{L}*',
    must: 'tur(i|ite|ėtų|ės)|privalo\\p{L}*|rei(kia|kės)|būtin\\p{L}*',
    not: 'ne\\p{L}*|nė\\p{L}*',
    entitled: 'teis\\p{L}*',
  },
  bg: {
    may: 'мож(е|ете|еха)|могат|възможн\\p{L}*',
    must: 'трябва|длъж\\p{L}*',
    not: 'не|ня\\p{L}*|нито',
    entitled: 'право',
  },
  uk: {
    may: 'можлив\\p{L}*|може|можете|можуть',
    can: 'можна',
    must: 'ма(є|ють|єте)|повин\\p{L}*|мус\\p{L}*|потрібно|треба|необхідно',
    not: 'не|немає|ні',
    entitled: 'прав(о|а)',
  },
  ru: {
    may: 'возможн\\p{L}*|может|можете|могут|могла?',
    can: 'можно',
    must: 'долж\\p{L}*|обязан\\p{L}*|нужно|необходимо|надо',
    not: 'не|нет|нельзя|ни',
    entitled: 'прав(о|а)',
  },
  es: {
    may: 'pod\\p{L}+|pued\\p{L}+|posible|quizás?|tal vez',
    must: '(tien|tendr)\\p{L}+ que|hay que|deb\\p{L}+',
    not: 'no|ni|ning[uú]n\\p{L}*|sin',
    entitled: 'derecho',
  },
  ar: {
    may: '[فو]?(قد|ربما)|[وف]?(يمكن|يجوز|تستطيع|بإمكان)\\p{L}*|محتمل\\p{L}*',
    must: '[وف]?(يجب|على|علي\\p{L}+|يتعين|يلزم)|بد|ضروري\\p{L}*',
    not: '[وف]?(لا|ليس\\p{L}*|لن|لم|غير|دون)',
    entitled: '[وف]?(لك |ل\\p{L}* )?(الحق|حق|يحق|تستحق)\\p{L}*',
  },
  vi: { may: 'có thể|có lẽ', can: 'được', must: 'phải|cần', not: 'không|chưa', entitled: 'có quyền' },
  th: { may: 'อาจ', can: 'ได้|สามารถ', must: 'ต้อง', not: 'ไม่', entitled: 'มีสิทธิ' },
  fr: {
    may: 'peut|peuvent|pouv\\p{L}+|pourr\\p{L}+|peut-être|possible',
    must: 'doi\\p{L}+|dev\\p{L}+|faut',
    not: 'ne|n|pas|rien|aucun\\p{L}*|sans',
    entitled: 'droit',
  },
  pt: {
    may: 'talvez|pode\\p{L}*|possa\\p{L}*|possíve\\p{L}+',
    must: '(te|tê)\\p{L}+ (de|que)|dev\\p{L}+|precisa\\p{L}*',
    not: 'não|nem|nenhum\\p{L}*|sem',
    entitled: 'direito',
  },
  sq: { may: 'mund', must: 'duhet|detyr\\p{L}*', not: 'nuk|s|pa|as', entitled: 'drejt\\p{L}+' },
  fil: {
    may: '(ma)?maaari\\p{L}*|puwede\\p{L}*|posible\\p{L}*|baka',
    must: 'kailanga\\p{L}*|dapat\\p{L}*',
    not: 'hindi|wala\\p{L}*|di',
    entitled: 'karapat\\p{L}+',
  },
  so: {
    may: 'laga yaab\\p{L}*|suurtagal\\p{L}*|kar\\p{L}*',
    must: 'waa in\\p{L}*|(kh|q)asab\\p{L}*|(kh|q)asban\\p{L}*|lagama maarmaan|ay tahay in\\p{L}*',
    not: 'm(a|aha|ana)|kuma|lama|aan\\p{L}*|looma|uma',
    entitled: 'xaq',
  },
  ti: {
    may: '\\p{L}*(ኽእል|ኽእሉ|ከኣል)\\p{L}*|ምናልባት',
    must: '[ኣዘ]ለ(ዎ|ኩም|ዋ)\\p{L}*|ግድን\\p{L}*|ይግባእ',
    not: '\\p{L}?ኣይ\\p{L}+|\\p{L}*ዘይ\\p{L}+|የ(ለ|ብል)\\p{L}+',
    entitled: 'መሰል\\p{L}*',
  },
};

const saying = (forms: string, language: string) =>
  // Thai puts no space between words.
  new RegExp(language === 'th' ? forms : `(?<!\\p{L})(?:${forms})(?!\\p{L})`, 'iu');

/** What is said of rights, permits and where the questions lead. */
const isOfRights = (id: string) =>
  /^(statement|entitlement|permit-statement|permit|outcome|pathway-step)\./.test(id) &&
  !/^(permit|entitlement|pathway-step)\.[^.]+\.name$/.test(id);

/** What of English a translation does not say as strongly, or says more strongly. */
export function modalityFaults(english: string, target: string, language: string) {
  const { may, can = may, must, not, entitled } = sure(words[language]);
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
