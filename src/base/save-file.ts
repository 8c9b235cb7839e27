import { createElement } from '../safety/create-element.js';
import { warn } from './warn.js';

/**
 * Whether files can be saved. A sandboxed frame without `allow-downloads` drops a download without an error. A script
 * cannot query that permission, but it can see that the origin of the frame is opaque.
 */
export const canSaveFiles = () => self.origin !== 'null';

/**
 * Saves a file that is made in the page, without a request. A link with a `blob:` address and `download` is neither a
 * fetch nor a navigation, so `default-src 'none'` allows it.
 */
export function saveFile(subject: string, name: string, type: string, text: string): void {
  try {
    const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    // Not in the document, so that no listener of the host page hears the click.
    const link = createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // Safari reads the file some time after the click.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  } catch (error) {
    warn(subject, `could not make a file: ${error}`);
  }
}
