/** What npm publishes: the `files` of package.json, and all modules that the entries import. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { filesIn } from '../build/integrity.js';
import { modulesOfPackage } from '../build/package-modules.js';

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** The sizes (in bytes) and files of the package if npm packed it now. */
export function packed(): { size: number; unpackedSize: number; files: string[] } {
  const [{ size, unpackedSize, files }] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--silent'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 24,
    }),
  );
  return { size, unpackedSize, files: files.map(({ path }: { path: string }) => path) };
}

/** @param promised `files` of package.json */
export function faultsOfPackage(files: string[], promised: string[], built: string[], modules: string[]) {
  const isIn = (file: string, place: string) => file === place || file.startsWith(`${place}/`);
  const places = promised.filter(place => !place.startsWith('!'));
  /** In folders from which `files` excludes something, only the modules must be published. */
  const cut = promised
    .filter(place => place.startsWith('!'))
    .map(place => place.slice(1).replace(/\*.*/, ''));
  const fromDist = built.map(file => `dist/${file}`);
  const known = new Set(['package.json', 'README.md', ...places, ...fromDist]);
  const expected = new Set([
    ...['package.json', 'README.md', ...modules],
    ...places.filter(place => !files.some(file => isIn(file, place))),
    ...fromDist.filter(
      file => places.some(place => isIn(file, place)) && !cut.some(start => file.startsWith(start)),
    ),
  ]);
  return [
    ...files.filter(file => !known.has(file)).map(file => `${file} would be published: who needs it?`),
    ...[...expected].filter(file => !files.includes(file)).map(file => `${file} would not be published`),
  ];
}

/** What is wrong with the package if npm packed it now. */
export const faultsOfPacked = (files: string[]) =>
  faultsOfPackage(files, json('package.json').files, filesIn('dist'), modulesOfPackage());
