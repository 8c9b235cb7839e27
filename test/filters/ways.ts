/** What a webmaster pastes, and what a reader sees of what an editor or a filter has left of it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { documented } from '../../tools/test/documented.js';
import { findNumber, integrity, pageOf, scriptTag, tag } from '../../tools/test/harness.js';

/**
 * @typedef {Awaited<ReturnType<typeof import('../../tools/test/harness.js').openBrowser>>} Browser
 * @typedef {import('../../tools/test/results.js').Row} Row
 * @typedef {'tag' | 'element' | 'placeholder' | 'html' | 'frame'} Way
 */

/** @type {Way[]} */
export const ways = ['tag', 'element', 'placeholder', 'html', 'frame'];

/** Where the documentation says `your.host` stands the server of the test. @param {string} code @param {string} origin */
export const onServer = (code, origin) =>
  code
    .replaceAll('https://your.host/havn/frame/', `${origin}/frame/`)
    .replaceAll('https://your.host/havn/', `${origin}/dist/`)
    .replaceAll('your.host', new URL(origin).hostname)
    .replace(/(dist\/([\w/-]+\.js)" integrity=")sha384-…/g, (_, before, file) => before + integrity[file]);

const root = new URL('../../', import.meta.url);

/** @param {string} file of dist/html */
const plainHtml = file => readFileSync(new URL(`dist/html/${file}`, root), 'utf8');

/** As it is pasted. @param {Way} way @param {string} origin */
export const snippet = (way, origin) =>
  way === 'html' ? plainHtml('hotline-banner.nb.html') : onServer(documented(way), origin);

/** The plain HTML of every element in a language; not the whole page to link to, which nobody pastes. @param {string} language */
export const plainPages = language =>
  Object.keys(integrity)
    .filter(file => file.startsWith('html/') && file.endsWith(`.${language}.html`))
    .map(file => plainHtml(file.slice('html/'.length)))
    .filter(html => !html.startsWith('<!doctype'));

/** The webmaster has put the script into the template of the page. @type {Record<Way, string>} */
const scripts = {
  tag: scriptTag(),
  element: scriptTag('elements/hotline-banner.js'),
  placeholder: scriptTag(),
  html: '',
  frame: '',
};

/** What stands in the frame: the tag, its fallback and the script. @param {Browser} browser */
export const serveFrame = browser =>
  // Without integrity: it asks for CORS, which the opaque origin of a sandboxed frame is refused.
  browser.serve('/frame/hotline-banner.html', {
    body: pageOf(`${tag}<script src="/dist/havn.js" defer></script>`),
  });

/** The language and the layout that the snippet asks for have arrived. @param {import('playwright-core').Page} page @param {Way} way */
async function assertAttributes(page, way) {
  const look = await page.evaluate(() => {
    const base = document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector('[part=base]');
    return [base?.getAttribute('lang'), base?.className];
  });
  assert.deepEqual(look, ['nb', way === 'placeholder' ? 'banner card' : 'banner bar']);
}

/** @param {import('playwright-core').Page} page @returns {Promise<Row['shows']>} */
async function shownInFrame(page) {
  const [, frame] = page.frames();
  const inside = frame && (await frame.evaluate(findNumber));
  if (inside) return inside === 'widget' ? 'widget' : 'content';
  return (await page.evaluate(findNumber)) ? 'fallback' : 'nothing';
}

/**
 * Puts what is left of a snippet on a page and says what a reader sees of it.
 * @param {Browser} browser
 * @param {Way} way
 * @param {string} left
 * @returns {Promise<Row['shows']>}
 */
export async function shownOf(browser, way, left) {
  const { page, errors } = await browser.open(pageOf(left + scripts[way]));
  try {
    assert.deepEqual(errors, []);
    if (way === 'frame') return await shownInFrame(page);
    const shown = await page.evaluate(findNumber);
    if (way === 'html') return shown ? 'content' : 'nothing';
    if (shown === 'widget') await assertAttributes(page, way);
    return shown ?? 'nothing';
  } finally {
    await page.close();
  }
}
