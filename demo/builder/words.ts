/**
 * The texts of the builder itself. Names of needs, places, professions and services come from the facts. Text in
 * backticks becomes code. An attribute that is not here yet shows the English text of the manifest.
 */
import type { Note, Piece, Policy, Way } from './snippet.js';

export interface AttributeWords {
  label: string;
  hint?: string;
  values?: Record<string, string>;
}
type Saying =
  | 'remove'
  | 'copy'
  | 'copied'
  | 'copiedExample'
  | 'marked'
  | 'failed'
  | 'frameTitle'
  | 'notSet'
  | 'usual'
  | 'invalid'
  | 'limited'
  | 'filesIn'
  | 'filesBeside'
  | 'archive'
  | 'saved'
  | 'notSaved'
  | 'noFiles'
  | 'policyHint';
interface Words {
  /** the name of the language */
  name: string;
  /** by `data-words` in index.html */
  page: Record<string, string>;
  /** texts that the script shows */
  say: Record<Saying, string>;
  elements: Record<string, { name: string; what: string }>;
  attributes: Record<string, AttributeWords>;
  ways: Record<Way, { name: string; when: string; paste: string }>;
  places: Record<Piece['place'], string>;
  notes: Record<Note, string>;
  policies: Record<Policy['on'], string>;
}

