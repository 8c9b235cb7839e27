import { textFields } from './generated/text-fields.js';
import type { Directory } from './types.js';

/** The translation of the text at a place (`service.<id>.name`), or the given English text if there is none. */
export type Translate = (place: string, english: string) => string;

type TextItem = string | { readonly id: string; readonly text: string };

/**
 * Copies of records with translated texts; without `translate`, in English. Names of organisations are not translated.
 */
export function localizedRecords<T extends { readonly id: string }>(
  kind: string,
  records: readonly T[],
  translate: Translate = (_place, english) => english,
): T[] {
  return records.map(record => {
    const copy: Record<string, unknown> = { ...record };
    for (const field of textFields[kind] || []) {
      const place = `${kind}.${record.id}.${field}`;
      const value = copy[field];
      if (typeof value === 'string') copy[field] = translate(place, value);
      else if (Array.isArray(value)) {
        copy[field] = value.map((item: TextItem, index) =>
          typeof item === 'string'
            ? translate(`${place}.${index}`, item)
            : { ...item, text: translate(`${place}.${item.id}`, item.text) },
        );
      }
    }
    return copy as unknown as T;
  });
}

/** A directory with its texts in another language. */
export function localizedDirectory(directory: Directory, translate: Translate): Directory {
  return {
    services: localizedRecords('service', directory.services, translate),
    organizations: localizedRecords('organization', directory.organizations, translate),
    needs: localizedRecords('need', directory.needs, translate),
    groups: localizedRecords('group', directory.groups, translate),
    areas: localizedRecords('area', directory.areas, translate),
  };
}
