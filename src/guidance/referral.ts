import { localizedRecords, type Translate } from '../directory/localized.js';
import { document } from './generated/referral.js';
import type { ReferralDocument } from './types.js';

/** What is expected of a professional, and whom to refer to. In English if there is no argument. */
export function loadReferral(translate?: Translate): ReferralDocument {
  return {
    statements: localizedRecords('referral-statement', document.statements, translate),
    professions: localizedRecords('profession', document.professions, translate),
    steps: localizedRecords('referral-step', document.steps, translate),
    referrals: localizedRecords('referral', document.referrals, translate),
  };
}
