/**
 * Fills the tables of docs/embedding.md from what the tests have recorded in docs/embedding-results, so that they cannot
 * promise more than was tested. `npm run generate` writes; `npm run check` says what has drifted.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTag } from '../build/in-tag.js';
import { faultsOfDrift, filledIn, table } from '../build/markdown.js';
import type { Row } from '../test/results.js';

const page = 'docs/embedding.md';
const results = 'docs/embedding-results';

const engines = ['Chromium', 'Firefox', 'WebKit'] as const;

/** The ways, in the order of the page, by what the tables call them. */
const ways = {
  tag: 'tag',
  element: 'one script',
  placeholder: 'placeholder',
  html: 'plain HTML',
  frame: 'frame',
  npm: 'npm',
};

const shown = { widget: 'element', fallback: 'number', content: 'content', nothing: '**nothing**' };

const notTested = 'not tested';

function recorded(): Row[] {
  const rows: Map<string, Row> = new Map();
  for (const file of readdirSync(results).filter(name => name.endsWith('.json')))
    for (const row of JSON.parse(readFileSync(join(results, file), 'utf8')) as Row[]) {
      const key = JSON.stringify([row.way, row.policy, row.engine, row.filter]);
      if (rows.has(key)) throw new Error(`${results}/${file}: ${key} is recorded twice`);
      rows.set(key, row);
    }
  return [...rows.values()];
}

/** What the engines show, those that agree together; one word where all do. */
function inEngines(rows: Row[]) {
  const wordOf = (engine: string) => {
    const row = rows.find(row => row.engine === engine);
    return row ? shown[row.shows] : notTested;
  };
  const words = [...new Set(engines.map(wordOf))];
  if (words.length === 1) return words.join('');
  return words
    .map(word => `${engines.filter(engine => wordOf(engine) === word).join(', ')}: ${word}`)
    .join('<br>');
}

/** A table with a line for each name and a column for each way that was tested. */
function byWay(
  title: string,
  rows: Row[],
  nameOf: (row: Row) => string,
  shownName: (name: string) => string,
  cell: (rows: Row[]) => string,
) {
  if (!rows.length) return `${title}: ${notTested}.`;
  const columns = (Object.keys(ways) as (keyof typeof ways)[]).filter(way =>
    rows.some(row => row.way === way),
  );
  const names = [...new Set(rows.map(nameOf))].sort((one, other) => one.localeCompare(other, 'en'));
  return table(
    [title, ...columns.map(way => ways[way])],
    names.map(name => [
      shownName(name),
      ...columns.map(way => cell(rows.filter(row => row.way === way && nameOf(row) === name))),
    ]),
  );
}

const parts: Record<string, (rows: Row[]) => string> = {
  filters: rows =>
    byWay(
      'Filter',
      rows.filter(({ filter }) => filter),
      ({ filter }) => String(filter),
      name => name,
      // What is left of a snippet is the same in every browser: it is opened in one.
      ([row]) => (row ? shown[row.shows] : notTested),
    ),
  policies: rows =>
    byWay(
      'Policy',
      rows.filter(({ policy }) => policy),
      ({ policy }) => String(policy),
      name => `\`${name}\``,
      inEngines,
    ),
};

/** The banner's words, which an editor may have changed. */
const snippets =
  /(?<=<!-- snippet: (?:tag|element|placeholder) -->\n```html\n<[^>]*>)<p>.*(?=<\/(?:havn-hotline-banner|div)>\n)/g;

/** @returns the same with its tables and snippets anew */
function filled(text: string): string {
  const rows = recorded();
  const named = Object.entries(parts).map(([name, part]) => [name, () => part(rows)] as const);
  return filledIn(page, text, Object.fromEntries(named)).replace(snippets, () => inTag('nb'));
}

export function checkEmbedding(): string[] {
  const text = readFileSync(page, 'utf8');
  return faultsOfDrift(page, text, filled(text));
}

if (process.argv[1] === import.meta.filename) writeFileSync(page, filled(readFileSync(page, 'utf8')));
