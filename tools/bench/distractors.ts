/**
 * A country's worth of services around the bundled ones, made by a seeded generator: the same each time. The municipalities
 * do not exist, and no telephone number of Norway begins with 0.
 *
 * They are what a municipality has beside the help that this library is about, in the words of such pages, many of which
 * people in need type too (help, advice, free, children, work, home, money, doctor, night). None of them is the answer to
 * a query of queries/: no shelter, no police, no permits, no helpline, no journey home.
 */
import type { Directory, Service } from 'havn-widgets/directory';

export type { Directory };

type Language = 'en' | 'nb' | 'pl' | 'uk' | 'ar';

/** Name and description of each kind, with the needs that it has of our list. */
const kinds: readonly (readonly [needs: string[], texts: Record<Language, readonly [string, string]>])[] = [
  [
    ['information'],
    {
      en: [
        'Library',
        'Books, films and newspapers to borrow, and a quiet place to read. Help with computers and free courses.',
      ],
      nb: [
        'Bibliotek',
        'Bøker, filmer og aviser til utlån, og et stille sted å lese. Hjelp med datamaskiner og gratis kurs.',
      ],
      pl: [
        'Biblioteka',
        'Książki, filmy i gazety do wypożyczenia oraz ciche miejsce do czytania. Pomoc przy komputerach i bezpłatne kursy.',
      ],
      uk: [
        'Бібліотека',
        'Книжки, фільми та газети, тихе місце для читання. Допомога з комп’ютерами та безкоштовні курси.',
      ],
      ar: ['مكتبة', 'كتب وأفلام وصحف للإعارة ومكان هادئ للقراءة. مساعدة في استخدام الحاسوب ودورات مجانية.'],
    },
  ],
  [
    [],
    {
      en: [
        'Kindergarten',
        'A place for children from one to five years, with a garden to play in. Parents apply for a place in the spring.',
      ],
      nb: [
        'Barnehage',
        'Plass for barn fra ett til fem år, med en hage å leke i. Foreldre søker om plass om våren.',
      ],
      pl: [
        'Przedszkole',
        'Miejsce dla dzieci od roku do pięciu lat, z ogrodem do zabawy. Rodzice składają wniosek wiosną.',
      ],
      uk: [
        'Дитячий садок',
        'Місце для дітей від одного до п’яти років, із садом для гри. Батьки подають заяву навесні.',
      ],
      ar: ['روضة أطفال', 'مكان للأطفال من سنة إلى خمس سنوات مع حديقة للعب. يقدم الوالدان الطلب في الربيع.'],
    },
  ],
  [
    ['work', 'follow-up'],
    {
      en: [
        'Job club',
        'Help to write applications and to practise for an interview. Employers of the district meet those who look for a job.',
      ],
      nb: [
        'Jobbklubb',
        'Hjelp til å skrive søknader og øve på intervju. Arbeidsgivere i distriktet møter dem som leter etter jobb.',
      ],
      pl: [
        'Klub pracy',
        'Pomoc w pisaniu podań i przygotowaniu do rozmowy. Pracodawcy z okolicy spotykają osoby szukające pracy.',
      ],
      uk: [
        'Клуб пошуку роботи',
        'Допомога з написанням заяв і підготовкою до співбесіди. Роботодавці округу зустрічають тих, хто шукає роботу.',
      ],
      ar: [
        'نادي التوظيف',
        'مساعدة في كتابة الطلبات والتدرب على المقابلة. أصحاب عمل من المنطقة يلتقون بالباحثين عن وظيفة.',
      ],
    },
  ],
  [
    ['money'],
    {
      en: [
        'Debt and household advice',
        'Advice about loans, bills and how to plan the money of a household. Bring your papers to the meeting.',
      ],
      nb: [
        'Gjeldsrådgivning',
        'Råd om lån, regninger og hvordan du planlegger pengene i en husholdning. Ta med papirene til møtet.',
      ],
      pl: [
        'Doradztwo w sprawie długów',
        'Porady dotyczące kredytów, rachunków i domowego budżetu. Przynieś dokumenty na spotkanie.',
      ],
      uk: [
        'Поради щодо боргів',
        'Поради щодо позик, рахунків і сімейного бюджету. Візьміть документи на зустріч.',
      ],
      ar: ['استشارات الديون', 'نصائح بشأن القروض والفواتير وميزانية الأسرة. أحضر أوراقك إلى الموعد.'],
    },
  ],
  [
    ['health'],
    {
      en: [
        'Dental clinic',
        'Dentists for children and young people, and for adults at a lower price. Open in the evening for pain that cannot wait.',
      ],
      nb: [
        'Tannklinikk',
        'Tannleger for barn og unge, og for voksne til lavere pris. Åpent på kvelden for smerter som ikke kan vente.',
      ],
      pl: [
        'Klinika stomatologiczna',
        'Dentyści dla dzieci i młodzieży, a dla dorosłych w niższej cenie. Otwarte wieczorem, gdy ból nie może czekać.',
      ],
      uk: [
        'Стоматологічна клініка',
        'Стоматологи для дітей і молоді, а для дорослих за нижчою ціною. Відчинено ввечері, коли біль не може чекати.',
      ],
      ar: ['عيادة أسنان', 'أطباء أسنان للأطفال والشباب وللكبار بسعر أقل. مفتوحة مساءً للألم الذي لا ينتظر.'],
    },
  ],
  [
    ['health'],
    {
      en: [
        'Care at home for the elderly',
        'A nurse comes to your home with medicine and helps with meals, clothes and washing.',
      ],
      nb: [
        'Hjemmetjenesten',
        'En sykepleier kommer hjem til eldre med medisiner og hjelper med mat, klær og vask.',
      ],
      pl: [
        'Opieka domowa dla seniorów',
        'Pielęgniarka przychodzi do domu z lekami i pomaga przy posiłkach, ubraniu i myciu.',
      ],
      uk: [
        'Догляд удома для літніх людей',
        'Медсестра приходить додому з ліками та допомагає з їжею, одягом і миттям.',
      ],
      ar: [
        'الرعاية المنزلية للمسنين',
        'تأتي ممرضة إلى المنزل مع الدواء وتساعد في الطعام والملابس والاغتسال.',
      ],
    },
  ],
  [
    ['follow-up'],
    {
      en: [
        'Volunteer centre',
        'Meet others over coffee, mend clothes, walk together. Volunteers help newcomers to find friends.',
      ],
      nb: [
        'Frivilligsentral',
        'Møt andre over en kopp kaffe, reparer klær, gå tur sammen. Frivillige hjelper nye innbyggere å finne venner.',
      ],
      pl: [
        'Centrum wolontariatu',
        'Spotkania przy kawie, naprawa ubrań, wspólne spacery. Wolontariusze pomagają nowym mieszkańcom znaleźć przyjaciół.',
      ],
      uk: [
        'Центр волонтерів',
        'Зустрічі за кавою, ремонт одягу, спільні прогулянки. Волонтери допомагають новим мешканцям знайти друзів.',
      ],
      ar: [
        'مركز المتطوعين',
        'لقاءات على فنجان قهوة وإصلاح ملابس ونزهات معًا. يساعد المتطوعون القادمين الجدد على إيجاد أصدقاء.',
      ],
    },
  ],
  [
    ['counselling'],
    {
      en: [
        'Family counselling office',
        'Couples and parents talk with a counsellor about living together, or apart with children in common.',
      ],
      nb: [
        'Familievernkontor',
        'Par og foreldre snakker med en rådgiver om å leve sammen, eller hver for seg med felles barn.',
      ],
      pl: [
        'Poradnia rodzinna',
        'Pary i rodzice rozmawiają z doradcą o wspólnym życiu albo o rozstaniu, gdy mają wspólne dzieci.',
      ],
      uk: [
        'Сімейна консультація',
        'Пари та батьки розмовляють із консультантом про спільне життя або про розлучення, коли є спільні діти.',
      ],
      ar: [
        'مكتب الإرشاد الأسري',
        'يتحدث الأزواج والآباء مع مرشد عن الحياة معًا أو الانفصال مع أطفال مشتركين.',
      ],
    },
  ],
  [
    [],
    {
      en: [
        'Waste and recycling',
        'When bins are emptied, where to bring glass, clothes and old furniture, and what it costs.',
      ],
      nb: [
        'Renovasjon og gjenvinning',
        'Når søppelet hentes, hvor du leverer glass, klær og gamle møbler, og hva det koster.',
      ],
      pl: [
        'Odpady i recykling',
        'Kiedy opróżnia się pojemniki, gdzie oddać szkło, ubrania i stare meble oraz ile to kosztuje.',
      ],
      uk: [
        'Відходи та переробка',
        'Коли вивозять сміття, куди здати скло, одяг і старі меблі та скільки це коштує.',
      ],
      ar: [
        'النفايات وإعادة التدوير',
        'متى تُفرغ الحاويات وأين يسلَّم الزجاج والملابس والأثاث القديم وكم يكلف ذلك.',
      ],
    },
  ],
  [
    [],
    {
      en: [
        'Building and planning office',
        'Papers for those who build or change a house: maps, drawings and permission from the neighbours.',
      ],
      nb: [
        'Byggesakskontor',
        'Papirer for dem som bygger eller endrer et hus: kart, tegninger og nabovarsel.',
      ],
      pl: [
        'Wydział budownictwa',
        'Dokumenty dla tych, którzy budują lub przebudowują dom: mapy, rysunki i zgody sąsiadów.',
      ],
      uk: [
        'Відділ будівництва',
        'Папери для тих, хто будує або перебудовує дім: карти, креслення та згода сусідів.',
      ],
      ar: ['مكتب البناء والتخطيط', 'أوراق لمن يبني بيتًا أو يغيره: خرائط ورسوم وموافقة الجيران.'],
    },
  ],
  [
    [],
    {
      en: [
        'Swimming pool and sports hall',
        'Courses for beginners, women’s hours, and training for clubs. Showers, lockers and a café.',
      ],
      nb: [
        'Svømmehall og idrettshall',
        'Kurs for nybegynnere, egne timer for kvinner og trening for lag. Dusjer, skap og kafé.',
      ],
      pl: [
        'Pływalnia i hala sportowa',
        'Kursy dla początkujących, godziny tylko dla kobiet i treningi klubów. Prysznice, szafki i kawiarnia.',
      ],
      uk: [
        'Басейн і спортивний зал',
        'Курси для початківців, години для жінок і тренування клубів. Душові, шафки та кафе.',
      ],
      ar: ['مسبح وقاعة رياضية', 'دورات للمبتدئين وأوقات للنساء وتدريب للنوادي. حمامات وخزائن ومقهى.'],
    },
  ],
  [
    [],
    {
      en: [
        'School of music and arts',
        'Children learn to play, to dance and to paint. Teachers with long experience, instruments to hire.',
      ],
      nb: [
        'Kulturskole',
        'Barn lærer å spille, danse og male. Lærere med lang erfaring, instrumenter til leie.',
      ],
      pl: [
        'Szkoła muzyki i sztuki',
        'Dzieci uczą się grać, tańczyć i malować. Doświadczeni nauczyciele, instrumenty do wynajęcia.',
      ],
      uk: [
        'Школа музики та мистецтв',
        'Діти вчаться грати, танцювати й малювати. Досвідчені вчителі, інструменти напрокат.',
      ],
      ar: ['مدرسة الموسيقى والفنون', 'يتعلم الأطفال العزف والرقص والرسم. معلمون ذوو خبرة وآلات للإيجار.'],
    },
  ],
  [
    ['information'],
    {
      en: [
        'Citizen service desk',
        'The office in the town hall that answers questions about the municipality and hands out forms.',
      ],
      nb: ['Innbyggertorg', 'Kontoret i rådhuset som svarer på spørsmål om kommunen og deler ut skjemaer.'],
      pl: [
        'Biuro obsługi mieszkańców',
        'Biuro w ratuszu, które odpowiada na pytania o gminę i wydaje formularze.',
      ],
      uk: [
        'Центр обслуговування мешканців',
        'Офіс у мерії, який відповідає на запитання про громаду та видає бланки.',
      ],
      ar: ['مكتب خدمة السكان', 'مكتب في مبنى البلدية يجيب عن الأسئلة ويوزع النماذج.'],
    },
  ],
  [
    ['work'],
    {
      en: [
        'Course in Norwegian for adults',
        'Language lessons in the daytime and in the evening, with a test in the end. For immigrants who work or will work.',
      ],
      nb: [
        'Norskkurs for voksne',
        'Språkundervisning på dagtid og kveldstid, med en prøve til slutt. For innvandrere som arbeider eller skal arbeide.',
      ],
      pl: [
        'Kurs norweskiego dla dorosłych',
        'Lekcje języka w dzień i wieczorem, zakończone egzaminem. Dla imigrantów, którzy pracują lub będą pracować.',
      ],
      uk: [
        'Курс норвезької для дорослих',
        'Уроки мови вдень і ввечері з іспитом наприкінці. Для іммігрантів, які працюють або працюватимуть.',
      ],
      ar: [
        'دورة اللغة النرويجية للكبار',
        'دروس لغة نهارًا ومساءً مع اختبار في النهاية. للمهاجرين الذين يعملون أو سيعملون.',
      ],
    },
  ],
  [
    [],
    {
      en: [
        'Harbour office',
        'Berths for boats that stay the night, water and power on the quay, and somebody to talk to by radio.',
      ],
      nb: [
        'Havnekontor',
        'Plass til båter som blir over natten, vann og strøm på kaia, og noen å snakke med over radio.',
      ],
      pl: [
        'Kapitanat portu',
        'Miejsca dla łodzi zostających na noc, woda i prąd na nabrzeżu oraz kontakt przez radio.',
      ],
      uk: [
        'Портова служба',
        'Місця для човнів, що залишаються на ніч, вода та струм на причалі, зв’язок по радіо.',
      ],
      ar: ['مكتب الميناء', 'أماكن للقوارب التي تبيت الليل وماء وكهرباء على الرصيف واتصال عبر اللاسلكي.'],
    },
  ],
  [
    [],
    {
      en: [
        'Camping and tourist information',
        'Cabins and beds for travellers, maps, tickets for the ferry, and what there is to see in the country around.',
      ],
      nb: [
        'Camping og turistinformasjon',
        'Hytter og senger for reisende, kart, billetter til ferja, og hva det er å se i landet omkring.',
      ],
      pl: [
        'Kemping i informacja turystyczna',
        'Domki i łóżka dla podróżnych, mapy, bilety na prom i co warto zobaczyć w okolicy.',
      ],
      uk: [
        'Кемпінг і туристична інформація',
        'Будиночки та ліжка для мандрівників, карти, квитки на пором і що подивитися в краю.',
      ],
      ar: [
        'التخييم ومعلومات السياح',
        'أكواخ وأسرّة للمسافرين وخرائط وتذاكر للعبّارة وما يمكن رؤيته في المنطقة.',
      ],
    },
  ],
];

