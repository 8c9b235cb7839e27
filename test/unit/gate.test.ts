/** The gate for records from a host page: each refusal is tested with all four ways to bring records onto a page. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type Directory,
  loadDirectory,
  mergeOverlay,
  type Organization,
  type Query,
  readOverlay,
  type Service,
  search,
} from 'havn-widgets/directory';
import { readOverlay as readWithin } from '../../dist/npm/directory/overlay/overlay.js';
import { shardSource } from '../../dist/npm/directory/shards/shard-source.js';
import { readLarge } from '../../dist/npm/directory/source.js';
import { directorySource } from '../../dist/npm/services-on-page/directory-source.js';
import type { Find, Findings } from '../../dist/npm/services-on-page/findings.js';
import { refusedNames, sentences } from '../collections.js';
import { rosa, slip } from '../rosa.js';
import { untyped } from '../untyped.js';

const national = loadDirectory();
const source = { document: 'eksempelvik.example', section: 'Hjelp' };
const organization = {
  id: 'eksempelvik-kommune',
  name: 'Eksempelvik kommune',
  description: 'Kommunen.',
  x_source: source,
};
const service: Service = {
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
const query: Query = { text: '', audience: 'person', limit: 50 };

/** What an element has found once the answer has arrived. */
const settledOf = (given: unknown, around: Directory = national) =>
  new Promise<Findings>((resolve, reject) => {
    let isAsked = false;
    untyped(directorySource)(host, given, (find: Find) => {
      const found = find(query, around);
      if (found) resolve(found);
      // With a promise, the callback is called again when it settles.
      else if (isAsked) reject(new Error('It found nothing'));
      isAsked = true;
    });
  });

interface Records {
  services: readonly Service[];
  organizations: readonly Organization[];
}

/** Each way to bring records onto a page, with the services and organizations that then show. */
const ways: Record<
  'a file' | 'directory' | 'a source' | 'shards',
  (services: object[], organizations: object[]) => Promise<Records>
