/**
 * The embed builder as a folder of static files, builder/, which works on any server, and also when index.html is
 * opened with a double click. The folder also has `havn/`, the files for the host's server, and `havn.zip` with the
 * same files: the hashes that the page shows are those of these files. It is a part of the build.
 */
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { words } from '../../demo/builder/words.js';
import { archived, archivedFiles } from './archive.js';
import { builderFacts, plainOf } from './builder-facts.js';
import { inAscii } from './encoding.js';
import { faultsOfIntegrity } from './integrity.js';

const root = join(import.meta.dirname, '../..');
const source = join(root, 'demo/builder');
const dist = join(root, 'dist');

/** A module as a classic script, since browsers load no modules from a file that was opened with a double click. */
async function classic(file: string) {
  const { outputFiles } = await esbuild({
    entryPoints: [join(source, file.replace(/js$/, 'ts'))],
    bundle: true,
    format: 'iife',
    write: false,
    legalComments: 'none',
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** Writes builder/ from the files in dist/. */
export async function writeBuilder() {
  const faults = faultsOfIntegrity(dist);
  if (faults.length) throw new Error(faults.join('\n'));
  const stage = join(root, `.build/builder-${process.pid}`);
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(join(stage, 'plain'), { recursive: true });
  const write = (file: string, content: string | Uint8Array) => writeFileSync(join(stage, file), content);

  const files = archivedFiles();
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(stage, file)), { recursive: true });
    write(file, content);
  }
  const archive = archived(files);
  write('havn.zip', archive);
  const facts = { ...builderFacts(Object.keys(words)), archiveSize: archive.length };
  write('facts.js', inAscii(`var havnFacts = ${JSON.stringify(facts)};\n`));
  // As scripts: a page that was opened with a double click cannot load other files.
  for (const element of facts.elements)
    for (const language of facts.languages) {
      const key = `${element.name}.${language}`;
      const call = `havnPlain(${JSON.stringify(key)}, ${JSON.stringify(plainOf(element, language))});\n`;
      write(`plain/${key}.js`, inAscii(call));
    }

  for (const file of ['index.html', 'builder.css', 'preview.html', '../base.css'])
    cpSync(join(source, file), join(stage, basename(file)));
  const styles = [join(source, 'preview.css'), join(dist, 'html/havn.css')].map(file =>
    readFileSync(file, 'utf8'),
  );
  write('styles.js', inAscii(`var havnStyles = ${JSON.stringify(styles.join(''))};\n`));
  for (const file of ['builder.js', 'preview.js']) write(file, await classic(file));
  const folder = join(root, 'builder');
  rmSync(folder, { recursive: true, force: true });
  renameSync(stage, folder);
}
