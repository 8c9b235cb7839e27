import type { National } from '../directory/shards/shard-source.js';
import { directorySource } from './directory-source.js';
import type { Find } from './findings.js';
import { shards } from './shards.js';

/**
 * Searches what a page has set in place of the bundled services. Never throws.
 *
 * @param given a directory or a source, as a page has set it; anything else is not used
 * @param folder the address of a folder of shards, ending in a slash; if empty, `given` is searched
 * @param settle is called with the function that finds, at first and whenever it has found something new
 * @returns stops the search
 */
export function pageDirectory(
  host: HTMLElement,
  given: unknown,
  folder: string,
  national: () => National,
  settle: (find: Find) => void,
): () => void {
  return folder ? shards(host, folder, national, settle) : directorySource(host, given, settle);
}
