import type { Directory } from './types.js';

/** The text of the fact at a place (`service.rosa-helpline.name`) in a language, or the English one given. */
export type Translate = (place: string, english: string) => string;

/** The fields that are texts, by kind of record. Names of organisations stay as they are in every language. */
export const textFields = {
  service: ['name', 'description', 'eligibility_description', 'application_process', 'alert', 'x_summary'],
  organization: ['description'],
  need: ['name', 'x_keywords'],
  group: ['name'],
  area: ['name'],
} as const;

function translated<T extends { readonly id: string }>(
  kind: keyof typeof textFields,
  records: readonly T[],
  translate: Translate,
): T[] {
  return records.map(record => {
    const copy: Record<string, unknown> = { ...record };
    for (const field of textFields[kind]) {
      const text = copy[field];
      if (typeof text === 'string') copy[field] = translate(`${kind}.${record.id}.${field}`, text);
    }
    return copy as unknown as T;
  });
}

/** A directory with its texts in another language. */
export function localizedDirectory(directory: Directory, translate: Translate): Directory {
  return {
    services: translated('service', directory.services, translate),
    organizations: translated('organization', directory.organizations, translate),
    needs: translated('need', directory.needs, translate),
    groups: translated('group', directory.groups, translate),
    areas: translated('area', directory.areas, translate),
  };
}
