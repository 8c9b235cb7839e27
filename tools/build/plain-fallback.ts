/**
 * What may stand inside a tag so that nothing moves when the script comes: the same content as plain HTML. With its style
 * sheet it takes as much room as the element, or reaches as far below what is in sight.
 */
import { readFileSync } from 'node:fs';

const html = new URL('../../dist/html/', import.meta.url);

const plain = (name: string, language: string) =>
  readFileSync(new URL(`${name}.${language}.html`, html), 'utf8').trim();

/** The choice of a language is nothing without a script: there the numbers stand. */
function numbers(language: string) {
  const banner = plain('hotline-banner', language);
  const [opening] = /^<div[^>]*>/.exec(banner) ?? [];
  const [calls] = /<a class="havn-target havn-call"[\s\S]*?<\/p>/.exec(banner) ?? [];
  const [notice = ''] = /<p class="havn-draft">.*<\/p>/.exec(banner) ?? [];
  return `${opening}\n${calls}\n${notice}\n</div>`;
}

/**
 * @param name of the element, without `havn-`
 * @returns HTML
 * @throws where dist/html has no such file
 */
export const insideOf = (name: string, language: string): string =>
  name === 'language-menu' ? numbers(language) : plain(name, language);
