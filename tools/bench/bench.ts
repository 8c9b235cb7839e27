/**
 * `npm run bench`: the budgets of time, and Havn beside what else a webmaster could paste, in the same run on the same
 * machine. It prints tables, and writes them to
 * tools/bench/measured.md, and a summary with a chart to docs/bench.md; it needs a build, npm and a Chromium.
 *
 * --quick        fewer rounds, to try it; nothing is written
 * --gate         the budgets alone: fails where a time is over its budget by more than a quarter
 * --only PART    one part, again and again if need be: what was measured of the others is kept, and is written with it
 *                if all are of one build
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { parseArgs } from 'node:util';
import { hashOf } from '../build/integrity.js';
import { openBrowser } from '../test/harness.js';
import { heapOver, held } from '../test/heap.js';
import { chart, type Panel } from './chart.js';
import { type Budgeted, faultsOf, generosity, shown } from './figures.js';
import { measureFinding } from './finding.js';
import { measureFirstContent } from './first-content.js';
import { measureKeystrokes } from './keystrokes.js';
import { type Lab, openLab } from './lab.js';
import { measureBlocking, measureLoading } from './loading.js';
import { families } from './loading-pages.js';
import { installPeers, withVersion } from './peers.js';
import { ownCount } from './records.js';
import {
  budgetTable,
  type FinderTable,
  finderTable,
  isOurs,
  kilobytes,
  type LoadingTable,
  loadingTable,
  peersWinFinding,
  peersWinLoading,
  spaced,
  unmeasured,
} from './report.js';
import { asked, compareLibraries, type LibraryRow, languages, libraryTable } from './search-libraries.js';

interface Results {
  machine: string;
  /** by part: see `subject` */
  measuredOf: Record<string, string>;
  budgets?: Budgeted[];
  search?: LibraryRow[];
  number?: LoadingTable;
  folds?: LoadingTable;
  finders: Record<string, FinderTable>;
}

const kept = '.build/bench.json';
const page = 'docs/bench.md';
/** All tables: a page of the documentation site (tools/docs/made.ts). */
const tables = 'tools/bench/measured.md';
const picture = 'docs/images/bench.svg';

/** How many visits each page gets: in full, and to try it. Of the finders each visit is twenty keys. */
const rounds = { loading: { full: 9, quick: 2 }, finding: { full: 3, quick: 1 } };

/** Of records: our own, which come in the script, and more. */
const counts = [ownCount(), 1000, 10_000];

type Part = (lab: Lab, speed: 'full' | 'quick', results: Results) => Promise<void>;

const budgets: Part = async (lab, speed, results) => {
  const turns = rounds.loading[speed];
  results.budgets = [
    ...(await measureFirstContent(turns)),
    await measureBlocking(lab, { rounds: turns }),
    ...(await measureKeystrokes()).flatMap(budgetsOfFinder),
    ...(await measureMemory()),
  ];
};

/** In kB: the goals that docs/sizes.md names. */
const memoryBudgets: Record<string, number> = { 'the banner, by its own script': 150, 'all elements': 1000 };

/** @returns no gates: `npm test` has them */
async function measureMemory(): Promise<Budgeted[]> {
  const browser = await openBrowser();
  try {
    const rows = [];
    for (const [what, [body, script]] of Object.entries(held)) {
      const target = memoryBudgets[what];
      if (target === undefined) continue;
      const value = (await heapOver(browser, body, script)) / 1000;
      rows.push({ name: `Memory of ${what}`, value, unit: 'kB', target });
    }
    return rows;
  } finally {
    await browser.close();
  }
}

const search: Part = async (_lab, speed, results) => {
  results.search = await compareLibraries(speed === 'quick' ? ['Havn'] : undefined);
};

/** The budgets of the search alone, in Node. */
function budgetsOfSearch({ search: rows = [] }: Results): Budgeted[] {
  const ours = rows.find(isOurs);
  if (!ours) return [];
  const { small, large, success, successAmong } = ours;
  const missed = 'Judged queries with no right answer among the first three,';
  return [
    { name: 'Search alone, p95, among 10\u00a0000 services', value: small.p95, unit: 'ms', target: 1 },
    { name: 'Search alone, p95, among 100\u00a0000 services', value: large.p95, unit: 'ms', target: 8 },
    { name: 'Index of 10\u00a0000 services, each', value: small.memory, unit: 'B', target: 1000 },
    { name: `${missed} bundled services`, value: (1 - success) * 100, unit: '%', target: 3 },
    { name: `${missed} among 10\u00a0000 others`, value: (1 - successAmong) * 100, unit: '%', target: 10 },
  ];
}