> = {
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
      format: 1 as const,
      build: 'a',
      services: services.length,
      perFile: 16,
      common: [],
      words: [],
      sets: { 'audience-person': true as const },
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
const own = ({ services, organizations }: Records) => ({
  services: services.filter(({ x_local }) => x_local),
  organizations: organizations.filter(({ x_local }) => x_local),
});

const changed = (fields: object): Service =>
  Object.fromEntries(
    Object.entries({ ...service, ...fields }).filter(([, value]) => value !== undefined),
  ) as Partial<Service> as Service;
const week = {
  freq: 'WEEKLY',
  byday: 'MO,TU,WE,TH,FR,SA,SU',
  opens_at: '00:00',
  closes_at: '24:00',
};
/** What is wrong with a page's own service, in a file. */
const errorsOf = (services: object | object[], organizations: object[] = [organization]) =>
  readOverlay(JSON.stringify({ services: [services].flat(), organizations }), national).errors;
const monthly = Array.from({ length: 12 }, (_, month) => ({
  ...week,
  valid_from: new Date(Date.UTC(2027, month, 1)).toISOString().slice(0, 10),
  valid_to: new Date(Date.UTC(2027, month + 1, 0)).toISOString().slice(0, 10),
}));
const inDigits = rosa.spoken.nb.replaceAll(' · ', ' ');
const atFirst = inDigits.replace(/^./, letter => letter.toUpperCase());
/** Texts that look like 112, the helpline's number, or the name of the organization that runs the helpline. */
const disguised = [
  ...sentences('disguised'),
  rosa.shown.replaceAll('1', 'l'),
  rosa.shown.replaceAll('0', 'O'),
  rosa.digits.replace(/1(?!1)/, 'l'),
  inDigits,
  ...rosa.inPairs,
];
/** Sentences that give another number for a national service. */
const lies = [...sentences('lies'), `${atFirst} er n\u00e5 40 00 00 00`, `${atFirst} er stengt.`];
const under = (description: string, label: string) => ({
  description,
  phones: [{ number: '+4733000001', description: label }],
});
/** Each text is harmless alone, but the card shows one under the other. */
const together = [
  {
    description: 'ROSA er det nasjonale hjelpetilbudet for ofre for menneskehandel. Alle kan ringe dit.',
    application_process: 'Ring 40 00 00 00, gratis, hele døgnet.',
  },
  { description: 'Skal du ringe ROSA?', application_process: 'Telefonen er 40 00 00 00.' },
  {
    description: `Om hjelpetelefonen ROSA, ${rosa.shown}:`,
    eligibility_description: 'Nedlagt.',
  },
];
/** A safe house, which nothing may lead to. */
const hidden = { x_safe_house: true, phones: undefined };
const labelled = (description: string, number = '+4733000001') => ({ phones: [{ number, description }] });
type Refusal = [what: string, fields: object];
const refusals: Refusal[] = [
  ...sentences('places').map(
    (description): Refusal => [`a safe house that says ${description}`, { ...hidden, description }],
  ),
  ...[
    ...['storgata-5', 'kirkeveien-fem', 'vik-hus-grensen-15', 'hus-3256-larvik', 'trygt-hus-33000001'],
    'hus-tre-tre-null-null',
  ].map((id): Refusal => [`a safe house whose id leads to it: ${id}`, { ...hidden, id }]),
  ...Object.entries({
    'with a web address': { url: 'https://eksempelvik.example/' },
    'with a place': { service_areas: [{ name: 'Storgata' }] },
    'that tells its street and number': { description: 'Storgata 1, 0155 Oslo, tlf 90000003' },
    'in digits of full width': { description: 'Ring \uff19\uff10\uff10\uff10\uff10\uff10\uff10\uff13.' },
    'with its street': { description: 'D\u00f8ra er i Storgata 1.' },
    'with its street and a comma': { description: 'Huset ligger i Kirkebakken, nr. 5.' },
    'with its street in English': { x_translations: { en: { description: 'Come to 5 Main Street.' } } },
    'with its address in a field that has no effect': { notes: 'Storgata 5, 3256 Larvik' },
    'with coordinates in a field that has no effect': { geo: { point: [59.05, 10.03] } },
    'with a website without its scheme': { description: 'Se eksempelvik.no for veien dit.' },
    'with an address in words': { description: 'Skriv til post (at) eksempelvik (punktum) no' },
    'whose source is its street': { x_source: { document: 'Eksempelvik', section: 'Storgata 1, 0155 Oslo' } },
    'with a number in words': { description: 'Ring ni null null null, null null null tre.' },
    'with a number in English words': {
      x_translations: { en: { alert: 'Call nine-oh-oh-oh, then ask for Anna.' } },
    },
    'with a street without its number': { description: 'Det gule huset i Storgata.' },
    'with a street of two words': { description: 'Huset er i Karl Johans gate, ved kirken.' },
    'with a street in English': { description: 'The house is in Church Road.' },
    'whose source is a website by the name of its street': {
      x_source: { document: 'storgata-5-bergen.no', section: 'Hjelp' },
    },
  }).map(([what, fields]): Refusal => [`a safe house ${what}`, { ...hidden, ...fields }]),
  ...[
    `Ring ${slip.shown} hele døgnet.`,
    `Zadzwoń: ${slip.digits}`,
    `Ring oss på ${slip.as('##-##-##-##')} eller 33 00 00 01.`,
  ].map(
    (description): Refusal => [`a number one slip away from the helpline's: ${description}`, { description }],
  ),
  ...Object.entries({ ...refusedNames, 'of 121 letters': `Krisesenter ${'e'.repeat(109)}` }).map(
    ([what, name]): Refusal => [`a name ${what}`, { name }],
  ),
  ...[...sentences('lines', 'inOtherLanguages', 'linesOfTrafficking', 'whenToCall'), ...disguised].map(
    (name): Refusal => [`a name that reads ${name}`, { name }],
  ),
  ...[
    ...lies,
    ...sentences('denials', 'deniedNearby', 'posing', 'threats', 'forged', 'misled', 'refusing'),
    ...sentences('buttonsNamed', 'codes', 'lists', 'pink'),
  ].map((description): Refusal => [`a text that says ${JSON.stringify(description)}`, { description }]),
  ...sentences('labelsOfNone').map(
    (label): Refusal => [
      `a button that reads ${label} under a text that names the helpline`,
      under('ROSA hjelper ofre for menneskehandel.', label),
    ],
  ),
  ...together.map((fields): Refusal => [`texts that say ${JSON.stringify(fields)}`, fields]),
  ...sentences('warnings').map(
    (alert): Refusal => [`a warning that says ${JSON.stringify(alert)}`, { alert }],
  ),
  ...[
    '# ROSA er stengt. Ring heller 33 00 00 01',
    '/ROSA: 33 00 00 01',
    'https://www.politiet.no/#112-er-stengt-Ring-33000001',
    'https://www.rosa-help.no/#ROSA-er-stengt-Ring-33000001',
  ].map((url): Refusal => [`an address that says ${url}`, { url }]),
  ...sentences('addressesOfOthers').map((url): Refusal => [`an address that reads ${url}`, { url }]),
  ...sentences('mailboxesOfOthers').map((email): Refusal => [`a mailbox that reads ${email}`, { email }]),
  ...sentences('codesAsNumbers').map(
    (number): Refusal => [
      `a number that reads ${number}`,
      { phones: [{ number: '+4733000001' }, { number }] },
    ],
  ),
  ...['🆁🅾🆂🅰', 'Ⓡⓞⓢⓐ', '🇷🇴🇸🇦', '🅿🅾🅻🅸🆃🅸'].map(
    (name): Refusal => [`a number by the name ${name}`, { phones: [{ number: `${name} 33 00 00 01` }] }],
  ),
  ...[
    ...sentences('labelsOfOthers').map(text => labelled(text)),
    { name: 'Kontakt', ...labelled('Hjelpetelefon') },
    { name: 'Ring oss', ...labelled('Krisetelefonen') },
    { name: 'Senter mot menneskehandel', ...labelled('Krisetelefon') },
    ...[
      ...['Slå *21*33000009#', 'Politiet', 'Nasjonal hjelpetelefon', 'Nummeret over er stengt'],
      ...['Ikke ring de andre numrene', 'Ring 800 40 008', 'Nasjonal vakttelefon', 'Offisielt nummer'],
      ...sentences('nationalLabels'),
    ].map(text => labelled(text)),
    ...['Nødtelefon', 'Politiets nødnummer', 'Politiet 112', 'ROSA'].map(text => labelled(text, '02800')),
    ...sentences('textsForNumbers').map(number => ({ phones: [{ number: '+4733000001' }, { number }] })),
  ].map((fields): Refusal => [`a button that reads ${JSON.stringify(fields)}`, fields]),
  ...[
    ['rosa-hjelp.no', 'Hjelp'],
    ['eksempelvik.example', 'Nødnummer'],
    ['eksempelvik.example', 'ROSA'],
    ['eksempelvik.example', 'Hjelpetelefonen til ROSA'],
    ['eksempelvik.example', 'Nødnummer og politi'],
    ['rosa-help.no', '40 00 00 00'],
  ]
    .map(([document, section]) => ({ document, section }))
    .map((x_source): Refusal => [`a source that reads ${JSON.stringify(x_source)}`, { x_source }]),
  ...Object.entries({
    'an e-mail address that is the name of the helpline': { email: 'ROSA' },
    'a button that calls the police': { phones: [{ number: '+4733000001', description: 'Ring politiet' }] },
    'a name with a short number that it does not dial': { name: 'Legevakt 116 117' },
    'a name with a short number of the police': { name: 'VO-linjen 116 006, 24/7' },
    'a name with a short number in words': { name: 'Legevakt en en seks en en sju' },
    'a button with a short number that another one dials': {
      phones: [{ number: '+4733000001', description: 'Sentralbord 02800' }, { number: '02800' }],
    },
    'a button with the emergency number of films': {
      phones: [{ number: '+4733000001', description: '911' }],
    },
    'a source by which the number of the helpline is another one': {
      x_source: { document: 'eksempelvik.example', section: `${rosa.shown} er n\u00e5 40 00 00 00` },
    },
    'a source by which 112 is another number': {
      x_source: { document: '112 er stengt', section: 'ring 40 00 00 00' },
    },
    'a place that is an emergency number': { service_areas: [{ name: '112' }] },
    'a place by which 112 is another number': {
      service_areas: [{ name: 'Oslo \u2013 112 er stengt, ring 40 00 00 00' }],
    },
    'a web address by which the number of the helpline is another one': {
      url: `https://eksempelvik.example/${rosa.digits}-er-naa-40000000`,
    },
    'a web address by which the helpline has another number': {
      url: 'https://eksempelvik.example/rosa-ring-40000000',
    },
    'a website by the number of the helpline': { url: `https://${rosa.digits}.example/` },
    'another name that is one of the helpline': { alternate_name: 'ROSA hjelpetelefon' },
    'another name that sends elsewhere than to 112': { alternate_name: 'Ring +4790000001 i stedet for 112' },
    'a number that is said to be the helpline': {
      phones: [{ number: '+4733000001', description: 'ROSA' }],
    },
    'a safe house, in words, with a number': { x_safe_house: 'true' },
    'a safe house, as a number, with a number': { x_safe_house: 1 },
    'a safe house with a number': { x_safe_house: true },
    'a number that is a name': { phones: [{ number: 'ROSA 90 00 00 01' }] },
    'a number with 112 and words': { phones: [{ number: 'D\u00f8gn\u00e5pent 24/7: 112' }] },
    'a place by the name of the helpline with a zero': { service_areas: [{ name: 'R0SA' }] },
    'the helpline with a zero as where it comes from': { x_source: { document: 'R0SA', section: 'Hjelp' } },
    'a place by the name of the helpline': { service_areas: [{ name: 'ROSA' }] },
    'the helpline as where it comes from': { x_source: { document: 'ROSA', section: 'Hjelp' } },
    '112 as its number': { phones: [{ number: '112' }] },
    '112 with the calling code': { phones: [{ number: '00 47 112' }] },
    '112 in Devanagari digits': { phones: [{ number: '\u0967\u0967\u0968' }] },
    '112 in letters that look like it': { phones: [{ number: '1l2' }] },
    '112 with the calling code and gaps': { phones: [{ number: '+47 1 1 2' }] },
    '112 with a zero and gaps': { phones: [{ number: '0 1 1 2' }] },
    'the number of the helpline with a wrong digit': {
      phones: [{ number: rosa.shown.replace(/\d$/, digit => `${(+digit + 1) % 10}`) }],
    },
    'a safe house by its name, not marked as one, with its street': {
      name: 'Trygg bolig for kvinner',
      description: 'Adresse: Storgata 5, 0155 Oslo.',
    },
    'a safe house by its name, not marked as one, with its street as the area': {
      name: 'Safe house for menn',
      service_areas: [{ name: 'Storgata 5, Oslo' }],
    },
    'a secret address': { description: 'Hemmelig adresse: Storgata 5, 3. etasje.' },
    'another number for danger, and 112 only as that of a box': {
      description: 'Er du i fare nå? Ring oss på 33 00 00 01.',
      eligibility_description: 'Postboks 112.',
    },
    'the number of the helpline with a letter': { phones: [{ number: rosa.shown.replaceAll('0', 'O') }] },
    '112 behind another number': { phones: [{ number: '40000000 (112)' }] },
    '112 behind zeros': { phones: [{ number: '00112' }] },
    '112 behind a hyphen': { phones: [{ number: '40000000-112' }] },
    '112 at the end of a number': { phones: [{ number: '+47 40 00 00 00 112' }] },
    'the emergency number of films': { phones: [{ number: '+1 911' }] },
    '112 in circles': { phones: [{ number: '\u2776\u2776\u2777' }] },
    'the number of the helpline': { phones: [{ number: rosa.dialled }, { number: '+97911123456' }] },
    'the number of the helpline as a web address': { url: rosa.href },
    'a text by which the number of the helpline is another one': {
      alert: `${rosa.shown} er stengt. Ring 40 00 00 00`,
    },
    'a text by which the helpline has another number': {
      description: 'ROSA hjelpetelefonen har nytt nummer: 40 00 00 00',
    },
    'a text by which the helpline, in look-alikes, has another number': {
      application_process: 'R\u041eSA har n\u00e5 tlf. 40000000.',
    },
    'a text by which 112 is another number': {
      eligibility_description: 'Politiets n\u00f8dnummer 112 er flyttet til +47 40 00 00 00',
    },
    'a text by which an emergency number is another one': {
      description: 'N\u00f8dnummeret er n\u00e5 400 00 000.',
    },
    'a text with 112 and another in one row': { description: 'Ring 112 40 00 00 00' },
    'a text with the number of the helpline and another in one row': {
      description: `${rosa.digits} 40000000`,
    },
    'a website by the name of the helpline': { url: 'https://rosa-hjelpetelefon.example' },
    'a website by the name of the helpline with a zero': { url: 'https://www.r0sahjelp.example/om' },
    'a mailbox of a service by the name of the helpline': { email: 'rosatjenesten@eksempel.example' },
    'a mailbox by the name of the helpline': { email: 'rosa-hjelpetelefon@politiet.example' },
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
  }),
];

/** Texts that are refused for some readers only: they see the text in the language of the file instead. */
const dropped: Record<string, object> = {
  'another name with a short number, for some readers': {
    x_translations: { en: { alternate_name: 'Casualty clinic 116117' } },
  },
  'a name for some readers only': { x_translations: { ro: { name: 'ROSA' } } },
  'another name for some readers only': { x_translations: { ro: { alternate_name: 'Poli\u021bia 112' } } },
  'a text by which 112 is another number, for some readers': {
    x_translations: { en: { description: '112 is closed, call 40000000' } },
  },
  'texts that say it together': {
    description: 'Skal du ringe ROSA?',
    application_process: 'Kom innom.',
    x_translations: { en: { application_process: 'The number is 40 00 00 00.' } },
  },
};

/** With one that is right, as many as one file of shards holds. */
const perBatch = 15;
/** In letters: a number in the id of a safe house could be what is refused. */
const idOf = (index: number) =>
  `eksempelvik-${[676, 26, 1].map(unit => String.fromCodePoint(97 + (Math.floor(index / unit) % 26))).join('')}`;

test('what is refused below is not refused for its id', () => {
  for (let from = 0; from < refusals.length; from += 200)
    for (const fields of [{}, hidden]) {
      const right = refusals
        .slice(from, from + 200)
        .map((_, nth) => changed({ id: idOf(from + nth), ...fields }));
      assert.deepEqual(errorsOf(right), []);
    }
});

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

    for (let from = 0; from < refusals.length; from += perBatch) {
      const some = refusals.slice(from, from + perBatch);
      test(`${way}: ${some[0]?.[0]}, and the next ${some.length - 1}`, async () => {
        const refused = some.map(([, fields], index) => changed({ id: idOf(from + index), ...fields }));
        const { services } = own(await shownBy([...refused, other], [organization]));
        assert.deepEqual(
          services.map(({ id }) => some[refused.findIndex(one => one.id === id)]?.[0] ?? id),
          [other.id],
          'they are left out, and no other is',
        );
      });
    }

    for (const [what, fields] of Object.entries(dropped))
      test(`${way}: ${what}, without which the service is shown`, async () => {
        const { services } = own(await shownBy([changed(fields), other], [organization]));
        assert.deepEqual(
          services.map(({ id, x_translations }) => [id, x_translations]),
          [
            [service.id, undefined],
            [other.id, undefined],
          ],
        );
        assert.equal(errorsOf(changed(fields)).length, 1, 'and its owner is told');
      });

    test(`${way}: of several translations the one that is refused`, async () => {
      const x_translations = { en: { name: 'Shelter' }, ro: { name: 'ROSA' } };
      const { services } = own(await shownBy([changed({ x_translations })], [organization]));
      assert.deepEqual(services[0]?.x_translations, { en: { name: 'Shelter' } });
    });

    test(`${way}: a safe house that is refused for some readers only`, async () => {
      const house = changed({ ...hidden, x_translations: { ro: { name: 'ROSA' } } });
      const { services } = own(await shownBy([house, other], [organization]));
      assert.deepEqual(
        services.map(({ id }) => id),
        [other.id],
      );
    });

    for (const name of ['ROSA', 'R\u041eSA', 'Politiet', 'Politiets n\u00f8dnummer 112', '\u3164'])
      test(`${way}: an organisation by the name ${JSON.stringify(name)}`, async () => {
        const { services, organizations } = own(await shownBy([service], [{ ...organization, name }]));
        assert.deepEqual([services, organizations], [[], []]);
      });

    for (const name of ['Nummeret over er stengt', 'The number above is closed', 'NAV: 33 00 00 09'])
      test(`${way}: an organisation by the name ${name}`, async () => {
        const { organizations } = own(await shownBy([], [{ ...organization, name }]));
        assert.deepEqual(organizations, []);
      });

    test(`${way}: what an organisation says of the helpline, without which it is shown`, async () => {
      const description = 'Dette er ROSA, nytt nummer 40 00 00 00';
      const given = { ...organization, description, x_translations: { en: { description: 'Call.' } } };
      const { services, organizations } = own(await shownBy([service], [given]));
      assert.deepEqual(
        organizations.map(({ description, x_translations }) => [description, x_translations]),
        [['', undefined]],
      );
      assert.deepEqual(
        services.map(({ id }) => id),
        [service.id],
      );
    });

    test(`${way}: a safe house of an organisation whose text leads to it`, async () => {
      const house = changed({ x_safe_house: true, phones: undefined });
      for (const fields of [
        { name: 'Storgata 1 stiftelse' },
        { description: 'Ring 90 00 00 03.' },
        { description: 'Dette er ROSA. Huset ligger i Storgata 5.' },
        { x_translations: { en: { description: 'Come to 5 Main Street.' } } },
      ]) {
        const { services } = own(await shownBy([house, other], [{ ...organization, ...fields }]));
        assert.deepEqual(
          services.map(({ id }) => id),
          [other.id],
        );
      }
    });

    test(`${way}: a safe house that is reached through a service whose name is its street`, async () => {
      const house = changed({ x_safe_house: true, phones: undefined, x_contact_through: 'contact' });
      const contact = { ...other, id: 'contact', name: 'Krisesenteret, Storgata 5' };
      const { services } = own(await shownBy([house, contact, other], [organization]));
      assert.deepEqual(
        services.map(({ id }) => id),
        [contact.id, other.id],
      );
    });

    for (const [what, phones, fields] of [
      [
        'a number that tells its street',
        [{ number: '40 00 00 00 (Kirkeveien 7, Vik)' }],
        { x_safe_house: true },
      ],
      [
        'a number, and one that tells its street',
        [{ number: '40 00 00 00' }, { number: '40 00 00 01, Grensen' }],
        { x_safe_house: true },
      ],
      ['no number that can be dialled', [{ number: '40 00 00 00 (Vik)' }], {}],
    ] as [string, object[], object][])
      test(`${way}: what is reached through a service with ${what}`, async () => {
        const house = changed({ phones: undefined, ...fields, x_contact_through: 'contact' });
        const contact = { ...other, id: 'contact', phones };
        const { services } = own(await shownBy([house, contact, other], [organization]));
        assert.deepEqual(
          services.map(({ id }) => id),
          [contact.id, other.id],
        );
      });

    test(`${way}: the id of a national service shows nothing of what is said of it`, async () => {
      const false_ = { ...service, id: 'rosa-helpline', name: 'ROSA', phones: [{ number: '+4790000001' }] };
      const { services } = await shownBy([false_, other], [organization]);
      for (const { id, phones } of services)
        if (id === 'rosa-helpline') assert.deepEqual(phones, [{ number: rosa.dialled }]);
    });
  }
});