export const words: Record<'nb' | 'nn' | 'en', Words> = {
  nb: {
    name: 'Norsk bokmål',
    page: {
      documentation: 'Tilbake til dokumentasjonen',
      title: 'Lag en kodebit',
      lead: 'Velg hva du vil vise. Kopier koden, og lim den inn på nettsiden deres. Du trenger ikke å kunne programmere.',
      pageLanguage: 'Språk på denne siden',
      choose: 'Velg',
      what: 'Innhold',
      chosen: 'Elementer på siden',
      chosenHint: 'Velg det du vil endre.',
      add: 'Legg til et element til',
      element: 'Element',
      language: 'Språk i innholdet',
      settings: 'Innstillinger',
      look: 'Utseende',
      lookHint: 'Skrifttypen er alltid den nettsiden deres har.',
      accent: 'Farge på lenker og knapper',
      accentHint: 'Fargen blir gjort mørk eller lys nok til å leses.',
      accentCode: 'Fargen som kode',
      radius: 'Runde hjørner, i piksler',
      wayLegend: 'Måte',
      folder: 'Hvor filene skal ligge',
      folderHint:
        'Adressen til mappen på serveren deres. På samme server som siden holder det med `/havn/`. Spør den som driver nettstedet.',
      folderProblem:
        'Denne adressen kan ikke brukes. Koden har en adresse som eksempel. Begynn med `https://` eller `/`, uten mellomrom og uten æ, ø og å.',
      more: 'Mer, som få trenger',
      steady: 'Ingenting skal flytte seg',
      steadyHint:
        'Hele innholdet står da i koden, også uten skript. Det er en kopi: Lim inn på nytt når det kommer en ny utgave.',
      fixed: 'Ikke noe skript på siden',
      fixedHint:
        'Uten skriptet får rammen en fast høyde. Den er nok på en telefon, men lange elementer må rulles i rammen.',
      brand: 'Ta fargene fra designsystemet på siden',
      brandHint: 'Virker med Designsystemet, Aksel, Punkt, GOV.UK og Bootstrap 5.',
      feed: 'Adressen til nyere opplysninger',
      feedHint:
        'En fil som dere legger ut selv, signert med nøkkelen deres. Da får siden nye numre uten ny kode. Se docs/facts-feed.md.',
      feedProblem:
        'Denne adressen kan ikke brukes og er ikke med i koden. Den må begynne med `https://` og slutte på `.json`.',
      noFeed:
        'Denne utgaven er bygd uten nøkkel, og kan ikke hente nyere opplysninger. Se docs/facts-feed.md.',
      preview: 'Slik blir det',
      fold: 'Forhåndsvisning',
      width: 'Bredde',
      phone: 'Telefon',
      desktop: 'Skrivebord',
      ground: 'Bakgrunn',
      light: 'Lys',
      dark: 'Mørk',
      previewHint:
        'Lenker og telefonnumre er slått av her. Egne tjenester vises først på deres egen nettside.',
      alone: 'Åpne i en ny fane',
      picture: 'Lagre som bilde',
      snippet: 'Kode til å lime inn',
      files: 'Filer til serveren',
      filesNeeded: 'Av filene i mappen bruker koden over:',
      policy: 'Til den som har satt opp sikkerheten',
      noScript: 'Denne siden trenger skript. Alle måtene står i docs/embedding.md.',
    },
    say: {
      remove: 'Ta bort',
      copy: 'Kopier koden',
      copied: 'Koden er kopiert.',
      copiedExample: 'Koden er kopiert. Adressen i den er fremdeles et eksempel.',
      marked: 'Koden er merket. Kopier den med Ctrl + C, på Mac ⌘ + C.',
      failed:
        'Kunne ikke lese filene som hører til denne siden. Last siden på nytt. Hjelper det ikke, er mappen ikke hel: Hent den på nytt.',
      frameTitle: 'Forhåndsvisning',
      notSet: 'Ikke valgt',
      usual: '{value} (vanlig)',
      invalid: 'Dette kan ikke brukes og er ikke med i koden.',
      limited: 'Måten du har valgt, kan bare engelsk, bokmål og nynorsk. Velg en annen måte for flere språk.',
      filesIn:
        'Last ned mappen `havn`, og pakk den ut. Legg den på serveren, slik at adressen blir `{folder}`. Åpne `{folder}havn.js` i nettleseren: Du skal se kode, ikke en feilmelding. Ligger det en mappe `havn` inni `havn`, er det den innerste som skal på serveren. Kode og filer må være fra samme utgave: Dette er {version}.',
      filesBeside: 'Mappen ligger også ved siden av filen du har åpnet.',
      archive: 'Last ned havn.zip ({size})',
      saved: 'Bildet er lagret.',
      notSaved: 'Denne nettleseren kan ikke lage bildet. Ta et skjermbilde i stedet.',
      noFiles: 'Ingen. Pakken har alt.',
      policyHint:
        'Har nettstedet en Content-Security-Policy, må den tillate dette. Har den for eksempel `script-src` fra før, setter du resten inn der: Den andre av to like gjelder ikke. Har nettstedet ingen, trengs ingenting.',
    },
    elements: {
      'hotline-banner': {
        name: 'Banner med hjelpetelefonen',
        what: 'Den døgnåpne hjelpetelefonen og 112, alltid synlige.',
      },
      'quick-exit': { name: 'Utgang', what: 'En knapp som forlater siden med én gang.' },
      'service-finder': { name: 'Tjenestesøk', what: 'Søk i tjenestene, og velg ut dem som passer.' },
      'service-card': {
        name: 'Tjenestekort',
        what: 'Én tjeneste: hva den er, hvem den er for og hvordan en når den.',
      },
      'contact-directory': {
        name: 'Kontaktoversikt',
        what: 'Alle kontakter i en tabell, til å kopiere og lagre.',
      },
      'entitlements-list': {
        name: 'Rettighetsliste',
        what: 'Hva en person kan ha rett til, og hvem som kan hjelpe.',
      },
      'permit-guide': {
        name: 'Tillatelsesguide',
        what: 'Tillatelsene til å bli, side om side, og noen spørsmål som viser hva som kan gjelde.',
      },
      'referral-guide': {
        name: 'Henvisningsguide',
        what: 'For fagfolk: hva som ventes av yrket, stegene og hvem en kan henvise til.',
      },
      'return-guide': { name: 'Returguide', what: 'Hjelp til å reise hjem, steg for steg.' },
      pathway: {
        name: 'Kart over veien',
        what: 'Veien fra første møte til hjelp på lang sikt, som et kart.',
      },
      'language-menu': { name: 'Språkmeny', what: 'Lar leseren velge språk i elementene på siden.' },
    },
    attributes: {
      layout: { label: 'Form', values: { bar: 'Stripe over hele siden', card: 'Kort i en spalte' } },
      exit: { label: 'Vis utgangen', hint: 'En knapp som forlater siden med én gang.' },
      'exit-href': {
        label: 'Hvor utgangen fører',
        hint: 'En hel adresse. Ikke en side som hilser med navn. Tomt felt: været på yr.no.',
      },
      href: {
        label: 'Hvor utgangen fører',
        hint: 'En hel adresse. Ikke en side som hilser med navn. Tomt felt: været på yr.no.',
      },
      'no-shortcut': { label: 'Slå av snarveien', hint: 'Da gjør Shift, trykket tre ganger, ingenting.' },
      need: { label: 'Hjelp som er valgt fra start' },
      area: { label: 'Sted som er valgt fra start' },
      audience: {
        label: 'Hvem som leser',
        values: {
          person: 'Den det gjelder',
          helper: 'En som vil hjelpe',
          professional: 'Fagfolk',
        },
      },
      'page-size': {
        label: 'Antall tjenester om gangen',
        hint: 'Fra 1 til 50. Tomt felt: 50, men bare de 6 første vises fra start.',
      },
      src: {
        label: 'Adressen til deres egne tjenester',
        hint: 'En fil med for eksempel krisesenteret deres. La feltet stå tomt hvis dere ikke har noen.',
      },
      open: { label: 'Vis alle åpne' },
      view: {
        label: 'Det som vises først',
        values: { compare: 'Tillatelsene side om side', questions: 'Spørsmålene' },
      },
      profession: { label: 'Yrke', hint: 'Ikke valgt: leseren blir spurt.' },
      service: { label: 'Tjeneste' },
      step: { label: 'Steget en er på nå', hint: 'Et tall fra 1. Tomt felt: ingen er merket.' },
    },
    ways: {
      tag: {
        name: 'Skript og tagg',
        when: 'Når du kan endre HTML på siden. Velg denne hvis du kan.',
        paste:
          'Lim inn i kildevisningen («HTML», «Kildekode» eller «<>»). Nummeret inni taggen skal stå: Det vises også uten skript. Blir linjen med skriptet borte når du lagrer, skal den i sidemalen. Flere elementer på siden? Skriptlinjen trengs bare én gang.',
      },
      placeholder: {
        name: 'Plassholder',
        when: 'Når redigeringsverktøyet tar bort taggen, som WordPress gjør.',
        paste: 'To biter: én i teksten, og skriptet én gang i malen for siden.',
      },
      single: {
        name: 'Skript for ett element',
        when: 'Mindre fil, når siden bare har dette ene. Bare engelsk, bokmål og nynorsk.',
        paste: 'Lim inn i kildevisningen. Skal siden ha flere elementer, er «Skript og tagg» riktig.',
      },
      html: {
        name: 'Bare HTML',
        when: 'Når ingen skript er lov. Uten søk og valg. Ikke for språkmenyen.',
        paste: 'Lim inn i kildevisningen. Dette er en kopi: Lim inn på nytt når det kommer en ny utgave.',
      },
      frame: {
        name: 'Ramme (iframe)',
        when: 'Når bare rammer er lov.',
        paste:
          'To biter: rammen i teksten, og skriptet én gang i malen for siden. Det gir rammen samme høyde som innholdet. Nummeret under rammen skal stå: Noen verktøy tar bort rammen.',
      },
      npm: {
        name: 'npm',
        when: 'For utviklere. Bare engelsk, bokmål og nynorsk.',
        paste: 'Legg til pakken `havn-widgets`, og bruk de to bitene.',
      },
    },
    places: {
      page: 'Til siden',
      head: 'Til toppen av siden, i <head>',
      template: 'Til malen, én gang',
      code: 'Til programmet',
    },
    notes: {
      exampleAddress: 'Adressen i koden er et eksempel. Skriv deres egen i «Hvor filene skal ligge».',
      unencrypted:
        'Adressen begynner med `http:`. På en side med `https:` henter nettleseren ikke filene, og leseren ser bare nummeret. Bruk `https:`.',
      otherServer:
        'Er serveren med filene en annen enn den med siden, må den sende `Access-Control-Allow-Origin: *`. Ellers vises bare nummeret.',
      frameColours: 'Fargene deres når ikke inn i en ramme. De er ikke med i koden.',
      frameSource: 'Serveren med rammen må gi rammen lov til å lese filen deres. Se docs/frames.md.',
      plainSettings: 'Innstillingene gjelder ikke for bare HTML. De er ikke med i koden.',
      plainService: 'Som bare HTML finnes kortet for ROSA, og ikke for andre tjenester.',
      forProfessionals:
        'Denne tjenesten er for fagfolk og tar ingen enkeltsaker. Bruk kortet på sider for fagfolk, ikke på sider for dem som trenger hjelp.',
      styleElement:
        'Linjen med `<style>` kan i stedet stå i stilarket deres. Tar verktøyet den bort, får dere de vanlige fargene.',
      steadySettings:
        'Innholdet i taggen er uten innstillingene dine. Er elementet høyere eller lavere med dem, flytter noe seg likevel.',
      exitFirst: 'Sett utgangen først på siden. Da fører Tab til den først.',
      placeholderAddress:
        'En plassholder tar ikke imot adresser (`src`, `href`, `exit-href`) eller `no-shortcut`: Hvem som helst kunne satt dem. De er ikke med i koden. Bruk taggen, i sidemalen.',
      menuAlone: 'Menyen virker sammen med andre elementer på siden. Alene gjør den ingenting.',
    },
    policies: {
      address: 'Etter adresse',
      hash: 'Eller etter kontrollsum',
      trustedTypes: 'Bare hvis policyen har en liste over navn for Trusted Types',
      trustedTypesNpm: 'Bare hvis policyen har en liste over navn for Trusted Types',
      fetch: 'For egne tjenester',
      feed: 'For nyere opplysninger',
      styleHash: 'For linjen med farger. Ikke nødvendig hvis den står i stilarket deres',
      styleFile: 'For stilarket',
      frame: 'For siden med rammen',
      frameScript: 'For skriptet som gir rammen høyde',
      frameServer:
        'Dette er nok på serveren med filene. Den må også la siden vise rammen (`frame-ancestors`)',
      bundle: 'For programmet',
    },
  },
  nn: {
    name: 'Norsk nynorsk',
    page: {
      documentation: 'Tilbake til dokumentasjonen',
      title: 'Lag ein kodebit',
      lead: 'Vel kva du vil vise. Kopier koden, og lim han inn på nettsida dykkar. Du treng ikkje å kunne programmere.',
      pageLanguage: 'Språk på denne sida',
      choose: 'Vel',
      what: 'Innhald',
      chosen: 'Element på sida',
      chosenHint: 'Vel det du vil endre.',
      add: 'Legg til eit element til',
      element: 'Element',
      language: 'Språk i innhaldet',
      settings: 'Innstillingar',
      look: 'Utsjånad',
      lookHint: 'Skrifttypen er alltid den nettsida dykkar har.',
      accent: 'Farge på lenkjer og knappar',
      accentHint: 'Fargen blir gjord mørk eller lys nok til å lesast.',
      accentCode: 'Fargen som kode',
      radius: 'Runde hjørne, i pikslar',
      wayLegend: 'Måte',
      folder: 'Kvar filene skal liggje',
      folderHint:
        'Adressa til mappa på serveren dykkar. På same server som sida held det med `/havn/`. Spør den som driv nettstaden.',
      folderProblem:
        'Denne adressa kan ikkje brukast. Koden har ei adresse som døme. Byrj med `https://` eller `/`, utan mellomrom og utan æ, ø og å.',
      more: 'Meir, som få treng',
      steady: 'Ingenting skal flytte seg',
      steadyHint:
        'Heile innhaldet står då i koden, òg utan skript. Det er ein kopi: Lim inn på nytt når det kjem ei ny utgåve.',
      fixed: 'Ikkje noko skript på sida',
      fixedHint:
        'Utan skriptet får ramma ei fast høgd. Ho er nok på ein telefon, men lange element må rullast i ramma.',
      brand: 'Ta fargane frå designsystemet på sida',
      brandHint: 'Verkar med Designsystemet, Aksel, Punkt, GOV.UK og Bootstrap 5.',
      feed: 'Adressa til nyare opplysningar',
      feedHint:
        'Ei fil som de legg ut sjølve, signert med nøkkelen dykkar. Då får sida nye nummer utan ny kode. Sjå docs/facts-feed.md.',
      feedProblem:
        'Denne adressa kan ikkje brukast og er ikkje med i koden. Ho må byrje med `https://` og slutte på `.json`.',
      noFeed:
        'Denne utgåva er bygd utan nøkkel, og kan ikkje hente nyare opplysningar. Sjå docs/facts-feed.md.',
      preview: 'Slik blir det',
      fold: 'Førehandsvising',
      width: 'Breidd',
      phone: 'Telefon',
      desktop: 'Skrivebord',
      ground: 'Bakgrunn',
      light: 'Lys',
      dark: 'Mørk',
      previewHint:
        'Lenkjer og telefonnummer er slått av her. Eigne tenester viser først på dykkar eiga nettside.',
      alone: 'Opne i ei ny fane',
      picture: 'Lagre som bilete',
      snippet: 'Kode til å lime inn',
      files: 'Filer til serveren',
      filesNeeded: 'Av filene i mappa bruker koden over:',
      policy: 'Til den som har sett opp tryggleiken',
      noScript: 'Denne sida treng skript. Alle måtane står i docs/embedding.md.',
    },
    say: {
      remove: 'Ta bort',
      copy: 'Kopier koden',
      copied: 'Koden er kopiert.',
      copiedExample: 'Koden er kopiert. Adressa i han er framleis eit døme.',
      marked: 'Koden er merkt. Kopier han med Ctrl + C, på Mac ⌘ + C.',
      failed:
        'Kunne ikkje lese filene som høyrer til denne sida. Last sida på nytt. Hjelper det ikkje, er mappa ikkje heil: Hent ho på nytt.',
      frameTitle: 'Førehandsvising',
      notSet: 'Ikkje vald',
      usual: '{value} (vanleg)',
      invalid: 'Dette kan ikkje brukast og er ikkje med i koden.',
      limited:
        'Måten du har vald, kan berre engelsk, bokmål og nynorsk. Vel ein annan måte for fleire språk.',
      filesIn:
        'Last ned mappa `havn`, og pakk ho ut. Legg ho på serveren, slik at adressa blir `{folder}`. Opne `{folder}havn.js` i nettlesaren: Du skal sjå kode, ikkje ei feilmelding. Ligg det ei mappe `havn` inni `havn`, er det den inste som skal på serveren. Kode og filer må vere frå same utgåve: Dette er {version}.',
      filesBeside: 'Mappa ligg òg ved sida av fila du har opna.',
      archive: 'Last ned havn.zip ({size})',
      saved: 'Biletet er lagra.',
      notSaved: 'Denne nettlesaren kan ikkje lage biletet. Ta eit skjermbilete i staden.',
      noFiles: 'Ingen. Pakken har alt.',
      policyHint:
        'Har nettstaden ein Content-Security-Policy, må han tillate dette. Har han til dømes `script-src` frå før, set du resten inn der: Den andre av to like gjeld ikkje. Har nettstaden ingen, trengst ingenting.',
    },
    elements: {
      'hotline-banner': {
        name: 'Banner med hjelpetelefonen',
        what: 'Den døgnopne hjelpetelefonen og 112, alltid synlege.',
      },
      'quick-exit': { name: 'Utgang', what: 'Ein knapp som forlèt sida med ein gong.' },
      'service-finder': { name: 'Tenestesøk', what: 'Søk i tenestene, og vel ut dei som passar.' },
      'service-card': {
        name: 'Tenestekort',
        what: 'Éi teneste: kva ho er, kven ho er for og korleis ein når ho.',
      },
      'contact-directory': {
        name: 'Kontaktoversikt',
        what: 'Alle kontaktar i ein tabell, til å kopiere og lagre.',
      },
      'entitlements-list': {
        name: 'Liste over rettar',
        what: 'Kva ein person kan ha rett til, og kven som kan hjelpe.',
      },
      'permit-guide': {
        name: 'Løyveguide',
        what: 'Løyva til å bli, side om side, og nokre spørsmål som viser kva som kan gjelde.',
      },
      'referral-guide': {
        name: 'Tilvisingsguide',
        what: 'For fagfolk: kva som er venta av yrket, stega og kven ein kan vise til.',
      },
      'return-guide': { name: 'Returguide', what: 'Hjelp til å reise heim, steg for steg.' },
      pathway: {
        name: 'Kart over vegen',
        what: 'Vegen frå første møte til hjelp på lang sikt, som eit kart.',
      },
      'language-menu': { name: 'Språkmeny', what: 'Lèt lesaren velje språk i elementa på sida.' },
    },
    attributes: {
      layout: { label: 'Form', values: { bar: 'Stripe over heile sida', card: 'Kort i ei spalte' } },
      exit: { label: 'Vis utgangen', hint: 'Ein knapp som forlèt sida med ein gong.' },
      'exit-href': {
        label: 'Kvar utgangen fører',
        hint: 'Ei heil adresse. Ikkje ei side som helsar med namn. Tomt felt: vêret på yr.no.',
      },
      href: {
        label: 'Kvar utgangen fører',
        hint: 'Ei heil adresse. Ikkje ei side som helsar med namn. Tomt felt: vêret på yr.no.',
      },
      'no-shortcut': { label: 'Slå av snarvegen', hint: 'Då gjer Shift, trykt tre gonger, ingenting.' },
      need: { label: 'Hjelp som er vald frå start' },
      area: { label: 'Stad som er vald frå start' },
      audience: {
        label: 'Kven som les',
        values: {
          person: 'Den det gjeld',
          helper: 'Ein som vil hjelpe',
          professional: 'Fagfolk',
        },
      },
      'page-size': {
        label: 'Talet på tenester om gongen',
        hint: 'Frå 1 til 50. Tomt felt: 50, men berre dei 6 første blir viste frå starten.',
      },
      src: {
        label: 'Adressa til dykkar eigne tenester',
        hint: 'Ei fil med til dømes krisesenteret dykkar. Lat feltet stå tomt om de ikkje har noka.',
      },
      open: { label: 'Vis alle opne' },
      view: {
        label: 'Det som viser først',
        values: { compare: 'Løyva side om side', questions: 'Spørsmåla' },
      },
      profession: { label: 'Yrke', hint: 'Ikkje vald: lesaren blir spurd.' },
      service: { label: 'Teneste' },
      step: { label: 'Steget ein er på no', hint: 'Eit tal frå 1. Tomt felt: ingen er merkt.' },
    },
    ways: {
      tag: {
        name: 'Skript og tagg',
        when: 'Når du kan endre HTML på sida. Vel denne om du kan.',
        paste:
          'Lim inn i kjeldevisinga («HTML», «Kjeldekode» eller «<>»). Nummeret inni taggen skal stå: Det viser òg utan skript. Blir linja med skriptet borte når du lagrar, skal ho i sidemalen. Fleire element på sida? Skriptlinja trengst berre éin gong.',
      },
      placeholder: {
        name: 'Plasshaldar',
        when: 'Når redigeringsverktøyet tek bort taggen, som WordPress gjer.',
        paste: 'To bitar: éin i teksten, og skriptet éin gong i malen for sida.',
      },
      single: {
        name: 'Skript for eitt element',
        when: 'Mindre fil, når sida berre har dette eine. Berre engelsk, bokmål og nynorsk.',
        paste: 'Lim inn i kjeldevisinga. Skal sida ha fleire element, er «Skript og tagg» rett.',
      },
      html: {
        name: 'Berre HTML',
        when: 'Når ingen skript er lov. Utan søk og val. Ikkje for språkmenyen.',
        paste: 'Lim inn i kjeldevisinga. Dette er ein kopi: Lim inn på nytt når det kjem ei ny utgåve.',
      },
      frame: {
        name: 'Ramme (iframe)',
        when: 'Når berre rammer er lov.',
        paste:
          'To bitar: ramma i teksten, og skriptet éin gong i malen for sida. Det gir ramma same høgd som innhaldet. Nummeret under ramma skal stå: Nokre verktøy tek bort ramma.',
      },
      npm: {
        name: 'npm',
        when: 'For utviklarar. Berre engelsk, bokmål og nynorsk.',
        paste: 'Legg til pakken `havn-widgets`, og bruk dei to bitane.',
      },
    },
    places: {
      page: 'Til sida',
      head: 'Til toppen av sida, i <head>',
      template: 'Til malen, éin gong',
      code: 'Til programmet',
    },
    notes: {
      exampleAddress: 'Adressa i koden er eit døme. Skriv dykkar eiga i «Kvar filene skal liggje».',
      unencrypted:
        'Adressa byrjar med `http:`. På ei side med `https:` hentar nettlesaren ikkje filene, og lesaren ser berre nummeret. Bruk `https:`.',
      otherServer:
        'Er serveren med filene ein annan enn den med sida, må han sende `Access-Control-Allow-Origin: *`. Elles viser berre nummeret.',
      frameColours: 'Fargane dykkar når ikkje inn i ei ramme. Dei er ikkje med i koden.',
      frameSource: 'Serveren med ramma må gi ramma lov til å lese fila dykkar. Sjå docs/frames.md.',
      plainSettings: 'Innstillingane gjeld ikkje for berre HTML. Dei er ikkje med i koden.',
      plainService: 'Som berre HTML finst kortet for ROSA, og ikkje for andre tenester.',
      forProfessionals:
        'Denne tenesta er for fagfolk og tek ingen enkeltsaker. Bruk kortet på sider for fagfolk, ikkje på sider for dei som treng hjelp.',
      styleElement:
        'Linja med `<style>` kan i staden stå i stilarket dykkar. Tek verktøyet ho bort, får de dei vanlege fargane.',
      steadySettings:
        'Innhaldet i taggen er utan innstillingane dine. Er elementet høgare eller lågare med dei, flyttar noko seg likevel.',
      exitFirst: 'Set utgangen først på sida. Då fører Tab til han først.',
      placeholderAddress:
        'Ein plasshaldar tek ikkje imot adresser (`src`, `href`, `exit-href`) eller `no-shortcut`: Kven som helst kunne ha sett dei. Dei er ikkje med i koden. Bruk taggen, i sidemalen.',
      menuAlone: 'Menyen verkar saman med andre element på sida. Åleine gjer han ingenting.',
    },
    policies: {
      address: 'Etter adresse',
      hash: 'Eller etter kontrollsum',
      trustedTypes: 'Berre om policyen har ei liste over namn for Trusted Types',
      trustedTypesNpm: 'Berre om policyen har ei liste over namn for Trusted Types',
      fetch: 'For eigne tenester',
      feed: 'For nyare opplysningar',
      styleHash: 'For linja med fargar. Ikkje naudsynt om ho står i stilarket dykkar',
      styleFile: 'For stilarket',
      frame: 'For sida med ramma',
      frameScript: 'For skriptet som gir ramma høgd',
      frameServer: 'Dette er nok på serveren med filene. Han må òg la sida vise ramma (`frame-ancestors`)',
      bundle: 'For programmet',
    },
  },
  en: {
    name: 'English',
    page: {
      documentation: 'Back to the documentation',
      title: 'Make a snippet',
      lead: 'Choose what to show. Copy the code, and paste it into your page. You do not have to know how to program.',
      pageLanguage: 'Language of this page',
      choose: 'Choose',
      what: 'Content',
      chosen: 'Elements on the page',
      chosenHint: 'Choose the one to change.',
      add: 'Add another element',
      element: 'Element',
      language: 'Language of the content',
      settings: 'Settings',
      look: 'Look',
      lookHint: 'The font is always that of your page.',
      accent: 'Colour of links and buttons',
      accentHint: 'It is made dark or light enough to read.',
      accentCode: 'The colour as a code',
      radius: 'Round corners, in pixels',
      wayLegend: 'Way',
      folder: 'Where the files will lie',
      folderHint:
        'The address of the folder on your server. On the same server as the page `/havn/` is enough. Ask whoever runs your website.',
      folderProblem:
        'This address cannot be used. The code has an address as an example. Begin with `https://` or `/`, without spaces and letters such as æ, ø and å.',
      more: 'More, which few need',
      steady: 'Nothing may move',
      steadyHint:
        'All of the content then stands in the code, without script too. It is a copy: paste it anew with each new version.',
      fixed: 'No script on my page',
      fixedHint:
        'Without the script the frame has a fixed height. It is enough on a phone, but long elements scroll inside the frame.',
      brand: 'Take the colours of the design system on the page',
      brandHint: 'Works with Designsystemet, Aksel, Punkt, GOV.UK and Bootstrap 5.',
      feed: 'Address of newer facts',
      feedHint:
        'A file that you publish yourselves, signed with your key. The page then gets new numbers without new code. See docs/facts-feed.md.',
      feedProblem:
        'This address cannot be used, and is not in the code. It must begin with `https://` and end in `.json`.',
      noFeed: 'This version was built without a key, and cannot fetch newer facts. See docs/facts-feed.md.',
      preview: 'How it looks',
      fold: 'Preview',
      width: 'Width',
      phone: 'Phone',
      desktop: 'Desktop',
      ground: 'Ground',
      light: 'Light',
      dark: 'Dark',
      previewHint:
        'Links and telephone numbers are switched off here. Services of your own show on your page only.',
      alone: 'Open in a new tab',
      picture: 'Save as a picture',
      snippet: 'Code to paste',
      files: 'Files for the server',
      filesNeeded: 'Of the files in the folder, the code above uses:',
      policy: 'For whoever set up security',
      noScript: 'This page needs script. All ways are in docs/embedding.md.',
    },
    say: {
      remove: 'Remove',
      copy: 'Copy the code',
      copied: 'The code is copied.',
      copiedExample: 'The code is copied. The address in it is still the example.',
      marked: 'The code is selected. Copy it with Ctrl + C, on a Mac ⌘ + C.',
      failed:
        'The files that belong to this page could not be read. Load the page again. If that does not help, the folder is not whole: get it again.',
      frameTitle: 'Preview',
      notSet: 'Not set',
      usual: '{value} (usual)',
      invalid: 'This cannot be used, and is not in the code.',
      limited:
        'The way you have chosen has English, bokmål and nynorsk only. Choose another for more languages.',
      filesIn:
        'Download the folder `havn`, and unpack it. Put it on your server, so that its address is `{folder}`. Open `{folder}havn.js` in the browser: you should see code, not an error. Is there a folder `havn` inside `havn`? Then the inner one goes on the server. Code and files must be of the same version: this is {version}.',
      filesBeside: 'The folder also lies beside the file that you have opened.',
      archive: 'Download havn.zip ({size})',
      saved: 'The picture is saved.',
      notSaved: 'This browser cannot make the picture. Take a screenshot instead.',
      noFiles: 'None. The package has all of it.',
      policyHint:
        'If your website has a Content-Security-Policy, it must allow this. If it has `script-src` already, for example, put the rest into that: the second of two alike does not count. If it has no policy, nothing is needed.',
    },
    elements: {
      'hotline-banner': { name: 'Helpline banner', what: 'The 24-hour helpline and 112, always in sight.' },
      'quick-exit': { name: 'Quick exit', what: 'A button that leaves the page at once.' },
      'service-finder': { name: 'Service finder', what: 'Search the services, and choose those that fit.' },
      'service-card': {
        name: 'Service card',
        what: 'One service: what it is, whom it is for and how to reach it.',
      },
      'contact-directory': {
        name: 'Contact directory',
        what: 'All contacts in a table, to copy and save.',
      },
      'entitlements-list': {
        name: 'Entitlements',
        what: 'What a person may have a right to, and who can help.',
      },
      'permit-guide': {
        name: 'Permit guide',
        what: 'The permits to stay side by side, and a few questions that show what may apply.',
      },
      'referral-guide': {
        name: 'Referral guide',
        what: 'For professionals: what is expected of the profession, the steps and whom to refer to.',
      },
      'return-guide': { name: 'Return guide', what: 'Help to return, step by step.' },
      pathway: { name: 'Pathway', what: 'The way from the first meeting to the long term, as a map.' },
      'language-menu': {
        name: 'Language menu',
        what: 'Lets the reader choose the language of the elements.',
      },
    },
    attributes: {
      layout: { label: 'Shape', values: { bar: 'Bar across the page', card: 'Card in a column' } },
      exit: { label: 'Show the way out', hint: 'A button that leaves the page at once.' },
      'exit-href': {
        label: 'Where the way out leads',
        hint: 'A whole address. Not a page that greets by name. Empty: the weather at yr.no.',
      },
      href: {
        label: 'Where the way out leads',
        hint: 'A whole address. Not a page that greets by name. Empty: the weather at yr.no.',
      },
      'no-shortcut': {
        label: 'Switch off the shortcut',
        hint: 'Then Shift, pressed three times, does nothing.',
      },
      need: { label: 'Help that is chosen at first' },
      area: { label: 'Place that is chosen at first' },
      audience: {
        label: 'Who is reading',
        values: {
          person: 'The person it is about',
          helper: 'Somebody who wants to help',
          professional: 'Professionals',
        },
      },
      'page-size': {
        label: 'Number of services at a time',
        hint: 'From 1 to 50. Empty: 50, but only the first 6 show at the start.',
      },
      src: {
        label: 'Address of your own services',
        hint: 'A file with your shelter, for example. Leave it empty if you have none.',
      },
      open: { label: 'Show all of them opened' },
      view: {
        label: 'What shows first',
        values: { compare: 'The permits side by side', questions: 'The questions' },
      },
      profession: { label: 'Profession', hint: 'Not set: the reader is asked.' },
      service: { label: 'Service' },
      step: { label: 'The step one is at now', hint: 'A number from 1. Empty: none is marked.' },
    },
    ways: {
      tag: {
        name: 'Script and tag',
        when: 'When you can change the HTML of the page. Choose this if you can.',
        paste:
          'Paste it into the source view (“HTML”, “Source code” or “<>”). Leave the number inside the tag: it shows without script, too. If the line with the script is gone after you save, it belongs in the template of the page. More elements on the page? That line once is enough.',
      },
      placeholder: {
        name: 'Placeholder',
        when: 'When your editor takes out the tag, as WordPress does.',
        paste: 'Two pieces: one into the text, and the script once into the template of the page.',
      },
      single: {
        name: 'Script of one element',
        when: 'A smaller file, when the page has this one only. English, bokmål and nynorsk only.',
        paste: 'Paste it into the source view. For more elements on the page, “Script and tag” is right.',
      },
      html: {
        name: 'Plain HTML',
        when: 'When no scripts are allowed. No search, no choices. Not for the language menu.',
        paste: 'Paste it into the source view. This is a copy: paste it anew with each new version.',
      },
      frame: {
        name: 'Frame (iframe)',
        when: 'When only frames are allowed.',
        paste:
          'Two pieces: the frame into the text, and the script once into the template of the page. It makes the frame as high as its content. Leave the number under the frame: some editors take out the frame.',
      },
      npm: {
        name: 'npm',
        when: 'For developers. English, bokmål and nynorsk only.',
        paste: 'Add the package `havn-widgets`, and use the two pieces.',
      },
    },
    places: {
      page: 'For the page',
      head: 'For the top of the page, in <head>',
      template: 'For the template, once',
      code: 'For the application',
    },
    notes: {
      exampleAddress: 'The address in the code is an example. Write your own in “Where the files will lie”.',
      unencrypted:
        'The address begins with `http:`. On a page with `https:` the browser does not fetch the files, and the reader sees the number alone. Use `https:`.',
      otherServer:
        'If the server of the files is another than that of the page, it must send `Access-Control-Allow-Origin: *`. Else the number alone shows.',
      frameColours: 'Your colours do not reach into a frame. They are not in the code.',
      frameSource: 'The server of the frame has to let it read your file. See docs/frames.md.',
      plainSettings: 'The settings do not hold for plain HTML. They are not in the code.',
      plainService: 'As plain HTML there is the card of ROSA, and of no other service.',
      forProfessionals:
        'This service is for professionals and takes no individual cases. Use its card on pages for professionals, not on pages for people who need help.',
      styleElement:
        'The line with `<style>` may stand in your style sheet instead. If your editor takes it out, you have the usual colours.',
      steadySettings:
        'What is in the tag is without your settings. If they make the element higher or lower, something moves all the same.',
      exitFirst: 'Put the way out first in the page. Then Tab leads to it first.',
      placeholderAddress:
        'A placeholder takes no addresses (`src`, `href`, `exit-href`) and no `no-shortcut`, since anybody could set them. They are not in the code. Use the tag, in the page template.',
      menuAlone: 'The menu works with other elements on the page. Alone it does nothing.',
    },
    policies: {
      address: 'By address',
      hash: 'Or by hash',
      trustedTypes: 'Only if your policy lists names for Trusted Types',
      trustedTypesNpm: 'Only if your policy lists names for Trusted Types',
      fetch: 'For services of your own',
      feed: 'For newer facts',
      styleHash: 'For the line with colours. Not needed if it stands in your style sheet',
      styleFile: 'For the style sheet',
      frame: 'For the page with the frame',
      frameScript: 'For the script that sizes the frame',
      frameServer:
        'Enough for the server of the files. It must also let your page show the frame (`frame-ancestors`)',
      bundle: 'For the application',
    },
  },
};
