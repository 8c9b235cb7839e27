import { dialable, safeLink, webAddress } from '../../safety/links.js';
import type { Organization, Service } from '../types.js';

/** RFC 6350: the most octets in a line, without its line break. */
const longestLine = 75;

/** Folds a line of a vCard or an iCalendar object: breaks it into lines that are short enough. */
export function folded(line: string): string {
  const encoder = new TextEncoder();
  let text = '';
  let room = longestLine;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (octets > room) {
      text += '\r\n ';
      room = longestLine - 1;
    }
    text += character;
    room -= octets;
  }
  return text;
}

/** A text with the escapes of vCard and iCalendar. */
export const escaped = (text: unknown) =>
  typeof text === 'string'
    ? text
        .replace(/[\\,;]/g, '\\$&')
        .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
        // A vCard may contain no other control character.
        .replace(/[^\P{Cc}\t]/gu, '')
    : '';

/**
 * The contact of a service as a vCard 4.0 (RFC 6350) with CRLF, its lines folded at 75 octets and never within a
 * character: name, numbers, e-mail address, website, and the warning that goes with the service.
 *
 * The card does not say what the service is for: somebody else may look into the address book of the phone.
 * A safe house has neither number nor address here, even where a record claims one. Never throws.
 *
 * @param service a service of a directory, in the language of the card
 * @param organization the organisation that runs the service, if the card should name it
 */
export function toVCard(
  service: Pick<Service, 'name'> & Partial<Service>,
  organization?: Organization,
): string {
  try {
    return cardOf(service, organization);
  } catch {
    // Reading an object of an application can throw.
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
      // RFC 3966 has no plain URI for a short code, since it is not a global number.
      // An address book dials with one tap, so the card has no network commands and no premium numbers.
      const dialled = typeof number === 'string' ? dialable(number) : null;
      if (dialled?.startsWith('+')) add('TEL;VALUE=uri;TYPE=voice', `tel:${dialled}`);
      else if (dialled) add('TEL;TYPE=voice', dialled);
    }
    if (typeof email === 'string' && safeLink(`mailto:${email}`)) add('EMAIL', email);
    // URIs are not escaped, so this has to be a valid one. What is no link on the card is none in an address book.
    if (webAddress(url as string) && /^https?:\/\/[!-~]+$/i.test(String(url))) lines.push(`URL:${url}`);
  }
  add('NOTE', alert);
  lines.push('END:VCARD', '');
  return lines.map(folded).join('\r\n');
}
