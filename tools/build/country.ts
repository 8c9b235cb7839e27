/**
 * The country of this build: a folder of facts, whose country.json has everything else that differs between countries.
 * docs/countries.md says what a country decides.
 */
import { readFileSync } from 'node:fs';

/** Without a slash at the end. */
export const folder = (process.env.HAVN_COUNTRY || 'data').replace(/\/+$/, '');

/** Whether it is the country of this repository, which its documents, demo and embed builder are about. */
export const isOwn = folder === 'data';

/** The schemas of the files in such a folder: they belong to the library, and are the same for every country. */
export const schemaFolder = 'schema';

/** The path of a file of the country. Its type always has the folder `data`, to distinguish files by name. */
export type InCountry<File extends string> = `data/${File}`;

/** @param file its name in the folder */
export const inCountry = <File extends string>(file: File) => `${folder}/${file}` as InCountry<File>;

export const countryFile = inCountry('country.json');

/** patterns consist of digits, "x" for any digit, and sets such as "[2-9]" */
export interface Telephone {
  calling_code: string;
  /** what is dialled before a number within the country */
  trunk?: string;
  /** numbers of the country without calling code and trunk, one pattern for each length */
  national: string[];
  /** the beginnings of numbers that cost extra */
  premium: string[];
  /** short numbers, dialled without a calling code or trunk */
  short_codes: string[];
  /** short codes of the emergency services */
  emergency: string[];
  /** names that only an emergency number has */
  emergency_names?: string[];
  /** the ten digits in words, in forms that the translations do not have */
  digits_in_words?: string[];
  /** the emergency numbers in words, other than digit by digit */
  emergency_in_words?: string[];
  /** words for ten to nineteen and the tens, for phone numbers that are said in pairs */
  tens_in_words?: string[];
  /** usual headings for lists of helplines and emergency numbers */
  headings?: string[];
  /** how numbers are shown: the first pattern that fits */
  groups: string[];
  /** how people write numbers, the most usual way first */
  written: string[];
}

/** The weekdays as in iCalendar, from Sunday like those of JavaScript's dates. */
export const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** the first such weekday on or after a day of the year, MM-DD */
interface FloatingDay {
  weekday: string;
  from: string;
}

export interface Country {
  /** in English */
  name: string;
  /** describes the published data, in English */
  description: string;
  /** besides English */
  languages: { bundled: string[]; further: string[]; names: Record<string, string> };
  /** messages of the interface that name the country, in English, by id */
  messages: Record<string, string>;
  /** names that contain a fixed term and are not translated */
  proper_names?: string[];
  /** the address that the quick exit leads to */
  exit: string;
  /** id of the area for the whole country */
  whole_country: string;
  /** short names that people write instead of the id of a service, with the id */
  short_names?: Record<string, string>;
  telephone: Telephone;
  /** words with which a host's own service would pose as a national one */
  claims?: Record<string, string[]>;
  /** words with which a text would tell where a safe house is */
  addresses?: Record<string, string[]>;
  clock: { zone: string; winter: { name: string; hours: number }; summer: { name: string; hours: number } };
  holidays: { fixed: string[]; easter: number[]; weekdays?: FloatingDay[]; half_days: string[] };
}

let known: Country | undefined;

/** Read without checks: `readFacts` reports what is wrong in the file. */
export function country(): Country {
  known ??= JSON.parse(readFileSync(countryFile, 'utf8')) as Country;
  return known;
}

/** The languages that every script contains; the others are separate files. */
export const bundledLanguages = () => country().languages.bundled;

/** The languages that we translate into. */
export const targetLanguages = () => [...bundledLanguages(), ...country().languages.further];

/** @returns the pattern as a regular expression */
const digits = (pattern: string): string =>
  pattern.replace(/x+/g, run => (run.length > 1 ? `\\d{${run.length}}` : '\\d'));

const anyOf = (patterns: string[]) => {
  const any = patterns.map(digits).join('|');
  return patterns.length === 1 ? any : `(?:${any})`;
};

const lengthOf = (pattern: string) => pattern.replace(/\[[^\]]*\]/g, 'x').length;

/** A short code of the emergency services. */
export const emergencyNumber = ({ emergency }: Telephone) => anyOf(emergency);

/** A number of the country without its calling code. */
export const nationalNumber = ({ national }: Telephone) => anyOf(national);

/**
 * The beginnings of numbers outside the country that cost extra: international ones (premium rate, satellite), and
 * those that countries reserve for services that charge the caller.
 */
