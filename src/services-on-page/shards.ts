import { warn } from '../base/warn.js';
import { manifestFile, readManifest } from '../directory/shards/manifest.js';
import { type National, shardSource } from '../directory/shards/shard-source.js';
import type { ServiceSource } from '../directory/source.js';
import { type Bytes, bytesOf, fetchBytes, textOf, within } from '../safety/fetch.js';
import { directorySource } from './directory-source.js';
import type { Find } from './findings.js';

/** How long to wait for a server, in milliseconds. */
const patience = 10_000;
/** The most bytes of a file as it is transferred, and of the manifest also once decompressed. */
const mostFetched = 4_194_304;

/**
 * Searches a folder that `npm run havn -- shard` has written. If the folder cannot be read, the console says so, and
 * `settle` is not called. If a single file cannot be read, `directorySource` handles it. Never throws.
 *
 * The folder contains only data: nothing from it is run.
 *
 * @param address of the folder, ending in a slash
 * @param national returns the bundled services in the current language of the element
 * @param settle is called with the function that finds, and whenever it has found something new
 * @returns stops the search
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
  // `baseURI` of the element: a form may shadow that of the document.
  const folder = new URL(address, host.baseURI).href;
  const read = (path: string, most: number) =>
    within(patience, async signal =>
      unpacked(
        await fetchBytes(folder + path, mostFetched, {
          signal,
          // Files in the browser's cache would tell what was searched for. The manifest is the same for every reader.
          ...(path !== manifestFile && { cache: 'no-store' }),
        }),
        most,
      ),
    );
  return shardSource(read, readManifest(textOf(await read(manifestFile, mostFetched))), national);
}

/** The decompressed file. If the server declares the compression, the browser has already decompressed it. */
function unpacked(bytes: Bytes, most: number): Promise<Bytes> | Bytes {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return bytesOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')), most);
}

/** Searches again when the element has changed its language, which a query does not contain. */
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
        // Not the first time: then it is called right away, below.
        if (inLanguage === found) settle(find);
        inLanguage = found;
      });
    }
    return inLanguage?.(query, national);
  };
  settle(find);
  return () => stopAsking();
}
