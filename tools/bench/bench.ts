/**
 * `npm run bench`: the budgets of time, and Havn beside what else a webmaster could paste, in the same run on the same
 * machine. It prints tables, and writes them to tools/bench/measured.md, and the budgets to docs/bench.md; it needs a
 * build, npm and a Chromium. `--gate`: the budgets alone; fails where a time is over its budget by more than a quarter.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { parseArgs } from 'node:util';
import { openBrowser } from '../test/harness.js';
import { heapOver, held } from '../test/heap.js';
import { type Budgeted, faultsOf, generosity, shown } from './figures.js';
import { measureFinding } from './finding.js';
import { measureKeystrokes } from './keystrokes.js';
import { type Lab, openLab } from './lab.js';
import { measureLoading } from './loading.js';
import { budgetedPages, families } from './loading-pages.js';
import { installPeers, withVersion } from './peers.js';
import { ownCount } from './records.js';
import {
  budgetTable,
  type FinderTable,
  finderTable,
  isOurs,
  type LoadingTable,
  loadingTable,
  peersWinFinding,
  peersWinLoading,
  spaced,
} from './report.js';
import { asked, compareLibraries, type LibraryRow, languages, libraryTable } from './search-libraries.js';

interface Results {
  machine: string;
  budgets: Budgeted[];
  search: LibraryRow[];
  loading: LoadingTable[];
  finders: FinderTable[];
}

const page = 'docs/bench.md';
/** All tables: a page of the documentation site (tools/docs/made.ts). */
const tables = 'tools/bench/measured.md';

/** How many visits each page gets. Of the finders each visit is twenty keys. */
const rounds = { loading: 9, finding: 3 };

/** Of records: our own, which come in the script, and more. */
const counts = [ownCount(), 1000, 10_000];

/** In the order of the table. */
const measureBudgets = async (lab: Lab): Promise<Budgeted[]> => [
  ...(await measurePages(lab)),
  ...(await measureKeystrokes()).flatMap(budgetsOfFinder),
  ...(await measureMemory()),
];

/** How soon the banner's content is there, against the same as plain HTML, and how long every element blocks. */
async function measurePages(lab: Lab): Promise<Budgeted[]> {
  const { family, targets } = budgetedPages();
  const [, ...rows] = await measureLoading(lab, family, { rounds: rounds.loading });
  return rows.map(({ name, ratio, blocking }, index) => {
    const target = targets[index];
    const what = name.replace('Havn: ', '');
    return target === undefined
      ? {
          name: `Total blocking time with ${what}`,
          value: blocking,
          unit: 'ms',
          target: 50,
          gate: 50 * generosity,
        }
      : {
          name: `First content with ${what}`,
          value: ratio.median,
          unit: 'times plain HTML',
          target,
          gate: target * generosity,
        };
  });
}

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

/** The budgets of the search alone, in Node. */
function budgetsOfSearch({ search }: Results): Budgeted[] {
  const ours = search.find(isOurs);
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

function versions({ loading, finders }: Results) {
  const packages = [...loading, ...finders].flatMap(({ rows }) => rows.flatMap(({ packages }) => packages));
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

const summary = (results: Results) => `# Bench

\`npm run bench\` wrote this page, and [all tables](../tools/bench/measured.md) of Havn beside what else could be pasted: on the documentation site (\`npm start\`) the page “Bench: all tables”. It measured havn-widgets ${version}.

${introduction(results)}

## Budgets

${budgetTable([...results.budgets, ...budgetsOfSearch(results)])}

\`npm run bench -- --gate\` fails if a time is a quarter over its budget.
`;

function report(results: Results): string {
  const { search, loading, finders } = results;
  return `# Bench: all tables

${introduction(results)}

Versions: ${versions(results)}.

## Loading

HTTP/2, slow 4G (1.6 Mbit/s, 150 ms), processor four times slower, window 360 × 740, first visits; rounds: ${rounds.loading}. "Script only" is our tag, empty. Heap: beyond plain HTML.

${loading.map(loadingText).join('\n\n')}

## Finding

The same records for all, a fast line, processor four times slower; keys: ${finders[0]?.rows[0]?.keys ?? 0}, rounds: ${rounds.finding}. "Ready": until the first query is answered on screen. A keystroke lasts until its changes in sight (1000 × 800) are painted.

Each library is set up as its documentation shows. Pagefind indexes beforehand and searches in a worker, which is not slowed down.

${finders.map(findingText).join('\n\n')}

## Search alone

In Node: \`npm run tool -- tools/bench/search-libraries.ts\`. Success@3 is the share of ${asked.length} judged sentences in ${languages.length} languages with a right answer among the first three: ours knows what people type (\`data/lexicon\`), the others have the words of the services. Each library gets the same fields and weights.

${libraryTable(search)}

## Why a peer is ahead

- **Size.** Ours brings the facts, in three languages, and the quick exit.
- **Layout shift.** The pages of the bench have no \`dist/html/havn.css\`, with which nothing moves.
- **Blocking, memory.** Our script renders the content again, and keeps what was pasted.
- **Finding.** A peer shows a name and a line of text, Havn whole cards of some 25 elements, and filters.
`;
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
  const { values } = parseArgs({ options: { gate: { type: 'boolean' } } });
  if (!values.gate) installPeers();
  const lab = await openLab();
  try {
    const budgets = await measureBudgets(lab);
    if (values.gate) return judge(budgets);
    const search = await compareLibraries();
    const loading = [];
    for (const family of [await families.number(), await families.folds()])
      loading.push({
        title: family.title,
        rows: await measureLoading(lab, family, { rounds: rounds.loading }),
      });
    const finders = [];
    for (const count of counts)
      finders.push({ count, rows: await measureFinding(lab, count, { rounds: rounds.finding }) });
    const results = { machine: machine(await lab.version()), budgets, search, loading, finders };
    console.log(summary(results), report(results));
    writeFileSync(page, summary(results));
    writeFileSync(tables, report(results));
    console.log(`Written: ${page}, ${tables}`);
  } finally {
    await lab.close();
  }
}

if (process.argv[1] === import.meta.filename) await main();
