/** Writes a language as a separate file, dist/locales/<lang>.js. */
import type { Message } from '../../src/locale/messages.js';
import { inUtf8 } from './encoding.js';

/** A message on one line: `{0}` stands for the first value of the English template. */
export function lineOf(message: Message): string {
  const { strings, values } = typeof message === 'string' ? { strings: [message], values: [] } : message;
  if (strings.some(text => /[{}\n]/.test(text)))
    throw new Error(`A brace or a line break in a message: ${strings.join('…')}`);
  return strings.map((text, index) => (index ? `{${values[index - 1]}}${text}` : text)).join('');
}

/**
 * The file announces its messages when it has loaded, and again to scripts that load later and ask for them:
 * src/locale/language-files.ts.
 * @param build name of the build that the file belongs to
 */
export function languageFile(language: string, build: string, messages: Message[]): string {
  const lines = messages
    .map(lineOf)
    .join('\n')
    .replace(/[\\`]|\$\{/g, '\\$&');
  return inUtf8(`(() => {
const lines = \`${lines}\`;
const detail = { language: '${language}', build: '${build}', lines };
const announce = () => dispatchEvent(new CustomEvent('havn:language', { detail }));
addEventListener('havn:languages', announce);
announce();
})();
`);
}
