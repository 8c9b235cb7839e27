/** Writes a language as a separate file, dist/locales/<lang>.js. */
import type { Message } from '../../src/locale/messages.js';
import { inUtf8 } from './encoding.js';

/**
 * The file announces its messages when it has loaded, and again to scripts that load later and ask for them.
 * @param build name of the build that the file belongs to
 * @param messages in the order of the bundled languages, without ids, which would be a quarter of the file
 */
export const languageFile = (language: string, build: string, messages: Message[]): string =>
  inUtf8(`(() => {
const detail = ${JSON.stringify({ language, build, messages })};
const announce = () => dispatchEvent(new CustomEvent('havn:language', { detail }));
addEventListener('havn:languages', announce);
announce();
})();
`);