function budgetsOfFinder({
  services,
  p95,
  budget,
  index,
  longest,
}: Awaited<ReturnType<typeof measureKeystrokes>>[number]): Budgeted[] {
  // The bare field, which tells what the machine takes anyway.
  if (!services) return [];
  const among = `among ${spaced(services)} services`;
  const time = (name: string, value: number, target: number): Budgeted => ({
    name: `${name} ${among}`,
    value,
    unit: 'ms',
    target,
    gate: target * generosity,
  });
  const key = time('Key to paint, p95,', p95, budget);
  // The index has a budget at this size alone.
  return services === 10_000
    ? [key, time('Index', index, 200), time('Longest task while it is built,', longest, 50)]
    : [key];
}

const loading =
  (key: 'number' | 'folds'): Part =>
  async (lab, speed, results) => {
    const family = await families[key]();
    const turns = rounds.loading[speed];
    results[key] = {
      title: family.title,
      rounds: turns,
      rows: await measureLoading(lab, family, { rounds: turns }),
    };
  };

const finding =
  (count: number): Part =>
  async (lab, speed, results) => {
    const turns = rounds.finding[speed];
    results.finders[count] = {
      count,
      rounds: turns,
      rows: await measureFinding(lab, count, { rounds: turns }),
    };
  };

export const parts: Record<string, Part> = {
  budgets,
  search,
  number: loading('number'),
  folds: loading('folds'),
  ...Object.fromEntries(counts.map(count => [`finders-${count}`, finding(count)])),
};

