/**
 * Which engine runs what. Chromium runs everything. What pages do to the elements, what is left behind, the way out,
 * frames and policies run in Firefox and WebKit too. All else runs in one of the two: what a file tests there is alike in
 * every engine but for faults of the engine itself, and a start of a browser costs as much as twenty pages.
 */
import { basename } from 'node:path';

/** Files of test/pages that one engine beside Chromium runs. Firefox, which takes twice as long, has the short ones. */
const inOneMore: Record<string, string[]> = {
  firefox: ['builder', 'docs', 'hand-over', 'hostile-values', 'leaving-no-trace', 'many'],
  webkit: ['accessibility', 'feed', 'frameworks', 'local-services', 'plain-html', 'shards', 'spacing'],
};

const nameOf = (file: string) => basename(file, '.test.ts');

/** @returns the engine that runs the file beside Chromium; nothing if both do */
const oneMore = (file: string) =>
  Object.keys(inOneMore).find(engine => inOneMore[engine]?.includes(nameOf(file)));

/** Whether an engine runs a file of test/pages. */
export const runsIn = (engine: string, file: string): boolean =>
  engine === 'chromium' || [undefined, engine].includes(oneMore(file));

/**
 * For many similar cases of a test file: whether an engine runs the next one. Chromium runs all, and so does the only
 * other engine that runs the file. Otherwise, of three, Firefox runs one and WebKit two.
 */
export function turnsIn(engine: string, file: string): () => boolean {
  if (engine === 'chromium' || oneMore(file)) return () => true;
  const turn = ['firefox', 'webkit'].indexOf(engine);
  let turns = 0;
  return () => Math.min(turns++ % 3, 1) === turn;
}
