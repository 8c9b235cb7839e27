/** What a chunk sends when it has loaded. */
export interface ChunkFile {
  readonly name: string;
  /** The build of the chunk: its members have the shortened names of that build. */
  readonly build: string;
  readonly chunk: unknown;
}

/** An event on the window, since a form on the page can shadow a method of the document. */
export const here = 'havn:chunk';

/** Called by a chunk when it runs: gives it to the script. */
export function giveChunk(name: string, build: string, chunk: unknown): void {
  const detail: ChunkFile = { name, build, chunk };
  window.dispatchEvent(new CustomEvent(here, { detail }));
}
