/**
 * The gate for all records from a host page: a file, JSON in the tag, the `directory` property, a source, shards. It
 * decides what a record may contain, and which of its fields are kept.
 */
import {
  callingCode,
  isEmergency,
  readsAsEmergency,
  shortest,
  withoutCallingCode,
} from '../../safety/generated/country.js';
import { dialable, safeLink } from '../../safety/links.js';
import { plainText } from '../../safety/text.js';
import { isCriticalService } from '../critical.js';
import { claims } from '../generated/national-names.js';
import { organization, service } from '../generated/overlay-validator.js';
import { DAY, dayOf, EVERY_DAY, HOUR, minuteOf, WEEKDAYS } from '../opening-hours.js';
import { isOneOff } from '../search/understand.js';
import type { Directory, Organization, OverlayError, Phone, Schedule, Service } from '../types.js';
import { hostOf, isOfMany, posesAsNational, withoutScheme } from './addresses.js';
import { anyOf, asciiDigits, joined, withoutNumbers, wordsSeen } from './as-seen.js';
import { dangers, isLabelOfAnother, isNameOfAnother } from './danger.js';
import { withItemsApart } from './items.js';
import { asks } from './listed-words.js';
import {
  criticalName,
  isOfCountry,
  isOfEmergency,
  type NameRules,
  nameRules,
  nationalName,
  ofTwoScripts,
} from './names.js';
import { givesEmergency, holdsCode, holdsCostly, numbersShown, showsOther } from './numbers-in-figures.js';
import { abroad, figuresIn, looksLikeEmergency } from './numbers-in-words.js';
import { labels, misdirects, misdirectTogether, nameButton, warnsOfNational } from './own-texts.js';
import { sentencesOf, withLinesEnded } from './sentences.js';
import { leads, leadsById, namesStreet } from './whereabouts.js';

/** A JSON object with any fields. */
export type Fields = Readonly<Record<string, unknown>>;
export type Refuse = (pointer: string, message: string) => void;
/** What may pause with `yield`, so that the page can respond to input meanwhile. */
export type Steps<Result = void> = Generator<undefined, Result>;

