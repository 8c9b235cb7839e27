/** Whether the policies of a page let Havn do what it does. docs/embedding.md has the tables. */
import { told } from '../plain.js';
import { type Embed, nameInWords } from './embeds.js';
import { attribute, type Document, elementsIn, placeOf } from './html.js';
import { isWithoutScripts, policiesOf, refusalOf, trustedTypesRefusal } from './policy.js';
import type { Reference } from './reference.js';
import { type Finding, finding } from './rules.js';
import { hashesOf, languageFilesOf, type Script } from './scripts.js';

/** The policies that stand in the page. */
const metasIn = (document: Document) =>
  [...elementsIn(document)]
    .filter(
      node =>
        node.tagName === 'meta' && /^content-security-policy$/i.test(attribute(node, 'http-equiv') ?? ''),
    )
    .map(node => attribute(node, 'content') ?? '');

export function policyFindings(
  { document, base, url: page, headers }: { document: Document; base: string; url: string; headers: Headers },
  scripts: Script[],
  embeds: Embed[],
  reference: Reference,
): Finding[] {
  const policies = policiesOf(headers, metasIn(document));
  const isAsked = /blocked-destinations=\([^)]*\bscript\b/.test(headers.get('integrity-policy') ?? '');
  const { integrity = {} } = reference;
  const elements = embeds.filter(({ way }) => way === 'tag' || way === 'placeholder');
  const [first] = elements;

  const blocked = scripts.flatMap(({ node, url }) => {
    const nonce = attribute(node, 'nonce');
    const hashes = hashesOf(attribute(node, 'integrity') ?? '');
    const refusal = refusalOf(policies, 'script', { url, page, nonce, hashes });
    const isUnchecked =
      isAsked &&
      !(
        hashes.length &&
        (attribute(node, 'crossorigin') !== undefined || new URL(url).origin === new URL(page).origin)
      );
    return [
      ...(refusal
        ? [finding('policy-script', told`\`${refusal}\` does not allow ${url}.`, placeOf(node))]
        : []),
      ...(isUnchecked
        ? [
            finding(
              'policy-integrity',
              told`Integrity-Policy does not allow ${url}, which has no integrity.`,
              placeOf(node),
            ),
          ]
        : []),
    ];
  });
  const languages = languageFilesOf(scripts, elements, reference).flatMap(({ script, file, url }) => {
    const refusal = refusalOf(policies, 'script', {
      url,
      page,
      nonce: attribute(script.node, 'nonce'),
      hashes: integrity[file] ? [integrity[file]] : [],
      isBrought: true,
    });
    return refusal
      ? [finding('policy-language', told`\`${refusal}\` does not allow ${url}.`, placeOf(script.node))]
      : [];
  });
  const types = first && trustedTypesRefusal(policies, 'havn');
  const frames = embeds.flatMap(embed => {
    if (embed.way !== 'frame') return [];
    const { href } = new URL(attribute(embed.node, 'src') ?? '', base);
    const refusal = refusalOf(policies, 'frame', { url: href, page });
    return refusal
      ? [
          finding(
            'policy-frame',
            told`\`${refusal}\` does not allow ${nameInWords(embed)}.`,
            placeOf(embed.node),
          ),
        ]
      : [];
  });
  const styles = [...elementsIn(document)].flatMap(node => {
    const href = node.tagName === 'link' ? (attribute(node, 'href') ?? '') : '';
    if (!/\/havn\.css(?:[?#]|$)/.test(href) || !URL.canParse(href, base)) return [];
    const refusal = refusalOf(policies, 'style', {
      url: new URL(href, base).href,
      page,
      nonce: attribute(node, 'nonce'),
    });
    return refusal
      ? [finding('policy-style', told`\`${refusal}\` does not allow ${href}.`, placeOf(node))]
      : [];
  });
  const named = [
    ...scripts.map(({ node }) => ({ node, address: attribute(node, 'data-facts') })),
    ...elements
      .filter(({ name }) => reference.contracts.get(`havn-${name}`)?.has('src'))
      .map(({ node, attributes }) => ({ node, address: attributes.src })),
  ].flatMap(({ node, address }) => {
    if (!address || !URL.canParse(address, base)) return [];
    const refusal = refusalOf(policies, 'connect', { url: new URL(address, base).href, page });
    return refusal
      ? [finding('policy-connect', told`\`${refusal}\` does not allow ${address}.`, placeOf(node))]
      : [];
  });

  return [
    ...(first && isWithoutScripts(policies)
      ? [finding('policy-sandbox', 'The policy has `sandbox` without allow-scripts.', placeOf(first.node))]
      : []),
    ...blocked,
    ...languages,
    ...(types
      ? [
          finding(
            'policy-trusted-types',
            told`\`${types}\` does not have the name havn.`,
            placeOf(first.node),
          ),
        ]
      : []),
    ...frames,
    ...styles,
    ...named,
  ];
}
