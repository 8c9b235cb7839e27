/** Reads HSDS back as another system would, strict or of Havn's profile, to see what is left of a directory. */
import type { Directory, Organization, Schedule, Service, Source } from 'havn-widgets/directory';
import { sure } from '../sure.js';

const wholeWeek = 'MO,TU,WE,TH,FR,SA,SU';

/** A record of HSDS, with the fields that are read of it; those of the profile begin `x_`. */
interface Published {
  id: string;
  name: string;
  x_id?: string;
}
interface PublishedTerm extends Published {
  taxonomy: string;
  code: string;
}
interface PublishedSchedule extends Schedule {
  description?: string;
  notes?: string;
}
interface PublishedOrganization extends Published {
  x_source?: Source;
  description: string;
  parent_organization_id?: string;
}
interface HsdsService
  extends Published,
    Omit<Service, 'id' | 'name' | 'schedules' | 'x_audience' | 'x_needs' | 'x_source'> {
  x_source?: Source;
  schedules: PublishedSchedule[];
  attributes: { taxonomy_term: PublishedTerm }[];
}

/** What may be undefined may be missing. */
type Given<Fields> = {
  [Field in keyof Fields as undefined extends Fields[Field] ? never : Field]: Fields[Field];
} & {
  [Field in keyof Fields as undefined extends Fields[Field] ? Field : never]?: Exclude<
    Fields[Field],
    undefined
  >;
};

/** @param fields without those that are not there */
const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>;

/** @param record its fields that are Havn's own, but for those that say what the record itself says */
const own = <Fields extends object>(record: Fields) =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([field]) => field.startsWith('x_') && !['x_id', 'x_translations'].includes(field),
    ),
  ) as Partial<Fields>;

function scheduleFrom(schedule: PublishedSchedule): Schedule {
  const { freq, byday, opens_at, closes_at, valid_from, valid_to, description } = schedule;
  const { x_timezone, ...marks } = own(schedule);
  const dates = given({ valid_from, valid_to });
  if (description === 'By appointment') return { ...dates, x_by_appointment: true, ...marks };
  // HSDS writes a whole day so; the profile says which it is.
  const isWhole = byday === wholeWeek && opens_at === '00:00' && closes_at === '23:59';
  if (marks.x_always_open || (isWhole && !x_timezone)) return { ...dates, x_always_open: true, ...marks };
  return { ...given({ freq, byday, opens_at, closes_at }), ...dates, ...marks };
}

type Lists = Record<'services' | 'organizations' | 'taxonomy_terms', readonly { id: string }[]>;

/** As JSON, which is what another system gets. */
export const sent = (
  hsds: Lists,
): { services: HsdsService[]; organizations: PublishedOrganization[]; taxonomy_terms: PublishedTerm[] } =>
  JSON.parse(JSON.stringify(hsds));

/** @returns with readable ids where the profile has them, else UUIDs */
export function readHsds(hsds: Lists): Directory {
  const { services, organizations, taxonomy_terms: terms } = sent(hsds);
  const readable = (id: string | undefined) => organizations.find(one => one.id === id)?.x_id ?? id;
  const termsOf = (kind: string) => terms.filter(({ taxonomy }) => taxonomy === kind);
  const areas = new Map(
    services.flatMap(({ service_areas = [], x_areas }) =>
      service_areas.map(({ name }, index) => {
        const id = x_areas?.[index] ?? name;
        return [id, { id, name }] as const;
      }),
    ),
  );
  return {
    services: services.map(service => {
      const { name, description, status, url, email, eligibility_description, alert, assured_date } = service;
      const through = services.find(({ id, name }) =>
        service.x_contact_through
          ? id === service.x_contact_through
          : service.application_process?.endsWith(`Contact: ${name}.`),
      );
      const process = through
        ? service.application_process?.slice(0, -`Contact: ${through.name}.`.length).trim()
        : service.application_process;
      const codes = (kind: string) => {
        const found = (service.attributes ?? [])
          .filter(({ taxonomy_term }) => taxonomy_term.taxonomy === kind)
          .map(({ taxonomy_term }) => taxonomy_term.code);
        return found.length ? found : undefined;
      };
      return given({
        id: service.x_id ?? service.id,
        organization_id: readable(service.organization_id) ?? '',
        name,
        description,
        status,
        url,
        email,
        phones: service.phones?.map(({ number, description }) => given({ number, description })),
        schedules: service.schedules?.map(scheduleFrom),
        eligibility_description,
        application_process: process || undefined,
        alert,
        assured_date,
        x_audience: codes('audiences'),
        x_needs: codes('needs') ?? [],
        x_groups: codes('groups'),
        x_areas: service.service_areas?.map(({ name }) => name),
        ...own(service),
        x_contact_through: through && (through.x_id ?? through.id),
      }) as Service;
    }),
    organizations: organizations.map(
      organization =>
        given({
          id: organization.x_id ?? organization.id,
          name: organization.name,
          description: organization.description,
          parent_organization_id: readable(organization.parent_organization_id),
          ...own(organization),
        }) as Organization,
    ),
    needs: termsOf('needs').map(term => ({ ...own(term), id: term.code, name: term.name })),
    groups: termsOf('groups').map(term => ({ ...own(term), id: term.code, name: term.name })),
    areas: [...areas.values()],
  };
}