test('a page’s own service may help with any need but that of the emergency number', () => {
  for (const { id } of national.needs) {
    const errors = errorsOf(changed({ x_needs: [id] }));
    assert.equal(errors.length, id === 'emergency' ? 1 : 0, id);
  }
});

test('after newer facts their names and numbers are the national ones', () => {
  const directory = { ...national };
  const isShown = (name: string) =>
    readWithin(
      JSON.stringify({ services: [changed({ name })], organizations: [organization] }),
      directory,
    ).services.some(({ x_local }) => x_local);
  assert.equal(isShown('Ring 22 33 11 99'), true);
  const services = national.services.map(one =>
    one.x_helpline ? { ...one, phones: [{ number: '+4722331199' }] } : one,
  );
  Object.assign(directory, { services });
  assert.equal(isShown('Ring 22 33 11 99'), false);
});

test('what honest services write is shown: it sends nobody elsewhere', () => {
  for (const fields of [
    { url: 'https://rosalind.example/rosa', email: 'post@eksempelvik.example' },
    { url: 'http://www.rosa-help.no/om' },
    { url: 'https://eksempelvik.example/2026/11/krisesenter-33000001.html' },
    { alert: `Trenger du hjelp? Ring ROSA p\u00e5 ${rosa.shown}.` },
    { alert: 'Ved fare ring 112. Kontoret er stengt i juli.' },
    { x_source: { document: 'Kommunen', section: '\u00a7 112, sist endret 20.11.2026' } },
    { x_source: { document: 'eksempelvik.example', section: 'Ring 33 00 00 01' } },
    { description: 'Vi samarbeider med ROSA.', application_process: 'Ring oss p\u00e5 40 00 00 00.' },
    {
      description: 'Ved fare ring 112.',
      application_process: 'Ring oss p\u00e5 33 00 00 01. Stengt i juli.',
    },
    { phones: [{ number: '+4733000001', description: 'Nummeret over gjelder hverdager' }] },
    { phones: [{ number: '+4733000001', description: 'Vakt 33 00 00 01, kl. 08.00\u201315.30' }] },
    { phones: [{ number: '+4755553333', description: 'NAV' }] },
    {
      name: 'NAV Larvik',
      phones: [{ number: '+4733000001', description: 'NAV' }, { number: 'NAV 33 00 00 09' }],
    },
    { phones: [{ number: '+4733000001', description: 'Krisetelefon' }] },
    { name: 'Akuttpsykiatrisk poliklinikk, Tønsberg' },
    { name: 'Akutt ortopedisk poliklinikk' },
    under('Vi samarbeider med ROSA.', 'Ring nå'),
    under('ROSA hjelper ofre for menneskehandel.', 'Vakttelefon'),
    under('ROSA hjelper ofre for menneskehandel.', 'Ring oss'),
    under(`ROSA hjelper ofre: ${rosa.shown}.`, 'Ring nå'),
    under('Vi hjelper alle.', 'Ring dem her'),
    { x_translations: { en: { description: 'Call 33 00 00 01, or call 112 if you are in danger.' } } },
    { x_translations: { pl: { description: 'Zadzwoń pod 33 00 00 01 lub 112, jeśli to pilne.' } } },
    { x_translations: { ru: { description: 'Звоните 33 00 00 01 или 112, если это срочно.' } } },
    {
      x_translations: { en: { description: 'Call 112 in an emergency; otherwise call us on 33 00 00 01.' } },
    },
    { service_areas: [{ name: 'Bydel 12, 0155 Oslo' }] },
    { url: 'https://www.rosa-help.no/', email: 'post@eksempelvik.example' },
    { phones: [{ number: '63889220', description: 'Krisetelefon' }] },
    { phones: [{ number: '63889220', description: 'Døgnåpen krisetelefon' }] },
    { name: 'NAV Larvik – nødhjelp', phones: [{ number: '55 55 33 33', description: 'NAV' }] },
    { name: 'Mental Helse', phones: [{ number: '116123', description: 'Hjelpetelefonen 116 123' }] },
    { name: 'Politiet i Larvik', phones: [{ number: '02800', description: 'Politiet' }] },
    { name: 'Politiet i Larvik', phones: [{ number: '33 00 00 01', description: 'Politiet i Larvik' }] },
    { name: 'Larvik kommune', phones: [{ number: '33 00 00 01', description: 'Politikontakten i Larvik' }] },
    {
      name: 'Barnevernvakta',
      phones: [{ number: '33 00 00 01', description: 'Emergency child welfare service' }],
    },
    ...['politiet.no', 'www.politiet.no', 'rosa-help.no', 'www.rosa-help.no'].map(document => ({
      x_source: { document, section: 'Kontakt oss' },
    })),
    ...['Hjelpetelefoner', 'Nødnummer og legevakt', 'Nødnumre', 'Helplines'].map(section => ({
      x_source: { document: 'eksempelvik.example', section },
    })),
    ...[
      'For kvinner, 18+, også med barn.',
      'Vi er 2 på dagtid og 1 på natt.',
      'Bakgrunn: NOU 2011:20 og NOU 2016: 17.',
    ].map(description => ({ x_safe_house: true, phones: undefined, description })),
    { url: 'https://www.politiet.no/kontakt/#eksempelvik' },
    { url: 'https://tips.politiet.no/', email: 'nav.larvik@nav.no' },
    { url: 'https://www.larvik.kommune.no/nav/politi', email: 'politikontakt@larvik.kommune.no' },
    { url: 'https://www.caritas.no/politikk', email: 'nav@larvik.kommune.no' },
    ...sentences('allowedAddresses').map(address => ({ [/^http/.test(address) ? 'url' : 'email']: address })),
    { email: 'post (krøllalfa) eksempelvik.example' },
    { phones: [{ number: '☎ 33 00 00 01' }, { number: '33 00 00 01 (kl. 8–15)' }] },
    { x_safe_house: true, phones: undefined, id: 'trygt-hus-2024', internal: { rank: 3, by: 'Anna' } },
    // A name and a button may have the short number that they dial, and longer ones.
    { name: 'Legevakten, 116 117', phones: [{ number: '+4733000001' }, { number: '116117' }] },
    { phones: [{ number: '116 117', description: 'Legevakt 116117' }] },
    { name: 'Krisesenteret 22 11 61 17' },
    { alternate_name: 'Vakta 33 00 00 01, siden 2019' },
  ]) {
    assert.deepEqual(errorsOf(changed(fields)), [], JSON.stringify(fields));
  }
});

