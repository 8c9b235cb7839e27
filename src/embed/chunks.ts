import { warn } from '../base/warn.js';
import { loadFile, type Origin, originOfScript } from '../locale/loading.js';
import { type ChunkFile, here } from './give-chunk.js';

/*
 * What only pages that ask for it need travels in files beside the scripts (dist/parts), which these load from there, each
 * checked by its hash: the other pages do not pay for it.
 */

let origin: Origin | undefined;
let ours = '';
let folder = '';
let hashes: Readonly<Record<string, string>> = {};
const chunks: Record<string, unknown> = {};
const waiting: Record<string, (() => void)[]> = {};

const proceed = (name: string) => {
  for (const use of waiting[name]?.splice(0) || []) use();
};

/** Names the chunks that can be had, with their hashes, and the way to their folder from the script. To be called while the script runs for the first time. */
export function offerChunks(build: string, way: string, offered: Readonly<Record<string, string>>): void {
  origin = originOfScript();
  ours = build;
  folder = way;
  hashes = offered;
  addEventListener(here, event => {
    const { name, build, chunk } = (event as CustomEvent<ChunkFile>).detail;
    if (build !== ours) return;
    chunks[name] = chunk;
    proceed(name);
  });
}

/** Does something with a chunk, which is loaded first where it is not here; `undefined`: it cannot be had. */
export function withChunk<T>(name: string, use: (chunk: T | undefined) => void): void {
  const answer = () => use(chunks[name] as T | undefined);
  const hash = hashes[name];
  if (chunks[name] || !origin || !hash) answer();
  else {
    waiting[name] = [...(waiting[name] || []), answer];
    loadFile(`${folder}${name}.js`, hash, origin, () => proceed(name));
  }
}

/** A function of a chunk that works for an element and answers what gives up: in its place one that loads the chunk first. */
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
