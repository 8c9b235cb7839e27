/** What the search understands in a sentence, and the order of the services: each rule of docs/finder.md. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { critical, loadDirectory, search } from 'havn-widgets/directory';
import { localize } from 'havn-widgets/locale';
import { nearestNeeds } from '../../dist/npm/directory/search/ranking.js';
import { isOneOff, understand } from '../../dist/npm/directory/search/understand.js';
import { bundledIn } from '../../tools/bench/quality.js';
import { askedInEach } from '../collections.js';
import { sure } from '../sure.js';

const directory = loadDirectory();
const found = (text: string) => search(directory, { text }).services.map(({ id }) => id);
const helpline = critical.helpline.id;
const emergency = critical.emergency.id;
const ofPolice = [
  'police-emergency',
  'police-general',
  'police-investigation',
  'police-reflection-applications',
];

const understood = (text: string) => search(directory, { text }).meant ?? [];

/** A lexicon for a test; its concepts are needs unless `more` says otherwise. */
const lexiconOf = (words: Record<string, string>, more: Record<string, object> = {}) => ({
  concepts: Object.keys(words).map(id => ({ id, ...more[id] })),
  text: Object.values(words).join(';'),
});
const heard = (text: string, lexicon: ReturnType<typeof lexiconOf>) =>
  understand(text, lexicon).meant.map(({ id }) => id);

const foundIn = (language: string, text: string) =>
  search(bundledIn(language), { text }).services.map(({ id }) => id);

describe('a phrase of a lexicon', () => {
  test('is heard as words side by side, as a stem, and in parts in any order', () => {
    const lexicon = lexiconOf({ a: 'cannot leave', b: 'lock*', c: 'took+passport', d: 'follow* me' });
    assert.deepEqual(heard('I cannot leave', lexicon), ['a']);
    assert.deepEqual(heard('leave cannot x', lexicon), []);
    assert.deepEqual(heard('locked in', lexicon), ['b']);
    assert.deepEqual(heard('my passport he took away', lexicon), ['c']);
    assert.deepEqual(heard('took it all', lexicon), []);
    assert.deepEqual(heard('he followed me home', lexicon), ['d']);
  });

  test('of two letters is a whole word', () => {
    const lexicon = lexiconOf({ a: 'mi' });
    assert.deepEqual(heard('mi hijo', lexicon), ['a']);
    assert.deepEqual(heard('migrantes hijo', lexicon), []);
  });

  test('takes its words from what says less', () => {
    const lexicon = lexiconOf({ phone: 'phone', papers: 'took my phone' });
    assert.deepEqual(heard('they took my phone', lexicon), ['papers']);
    assert.deepEqual(heard('a phone', lexicon), ['phone']);
  });

  test('of Thai is found within, the longer one first', () => {
    const lexicon = lexiconOf({ money: 'เงิน', wages: 'เงินเดือน' });
    assert.deepEqual(heard('ไม่จ่ายเงินเดือน', lexicon), ['wages']);
    assert.deepEqual(heard('ไม่มีเงิน', lexicon), ['money']);
  });

  test('is guessed while it is being typed, or if one letter is wrong', () => {
    const lexicon = lexiconOf({ a: 'pregnant', b: 'bed' });
    for (const [text, ids] of [
      ['i am pregn', ['a']],
      ['pregnent', ['a']],
      ['bad', []],
      ['pr', []],
    ] as const) {
      const { meant, guessed } = understand(text, lexicon);
      assert.deepEqual(
        meant.map(({ id }) => id),
        ids,
        text,
      );
      assert.equal(guessed.size, ids.length);
    }
    assert.equal(understand('pregnant', lexicon).guessed.size, 0);
  });

  test('is not guessed for a person, nor in words of four letters', () => {
    assert.deepEqual(heard('femle', lexiconOf({ a: 'female' }, { a: { kind: 'person' } })), []);
    assert.deepEqual(understood('rage'), []);
    assert.deepEqual(understood('nigth'), ['any-hour']);
  });

  test('is meant where others are, near each other where they have to be, and takes the place of some', () => {
    const more = {
      stay: { of: [['not', 'home']], near: true, without: ['home'] },
      not: { kind: 'part' },
    };
    const lexicon = lexiconOf({ stay: '', not: 'not', home: 'home' }, more);
    assert.deepEqual(heard('i do not want to go home', lexicon), ['stay', 'not']);
    assert.deepEqual(heard('home please', lexicon), ['home']);
    assert.deepEqual(heard('not a word of what they said and so i go home', lexicon), ['not', 'home']);
  });

  test('leaves the words that say nothing out, and names the others', () => {
    const lexicon = lexiconOf({ a: 'doctor', z: 'i need' }, { z: { kind: 'nothing' } });
    assert.deepEqual(understand('i need doctor nadheim', lexicon).words, ['nadheim']);
  });
});

