/** What `validate` says, in bokmål: by what the library says in English. */

/**
 * The English sentence and the same in bokmål, the first that fits. `{}` is what differs, in both in the same order; `…`
 * at the end is all that follows.
 */
const sentences: Record<string, string> = {
  'is missing, and has to be there': 'mangler, og må være med',
  'has to be a text, in quotes': 'må være en tekst, i anførselstegn',
  'has to be a number, without quotes': 'må være et tall, uten anførselstegn',
  'has to be true or false, without quotes': 'må være true eller false, uten anførselstegn',
  'has to be a list: […]': 'må være en liste: […]',
  'has to be a group of fields: {…}': 'må være en gruppe felt: {…}',
  'has to be one of: {}: did you mean "{}"?': 'må være ett av disse: {}: mente du "{}"?',
  'has to be one of: {}': 'må være ett av disse: {}',
  'has to be {}, or left out': 'må være {}, eller utelates',
  'has to be lower-case letters …':
    'må være små bokstaver (a til z), sifre og enkle bindestreker, som eksempelvik-krisesenter',
  'needs at least one letter or digit that can be seen, and no half characters':
    'må ha minst én bokstav eller ett siffer som kan ses, og ingen halve tegn',
  'needs at least one letter that can be seen, and no half characters':
    'må ha minst én bokstav som kan ses, og ingen halve tegn',
  'may not be empty, nor have half characters': 'kan ikke være tom eller ha halve tegn',
  'has to be a day: YYYY-MM-DD': 'må være en dag: ÅÅÅÅ-MM-DD',
  'has to be a language tag, such as {}': 'må være en språkkode, for eksempel {}',
  'has to be a time of day: HH:MM': 'må være et klokkeslett: TT:MM',
  'has to be weekdays, of {}': 'må være ukedager, av {}',
  'says that it is a 24-hour line…':
    'sier at det er en døgnåpen linje, og det kan bare den nasjonale hjelpetelefonen si: ta det bort, og skriv "x_open_day_and_night": true hvis det er åpent hele døgnet',
  'says when it is open, as "schedules" does: leave one of them out':
    'sier når det er åpent, slik "schedules" også gjør: ta bort en av dem',
  'is empty: leave it out': 'er tom: ta den bort',
  'may hold at most {} records': 'kan ha høyst {} poster',
  'may hold at most {}': 'kan ha høyst {}',
  'may have at most {} characters': 'kan ha høyst {} tegn',
  'has to be {} or more': 'må være {} eller mer',
  'has to be {} or less': 'må være {} eller mindre',
  'may not be given for a safe house…':
    'kan ikke oppgis for et trygt hus, som ikke har noe sted og ingen egen kontakt',
  'is of an organisation whose name or description tells…':
    'hører til en organisasjon som har kontakt eller sted i navnet eller beskrivelsen, og et trygt hus kan ikke nås',
  'may not tell where a safe house is or how to reach it':
    'kan ikke fortelle hvor et trygt hus er, eller hvordan det nås',
  'cannot be read in opening hours…':
    'kan ikke leses i åpningstider: ta det bort, eller skriv det med ord i "description"',
  'is too large or too deep': 'er for stor eller for dyp',
  'is a key that no file may have': 'er en nøkkel som ingen fil kan ha',
  'may be said of national services only': 'kan bare sies om nasjonale tjenester',
  'may not be in the future': 'kan ikke være i framtiden',
  'is a national emergency or helpline number…':
    'er et nasjonalt nødnummer eller nummeret til hjelpetelefonen, som bare de nasjonale tjenestene viser: oppgi et eget nummer',
  "is the helpline's number with one digit wrong…":
    'er nummeret til hjelpetelefonen med ett siffer feil, eller to byttet om: kontroller det',
  'names a street, and this seems to be a safe house…':
    'nevner en gate, og dette ser ut til å være et trygt hus: ta gaten ut, og sett x_safe_house',
  'reads as the name of a national service or organisation…':
    'leses som navnet på en nasjonal tjeneste eller organisasjon: legg til noe, for eksempel stedet',
  'reads as the national helpline or the emergency number…':
    'leses som den nasjonale hjelpetelefonen eller nødnummeret: ingen av tjenestene deres kan hete det',
  'has letters of two scripts, or a sign, within one word…':
    'har bokstaver fra to skriftsystemer, eller et tegn, i ett ord: skriv hvert ord med ett skriftsystem',
  'has a code that changes how a phone works…':
    'har en kode som endrer hvordan en telefon virker, for eksempel sender anropene videre: ta den bort',
  'names the helpline or the police in a warning…':
    'nevner hjelpetelefonen eller politiet i en advarsel: sett nummeret ved siden av navnet, og for politiet nødnummeret',
  'says that it is of the whole country…':
    'sier at den gjelder hele landet, som bare de nasjonale tjenestene gjør: ta bort det, og legg til stedet',
  'names the helpline, an emergency number…':
    'nevner hjelpetelefonen, et nødnummer eller navnet på det ved siden av et annet telefonnummer, eller som stengt eller endret: ta bort det nasjonale, som alltid står på siden, eller sett deres eget i "phones"',
  'has the name or the number of the helpline in it…':
    'har navnet på hjelpetelefonen eller nummeret dens i seg, ligner på en adresse til politiet eller en annen myndighet, eller skjuler hvor den fører',
  'has to begin with https:// or http://': 'må begynne med https:// eller http://',
  'has a number that costs extra or that nobody can dial: leave it out':
    'har et nummer som koster ekstra, eller som ingen kan ringe: ta det bort',
  'is no number that can be called: write one number alone, or leave it out':
    'er ikke et nummer som kan ringes: skriv ett nummer alene, eller ta det bort',
  'tells where a safe house may be…':
    'forteller hvor et trygt hus kan ligge, og alle kan lese fila: ta det bort, selv om det ikke har noen virkning',
  'stands twice: only the last one counts': 'står to ganger: bare den siste gjelder',
  'has to be before 24:00': 'må være før 24:00',
  'is when it opens: a whole day is 00:00 to 24:00': 'er når det åpner: et helt døgn er 00:00 til 24:00',
  'may not be before valid_from': 'kan ikke være før valid_from',
  'may not be below minimum_age': 'kan ikke være under minimum_age',
  'is the id of a national record: choose another': 'er id-en til en nasjonal post: velg en annen',
  'is the id of an earlier {}: choose another': 'er id-en til en tidligere post: velg en annen',
  'has to be an organisation of yours that is not left out, and never in a circle':
    'må være en organisasjon i fila som ikke er utelatt, og aldri i ring',
  'has to be an organisation of yours that is not left out':
    'må være en organisasjon i fila som ikke er utelatt',
  'has to be a service of yours that is active, is not left out and has a number of its own that can be dialled':
    'må være en tjeneste i fila som er aktiv, som ikke er utelatt, og som har et eget nummer som kan ringes',
  'is a service whose name tells a place…':
    'er en tjeneste med et sted eller et nummer i navnet, eller med mer enn sifre i et telefonnummer, og det står på kortet til et trygt hus',
  'shows a number that is not dialled there…':
    'viser et nummer som ikke er det som ringes: ta det bort, eller skriv det i «phones»',
  'has to be the id of a national service': 'må være id-en til en nasjonal tjeneste',
  'may not be hidden: it is the helpline or the emergency number':
    'kan ikke skjules: det er hjelpetelefonen eller nødnummeret',
  'may not be hidden too: a page may hide half of the national services, which is {}':
    'kan ikke også skjules: en side kan skjule halvparten av de nasjonale tjenestene, altså {}',
  'may not be hidden while {}, which is reached through it, is not':
    'kan ikke skjules når {}, som nås gjennom den, ikke er skjult',
  'may not be hidden too: it is the last service of the whole country for the need "{}"':
    'kan ikke også skjules: det er den siste tjenesten for hele landet for behovet "{}"',
  'is larger than {} kB': 'er større enn {} kB',
  'has more than {} levels of brackets within each other': 'har mer enn {} nivåer med klammer i hverandre',
  'has to be an object with a list of services: {}': 'må være et objekt med en liste over tjenester: {}',
  'could not be read': 'kunne ikke leses',
  'is no text': 'er ingen tekst',
  'is not JSON': 'er ikke JSON',
  'is not JSON: {}': 'er ikke JSON: {}',
  'is not in UTF-8: save it again with that encoding':
    'er ikke i UTF-8: lagre den på nytt med den tegnkodingen',
  'has no effect: there are {}, and keys that begin with x_ or $':
    'har ingen virkning: det finnes {}, og nøkler som begynner med x_ eller $',
  'has no effect: did you mean "{}"?': 'har ingen virkning: mente du "{}"?',
  'has no effect': 'har ingen virkning',
  'is none of the languages of the widgets, so nobody sees it: there are {}':
    'er ingen av språkene til elementene, så ingen ser det: det finnes {}',
  'is the tag of no language': 'er ikke koden til noe språk',
  'is no number that can be called: write one number alone, as {} and {} digits, and whose it is in "description"':
    'er ikke et nummer som kan ringes: skriv ett nummer alene, som {} og {} sifre, og hvem som har det i "description"',
  'is no address that can be opened: write it whole, with https://':
    'er ikke en adresse som kan åpnes: skriv hele, med https://',
  'is no e-mail address: write one alone': 'er ikke en e-postadresse: skriv én alene',
};

