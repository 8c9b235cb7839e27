/** Search in the reader's own language: its words find each service, written the way its readers write them. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { loadDirectory, search } from 'havn-widgets/directory';
import { fold } from '../../dist/npm/directory/search.js';

const further = readdirSync('data/locales')
  .filter(name => name.endsWith('.xlf'))
  .map(name => name.replace('.xlf', ''));

/** @type {Record<string, import('havn-widgets/directory').Directory>} */
const directories = { en: loadDirectory() };
for (const language of further) {
  const { messages } = await import(`../../dist/npm/locale/generated/${language}.js`);
  directories[language] = loadDirectory((place, english) => messages[place] ?? english);
}

/** @param {string} language @param {string} text */
const found = (language, text) =>
  search(directories[language], { audience: 'professional', text }).services.map(({ id }) => id);

/** @param {string} language @param {string} need */
function wordsOf(language, need) {
  const term = directories[language].needs.find(({ id }) => id === need);
  return `${term?.name} ${term?.x_keywords ?? ''}`.split(/[\s,]+/).filter(Boolean);
}

/** The longest word for a need that is not English. @param {string} language @param {string} need */
function nativeWord(language, need) {
  const english = language === 'en' ? [] : wordsOf('en', need);
  const words = wordsOf(language, need).filter(word => !english.includes(word));
  return words.sort((one, other) => other.length - one.length)[0] ?? assert.fail(`no word for ${need}`);
}

test('there are nineteen languages', () => {
  assert.equal(Object.keys(directories).length, 19);
});

for (const [language, { services }] of Object.entries(directories))
  describe(`in ${language}`, () => {
    for (const { id, x_needs, name } of services)
      test(`${id} is found by a word of the language, in capitals and without marks too, and by its name`, () => {
        for (const word of [...x_needs.map(need => nativeWord(language, need)), name])
          for (const typed of [word, word.toUpperCase(), fold(word)])
            assert.ok(found(language, typed).includes(id), typed);
      });

    test('every word for a need finds what answers it', () => {
      for (const { id, x_needs } of services)
        for (const need of x_needs)
          for (const word of wordsOf(language, need))
            assert.ok(found(language, word).includes(id), `${id}: ${word}`);
    });

    test('no word of it is lost in folding, and folding is done once', () => {
      for (const { id } of directories[language].needs)
        for (const word of wordsOf(language, id)) {
          assert.notEqual(fold(word), '', word);
          assert.equal(fold(fold(word)), fold(word));
        }
    });
  });

describe('folds alike', () => {
  for (const [what, ...same] of [
    ['marks', 'Å såve', 'aa save', 'A SAVE'],
    ['Arabic: hamza on alef, and alef wasla', 'أإآٱا', 'ااااا'],
    ['Arabic: hamza on waw and yeh', 'مسؤول طوارئ', 'مسوول طواري'],
    ['Arabic: teh marbuta', 'إقامة', 'اقامه'],
    ['Arabic: alef maqsura', 'مستشفى', 'مستشفي', 'مُسْتَشْفَى', 'مســتشفــى'],
    ['Arabic: the article', 'الشرطة', 'شرطه'],
    [
      'Vietnamese: tones, marks and đ',
      'Điều tra, đe dọa',
      'dieu tra de doa',
      'ĐIỀU TRA ĐE DỌA'.normalize('NFD'),
    ],
    ['Vietnamese: where the tone is put', 'hoà', 'hòa'],
    ['Turkish: İ, I, ı, i', 'İIıi', 'iiii'],
    ['Somali: an apostrophe', "su'aal", 'su’aal', 'su‘aal', 'suʼaal', 'suaal'],
    ['Ukrainian: an apostrophe', "обов'язок", 'обов’язок', 'обовʼязок', 'обовязок', 'ОБОВ’ЯЗОК'],
    ['Ukrainian: an apostrophe after one letter', 'п’ять', 'пять'],
    ['French: an apostrophe parts words', 'l’avocat, d’asile', "l'avocat d'asile", 'l avocat d asile'],
    ['Albanian: an apostrophe parts words', "ç'është", 'ç’është', 'c eshte'],
    ['Polish', 'Łódź, żółć', 'lodz zolc'],
    ['Romanian: comma or cedilla below', 'știință', 'ştiinţă', 'stiinta'],
    ['Russian: ё', 'ребёнок', 'ребенок', 'РЕБЁНОК'],
    ['Lithuanian', 'prieglobstis ėęųūžš', 'PRIEGLOBSTIS eeuuzs'],
    ['Spanish and Portuguese', 'niño, ajuda já, coração', 'nino ajuda ja coracao'],
    ['Thai: its tones, and the sign of a silent letter', 'สิทธิ์ ที่พัก', 'สิทธิ ทีพัก'],
    ['what is put together in two ways', 'é', 'e\u0301'],
  ])
    test(what, () => {
      for (const other of same) assert.equal(fold(other), fold(same[0] ?? ''));
    });
});

test('keeps apart what differs in the vowels of Thai', () => {
  for (const [one, other] of [
    ['จน', 'จีน'],
    ['ตี', 'ตุ'],
    ['กลัว', 'กลิ้ว'],
  ])
    assert.notEqual(fold(one), fold(other));
  assert.equal(fold('ที่พัก').length, 5);
});

describe('finds what is typed as its readers type', () => {
  for (const [language, text, id] of [
    ['ar', 'محامى', 'rosa-helpline'],
    ['ar', 'المحامي', 'rosa-helpline'],
    ['ar', 'ايواء', 'rosa-helpline'],
    ['ar', 'إِقَامَة', 'udi-permits'],
    ['ar', 'اقامه', 'udi-permits'],
    ['vi', 'dieu tra', 'police-general'],
    ['vi', 'ĐIỀU TRA', 'police-general'],
    ['vi', 'luat su', 'rosa-helpline'],
    ['th', 'ทีพัก', 'rosa-helpline'],
    ['th', 'ฉันต้องการที่พักคืนนี้', 'rosa-helpline'],
    ['th', 'อยากกลับบ้านที่ประเทศไทย', 'iom-varp'],
    ['th', 'ฉันอยากคุยกับตำรวจ', 'police-general'],
    ['th', 'พัก', 'rosa-helpline'],
    ['pl', 'lozko', 'rosa-helpline'],
    ['pl', 'SLEDZTWO', 'police-general'],
    ['ro', 'poliţie', 'police-general'],
    ['ro', 'politie', 'police-general'],
    ['ru', 'полиция', 'police-general'],
    ['uk', 'ПОЛІЦІЯ', 'police-general'],
    ['fr', "l'avocat", 'rosa-helpline'],
    ['fr', 'd’asile', 'udi-permits'],
    ['so', "bo'olis", 'police-general'],
    ['lt', 'policija', 'police-general'],
    ['en', 'POLİCE', 'police-general'],
    ['en', 'polıce', 'police-general'],
  ])
    test(`"${text}" in ${language} finds ${id}`, () => {
      assert.ok(found(language, text).includes(id), found(language, text).join());
    });

  test('a sentence of Thai finds what it asks for, and no other', () => {
    const services = found('th', 'ฉันต้องการที่พักคืนนี้');
    assert.ok(!services.includes('police-general') && !services.includes('kom-guidance'), services.join());
  });

  test('Turkish, Arabic, Thai in the hands of a cat', () => {
    for (const text of ['İ'.repeat(300), 'ال', 'ال'.repeat(100), 'ั'.repeat(200), "'".repeat(200), 'ـ', 'ๆ'])
      assert.ok(found('en', text).length >= 0);
  });
});
