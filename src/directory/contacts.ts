import { contacts } from './generated/contacts.js';
import type { Translate } from './localized.js';
import type { ServiceContact } from './types.js';

/** How to reach each service, without the rest of the directory. */
export function localizedContacts(translate: Translate): ServiceContact[] {
  return contacts.map(contact => ({
    ...contact,
    name: translate(`service.${contact.id}.name`, contact.name),
  }));
}
