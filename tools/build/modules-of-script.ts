/** The modules of a script, before plugins change them. */
import { dirname, resolve } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import type { Plugin, RollupOptions } from 'rollup';
import { type Entry, havn } from './entries.js';
import { modules } from './folders.js';

const elementScript = '\0element';

/** The entry module of a script for one element. */
const scriptOfElement = ({ module, element, chunks }: Entry): Plugin => {
  const from = (path: string) => JSON.stringify(resolve(modules, path));
  return {
    name: 'script-of-element',
    resolveId: id => (id === elementScript ? id : null),
    load(id) {
      if (id !== elementScript) return null;
      const offer = `import { offerChunks } from ${from('embed/chunks.js')};
        import { build, chunks } from ${from('embed/known-at-build.js')};
        offerChunks(build, '../parts/', chunks);`;
      return `import { define } from ${from('base/define.js')};
        import { ${element} } from ${from(module)};
        ${chunks.length ? offer : ''}
        define(${element});`;
    },
  };
};

/** Replaces modules that are shipped as chunks by the code that loads them. */
const chunksOnDemand = ({ file, chunks }: Entry): Plugin => ({
  name: 'chunks-on-demand',
  resolveId(id, importer = '') {
    const path = resolve(dirname(importer), id);
    const chunk = havn.chunks.find(name => path === resolve(modules, `services-on-page/${name}.js`));
    if (!chunk || file.startsWith('parts/')) return null;
    if (!chunks.includes(chunk)) throw new Error(`tools/build/entries.ts: ${file} needs the chunk ${chunk}`);
    return resolve(modules, `embed/${chunk}-on-demand.js`);
  },
});

export const modulesOf = (entry: Entry) =>
  ({
    input: entry.element ? elementScript : resolve(modules, entry.module),
    treeshake: { moduleSideEffects: id => id === elementScript || id.includes('/embed/') },
    plugins: [scriptOfElement(entry), chunksOnDemand(entry), nodeResolve({ exportConditions: ['browser'] })],
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
  }) satisfies RollupOptions;
