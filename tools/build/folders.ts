/** Where a build works, and how it writes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The compiled sources, of which scripts and pages are made. */
export const modules = resolve('.build/modules');

/** Where dist/ grows until it is whole: a page or a test that is being served never sees half of it. */
export const stage = `.build/dist-${process.pid}`;

/** @param file in dist/ */
export function write(file: string, text: string) {
  const path = join(stage, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
