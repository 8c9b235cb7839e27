/** Pages in windows-1252 mangle anything but ASCII. */
export const inAscii = (code: string) =>
  code.replace(/[\u0080-\uffff]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
