/**
 * The archive for webmasters: one folder with all files that a server needs, and a README. The embed builder offers it
 * as havn.zip, a release as havn-<version>.zip. It is a part of the build; run alone, as `npm run release` does, it
 * writes havn-<version>.zip into .build/release from the current dist/.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { factsOf, type General } from '../../demo/builder/facts.js';
import { type Choice, exampleFolder, snippetOf } from '../../demo/builder/snippet.js';
import { builderFacts } from './builder-facts.js';
import { bundledInWords, bundledLanguages } from './country.js';
import { filesIn } from './integrity.js';

const dist = join(import.meta.dirname, '../../dist');

/** Files for bundlers and code editors, and the bill of materials: a server does not need them. */
const notForServers = ['editors', 'npm', 'types', 'sbom.cdx.json'];

/** The snippet that the embed builder shows before anything is chosen. */
function snippetOfBanner(general: General) {
  const choice: Choice = {
    element: 'hotline-banner',
    language: bundledLanguages()[0] ?? 'en',
    attributes: {},
    accent: '',
    radius: '',
    folder: exampleFolder,
    way: 'tag',
    extras: [],
    feed: '',
  };
  const [piece] = snippetOf([{ choice, facts: factsOf(general, choice) }]).pieces;
  // Without its first line, a comment with the version.
  return piece?.code.replace(/^.*\n/, '');
}

const readme = (general: General) => `\
Havn ${general.version}. Put this folder on your server as it is, and paste, with your own address:
${snippetOfBanner(general)}

havn.js, elements/             all elements, or one each, in ${bundledInWords()}
locales/, parts/               what havn.js loads from beside it: further languages, own services
html/, frame/, brand.css       plain HTML to paste, pages for an iframe, colours of a design system
leaflet/, hand-over.js         leaflets and cards to print
api/, facts/, facts.json       open data (HSDS, CSV, vCard, calendars), and the facts for a feed
integrity.json, licenses.txt   the hash of each file of the build, the licences of what is inside
Documentation: docs/embedding.md of the project, at the tag v${general.version}. To choose by clicking: its embed builder.
`;

/** Each file of dist/ that a server needs, by its path in the archive. */
export const archivedFiles = (): Record<string, Uint8Array> =>
  Object.fromEntries([
    ['havn/README.txt', new TextEncoder().encode(readme({ ...builderFacts([]), archiveSize: 0 }))],
    ...filesIn(dist)
      .filter(file => !notForServers.some(folder => `${file}/`.startsWith(`${folder}/`)))
      .map(file => [`havn/${file}`, new Uint8Array(readFileSync(join(dist, file)))]),
  ]);

/** The fixed time makes the bytes the same in every build. */
export const archived = (files: Record<string, Uint8Array>) =>
  zipSync(files, { level: 9, mtime: '1980-01-01T12:00:00' });

if (process.argv[1] === import.meta.filename) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const file = `.build/release/havn-${version}.zip`;
  const archive = archived(archivedFiles());
  mkdirSync('.build/release', { recursive: true });
  writeFileSync(file, archive);
  console.log(`${createHash('sha256').update(archive).digest('hex')}  ${file}`);
}
