/**
 * How often a search has a right answer first, and among its first three, and how often one first that would do harm: of
 * sentences in nineteen languages, as people type them who are afraid, who help, or whose work it is (queries/<lang>.json).
 * They were written and judged by people who knew the services and nothing of any search. Those of held-out/ were written
 * after the lexicons, and no word was added for them: they tell how well a sentence fares that nobody has seen.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** @typedef {import('havn-widgets/directory').Directory} Directory */
/**
 * @typedef {object} Judged
 * @property {string} text as it is typed
 * @property {string} language
 * @property {string[]} first ids of the services of which one has to stand first
 * @property {string[]} may ids of those that may be among the first three
 * @property {string[]} never ids of those that would do harm if they stood first
 */
/** @typedef {Judged & {found: readonly string[]}} Answered */
/**
 * @typedef {object} Quality shares of the queries, 0 to 1, and how many times
 * @property {number} first
 * @property {number} three
 * @property {number} harm
 * @property {Answered[]} failed those with no right answer first
 */

const folderOf = (/** @type {string} */ name) => new URL(`../../test/collections/${name}/`, import.meta.url);
export const languages = readdirSync(folderOf('queries'))
  .map(file => file.replace('.json', ''))
  .sort();

/** @param {'queries' | 'held-out'} name @returns {Judged[]} */
const sentencesIn = name =>
  languages.flatMap(language =>
    JSON.parse(readFileSync(new URL(`${language}.json`, folderOf(name)), 'utf8')).map(
      (/** @type {Judged} */ one) => ({ ...one, language }),
    ),
  );

export const judged = sentencesIn('queries');
export const heldOut = sentencesIn('held-out');

const { critical, loadDirectory } = await import('havn-widgets/directory');

/** The bundled services by language. @type {Record<string, Directory>} */
export const bundled = {};
for (const language of languages) {
  const { messages } =
    language === 'en' ? { messages: {} } : await import(`../../dist/npm/locale/generated/${language}.js`);
  bundled[language] = loadDirectory((place, english) => messages[place] ?? english);
}

/** What the finder shows where nothing fits. */
const nothingFound = [critical.helpline.id, critical.emergency.id];

/**
 * @param {(one: Judged) => readonly string[]} search the ids that it finds, the best first
 * @param {readonly Judged[]} [queries]
 * @returns {Quality}
 */
export function qualityOf(search, queries = judged) {
  const answered = queries.map(one => {
    const found = search(one).slice(0, 3);
    return { ...one, found: found.length ? found : nothingFound };
  });
  const isRight = (/** @type {Answered} */ { first, found }) => first.includes(found[0]);
  const share = (/** @type {(one: Answered) => boolean} */ is) =>
    answered.filter(is).length / answered.length;
  return {
    first: share(isRight),
    three: share(({ first, found }) => found.some(id => first.includes(id))),
    harm: answered.filter(({ never, found }) => never.includes(found[0])).length,
    failed: answered.filter(one => !isRight(one)),
  };
}
