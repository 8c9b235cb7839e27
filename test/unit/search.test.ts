import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { critical, loadDirectory, type SearchResult, search } from 'havn-widgets/directory';
import { localize } from 'havn-widgets/locale';
import { rosa } from '../rosa.js';

const directoryIn = (language: string) => loadDirectory(localize(language).fact);
const directories = { en: directoryIn('en'), nb: directoryIn('nb'), nn: directoryIn('nn') };
const ids = ({ services }: SearchResult) => services.map(({ id }) => id);
const professional = { audience: 'professional' } as const;

// By its name, by each need and by every word for it: test/unit/search-languages.test.ts, in each language.
describe('every service is found', () => {
  const { en } = directories;
  for (const service of en.services)
    test(`${service.id} by its place, and by its name with that`, () => {
      for (const area of service.x_areas ?? []) {
        const place = en.areas.find(({ id }) => id === area)?.name;
        for (const asked of [{ area }, { text: `${service.name} ${place}` }])
          assert.ok(ids(search(en, { ...professional, ...asked })).includes(service.id), area);
      }
    });

  for (const [language, directory] of Object.entries(directories)) {
    for (const service of directory.services) {
      const word = service.name.split(/[^\p{L}]+/u).sort((one, other) => other.length - one.length)[0] ?? '';
      // A slip in a shorter word is another word.
      if (word.length < 5) continue;

      test(`${service.id} with a slip in its name in ${language}`, () => {
        const at = word.length - 3;
        for (const slip of [
          word.slice(0, at) + word.slice(at + 1),
          word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
          `${word.slice(0, at)}x${word.slice(at + 1)}`,
          `${word.slice(0, at)}x${word.slice(at)}`,
        ])
          assert.ok(ids(search(directory, { ...professional, text: slip })).includes(service.id), slip);
      });
    }
  }
});

describe('search', () => {
  const { en, nb, nn } = directories;

  test('without text keeps the order of the directory: the helpline first, then 112', () => {
    assert.deepEqual(ids(search(en, {})).slice(0, 2), [critical.helpline.id, critical.emergency.id]);
  });

  for (const [text, id] of [
    ['krisesenter', 'krisesentersekretariatet-shelters'],
    ['Grunerlokka', 'nav-oslo-trafficking-support'],
    ['grünerløkka', 'nav-oslo-trafficking-support'],
    ['Gruenerloekka', 'nav-oslo-trafficking-support'],
    ['rode kors', 'red-cross-right-to-be-seen'],
    ['RØDE KORS', 'red-cross-right-to-be-seen'],
    ['roede kors', 'red-cross-right-to-be-seen'],
    ['nødnummer', 'police-emergency'],
    ['noednummer', 'police-emergency'],
    ['apen hele dognet', 'rosa-helpline'],
    ['et sted å sove', 'rosa-helpline'],
    ['advokat', 'rosa-helpline'],
    [rosa.shown, 'rosa-helpline'],
    [rosa.digits, 'rosa-helpline'],
  ] as const)
    test(`"${text}" finds ${id} in bokmål`, () => {
      assert.ok(ids(search(nb, { text })).includes(id), ids(search(nb, { text })).join());
    });

  test('aa is å', () => {
    assert.deepEqual(
      ids(search(nb, { text: 'noen aa snakke med' })),
      ids(search(nb, { text: 'noen å snakke med' })),
    );
  });

  test('finds within a compound', () => {
    assert.ok(ids(search(nb, { text: 'vern' })).includes('child-welfare'));
    assert.ok(ids(search(nn, { text: 'vern' })).includes('child-welfare'));
  });

  test('a word that nothing fits does not count, and every other has to fit', () => {
    assert.deepEqual(ids(search(en, { text: 'qqqqzzzz lauras' })), ['lauras-hus']);
    assert.deepEqual(search(en, { text: 'qqqqzzzz' }), { total: 0, services: [] });
  });
});