describe('a page may say in any language when it is closed, and whom to call then', () => {
  for (const description of sentences('allowedTexts'))
    test(description, () => {
      assert.deepEqual(errorsOf(changed({ description })), []);
    });
});

test('lines of a text are apart on the card too, unless a line only wraps', () => {
  for (const [given, shown] of [
    ['Ring oss\n\nEr du i fare, ring 112', 'Ring oss. Er du i fare, ring 112'],
    ['Numre:\n– Vakt 33 00 00 01\r\n– Fare 112', 'Numre: – Vakt 33 00 00 01. – Fare 112'],
    ['Et trygt sted\nå bo.', 'Et trygt sted å bo.'],
    ['Ring 33 00\n00 01', 'Ring 33 00 00 01'],
    ['ናባና ደውሉ\nኣብ ሓደጋ 112', 'ናባና ደውሉ። ኣብ ሓደጋ 112'],
    ['ศูนย์\nตำรวจ 112', 'ศูนย์ ตำรวจ 112'],
  ] as [string, string][]) {
    const file = { services: [changed({ description: given })], organizations: [organization] };
    const [found] = readOverlay(JSON.stringify(file), national).services;
    assert.equal(found?.description.replaceAll('\u00a0', ' '), shown);
  }
});

test('for no need all services of the whole country can be hidden, so that only the page’s own are left', () => {
  const read = (hidden_services: string[]) =>
    readOverlay(JSON.stringify({ services: [], hidden_services }), national);
  for (const [ids, left] of [
    [['child-welfare'], ['child-welfare']],
    [['kom-guidance', 'kom-coordination'], ['kom-coordination']],
    [['police-reflection-applications', 'udi-permits'], ['udi-permits']],
    [['udi-assisted-return', 'police-reflection-applications'], []],
    // That one is in one town only.
    [['nav-oslo-trafficking-support'], []],
  ] as [string[], string[]][]) {
    const { hidden, errors } = read(ids);
    assert.deepEqual(
      hidden,
      ids.filter(id => !left.includes(id)),
    );
    assert.deepEqual(
      errors.map(({ pointer }) => pointer),
      left.map(id => `/hidden_services/${ids.indexOf(id)}`),
    );
  }
});

