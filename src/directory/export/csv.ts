import { dialable, safeLink } from '../../safety/links.js';
import type { Schedule, Service } from '../types.js';

const columns = [
  'id',
  'name',
  'organization_id',
  'phones',
  'email',
  'url',
  'schedules',
  'description',
  'eligibility_description',
  'application_process',
  'alert',
  'status',
  'assured_date',
  'x_contact_through',
  'x_audience',
  'x_needs',
  'x_groups',
  'x_areas',
  'x_source',
] as const;

/** Left out for a safe house. Areas too: they say whom it serves, but read as where it is. */
const leadingColumns: readonly string[] = ['phones', 'email', 'url', 'x_areas'];

/**
 * Between several values of a field. No semicolon: with decimal commas, many programs take it for the end of a cell.
 */
const between = ' / ';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function times({ byday, opens_at, closes_at, x_always_open, x_by_appointment }: Partial<Schedule>): string {
  if (x_always_open) return '24/7';
  return x_by_appointment ? 'by appointment' : `${byday} ${opens_at}-${closes_at}`;
}

function hours(schedule: Partial<Schedule>): string {
  const { valid_from, valid_to } = schedule;
  const days = valid_from || valid_to ? ` (${valid_from ?? ''}/${valid_to ?? ''})` : '';
  return times(schedule) + days;
}

/** Only what the elements make a link: somebody who reads the table might dial or open the rest too. */
const isOfUse: Readonly<Record<string, (text: string) => boolean>> = {
  phones: text => dialable(text) !== null,
  email: text => safeLink(`mailto:${text}`) !== null,
  url: text => safeLink(text) !== null,
};

function textOf(service: Partial<Service>, column: (typeof columns)[number]): string {
  if (service.x_safe_house && leadingColumns.indexOf(column) >= 0) return '';
  const value: unknown = service[column];
  if (column === 'x_source') {
    const { document = '', section = '' } = Object(value);
    return [document, section].filter(word => typeof word === 'string' && word).join('#');
  }
  return (Array.isArray(value) ? value : [value])
    .map(item => {
      if (column === 'phones') return Object(item).number;
      return column === 'schedules' && item ? hours(Object(item)) : item;
    })
    .filter(item => typeof item === 'string' && item && (isOfUse[column]?.(item) ?? true))
    .join(between);
}

/**
 * Text that a spreadsheet would run as a formula, and digits whose leading zero it would drop. Also such text after an
 * apostrophe: it gets one more, so that removing one apostrophe always restores the value.
 */
const changing = /^'*([\s\p{C}\p{DI}]*[=+\-@\uff0b\uff0d\uff1d\uff20]|[\t\r\n]|0\d+$)/u;

/**
 * The same after a character that some programs take for the end of a cell, such as `;` in Excel with decimal commas.
 */
const changingWithin = /([;|\t\r\n][\s\p{C}\p{DI}"]*)(?='*[=+\-@\uff0b\uff0d\uff1d\uff20])/gu;

function cell(text: string): string {
  const safe = (changing.test(text) ? `'${text}` : text).replace(changingWithin, "$1'");
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * Services as CSV (RFC 4180): CRLF, a header with the names of the fields, one record a service. Several values in a
 * field are separated by ` / `. Numbers and addresses that are no links on screen are left out. Never throws; a safe
 * house has no number, no address and no place, even where a record claims one.
 *
 * A value that a spreadsheet would run as a formula or change (it begins with `=`, `+`, `-`, `@`, a tab or a line
 * break, or is digits with a zero in front) has one apostrophe before it, telephone numbers too. So has what follows a
 * `;`, a tab, a `|` or a line break within it and begins like that. The digits stay as they are; a program that reads
 * the file takes the apostrophe away.
 */
export function toCsv(services: readonly Service[]): string {
  const records = listOf(services).map(service => columns.map(column => textOf(Object(service), column)));
  return [columns, ...records].map(record => `${record.map(cell).join(',')}\r\n`).join('');
}
