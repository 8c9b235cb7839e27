/**
 * Checks the shape of a record: by the schema, which Ajv has compiled, and by what the schema cannot say (keys that no
 * file may have, and size).
 */
import { organization, service } from '../generated/overlay-validator.js';
import { EVERY_DAY } from '../opening-hours.js';
import type { OverlayError } from '../types.js';
import { notADay, twentyFourHours } from './days-and-hours.js';
import { type Fields, isObject, type Kind, type Refuse, type Steps, step } from './record.js';

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
  date: notADay,
  language: 'has to be a language tag, such as en',
  time: 'has to be a time of day: HH:MM',
  schedule: `has to be weekdays, of ${EVERY_DAY}`,
};

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

export const mostFaults = 10;

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
