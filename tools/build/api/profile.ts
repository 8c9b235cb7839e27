/**
 * Havn's profile of HSDS: data that strict HSDS has no field for, in fields whose names begin with `x_`. A record of
 * the profile is the strict record, with the same id, and these fields.
 */
import type { HsdsDirectory, HsdsRecord } from '../../../src/directory/export/hsds.js';
import { audiences, type Directory } from '../../../src/directory/types.js';
import { country, daysInWords } from '../country.js';
import { type ApiRecords, json, recordsIn } from './hsds.js';

const { clock, holidays } = country();

/** a rule of a JSON Schema */
interface Rule {
  [keyword: string]: unknown;
  type?: string;
  format?: string;
  enum?: string[];
  items?: Rule;
  description?: string;
}

const slug = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' };
const slugs = { type: 'array', items: slug, minItems: 1, uniqueItems: true };

const id = {
  ...slug,
  description:
    'The readable id, stable as the UUID is: the name of the record in Havn, its tags and its files.',
};
const source = {
  type: 'object',
  description:
    'Where the record comes from: a document of sources.json, its section, and also further sections.',
  properties: { document: slug, section: slug, also: slugs },
  required: ['document', 'section'],
  additionalProperties: false,
};
const translations = {
  type: 'object',
  description:
    'The texts of the record in other languages: by language (BCP 47), then by field. languages.json says who has checked a language.',
  additionalProperties: { type: 'object', additionalProperties: { type: 'string', minLength: 1 } },
};
const mark = (description: string) => ({ const: true, description });

/**
 * The changes to each schema of HSDS, as JSON Merge Patches (RFC 7386), the form that HSDS requires for a profile:
 * https://docs.openreferral.org/en/3.1/hsds/profiles.html. A patch replaces whole lists, so `required` repeats that of
 * HSDS.
 */
export const patches: Record<string, { properties: Record<string, Rule>; required?: string[] }> = {
  service: {
    properties: {
      x_id: id,
      x_source: source,
      x_audience: {
        type: 'array',
        description:
          'Who may be shown the service: the person concerned, a helper, a professional. Never offer it to others.',
        items: { enum: [...audiences] },
        minItems: 1,
        uniqueItems: true,
      },
      x_needs: {
        ...slugs,
        minItems: 0,
        description:
          'What the service helps with: codes of the taxonomy "needs". Empty: the source does not say.',
      },
      x_groups: {
        ...slugs,
        description:
          'Whom the service is limited to: codes of the taxonomy "groups". Missing: not limited to a group.',
      },
      x_areas: {
        ...slugs,
        description:
          'Where the service is for, in the order of service_areas. Missing: the source does not say where, or it is a safe house. Never where it is.',
      },
      x_summary: { type: 'string', description: 'One line for where there is room for one line only.' },
      x_contact_through: {
        type: 'string',
        format: 'uuid',
        description: 'The service to ask, where this one has no contact of its own.',
      },
      x_helpline: mark('The national helpline.'),
      x_emergency: mark('The emergency number.'),
      x_safe_house: mark('A safe house: it has no number, no address and no place, and must be given none.'),
      x_role: mark('A role that the source names without contacts, such as the child welfare services.'),
      x_translations: translations,
    },
    required: ['id', 'name', 'status', 'x_id', 'x_source', 'x_audience', 'x_needs'],
  },
  organization: {
    properties: {
      x_id: id,
      x_source: source,
      x_kind: {
        enum: ['public', 'ngo', 'intergovernmental'],
        description: 'Who runs it. Missing: the source does not say.',
      },
      x_translations: translations,
    },
    required: ['id', 'name', 'description', 'x_id', 'x_source'],
  },
  schedule: {
    properties: {
      x_always_open: mark('Open day and night, on every day of the year.'),
      x_by_appointment: mark('Open by appointment only: there are no hours, and it is not closed.'),
      x_public_holidays: {
        enum: ['open', 'closed'],
        description: `What holds on public holidays. Missing: unknown${holidays.half_days.length ? `, also on ${daysInWords(holidays.half_days)}` : ''}.`,
      },
      x_timezone: {
        const: clock.zone,
        description: 'In which opens_at and closes_at are, summer and winter.',
      },
    },
    required: ['id', 'x_timezone'],
  },
  service_area: {
    properties: { x_translations: translations },
  },
  taxonomy_term: {
    properties: {
      x_keywords: {
        type: 'string',
        description: 'Further words by which readers look for it, separated by spaces.',
      },
      x_translations: translations,
    },
  },
};

/** the directory in each language but English */
type Translations = Record<string, Directory>;
/** The texts of a record that differ from the English ones, by language and field. */
function translationsOf(
  translated: Translations,
  recordsOf: (directory: Directory) => readonly { id: string }[],
  record: { id: string } | undefined,
) {
  const english: Record<string, unknown> = { ...record };
  const languages = Object.entries(translated).map(([language, directory]) => {
    const other = recordsOf(directory).find(({ id }) => id === record?.id) ?? {};
    const texts = Object.entries(other).filter(
      ([field, text]) => typeof text === 'string' && text && text !== english[field],
    );
    return [language, Object.fromEntries(texts)] as const;
  });
  const given = languages.filter(([, texts]) => Object.keys(texts).length);
  return given.length ? { x_translations: Object.fromEntries(given) } : {};
}

