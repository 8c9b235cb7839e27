/** What a part says when it has loaded. */
export interface PartFile {
  readonly name: string;
  /** Of which build: its members have the short names of that one. */
  readonly build: string;
  readonly part: unknown;
}

/** An event of the window, since a form on the page can take the place of a method of the document. */
export const here = 'havn:part';

/** Called in a part. */
export function givePart(name: string, build: string, part: unknown): void {
  const detail: PartFile = { name, build, part };
  dispatchEvent(new CustomEvent(here, { detail }));
}
