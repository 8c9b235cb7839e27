/** The pages of Havn that a page shows in frames. */
import { told } from '../plain.js';
import { type Embed, nameInWords } from './embeds.js';
import { type Fetcher, Unreachable } from './fetching.js';
import { attribute, placeOf } from './html.js';
import { isFrameable, policiesOf } from './policy.js';
import type { Reference } from './reference.js';
import { type Finding, finding, type RuleId } from './rules.js';
import { isInsecure, type PageAddress } from './scripts.js';

/** How many frames of a page are read. */
export const mostFrames = 20;

/** @param page why the frame stays empty, in words */
function refusalOf(headers: Headers, url: string, page: string) {
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

/** @param place of the page */
export async function framePageFindings(
  embeds: Embed[],
  base: string,
  { address: page, isPublic }: PageAddress,
  reference: Reference,
  fetcher: Fetcher,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const embed of embeds.filter(({ way }) => way === 'frame').slice(0, mostFrames)) {
    const place = placeOf(embed.node);
    if (attribute(embed.node, 'srcdoc') !== undefined) continue;
    const address = new URL(attribute(embed.node, 'src') ?? '', base);
    const tell = (rule: RuleId, message: string) => void findings.push(finding(rule, message, place));
    if (isInsecure(address) && address.origin !== new URL(page).origin)
      tell('script-insecure', told`${nameInWords(embed)} comes over http.`);
    try {
      const { url, status, headers, hashes } = await fetcher.readOnce(address.href, {
        address: page,
        isPublic,
      });
      if (status !== 200) {
        tell('frame-unreachable', told`${address.href} answers ${status}.`);
        continue;
      }
      const refusal = refusalOf(headers, address.href, page);
      if (refusal) tell('frame-refused', told`${address.href}: ${refusal}.`);
      const [, file = ''] = /\/(frame\/[\w.-]+)$/.exec(address.pathname) ?? [];
      if (!reference.integrity) continue;
      if (reference.integrity[file] !== hashes.sha384) {
        tell('build-other', told`${address.href} is not ${file} of this build.`);
        continue;
      }
      tell('build-current', told`${address.href} is ${file} of this build.`);
      // Its HTML holds them to no hash: what they show may be older, or changed.
      for (const script of ['frame/frame.js', `elements/${embed.name}.js`]) {
        const { href } = new URL(`../${script}`, url);
        const beside = await fetcher.readOnce(href, { address: page, isPublic });
        if (beside.status !== 200) tell('frame-unreachable', told`${href} answers ${beside.status}.`);
        else if (reference.integrity[script] !== beside.hashes.sha384)
          tell('build-other', told`${href} is not ${script} of this build.`);
      }
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      tell('frame-unreachable', told`${address.href} ${error.message}.`);
    }
  }
  return findings;
}