/** Our own fields of a record, whose names begin with `x_`. */
const ownFields = (record: object = {}) =>
  Object.fromEntries(Object.entries(record).filter(([field]) => field.startsWith('x_')));

export function toProfile(directory: Directory, hsds: HsdsDirectory, translated: Translations): ApiRecords {
  const uuids = new Map(directory.services.map((service, index) => [service.id, hsds.services[index]?.id]));
  const organizations = hsds.organizations.map((strict, index) => {
    const organization = directory.organizations[index];
    return {
      ...strict,
      x_id: organization?.id,
      ...ownFields(organization),
      ...translationsOf(translated, ({ organizations }) => organizations, organization),
    };
  });
  const terms = hsds.taxonomy_terms.map(term => {
    const kind = term.taxonomy;
    if (kind !== 'needs' && kind !== 'groups') return term;
    const own = directory[kind].find(({ id }) => id === term.code);
    return {
      ...term,
      ...ownFields(own),
      ...translationsOf(translated, directory => directory[kind], own),
    };
  });
  /** A record nested in another: without translations, which its own record has. */
  const nested = (value: HsdsRecord[string] | undefined, records: ApiRecords['organizations']) => {
    const [record] = recordsIn(value);
    const { x_translations, ...rest } = { ...records.find(({ id }) => id === record?.id) };
    return rest;
  };
  const services = hsds.services.map((record, index) => {
    const service = directory.services[index];
    const { organization, schedules, service_areas, attributes, ...strict } = record;
    return {
      ...strict,
      ...(organization && { organization: nested(organization, organizations) }),
      ...(schedules && {
        schedules: recordsIn(schedules).map((schedule, position) => ({
          ...schedule,
          ...ownFields(service?.schedules?.[position]),
          x_timezone: clock.zone,
        })),
      }),
      ...(service_areas && {
        service_areas: recordsIn(service_areas).map((area, position) => ({
          ...area,
          ...translationsOf(
            translated,
            ({ areas }) => areas,
            directory.areas.find(({ id }) => id === service?.x_areas?.[position]),
          ),
        })),
      }),
      ...(attributes && {
        attributes: recordsIn(attributes).map(attribute => ({
          ...attribute,
          taxonomy_term: nested(attribute.taxonomy_term, terms),
        })),
      }),
      x_id: service?.id,
      ...ownFields(service),
      ...(service?.x_safe_house && { x_areas: undefined }),
      ...(service?.x_contact_through && { x_contact_through: uuids.get(service.x_contact_through) }),
      ...translationsOf(translated, ({ services }) => services, service),
    };
  });
  return { services, organizations, taxonomies: hsds.taxonomies, taxonomy_terms: terms };
}

/** The text for a rule in a table of fields. */
const kindOf = (rule: Rule): string => {
  if ('const' in rule) return JSON.stringify(rule.const);
  if (rule.enum) return rule.enum.map(value => JSON.stringify(value)).join(' or ');
  return rule.items ? `list of ${kindOf(rule.items)}` : (rule.format ?? rule.type ?? '');
};

/** Every field of the profile, for its documentation: record, name, kind, meaning, and whether it is always present. */
export const profileFields = Object.entries(patches).flatMap(([record, patch]) =>
  Object.entries(patch.properties).map(([name, rule]) => ({
    record,
    name,
    kind: kindOf(rule),
    description: rule.description ?? '',
    isRequired: patch.required?.includes(name) ?? false,
  })),
);

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The page at the address of the profile: HSDS requires it to describe the profile. */
const description = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Havn's profile of HSDS 3.1</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
</head>
<body>
<h1>Havn's profile of HSDS 3.1</h1>
<p>Records of strict HSDS 3.1, with the fields below. The folder <code>profile/</code> has them as JSON Merge Patches to
the schemas of HSDS, one file for each: ${Object.keys(patches)
  .map(name => `<a href="profile/${name}.json"><code>${name}.json</code></a>`)
  .join(', ')}. <a href="openapi.json"><code>openapi.json</code></a> says which files there are.</p>
<table>
<thead><tr><th scope="col">Record</th><th scope="col">Field</th><th scope="col">Value</th><th scope="col">Meaning</th></tr></thead>
<tbody>
${profileFields
  .map(
    ({ record, name, kind, description, isRequired }) =>
      `<tr><td><code>${record}</code></td><td><code>${name}</code></td><td>${escaped(kind)}${isRequired ? ', always' : ''}</td><td>${escaped(description)}</td></tr>`,
  )
  .join('\n')}
</tbody>
</table>
</body>
</html>
`;

/** @returns path in the folder of the profile, text */
export const profileDescription = (): [string, string][] => [
  ['index.html', description],
  ...Object.entries(patches).map(
    ([name, patch]) => [`profile/${name}.json`, json(patch)] as [string, string],
  ),
];
