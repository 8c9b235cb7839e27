/** Search in the reader's own language: words of that language, as its speakers type them, find each service. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { indexDirectory, search } from 'havn-widgets/directory';
import { fold } from '../../dist/npm/directory/search/fold.js';
import { bundledIn, languages } from '../../tools/bench/quality.js';

/** Searches each text only once, because most words are used for several services. */
const answers: Map<string, string[]> = new Map();

function found(language: string, text: string) {
  const asked = `${language} ${text}`;
  const answer =
    answers.get(asked) ??
    search(bundledIn(language), { audience: 'professional', text }).services.map(({ id }) => id);
  answers.set(asked, answer);
  return answer;
}

function wordsOf(language: string, need: string) {
  const term = bundledIn(language).needs.find(({ id }) => id === need);
  return `${term?.name} ${term?.x_keywords ?? ''}`.split(/[\s,]+/).filter(Boolean);
}

/** The longest word for a need, without English words. */
function nativeWord(language: string, need: string) {
  const english = language === 'en' ? [] : wordsOf('en', need);
  const words = wordsOf(language, need).filter(word => !english.includes(word));
  return words.sort((one, other) => other.length - one.length)[0] ?? assert.fail(`no word for ${need}`);
}

/** "Help, he is here": what readers in danger typed, who got somebody to talk to before the emergency number. */
const cries: Record<string, string> = {
  ar: 'ساعدوني هو هنا',
  bg: 'помощ той е тук',
  en: 'help he is here',
  es: 'ayuda él está aquí',
  fil: 'tulong nandito siya',
  fr: 'aidez-moi il est ici',
  lt: 'padėkite jis čia',
  nb: 'hjelp han er her',
  nn: 'hjelp han er her',
  pl: 'pomocy on tu jest',
  pt: 'me ajuda ele está aqui',
  ro: 'ajutor el e aici',
  ru: 'помогите он здесь',
  so: 'caawi isagu waa halkan',
  sq: 'ndihmë ai është këtu',
  th: 'ช่วยฉันที เขากำลังมา',
  ti: 'ሓግዙኒ ኣብዚ ኣሎ',
  uk: 'допоможіть, він тут',
  vi: 'giúp tôi anh ta ở đây',
};

/** "A man is holding me": what readers typed who got services without an emergency number. */
const held: Record<string, string> = {
  ar: 'رجل يمسكني',
  bg: 'един мъж ме държи',
  en: 'a man is holding me',
  es: 'un hombre me retiene',
  fil: 'bawal akong lumabas',
  fr: 'un homme me retient',
  lt: 'laiko mane čia',
  nb: 'en mann holder meg',
  nn: 'ein mann held meg her',
  pl: 'trzymają mnie tu',
  pt: 'um homem me segura',
  ro: 'un bărbat mă ține',
  ru: 'меня держат здесь',
  so: 'nin ayaa i haysta',
  sq: 'një burrë më mban',
  th: 'เขากักฉันไว้',
  ti: 'ሓደ ሰብኣይ ሒዙኒ',
  uk: 'мене тримають тут',
  vi: 'họ giữ tôi ở đây',
};

/** "Men are holding me" or "a man beats me": the house for men stood among the first three. */
const menWhoHarm: Record<string, string> = {
  ar: 'رجل يحبسني',
  bg: 'мъже ме държат',
  en: 'men are holding me',
  es: 'los hombres me amenazan',
  fil: 'kinulong ako ng mga lalaki',
  fr: 'un mec me retient',
  lt: 'vyrų grupė mane laiko',
  nb: 'en mann holder meg fast',
  nn: 'ein mann slår meg',
  pl: 'mężczyzna mnie trzyma',
  pt: 'um rapaz me segura',
  ro: 'niște bărbați mă țin închisă',
  ru: 'мужик бьет меня',
  so: 'nin baan ka cabsanayaa',
  sq: 'burrat me mbajne mbyllur',
  th: 'มีผู้ชายขังฉันไว้',
  ti: 'ሓደ ወዲ ሒዙኒ',
  uk: 'чоловіки тримають мене',
  vi: 'một người đàn ông đánh tôi',
};

