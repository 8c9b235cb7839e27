import { warn } from '../base/warn.js';
import { loadFile, type Origin, originOfScript } from '../locale/loading.js';
import { type ChunkFile, here } from './give-chunk.js';

/*
 * What only some pages need is in chunks: files beside the scripts (dist/parts). A script loads a chunk when a page
 * needs it, and the browser checks its hash. Other pages do not pay for it.
 */

let origin: Origin | undefined;
let folder = '';
let hashes: Readonly<Record<string, string>> = {};
const chunks: Record<string, unknown> = {};
const waiting: Record<string, (() => void)[]> = {};
let listen = () => {};

const proceed = (name: string) => {
  for (const use of waiting[name]?.splice(0) || []) use();
};

/**
 * Sets which chunks can be loaded, with their hashes, and the path from the script to their folder. Has to be called
 * while the script runs for the first time.
 */
export function offerChunks(build: string, way: string, offered: Readonly<Record<string, string>>): void {
  origin = originOfScript();
  folder = way;
  hashes = offered;
  const hear = (event: Event) => {
    const file = (event as CustomEvent<ChunkFile | null>).detail;
    if (file?.build !== build) return;
    chunks[file.name] = file.chunk;
    proceed(file.name);
  };
  listen = () => addEventListener(here, hear);
}

/** Calls `use` with a chunk, and loads it first if necessary. `undefined`: it cannot be loaded. */
export function withChunk<T>(name: string, use: (chunk: T | undefined) => void): void {
  const answer = () => use(chunks[name] as T | undefined);
  const hash = hashes[name];
  if (chunks[name] || !origin || !hash) answer();
  else {
    waiting[name] = [...(waiting[name] || []), answer];
    // Not once and for all: `document.open()` of a page removes all listeners.
    listen();
    loadFile(`${folder}${name}.js`, hash, origin, () => proceed(name));
  }
}

/** Replaces a function of a chunk, which works for an element and returns how to stop, with one that loads it first. */
export const onDemand =
  <Rest extends readonly unknown[]>(name: string) =>
  (host: HTMLElement, ...rest: Rest): (() => void) => {
    let isWanted = true;
    let giveUp = () => {
      isWanted = false;
    };
    withChunk<(host: HTMLElement, ...rest: Rest) => () => void>(name, chunk => {
      if (!chunk) warn(host.localName, `needs parts/${name}.js.`);
      else if (isWanted) giveUp = chunk(host, ...rest);
    });
    return () => giveUp();
  };
