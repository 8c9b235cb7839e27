import { warn } from '../base/warn.js';
import { loadFile, type Origin, originOfScript } from '../locale/loading.js';
import { here, type PartFile } from './give-part.js';

/*
 * What only pages that ask for it need travels in files beside the scripts (dist/parts), which these load from there, each
 * checked by its hash: the other pages do not pay for it.
 */

let origin: Origin | undefined;
let ours = '';
let folder = '';
let hashes: Readonly<Record<string, string>> = {};
const parts: Record<string, unknown> = {};
const waiting: Record<string, (() => void)[]> = {};

const proceed = (name: string) => {
  for (const use of waiting[name]?.splice(0) || []) use();
};

/** Names the parts that can be had, with their hashes, and the way to their folder from the script. To be called while the script runs for the first time. */
export function offerParts(build: string, way: string, offered: Readonly<Record<string, string>>): void {
  origin = originOfScript();
  ours = build;
  folder = way;
  hashes = offered;
  addEventListener(here, event => {
    const { name, build, part } = (event as CustomEvent<PartFile>).detail;
    if (build !== ours) return;
    parts[name] = part;
    proceed(name);
  });
}

/** Does something with a part, which is loaded first where it is not here; `undefined`: it cannot be had. */
export function withPart<T>(name: string, use: (part: T | undefined) => void): void {
  const answer = () => use(parts[name] as T | undefined);
  const hash = hashes[name];
  if (parts[name] || !origin || !hash) answer();
  else {
    waiting[name] = [...(waiting[name] || []), answer];
    loadFile(`${folder}${name}.js`, hash, origin, () => proceed(name));
  }
}

/** A function of a part that works for an element and answers what gives up: in its place one that loads the part first. */
export const onDemand =
  <Rest extends readonly unknown[]>(name: string) =>
  (host: HTMLElement, ...rest: Rest): (() => void) => {
    let isWanted = true;
    let giveUp = () => {
      isWanted = false;
    };
    withPart<(host: HTMLElement, ...rest: Rest) => () => void>(name, part => {
      if (!part) warn(host.localName, `needs parts/${name}.js.`);
      else if (isWanted) giveUp = part(host, ...rest);
    });
    return () => giveUp();
  };
