/** A folder for the files of a test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** @returns a new folder, which is removed after the test, the suite or the file that asks for it */
export function folderFor(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `havn-${name}-`));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
