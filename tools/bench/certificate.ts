/** Browsers speak HTTP/2 over TLS alone: a key and a certificate for it, made anew each time and kept nowhere. */
import { generateKeyPairSync, sign } from 'node:crypto';

/** The tags of ASN.1 that a certificate is made of. */
const tags = {
  integer: 0x02,
  bits: 0x03,
  object: 0x06,
  text: 0x0c,
  time: 0x17,
  sequence: 0x30,
  set: 0x31,
  version: 0xa0,
};

/** One value of ASN.1 in DER: its tag, its length, itself. */
function der(tag: keyof typeof tags, ...parts: (Buffer | string | number[])[]) {
  const body = Buffer.concat(
    parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  );
  const { length } = body;
  // The shortest form: Chromium takes no other.
  const sizes = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tags[tag], ...sizes]), body]);
}

/** 1.2.840.10045.4.3.2 and 2.5.4.3 */
const ecdsaWithSha256 = der('sequence', der('object', [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]));
const commonName = der('object', [0x55, 0x04, 0x03]);

/** @param days from now */
const inDays = (days: number) =>
  der('time', `${new Date(Date.now() + days * 86_400_000).toISOString().replace(/\D/g, '').slice(2, 14)}Z`);

/**
 * A certificate of its own (X.509) for localhost, good for a day. A browser takes it only where it is told to.
 * @returns both PEM
 */
export function selfSigned(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = der('sequence', der('set', der('sequence', commonName, der('text', 'localhost'))));
  const content = der(
    'sequence',
    // Version 3.
    der('version', der('integer', [2])),
    der('integer', [1]),
    ecdsaWithSha256,
    name,
    der('sequence', inDays(-1), inDays(1)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der('bits', [0], sign('sha256', content, privateKey));
  const body = der('sequence', content, ecdsaWithSha256, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${body.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}
