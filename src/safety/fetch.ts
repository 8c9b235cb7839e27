/** Requests for data that a page names: bounded in size and time, from nobody's account, told nothing of the page. */

/** Of a memory of their own: what WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Does what fetches, for at most `patience` milliseconds. What is still on its way when it has settled is stopped.
 * @param action is given what ends its requests
 */
export async function within<T>(patience: number, action: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), patience);
  try {
    return await action(control.signal);
  } catch (error) {
    // Why a request fails browsers do not tell; this is known.
    throw control.signal.aborted ? Error('it takes too long') : error;
  } finally {
    clearTimeout(timer);
    control.abort();
  }
}

/** The bytes at an address, as they are. Throws where there are more than `most`, where none come, and on any failure. */
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
    // A page of the host's that leads on to whatever its address says must not lead to another server. In a sandbox the
    // page has no origin, so that its own server is another one too: there nothing may lead on.
    ...(origin === globalThis.origin
      ? { mode: 'same-origin' }
      : { mode: 'cors', ...(origin === globalThis.location?.origin && { redirect: 'error' }) }),
  });
  if (answer.status !== 200 || !answer.body) throw Error(`the server answered ${answer.status}`);
  // A page about the data, such as one to log in, is none of them.
  if (/html/i.test(answer.headers.get('content-type') ?? '')) throw Error('the server answered a page');
  return bytesOf(answer.body, most);
}

/** All that a stream brings. Throws where it is more than `most` bytes: what comes after is not waited for. */
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

/** The text of bytes in UTF-8, a mark of their order included. Throws where they are in no UTF-8. */
export const textOf = (bytes: Bytes): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
