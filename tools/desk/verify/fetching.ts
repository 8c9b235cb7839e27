/** Reads from live servers: one thing at a time, says who it is, and lets nothing grow without bounds. */
import http from 'node:http';
import https from 'node:https';
import { pipeline, type Readable, type Transform } from 'node:stream';
import zlib from 'node:zlib';
import { boundsOf, Closed, hostOf, isClosedAddress, isInside, isPrivate, lookupOf } from './addresses.js';
import { type Gist, gistOf } from './gist.js';

const mostBytes = 10_000_000;
const mostMilliseconds = 30_000;
const mostRedirects = 5;
const mostKept = 200;

export const userAgent = (version: string) => `havn-verify/${version} (checks the Havn widgets of this site)`;

export interface Answer {
  /** where it came from in the end */
  url: string;
  /** the addresses on the way */
  redirects: string[];
  status: number;
  headers: Headers;
  body: Buffer;
  /** whether a public server has had a say: what it names may not lead into a private network */
  isPublic: boolean;
}

/** Why an address cannot be read, in words. */
export class Unreachable extends Error {}

// What is cut off is read as far as it goes, as browsers do.
const flush = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
const decoders: Record<string, () => Transform> = {
  gzip: () => zlib.createGunzip(flush),
  'x-gzip': () => zlib.createGunzip(flush),
  deflate: () => zlib.createInflate(flush),
  br: () => zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH }),
};

async function bodyOf(response: http.IncomingMessage, signal: AbortSignal): Promise<Buffer> {
  const coding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  const decoder = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
  if (!decoder && coding && coding !== 'identity')
    throw new Unreachable(`is packed in a way that is not known here: ${coding.slice(0, 60)}`);
  const stream: Readable = decoder ? pipeline(response, decoder(), () => {}) : response;
  const chunks: Uint8Array[] = [];
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

function headersOf({ rawHeaders }: http.IncomingMessage) {
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    headers.append(name, value);
  }
  return headers;
}

function reasonOf(error: unknown, signal: AbortSignal, milliseconds: number) {
  if (error instanceof Unreachable || error instanceof Closed) return error.message;
  if (signal.aborted) return `does not answer within ${milliseconds / 1000} seconds`;
  // Where every address of a name has been tried in vain, the reasons stand inside.
  const [reason = error] = error instanceof AggregateError ? error.errors : [];
  return reason instanceof Closed
    ? reason.message
    : `cannot be reached: ${reason instanceof Error ? reason.message : reason}`;
}

/**
 * @param most how long a page may take in all, in milliseconds
 * @param isOwn which addresses may be of a private network
 * @param isSurelyOwn which of them are, whoever answers: a page there may name what is private
 */
export function fetcher(
  agent: string,
  most: number = mostMilliseconds,
  isOwn: (address: string) => boolean = isPrivate,
  isSurelyOwn: (address: string) => boolean = isOwn === isPrivate ? isInside : isOwn,
) {
  const milliseconds = Math.min(most, mostMilliseconds);
  /** What is the same for many pages. */
  const kept: Map<string, Promise<Gist>> = new Map();

  function ask(
    url: URL,
    headers: Record<string, string>,
    isPublicOnly: boolean,
    signal: AbortSignal,
  ): Promise<{ response: http.IncomingMessage; address?: string | undefined }> {
    if (url.username || url.password) throw new Unreachable('has a name or a password in it');
    const bounds = boundsOf(isPublicOnly, isOwn);
    if (isClosedAddress(hostOf(url), bounds.isClosed)) throw new Closed(bounds.reason);
    return new Promise((resolve, reject) => {
      // Kept when it is connected to: of a connection that has been reset, nobody can tell.
      let address: string | undefined;
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
          response => resolve({ response, address }),
        )
        .on('socket', socket => socket.once('connect', () => (address = socket.remoteAddress)))
        .on('error', reject);
    });
  }

  async function read(
    url: string,
    { headers = {}, isPublicOnly = false }: { headers?: Record<string, string>; isPublicOnly?: boolean } = {},
  ): Promise<Answer> {
    const redirects: string[] = [];
    const signal = AbortSignal.timeout(milliseconds);
    let isPublic = isPublicOnly;
    try {
      for (let at = url; ; ) {
        const { response, address } = await ask(new URL(at), headers, isPublic, signal);
        isPublic ||= address === undefined || !isSurelyOwn(address);
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
     * @param page that asks
     */
    readOnce(url: string, { address, isPublic }: { address: string; isPublic: boolean }) {
      const { origin } = new URL(address);
      const key = `${origin} ${isPublic} ${url}`;
      const gist = kept.get(key) ?? read(url, { headers: { origin }, isPublicOnly: isPublic }).then(gistOf);
      kept.set(key, gist);
      const [oldest] = kept.keys();
      if (oldest !== undefined && kept.size > mostKept) kept.delete(oldest);
      return gist;
    },
  };
}

export type Fetcher = ReturnType<typeof fetcher>;
