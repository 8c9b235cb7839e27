/** Which addresses of machines are of a network of one's own: what a public page names may not lead there. */
import dns from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const own = new BlockList();
for (const [address, length] of [
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
] as [string, number][])
  own.addSubnet(address, length, 'ipv4');

// Of IPv6 what is given out to the public, without what leads to an IPv4 address.
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
const leading = new BlockList();
leading.addSubnet('2001::', 32, 'ipv6');
leading.addSubnet('2002::', 16, 'ipv6');
// For examples in documents.
leading.addSubnet('2001:db8::', 32, 'ipv6');

/**
 * Whether a machine is reached from a network of its own alone. What is no address is taken for one that is.
 * @param address of IPv4 or IPv6
 */
export function isPrivate(address: string) {
  const [, mapped = address] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (isIP(mapped) === 4) return own.check(mapped, 'ipv4');
  return isIP(mapped) !== 6 || !global.check(mapped, 'ipv6') || leading.check(mapped, 'ipv6');
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

/**
 * Whether an address is of the link alone, where no page is.
 * @param address of IPv4 or IPv6
 */
function isMetadata(address: string) {
  const [bare = ''] = address.split('%');
  return isIP(bare) > 0 && metadata.check(bare, isIP(bare) === 4 ? 'ipv4' : 'ipv6');
}

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
