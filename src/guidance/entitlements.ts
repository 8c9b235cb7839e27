import { localizedRecords, type Translate } from '../directory/localized.js';
import { document } from './generated/entitlements.js';
import type { EntitlementsDocument } from './types.js';

/** What a presumed victim may be entitled to. In English if there is no argument, see `loadDirectory`. */
export function loadEntitlements(translate?: Translate): EntitlementsDocument {
  const own = document();
  return {
    statements: localizedRecords('statement', own.statements, translate),
    entitlements: localizedRecords('entitlement', own.entitlements, translate),
  };
}
