/**
 * Removes from our modules what only people need: the descriptions of messages (for translators), and in html`` and
 * css`` the white space that only formats the source.
 */
import { transform } from 'esbuild';
import MagicString from 'magic-string';
import type { Plugin } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { isNamed, messageIn, walk } from './syntax.js';

/**
 * White space with a line break only formats the source: between tags it is removed, within a tag or between words it
 * becomes one space. A space that has to stay is written without a line break.
 */
export function minifyHtml(strings: string[]) {
  let inTag = false;
  return strings.map(string => {
    let out = '';
    for (let at = 0; at < string.length; ) {
      const space = /^\s*\n\s*/.exec(string.slice(at))?.[0];
      if (space) {
        const before = out.at(-1);
        const after = string[at + space.length];
        if (inTag) out += after === '>' || after === '/' ? '' : ' ';
        else if (before !== undefined && before !== '>' && after !== undefined && after !== '<') out += ' ';
        at += space.length;
        continue;
      }
      const char = string[at++];
      if (char === '<') inTag = true;
      if (char === '>') inTag = false;
      out += char;
    }
    return out;
  });
}

/** our private custom properties, by short name */
const ownProperties: Map<string, string> = new Map();

/** Shortens the names of private custom properties, such as `--_accent`. */
export const shortProperties = (css: string) =>
  css.replace(/--_([\w-]+)/g, (_, name: string) => {
    const short = name.slice(0, 2);
    const other = ownProperties.get(short) ?? name;
    if (other !== name) throw new Error(`--_${name} and --_${other} would have the same short name`);
    ownProperties.set(short, name);
    return `--_${short}`;
  });

/** Removes the space that esbuild leaves in the values of custom properties. */
const withoutSpace = (css: string) => css.replace(/(--[\w-]+:|\() | (?=\))/g, '$1');

/** A module without the formatting in html`` and css``, and without the descriptions of messages. */
export async function minifiedModule(code: string): Promise<string> {
  const source = new MagicString(code);
  const pending: Promise<unknown>[] = [];
  walk(parseAst(code), node => {
    const { place, description } = messageIn(node) ?? {};
    if (place && description) source.remove(place.end, description.end);
    if (node.type !== 'TaggedTemplateExpression') return;
    const { quasis } = node.quasi;
    if (isNamed(node.tag, 'html')) {
      const minified = minifyHtml(quasis.map(({ value }) => value.raw));
      for (const [index, { start, end }] of quasis.entries())
        if (end > start) source.overwrite(start, end, minified[index] ?? '');
    }
    if (isNamed(node.tag, 'css'))
      pending.push(
        transform(quasis[0]?.value.cooked ?? '', { loader: 'css', minify: true, target: 'chrome120' }).then(
          ({ code }) =>
            source.overwrite(
              node.quasi.start + 1,
              node.quasi.end - 1,
              withoutSpace(shortProperties(code.trim())).replace(/[\\`]|\$\{/g, '\\$&'),
            ),
        ),
      );
  });
  await Promise.all(pending);
  return source.toString();
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
