/** Whether the policies of a page let Havn do what it does. docs/embedding.md has the tables. */
import { told } from '../plain.js';
import { type Embed, nameInWords } from './embeds.js';
import { attribute, type Document, type Element, elementsIn, placeOf } from './html.js';
import {
  isWithoutScripts,
  type Kind,
  policiesOf,
  refusalOf,
  trustedTypesRefusal,
  type Wish,
} from './policy.js';
import type { Reference } from './reference.js';
import { type Finding, finding, type RuleId } from './rules.js';
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

  /** @param what does not come, as the page names it */
  function refused(
    rule: RuleId,
    kind: Kind,
    { node, url, what = url, ...wish }: Omit<Wish, 'page'> & { node: Element; what?: string },
  ): Finding[] {
    const refusal = refusalOf(policies, kind, { url, page, ...wish });
    return refusal ? [finding(rule, told`\`${refusal}\` does not allow ${what}.`, placeOf(node))] : [];
  }

  const blocked = scripts.flatMap(({ node, url }) => {
    const nonce = attribute(node, 'nonce');
    const hashes = hashesOf(attribute(node, 'integrity') ?? '');
    const isUnchecked =
      isAsked &&
      !(
        hashes.length &&
        (attribute(node, 'crossorigin') !== undefined || new URL(url).origin === new URL(page).origin)
      );
    return [
      ...refused('policy-script', 'script', { node, url, nonce, hashes }),
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
  const languages = languageFilesOf(scripts, elements, reference).flatMap(({ script: { node }, file, url }) =>
    refused('policy-language', 'script', {
      node,
      url,
      nonce: attribute(node, 'nonce'),
      hashes: integrity[file] ? [integrity[file]] : [],
      isBrought: true,
    }),
  );
  const types = first && trustedTypesRefusal(policies, 'havn');
  const frames = embeds.flatMap(embed => {
    if (embed.way !== 'frame') return [];
    const { node } = embed;
    const { href: url } = new URL(attribute(node, 'src') ?? '', base);
    return refused('policy-frame', 'frame', { node, url, what: nameInWords(embed) });
  });
  const styles = [...elementsIn(document)].flatMap(node => {
    const href = node.tagName === 'link' ? (attribute(node, 'href') ?? '') : '';
    if (!/\/havn\.css(?:[?#]|$)/.test(href) || !URL.canParse(href, base)) return [];
    const { href: url } = new URL(href, base);
    return refused('policy-style', 'style', { node, url, what: href, nonce: attribute(node, 'nonce') });
  });
  const named = [
    ...scripts.map(({ node }) => ({ node, address: attribute(node, 'data-facts') })),
    ...elements
      .filter(({ name }) => reference.contracts.get(`havn-${name}`)?.has('src'))
      .map(({ node, attributes }) => ({ node, address: attributes.src })),
  ].flatMap(({ node, address }) => {
    if (!address || !URL.canParse(address, base)) return [];
    return refused('policy-connect', 'connect', { node, url: new URL(address, base).href, what: address });
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
