/**
 * The fallback inside a tag, as plain HTML with the same content, so that the layout does not shift when the script
 * runs. With its style sheet it is as high as the element, or reaches below the visible part of the page as the element
 * does.
 */
import { readFileSync } from 'node:fs';

const html = new URL('../../dist/html/', import.meta.url);

const plain = (name: string, language: string) =>
  readFileSync(new URL(`${name}.${language}.html`, html), 'utf8').trim();

/** The language menu does nothing without a script: its fallback shows the numbers. */
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
 * @throws if dist/html has no such file
 */
export const insideOf = (name: string, language: string): string =>
  name === 'language-menu' ? numbers(language) : plain(name, language);
