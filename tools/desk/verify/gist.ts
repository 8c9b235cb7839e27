/** What is kept of a script or of a page for frames: never its bytes, which may be 10 MB, and of which there may be many. */
import { createHash } from 'node:crypto';

const algorithms = ['sha256', 'sha384', 'sha512'] as const;

/** What its bytes tell. */
interface Told {
  /** by algorithm, as `integrity` has them */
  hashes: Record<string, string>;
  isMarkup: boolean;
  namesHavn: boolean;
  /** that it says it has */
  version: string | undefined;
  /** the day on which the oldest facts in it were taken from their source */
  factsFrom: string | undefined;
}

export interface Gist extends Told {
  /** where it came from in the end */
  url: string;
  status: number;
  headers: Headers;
}

const hashOf = (bytes: Buffer, algorithm: string) =>
  `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`;

export function gistOf({ url, status, headers, body }: Omit<Gist, keyof Told> & { body: Buffer }): Gist {
  const text = body.toString();
  const [, version] = /"(\d{1,5}\.\d{1,5}\.\d{1,5}[\w.]{0,40})(?:-[\da-f]{8})?"/.exec(text) ?? [];
  let factsFrom: string | undefined;
  for (const [, day] of text.matchAll(/captured:"(\d{4}-\d\d-\d\d)"/g))
    if (day && (!factsFrom || day < factsFrom)) factsFrom = day;
  return {
    url,
    status,
    headers,
    hashes: Object.fromEntries(algorithms.map(algorithm => [algorithm, hashOf(body, algorithm)])),
    isMarkup: /^\s{0,200}</.test(text.slice(0, 201)),
    namesHavn: /\bhavn-[a-z]|\bhavn:/.test(text),
    version,
    factsFrom,
  };
}
