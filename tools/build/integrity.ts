/**
 * `tools/build/integrity.ts FOLDER`: whether each file of a build is the one that its integrity.json names, and no other is
 * there. `--list FOLDER…`: the hash of each file, to be compared with what another machine has built. It imports no file of
 * ours: the job that publishes runs it by the types that Node 24 strips itself.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** @returns the files in it, in their order */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(file => String(file).replaceAll('\\', '/'))
    .filter(file => statSync(join(folder, file)).isFile())
    .sort();

/** What Subresource Integrity compares. */
export const hashOf = (content: string | Buffer) =>
  `sha384-${createHash('sha384').update(content).digest('base64')}`;

/** A line for each file of some folders, to be compared with that of another machine. */
export const hashList = (folders: string[]) =>
  folders
    .flatMap(folder =>
      filesIn(folder).map(file => `${hashOf(readFileSync(join(folder, file)))} ${folder}/${file}\n`),
    )
    .join('');

/** @returns integrity.json of a build */
export const integrityOf = (folder: string) =>
  `${JSON.stringify(Object.fromEntries(filesIn(folder).map(file => [file, hashOf(readFileSync(join(folder, file)))])), null, 2)}\n`;

/** What is wrong with the files of a build, in words. */
export function faultsOfIntegrity(folder: string): string[] {
  const named: Record<string, string> = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8'));
  const files = filesIn(folder).filter(file => file !== 'integrity.json');
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
