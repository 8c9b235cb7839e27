/** Writes a language as a separate file, dist/locales/<lang>.js. */
import { inUtf8 } from './encoding.js';

/**
 * The file announces its messages when it has loaded, and again to scripts that load later and ask for them:
 * src/locale/language-files.ts.
 * @param build name of the build that the file belongs to
 */
export function languageFile(language: string, build: string, messages: string[]): string {
  const unfit = messages.find(text => /[{}\n]/.test(text.replace(/\{\d\}/g, '')));
  if (unfit) throw new Error(`A brace or a line break in a message: ${unfit}`);
  const lines = messages.join('\n').replace(/[\\`]|\$\{/g, '\\$&');
  return inUtf8(`(() => {
const lines = \`${lines}\`;
const detail = { language: '${language}', build: '${build}', lines };
const announce = () => globalThis.dispatchEvent(new CustomEvent('havn:language', { detail }));
addEventListener('havn:languages', announce);
announce();
})();
`);
}
