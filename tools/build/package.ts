/** The package for bundlers, dist/npm: the compiled sources, prepared for applications. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, transform } from 'esbuild';
import { inside } from './components.js';
import { bundledLanguages } from './country.js';
import { elements, nameOf } from './entries.js';
import { modules, stage, write } from './folders.js';
import { filesIn } from './integrity.js';
import { reachOf } from './messages-in-reach.js';
import { minifiedModule } from './minify-templates.js';
import { splitMessages } from './npm-messages.js';

const folder = join(stage, 'npm');

export async function writePackage() {
  cpSync(modules, folder, { recursive: true });
  writeServerModule();
  await inlineLibraries();
  const messages = elements.map(async element => [nameOf(element), new Set((await reachOf(element)).all)]);
  splitMessages(folder, bundledLanguages(), Object.fromEntries(await Promise.all(messages)));
  for (const file of filesIn(folder).filter(name => name.endsWith('.js'))) {
    const code = readFileSync(join(folder, file), 'utf8');
    const short = await minifiedModule(code);
    // Nobody reads what is generated.
    const isRead = !file.includes('generated/');
    writeFileSync(
      join(folder, file),
      isRead ? short : (await transform(short, { minifyWhitespace: true, charset: 'utf8' })).code,
    );
  }
}

/** The module that servers import when they render pages: the same names as the elements, without need of a DOM. */
function writeServerModule() {
  const classes = ['HavnElement', ...elements.map(({ element }) => element)];
  const lines = ['export const define = () => {};', ...classes.map(name => `export class ${name} {}`)];
  write('npm/server.js', `${lines.join('\n')}\n`);
}

/** Bundles the libraries for HSDS ids and QR codes into their modules, so that the package depends on Lit only. */
async function inlineLibraries() {
  for (const module of ['directory/export/hsds.js', 'hand-over/qr.js']) {
    const file = join(folder, module);
    const { metafile } = await build({
      entryPoints: [file],
      outfile: file,
      // Removes comments with file paths, which differ from build to build.
      minifyWhitespace: true,
      allowOverwrite: true,
      bundle: true,
      format: 'esm',
      metafile: true,
    });
    for (const input of Object.keys(metafile.inputs)) inside.add(resolve(input));
  }
}
