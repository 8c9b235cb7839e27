/** What a webmaster pastes, and what a reader sees of what an editor or a filter has left of it. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { helpline } from '../../tools/build/helpline.js';
import { documented } from '../../tools/test/documented.js';
import { findNumber, integrity, pageOf, scriptTag, tag } from '../../tools/test/harness.js';
import type { Row } from '../../tools/test/results.js';

export type Browser = Awaited<ReturnType<typeof import('../../tools/test/harness.js').openBrowser>>;
type Way = 'tag' | 'element' | 'placeholder' | 'html' | 'frame';

export const ways: Way[] = ['tag', 'element', 'placeholder', 'html', 'frame'];

/** Where the documentation says `your.host` stands the server of the test. */
export const onServer = (code: string, origin: string) =>
  code
    .replaceAll('https://your.host/havn/frame/', `${origin}/frame/`)
    .replaceAll('https://your.host/havn/', `${origin}/dist/`)
    .replaceAll('your.host', new URL(origin).hostname)
    .replace(/(dist\/([\w/-]+\.js)" integrity=")sha384-…/g, (_, before, file) => before + integrity[file]);

const root = new URL('../../', import.meta.url);

/** @param file of dist/html */
const plainHtml = (file: string) => readFileSync(new URL(`dist/html/${file}`, root), 'utf8');

/** As it is pasted. */
export const snippet = (way: Way, origin: string) =>
  way === 'html' ? plainHtml('hotline-banner.nb.html') : onServer(documented(way), origin);

/** The plain HTML of every element in a language; not the whole page to link to, which nobody pastes. */
export const plainPages = (language: string) =>
  Object.keys(integrity)
    .filter(file => file.startsWith('html/') && file.endsWith(`.${language}.html`))
    .map(file => plainHtml(file.slice('html/'.length)))
    .filter(html => !html.startsWith('<!doctype'));

/** The webmaster has put the script into the template of the page. */
const scripts: Record<Way, string> = {
  tag: scriptTag(),
  element: scriptTag('elements/hotline-banner.js'),
  placeholder: scriptTag(),
  html: '',
  frame: '',
};

/** What stands in the frame: the tag, its fallback and the script. */
export const serveFrame = (browser: Browser) =>
  // Without integrity: it asks for CORS, which the opaque origin of a sandboxed frame is refused.
  browser.serve('/frame/hotline-banner.nb.html', {
    body: pageOf(`${tag}<script src="/dist/havn.js" defer></script>`),
  });

/** The language and the layout that the snippet asks for have arrived. */
async function assertAttributes(page: Page, way: Way) {
  const look = await page.evaluate(() => {
    const base = document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector('[part=base]');
    return [base?.getAttribute('lang'), base?.className];
  });
  assert.deepEqual(look, ['nb', way === 'placeholder' ? 'banner card' : 'banner bar']);
}

async function shownInFrame(page: Page): Promise<Row['shows']> {
  const [, frame] = page.frames();
  const inside = frame && (await frame.evaluate(findNumber, helpline.href));
  if (inside) return inside === 'widget' ? 'widget' : 'content';
  return (await page.evaluate(findNumber, helpline.href)) ? 'fallback' : 'nothing';
}

/** Puts what is left of a snippet on a page and says what a reader sees of it. */
export async function shownOf(browser: Browser, way: Way, left: string): Promise<Row['shows']> {
  const { page, errors } = await browser.open(pageOf(left + scripts[way]));
  try {
    assert.deepEqual(errors, []);
    if (way === 'frame') return await shownInFrame(page);
    const shown = await page.evaluate(findNumber, helpline.href);
    if (way === 'html') return shown ? 'content' : 'nothing';
    if (shown === 'widget') await assertAttributes(page, way);
    return shown ?? 'nothing';
  } finally {
    await page.close();
  }
}
