/** Where a build works, and how it writes. */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The compiled sources, of which scripts and pages are made. */
export const modules = resolve('.build/modules');

/** Where dist/ grows until it is whole: a page or a test that is being served never sees half of it. */
export const stage = `.build/dist-${process.pid}`;

/** @returns the files in it, in their order */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(file => String(file).replaceAll('\\', '/'))
    .filter(file => statSync(join(folder, file)).isFile())
    .sort();

/** @param file in dist/ */
export function write(file: string, text: string) {
  const path = join(stage, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
