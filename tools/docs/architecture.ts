/**
 * Draws docs/images/architecture.svg from the imports of src/, and fills the table of docs/architecture.md with them, so
 * that neither can disagree with the code. `node tools/docs/architecture.ts` writes; `--check` says what differs.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import ts from 'typescript';
import { filledIn, table } from './markdown.js';

/** the text of each file of src/, by its path from there */
type Sources = Record<string, string>;

/** One layer imports another, types included. */
interface Edge {
  from: string;
  to: string;
  /** of `to`, by their paths in it */
  modules: string[];
  /** of `from` */
  files: string[];
}

const page = 'docs/architecture.md';
const picture = 'docs/images/architecture.svg';
const command = 'node tools/docs/architecture.ts';

/**
 * Each with what it is, in as few words as its box has room for. From the top down: a layer imports what stands below it.
 */
const layers: Record<string, string> = {
  embed: 'ways onto a page',
  documents: 'leaflet, no trace',
  index: 'for bundlers',
  elements: 'a folder a widget',
  feed: 'newer facts',
  'hand-over': 'cards and codes',
  'services-on-page': 'own services',
  base: 'under all widgets',
  views: 'shared views',
  guidance: 'what guides say',
  directory: 'services, search',
  locale: 'language, dates',
  styles: 'style sheets',
  safety: 'links, text, exit',
};
const order = Object.keys(layers);

const placeOf = (name: string) => order.indexOf(name);

/**
 * A folder of src/, or a file beside the folders.
 * @param path from src/
 */
const layerOf = (path: string) => (path.includes('/') ? path.split('/')[0] : path.replace(/\.\w+$/, ''));

/** Without what the build writes, so that it does not matter whether there was one. */
export const readSources = (): Sources =>
  Object.fromEntries(
    readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map(path => path.replaceAll(sep, '/'))
      .filter(path => path.endsWith('.ts') && !path.includes('/generated/'))
      .sort()
      .map(path => [path, readFileSync(join('src', path), 'utf8')]),
  );

const layersIn = (sources: Sources): Set<string> => new Set(Object.keys(sources).map(layerOf));

/**
 * A module within its layer: `pathway/pathway` is `pathway`.
 * @param path from src/
 */
const nameOf = (path: string) => path.replace(/^[^/]+\/|\.js$/g, '').replace(/^([\w-]+)\/\1$/, '$1');

/** What each file of ours imports of the others: the paths of both. */
const importsIn = (sources: Sources): [file: string, module: string][] =>
  Object.entries(sources).flatMap(([file, text]) =>
    ts
      .preProcessFile(text)
      .importedFiles.map(({ fileName }) => fileName)
      .filter(name => name.startsWith('.'))
      .map(name => [file, posix.join(posix.dirname(file), name)] as [string, string]),
  );

/** Which layer imports which, from the top down. */
export function edgesIn(sources: Sources): Edge[] {
  const found: Map<string, { modules: Set<string>; files: Set<string> }> = new Map();
  for (const [file, module] of importsIn(sources)) {
    const key = `${layerOf(file)} ${layerOf(module)}`;
    const { modules, files } = found.get(key) ?? { modules: new Set(), files: new Set() };
    found.set(key, { modules: modules.add(nameOf(module)), files: files.add(file) });
  }
  return [...found]
    .map(([key, { modules, files }]) => {
      const [from, to] = key.split(' ');
      return { from, to, modules: [...modules].sort(), files: [...files].sort() };
    })
    .filter(({ from, to }) => from !== to)
    .sort((one, other) => placeOf(one.from) - placeOf(other.from) || placeOf(one.to) - placeOf(other.to));
}

/** The layers that read modules which the build has written for them. */
const generatedFor = (sources: Sources) =>
  new Set(
    importsIn(sources)
      .filter(([file, module]) => layerOf(file) === layerOf(module) && module.includes('/generated/'))
      .map(([file]) => layerOf(file)),
  );

