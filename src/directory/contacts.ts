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

/** A service to ask, and the services that are reached through it. */
interface AskGroup {
  readonly ask: ServiceContact;
  readonly services: readonly ServiceContact[];
}

/** Groups services by the service to ask about them: a number that many services share is shown once. */
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
