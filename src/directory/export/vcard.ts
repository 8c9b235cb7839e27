import { dialable, safeLink } from '../../safety/links.js';
import type { Organization, Service } from '../types.js';

/** RFC 6350: a line has at most so many octets, its break not counted. */
const longestLine = 75;

/** In UTF-8, where half a character becomes U+FFFD. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) || 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** A line of a vCard, or of an iCalendar object, in as many as it needs. */
export function folded(line: string): string {
  let text = '';
  let room = longestLine;
  for (const character of line) {
    const octets = octetsOf(character);
    if (octets > room) {
      text += '\r\n ';
      room = longestLine - 1;
    }
    text += character;
    room -= octets;
  }
  return text;
}

/** A text as both formats write it. */
export const escaped = (text: unknown) =>
  typeof text === 'string'
    ? text
        .replace(/[\\,;]/g, '\\$&')
        .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
        // No other control character may stand in a vCard.
        .replace(/[^\P{Cc}\t]/gu, '')
    : '';

/**
 * The contact of a service as a vCard 4.0 (RFC 6350) with CRLF, its lines folded at 75 octets and never within a
 * character: name, numbers, e-mail address, website, and the warning that goes with the service.
 *
 * What the service is for stays out: a card lands in the address book of a phone that somebody else may look into.
 * A safe house has neither number nor address here, even where a record claims one. Never throws.
 *
 * @param service a service of a directory, in the language of the card
 * @param organization who runs it, if the card is to say so
 */
export function toVCard(
  service: Pick<Service, 'name'> & Partial<Service>,
  organization?: Organization,
): string {
  try {
    return cardOf(service, organization);
  } catch {
    // What an application gives may throw where it is read.
    return cardOf({ name: '' });
  }
}

function cardOf(service: Pick<Service, 'name'> & Partial<Service>, organization?: Organization): string {
  const { name, alert, phones, email, url, x_safe_house } = Object(service) as Partial<Service>;
  const lines: string[] = ['BEGIN:VCARD', 'VERSION:4.0', 'KIND:org'];
  const add = (property: string, text: unknown) => {
    const value = escaped(text);
    if (value) lines.push(`${property}:${value}`);
  };
  lines.push(`FN:${escaped(name)}`);
  add('ORG', organization?.name);
  if (!x_safe_house) {
    for (const phone of Array.isArray(phones) ? phones : []) {
      const number: unknown = phone?.number;
      // A short code is no global number, and RFC 3966 has no plain URI for one.
      // An address book dials what is in it, with one tap: no network commands, no premium numbers.
      const dialled = typeof number === 'string' ? dialable(number) : null;
      if (dialled?.startsWith('+')) add('TEL;VALUE=uri;TYPE=voice', `tel:${dialled}`);
      else if (dialled) add('TEL;TYPE=voice', dialled);
    }
    if (typeof email === 'string' && safeLink(`mailto:${email}`)) add('EMAIL', email);
    // A URI is not escaped, so it has to be one.
    if (/^https?:\/\/[!-~]+$/i.test(String(url))) lines.push(`URL:${url}`);
  }
  add('NOTE', alert);
  lines.push('END:VCARD', '');
  return lines.map(folded).join('\r\n');
}
