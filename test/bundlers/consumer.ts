/** A small application that uses the package as npm packs it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const root = new URL('../../', import.meta.url).pathname;

/**
 * @param files by their path
 * @returns the folder of the application
 */
export function makeConsumer(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'havn-consumer-'));
  const installed = join(folder, 'node_modules/havn-widgets');
  mkdirSync(installed, { recursive: true });
  // Its last line is the name of the file.
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .at(-1);
  execFileSync('tar', ['-xzf', join(folder, String(packed)), '-C', installed, '--strip-components=1']);
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  // What npm would install with it, and nothing else.
  for (const name of Object.keys(dependencies)) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
  for (const [path, text] of Object.entries({
    'package.json': '{"private":true,"type":"module"}',
    ...files,
  })) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

export const removeConsumer = (folder: string) => rmSync(folder, { recursive: true, force: true });

/** What travels, in bytes. */
export const travelling = (text: string) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