/** What follows: how it is found, when, for whom. */
const tails: Record<Language, readonly string[]> = {
  en: [
    'Call or write to us if you wonder about something.',
    'It is free, and you need no appointment.',
    'For everyone who lives in {place}, women, men and families.',
    'Open on weekdays, closed on holidays.',
    'We can talk with you in several languages.',
    'The office lies in the middle of {place}, near the bus.',
    'Those who come for the first time get help with the form.',
    'Tell us what you need, and we find a time for you.',
  ],
  nb: [
    'Ring eller skriv til oss hvis du lurer på noe.',
    'Det er gratis, og du trenger ingen time.',
    'For alle som bor i {place}, kvinner, menn og familier.',
    'Åpent på hverdager, stengt på helligdager.',
    'Vi kan snakke med deg på flere språk.',
    'Kontoret ligger midt i {place}, nær bussen.',
    'De som kommer for første gang, får hjelp med skjemaet.',
    'Si hva du trenger, så finner vi en tid til deg.',
  ],
  pl: [
    'Zadzwoń lub napisz do nas, jeśli masz pytania.',
    'Jest bezpłatne i nie trzeba się umawiać.',
    'Dla wszystkich, którzy mieszkają w {place}, kobiet, mężczyzn i rodzin.',
    'Otwarte w dni robocze, zamknięte w święta.',
    'Możemy rozmawiać w kilku językach.',
    'Biuro leży w centrum {place}, blisko autobusu.',
    'Osoby, które przychodzą pierwszy raz, dostają pomoc przy formularzu.',
    'Powiedz, czego potrzebujesz, a znajdziemy dla ciebie termin.',
  ],
  uk: [
    'Телефонуйте або пишіть нам, якщо маєте запитання.',
    'Це безкоштовно, і запис не потрібен.',
    'Для всіх, хто живе в {place}: жінок, чоловіків і родин.',
    'Відчинено в будні, зачинено у свята.',
    'Ми можемо говорити з вами кількома мовами.',
    'Офіс розташований у центрі {place}, біля автобуса.',
    'Хто приходить уперше, отримує допомогу з бланком.',
    'Скажіть, що вам потрібно, і ми знайдемо для вас час.',
  ],
  ar: [
    'اتصل بنا أو اكتب إلينا إذا كان لديك سؤال.',
    'الخدمة مجانية ولا تحتاج إلى موعد.',
    'لكل من يسكن في {place} من نساء ورجال وعائلات.',
    'مفتوح في أيام العمل ومغلق في العطل.',
    'يمكننا التحدث معك بعدة لغات.',
    'يقع المكتب في وسط {place} قرب الحافلة.',
    'من يأتي لأول مرة يحصل على مساعدة في ملء النموذج.',
    'قل لنا ما تحتاج إليه فنجد لك وقتًا.',
  ],
};

