/** Reads from live servers: one thing at a time, says who it is, and lets nothing grow without bounds. */
import http from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream';
import zlib from 'node:zlib';
import { boundsOf, Closed, hostOf, isClosedAddress, isPrivate, lookupOf } from './addresses.js';
import { gistOf } from './gist.js';

const mostBytes = 10_000_000;
const mostMilliseconds = 30_000;
const mostRedirects = 5;
const mostKept = 200;

/** @param {string} version */
export const userAgent = version => `havn-verify/${version} (checks the Havn widgets of this site)`;

/**
 * @typedef {object} Answer
 * @property {string} url where it came from in the end
 * @property {string[]} redirects the addresses on the way
 * @property {number} status
 * @property {Headers} headers
 * @property {Buffer} body
 * @property {boolean} isPublic whether a public server has had a say: what it names may not lead into a private network
 */

/** Why an address cannot be read, in words. */
export class Unreachable extends Error {}

// What is cut off is read as far as it goes, as browsers do.
const flush = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
/** @type {Record<string, () => import('node:stream').Transform>} */
const decoders = {
  gzip: () => zlib.createGunzip(flush),
  'x-gzip': () => zlib.createGunzip(flush),
  deflate: () => zlib.createInflate(flush),
  br: () => zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH }),
};

/** @param {http.IncomingMessage} response @param {AbortSignal} signal @returns {Promise<Buffer>} */
async function bodyOf(response, signal) {
  const coding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  /** @type {import('node:stream').Readable} */
  const stream = Object.hasOwn(decoders, coding)
    ? pipeline(response, decoders[coding](), () => {})
    : response;
  /** @type {Uint8Array[]} */
  const chunks = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > mostBytes) throw new Unreachable(`is larger than ${mostBytes / 1_000_000} MB`);
    chunks.push(chunk);
  }
  // Where the end of the connection is the end of the page, one that was cut off looks like a whole one.
  signal.throwIfAborted();
  return Buffer.concat(chunks);
}

/** @param {http.IncomingMessage} response */
function headersOf({ rawHeaders }) {
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2)
    headers.append(rawHeaders[index], rawHeaders[index + 1]);
  return headers;
}

/** @param {unknown} error @param {AbortSignal} signal @param {number} milliseconds */
function reasonOf(error, signal, milliseconds) {
  if (error instanceof Unreachable || error instanceof Closed) return error.message;
  if (signal.aborted) return `does not answer within ${milliseconds / 1000} seconds`;
  // Where every address of a name has been tried in vain, the reasons stand inside.
  const [reason = error] = error instanceof AggregateError ? error.errors : [];
  return reason instanceof Closed
    ? reason.message
    : `cannot be reached: ${reason instanceof Error ? reason.message : reason}`;
}

/**
 * @param {string} agent
 * @param {number} [most] how long a page may take in all, in milliseconds
 * @param {(address: string) => boolean} [isOwn] which addresses are of a private network
 */
export function fetcher(agent, most = mostMilliseconds, isOwn = isPrivate) {
  const milliseconds = Math.min(most, mostMilliseconds);
  /** What is the same for many pages. @type {Map<string, Promise<import('./gist.js').Gist>>} */
  const kept = new Map();

  /**
   * @param {URL} url
   * @param {Record<string, string>} headers
   * @param {boolean} isPublicOnly
   * @param {AbortSignal} signal
   * @returns {Promise<http.IncomingMessage>}
   */
  function ask(url, headers, isPublicOnly, signal) {
    if (url.username || url.password) throw new Unreachable('has a name or a password in it');
    const bounds = boundsOf(isPublicOnly, isOwn);
    if (isClosedAddress(hostOf(url), bounds.isClosed)) throw new Closed(bounds.reason);
    return new Promise((resolve, reject) => {
      (url.protocol === 'https:' ? https : http)
        .get(
          url,
          {
            headers: {
              'user-agent': agent,
              accept: '*/*',
              'accept-encoding': 'gzip, deflate, br',
              ...headers,
            },
            // No connection is kept: each is made to an address that has been looked at.
            agent: false,
            signal,
            lookup: lookupOf(bounds),
          },
          resolve,
        )
        .on('error', reject);
    });
  }

  /**
   * @param {string} url
   * @param {{headers?: Record<string, string>, isPublicOnly?: boolean}} [wishes]
   * @returns {Promise<Answer>}
   */
  async function read(url, { headers = {}, isPublicOnly = false } = {}) {
    /** @type {string[]} */
    const redirects = [];
    const signal = AbortSignal.timeout(milliseconds);
    let isPublic = isPublicOnly;
    try {
      for (let at = url; ; ) {
        const response = await ask(new URL(at), headers, isPublic, signal);
        isPublic ||= !isOwn(response.socket.remoteAddress ?? '');
        const { statusCode: status = 0 } = response;
        const { location } = response.headers;
        if (status < 300 || status > 399 || !location)
          return {
            url: at,
            redirects,
            status,
            headers: headersOf(response),
            body: await bodyOf(response, signal),
            isPublic,
          };
        response.destroy();
        redirects.push(at);
        if (redirects.length > mostRedirects) throw new Unreachable('leads from address to address');
        at = new URL(location, at).href;
        if (!/^https?:/.test(at)) throw new Unreachable(`leads to ${at}`);
      }
    } catch (error) {
      throw new Unreachable(reasonOf(error, signal, milliseconds));
    }
  }

  return {
    read,
    /**
     * The gist of an answer, once for all pages of an origin.
     * @param {string} url
     * @param {{address: string, isPublic: boolean}} page that asks
     */
    readOnce(url, { address, isPublic }) {
      const { origin } = new URL(address);
      const key = `${origin} ${isPublic} ${url}`;
      const gist = kept.get(key) ?? read(url, { headers: { origin }, isPublicOnly: isPublic }).then(gistOf);
      kept.set(key, gist);
      const [oldest = ''] = kept.size > mostKept ? kept.keys() : [];
      kept.delete(oldest);
      return gist;
    },
  };
}

/** @typedef {ReturnType<typeof fetcher>} Fetcher */

/** The text of a page in the encoding that it says it has. @param {Answer} answer */
export function textOf({ headers, body }) {
  const start = body.subarray(0, 1024).toString('latin1');
  const [, named] =
    /charset\s*=\s*["']?([\w-]+)/i.exec(headers.get('content-type') ?? '') ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start) ??
    [];
  try {
    return new TextDecoder(named ?? 'utf-8').decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
