/**
 * Which engine runs what. Chromium runs everything. What pages do to the elements, what is left behind, the way out and
 * policies run in Firefox and WebKit too, of many similar cases some in each. All else runs in one of the two: what a file
 * tests there is alike in every engine but for faults of the engine itself, and a start of a browser costs as much as
 * twenty pages. Before a release everything runs everywhere: `npm run test:browsers -- --thorough`.
 */
import { basename } from 'node:path';

export const thorough = '--thorough';
/** Whether each engine runs everything. The environment tells it to the processes that run the files. */
export const isThorough = process.argv.includes(thorough) || process.env.HAVN_THOROUGH === 'yes';

/** Files of test/pages that one engine beside Chromium runs. Firefox, which takes twice as long, has the short ones. */
const inOneMore: Record<string, string[]> = {
  firefox: ['builder', 'hand-over', 'hostile-values', 'leaving-no-trace', 'many'],
  webkit: [
    'accessibility',
    'feed',
    'frames',
    'frameworks',
    'life',
    'local-services',
    'plain-html',
    'real-hosts',
    'shards',
    'spacing',
  ],
};

const nameOf = (file: string) => basename(file, '.test.ts');

/** @returns the engine that runs the file beside Chromium; nothing if both do */
const oneMore = (file: string) =>
  Object.keys(inOneMore).find(engine => inOneMore[engine]?.includes(nameOf(file)));

/** Whether an engine runs a file of test/pages. */
export const runsIn = (engine: string, file: string): boolean =>
  engine === 'chromium' || isThorough || [undefined, engine].includes(oneMore(file));

/**
 * For many similar cases of a test file: whether an engine runs the next one. Chromium runs all. The only other engine
 * that runs the file runs one of three; where both do, of five Firefox runs one and WebKit two. Odd numbers, so that of
 * cases in pairs (light and dark, before and after) not always the same ones are left out.
 */
export function turnsIn(engine: string, file: string): () => boolean {
  if (engine === 'chromium' || isThorough) return () => true;
  const [every, own] = oneMore(file) ? [3, [0]] : [5, { firefox: [0], webkit: [1, 3] }[engine] ?? []];
  let turns = 0;
  return () => own.includes(turns++ % every);
}