// The picture: one box in each row, each further right than the one above. A line leaves a box to the right and turns down
// where the other box stands: no box is ever in its way. One that goes up would be on the other side.
const box = { width: 136, height: 44 };
const step = { x: 79, y: 60 };
const margin = 16;
const tip = 9;
const ground = { gap: 30, height: 34 };

const middle = (place: number) => ({
  x: margin + box.width / 2 + place * step.x,
  y: margin + box.height / 2 + place * step.y,
});

/** @param names of the layers in the picture */
function lineOf({ from, to }: Edge, names: string[]) {
  const [start, end] = [from, to].map(name => middle(names.indexOf(name)));
  const way = start.y < end.y ? 1 : -1;
  const path = `M${start.x + (way * box.width) / 2} ${start.y}H${end.x}V${end.y - way * (box.height / 2 + tip)}`;
  const kind = way > 0 ? 'edge' : 'edge up';
  return `<path class="${kind}" data-edge="${from} ${to}" d="${path}" marker-end="url(#tip)"/>
<circle class="dot" cx="${end.x}" cy="${start.y}" r="4"/>`;
}

function boxOf(name: string, place: number) {
  const { x, y } = middle(place);
  return `<g data-layer="${name}">
<rect class="box" x="${x - box.width / 2}" y="${y - box.height / 2}" width="${box.width}" height="${box.height}" rx="6"/>
<text class="name" x="${x}" y="${y - 3}">${name}</text>
<text x="${x}" y="${y + 14}">${layers[name]}</text>
</g>`;
}

/** @param y of the first */
const legend = (lines: string[], y: number) =>
  lines
    .map((line, index) => `<text class="legend" x="${margin}" y="${y + index * 20}">${line}</text>`)
    .join('\n');

const inWords = (edges: Edge[], names: string[]) =>
  names
    .map(name => {
      const imported = edges.filter(({ from }) => from === name).map(({ to }) => to);
      return `${name} imports ${imported.join(', ') || 'none of the others'}.`;
    })
    .join(' ');