/** What strict HSDS has no field for: docs/open-data.md lists the same. */
export const lost = {
  service: ['x_source', 'x_summary', 'x_helpline', 'x_emergency', 'x_safe_house', 'x_role'],
  schedule: ['x_public_holidays', 'x_timezone'],
  organization: ['x_kind', 'x_source'],
  term: ['x_keywords'],
};

/**
 * As the open data hold it: of a safe house no format says where it may be, and what people type is for our search alone.
 */
export const withoutPlaces = ({ x_lexicon, ...directory }: Directory): Directory => ({
  ...directory,
  services: directory.services.map(({ x_areas, ...service }) =>
    service.x_safe_house || !x_areas ? service : { ...service, x_areas },
  ),
});

const without = (record: object, fields: string[]) =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));

/**
 * A directory as strict HSDS can hold it: the ids are UUIDs, terms stand in the order of their taxonomy, an area is its
 * name.
 * @param hsds the same, for the ids
 */
export function asHsdsHolds({ services, organizations, needs, groups, areas }: Directory, hsds: Lists) {
  const uuids = (readable: readonly { id: string }[], records: readonly { id: string }[]) =>
    new Map(readable.map(({ id }, index) => [id, sure(records[index]).id]));
  const serviceIds = uuids(services, hsds.services);
  const organizationIds = uuids(organizations, hsds.organizations);
  const nameOf = (id: string) => areas.find(area => area.id === id)?.name ?? id;
  const inOrder = (codes: readonly string[] | undefined, terms: readonly { id: string }[]) =>
    codes && terms.map(({ id }) => id).filter(id => codes.includes(id));
  const used = new Set(services.flatMap(({ x_areas = [] }) => x_areas));
  return {
    services: services.map(service =>
      given({
        ...without(service, lost.service),
        id: serviceIds.get(service.id),
        organization_id: organizationIds.get(service.organization_id),
        schedules: service.schedules?.map(schedule => without(schedule, lost.schedule)),
        x_audience: inOrder(
          service.x_audience,
          ['person', 'helper', 'professional'].map(id => ({ id })),
        ),
        x_needs: inOrder(service.x_needs, needs),
        x_groups: inOrder(service.x_groups, groups),
        x_areas: service.x_safe_house ? undefined : service.x_areas?.map(nameOf),
        x_contact_through: service.x_contact_through && serviceIds.get(service.x_contact_through),
      }),
    ),
    organizations: organizations.map(organization =>
      given({
        ...without(organization, lost.organization),
        id: organizationIds.get(organization.id),
        parent_organization_id:
          organization.parent_organization_id && organizationIds.get(organization.parent_organization_id),
      }),
    ),
    needs: needs.map(term => without(term, lost.term)),
    groups: groups.map(term => without(term, lost.term)),
    areas: areas.filter(({ id }) => used.has(id)).map(({ name }) => ({ id: name, name })),
  };
}
