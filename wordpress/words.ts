/**
 * The words of the plugin that nothing else has. Titles, settings and names come from the embed builder and the facts; a
 * word that is in none of them and not here ends the build.
 */

/** Icons of WordPress itself, by element. */
export const icons: Record<string, string> = {
  'hotline-banner': 'phone',
  'quick-exit': 'exit',
  'service-finder': 'search',
  'service-card': 'id-alt',
  'contact-directory': 'list-view',
  'entitlements-list': 'yes-alt',
  'permit-guide': 'admin-home',
  'referral-guide': 'clipboard',
  'return-guide': 'airplane',
  pathway: 'location-alt',
  'language-menu': 'translation',
};

/** What an editor may type to find a block, by element. */
export const keywords: Record<string, string[]> = {
  'hotline-banner': ['helpline', 'trafficking', 'emergency'],
  'quick-exit': ['leave', 'safety', 'trafficking'],
  'service-finder': ['services', 'search', 'trafficking'],
  'service-card': ['service', 'contact', 'trafficking'],
  'contact-directory': ['contact', 'table', 'trafficking'],
  'entitlements-list': ['rights', 'help', 'trafficking'],
  'permit-guide': ['residence', 'asylum', 'trafficking'],
  'referral-guide': ['professionals', 'referral', 'trafficking'],
  'return-guide': ['return', 'travel home', 'trafficking'],
  pathway: ['steps', 'map', 'trafficking'],
  'language-menu': ['language', 'translation', 'trafficking'],
};

/** Names of values that the facts have no name for. */
export const values: Record<string, string> = { other: 'Another profession' };