const patternOf = (english: string) => {
  const literal = english.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('\\{\\}', '(.*?)').replace(/…$/, '.*')}$`, 's');
};
const inNorwegian = Object.entries(sentences).map(
  ([english, norwegian]) => [patternOf(english), norwegian] as const,
);

export function inLanguage(message: string, language: string): string {
  if (language !== 'nb') return message;
  for (const [pattern, norwegian] of inNorwegian) {
    const values = pattern.exec(message)?.slice(1);
    if (values) return norwegian.replace(/\{\}/g, () => values.shift() ?? '');
  }
  return message;
}

const inEnglish = { file: 'the file', found: 'found', in: 'in' };
const frames: Record<string, typeof inEnglish> = {
  en: inEnglish,
  nb: { file: 'fila', found: 'fant', in: 'i' },
};

/** Of a sentence of its own. */
export const frameIn = (language: string) => frames[language] ?? inEnglish;
export const languages = Object.keys(frames);

/** What a file brings. */
export function summaryIn(
  language: string,
  {
    services,
    organizations,
    hidden,
    leftOut,
    findings,
  }: { services: number; organizations: number; hidden: number; leftOut: number; findings: number },
) {
  const many = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;
  if (language === 'nb') {
    const hides = hidden ? `, og ${many(hidden, 'nasjonal tjeneste', 'nasjonale tjenester')} skjult` : '';
    const result = findings
      ? `${leftOut} utelatt, ${many(findings, 'ting', 'ting')} å rette`
      : 'ingenting er utelatt';
    return `${many(services, 'tjeneste', 'tjenester')} fra ${many(organizations, 'organisasjon', 'organisasjoner')}${hides}; ${result}.`;
  }
  const hides = hidden ? ` with ${many(hidden, 'national service', 'national services')} hidden` : '';
  const result = findings
    ? `${leftOut} left out, ${many(findings, 'thing', 'things')} to mend`
    : 'nothing is left out';
  return `${many(services, 'service', 'services')} of ${many(organizations, 'organisation', 'organisations')}${hides}; ${result}.`;
}
