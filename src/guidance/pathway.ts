import { localizedRecords, type Translate } from '../directory/localized.js';
import { document } from './generated/pathway.js';
import type { PathwayDocument } from './types.js';

/** The whole way, from identification to the long term. In English if there is no argument. */
export function loadPathway(translate?: Translate): PathwayDocument {
  const own = document();
  return {
    statements: localizedRecords('pathway-statement', own.statements, translate),
    steps: localizedRecords('pathway-step', own.steps, translate),
  };
}
