/** Services for search engines, as JSON-LD with schema.org types, which the compiler checks. */
import type {
  Audience,
  ContactPoint,
  DayOfWeek,
  OpeningHoursSpecification,
  ServiceChannel,
} from 'schema-dts';
import type { Directory, Organization, Schedule, Service } from '../../../src/directory/types.js';

const days: Record<string, DayOfWeek> = {
  MO: 'https://schema.org/Monday',
  TU: 'https://schema.org/Tuesday',
  WE: 'https://schema.org/Wednesday',
  TH: 'https://schema.org/Thursday',
  FR: 'https://schema.org/Friday',
  SA: 'https://schema.org/Saturday',
  SU: 'https://schema.org/Sunday',
};

/** @returns an id that is the same on every host */
const nameOf = (uuid: string | undefined): `urn:uuid:${string}` => `urn:uuid:${uuid}`;

/** Opening hours; empty for services by appointment. */
function hoursOf({
  byday,
  opens_at,
  closes_at,
  valid_from,
  valid_to,
  x_always_open,
}: Schedule): OpeningHoursSpecification[] {
  const hours = (codes: string[], opens: string, closes: string): OpeningHoursSpecification => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: codes.flatMap(code => days[code] ?? []),
    opens,
    closes,
    ...(valid_from && { validFrom: valid_from }),
    ...(valid_to && { validThrough: valid_to }),
  });
  // 23:59, since hours from 00:00 to 00:00 would be empty.
  if (x_always_open) return [hours(Object.keys(days), '00:00', '23:59')];
  if (!byday || !opens_at || !closes_at) return [];
  return [hours(byday.split(','), opens_at, closes_at === '24:00' ? '23:59' : closes_at)];
}

function channelOf({ phones = [], email, url, x_safe_house }: Service): ServiceChannel | undefined {
  if (x_safe_house || !(phones.length || email || url)) return undefined;
  const points: ContactPoint[] = phones.map(({ number, description }) => ({
    '@type': 'ContactPoint',
    telephone: number,
    ...(description && { description }),
  }));
  const [first = { '@type': 'ContactPoint' }, ...more] = points;
  return {
    '@type': 'ServiceChannel',
    ...(url && { serviceUrl: url }),
    ...((points.length || email) && { servicePhone: [{ ...first, ...(email && { email }) }, ...more] }),
  };
}

/** Whom a service is for. Services only for professionals say so, so that nobody else is sent there. */
const audiencesOf = (
  { eligibility_description, x_groups = [], x_audience }: Service,
  { groups }: Directory,
): Audience[] => [
  ...(eligibility_description
    ? [{ '@type': 'Audience', description: eligibility_description } as const]
    : []),
  ...x_groups.map(id => ({
    '@type': 'Audience' as const,
    audienceType: groups.find(group => group.id === id)?.name ?? id,
  })),
  ...(x_audience.includes('person')
    ? []
    : x_audience.map(id => ({ '@type': 'Audience' as const, audienceType: id }))),
];

function serviceNode(service: Service, directory: Directory, uuids: Uuids) {
  const { needs, areas, organizations } = directory;
  const organization = organizations.find(({ id }) => id === service.organization_id);
  const hours = (service.schedules ?? []).flatMap(hoursOf);
  const audience = audiencesOf(service, directory);
  const channel = channelOf(service);
  const node: import('schema-dts').Service = {
    '@type': 'Service',
    '@id': nameOf(uuids.services[service.id]),
    name: service.name,
    description: service.description,
    provider: { '@id': nameOf(uuids.organizations[service.organization_id]) },
    serviceType: service.x_needs.map(id => needs.find(need => need.id === id)?.name ?? id),
    ...(audience.length && { audience }),
    // No area for a safe house: a map would show a pin there.
    ...(service.x_areas &&
      !service.x_safe_house && {
        areaServed: service.x_areas.map(id => ({
          '@type': 'AdministrativeArea' as const,
          name: areas.find(area => area.id === id)?.name ?? id,
        })),
      }),
    ...(channel && { availableChannel: channel }),
    ...(hours.length && { hoursAvailable: hours }),
    ...(service.x_contact_through && {
      isRelatedTo: { '@id': nameOf(uuids.services[service.x_contact_through]) },
    }),
  };
  return organization?.x_kind === 'public' ? { ...node, '@type': 'GovernmentService' } : node;
}

/** If the source does not say what kind an organisation is, we use the general type. */
const organizationTypes = {
  public: 'GovernmentOrganization',
  ngo: 'NGO',
  intergovernmental: 'Organization',
  unknown: 'Organization',
} as const;

const organizationNode = (
  { id, name, description, x_kind, parent_organization_id }: Organization,
  uuids: Uuids,
): import('schema-dts').Organization => ({
  '@type': organizationTypes[x_kind ?? 'unknown'],
  '@id': nameOf(uuids.organizations[id]),
  name,
  description,
  ...(parent_organization_id && {
    parentOrganization: { '@id': nameOf(uuids.organizations[parent_organization_id]) },
  }),
});

/** UUIDs by readable id */
type Uuids = Record<'services' | 'organizations', Record<string, string | undefined>>;

/**
 * Services with the organisations that run them. The languages of a service are left out, since the sources do not
 * tell.
 * @param directory in the language of the texts
 */
export function toJsonLd(services: readonly Service[], directory: Directory, language: string, uuids: Uuids) {
  const ids = new Set(services.map(({ organization_id }) => organization_id));
  const organizations = directory.organizations.filter(({ id }) => ids.has(id));
  const graph = {
    '@context': ['https://schema.org', { '@language': language }],
    '@graph': [
      ...services.map(service => serviceNode(service, directory, uuids)),
      ...organizations.map(organization => organizationNode(organization, uuids)),
    ],
  };
  // The text is pasted into a script element, which no text may close.
  return `${JSON.stringify(graph, null, 2).replaceAll('<', '\\u003c')}\n`;
}
