/** The folders of a build, and how it writes files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The compiled sources, from which scripts and pages are made. */
export const modules = resolve('.build/modules');

/** A build writes here and renames the folder to dist/ at the end, so that no page or test sees half a build. */
export const stage = `.build/dist-${process.pid}`;

/** @param file in dist/ */
export function write(file: string, text: string) {
  const path = join(stage, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
