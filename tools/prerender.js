/** The same views as in the browser, rendered to plain HTML that works with no script at all. */
import { existsSync } from 'node:fs';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { targetLanguages } from './messages.js';

/** Lit's markers of where a value stands mean nothing without Lit; parts are for a shadow root. */
const plain = (/** @type {string} */ html) =>
  html
    .replace(/<!--[\s\S]*?-->|<\?>/g, '')
    .replace(/ (part|tabindex)="[^"]*"/g, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim();

/**
 * What stands for each element where there is no script: the `staticView` beside it, in each language.
 * @param {string} modules folder of the compiled sources
 * @param {string[]} elements
 * @returns {Promise<[string, string][]>} path in dist, text
 */
export async function pages(modules, elements) {
  const locale = await import(`${modules}/locale/index.js`);
  const { addLanguage } = await import(`${modules}/locale/localization.js`);
  for (const language of targetLanguages()) {
    const { messages } = await import(`${modules}/locale/generated/${language}.js`);
    addLanguage(language, messages);
  }
  const draft = await import(`${modules}/element/draft.view.js`);
  /** @type {[string, string][]} */
  const files = [];
  for (const name of elements) {
    const path = `${modules}/elements/${name}/${name}.static.js`;
    if (!existsSync(path)) continue;
    const { staticView } = await import(path);
    const htmlIn = async (/** @type {any} */ localization) =>
      plain(await collectResult(render(staticView(localization))));
    const english = await htmlIn(locale.localize('en'));
    for (const language of locale.languages()) {
      const localization = locale.localize(language);
      const notice = draft.draftInWords(localization);
      // Without script, the English original of an unreviewed translation is folded in.
      const original = notice
        ? `\n<p>${notice}</p>\n<details>\n<summary>${draft.originalInWords(localization)}</summary>\n<div lang="en" dir="ltr">\n${english}\n</div>\n</details>`
        : '';
      const html = `${await htmlIn(localization)}${original}`;
      files.push([
        `html/${name}.${language}.html`,
        `<div class="havn havn-${name}" lang="${language}" dir="${localization.direction}">\n${html}\n</div>\n`,
      ]);
    }
  }
  return files;
}
