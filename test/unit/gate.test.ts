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
import { rosa } from '../rosa.js';
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
  'with the number of the helpline': `Ring ${rosa.shown}`,
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
  'with 112 in letters that look like it': 'll2',
  'with 112 in capitals and a digit': 'Ring II2',
  'with 110 in letters': 'llO',
  'with 113, a letter between the digits': '1I3',
  'with 1-1-2 in letters with gaps': 'Ring 1 l 2',
  'of the police in single letters': 'P O L I T I',
  'of the police with dots': 'P.O.L.I.T.I.',
  'of the police in syllables': 'Poli ti',
  'of the police, with the article': 'La police',
  'of the police, with the article in Portuguese': 'A pol\u00edcia',
  'of the police, with the article in Filipino': 'Mga pulis',
  'of the police, with the article in Arabic': '\u0627\u0644\u0634\u0631\u0637\u0629',
  'of the police, with syllabics': '\u146doliti',
  'of a helpline, cut in two': 'Help line',
  'of a helpline in Ukrainian':
    '\u041b\u0456\u043d\u0456\u044f \u0434\u043e\u043f\u043e\u043c\u043e\u0433\u0438',
  'with a delta': 'ROS\u0394',
  'in Greek': '\u03a1\u039f\u03a3\u0391',
  'in small letters of Cherokee': '\u13d2\u13be\u13da\u13aa',
  'with a ligature': 'ROS\u00c6',
  'with a trade mark': '\u00aeOSA',
  'with the sun': 'R\u2299SA',
  'with an at sign': 'ros@',
  'with a Georgian letter': 'RO\u10bdA',
  'of who runs the helpline, as it sounds in Tigrinya': '\u122e\u1223',
  'of who runs the helpline, and its number': 'Rosanummeret',
  'with 112 in Arabic words, as most write them':
    '\u0645\u0627\u0626\u0629 \u0648\u0627\u062b\u0646\u0627 \u0639\u0634\u0631',
  'with 1-1-2 in Arabic words, as people say them':
    '\u0648\u0627\u062d\u062f \u0648\u0627\u062d\u062f \u0627\u062b\u0646\u064a\u0646',
  'with 112 in French words': 'Onze deux',
  'with 112 in one Norwegian word': 'Einhundretolv',
  'of the police when it is urgent': 'Politiet (n\u00e5r det haster)',
  'of the police when it is urgent, in Somali': 'Booliska degdeg',
  'of the police when it is urgent, in Vietnamese': 'C\u00f4ng an kh\u1ea9n c\u1ea5p',
  'of the police when it is urgent, in Russian':
    '\u041f\u043e\u043b\u0438\u0446\u0438\u044f \u0441\u0440\u043e\u0447\u043d\u043e',
  'of a directorate': 'Utlendingsdirektoratet',
  'of a national organisation and the country': 'NAV Norge',
  'of a national service and its line': 'Krisesentersekretariatets telefon',
  'of a helpline for all of the country': 'Hjelpetelefon for hele landet',
  'of a helpline of the state': 'Statens hjelpetelefon',
  'without a letter that can be seen': '\u3164 \u115f',
  'without a letter': '24/7',
  'of 121 letters': `Krisesenter ${'e'.repeat(109)}`,
};
/** Names that a reader takes for the number of the police or of the emergency services. */
const lines = [
  'Ring politiet',
  'Ring til politiet n\u00e5',
  'Politi-telefonen',
  'Politinummeret',
  'Police phone',
  'Call the police',
  'Telefon policji',
  'Politistasjonen',
  'Police station',
  'Politiets operasjonssentral',
  'Comisaría de policía',
  'Полицейский участок',
  'مركز الشرطة',
  'Prosjektrosa',
  'Telefonrosa',
  'T\u00e9l\u00e9phone de la police',
  'Tel\u00e9fono de la polic\u00eda',
  'Telefone da pol\u00edcia',
  'S\u1ed1 c\u1ea3nh s\u00e1t',
  '\u0631\u0642\u0645 \u0627\u0644\u0634\u0631\u0637\u0629',
  '\u0e40\u0e1a\u0e2d\u0e23\u0e4c\u0e15\u0e33\u0e23\u0e27\u0e08',
  'N\u00f8danrop',
  'Alarmnummer',
  'N\u00f8detatene',
  'Naudetatane',
  'AMK',
  'AMK-sentralen',
  'Ambulanse',
  'Ring ambulanse',
  'Brannvesenet',
  'Politivakten',
  'Politivakta',
  'Grensepolitiet',
  'Emergency dispatch',
  'Tel\u00e9fono de emergencias',
  'Appel d\u2019urgence',
  '\u042d\u043a\u0441\u0442\u0440\u0435\u043d\u043d\u044b\u0439 \u0432\u044b\u0437\u043e\u0432',
  'Apel de urgen\u021b\u0103',
  'Ring 911',
  'Emergency call',
  'Urgences',
  'Telefon alarmowy',
  'Telefonul de urgen\u021b\u0103',
  '\u0421\u043b\u0443\u0436\u0431\u0430 \u0441\u043f\u0430\u0441\u0435\u043d\u0438\u044f',
  'C\u1ea5p c\u1ee9u',
  '\u0631\u0642\u0645 \u0627\u0644\u0637\u0648\u0627\u0631\u0626',
  '\u0e09\u0e38\u0e01\u0e40\u0e09\u0e34\u0e19',
  'Naudtelefonen',
  'Naudnummeret til politiet',
  'Politiet (\u00f8yeblikkelig hjelp)',
  'Politiet, ved livsfare',
  'Politiet n\u00e5r det er fare',
  'SOS Politi',
  'Ring politiet her',
  'Politi d\u00f8gnvakt',
  'Politiet n\u00e6r deg',
  'Politi, brann og ambulanse',
  'N\u00e6rmeste politi',
  'Police 24h',
  'Er du i akutt fare? Ring',
  'Ved livsfare',
  'Ring her i nød',
  'Akuttelefonen',
  'Nødmeldesentralen i Eksempelvik',
  'Snakk med politiet',
  'Politiet svarer her',
  'SOS',
  'Immediate danger',
  'Dzwoń na policję',
  'Skambinkite policijai',
  'Ligue para a polícia',
  'Tumawag sa pulis',
  'Thirrni policinë',
  'โทรหาตำรวจ',
  'Police secours',
  'Pogotowie',
  'Скорая помощь',
  'Швидка допомога',
  'Бърза помощ',
  'SAMU',
  'الإسعاف',
  'รถพยาบาล',
  'Pericol',
  'Peligro',
  'Pavojus',
  'Khatar',
  'Gargaar degdeg ah',
  'Línea de trata',
  'Линия за жертви на трафик',
];
/** Names of the emergency number and the helpline in the other languages, with a place or a telephone line added. */
const inOtherLanguages = [
  'Numer alarmowy Larvik',
  'Экстренный номер Ларвик',
  'Екстрений номер Ларвік',
  'Спешен телефон Ларвик',
  'رقم الطوارئ لارفيك',
  'خط الطوارئ في لارفيك',
  'เบอร์ฉุกเฉิน Larvik',
  'สายด่วนฉุกเฉิน',
  'Số khẩn cấp Larvik',
  'Numărul de urgență Larvik',
  'Skubios pagalbos numeris Larvikas',
  'Número de emergencia Larvik',
  'Número de emergência Larvik',
  'Numéro d\u2019urgence Larvik',
  'Numri i emergjencës Larvik',
  'Lambarka degdegga ah Larvik',
  'ህጹጽ ቁጽሪ ላርቪክ',
  'ስልኪ ህጹጽ ላርቪክ',
  'Pang-emergency na numero Larvik',
  'Emergency hotline Larvik',
  '፻፲፪',
  'ስልኪ ፻፲፫',
  'Jedenaście dwa',
  'Сто двенадцатый',
  'Sandaan at labindalawa',
  'Hal hal laba',
  'ร้อยสิบสอง',
  'Linia Rosy',
  'Телефон Розы',
  'Гаряча лінія Рози',
  'Rosos pagalbos linija',
  'Linja e Rosës',
  'Linia Rosei',
  'เบอร์โรซ่า',
  'خط لضحايا الاتجار بالبشر',
  'Ligne pour les victimes de la traite',
  'Línea contra la trata',
  'Hjelpetelefon mot moderne slaveri',
  'Đường dây chống mua bán người',
  'สายด่วนต่อต้านการค้ามนุษย์',
  'ናይፖሊስ ቁጽሪ',
  'ናብ ፖሊስ',
];
/** Names of a telephone line together with what the helpline is for. */
const linesOfTrafficking = [
  'Hjelpetelefon for ofre for menneskehandel',
  'Telefon for menneskehandel, Larvik',
  'Menneskehandelslinja',
  '24-hour helpline for victims of human trafficking',
  'Hotline for trafficking victims',
  'Linia pomocy dla ofiar handlu lud\u017ami',
  'Telefon dla ofiar handlu lud\u017ami',
  'L\u00ednea de ayuda para v\u00edctimas de trata de personas',
  'Linie de ajutor pentru victimele traficului de persoane',
  '\u0413\u043e\u0440\u044f\u0447\u0430\u044f \u043b\u0438\u043d\u0438\u044f \u0434\u043b\u044f \u0436\u0435\u0440\u0442\u0432 \u0442\u043e\u0440\u0433\u043e\u0432\u043b\u0438 \u043b\u044e\u0434\u044c\u043c\u0438',
  '\u062e\u0637 \u0645\u0633\u0627\u0639\u062f\u0629 \u0636\u062d\u0627\u064a\u0627 \u0627\u0644\u0627\u062a\u062c\u0627\u0631 \u0628\u0627\u0644\u0628\u0634\u0631',
  '\u0e2a\u0e32\u0e22\u0e14\u0e48\u0e27\u0e19\u0e2a\u0e33\u0e2b\u0e23\u0e31\u0e1a\u0e40\u0e2b\u0e22\u0e37\u0e48\u0e2d\u0e04\u0e49\u0e32\u0e21\u0e19\u0e38\u0e29\u0e22\u0e4c',
  '\u0110\u01b0\u1eddng d\u00e2y n\u00f3ng cho n\u1ea1n nh\u00e2n bu\u00f4n ng\u01b0\u1eddi',
];
const inDigits = rosa.spoken.nb.replaceAll(' · ', ' ');
const atFirst = inDigits.replace(/^./, letter => letter.toUpperCase());
/** Texts that look like 112, the helpline's number, or the name of the organization that runs the helpline. */
const disguised = [
  'ROSД',
  'ᖇᗝᔕᗩ',
  'ՐOSA',
  'ROSѦ',
  'ROS▲',
  'ROSᎯ',
  '፩፩፪',
  'ⅠⅠⅡ',
  'Vakt ⓫2',
  'ⲒⲒ2',
  // Joined to the word before it, as is usual in these scripts.
  'ศูนย์ROSA',
  'ติดต่อโรซ่า',
  'اتصل بـROSA',
  'وروزا',
  'ናይROSA',
  'ንሮዛ ደውል',
  'eitt eitt to',
  '1 en 2',
  '\u2d4f\u2d4f2',
  '\ua781\ua7812',
  '\u4e28\u4e282',
  rosa.shown.replaceAll('1', 'l'),
  rosa.shown.replaceAll('0', 'O'),
  rosa.digits.replace(/1(?!1)/, 'l'),
  inDigits,
  ...rosa.inPairs,
  '11o',
  'Brann 11\u043e',
  'Rosaprosjektet',
  'Rosakontoret',
  'R\u00f3za',
  'R\u26aaSA',
  'R\u274dSA',
  'ROS\u2200',
  'R\u04a8SA',
  'ROS\u2227',
  'ROS\u1431',
  '\u{10295}\u{10292}\u{10296}\u{102a0}',
  '\ua4f2\ua4f22',
  '\u2223\u22232',
  '11\u14bf',
  'Rosatjenesten',
  'Rosa Parks hjelpetelefon',
  'Rosa Parks: ROSA',
  'ROSA PARKS',
  'Rosa Parkstelefonen',
  'Rosabistand',
  'Rosakrisesenter',
];
/** Sentences that give another number for a national service. */
const lies = [
  'Do not talk to ROSA',
  'Ring 33 00 00 01 en vez del 112',
  'ROSA không còn hoạt động',
  'ROSAปิดแล้ว',
  'อย่าโทรหาROSA',
  'โทรหาROSA 33000001',
  'ติดต่อโรซ่า 33 00 00 01',
  'اتصل بـROSA على 33000001',
  // With digits beside it that make it another number.
  `ROSA har nummer 9${rosa.shown}.`,
  `ROSA: 1 ${rosa.shown}`,
  `ROSA: 829 ${rosa.shown}`,
  `ROSA: (829) ${rosa.shown}`,
  `ROSA: 0046 ${rosa.shown}`,
  `ROSA: ${rosa.shown}5`,
  `ROSA: ${rosa.shown} 5.`,
  // Labels above the service's own number.
  'ROSA',
  'ROSA! Ring 33 00 00 01!',
  'Vi er ROSA.',
  'Dette er ROSA.',
  'We are ROSA. Talk to us.',
  'Мы ROSA.',
  'Politiets nødnummer. Ring 33 00 00 01',
  'ROSA har nytt nummer: 02800',
  'ROSA: ring 116 117 i stedet',
  'N\u00f8dtelefonen er n\u00e5 02800',
  'ROSA har nytt nummer: 40\u201300\u201300\u201300',
  'ROSA har nytt nummer: 40\u201100\u201100\u201100',
  'ROSA har nytt nummer: 40/00/00/00',
  'ROSA har nytt nummer: 40\u00b700\u00b700\u00b700',
  'ROSA har nytt nummer: 40,00,00,00',
  'ROSA har nytt nummer: 40_00_00_00',
  'ROSA har nytt nummer: 40  -  00  -  00  -  00',
  'ROSA har nytt nummer: 40\u00ad00\u00ad00\u00ad00',
  'ROSA har nytt nummer: 40\u200d00\u200d00\u200d00',
  'ROSA har nytt nummer: 40\u034f00\u034f00\u034f00',
  'ROSA har nytt nummer: 4\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e3',
  'ROSA har nytt nummer: 4OOOOOOO',
  'ROSA har nytt nummer: fire null null null null null null null',
  `${atFirst} er n\u00e5 40 00 00 00`,
  'Hjelpetelefonen mot menneskehandel: 40 00 00 00',
  'Numer alarmowy policji to 40 00 00 00',
  'Roza: 40 00 00 00',
  'Naudnummeret 40 00 00 00',
  'ROSA 40.00-00.00',
  'ROSA: 2020-2040',
  'ROSA: 10.10.4000',
  'Ring 112 / 40 00 00 00',
  'ROSA har f\u00e5tt nytt nummer. Ring 40 00 00 00.',
  '112 virker ikke n\u00e5. Ring 40 00 00 00.',
  'ROSA er nedlagt. Ring oss i stedet.',
  `Ring ikke ${rosa.shown}.`,
  'Ikkje ring 112.',
  'Ring oss i staden for ROSA.',
  'R\u041eSA, som hjalp mange, er n\u0435dlagt.',
  `${atFirst} er stengt.`,
  'Det nye nummeret til ROSA f\u00e5r du av oss.',
  'N\u00f8dnummeret er ute av drift.',
  'The ROSA helpline has been shut down. Call us.',
  '112 doesn\u2019t work from here.',
  'Don\u2019t call 112.',
  'Call us instead of ROSA.',
  '\u041d\u0435 \u0437\u0432\u043e\u043d\u0438\u0442\u0435 112.',
];
/** The same without a number: the national service is closed, has moved, or should not be called. */
const denials = [
  'Numer alarmowy: 33 00 00 01',
  'Экстренный номер: 33 00 00 01',
  'رقم الطوارئ: 33 00 00 01',
  'เบอร์ฉุกเฉิน: 33 00 00 01',
  'Телефон Розы 33 00 00 01',
  'ROSA har flyttet.',
  'ROSA har flytta.',
  'ROSA har ny telefon.',
  'Snakk ikke med ROSA.',
  'Ikkje snakk med ROSA.',
  'ROSA avlyttes.',
  'ROSA is no longer available.',
  'Call us rather than 112.',
  'Linia ROSA jest nieczynna.',
  'Numer alarmowy nie działa.',
  'ROSA este închisă.',
  'Nu sunați la 112.',
  'ROSA uždaryta.',
  'ROSA е затворена.',
  'Не звънете на 112.',
  'ROSA зачинена.',
  'Роза больше не работает.',
  'Не звоните на 112.',
  'ROSA está cerrada.',
  'El número de emergencia no funciona.',
  'ROSA مغلقة',
  'تم إغلاق ROSA',
  'لا تتصل بـ 112',
  'ROSA đã đóng cửa.',
  'Đừng gọi 112.',
  'สายด่วน ROSA ปิดแล้ว',
  'อย่าโทร 112',
  'ROSA n\u2019est plus disponible.',
  'N\u2019appelez pas le 112.',
  'ROSA está fechada.',
  'Não fale com a ROSA.',
  'ROSA është mbyllur.',
  'Mos telefononi 112.',
  'Sarado na ang ROSA.',
  'Huwag tumawag sa 112.',
  'ROSA waa la xiray.',
  'Ha wicin 112.',
  '112 ha wicin.',
  'Den nasjonale hjelpetelefonen er nedlagt.',
  'Nasjonale hjelpetelefonen er n\u00e5 lagt ned.',
  'Hjelpetelefonen mot menneskehandel ble nedlagt i v\u00e5r.',
  'Den landsdekkende hjelpelinjen svarer ikke lenger.',
  'Norges hjelpetelefon er stengt.',
  'Den nedlagte nasjonale hjelpetelefonen',
  'Den nasjonale hjelpetelefonen er lagd ned.',
  'Den nasjonale hjelpelina er stengd.',
  'Den landsdekkjande hjelpetelefonen verkar ikkje.',
  'The national helpline has been shut down.',
  'The Norwegian hotline is closed.',
  'The nationwide helpline no longer works.',
  'Den nationella hj\u00e4lplinjen \u00e4r nedlagd.',
  'Nationella hj\u00e4lptelefonen \u00e4r st\u00e4ngd.',
  'Den nationella st\u00f6dlinjen svarar inte.',
  'ROSA \u00e4r st\u00e4ngd.',
  'Ring inte 112.',
  'Den nationale hj\u00e6lpelinje er nedlagt.',
  'Den landsd\u00e6kkende hj\u00e6lpetelefon er lukket.',
  'ROSA findes ikke mere.',
  'ROSA ተዓጽያ እያ።',
  'ናብ 112 ኣይትደውሉ።',
  'Zamiast 112 dzwoń do nas.',
  'Linia ROSA jest na podsłuchu.',
  'Не говорите с ROSA.',
  'ROSA переїхала.',
  'Nekalbėkite su ROSA.',
  'ROSA și-a schimbat numărul.',
  'رقم الطوارئ لا يعمل',
  'اتصل بنا بدلا من 112',
  'ROSA có số mới.',
  'ห้ามโทรหา ROSA',
  'La ligne ROSA ne répond plus.',
  'Ligue-nos em vez do 112.',
  'Në vend të 112 na telefononi.',
  'May bagong numero ang ROSA.',
  'ROSA lambar cusub ayay leedahay.',
  'ኣብ ክንዲ ROSA ንዓና ደውሉ።',
  'ምስ ROSA ኣይትዛረቡ።',
  // Call us, not them.
  'Call us, not 112.',
  'Call us and not 112',
  'Ring oss, ikke ROSA.',
  'Bruk ikke 112.',
  'Ring oss, ikkje 112.',
  'Dzwoń do nas, nie na 112.',
  'Sunați-ne pe noi, nu la 112.',
  'Skambinkite mums, ne 112.',
  'Обадете се на нас, не на 112.',
  'Телефонуйте нам, а не 112.',
  'Звоните нам, а не в ROSA.',
  'Llame a nosotros, no al 112.',
  'اتصل بنا وليس ROSA',
  'Gọi chúng tôi, không phải 112.',
  'โทรหาเราไม่ใช่ 112',
  'Appelez-nous, pas le 112.',
  'Ligue-nos, não para o 112.',
  'Na telefononi ne, jo 112.',
  'Tawagan kami, hindi ang 112.',
  'Na soo wac, ee ma aha 112.',
  '112 ዘይኮነስ ንዓና ደውሉ።',
  `Ring oss, ikke ${rosa.shown}.`,
  'Ikke det nasjonale nødnummeret.',
  'Nummeret over erstatter 112.',
  'Our number replaces 112.',
  'Nødnummeret er byttet ut.',
  'Nødnummeret er nede.',
  'Nødnummeret er endret.',
  'Unngå 112.',
  'Avoid ROSA.',
  // What the helpline is said to do, or what is said to happen after a call.
  'ROSA reports to the police.',
  'ROSA passes your name to the immigration authorities.',
  'ROSA melder fra til politiet og UDI.',
  'Hold deg unna ROSA.',
  'ROSA er full.',
  'ROSA har sluttet.',
  '112 er bare for nordmenn.',
  'ROSA zgłasza na policję.',
  'ROSA raportează la poliție.',
  'ROSA praneša policijai.',
  'ROSA докладва на полицията.',
  'ROSA повідомляє поліцію.',
  'ROSA сообщает в полицию.',
  'ROSA informa a la policía.',
  'روزا تبلغ الشرطة',
  'ROSA báo cảnh sát.',
  'โรซ่าแจ้งตำรวจ',
  'ROSA prévient la police.',
  'ROSA avisa a polícia.',
  'ROSA njofton policinë.',
  'Nagsusumbong ang ROSA sa pulis.',
  'ROSA booliska ayay u sheegtaa.',
  'ROSA ንፖሊስ ትነግር።',
  'ROSA is dangerous.',
  'ROSA خطيرة',
  'ROSA ferme.',
  // Written without spaces, or joined, as in Thai and Arabic.
  'โรซ่าปิดแล้ว',
  'เบอร์112ปิด',
  'กรุณาอย่าโทร112',
  'สายด่วน ROSA ปิดแล้วครับ',
  'روزا ومغلقة',
  'فلا تتصل 112',
  // The name is in the sentence before.
  'ROSA hjelper ofre for menneskehandel. Ring 33 00 00 01.',
  'Need ROSA? Call 33 00 00 01.',
  'Chcesz porozmawiać z ROSA? Zadzwoń pod 33 00 00 01.',
  'Ring ROSA. Det er gratis. Nummeret er 33 00 00 01.',
  'Nødnummeret svarer alltid. Ring 33 00 00 01.',
];
/** The denial is in the next sentence, or of a number by where it stands. */
const deniedNearby = [
  `ROSA ${rosa.shown}. Stengt.`,
  `ROSA ${rosa.shown}. Closed.`,
  `ROSA ${rosa.shown}. Zamknięte.`,
  '112! Stengt',
  `Om hjelpetelefonen ROSA, ${rosa.shown}. Den er nedlagt. Ikke ring dit.`,
  'The number at the top of this page is wrong. Call us instead: 40 00 00 00.',
  'The hotline on this page is fake.',
  'Hjelpetelefonen på denne siden er falsk.',
  'Infolinia na tej stronie nie działa.',
  'Infolinia na tej stronie jest fałszywa.',
  'The helpline on this page reports you to UDI.',
  'De nasjonale numrene er stengt.',
  'The other numbers are fake',
  'Call us, not the number above.',
  'Numer na dole strony jest fałszywy.',
  'Numărul de jos este fals.',
  'Номер внизу страницы поддельный.',
  'الرقم أسفل الصفحة مزيف.',
  'Los otros números no funcionan.',
  'Другие номера не работают.',
  'Les autres numéros ne fonctionnent pas.',
];
/** Whoever speaks takes the name of the helpline. */
const posing = [
  'Hei fra ROSA! Ring oss på 40 00 00 00.',
  'Vi i ROSA hjelper deg hele døgnet. Ring oss på 40 00 00 00.',
  'Welcome to ROSA! Call us on 40 00 00 00.',
  'Vi er ROSA, det nasjonale hjelpetilbudet. Ring knappen under.',
  'Her er ROSA, Norges hjelp til ofre.',
  'Somos ROSA, la ayuda nacional.',
  'Мы — ROSA, национальная помощь.',
  'نحن روزا، المساعدة الوطنية.',
  'Jesteśmy ROSA, pomoc krajowa.',
  'Suntem ROSA, ajutorul național.',
  'Nous sommes ROSA, l’aide nationale.',
  'Chúng tôi là ROSA, trợ giúp quốc gia.',
  'เราคือ ROSA ความช่วยเหลือแห่งชาติ',
  'Ne jemi ROSA, ndihma kombëtare.',
  'Kami ang ROSA, ang pambansang tulong.',
  'Ние сме ROSA, националната помощ.',
  'Mes esame ROSA, nacionalinė pagalba.',
  'Nasjonal hjelpetelefon mot menneskehandel. Vårt nummer er 40 00 00 00.',
];
/** What is said to happen to those who call. */
const threats = [
  'Ringer du 112, blir du deportert.',
  'Ringer du ROSA, blir du sendt ut av landet.',
  'Alle som ringer ROSA blir arrestert.',
  'Jeśli zadzwonisz pod 112, policja cię deportuje.',
  'Dacă suni la 112, poliția te deportează.',
  'Если позвоните 112, вас депортируют.',
  'Якщо подзвоните 112, вас депортують.',
  'Който звъни на 112, го арестуват.',
  'Jei skambinsite 112, jus deportuos.',
  'Si llama al 112, la deportarán.',
  'Si vous appelez le 112, vous serez expulsée.',
  'Se ligar para o 112, será deportada.',
  'إذا اتصلت بالرقم 112 سيتم ترحيلك.',
  'Nếu bạn gọi 112, bạn sẽ bị trục xuất.',
  'ถ้าโทร 112 คุณจะถูกเนรเทศ',
  'Kush telefonon 112 arrestohet.',
  'Inaaresto ang tumatawag sa 112.',
  'Haddii aad wacdo 112, waa lagu tarxiilayaa.',
  'ናብ 112 ዝድውል ይእሰር።',
  'Whoever calls 112 gets arrested.',
  'It is dangerous to call ROSA.',
  'Det er farlig å ringe ROSA.',
  'Ingen svarer på 112.',
  'It costs money to call ROSA',
  'Det koster å ringe ROSA',
  'ROSA est un piège.',
  'ROSA é uma armadilha.',
  'ROSA este o capcană.',
  'ROSA — ловушка.',
  'ROSA — пастка.',
  'ROSA е капан.',
  'ROSA – spąstai.',
  'روزا فخ',
  'ROSA là cái bẫy.',
  'ROSA เป็นกับดัก',
  'ROSA është kurth.',
  'Bitag ang ROSA.',
  'ROSA waa dabin.',
];
/** Another number directly behind a name that only the emergency number has. */
const forged = [
  'Emergency: 40 00 00 00',
  'I nødstilfelle: 40 00 00 00.',
  'Urgence : 40 00 00 00',
  'Politiet: 40 00 00 00.',
  'Det nasjonale nummeret er 40 00 00 00',
];
/** The number is said to cost, to be forbidden or to be the traffickers'; or the police are not to be called. */
const refusing = [
  'Ring 112? Aldri.',
  'Skal du ringe 112? Nei.',
  '112 er et betalingsnummer.',
  'Det er ulovlig å ringe 112 uten papirer.',
  'Ikke ring politiet. De deporterer deg.',
  'Ikke stol på politiet, ring oss.',
  'Nødnumrene er nede.',
  'Ring 112. Nummeret er ute av drift.',
  'Alle andre numre på denne siden er falske.',
  `Blokker ${rosa.shown}.`,
  `${rosa.shown} går til en svindler.`,
  'Don’t call the police.',
  'It is illegal to call 112.',
  'ROSA belongs to the traffickers.',
  'Nie dzwoń na policję.',
  'ROSA aparține traficanților.',
  'Draudžiama skambinti 112.',
  'Забранено е да звъните на 112.',
  'Не дзвоніть у поліцію.',
  'Запрещено звонить 112',
  'Es ilegal llamar al 112.',
  'لا تتصل بالشرطة',
  'Đừng gọi cảnh sát.',
  'อย่าโทรหาตำรวจ',
  'Il est interdit d’appeler le 112.',
  'Não ligue para a polícia.',
  `Bllokoni numrin ${rosa.shown}`,
  'Bawal tumawag sa 112.',
  'Booliska ha wicin.',
  '112 ናይ ክፍሊት ቁጽሪ እዩ።',
];
/** The button under the text is given as that of a national service. */
const buttonsNamed = [
  'Telefonen under går til ROSA.',
  'Ring ROSA:',
  'For å ringe 112, trykk på knappen under.',
  'To reach ROSA, use the button below.',
  'Aby zadzwonić do ROSA, użyj przycisku poniżej.',
  'Чтобы позвонить ROSA, нажмите кнопку ниже.',
  'Para llamar a ROSA, use el botón de abajo.',
  'Pour appeler ROSA, utilisez le bouton ci-dessous.',
  'กดปุ่มด้านล่างเพื่อโทรหา ROSA',
];
/** Labels that only say to call whoever the text above names. */
const labelsOfNone = ['Ring dem her', 'Ring:', 'Call them', 'Zadzwoń do nich', 'Звоните им'];
const under = (description: string, label: string) => ({
  description,
  phones: [{ number: '+4733000001', description: label }],
});
/** Another number for the police, or for when life is in danger. */
const misled = [
  'Ring politiet på 33 00 00 09.',
  'Politiet har telefon 33 00 00 09.',
  'Ved akutt fare ring 33 00 00 09.',
  'Er du i livsfare, ring 33 00 00 09.',
  'Ring 33 00 00 09, eller 112 hvis det er akutt.',
  'Er du i livsfare, ring 33 00 00 01, eller 112 hvis det er akutt.',
  'ROSA: ring 33 00 00 01, eller 112 hvis det er akutt.',
  'Ring 33 00 00 01, eller 112 som er stengt.',
  'Ring 33 00 00 01, eller 112 på 33 00 00 09.',
  'Ring 33 00 00 01, aldri politiet eller 112.',
  'Ring 33 00 00 01 i stedet for politiet eller 112.',
  'Call 33 00 00 01; you must not call the police or 112.',
  'Ligue 33 00 00 01, não o 112.',
  'Zadzwoń pod 33 00 00 01 i zapomnij o 112.',
  '33 00 00 01 erstatter politiet eller 112.',
  'Call 33 00 00 01 or 112 to reach ROSA.',
  'Politiet når du på 33 00 00 01 eller 112.',
  'Ring 33 00 00 01, eller 112 tar barna dine.',
  'Call 33 00 00 01, or 112 if you want to be deported.',
  'Ring 33 00 00 01, eller 112? Nei.',
  'Ring 33 00 00 01, eller 112. Aldri.',
  'Ring 33 00 00 01, eller 112-33-09.',
  'Ring 33 00 00 01, eller 112\u00a0339.',
  'I nødstilfelle ring 33 00 00 01 eller 112.',
  'Brenner det, ring 33 00 00 01 eller 110.',
  'Ved fare: ring 999.',
  'Call the police on 33 00 00 09',
  'In danger call 33 00 00 09.',
  'Zadzwoń na policję pod numer 33 00 00 09',
  'Sunați poliția la 33 00 00 09',
  'Skambinkite policijai numeriu 33 00 00 09',
  'При опасност звънете 33 00 00 09',
  'Дзвоніть у поліцію за номером 33 00 00 09',
  'Звоните в полицию по номеру 33 00 00 09',
  'Llame a la policía al 33 00 00 09',
  'اتصل بالشرطة على 33 00 00 09',
  'Gọi cảnh sát theo số 33 00 00 09',
  'โทรหาตำรวจที่ 33 00 00 09',
  'Appelez la police au 33 00 00 09',
  'Ligue para a polícia pelo 33 00 00 09',
  'Telefononi policinë në 33 00 00 09',
  'Tumawag sa pulis sa 33 00 00 09',
  'Wac booliska lambarka 33 00 00 09',
  'ንፖሊስ ደውሉ፣ ፖሊስ ኣብ 33 00 00 09',
];
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
  {
    description: 'Skal du ringe ROSA?',
    application_process: 'Kom innom.',
    x_translations: { en: { application_process: 'The number is 40 00 00 00.' } },
  },
];
/** Texts that keep people from calling the helpline even without another number. */
const warnings = [
  'ROSA kan ikke hjelpe deg.',
  `ROSA ser alt. Ring ${rosa.shown}.`,
  'Alle vet hvem som ringer ROSA.',
];
/** Codes with which a phone sends its calls elsewhere. */
const codes = [
  'Slå *21*33000009# før du ringer.',
  'Tast **21*33 00 00 09#',
  'Slå ##002#',
  'Slå * 21 * 33000009 #',
  '＊21＊33000009＃',
];
/** What looks like a list of numbers, and sends elsewhere than to a national one. */
const lists = [
  'Krisesenter: 33 00 00 09, politi: 112.',
  'Nødnummer: 33 00 00 01, politi: 112',
  'Før 112, nå: 33 00 00 01',
  'For å nå 112, vakttelefon: 33 00 00 01',
  'Erstatter 112, vakttelefon: 33 00 00 01',
  'Politi: 112\nNytt nummer: 33 00 00 01',
  'ROSA hjelper ofre\nTelefon: 33 00 00 01',
  'ROSA; ring oss på 33 00 00 01',
  '112 er stengt; ring oss på 33 00 00 01',
];
/** With the colour pink, but about the helpline. */
const pink = ['Den rosa telefonen: 33 00 00 01', 'ROSA, i det rosa huset, har nummer 33 00 00 01'];
/** National names that no button of another number may have alone. */
const nationalLabels = [
  'UDI',
  'KOM',
  'NAV',
  'Barnevernet',
  'Krisesentersekretariatet',
  'PRO Senteret',
  'Nadheim',
  'Frelsesarmeen',
];
/** Texts in the place of a number, which the card shows as they are. */
const textsForNumbers = ['Nummeret over er stengt', 'Ikke ring nummeret over', 'NAV: 33 00 00 09'];
/** Places of safe houses, as people write them. */
const places = [
  'Pilestredet 35',
  'Grensen 5',
  'Parkvn. 4',
  'Kirkev. 5 i Moss',
  'Kongens g. 4',
  'Storgt.5',
  'Kongensgate',
  'Kongensgt',
  'Ullev\u00e5l terrasse 4',
  'Solheimslia 4',
  '\u00d8vre Smalgang 7',
  'storgata ved kirken',
  'Hus nr. 4 p\u00e5 Bryggen',
  'Plusskode 9FFGWPF8+X2',
  'tjueto trettitre elleve seksti',
  'hus at krisesenter dot no',
  'ul. D\u0142uga 5',
  'Rue de la Paix 5',
  '\u0423\u043b\u0438\u0446\u0430 \u041b\u0435\u043d\u0438\u043d\u0430 5',
  '\u0634\u0627\u0631\u0639 \u0627\u0644\u0646\u0648\u0631 5',
];
const refusals = {
  ...Object.fromEntries(
    places.map(description => [
      `a safe house that says ${description}`,
      { x_safe_house: true, phones: undefined, description },
    ]),
  ),
  ...Object.fromEntries(
    [
      'storgata-5',
      'kirkeveien-fem',
      'vik-hus-grensen-15',
      'hus-3256-larvik',
      'trygt-hus-33000001',
      'hus-tre-tre-null-null',
    ].map(id => [`a safe house whose id leads to it: ${id}`, { x_safe_house: true, phones: undefined, id }]),
  ),
  ...Object.fromEntries(Object.entries(names).map(([what, name]) => [`a name ${what}`, { name }])),
  ...Object.fromEntries(
    [...lines, ...inOtherLanguages, ...linesOfTrafficking, ...disguised].map(name => [
      `a name that reads ${name}`,
      { name },
    ]),
  ),
  ...Object.fromEntries(
    [
      ...lies,
      ...denials,
      ...deniedNearby,
      ...posing,
      ...threats,
      ...forged,
      ...misled,
      ...refusing,
      ...buttonsNamed,
      ...codes,
      ...lists,
      ...pink,
    ].map(description => [`a text that says ${JSON.stringify(description)}`, { description }]),
  ),
  ...Object.fromEntries(
    labelsOfNone.map(label => [
      `a button that reads ${label} under a text that names the helpline`,
      under('ROSA hjelper ofre for menneskehandel.', label),
    ]),
  ),
  ...Object.fromEntries(together.map(fields => [`texts that say ${JSON.stringify(fields)}`, fields])),
  ...Object.fromEntries(warnings.map(alert => [`a warning that says ${JSON.stringify(alert)}`, { alert }])),
  ...Object.fromEntries(
    [
      '# ROSA er stengt. Ring heller 33 00 00 01',
      '/ROSA: 33 00 00 01',
      'https://www.politiet.no/#112-er-stengt-Ring-33000001',
      'https://www.rosa-help.no/#ROSA-er-stengt-Ring-33000001',
    ].map(url => [`an address that says ${url}`, { url }]),
  ),
  'an e-mail address that is the name of the helpline': { email: 'ROSA' },
  ...Object.fromEntries(
    ['🆁🅾🆂🅰', 'Ⓡⓞⓢⓐ', '🇷🇴🇸🇦', '🅿🅾🅻🅸🆃🅸'].map(name => [
      `a number by the name ${name}`,
      { phones: [{ number: `${name} 33 00 00 01` }] },
    ]),
  ),
  ...Object.fromEntries(
    [
      { name: 'Kontakt', phones: [{ number: '+4733000001', description: 'Hjelpetelefon' }] },
      { name: 'Ring oss', phones: [{ number: '+4733000001', description: 'Krisetelefonen' }] },
      { name: 'Senter mot menneskehandel', phones: [{ number: '+4733000001', description: 'Krisetelefon' }] },
      { phones: [{ number: '+4733000001', description: 'Slå *21*33000009#' }] },
      { phones: [{ number: '+4733000001', description: 'Politiet' }] },
      { phones: [{ number: '+4733000001', description: 'Nasjonal hjelpetelefon' }] },
      { phones: [{ number: '02800', description: 'Nødtelefon' }] },
      { phones: [{ number: '02800', description: 'Politiets nødnummer' }] },
      { phones: [{ number: '02800', description: 'Politiet 112' }] },
      { phones: [{ number: '02800', description: 'ROSA' }] },
      { phones: [{ number: '+4733000001', description: 'Nummeret over er stengt' }] },
      { phones: [{ number: '+4733000001', description: 'Ikke ring de andre numrene' }] },
      { phones: [{ number: '+4733000001', description: 'Ring 800 40 008' }] },
      { phones: [{ number: '+4733000001', description: 'Nasjonal vakttelefon' }] },
      { phones: [{ number: '+4733000001', description: 'Offisielt nummer' }] },
      ...nationalLabels.map(description => ({ phones: [{ number: '+4733000001', description }] })),
      ...textsForNumbers.map(number => ({ phones: [{ number: '+4733000001' }, { number }] })),
    ].map(fields => [`a button that reads ${JSON.stringify(fields)}`, fields]),
  ),
  ...Object.fromEntries(
    [
      { document: 'rosa-hjelp.no', section: 'Hjelp' },
      { document: 'eksempelvik.example', section: 'Nødnummer' },
      { document: 'eksempelvik.example', section: 'ROSA' },
      { document: 'eksempelvik.example', section: 'Hjelpetelefonen til ROSA' },
      { document: 'eksempelvik.example', section: 'Nødnummer og politi' },
      { document: 'rosa-help.no', section: '40 00 00 00' },
    ].map(x_source => [`a source that reads ${JSON.stringify(x_source)}`, { x_source }]),
  ),
  'a button that calls the police': { phones: [{ number: '+4733000001', description: 'Ring politiet' }] },
  'a name with a short number that it does not dial': { name: 'Legevakt 116 117' },
  'a name with a short number of the police': { name: 'VO-linjen 116 006, 24/7' },
  'a name with a short number in words': { name: 'Legevakt en en seks en en sju' },
  'another name with a short number, for some readers': {
    x_translations: { en: { alternate_name: 'Casualty clinic 116117' } },
  },
  'a button with a short number that another one dials': {
    phones: [{ number: '+4733000001', description: 'Sentralbord 02800' }, { number: '02800' }],
  },
  'a button with the emergency number of films': { phones: [{ number: '+4733000001', description: '911' }] },
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
  '112 in letters that look like it': { phones: [{ number: '1l2' }] },
  '112 with the calling code and gaps': { phones: [{ number: '+47 1 1 2' }] },
  '112 with a zero and gaps': { phones: [{ number: '0 1 1 2' }] },
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
  'a text by which 112 is another number, for some readers': {
    x_translations: { en: { description: '112 is closed, call 40000000' } },
  },
  'a text by which an emergency number is another one': {
    description: 'N\u00f8dnummeret er n\u00e5 400 00 000.',
  },
  'a text with 112 and another in one row': { description: 'Ring 112 40 00 00 00' },
  'a text with the number of the helpline and another in one row': { description: `${rosa.digits} 40000000` },
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

    for (const name of ['Nummeret over er stengt', 'The number above is closed', 'NAV: 33 00 00 09'])
      test(`${way}: an organisation by the name ${name}`, async () => {
        const { organizations } = own(await shownBy([], [{ ...organization, name }]));
        assert.deepEqual(organizations, []);
      });

    test(`${way}: an organisation that says that it is the helpline, with another number`, async () => {
      const description = 'Dette er ROSA, nytt nummer 40 00 00 00';
      const { organizations } = own(await shownBy([service], [{ ...organization, description }]));
      assert.deepEqual(organizations, []);
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
    const { services } = readOverlay(
      JSON.stringify({ services: [changed({ x_needs: [id] })], organizations: [organization] }),
      national,
    );
    assert.equal(services.length, id === 'emergency' ? 0 : 1, id);
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

test('texts and addresses that send nobody elsewhere stay', () => {
  for (const fields of [
    { description: 'Ved fare ring 112. Vi har \u00e5pent 20.00-08.00, fra 2026-11-20, i rom 12.' },
    { description: 'Ring oss p\u00e5 911 12 112 eller 33 00 00 01.' },
    { description: `ROSA kan ogs\u00e5 hjelpe: ${rosa.shown}.` },
    { description: 'Vi samarbeider med ROSA. Ring oss p\u00e5 33 00 00 01.' },
    { description: 'Ved fare ring 112. Ellers ring oss p\u00e5 33 00 00 01.' },
    { description: 'Siden 2019-2026 har Rosalinds hus hjulpet 1 000 personer. Ring 33 00 00 01.' },
    { url: 'https://rosalind.example/rosa', email: 'post@eksempelvik.example' },
    { url: 'http://www.rosa-help.no/om' },
    { url: 'https://eksempelvik.example/2026/11/krisesenter-33000001.html' },
    { description: 'Vi samarbeider med ROSA. Ring oss p\u00e5 40 00 00 00.' },
    { description: 'N\u00e5r vi er stengt, ring ROSA. Vi har nytt nummer: 33 00 00 01.' },
    { description: 'Ring ROSA n\u00e5r kontoret er stengt. ROSA er aldri stengt.' },
    { description: 'Ved fare ikke ring oss, ring 112. Ikke n\u00f8l, ring 112!' },
    { description: 'Ring 112 i stedet for oss. Call ROSA if we are closed.' },
    { description: 'Ved fare ring 112 eller 02800.' },
    { alert: `Trenger du hjelp? Ring ROSA p\u00e5 ${rosa.shown}.` },
    { alert: 'Ved fare ring 112. Kontoret er stengt i juli.' },
    { description: 'Ring 113, legevakt 116 117. To ganger i uka er vi p\u00e5 33 00 00 01.' },
    { description: `Politi 112 / 02800, ROSA: ${rosa.shown} (24/7), lege 116 117!` },
    { description: 'N\u00f8dnummer: 110, 112, 113. I Moss: 33 00 00 01' },
    { description: 'ROSA har \u00e5pent 08.00\u201315.30, og fra 20.11.2026 til 24:00. Siden 2019/2026.' },
    { x_source: { document: 'Kommunen', section: '\u00a7 112, sist endret 20.11.2026' } },
    { x_source: { document: 'eksempelvik.example', section: 'Ring 33 00 00 01' } },
    { description: 'Vi samarbeider med ROSA.', application_process: 'Ring oss p\u00e5 40 00 00 00.' },
    {
      description: 'Ved fare ring 112.',
      application_process: 'Ring oss p\u00e5 33 00 00 01. Stengt i juli.',
    },
    { phones: [{ number: '+4733000001', description: 'Nummeret over gjelder hverdager' }] },
    { phones: [{ number: '+4733000001', description: 'Vakt 33 00 00 01, kl. 08.00\u201315.30' }] },
    { description: `ROSA: +47 ${rosa.shown}. ROSA: (+47) ${rosa.shown}. ROSA: 0047 ${rosa.shown}.` },
    { description: `ROSA 24/7 ${rosa.shown}. ROSA ${rosa.shown} 24 timer. 1. ROSA: ${rosa.shown}. 2. Vent.` },
    { description: 'Slå #31# foran nummeret. Vi er #1. #112 #ROSA' },
    { phones: [{ number: '+4755553333', description: 'NAV' }] },
    {
      name: 'NAV Larvik',
      phones: [{ number: '+4733000001', description: 'NAV' }, { number: 'NAV 33 00 00 09' }],
    },
    { phones: [{ number: '+4733000001', description: 'Krisetelefon' }] },
    { name: 'Akuttpsykiatrisk poliklinikk, Tønsberg' },
    { name: 'Akutt ortopedisk poliklinikk' },
    { description: 'Ring politiet i Larvik på 33 00 00 00. Politisk uenig? 33 00 00 01' },
    { description: 'Er du i fare for å miste boligen, ring 33 00 00 01. 999 kvinner har fått hjelp.' },
    {
      description:
        'Ved akutt behov ring 33 00 00 01. Nødhjelp: ring 55 55 33 33. Ved fare ring oss på 33 00 00 01',
    },
    { description: 'Legevakt 116 117, ambulanse 113, brann 110, politi 112' },
    under('Vi samarbeider med ROSA.', 'Ring nå'),
    under('ROSA hjelper ofre for menneskehandel.', 'Vakttelefon'),
    under('ROSA hjelper ofre for menneskehandel.', 'Ring oss'),
    under(`ROSA hjelper ofre: ${rosa.shown}.`, 'Ring nå'),
    under('Vi hjelper alle.', 'Ring dem her'),
    { description: 'Ring 112 ved fare, ellers bruk knappen under. Knappen under er ikke ROSA.' },
    { description: 'Ring ROSA på nummeret under. Ha på telefonen under samtalen med ROSA.' },
    { description: 'Krisesenter: 33 00 00 01, politi: 112, legevakt: 116 117. Vi svarer.' },
    { description: 'Døgnvakt: 33 00 00 01\nNødnummer politi: 112' },
    { description: 'Vakttelefon 33 00 00 01 – nødnummer 112' },
    { description: 'The hotline on this page is open day and night.' },
    { description: 'Ring 33 00 00 01, eller 112 hvis det er akutt.' },
    { description: 'Du kan ringe oss på +47 33 00 00 01 eller ringe politiet på 112. Vi svarer alle.' },
    { description: 'Krisesenter: +47 33 00 00 01, politi: 112' },
    { x_translations: { en: { description: 'Call 33 00 00 01, or call 112 if you are in danger.' } } },
    { x_translations: { pl: { description: 'Zadzwoń pod 33 00 00 01 lub 112, jeśli to pilne.' } } },
    { x_translations: { ru: { description: 'Звоните 33 00 00 01 или 112, если это срочно.' } } },
    {
      x_translations: { en: { description: 'Call 112 in an emergency; otherwise call us on 33 00 00 01.' } },
    },
    { description: 'Vi holder til i det rosa huset. Følg den rosa stripen. Telefon: 33 00 00 01.' },
    { service_areas: [{ name: 'Bydel 12, 0155 Oslo' }] },
  ]) {
    const { errors } = readOverlay(
      JSON.stringify({ services: [changed(fields)], organizations: [organization] }),
      national,
    );
    assert.deepEqual(errors, [], JSON.stringify(fields));
  }
});

describe('a page may say in any language when it is closed, and whom to call then', () => {
  for (const description of [
    'In danger call 112. We are closed at weekends.',
    `Our office has moved to Moss. Call ROSA on ${rosa.shown} for help.`,
    'If you cannot reach us, call ROSA. Do not use your own phone to call ROSA.',
    'The shelter is closed in July; ROSA answers day and night.',
    'Ved fare ring 112. Vi har stengt i helgene. Ikke nøl med å ringe ROSA.',
    `Kontoret vårt har flyttet til Moss. Ring ROSA på ${rosa.shown} for hjelp.`,
    'Krisesenteret er stengt i juli; ROSA svarer hele døgnet.',
    'Du trenger ikke snakke med politiet for å få hjelp av ROSA.',
    'Samtaler med ROSA blir ikke avlyttet. ROSA kan hjelpe deg med ny telefon.',
    `Nasze biuro przeniosło się do Moss. Zadzwoń do ROSA: ${rosa.shown}.`,
    'Schronisko jest zamknięte w lipcu; ROSA odbiera dzień i noc.',
    'O świcie łąki są pełne rosy. Telefon: 33 00 00 01.',
    'Dacă nu ne puteți contacta, sunați la ROSA. În weekend suntem închiși.',
    'Jei negalite su mumis susisiekti, skambinkite ROSA. Savaitgaliais nedirbame.',
    'Ако не можете да се свържете с нас, обадете се на ROSA.',
    'Притулок у липні зачинений; ROSA відповідає цілодобово.',
    'При опасности звоните 112, не звоните нам. По выходным мы закрыты.',
    'No hable con su empleador antes de llamar a ROSA. No dude en llamar a ROSA.',
    'في حالة الخطر اتصل بـ 112. نحن مغلقون في عطلة نهاية الأسبوع.',
    `انتقل مكتبنا إلى Moss. اتصل بـ ROSA على ${rosa.shown}.`,
    'إذا لم يعد بإمكانك البقاء، فاتصل بـ ROSA.',
    'Nếu không liên lạc được với chúng tôi, hãy gọi ROSA. Đừng ngần ngại gọi ROSA.',
    'หากมีอันตราย โทร 112 เราปิดในวันหยุดสุดสัปดาห์',
    'ROSA เปิดตลอด 24 ชั่วโมง อย่าลังเลที่จะโทรหา ROSA',
    'Ne parlez pas à votre employeur avant d\u2019appeler ROSA.',
    'ROSA aide les personnes qui travaillent dans une ferme.',
    'Se não conseguir falar connosco, ligue para a ROSA. Fechamos aos domingos.',
    'Nëse nuk na gjeni dot, telefononi ROSA. Zyra jonë është zhvendosur në Moss.',
    'Sarado ang tirahan sa Hulyo; sumasagot ang ROSA araw at gabi.',
    '112 wac, noo ha wicin. Xafiiskayagu wuu guuray Moss.',
    'ኣብ ሓደጋ ናብ 112 ደውሉ። ቀዳመ ሰንበት ዕጹዋት ኢና።',
    'ምስ ROSA ምዝራብ ሓደጋ የለን። ቤት ጽሕፈትና ናብ Moss ግዒዙ።',
    'ROSA pomoże Ci, gdy nasz telefon nie odpowiada.',
    'Когда наш телефон не отвечает, звоните ROSA.',
    'Когато нашият телефон не отговаря, обадете се на ROSA.',
    'Kai mūsų telefonas neatsako, skambinkite ROSA.',
    'Când telefonul nostru nu răspunde, sunați la ROSA.',
    'Cuando nuestro teléfono no responde, llame a ROSA.',
    'عندما لا يرد هاتفنا، اتصل بـ ROSA.',
    'المكتب مغلق يوم الأحد. تجيب ROSA ليلا ونهارا.',
    'Khi điện thoại của chúng tôi không trả lời, hãy gọi ROSA.',
    'เมื่อเราไม่รับสาย โทรหา ROSA',
    'Kapag hindi sumasagot ang telepono namin, tumawag sa ROSA.',
    'Marka taleefankayagu ma jawaabo, wac ROSA.',
    'ስልክና ኣይምልስን። ናብ ROSA ደውሉ።',
    'Urgences dentaires: 33 00 00 01',
    'N\u00e5r kontoret er stengt, svarer den nasjonale hjelpetelefonen.',
    'Den nasjonale hjelpetelefonen svarer n\u00e5r vi har stengt. Kontoret er stengt i helgen.',
    'Den nasjonale hjelpetelefonen for spillavhengige har nummer 33 00 00 01.',
    'The national helpline answers when we are closed. Our office is closed at weekends.',
    'Den nationella hj\u00e4lplinjen svarar n\u00e4r vi har st\u00e4ngt. V\u00e5rt kontor \u00e4r st\u00e4ngt p\u00e5 helgen.',
    'Rosa Parks senter er stengt i helgen. Ring 33 00 00 01.',
    'Rosa Parks senter: 33 00 00 01',
    '\u064a\u062a\u0635\u0644 \u0631\u0624\u0633\u0627\u0621 \u0627\u0644\u0628\u0644\u062f\u064a\u0627\u062a \u0639\u0644\u0649 33 00 00 01',
    '\u0627\u0644\u0631\u0624\u0633\u0627\u0621 33000001',
    '\u0e42\u0e17\u0e23\u0e2b\u0e32\u0e40\u0e23\u0e32 \u0e2b\u0e23\u0e37\u0e2d 112',
    'Haster det ikke, ring 02800.',
    'Ring 112 hvis det haster, ikke vent.',
    'Dette er ikke et nødnummer.',
    'Vi er ikke ROSA.',
    'Ring 112. Stengt på søndager.',
    'Ring 112. Vi er stengt.',
    'Zadzwoń 112. Jesteśmy zamknięte.',
    'Nummeret over gjelder hverdager.',
    'Det nasjonale nummeret er alltid åpent.',
    'Ring ROSA, så hjelper de deg.',
    `Her er nummeret til ROSA: ${rosa.shown}. Vi og ROSA samarbeider.`,
    'نحن وروزا نتعاون',
    'I nødstilfelle ring vår vakttelefon 40 00 00 00.',
    'Politiet i Larvik: 40 00 00 00',
    'Ved fare: ring 112. Legevakt: 33 00 00 01',
    'Vakttelefon: 33 00 00 01. Akutt overnatting: 33 00 00 00',
    'Cuando nuestros teléfonos no funcionan, llame a ROSA.',
    'Det er ikke farlig å ringe ROSA. Det koster ikke å ringe ROSA.',
    'Hvis det er farlig å ringe, chat med ROSA.',
    'If it is not safe to call, text 112. When nobody answers, ROSA helps.',
    'Ring ROSA dersom du blir arrestert. ROSA hjelper også deg som blir utvist.',
    'Er du redd for å bli deportert, ring ROSA.',
    'Call 112 if your boss gets arrested, and say what is wrong.',
    'ROSA помогает тем, кто в ловушке.',
    'We are not the emergency number. In danger call 112.',
    'To nie jest numer alarmowy.',
    'Это не экстренный номер.',
    'Ce n\u2019est pas un numéro d\u2019urgence.',
    'Đây không phải là số khẩn cấp.',
    'ROSA melder ikke fra til politiet.',
    'ROSA does not report to the police.',
    'ROSA nie zgłasza na policję.',
    'ROSA не сообщает в полицию.',
    'Kommunen samarbeider med ROSA. Krisesenteret svarer på 33 00 00 01.',
    'Vi kjenner ROSA. Ellers ring 33 00 00 01.',
    'Work with ROSA is easy. Our office: 33 00 00 01',
    'Ring 112 hvis det er farlig. Er det farlig, ring 113.',
    'Call 112 in dangerous situations.',
    'Gọi 112 báo cảnh sát.',
    'ติดต่อ ROSA หรือแจ้งตำรวจ',
    'โทร 112 เมื่อมีอันตราย ข้อมูลจะถูกปกปิด',
    'ROSA ช่วยเรื่องค่าตอบแทน',
    'ROSA เปิดทุกวัน สัปดาห์ละ 7 วัน',
    'اتصل بـ 112 في حالة خطيرة',
    'وروزا تساعد دائما',
    'Koster det noe å ringe ROSA? Nei.',
    'Melder ROSA fra til politiet? Aldri.',
    'We never call the police without your consent.',
    'Ikke ring politiet fra jobbens telefon.',
    'Ikke gå til politiet alene, vi kan følge deg.',
    'Ikke snakk med politiet uten advokat.',
    'Det er ikke ulovlig å ringe 112.',
    'No es ilegal llamar al 112.',
    'Не запрещено звонить 112.',
    'Nu este interzis să sunați la 112.',
    'Ring 112. Nummeret er gratis.',
    'Ring nødnumrene når vi er stengt.',
    'Alle andre numre på denne siden er gratis.',
    'Hvis pengene går til bakmennene, kan ROSA hjelpe.',
    'To avoid danger call 112.',
    'For å unngå fare, ring 112.',
    'Para evitar peligros llame al 112.',
  ])
    test(description, () => {
      const { errors } = readOverlay(
        JSON.stringify({ services: [changed({ description })], organizations: [organization] }),
        national,
      );
      assert.deepEqual(errors, []);
    });
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
    const { errors } = readOverlay(
      JSON.stringify({ services: [changed({ phones: [{ number }] })], organizations: [organization] }),
      national,
    );
    assert.deepEqual(errors, [], number);
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
    const { errors } = readOverlay(
      JSON.stringify({ services: [changed(fields), house], organizations: [organization] }),
      national,
    );
    assert.deepEqual(
      errors.map(({ pointer }) => pointer),
      pointers,
    );
  }
});

describe('a safe house may not tell its street with a number', () => {
  const leadsThere = (description: string) => {
    const house = changed({ x_safe_house: true, phones: undefined, description });
    return readOverlay(JSON.stringify({ services: [house], organizations: [organization] }), national).errors
      .length;
  };
  for (const text of [
    'grensen 5',
    'gr\u00f8nland 12',
    'huset ligger i torvet 3, moss',
    'adresse: pilestredet park 7',
    'parkv. 5',
    'Grensen (5)',
    'Grensen: 5',
    'Grensen - 5',
    'Grensen \u2013 5',
    'Grensen\u00a05',
    'GRENSEN 5',
    'Grensen 5. etasje',
    'Grensen 24',
    'Grensen5',
    '5 Grensen',
    'Vi er i 5 Grensen',
    '12B Grensen',
    'Grensen 5 rom',
    'Grensen 5, 3 rom',
    'Grensen 5-7 personer',
    'Grensen femten',
    'Grensen femten i Moss',
    'Grensen nummer fem',
    'gnr 45 bnr 12',
    '0\ufe0f\u20e3 1\ufe0f\u20e3 5\ufe0f\u20e3 5\ufe0f\u20e3 Oslo',
    'Instagram: krisesenteret',
    'Vi heter krisesenteret_moss',
    'Huset ligger i Åsveien',
    'Huset ligger i Bøgata',
    'Ved Strandkaien i byen',
    'Vi er på Youngstorget',
    'Ullevålsvn ved parken',
    'krisesenter . no',
    'Skriv til t.me/trygthus',
    'M\u00f8t oss p\u00e5 x.com/trygthus',
    'm.me/trygthus',
    'trygthus\u3002no',
    'Finn oss: snapchat trygthus',
    'Vi bor i ul. D\u0142uga',
    '\u041c\u044b \u043d\u0430\u0445\u043e\u0434\u0438\u043c\u0441\u044f: \u0443\u043b\u0438\u0446\u0430 \u041b\u0435\u043d\u0438\u043d\u0430',
    'KIRKEVEIEN',
    'kirkeveien',
    'Kirke\u00adveien',
    'Kir\u200bke\u2060veien',
    'Huset ved Kirkeveiens ende',
    'Karl Johans Gate',
    'Vi er i Skolevn.',
    'Ved Nedre Storgate',
    'GRENSEN FEMTEN',
    'Huset er i storgaten',
    'Kirkeveg',
    'SKOLEGT',
    'Rue de la Paix',
    'Nous sommes rue de l\u2019\u00c9glise',
    '\u0634\u0627\u0631\u0639 \u0627\u0644\u0646\u0648\u0631',
    // With a label for an address, with a bus stop, or near a well-known place.
    'Besøksadresse: Solbakken, Hamar',
    'Adresse: Skogheim, Moss',
    'adresse: skogheim, moss',
    'Adressen vår er Skogheim',
    'Besøksadresse Skogheim',
    'Adressen til huset: Skogheim',
    'Gul villa rett over gata for biblioteket',
    'Huset ligger ved siden av kirka på Nanset',
    'Huset ligger bak Kiwi på Torstrand',
    'Leiligheten over apoteket',
    'Nærmeste holdeplass er Løren',
    'T-banestasjon: Helsfyr',
    'Ta buss til Stathelle og gå av ved skolen',
    'Skogheim borettslag, oppgang B',
    'Borettslaget Skogheim',
    'Adresse i kart: Fokserød gård',
    'Google Maps: Tryggehuset',
    'Se kart på Google',
    'Søk oss opp på Facebook',
    'Du finner oss her: tryggehus på Instagram.',
    'gårdsnummer førtien',
    'Address: Skogheim, Moss',
    'The address is Skogheim in Moss',
    'A yellow house opposite the library',
    'Next to the old church in Moss',
    'Nearest bus stop: Sletta',
    'Get off at Sletta',
    'Find us on Facebook',
    'Adres: Skogheim, Moss',
    'Dom naprzeciwko biblioteki',
    'Adresa: Skogheim, Moss',
    'Casa de lângă biserică',
    'Adresas: Skogheim',
    'Namas šalia bažnyčios',
    'Адрес: Скугхейм, Мосс',
    'Къщата е срещу църквата',
    'Адреса: Скугхейм',
    'Будинок навпроти бібліотеки',
    'Дом напротив библиотеки',
    'Dirección: Skogheim, Moss',
    'La casa está frente a la iglesia',
    'العنوان: سكوغهايم، موس',
    'البيت مقابل المكتبة',
    'Địa chỉ: Skogheim',
    'Ngôi nhà đối diện thư viện',
    'ที่อยู่: สกูกเฮม มอสส์',
    'บ้านตรงข้ามห้องสมุด',
    'La maison est en face de l’église',
    'Endereço: Skogheim',
    'A casa fica ao lado da igreja',
    'Adresa: Skogheim',
    'Shtëpia përballë bibliotekës',
    'Nasa tapat ng simbahan ang bahay',
    'Cinwaanka: Skogheim',
    'Guriga ku xiga masaajidka',
    'ኣድራሻ: ስኩግሃይም',
    'ኣብ ጎድኒ ቤተ ክርስቲያን',
    // Only a name.
    'Huset er på Skolebakken',
    'Rådhusplassen',
    'RÅDHUSPLASSEN',
    'Damsgårdsallmenningen',
    'Vi bor i Skolekroken',
    'Revefaret',
    'Elgtråkket',
    'Granstubben',
    'Blomsterringen',
    'Nedre Rælingslia',
    'Øvre Bekkelia',
    'Prestegårdsjordet',
    'Ved Stortorvet',
    'ถนนสุขุมวิท',
    'เราอยู่ถนนสุขุมวิท',
    'Laisvės gatvė',
    'Mes esame Laisvės gatvėje',
    'Rruga e Durrësit',
    'Тверская улица',
    'Skogheim, i 5. etasje',
    'Skogheim XII',
    'Skogheim ⅴ',
    'Skogheim tolv B',
    // With the number in words, in each language, and in lower case.
    'storgata 5',
    'fjellbakken 22',
    'storgata fem',
    'fjellbakken tjueto',
    'fjellbakken nummer toogtyve',
    'Fjellbakken tjueto',
    'Fjellbakken toogtyve i Moss',
    'Fjellbakken tjue to',
    'Fjellbakken f\u00f8rtifire',
    'Grensen twenty-two',
    'calle Mayor treinta y dos',
    'calle mayor treinta y dos',
    'Estamos en la calle mayor veintid\u00f3s, Moss',
    'Mayor treinta y dos',
    'ulica D\u0142uga trzydzie\u015bci dwa',
    'ulica d\u0142uga trzydzie\u015bci dwa',
    'D\u0142uga dwadzie\u015bcia pi\u0119\u0107',
    'strada lung\u0103 dou\u0103zeci \u0219i trei',
    'Lipscani treizeci',
    'ilgoji gatv\u0117 dvide\u0161imt trys',
    '\u0443\u043b. \u0434\u043b\u0438\u043d\u043d\u0430\u044f \u0442\u0440\u0438\u0434\u0446\u0430\u0442\u044c \u0434\u0432\u0430',
    '\u0414\u043b\u0438\u043d\u043d\u0430\u044f \u0442\u0440\u0438\u0434\u0446\u0430\u0442\u044c \u0434\u0432\u0430',
    '\u0432\u0443\u043b\u0438\u0446\u044f \u0434\u043e\u0432\u0433\u0430 \u0442\u0440\u0438\u0434\u0446\u044f\u0442\u044c \u0434\u0432\u0430',
    '\u0443\u043b. \u0434\u044a\u043b\u0433\u0430 \u0434\u0432\u0430\u0434\u0435\u0441\u0435\u0442 \u0438 \u0434\u0432\u0435',
    'rue longue vingt-deux',
    'rua longa trinta e dois',
    'rruga e gjat\u00eb nj\u00ebzet e dy',
    'kalye mahaba dalawampu at dalawa',
    'waddada dheer labaatan iyo laba',
    '\u0111\u01b0\u1eddng d\u00e0i hai m\u01b0\u01a1i hai',
  ])
    test(text, () => assert.equal(leadsThere(text), 1));

  for (const text of [
    '\u00c5pent 08-16',
    '\u00c5pent kl. 08:00\u201315:30. Vi svarer 08.00-16.00 p\u00e5 hverdager.',
    'man-fre 9-15, og onsdager til kl. 20',
    'For kvinner over 18 \u00e5r',
    'Kvinner 18-25 \u00e5r. Aldersgrense: 18.',
    'For jenter mellom 13 og 18 som ikke kan bo hjemme.',
    'Plass til ti kvinner',
    'Veien hit er trygg. Navn trengs ikke. Arbeidsplassen din får ikke vite det.',
    'Opptil 8 kvinner med barn, 3 soverom',
    '3 m\u00e5neder',
    'Opphold varer 6 m\u00e5neder, med 24-timers vakt. 1 av 3 blir lenger.',
    'Tilbud fra 1. januar. Kapittel 4. Mer enn 30 krisesentre.',
    'Dette gjelder: 1. Du er over 18. 2. Du vil ha hjelp. Stengt uke 28-31.',
    'Vi er på vei. På vei hit? Veien videre er din, hele veien. Ta en omvei, gjerne omveien.',
    'Hele veien hjelper vi deg underveis. Underveis får du veiledning.',
    'Både arbeidsveien og skoleveien er trygg. Mange er på gaten. Om livsveien videre.',
    'DU KAN VÆRE PÅ VEI TIL ET NYTT LIV. VI HAR PLASS TIL FEMTEN.',
    'Navnet ditt. Jevn hjelp. Nevn det. Valgt. Forfulgt, innlagt, utvalgt. Trygt.',
    'Investigate. Navigate. Hos delegaten fra Moss.',
    'Startet i 2009. Siden 1998 har vi hjulpet. Egenandel 0 kr.',
    'Ikke bruk Facebook eller Snapchat her.',
    'Sl\u00e5 av Snapchat n\u00e5r du er her. Vi samarbeider med La Strada Norge.',
    'Pomagamy kobietom z ulicy. Mujeres en la calle. Ayudamos. Dans la rue. Nous aidons.',
    '\u0110\u01b0\u1eddng d\u00e2y tr\u1ee3 gi\u00fap ROSA s\u1ebd h\u1ecfi.',
    'For women aged 18 and over. You can stay for 3 to 6 months. Open 9am-5pm daily.',
    'N\u00ebse ti je ktu, \u00ebsht\u00eb mir\u00eb. Do 12 miesi\u0119cy. 18 tu\u1ed5i. \u0e2d\u0e32\u0e22\u0e38 18 \u0e1b\u0e35',
    '\u0414\u043e 12 \u043c\u0435\u0441\u044f\u0446\u0435\u0432. \u0645\u0646 13 \u0625\u0644\u0649 18 \u0633\u0646\u0629',
    'Vivimos en la calle durante treinta y dos a\u00f1os. Para mujeres de la calle: treinta camas.',
    '\u0e42\u0e17\u0e23\u0e2b\u0e32\u0e40\u0e23\u0e32 \u0e2b\u0e23\u0e37\u0e2d 112',
    'Somos treinta y dos. Tenemos veinte camas. Mujeres de quince a\u00f1os.',
    'Mieszka tu dwadzie\u015bcia kobiet. Dla kobiet z ulicy mamy dwadzie\u015bcia dwa \u0142\u00f3\u017cka.',
    'Zostan\u0105 dziesi\u0119\u0107 dni.',
    'Nous avons vingt-deux places. Elles sont dans la rue depuis vingt ans.',
    'Temos vinte e duas camas. Na rua h\u00e1 vinte anos.',
    'Vi har tjueto plasser, og femogtyve kvinner kan bo her. For dem over tjue. Oppholdet varer tjueto uker.',
    '\u0423 \u043d\u0430\u0441 \u0434\u0432\u0430\u0434\u0446\u0430\u0442\u044c \u0434\u0432\u0430 \u043c\u0435\u0441\u0442\u0430. \u0416\u0435\u043d\u0449\u0438\u043d\u044b \u0436\u0438\u0432\u0443\u0442 \u043d\u0430 \u0443\u043b\u0438\u0446\u0435 \u0434\u0432\u0430\u0434\u0446\u0430\u0442\u044c \u043b\u0435\u0442.',
    'C\u00f3 hai m\u01b0\u01a1i ph\u00f2ng. \u0110\u01b0\u1eddng d\u00e2y tr\u1ee3 gi\u00fap s\u1ebd h\u1ecfi trong hai m\u01b0\u01a1i ph\u00fat.',
    'Veien er lang. P\u00e5 arbeidsplassen tre dager. Lia er en av dem.',
    'Adressen er hemmelig. Adresse: hemmelig. Vi oppgir ikke adressen.',
    'Adresse: oppgis ikke. Adressen får du når du ringer. Adresse: Ring oss, så henter vi deg.',
    'Sperret adresse: vi hjelper deg å søke. Du kan få adressesperre.',
    'Arbeidsplassen din får ikke vite det. Oppholdsplassen er gratis. Plassen til deg står klar.',
    'Botilbudsplassen koster ingenting. Barnehageplassen ordner vi. Krisesenterplassen er din.',
    'Møteplassen er stua. Lekeplassen er inngjerdet. Praksisplassen finner vi sammen.',
    'Hjemmet er ditt så lenge du trenger det. Ringen av hjelpere er liten.',
    'Oppfølgingen varer. Registreringen er frivillig. Vurderingen gjør vi sammen. Erfaringen din teller.',
    'Endringen er stor. Mestringen kommer. Høringen er over. Sperringen på telefonen fjernes.',
    'Integreringen går sakte. Finansieringen er statlig. Skjermingen er god. Sikringen er ny.',
    'Kosekroken er for alle. Lekekroken er for barna. Akebakken er bak huset.',
    'Kvinner fra Somalia, Italia, Australia og Mongolia. Julia og Natalia er her. Familia es todo.',
    'Vi henter deg på togstasjonen. Politistasjonen i Larvik kan hjelpe. Helsestasjon: barna får hjelp.',
    'Huset ligger nær skole, barnehage og butikk. Barna går på skolen i nærheten.',
    'Vi har taushetsplikt overfor skolen, barnehagen og sykehuset. Du får følge til sykehuset.',
    'Du bor vegg i vegg med andre kvinner. Ved siden av norskkurs får du hjelp av NAV.',
    'Ikke legg ut bilder på Facebook eller Instagram. Ingen bilder på Facebook. Aldri på Snapchat.',
    'Vi bruker Google Translate. Slå av posisjonen på telefonen din.',
    'Rommet ditt er i 2. etasje. Huset har 3 etasjer. Det er et borettslag.',
    'Bak oss står kommunen og kirken. Over tid får du det bedre. Kontoret er åpent for alle.',
    'Trygghetsalarmen er på rommet. Behandlingsplassen er gratis. Avlastningsplassen også.',
    'Vi samarbeider med Nordre Follo, Vestre Slidre og Øvre Eiker kommuner.',
    'Fase II varer lenger. Vi hjelper. VI HAR PLASS. X og Y er navn vi bruker i stedet for ditt.',
    'The address is secret. Address: confidential. We never give the address. We address trauma.',
    'We sit next to you at the hospital. Behind every door is a room. Next to you, day and night.',
    'Adres jest tajny. Adres: poufny. Adresa este secretă. Adresas slaptas. Адресът е таен.',
    'Адреса таємна. Адрес: секретный. Dirección: secreta. La dirección es confidencial.',
    'العنوان سري. العنوان: سري. Địa chỉ được giữ bí mật. Địa chỉ: bí mật. ที่อยู่: เป็นความลับ',
    'Adresse: confidentielle. L’adresse est secrète. Endereço: secreto. Adresa është e fshehtë.',
    'Address: lihim. Cinwaanku waa sir. Cinwaanka: sir. ኣድራሻ: ምስጢር',
    'ผู้หญิงที่อยู่ข้างถนนในออสโล นอนบนถนน และถนนที่อันตราย',
    'На улице холодно. Женщины с улицы. Мы рядом с вами. Поруч з вами. Stojimy obok ciebie.',
    'Gatvėje gyvenusios moterys. Rruga e gjatë. Në rrugë. Sa gilid ng kalsada.',
  ])
    test(`but may say: ${text}`, () => assert.equal(leadsThere(text), 0));
});

test('a safe house may have a number in its id', () => {
  for (const id of ['huset-12', 'house-15', 'laura-2', 'boligen-12', 'for-women-18', 'trygt-hus-2']) {
    const house = changed({ x_safe_house: true, phones: undefined, id });
    const text = JSON.stringify({ services: [house], organizations: [organization] });
    assert.deepEqual(readOverlay(text, national).errors, []);
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
  const { errors } = readOverlay(
    JSON.stringify({ services: [house], organizations: [organization] }),
    national,
  );
  assert.deepEqual(errors, []);
});

describe('names that a page may use', () => {
  for (const name of [
    'Rosa Parks senter',
    'Rosa Parks Center',
    'Rosa Parks-senteret i Moss',
    'Centrum Rosa Parks',
    '\u0645\u062c\u0644\u0633 \u0631\u0624\u0633\u0627\u0621 \u0627\u0644\u0628\u0644\u062f\u064a\u0627\u062a',
    'Krisesenteret i Larvik',
    'Politiets barnehus Oslo',
    'NAV Larvik',
    'Caritas Bergen',
    'Caritas ressurssenter Bergen',
    'Politiet i Eksempelvik',
    'Frelsesarmeen, Larvik korps',
    'Kirkens Bymisjon Drammen',
    'Barnevernvakta i Larvik',
    'Rosalinds hus',
    'Rosenborg helsestasjon',
    'Rosahaugen bofellesskap',
    'Alarmtelefonen for barn og unge',
    'Krisesenteret i Bergen',
    'Bergen hjelpetelefon',
    'Hjelpetelefonen i Bergen',
    'Hjelpetelefon for p\u00e5r\u00f8rende',
    'Krisesenteret i Drammen',
    'Rosenborg helsestasjon og jordmor',
    'Politih\u00f8gskolens studentsamskipnad',
    'Telemark senter mot menneskehandel',
    'Tiltak mot menneskehandel, Ringerike',
    'Hjelp til ofre for menneskehandel, Bergen',
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
    'Bergen legevakt',
    'Akuttmottaket i Bergen',
    'Politiet i Larvik (n\u00e5r det ikke haster)',
    'Politiet i \u00c5s',
    'Politiet Larvik',
    'Politiet Alta',
    'Politiet Alver',
    'Politiet i H\u00e5',
    'Politiet i Os',
    'Lie bofellesskap',
    'Kontoret i 12. etasje',
    'M\u00f8teplassen i 10. etasje',
    'Avdeling II, 2. etasje',
    'La Strada Bergen',
    'Statens barnehus Oslo',
    'Emma \u042f',
    'Barnevernvakten i Moss',
    'Krisesenteret i Follo',
    'NAV Moss',
    'Frivilligsentralen',
    'Helsesykepleier',
    'Rosenborg bydel',
    'Naustet',
    'Urgent care at Moss hospital',
    'Akutt overgrep: overgrepsmottaket i Moss',
    'Politikontakten i kommunen',
    'Politiet i Larvik, telefon',
    'Ring oss',
    'Kontakttelefon',
    'D\u00f8gntelefon',
    'Telefon 2, etter klokka 15',
    'Fareksen barnehage',
    'Roseprosjektet',
    'Rozaliahuset',
    'N\u00e5r det haster',
    'Avdeling II, 2. etasje, rom O1',
    'Servicetorget',
    'Nummer to barnehage',
    'Telefon zaufania Bergen',
    'Brannvesenets fritidsklubb',
    'Tjue, tretti og elleve',
    'M\u00f8te kl. 11 o Moss',
    'Akutteam for psykisk helse',
    'Ambulansetjenesten i Larvik',
    'AMK-elevene i Moss',
    'Politivakta i Larvik',
    'Rom 911',
    'Кризовий центр у Ларвіку',
    'مركز لارفيك',
    'Legevakt og akuttovernatting, Larvik',
    'Emergency dental clinic Larvik',
    'Urgences dentaires Larvik',
    'Hébergement d\u2019urgence Larvik',
    'Alojamiento de emergencia Larvik',
    'Nocleg interwencyjny Larvik',
    'Экстренная стоматология Ларвик',
    'Спешен център Ларвик',
    'عيادة الطوارئ لارفيك',
    'مأوى طوارئ لارفيك',
    'ที่พักฉุกเฉิน Larvik',
    'Chỗ ở khẩn cấp Larvik',
    'Cơ sở cấp cứu Larvik',
    'Hoyga degdegga ah Larvik',
    'ህጹጽ መዕቖቢ ላርቪክ',
    'ህጹጽ ሕክምና ላርቪክ',
    'Pansamantalang tirahan sa emergency, Larvik',
    'Centro Rosales Larvik',
    'خطة ضد الاتجار بالبشر، لارفيك',
    'Centro contra la trata, Larvik',
    'Senter mot moderne slaveri, Larvik',
    'Tips politiet',
    'Øyeblikkelig hjelp',
    'Akutteam',
    'Ambulant akutteam',
    'Akutteamet i Larvik',
    'Akuttelefonen DPS Vestfold',
    'Kirkens SOS',
    'Sosialt arbeid',
    'Politiet og sosialkontoret i Larvik',
    'Sosialvakt',
    'Línea de tratamiento',
    'Nødovernatting',
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

test('what honest services write is shown', () => {
  for (const fields of [
    { description: 'Vi samarbeider med ROSA.' },
    { description: 'Ring ROSA. De svarer hele døgnet.' },
    { description: `Trenger du hjelp? ROSA ${rosa.shown}.` },
    { url: 'https://www.rosa-help.no/', email: 'post@eksempelvik.example' },
    { phones: [{ number: '63889220', description: 'Krisetelefon' }] },
    { phones: [{ number: '63889220', description: 'Døgnåpen krisetelefon' }] },
    { name: 'NAV Larvik – nødhjelp', phones: [{ number: '55 55 33 33', description: 'NAV' }] },
    { name: 'Mental Helse', phones: [{ number: '116123', description: 'Hjelpetelefonen 116 123' }] },
    { name: 'Politiet i Larvik', phones: [{ number: '02800', description: 'Politiet' }] },
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
    { email: 'post (krøllalfa) eksempelvik.example' },
    { phones: [{ number: '☎ 33 00 00 01' }, { number: '33 00 00 01 (kl. 8–15)' }] },
    { x_safe_house: true, phones: undefined, id: 'trygt-hus-2024' },
  ]) {
    const text = JSON.stringify({ services: [changed(fields)], organizations: [organization] });
    assert.deepEqual(readOverlay(text, national).errors, [], JSON.stringify(fields));
  }
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

test('a name and a button may have the short number that they dial, and longer ones', () => {
  for (const fields of [
    { name: 'Legevakten, 116 117', phones: [{ number: '+4733000001' }, { number: '116117' }] },
    { phones: [{ number: '116 117', description: 'Legevakt 116117' }] },
    { name: 'Krisesenteret 22 11 61 17' },
    { alternate_name: 'Vakta 33 00 00 01, siden 2019' },
  ]) {
    const text = JSON.stringify({ services: [changed(fields)], organizations: [organization] });
    assert.deepEqual(readOverlay(text, national).errors, [], JSON.stringify(fields));
  }
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
