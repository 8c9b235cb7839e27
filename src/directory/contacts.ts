import { contacts, groups } from './generated/contacts.js';
import { localizedRecords, type Translate } from './localized.js';
import type { ServiceContact, TaxonomyTerm } from './types.js';

/** How to reach each service, without the rest of the directory. */
export function localizedContacts(translate: Translate): ServiceContact[] {
  return contacts.map(contact => ({
    ...contact,
    name: translate(`service.${contact.id}.name`, contact.name),
  }));
}

/** The groups to which a service may be limited. */
export const localizedGroups = (translate: Translate): TaxonomyTerm[] =>
  localizedRecords('group', groups, translate);

/** Services that are reached through the same one. */
interface AskGroup {
  readonly ask: ServiceContact;
  readonly services: readonly ServiceContact[];
}

/** The services by whom to ask about them: many are reached through one number, which then stands once. */
export function byWhomToAsk(ids: readonly string[], all: readonly ServiceContact[]): AskGroup[] {
  const contactOf = (id: string | undefined) => all.find(contact => contact.id === id);
  const groups: { ask: ServiceContact; services: ServiceContact[] }[] = [];
  for (const id of ids) {
    const service = contactOf(id);
    if (!service) continue;
    const ask = contactOf(service.x_contact_through) || service;
    const group = groups.find(other => other.ask === ask);
    if (group) group.services.push(service);
    else groups.push({ ask, services: [service] });
  }
  return groups;
}
