/** Writes the lists of elements that the sources import, from the table of entries. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { elements } from './entries.js';

/** The exit and the helpline are there before the rest. */
const first = ['QuickExit', 'HotlineBanner'];

export function writeElementLists() {
  const classes = elements.map(({ element }) => element);
  const inOrder = [...first, ...classes.filter(name => !first.includes(name))];
  const lists = {
    'src/elements/generated/classes.ts': elements.map(
      ({ element, module }) => `export { ${element} } from '${module.replace('elements/', '../')}';`,
    ),
    'src/embed/generated/elements.ts': [
      ...elements.map(({ element, module }) => `import { ${element} } from '../../${module}';`),
      `export const elements = [${inOrder.join(', ')}] as const;`,
    ],
  };
  for (const [file, lines] of Object.entries(lists)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${lines.join('\n')}\n`);
  }
}

if (process.argv[1] === import.meta.filename) writeElementLists();