test('what is changed after the check is not shown', async () => {
  const record = { ...service };
  const given = { services: [record], organizations: [organization], ...terms };
  await settledOf(given);
  Object.assign(record, {
    name: 'ROSA',
    description: '112 er nedlagt.',
    phones: [{ number: '+4733000009' }],
  });
  const { result } = await settledOf(given);
  const [shown] = result.services.filter(({ x_local }) => x_local);
  assert.deepEqual([shown?.name, shown?.phones], [service.name, service.phones]);
});

test('numbers in which 1, 1 and 2 follow each other stay', () => {
  for (const number of [
    '+47 40 11 21 12',
    '911 12 112',
    '40 00 01 12',
    '+47 41 12 00 00',
    '116117',
    '+48 22 112 11 12',
    '+46 40000 112',
    '99 91 19 11',
    '02112',
  ]) {
    assert.deepEqual(errorsOf(changed({ phones: [{ number }] })), [], number);
  }
});

test('a safe house may not be reached through a service whose name is its street', () => {
  const house = changed({
    id: 'house',
    x_safe_house: true,
    phones: undefined,
    x_contact_through: service.id,
  });
  const translated = (name: string) => ({ x_translations: { en: { name } } });
  for (const [fields, pointers] of [
    [{ name: 'Krisesenteret, Storgata 5' }, ['/services/1/x_contact_through']],
    [{ name: 'Krisesenteret i Eksempelvik' }, []],
    [translated('Crisis centre, Storgata 5'), ['/services/1/x_contact_through']],
    [translated('Crisis centre'), []],
  ] as [object, string[]][]) {
    assert.deepEqual(
      errorsOf([changed(fields), house]).map(({ pointer }) => pointer),
      pointers,
    );
  }
});

