/** One page: read without script, then tried with it. */
import { embedFindings, embedsIn, expectedLanguage } from './embeds.js';
import { textOf, Unreachable } from './fetching.js';
import { framePageFindings } from './frames.js';
import { attribute, elementsIn, lineOf, parsePage } from './html.js';
import { ownTextFindings } from './own-text.js';
import { policyFindings } from './policies.js';
import { finding } from './rules.js';
import { isInsecure, scriptFindings, scriptsIn } from './scripts.js';

/** @typedef {import('./rules.js').Finding} Finding */

/**
 * @typedef {object} PageReport
 * @property {string} url as it was named
 * @property {string} [address] where it is, if that is elsewhere
 * @property {boolean} isRead
 * @property {{way: string, element: string, language: string}[]} elements
 * @property {{url: string, file: string, version?: string, hash?: string, isCurrent: boolean}[]} scripts
 * @property {Finding[]} findings the worst first, in the order of the page
 */

/**
 * @typedef {object} Context
 * @property {import('./reference.js').Reference} reference
 * @property {import('./fetching.js').Fetcher} fetcher
 * @property {Awaited<ReturnType<typeof import('./browser.js').openBrowser>>} browser
 * @property {Date} today
 */

/** @type {readonly string[]} */
const levels = ['error', 'warning', 'note'];

/** @param {Finding} one @param {Finding} other */
const worstFirst = (one, other) =>
  levels.indexOf(one.level) - levels.indexOf(other.level) ||
  (one.place?.line ?? 0) - (other.place?.line ?? 0) ||
  (one.place?.column ?? 0) - (other.place?.column ?? 0);

/** @param {import('./html.js').Document} document @param {string} url */
function baseOf(document, url) {
  const base = [...elementsIn(document)].find(({ tagName }) => tagName === 'base');
  const href = base ? (attribute(base, 'href') ?? '') : '';
  return URL.canParse(href, url) ? new URL(href, url).href : url;
}

/** @param {string} url @param {string} reason @returns {PageReport} */
const unreachable = (url, reason) => ({
  url,
  isRead: false,
  elements: [],
  scripts: [],
  findings: [finding('page-unreachable', `${url} ${reason}.`)],
});

/** What the HTML alone cannot know: an element may come with a bundle. @param {Finding[]} findings @param {import('./browser.js').Seen[]} elements */
function withoutBundled(findings, elements) {
  const isDefined = elements.length > 0 && elements.every(({ isShown, version }) => isShown && version);
  const isMissing = findings.some(({ rule }) => rule === 'script-missing');
  if (!isMissing || !isDefined) return findings;
  return [
    ...findings.filter(({ rule }) => rule !== 'script-missing'),
    finding('script-bundled', 'The elements are defined by a script of the page.'),
  ];
}

/**
 * @param {string} url
 * @param {boolean} isNamed whether somebody has named it, and not a sitemap: then Havn has to be on it
 * @param {Context} context
 * @returns {Promise<PageReport>}
 */
export async function verifyPage(url, isNamed, { reference, fetcher, browser, today }) {
  /** @type {import('./fetching.js').Answer} */
  let answer;
  try {
    answer = await fetcher.read(url);
  } catch (error) {
    if (error instanceof Unreachable) return unreachable(url, error.message);
    throw error;
  }
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status !== 200) return unreachable(url, `answers ${answer.status}`);
  if (!/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type))
    return unreachable(url, `is no HTML page but ${type || 'nothing'}`);

  const html = textOf(answer);
  const document = parsePage(html);
  const { url: address, redirects, headers } = answer;
  const base = baseOf(document, address);
  const embeds = embedsIn(document, base, reference);
  const scripts = await scriptsIn(document, base, address, reference, fetcher);
  const read = (/** @type {string} */ piece) => lineOf(parsePage(piece));

  /** @type {Finding[]} */
  let findings = [
    ...(redirects.length
      ? [finding('redirected', `${redirects.join(' leads to ')} leads to ${address}.`)]
      : []),
    ...(isInsecure(new URL(address)) ? [finding('insecure', `${address} comes over http.`)] : []),
    ...embedFindings(embeds, document, reference, read),
    ...(await scriptFindings(scripts, embeds, address, reference, fetcher, today)),
    ...policyFindings({ document, base, url: address, headers }, scripts, embeds, reference),
    ...(await framePageFindings(embeds, base, address, reference, fetcher)),
    ...ownTextFindings(document, html, embeds, reference),
  ];
  let isEmpty = !embeds.length;
  if (browser && (isNamed || /havn/i.test(html))) {
    const visit = await browser.visit(address, embeds, scripts);
    isEmpty &&= !visit.elements.length;
    const isUndefinedTold = findings.some(({ rule }) => rule === 'script-missing');
    findings = [
      ...withoutBundled(findings, visit.elements),
      // Said already.
      ...visit.findings.filter(({ rule }) => !(isUndefinedTold && rule === 'element-not-shown')),
    ];
  }
  if (isNamed && isEmpty)
    findings.push(
      finding('nothing-embedded', 'There is no element, placeholder, frame or plain HTML of Havn.'),
    );
  return {
    url,
    ...(address !== url && { address }),
    isRead: true,
    elements: embeds.map(embed => ({
      way: embed.way,
      element: embed.name,
      language: expectedLanguage(embed, reference),
    })),
    scripts: scripts.map(({ url: src, file, version, hash, isCurrent }) => ({
      url: src,
      file,
      version,
      hash,
      isCurrent,
    })),
    findings: findings.sort(worstFirst),
  };
}
