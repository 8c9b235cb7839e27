/** Pages of the documentation site that are made of data: by the file in docs/ that each would be, its Markdown. */
import { documentsOf } from './conformance.js';
import { openQuestions } from './open-questions.js';

/** @type {Readonly<Record<string, string>>} */
export const madePages = {
  ...documentsOf(),
  'docs/languages/open-questions.md': openQuestions(),
};
