// @ts-nocheck: these tests pass what no caller in TypeScript could.
/** The one gate for records that a page hands us: each refusal through all four ways onto a page. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadDirectory, mergeOverlay, readOverlay, search } from 'havn-widgets/directory';
import { shardSource } from '../../dist/npm/directory/shards/shard-source.js';
import { readLarge } from '../../dist/npm/directory/source.js';
import { directorySource } from '../../dist/npm/element/directory-source.js';

const national = loadDirectory();
const source = { document: 'eksempelvik.example', section: 'Hjelp' };
const organization = {
  id: 'eksempelvik-kommune',
  name: 'Eksempelvik kommune',
  description: 'Kommunen.',
  x_source: source,
};
const service = {
  id: 'eksempelvik-krisesenter',
  organization_id: 'eksempelvik-kommune',
  name: 'Krisesenteret i Eksempelvik',
  description: 'Et trygt sted å bo.',
  status: 'active',
  phones: [{ number: '+4733000001' }],
  x_audience: ['person'],
  x_needs: ['shelter'],
  x_source: source,
};
const other = { ...service, id: 'eksempelvik-legevakt', name: 'Legevakta i Eksempelvik' };
const terms = { needs: national.needs, groups: national.groups, areas: national.areas };
const host = { localName: 'havn-service-finder', dispatchEvent() {} };
const query = { text: '', audience: 'person', limit: 50 };

/** What an element has found once the answer is here. */
const settledOf = given =>
  new Promise(resolve => {
    let isAsked = false;
    directorySource(host, given, find => {
      const found = find(query, national);
      if (found) resolve(found);
      // A promise settles later, and calls again.
      else if (isAsked) resolve(undefined);
      isAsked = true;
    });
  });

/** Each way: what of its records is on screen, services and who runs them. */
const ways = {
  'a file': async (services, organizations) =>
    readOverlay(JSON.stringify({ services, organizations }), national),
  directory: async (services, organizations) => {
    const { result, directory } = await settledOf({ services, organizations, ...terms });
    return { services: result.services, organizations: directory.organizations };
  },
  'a source': async (services, organizations) => {
    const { result, directory } = await settledOf({
      search: () => ({ total: services.length, services, organizations }),
    });
    return { services: result.services, organizations: directory.organizations };
  },
  shards: async (services, organizations) => {
    const manifest = {
      format: 1,
      build: 'a',
      services: services.length,
      perFile: 16,
      common: [],
      words: [],
      sets: { 'audience-person': true },
    };
    const text = JSON.stringify({ services, organizations });
    const shards = shardSource(
      async () => new TextEncoder().encode(text),
      manifest,
      () => ({
        directory: national,
        language: 'nb',
      }),
    );
    const { result, directory } = await settledOf({
      search: () => shards.search({ ...query, limit: 100 }),
    });
    return { services: result.services, organizations: directory.organizations };
  },
};
const own = ({ services, organizations }) => ({
  services: services.filter(({ x_local }) => x_local),
  organizations: organizations.filter(({ x_local }) => x_local),
});

