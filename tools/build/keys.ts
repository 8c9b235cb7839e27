/** Ed25519 keys: with the public key, a page checks whose facts it may use. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Only for tests: anybody can read this private key, so every build refuses it. */
export const testKeyFile = 'tools/build/keys/TEST-ONLY.private.pem';

export const publicHalf = (key: KeyObject) => {
  const { x = '' } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return Buffer.from(x, 'base64url').toString('base64');
};

/** @param file PKCS#8 in PEM */
export function readPrivateKey(file: string): KeyObject {
  const key = createPrivateKey(readFileSync(file, 'utf8'));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} is no key of Ed25519`);
  return key;
}

/**
 * Points of small order on the curve, in hex without the sign bit: anybody can sign for such a key. The last two are
 * other encodings of 0 and 1.
 */
const weakKeys = new Set([
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  '00'.repeat(32),
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
]);

function isWeak(key: Uint8Array) {
  const point = Buffer.from(key);
  const last = point.length - 1;
  point.writeUInt8(point.readUInt8(last) & 0x7f, last);
  return weakKeys.has(point.toString('hex'));
}

/**
 * Checks a public key.
 * @param text as keygen prints it
 * @returns the 32 bytes in base64
 */
export function readPublicKey(text: string): string {
  const key = text.trim();
  const raw = Buffer.from(key, 'base64');
  const shown = `"${key.slice(0, 80)}"`;
  if (raw.length !== 32 || raw.toString('base64') !== key)
    throw new Error(`${shown} is no public key of Ed25519`);
  if (isWeak(raw)) throw new Error(`${shown} is a weak key, with which anybody can sign`);
  return key;
}

export const testKey = (): string => publicHalf(readPrivateKey(testKeyFile));

/**
 * The public keys in a build: one, or two while a key is being replaced.
 * @param list separated by commas; empty if pages follow no feed
 */
export function readPublicKeys(list: string) {
  const keys = [
    ...new Set(
      list
        .split(',')
        .filter(text => text.trim())
        .map(readPublicKey),
    ),
  ];
  if (keys.length > 2) throw new Error('HAVN_PUBLIC_KEYS: at most two keys, the one in use and the next one');
  if (keys.includes(testKey()))
    throw new Error(
      `HAVN_PUBLIC_KEYS holds the test key of this repository, with which anybody can sign: make a key of your own (npm run havn -- keygen FILE)`,
    );
  return keys;
}

/** The public keys of this build. */
export const publicKeys = () => readPublicKeys(process.env.HAVN_PUBLIC_KEYS ?? '');

export function readSigningKey(file: string) {
  const key = readPrivateKey(file);
  if (publicHalf(key) === testKey())
    throw new Error(`${file} is the test key of this repository: its signature is worth nothing`);
  return key;
}

export const signatureOf = (content: Buffer | string, key: KeyObject): string =>
  `${sign(null, Buffer.from(content), key).toString('base64')}\n`;

/** @returns the private key as PKCS#8 in PEM, and the public key as 32 bytes in base64 */
export function newKey(): { privateKey: string; publicKey: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    publicKey: publicHalf(privateKey),
  };
}
