/** One page: read without script, then tried with it. */
import { told } from '../plain.js';
import { type Browser, mostOfHtml, type Seen } from './browser.js';
import { directionFindings } from './direction.js';
import { addressFindings, embedFindings, embedsIn, expectedLanguage, mostEmbeds } from './embeds.js';
import { textOf } from './encoding.js';
import { type Answer, type Fetcher, Unreachable } from './fetching.js';
import { framePageFindings, mostFrames } from './frames.js';
import { attribute, type Document, elementsIn, isOfHtml, parsePage } from './html.js';
import { ownTextFindings } from './own-text.js';
import { policyFindings } from './policies.js';
import type { Reference, Settings } from './reference.js';
import { type Finding, finding } from './rules.js';
import { isInsecure, mostScripts, type Script, scriptFindings, scriptsIn } from './scripts.js';
import { htmlOfXml } from './xhtml.js';

export interface PageReport {
  /** as it was named */
  url: string;
  /** where it is, if that is elsewhere */
  address?: string;
  isRead: boolean;
  elements: { way: string; element: string; language: string }[];
  scripts: Pick<Script, 'url' | 'file' | 'version' | 'hash' | 'isCurrent'>[];
  /** the worst first, in the order of the page */
  findings: Finding[];
  /** what of the page was not looked at, in words */
  leftOut: string[];
}

interface Context extends Pick<Settings, 'reference' | 'today' | 'most'> {
  fetcher: Fetcher;
  browser?: Browser;
}

/** How much of a name and of an address is kept, in characters: a report may be of 500 pages. */
const mostOfName = 100;
const mostOfAddress = 2000;

/** How many findings of a page are told of. */
const mostFindings = 500;

const levels: readonly string[] = ['error', 'warning', 'note'];

const worstFirst = (one: Finding, other: Finding) =>
  levels.indexOf(one.level) - levels.indexOf(other.level) ||
  (one.place?.line ?? 0) - (other.place?.line ?? 0) ||
  (one.place?.column ?? 0) - (other.place?.column ?? 0);

/** The `base` that counts is the first one of HTML with an `href`, in no shadow root. */
function baseOf(document: Document, url: string) {
  const hrefs = [...elementsIn(document, ({ tagName }) => tagName === 'template')]
    .filter(element => element.tagName === 'base' && isOfHtml(element))
    .flatMap(base => attribute(base, 'href') ?? []);
  const [href = ''] = hrefs;
  const base = URL.canParse(href, url) ? new URL(href, url).href : url;
  return /^(?:data|javascript):/.test(base) ? url : base;
}

export const unreachable = (url: string, reason: string): PageReport => ({
  url,
  isRead: false,
  elements: [],
  scripts: [],
  findings: [finding('page-unreachable', told`${url} ${reason}.`)],
  leftOut: [],
});

/** What the HTML alone cannot know: an element may come with a bundle. */
function withoutBundled(findings: Finding[], elements: Seen[]) {
  const isDefined = elements.length > 0 && elements.every(({ isShown, version }) => isShown && version);
  const isMissing = findings.some(({ rule }) => rule === 'script-missing');
  if (!isMissing || !isDefined) return findings;
  return [
    ...findings.filter(({ rule }) => rule !== 'script-missing'),
    finding('script-bundled', 'The elements are defined by a script of the page.'),
  ];
}

