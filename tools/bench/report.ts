/** The results of a run in words: tables of Markdown, and what others do better. Pure. */
import { table } from '../docs/markdown.js';
import { shown, shownSpread } from './figures.js';

/** @typedef {import('./figures.js').Budgeted} Budgeted */
/** @typedef {import('./loading.js').LoadingRow} LoadingRow */
/** @typedef {import('./finding.js').FinderRow} FinderRow */

/** @typedef {{title: string, rounds: number, rows: LoadingRow[]}} LoadingTable */
/** @typedef {{count: number, rounds: number, rows: FinderRow[]}} FinderTable */

/** `10 000` @param {number} count */
export const spaced = count => count.toLocaleString('en').replaceAll(',', '\u00a0');

/** @param {number} bytes */
export const kilobytes = bytes => `${(bytes / 1000).toFixed(1)} kB`;

export const isOurs = (/** @type {{name: string}} */ { name }) => name.startsWith('Havn');
const isPeer = (/** @type {{packages: string[]}} */ { packages }) => packages.length > 0;

/** @param {LoadingTable} measured */
export const loadingTable = ({ rows }) =>
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

const found = ['no', 'yes'];

/** @param {FinderTable} measured */
export function finderTable({ rows }) {
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
      ...(finds ? [finds.typo, finds.substring, finds.folded].map(yes => found[Number(yes)]) : []),
    ]),
  );
}

/** @param {Budgeted[]} rows */
export const budgetTable = rows =>
  table(
    ['What', 'Measured', 'Budget', 'Fails above'],
    rows.map(({ name, value, unit, target, gate }) => [
      name,
      `${shown(value)} ${unit}`,
      shown(target),
      gate === undefined ? '' : shown(gate),
    ]),
  );

/**
 * What is compared: the smaller figure is the better one. `least` is what a figure has to differ by to count.
 * @template Row
 * @typedef {{what: string, of: (row: Row) => number, show: (value: number) => string, least: number}} Measure
 */

/** @type {Measure<LoadingRow>[]} */
const loadingMeasures = [
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

/** @type {Measure<FinderRow>[]} */
const finderMeasures = [
  { what: 'script and style', of: ({ bytes }) => bytes, show: kilobytes, least: 1 },
  { what: 'records or index', of: ({ data }) => data, show: kilobytes, least: 1 },
  { what: 'ready, ms', of: ({ ready }) => ready.median, show: shown, least: 20 },
  { what: 'keystroke p95, ms', of: ({ keystroke }) => keystroke, show: shown, least: 5 },
  { what: 'elements', of: ({ elements }) => elements, show: String, least: 1 },
  ...['typo', 'substring', 'folded'].map(key => ({
    what: { typo: 'a typo', substring: 'a substring', folded: 'a word without å and ø' }[key] ?? '',
    of: (/** @type {FinderRow} */ { finds }) => (finds ? 1 - Number(finds[/** @type {'typo'} */ (key)]) : 0),
    show: (/** @type {number} */ value) => (value ? 'not found' : 'found'),
    least: 1,
  })),
];

/**
 * Where a peer is better than the first row of ours, which is for one thing alone as theirs are.
 * @template {{name: string, packages: string[]}} Row
 * @param {Row[]} rows
 * @param {Measure<Row>[]} measures
 * @returns {string} Markdown
 */
function peersWin(rows, measures) {
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

/** @param {LoadingTable} measured */
export const peersWinLoading = ({ rows }) => peersWin(rows, loadingMeasures);
/** @param {FinderTable} measured */
export const peersWinFinding = ({ rows }) => peersWin(rows, finderMeasures);
