/** What an application can reach through the entries of the package. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { elements, nameOf } from './entries.js';
import { filesIn } from './integrity.js';

/** The files that the entries of package.json name, including those of each element. */
function entries(): string[] {
  const targets: string[] = Object.values<string | Record<string, string>>(
    JSON.parse(readFileSync('package.json', 'utf8')).exports,
  ).flatMap(target => (typeof target === 'string' ? [target] : Object.values(target)));
  return targets
    .filter(target => /\.js$|\.d\.ts$/.test(target))
    .flatMap(target =>
      target.includes('*') ? elements.map(element => target.replaceAll('*', nameOf(element))) : [target],
    )
    .map(target => join(target));
}

/** @returns the modules and declarations that an application can reach, as paths in dist/, sorted */
export function modulesOfPackage(folder = 'dist'): string[] {
  const found = new Set(entries());
  // This loop also reaches files that are added to the set meanwhile.
  for (const file of found) {
    const { importedFiles } = ts.preProcessFile(readFileSync(file.replace(/^dist/, folder), 'utf8'));
    for (const { fileName } of importedFiles.filter(({ fileName }) => fileName.startsWith('.'))) {
      const module = join(dirname(file), fileName);
      found.add(file.endsWith('.d.ts') ? module.replace(/\.js$/, '.d.ts') : module);
    }
  }
  return [...found].sort();
}

/** Keeps the declarations that nobody can import out of what npm publishes; tests of ours import some of them. */
export function leaveOutHiddenTypes(folder: string): void {
  const reached = new Set(modulesOfPackage(folder));
  const hidden = filesIn(join(folder, 'npm')).filter(
    file => file.endsWith('.d.ts') && !reached.has(`dist/npm/${file}`),
  );
  writeFileSync(join(folder, 'npm/.npmignore'), hidden.map(file => `/${file}\n`).join(''));
}
