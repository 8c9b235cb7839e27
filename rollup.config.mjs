/**
 * Builds all scripts from the sources that `npm run build` has compiled. tools/build/entries.ts lists the scripts.
 */
import '@oxc-node/core/register';
import { join } from 'node:path';

const { entries } = await import('./tools/build/entries.js');
const {
  encode,
  knownAtBuild,
  litGlobals,
  lower,
  minify,
  minifyTemplates,
  modulesOf,
  noteComponents,
  ownLanguages,
  ownMessages,
  refuseUnfit,
} = await import('./tools/build/rollup-plugins.js');

/**
 * Host pages replace globals that Lit and our code need, such as Promise. An async function always returns the native
 * Promise of the browser, so that one is used. An error while the script starts is a warning on the console for the
 * webmaster, never an exception in the host page.
 */
const intro = 'var Promise=(async()=>{})().constructor;try{';
const outro = '}catch(error){try{console.warn("Havn: "+error)}catch(e){}}';

/**
 * @param {import('./tools/build/entries.js').Entry} entry
 * @param {string} folder has the files whose hashes the script contains; the script is written there too
 */
export function optionsOf(entry, folder) {
  const { plugins, ...options } = modulesOf(entry);
  /** @type {import('rollup').OutputOptions} */
  const output = { file: join(folder, entry.file), format: 'iife', strict: true, intro, outro };
  return {
    ...options,
    output,
    plugins: [
      ...plugins,
      knownAtBuild(entry, folder),
      ownMessages(entry),
      ownLanguages(entry),
      litGlobals(),
      minifyTemplates(),
      noteComponents(),
      lower(),
      minify(entry),
      encode(entry),
      refuseUnfit(),
    ],
  };
}

/** `rollup -c --configFolder FOLDER` */
export default ({ configFolder = 'dist' }) => entries().map(entry => optionsOf(entry, configFolder));
