/** The normalised form in which words are compared. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fold } from '../../dist/npm/directory/search/fold.js';
import { rosa } from '../rosa.js';

describe('folds alike', () => {
  for (const [what, ...same] of [
    ['marks', 'Å såve', 'aa save', 'A SAVE'],
    ['Arabic: hamza on alef, and alef wasla', 'أإآٱا', 'ااااا'],
    ['Arabic: hamza on waw and yeh', 'مسؤول طوارئ', 'مسوول طواري'],
    ['Arabic: teh marbuta', 'إقامة', 'اقامه'],
    ['Arabic: alef maqsura', 'مستشفى', 'مستشفي', 'مُسْتَشْفَى', 'مســتشفــى'],
    ['Arabic: the article, alone and in one with "to"', 'الشرطة', 'شرطه', 'للشرطة'],
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
    ['digits: Arabic, Persian, Thai', '15', '١٥', '۱۵', '๑๕'],
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
  ] as const)
    assert.notEqual(fold(one), fold(other));
  assert.equal(fold('ที่พัก').length, 5);
});

describe('a text', () => {
  for (const [text, folded] of [
    ['Rosa, the helpline!', 'rosa the helpline'],
    ['  a\n\tb  ', 'a b'],
    [rosa.as('## ##-##.##'), rosa.shown],
    ['Grünerløkka', 'grunerlokka'],
    ['Gruenerloekka', 'gruenerlokka'],
    ['næring', 'naering'],
    ['Ålesund Aalesund', 'alesund alesund'],
    ["l'avocat", 'l avocat'],
    ["su'aal", 'sual'],
    ["1'2", '12'],
    ["ab'c", 'abc'],
    ['đłıøæ', 'dlioae'],
    ['الشرطة ال', 'شرطه ال'],
    ['police الشرطة', 'police شرطه'],
    ['\ud800 a', 'a'],
    ['!?', ''],
    ['', ''],
  ] as const)
    test(`"${text}" is "${folded}"`, () => assert.equal(fold(text), folded));
});