/** @param {object} fields */
const changed = fields => {
  const record = { ...service, ...fields };
  for (const key of Object.keys(record)) if (record[key] === undefined) delete record[key];
  return record;
};
const week = {
  freq: 'WEEKLY',
  byday: 'MO,TU,WE,TH,FR,SA,SU',
  opens_at: '00:00',
  closes_at: '24:00',
};
const monthly = Array.from({ length: 12 }, (_, month) => ({
  ...week,
  valid_from: new Date(Date.UTC(2027, month, 1)).toISOString().slice(0, 10),
  valid_to: new Date(Date.UTC(2027, month + 1, 0)).toISOString().slice(0, 10),
}));
const names = {
  'of the helpline': 'ROSA helpline',
  'of the helpline in another language': 'ROSAs hjelpetelefon',
  'of the helpline, turned round': 'Hjelpetelefonen ROSA',
  'of the helpline in one word': 'ROSAhjelpen',
  'of who runs the helpline': 'ROSA',
  'with a Cyrillic letter': 'R\u041eSA',
  'with Cherokee letters': '\u13a1\u039f\u054f\u0391 bolig',
  'with spaces': 'R O S A',
  'with dots': 'r.o.s.a. bolig',
  'with letters that nobody sees': 'R\u034fO\u00adS\u200cA',
  'in full width': '\uff32\uff2f\uff33\uff21 telefon',
  'in letters for sums': '\u{1d411}\u{1d40e}\u{1d412}\u{1d400}',
  'in flags': '\u{1f1f7}\u{1f1f4}\u{1f1f8}\u{1f1e6} hjelp',
  'with a zero': 'R0SA',
  'of the emergency number': 'Police emergency number',
  'of the emergency number in Norwegian': 'Politiets n\u00f8dnummer',
  'of the emergency number, in other words': 'N\u00f8dnummer til politiet i Eksempelvik',
  'of the emergency number in one word': 'Politin\u00f8dnummeret',
  'of the emergency number in Polish': 'Numer alarmowy policji',
  'of the emergency number, cut off': 'Police emergency',
  'with 112': 'Politivakta 112',
  'with 113, in Devanagari digits': 'Ambulanse \u0967\u0967\u0969',
  'with 110 in circles': 'Brann \u2776\u2776\u24ff',
  'with 1-1-2': 'Vakta 1-1-2',
  'with the number of the helpline': 'Ring 22 33 11 60',
  'of who runs the helpline, and a line': 'Rosatelefonen',
  'of who runs the helpline, and help': 'Rosahjelpa i Larvik',
  'of who runs the helpline, as it sounds in Russian': '\u0420\u043e\u0441\u0430',
  'of who runs the helpline, as it is written in Ukrainian':
    '\u0426\u0435\u043d\u0442\u0440 \u00ab\u0420\u043e\u0437\u0430\u00bb',
  'of who runs the helpline, as it sounds in Arabic': '\u0631\u0648\u0632\u0627',
  'of the helpline, without whose': 'Hjelpetelefonen',
  'of an emergency line': 'N\u00f8dtelefonen i Larvik',
  'of an emergency number, without whose': 'N\u00f8dnummer',
  'of the police alone': 'Politi',
  'of the police alone, in English': 'POLICE',
  'of the police alone, in Arabic': '\u0634\u0631\u0637\u0629',
  'of the police alone, in Polish': 'Policja',
  'with 1-1-2 in words': 'Ring ett ett to',
  'with 1-1-3 in Polish words': 'Jeden jeden trzy',
  'with 112 as a number of its own': 'Politi 24/7 \u2013 112',
  'with 112 behind another number': 'Vakta 02800 / 112',
  'with a Lao zero': 'R\u0ed0SA hjelpetelefon',
  'with Coptic letters': '\u2ca2\u2c9e\u2ca4\u2c80 hjelpetelefon',
  'with a theta': 'R\u0398SA hjelpetelefon',
  'with a circle': 'R\u25cbSA',
  'with a barred letter': '\u2c64osa hjelp',
  'in a word of capitals': 'ROSANORGE',
  'at the end of a word': 'RingROSA',
  'behind digits': '24ROSA',
  'of a watch of the helpline': 'Rosavakten',
  'of the emergency line': 'Politiets n\u00f8dlinje',
  'of the emergency centre': 'Alarmsentralen i Larvik',
  'of the police of the country': 'Norsk politi',
  'of the police of the country, in English': 'Norwegian police',
  'of the police of the country, in Polish': 'Policja norweska',
  'of the police of the country, in Vietnamese': 'C\u1ea3nh s\u00e1t Na Uy',
  'of the police of the country, in one word': 'Rikspolitiet',
  'of the police and their number': 'Politi 24/7',
  'of the helpline of the country': 'Nasjonal hjelpetelefon mot menneskehandel',
  'of the helpline of the country, in English': 'National trafficking helpline',
  'of the helpline of the country, in Russian':
    '\u041d\u0430\u0446\u0438\u043e\u043d\u0430\u043b\u044c\u043d\u0430\u044f \u0433\u043e\u0440\u044f\u0447\u0430\u044f \u043b\u0438\u043d\u0438\u044f',
  'of the helpline of the country, in Spanish': 'L\u00ednea de ayuda nacional',
  'of the helpline of the country, with a place': 'Norges hjelpetelefon, Larvik',
  'of a help against trafficking of the country': 'Nasjonalt senter mot menneskehandel',
  'of the helpline, with what it is for': 'Hjelpetelefonen mot menneskehandel',
  'of the helpline, with what it is for, in English': 'Human trafficking hotline',
  'with 112 in one word': 'Ring hundreogtolv',
  'with 112 in Norwegian words': 'Hundre og tolv',
  'with 1-1-2 in two forms of the language': 'Ring ett en to',
  'with 1-1-2 in one word': 'Enento',
  'with 1-1-2 in English words': 'One one two',
  'with 112 in English words': 'One hundred and twelve',
  'with 113 as people say it': 'Elleve tre',
  'with 112 in one word, and a line': 'Hundreogtolvtelefonen',
  'with 112 in Thai words within a word':
    '\u0e42\u0e17\u0e23\u0e2b\u0e19\u0e36\u0e48\u0e07\u0e23\u0e49\u0e2d\u0e22\u0e2a\u0e34\u0e1a\u0e2a\u0e2d\u0e07',
  'of the police of the country in Arabic':
    '\u0627\u0644\u0634\u0631\u0637\u0629 \u0627\u0644\u0646\u0631\u0648\u064a\u062c\u064a\u0629',
  'with 112 in Polish words': 'Sto dwana\u015bcie',
  'with 112 in Arabic words': '\u0645\u0626\u0629 \u0648\u0627\u062b\u0646\u0627 \u0639\u0634\u0631',
  'with 112 in Somali words': 'Boqol iyo laba iyo toban',
  'of a national service': 'Nadheim',
  'of a national service in Arabic': '\u062c\u064a\u0634 \u0627\u0644\u062e\u0644\u0627\u0635',
  'of a national organisation': 'NAV',
  'of a national organisation with a Greek letter': '\u039dAV',
  'of a national organisation in small letters': 'frelsesarmeen',
  'without a letter that can be seen': '\u3164 \u115f',
  'without a letter': '24/7',
  'of 121 letters': `Krisesenter ${'e'.repeat(109)}`,
};
const refusals = {
  ...Object.fromEntries(Object.entries(names).map(([what, name]) => [`a name ${what}`, { name }])),
  'another name that is one of the helpline': { alternate_name: 'ROSA hjelpetelefon' },
  'another name that sends elsewhere than to 112': { alternate_name: 'Ring +4790000001 i stedet for 112' },
  'a name for some readers only': { x_translations: { ro: { name: 'ROSA' } } },
  'another name for some readers only': { x_translations: { ro: { alternate_name: 'Poli\u021bia 112' } } },
  'a number that is said to be the helpline': {
    phones: [{ number: '+4733000001', description: 'ROSA' }],
  },
  'a safe house, in words, with a number': { x_safe_house: 'true' },
  'a safe house, as a number, with a number': { x_safe_house: 1 },
  'a safe house with a number': { x_safe_house: true },
  'a safe house with a web address': {
    x_safe_house: true,
    phones: undefined,
    url: 'https://eksempelvik.example/',
  },
  'a safe house with a place': {
    x_safe_house: true,
    phones: undefined,
    service_areas: [{ name: 'Storgata' }],
  },
  'a safe house that tells its street and number': {
    x_safe_house: true,
    phones: undefined,
    description: 'Storgata 1, 0155 Oslo, tlf 90000003',
  },
  'a number that is a name': { phones: [{ number: 'ROSA 90 00 00 01' }] },
  'a number with 112 and words': { phones: [{ number: 'D\u00f8gn\u00e5pent 24/7: 112' }] },
  'a place by the name of the helpline with a zero': { service_areas: [{ name: 'R0SA' }] },
  'the helpline with a zero as where it comes from': { x_source: { document: 'R0SA', section: 'Hjelp' } },
  'a place by the name of the helpline': { service_areas: [{ name: 'ROSA' }] },
  'the helpline as where it comes from': { x_source: { document: 'ROSA', section: 'Hjelp' } },
  'a safe house in digits of full width': {
    x_safe_house: true,
    phones: undefined,
    description: 'Ring \uff19\uff10\uff10\uff10\uff10\uff10\uff10\uff13.',
  },
  'a safe house with its street': {
    x_safe_house: true,
    phones: undefined,
    description: 'D\u00f8ra er i Storgata 1.',
  },
  'a safe house with its street and a comma': {
    x_safe_house: true,
    phones: undefined,
    description: 'Huset ligger i Kirkebakken, nr. 5.',
  },
  'a safe house with its street in English': {
    x_safe_house: true,
    phones: undefined,
    x_translations: { en: { description: 'Come to 5 Main Street.' } },
  },
  'a safe house with a website without its scheme': {
    x_safe_house: true,
    phones: undefined,
    description: 'Se eksempelvik.no for veien dit.',
  },
  'a safe house with an address in words': {
    x_safe_house: true,
    phones: undefined,
    description: 'Skriv til post (at) eksempelvik (punktum) no',
  },
  'a safe house whose source is its street': {
    x_safe_house: true,
    phones: undefined,
    x_source: { document: 'Eksempelvik', section: 'Storgata 1, 0155 Oslo' },
  },
  'a safe house with a number in words': {
    x_safe_house: true,
    phones: undefined,
    description: 'Ring ni null null null, null null null tre.',
  },
  'a safe house with a number in English words': {
    x_safe_house: true,
    phones: undefined,
    x_translations: { en: { alert: 'Call nine-oh-oh-oh, then ask for Anna.' } },
  },
  'a safe house with a street without its number': {
    x_safe_house: true,
    phones: undefined,
    description: 'Det gule huset i Storgata.',
  },
  'a safe house with a street of two words': {
    x_safe_house: true,
    phones: undefined,
    description: 'Huset er i Karl Johans gate, ved kirken.',
  },
  'a safe house with a street in English': {
    x_safe_house: true,
    phones: undefined,
    description: 'The house is in Church Road.',
  },
  'a safe house whose source is a website by the name of its street': {
    x_safe_house: true,
    phones: undefined,
    x_source: { document: 'storgata-5-bergen.no', section: 'Hjelp' },
  },
  '112 as its number': { phones: [{ number: '112' }] },
  '112 with the calling code': { phones: [{ number: '00 47 112' }] },
  '112 in Devanagari digits': { phones: [{ number: '\u0967\u0967\u0968' }] },
  '112 in circles': { phones: [{ number: '\u2776\u2776\u2777' }] },
  'the number of the helpline': { phones: [{ number: '+4722331160' }, { number: '+97911123456' }] },
  'the number of the helpline as a web address': { url: 'tel:+4722331160' },
  'all hours of the week': { schedules: [week] },
  'all hours of the week, month by month': { schedules: monthly },
  'all hours of the week, with a day between the months': {
    schedules: monthly.map(rule => ({ ...rule, valid_to: `${rule.valid_to.slice(0, 8)}27` })),
  },
  x_always_open: { schedules: [{ x_always_open: true }] },
  'open day and night beside hours': {
    x_open_day_and_night: true,
    schedules: [{ ...week, closes_at: '08:00' }],
  },
  x_helpline: { x_helpline: true },
  x_emergency: { x_emergency: true },
  'the need that only 112 meets': { x_needs: ['emergency'] },
  'a need that is none': { x_needs: ['constructor'] },
  'a national organisation as its own': { organization_id: 'rosa' },
  'contact through the helpline': { x_contact_through: 'rosa-helpline' },
  'a date in the future': { assured_date: '2101-01-01' },
  'a language that is none': { x_translations: { English: { name: 'Shelter' } } },
  'a text that is a template': { description: { strings: ['a'], values: [] } },
  'no source': { x_source: undefined },
  'no audience': { x_audience: undefined },
  null: { description: null },
  'an id that is none': { id: 'Eksempelvik 1' },
  'a key of prototypes': { colour: { constructor: 1 } },
};

