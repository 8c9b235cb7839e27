import { type CriticalContact, emergency, helpline } from './generated/critical.js';
import type { Translate } from './localized.js';
import type { Service } from './types.js';

/**
 * The helpline and the emergency number, for elements that do not load the directory. The build takes them from the
 * records marked `x_helpline` and `x_emergency` in directory/services.json.
 */
export const critical: { readonly helpline: CriticalContact; readonly emergency: CriticalContact } = {
  helpline,
  emergency,
};
export type { CriticalContact };

/** Whether a record is one of these two. */
export const isCriticalService = ({ x_helpline, x_emergency }: Service): boolean =>
  Boolean(x_helpline || x_emergency);

// The build looks for these functions in a script to know which texts it needs (tools/build/messages-in-reach.ts).
export const summaryOf = (contact: CriticalContact, translate: Translate): string =>
  translate(`service.${contact.id}.x_summary`, contact.summary);
export const nameOf = (contact: CriticalContact, translate: Translate): string =>
  translate(`service.${contact.id}.name`, contact.name);
