import { critical } from '../directory/critical.js';
import { loadDirectory } from '../directory/directory.js';
import { contacts } from '../directory/generated/contacts.js';
import { sources } from '../directory/generated/sources.js';
import { document as entitlements } from '../guidance/generated/entitlements.js';
import { document as pathway } from '../guidance/generated/pathway.js';
import { document as permits } from '../guidance/generated/permits.js';
import { document as referral } from '../guidance/generated/referral.js';
import { document as assistedReturn } from '../guidance/generated/return.js';
import type { Facts } from './types.js';

/** The facts that the views read. Newer facts are put into these very objects. */
export const factsOnScreen = (): Facts => ({
  contacts,
  directory: loadDirectory(),
  critical,
  sources,
  entitlements: entitlements(),
  permits: permits(),
  referral: referral(),
  assistedReturn: assistedReturn(),
  pathway: pathway(),
});
