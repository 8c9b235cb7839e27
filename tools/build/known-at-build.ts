/** The values that only the build knows: it replaces src/embed/known-at-build.ts. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'rollup';
import { bundledLanguages, targetLanguages } from './country.js';
import { type Entry, feedChunk, havn } from './entries.js';
import { readFactFile } from './fact-files.js';
import { bundledFeed, feedValidator } from './feed.js';
import { modules } from './folders.js';
import { hashOf } from './integrity.js';
import { reachOf } from './messages-in-reach.js';
import { readJson } from './read-json.js';

const { version } = readJson<{ version: string }>('package.json');

/**
 * The name that language files and chunks must share with a script: the version, and a hash of the order of messages.
 */
export async function buildName(): Promise<string> {
  const { all } = await reachOf(havn);
  return `${version}-${createHash('sha256').update(all.join()).digest('hex').slice(0, 8)}`;
}

/** Ids of the services whose numbers are not for the persons concerned. */
const forProfessionals = () =>
  readFactFile('directory/services.json').flatMap(({ id, x_audience }) =>
    x_audience.includes('person') ? [] : [id],
  );

/** @returns the hashes of the files that exist, by name */
const hashesOf = (names: string[], fileOf: (name: string) => string) =>
  Object.fromEntries(
    names
      .filter(name => existsSync(fileOf(name)))
      .map(name => [name, hashOf(readFileSync(fileOf(name), 'utf8'))]),
  );

const validator = 'havn:validator';

/** @param folder has the files whose hashes the script contains */
export const knownAtBuild = ({ file, chunks }: Entry, folder: string): Plugin => ({
  name: 'known-at-build',
  resolveId: id => (id === validator ? id : null),
  async load(id) {
    if (id === validator) return feedValidator();
    if (id !== resolve(modules, 'embed/known-at-build.js')) return null;
    const ofChunks = hashesOf(chunks, name => join(folder, `parts/${name}.js`));
    const known = {
      build: await buildName(),
      languages: hashesOf(targetLanguages(), language => join(folder, `locales/${language}.js`)),
      bundled: bundledLanguages(),
      chunks: ofChunks,
      hasFeed: 'feed' in ofChunks,
      forProfessionals: forProfessionals(),
    };
    const ofFeed = () => `import validate from '${validator}';
      export const feed = { ...${JSON.stringify(bundledFeed())}, validate };`;
    return [
      ...Object.entries(known).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`),
      ...(file === feedChunk.file ? [ofFeed()] : []),
    ].join('\n');
  },
});
