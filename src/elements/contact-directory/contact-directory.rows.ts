import { nationalFirst } from '../../directory/search/ranking.js';
import { chosenIn } from '../../directory/search/search.js';
import type { Audience, Directory, Service } from '../../directory/types.js';
import { listInWords } from '../../locale/format.js';
import type { Localization } from '../../locale/localization.js';

/** A service that has a contact of its own. */
export interface ContactRow {
  readonly service: Service;
  /** The types of assistance, in words. */
  readonly help: string;
  /** The other services that are reached through it. */
  readonly others: readonly Service[];
}

export type SortColumn = 'help' | 'name';
export interface Sort {
  readonly column: SortColumn;
  readonly isDescending: boolean;
}

/** A row for each service with a contact of its own, in the order of the directory: the helpline first. */
export function contactRows(
  directory: Directory,
  audience: Audience,
  localization: Localization,
): readonly ContactRow[] {
  const services = chosenIn(directory, { audience });
  return services
    .filter(service => service.phones || !service.x_contact_through)
    .map(service => ({
      service,
      help: listInWords(
        localization,
        directory.needs.filter(({ id }) => service.x_needs.includes(id)).map(({ name }) => name),
      ),
      others: services.filter(({ x_contact_through }) => x_contact_through === service.id),
    }));
}

/** Whether a service with this need is reached through this contact: its own, or one of the others. */
export const leadsTo = ({ service, others }: ContactRow, need: string): boolean =>
  [service, ...others].some(({ x_needs }) => x_needs.includes(need));

/** The rows that lead to a service with this need, and in each the services with it before the others. */
export function rowsFor(rows: readonly ContactRow[], need: string): readonly ContactRow[] {
  const answers = ({ x_needs }: Service) => x_needs.includes(need);
  return rows
    .filter(row => leadsTo(row, need))
    .map(row => ({
      ...row,
      others: [...row.others.filter(answers), ...row.others.filter(other => !answers(other))],
    }));
}

/** In the order that is asked for, and a page's own services below the national ones. */
export function sortedRows(
  rows: readonly ContactRow[],
  sort: Sort | undefined,
  language: string,
): readonly ContactRow[] {
  return nationalFirst(sort ? sortedBy(sort, rows, language) : rows, ({ service }) => service);
}

function sortedBy(sort: Sort, rows: readonly ContactRow[], language: string): readonly ContactRow[] {
  const textOf = (row: ContactRow) => (sort.column === 'help' ? row.help : row.service.name);
  const order = orderIn(language);
  const sorted = [...rows].sort((one, other) => order(textOf(one), textOf(other)));
  return sort.isDescending ? sorted.reverse() : sorted;
}

function orderIn(language: string): (one: string, other: string) => number {
  try {
    return new Intl.Collator(language).compare;
  } catch {
    // The host page has removed `Intl`.
    return (one, other) => Number(one > other) - Number(one < other);
  }
}
