/** What one record of a host's own services may hold, and what of it is kept. */
import { isEmergency, readsAsEmergency, shortest, withoutCallingCode } from '../safety/generated/country.js';
import { dialable, safeLink } from '../safety/links.js';
import { plainText } from '../safety/text.js';
import { organization, service } from './generated/overlay-validator.js';
import { DAY, dayOf, HOUR, minuteOf, WEEKDAYS } from './opening-hours.js';
import type { Directory, Organization, OverlayError, Schedule, Service } from './types.js';

/** Fields of a JSON object, whatever they hold. */
export type Fields = Readonly<Record<string, unknown>>;
export type Refuse = (pointer: string, message: string) => void;

const hasOwn = Object.prototype.hasOwnProperty;
export const has = (record: object, field: string): boolean => hasOwn.call(record, field);

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const step = (pointer: string, key: string | number) =>
  `${pointer}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;

/** What Ajv tells of a fault. */
interface Fault {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
interface Validate {
  (record: unknown, context: { instancePath: string }): boolean;
  errors?: readonly Fault[] | null;
}
const validators = { service, organization } as unknown as Readonly<Record<string, Validate>>;
export type Kind = 'service' | 'organization';

const typesInWords: Fields = {
  string: 'a text, in quotes',
  number: 'a number, without quotes',
  boolean: 'true or false, without quotes',
  array: 'a list: […]',
  object: 'a group of fields: {…}',
};

/** By the definition in the schema that a text does not fit. */
const formsInWords: Fields = {
  slug: 'has to be lower-case letters (a to z), digits and single hyphens, such as eksempelvik-krisesenter',
  text: 'needs at least one letter or digit, and no half characters',
  line: 'may not be empty, nor have half characters',
  date: 'has to be a day: YYYY-MM-DD',
  language: 'has to be a language tag, such as en',
  time: 'has to be a time of day: HH:MM',
  schedule: 'has to be weekdays, of MO,TU,WE,TH,FR,SA,SU',
};

const twentyFourHours =
  'says that it is a 24-hour line, which only the national helpline may: leave it out, or give the hours of the office';
export const notADay = formsInWords.date as string;

function inWords({ keyword, schemaPath, params }: Fault): string {
  const definitions = schemaPath.match(/\$defs\/\w+/g) ?? [];
  const definition = definitions[definitions.length - 1]?.slice(6) ?? '';
  switch (keyword) {
    case 'type':
      return `has to be ${typesInWords[params.type as string]}`;
    case 'required':
      return 'is missing, and has to be there';
    case 'enum':
      return `has to be one of: ${(params.allowedValues as readonly string[]).join(', ')}`;
    case 'const':
      // The one flag that the schema wants false: x_always_open.
      if (params.allowedValue === false) return twentyFourHours;
      return `has to be ${params.allowedValue}, or left out`;
    case 'pattern':
      return `${formsInWords[definition] ?? formsInWords.schedule}`;
    case 'additionalProperties':
      return `${formsInWords.language}`;
    case 'minItems':
      return 'is empty: leave it out';
    case 'maxItems':
    case 'maxProperties':
      return `may hold at most ${params.limit}`;
    case 'maxLength':
      return `may have at most ${params.limit} characters`;
    case 'minimum':
      return `has to be ${params.limit} or more`;
    case 'maximum':
      return `has to be ${params.limit} or less`;
    default:
      // A field that the schema forbids.
      return definition === 'placeless'
        ? 'may not be given for a safe house, which has no place and no contact of its own'
        : 'cannot be read in opening hours: leave it out, or write it in words in "description"';
  }
}

const prototypeKeys = ['__proto__', 'constructor', 'prototype'];
const reservedKeys = ['x_critical', 'x_emergency', 'x_helpline'];

/** Keys that are refused wherever they stand, also in fields that are ignored otherwise. */
export function refuseKeys(value: unknown, pointer: string, refuse: Refuse): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      refuseKeys(item, step(pointer, index), refuse);
    });
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const at = step(pointer, key);
      if (prototypeKeys.indexOf(key) >= 0) refuse(at, 'is a key that no file may have');
      else if (reservedKeys.indexOf(key) >= 0) refuse(at, 'may be said of national services only');
      else refuseKeys(value[key], at, refuse);
    }
  }
}

/**
 * Ajv joins the faults of a list item by item, each time as a new list: it must not meet a long one. The schema has the
 * same bounds, or narrower ones.
 */
const mostItems = 50;
const lists = ['phones', 'schedules', 'service_areas', 'x_audience', 'x_needs', 'x_groups', 'x_areas'];

const mostFaults = 10;

/**
 * The faults of one record that show without the other records, at most `mostFaults` of them.
 *
 * @param pointer to the record
 * @param checks what the schema cannot say, asked once the shape is right
 */
export function faultsOf(
  kind: Kind,
  record: unknown,
  pointer: string,
  checks: (refuse: Refuse) => void,
): OverlayError[] {
  const faults: OverlayError[] = [];
  const refuse: Refuse = (at, message) => {
    if (faults.length < mostFaults && !faults.some(fault => fault.pointer === at))
      faults.push({ pointer: at, message });
  };
  refuseKeys(record, pointer, refuse);
  const tooLong = isObject(record)
    ? lists.filter(
        field =>
          has(record, field) &&
          Array.isArray(record[field]) &&
          (record[field] as unknown[]).length > mostItems,
      )
    : [];
  for (const field of tooLong) refuse(step(pointer, field), `may hold at most ${mostItems}`);
  const validate = validators[kind];
  if (!tooLong.length && validate && !validate(record, { instancePath: pointer })) {
    for (const fault of validate.errors ?? []) {
      const { keyword, instancePath, params } = fault;
      // "if" only says that what follows it does not hold, which is told by itself.
      if (keyword === 'if') continue;
      const key = params.additionalProperty ?? params.missingProperty;
      const isAbout = keyword === 'additionalProperties' || keyword === 'required';
      refuse(instancePath + (isAbout ? step('', String(key)) : ''), inWords(fault));
    }
  }
  if (!faults.length) checks(refuse);
  return faults;
}

/** The last day that may be called past, since clocks of devices differ. Unknown where the clock cannot be right. */
export function lastDay(today: Date): number {
  const year = today.getUTCFullYear();
  return year >= 2024 && year <= 2100 ? Math.floor((today.getTime() + 2 * HOUR) / DAY) : Infinity;
}

/** Why a date cannot be that of a check, or `undefined`. */
export function faultOfPastDay(text: unknown, last: number): string | undefined {
  const day = dayOf(text, NaN);
  if (day <= last) return undefined;
  return day > last ? 'may not be in the future' : notADay;
}

/** A text in ASCII digits, whatever digits it is in. */
const inAscii = (text: string) =>
  text.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) & 15));
const digitsOf = (text: string) => withoutCallingCode(inAscii(text).replace(/\D/g, ''));

/** What a directory keeps for itself, and the words of its closed lists. */
export interface National {
  readonly ids: ReadonlySet<string>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  isCritical(number: string): boolean;
}

/** The helpline and the emergency number. */
export const isCriticalService = ({ x_helpline, x_emergency }: Service): boolean =>
  Boolean(x_helpline || x_emergency);

export function nationalOf(directory: Directory): National {
  const { services, organizations, needs, groups, areas } = directory;
  const numbers = services
    .filter(isCriticalService)
    .flatMap(({ phones }) => (phones ?? []).map(({ number }) => digitsOf(number)));
  // What only the helpline and the emergency number help with, no other may claim to.
  const needsOf = (records: readonly Service[]) => records.flatMap(({ x_needs }) => x_needs);
  const common = needsOf(services.filter(service => !isCriticalService(service)));
  const reserved = needsOf(services.filter(isCriticalService)).filter(need => common.indexOf(need) < 0);
  const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);
  return {
    ids: new Set([...idsOf(services), ...idsOf(organizations)]),
    lists: {
      x_needs: idsOf(needs).filter(id => reserved.indexOf(id) < 0),
      x_groups: idsOf(groups),
      x_areas: idsOf(areas),
    },
    isCritical(text) {
      const digits = digitsOf(text);
      // Whatever stands behind a number of the emergency services, who reads it calls them. A text that holds the whole
      // number of the helpline reads as it, whatever stands around.
      return (
        isEmergency(digits) ||
        readsAsEmergency(inAscii(text)) ||
        numbers.some(number => (number.length < shortest ? digits === number : digits.indexOf(number) >= 0))
      );
    },
  };
}

const criticalNumber =
  'is a national emergency or helpline number, which only the national services show: give a number of your own';

/** The minutes of a week in which all rules together are closed. */
function closedMinutes(schedules: readonly Schedule[]): number {
  const week = 7 * 1440;
  const spans: (readonly [number, number])[] = [];
  for (const { byday = '', opens_at, closes_at } of schedules) {
    const opens = minuteOf(opens_at);
    const minutes = (minuteOf(closes_at) - opens + 1440) % 1440 || 1440;
    for (const day of byday ? byday.split(',') : []) {
      const start = WEEKDAYS.indexOf(day) * 1440 + opens;
      spans.push([start, Math.min(start + minutes, week)], [0, start + minutes - week]);
    }
  }
  let closed = week;
  let covered = 0;
  for (const [start, end] of spans.sort(([one], [other]) => one - other)) {
    closed -= Math.max(0, end - Math.max(start, covered));
    covered = Math.max(covered, end);
  }
  return closed;
}

/** Hours that hold for a month at most are no claim to be a 24-hour line. */
const month = 31;
/** HSDS writes a whole day as 00:00 to 23:59, and a line that rests for a moment is a 24-hour line all the same. */
const moment = 60;

function refuseSchedules(schedules: readonly Schedule[], pointer: string, refuse: Refuse): void {
  schedules.forEach(({ opens_at, closes_at, valid_from, valid_to }, index) => {
    const at = step(pointer, index);
    if (opens_at === '24:00') refuse(`${at}/opens_at`, 'has to be before 24:00');
    if (opens_at && opens_at === closes_at)
      refuse(`${at}/closes_at`, 'is when it opens: a whole day is 00:00 to 24:00');
    const from = dayOf(valid_from, -Infinity);
    const to = dayOf(valid_to, Infinity);
    if (Number.isNaN(from)) refuse(`${at}/valid_from`, notADay);
    if (Number.isNaN(to)) refuse(`${at}/valid_to`, notADay);
    if (from > to) refuse(`${at}/valid_to`, 'may not be before valid_from');
  });
  const lasting = schedules.filter(
    ({ valid_from, valid_to }) => !(dayOf(valid_to, Infinity) - dayOf(valid_from, -Infinity) < month),
  );
  if (closedMinutes(lasting) < moment) refuse(pointer, twentyFourHours);
}

/** Digits enough for a telephone number or a postal code, an e-mail address, a web address. */
const placeOrContact = /(\d\P{L}{0,2}){4}|@|:\/\/|www\./u;

export const textFields: Readonly<Record<Kind, readonly string[]>> = {
  service: [
    'name',
    'alternate_name',
    'description',
    'eligibility_description',
    'application_process',
    'alert',
  ],
  organization: ['description'],
};

function refuseSafeHouseTexts(record: Fields, pointer: string, refuse: Refuse): void {
  const check = (texts: Fields, at: string) => {
    for (const field of textFields.service)
      if (has(texts, field) && placeOrContact.test(String(texts[field])))
        refuse(step(at, field), 'may not tell where a safe house is or how to reach it');
  };
  check(record, pointer);
  const translations = (record.x_translations ?? {}) as Readonly<Record<string, Fields>>;
  for (const tag of Object.keys(translations))
    check(translations[tag] ?? {}, step(`${pointer}/x_translations`, tag));
}

/** What is wrong with a service of the right shape, as far as it shows without the other records. */
export function refuseService(
  record: Service,
  pointer: string,
  { lists, isCritical }: National,
  last: number,
  refuse: Refuse,
): void {
  const { phones = [], url = '', schedules = [], minimum_age = 0, maximum_age = Infinity } = record;
  phones.forEach(({ number }, index) => {
    if (isCritical(number)) refuse(`${pointer}/phones/${index}/number`, criticalNumber);
  });
  if (/^tel:/i.test(textIn(url)) && isCritical(url)) refuse(`${pointer}/url`, criticalNumber);
  refuseSchedules(schedules, `${pointer}/schedules`, refuse);
  if (minimum_age > maximum_age) refuse(`${pointer}/maximum_age`, 'may not be below minimum_age');
  if (has(record, 'assured_date')) {
    const fault = faultOfPastDay(record.assured_date, last);
    if (fault) refuse(`${pointer}/assured_date`, fault);
  }
  for (const list of Object.keys(lists)) {
    const allowed = lists[list] ?? [];
    const words = ((record as unknown as Fields)[list] ?? []) as readonly string[];
    words.forEach((word, index) => {
      if (allowed.indexOf(word) < 0)
        refuse(`${pointer}/${list}/${index}`, `has to be one of: ${allowed.join(', ')}`);
    });
  }
  if (record.x_safe_house) refuseSafeHouseTexts(record as unknown as Fields, pointer, refuse);
}

type Clean = (value: unknown) => unknown;

const asItIs: Clean = value => value;
const textIn = (value: unknown): string => plainText(value as string).trim();

/** What is no link because of a character that nobody sees must not become one when that is taken out. */
const linkText =
  (linkIn: (text: string) => string | null): Clean =>
  value => {
    const text = textIn(value);
    return linkIn(text) !== null && linkIn((value as string).replace(/^ +/, '')) === null
      ? `${text} \ufffd`
      : text;
  };

const listOf =
  (clean: Clean): Clean =>
  value =>
    (value as readonly unknown[]).map(clean);

/** Of an object only the fields that are named, each made clean. */
const fieldsOf =
  (fields: Readonly<Record<string, Clean>>): Clean =>
  value => {
    const record = value as Fields;
    const kept: Record<string, unknown> = {};
    for (const field of Object.keys(fields))
      if (has(record, field)) kept[field] = fields[field]?.(record[field]);
    return kept;
  };

const textsOf = (kind: Kind): Readonly<Record<string, Clean>> =>
  Object.fromEntries(textFields[kind].map(field => [field, textIn]));

const translationsOf =
  (kind: Kind): Clean =>
  value => {
    const translations = value as Fields;
    const clean = fieldsOf(textsOf(kind));
    return Object.fromEntries(Object.keys(translations).map(tag => [tag, clean(translations[tag])]));
  };

const asTheyAre = (names: string): Readonly<Record<string, Clean>> =>
  Object.fromEntries(names.split(' ').map(name => [name, asItIs]));

const source = fieldsOf({ document: textIn, section: textIn });

const cleanRecord: Readonly<Record<Kind, Clean>> = {
  service: fieldsOf({
    ...asTheyAre(
      'id organization_id status minimum_age maximum_age assured_date x_contact_through x_safe_house',
    ),
    ...textsOf('service'),
    url: linkText(safeLink),
    email: linkText(address => safeLink(`mailto:${address}`)),
    phones: listOf(fieldsOf({ number: linkText(dialable), description: textIn })),
    schedules: listOf(
      fieldsOf(
        asTheyAre(
          'freq byday opens_at closes_at valid_from valid_to x_by_appointment x_public_holidays x_timezone',
        ),
      ),
    ),
    service_areas: listOf(fieldsOf({ name: textIn })),
    x_audience: listOf(asItIs),
    x_needs: listOf(asItIs),
    x_groups: listOf(asItIs),
    x_areas: listOf(asItIs),
    x_source: source,
    x_translations: translationsOf('service'),
  }),
  organization: fieldsOf({
    ...asTheyAre('id parent_organization_id x_kind'),
    name: textIn,
    description: textIn,
    x_source: source,
    x_translations: translationsOf('organization'),
  }),
};

/** A service without fault, as it is shown: plain text, known fields, marked as a host's own. */
export function cleanService(record: unknown): Service {
  const service = cleanRecord.service(record) as Service;
  return {
    ...service,
    description: service.description ?? '',
    x_needs: service.x_needs ?? [],
    x_local: true,
  };
}

/** An organisation without fault, likewise. */
export const cleanOrganization = (record: unknown): Organization => ({
  ...(cleanRecord.organization(record) as Organization),
  x_local: true,
});
