/** The records of a directory or a source that a page has set: which can be shown, and what of them. */
import { plainText } from '../safety/text.js';
import { dayOf, WEEKDAYS } from './opening-hours.js';
import type { ServiceSource } from './source.js';
import type { Directory, Organization, Service, TaxonomyTerm } from './types.js';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Whether an object has what a directory has, each a list. */
export const isDirectory = (value: unknown): value is Directory =>
  isObject(value) &&
  ['services', 'organizations', 'needs', 'groups', 'areas'].every(list => Array.isArray(value[list]));

export const isSource = (value: unknown): value is ServiceSource =>
  isObject(value) && typeof value.search === 'function';

const texts = [
  'alternate_name',
  'description',
  'eligibility_description',
  'application_process',
  'alert',
] as const;
const links = ['email', 'url'] as const;

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrMissing = (value: unknown) => value === undefined || isText(value);
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const haveTexts = (value: unknown, field: string): boolean =>
  value === undefined || (Array.isArray(value) && value.every(item => isObject(item) && isText(item[field])));

/** Whether a record can be searched and shown. */
export const isService = (value: unknown): value is Service =>
  isObject(value) &&
  isText(value.id) &&
  isText(value.name) &&
  isText(value.status) &&
  [...texts, ...links].every(field => isTextOrMissing(value[field])) &&
  areTexts(value.x_audience) &&
  areTexts(value.x_needs) &&
  (value.x_groups === undefined || areTexts(value.x_groups)) &&
  (value.x_areas === undefined || areTexts(value.x_areas)) &&
  haveTexts(value.phones, 'number') &&
  haveTexts(value.service_areas, 'name');

export const isOrganization = (value: unknown): value is Organization =>
  isObject(value) && isText(value.id) && isText(value.name) && isTextOrMissing(value.description);

const textIn = (value: unknown): string => plainText(value as string).trim();

/** What is no link because of a character that nobody sees must not become one when that is taken out. */
const linkIn = (value: string): string => (plainText(value) === value ? value : `${textIn(value)} \ufffd`);

/** A choice of a filter, in a list of its own: an empty one, where it is none. */
export const cleanTerm = (term: unknown): TaxonomyTerm[] =>
  isObject(term) && isText(term.id) && isText(term.name)
    ? [{ id: term.id, name: textIn(term.name), x_keywords: textIn(term.x_keywords) }]
    : [];

/** A record of a page's own as it may be shown: known fields, plain texts, no claim to be the helpline or open always. */
export function cleanService(service: Service): Service {
  const { x_source, schedules } = service;
  const isSafeHouse = service.x_safe_house === true;
  const clean: Record<string, unknown> = { x_local: true, name: textIn(service.name) };
  for (const field of texts) clean[field] = textIn(service[field]);
  // A safe house has no contact of its own.
  for (const field of links) if (service[field] && !isSafeHouse) clean[field] = linkIn(service[field]);
  for (const field of ['id', 'organization_id', 'status', 'x_audience', 'x_needs', 'x_areas'] as const)
    clean[field] = service[field];
  for (const field of ['assured_date', 'x_updated'] as const)
    if (dayOf(service[field], Number.NaN) > 0) clean[field] = service[field];
  return {
    ...(clean as unknown as Service),
    phones: (isSafeHouse ? [] : (service.phones ?? [])).map(({ number }) => ({ number: linkIn(number) })),
    schedules: (Array.isArray(schedules) ? schedules : []).filter(isSchedule),
    service_areas: (isSafeHouse ? [] : (service.service_areas ?? [])).map(({ name }) => ({
      name: textIn(name),
    })),
    x_safe_house: isSafeHouse,
    x_contact_through: textIn(service.x_contact_through),
    x_language: textIn(service.x_language),
    x_source: { document: textIn(x_source?.document), section: textIn(x_source?.section) },
  };
}

const day = `(?:${WEEKDAYS.join('|')})`;
const days = new RegExp(`^${day}(?:,${day})*$`);
const time = /^\d\d:\d\d$/;

/** Whether a rule can be told in words. That a line is open always only the national ones may say. */
const isSchedule = (rule: unknown): boolean =>
  isObject(rule) &&
  !rule.x_always_open &&
  (rule.x_by_appointment === true ||
    (days.test(`${rule.byday}`) && time.test(`${rule.opens_at}`) && time.test(`${rule.closes_at}`)));

export const cleanOrganization = ({
  id,
  name,
  description,
  x_kind,
  x_source,
}: Organization): Organization => ({
  id,
  name: textIn(name),
  description: textIn(description),
  ...((x_kind === 'public' || x_kind === 'ngo' || x_kind === 'intergovernmental') && { x_kind }),
  x_source,
  x_local: true,
});
