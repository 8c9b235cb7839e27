/** The scripts that are shipped, with all that the build has to know about each. */
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
  /** whether its code repeats itself, as what Ajv writes: then Terser makes it an eighth smaller */
  isRepetitive?: true;
}

const element = (name: string, type: string, ...chunks: string[]): Entry => ({
  file: `elements/${name}.js`,
  module: `elements/${name}/${name}.js`,
  element: type,
  languages: 'bundled',
  chunks,
});

const chunk = (name: string): Entry => ({
  file: `parts/${name}.js`,
  module: `embed/entries/${name}.js`,
  languages: 'loaded',
  chunks: [],
});

export const havn: Entry = {
  file: 'havn.js',
  module: 'embed/entries/havn.js',
  languages: 'loaded',
  chunks: ['local-services', 'page-directory', 'feed'],
};

/** Built only if there is a public key: without one it could check no feed. */
export const feedChunk: Entry = { ...chunk('feed'), isRepetitive: true };

/** Sorted by name. */
export const elements = [
  element('contact-directory', 'ContactDirectory', 'local-services'),
  element('entitlements-list', 'EntitlementsList'),
  element('hotline-banner', 'HotlineBanner'),
  element('language-menu', 'LanguageMenu'),
  element('pathway', 'Pathway'),
  element('permit-guide', 'PermitGuide'),
  element('quick-exit', 'QuickExit'),
  element('referral-guide', 'ReferralGuide'),
  element('return-guide', 'ReturnGuide'),
  element('service-card', 'ServiceCard'),
  element('service-finder', 'ServiceFinder', 'local-services', 'page-directory'),
];

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

/** The languages that a script contains besides English. */
export const languagesOf = ({ languages }: Entry): string[] =>
  ({ none: [], bundled: bundledLanguages(), loaded: bundledLanguages(), all: targetLanguages() })[languages];
