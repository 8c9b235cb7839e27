/** The picture and the table of docs/architecture.md say what the code says. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { drawn, edgesIn, faultsOfArchitecture, readSources } from '../../tools/docs/architecture.js';

const sources = readSources();
const picture = drawn(sources);

/** @returns "from to" */
const edgesDrawn = (svg: string): string[] =>
  [...svg.matchAll(/data-edge="([^"]+)"/g)].map(([, edge]) => edge);

const faultsWith = (changed: Record<string, string>) => faultsOfArchitecture({ ...sources, ...changed });

test('the page and its picture are those of the code', () => {
  assert.deepEqual(faultsOfArchitecture(), []);
});

test('every folder of src/ that has code is in the picture, and index.ts', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter(entry => entry.isDirectory());
  for (const name of [...folders.map(({ name }) => name), 'index'])
    assert.match(picture, new RegExp(`<text class="name"[^>]*>${name}</text>`));
});

test('an edge is drawn where one folder imports another, once, and nowhere else', () => {
  const few = {
    'base/one.ts': `import type { Three } from '../directory/three.js';
      export * from '../safety/index.js';
      // import { no } from '../styles/no.js';
      const text = \`import { no } from '../locale/no.js'\`;`,
    'base/two.ts': "import { other } from './one.js'; export { three } from '../directory/three.js';",
    'directory/three.ts': "import { html } from 'lit/html.js';",
    'safety/index.ts': '',
    'styles/no.ts': '',
    'locale/no.ts': '',
  };
  assert.deepEqual(edgesDrawn(drawn(few)), ['base directory', 'base safety']);
  assert.deepEqual(
    edgesDrawn(picture),
    edgesIn(sources).map(({ from, to }) => `${from} ${to}`),
  );
});

test('an import of a folder that was not imported before is told of', () => {
  const [fault, ...others] = faultsWith({ 'guidance/new.ts': "import { css } from '../styles/css.js';" });
  assert.match(fault, /^src\/guidance\/new\.ts: guidance imports styles, of which docs\/architecture\.md/);
  assert.match(others.join('\n'), /^docs\/images\/architecture\.svg: has drifted/);
});

test('an import that is gone is told of', () => {
  const changed = Object.keys(sources)
    .filter(path => path.startsWith('guidance/'))
    .map(path => [path, '']);
  const faults = faultsWith(Object.fromEntries(changed)).join('\n');
  assert.match(
    faults,
    /^docs\/architecture\.md: guidance imports directory, it says; nothing in src\/ does/m,
  );
});

test('another module of a folder that is imported already is told of', () => {
  const faults = faultsWith({ 'guidance/new.ts': "import { critical } from '../directory/critical.js';" });
  assert.deepEqual(faults, [
    'docs/architecture.md: its table has drifted from the imports of src/: node tools/docs/architecture.ts',
  ]);
});

test('an import of what stands above is told of, and drawn as one', () => {
  const up = { 'safety/new.ts': "import { warn } from '../base/warn.js';" };
  assert.match(faultsWith(up)[0], /^src\/safety\/new\.ts: safety imports base, which stands above it$/);
  assert.match(drawn({ ...sources, ...up }), /<path class="edge up" data-edge="safety base"/);
});

test('a folder without a place in the picture is told of', () => {
  assert.deepEqual(faultsWith({ 'novelty/one.ts': '' }), [
    'src/novelty has no place in the picture: add it to `layers` in tools/docs/architecture.ts',
  ]);
});
