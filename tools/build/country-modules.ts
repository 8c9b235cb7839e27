/** Writes the modules that give the sources the values of the country (country.json). */
import {
  type Country,
  dialledNumber,
  emergencyNumber,
  lengthsOf,
  nationalNumber,
  shownForms,
  type Telephone,
  weekdays,
} from './country.js';

/**
 * The messages of the interface that name the country or its services, by id. If a country lacks one, it is empty.
 */
const messagesOfCountry: Record<string, { name: string; desc?: string }> = {
  'finder.anywhere': { name: 'anywhere' },
  'finder.nationwide': { name: 'nationwide', desc: 'A choice of "Where".' },
  'permits.title': { name: 'permits', desc: 'Heading.' },
  'finder.noChat': { name: 'noChat', desc: 'Where somebody looks for a chat: the source names none.' },
  'hours.clock': {
    name: 'ourClock',
    desc: 'Beside opening hours, where the device has the clock of another country.',
  },
  'finder.elsewhere': { name: 'elsewhere', desc: 'Where somebody names a place outside Oslo.' },
};

const DAY = 86_400_000;

const quoted = (text: string) => JSON.stringify(text);

/**
 * Conditions and replacements are written as small functions, which are inlined, so that they do not make a script
 * larger.
 */
function numbers(telephone: Telephone) {
  const { calling_code: code, trunk = '' } = telephone;
  const national = nationalNumber(telephone);
  const own = `(?:00)?${code}${trunk && `|${trunk}`}`;
  const emergency = emergencyNumber(telephone);
  const [shortest] = lengthsOf(telephone);
  const forms = shownForms(telephone).map(
    ([form, shown]) => `.replace(/${form}/, '${shown.replaceAll('\u00a0', '\\u00a0')}')`,
  );
  return `export const callingCode = '+${code}';
/** What is dialled before a number within the country. */
export const trunk = ${quoted(trunk)};
/** With its calling code, where it is a number of the country. */
export const withCallingCode = (number: string): string => number.replace(/^${trunk}(?=${national}$)/, '+${code}');
/** Digits without calling code and trunk, where they are a number of the country. */
export const withoutCallingCode = (digits: string): string => digits.replace(/^(?:${own})(?=${national}$)/, '');
/** Whether digits are a number of the emergency services. */
export const isEmergency = (digits: string): boolean => /^(?:${emergency})$/.test(digits);
/** Whether a text begins with such a number, as people read it: with the calling code or a 0 before it, and words around. */
export const readsAsEmergency = (text: string): boolean => /^\\D*(?:(?:00\\D*)?${code}\\D*|0)?(?:${emergency})(?!\\d)/.test(text);
/** How many digits a number of the country has at least. */
export const shortest = ${shortest};
export const isDialled = (number: string): boolean => /${dialledNumber(telephone)}/.test(number);
export const grouped = (number: string): string => number${forms.join('')};
`;
}

/** MM-DD as a number. */
const dateOf = (day: string) => Number(day.replace('-', ''));

const isOneOf = (name: string, values: number[]) =>
  values.length ? [`[${values.join(', ')}].indexOf(${name}) >= 0`] : [];

/** The code of a function that says whether one of the conditions is true. */
function whether(names: string[], conditions: string[]) {
  const any = conditions.join(' || ') || 'false';
  // The compiler refuses unused parameters, unless their names begin with "_".
  return `(${names.map(name => (any.includes(name) ? name : `_${name}`)).join(', ')}) => ${any}`;
}

function days({ fixed, easter, weekdays: floating = [], half_days }: Country['holidays']) {
  const within = floating.map(({ weekday, from }) => {
    const last = new Date(Date.parse(`2023-${from}T00:00Z`) + 6 * DAY).toISOString().slice(5, 10);
    const both = last < from ? '||' : '&&';
    return `weekday === ${weekdays.indexOf(weekday)} && (date >= ${dateOf(from)} ${both} date <= ${dateOf(last)})`;
  });
  const conditions = [...isOneOf('date', fixed.map(dateOf)), ...isOneOf('easter', easter), ...within];
  const half = half_days.map(day => `date === ${dateOf(day)}`);
  return `/** Whether a day is a public holiday: by month and date as MMDD, the days since Easter Sunday, and the weekday from Sunday. */
export const isHoliday: (date: number, easter: number, weekday: number) => boolean = ${whether(['date', 'easter', 'weekday'], conditions)};
export const isHalfDay: (date: number) => boolean = ${whether(['date'], half)};
`;
}

/** @returns the code of each module, by file */
export function countryModules({
  messages,
  exit,
  whole_country,
  short_names = {},
  telephone,
  clock,
  holidays,
  languages,
}: Country): Record<string, string> {
  const { bundled, names } = languages;
  const calls = Object.entries(messagesOfCountry).map(([id, { name, desc }]) => {
    const options = `{ id: '${id}'${desc ? `, desc: '${desc}'` : ''} }`;
    return messages[id]
      ? `export const ${name} = (msg: MsgFn): string => msg(${JSON.stringify(messages[id])}, ${options});\n`
      : `export const ${name} = (_msg: MsgFn): string => '';\n`;
  });
  return {
    'src/safety/generated/country.ts': numbers(telephone),
    'src/directory/generated/country.ts': `export const timeZone = ${quoted(clock.zone)};
/** In hours ahead of UTC. */
export const winter = ${clock.winter.hours};
export const summer = ${clock.summer.hours};
${days(holidays)}/** Id of the area that is all of the country. */
export const wholeCountry = ${quoted(whole_country)};
/** What people write for the id of a service, with the id. */
export const shortNames: readonly (readonly [string, string])[] = ${JSON.stringify(Object.entries(short_names))};
/** Of texts that name none. */
export const defaultLanguage = ${quoted(bundled[0] ?? 'en')};
`,
    'src/base/generated/country.ts': `export const exit = ${quoted(exit)};\n`,
    'src/locale/generated/own-names.ts': `export const ownNames: readonly (readonly [string, string])[] = ${JSON.stringify(Object.entries(names))};\n`,
    'src/locale/generated/country-messages.ts': `import type { MsgFn } from '@lit/localize/internal/types.js';

${calls.join('')}`,
    'src/locale/generated/bundled-languages.ts': `import type { Messages } from '../messages.js';
${bundled.map(language => `import { messages as in_${language} } from './${language}.js';\n`).join('')}
/**
 * The languages that every script carries, and the ids of their messages in the order in which language files have them.
 * The scripts have their own version of this, with the messages that they use (tools/build/messages-in-reach.ts), and so has
 * what bundlers get (tools/build/npm-messages.ts).
 */
export const bundled: Record<string, Messages> = { ${bundled.map(language => `${language}: in_${language}`).join(', ')} };
export const order = (): readonly string[] => Object.keys(in_${bundled[0]});
`,
  };
}
