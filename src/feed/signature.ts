import type { Bytes } from '../safety/fetch.js';
import { fromBase64 } from './bytes.js';

const algorithm = { name: 'Ed25519' };

/** Reads a signature, in raw bytes or in base64. */
function readSignature(file: Bytes): Bytes {
  if (file.length === 64) return file;
  const bytes = fromBase64(new TextDecoder().decode(file).trim());
  if (bytes.length !== 64) throw Error('not the length of a signature');
  return bytes;
}

/**
 * Whether the owner of one of the keys has signed these bytes. Throws in browsers without Ed25519: before Chrome 137,
 * Firefox 129 and Safari 17.
 */
export async function isSigned(bytes: Bytes, file: Bytes, keys: readonly string[]): Promise<boolean> {
  let signature: Bytes;
  try {
    signature = readSignature(file);
  } catch {
    return false;
  }
  for (const key of keys) {
    const publicKey = await crypto.subtle.importKey('raw', fromBase64(key), algorithm, false, ['verify']);
    if (await crypto.subtle.verify(algorithm, publicKey, signature, bytes)) return true;
  }
  return false;
}
