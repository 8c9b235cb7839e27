import { contacts } from './generated/contacts.js';
import { areas, details, groups, needs, organizations } from './generated/directory.js';
import { localizedDirectory, type Translate } from './localized.js';
import type { Directory, Service } from './types.js';

const directory: Directory = {
  services: contacts.map((contact, index): Service => ({ ...contact, ...(details[index] as Service) })),
  organizations,
  needs,
  groups,
  areas,
};

/**
 * The bundled services and organisations of Norway, taken from the document in `data/sources.json`.
 * Without an argument in English; with the `fact` function of `localize(tag)` in that language.
 */
export function loadDirectory(translate?: Translate): Directory {
  return translate ? localizedDirectory(directory, translate) : directory;
}
