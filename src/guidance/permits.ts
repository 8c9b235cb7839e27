import { localizedRecords, type Translate } from '../directory/localized.js';
import { document } from './generated/permits.js';
import type { PermitsDocument } from './types.js';

/** The permits to stay, and the questions that lead to those that may apply. In English if there is no argument. */
export function loadPermits(translate?: Translate): PermitsDocument {
  return {
    ...document,
    statements: localizedRecords('permit-statement', document.statements, translate),
    permits: localizedRecords('permit', document.permits, translate),
    questions: localizedRecords('question', document.questions, translate),
    outcomes: localizedRecords('outcome', document.outcomes, translate),
  };
}