describe('refused by every way onto a page', () => {
  for (const [way, shownBy] of Object.entries(ways)) {
    test(`${way}: what is right is shown, marked as the page’s own`, async () => {
      const { services, organizations } = own(await shownBy([service, other], [organization]));
      assert.deepEqual(
        services.map(({ id }) => id),
        [service.id, other.id],
      );
      assert.deepEqual(
        organizations.map(({ id }) => id),
        [organization.id],
      );
    });

    for (const [what, fields] of Object.entries(refusals))
      test(`${way}: ${what}`, async () => {
        const { services } = own(await shownBy([changed(fields), other], [organization]));
        assert.deepEqual(
          services.map(({ id }) => id),
          [other.id],
          'it is left out, and no other is',
        );
      });

    for (const name of ['ROSA', 'R\u041eSA', 'Politiet', 'Politiets n\u00f8dnummer 112', '\u3164'])
      test(`${way}: an organisation by the name ${JSON.stringify(name)}`, async () => {
        const { services, organizations } = own(await shownBy([service], [{ ...organization, name }]));
        assert.deepEqual([services, organizations], [[], []]);
      });

    test(`${way}: a safe house of an organisation whose text leads to it`, async () => {
      const house = changed({ x_safe_house: true, phones: undefined });
      for (const fields of [
        { name: 'Storgata 1 stiftelse' },
        { description: 'Ring 90 00 00 03.' },
        { x_translations: { en: { description: 'Come to 5 Main Street.' } } },
      ]) {
        const { services } = own(await shownBy([house, other], [{ ...organization, ...fields }]));
        assert.deepEqual(
          services.map(({ id }) => id),
          [other.id],
        );
      }
    });

    test(`${way}: the id of a national service shows nothing of what is said of it`, async () => {
      const false_ = { ...service, id: 'rosa-helpline', name: 'ROSA', phones: [{ number: '+4790000001' }] };
      const { services } = await shownBy([false_, other], [organization]);
      for (const { id, phones } of services)
        if (id === 'rosa-helpline') assert.deepEqual(phones, [{ number: '+4722331160' }]);
    });
  }
});

