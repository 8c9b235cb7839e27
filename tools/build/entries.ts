/** The scripts that are shipped, with all that the build has to know about each. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundledLanguages, targetLanguages } from './country.js';
import { publicKeys } from './keys.js';

export interface Entry {
  /** in dist/ */
  file: string;
  /** the module in src/ that it runs; for the script of an element: the module of the class */
  module: string;
  /** for the script of an element: the name of the class that it defines */
  element?: string;
  /**
   * Its languages besides English: none; those that every script contains (bundled in country.json); those and the ones
   * that the script or the page loads; all of them.
   */
  languages: 'none' | 'bundled' | 'loaded' | 'all';
  /** the chunks that it loads when a page needs them: names of modules in src/services-on-page/, or `feed` */
  chunks: string[];
  /** whether only our own scripts load it */
  isChunk?: true;
  /** whether its code repeats itself, as what Ajv writes: then Terser makes it an eighth smaller */
  isRepetitive?: true;
}

const chunk = (name: string): Entry => ({
  file: `parts/${name}.js`,
  module: `embed/entries/${name}.js`,
  languages: 'loaded',
  chunks: [],
  isChunk: true,
});

export const havn: Entry = {
  file: 'havn.js',
  module: 'embed/entries/havn.js',
  languages: 'loaded',
  chunks: ['local-services', 'page-directory', 'feed'],
};

/** Built only if there is a public key: without one it could check no feed. */
export const feedChunk: Entry = { ...chunk('feed'), isRepetitive: true };

/** The chunks of elements that load any. */
const chunksOf: Record<string, string[]> = {
  'contact-directory': ['local-services'],
  'service-finder': ['local-services', 'page-directory'],
};

const folder = join(import.meta.dirname, '../../src/elements');

/** Every element: `hotline-banner/hotline-banner.ts` has the class HotlineBanner. Sorted by name. */
export const elements = readdirSync(folder)
  .filter(name => existsSync(join(folder, name, `${name}.ts`)))
  .sort()
  .map(name => ({
    file: `elements/${name}.js`,
    module: `elements/${name}/${name}.js`,
    element: name.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase()),
    languages: 'bundled' as const,
    chunks: chunksOf[name] ?? [],
  }));

/** Chunks first, since the scripts contain their hashes. */
export const entries = (): Entry[] => [
  chunk('local-services'),
  chunk('page-directory'),
  ...(publicKeys().length ? [feedChunk] : []),
  havn,
  { file: 'hand-over.js', module: 'embed/entries/hand-over.js', languages: 'all', chunks: [] },
  ...elements,
  { file: 'frame/frame.js', module: 'embed/entries/frame.js', languages: 'loaded', chunks: [] },
  { file: 'frame/host.js', module: 'embed/entries/frame-host.js', languages: 'bundled', chunks: [] },
];

/** `hotline-banner` for `elements/hotline-banner.js`. */
export const nameOf = ({ file }: Entry) => file.replace(/^.*\/|\.js$/g, '');

/** The names of the elements that a page written by hand does not have yet, such as those that are new. */
export const namesBeside = (html: string): string[] =>
  elements.map(nameOf).filter(name => !html.includes(`<havn-${name}`));

/** The languages that a script contains besides English. */
export const languagesOf = ({ languages }: Entry): string[] =>
  ({ none: [], bundled: bundledLanguages(), loaded: bundledLanguages(), all: targetLanguages() })[languages];