describe('a safe house may not tell its street with a number', () => {
  const leadsThere = (description: string) => {
    const house = changed({ x_safe_house: true, phones: undefined, description });
    return errorsOf(house).length;
  };
  for (const text of sentences('streets')) test(text, () => assert.equal(leadsThere(text), 1));

  for (const text of sentences('noStreets'))
    test(`but may say: ${text}`, () => assert.equal(leadsThere(text), 0));
});

test('a safe house may have a number in its id', () => {
  for (const id of ['huset-12', 'house-15', 'laura-2', 'boligen-12', 'for-women-18', 'trygt-hus-2']) {
    const house = changed({ x_safe_house: true, phones: undefined, id });
    assert.deepEqual(errorsOf(house), []);
  }
});

test('a safe house may tell what it is', () => {
  const house = changed({
    x_safe_house: true,
    phones: undefined,
    description:
      'Veien hit er trygg: vi henter deg. Huset har 3 rom, og 12 av dere kan bo her i to til fire m\u00e5neder. Navigate by asking us. For girls of 13 to 18.',
    alert: 'En av oss er her hele d\u00f8gnet, 24/7. Inntil 6 uker, eller Ca 2 m\u00e5neder.',
    eligibility_description:
      'For personer som har v\u00e6rt p\u00e5 gata. Covid-19. Plass til 4 kvinner, fra 18 \u00e5r.',
    application_process: 'Sp\u00f8r oss mellom ti og tolv. Mandag 9-15. Open ten to twelve.',
    name: 'Trygt hus',
    x_translations: { pl: { description: 'Do 6 miesi\u0119cy.' }, es: { description: 'Hasta 6 meses.' } },
  });
  assert.deepEqual(errorsOf(house), []);
});

