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

/** @param {string} file by its name in the folder */
export const inCountry = file => `${folder}/${file}`;

export const countryFile = inCountry('country.json');

/**
 * @typedef {object} Telephone patterns are digits, "x" for any digit, and "[2-9]" for some
 * @property {string} calling_code
 * @property {string} [trunk] what is dialled before a number within the country
 * @property {string[]} national its numbers without calling code and trunk, one pattern for each length
 * @property {string[]} premium what numbers that cost extra begin with
 * @property {string[]} short_codes what is dialled as it stands
 * @property {string[]} emergency those of the emergency services
 * @property {string[]} [emergency_names] what nothing but such a number is called
 * @property {string[]} [digits_in_words] the ten digits, as people say them beside what the languages have
 * @property {string[]} [emergency_in_words] its emergency numbers, as people say them other than digit by digit
 * @property {string[]} [tens_in_words] numbers of two digits, as people say telephone numbers
 * @property {string[]} groups how its numbers are shown: the first that fits
 * @property {string[]} written how people write them, the most usual first
 */

/** @typedef {{weekday: string, from: string}} FloatingDay the first such weekday from a day of the year on, MM-DD */

/**
 * @typedef {object} Country
 * @property {string} name in English
 * @property {string} description of what is published, in English
 * @property {{bundled: string[], further: string[], names: Record<string, string>}} languages beside English
 * @property {Record<string, string>} messages of the interface that name the country, in English, by their ids
 * @property {string[]} [proper_names] that hold a fixed term and are not translated
 * @property {string} exit where the way out leads
 * @property {string} whole_country id of the area that is all of it
 * @property {Record<string, string>} [short_names] what people write for the id of a service, with the id
 * @property {Telephone} telephone
 * @property {Record<'national' | 'police' | 'helpline' | 'trafficking' | 'small', string[]> & Partial<Record<'runner' | 'emergency' | 'not' | 'organizations' | 'calls' | 'prefixes', string[]>>} [claims] by which a host's own service would pose as a national one
 * @property {Record<string, string[]>} [addresses] by which the text of a safe house would tell where it is
 * @property {{zone: string, winter: {name: string, hours: number}, summer: {name: string, hours: number}}} clock
 * @property {{fixed: string[], easter: number[], weekdays?: FloatingDay[], half_days: string[]}} holidays
 */

/** @type {Country | undefined} */
let known;

/** As its file says; `readFacts` names what is wrong there. @returns {Country} */
export function country() {
  known ??= /** @type {Country} */ (JSON.parse(readFileSync(countryFile, 'utf8')));
  return known;
}

/** The languages that every script carries; the others are files of their own. */
export const bundledLanguages = () => country().languages.bundled;

/** The languages that we translate into. */
export const targetLanguages = () => [...bundledLanguages(), ...country().languages.further];

/** @param {string} pattern @returns {string} the same as a regular expression */
const digits = pattern => pattern.replace(/x+/g, run => (run.length > 1 ? `\\d{${run.length}}` : '\\d'));

/** @param {string[]} patterns */
const anyOf = patterns =>
  patterns.length === 1 ? digits(patterns[0]) : `(?:${patterns.map(digits).join('|')})`;

/** @param {string} pattern */
const lengthOf = pattern => pattern.replace(/\[[^\]]*\]/g, 'x').length;

/** A short code of the emergency services. @param {Telephone} telephone */
export const emergencyNumber = ({ emergency }) => anyOf(emergency);

/** A number of the country without its calling code. @param {Telephone} telephone */
export const nationalNumber = ({ national }) => anyOf(national);

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
  '43900',
  '4393[01]',
  '449',
  '4590',
  '46900',
  '469[34][49]',
  '4870',
  '49900',
  '319(?:00|06|09)',
  '358[67]00',
  // Spain, Italy, the personal and premium numbers of the United Kingdom, Greece, the Czech Republic, Romania, Latvia, and the area code 976 of North America.
  '3480[3-7]',
  '34905',
  '3989',
  '4470',
  '4487',
  '3090',
  '42090',
  '4090',
  '37190',
  '1976',
  // Countries whose languages the widgets speak: Vietnam, Portugal, Lithuania, Bulgaria, Ukraine, Russia, Thailand.
  '841900',
  '351760',
  '370900',
  '35990',
  '380900',
  '780[39]',
  '661900',
  // Slovakia, Slovenia, Croatia, Hungary, and Ireland, where the same digits also begin shorter numbers of Dublin.
  '421900',
  '38690',
  '3856[0149]',
  '369[01]',
  '35315\\d{8}',
  // Islands that are best known for calls which somebody else is paid for: Ascension, the Solomons.
  '247',
  '677',
];

/** What can be dialled: short codes, the country's own numbers, and those of others. @param {Telephone} telephone */
export function dialledNumber({ calling_code: code, national, premium, short_codes }) {
  const own = `\\+${code}${premium.length ? `(?!${premium.map(digits).join('|')})` : ''}${anyOf(national)}`;
  return `^(?:${[...short_codes.map(digits), own, `\\+(?!${[code, ...premiumAbroad].join('|')})[1-9]\\d{6,14}`].join('|')})$`;
}

/**
 * How the country's numbers are shown.
 * @param {Telephone} telephone
 * @returns {[number: string, shown: string][]} each form as a regular expression, and what stands in its place
 */
export const shownForms = ({ calling_code, trunk = '', groups }) =>
  groups.map(form => {
    const parts = form.split(' ');
    return [
      `^\\+${calling_code}${parts.map(part => `(${digits(part)})`).join('')}$`,
      trunk + parts.map((_, index) => `$${index + 1}`).join('\u00a0'),
    ];
  });

/**
 * A number as it is read.
 * @param {string} number
 * @param {string} [gap] between its groups
 */
export const asRead = (number, gap = ' ') =>
  shownForms(country().telephone)
    .reduce((text, [form, groups]) => text.replace(new RegExp(form), groups), number)
    .replaceAll('\u00a0', gap);

/** The country's numbers that cost extra. @param {Telephone} telephone */
export const premiumNumber = ({ calling_code, premium }) =>
  new RegExp(premium.length ? `^\\+${calling_code}(?:${premium.map(digits).join('|')})` : '(?!)');

/** How many digits the country's numbers have: the fewest, and the most. @param {Telephone} telephone */
export const lengthsOf = ({ national }) => {
  const lengths = national.map(lengthOf);
  return [Math.min(...lengths), Math.max(...lengths)];
};

/**
 * Numbers as people write them, as a regular expression: the most usual way with one kind of gap throughout, which is the
 * first group of the expression, or none.
 * @param {Telephone} telephone
 * @param {string} gap
 */
export function writtenNumber({ national, short_codes, written: [usual, ...others] }, gap) {
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

/** @param {string[]} days MM-DD @returns {string} "24 and 31 December" */
export function daysInWords(days) {
  const months = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
  /** @type {Map<string, number[]>} */
  const byMonth = new Map();
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
