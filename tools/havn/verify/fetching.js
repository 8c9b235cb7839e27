/** Reads from live servers: one thing at a time, says who it is, and lets nothing grow without bounds. */

/** @typedef {{bytes: number, milliseconds: number}} Bounds */

/** @type {Bounds} */
const bounds = { bytes: 10_000_000, milliseconds: 30_000 };
const mostRedirects = 5;

/** @param {string} version */
export const userAgent = version => `havn-verify/${version} (checks the Havn widgets of this site)`;

/**
 * @typedef {object} Answer
 * @property {string} url where it came from in the end
 * @property {string[]} redirects the addresses on the way
 * @property {number} status
 * @property {Headers} headers
 * @property {Buffer} body
 */

/** Why an address cannot be read, in words. */
export class Unreachable extends Error {}

/** @param {Response} response @param {number} most @returns {Promise<Buffer>} */
async function bodyOf(response, most) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  let size = 0;
  const stream = /** @type {AsyncIterable<Uint8Array> | null} */ (/** @type {unknown} */ (response.body));
  for await (const chunk of stream ?? []) {
    size += chunk.length;
    if (size > most) throw new Unreachable(`is larger than ${most / 1_000_000} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @param {unknown} error @param {number} milliseconds */
function reasonOf(error, milliseconds) {
  if (error instanceof Unreachable) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `does not answer within ${milliseconds / 1000} seconds`;
  const { cause } = error;
  return `cannot be reached: ${cause instanceof Error && cause.message ? cause.message : error.message}`;
}

/**
 * @param {string} agent
 * @param {Bounds} [limits]
 */
export function fetcher(agent, limits = bounds) {
  /** Scripts and language files are the same for many pages. @type {Map<string, Promise<Answer>>} */
  const kept = new Map();

  /**
   * @param {string} url
   * @param {Record<string, string>} [headers]
   * @returns {Promise<Answer>}
   */
  async function read(url, headers = {}) {
    /** @type {string[]} */
    const redirects = [];
    const signal = AbortSignal.timeout(limits.milliseconds);
    try {
      for (let at = url; ; ) {
        const response = await fetch(at, {
          headers: { 'user-agent': agent, ...headers },
          redirect: 'manual',
          signal,
        });
        const location = response.headers.get('location');
        if (response.status < 300 || response.status > 399 || !location)
          return {
            url: at,
            redirects,
            status: response.status,
            headers: response.headers,
            body: await bodyOf(response, limits.bytes),
          };
        await response.body?.cancel();
        redirects.push(at);
        if (redirects.length > mostRedirects) throw new Unreachable('leads from address to address');
        at = new URL(location, at).href;
        if (!/^https?:/.test(at)) throw new Unreachable(`leads to ${at}`);
      }
    } catch (error) {
      throw new Unreachable(reasonOf(error, limits.milliseconds));
    }
  }

  return {
    read,
    /** The same, once for all pages of this origin. @param {string} url @param {string} origin who asks */
    readOnce(url, origin) {
      const key = `${origin} ${url}`;
      const answer = kept.get(key) ?? read(url, { origin });
      kept.set(key, answer);
      return answer;
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