/** @returns SVG */
export function drawn(sources: Sources): string {
  const found = layersIn(sources);
  const names = order.filter(name => found.has(name));
  const edges = edgesIn(sources);
  const readers = generatedFor(sources);
  const bottom = middle(names.length - 1).y + box.height / 2 + ground.gap;
  const width = middle(names.length - 1).x + box.width / 2 + margin;
  const height = bottom + ground.height + margin;
  const written = names
    .filter(name => readers.has(name))
    .map(name => {
      const { x, y } = middle(names.indexOf(name));
      return `<path class="written" d="M${x} ${bottom}V${y + box.height / 2 + tip}" marker-end="url(#tip)"/>`;
    });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title words">
<title id="title">Which folder of src/ imports which</title>
<desc id="words">${inWords(edges, names)}</desc>
<style>
text { font: 13px system-ui, sans-serif; fill: #3d4449; text-anchor: middle }
.name { font-weight: 600; font-size: 15px; fill: #0b5563 }
.legend { text-anchor: start }
.paper { fill: #fff }
.box { fill: #eef4f4; stroke: #0b5563 }
.ground { fill: #f4f1ea; stroke: #6b7c7e }
.edge, .written { fill: none; stroke: #56666b; stroke-width: 2 }
.written { stroke-dasharray: 5 4 }
.edge.up { stroke: #b3261e; stroke-width: 3 }
.dot, .tip { fill: #56666b }
@media (prefers-color-scheme: dark) {
text { fill: #c3cbd1 }
.name { fill: #7fd0df }
.paper { fill: #14191c }
.box { fill: #1d2a2e; stroke: #4fb3c4 }
.ground { fill: #24262a; stroke: #8b959c }
.edge, .written { stroke: #93a3a9 }
.edge.up { stroke: #ff8a80 }
.dot, .tip { fill: #93a3a9 }
}
</style>
<marker id="tip" viewBox="0 0 8 8" refX="1" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker>
<rect class="paper" width="${width}" height="${height}"/>
${[...written, ...edges.map(edge => lineOf(edge, names)), ...names.map(boxOf)].join('\n')}
<rect class="ground" x="${margin}" y="${bottom}" width="${width - 2 * margin}" height="${ground.height}" rx="6"/>
<text x="${width / 2}" y="${bottom + 21}">data/ (facts, translations, schemas) and package.json: the build writes generated/ from them</text>
${legend(
  [
    'A dot: the folder on its left',
    'imports the one below it.',
    'Lines that cross without a dot',
    'have nothing to do with each other.',
    'Dashed: read from generated/.',
  ],
  bottom - 130,
)}
</svg>
`;
}

const code = (text: string) => `\`${text}\``;

const tableOf = (edges: Edge[]) =>
  table(
    ['Folder', 'imports', 'of it'],
    edges.map(({ from, to, modules }) => [code(from), code(to), modules.map(code).join(' ')]),
  );

const part = /<!-- generated: imports -->[\s\S]*?<!-- \/generated -->/;

/**
 * @param text of the page
 * @returns the same with its table anew
 */
const filled = (text: string, sources: Sources): string =>
  filledIn(page, text, { imports: () => tableOf(edgesIn(sources)) });

/**
 * What the table of the page says.
 * @returns "from to"
 */
const edgesOfPage = (text: string): Set<string> =>
  new Set(
    [...(part.exec(text)?.[0] ?? '').matchAll(/^\| `([\w-]+)` +\| `([\w-]+)` +\|/gm)].map(
      ([, from, to]) => `${from} ${to}`,
    ),
  );

/** Layers that nobody has given a place. */
const faultsOfPlaces = (sources: Sources): string[] =>
  [...layersIn(sources)]
    .filter(name => !order.includes(name))
    .map(
      name => `src/${name} has no place in the picture: add it to \`layers\` in tools/docs/architecture.ts`,
    );

const faultsOfDirection = (edges: Edge[]): string[] =>
  edges
    .filter(({ from, to }) => placeOf(from) > placeOf(to))
    .map(({ from, to, files }) => `src/${files[0]}: ${from} imports ${to}, which stands above it`);

/** @returns in which the page and its picture differ from the code, in words */
export function faultsOfArchitecture(sources: Sources = readSources()): string[] {
  const places = faultsOfPlaces(sources);
  if (places.length) return places;
  const edges = edgesIn(sources);
  const text = readFileSync(page, 'utf8');
  const said = edgesOfPage(text);
  const now = new Set(edges.map(({ from, to }) => `${from} ${to}`));
  const differences = [
    ...edges
      .filter(({ from, to }) => !said.has(`${from} ${to}`))
      .map(
        ({ from, to, files }) =>
          `src/${files[0]}: ${from} imports ${to}, of which ${page} says nothing: ${command}`,
      ),
    ...[...said]
      .filter(edge => !now.has(edge))
      .map(edge => `${page}: ${edge.replace(' ', ' imports ')}, it says; nothing in src/ does: ${command}`),
  ];
  const hasDrifted = !differences.length && filled(text, sources) !== text;
  return [
    ...faultsOfDirection(edges),
    ...differences,
    ...(hasDrifted ? [`${page}: its table has drifted from the imports of src/: ${command}`] : []),
    ...(drawn(sources) === readFileSync(picture, 'utf8')
      ? []
      : [`${picture}: has drifted from the imports of src/: ${command}`]),
  ];
}

function main() {
  if (process.argv.includes('--check')) {
    const faults = faultsOfArchitecture();
    for (const fault of faults) console.error(fault);
    if (faults.length) process.exitCode = 1;
    return;
  }
  const sources = readSources();
  const [fault] = faultsOfPlaces(sources);
  if (fault) throw new Error(fault);
  writeFileSync(picture, drawn(sources));
  writeFileSync(page, filled(readFileSync(page, 'utf8'), sources));
}

if (process.argv[1] === import.meta.filename) main();