const beginnings =
  'Ek Fjell Furu Gran Gråstein Hegg Hval Kvit Kvern Lang Lav Lyng Mose Myr Nes Old Ospe Rogn Sauda Selje Skog Stor Svart Sør Tind Tuv Tverr Ulve Vass Øy Ør Ås'.split(
    ' ',
  );
const ends =
  'berg botn bygda dal eid fjord foss heim holm hov land li mark mo nes rud sjø strand sund tun vang vik voll ås øya'.split(
    ' ',
  );

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * One of a list.
 * @param random see `seeded`
 */
export function oneOf<One>(list: readonly One[], random: () => number): One {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('There is nothing to take one of');
  return one;
}

/**
 * A directory with so many services more, after its own.
 * @param language of their texts
 */
export function withDistractors(directory: Directory, count: number, language: Language): Directory {
  const random = seeded(7);
  const pick = <One>(list: readonly One[]) => oneOf(list, random);
  /** @param name with the letters of an address */
  const plain = (name: string) => name.toLowerCase().replace(/å/g, 'a').replace(/ø/g, 'o');
  const municipalities = beginnings.flatMap(beginning => ends.map(end => beginning + end));
  const organizations = municipalities.map(name => ({
    id: `municipality-${plain(name)}`,
    name: `${name} kommune`,
    description: '',
    x_source: { document: `${name}.example`, section: 'Tjenester' },
  }));
  const services: Service[] = [];
  for (let number = 0; number < count; number++) {
    const place = pick(municipalities);
    const [needs, texts] = pick(kinds);
    const [name, description] = texts[language];
    const host = `${plain(place)}.example`;
    const further = new Set([pick(tails[language]), pick(tails[language])]);
    services.push({
      id: `distractor-${number}`,
      organization_id: `municipality-${plain(place)}`,
      name: `${name}, ${place}${number < municipalities.length * kinds.length ? '' : ` ${number % 40}`}`,
      description: [description, ...further].join(' ').replaceAll('{place}', place),
      status: 'active',
      email: `post@${host}`,
      url: `https://${host}/${number}`,
      phones: [{ number: `+470${String(number).padStart(7, '0')}` }],
      service_areas: [{ name: place }],
      x_audience: ['person', 'helper', 'professional'],
      x_needs: needs,
      x_source: { document: host, section: name },
    });
  }
  return {
    ...directory,
    services: [...directory.services, ...services],
    organizations: [...directory.organizations, ...organizations],
  };
}
