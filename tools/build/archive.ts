/**
 * The archive for webmasters: what a server has to have, as one folder, with a word on what is where. The builder hands it
 * out as havn.zip, a release as havn-<version>.zip. A part of the build; run alone it writes the latter into .build/, of the
 * dist/ that there is.
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

/** For bundlers, for editors of code, and for those who look at what is inside. */
const notForServers = ['editors', 'npm', 'types', 'sbom.cdx.json'];

/** The snippet that the builder gives who chooses nothing. */
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
  const [piece] = snippetOf(choice, factsOf(general, choice)).pieces;
  // Without the comment that names the version.
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

/** The same bytes from build to build. */
export const archived = (files: Record<string, Uint8Array>) =>
  zipSync(files, { level: 9, mtime: '1980-01-01T12:00:00' });

if (process.argv[1] === import.meta.filename) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const file = `.build/havn-${version}.zip`;
  const archive = archived(archivedFiles());
  mkdirSync('.build', { recursive: true });
  writeFileSync(file, archive);
  console.log(`${createHash('sha256').update(archive).digest('hex')}  ${file}`);
}
