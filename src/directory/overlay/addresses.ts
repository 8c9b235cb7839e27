/** Web and e-mail addresses: which look like those of a national service, or hide where they lead. */
import { claims } from '../generated/national-names.js';
import { anyOf, joined } from './as-seen.js';
import { anyPolice, endsInPolice, holdsEmergencyName } from './claimed-words.js';
import type { NameRules } from './names.js';
import { givesEmergency } from './numbers-in-figures.js';

/**
 * Whether an address contains the name or the number of the helpline, looks like one of the police or of another
 * authority that people write to, or hides where it leads.
 */
export function posesAsNational(address: string, rules: NameRules): boolean {
  const host = hostOf(address);
  const seen = host.replace(/[.@_+-]/g, ' ');
  if (rules.namesHelpline(seen) || rules.holdsHelpline(seen) || shorteners.has(host)) return true;
  const [domain = '', mailbox = ''] = host.split('@').reverse();
  const isNamed = (part: string) => isOfAuthority(part) || authorities.test(joined(part.replace(/\d+$/, '')));
  const parts = domain.split(/[.-]/);
  // A municipality may well have a mailbox with the name of an authority on its own domain.
  const isAnybodys = parts.some(part => mailers.has(part));
  const isShared = isOfMany(domain);
  return (
    parts.some(isShared ? isOfAuthority : isNamed) ||
    authorities.test(joined(domain)) ||
    mailbox.split(/[._+-]/).some(isAnybodys ? isNamed : isShared ? isTheirs : isOfAuthority)
  );
}

/** The host of a web address, or the whole of an e-mail address. */
export const hostOf = (address: string): string =>
  withoutScheme(address)
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/[/?#\\].*$/s, '')
    .replace(/\.?(?::\d*)?$/, '');

/** Whether a host ends as those of many others do, such as all municipalities. */
const isOfMany = (host: string): boolean => claims.shared_hosts.some(end => `.${host}`.endsWith(`.${end}`));

/** The last two parts of a host, or none if the address is no plain one, or those are shared by many. */
export const domainOf = (address: string): string => {
  const [, domain = ''] = /(?:^|[.@])([a-z\d-]+\.[a-z]{2,})$/.exec(hostOf(address)) ?? [];
  return isOfMany(domain) ? '' : domain;
};

/** Whether a text is a name of a host and nothing else. */
export const isWebHost = (text: string): boolean => /^(?:[a-z\d-]+\.)+[a-z]{2,}$/.test(text);

const shorteners: ReadonlySet<string> = new Set(claims.shorteners);
const mailers: ReadonlySet<string> = new Set(claims.mailers);
const beside = `(?:${anyOf(claims.beside_hosts.map(joined))})?`;
/** The name of an authority, also together with a word such as "my" or that of a town. */
const authorities = new RegExp(`^${beside}(?:${anyOf(claims.hosts.map(joined))})${beside}$`);
/** Such as "thepolice" or "call112". In the name of a mailbox, "policecontact" is the municipality's. */
const isTheirs = (part: string): boolean =>
  endsInPolice(part) || givesEmergency(part) || holdsEmergencyName(part);
/** The same, and the police within a longer word. */
const isOfAuthority = (part: string): boolean => isTheirs(part) || anyPolice.test(joined(part));

/** An address as its button shows it. */
export const withoutScheme = (address: string): string => address.replace(/^https?:\/\//i, '');
