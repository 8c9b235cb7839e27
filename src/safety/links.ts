/**
 * What may become a link. Everything that comes from a host page passes here before it reaches an `href`;
 * what is refused stays text on the screen. Nothing here throws, whatever it is given.
 */

import { isDialled, withCallingCode } from './generated/country.js';

/** Longer addresses than this are refused: no service has one, and the expressions below stay cheap. */
const MAX_LENGTH = 2048;

/**
 * Control, direction, zero-width and other invisible characters, half characters, white space of any kind,
 * and the backslash: parsers drop or rewrite them, so that what is read is not where the link leads.
 * (C: control, format, surrogate, private, unassigned; Z: separators; DI: default-ignorable.)
 */
const DECEPTIVE = /[\p{C}\p{Z}\p{DI}\\]/u;

/** The text without plain spaces at either end, or `''` where it cannot be an address. */
function candidate(text: unknown): string {
  if (typeof text !== 'string') return '';
  // By hand, since trim() would also take away the line breaks and tabs that are to be refused.
  let start = 0;
  let end = text.length;
  while (text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return end - start > MAX_LENGTH || DECEPTIVE.test(text.slice(start, end)) ? '' : text.slice(start, end);
}

/** Whether a host stands, but for case, as the URL parser would write it, in ASCII, with no `xn--` label. */
function isPlainHost(host: string): boolean {
  // ASCII first: in lower case the Kelvin sign is a plain k.
  if (!/^(?:\[[\da-f:]+\]|[\w-]+(?:\.[\w-]+)*\.?)$/i.test(host) || /(?:^|\.)xn--/i.test(host)) return false;
  // Names whose last label begins with a letter are what the parser writes. Only numbers (0177.0.0.1, [::1])
  // need the parser itself, so a page that has broken `URL` loses no link that matters.
  if (/(?:^|\.)[a-z][\w-]*\.?$/i.test(host)) return true;
  try {
    return new URL(`http://${host}`).hostname === host.toLowerCase();
  } catch {
    return false;
  }
}

/**
 * The absolute http(s) address in a text, or `null`: as `safeLink`, without `mailto:` and `tel:`.
 * For targets that must be pages, such as the exit.
 */
export function webAddress(text: string): string | null {
  const [, origin = '', host = '', port = '80', rest = ''] =
    /^(https?:\/\/([^/?#@:]+|\[[^/?#@\]]+\])(?::([1-9]\d{0,4}))?)((?:[/?#].*)?)$/i.exec(candidate(text)) ||
    [];
  return isPlainHost(host) && +port < 65536 ? origin.toLowerCase() + rest : null;
}

/**
 * The address to put into an `href`, or `null` where the text must stay text.
 *
 * Links are: `http://` and `https://` with a plain ASCII host, no credentials and a port of 1 to 65535, if
 * any; `mailto:` and one plain ASCII address; `tel:` and a number exactly as `dialable` answers it.
 * Plain spaces at either end are dropped; scheme and host come back in lower case (`HTTPS://WWW.EXAMPLE.ORG/` is
 * `https://www.example.org/`), the rest as it was written. A second pass changes nothing. The answer may hold
 * quotes and non-ASCII letters: set it as an attribute, or escape it like any attribute's value.
 */
export function safeLink(text: string): string | null {
  const web = webAddress(text);
  if (web) return web;
  const [, scheme = '', rest = ''] = /^(mailto|tel):(.+)$/i.exec(candidate(text)) || [];
  const safe =
    scheme.length > 3
      ? /^[\w+-]+(?:\.[\w+-]+)*@(?:(?!xn--)[a-z\d-]+\.)+[a-z]{2,}$/i.test(rest)
      : rest && dialable(rest) === rest;
  return safe ? `${scheme.toLowerCase()}:${rest}` : null;
}

/**
 * The number to dial, or `null` where the text is not certainly one: E.164, or a short code of the country, which
 * takes no calling code.
 *
 * What has the length of a number of the country is one; `00` is `+`. Spaces (plain and no-break), single hyphens
 * between digits and one pair of parentheses are dropped. Anything else, `*` and `#` above all, which command the
 * network, makes it text, as do the numbers of the country that cost extra.
 */
export function dialable(text: string): string | null {
  if (typeof text !== 'string' || text.length > 64) return null;
  const number = withCallingCode(
    text
      .replace(/(\d)[-\u2010\u2011](?=\d)/g, '$1')
      .replace(/[ \u00a0\u202f]/g, '')
      // Not "(0)": whether that zero is dialled depends on where the caller is.
      .replace(/^([^()]*)\((?!0\))([^()]+)\)([^()]*)$/, '$1$2$3')
      .replace(/^00/, '+'),
  );
  return isDialled(number) ? number : null;
}
