/** What is kept of a script or of a page for frames: never its bytes, which may be 10 MB, and of which there may be many. */
import { createHash } from 'node:crypto';

const algorithms = /** @type {const} */ (['sha256', 'sha384', 'sha512']);

/**
 * @typedef {object} Gist
 * @property {number} status
 * @property {Headers} headers
 * @property {Record<string, string>} hashes by algorithm, as `integrity` has them
 * @property {boolean} isMarkup
 * @property {boolean} namesHavn
 * @property {string} [version] that it says it has
 * @property {string} [factsFrom] the day on which the oldest facts in it were taken from their source
 */

/** @param {Buffer} bytes @param {string} algorithm */
const hashOf = (bytes, algorithm) => `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`;

/** @param {import('./fetching.js').Answer} answer @returns {Gist} */
export function gistOf({ status, headers, body }) {
  const text = body.toString();
  const [, version] = /"(\d{1,5}\.\d{1,5}\.\d{1,5}[\w.]{0,40})(?:-[\da-f]{8})?"/.exec(text) ?? [];
  let factsFrom;
  for (const [, day] of text.matchAll(/captured:"(\d{4}-\d\d-\d\d)"/g))
    if (!factsFrom || day < factsFrom) factsFrom = day;
  return {
    status,
    headers,
    hashes: Object.fromEntries(algorithms.map(algorithm => [algorithm, hashOf(body, algorithm)])),
    isMarkup: /^\s{0,200}</.test(text.slice(0, 201)),
    namesHavn: /\bhavn-[a-z]|\bhavn:/.test(text),
    version,
    factsFrom,
  };
}