describe('one letter', () => {
  test('is wrong, missing, too many, or two are swapped', () => {
    for (const typed of ['harbxur', 'harbur', 'harbxour', 'habrour']) assert.ok(isOneOff(typed, 'harbour'));
    for (const typed of ['hxrbxur', 'harbourside', 'harb']) assert.ok(!isOneOff(typed, 'harbour'), typed);
  });
});

describe('the order does no harm', () => {
  test('in danger the emergency number and the helpline are first, whatever else is said', () => {
    for (const text of [
      'he will kill me',
      'they locked me in, i need a doctor',
      'he beats me and i have no money',
    ])
      assert.deepEqual(new Set(found(text).slice(0, 2)), new Set([helpline, emergency]), text);
  });

  test('who is held or threatened reaches the helpline first, then the emergency number; a weapon turns it', () => {
    for (const text of ['they locked me in', 'he does not let me out, i am trapped', 'they threaten me'])
      assert.deepEqual(found(text).slice(0, 2), [helpline, emergency], text);
    assert.deepEqual(found('they threaten me with a knife').slice(0, 2), [emergency, helpline]);
  });

  test('the police are first only where they are asked for', () => {
    for (const text of [
      'they do not pay me',
      'i am hungry',
      'my passport',
      'somewhere to sleep',
      'not',
      'lawyer',
    ])
      assert.ok(!ofPolice.includes(found(text)[0] ?? ''), `${text}: ${found(text)[0]}`);
    for (const text of ['police', 'report a crime']) assert.ok(ofPolice.includes(found(text)[0] ?? ''), text);
  });

  test('the police are not first where most of what is typed is not understood', () => {
    assert.equal(found('police qwer zxcv')[0], helpline);
    // Russian in Latin letters, "nothing to eat": "est" is within "investigation".
    assert.equal(found('nechego est')[0], helpline);
    assert.ok(ofPolice.includes(found('police zxcv')[0] ?? ''));
  });

  test('a need heard in passing does not decide where somebody tells much that is not understood', () => {
    assert.equal(found('go home qwer zxcv')[0], 'udi-assisted-return');
    assert.equal(found('qwer zxcv asdf home yuio hjkl bnmv')[0], helpline);
  });

  test('"help me" is a cry by itself; with more, that decides', () => {
    assert.deepEqual(found('help me').slice(0, 2), [helpline, emergency]);
    assert.equal(found('help me find work')[0], 'caritas-resource-center');
  });

  test('not knowing how, and having no money, is no refusal', () => {
    for (const text of ['go home, i do not know how', 'home without money'])
      assert.ok(!understood(text).includes('stay'), text);
    assert.ok(understood('i do not want to go home').includes('stay'));
  });

  test('whose life is in danger in the own country is helped to stay', () => {
    assert.deepEqual(found('i want to stay here, they kill me there').slice(0, 3), [
      helpline,
      emergency,
      'udi-permits',
    ]);
    // A no to the way home is no wish for the police either, wherever in the sentence the danger is.
    assert.deepEqual(found('i do not want to go home they will kill me').slice(0, 2), [helpline, emergency]);
  });

  test('who fears the police is not led to them', () => {
    for (const text of [
      'help without the police',
      'i am afraid of the police',
      'he will report me to the police if i leave',
      'my boss is a policeman',
      'the police is looking for me',
      'the police will put me in jail',
      'police, i have no papers',
    ]) {
      assert.equal(found(text)[0], helpline, text);
      assert.ok(
        !found(text)
          .slice(0, 3)
          .some(id => ofPolice.includes(id)),
        text,
      );
    }
  });

  test('who does not want to go home is not sent there', () => {
    const services = found('i do not want to go home');
    assert.equal(services[0], helpline);
    assert.ok(!services.slice(0, 3).some(id => id.startsWith('iom') || id === 'udi-assisted-return'));
    assert.ok(['udi-assisted-return', 'iom-varp'].includes(found('i want to go home')[0] ?? ''));
  });

  test('what is for men alone stands below all others for a woman, and the other way round', () => {
    const forWomen = ['rosa-housing', 'krisesentersekretariatet-shelters', 'municipal-shelter'];
    const woman = found('safe place for a woman');
    const man = found('i am a man, somewhere to sleep');
    assert.equal(woman.at(-1), 'salvation-army-safe-house');
    assert.ok(man.indexOf('salvation-army-safe-house') < 3);
    for (const id of forWomen) {
      assert.ok(woman.indexOf(id) >= 0 && woman.indexOf(id) < 5, id);
      assert.ok(man.indexOf(id) > man.indexOf('marita-safe-house'), id);
    }
  });

  test('a house for women, in every language: none for men alone comes before what is for them', () => {
    for (const [language, text] of Object.entries(askedInEach.womensHouse)) {
      const { services } = search(bundledIn(language), { text });
      const isFor = (group: string) => services.findIndex(({ x_groups }) => x_groups?.includes(group));
      const place = services.findIndex(({ x_helpline }) => x_helpline);
      assert.ok(place >= 0 && place < 3, `${language}: the helpline is at ${place}`);
      assert.ok(isFor('women') >= 0, `${language}: nothing for women`);
      assert.ok(isFor('men') < 0 || isFor('men') > isFor('women'), language);
    }
  });

  test('those for a group stand in the order of the need: for who is beaten at home, the crisis centre first', () => {
    const hasCrisisCentre = (text: string, language: string) =>
      search(bundledIn(language), { text }).services[2]?.id === 'krisesentersekretariatet-shelters';
    assert.ok(hasCrisisCentre('my husband beats me', 'en'));
    assert.ok(hasCrisisCentre('mannen min slår meg', 'nb'));
    assert.ok(hasCrisisCentre('mi marido me pega', 'es'));
  });

  test('a chosen group has what is for it alone before what is for everybody', () => {
    const foundFor = (group: string) =>
      search(bundledIn('en'), { text: 'a place to sleep', group }).services.map(({ id }) => id);
    assert.equal(foundFor('men')[1], 'salvation-army-safe-house');
    for (const id of ['rosa-housing', 'krisesentersekretariatet-shelters'])
      assert.ok(foundFor('women').indexOf(id) < foundFor('women').indexOf('salvation-army-general'), id);
  });

  test('help for men has what is for men alone, though it is called a house', () => {
    assert.ok(found('help for men').includes('salvation-army-safe-house'));
    assert.notEqual(found('house for women')[0], 'salvation-army-safe-house');
  });

  test('the helpline is among the first three for every need that it answers', () => {
    for (const text of [
      'doctor',
      'hiv test',
      'hungry',
      'ticket home',
      'asylum',
      'report a crime',
      'prostitution',
    ])
      assert.ok(found(text).slice(0, 3).includes(helpline), text);
  });

  test('who says only who they are is not shown the police among the first', () => {
    for (const text of ['i am a woman', 'i am a man'])
      assert.ok(
        !found(text)
          .slice(0, 3)
          .some(id => ofPolice.includes(id)),
        text,
      );
  });

  test('who fears to report reaches the helpline before the police', () => {
    for (const text of ['i want to report him but i am scared', 'court, they have my passport'])
      assert.equal(found(text)[0], helpline, text);
  });

  test('what answers the need by its kind stands below what is chosen for it, above what does not', () => {
    assert.equal(found('i escaped in oslo')[0], helpline);
    assert.equal(found('i ran away, i am a man')[1], 'salvation-army-safe-house');
  });

  test('food for children is food: nobody who asks for it is led to child welfare', () => {
    const services = found('my kids have nothing to eat').slice(0, 3);
    assert.ok(services.includes('salvation-army-general'));
    assert.ok(!services.includes('child-welfare'));
  });

  test('who is pregnant and has no papers is led to health, not to permits', () => {
    const services = found('i am pregnant and undocumented');
    assert.equal(services[0], 'health-services');
    assert.ok(!services.slice(0, 3).includes('udi-permits'));
  });

  test('a man who was forced to work and has no bed sees the house for men among the first', () => {
    const services = foundIn('es', 'soy hombre, me obligaron a trabajar sin pagarme, donde puedo dormir');
    assert.ok(services.slice(0, 3).includes('salvation-army-safe-house'), services.join(' '));
  });

  test('of two needs that lead to different services none decides alone; one alone does', () => {
    for (const text of ['doctor, i have no money', 'pregnant and no money', 'no money for the doctor'])
      assert.equal(found(text)[0], helpline, text);
    assert.equal(found('doctor')[0], 'health-services');
    assert.equal(found('i want to go home, caritas')[0], 'caritas-resource-center');
    assert.equal(found('i ran away, where is udi')[0], 'udi-permits');
  });

  test('a slip does not decide alone; a name is a name', () => {
    assert.equal(found('docotr')[0], helpline);
    assert.ok(found('docotr').includes('health-services'));
    assert.equal(found('caritsa')[0], 'caritas-resource-center');
  });

  test('an unfinished word does not outweigh a name: "pro" may become "problem"', () => {
    assert.equal(found('marita pro')[0], 'marita-safe-house');
    assert.equal(found('udi pro')[0], 'udi-permits');
  });

  test('a place outside Oslo names nothing there, and is no slip of another word', () => {
    const inOslo = directory.services.filter(({ x_areas }) => x_areas?.includes('oslo')).map(({ id }) => id);
    for (const text of ['Bergen', 'outside Oslo']) {
      const services = found(text);
      assert.equal(services.length, found('').length, text);
      assert.ok(
        services.slice(0, 5).every(id => !inOslo.includes(id)),
        `${text}: ${services.join(' ')}`,
      );
    }
    assert.ok(inOslo.includes(sure(found('Oslo')[1])));
    // "begrenset", of the permits, is one letter from "bergen".
    const inNorwegian = loadDirectory(localize('nb').fact);
    assert.notEqual(search(inNorwegian, { text: 'Bergen' }).services[1]?.id, 'udi-permits');
  });

  test('outside Oslo what is in Oslo alone stands last', () => {
    const services = found('shelter in Bergen');
    const place = (id: string) => services.indexOf(id);
    assert.equal(services[0], helpline);
    assert.ok(place('lauras-hus') > place('municipal-shelter'));
    assert.ok(place('marita-safe-house') > place('krisesentersekretariatet-shelters'));
    assert.equal(found('hiv test in bergen')[0], 'health-services');
    assert.equal(found('nav bergen')[0], 'social-services-support');
  });

  test('a word that is in no name as typed counts less than what is understood', () => {
    assert.ok(found('help me, i need support').slice(0, 3).includes(emergency));
  });

  test('an empty word of a phrase counts in no name: "I am a man", "Applying for a permit"', () => {
    assert.ok(!found('i am a man').slice(0, 3).includes('police-reflection-applications'));
  });

  test('an empty word of two letters in a name leads nobody anywhere', () => {
    const [first] = found('somebody to talk to of in uk');
    assert.equal(first, helpline);
  });

  test('one word of a name among many others decides nothing', () => {
    assert.equal(found('qwer asdf zxcv foundation')[0], helpline);
    assert.equal(found('foundation')[0], 'marita-safe-house');
    // In two names: both are meant, the helpline is not put before them.
    assert.equal(found('health')[0], 'health-services');
  });

  test('a word in the names of many services decides nothing', () => {
    const many = {
      ...directory,
      services: directory.services.map(one => ({ ...one, name: `${one.name} Qux` })),
    };
    assert.equal(search(many, { text: 'qux' }).services[0]?.id, helpline);
    const reversed = { ...many, services: [...many.services].reverse() };
    assert.equal(search(reversed, { text: 'qux' }).services[0]?.id, helpline);
  });

  test('a name and nothing else finds what has it, and nothing else', () => {
    assert.deepEqual(found('Lauras hus'), ['lauras-hus']);
    assert.deepEqual(found('caritas'), ['caritas-resource-center']);
    assert.ok(found('caritas, i have no money').length > 1);
    // A host page's own service with these words is found too, even with one wrong letter.
    const { x_helpline, ...first } = sure(directory.services[0]);
    const own = {
      ...first,
      id: 'caritas-larvik',
      name: 'Caritas Larvik',
      x_local: true as const,
    };
    const all = { ...directory, services: [...directory.services, own] };
    for (const text of ['caritas', 'carittas'])
      assert.ok(
        search(all, { text }).services.some(({ id }) => id === own.id),
        text,
      );
  });

  test('a name of which nothing is shown is no name: "kom" is "come" for who is no professional', () => {
    const norwegian = loadDirectory(localize('nb').fact);
    const first = (text: string, audience: 'person' | 'professional') =>
      search(norwegian, { text, audience }).services.map(({ id }) => id)[0];
    assert.equal(first('vær så snill kom og hent meg', 'person'), helpline);
    assert.equal(first('kom', 'professional'), 'kom-coordination');
    assert.deepEqual(search(norwegian, { text: 'KOM', audience: 'person' }).meant, undefined);
  });

  test('names are found as people shorten them', () => {
    for (const [text, id] of [
      ['NAV', 'nav-oslo-trafficking-support'],
      ['udi', 'udi-permits'],
      ['IOM', 'iom-varp'],
      ['pro senteret', 'pro-senteret-reception'],
      ['24/7', helpline],
      ['whatsapp', helpline],
    ] as const)
      assert.equal(found(text)[0], id, text);
  });
});

