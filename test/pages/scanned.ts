/** Reads a QR code out of a picture of a page, as the camera of a phone does: by a library that we do not ship. */
import jsQr from 'jsqr';
import { PNG } from 'pngjs';

type Reader = (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null;

// A module of CommonJS, of which TypeScript takes the default export for all of it.
const read = ('default' in jsQr ? jsQr.default : jsQr) as Reader;

/**
 * @param picture a PNG
 * @returns what the code in it says, if there is one
 */
export function scanned(picture: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(picture);
  return read(new Uint8ClampedArray(data), width, height)?.data;
}
