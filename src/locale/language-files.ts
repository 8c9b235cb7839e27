import { order } from './generated/bundled-languages.js';
import { addLanguage } from './localization.js';
import { tableOf } from './message-table.js';

/** What a language file (dist/locales/<lang>.js) sends when it has loaded, and whenever a script asks for it. */
interface LanguageFile {
  readonly language: string;
  /** The build of the file: messages are matched by position, and those of another build would not fit. */
  readonly build: string;
  /** The messages, one on each line, in the order of the bundled ones: ids would be a quarter of the file. */
  readonly lines: string;
}

/** Events on the window, since a form on the page can shadow a method of the document. */
const languageLoaded = 'havn:language';
const languagesWanted = 'havn:languages';

/**
 * Adds the language files of this build that the page loads, before or after this script. `onLanguage` is called after
 * each.
 * @returns listens again, before a file is loaded: `document.open()` of a page removes all listeners
 */
export function hearLanguageFiles(build: string, onLanguage: () => void): () => void {
  const hear = (event: Event) => {
    const file = (event as CustomEvent<LanguageFile | null>).detail;
    if (file?.build !== build) return;
    addLanguage(file.language, tableOf(order(), file.lines.split('\n')));
    onLanguage();
  };
  const listen = () => addEventListener(languageLoaded, hear);
  listen();
  try {
    window.dispatchEvent(new Event(languagesWanted));
  } catch {
    // MooTools has replaced Event: files that the page loads before this script are not heard.
  }
  return listen;
}
