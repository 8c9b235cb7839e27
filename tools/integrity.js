/** `node tools/integrity.js FOLDER`: whether each file of a build is the one that its integrity.json names, and no other is there. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What Subresource Integrity compares. @param {string | Buffer} content */
export const hashOf = content => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/**
 * What is wrong with the files of a build, in words.
 * @param {string} folder
 * @returns {string[]}
 */
export function faultsOfIntegrity(folder) {
  /** @type {Record<string, string>} */
  const named = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8'));
  const files = readdirSync(folder, { recursive: true })
    .map(file => String(file).replaceAll('\\', '/'))
    .filter(file => statSync(join(folder, file)).isFile() && file !== 'integrity.json');
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
  const [folder = 'dist'] = process.argv.slice(2);
  const faults = faultsOfIntegrity(folder);
  for (const fault of faults) console.error(fault);
  if (faults.length) process.exitCode = 1;
  else console.log(`${folder}: every file is the one that integrity.json names`);
}