test('a page’s own service may help with any need but that of the emergency number', () => {
  for (const { id } of national.needs) {
    const { services } = readOverlay(
      JSON.stringify({ services: [changed({ x_needs: [id] })], organizations: [organization] }),
      national,
    );
    assert.equal(services.length, id === 'emergency' ? 0 : 1, id);
  }
});

test('a safe house may tell what it is', () => {
  const house = changed({
    x_safe_house: true,
    phones: undefined,
    description:
      'Veien hit er trygg: vi henter deg. Huset har 3 rom, og 12 av dere kan bo her i to til fire m\u00e5neder. Navigate by asking us. For girls of 13 to 18.',
    alert: 'En av oss er her hele d\u00f8gnet.',
  });
  const { errors } = readOverlay(
    JSON.stringify({ services: [house], organizations: [organization] }),
    national,
  );
  assert.deepEqual(errors, []);
});

describe('names that a page may use', () => {
  for (const name of [
    'Krisesenteret i Larvik',
    'Politiets barnehus Oslo',
    'NAV Larvik',
    'Caritas Bergen',
    'Caritas ressurssenter Bergen',
    'Politiet i Eksempelvik',
    'Frelsesarmeen, Larvik korps',
    'Kirkens Bymisjon Drammen',
    'Barnevernvakta i Larvik',
    'Legevakt 116117',
    'Rosalinds hus',
    'Rosenborg helsestasjon',
    'Rosahaugen bofellesskap',
    'Alarmtelefonen for barn og unge',
    'Krisesenteret i Bergen',
    'Bergen hjelpetelefon',
    'Hjelpetelefonen i Bergen',
    'Hjelpetelefonen mot vold, Nes',
    'Bergen helpline',
    'Linia pomocy Bergen',
    'Krisetelefonen i Fredrikstad',
    'Senter mot menneskehandel i Bergen',
    'Internasjonal hjelpetelefon, Bergen',
    'Norsk Folkehjelp Larvik',
    'Norsk politisk senter',
    'Politihuset kaf\u00e9',
    'Politiet i Larvik, forebyggende',
    'Lensmannen i Nes',
    'Nasjonalteatret legesenter',
    'Hundre og ti\u00e5rsklubben',
    'En til to, 11 steder',
    'Krisetelefonen i Larvik',
    'Politiets r\u00e5d, Larvik',
    'En to tre barnehage',
    'Senter mot incest i Telemark',
    'Sosialtjenesten i Oslo, bydel 12',
    'Oslo krisesenter',
    'Emma \u042f',
    'Кризовий центр у Ларвіку',
    'مركز لارفيك',
  ])
    test(name, () => {
      const { errors } = readOverlay(
        JSON.stringify({
          services: [{ ...service, name, alternate_name: name }],
          organizations: [{ ...organization, name }],
        }),
        national,
      );
      assert.deepEqual(errors, []);
    });
});