describe('what is understood', () => {
  test('is named in the answer, and missing where there is nothing', () => {
    assert.deepEqual(search(directory, { text: 'is there a chat in Bergen' }).meant, ['chat', 'elsewhere']);
    assert.deepEqual(search(directory, { text: 'qqqqzzzz' }), { total: 0, services: [] });
    assert.equal('meant' in search(directory, { text: '' }), false);
  });

  test('may be English on a page in another language', () => {
    const { services } = search(loadDirectory(localize('nn').fact), { text: 'i am hungry' });
    assert.deepEqual(
      services.slice(0, 2).map(({ id }) => id),
      ['salvation-army-general', helpline],
    );
    assert.ok(services.some(({ id }) => id === 'nav-oslo-trafficking-support'));
  });

  for (const [what, asked, expected] of [
    [
      'somebody who beats now: the emergency number, then the helpline',
      askedInEach.beaten,
      [emergency, helpline],
    ],
    ['the bare cry for help: the helpline answers it', askedInEach.cry, [helpline]],
    ['a threat with the police: nobody is led to them first', askedInEach.police, [helpline]],
  ] as const)
    test(`is ${what}, in every language`, () => {
      for (const [language, text] of Object.entries(asked)) {
        const services = foundIn(language, text);
        assert.deepEqual(services.slice(0, expected.length), expected, `${language}: ${text}`);
      }
    });

  test('is violence in another script too, typed in Latin letters: the emergency number and the helpline', () => {
    for (const [language, text] of [
      ['ar', 'jozi yidrabni kol yom'],
      ['ru', 'muzh byet menya'],
      ['ru', 'menya derzhat v kvartire'],
      ['ru', 'on menya ubyot'],
      ['th', 'kao tee chan'],
      ['ti', 'yhrmeni alo'],
      ['uk', 'cholovik mene bye'],
      ['uk', 'vin mene vbye'],
      ['uk', 'zamknuly mene'],
    ] as const) {
      const services = foundIn(language, text);
      assert.ok(services.length > 2, `${language}: ${text}`);
      assert.deepEqual(new Set(services.slice(0, 2)), new Set([helpline, emergency]), `${language}: ${text}`);
    }
  });

  test('is an illness without insurance, where "insurance" begins like "fear" or "safety"', () => {
    for (const [language, text] of Object.entries({
      ru: 'болит зуб нет страховки',
      sq: 'më dhemb dhëmbi, nuk kam sigurim',
      uk: 'болить зуб немає страховки',
    }))
      assert.equal(foundIn(language, text)[0], 'health-services', language);
  });

  test('is a weapon, in every language: the emergency number and the helpline', () => {
    for (const [language, text] of Object.entries(askedInEach.weapon)) {
      const services = foundIn(language, text);
      assert.deepEqual(new Set(services.slice(0, 2)), new Set([helpline, emergency]), `${language}: ${text}`);
    }
  });

  test('is an injury, in every language: health among the first three; with an ambulance, the emergency number too', () => {
    for (const [language, text] of Object.entries(askedInEach.broken))
      assert.ok(foundIn(language, text).slice(0, 3).includes('health-services'), `${language}: ${text}`);
    for (const [language, text] of Object.entries(askedInEach.ambulance))
      assert.deepEqual(
        new Set(foundIn(language, text).slice(0, 3)),
        new Set(['health-services', helpline, emergency]),
        `${language}: ${text}`,
      );
  });

  test('is no test for a disease where somebody must testify, in every language: the helpline, not the police', () => {
    for (const [language, text] of Object.entries(askedInEach.testify)) {
      const [first, second] = foundIn(language, text);
      assert.equal(first, helpline, `${language}: ${text}`);
      assert.ok(second && !['pro-senteret-reception', ...ofPolice].includes(second), `${language}: ${text}`);
    }
  });

  test('is a child that was taken, in every language: no taken passport stands before child welfare', () => {
    for (const [language, text] of Object.entries(askedInEach.childTaken))
      assert.deepEqual(
        foundIn(language, text).slice(0, 2),
        [helpline, 'child-welfare'],
        `${language}: ${text}`,
      );
  });

  test('is fear of an arrest, in every language: the helpline first, and no telephone of the police among the first three', () => {
    for (const [language, text] of Object.entries(askedInEach.arrest)) {
      const [first, ...others] = foundIn(language, text).slice(0, 3);
      assert.equal(first, helpline, `${language}: ${text}`);
      assert.ok(!others.some(id => ofPolice.includes(id)), `${language}: ${text}`);
    }
  });

  test('is to stay in the country, in every language: the helpline and the permits', () => {
    for (const [language, text] of Object.entries(askedInEach.stayHere)) {
      const services = foundIn(language, text).slice(0, 2);
      assert.deepEqual(new Set(services), new Set([helpline, 'udi-permits']), `${language}: ${text}`);
    }
  });

  test('only empty words, or one letter, are as nothing typed', () => {
    for (const text of ['i need please', 'i', 'p']) assert.deepEqual(found(text), found(''), text);
  });
});

test('where nothing fits, three needs come nearest: those with a word that begins alike, then the usual ones', () => {
  const lexicon = lexiconOf({ a: 'hungry' }, { a: { needs: ['money'] } });
  const answered = ['emergency', 'shelter', 'counselling', 'information', 'money'];
  assert.deepEqual(nearestNeeds('hunqqqq', [lexicon], answered), ['money', 'counselling', 'shelter']);
  assert.deepEqual(nearestNeeds('qqq', [lexicon], answered), ['counselling', 'shelter', 'information']);
});
