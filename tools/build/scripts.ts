/** The scripts, as rollup.config.mjs describes them. */
import { rollup } from 'rollup';
import { loadConfigFile } from 'rollup/loadConfigFile';
import { optionsOf } from '../../rollup.config.mjs';
import type { Entry } from './entries.js';

/** @param folder that has the language files */
export async function writeScripts(folder: string) {
  const { options } = await loadConfigFile('rollup.config.mjs', { configFolder: folder });
  for (const script of options) {
    const build = await rollup(script);
    for (const output of script.output) await build.write(output);
    await build.close();
  }
}

/**
 * A script that is not written, with where each piece of it comes from.
 * @param folder of the files whose hashes it carries
 */
export async function scriptOf(entry: Entry, folder = 'dist') {
  const { output, ...script } = optionsOf(entry, folder);
  const build = await rollup(script);
  const {
    output: [{ code, map }],
  } = await build.generate({ ...output, sourcemap: 'hidden' });
  await build.close();
  return { code, map };
}
