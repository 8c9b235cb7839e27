import { localizedRecords, type Translate } from '../directory/localized.js';
import { document } from './generated/permits.js';
import type { PermitsDocument } from './types.js';

/** The permits to stay, and the questions that lead to those that may apply. In English if there is no argument. */
export function loadPermits(translate?: Translate): PermitsDocument {
  const own = document();
  const sentences = localizedRecords('permit-sentence', own.sentences, translate);
  const textsOf = (ids: readonly string[] = []) =>
    ids.flatMap(id => sentences.find(sentence => sentence.id === id)?.text ?? []);
  return {
    ...own,
    statements: localizedRecords('permit-statement', own.statements, translate),
    sentences,
    permits: localizedRecords('permit', own.permits, translate).map(permit => ({
      ...permit,
      conditions: [...permit.conditions, ...textsOf(permit.conditions_more)],
    })),
    questions: localizedRecords('question', own.questions, translate),
    outcomes: localizedRecords('outcome', own.outcomes, translate).map(outcome => ({
      ...outcome,
      description: [outcome.description, ...textsOf(outcome.description_more)].join(' '),
      conditions: [...outcome.conditions, ...textsOf(outcome.conditions_more)],
    })),
  };
}
