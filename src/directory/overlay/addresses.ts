/** Web and e-mail addresses: which look like those of a national service, or hide where they lead. */
import { claims } from '../generated/national-names.js';
import { joined } from './as-seen.js';
import { anyPolice, endsInPolice, holdsEmergencyName, type NameRules } from './names.js';
import { givesEmergency } from './numbers-in-figures.js';

/**
 * Whether an address contains the name or the number of the helpline, looks like one of the police or of another
 * authority that people write to, or hides where it leads.
 */
export function posesAsNational(address: string, rules: NameRules): boolean {
  const host = withoutScheme(address).replace(/[/?#].*$/s, '');
  const seen = host.replace(/[.@_+-]/g, ' ');
  if (rules.namesHelpline(seen) || rules.holdsHelpline(seen) || shorteners.has(host.toLowerCase()))
    return true;
  const [domain = '', mailbox = ''] = host.split('@').reverse();
  const isNamed = (part: string) => isOfAuthority(part) || authorities.has(joined(part));
  const parts = domain.toLowerCase().split(/[.-]/);
  // A municipality may well have a mailbox called "nav" on its own domain.
  const isAnybodys = parts.some(part => mailers.has(part));
  return parts.some(isNamed) || mailbox.split(/[._+-]/).some(isAnybodys ? isNamed : isOfAuthority);
}
const shorteners: ReadonlySet<string> = new Set(claims.shorteners);
const mailers: ReadonlySet<string> = new Set(claims.mailers);
const authorities: ReadonlySet<string> = new Set(claims.hosts.map(joined));
/** "politiet", "norgespoliti", "ring112", "nodnummer". */
const isOfAuthority = (part: string): boolean =>
  endsInPolice(part) || anyPolice.test(joined(part)) || givesEmergency(part) || holdsEmergencyName(part);

/** An address as its button shows it. */
export const withoutScheme = (address: string): string => address.replace(/^https?:\/\//i, '');
