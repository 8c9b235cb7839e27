/** The pages of Havn that a page shows in frames. */
import { told } from '../plain.js';
import { nameInWords } from './embeds.js';
import { Unreachable } from './fetching.js';
import { attribute, placeOf } from './html.js';
import { isFrameable, policiesOf } from './policy.js';
import { finding } from './rules.js';
import { isInsecure } from './scripts.js';

/** @typedef {import('./rules.js').Finding} Finding */

/** How many frames of a page are read. */
export const mostFrames = 20;

/** @param {Headers} headers @param {string} url @param {string} page why the frame stays empty, in words */
function refusalOf(headers, url, page) {
  const policies = policiesOf(headers, []);
  // A browser that finds `frame-ancestors` reads no X-Frame-Options.
  if (policies.some(policy => policy.has('frame-ancestors')))
    return isFrameable(policies, url, page) ? undefined : '`frame-ancestors` does not name the page';
  const options = headers.get('x-frame-options')?.trim().toLowerCase();
  const isSame = new URL(url).origin === new URL(page).origin;
  return options === 'deny' || (options === 'sameorigin' && !isSame)
    ? `X-Frame-Options is ${options.toUpperCase()}`
    : undefined;
}

/**
 * @param {import('./embeds.js').Embed[]} embeds
 * @param {string} base
 * @param {import('./scripts.js').Place} place of the page
 * @param {import('./reference.js').Reference} reference
 * @param {import('./fetching.js').Fetcher} fetcher
 * @returns {Promise<Finding[]>}
 */
export async function framePageFindings(embeds, base, { address: page, isPublic }, reference, fetcher) {
  /** @type {Finding[]} */
  const findings = [];
  for (const embed of embeds.filter(({ way }) => way === 'frame').slice(0, mostFrames)) {
    const place = placeOf(embed.node);
    const address = new URL(attribute(embed.node, 'src') ?? '', base);
    const tell = (/** @type {import('./rules.js').RuleId} */ rule, /** @type {string} */ message) =>
      void findings.push(finding(rule, message, place));
    if (isInsecure(address) && address.origin !== new URL(page).origin)
      tell('script-insecure', told`${nameInWords(embed)} comes over http.`);
    try {
      const { status, headers, hashes } = await fetcher.readOnce(address.href, { address: page, isPublic });
      if (status !== 200) {
        tell('frame-unreachable', told`${address.href} answers ${status}.`);
        continue;
      }
      const refusal = refusalOf(headers, address.href, page);
      if (refusal) tell('frame-refused', told`${address.href}: ${refusal}.`);
      const [, file = ''] = /\/(frame\/[\w.-]+)$/.exec(address.pathname) ?? [];
      if (!reference.integrity) continue;
      if (reference.integrity[file] === hashes.sha384)
        tell('build-current', told`${address.href} is ${file} of this build.`);
      else tell('build-other', told`${address.href} is not ${file} of this build.`);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      tell('frame-unreachable', told`${address.href} ${error.message}.`);
    }
  }
  return findings;
}
