/**
 * Splits the messages for bundlers. In the sources, each language is one table with the messages of all elements, which
 * a bundler cannot split; here each element has its own messages, so that an application only gets those it imports.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messagesIn } from './messages.js';

/** The id of a message is not a valid identifier. */
const exportName = (index: number) => `m${index}`;

/**
 * @param modules folder of the compiled sources
 * @param languages those that every script of the country contains
 * @param reached ids of the messages, by the name of the element
 */
export function splitMessages(
  modules: string,
  languages: string[],
  reached: Record<string, ReadonlySet<string>>,
) {
  const tables = languages.map(language => messagesIn(language));
  const ids = Object.keys(tables[0] ?? {});
  const write = (file: string, lines: string[]) =>
    writeFileSync(join(modules, file), `${lines.join('\n')}\n`);

  write('locale/generated/bundled-languages.js', [
    'export const order = () => [];',
    `export const bundled = { ${languages.map(language => `${language}: {}`).join(', ')} };`,
  ]);
  write(
    'locale/generated/each.js',
    ids.map((id, index) => {
      const message = [id, ...tables.map(table => table[id])];
      return `export const ${exportName(index)} = ${JSON.stringify(message)};`;
    }),
  );
  // This module exports `localize`, since a bundler may drop a module without used exports.
  write('locale/localize-bundled.js', [
    `import * as each from './generated/each.js';`,
    `import { addMessages, localize as localizeBundled } from './localization.js';`,
    'addMessages(Object.values(each));',
    'export const localize = localizeBundled;',
  ]);
  for (const [name, wanted] of Object.entries(reached)) {
    const names = ids.flatMap((id, index) => (wanted.has(id) ? [exportName(index)] : [])).join(', ');
    write(`elements/${name}/${name}.messages.js`, [
      `import { ${names} } from '../../locale/generated/each.js';`,
      `export const messages = [${names}];`,
    ]);
    appendFileSync(
      join(modules, `elements/${name}/${name}.js`),
      [
        `import { addMessages } from '../../locale/localization.js';`,
        `import { messages } from './${name}.messages.js';`,
        'addMessages(messages);\n',
      ].join('\n'),
    );
  }
}