function machine(chromium: string) {
  const processors = cpus();
  return [
    `${processors.length} × ${processors[0]?.model.trim() ?? 'a processor without a name'}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    chromium.replace('/', ' '),
  ].join(', ');
}

/** What is measured: the build, beside the peers that are installed. */
const subject = () =>
  hashOf(
    ['dist/integrity.json', 'tools/bench/peers/package-lock.json']
      .map(file => readFileSync(file, 'utf8'))
      .join(''),
  );

const nothingYet = (chromium: string): Results => ({
  machine: machine(chromium),
  measuredOf: {},
  finders: {},
});

/** @returns what is kept of earlier parts, on the same machine */
export function earlier(chromium: string): Results {
  const nothing = nothingYet(chromium);
  const results: Results = existsSync(kept)
    ? { ...nothing, ...JSON.parse(readFileSync(kept, 'utf8')) }
    : nothing;
  return results.machine === nothing.machine ? results : nothing;
}

export function keep(results: Results) {
  mkdirSync('.build', { recursive: true });
  writeFileSync(kept, JSON.stringify(results));
}

/** Without one that is kept from a build with more services of our own, or fewer. */
const findersOf = ({ finders }: Results) => counts.flatMap(count => finders[count] ?? []);

const tablesOf = (results: Results) => [
  ...(results.number ? [results.number] : []),
  ...(results.folds ? [results.folds] : []),
  ...findersOf(results),
];

function versions(results: Results) {
  const packages = tablesOf(results).flatMap(({ rows }) => rows.flatMap(({ packages }) => packages));
  return [`havn-widgets ${version}`, ...[...new Set(packages)].sort().map(withVersion)].join(', ');
}

const loadingText = (measured: LoadingTable) => `### ${measured.title}

${loadingTable(measured)}

${peersWinLoading(measured)}`;

const findingText = (measured: FinderTable) => `### ${spaced(measured.count)} records

${finderTable(measured)}

${peersWinFinding(measured)}`;

const introduction = (results: Results) => `One machine: ${results.machine}.

Sizes are compressed with brotli (11); 1 kB is 1000 bytes. Brackets: the middle half of the rounds.`;

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** @returns Markdown */
const summary = (results: Results) => `# Bench

\`npm run bench\` wrote this page, and [all tables](../tools/bench/measured.md) of Havn beside what else could be pasted: on the documentation site (\`npm start\`) the page “Bench: all tables”. It measured havn-widgets ${version}.

${introduction(results)}

![First content, size and keystrokes of Havn and of what else could be pasted](images/bench.svg)

## Budgets

${budgetTable(allBudgets(results))}

\`npm run bench -- --gate\` fails if a time is a quarter over its budget.
`;

/** @returns Markdown */
function report(results: Results): string {
  const { search: libraries = [], number, folds } = results;
  const loadings = [number, folds].filter(measured => measured !== undefined);
  const sizes = findersOf(results);
  return `# Bench: all tables

${introduction(results)}

Versions: ${versions(results)}.

## Loading

HTTP/2, slow 4G (1.6 Mbit/s, 150 ms), processor four times slower, window 360 × 740, first visits; rounds: ${loadings[0]?.rounds ?? 0}. "Script only" is our tag, empty. Heap: beyond plain HTML.

${loadings.map(loadingText).join('\n\n')}

## Finding

The same records for all, a fast line, processor four times slower; keys: ${sizes[0]?.rows[0]?.keys ?? 0}, rounds: ${sizes[0]?.rounds ?? 0}. "Ready": until the first query is answered on screen. A keystroke lasts until its changes in sight (1000 × 800) are painted.

Each library is set up as its documentation shows. Pagefind indexes beforehand and searches in a worker, which is not slowed down.

${sizes.map(findingText).join('\n\n')}

## Search alone

In Node: \`npm run tool -- tools/bench/search-libraries.ts\`. Success@3 is the share of ${asked.length} judged sentences in ${languages.length} languages with a right answer among the first three: ours knows what people type (\`data/lexicon\`), the others have the words of the services. Each library gets the same fields and weights.

${libraryTable(libraries)}

## Why a peer is ahead

- **Size.** Ours brings the facts, in three languages, and the quick exit.
- **Layout shift.** The pages of the bench have no \`dist/html/havn.css\`, with which nothing moves.
- **Blocking, memory.** Our script renders the content again, and keeps what was pasted.
- **Finding.** A peer shows a name and a line of text, Havn whole cards of some 25 elements, and filters.
`;
}

const allBudgets = (results: Results) => [...(results.budgets ?? []), ...budgetsOfSearch(results)];

const firstContentBars = ({ title, rows }: LoadingTable): Panel => ({
  title: `First content, times plain HTML. ${title}`,
  bars: rows.slice(1).map(row => ({
    name: row.name,
    value: row.ratio.median,
    label: shown(row.ratio.median),
    isOurs: isOurs(row),
  })),
});

const sizeBars = ({ title, rows }: LoadingTable): Panel => ({
  title: `Script and style, compressed. ${title}`,
  bars: rows
    .slice(1)
    .filter(({ name }) => !name.endsWith('script only'))
    .map(row => ({ name: row.name, value: row.bytes, label: kilobytes(row.bytes), isOurs: isOurs(row) })),
});

const keystrokeBars = ({ count, rows }: FinderTable): Panel => ({
  title: `From a key to the paint of what it changes, p95, ms. ${spaced(count)} records`,
  bars: rows.map(row => ({
    name: row.name,
    value: row.keystroke,
    label: shown(row.keystroke),
    isOurs: isOurs(row),
  })),
});

function drawing(results: Results) {
  const { number, folds } = results;
  return chart('Havn beside what else could be pasted', [
    ...(number ? [firstContentBars(number), sizeBars(number)] : []),
    ...(folds ? [firstContentBars(folds)] : []),
    ...findersOf(results).slice(-1).map(keystrokeBars),
  ]);
}

/** Writes the pages and the picture, once there is nothing that has not been measured of this build. */
export function publish(results: Results) {
  const missing = unmeasured(Object.keys(parts), results.measuredOf, subject());
  if (missing.length)
    return console.log(`Not written yet: ${missing.join(', ')} not measured of this build and these peers`);
  writeFileSync(page, summary(results));
  writeFileSync(tables, report(results));
  writeFileSync(picture, drawing(results));
  console.log(`Written: ${page}, ${tables}, ${picture}`);
}

/** Says of each gate whether it holds. */
function judge(rows: Budgeted[]) {
  const faults = faultsOf(rows);
  for (const { name, value, unit, gate } of rows)
    if (gate !== undefined) console.log(`${name}: ${shown(value)} ${unit}, at most ${shown(gate)}`);
  for (const fault of faults) console.error(`FAILED: ${fault}`);
  if (faults.length) process.exitCode = 1;
}

async function main() {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean' }, gate: { type: 'boolean' }, only: { type: 'string' } },
  });
  const wanted = values.gate ? ['budgets'] : values.only ? [values.only] : Object.keys(parts);
  const unknown = wanted.filter(part => !parts[part]);
  if (unknown.length)
    throw new Error(`There is no part ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}`);
  if (!values.gate) installPeers();

  const lab = await openLab();
  try {
    const chromium = await lab.version();
    const results = values.quick || values.gate ? nothingYet(chromium) : earlier(chromium);
    for (const [part, measure] of Object.entries(parts)) {
      if (!wanted.includes(part)) continue;
      console.log(`Measuring: ${part}`);
      // Before it is measured: whoever builds meanwhile makes another.
      const measured = subject();
      await measure(lab, values.quick ? 'quick' : 'full', results);
      results.measuredOf[part] = measured;
      if (!values.quick && !values.gate) keep(results);
    }
    if (values.gate) return judge(results.budgets ?? []);
    console.log(summary(results), report(results));
    if (!values.quick) publish(results);
  } finally {
    await lab.close();
  }
}

if (process.argv[1] === import.meta.filename) await main();
