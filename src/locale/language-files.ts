import { addLanguage, messageIds } from './localization.js';
import type { Message } from './messages.js';

/** What a language file (dist/locales/<lang>.js) says when it has loaded, and whenever it is asked. */
export interface LanguageFile {
  readonly language: string;
  readonly version: string;
  /** Its messages in the order of the bundled ones: the ids would be a quarter of the file. */
  readonly messages: readonly Message[];
}

/** Events of the window, since a form on the page can take the place of a method of the document. */
const here = 'havn:language';
const asked = 'havn:languages';

/**
 * Takes up the language files of this version that the page loads, before or after this script, and calls back for each.
 * Facts of another version would not fit the ones here.
 */
export function hearLanguageFiles(version: string, onLanguage: () => void): void {
  addEventListener(here, event => {
    const file = (event as CustomEvent<LanguageFile | null>).detail;
    if (file?.version !== version) return;
    addLanguage(
      file.language,
      Object.fromEntries(messageIds().map((id, index) => [id, file.messages[index] as Message])),
    );
    onLanguage();
  });
  dispatchEvent(new Event(asked));
}
