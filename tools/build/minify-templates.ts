/** Removes from our modules what only people need: the formatting of templates, and descriptions for translators. */
import { minifyHTMLLiterals } from '@lit-labs/rollup-plugin-minify-html-literals/lib/minify-html-literals.js';
import {
  defaultMinifyOptions,
  defaultStrategy,
} from '@lit-labs/rollup-plugin-minify-html-literals/lib/strategy.js';
import MagicString from 'magic-string';
import type { Plugin } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { messageIn, walk } from './syntax.js';

/**
 * The library takes the text of a template literal as it is written in the source, and writes its result there: without
 * this, a backslash for CSS is lost.
 */
const minifyCSS = (css: string) =>
  defaultStrategy.minifyCSS?.(css.replaceAll('\\\\', '\\')).replace(/[\\`]|\$\{/g, '\\$&') ?? css;

const options = {
  generateSourceMap: false as const,
  // A comment before an icon saves memory: see src/views/icons.ts.
  minifyOptions: { ...defaultMinifyOptions, minifyCSS, removeComments: false },
};

/** A module without the formatting in html`` and css``, and without the descriptions of messages. */
export async function minifiedModule(code: string): Promise<string> {
  const source = new MagicString(code);
  walk(parseAst(code), node => {
    const { place, description } = messageIn(node) ?? {};
    if (place && description) source.remove(place.end, description.end);
  });
  const short = source.toString();
  return (await minifyHTMLLiterals(short, options))?.code ?? short;
}

/** A cache, since the scripts share modules. */
const minified: Map<string, Promise<string>> = new Map();

/** The plugin for scripts. `package.ts` minifies the modules for bundlers too, since no bundler minifies templates. */
export const minifyTemplates = (): Plugin => ({
  name: 'minify-templates',
  async transform(code, file) {
    if (file.includes('node_modules')) return null;
    const known = minified.get(code) ?? minifiedModule(code);
    minified.set(code, known);
    return { code: await known, map: null };
  },
});
