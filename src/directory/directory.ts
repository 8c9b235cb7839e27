import { contacts, groups } from './generated/contacts.js';
import { areas, details, needs, organizations, usual } from './generated/directory.js';
import { lazily } from './lazily.js';
import { localizedDirectory, type Translate } from './localized.js';
import type { Directory, Service } from './types.js';

const directory = lazily(
  (): Directory => ({
    services: contacts.map(
      (contact, index): Service => ({ ...usual, ...contact, ...(details()[index] as Service) }),
    ),
    organizations: organizations(),
    needs,
    groups,
    areas,
  }),
);

const localized = new WeakMap<Translate, Directory>();

/** See public-api.ts. */
export function loadDirectory(translate?: Translate): Directory {
  if (!translate) return directory();
  // The same object for the same language: the search keeps its index by that object.
  const known = localized.get(translate) || localizedDirectory(directory(), translate);
  localized.set(translate, known);
  return known;
}