/** "I am a man. They beat me." */
const manWhoIsHarmed: Record<string, string> = {
  ar: 'أنا رجل يضربونني',
  bg: 'аз съм мъж, бият ме',
  en: 'i am a man, they beat me',
  es: 'soy un hombre, me pegan',
  fil: 'lalaki ako, binubugbog nila ako',
  fr: 'je suis un homme, on me frappe',
  lt: 'mane muša, esu vyras',
  nb: 'jeg er en mann, de slår meg',
  nn: 'eg er ein mann, dei slår meg',
  pl: 'jestem mężczyzną, biją mnie',
  pt: 'sou homem, me batem',
  ro: 'sunt bărbat, mă bat',
  ru: 'я мужчина, меня бьют',
  so: 'nin baan ahay, way i garaacaan',
  sq: 'jam burre, me rrahin',
  th: 'ผมเป็นผู้ชาย เขาตีผม',
  ti: 'ሰብኣይ እየ ይወቕዑኒ',
  uk: 'я чоловік, мене б’ють',
  vi: 'tôi là đàn ông, họ đánh tôi',
};

/** "I am bleeding": in some languages without the emergency number, in others without a doctor. */
const bleeding: Record<string, string> = {
  ar: 'أنا أنزف',
  bg: 'кървя',
  en: 'i am bleeding',
  es: 'estoy sangrando',
  fil: 'dumudugo ako',
  fr: 'je saigne',
  lt: 'kraujuoju',
  nb: 'jeg blør',
  nn: 'eg blør',
  pl: 'krwawię',
  pt: 'estou sangrando',
  ro: 'sângerez',
  ru: 'у меня кровь',
  so: 'dhiig baa iga socda',
  sq: 'po më rrjedh gjak',
  th: 'เลือดออก',
  ti: 'ደም ይፈስሰኒ',
  uk: 'у мене кров',
  vi: 'tôi chảy máu',
};

/** "I don't want to talk to the police": what readers typed who got the police first. */
const refusals: Record<string, string> = {
  ar: 'لا أريد أن أتحدث مع الشرطة',
  bg: 'не искам да говоря с полицията',
  en: "I don't want to talk to the police",
  es: 'no quiero hablar con la policía',
  fil: 'ayokong makipag-usap sa pulis',
  fr: 'je ne veux pas parler à la police',
  lt: 'nenoriu kalbėti su policija',
  nb: 'jeg vil ikke snakke med politiet',
  nn: 'eg vil ikkje snakke med politiet',
  pl: 'nie chcę rozmawiać z policją',
  pt: 'não quero falar com a polícia',
  ro: 'nu vreau să vorbesc cu poliția',
  ru: 'я не хочу говорить с полицией',
  so: 'ma rabo inaan booliska la hadlo',
  sq: 'nuk dua të flas me policinë',
  th: 'ไม่อยากคุยกับตำรวจ',
  ti: 'ምስ ፖሊስ ክዛረብ ኣይደልን',
  uk: 'я не хочу говорити з поліцією',
  vi: 'tôi không muốn nói chuyện với cảnh sát',
};

test('each language that there are texts in is looked at', () => {
  const files = readdirSync('data/locales').filter(name => name.endsWith('.xlf'));
  assert.deepEqual(languages, ['en', ...files.map(name => name.replace('.xlf', ''))].sort());
});

