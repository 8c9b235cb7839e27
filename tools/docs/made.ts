/** Pages of the documentation site that are made of data: by the file in docs/ that each would be, its Markdown. */
import { readFileSync } from 'node:fs';
import { documentsOf } from './conformance.js';
import { openQuestions } from './open-questions.js';

export const madePages = (): Readonly<Record<string, string>> => ({
  ...documentsOf(),
  // As `npm run bench` has measured.
  'docs/bench-tables.md': readFileSync('tools/bench/measured.md', 'utf8'),
  'docs/languages/open-questions.md': openQuestions(),
});