describe('names that a page may use', () => {
  for (const name of sentences('allowedNames'))
    test(name, () => {
      assert.deepEqual(errorsOf(changed({ name, alternate_name: name }), [{ ...organization, name }]), []);
    });
});

test('of two organisations by one id none may tell where a safe house is', async () => {
  const house = changed({ x_safe_house: true, phones: undefined });
  const telling = { ...organization, name: 'Huset i Storgata 5' };
  for (const organizations of [
    [telling, organization],
    [organization, telling],
  ]) {
    const { services } = own(await ways['a source']([house, other], organizations));
    assert.deepEqual(
      services.map(({ id }) => id),
      [other.id],
    );
  }
});

test('what a source answers stands before what the tag holds by the same id', async () => {
  const inTag = { ...organization, name: 'Huset i Storgata 5', x_local: true as const };
  const withTag = { ...national, organizations: [...national.organizations, inTag] };
  const search = () => ({ total: 1, services: [service], organizations: [organization] });
  const { directory } = await settledOf({ search }, withTag);
  const shown = directory.organizations.find(({ id }) => id === organization.id);
  assert.equal(shown?.name, organization.name);
});

describe('a safe house of a source takes from the tag nobody that leads there', () => {
  const { phones: _, ...rest } = service;
  const contact = { ...service, id: 'kontakt', organization_id: 'drift', x_local: true as const };
  const runner = { ...organization, id: 'drift', x_local: true as const };
  const answered = async (inTag: { contact?: object; runner?: object }, answer: object = {}) => {
    const house = {
      ...rest,
      id: 'huset',
      organization_id: 'drift',
      x_safe_house: true as const,
      x_contact_through: 'kontakt',
    };
    const { result, refused } = await settledOf(
      { search: () => ({ total: 2, services: [house, other], organizations: [], ...answer }) },
      {
        ...national,
        services: [...national.services, { ...contact, ...inTag.contact }],
        organizations: [...national.organizations, { ...runner, ...inTag.runner }],
      },
    );
    return { ids: result.services.map(({ id }) => id), total: result.total, refused };
  };
  for (const [what, inTag, ids] of [
    ['neither leads', {}, ['huset', other.id]],
    ['who runs it', { runner: { name: 'Stiftelsen Storgata 5, Hamar' } }, [other.id]],
    ['what it says of itself', { runner: { description: 'Vi er i Storgata 5.' } }, [other.id]],
    ['whom to ask', { contact: { name: 'Kontoret i Storgata 7' } }, [other.id]],
    ['a number with a street', { contact: { phones: [{ number: '40 00 00 00 (Storgata 7)' }] } }, [other.id]],
    ['no number', { contact: { phones: undefined } }, [other.id]],
  ] as [string, object, string[]][])
    test(what, async () => {
      const refused = 2 - ids.length;
      assert.deepEqual(await answered(inTag), { ids, total: ids.length, refused });
    });
  test('by one id, that of the answer counts', async () => {
    const telling = { runner: { name: 'Storgata 5' }, contact: { name: 'Storgata 5' } };
    const { ids } = await answered(telling, {
      organizations: [{ ...organization, id: 'drift' }],
      contacts: [{ ...service, id: 'kontakt' }],
    });
    assert.deepEqual(ids, ['huset', other.id]);
  });
});

