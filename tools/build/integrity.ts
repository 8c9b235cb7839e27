/**
 * `tools/build/integrity.ts FOLDER` checks that the files of a build, but for the modules for bundlers, are exactly
 * those in its integrity.json.
 * `--list FOLDER…` prints the hash of each file, to compare with the build of another machine. It imports no file of
 * ours, since the publishing job runs it with plain Node 24, which strips the types.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(file => String(file).replaceAll('\\', '/'))
    .filter(file => statSync(join(folder, file)).isFile())
    .sort();

/** The hash that browsers compare for Subresource Integrity. */
export const hashOf = (content: string | Buffer) =>
  `sha384-${createHash('sha384').update(content).digest('base64')}`;

/** A line for each file of some folders, to compare with the build of another machine. */
export const hashList = (folders: string[]) =>
  folders
    .flatMap(folder =>
      filesIn(folder).map(file => `${hashOf(readFileSync(join(folder, file)))} ${folder}/${file}\n`),
    )
    .join('');

/** No page loads the modules for bundlers by their hash. Their hashes would be a third of integrity.json. */
const hasHash = (file: string): boolean => !file.startsWith('npm/');

export const integrityOf = (folder: string) =>
  `${JSON.stringify(
    Object.fromEntries(
      filesIn(folder)
        .filter(hasHash)
        .map(file => [file, hashOf(readFileSync(join(folder, file)))]),
    ),
    null,
    2,
  )}\n`;

/** What is wrong with the files of a build, in words. */
export function faultsOfIntegrity(folder: string): string[] {
  const named: Record<string, string> = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8'));
  const files = filesIn(folder).filter(file => hasHash(file) && file !== 'integrity.json');
  return [
    ...files.filter(file => !Object.hasOwn(named, file)).map(file => `${file} is not in integrity.json`),
    ...Object.keys(named)
      .filter(file => !files.includes(file))
      .map(file => `${file} is missing`),
    ...files
      .filter(file => named[file] && named[file] !== hashOf(readFileSync(join(folder, file))))
      .map(file => `${file} is not the one that integrity.json names`),
  ];
}

if (process.argv[1] === import.meta.filename) {
  const [first = 'dist', ...others] = process.argv.slice(2);
  if (first === '--list') process.stdout.write(hashList(others));
  else {
    const faults = faultsOfIntegrity(first);
    for (const fault of faults) console.error(fault);
    if (faults.length) process.exitCode = 1;
    else console.log(`${first}: every file is the one that integrity.json names`);
  }
}
