/** Changes in a JSON file that leave every other line as it is. */
import { applyEdits, modify } from 'jsonc-parser';

/** The format of the files (biome.json), in which only what changes is written anew. */
const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };

/**
 * @param value `undefined`: takes it out
 * @param getInsertionIndex where a new field stands
 */
export const edited = (
  text: string,
  path: (string | number)[],
  value: unknown,
  getInsertionIndex?: (fields: string[]) => number,
) =>
  applyEdits(
    text,
    modify(text, path, value, { formattingOptions, ...(getInsertionIndex && { getInsertionIndex }) }),
  );
