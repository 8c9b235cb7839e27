import { localizedRecords, type Translate } from '../directory/localized.js';
import { document } from './generated/return.js';
import type { ReturnDocument } from './types.js';

/** Assisted voluntary return, step by step. In English if there is no argument. */
export function loadReturn(translate?: Translate): ReturnDocument {
  const own = document();
  return {
    statements: localizedRecords('return-statement', own.statements, translate),
    steps: localizedRecords('return-step', own.steps, translate),
  };
}
