/**
 * How each fact of the checklist reads, by its id, in each language: what makes it that fact and no other (who, to whom,
 * the number, the condition, the "may"), so that a text which loses or overstates it does not match.
 *
 * A pattern is matched against the lines that `linesOf` in facts.test.js makes: a service, a permit, a step is one line,
 * and `.` stays inside it.
 */

/** All of these in one line, in whatever order. */
const together = (...parts) =>
  new RegExp(`^${parts.map(({ source }) => `(?=.*(?:${source}))`).join('')}`, 'm');

export const patterns = {
  // Who is likely to identify a presumed victim first, and what is expected of them

  'first-identifier.police': {
    en: /The police are among the most likely to be first to identify a presumed victim/,
    nb: /Politiet er blant dem som mest sannsynlig først identifiserer et mulig offer/,
    nn: /Politiet er blant dei som mest truleg først identifiserer eit mogleg offer/,
  },
  'first-identifier.immigration': {
    en: /Immigration authorities are among the most likely to be first to identify a presumed victim/,
    nb: /Utlendingsmyndighetene er blant dem som mest sannsynlig først identifiserer et mulig offer/,
    nn: /Utlendingsstyresmaktene er blant dei som mest truleg først identifiserer eit mogleg offer/,
  },
  'first-identifier.social-services': {
    en: /Social services are among the most likely to be first to identify a presumed victim/,
    nb: /Sosialtjenesten er blant dem som mest sannsynlig først identifiserer et mulig offer/,
    nn: /Sosialtenesta er blant dei som mest truleg først identifiserer eit mogleg offer/,
  },
  'first-identifier.child-welfare': {
    en: /Child welfare services are among the most likely to be first to identify a presumed victim/,
    nb: /Barnevernet er blant dem som mest sannsynlig først identifiserer et mulig offer/,
    nn: /Barnevernet er blant dei som mest truleg først identifiserer eit mogleg offer/,
  },
  'first-identifier.health': {
    en: /Health services are among the most likely to be first to identify a presumed victim/,
    nb: /Helsetjenesten er blant dem som mest sannsynlig først identifiserer et mulig offer/,
    nn: /Helsetenesta er blant dei som mest truleg først identifiserer eit mogleg offer/,
  },
  'first-identifier.ngo': {
    en: /NGOs are among the most likely to be first to identify a presumed victim/,
    nb: /Frivillige organisasjoner er blant dem som mest sannsynlig først identifiserer et mulig offer/,
    nn: /Frivillige organisasjonar er blant dei som mest truleg først identifiserer eit mogleg offer/,
  },
  'duty.no-single-agency': {
    en: /No single agency, public or private, has the main responsibility for identifying victims/,
    nb: /Ingen etat eller organisasjon har alene hovedansvaret for å identifisere ofre/,
    nn: /Ingen etat eller organisasjon har åleine hovudansvaret for å identifisere offer/,
  },
  'duty.every-profession': {
    en: /Every profession that may meet victims in its work has a responsibility to identify presumed victims/,
    nb: /Alle yrker som kan møte ofre i arbeidet sitt, har ansvar for å identifisere mulige ofre/,
    nn: /Alle yrke som kan møte offer i arbeidet sitt, har ansvar for å identifisere moglege offer/,
  },
  'duty.identify-and-refer': {
    en: /In principle, any agency, organisation or person with grounds for concern has a statutory duty to identify the person as a possible victim, and to refer them to the right authorities and assistance/,
    nb: /I prinsippet har alle etater, organisasjoner og personer med grunn til bekymring en lovfestet plikt til å identifisere personen som et mulig offer og å henvise til rett myndighet og hjelp/,
    nn: /I prinsippet har alle etatar, organisasjonar og personar med grunn til uro ei lovfesta plikt til å identifisere personen som eit mogleg offer og å vise vidare til rett styresmakt og hjelp/,
  },
  'principle.presumed-is-enough': {
    en: /enough that you are presumed to be a victim\. Then you are treated as one and offered help and protection|whoever is presumed to be a victim is to be treated as one and offered assistance and protection/,
    nb: /nok at du er et mulig offer\. Da blir du behandlet som et offer og får tilbud om hjelp og beskyttelse|Mulig er nok: Et mulig offer skal behandles som et offer og få tilbud om hjelp og beskyttelse/,
    nn: /nok at du er eit mogleg offer\. Då blir du behandla som eit offer og får tilbod om hjelp og vern|Mogleg er nok: Eit mogleg offer skal behandlast som eit offer og få tilbod om hjelp og vern/,
  },
  'principle.no-duty-to-cooperate': {
    en: /time (?:you get )?to recover and think,? you do not have to help (?:the police|with an investigation) or be a witness/,
    nb: /I tiden du får til å komme deg og tenke deg om, trenger du ikke å hjelpe (?:politiet|en etterforskning) eller være vitne/,
    nn: /I tida du får til å kome deg og tenkje deg om, treng du ikkje å hjelpe (?:politiet|ei etterforsking) eller vere vitne/,
  },
  'nrm.none': {
    en: /There is no National Referral Mechanism in Norway yet\. The source does not say when this was written/,
    nb: /Norge har ennå ikke en nasjonal henvisningsmekanisme .*Kilden sier ikke når dette ble skrevet/,
    nn: /Noreg har enno ikkje ein nasjonal tilvisingsmekanisme .*Kjelda seier ikkje når dette blei skrive/,
  },

  // KOM

  'kom.role': {
    en: /KOM .*The Coordinating Unit for Victims of Human Trafficking, in the National Police Directorate\. It is the national point of contact and helps authorities and organisations to work together/,
    nb: /KOM .*Koordineringsenheten for ofre for menneskehandel, i Politidirektoratet\. Er nasjonalt kontaktpunkt og hjelper myndigheter og organisasjoner å samarbeide/,
    nn: /KOM .*Koordineringseininga for offer for menneskehandel, i Politidirektoratet\. Er nasjonalt kontaktpunkt og hjelper styresmakter og organisasjonar å samarbeide/,
  },
  'kom.phone': {
    en: /KOM \(national point of contact\).*Call 47 45 15 00/,
    nb: /KOM \(nasjonalt kontaktpunkt\).*Ring 47 45 15 00/,
    nn: /KOM \(nasjonalt kontaktpunkt\).*Ring 47 45 15 00/,
  },
  'kom.hours': {
    en: together(/KOM \(national point of contact\)/, /Monday to Friday 08:00–16:00/),
    nb: together(/KOM \(nasjonalt kontaktpunkt\)/, /[Mm]andag til fredag 08:00–16:00/),
    nn: together(/KOM \(nasjonalt kontaktpunkt\)/, /[Mm]åndag til fredag 08:00–16:00/),
  },
  'kom.email': {
    en: /KOM \(national point of contact\).*KOM\.pod@politiet\.no/,
    nb: /KOM \(nasjonalt kontaktpunkt\).*KOM\.pod@politiet\.no/,
    nn: /KOM \(nasjonalt kontaktpunkt\).*KOM\.pod@politiet\.no/,
  },
  'kom.no-cases': {
    en: together(
      /KOM takes no individual cases\./,
      /Builds knowledge across professions/,
      /helps authorities and organisations to work together/,
    ),
    nb: together(
      /KOM tar ikke enkeltsaker\./,
      /Bygger kunnskap på tvers av fag/,
      /hjelper myndigheter og organisasjoner å samarbeide/,
    ),
    nn: together(
      /KOM tek ikkje enkeltsaker\./,
      /Byggjer kunnskap på tvers av fag/,
      /hjelper styresmakter og organisasjonar å samarbeide/,
    ),
  },
  'kom.coordination': {
    en: /KOM .*helps authorities and organisations to work together/,
    nb: /KOM .*hjelper myndigheter og organisasjoner å samarbeide/,
    nn: /KOM .*hjelper styresmakter og organisasjonar å samarbeide/,
  },
  'kom.methods': {
    en: /KOM .*Helps state, municipal and regional bodies and aid organisations with methods to detect victims and to set support and protection in motion/,
    nb: /KOM .*Hjelper stat, kommuner, regioner og hjelpeorganisasjoner med metoder for å oppdage ofre og få i gang støtte og beskyttelse/,
    nn: /KOM .*Hjelper stat, kommunar, regionar og hjelpeorganisasjonar med metodar for å oppdage offer og få i gang støtte og vern/,
  },
  'kom.exchange': {
    en: /KOM .*Builds knowledge across professions and lets them share what they know/,
    nb: /KOM .*Bygger kunnskap på tvers av fag og lar fagfolk dele det de vet/,
    nn: /KOM .*Byggjer kunnskap på tvers av fag og lèt fagfolk dele det dei veit/,
  },

  // ROSA

  'rosa.hotline': {
    en: together(
      /ROSA helpline/,
      /\b[Nn]ational\b/,
      /[Ss]ome(?:one|body) to talk to/,
      /safe place to (?:stay|live)/,
      /direct help/,
      /Open day and night/,
    ),
    nb: together(
      /ROSAs hjelpetelefon/,
      /[Nn]asjonal/,
      /[Nn]oen å snakke med/,
      /trygt sted å bo/,
      /direkte hjelp/,
      /Åpent? hele døgnet/,
    ),
    nn: together(
      /Hjelpetelefonen til ROSA/,
      /[Nn]asjonal/,
      /[Nn]okon å snakke med/,
      /trygg stad å bu/,
      /direkte hjelp/,
      /Ope(?:n|nt)? heile døgnet/,
    ),
  },
  'rosa.email': {
    en: /ROSA helpline .*lls@krisesenter\.com/,
    nb: /ROSAs hjelpetelefon .*lls@krisesenter\.com/,
    nn: /Hjelpetelefonen til ROSA .*lls@krisesenter\.com/,
  },
  'rosa.scope': {
    en: /ROSA helpline .*For victims of human trafficking of every gender, whatever they were exploited in: prostitution, other sexual exploitation or something else/,
    nb: /ROSAs hjelpetelefon .*For ofre for menneskehandel av alle kjønn, uansett hva de ble utnyttet til: prostitusjon, annen seksuell utnytting eller noe annet/,
    nn: /Hjelpetelefonen til ROSA .*For offer for menneskehandel av alle kjønn, uansett kva dei blei utnytta til: prostitusjon, anna seksuell utnytting eller noko anna/,
  },
  'rosa.informs': {
    en: /ROSA tells you what rights you may have and where you can get help\. ROSA also answers anyone who suspects trafficking, such as an organisation or a lawyer/,
    nb: /ROSA forteller hvilke rettigheter du kan ha, og hvor du kan få hjelp\. ROSA svarer også alle som mistenker menneskehandel, for eksempel en organisasjon eller en advokat/,
    nn: /ROSA fortel kva rettar du kan ha, og kvar du kan få hjelp\. ROSA svarer også alle som mistenkjer menneskehandel, til dømes ein organisasjon eller ein advokat/,
  },
  'rosa.housing': {
    en: /^ROSA housing A place to live in the shelters of the municipalities, and somebody who keeps in touch and helps you\. For women who are victims of human trafficking\./m,
    nb: /^ROSAs botilbud Et sted å bo på kommunenes krisesentre, og noen som holder kontakt og hjelper deg\. For kvinner som er ofre for menneskehandel\./m,
    nn: /^Butilbodet til ROSA Ein stad å bu på krisesentera i kommunane, og nokon som held kontakt og hjelper deg\. For kvinner som er offer for menneskehandel\./m,
  },
  'rosa.web': {
    en: /ROSA helpline .*rosa-help\.no/,
    nb: /ROSAs hjelpetelefon .*rosa-help\.no/,
    nn: /Hjelpetelefonen til ROSA .*rosa-help\.no/,
  },

  // Permits to stay

  'permit.may-be-granted': {
    en: /If you are presumed to be a victim of human trafficking, you may be given a reflection period, a limited residence permit, or both/,
    nb: /Hvis du er et mulig offer for menneskehandel, kan du få en refleksjonsperiode, en begrenset oppholdstillatelse eller begge deler/,
    nn: /Om du er eit mogleg offer for menneskehandel, kan du få ein refleksjonsperiode, eit avgrensa opphaldsløyve eller begge delar/,
  },
  'reflection.six-months': {
    en: /^Permits to stay in Norway$[\s\S]*^Reflection period .*How long Six months\./m,
    nb: /^Tillatelser til å være i Norge$[\s\S]*^Refleksjonsperiode .*Hvor lenge Seks måneder\./m,
    nn: /^Løyve til å vere i Noreg$[\s\S]*^Refleksjonsperiode .*Kor lenge Seks månader\./m,
  },
  'reflection.not-renewable': {
    en: /^Reflection period .*It cannot be renewed\./m,
    nb: /^Refleksjonsperiode .*Den kan ikke fornyes\./m,
    nn: /^Refleksjonsperiode .*Han kan ikkje fornyast\./m,
  },
  'reflection.purpose': {
    en: /^Reflection period .*What it is for To let you break ties with/m,
    nb: /^Refleksjonsperiode .*Hva det er til for At du skal kunne bryte med/m,
    nn: /^Refleksjonsperiode .*Kva det er til for At du skal kunne bryte med/m,
  },
  // What UDI looks at above all is no condition that has to be met.
  'reflection.assessment': {
    en: together(
      /^Reflection period /,
      /\bUDI\b/,
      /above all/,
      /whether .*reason to believe that you are subject to human trafficking.*plan to accept help/,
    ),
    nb: together(
      /^Refleksjonsperiode /,
      /\bUDI\b/,
      /først og fremst|særlig|legger (?:mest |størst )?vekt på/,
      /\bom .*grunn til å tro at du er utsatt for menneskehandel.*planlegger å ta imot hjelp/,
    ),
    nn: together(
      /^Refleksjonsperiode /,
      /\bUDI\b/,
      /først og fremst|særleg|legg (?:mest |størst )?vekt på/,
      /\bom .*grunn til å tru at du er utsett for menneskehandel.*planlegg å ta imot hjelp/,
    ),
  },
  'limited.twelve-months': {
    en: /^Limited residence permit .*How long Up to 12 months\..*It can be extended\./m,
    nb: /^Begrenset oppholdstillatelse .*Hvor lenge Inntil 12 måneder\..*Den kan forlenges\./m,
    nn: /^Avgrensa opphaldsløyve .*Kor lenge Inntil 12 månader\..*Det kan forlengjast\./m,
  },
  'limited.purpose': {
    en: /^Limited residence permit .*What it is for To make it possible to prosecute the traffickers/m,
    nb: /^Begrenset oppholdstillatelse .*Hva det er til for At bakmennene skal kunne straffeforfølges/m,
    nn: /^Avgrensa opphaldsløyve .*Kva det er til for At bakmennene skal kunne straffeforfølgjast/m,
  },
  'limited.broken-ties': {
    en: /^Limited residence permit .*Conditions .*You have broken ties with/m,
    nb: /^Begrenset oppholdstillatelse .*Vilkår .*Du har brutt med/m,
    nn: /^Avgrensa opphaldsløyve .*Vilkår .*Du har brote med/m,
  },
  'limited.reported': {
    en: /^Limited residence permit .*Conditions .*What happened has been reported to the police/m,
    nb: /^Begrenset oppholdstillatelse .*Vilkår .*Det som skjedde, er anmeldt til politiet/m,
    nn: /^Avgrensa opphaldsløyve .*Vilkår .*Det som skjedde, er meldt til politiet/m,
  },
  'limited.investigation': {
    en: /^Limited residence permit .*Conditions .*An investigation or a prosecution has been started/m,
    nb: /^Begrenset oppholdstillatelse .*Vilkår .*En etterforskning eller straffeforfølgning er satt i gang/m,
    nn: /^Avgrensa opphaldsløyve .*Vilkår .*Ei etterforsking eller straffeforfølging er sett i gang/m,
  },
  'limited.presence-necessary': {
    en: /^Limited residence permit .*Conditions .*The police or the prosecuting authority think that you have to be in Norway for the traffickers to be convicted/m,
    nb: /^Begrenset oppholdstillatelse .*Vilkår .*Politiet eller påtalemyndigheten mener at du må være i Norge for at bakmennene skal bli dømt/m,
    nn: /^Avgrensa opphaldsløyve .*Vilkår .*Politiet eller påtalemakta meiner at du må vere i Noreg for at bakmennene skal bli dømde/m,
  },
  'permit.udi-decides': {
    en: /^Reflection period .*Who decides UDI decides\.[\s\S]*^Limited residence permit .*Who decides UDI decides\./m,
    nb: /^Refleksjonsperiode .*Hvem som bestemmer UDI avgjør\.[\s\S]*^Begrenset oppholdstillatelse .*Hvem som bestemmer UDI avgjør\./m,
    nn: /^Refleksjonsperiode .*Kven som avgjer UDI avgjer\.[\s\S]*^Avgrensa opphaldsløyve .*Kven som avgjer UDI avgjer\./m,
  },
  'reflection.apply-police': {
    en: /^Reflection period .*You hand in the application to the police\b/m,
    nb: /^Refleksjonsperiode .*Du leverer søknaden hos politiet\b/m,
    nn: /^Refleksjonsperiode .*Du leverer søknaden hos politiet\b/m,
  },
  'reflection.in-person': {
    en: /^Reflection period .*hand in the application to the police, in person/m,
    nb: /^Refleksjonsperiode .*leverer søknaden hos politiet\. Du må møte opp selv/m,
    nn: /^Refleksjonsperiode .*leverer søknaden hos politiet\. Du må møte opp sjølv/m,
  },
  // "Alle mulige ofre" is "victims of all sorts", not "all who are presumed to be victims".
  'asylum.may-apply': {
    en: /^Asylum .*Anyone presumed to be a victim may apply/m,
    nb: /^Asyl .*(?<!\b[Aa]lle )(?:mulig offer|mulige ofre)\b[^.]*\bkan (?:du )?søke/m,
    nn: /^Asyl .*(?<!\b[Aa]lle )(?:mogleg|moglege) offer\b[^.]*\bkan (?:du )?søkje/m,
  },
  'asylum.switch': {
    en: /^Asylum .*If you have applied for a reflection period, you can switch to asylum instead/m,
    nb: /^Asyl .*Har du søkt om refleksjonsperiode, kan du bytte til asyl i stedet/m,
    nn: /^Asyl .*Har du søkt om refleksjonsperiode, kan du byte til asyl i staden/m,
  },
  'asylum.udi-informs': {
    en: /^Asylum .*UDI tells you how to apply/m,
    nb: /^Asyl .*UDI forteller hvordan du søker/m,
    nn: /^Asyl .*UDI fortel korleis du søkjer/m,
  },
  'humanitarian.must-consider': {
    en: /^Compelling humanitarian grounds .*UDI has to consider it when the conditions for asylum are not met/m,
    nb: /^Sterke menneskelige hensyn .*UDI må vurdere det når vilkårene for asyl ikke er oppfylt/m,
    nn: /^Sterke menneskelege omsyn .*UDI må vurdere det når vilkåra for asyl ikkje er oppfylte/m,
  },

  // What a presumed victim may be entitled to

  'entitlement.information': {
    en: /You may be entitled to be told what rights you have and what help there is/,
    nb: /Du kan ha rett til å få vite hvilke rettigheter du har, og hvilken hjelp som finnes/,
    nn: /Du kan ha rett til å få vite kva rettar du har, og kva hjelp som finst/,
  },
  'entitlement.legal': {
    en: /You may be entitled to free legal advice before you decide whether to report to the police\. .*At least three hours\./,
    nb: /Du kan ha rett til gratis juridisk råd før du bestemmer deg for om du vil anmelde\. .*Minst tre timer\./,
    nn: /Du kan ha rett til gratis juridisk råd før du bestemmer deg for om du vil melde saka til politiet\. .*Minst tre timar\./,
  },
  'entitlement.reflection': {
    en: /reflection period.*You may be entitled to a permit to stay in Norway for six months\. After that you may get leave to stay longer if you meet certain conditions/,
    nb: /refleksjonsperiode.*Du kan ha rett til en tillatelse til å bli i Norge i seks måneder\. Etter det kan du få bli lenger hvis du fyller visse vilkår/,
    nn: /refleksjonsperiode.*Du kan ha rett til eit løyve til å bli i Noreg i seks månader\. Etter det kan du få bli lenger om du fyller visse vilkår/,
  },
  'entitlement.security': {
    en: /You may be entitled to the security measures that you need\. .*The risk to you is assessed first/,
    nb: /Du kan ha rett til de sikkerhetstiltakene du trenger\. .*Faren for deg blir vurdert først/,
    nn: /Du kan ha rett til dei tryggleikstiltaka du treng\. .*Faren for deg blir vurdert først/,
  },
  'entitlement.medical': {
    en: /You may be entitled to the medical help that is needed/,
    nb: /Du kan ha rett til den medisinske hjelpen som trengs/,
    nn: /Du kan ha rett til den medisinske hjelpa som trengst/,
  },
  'entitlement.housing': {
    en: /You may be entitled to safe housing that fits your needs/,
    nb: /Du kan ha rett til en trygg bolig som passer for deg/,
    nn: /Du kan ha rett til ein trygg bustad som passar for deg/,
  },
  'entitlement.money': {
    en: /You may be entitled to money to support yourself\. You may also be offered activities or help to get into work/,
    nb: /Du kan ha rett til penger å leve av\. Du kan også få tilbud om aktiviteter eller hjelp til å komme i arbeid/,
    nn: /Du kan ha rett til pengar å leve av\. Du kan også få tilbod om aktivitetar eller hjelp til å kome i arbeid/,
  },
  'entitlement.return': {
    en: /You may be entitled to help to return to your home country in safety and to settle there again/,
    nb: /Du kan ha rett til hjelp til å reise trygt tilbake til hjemlandet og begynne på nytt der/,
    nn: /Du kan ha rett til hjelp til å reise trygt attende til heimlandet og byrje på nytt der/,
  },
  'entitlement.may': {
    en: /If an authority identifies you as a presumed victim of human trafficking, you may be entitled to help and protection/,
    nb: /Hvis en myndighet regner deg som et mulig offer for menneskehandel, kan du ha rett til hjelp og beskyttelse/,
    nn: /Om ei styresmakt reknar deg som eit mogleg offer for menneskehandel, kan du ha rett til hjelp og vern/,
  },
  'assistance.sectors': {
    en: /Police, child welfare, immigration, health authorities and NGOs each carry out their own duties under the Council of Europe Convention\. There is no single agency that identifies, assists and protects/,
    nb: /Politi, barnevern, utlendings- og helsemyndigheter og frivillige organisasjoner har hver sine plikter etter Europarådets konvensjon\. Det finnes ikke én etat som identifiserer, hjelper og beskytter/,
    nn: /Politi, barnevern, utlendings- og helsestyresmakter og frivillige organisasjonar har kvar sine plikter etter konvensjonen til Europarådet\. Det finst ikkje éin etat som identifiserer, hjelper og vernar/,
  },
  'assistance.low-threshold': {
    en: /You can ask in several places: public offices and organisations\. They help you or send you on\. The threshold for getting help is low/,
    nb: /Du kan spørre flere steder: offentlige kontorer og organisasjoner\. De hjelper deg eller sender deg videre\. Terskelen for å få hjelp er lav/,
    nn: /Du kan spørje fleire stader: offentlege kontor og organisasjonar\. Dei hjelper deg eller sender deg vidare\. Terskelen for å få hjelp er låg/,
  },
  'assistance.ngos-matter': {
    en: /NGOs play a significant part in assisting victims/,
    nb: /Frivillige organisasjoner betyr mye i hjelpen til ofre/,
    nn: /Frivillige organisasjonar betyr mykje i hjelpa til offer/,
  },

  // Services

  'nav.service': {
    en: /^Oslo Human Trafficking Support Gives money to live on\. Also housing and other support\..*For people who are presumed to be victims of human trafficking\..*\bNAV ·/m,
    nb: /^Oslo Human Trafficking Support Gir penger til livsopphold\. Også bolig og annen støtte\..*For mulige ofre for menneskehandel\..*\bNAV ·/m,
    nn: /^Oslo Human Trafficking Support Gir pengar til livsopphald\. Også bustad og anna støtte\..*For moglege offer for menneskehandel\..*\bNAV ·/m,
  },
  'pro.service': {
    en: /^PRO Senteret A centre where you can come in, talk with somebody, be tested for sexually transmitted diseases and be sent on to the right help\..*A service of Oslo municipality for people with experience of selling or trading sex/m,
    nb: /^PRO Senteret Et senter du kan komme til, snakke med noen, teste deg for kjønnssykdommer og bli sendt videre til rett hjelp\..*Oslo kommunes tjeneste for folk med erfaring fra å selge eller bytte bort sex/m,
    nn: /^PRO Senteret Eit senter du kan kome til, snakke med nokon, teste deg for kjønnssjukdomar og bli send vidare til rett hjelp\..*Tenesta Oslo kommune har for folk med erfaring frå å selje eller byte bort sex/m,
  },
  'redcross.service': {
    en: /^Right to be seen Activities, and people who keep in touch and help you\. For people who are presumed to be victims of human trafficking, also men exploited in forced labour or forced services\..*The Red Cross in Oslo/m,
    nb: /^Right to be seen Aktiviteter, og folk som holder kontakt og hjelper deg\. For mulige ofre for menneskehandel, også menn som er utnyttet i tvangsarbeid eller tvungne tjenester\..*Røde Kors i Oslo/m,
    nn: /^Right to be seen Aktivitetar, og folk som held kontakt og hjelper deg\. For moglege offer for menneskehandel, også menn som er utnytta i tvangsarbeid eller tvungne tenester\..*Raude Krossen i Oslo/m,
  },
  'nadheim.service': {
    en: /^Nadheim A centre for people who sell sexual services or have done so\. For every gender and nationality, whatever your life is like\..*Kirkens Bymisjon Oslo/m,
    nb: /^Nadheim Et senter for folk som selger eller har solgt seksuelle tjenester\. For alle kjønn og alle land, uansett hvordan livet ditt er\..*Kirkens Bymisjon Oslo/m,
    nn: /^Nadheim Eit senter for folk som sel eller har selt seksuelle tenester\. For alle kjønn og alle land, uansett korleis livet ditt er\..*Kirkens Bymisjon Oslo/m,
  },
  'laurashus.service': {
    en: /^Lauras hus Safe houses to live in\. For victims of human trafficking and their children\..*Kirkens Bymisjon Oslo/m,
    nb: /^Lauras hus Trygge hus å bo i\. For ofre for menneskehandel og barna deres\..*Kirkens Bymisjon Oslo/m,
    nn: /^Lauras hus Trygge hus å bu i\. For offer for menneskehandel og barna deira\..*Kirkens Bymisjon Oslo/m,
  },
  'salvation.safehouse': {
    en: /^The Salvation Army’s safe house A safe house to live in\. For men who are victims of human trafficking\..*· Oslo\b/m,
    nb: /^Frelsesarmeens trygge hus Et trygt hus å bo i\. For menn som er ofre for menneskehandel\..*· Oslo\b/m,
    nn: /^Det trygge huset til Frelsesarmeen Eit trygt hus å bu i\. For menn som er offer for menneskehandel\..*· Oslo\b/m,
  },
  'marita.safehouse': {
    en: /^Marita’s safe house A safe house to live in\. For victims of human trafficking\..*A foundation that runs a safe house in Oslo/m,
    nb: /^Maritas trygge hus Et trygt hus å bo i\. For ofre for menneskehandel\..*En stiftelse som driver et trygt hus i Oslo/m,
    nn: /^Det trygge huset til Marita Eit trygt hus å bu i\. For offer for menneskehandel\..*Ei stifting som driv eit trygt hus i Oslo/m,
  },
  'kss.umbrella': {
    en: /^Krisesentersekretariatet Brings together more than 30 shelters with long experience of helping women who have met violence, also women subjected to prostitution\..*An independent umbrella organisation of more than 30 shelters/m,
    nb: /^Krisesentersekretariatet Samler mer enn 30 krisesentre som lenge har hjulpet kvinner som har møtt vold, også kvinner utsatt for prostitusjon\..*En uavhengig paraply for mer enn 30 krisesentre/m,
    nn: /^Krisesentersekretariatet Samlar meir enn 30 krisesenter som lenge har hjelpt kvinner som har møtt vald, også kvinner utsette for prostitusjon\..*Ein uavhengig paraply for meir enn 30 krisesenter/m,
  },
  'caritas.service': {
    en: /^Caritas Resource Center Free information, advice and courses about living and working in Norway\. Can send migrant workers on to the right organisation or public office\. For immigrants/m,
    nb: /^Caritas ressurssenter Gratis informasjon, råd og kurs om å bo og arbeide i Norge\. Kan sende arbeidsinnvandrere videre til rett organisasjon eller kontor\. For innvandrere/m,
    nn: /^Ressurssenteret til Caritas Gratis informasjon, råd og kurs om å bu og arbeide i Noreg\. Kan sende arbeidsinnvandrarar vidare til rett organisasjon eller kontor\. For innvandrarar/m,
  },
  'iom.service': {
    en: /^Voluntary return \(VARP\) A safe journey home, .*You may also get help to settle,.*the International Organization for Migration/m,
    nb: /^Frivillig retur \(VARP\) En trygg reise hjem, .*Du kan også få hjelp til å begynne på nytt,.*Den internasjonale organisasjonen for migrasjon/m,
    nn: /^Frivillig retur \(VARP\) Ei trygg reise heim, .*Du kan også få hjelp til å byrje på nytt,.*Den internasjonale organisasjonen for migrasjon/m,
  },

  // Return

  'return.offered': {
    en: /UDI offers help to return and settle again to people who are presumed to be victims of human trafficking\. IOM Norway carries it out, in its project for vulnerable migrants/,
    nb: /UDI tilbyr mulige ofre for menneskehandel hjelp til å reise tilbake og begynne på nytt\. IOM Norway gjennomfører det, i prosjektet for sårbare migranter/,
    nn: /UDI tilbyr moglege offer for menneskehandel hjelp til å reise attende og byrje på nytt\. IOM Norway gjennomfører det, i prosjektet for sårbare migrantar/,
  },
  'return.varp-who': {
    en: /\(VARP\), run by IOM, is for asylum seekers and for migrants who have no legal stay in Norway\. Victims of human trafficking among them may use it too/,
    nb: /\(VARP\), som IOM driver, er for asylsøkere og for migranter uten lovlig opphold i Norge\. Ofre for menneskehandel blant dem kan også bruke det/,
    nn: /\(VARP\), som IOM driv, er for asylsøkjarar og for migrantar utan lovleg opphald i Noreg\. Offer for menneskehandel blant dei kan også bruke det/,
  },
  'return.financed': {
    en: /UDI pays for the programme/,
    nb: /UDI betaler for programmet/,
    nn: /UDI betaler for programmet/,
  },
  'return.tailored': {
    en: /The return is fitted to what you need, and is prepared in close contact with you/,
    nb: /Returen tilpasses det du trenger, og forberedes i nær kontakt med deg/,
    nn: /Returen blir tilpassa det du treng, og førebudd i nær kontakt med deg/,
  },
  'return.udi-first': {
    en: /IOM can help you only after UDI has approved/,
    nb: /IOM kan hjelpe deg først når UDI har godkjent det/,
    nn: /IOM kan hjelpe deg først når UDI har godkjent det/,
  },
  'return.travel': {
    en: /The journey is arranged and paid for, from where you are to where you are going/,
    nb: /Reisen blir ordnet og betalt, fra der du er, til der du skal/,
    nn: /Reisa blir ordna og betald, frå der du er, til der du skal/,
  },
  'return.reintegration': {
    en: /You may get help to settle: in cash or in kind/,
    nb: /Du kan få hjelp til å begynne på nytt: i penger eller i varer og tjenester/,
    nn: /Du kan få hjelp til å byrje på nytt: i pengar eller i varer og tenester/,
  },
  'return.airport': {
    en: /IOM arranges the journey and helps you at the airport/,
    nb: /IOM ordner reisen og hjelper deg på flyplassen/,
    nn: /IOM ordnar reisa og hjelper deg på flyplassen/,
  },

  // After a permanent residence permit: the last step of the pathway

  'integration.programme': {
    en: /^7 Long term .*Victims who get a permanent residence permit enter an integration programme, like other residents: health care, training, education, mapping of skills, help to find work, and social services/m,
    nb: /^7 På lang sikt .*Ofre som får permanent oppholdstillatelse, går inn i et integreringsprogram på linje med andre: helsehjelp, opplæring, utdanning, kartlegging av ferdigheter, hjelp til å søke jobb, og sosiale tjenester/m,
    nn: /^7 På lang sikt .*Offer som får permanent opphaldsløyve, går inn i eit integreringsprogram på line med andre: helsehjelp, opplæring, utdanning, kartlegging av ferdigheiter, hjelp til å søkje jobb, og sosiale tenester/m,
  },
  'integration.public': {
    en: /^7 Long term .*State and municipalities provide it/m,
    nb: /^7 På lang sikt .*Stat og kommuner står for det/m,
    nn: /^7 På lang sikt .*Stat og kommunar står for det/m,
  },
  'integration.no-special': {
    en: /^7 Long term .*integration programme.*There are no long-term (?:integration )?programmes only for victims of human trafficking/m,
    nb: /^7 På lang sikt .*integreringsprogram.*Det finnes ingen langvarige (?:integrerings)?program(?:mer)? bare for ofre for menneskehandel/m,
    nn: /^7 På lang sikt .*integreringsprogram.*Det finst ingen langvarige (?:integrerings)?program berre for offer for menneskehandel/m,
  },

  // The contact table: what kind of help, from whom, under which number

  'contact.kom': {
    en: /KOM \(national point of contact\).*It is the national point of contact and helps authorities and organisations to work together.*47 45 15 00/,
    nb: /KOM \(nasjonalt kontaktpunkt\).*Er nasjonalt kontaktpunkt og hjelper myndigheter og organisasjoner å samarbeide.*47 45 15 00/,
    nn: /KOM \(nasjonalt kontaktpunkt\).*Er nasjonalt kontaktpunkt og hjelper styresmakter og organisasjonar å samarbeide.*47 45 15 00/,
  },
  'contact.rosa': {
    en: together(
      /ROSA helpline .*Someone to talk to, a safe place to stay and direct help, at any hour/,
      /Runs the national helpline for victims of human trafficking/,
      /Open day and night/,
      /22 33 11 60/,
    ),
    nb: together(
      /ROSAs hjelpetelefon .*Noen å snakke med, et trygt sted å bo og direkte hjelp, hele døgnet/,
      /Driver den nasjonale hjelpetelefonen for ofre for menneskehandel/,
      /Åpent hele døgnet/,
      /22 33 11 60/,
    ),
    nn: together(
      /Hjelpetelefonen til ROSA .*Nokon å snakke med, ein trygg stad å bu og direkte hjelp, heile døgnet/,
      /Driv den nasjonale hjelpetelefonen for offer for menneskehandel/,
      /Ope heile døgnet/,
      /22 33 11 60/,
    ),
  },
  'contact.krisesentersekretariatet': {
    en: together(
      /Krisesentersekretariatet .*Offers a safe place to stay, help to recover and support over time/,
      /For women who are victims of human trafficking/,
      /905 79 118/,
    ),
    nb: together(
      /Krisesentersekretariatet .*Gir et trygt sted å bo, hjelp til å komme seg og støtte over tid/,
      /For kvinner som er ofre for menneskehandel/,
      /905 79 118/,
    ),
    nn: together(
      /Krisesentersekretariatet .*Gir ein trygg stad å bu, hjelp til å kome seg og støtte over tid/,
      /For kvinner som er offer for menneskehandel/,
      /905 79 118/,
    ),
  },
  'contact.pro-senteret': {
    en: /PRO Senteret .*talk with somebody, be tested for sexually transmitted diseases.*23 10 02 00/,
    nb: /PRO Senteret .*snakke med noen, teste deg for kjønnssykdommer.*23 10 02 00/,
    nn: /PRO Senteret .*snakke med nokon, teste deg for kjønnssjukdomar.*23 10 02 00/,
  },
  'contact.iom': {
    en: together(/Voluntary return \(VARP\) .*23 10 53 20/, /\bIOM Norway\b/, /\biom\.no\b/),
    nb: together(/Frivillig retur \(VARP\) .*23 10 53 20/, /\bIOM Norway\b/, /\biom\.no\b/),
    nn: together(/Frivillig retur \(VARP\) .*23 10 53 20/, /\bIOM Norway\b/, /\biom\.no\b/),
  },
  'contact.police': {
    en: /The police investigate human trafficking\..*Call 02800/,
    nb: /Politiet etterforsker menneskehandel\..*Ring 02800/,
    nn: /Politiet etterforskar menneskehandel\..*Ring 02800/,
  },
  'contact.udi': {
    en: /UDI \(permits to stay\) .*Decides on reflection periods and limited residence permits.*23 35 16 00.*\budi\.no\b/,
    nb: /UDI \(oppholdstillatelser\) .*Avgjør søknader om refleksjonsperiode og begrenset oppholdstillatelse.*23 35 16 00.*\budi\.no\b/,
    nn: /UDI \(opphaldsløyve\) .*Avgjer søknader om refleksjonsperiode og avgrensa opphaldsløyve.*23 35 16 00.*\budi\.no\b/,
  },
  'contact.caritas': {
    en: together(
      /Caritas Resource Center .*information, advice and courses about living and working in Norway/,
      /For immigrants and migrant workers/,
      /23 33 43 60/,
    ),
    nb: together(
      /Caritas ressurssenter .*informasjon, råd og kurs om å bo og arbeide i Norge/,
      /For innvandrere og arbeidsinnvandrere/,
      /23 33 43 60/,
    ),
    nn: together(
      /Ressurssenteret til Caritas .*informasjon, råd og kurs om å bu og arbeide i Noreg/,
      /For innvandrarar og arbeidsinnvandrarar/,
      /23 33 43 60/,
    ),
  },
  'contact.salvation-army': {
    en: /The Salvation Army .*Shelter, outreach to people where they are, and general help\..*22 99 85 00/,
    nb: /Frelsesarmeen .*Husly, hjelp der folk er, og annen hjelp\..*22 99 85 00/,
    nn: /Frelsesarmeen .*Husly, hjelp der folk er, og anna hjelp\..*22 99 85 00/,
  },
  'contact.nav-oslo': {
    en: /Oslo Human Trafficking Support .*Gives money to live on\. Also housing and other support\. It belongs to NAV Grünerløkka\..*55 55 33 33/,
    nb: /Oslo Human Trafficking Support .*Gir penger til livsopphold\. Også bolig og annen støtte\. Hører til NAV Grünerløkka\..*55 55 33 33/,
    nn: /Oslo Human Trafficking Support .*Gir pengar til livsopphald\. Også bustad og anna støtte\. Høyrer til NAV Grünerløkka\..*55 55 33 33/,
  },
};
