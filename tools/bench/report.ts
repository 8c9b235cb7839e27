/** The results of a run in words: tables of Markdown, and what others do better. Pure. */
import { table } from '../build/markdown.js';
import { type Budgeted, shown, shownSpread } from './figures.js';
import type { FinderRow } from './finding.js';
import type { LoadingRow } from './loading.js';

export interface LoadingTable {
  title: string;
  rows: LoadingRow[];
}
export interface FinderTable {
  count: number;
  rows: FinderRow[];
}

/** `10 000` */
export const spaced = (count: number) => count.toLocaleString('en').replaceAll(',', '\u00a0');

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

export const isOurs = ({ name }: { name: string }) => name.startsWith('Havn');
const isPeer = ({ packages }: { packages: string[] }) => packages.length > 0;

export const loadingTable = ({ rows }: LoadingTable) =>
  table(
    [
      'Page',
      'Script and style',
      'All that is sent',
      'Requests before',
      'First content, times plain HTML',
      'First content, ms',
      'Layout shift',
      'Blocking, ms',
      'Heap',
    ],
    rows.map(row => [
      row.name,
      kilobytes(row.bytes),
      kilobytes(row.sent),
      String(row.before),
      shownSpread(row.ratio),
      shownSpread(row.firstContent),
      row.shift.toFixed(3).replace('0.000', '0'),
      shown(row.blocking),
      row === rows[0] ? '' : kilobytes(row.heap),
    ]),
  );

export function finderTable({ rows }: FinderTable) {
  const asked = rows.some(({ finds }) => finds);
  return table(
    [
      'Finder',
      'Script and style',
      'Records or index',
      'Ready, ms',
      'Keystroke p95, ms',
      'Elements',
      ...(asked ? ['Typo', 'Substring', 'Without å, ø'] : []),
    ],
    rows.map(({ name, bytes, data, ready, keystroke, elements, finds }) => [
      name,
      kilobytes(bytes),
      kilobytes(data),
      shownSpread(ready),
      shown(keystroke),
      String(elements),
      ...(finds ? [finds.typo, finds.substring, finds.folded].map(yes => (yes ? 'yes' : 'no')) : []),
    ]),
  );
}

export const budgetTable = (rows: Budgeted[]) =>
  table(
    ['What', 'Measured', 'Budget', 'Fails above'],
    rows.map(({ name, value, unit, target, gate }) => [
      name,
      `${shown(value)} ${unit}`,
      shown(target),
      gate === undefined ? '' : shown(gate),
    ]),
  );

/** What is compared: the smaller figure is the better one. `least` is what a figure has to differ by to count. */
interface Measure<Row> {
  what: string;
  of: (row: Row) => number;
  show: (value: number) => string;
  least: number;
}

const loadingMeasures: Measure<LoadingRow>[] = [
  { what: 'script and style', of: ({ bytes }) => bytes, show: kilobytes, least: 1 },
  { what: 'all that is sent', of: ({ sent }) => sent, show: kilobytes, least: 1 },
  { what: 'requests before the first content', of: ({ before }) => before, show: String, least: 1 },
  {
    what: 'first content, times plain HTML',
    of: ({ ratio }) => ratio.median,
    show: shown,
    least: 0.05,
  },
  { what: 'layout shift', of: ({ shift }) => shift, show: value => value.toFixed(3), least: 0.005 },
  { what: 'blocking, ms', of: ({ blocking }) => blocking, show: shown, least: 10 },
  { what: 'heap', of: ({ heap }) => heap, show: kilobytes, least: 5000 },
];

const finderMeasures: Measure<FinderRow>[] = [
  { what: 'script and style', of: ({ bytes }) => bytes, show: kilobytes, least: 1 },
  { what: 'records or index', of: ({ data }) => data, show: kilobytes, least: 1 },
  { what: 'ready, ms', of: ({ ready }) => ready.median, show: shown, least: 20 },
  { what: 'keystroke p95, ms', of: ({ keystroke }) => keystroke, show: shown, least: 5 },
  { what: 'elements', of: ({ elements }) => elements, show: String, least: 1 },
  ...['typo', 'substring', 'folded'].map(key => ({
    what: { typo: 'a typo', substring: 'a substring', folded: 'a word without å and ø' }[key] ?? '',
    of: ({ finds }: FinderRow) => (finds ? 1 - Number(finds[key as 'typo']) : 0),
    show: (value: number) => (value ? 'not found' : 'found'),
    least: 1,
  })),
];

/** Where a peer is better than the first row of ours, which is for one thing alone as theirs are. */
function peersWin<Row extends { name: string; packages: string[] }>(
  rows: Row[],
  measures: Measure<Row>[],
): string {
  const ours = rows.find(isOurs);
  if (!ours) return '';
  const lines = measures.flatMap(({ what, of, show, least }) => {
    const better = rows.filter(row => isPeer(row) && of(row) <= of(ours) - least);
    const names = better.map(row => `${row.name} ${show(of(row))}`).join(', ');
    return better.length ? [`- ${what}, ${show(of(ours))}: ${names}`] : [];
  });
  return lines.length
    ? `What a peer does better than "${ours.name}":\n\n${lines.join('\n')}`
    : `No peer is better than "${ours.name}" in any of these figures.`;
}

export const peersWinLoading = ({ rows }: LoadingTable) => peersWin(rows, loadingMeasures);
export const peersWinFinding = ({ rows }: FinderTable) => peersWin(rows, finderMeasures);
