/**
 * The test results for the tables of docs/embedding.md: how each way to embed works.
 *
 * With HAVN_RECORD=1, `record()` writes docs/embedding-results/<name>.json. Otherwise it compares the committed rows
 * with the results of the test, so that the documentation stays true.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

export interface Row {
  way: 'tag' | 'element' | 'placeholder' | 'html' | 'frame' | 'npm';
  /** name of the Content-Security-Policy */
  policy: string | null;
  engine: 'Chromium' | 'Firefox' | 'WebKit' | null;
  /** name of the editor or filter that the snippet went through */
  filter: string | null;
  /**
   * what the reader sees: the element; the fallback inside its tag; the content of a page without script; or no number
   * at all
   */
  shows: 'widget' | 'fallback' | 'content' | 'nothing';
}

const folder = new URL('../../docs/embedding-results/', import.meta.url);

const keyOf = ({ way, policy, engine, filter }: Row) => JSON.stringify([way, filter, policy, engine]);

const byKey = (rows: Row[]): Map<string, Row> => new Map(rows.map(row => [keyOf(row), row]));

const read = (file: URL): Row[] => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []);

/** In a fixed order, so that a diff shows only what has changed. */
const written = (rows: Map<string, Row>) =>
  `${JSON.stringify(
    [...rows.keys()].sort().map(key => rows.get(key)),
    null,
    2,
  )}\n`;

/**
 * Records the results, or compares them with the recorded ones. Other rows of the file stay: to remove rows that are no
 * longer tested, delete the file and record again.
 * @param name of the file, e.g. `filter-dompurify`
 */
export function record(name: string, found: Row[]) {
  assert.ok(found.length, 'a test that found nothing must not pass for one that did');
  // With its keys in a fixed order.
  const rows = found.map(({ way, policy, engine, filter, shows }) => ({
    way,
    policy,
    engine,
    filter,
    shows,
  }));
  const file = new URL(`${name}.json`, folder);
  const recorded = byKey(read(file));
  if (process.env.HAVN_RECORD === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, written(new Map([...recorded, ...byKey(rows)])));
  } else
    assert.deepEqual(
      rows.map(row => recorded.get(keyOf(row)) ?? `docs/embedding-results/${name}.json has no ${keyOf(row)}`),
      rows,
      'The results have changed: if they should, record them with HAVN_RECORD=1, then npm run generate',
    );
}
