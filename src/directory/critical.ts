import { type CriticalContact, emergency, helpline } from './generated/critical.js';
import type { Translate } from './localized.js';

/**
 * The helpline and the emergency number, for where there is room for nothing else. Drawn at build from the records
 * marked `x_helpline` and `x_emergency` in directory/services.json.
 */
export const critical: { readonly helpline: CriticalContact; readonly emergency: CriticalContact } = {
  helpline,
  emergency,
};
export type { CriticalContact };

// By which of these a script holds, the build knows which texts it needs (tools/build/messages-in-reach.ts).
export const summaryOf = (contact: CriticalContact, translate: Translate): string =>
  translate(`service.${contact.id}.x_summary`, contact.summary);
export const nameOf = (contact: CriticalContact, translate: Translate): string =>
  translate(`service.${contact.id}.name`, contact.name);
