/**
 * Decides what may become a link. Every address from a host page is checked here before it reaches an `href`;
 * what is refused is shown as text. Nothing here throws, whatever it is given.
 */

import { isDialled, withCallingCode } from './generated/country.js';

/** Longer addresses are refused: no service has one, and the regular expressions below stay cheap. */
const MAX_LENGTH = 2048;

/**
 * Control, direction, zero-width and other invisible characters, lone surrogates, white space of any kind,
 * and the backslash: parsers drop or rewrite them, so the link would not lead where its text says.
 * (C: control, format, surrogate, private, unassigned; Z: separators; DI: default-ignorable.)
 */
const DECEPTIVE = /[\p{C}\p{Z}\p{DI}\\]/u;

/** The text without plain spaces at either end, or `''` if it cannot be an address. */
function candidate(text: unknown): string {
  if (typeof text !== 'string') return '';
  // Not trim(): it would also remove line breaks and tabs, which have to be refused.
  let start = 0;
  let end = text.length;
  while (text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return end - start > MAX_LENGTH || DECEPTIVE.test(text.slice(start, end)) ? '' : text.slice(start, end);
}

/** Whether a host is written as the URL parser would write it, except for case: in ASCII, with no `xn--` label. */
function isPlainHost(host: string): boolean {
  // ASCII is checked before toLowerCase(), which turns the Kelvin sign into a plain k.
  if (!/^(?:\[[\da-f:]+\]|[\w-]+(?:\.[\w-]+)*\.?)$/i.test(host) || /(?:^|\.)xn--/i.test(host)) return false;
  // The parser changes no name whose last label begins with a letter. Only numbers (0177.0.0.1, [::1]) need
  // the parser itself, so a page that has broken `URL` loses no link that matters.
  if (/(?:^|\.)[a-z][\w-]*\.?$/i.test(host)) return true;
  try {
    return new URL(`http://${host}`).hostname === host.toLowerCase();
  } catch {
    return false;
  }
}

/**
 * The absolute http(s) address in a text, or `null`: like `safeLink`, but without `mailto:` and `tel:`.
 * For targets that must be web pages, such as the exit.
 */
export function webAddress(text: string): string | null {
  const [, origin = '', host = '', port = '80', rest = ''] =
    /^(https?:\/\/([^/?#@:]+|\[[^/?#@\]]+\])(?::([1-9]\d{0,4}))?)((?:[/?#].*)?)$/i.exec(candidate(text)) ||
    [];
  return isPlainHost(host) && +port < 65536 ? origin.toLowerCase() + rest : null;
}

/**
 * The address to put into an `href`, or `null` if the text must stay text.
 *
 * Links are: `http://` and `https://` with a plain ASCII host, no credentials and a port of 1 to 65535, if
 * any; `mailto:` and one plain ASCII address; `tel:` and a number exactly as `dialable` returns it.
 * Plain spaces at either end are dropped; scheme and host are returned in lower case (`HTTPS://WWW.EXAMPLE.ORG/` is
 * `https://www.example.org/`), the rest as it was written. A second call changes nothing. The result may contain
 * quotes and non-ASCII letters: set it as an attribute, or escape it like any attribute value.
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
 * The number to dial, or `null` if the text is not certainly a number: E.164, or a short code of the country, which
 * takes no calling code.
 *
 * Digits in the length of a national number are read as one; `00` is read as `+`. Spaces (plain and no-break), single
 * hyphens between digits and one pair of parentheses are dropped. Any other character is refused, above all `*` and
 * `#`, which are commands to the network. Premium-rate numbers of the country are refused too.
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
