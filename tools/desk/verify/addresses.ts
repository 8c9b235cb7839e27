/** Which addresses of machines are of a network of one's own: what a public page names may not lead there. */
import dns from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const ownSubnets: [address: string, length: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // What clouds tell their machines stands at 169.254.169.254.
  ['169.254.0.0', 16],
  // Where Azure answers its machines, in the middle of public addresses.
  ['168.63.129.16', 32],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  // Once on the way to IPv6; nobody's now.
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
];

// Of IPv6 what is given out to the public, and NAT64, by which a network without IPv4 has the pages of the others.
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
global.addSubnet('64:ff9b::', 96, 'ipv6');
const own = new BlockList();
// Where tunnels end.
own.addSubnet('2001::', 32, 'ipv6');
// For examples in documents.
own.addSubnet('2001:db8::', 32, 'ipv6');
for (const [address, length] of ownSubnets) {
  own.addSubnet(address, length, 'ipv4');
  // The same in the addresses of NAT64 and of 6to4: anybody may have one of these, and they lead where the end of them says.
  own.addSubnet(`64:ff9b::${address}`, 96 + length, 'ipv6');
  const [first = 0, second = 0, third = 0, fourth = 0] = address.split('.').map(Number);
  const groups = [first * 256 + second, third * 256 + fourth].map(group => group.toString(16));
  own.addSubnet(`2002:${groups.join(':')}::`, 16 + length, 'ipv6');
}

// What answers there is of a network of one's own. Elsewhere it may be anybody: a VPN gives out 198.18.0.0/15 for any name.
const inside = new BlockList();
for (const [address, length] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  inside.addSubnet(address, length, 'ipv4');
inside.addAddress('::1', 'ipv6');
inside.addSubnet('fc00::', 7, 'ipv6');
inside.addSubnet('fe80::', 10, 'ipv6');

/** An address without its interface, and one of IPv4 as such. */
function bareOf(address: string) {
  const [bare = ''] = address.split('%');
  const [, mapped = bare] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare) ?? [];
  return mapped;
}

const isIn = (list: BlockList, address: string) =>
  isIP(address) > 0 && list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');

/**
 * Whether what answers at an address is of a network of one's own for sure. Else what it names may not lead into one.
 */
export const isInside = (address: string) => isIn(inside, bareOf(address));

/** Whether a machine is reached from a network of its own alone. What is no address is taken for one that is. */
export function isPrivate(address: string) {
  const bare = bareOf(address);
  return !isIP(bare) || isIn(own, bare) || (isIP(bare) === 6 && !isIn(global, bare));
}

// Where clouds tell a machine its keys, whichever way it is written.
const metadata = new BlockList();
metadata.addSubnet('169.254.0.0', 16, 'ipv4');
const keepers = ['100.100.100.200', '168.63.129.16', '192.0.0.192'];
for (const address of keepers) metadata.addAddress(address, 'ipv4');
metadata.addSubnet('fe80::', 10, 'ipv6');
// All of Amazon's.
metadata.addSubnet('fd00:ec2::', 32, 'ipv6');
for (const address of ['fd00:42::42', 'fd20:ce::254']) metadata.addAddress(address, 'ipv6');
// What IPv6 may lead to by an address of IPv4 at its end.
for (const prefix of ['::', '64:ff9b::', '64:ff9b:1::']) {
  metadata.addSubnet(`${prefix}a9fe:0`, 112, 'ipv6');
  for (const address of keepers) metadata.addAddress(prefix + address, 'ipv6');
}
metadata.addSubnet('2002:a9fe::', 32, 'ipv6');

/** Whether an address is of the link alone, where no page is. */
const isMetadata = (address: string) => isIn(metadata, address.replace(/%.*/s, ''));

/** An address that is left alone, and why. */
export class Closed extends Error {}

export interface Bounds {
  isClosed: (address: string) => boolean;
  reason: string;
}

/**
 * What is left alone: a private network for what a public page names, and the addresses of the link for all.
 * @param isOwn which addresses are of a private network
 */
export const boundsOf = (isPublic: boolean, isOwn: (address: string) => boolean = isPrivate): Bounds =>
  isPublic
    ? { isClosed: isOwn, reason: 'leads from a public page into a private network' }
    : {
        isClosed: isMetadata,
        reason: 'leads to an address of the machine (169.254), where clouds keep keys',
      };

/**
 * Asks for the addresses of a name as `dns.lookup` does, and answers with those that pass. What is connected to is what
 * has passed, whatever the name answers the next time.
 */
export const lookupOf =
  ({ isClosed, reason }: Bounds): LookupFunction =>
  (hostname, options, callback) => {
    dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const open = error ? [] : addresses.filter(({ address }) => !isClosed(address));
      const [first] = open;
      if (!first) callback(error ?? new Closed(reason), '', 0);
      else if (options.all) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };

/** The host of an address, as it is connected to. */
export const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '');

/** Whether a host is an address that is closed; a name is looked up first. */
export const isClosedAddress = (host: string, isClosed: (address: string) => boolean) =>
  isIP(host) > 0 && isClosed(host);
