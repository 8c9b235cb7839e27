/** An element as each framework has it: one template each, filled in with the tag of its example. */
import type { Declaration } from '../build/manifest.js';

interface Code {
  framework: string;
  /** several where there are several ways */
  codes: string[];
}

const indented = (text: string, by: number) => text.replace(/^/gm, ' '.repeat(by));

/** In JSX a number is no text: `page-size={4}`. */
const inJsx = (tag: string) => tag.replace(/^<[^>]*>/, opening => opening.replace(/="(\d+)"/g, '={$1}'));

/**
 * @param example begins with the tag of the element, as it is pasted into HTML
 * @param script the line that loads it
 */
export function codesOf({ name, tagName }: Declaration, example: string, script: string): Code[] {
  const [tag = ''] = new RegExp(`^<${tagName}[ >][\\s\\S]*?</${tagName}>`).exec(example) ?? [];
  const [, attributes = '', inside = ''] = /^<[\w-]+([^>]*)>([\s\S]*)<\/[\w-]+>$/.exec(tag) ?? [];
  const short = tagName.replace('havn-', '');
  const imports = `import { define } from 'havn-widgets';
import { ${name} } from 'havn-widgets/elements/${short}';`;
  return [
    { framework: 'HTML', codes: [`${example.trim()}\n${script}`] },
    {
      framework: 'React',
      codes: [
        `'use client';
${imports}

define(${name});

export const Help = () => (
${indented(inJsx(tag), 2)}
);`,
      ],
    },
    {
      framework: 'Vue',
      codes: [
        `<script setup>
${imports}

define(${name});
</script>

<template>
${indented(tag, 2)}
</template>`,
        `// vite.config.js
vue({ template: { compilerOptions: { isCustomElement: tag => tag.startsWith('havn-') } } })`,
      ],
    },
    {
      framework: 'Svelte',
      codes: [
        `<script>
${indented(imports, 2)}

  define(${name});
</script>

${tag}`,
      ],
    },
    {
      framework: 'Angular',
      codes: [
        `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
${imports}

define(${name});

@Component({
  selector: 'app-help',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
${indented(tag, 4)}
  \`,
})
export class Help {}`,
      ],
    },
    {
      framework: 'WordPress',
      codes: [
        `[havn element="${short}"${attributes}]`,
        `<div data-havn="${short}"${attributes.replace(/ ([\w-]+)(?:="([^"]*)")?/g, ' data-havn-$1="$2"')}>${inside}</div>`,
      ],
    },
  ];
}
