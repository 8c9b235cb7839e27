/**
 * How often a search has a right answer among its first three: 120 queries in five languages, as people type them who are
 * afraid, who help, or whose work it is, with slips, without marks, in words of their own (queries.json). Which services
 * are right is judged by what the facts say of them, not by what any search answers.
 */
import { readFileSync } from 'node:fs';

/** @typedef {import('havn-widgets/directory').Directory} Directory */
/** @typedef {import('./distractors.js').Language} Language */
/** @typedef {{query: string, language: Language, audience?: 'professional', services: string[]}} Judged */

/** @type {Judged[]} */
export const judged = JSON.parse(readFileSync(new URL('queries.json', import.meta.url), 'utf8'));
export const languages = [...new Set(judged.map(({ language }) => language))];

const { loadDirectory } = await import('havn-widgets/directory');

/** The bundled services by language. @type {Record<string, Directory>} */
export const bundled = {};
for (const language of languages) {
  const { messages } =
    language === 'en' ? { messages: {} } : await import(`../../dist/npm/locale/generated/${language}.js`);
  bundled[language] = loadDirectory((place, english) => messages[place] ?? english);
}

/**
 * @param {(one: Judged) => readonly string[]} search the ids that it finds, the best first
 * @returns {{success: number, failed: (Judged & {found: readonly string[]})[]}} the share of the queries, 0 to 1
 */
export function successAt3(search) {
  const failed = judged
    .map(one => ({ ...one, found: search(one).slice(0, 3) }))
    .filter(({ services, found }) => !found.some(id => services.includes(id)));
  return { success: 1 - failed.length / judged.length, failed };
}