const withoutHash = (url: string) => url.replace(/#.*/s, '');

/** What scripts have put on a page stands nowhere in its HTML: the same numbers, read once more, without what is told already. */
function laterFindings(
  { html, address }: { html: string; address: string },
  before: string,
  findings: Finding[],
  reference: Reference,
): Finding[] {
  const document = parsePage(html);
  const base = baseOf(document, address);
  const embeds = embedsIn(document, base, reference);
  const isTold = new Set(findings.map(({ rule, message }) => `${rule} ${message}`));
  return [
    ...(withoutHash(address) === withoutHash(before)
      ? []
      : [finding('redirected', told`${before} leads in the browser to ${address}.`)]),
    ...[
      ...ownTextFindings(document, html, embeds, reference),
      ...directionFindings(document, html),
      ...(URL.canParse(address) ? addressFindings(document, base, address, reference) : []),
    ]
      .filter(({ rule, message }) => !isTold.has(`${rule} ${message}`))
      // Its place would be one in what the browser has made.
      .map(({ place: _, ...one }) => ({ ...one, message: `${one.message} A script has put it there.` })),
  ];
}

/**
 * @param wishes wishes.isNamed: whether somebody has named it, and not a sitemap: then Havn has to be on it; wishes.isPublicOnly: whether a public server has named it
 */
export async function verifyPage(
  url: string,
  { isNamed, isPublicOnly }: { isNamed: boolean; isPublicOnly: boolean },
  { reference, fetcher, browser, today, most }: Context,
): Promise<PageReport> {
  const end = Date.now() + most;
  let answer: Answer;
  try {
    answer = await fetcher.read(url, { isPublicOnly });
  } catch (error) {
    if (error instanceof Unreachable) return unreachable(url, error.message);
    throw error;
  }
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status !== 200) return unreachable(url, `answers ${answer.status}`);
  if (!/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type))
    return unreachable(url, `is no HTML page but ${type || 'nothing'}`);

  const html = /^\s*application\/xhtml/i.test(type) ? htmlOfXml(textOf(answer)) : textOf(answer);
  const document = parsePage(html);
  const { url: address, redirects, headers, isPublic } = answer;
  const place = { address, isPublic };
  const base = baseOf(document, address);
  const found = embedsIn(document, base, reference);
  const embeds = found.slice(0, mostEmbeds);
  const { scripts, isCut } = await scriptsIn(document, base, place, reference, fetcher);

  let findings: Finding[] = [
    ...(redirects.length
      ? [finding('redirected', told`${redirects.join(' leads to ')} leads to ${address}.`)]
      : []),
    ...(isInsecure(new URL(address)) ? [finding('insecure', told`${address} comes over http.`)] : []),
    ...embedFindings(embeds, document, reference, parsePage),
    ...addressFindings(document, base, address, reference),
    ...(await scriptFindings(scripts, embeds, place, reference, fetcher, today)),
    ...policyFindings({ document, base, url: address, headers }, scripts, embeds, reference),
    ...(await framePageFindings(embeds, base, place, reference, fetcher)),
    ...ownTextFindings(document, html, embeds, reference),
    ...directionFindings(document, html),
  ];
  let isEmpty = !embeds.length;
  let isLaterCut = false;
  if (browser && (isNamed || /havn/i.test(html))) {
    const visit = await browser.visit(place, embeds, scripts, end - Date.now());
    isEmpty &&= !visit.elements.length;
    const withoutScript = withoutBundled(findings, visit.elements);
    const isUndefinedTold = withoutScript.some(({ rule }) => rule === 'script-missing');
    findings = [
      ...withoutScript,
      // Said already.
      ...visit.findings.filter(({ rule }) => !(isUndefinedTold && rule === 'element-not-shown')),
    ];
    if (visit.later) findings.push(...laterFindings(visit.later, address, findings, reference));
    isLaterCut = visit.later?.html.length === mostOfHtml;
  }
  if (isNamed && isEmpty)
    findings.push(
      finding('nothing-embedded', 'There is no element, placeholder, frame or plain HTML of Havn.'),
    );
  const frames = embeds.filter(({ way }) => way === 'frame').length;
  const leftOut = [
    ...(found.length > mostEmbeds ? [`the first ${mostEmbeds} elements are looked at`] : []),
    ...(isCut ? [`the first ${mostScripts} scripts are read`] : []),
    ...(frames > mostFrames ? [`the first ${mostFrames} frames are read`] : []),
    ...(isLaterCut
      ? [`the first ${mostOfHtml / 1_000_000} MB of what scripts have made of it are read`]
      : []),
    ...(findings.length > mostFindings ? [`the worst ${mostFindings} findings are told`] : []),
  ];
  return {
    url,
    ...(address !== url && { address }),
    isRead: true,
    elements: embeds.map(embed => ({
      way: embed.way,
      element: embed.name.slice(0, mostOfName),
      language: expectedLanguage(embed, reference),
    })),
    scripts: scripts.map(({ url: src, file, version, hash, isCurrent }) => ({
      url: src.slice(0, mostOfAddress),
      file: file.slice(0, mostOfAddress),
      version,
      hash,
      isCurrent,
    })),
    findings: findings.sort(worstFirst).slice(0, mostFindings),
    leftOut: leftOut.map(what => told`Of ${url} only ${what}.`),
  };
}
