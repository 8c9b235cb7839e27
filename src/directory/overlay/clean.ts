/** What is kept of a sound record: known fields only, in plain text. */
import { dialable, safeLink } from '../../safety/links.js';
import type { Organization, Service } from '../types.js';
import { type Fields, has, type Kind, nameFields, textFields, textIn, textOf } from './record.js';

type Clean = (value: unknown) => unknown;

const asItIs: Clean = value => value;

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

const leftToRight = (given: string): string => {
  const text = given.replace(/(?<=\p{Nd}) (?=\p{Nd}{2})/gu, '\u00a0');
  return /[\u0590-\u08ff]/.test(text)
    ? text.replace(/(?<![\p{Nd}+:./])\+?\p{Nd}[\p{Nd}\s().–-]+\p{Nd}(?!:)/gu, number =>
        number.replace(/\P{Nd}/gu, '').length < 7 ? number : `\u200e${number}`,
      )
    : text;
};

/**
 * A text whose numbers read from left to right in Arabic too: browsers would show the groups of "40 00 00 00" and of
 * "40-00-00-00" from right to left. Spaces become no-break spaces; a telephone number has a left-to-right mark before it.
 */
const proseIn = (value: unknown): string => leftToRight(textOf(value));

const nameIn = (value: unknown): string => leftToRight(textIn(value));

const textsOf = (kind: Kind): Readonly<Record<string, Clean>> =>
  Object.fromEntries(textFields[kind].map(field => [field, nameFields.includes(field) ? nameIn : proseIn]));

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

/** Whether a field of a service is kept. Others can be read in the file only. */
export const isUsed = (field: string): boolean => has(fieldsOfService, field);

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