test('the national services of a source stand before its own', async () => {
  const services = [service, other, ...national.services.filter(one => one.x_helpline || one.x_emergency)];
  const { result } = await settledOf({ search: () => ({ total: services.length, services }) });
  const [first, second] = result.services;
  assert.ok(first && second && !first.x_local && !second.x_local);
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
    assert.equal(directory.services.find(({ id }) => id === service.id)?.x_updated, '2026-11-20');
  });

  test('cannot hang a page with a record that leads into a circle', async () => {
    const circle: object = { ...service };
    Object.assign(circle, { again: circle, andAgain: { circle, list: [circle, circle] } });
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

  test('has no filter that reads as a national number', async () => {
    const bad = [
      'Nasjonal hjelpetelefon: ring tre tre null null null null null en',
      'Norsk politi',
      'Ring 33 OO OO Ol',
      'Ring 33 ··· 00 ··· 00 ··· 01',
      'Politiets n\u00f8dnummer: 40 00 00 00',
      'ROSA hjelpetelefon',
      'Ring 112',
      'Ring 33000001',
      'll2',
      'ett ett to',
      'Police',
      'Politi \u2013 haster',
      'Hjelpetelefonen virker ikke',
      'Ikke ring politiet',
      'NAV er stengt',
    ];
    const lists = ['needs', 'groups', 'areas'] as const;
    const { directory, refused } = await untyped(readLarge)({
      services: [changed({ x_needs: ['bad-0'], x_groups: ['bad-1'], x_areas: ['bad-2'] })],
      organizations: [organization],
      ...Object.fromEntries(
        lists.map(list => [
          list,
          [...terms[list], ...bad.map((name, index) => ({ id: `bad-${index}`, name }))],
        ]),
      ),
    });
    assert.equal(refused, 0);
    for (const list of lists)
      assert.deepEqual(
        directory[list].map(({ id }) => id),
        terms[list].map(({ id }) => id),
      );
  });

  test('may not say of a national service that it has another number', async () => {
    const description = 'ROSA har nytt nummer: 40 00 00 00';
    const { directory } = await readLarge({
      services: [{ ...service, id: 'rosa-helpline', description }],
      organizations: [organization],
      ...terms,
    });
    assert.ok(directory.services.every(one => one.description !== description));
  });

  test('hears where its records are wrong, and how many are left out', async () => {
    const { refused, errors } = await untyped(readLarge)({
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

  test('whose source counts what cannot be shown has nothing, and the page says so', async () => {
    const { result, refused } = await settledOf({
      search: () => ({ total: 5, services: [null, changed({ name: 'ROSA' })], organizations: [] }),
    });
    assert.deepEqual([result.total, result.services, refused], [0, [], 2]);
  });

  test('whose source counts without end shows what is there', async () => {
    const { result } = await settledOf({
      search: () => ({ total: Number.POSITIVE_INFINITY, services: [service], organizations: [] }),
    });
    assert.equal(result.total, 1);
  });
});

describe('what is as long as it may be is read at once', () => {
  // Milliseconds of processor time. Before they were fixed, each of these cases took from ten seconds to minutes.
  const most = 3000;
  const long = 'A'.repeat(2000);
  const translated = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [
      `a${String.fromCharCode(97 + (index % 26))}${index > 25 ? 'x' : ''}`,
      { description: long },
    ]),
  );
  const houses = (length: number, fields = {}) =>
    Array.from({ length }, (_, index) => ({
      ...changed({ x_safe_house: true, phones: undefined, ...fields }),
      id: `house-${index}`,
    }));
  const spent = async (action: () => unknown) => {
    const { user, system } = process.cpuUsage();
    await action();
    const now = process.cpuUsage();
    return (now.user + now.system - user - system) / 1000;
  };

  test('a file of houses whose organisation says much', async () => {
    const organizations = [{ ...organization, description: long, x_translations: translated }];
    const time = await spent(() => ways['a file'](houses(400), organizations));
    assert.ok(time < most, `${time} ms`);
  });

  for (const text of [
    long,
    `Storgata${' '.repeat(1990)}x`,
    '1 a '.repeat(500),
    'Aa'.repeat(1000),
    'A-'.repeat(1000),
    'Rue '.repeat(500),
    'nytt nummer '.repeat(166),
    'ROSA - bruk nytt nummer '.repeat(80),
  ])
    test(`a file of houses that say much: ${text.slice(0, 9)}…`, async () => {
      const time = await spent(() => ways['a file'](houses(110, { description: text }), [organization]));
      assert.ok(time < most, `${time} ms`);
    });

  for (const text of ['stengt', 'nytt nummer til pomocy', 'stengt. Aa 1', 'ikke a', 'Ring 33000001. Aa.'])
    test(`one record that repeats in many languages that something is closed: ${text}`, async () => {
      const said = `1 ${`${text} `.repeat(1900 / (text.length + 1))}`.trim();
      const fields = ['description', 'eligibility_description', 'application_process', 'alert'];
      const texts = Object.fromEntries(fields.map(field => [field, said]));
      const languages = Object.keys(translated).slice(0, 32);
      const x_translations = Object.fromEntries(languages.map(tag => [tag, texts]));
      const time = await spent(() => ways['a file']([changed({ x_translations })], [organization]));
      assert.ok(time < most / 3, `${time} ms`);
    });

  test('numbers of many groups', async () => {
    const phones = Array.from({ length: 20 }, () => ({ number: `${'1.'.repeat(998)}x0` }));
    const time = await spent(() => ways['a file']([changed({ phones })], [organization]));
    assert.ok(time < most, `${time} ms`);
  });

  test('a source that answers with all it has', async () => {
    const organizations = Array.from({ length: 20_000 }, (_, index) => ({
      ...organization,
      id: `runner-${index}`,
      name: `Kommune ${String.fromCharCode(97 + (index % 26))} ${long.slice(0, index % 100)}`,
    }));
    const contacts = houses(3000, { description: long, x_safe_house: undefined });
    const search = () => ({ total: 1, services: [service], organizations, contacts });
    const time = await spent(() => settledOf({ search }));
    assert.ok(time < most / 3, `${time} ms`);
  });

  test('a directory with a need of a long name, which is left out', async () => {
    const needs = [
      ...terms.needs,
      { id: 'long', name: '1 '.repeat(1_000_000) },
      { id: 'words', name: 'Words', x_keywords: '1 '.repeat(1_000_000) },
    ];
    let ids: string[] = [];
    const time = await spent(async () => {
      const { directory } = await readLarge({ services: [service], organizations: [], ...terms, needs });
      ids = directory.needs.map(({ id }) => id);
    });
    assert.ok(time < most, `${time} ms`);
    assert.deepEqual(ids, [...terms.needs.map(({ id }) => id), 'words']);
  });

  test('shards that say that there are millions, all of every need', async () => {
    const sets = Object.fromEntries(
      ['audience-person', ...terms.needs.map(({ id }) => `need-${id}`)].map(set => [set, true as const]),
    );
    const manifest = {
      format: 1 as const,
      build: 'a',
      services: 5_000_000,
      perFile: 16,
      common: [],
      words: [],
      sets,
    };
    const shards = shardSource(
      async () => new TextEncoder().encode('{"services":[]}'),
      manifest,
      () => ({ directory: national, language: 'en' }),
    );
    const text = 'shelter money help talk police home work child';
    const time = await spent(() => shards.search({ text, limit: 50 }));
    assert.ok(time < most / 2, `${time} ms`);
  });

  test('a directory of 3 000 houses that say much', async () => {
    const time = await spent(() =>
      readLarge({
        services: houses(3000, { description: long, alert: long }),
        organizations: [organization],
        ...terms,
      }),
    );
    assert.ok(time < 2 * most, `${time} ms`);
  });
});

describe('a page’s own services', () => {
  test('stand below the national ones in a directory too, and where no words are understood', async () => {
    const stuffed = changed({
      name: 'Shelter a safe place money help',
      description: 'Shelter, money, help.',
    });
    const services = [stuffed, ...national.services];
    const organizations = [organization, ...national.organizations];
    const large = await readLarge({ ...national, services, organizations });
    const merged = {
      ...national,
      services: [{ ...stuffed, x_local: true as const }, ...national.services],
      organizations,
    };
    for (const text of ['', 'shelter', 'help', 'money'])
      for (const found of [large.search({ text }), search(merged, { text })])
        assert.deepEqual(
          found.services.flatMap(({ id }, at) => (id === stuffed.id ? at : [])),
          [found.total - 1],
          text,
        );
  });
});
