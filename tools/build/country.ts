/**
 * The country that is built: a folder of facts, with what else differs from country to country in its country.json.
 * docs/countries.md says what a country decides.
 */
import { readFileSync } from 'node:fs';

/** Without a slash at its end. */
export const folder = (process.env.HAVN_COUNTRY || 'data').replace(/\/+$/, '');

/** Whether the country is this repository's own, of which its documents, its gallery and its embed builder speak. */
export const isOwn = folder === 'data';

/** The shapes of what is in such a folder are the library's, the same for every country. */
export const schemaFolder = 'schema';

/** The path of a file of the country. Its type tells files apart as if the folder were this repository's own. */
export type InCountry<File extends string> = `data/${File}`;

/** @param file by its name in the folder */
export const inCountry = <File extends string>(file: File) => `${folder}/${file}` as InCountry<File>;

export const countryFile = inCountry('country.json');

/** patterns are digits, "x" for any digit, and "[2-9]" for some */
export interface Telephone {
  calling_code: string;
  /** what is dialled before a number within the country */
  trunk?: string;
  /** its numbers without calling code and trunk, one pattern for each length */
  national: string[];
  /** what numbers that cost extra begin with */
  premium: string[];
  /** what is dialled as it stands */
  short_codes: string[];
  /** those of the emergency services */
  emergency: string[];
  /** what nothing but such a number is called */
  emergency_names?: string[];
  /** the ten digits, as people say them beside what the languages have */
  digits_in_words?: string[];
  /** its emergency numbers, as people say them other than digit by digit */
  emergency_in_words?: string[];
  /** numbers of two digits, as people say telephone numbers */
  tens_in_words?: string[];
  /** what lists of such numbers are called */
  headings?: string[];
  /** how its numbers are shown: the first that fits */
  groups: string[];
  /** how people write them, the most usual first */
  written: string[];
}

/** the first such weekday from a day of the year on, MM-DD */
interface FloatingDay {
  weekday: string;
  from: string;
}

export interface Country {
  /** in English */
  name: string;
  /** of what is published, in English */
  description: string;
  /** beside English */
  languages: { bundled: string[]; further: string[]; names: Record<string, string> };
  /** of the interface that name the country, in English, by their ids */
  messages: Record<string, string>;
  /** that hold a fixed term and are not translated */
  proper_names?: string[];
  /** where the way out leads */
  exit: string;
  /** id of the area that is all of it */
  whole_country: string;
  /** what people write for the id of a service, with the id */
  short_names?: Record<string, string>;
  telephone: Telephone;
  /** by which a host's own service would pose as a national one */
  claims?: Record<'national' | 'police' | 'helpline' | 'trafficking' | 'small', string[]> &
    Partial<
      Record<
        | 'runner'
        | 'others'
        | 'emergency'
        | 'not'
        | 'organizations'
        | 'lines'
        | 'kinds'
        | 'calls'
        | 'prefixes'
        | 'gone'
        | 'instead'
        | 'clauses'
        | 'reports'
        | 'beside'
        | 'never'
        | 'are'
        | 'harmless'
        | 'ours',
        string[]
      >
    >;
  /** by which the text of a safe house would tell where it is */
  addresses?: Record<string, string[]>;
  clock: { zone: string; winter: { name: string; hours: number }; summer: { name: string; hours: number } };
  holidays: { fixed: string[]; easter: number[]; weekdays?: FloatingDay[]; half_days: string[] };
}

let known: Country | undefined;

/** As its file says; `readFacts` names what is wrong there. */
export function country(): Country {
  known ??= JSON.parse(readFileSync(countryFile, 'utf8')) as Country;
  return known;
}

/** The languages that every script carries; the others are files of their own. */
export const bundledLanguages = () => country().languages.bundled;

/** The languages that we translate into. */
export const targetLanguages = () => [...bundledLanguages(), ...country().languages.further];

/** @returns the same as a regular expression */
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
 * Numbers of other countries that cost extra, by what they begin with: those of no country (international premium rate,
 * satellite), and those that countries keep for services that charge the caller.
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
  // Not 0934, a town.
  '469(?:00|39|4[49]|69|9)',
  '48(?:[34]0|70)',
  '49(?:900|1[39])',
  '319(?:00|06|09)',
  // Finland: 0600, 0606 and 0700. No ordinary number there has 0 behind the area code 6 or 7.
  '358[67]0',
  // Spain, Italy, the personal and premium numbers of the United Kingdom, Greece, the Czech Republic, Romania, Latvia, and the area code 976 of North America.
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
  // Turkey, Israel, Malta, Albania, Kosovo, Bosnia and Herzegovina, Moldova, Belarus, Brazil, Mexico, Australia, New Zealand, Morocco.
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
  // Islands that are best known for calls which somebody else is paid for: Ascension, the Solomons, and in the Caribbean
  // those that are dialled like North America. No prefix tells their ordinary numbers from the others.
  '247',
  '677',
  '1(?:24[26]|26[48]|284|345|441|473|649|658|664|721|758|767|784|8[024]9|86[89]|876)',
];

/** What can be dialled: short codes, the country's own numbers, and those of others. */
export function dialledNumber({ calling_code: code, national, premium, short_codes }: Telephone) {
  const own = `\\+${code}${premium.length ? `(?!${premium.map(digits).join('|')})` : ''}${anyOf(national)}`;
  return `^(?:${[...short_codes.map(digits), own, `\\+(?!${[code, ...premiumAbroad].join('|')})[1-9]\\d{6,14}`].join('|')})$`;
}

/**
 * How the country's numbers are shown.
 * @returns each form as a regular expression, and what stands in its place
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
 * A number as it is read.
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
 * Numbers as people write them, as a regular expression: the most usual way with one kind of gap throughout, which is the
 * first group of the expression, or none.
 */
export function writtenNumber(
  { national, short_codes, written: [usual = '', ...others] }: Telephone,
  gap: string,
) {
  const [first, ...rest] = usual.split(' ').map(digits);
  const starts = national.map(pattern => /^(?:\[[^\]]*\]|.)/.exec(digits(pattern))?.[0]).join('|');
  // Shorter ones stand for too much else. Longer ones people write in halves: "116 006".
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

/** The languages of every script, in words. */
export function bundledInWords() {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return new Intl.ListFormat('en-GB').format(
    ['en', ...bundledLanguages()].map(language => names.of(language) ?? language),
  );
}
