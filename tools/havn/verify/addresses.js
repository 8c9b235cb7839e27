/** Which addresses of machines are of a network of one's own: what a public page names may not lead there. */
import dns from 'node:dns';
import { BlockList, isIP } from 'node:net';

const own = new BlockList();
for (const [address, length] of /** @type {[string, number][]} */ ([
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // What clouds tell their machines stands at 169.254.169.254.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
]))
  own.addSubnet(address, length, 'ipv4');

// Of IPv6 what is given out to the public, without what leads to an IPv4 address.
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
const leading = new BlockList();
leading.addSubnet('2001::', 32, 'ipv6');
leading.addSubnet('2002::', 16, 'ipv6');

/**
 * Whether a machine is reached from a network of its own alone. What is no address is taken for one that is.
 * @param {string} address of IPv4 or IPv6
 */
export function isPrivate(address) {
  const [, mapped = address] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (isIP(mapped) === 4) return own.check(mapped, 'ipv4');
  return isIP(mapped) !== 6 || !global.check(mapped, 'ipv6') || leading.check(mapped, 'ipv6');
}

/** Why an address is left alone. */
export const privateReason = 'leads from a public page into a private network';

/**
 * Asks for the addresses of a name as `dns.lookup` does, and answers with those that pass. What is connected to is what
 * has passed, whatever the name answers the next time.
 * @param {(address: string) => boolean} isClosed
 * @returns {import('node:net').LookupFunction}
 */
export const lookupOf = isClosed => (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const open = error ? [] : addresses.filter(({ address }) => !isClosed(address));
    const [first] = open;
    if (!first) callback(error ?? new Error(privateReason), '', 0);
    else if (options.all) callback(null, open);
    else callback(null, first.address, first.family);
  });
};

/** The host of an address, as it is connected to. @param {URL} url */
export const hostOf = ({ hostname }) => hostname.replace(/^\[|\]$/g, '');

/** Whether a host is an address that is closed; a name is looked up first. @param {string} host @param {(address: string) => boolean} isClosed */
export const isClosedAddress = (host, isClosed) => isIP(host) > 0 && isClosed(host);
