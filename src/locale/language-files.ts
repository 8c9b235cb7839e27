import { order } from './generated/bundled-languages.js';
import { addLanguage } from './localization.js';
import { tableOf } from './message-table.js';
import type { Message } from './messages.js';

/** What a language file (dist/locales/<lang>.js) says when it has loaded, and whenever it is asked. */
interface LanguageFile {
  readonly language: string;
  /** Of which build: the messages go by their place, and facts of another would not fit. */
  readonly build: string;
  /** Its messages in the order of the bundled ones: the ids would be a quarter of the file. */
  readonly messages: readonly Message[];
}

/** Events of the window, since a form on the page can take the place of a method of the document. */
const here = 'havn:language';
const asked = 'havn:languages';

/**
 * Takes up the language files of this build that the page loads, before or after this script, and calls back for each.
 */
export function hearLanguageFiles(build: string, onLanguage: () => void): void {
  addEventListener(here, event => {
    const file = (event as CustomEvent<LanguageFile | null>).detail;
    if (file?.build !== build) return;
    addLanguage(file.language, tableOf(order(), file.messages));
    onLanguage();
  });
  try {
    dispatchEvent(new Event(asked));
  } catch {
    // MooTools has replaced Event: files that the page loads before this script are not heard.
  }
}
