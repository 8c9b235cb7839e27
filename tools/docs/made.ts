/** Pages of the documentation site that are made of data: by the file in docs/ that each would be, its Markdown. */
import { documentsOf } from './conformance.js';
import { openQuestions } from './open-questions.js';

export const madePages: Readonly<Record<string, string>> = {
  ...documentsOf(),
  'docs/languages/open-questions.md': openQuestions(),
};
