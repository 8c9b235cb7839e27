import { v5 } from 'uuid';
import { dialable } from '../../safety/links.js';
import { timeZone } from '../generated/country.js';
import { EVERY_DAY } from '../opening-hours.js';
import {
  audiences,
  type Directory,
  type Organization,
  type Schedule,
  type Service,
  type TaxonomyTerm,
} from '../types.js';

/** A record of HSDS, as in https://docs.openreferral.org/en/3.1/hsds/schema_reference.html */
export interface HsdsRecord {
  readonly id: string;
  readonly [field: string]: string | number | HsdsRecord | readonly HsdsRecord[];
}

export interface HsdsDirectory {
  /** Each with its organisation, numbers, hours, areas and terms nested. */
  readonly services: readonly HsdsRecord[];
  readonly organizations: readonly HsdsRecord[];
  readonly taxonomies: readonly HsdsRecord[];
  readonly taxonomy_terms: readonly HsdsRecord[];
}

/** Never change it: all published ids are computed from it. */
const namespace = 'f393a5df-d7a1-5527-b45c-eff47c6adc9b';

/** HSDS has no field for this, so it is said in the notes. */
const onPublicHolidays = { open: 'Open on public holidays', closed: 'Closed on public holidays' };

/** Always the same id for the same record. Unpaired surrogates are replaced, since UTF-8 cannot encode them. */
const idOf = (...place: readonly (string | number)[]) =>
  v5(place.join('/').replace(/\p{Cs}/gu, '\ufffd'), namespace);

/** Only addresses that every reader of HSDS accepts: absolute, ASCII, escaped. */
const webAddress = (text: string | undefined) =>
  /^https?:\/\/[a-z\d.-]+(:\d+)?([/?]([\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})*)?$/i.test(text ?? '')
    ? text
    : undefined;
const emailAddress = (text: string | undefined) =>
  /^[\w+-]+(\.[\w+-]+)*@([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i.test(text ?? '') ? text : undefined;

/** Leaves out empty fields: HSDS has no null. */
function optional(
  fields: Readonly<Record<string, HsdsRecord[string] | undefined>>,
): Record<string, HsdsRecord[string]> {
  const given: Record<string, HsdsRecord[string]> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (value && (!Array.isArray(value) || value.length)) given[field] = value as HsdsRecord[string];
  }
  return given;
}

function taxonomyOf(kind: string, description: string, terms: readonly TaxonomyTerm[]) {
  const taxonomy: HsdsRecord = { id: idOf('taxonomy', kind), name: kind, description };
  return {
    kind,
    taxonomy,
    terms: terms.map(
      (term): HsdsRecord => ({
        id: idOf('taxonomy_term', kind, term.id),
        code: term.id,
        name: term.name,
        description: term.name,
        taxonomy: kind,
        taxonomy_id: taxonomy.id,
      }),
    ),
  };
}
type Taxonomy = ReturnType<typeof taxonomyOf>;

const organizationRecord = ({
  id,
  name,
  description,
  parent_organization_id: parent,
}: Organization): HsdsRecord => ({
  id: idOf('organization', id),
  name,
  description,
  ...optional({ parent_organization_id: parent && idOf('organization', parent) }),
});

function scheduleRecord(schedule: Schedule, serviceId: string, id: string): HsdsRecord {
  const { byday, opens_at, closes_at, valid_from, valid_to, x_public_holidays: holidays } = schedule;
  const hours = schedule.x_by_appointment
    ? { description: 'By appointment' }
    : {
        freq: 'WEEKLY',
        // The way in which HSDS writes a whole day.
        ...(schedule.x_always_open
          ? { byday: EVERY_DAY, opens_at: '00:00', closes_at: '23:59' }
          : { byday, opens_at, closes_at }),
        // The time zone field of HSDS is a number, which cannot express summer time.
        notes: [`Local time in ${timeZone}`, holidays && onPublicHolidays[holidays]]
          .filter(Boolean)
          .join('. '),
      };
  return { id, service_id: serviceId, ...optional({ ...hours, valid_from, valid_to }) };
}

function serviceRecord(service: Service, directory: Directory, taxonomies: readonly Taxonomy[]): HsdsRecord {
  const id = idOf('service', service.id);
  const part = (kind: string, key: string | number) => idOf('service', service.id, kind, key);
  const organization = directory.organizations.find(({ id }) => id === service.organization_id);
  const through = directory.services.find(({ id }) => id === service.x_contact_through);
  const contact = service.x_safe_house ? undefined : service;
  const termsOf: Readonly<Record<string, readonly string[] | undefined>> = {
    audiences: service.x_audience,
    needs: service.x_needs,
    groups: service.x_groups,
  };
  return {
    id,
    organization_id: idOf('organization', service.organization_id),
    name: service.name,
    status: service.status,
    ...optional({
      alternate_name: service.alternate_name,
      minimum_age: service.minimum_age,
      maximum_age: service.maximum_age,
      description: service.description,
      url: webAddress(contact?.url),
      email: emailAddress(contact?.email),
      application_process: [service.application_process, through && `Contact: ${through.name}.`]
        .filter(Boolean)
        .join(' '),
      eligibility_description: service.eligibility_description,
      alert: service.alert,
      assured_date: service.assured_date,
      organization: organization && organizationRecord(organization),
      // Only numbers that the elements dial too. The id is made from the index in the full list, so it never changes.
      phones: contact?.phones?.flatMap(({ number, description }, index) =>
        dialable(number) === null
          ? []
          : {
              id: part('phone', index),
              service_id: id,
              number,
              type: 'voice',
              ...optional({ description }),
            },
      ),
      schedules: service.schedules?.map((schedule, index) =>
        scheduleRecord(schedule, id, part('schedule', index)),
      ),
      // No areas for a safe house: an area says whom a service serves, but reads as where it is.
      service_areas: (service.x_safe_house ? undefined : service.x_areas)?.map(area => ({
        id: part('service_area', area),
        service_id: id,
        name: directory.areas.find(({ id }) => id === area)?.name ?? area,
      })),
      attributes: taxonomies.flatMap(({ kind, terms }) =>
        terms
          .filter(({ code }) => termsOf[kind]?.includes(code as string))
          .map(term => ({
            id: part(kind, term.code as string),
            link_id: id,
            link_entity: 'service',
            taxonomy_term_id: term.id,
            taxonomy_term: term,
          })),
      ),
    }),
  };
}

/** See public-api.ts. */
export function toHsds(directory: Directory): HsdsDirectory {
  const taxonomies = [
    taxonomyOf(
      'audiences',
      'Who may be shown a service',
      audiences.map(id => ({ id, name: id })),
    ),
    taxonomyOf('needs', 'What a service helps with', directory.needs),
    taxonomyOf('groups', 'Whom a service is limited to', directory.groups),
  ];
  return {
    services: directory.services.map(service => serviceRecord(service, directory, taxonomies)),
    organizations: directory.organizations.map(organizationRecord),
    taxonomies: taxonomies.map(({ taxonomy }) => taxonomy),
    taxonomy_terms: taxonomies.flatMap(({ terms }) => terms),
  };
}
