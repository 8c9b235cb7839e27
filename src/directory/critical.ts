import { type CriticalContact, emergency, helpline } from './generated/critical.js';

/**
 * The helpline and the emergency number, for where there is room for nothing else. Drawn at build from the records
 * marked `x_helpline` and `x_emergency` in directory/services.json.
 */
export const critical: { readonly helpline: CriticalContact; readonly emergency: CriticalContact } = {
  helpline,
  emergency,
};
export type { CriticalContact };
