import { warn } from '../base/warn.js';
import { manifestFile, readManifest } from '../directory/shards/manifest.js';
import { type National, shardSource } from '../directory/shards/shard-source.js';
import type { ServiceSource } from '../directory/source.js';
import { type Bytes, bytesOf, fetchBytes, textOf, within } from '../safety/fetch.js';
import { directorySource } from './directory-source.js';
import type { Find } from './findings.js';

/** A server that does not answer is given up after so long. */
const patience = 10_000;
/** In bytes, of the manifest and of any other file as it travels. */
const mostFetched = 4_194_304;

/**
 * Searches a folder that `npm run havn -- shard` has written. Where it cannot be had, that is said on the console, and
 * nothing is given; where a single file cannot, `directorySource` does the same. Never throws.
 *
 * Only data come from the folder: nothing of it is run.
 *
 * @param address of the folder, ending in a slash
 * @param national the bundled services in the language of the element, whatever that is by then
 * @param settle is called with what finds, and whenever it has found something new
 * @returns gives up
 */
export function shards(
  host: HTMLElement,
  address: string,
  national: () => National,
  settle: (find: Find) => void,
): () => void {
  let isWanted = true;
  let stopAsking = () => {};
  sourceAt(host, address, national)
    .then(source => {
      if (isWanted) stopAsking = searching(host, source, () => national().language, settle);
    })
    .catch(error => {
      if (isWanted) warn(host.localName, `cannot search ${address}: ${error}`);
    });
  return () => {
    isWanted = false;
    stopAsking();
  };
}

async function sourceAt(
  host: HTMLElement,
  address: string,
  national: () => National,
): Promise<ServiceSource> {
  // Of the element: a form may take the place of what the document says.
  const folder = new URL(address, host.baseURI).href;
  const read = (path: string, most: number) =>
    within(patience, async signal =>
      unpacked(
        await fetchBytes(folder + path, mostFetched, {
          signal,
          // Which files a device keeps would tell what was searched for. The manifest is the same for every reader.
          ...(path !== manifestFile && { cache: 'no-store' }),
        }),
        most,
      ),
    );
  return shardSource(read, readManifest(textOf(await read(manifestFile, mostFetched))), national);
}

/** A file as it was before it was packed: where a server says that it is, the browser has unpacked it. */
function unpacked(bytes: Bytes, most: number): Promise<Bytes> | Bytes {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return bytesOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')), most);
}

/** Asks again where the element has taken another language: a query does not name it. */
function searching(
  host: HTMLElement,
  source: ServiceSource,
  languageNow: () => string,
  settle: (find: Find) => void,
): () => void {
  let language: string | undefined;
  let inLanguage: Find | undefined;
  let stopAsking = () => {};
  const find: Find = (query, national) => {
    const now = languageNow();
    if (language !== now) {
      language = now;
      stopAsking();
      stopAsking = directorySource(host, source, found => {
        // At first it is asked at once, below.
        if (inLanguage === found) settle(find);
        inLanguage = found;
      });
    }
    return inLanguage?.(query, national);
  };
  settle(find);
  return () => stopAsking();
}
