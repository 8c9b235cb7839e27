import { localizedRecords, type Translate } from '../directory/localized.js';
import { document } from './generated/referral.js';
import type { ReferralDocument } from './types.js';

/** What is expected of a professional, and whom to refer to. In English if there is no argument. */
export function loadReferral(translate?: Translate): ReferralDocument {
  const own = document();
  return {
    statements: localizedRecords('referral-statement', own.statements, translate),
    professions: localizedRecords('profession', own.professions, translate),
    steps: localizedRecords('referral-step', own.steps, translate),
    referrals: localizedRecords('referral', own.referrals, translate),
  };
}