describe('an application', () => {
  test('may hand over what it has left empty, and what another page has read', async () => {
    const overlay = readOverlay(
      JSON.stringify({ services: [service], organizations: [organization], x_updated: '2026-11-20' }),
      national,
    );
    const { directory, refused, errors } = await readLarge(mergeOverlay(national, overlay, 'nb'));
    assert.deepEqual([refused, errors], [0, []]);
    assert.equal(directory.services.length, national.services.length + 1);
    assert.equal(directory.services.find(({ id }) => id === service.id).x_updated, '2026-11-20');
  });

  test('cannot hang a page with a record that leads into a circle', async () => {
    const circle = { ...service };
    circle.again = circle;
    circle.andAgain = { circle, list: [circle, circle] };
    const { services } = own(await ways.directory([circle, other], [organization]));
    assert.deepEqual(
      services.map(({ id }) => id),
      [other.id],
    );
  });

  test('whose record throws when it is read loses that record alone', async () => {
    const throwing = Object.defineProperty({ ...service }, 'name', {
      enumerable: true,
      get() {
        throw new Error('no');
      },
    });
    const { services } = own(await ways.directory([throwing, other], [organization]));
    assert.deepEqual(
      services.map(({ id }) => id),
      [other.id],
    );
  });

  test('hears where its records are wrong, and how many are left out', async () => {
    const { refused, errors } = await readLarge({
      services: [changed({ name: 'ROSA' }), null, other],
      organizations: [organization],
      ...terms,
    });
    assert.equal(refused, 2);
    assert.deepEqual(
      errors.map(({ pointer }) => pointer),
      ['/services/0/name', '/services/1'],
    );
  });

  test('whose source counts without end shows what is there', async () => {
    const { result } = await settledOf({
      search: () => ({ total: Number.POSITIVE_INFINITY, services: [service], organizations: [] }),
    });
    assert.equal(result.total, 1);
  });
});

describe('a page’s own services', () => {
  test('stand below the national ones that fit, whatever words are in their names', () => {
    const stuffed = { ...service, name: 'Shelter a safe place to sleep money talk phone help call' };
    const merged = mergeOverlay(
      national,
      readOverlay(JSON.stringify({ services: [stuffed], organizations: [organization] }), national),
      'en',
    );
    for (const text of ['shelter', 'help', 'money', 'safe place']) {
      const { services } = search(merged, { text });
      const place = services.findIndex(({ x_local }) => x_local);
      assert.ok(place < 0 || place === services.length - 1, text);
    }
  });
});
