/** The pages that a sitemap names: https://www.sitemaps.org/protocol.html */
import { DOMParser } from '@xmldom/xmldom';
import { textOf, Unreachable } from './fetching.js';

const mostPages = 500;
const mostSitemaps = 20;

/** @param {string} xml @returns {{root: string, addresses: string[]}} */
function read(xml) {
  if (/<!DOCTYPE/i.test(xml)) throw new Unreachable('has a DOCTYPE: it is no sitemap');
  /** @type {string[]} */
  const faults = [];
  const note = (/** @type {string} */ text) => void faults.push(text);
  const document = new DOMParser({
    errorHandler: { warning: () => {}, error: note, fatalError: note },
  }).parseFromString(xml, 'text/xml');
  const root = document?.documentElement?.localName ?? '';
  if (faults.length || !['urlset', 'sitemapindex'].includes(root))
    throw new Unreachable('is no sitemap in XML');
  return {
    root,
    addresses: [...Array(document.getElementsByTagName('loc').length).keys()]
      .map(index => document.getElementsByTagName('loc')[index])
      // Images and videos have a `loc` of their own kind.
      .filter(({ parentNode }) => /^(?:url|sitemap)$/.test(/** @type {Element} */ (parentNode).localName))
      .map(({ textContent }) => textContent?.trim() ?? ''),
  };
}

/**
 * @param {string} url of a sitemap, or of an index of some
 * @param {import('./fetching.js').Fetcher} fetcher
 * @returns {Promise<{pages: string[], leftOut: string[]}>} what it names, and what of it is not looked at, in words
 */
export async function pagesOf(url, fetcher) {
  const { origin } = new URL(url);
  /** @type {Set<string>} */
  const pages = new Set();
  /** @type {Set<string>} */
  const leftOut = new Set();
  const sitemaps = [url];
  for (let index = 0; index < sitemaps.length; index++) {
    if (index === mostSitemaps) {
      leftOut.add(`Only the first ${mostSitemaps} sitemaps are read, of ${sitemaps.length}.`);
      break;
    }
    const answer = await fetcher.read(sitemaps[index]);
    if (answer.status !== 200) throw new Unreachable(`answers ${answer.status}`);
    if (answer.body[0] === 0x1f && answer.body[1] === 0x8b)
      throw new Unreachable('is compressed (.gz): name one that is not');
    const { root, addresses } = read(textOf(answer));
    for (const address of addresses) {
      if (!URL.canParse(address) || new URL(address).origin !== origin)
        leftOut.add(`Not of ${origin}: ${address}`);
      else if (root === 'sitemapindex') {
        if (!sitemaps.includes(address)) sitemaps.push(address);
      } else if (pages.size < mostPages) pages.add(address);
      else if (!pages.has(address)) leftOut.add(`Only the first ${mostPages} pages are read.`);
    }
  }
  return { pages: [...pages], leftOut: [...leftOut] };
}
