/** In which encoding a page is read. */
import type { Answer } from './fetching.js';
import { attribute, elementsIn, parsePage } from './html.js';

/** Of the type that a server says: a parameter of its own, and not a part of another one. */
const servedCharset = /;\s*charset\s*=\s*["']?([\w-]+)/i;
const charset = /charset\s*=\s*["']?([\w-]+)/i;

/** What reads an encoding; `undefined`: there is none of this name. */
function decoderOf(name: string | undefined) {
  try {
    return name === undefined ? undefined : new TextDecoder(name);
  } catch {
    return undefined;
  }
}

/** What a file may begin with to say its encoding, as Latin 1. */
const marks: [mark: string, encoding: string][] = [
  ['\u00ef\u00bb\u00bf', 'utf-8'],
  ['\u00fe\u00ff', 'utf-16be'],
  ['\u00ff\u00fe', 'utf-16le'],
];

/**
 * What reads a page by what its first elements say, and not a description or a comment.
 * @param start of the page
 */
function decoderIn(start: string) {
  for (const meta of elementsIn(parsePage(start))) {
    if (meta.tagName !== 'meta') continue;
    const isType = /^content-type$/i.test(attribute(meta, 'http-equiv') ?? '');
    const [, said] = (isType && charset.exec(attribute(meta, 'content') ?? '')) || [];
    const decoder = decoderOf(attribute(meta, 'charset') ?? said);
    // Where this could be read, the page is not in UTF-16, and browsers take it for UTF-8.
    if (decoder) return decoder.encoding.startsWith('utf-16') ? undefined : decoder;
  }
  return undefined;
}

/** The text of a page in the encoding that it says it has, as browsers look for it. */
export function textOf({ headers, body }: Answer) {
  const start = body.subarray(0, 1024).toString('latin1');
  const [, marked] = marks.find(([mark]) => start.startsWith(mark)) ?? [];
  const [, served] = servedCharset.exec(headers.get('content-type') ?? '') ?? [];
  const decoder = decoderOf(marked) ?? decoderOf(served) ?? decoderIn(start) ?? new TextDecoder();
  return decoder.decode(body);
}
