import { warn } from '../base/warn.js';
import { stepByStep } from '../directory/in-slices.js';
import { mergeOverlay, overlayLimits, readingOverlay } from '../directory/overlay/overlay.js';
import type { Directory, Overlay } from '../directory/types.js';
import { dispatch } from '../safety/dispatch.js';
import { fetchBytes, textOf, within } from '../safety/fetch.js';

/** What a host page adds to the directory of an element, once loaded. */
export interface LocalServices {
  /** How many services were left out because of errors in them. */
  readonly refused: number;
  /** How many national services the host page hides. */
  readonly hidden: number;
  /** The national services in a language, with those of the host page. The same directory gives the same result. */
  readonly merge: (directory: Directory, language: string) => Directory;
}

/** How long to wait for a server, in milliseconds. */
const patience = 10_000;
/** The console shows at most this many errors of one file. */
const mostFaults = 20;

/**
 * Reads a host page's own services and gives them to the element. Errors in them are reported on the console and in
 * `havn-error`. If nothing of them can be read, what is on screen stays.
 * Never throws.
 *
 * @param sought the address in the `src` of the element, or the JSON in its tag
 * @param directory the national services
 * @returns stops waiting for them
 */
export function localServices(
  host: HTMLElement & { readonly src: string },
  sought: string,
  directory: Directory,
  settle: (local: LocalServices) => void,
): () => void {
  let isWanted = true;
  const use = (overlay: Overlay) => {
    if (!isWanted) return;
    report(host, overlay.errors);
    if (isOfUse(overlay)) settle(localServicesOf(overlay));
  };
  const read = async (text: string) => {
    if (isWanted) await stepByStep(readingOverlay(text, directory), use);
  };
  const fail = ({ message }: Error) => {
    if (isWanted) report(host, [{ pointer: '', message }]);
  };
  if (sought === host.src)
    Promise.resolve()
      .then(() => textAt(host, sought))
      .then(read)
      .catch(fail);
  else read(sought).catch(fail);
  return () => {
    isWanted = false;
  };
}

const isOfUse = ({ services, hidden, refused }: Overlay) => services.length + hidden.length + refused > 0;

function localServicesOf(overlay: Overlay): LocalServices {
  const merged = new WeakMap<Directory, Directory>();
  return {
    refused: overlay.refused,
    hidden: overlay.hidden.length,
    merge(directory, language) {
      const known = merged.get(directory) ?? mergeOverlay(directory, overlay, language);
      merged.set(directory, known);
      return known;
    },
  };
}

function report(host: HTMLElement, errors: Overlay['errors']): void {
  if (!errors.length) return;
  const shown = errors.slice(0, mostFaults).map(({ pointer, message }) => `${pointer} ${message}`.trim());
  const more = errors.length - shown.length;
  warn(
    host.localName,
    `leaves out what is wrong in the services of this page.\n${shown.join('\n')}${more ? `\n… and ${more} more` : ''}`,
  );
  dispatch(host, 'havn-error', { errors });
}

/** By address: elements with the same address share one request. */
const texts = new Map<string, Promise<string>>();

/** Throws if the address is a path, and the page has no base URL to resolve it against. */
function textAt(host: HTMLElement, address: string): Promise<string> {
  // `baseURI` of the element: a form may shadow that of the document.
  const url = new URL(address, host.baseURI).href;
  let text = texts.get(url);
  if (!text) {
    text = fetchText(url);
    texts.set(url, text);
    // After a failure the next call tries again.
    text.catch(() => texts.delete(url));
  }
  return text;
}

const fetchText = (url: string): Promise<string> =>
  within(patience, signal => fetchBytes(url, overlayLimits.bytes, { signal }))
    // readOverlay removes one byte order mark; two are an error.
    .then(textOf)
    .catch(error => {
      throw Error(`${url} could not be read: ${error}`);
    });
