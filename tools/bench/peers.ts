/** The packages that Havn is measured against: installed for the bench alone, bundled as their documentation says. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { build } from 'esbuild';

/** A package of its own, so that nobody who works on Havn has to install all these. */
const folder = join(import.meta.dirname, 'peers');
const require = createRequire(join(folder, 'package.json'));

/** Installs what its package-lock.json names, unless that is there already. */
export function installPeers() {
  const installed = join(folder, 'node_modules/.package-lock.json');
  if (
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs
  )
    return;
  console.log('Installing the peers');
  // No scripts of theirs: none is needed, and some would download a browser.
  execFileSync('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
  });
}

/** @returns `name 1.2.3` */
export function withVersion(name: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
  return `${name} ${version}`;
}

/**
 * Compiles Sass with the packages of the bench in reach.
 * @returns CSS
 */
export const fromSass = (source: string): string =>
  require('sass').compileString(source, {
    loadPaths: [join(folder, 'node_modules'), join(folder, 'node_modules/@uswds/uswds/packages')],
    quietDeps: true,
  }).css;

export interface File {
  path: string;
  body: Uint8Array;
}

/**
 * Bundles and minifies one source, with what it imports and the fonts and pictures it names.
 * @param name of what comes out, without its ending
 * @param from the folder that relative addresses in it start from
 * @returns `/name.js` or `/name.css` first, then what it names
 */
export async function bundled(
  name: string,
  kind: 'js' | 'css',
  source: string,
  from: string = folder,
): Promise<File[]> {
  const { outputFiles } = await build({
    stdin: { contents: source, loader: kind, resolveDir: from, sourcefile: `${name}.${kind}` },
    nodePaths: [join(folder, 'node_modules')],
    outdir: folder,
    entryNames: name,
    assetNames: '[name]-[hash]',
    publicPath: '/',
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
    legalComments: 'none',
    loader: { '.woff2': 'file', '.woff': 'file', '.ttf': 'file', '.svg': 'file', '.png': 'file' },
  });
  const files = outputFiles.map(({ path, contents }) => ({
    path: `/${relative(folder, path)}`,
    body: contents,
  }));
  return files.sort(
    (one, other) => Number(other.path === `/${name}.${kind}`) - Number(one.path === `/${name}.${kind}`),
  );
}

/** @param parts of a path in it */
export const inPackage = (name: string, ...parts: string[]) => join(folder, 'node_modules', name, ...parts);
