/** Bundles the scripts as rollup.config.mjs describes them. */
import { rollup } from 'rollup';
import { loadConfigFile } from 'rollup/loadConfigFile';
import { optionsOf } from '../../rollup.config.mjs';
import type { Entry } from './entries.js';

/** @param folder has the language files */
export async function writeScripts(folder: string) {
  const { options } = await loadConfigFile('rollup.config.mjs', { configFolder: folder });
  for (const script of options) {
    const build = await rollup(script);
    for (const output of script.output) await build.write(output);
    await build.close();
  }
}

/**
 * Bundles a script in memory, with its source map.
 * @param folder has the files whose hashes the script contains
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
