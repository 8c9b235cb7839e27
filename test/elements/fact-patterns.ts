/**
 * How the tests recognise each fact of test/collections/facts.json on screen, by its id, in each language: by the name,
 * the number, the condition, or the "may" without which the fact is wrong. A sentence that is reworded well still
 * matches.
 *
 * Pieces are separated by semicolons. All must be in one of the lines that `linesOf` in facts.test.ts makes (one line
 * is a service, a permit or a step), in any order. `^` is the beginning of the line, `|` is "or". Several strings: each
 * needs a line.
 */
import { rosa } from '../rosa.js';

const firstIdentifier = (en: string, nb: string, nn: string) => ({
  en: `${en}; most likely; first; presumed victim`,
  nb: `${nb}; mest sannsynlig; første; mulig offer`,
  nn: `${nn}; mest truleg; første; mogleg offer`,
});

/** Permits: patterns for the line of each. */
const permit = {
  reflection: (en: string, nb = en, nn = nb) => ({
    en: `^Reflection period; ${en}`,
    nb: `^Refleksjonsperiode; ${nb}`,
    nn: `^Refleksjonsperiode; ${nn}`,
  }),
  limited: (en: string, nb = en, nn = nb) => ({
    en: `^Limited residence permit; ${en}`,
    nb: `^Begrenset oppholdstillatelse; ${nb}`,
    nn: `^Avgrensa opphaldsløyve; ${nn}`,
  }),
  asylum: (en: string, nb: string, nn: string) => ({
    en: `^Asylum; ${en}`,
    nb: `^Asyl; ${nb}`,
    nn: `^Asyl; ${nn}`,
  }),
};

/** What a presumed victim may be entitled to. */
const entitlement = (en: string, nb: string, nn: string) => ({
  en: `may be entitled; ${en}`,
  nb: `kan ha rett til; ${nb}`,
  nn: `kan ha rett til; ${nn}`,
});

/** For names and numbers, which are the same in all three languages. */
const everywhere = (text: string) => ({ en: text, nb: text, nn: text });

const kom = (en: string, nb = en, nn = nb) => ({ en: `KOM; ${en}`, nb: `KOM; ${nb}`, nn: `KOM; ${nn}` });
const helpline = (en: string, nb = en, nn = nb) => ({
  en: `ROSA helpline; ${en}`,
  nb: `ROSAs hjelpetelefon; ${nb}`,
  nn: `Hjelpetelefonen til ROSA; ${nn}`,
});

