/** The pages that a sitemap names: https://www.sitemaps.org/protocol.html */
import { told } from '../plain.js';
import { textOf } from './encoding.js';
import { type Fetcher, Unreachable } from './fetching.js';

const mostPages = 500;
const mostSitemaps = 20;
/** A sitemap has three levels, and those of images, videos and other languages hardly more. */
const mostLevels = 10;
/** How many addresses of other hosts are named. */
const mostNamed = 5;

const noSitemap = 'is no sitemap in XML';

/** How what is no element begins and ends. */
const others: [begin: string, end: string][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** The parts of an XML file, each read once: text, and what stands between angle brackets. */
function* partsOf(xml: string): Generator<{ text: string } | { tag: string }> {
  for (let at = 0; at < xml.length; ) {
    const start = xml.indexOf('<', at);
    yield { text: unescaped(xml.slice(at, start < 0 ? undefined : start)) };
    if (start < 0) return;
    const [opening, closing] = others.find(([begin]) => xml.startsWith(begin, start)) ?? ['<', '>'];
    const end = xml.indexOf(closing, start + opening.length);
    if (end < 0) throw new Unreachable(noSitemap);
    const inside = xml.slice(start + opening.length, end);
    if (opening === '<') yield { tag: inside };
    else if (opening === '<![CDATA[') yield { text: inside };
    at = end + closing.length;
  }
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (found, decimal, hex, name) => {
    if (name) return entities[name as keyof typeof entities] ?? found;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : found;
  });

/** @param tag what stands between its brackets */
const localName = (tag: string) => /^\/?(?:[^\s:/>]*:)?([^\s:/>]+)/.exec(tag)?.[1] ?? '';

interface Sitemap {
  root: string;
  addresses: string[];
  isPublic: boolean;
}

export function readSitemap(xml: string): Omit<Sitemap, 'isPublic'> {
  if (/<!DOCTYPE/i.test(xml)) throw new Unreachable('has a DOCTYPE: it is no sitemap');
  const addresses: string[] = [];
  const open: string[] = [];
  let root = '';
  let address = '';
  for (const part of partsOf(xml.replace(/^\ufeff/, ''))) {
    // Images and videos have a `loc` of their own kind.
    const isAddress = open.length === 3 && open[2] === 'loc' && /^(?:url|sitemap)$/.test(open[1] ?? '');
    if ('text' in part) {
      if (isAddress) address += part.text;
      continue;
    }
    const name = localName(part.tag);
    if (part.tag.startsWith('/')) {
      if (open.pop() !== name) throw new Unreachable(noSitemap);
      if (isAddress) addresses.push(address.trim());
      address = '';
    } else {
      if (!open.length && root) throw new Unreachable(noSitemap);
      root ||= name;
      if (!part.tag.endsWith('/') && open.push(name) > mostLevels)
        throw new Unreachable('is nested too deep for a sitemap');
    }
  }
  if (open.length || !/^(?:urlset|sitemapindex)$/.test(root)) throw new Unreachable(noSitemap);
  return { root, addresses };
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
  /** sitemaps of the index, and why each cannot be read, in words */
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
