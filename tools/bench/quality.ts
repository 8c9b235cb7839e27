/**
 * How often a search has a right answer first, and among its first three, and how often one first that would do harm: of
 * sentences in nineteen languages, as people type them who are afraid, who help, or whose work it is (queries/<lang>.json).
 * They were written and judged by people who knew the services and nothing of any search. Those of held-out/ were written
 * after the lexicons, and no word was added for them: they tell how well a sentence fares that nobody has seen.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Directory } from 'havn-widgets/directory';

export interface Judged {
  /** as it is typed */
  text: string;
  language: string;
  /** ids of the services of which one has to stand first */
  first: string[];
  /** ids of those that may be among the first three */
  may: string[];
  /** ids of those that would do harm if they stood first */
  never: string[];
}
type Answered = Judged & { found: readonly string[] };
/** shares of the queries, 0 to 1, and how many times */
export interface Quality {
  first: number;
  three: number;
  harm: number;
  /** those with no right answer first */
  failed: Answered[];
}

const folderOf = (name: string) => new URL(`../../test/collections/${name}/`, import.meta.url);
export const languages = readdirSync(folderOf('queries'))
  .map(file => file.replace('.json', ''))
  .sort();

const sentencesIn = (name: 'queries' | 'held-out'): Judged[] =>
  languages.flatMap(language =>
    JSON.parse(readFileSync(new URL(`${language}.json`, folderOf(name)), 'utf8')).map((one: Judged) => ({
      ...one,
      language,
    })),
  );

export const judged = sentencesIn('queries');
export const heldOut = sentencesIn('held-out');

const { critical, loadDirectory } = await import('havn-widgets/directory');

const bundled: Map<string, Directory> = new Map();
for (const language of languages) {
  const { messages } =
    language === 'en' ? { messages: {} } : await import(`../../dist/npm/locale/generated/${language}.js`);
  bundled.set(
    language,
    loadDirectory((place, english) => messages[place] ?? english),
  );
}

/** The bundled services. */
export function bundledIn(language: string): Directory {
  const directory = bundled.get(language);
  if (!directory) throw new Error(`There are no queries in ${language}`);
  return directory;
}

/** What the finder shows where nothing fits. */
export const nothingFound = [critical.helpline.id, critical.emergency.id];

/** @param search the ids that it finds, the best first */
export function qualityOf(
  search: (one: Judged) => readonly string[],
  queries: readonly Judged[] = judged,
): Quality {
  const answered = queries.map(one => {
    const found = search(one).slice(0, 3);
    return { ...one, found: found.length ? found : nothingFound };
  });
  const isRight = ({ first, found: [top = ''] }: Answered) => first.includes(top);
  const share = (is: (one: Answered) => boolean) => answered.filter(is).length / answered.length;
  return {
    first: share(isRight),
    three: share(({ first, found }) => found.some(id => first.includes(id))),
    harm: answered.filter(({ never, found: [top = ''] }) => never.includes(top)).length,
    failed: answered.filter(one => !isRight(one)),
  };
}
