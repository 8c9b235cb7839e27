/** The scripts that are shipped: all that the build has to know of each stands here. */
import { bundledLanguages, targetLanguages } from './country.js';
import { publicKeys } from './keys.js';

export interface Entry {
  /** in dist/ */
  file: string;
  /** what it runs, in src/; of the script of an element: the module of the class */
  module: string;
  /** of the script of an element: its class, which is defined */
  element?: string;
  /**
   * What it speaks beside English: nothing; what all scripts carry (of the country); that, and what it or the page loads;
   * all at once.
   */
  languages: 'none' | 'bundled' | 'loaded' | 'all';
  /** what it loads when a page asks for it: each the module in src/services-on-page/ of its name, or `feed` */
  chunks: string[];
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

/** Without a public key it could check nothing, and there is none. */
export const feedChunk: Entry = chunk('feed');

/** In the order of their names. */
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

/** The chunks first: scripts carry their hashes. */
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

/** `hotline-banner` of `elements/hotline-banner.js`. */
export const nameOf = ({ file }: Entry) => file.replace(/^.*\/|\.js$/g, '');

/** The languages that a script carries beside English. */
export const languagesOf = ({ languages }: Entry): string[] =>
  ({ none: [], bundled: bundledLanguages(), loaded: bundledLanguages(), all: targetLanguages() })[languages];
