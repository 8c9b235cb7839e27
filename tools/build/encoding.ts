/** Escapes a script to ASCII: a page in windows-1252 garbles all other characters. */
export const inAscii = (code: string) =>
  code.replace(/[\u0080-\uffff]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * A script in UTF-8 for any page: browsers read what begins with a byte order mark as UTF-8, whatever the charset of
 * the page or of the server. Letters of other scripts take a third of the bytes of an escape.
 */
export const inUtf8 = (code: string) => `\ufeff${code}`;
