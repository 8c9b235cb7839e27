/** Reads a QR code out of a picture of a page, as the camera of a phone does: by a library that we do not ship. */
import jsQr from 'jsqr';
import { PNG } from 'pngjs';

/** @typedef {(data: Uint8ClampedArray, width: number, height: number) => {data: string} | null} Reader */

// A module of CommonJS, of which TypeScript takes the default export for all of it.
const read = /** @type {Reader} */ (/** @type {any} */ (jsQr).default ?? jsQr);

/** @param {Buffer} picture a PNG @returns {string | undefined} what the code in it says, if there is one */
export function scanned(picture) {
  const { data, width, height } = PNG.sync.read(picture);
  return read(new Uint8ClampedArray(data), width, height)?.data;
}