/** By the English. */
export const translations: Record<string, { nb: string; nn: string }> = {
  helpline: { nb: 'hjelpetelefon', nn: 'hjelpetelefon' },
  trafficking: { nb: 'menneskehandel', nn: 'menneskehandel' },
  emergency: { nb: 'nødnummer', nn: 'naudnummer' },
  leave: { nb: 'forlate', nn: 'forlate' },
  safety: { nb: 'trygghet', nn: 'tryggleik' },
  services: { nb: 'tjenester', nn: 'tenester' },
  search: { nb: 'søk', nn: 'søk' },
  service: { nb: 'tjeneste', nn: 'teneste' },
  contact: { nb: 'kontakt', nn: 'kontakt' },
  table: { nb: 'tabell', nn: 'tabell' },
  rights: { nb: 'rettigheter', nn: 'rettar' },
  help: { nb: 'hjelp', nn: 'hjelp' },
  residence: { nb: 'opphold', nn: 'opphald' },
  asylum: { nb: 'asyl', nn: 'asyl' },
  professionals: { nb: 'fagfolk', nn: 'fagfolk' },
  referral: { nb: 'henvisning', nn: 'tilvising' },
  return: { nb: 'retur', nn: 'retur' },
  'travel home': { nb: 'reise hjem', nn: 'reise heim' },
  steps: { nb: 'steg', nn: 'steg' },
  map: { nb: 'kart', nn: 'kart' },
  language: { nb: 'språk', nn: 'språk' },
  translation: { nb: 'oversettelse', nn: 'omsetjing' },
  'Another profession': { nb: 'Et annet yrke', nn: 'Eit anna yrke' },

  Havn: { nb: 'Havn', nn: 'Havn' },
  Settings: { nb: 'Innstillinger', nn: 'Innstillingar' },
  Language: { nb: 'Språk', nn: 'Språk' },
  'As the page': { nb: 'Som siden', nn: 'Som sida' },
  'Not set': { nb: 'Ikke valgt', nn: 'Ikkje vald' },
  'Published, it stays in a corner of the window, above everything.': {
    nb: 'På den publiserte siden står den i et hjørne av vinduet, over alt annet.',
    nn: 'På den publiserte sida står han i eit hjørne av vindauget, over alt anna.',
  },
  'Your own services': { nb: 'Deres egne tjenester', nn: 'Dykkar eigne tenester' },
  'A shelter of your municipality, for example: a JSON file, or its text.': {
    nb: 'For eksempel krisesenteret i kommunen: en JSON-fil, eller teksten i den.',
    nn: 'Til dømes krisesenteret i kommunen: ei JSON-fil, eller teksten i henne.',
  },
  'Choose a JSON file': { nb: 'Velg en JSON-fil', nn: 'Vel ei JSON-fil' },
  'Take it out': { nb: 'Ta den bort', nn: 'Ta henne bort' },
  'Or paste the text of such a file': {
    nb: 'Eller lim inn teksten i en slik fil',
    nn: 'Eller lim inn teksten i ei slik fil',
  },
  'Nothing in it would be left out.': {
    nb: 'Ingenting i den blir utelatt.',
    nn: 'Ingenting i henne blir utelate.',
  },
  'This would be left out:': { nb: 'Dette blir utelatt:', nn: 'Dette blir utelate:' },
  'The file': { nb: 'Filen', nn: 'Fila' },
  'This address cannot be read from here.': {
    nb: 'Denne adressen kan ikke leses herfra.',
    nn: 'Denne adressa kan ikkje lesast herifrå.',
  },
  'Havn has no element "%1$s", so this shows the banner. There are: %2$s. Readers do not see this line.': {
    nb: 'Havn har ikke noe element «%1$s», så dette viser banneret. Disse finnes: %2$s. Leserne ser ikke denne linjen.',
    nn: 'Havn har ikkje noko element «%1$s», så dette viser banneret. Desse finst: %2$s. Lesarane ser ikkje denne lina.',
  },
  "Norway's help for victims of human trafficking.": {
    nb: 'Norges hjelp til ofre for menneskehandel.',
    nn: 'Noregs hjelp til offer for menneskehandel.',
  },
  'What to show': { nb: 'Det som skal vises', nn: 'Det som skal visast' },
  'Service, for the service card': { nb: 'Tjeneste, for tjenestekortet', nn: 'Teneste, for tenestekortet' },
  'Any page can have the elements: add a block, and look for "Havn". Here you can also put the banner with the helpline on every page.':
    {
      nb: 'Alle sider kan ha elementene: Legg til en blokk, og søk etter «Havn». Her kan du også sette banneret med hjelpetelefonen på alle sider.',
      nn: 'Alle sider kan ha elementa: Legg til ei blokk, og søk etter «Havn». Her kan du òg setje banneret med hjelpetelefonen på alle sider.',
    },
  'Banner on every page': { nb: 'Banner på alle sider', nn: 'Banner på alle sider' },
  No: { nb: 'Nei', nn: 'Nei' },
  'At the top': { nb: 'Øverst', nn: 'Øvst' },
  'At the bottom': { nb: 'Nederst', nn: 'Nedst' },
  'As the page, and a menu to choose another': {
    nb: 'Som siden, og en meny for å velge et annet',
    nn: 'Som sida, og ein meny for å velje eit anna',
  },
  'Language of this banner': { nb: 'Språk i dette banneret', nn: 'Språk i dette banneret' },
  'The way out': { nb: 'Utgangen', nn: 'Utgangen' },
  'Show a button in this banner that leaves the page at once': {
    nb: 'Vis en knapp i dette banneret som forlater siden med én gang',
    nn: 'Vis ein knapp i dette banneret som forlèt sida med ein gong',
  },
  'Check this site': { nb: 'Sjekk nettstedet', nn: 'Sjekk nettstaden' },
  'Looks at pages of this site that have an element, as a reader gets them. It asks this site alone.': {
    nb: 'Ser på sider på nettstedet som har et element, slik en leser får dem. Det spør bare dette nettstedet.',
    nn: 'Ser på sider på nettstaden som har eit element, slik ein lesar får dei. Det spør berre denne nettstaden.',
  },
  'The file %s is not the one of this version. Upload the plugin again.': {
    nb: 'Filen %s er ikke den som hører til denne utgaven. Last opp innstikket på nytt.',
    nn: 'Fila %s er ikkje den som høyrer til denne utgåva. Last opp innstikket på nytt.',
  },
  'All files are those of this version.': {
    nb: 'Alle filene hører til denne utgaven.',
    nn: 'Alle filene høyrer til denne utgåva.',
  },
  'There is no element on it. A cache or another plugin may have an older page, or takes tags out.': {
    nb: 'Det er ikke noe element på den. Et hurtiglager eller et annet innstikk kan ha en eldre side, eller ta bort tagger.',
    nn: 'Det er ikkje noko element på henne. Eit snøgglager eller eit anna innstikk kan ha ei eldre side, eller ta bort taggar.',
  },
  'There is no number to call on it without script.': {
    nb: 'Uten skript er det ikke noe nummer å ringe på den.',
    nn: 'Utan skript er det ikkje noko nummer å ringje på henne.',
  },
  'It loads the script of another version: empty the page cache.': {
    nb: 'Den henter skriptet til en annen utgave: Tøm hurtiglageret for sider.',
    nn: 'Ho hentar skriptet til ei anna utgåve: Tøm snøgglageret for sider.',
  },
  'Something has changed the tag of the script: it has lost its integrity.': {
    nb: 'Noe har endret taggen til skriptet: Kontrollsummen er borte.',
    nn: 'Noko har endra taggen til skriptet: Kontrollsummen er borte.',
  },
  'Something holds the script back, such as a consent plugin. Exempt havn.js: it stores nothing and asks nobody.':
    {
      nb: 'Noe holder skriptet igjen, for eksempel et samtykkeverktøy. Unnta havn.js: Det lagrer ingenting og spør ingen.',
      nn: 'Noko held skriptet att, til dømes eit samtykkeverktøy. Unnta havn.js: Det lagrar ingenting og spør ingen.',
    },
  'The script havn.js is not on it. A plugin for speed may have joined it with others: exempt it.': {
    nb: 'Skriptet havn.js er ikke på den. Et innstikk for fart kan ha slått det sammen med andre: Unnta det.',
    nn: 'Skriptet havn.js er ikkje på henne. Eit innstikk for fart kan ha slått det saman med andre: Unnta det.',
  },
  'The script is on it more than once: is the theme loading Havn too?': {
    nb: 'Skriptet er på den mer enn én gang: Henter temaet også Havn?',
    nn: 'Skriptet er på henne meir enn éin gong: Hentar temaet òg Havn?',
  },
  'Its Content-Security-Policy may refuse the script. It has to allow the scripts of this site.': {
    nb: 'Content-Security-Policy på siden kan nekte skriptet. Den må tillate skript fra dette nettstedet.',
    nn: 'Content-Security-Policy på sida kan nekte skriptet. Han må tillate skript frå denne nettstaden.',
  },
  'Element, number and script are there.': {
    nb: 'Element, nummer og skript er der.',
    nn: 'Element, nummer og skript er der.',
  },
  'No published page has an element yet. Those that stand in a widget or a template are not looked for.': {
    nb: 'Ingen publisert side har et element ennå. De som står i en widget eller en mal, letes det ikke etter.',
    nn: 'Inga publisert side har eit element enno. Dei som står i ein widget eller ein mal, blir det ikkje leitt etter.',
  },
  'The server cannot read this page by itself. Look at it as a reader, logged out, on a phone, and with scripts switched off.':
    {
      nb: 'Serveren kan ikke selv lese denne siden. Se på den som en leser: logget ut, på en telefon og med skript slått av.',
      nn: 'Serveren kan ikkje sjølv lese denne sida. Sjå på henne som ein lesar: logga ut, på ein telefon og med skript slått av.',
    },
  'What PHP cannot see: whether the element shows in a browser. Open each page logged out; the searching and the choosing have to work.':
    {
      nb: 'Det PHP ikke kan se: om elementet vises i en nettleser. Åpne hver side uten å være logget inn; søk og valg må virke.',
      nn: 'Det PHP ikkje kan sjå: om elementet viser i ein nettlesar. Opne kvar side utan å vere logga inn; søk og val må verke.',
    },
  Wrong: { nb: 'Feil', nn: 'Feil' },
  'Look at it': { nb: 'Se på det', nn: 'Sjå på det' },
  Good: { nb: 'Bra', nn: 'Bra' },
};
