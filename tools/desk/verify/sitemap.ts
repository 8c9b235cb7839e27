/** The pages that a sitemap names: https://www.sitemaps.org/protocol.html */
import { parseXml } from '../../build/xml.js';
import { told } from '../plain.js';
import { textOf } from './encoding.js';
import { type Fetcher, Unreachable } from './fetching.js';

const mostPages = 500;
const mostSitemaps = 20;
/** How many addresses of other hosts are named. */
const mostNamed = 5;

const childrenOf = (parent: Element, name: RegExp) =>
  Array.from(parent.childNodes, child => child as Element).filter(
    ({ nodeType, localName }) => nodeType === 1 && name.test(localName),
  );

interface Sitemap {
  root: string;
  addresses: string[];
  isPublic: boolean;
}

/** @throws {Unreachable} where it is none */
export function readSitemap(xml: string): Omit<Sitemap, 'isPublic'> {
  if (/<!DOCTYPE/i.test(xml)) throw new Unreachable('has a DOCTYPE: it is no sitemap');
  try {
    const document = parseXml(xml);
    const { documentElement: top } = document;
    if (!/^(?:urlset|sitemapindex)$/.test(top.localName)) throw new Error();
    // Images and videos have a `loc` of their own kind.
    const addresses = childrenOf(top, /^(?:url|sitemap)$/)
      .flatMap(listed => childrenOf(listed, /^loc$/))
      .map(({ textContent }) => String(textContent).trim());
    return { root: top.localName, addresses };
  } catch {
    throw new Unreachable('is no sitemap in XML');
  }
}

/** Whether an address of the web is of an origin: what begins with `blob:` has the origin of the page that made it. */
function isOf(origin: string, address: string) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.origin === origin && /^https?:$/.test(url.protocol);
}

/** @throws {Unreachable} where it cannot be read, or is none */
async function sitemapAt(url: string, fetcher: Fetcher, isPublicOnly: boolean): Promise<Sitemap> {
  const answer = await fetcher.read(url, { isPublicOnly });
  if (answer.status !== 200) throw new Unreachable(`answers ${answer.status}`);
  if (answer.body[0] === 0x1f && answer.body[1] === 0x8b)
    throw new Unreachable('is compressed (.gz): name one that is not');
  return { ...readSitemap(textOf(answer)), isPublic: answer.isPublic };
}

export interface Listed {
  pages: string[];
  /** sitemaps of the index, and why each cannot be read; or that no page is named; in words */
  unread: string[];
  /** what is not looked at, in words */
  leftOut: string[];
  /** whether a public server has had a say */
  isPublic: boolean;
}

/**
 * @param url of a sitemap, or of an index of some
 * @throws {Unreachable} where it cannot be read itself
 */
export async function pagesOf(url: string, fetcher: Fetcher): Promise<Listed> {
  const { origin } = new URL(url);
  const pages: Set<string> = new Set();
  const strangers: Set<string> = new Set();
  const unread: string[] = [];
  const sitemaps = new Set([url]);
  let isCut = false;
  let isPublic = false;
  let count = 0;
  // Those that are added on the way come, too.
  for (const sitemap of sitemaps) {
    if (count++ === mostSitemaps) break;
    const found: Sitemap | undefined = await sitemapAt(sitemap, fetcher, isPublic).catch(error => {
      if (sitemap === url || !(error instanceof Unreachable)) throw error;
      unread.push(told`${sitemap} ${error.message}.`);
      return undefined;
    });
    if (!found) continue;
    isPublic ||= found.isPublic;
    for (const address of found.addresses) {
      if (!isOf(origin, address)) strangers.add(address);
      else if (found.root === 'sitemapindex') sitemaps.add(address);
      else if (pages.size < mostPages) pages.add(address);
      else isCut ||= !pages.has(address);
    }
  }
  if (!pages.size && !unread.length) unread.push(told`${url} names no page of ${origin}.`);
  const named = [...strangers].slice(0, mostNamed);
  return {
    pages: [...pages],
    unread,
    leftOut: [
      ...named.map(address => told`Not of ${origin}: ${address}`),
      ...(strangers.size > named.length ? [`And ${strangers.size - named.length} more of other hosts.`] : []),
      ...(sitemaps.size > mostSitemaps
        ? [`Only the first ${mostSitemaps} sitemaps are read, of ${sitemaps.size}.`]
        : []),
      ...(isCut ? [`Only the first ${mostPages} pages are read.`] : []),
    ],
    isPublic,
  };
}