const hasOwn = Object.prototype.hasOwnProperty;
export const has = (record: object, field: string): boolean => hasOwn.call(record, field);

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const step = (pointer: string, key: string | number) =>
  `${pointer}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;

/** The fields of an Ajv error that we use. */
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
export type Kind = 'service' | 'organization';
const validators = { service, organization } as unknown as Readonly<Record<Kind, Validate>>;

const typesInWords: Fields = {
  string: 'a text, in quotes',
  number: 'a number, without quotes',
  boolean: 'true or false, without quotes',
  array: 'a list: […]',
  object: 'a group of fields: {…}',
};

/** Messages by the schema definition that a text does not match. */
const formsInWords: Fields = {
  slug: 'has to be lower-case letters (a to z), digits and single hyphens, such as eksempelvik-krisesenter',
  text: 'needs at least one letter or digit that can be seen, and no half characters',
  name: 'needs at least one letter that can be seen, and no half characters',
  line: 'may not be empty, nor have half characters',
  date: 'has to be a day: YYYY-MM-DD',
  language: 'has to be a language tag, such as en',
  time: 'has to be a time of day: HH:MM',
  schedule: `has to be weekdays, of ${EVERY_DAY}`,
};

const twentyFourHours =
  'says that it is a 24-hour line, which only the national helpline may: leave it out, and write "x_open_day_and_night": true if it is open day and night';
const notADay = formsInWords.date as string;

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
      // The schema requires `false` of one flag only: x_always_open.
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
      // The schema forbids the field.
      return definition === 'placeless'
        ? 'may not be given for a safe house, which has no place and no contact of its own'
        : 'cannot be read in opening hours: leave it out, or write it in words in "description"';
  }
}

const refusedKeys: ReadonlyMap<string, string> = new Map([
  ...['__proto__', 'constructor', 'prototype'].map(key => [key, 'is a key that no file may have'] as const),
  ...['x_critical', 'x_emergency', 'x_helpline'].map(
    key => [key, 'may be said of national services only'] as const,
  ),
]);

/** An object of a host page may contain a cycle; the size of a file is checked before. */
const mostValues = 20_000;
const mostLevels = 32;

/** Refuses forbidden keys at any depth, also in fields that are otherwise ignored. */
export function refuseKeys(value: unknown, pointer: string, refuse: Refuse): void {
  let left = mostValues;
  const isTooMuch = (level: number): boolean => --left < 0 || level > mostLevels;
  /** A quick check without paths: most records have no such key, and building paths is slow. */
  const hasAny = (value: object, level: number): boolean => {
    if (isTooMuch(level)) return true;
    for (const key of Object.keys(value)) {
      if (refusedKeys.has(key)) return true;
      const inner = (value as Fields)[key];
      if (typeof inner === 'object' && inner !== null && hasAny(inner, level + 1)) return true;
    }
    return false;
  };
  const path: string[] = [];
  const walk = (value: object): void => {
    if (isTooMuch(path.length)) {
      refuse(pointer, 'is too large or too deep');
      left = 0;
      return;
    }
    for (const key of Object.keys(value)) {
      const inner = (value as Fields)[key];
      const message = refusedKeys.get(key);
      path.push(key);
      if (message) refuse(path.reduce(step, pointer), message);
      else if (typeof inner === 'object' && inner !== null) walk(inner);
      path.pop();
    }
  };
  if (typeof value !== 'object' || value === null || !hasAny(value, 0)) return;
  left = mostValues;
  walk(value);
}

/**
 * Lists that are too long never reach Ajv: for each item it copies its list of errors into a new one. The schema has
 * the same limits, or lower ones.
 */
const mostItems = 50;
const lists = ['phones', 'schedules', 'service_areas', 'x_audience', 'x_needs', 'x_groups', 'x_areas'];

const mostFaults = 10;

/**
 * The faults of one record that can be found without the other records, at most `mostFaults` of them.
 *
 * @param pointer to the record
 * @param checks checks what the schema cannot; it gets only the fields that fit the schema
 */
export function* faultsOf(
  kind: Kind,
  record: unknown,
  pointer: string,
  checks: (sound: Fields, refuse: Refuse) => Steps,
): Steps<OverlayError[]> {
  const faults: OverlayError[] = [];
  const refuse: Refuse = (at, message) => {
    if (faults.length < mostFaults && !faults.some(fault => fault.pointer === at))
      faults.push({ pointer: at, message });
  };
  refuseKeys(record, pointer, refuse);
  const isTooLong = (list: unknown) => Array.isArray(list) && list.length > mostItems;
  const tooLong = isObject(record) ? lists.filter(field => isTooLong(record[field])) : [];
  for (const field of tooLong) refuse(step(pointer, field), `may hold at most ${mostItems}`);
  const validate = validators[kind];
  const judged = tooLong.length ? withoutFaulty(record as Fields, faults, pointer) : record;
  if (!validate(judged, { instancePath: pointer })) {
    for (const fault of validate.errors ?? []) {
      const { keyword, instancePath, params } = fault;
      // An "if" error only says that its "then" failed, which has errors of its own.
      if (keyword === 'if') continue;
      const key = params.additionalProperty ?? params.missingProperty;
      const isAbout = keyword === 'additionalProperties' || keyword === 'required';
      refuse(instancePath + (isAbout ? step('', String(key)) : ''), inWords(fault));
    }
  }
  // Check the fields that fit the schema even if others do not, so that an editor sees all faults at once. If there are
  // more faults than we keep, we no longer know which fields fit.
  if (isObject(record) && faults.length < mostFaults)
    yield* checks(withoutFaulty(record, faults, pointer), refuse);
  return faults;
}

function withoutFaulty(record: Fields, faults: readonly OverlayError[], pointer: string): Fields {
  if (!faults.length) return record;
  const sound: Record<string, unknown> = {};
  for (const key of Object.keys(record)) {
    const place = step(pointer, key);
    if (!faults.some(({ pointer: at }) => at === place || at.startsWith(`${place}/`)))
      sound[key] = record[key];
  }
  return sound;
}

/**
 * The last day that counts as past: clocks of devices differ by some hours. No limit if the clock is obviously wrong.
 */
function lastDay(today: Date): number {
  const year = today.getUTCFullYear();
  return year >= 2024 && year <= 2100 ? Math.floor((today.getTime() + 2 * HOUR) / DAY) : Infinity;
}

/** What is wrong with the date of a check, or `undefined`. */
export function faultOfPastDay(text: unknown, last: number): string | undefined {
  const day = dayOf(text, NaN);
  if (day <= last) return undefined;
  return day > last ? 'may not be in the future' : notADay;
}

/** Whether a text is an emergency number after zeros, or after a full national number: "00112", "40 00 00 00 112". */
function endsAsEmergency(text: string): boolean {
  const isForeign = /^\s*\+/.test(text) && !text.trim().startsWith(callingCode);
  const digits = text.replace(callingCode, '').replace(/\D/g, '').replace(/^0+/, '');
  const behind = isForeign ? '' : digits.slice(shortest);
  return isEmergency(digits) || isEmergency(behind) || abroad.test(digits);
}

const digitsOf = (text: string) => withoutCallingCode(asciiDigits(text).replace(/\D/g, ''));

/** What records of a host page are checked against: the names and numbers of national services, and lists of terms. */
export interface Gate {
  /** The national services, by id. */
  readonly services: ReadonlyMap<string, Service>;
  /** Ids of the national services and organisations. */
  readonly ids: ReadonlySet<string>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** The last day that counts as past. */
  readonly last: number;
  readonly rules: NameRules;
  /** The hosts of the websites and the e-mail addresses of the national services. */
  readonly addresses: ReadonlySet<string>;
  /** Their domains: "politiet.no". */
  readonly domains: ReadonlySet<string>;
  isCritical(number: string): boolean;
  /** Whether a number that is dialled is that of the helpline with one digit wrong, or two swapped. */
  isNearHelpline(called: string | null): boolean;
  /** Turns a record of an application into one as a file has it. */
  prepare?(record: unknown): unknown;
  /** If a page's records may include national ones: the national record to use instead of the given one. */
  nationalFor?(kind: Kind, record: Fields): Service | Organization | undefined;
}

/** Replaces letters in a number that look like digits: "22 33 11 6O". */
const inDigits = (text: string) => text.replace(/[Oo\u041e\u043e\u039f\u03bf]/g, '0').replace(/[Il|]/g, '1');

const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

/**
 * @param national the national services
 * @param terms the needs, groups and areas that a record may name, where these are not the national ones
 */
export function gateOf(
  national: Directory,
  today: Date,
  { needs, groups, areas }: Pick<Directory, 'needs' | 'groups' | 'areas'> = national,
): Gate {
  const { services, organizations } = national;
  const numbers = services
    .filter(isCriticalService)
    .flatMap(({ phones }) => (phones ?? []).map(({ number }) => digitsOf(number)));
  // Needs that only the emergency number answers are reserved: no other service may name them.
  const needsOf = (records: readonly Service[]) => records.flatMap(({ x_needs }) => x_needs);
  const common = needsOf(services.filter(({ x_emergency }) => !x_emergency));
  const reserved = needsOf(services.filter(({ x_emergency }) => x_emergency)).filter(
    need => common.indexOf(need) < 0,
  );
  const isCritical = (text: string) => {
    const digits = digitsOf(text);
    const read = asciiDigits(text);
    // A text that begins with an emergency number is refused whatever follows, since a reader would dial that number.
    // So is a text that contains the full number of the helpline.
    return (
      isEmergency(digits) ||
      readsAsEmergency(read) ||
      endsAsEmergency(read) ||
      readsAsEmergency(read.replace(/[\s.-]/g, '')) ||
      // One of several numbers: "40 00 00 00 (112)".
      read.split(/[^\d\s+-]+/).some(piece => isEmergency(digitsOf(piece))) ||
      numbers.some(number => (number.length < shortest ? digits === number : digits.indexOf(number) >= 0))
    );
  };
  const addresses = services.flatMap(({ url, email }) => [textIn(url), textIn(email)]);
  const helplines = services.filter(({ x_helpline }) => x_helpline).flatMap(({ phones }) => phones ?? []);
  return {
    services: new Map(services.map(service => [service.id, service])),
    ids: new Set([...idsOf(services), ...idsOf(organizations)]),
    lists: {
      x_needs: idsOf(needs).filter(id => reserved.indexOf(id) < 0),
      x_groups: idsOf(groups),
      x_areas: idsOf(areas),
    },
    last: lastDay(today),
    rules: nameRules(national),
    addresses: new Set(addresses.map(hostOf)),
    domains: new Set(addresses.map(domainOf).filter(Boolean)),
    isCritical,
    isNearHelpline: called =>
      helplines.some(({ number }) => called?.length === number.length && isOneOff(called, number)),
  };
}

const nearHelpline = "is the helpline's number with one digit wrong, or two swapped: check it";
const criticalNumber =
  'is a national emergency or helpline number, which only the national services show: give a number of your own';

/** How many minutes of a week no rule covers. */
function closedMinutes(schedules: readonly Schedule[]): number {
  const minutesOfWeek = 7 * 1440;
  const lengthOf = ({ opens_at, closes_at }: Schedule) =>
    (minuteOf(closes_at) - minuteOf(opens_at) + 1440) % 1440 || 1440;
  // Most services are open for so few hours that overlaps do not matter.
  const open = schedules.reduce(
    (sum, rule) => sum + (rule.byday ? ((rule.byday.length + 1) / 3) * lengthOf(rule) : 0),
    0,
  );
  if (open <= minutesOfWeek - moment) return minutesOfWeek - open;
  const spans: (readonly [number, number])[] = [];
  for (const rule of schedules) {
    const { byday = '', opens_at } = rule;
    const opens = minuteOf(opens_at);
    const minutes = lengthOf(rule);
    for (const day of byday ? byday.split(',') : []) {
      const start = WEEKDAYS.indexOf(day) * 1440 + opens;
      spans.push([start, Math.min(start + minutes, minutesOfWeek)], [0, start + minutes - minutesOfWeek]);
    }
  }
  let closed = minutesOfWeek;
  let covered = 0;
  for (const [start, end] of spans.sort(([one], [other]) => one - other)) {
    closed -= Math.max(0, end - Math.max(start, covered));
    covered = Math.max(covered, end);
  }
  return closed;
}

/** In days. All hours for a month at most do not make a service a 24-hour line. */
const month = 31;
/** In days. A gap of a week at most does not end a period of all hours. */
const week = 7;
/**
 * In minutes of a week. HSDS writes a whole day as 00:00 to 23:59: a line closed for so short is still a 24-hour line.
 */
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
  if (isAlwaysOpen(schedules)) refuse(pointer, twentyFourHours);
}

/** Whether the rules, together or one after the other, cover all hours of the week for longer than a month. */
function isAlwaysOpen(schedules: readonly Schedule[]): boolean {
  if (closedMinutes(schedules) >= moment) return false;
  const spans = schedules.map(rule => ({
    rule,
    from: dayOf(rule.valid_from, -Infinity),
    to: dayOf(rule.valid_to, Infinity),
  }));
  // The same rules apply from one day on which a rule begins or has ended until the next such day.
  const days = [...new Set(spans.flatMap(({ from, to }) => [from, to + 1]))].sort(
    (one, other) => one - other,
  );
  let began: number | undefined;
  let ended = -Infinity;
  for (let index = 0; index + 1 < days.length; index++) {
    const from = days[index] as number;
    const before = days[index + 1] as number;
    const holding = spans.filter(span => span.from <= from && from <= span.to).map(({ rule }) => rule);
    if (closedMinutes(holding) >= moment) continue;
    if (began === undefined || from - ended > week) began = from;
    ended = before;
    if (ended - began > month) return true;
  }
  return false;
}

const noWayInFile =
  'tells where a safe house may be, and anybody can read the file: take it out, though it has no effect';
const noWay = 'may not tell where a safe house is or how to reach it';

/** Whether a service has a number that can be dialled, so that other services can be reached through it. */
export const isCalled = ({ phones }: Fields): boolean => numbersIn(phones).some(isDialable);

/**
 * Whether the service to ask, which is shown on the card of a safe house, tells where the house is: in its name, in any
 * language, or in a `number` field with other text than a number that can be dialled.
 */
export const namesPlace = (service: Fields): boolean =>
  textsLead(service, ['name']) || !numbersIn(service.phones).every(isDialable);

const numbersIn = (phones: unknown) => (phones ?? []) as readonly Phone[];
const isDialable = ({ number }: Phone) => dialable(number) !== null;

/** Whether the texts of an organisation, which are shown on the card of its safe house, tell where the house is. */
const leadsThere = (organization: Fields): boolean =>
  leads(textIn(organization.name)) || textsLead(organization, textFields.organization);

function textsLead(record: Fields, fields: readonly string[]): boolean {
  let found = false;
  forTexts(record, '', fields, text => {
    found ||= leads(textIn(text));
  });
  return found;
}

/** The same with a cache, so that an organisation with many safe houses is checked once. */
export function runnersThatLead(): (organization: Fields) => boolean {
  const known = new Map<Fields, boolean>();
  return organization => {
    const found = known.get(organization) ?? leadsThere(organization);
    known.set(organization, found);
    return found;
  };
}

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

/** Goes through the texts of a record, in its own language and in translations, each with its JSON pointer. */
function forTexts(
  record: Fields,
  pointer: string,
  fields: readonly string[],
  check: (text: string, at: string) => void,
): void {
  const checkAll = (texts: Fields, at: string) => {
    for (const field of fields) if (has(texts, field)) check(String(texts[field]), `${at}/${field}`);
  };
  checkAll(record, pointer);
  const translations = (record.x_translations ?? {}) as Readonly<Record<string, Fields>>;
  for (const tag of Object.keys(translations))
    checkAll(translations[tag] ?? {}, step(`${pointer}/x_translations`, tag));
}

const names = ['name', 'alternate_name'];

const otherShown =
  'shows a number that is not dialled there: leave it out, or put it into "phones" as it is dialled';
const otherNumber =
  'names the helpline, an emergency number or its name beside another telephone number, or as closed or changed: leave the national ones out, which always stand on the page, or put yours into "phones"';
const networkCode =
  'has a code that changes how a phone works, such as one that sends its calls elsewhere: leave it out';
const nationalWarning =
  'names the helpline or the police in a warning: put the number beside the name, and for the police the emergency number';
const nationalAddress =
  'has the name or the number of the helpline in it, looks like an address of the police or of another authority, or hides where it leads';
const noWebAddress = 'has to begin with https:// or http://';
const costlyNumber = 'has a number that costs extra or that nobody can dial: leave it out';

/** The last two parts of a host, or none if the address is no plain one, or those are shared by many. */
const domainOf = (address: string): string => {
  const [, domain = ''] = /(?:^|[.@])([a-z\d-]+\.[a-z]{2,})$/.exec(hostOf(address)) ?? [];
  return isOfMany(domain) ? '' : domain;
};

/** Whether a text gives the emergency number to call, not as that of a room or a post-office box. */
const asksForEmergency = (text: string): boolean =>
  sentencesOf(text).some(
    sentence =>
      givesEmergency(sentence) &&
      wordsSeen(sentence).some(
        word => (asks.has(word) && word.length > 3) || isOfEmergency(word) || dangers.has(word),
      ),
  );

/** A function that remembers each of its answers, for as long as one record is checked. */
function once<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return text => {
    if (!known.has(text)) known.set(text, ask(text));
    return known.get(text) as Answer;
  };
}

/** Refuses what no text may say, in any language. It pauses before each translation: a hostile one takes long. */
function* refuseTexts(kind: Kind, record: Fields, pointer: string, { rules }: Gate, refuse: Refuse): Steps {
  const calls = numbersIn(record.phones).map(({ number }) => dialable(number));
  const buttons = numbersIn(record.phones).flatMap(({ description }) => textIn(description) || []);
  const translations = (record.x_translations ?? {}) as Readonly<Record<string, Fields>>;
  /** A text, or what it reads as if it is a list of the record's own number and national ones. */
  const readIn = (text: string, isGiven: boolean): string => {
    if (!calls.length || !misdirects(text, rules, isGiven)) return text;
    const apart = withItemsApart(text, calls, rules);
    return misdirects(apart, rules, isGiven) ? text : apart;
  };
  // The texts of the record stand in each of its translations: judged anew each time, they would block a page for seconds.
  const asksForIt = once(asksForEmergency);
  const read = once((text: string) => readIn(text, false));
  const readBesideEmergency = once((text: string) => readIn(text, true));
  /** @param own the texts to check: the others on the card are checked elsewhere, or are the same for all readers */
  const check = (texts: Fields, own: Fields, at: string): void => {
    const fields = textFields[kind].filter(field => has(texts, field));
    const given = fields.map(field => (names.includes(field) ? textIn : textOf)(texts[field]));
    const isGiven = given.some(asksForIt);
    const shown = given.map(isGiven ? readBesideEmergency : read);
    let isSound = true;
    fields.forEach((field, index) => {
      const text = shown[index] ?? '';
      const fault = has(own, field) ? faultOfText(text, field === 'alert', isGiven) : undefined;
      if (!fault) return;
      isSound = false;
      refuse(`${at}/${field}`, fault);
    });
    if (!isSound) return;
    // On the card one text is under the other, for some readers with only some of them translated.
    if (misdirectTogether(shown, rules, isGiven)) refuse(at, otherNumber);
    else if (numbersIn(record.phones).length && nameButton(shown, buttons, rules)) refuse(at, otherNumber);
  };
  const faultOfText = (text: string, isAlert: boolean, isGiven: boolean): string | undefined => {
    const fault = faultOfMisdirecting(text, rules, isGiven);
    if (fault) return fault;
    if (labels(text, rules)) return criticalName;
    return isAlert && warnsOfNational(text, rules) ? nationalWarning : undefined;
  };
  check(record, record, pointer);
  for (const tag of Object.keys(translations)) {
    yield;
    const own = translations[tag] ?? {};
    check({ ...record, ...own }, own, step(`${pointer}/x_translations`, tag));
  }
}

/** Refuses what is at a place, if it has a fault. */
type Check = (at: string, fault: string | undefined) => void;

/** @param calls the numbers that are dialled beside the name */
function faultOfShownName(name: string, calls: readonly (string | null)[], { faultOfName }: NameRules) {
  const fault = faultOfName(name);
  if (fault) return fault;
  if (isNameOfAnother(name)) return criticalName;
  return showsOther(name, calls) ? otherShown : undefined;
}

/** For texts that may contain other national names, and digits that are no phone number. */
function faultOfOtherText(text: unknown, { faultOfName }: NameRules): string | undefined {
  const fault = faultOfName(withoutNumbers(textIn(text)));
  return fault === criticalName ? fault : undefined;
}

function faultOfMisdirecting(text: string, rules: NameRules, isGiven = false): string | undefined {
  if (misdirects(text, rules, isGiven)) return otherNumber;
  if (holdsCostly(text)) return costlyNumber;
  return holdsCode(text) ? networkCode : undefined;
}

/** Checks the fields of a service that fit the schema, as far as this needs no other record. */
export function* refuseService(record: Fields, pointer: string, gate: Gate, refuse: Refuse): Steps {
  const { ids, lists, last, rules } = gate;
  const {
    phones = [],
    schedules = [],
    minimum_age = 0,
    maximum_age = Infinity,
    x_contact_through = '',
    organization_id = '',
  } = record as Partial<Service>;
  const check: Check = (at, fault) => {
    if (fault) refuse(at, fault);
  };
  const dialled = phones.map(({ number }) => dialable(number));
  forTexts(record, pointer, names, (text, at) => check(at, faultOfShownName(textIn(text), dialled, rules)));
  yield* refuseTexts('service', record, pointer, gate, refuse);
  refuseAddresses(record, pointer, gate, check);
  refuseAreas(record, pointer, rules, check);
  refuseSource(record, pointer, gate, check);
  refusePhones(record, pointer, gate, check);
  refuseSchedules(schedules, `${pointer}/schedules`, refuse);
  if (record.x_open_day_and_night && schedules.length)
    refuse(
      `${pointer}/x_open_day_and_night`,
      'says when it is open, as "schedules" does: leave one of them out',
    );
  if (minimum_age > maximum_age) refuse(`${pointer}/maximum_age`, 'may not be below minimum_age');
  for (const field of ['assured_date', 'x_updated'])
    if (has(record, field)) check(step(pointer, field), faultOfPastDay(record[field], last));
  for (const list of Object.keys(lists)) {
    const allowed = lists[list] ?? [];
    const words = (record[list] ?? []) as readonly string[];
    words.forEach((word, index) => {
      if (allowed.indexOf(word) < 0)
        refuse(`${pointer}/${list}/${index}`, `has to be one of: ${allowed.join(', ')}`);
    });
  }
  if (ids.has(organization_id)) refuse(`${pointer}/organization_id`, noOrganization);
  if (ids.has(x_contact_through)) refuse(`${pointer}/x_contact_through`, noContact);
  if (record.x_safe_house) refuseWhereabouts(record, pointer, refuse);
  else refuseForgotten(record, pointer, refuse);
}

function refuseAddresses(record: Fields, pointer: string, gate: Gate, check: Check): void {
  const { url = '', email = '' } = record as Partial<Service>;
  const { rules } = gate;
  if (/^tel:/i.test(textIn(url)) && gate.isCritical(url)) check(`${pointer}/url`, criticalNumber);
  // Any other scheme is shown as text.
  if (/^(?:tel|mailto):/i.test(textIn(url))) check(`${pointer}/url`, noWebAddress);
  for (const [field, given] of Object.entries({ url, email })) {
    const at = `${pointer}/${field}`;
    const address = textIn(given);
    const isNational = gate.addresses.has(hostOf(address)) || gate.domains.has(domainOf(address));
    if (!isNational && posesAsNational(address, rules)) check(at, nationalAddress);
    // An address that cannot be a link is shown on the card as text.
    const isText = address !== '' && safeLink(field === 'email' ? `mailto:${address}` : address) === null;
    if (isText) check(at, faultOfOtherText(address, rules));
    check(at, faultOfMisdirecting(withoutScheme(address), rules));
  }
}

function refuseAreas({ service_areas = [] }: Fields, pointer: string, rules: NameRules, check: Check): void {
  (service_areas as readonly Fields[]).forEach(({ name }, index) => {
    const at = `${pointer}/service_areas/${index}/name`;
    // Digits of a place are not read as one number: a postal code may be before a name.
    const figures = figuresIn(textIn(name));
    const isCritical = looksLikeEmergency(figures) || rules.holdsHelpline(figures);
    check(at, isCritical ? criticalName : faultOfOtherText(name, rules));
    check(at, faultOfMisdirecting(textIn(name), rules));
  });
}

const sourceOf = ({ x_source }: Fields): Fields => (x_source ?? {}) as Fields;

/** The source is shown at the top of the card. */
function refuseSource(record: Fields, pointer: string, { rules, addresses }: Gate, check: Check): void {
  const { document, section } = sourceOf(record);
  const isNational = isWebHost(document) && addresses.has(textIn(document).replace(/^www\./, ''));
  if (!isNational) check(`${pointer}/x_source/document`, faultOfOtherText(document, rules));
  const at = `${pointer}/x_source/section`;
  if (!rules.isHeading(textIn(section))) check(at, faultOfOtherText(section, rules));
  check(at, faultOfMisdirecting(`${textIn(document)}: ${textIn(section)}`, rules));
}

function refusePhones(
  record: Fields,
  pointer: string,
  { rules, isCritical, isNearHelpline }: Gate,
  check: Check,
): void {
  const name = textIn(record.name);
  const { phones = [] } = record as Partial<Service>;
  phones.forEach(({ number, description }, index) => {
    const at = `${pointer}/phones/${index}`;
    if (isCritical(number) || isCritical(inDigits(number))) check(`${at}/number`, criticalNumber);
    else if (isNearHelpline(dialable(number))) check(`${at}/number`, nearHelpline);
    // What nobody can dial otherwise, such as "33", is shown as text; a reader could dial a code.
    if (/\d/.test(number) && /[*#\u2217\u204e\u066d\u266f\u2731\ufe61\uff0a\uff03]/.test(number))
      check(`${at}/number`, networkCode);
    // \p{So}: letters in squares and circles are symbols.
    if (/[\p{L}\p{So}\p{Nl}\p{No}]/u.test(number)) {
      // It is shown as text, so the rules for names and for labels apply to it.
      const text = textIn(number);
      const shown = numbersShown(text);
      check(`${at}/number`, faultOfShownName(text, shown, rules));
      check(`${at}/number`, rules.faultOfLabel(withoutNumbers(text), name, shown[0] ?? ''));
      check(`${at}/number`, faultOfMisdirecting(text, rules));
    }
    // The description is the label of the button, so the rules for names apply to it.
    if (description === undefined) return;
    const label = textIn(description);
    const calls = dialable(number);
    const fault =
      rules.faultOfLabel(label, name, calls ?? '') ??
      (isLabelOfAnother(label, name, calls ?? '', rules) ? criticalName : undefined);
    const isOther = showsOther(label, [calls], true);
    check(`${at}/description`, fault ?? (isOther ? otherShown : faultOfMisdirecting(label, rules)));
  });
}

/** Refuses what may tell where a safe house is, or how to reach it. */
function refuseWhereabouts(record: Fields, pointer: string, refuse: Refuse): void {
  forTexts(record, pointer, textFields.service, (text, at) => {
    if (leads(textIn(text))) refuse(at, noWay);
  });
  const { document, section } = sourceOf(record);
  // Many sources are named after a website. That name is allowed, though it has dots, unless it contains a street.
  const place = isWebHost(document) ? textIn(document).replace(/[.-]/g, ' ') : document;
  if (leads(textIn(place))) refuse(`${pointer}/x_source/document`, noWay);
  if (leads(textIn(section))) refuse(`${pointer}/x_source/section`, noWay);
  // Fields that have no effect can be read in the file too.
  for (const field of Object.keys(record))
    if (!has(fieldsOfService, field) && tellsPlace(record[field])) refuse(step(pointer, field), noWayInFile);
  for (const field of ['id', 'organization_id', 'x_contact_through'])
    if (leadsById(textIn(record[field]))) refuse(step(pointer, field), noWay);
}

const secretHouse = new RegExp(anyOf(claims.secret_houses.map(joined)));
const secretPlace = new RegExp(anyOf(claims.secret_places.map(joined)));
const noStreet = 'names a street, and this seems to be a safe house: take it out, and set x_safe_house';

/** Refuses a street where the mark of a safe house has been forgotten. */
function refuseForgotten(record: Fields, pointer: string, refuse: Refuse): void {
  const isHouse = secretHouse.test(joined(textIn(record.name)));
  const tells = (text: string) =>
    isHouse
      ? namesStreet(text)
      : sentencesOf(text).some(sentence => secretPlace.test(joined(sentence)) && namesStreet(sentence));
  forTexts(record, pointer, textFields.service, (text, at) => {
    if (tells(textIn(text))) refuse(at, noStreet);
  });
  const areas = (record.service_areas ?? []) as readonly Fields[];
  areas.forEach(({ name }, index) => {
    if (isHouse && namesStreet(textIn(name))) refuse(`${pointer}/service_areas/${index}/name`, noStreet);
  });
}

/** Whether a value that is not shown tells a place: in a text, or as coordinates. */
function tellsPlace(value: unknown): boolean {
  if (typeof value === 'string') return leads(textIn(value));
  if (typeof value === 'number') return !Number.isInteger(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(tellsPlace);
}

const isWebHost = (text: unknown): boolean => /^(?:[a-z\d-]+\.)+[a-z]{2,}$/.test(textIn(text));

export const noOrganization = 'has to be an organisation of yours that is not left out';
export const noHouse =
  'is of an organisation whose name or description tells where to reach it, and a safe house may not be reached';
export const noPlaceOfContact =
  'is a service whose name tells a place or a number, or that has more than digits in a number, and it stands on the card of a safe house';
export const noContact =
  'has to be a service of yours that is active, is not left out and has a number of its own that can be dialled';

/** What may be wrong with a text that others stand in for: a translation, or the description of an organisation. */
const faultsOfTexts: ReadonlySet<string> = new Set([
  ...[criticalName, nationalName, isOfCountry, ofTwoScripts, otherShown, otherNumber],
  ...[networkCode, costlyNumber, nationalWarning],
]);

/**
 * A record without its refused translations, or an organisation without its refused description; `undefined` if it has
 * other faults. Readers see the texts in the language of the file instead, which were checked by themselves. A safe house
 * has to be sound as a whole, since anybody can read the file.
 */
export function withoutRefusedTexts(
  kind: Kind,
  record: unknown,
  faults: readonly OverlayError[],
  pointer: string,
): Fields | undefined {
  if (!isObject(record) || faults.length >= mostFaults || record.x_safe_house) return undefined;
  const ofTranslation = /^\/x_translations\/([^/]+)(?:\/\w+)?$/;
  const tags = new Set<string | undefined>();
  let isDescribed = true;
  for (const { pointer: at, message } of faults) {
    const place = at.slice(pointer.length);
    const tag = ofTranslation.exec(place)?.[1];
    if (!faultsOfTexts.has(message)) return undefined;
    if (tag !== undefined) tags.add(tag);
    else if (kind === 'organization' && place === '/description') isDescribed = false;
    else return undefined;
  }
  // A safe house may be reached through it.
  if (kind === 'service' && namesPlace(record)) return undefined;
  const { description, x_translations, ...rest } = record as Fields & { x_translations?: Fields };
  const kept = Object.entries(x_translations ?? {}).filter(([tag]) => !tags.has(tag));
  return {
    ...rest,
    ...(isDescribed && description !== undefined && { description }),
    // A translation of a refused description says the same.
    ...(isDescribed && kept.length && { x_translations: Object.fromEntries(kept) }),
  };
}

/** Checks the fields of an organisation in the same way. */
export function* refuseOrganization(record: Fields, pointer: string, gate: Gate, refuse: Refuse): Steps {
  yield* refuseTexts('organization', record, pointer, gate, refuse);
  if (!has(record, 'name')) return;
  const { rules } = gate;
  const name = textIn(record.name);
  // A number behind a national name does not make it another one.
  const bare = numbersShown(name).length ? withoutNumbers(name) : name;
  const fault =
    rules.faultOfName(name) ??
    rules.faultOfName(bare) ??
    (misdirects(name, rules) ? otherNumber : holdsCode(name) ? networkCode : undefined);
  if (fault) refuse(`${pointer}/name`, fault);
}

type Clean = (value: unknown) => unknown;

const asItIs: Clean = value => value;
export const textIn = (value: unknown): string => plainText(value as string).trim();

/** The same of a text that may have several lines. */
const textOf = (value: unknown): string => textIn(withLinesEnded(value as string));

/** Text that is no link because of an invisible character must not become one when that character is removed. */
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

/** Keeps only the named fields of an object, each cleaned. */
const fieldsOf =
  (fields: Readonly<Record<string, Clean>>): Clean =>
  value => {
    const record = value as Fields;
    const kept: Record<string, unknown> = {};
    for (const field of Object.keys(fields))
      if (has(record, field)) kept[field] = fields[field]?.(record[field]);
    return kept;
  };

/**
 * A text whose numbers read from left to right in Arabic too: browsers would show the groups of "40 00 00 00" and of
 * "40-00-00-00" from right to left. Spaces become no-break spaces; a telephone number has a left-to-right mark before it.
 */
const proseIn = (value: unknown): string => leftToRight(textOf(value));
const nameIn = (value: unknown): string => leftToRight(textIn(value));
const leftToRight = (given: string): string => {
  const text = given.replace(/(?<=\p{Nd}) (?=\p{Nd}{2})/gu, '\u00a0');
  return /[\u0590-\u08ff]/.test(text)
    ? text.replace(/(?<![\p{Nd}+:./])\+?\p{Nd}[\p{Nd}\s().–-]+\p{Nd}(?!:)/gu, number =>
        number.replace(/\P{Nd}/gu, '').length < 7 ? number : `\u200e${number}`,
      )
    : text;
};

const textsOf = (kind: Kind): Readonly<Record<string, Clean>> =>
  Object.fromEntries(textFields[kind].map(field => [field, names.includes(field) ? nameIn : proseIn]));

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

const fieldsOfService: Readonly<Record<string, Clean>> = {
  ...asTheyAre(
    'id organization_id status minimum_age maximum_age assured_date x_contact_through x_safe_house x_open_day_and_night x_language x_updated',
  ),
  ...textsOf('service'),
  url: linkText(safeLink),
  email: linkText(address => safeLink(`mailto:${address}`)),
  phones: listOf(fieldsOf({ number: linkText(dialable), description: nameIn })),
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
};

const cleanRecord: Readonly<Record<Kind, Clean>> = {
  service: fieldsOf(fieldsOfService),
  organization: fieldsOf({
    ...asTheyAre('id parent_organization_id x_kind x_language'),
    name: textIn,
    description: textOf,
    x_source: source,
    x_translations: translationsOf('organization'),
  }),
};

/** A service without faults, as it is shown: plain text, known fields only, marked as a host's own. */
export function cleanService(record: unknown): Service {
  const service = cleanRecord.service(record) as Service;
  return {
    ...service,
    description: service.description ?? '',
    x_needs: service.x_needs ?? [],
    x_local: true,
  };
}

/** The same for an organisation. */
export function cleanOrganization(record: unknown): Organization {
  const organization = cleanRecord.organization(record) as Organization;
  return { ...organization, description: organization.description ?? '', x_local: true };
}
