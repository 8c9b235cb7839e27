/** Requests for data at an address that a page gives: limited in size and time, without credentials or referrer. */

/** Not in shared memory, as WebCrypto requires. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Runs an action that fetches, for at most `patience` milliseconds. Requests that are still open when it has settled
 * are aborted.
 * @param action gets the signal for its requests
 */
export async function within<T>(patience: number, action: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), patience);
  try {
    return await action(control.signal);
  } catch (error) {
    // Browsers do not say why a request failed. A timeout is the one reason that is known here.
    throw control.signal.aborted ? Error('it takes too long') : error;
  } finally {
    clearTimeout(timer);
    control.abort();
  }
}

/** The bytes at an address, unchanged. Throws if there are more than `most`, if there are none, and on any failure. */
export async function fetchBytes(
  address: string,
  most: number,
  options: Pick<RequestInit, 'signal' | 'redirect' | 'cache'>,
): Promise<Bytes> {
  const { origin } = new URL(address);
  const answer = await fetch(address, {
    ...options,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // An open redirect must not lead to a server that the page does not name. On its own server a redirect may stay
    // there; a sandboxed page has an opaque origin, so even its own server counts as another one.
    ...(origin === globalThis.origin ? { mode: 'same-origin' } : { mode: 'cors', redirect: 'error' }),
  });
  if (answer.status !== 200 || !answer.body) throw Error(`the server answered ${answer.status}`);
  // A web page, such as a login form, is not the data.
  if (/html/i.test(answer.headers.get('content-type') ?? '')) throw Error('the server answered a page');
  return bytesOf(answer.body, most);
}

/** All bytes of a stream. Throws as soon as there are more than `most`, without waiting for the rest. */
export async function bytesOf(stream: ReadableStream<Uint8Array>, most: number): Promise<Bytes> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) throw Error(`it is larger than ${most} bytes`);
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Decodes UTF-8 and keeps a byte order mark. Throws if the bytes are not valid UTF-8. */
export const textOf = (bytes: Bytes): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
