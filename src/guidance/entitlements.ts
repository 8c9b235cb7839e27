import { localizedRecords, type Translate } from '../directory/localized.js';
import { document } from './generated/entitlements.js';
import type { EntitlementsDocument } from './types.js';

/** What a presumed victim may be entitled to. In English if there is no argument, see `loadDirectory`. */
export function loadEntitlements(translate?: Translate): EntitlementsDocument {
  return {
    statements: localizedRecords('statement', document.statements, translate),
    entitlements: localizedRecords('entitlement', document.entitlements, translate),
  };
}
