/** What a chunk says when it has loaded. */
export interface ChunkFile {
  readonly name: string;
  /** Of which build: its members have the short names of that one. */
  readonly build: string;
  readonly chunk: unknown;
}

/** An event of the window, since a form on the page can take the place of a method of the document. */
export const here = 'havn:chunk';

/** Called in a chunk. */
export function giveChunk(name: string, build: string, chunk: unknown): void {
  const detail: ChunkFile = { name, build, chunk };
  dispatchEvent(new CustomEvent(here, { detail }));
}
