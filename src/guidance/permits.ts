import { localizedRecords, type Translate } from '../directory/localized.js';
import { document } from './generated/permits.js';
import type { PermitsDocument } from './types.js';

/** The permits to stay, and the questions that lead to those that may apply. In English if there is no argument. */
export function loadPermits(translate?: Translate): PermitsDocument {
  const sentences = localizedRecords('permit-sentence', document.sentences, translate);
  const textsOf = (ids: readonly string[] = []) =>
    ids.flatMap(id => sentences.find(sentence => sentence.id === id)?.text ?? []);
  return {
    ...document,
    statements: localizedRecords('permit-statement', document.statements, translate),
    sentences,
    permits: localizedRecords('permit', document.permits, translate).map(permit => ({
      ...permit,
      conditions: [...permit.conditions, ...textsOf(permit.conditions_more)],
    })),
    questions: localizedRecords('question', document.questions, translate),
    outcomes: localizedRecords('outcome', document.outcomes, translate).map(outcome => ({
      ...outcome,
      description: [outcome.description, ...textsOf(outcome.description_more)].join(' '),
      conditions: [...outcome.conditions, ...textsOf(outcome.conditions_more)],
    })),
  };
}
