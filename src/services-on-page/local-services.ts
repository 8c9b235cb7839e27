import { warn } from '../base/warn.js';
import { mergeOverlay, overlayLimits, readOverlay } from '../directory/overlay/overlay.js';
import type { Directory, Overlay } from '../directory/types.js';
import { fetchBytes, textOf, within } from '../safety/fetch.js';

/** What a host adds to the directory of an element, once it is here. */
export interface LocalServices {
  /** How many services were left out, since something is wrong in them. */
  readonly refused: number;
  /** How many national services it hides. */
  readonly hidden: number;
  /** The national services in a language, with the host's own: for the same directory the same answer. */
  readonly merge: (directory: Directory, language: string) => Directory;
}

/** A server that does not answer is given up after so long. */
const patience = 10_000;
/** The console shows so many faults of one file at most. */
const mostFaults = 20;

/**
 * Reads a host's own services and gives them to the element; none where there are none to be had any longer. What is wrong
 * in them is said on the console and in `havn-error`; where nothing of them can be read what is on screen stays.
 * Never throws.
 *
 * @param sought the address in the `src` of the element, or the JSON in its tag
 * @param directory the national services
 * @returns gives up
 */
export function localServices(
  host: HTMLElement & { readonly src: string },
  sought: string,
  directory: Directory,
  settle: (local: LocalServices | undefined) => void,
): () => void {
  let isWanted = true;
  const read = (text: string) => {
    if (!isWanted) return;
    const overlay = readOverlay(text, directory);
    report(host, overlay.errors);
    if (isOfUse(overlay)) settle(localServicesOf(overlay));
  };
  const fail = ({ message }: Error) => {
    if (isWanted) report(host, [{ pointer: '', message }]);
  };
  if (!sought) settle(undefined);
  else if (sought === host.src)
    Promise.resolve()
      .then(() => textAt(host, sought))
      .then(read)
      .catch(fail);
  else read(sought);
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
  try {
    // Of the host's own file: nothing that a reader typed or chose.
    const detail = { errors };
    host.dispatchEvent(new CustomEvent('havn-error', { bubbles: true, composed: true, detail }));
  } catch {
    // The host has replaced CustomEvent.
  }
}

/** By address: elements that name the same share one request. */
const texts = new Map<string, Promise<string>>();

/** Throws where the page has no address that a path could begin at. */
function textAt(host: HTMLElement, address: string): Promise<string> {
  // Of the element: a form may take the place of what the document says.
  const url = new URL(address, host.baseURI).href;
  let text = texts.get(url);
  if (!text) {
    text = fetchText(url);
    texts.set(url, text);
    // Asking again after a failure tries again.
    text.catch(() => texts.delete(url));
  }
  return text;
}

const fetchText = (url: string): Promise<string> =>
  within(patience, signal => fetchBytes(url, overlayLimits.bytes, { signal }))
    // One mark of the byte order is taken out by readOverlay, two are a fault.
    .then(textOf)
    .catch(error => {
      throw Error(`${url} could not be read: ${error}`);
    });