const premiumAbroad = [
  '979',
  '87',
  '88[123]',
  '1900',
  '3290',
  '3389',
  '4190[016]',
  '4390[01]',
  '4393[019]',
  '449',
  '4590',
  // Not 0934, the area code of a town.
  '469(?:00|39|4[49]|69|9)',
  '48(?:[34]0|70)',
  '49(?:900|1[39])',
  '319(?:00|06|09)',
  // Finland: 0600, 0606 and 0700. No ordinary number there has 0 behind the area code 6 or 7.
  '358[67]0',
  // Spain, Italy, the personal and premium numbers of the United Kingdom, Greece, the Czech Republic, Romania, Latvia,
  // and the area code 976 of North America.
  '3480[3-7]',
  '3490[57]',
  '39(?:89|144|166|199)',
  '4470',
  '4487',
  '3090',
  '42090',
  '4090',
  '37190',
  '1976',
  // Iceland, the Faroes, Estonia, Luxembourg, Cyprus, Serbia.
  '35490',
  '29890',
  '37290',
  '35290[05]',
  '35790[09]',
  '38190',
  // Countries whose languages the widgets speak: Vietnam, Portugal, Lithuania, Bulgaria, Ukraine, Russia, Thailand.
  '841900',
  '351(?:6[04]|76[0-2])',
  '37090',
  '35990',
  '380(?:900|703)',
  '780[39]',
  '661900',
  // Slovakia, Slovenia, Croatia, Hungary, and Ireland, where the same digits also begin shorter numbers of Dublin.
  '421900',
  '38690',
  '3856[0149]',
  '369[01]',
  '35315\\d{8}',
  // Turkey, Israel, Malta, Albania, Kosovo, Bosnia and Herzegovina, Moldova, Belarus, Brazil, Mexico, Australia, New
  // Zealand, Morocco.
  '90900',
  '97219',
  '3565[0-2]',
  '355900',
  '383900',
  '38790',
  '37[35]90',
  '55900',
  '52900',
  '6119',
  '64900',
  '21289',
  // Islands known for calls that somebody else earns money with: Ascension, the Solomons, and Caribbean islands with
  // North American numbers. Their ordinary numbers have the same prefixes.
  '247',
  '677',
  '1(?:24[26]|26[48]|284|345|441|473|649|658|664|721|758|767|784|8[024]9|86[89]|876)',
];

/** Numbers that can be dialled: short codes, numbers of the country, and numbers of other countries. */
export function dialledNumber({ calling_code: code, national, premium, short_codes }: Telephone) {
  const own = `\\+${code}${premium.length ? `(?!${premium.map(digits).join('|')})` : ''}${anyOf(national)}`;
  return `^(?:${[...short_codes.map(digits), own, `\\+(?!${[code, ...premiumAbroad].join('|')})[1-9]\\d{6,14}`].join('|')})$`;
}

/**
 * How the country's numbers are shown.
 * @returns each form as a regular expression, with its replacement
 */
export const shownForms = ({
  calling_code,
  trunk = '',
  groups,
}: Telephone): [number: string, shown: string][] =>
  groups.map(form => {
    const parts = form.split(' ');
    return [
      `^\\+${calling_code}${parts.map(part => `(${digits(part)})`).join('')}$`,
      trunk + parts.map((_, index) => `$${index + 1}`).join('\u00a0'),
    ];
  });

/**
 * A number as readers see it, in groups.
 * @param gap between its groups
 */
export const asRead = (number: string, gap: string = ' ') =>
  shownForms(country().telephone)
    .reduce((text, [form, groups]) => text.replace(new RegExp(form), groups), number)
    .replaceAll('\u00a0', gap);

/** The country's numbers that cost extra. */
export const premiumNumber = ({ calling_code, premium }: Telephone) =>
  new RegExp(premium.length ? `^\\+${calling_code}(?:${premium.map(digits).join('|')})` : '(?!)');

/** How many digits the country's numbers have: the fewest, and the most. */
export const lengthsOf = ({ national }: Telephone) => {
  const lengths = national.map(lengthOf);
  return [Math.min(...lengths), Math.max(...lengths)] as const;
};

/**
 * Numbers as people write them, as a regular expression. In the most usual way, all gaps have to be the same, or there
 * are none; the gap is the first group of the expression.
 */
export function writtenNumber(
  { national, short_codes, written: [usual = '', ...others] }: Telephone,
  gap: string,
) {
  const [first, ...rest] = usual.split(' ').map(digits);
  const starts = national.map(pattern => /^(?:\[[^\]]*\]|.)/.exec(digits(pattern))?.[0]).join('|');
  // Shorter codes can be too many other things. Codes of six digits are written in halves: "116 006".
  const codes = short_codes
    .filter(code => lengthOf(code) >= 5)
    .map(code =>
      /^.{3}x{3}$/.test(code) ? `${digits(code.slice(0, 3))}${gap}?${digits('xxx')}` : digits(code),
    );
  const ways = [`${first}(${gap}?)${rest.join('\\1')}`, ...others.map(digits)].map(
    way => `(?=${starts})${way}`,
  );
  return `(?:${[...ways, ...codes].join('|')})`;
}

/**
 * @param days MM-DD
 * @returns "24 and 31 December"
 */
export function daysInWords(days: string[]): string {
  const months = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
  const byMonth: Map<string, number[]> = new Map();
  for (const day of days) {
    const month = months.format(new Date(`2024-${day}T00:00Z`));
    byMonth.set(month, [...(byMonth.get(month) ?? []), Number(day.slice(3))]);
  }
  const list = new Intl.ListFormat('en-GB');
  return list.format([...byMonth].map(([month, dates]) => `${list.format(dates.map(String))} ${month}`));
}

/** The name of a language in English. */
export const languageName = (language: string) =>
  new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;

/** The name of a language in that language, with a capital for a list of choices: in many languages it has none. */
export function ownName(language: string): string {
  const name =
    country().languages.names[language] ??
    new Intl.DisplayNames(language, { type: 'language' }).of(language) ??
    language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** The names of the languages in every script, as text. */
export const bundledInWords = () =>
  new Intl.ListFormat('en-GB').format(['en', ...bundledLanguages()].map(languageName));