for (const language of languages)
  describe(`in ${language}`, () => {
    const { services, needs } = bundledIn(language);
    for (const { id, x_needs, name } of services)
      test(`${id} is found by a word of the language, in capitals and without marks too, and by its name among the first three`, () => {
        for (const word of x_needs.map(need => nativeWord(language, need)))
          for (const typed of [word, word.toUpperCase(), fold(word)])
            assert.ok(found(language, typed).includes(id), typed);
        for (const typed of [name, name.toUpperCase(), fold(name)])
          assert.ok(found(language, typed).slice(0, 3).includes(id), typed);
      });

    test('a cry that he is here finds the emergency number and the helpline first', () => {
      assert.deepEqual(found(language, cries[language] ?? '').slice(0, 2), [
        'police-emergency',
        'rosa-helpline',
      ]);
    });

    test('who is held finds the helpline and the emergency number first; who bleeds, a doctor and both', () => {
      assert.deepEqual(found(language, held[language] ?? '').slice(0, 2), [
        'rosa-helpline',
        'police-emergency',
      ]);
      assert.deepEqual(found(language, bleeding[language] ?? '').slice(0, 3), [
        'health-services',
        'police-emergency',
        'rosa-helpline',
      ]);
    });

    test('who is harmed by a man sees no house for men; a man who is harmed sees it before those for women', () => {
      const house = 'salvation-army-safe-house';
      assert.ok(
        !found(language, menWhoHarm[language] ?? '')
          .slice(0, 5)
          .includes(house),
      );
      const forMan = found(language, manWhoIsHarmed[language] ?? '');
      assert.ok(forMan.includes(house));
      assert.ok(forMan.indexOf(house) < forMan.indexOf('krisesentersekretariatet-shelters'));
    });

    test('who does not want to talk to the police finds the helpline first, and no police among three', () => {
      const [first, ...others] = found(language, refusals[language] ?? '').slice(0, 3);
      assert.equal(first, 'rosa-helpline');
      for (const id of others) assert.doesNotMatch(id, /^police/);
    });

    test('a need, its name and every word for it find what answers it', () => {
      const directory = bundledIn(language);
      for (const { id, x_needs } of services)
        for (const need of x_needs) {
          const chosen = search(directory, { audience: 'professional', need }).services;
          assert.ok(
            chosen.some(service => service.id === id),
            `${id}: ${need}`,
          );
          const name = needs.find(({ id }) => id === need)?.name ?? '';
          for (const word of [name, ...wordsOf(language, need)])
            assert.ok(found(language, word).includes(id), `${id}: ${word}`);
        }
    });

    test('no word of it is lost in folding, and folding is done once', () => {
      for (const { id } of needs)
        for (const word of wordsOf(language, id)) {
          assert.notEqual(fold(word), '', word);
          assert.equal(fold(fold(word)), fold(word));
        }
    });
  });

describe('finds what is typed as its readers type', () => {
  test('a pupil is a child', () => {
    for (const language of ['nb', 'nn'])
      assert.equal(found(language, 'eleven min er redd for onkelen')[1], 'child-welfare', language);
  });

  test('other words for being killed, and for bleeding, also with a child on the way', () => {
    for (const text of ['ninkaygu wuu i laayaa', 'wuu i laynayaa'])
      assert.equal(found('so', text)[0], 'police-emergency', text);
    assert.equal(found('ar', 'صاحب العمل هددني بالقتل')[0], 'police-emergency');
    for (const [language, text] of [
      ['pt', 'estou grávida e sangrando'],
      ['pt', 'perdi muito sangue'],
      ['fil', 'dinudugo ako'],
      ['nb', 'jeg er gravid og blør'],
    ] as const)
      assert.deepEqual(found(language, text).slice(0, 2), ['health-services', 'police-emergency'], text);
  });

  for (const [language, text, id] of [
    ['ar', 'محامى', 'rosa-helpline'],
    ['ar', 'المحامي', 'rosa-helpline'],
    ['ar', 'للنوم', 'rosa-helpline'],
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
  ] as const)
    test(`"${text}" in ${language} finds ${id}`, () => {
      assert.ok(found(language, text).includes(id), found(language, text).join());
    });

  // Of any directory and query test/unit/search.properties.test.ts holds it: here are three other scripts.
  test('in an index of all words as well', async () => {
    for (const language of ['ar', 'th', 'vi']) {
      const directory = bundledIn(language);
      const source = await indexDirectory(directory);
      for (const text of [
        ...directory.needs.flatMap(({ id }) => wordsOf(language, id)),
        ...directory.services.map(({ name }) => name),
        'ฉันต้องการที่พักคืนนี้',
        'المحامي',
        "bo'olis",
        'ĐIỀU TRA',
      ])
        assert.deepEqual(source.search({ text }), search(directory, { text }), text);
    }
  });

  test('a sentence of Thai finds what it asks for, and no other', () => {
    const services = found('th', 'ฉันต้องการที่พักคืนนี้');
    assert.ok(!services.includes('police-general') && !services.includes('kom-guidance'), services.join());
  });

  test('Turkish, Arabic, Thai in the hands of a cat throw nothing', () => {
    for (const text of ['İ'.repeat(300), 'ال', 'ال'.repeat(100), 'ั'.repeat(200), "'".repeat(200), 'ـ', 'ๆ'])
      assert.doesNotThrow(() => found('en', text), text);
  });
});
