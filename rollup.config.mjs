/**
 * The build of all scripts, of the sources as `npm run build` has compiled them. Which there are: tools/build/entries.ts.
 */
import '@oxc-node/core/register';
import { join } from 'node:path';

const { entries } = await import('./tools/build/entries.js');
const {
  inAscii,
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
 * Host pages replace globals that Lit and we rely on. An async function always answers with the promise of the engine.
 * A failure while the script starts is the webmaster's to see on the console, never an exception in their page.
 */
const intro = 'var Promise=(async()=>{})().constructor;try{';
const outro = '}catch(error){try{console.warn("Havn: "+error)}catch(e){}}';

/**
 * @param {import('./tools/build/entries.js').Entry} entry
 * @param {string} folder holds the files whose hashes the script carries, and takes the script
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
      minify(),
      inAscii(),
      refuseUnfit(),
    ],
  };
}

/** `rollup -c --configFolder FOLDER` */
export default ({ configFolder = 'dist' }) => entries().map(entry => optionsOf(entry, configFolder));
