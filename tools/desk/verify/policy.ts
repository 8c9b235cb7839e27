/** Content-Security-Policy as far as Havn meets it: https://www.w3.org/TR/CSP3/ */
import parsePolicy from 'content-security-policy-parser';

type Policy = Map<string, string[]>;

/**
 * The policies of a page, each of which must allow a thing. Those that only report are none.
 * @param metas the policies in the page itself
 */
export const policiesOf = (headers: Headers, metas: string[]): Policy[] =>
  [...(headers.get('content-security-policy') ?? '').split(','), ...metas].map(text => parsePolicy(text));

/** Which directives speak of a thing, the first that is there. */
const directives = {
  script: ['script-src-elem', 'script-src', 'default-src'],
  style: ['style-src-elem', 'style-src', 'default-src'],
  frame: ['frame-src', 'child-src', 'default-src'],
  connect: ['connect-src', 'default-src'],
};
export type Kind = keyof typeof directives;

/** @param pattern with a star for what comes before */
const fitsHost = (pattern: string, host: string) =>
  pattern === '*' || (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : pattern === host);

function fitsSource(pattern: string, url: URL, page: URL) {
  if (pattern === '*') return /^https?:$/.test(url.protocol) || url.protocol === page.protocol;
  if (/^[a-z][\w+.-]*:$/i.test(pattern))
    return pattern.toLowerCase() === url.protocol || (/^http:$/i.test(pattern) && url.protocol === 'https:');
  const [, scheme = page.protocol, host, port = '', path = ''] =
    /^(?:([a-z][\w+.-]*:)\/\/)?([\w.*-]+|\[[\da-f:]+\])(?::(\d+|\*))?(\/.*)?$/i.exec(pattern) ?? [];
  if (!host) return false;
  const isScheme =
    scheme.toLowerCase() === url.protocol || (/^http:$/i.test(scheme) && url.protocol === 'https:');
  const usual = url.protocol === 'https:' ? '443' : '80';
  const isPort = port === '*' || (port || usual) === (url.port || usual);
  // A folder allows all in it, a file itself alone.
  const isPath =
    !path || path === '/' || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path);
  return isScheme && fitsHost(host.toLowerCase(), url.hostname) && isPort && isPath;
}

const fitsAny = (sources: string[], url: URL, page: URL) =>
  sources.some(source =>
    source.toLowerCase() === "'self'" ? url.origin === page.origin : fitsSource(source, url, page),
  );

/** The sources that a policy names for a thing; `undefined`: it does not speak of it. */
function sourcesFor(policy: Policy, kind: Kind) {
  const name = directives[kind].find(directive => policy.has(directive));
  return name === undefined ? undefined : { name, sources: policy.get(name) ?? [] };
}

export interface Wish {
  url: string;
  page: string;
  nonce?: string | undefined;
  /** of its `integrity` */
  hashes?: string[];
  /** by a script that is allowed: what 'strict-dynamic' lets pass */
  isBrought?: boolean;
}

/** The directive that does not allow a thing; `undefined`: all do. */
export function refusalOf(
  policies: Policy[],
  kind: Kind,
  { url, page, nonce, hashes = [], isBrought }: Wish,
) {
  for (const policy of policies) {
    const directive = sourcesFor(policy, kind);
    if (!directive) continue;
    const { name, sources } = directive;
    const isNonce = Boolean(nonce) && sources.includes(`'nonce-${nonce}'`);
    // Every hash of `integrity` must be one of those that the policy names.
    const isHash = hashes.length > 0 && hashes.every(hash => sources.includes(`'${hash}'`));
    const isStrict = kind === 'script' && sources.some(source => source.toLowerCase() === "'strict-dynamic'");
    if (kind === 'script' && (isNonce || isHash || (isStrict && isBrought))) continue;
    if (!isStrict && fitsAny(sources, new URL(url), new URL(page))) continue;
    return `${name} ${sources.join(' ') || "'none'"}`;
  }
  return undefined;
}

/** Whether a Trusted Types policy of a name may be made; else the directive that forbids it. */
export function trustedTypesRefusal(policies: Policy[], name: string) {
  for (const policy of policies) {
    const names = policy.get('trusted-types');
    if (!names || names.includes('*') || names.includes(name)) continue;
    // Where nothing has to be trusted, Havn does without.
    if (!policies.some(other => other.has('require-trusted-types-for'))) continue;
    return `trusted-types ${names.join(' ')}`.trim();
  }
  return undefined;
}

/** The `sandbox` that forbids scripts. */
export const isWithoutScripts = (policies: Policy[]) =>
  policies.some(policy => {
    const flags = policy.get('sandbox');
    return flags && !flags.some(flag => flag.toLowerCase() === 'allow-scripts');
  });

/** Whether a page may show another in a frame, by what the other's policies say. */
export const isFrameable = (policies: Policy[], url: string, page: string) =>
  policies.every(policy => {
    const ancestors = policy.get('frame-ancestors');
    return (
      !ancestors ||
      fitsAny(
        ancestors.map(source => (source.toLowerCase() === "'self'" ? new URL(url).origin : source)),
        new URL(page),
        new URL(url),
      )
    );
  });
