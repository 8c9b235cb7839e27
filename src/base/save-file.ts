import { createElement } from '../safety/create-element.js';
import { warn } from './warn.js';

/**
 * Whether a file can be handed over. A sandboxed frame without `allow-downloads` drops it without a word, and the frame
 * cannot ask: its origin is opaque, which it can see.
 */
export const canSaveFiles = () => self.origin !== 'null';

/**
 * Hands the reader a file made here, without a request. A `blob:` address on a link with `download` is no fetch and no
 * navigation: `default-src 'none'` lets it pass.
 */
export function saveFile(subject: string, name: string, type: string, text: string): void {
  try {
    const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    // Not in the document, so that no listener of the host's hears of it.
    const link = createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // Safari reads it later than it is clicked.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  } catch (error) {
    warn(subject, `could not make a file: ${error}`);
  }
}
