/** Escapes a script to ASCII: pages in windows-1252 garble all other characters. */
export const inAscii = (code: string) =>
  code.replace(/[\u0080-\uffff]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