export const patterns: Record<string, Record<string, string | string[]>> = {
  // Who is likely to identify a presumed victim first, and what is expected of them

  'first-identifier.police': firstIdentifier('police', 'politi', 'politi'),
  'first-identifier.immigration': firstIdentifier(
    'immigration authorities',
    'utlendingsmyndighet',
    'utlendingsstyresmakt',
  ),
  'first-identifier.social-services': firstIdentifier('social services', 'sosialtjenest', 'sosialtenest'),
  'first-identifier.child-welfare': firstIdentifier('child welfare services', 'barnevern', 'barnevern'),
  'first-identifier.health': firstIdentifier('health services', 'helsetjenest', 'helsetenest'),
  'first-identifier.ngo': firstIdentifier('NGOs', 'frivillige organisasjon', 'frivillige organisasjon'),
  'duty.no-single-agency': {
    en: 'no single; main responsibility; identify',
    nb: 'ingen|ikke én; hovedansvar; identifisere',
    nn: 'ingen|ikkje éin; hovudansvar; identifisere',
  },
  'duty.every-profession': {
    en: 'every profession; victims; responsib; identify; presumed victims',
    nb: 'alle yrker; ofre; ansvar; identifisere; mulige ofre',
    nn: 'alle yrke; offer; ansvar; identifisere; moglege offer',
  },
  'duty.identify-and-refer': {
    en: 'in principle; grounds for concern; statutory duty; identify; possible victim; refer',
    nb: 'i prinsippet; grunn til bekymring; lovfestet plikt; identifisere; mulig offer; henvise',
    nn: 'i prinsippet; grunn til uro; lovfesta plikt; identifisere; mogleg offer; vise vidare|tilvis',
  },
  'principle.presumed-is-enough': {
    en: 'enough; presumed to be a victim; offered; protection',
    nb: 'nok; mulig offer; tilbud; beskyttelse',
    nn: 'nok; mogleg offer; tilbod; vern',
  },
  'principle.no-duty-to-cooperate': {
    en: 'reflection period; not have to; investigation; witness',
    nb: 'refleksjonsperiode; trenger .*ikke; etterforskning; vitne',
    nn: 'refleksjonsperiode; treng .*ikkje; etterforsking; vitne',
  },
  'nrm.none': {
    en: '\\bno\\b|\\bnot\\b; National Referral Mechanism; does not say when',
    nb: 'ikke; nasjonal henvisningsmekanisme; sier ikke når',
    nn: 'ikkje; nasjonal tilvisingsmekanisme; seier ikkje når',
  },

  // KOM

  'kom.role': kom(
    'Coordinating Unit for Victims of Human Trafficking; National Police Directorate; national point of contact',
    'Koordineringsenheten for ofre for menneskehandel; Politidirektoratet; nasjonalt kontaktpunkt',
    'Koordineringseininga for offer for menneskehandel; Politidirektoratet; nasjonalt kontaktpunkt',
  ),
  'kom.phone': kom('Call 47 45 15 00', 'Ring 47 45 15 00', 'Ring 47 45 15 00'),
  'kom.hours': kom(
    'Monday to Friday 08:00–16:00',
    'mandag til fredag 08:00–16:00',
    'måndag til fredag 08:00–16:00',
  ),
  'kom.email': kom('KOM\\.pod@politiet\\.no'),
  'kom.no-cases': kom(
    'no individual cases; capacity; cooperation; across professions',
    'ikke enkeltsaker; kapasitet; samarbeid; på tvers av fag',
    'ikkje enkeltsaker; kapasitet; samarbeid; på tvers av fag',
  ),
  'kom.coordination': kom(
    'cooperation; authorities and organisations',
    'samarbeid; myndigheter og organisasjoner',
    'samarbeid; styresmakter og organisasjonar',
  ),
  'kom.methods': kom(
    'state; municipal; regional; organisations; methods; detect victims; support; protection',
    'stat; kommuner; regioner; organisasjoner; metoder; oppdage ofre; støtte; beskyttelse',
    'stat; kommunar; regionar; organisasjonar; metodar; oppdage offer; støtte; vern',
  ),
  'kom.exchange': kom(
    'builds knowledge; across professions; share',
    'bygger kunnskap; på tvers av fag; dele',
    'byggjer kunnskap; på tvers av fag; dele',
  ),
  'kom.structural': kom(
    'capacity; cooperation; across professions; structural',
    'kapasitet; samarbeid; på tvers av fag; strukturelt',
    'kapasitet; samarbeid; på tvers av fag; strukturelt',
  ),

  // ROSA

  'rosa.hotline': helpline(
    'national; day and night; to talk to; direct help; safe place',
    'nasjonal; hele døgnet; å snakke med; direkte hjelp; trygt sted',
    'nasjonal; heile døgnet; å snakke med; direkte hjelp; trygg stad',
  ),
  'rosa.email': helpline('lls@krisesenter\\.com'),
  'rosa.scope': helpline(
    'every gender; whatever; prostitution; other sexual exploitation; something else',
    'alle kjønn; uansett; prostitusjon; annen seksuell; noe annet|annen måte',
    'alle kjønn; uansett; prostitusjon; anna seksuell; noko anna|annan måte',
  ),
  'rosa.informs': helpline(
    'rights you may have; get help; suspects trafficking; organisation; lawyer',
    'rettigheter du kan ha; få hjelp; mistenker menneskehandel; organisasjon; advokat',
    'rettar du kan ha; få hjelp; mistenkjer menneskehandel; organisasjon; advokat',
  ),
  'rosa.housing': {
    en: '^ROSA housing; to live; municipal shelters; keeps in touch; For women',
    nb: '^ROSAs botilbud; å bo; kommunale krisesentre; holder kontakt; For kvinner',
    nn: '^Butilbodet til ROSA; å bu; kommunale krisesenter; held kontakt; For kvinner',
  },
  'rosa.web': helpline('rosa-help\\.no'),
  'rosa.oslo': helpline(
    'in Oslo; national helpline',
    'i Oslo; nasjonale hjelpetelefon',
    'i Oslo; nasjonale hjelpetelefon',
  ),

  // Permits to stay

  'permit.may-be-granted': {
    en: 'presumed victim; may be given; reflection period; limited residence permit; both',
    nb: 'mulig offer; kan du få; refleksjonsperiode; begrenset oppholdstillatelse; begge',
    nn: 'mogleg offer; kan du få; refleksjonsperiode; avgrensa opphaldsløyve; begge',
  },
  'permits.identified-as': {
    en: 'identified as; presumed victim; may be given; reflection period; limited residence permit',
    nb: 'identifisert som; mulig offer; kan du få; refleksjonsperiode; begrenset oppholdstillatelse',
    nn: 'identifisert som; mogleg offer; kan du få; refleksjonsperiode; avgrensa opphaldsløyve',
  },
  'reflection.six-months': permit.reflection(
    'residence permit; six months',
    'oppholdstillatelse; seks måneder',
    'opphaldsløyve; seks månader',
  ),
  'reflection.not-renewable': permit.reflection(
    'cannot be renewed',
    'kan ikke fornyes',
    'kan ikkje fornyast',
  ),
  'reflection.purpose': permit.reflection('break ties', 'bryte med', 'bryte med'),
  // What UDI considers above all is not a condition that must be met.
  'reflection.assessment': permit.reflection(
    'UDI; above all; whether; reason to believe; plan to accept help',
    'UDI; først og fremst|særlig|vekt på; \\bom\\b; grunn til å tro; planlegger å ta imot hjelp',
    'UDI; først og fremst|særleg|vekt på; \\bom\\b; grunn til å tru; planlegg å ta imot hjelp',
  ),
  'limited.twelve-months': permit.limited(
    'up to 12 months; can be extended',
    'inntil 12 måneder; kan forlenges',
    'inntil 12 månader; kan forlengjast',
  ),
  'limited.purpose': permit.limited(
    'prosecute the traffickers',
    'bakmennene .*straffeforfølges',
    'bakmennene .*straffeforfølgjast',
  ),
  'limited.broken-ties': permit.limited('You have broken ties', 'Du har brutt', 'Du har brote'),
  'limited.reported': permit.limited('reported to the police', 'anmeldt til politiet', 'meldt til politiet'),
  'limited.investigation': permit.limited(
    'investigation or a prosecution .*has been started',
    'etterforskning eller straffeforfølgning .*er satt i gang',
    'etterforsking eller straffeforfølging .*er sett i gang',
  ),
  'limited.presence-necessary': permit.limited(
    'police or the prosecuting authority; necessary|have to; in Norway; convicted',
    'politiet eller påtalemyndigheten; nødvendig|må; i Norge; dømt',
    'politiet eller påtalemakta; nødvendig|må; i Noreg; dømde',
  ),
  'permit.udi-decides': {
    en: ['^Reflection period; UDI decides', '^Limited residence permit; UDI decides'],
    nb: ['^Refleksjonsperiode; UDI avgjør', '^Begrenset oppholdstillatelse; UDI avgjør'],
    nn: ['^Refleksjonsperiode; UDI avgjer', '^Avgrensa opphaldsløyve; UDI avgjer'],
  },
  'reflection.apply-police': permit.reflection(
    'have to hand in the application to the police',
    'må .*politiet .*levere søknaden|må .*levere søknaden .*politiet',
    'må .*politiet .*levere søknaden|må .*levere søknaden .*politiet',
  ),
  'reflection.in-person': permit.reflection(
    'in person',
    'må .*selv .*møte opp|må .*møte opp selv',
    'må .*sjølv .*møte opp|må .*møte opp sjølv',
  ),
  // "Alle mulige ofre" is "victims of all sorts", not "all who are presumed to be victims".
  'asylum.may-apply': permit.asylum(
    'presumed to be a victim (?:may|can) apply',
    '(?<!alle )mulige? (?:offer|ofre)\\b[^.]*\\bkan (?:du )?søke',
    '(?<!alle )mogle(?:g|ge) offer\\b[^.]*\\bkan (?:du )?søkje',
  ),
  'asylum.switch': permit.asylum(
    'applied for a reflection period; can (?:switch|change)',
    'søkt om refleksjonsperiode; kan du bytte',
    'søkt om refleksjonsperiode; kan du byte',
  ),
  'asylum.udi-informs': permit.asylum(
    'UDI tells you how to apply',
    'UDI forteller hvordan du søker',
    'UDI fortel korleis du søkjer',
  ),
  'humanitarian.must-consider': {
    en: '^Compelling humanitarian grounds; UDI has to consider; conditions for asylum are not met',
    nb: '^Sterke menneskelige hensyn; UDI må vurdere; vilkårene for asyl .*ikke',
    nn: '^Sterke menneskelege omsyn; UDI må vurdere; vilkåra for asyl .*ikkje',
  },

  // What a presumed victim may be entitled to

  'entitlement.information': entitlement('rights; what help there is', 'rettigheter; hjelp', 'rettar; hjelp'),
  'entitlement.legal': entitlement(
    'three hours; free legal advice; report',
    'minst tre timer; gratis juridisk rådgivning; anmelde',
    'minst tre timar; gratis juridisk rådgjeving; melde',
  ),
  'entitlement.reflection': entitlement(
    'reflection period; residence permit; six months; may .*longer; conditions',
    'refleksjonsperiode; oppholdstillatelse; seks måneder; kan .*lenger; vilkår',
    'refleksjonsperiode; opphaldsløyve; seks månader; kan .*lenger; vilkår',
  ),
  'entitlement.security': entitlement(
    'security; you need; risk .*assessed',
    'sikkerhet; trenger; vurdert .*risiko',
    'tryggleik; treng; vurdert .*risiko',
  ),
  'entitlement.medical': entitlement('medical help; need', 'nødvendig; medisinsk', 'nødvendig; medisinsk'),
  'entitlement.housing': entitlement('safe housing; fits', 'trygg bolig; passer', 'trygg bustad; passar'),
  'entitlement.money': entitlement(
    'money; support yourself; may .*offered; activities; work',
    'penger å leve av; kan .*tilbud; aktiviteter; arbeid',
    'pengar å leve av; kan .*tilbod; aktivitetar; arbeid',
  ),
  'entitlement.return': entitlement(
    'return; home country; safety; settle',
    'trygt tilbake; hjemlandet; begynne på nytt',
    'trygt tilbake; heimlandet; byrje på nytt',
  ),
  'entitlement.may': entitlement(
    'authorities; presumed victim',
    'myndighet; mulig offer',
    'styresmakt; mogleg offer',
  ),
  'entitled.if-identified': {
    en: 'authorities identify; presumed victim; \\bare entitled .*\\bmay be entitled',
    nb: 'myndighetene identifiserer; mulig offer; har du rett til .*\\bkan ha rett til',
    nn: 'styresmaktene identifiserer; mogleg offer; har du rett til .*\\bkan ha rett til',
  },
  'assistance.sectors': {
    en: 'police; child welfare; immigration; health; NGOs; own sector; duties; Council of Europe Convention; no single agency',
    nb: 'politi; barnevern; utlending; helse; frivillige organisasjoner; i sin sektor; plikt; Europarådets konvensjon; ikke én etat|ingen etat',
    nn: 'politi; barnevern; utlending; helse; frivillige organisasjonar; i sin sektor; plikt; konvensjonen til Europarådet; ikkje éin etat|ingen etat',
  },
  'assistance.low-threshold': {
    en: 'several places; public offices; organisations; who can help; rather',
    nb: 'flere; offentlige kontorer; organisasjoner; hvem som kan hjelpe; ganske lav',
    nn: 'fleire; offentlege kontor; organisasjonar; kven som kan hjelpe; ganske låg',
  },
  'assistance.threshold-rather-low': {
    en: 'authorities and organisations; rather',
    nb: 'myndigheter og organisasjoner; ganske lav',
    nn: 'styresmakter og organisasjonar; ganske låg',
  },
  'assistance.ngos-matter': {
    en: 'NGOs; significant',
    nb: 'frivillige organisasjoner betyr mye',
    nn: 'frivillige organisasjonar betyr mykje',
  },
  'assistance.public-bodies-too': {
    en: 'state and municipal; may support; in various ways',
    nb: 'statlige og kommunale; kan støtte; på ulike måter',
    nn: 'statlege og kommunale; kan støtte; på ulike måtar',
  },

  // Services

  'nav.service': {
    en: '^Oslo Human Trafficking Support; financial support; housing; other support; presumed victims; \\bNAV\\b',
    nb: '^Oslo Human Trafficking Support; økonomisk støtte; bolig; annen støtte; mulige ofre; \\bNAV\\b',
    nn: '^Oslo Human Trafficking Support; økonomisk støtte; bustad; annan støtte|anna støtte; moglege offer; \\bNAV\\b',
  },
  'nav.identified-as': {
    en: 'Oslo Human Trafficking Support; identified as presumed victims',
    nb: 'Oslo Human Trafficking Support; identifisert som mulige ofre',
    nn: 'Oslo Human Trafficking Support; identifiserte som moglege offer',
  },
  'pro.service': {
    en: '^PRO Senteret; come in; talk; tested for sexually transmitted; in touch with others; Oslo municipality; selling or trading sex',
    nb: '^PRO Senteret; komme innom; snakke; teste deg for kjønnssykdommer; i kontakt med andre; Oslo kommune; selge sex',
    nn: '^PRO Senteret; kome innom; snakke; teste deg for kjønnssjukdomar; i kontakt med andre; Oslo kommune; selje sex',
  },
  'pro.subjected-to-prostitution': {
    en: 'PRO Senteret; sold sex; \\band\\b.*subjected to prostitution',
    nb: 'PRO Senteret; solgt sex; \\bog\\b.*utsatt for prostitusjon',
    nn: 'PRO Senteret; selt sex; \\bog\\b.*utsette for prostitusjon',
  },
  'redcross.service': {
    en: '^Right to be seen; activities; keep in touch; presumed to be victims; also men; forced labour; forced services; Red Cross in Oslo',
    nb: '^Right to be seen; aktiviteter; holder kontakt; mulige ofre; også menn; tvangsarbeid; tvungne tjenester; Røde Kors i Oslo',
    nn: '^Right to be seen; aktivitetar; held kontakt; moglege offer; også menn; tvangsarbeid; tvungne tenester; Raude Krossen|Røde Kors; Oslo',
  },
  'nadheim.service': {
    en: '^Nadheim; sell sexual services or have; every gender; nationality; life; Kirkens Bymisjon Oslo',
    nb: '^Nadheim; selger eller har solgt; alle kjønn; nasjonalitet; livssituasjon; Kirkens Bymisjon Oslo',
    nn: '^Nadheim; sel eller har selt; alle kjønn; nasjonalitet; livssituasjon; Kirkens Bymisjon Oslo',
  },
  'laurashus.service': {
    en: '^Lauras hus; safe houses; victims of human trafficking and their children; Kirkens Bymisjon Oslo',
    nb: '^Lauras hus; trygge hus; ofre for menneskehandel og barna; Kirkens Bymisjon Oslo',
    nn: '^Lauras hus; trygge hus; offer for menneskehandel og barna; Kirkens Bymisjon Oslo',
  },
  'salvation.safehouse': {
    en: '^The Salvation Army’s safe house; For men; Salvation Army in Oslo',
    nb: '^Frelsesarmeens trygge hus; For menn; Frelsesarmeen i Oslo',
    nn: '^Det trygge huset til Frelsesarmeen; For menn; Frelsesarmeen i Oslo',
  },
  'marita.safehouse': {
    en: '^The Marita Foundation’s safe house; For victims of human trafficking; foundation in Oslo',
    nb: '^Marita-stiftelsens trygge hus; For ofre for menneskehandel; stiftelse i Oslo',
    nn: '^Det trygge huset til Marita-stiftinga; For offer for menneskehandel; stifting i Oslo',
  },
  'kss.umbrella': {
    en: '^Krisesentersekretariatet; independent; more than 30 shelters; long experience; women; violence; prostitution',
    nb: '^Krisesentersekretariatet; uavhengig; mer enn 30 krisesentre; lang erfaring; kvinner; vold; prostitusjon',
    nn: '^Krisesentersekretariatet; uavhengig; meir enn 30 krisesenter; lang erfaring; kvinner; vald; prostitusjon',
  },
  'caritas.service': {
    en: '^Caritas Resource Center; free information; advice; courses; living and working in Norway; refer; public office; immigrants',
    nb: '^Caritas ressurssenter; gratis informasjon; råd; kurs; bo og arbeide i Norge; henvise; offentlig kontor; innvandrere',
    nn: '^Caritas ressurssenter; gratis informasjon; råd; kurs; bu og arbeide i Noreg; vise; offentleg kontor; innvandrarar',
  },
  'iom.service': {
    en: '^Voluntary return \\(VARP\\); safe journey; may .*help to settle; International Organization for Migration',
    nb: '^Frivillig retur \\(VARP\\); trygg reise; kan .*begynne på nytt; Den internasjonale organisasjonen for migrasjon',
    nn: '^Frivillig retur \\(VARP\\); trygg reise; kan .*byrje på nytt; Den internasjonale organisasjonen for migrasjon',
  },

  // Return

  'return.offered': {
    en: 'UDI offers; return; presumed to be victims; IOM Norway; vulnerable migrants',
    nb: 'UDI tilbyr; mulige ofre; tilbake; IOM Norway; sårbare migranter',
    nn: 'UDI tilbyr; moglege offer; tilbake; IOM Norway; sårbare migrantar',
  },
  'return.varp-who': {
    en: 'VARP; run by IOM; asylum seekers; no legal stay; victims of human trafficking',
    nb: 'VARP; IOM driver; asylsøkere; uten lovlig opphold; ofre for menneskehandel',
    nn: 'VARP; IOM driv; asylsøkjarar; utan lovleg opphald; offer for menneskehandel',
  },
  'return.financed': { en: 'UDI pays', nb: 'UDI betaler', nn: 'UDI betaler' },
  'return.tailored': {
    en: 'return; what you need; prepared; with you',
    nb: 'returen; det du trenger; forbered; med deg',
    nn: 'returen; det du treng; førebu; med deg',
  },
  'return.udi-first': {
    en: 'IOM can help you only after UDI has approved',
    nb: 'IOM kan hjelpe deg først når UDI har godkjent',
    nn: 'IOM kan hjelpe deg først når UDI har godkjent',
  },
  'return.travel': {
    en: 'journey; arranged; paid; from where you are to where you are going',
    nb: 'reisen; ordnet; betalt; fra der du er, til der du skal',
    nn: 'reisa; ordna; betalt; frå der du er, til der du skal',
  },
  'return.country-of-origin': {
    en: 'IOM helps; return; country of origin',
    nb: 'IOM hjelper; tilbake; hjemlandet',
    nn: 'IOM hjelper; tilbake; heimlandet',
  },
  'return.reintegration': {
    en: 'may get help to settle; money; things; services',
    nb: 'kan få hjelp til å begynne på nytt; penger; varer; tjenester',
    nn: 'kan få hjelp til å byrje på nytt; pengar; varer; tenester',
  },
  'return.airport': {
    en: 'IOM arranges the journey; airport',
    nb: 'IOM ordner reisen; flyplassen',
    nn: 'IOM ordnar reisa; flyplassen',
  },

  // After a permanent residence permit: the last step of the pathway

  'integration.programme': {
    en: '^7 ; permanent residence permit; integration programme; like others; health care; training; education; map; apply for work; social services',
    nb: '^7 ; permanent oppholdstillatelse; integreringsprogram; på linje med andre; helsehjelp; opplæring; utdanning; kartleg; søke jobb; sosiale tjenester',
    nn: '^7 ; permanent opphaldsløyve; integreringsprogram; på line med andre; helsehjelp; opplæring; utdanning; kartleg; søkje jobb; sosiale tenester',
  },
  'integration.public': {
    en: '^7 ; State and municipalities',
    nb: '^7 ; Stat og kommuner',
    nn: '^7 ; Stat og kommunar',
  },
  'integration.no-special': {
    en: '^7 ; no long-term .*programmes only for victims of human trafficking',
    nb: '^7 ; ingen langvarige .*program.* bare for ofre for menneskehandel',
    nn: '^7 ; ingen langvarige .*program.* berre for offer for menneskehandel',
  },

  // The contact table: what kind of help, from whom, under which number

  'contact.kom': kom(
    'national point of contact; cooperation; 47 45 15 00',
    'nasjonalt kontaktpunkt; samarbeid; 47 45 15 00',
    'nasjonalt kontaktpunkt; samarbeid; 47 45 15 00',
  ),
  'contact.rosa': helpline(
    `to talk to; direct help; safe place; national helpline; day and night; ${rosa.shown}`,
    `å snakke med; direkte hjelp; trygt sted; nasjonale hjelpetelefon; hele døgnet; ${rosa.shown}`,
    `å snakke med; direkte hjelp; trygg stad; nasjonale hjelpetelefon; heile døgnet; ${rosa.shown}`,
  ),
  'contact.krisesentersekretariatet': {
    en: 'Krisesentersekretariatet; safe place to stay; help to recover; over time; For women; victims of human trafficking; 905 79 118',
    nb: 'Krisesentersekretariatet; trygt sted å bo; komme seg; over tid; For kvinner; ofre for menneskehandel; 905 79 118',
    nn: 'Krisesentersekretariatet; trygg stad å bu; kome seg; over tid; For kvinner; offer for menneskehandel; 905 79 118',
  },
  'contact.pro-senteret': {
    en: 'PRO Senteret; talk; tested; 23 10 02 00',
    nb: 'PRO Senteret; snakke; teste; 23 10 02 00',
    nn: 'PRO Senteret; snakke; teste; 23 10 02 00',
  },
  'contact.iom': {
    en: 'Voluntary return; IOM Norway; iom\\.no; 23 10 53 20',
    nb: 'Frivillig retur; IOM Norway; iom\\.no; 23 10 53 20',
    nn: 'Frivillig retur; IOM Norway; iom\\.no; 23 10 53 20',
  },
  'contact.police': {
    en: 'police investigate human trafficking; Call 02800',
    nb: 'Politiet etterforsker menneskehandel; Ring 02800',
    nn: 'Politiet etterforskar menneskehandel; Ring 02800',
  },
  'contact.udi': {
    en: 'UDI \\(residence permits\\); reflection periods; limited residence permits; udi\\.no; 23 35 16 00',
    nb: 'UDI \\(oppholdstillatelser\\); refleksjonsperiode; begrenset oppholdstillatelse; udi\\.no; 23 35 16 00',
    nn: 'UDI \\(opphaldsløyve\\); refleksjonsperiode; avgrensa opphaldsløyve; udi\\.no; 23 35 16 00',
  },
  'contact.caritas': {
    en: 'Caritas Resource Center; information; living and working in Norway; migrant workers; 23 33 43 60',
    nb: 'Caritas ressurssenter; informasjon; bo og arbeide i Norge; arbeidsinnvandrere; 23 33 43 60',
    nn: 'Caritas ressurssenter; informasjon; bu og arbeide i Noreg; arbeidsinnvandrarar; 23 33 43 60',
  },
  'contact.salvation-army': {
    en: 'The Salvation Army; shelter; outreach; general help; 22 99 85 00',
    nb: 'Frelsesarmeen; husly; der folk er; generell hjelp; 22 99 85 00',
    nn: 'Frelsesarmeen; husly; der folk er; generell hjelp; 22 99 85 00',
  },
  'contact.nav-oslo': everywhere('Oslo Human Trafficking Support; NAV Grünerløkka; 55 55 33 33'),
};

/** A regular expression for each string of a pattern: it matches a line that has all the pieces, in any order. */
export const linesWanted = (pattern: string | string[]) =>
  [pattern].flat().map(
    line =>
      new RegExp(
        `^${line
          .split('; ')
          .map(piece => `(?=.*(?:${piece}))`)
          .join('')}`,
        'im',
      ),
  );
