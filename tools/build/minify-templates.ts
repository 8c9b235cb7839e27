/**
 * Takes out of our own modules what only their readers need: the descriptions of messages (for translators), and in
 * html`` and css`` the space that the layout of the source put there.
 */
import type { AnyNode } from 'acorn';
import { transform } from 'esbuild';
import MagicString from 'magic-string';
import type { Plugin } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { isNamed, walk } from './syntax.js';

/**
 * White space with a line break in it is layout of the source: between tags it goes, within a tag or between words it
 * becomes one space. Where a space counts, it stands on one line in the source.
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

/** the custom properties of our own, by their short names */
const ownProperties: Map<string, string> = new Map();

/** Custom properties that are nobody's business outside, `--_accent`, get short names. */
export const shortProperties = (css: string) =>
  css.replace(/--_([\w-]+)/g, (_, name: string) => {
    const short = name.slice(0, 2);
    const other = ownProperties.get(short) ?? name;
    if (other !== name) throw new Error(`--_${name} and --_${other} would have the same short name`);
    ownProperties.set(short, name);
    return `--_${short}`;
  });

/** The space that esbuild leaves in the values of custom properties. */
const withoutSpace = (css: string) => css.replace(/(--[\w-]+:|\() | (?=\))/g, '$1');

/** The property of that name, where a node is one. */
const propertyIn = (node: AnyNode | undefined, name: string) =>
  node?.type === 'Property' && isNamed(node.key, name) ? node : undefined;

/**
 * One of our modules, without what only its readers need.
 * @param ids of messages that go by their place among these
 * @param isSourceAlone no language but the source is carried: a message is its text
 */
export async function minifiedModule(
  code: string,
  ids: string[] = [],
  isSourceAlone: boolean = false,
): Promise<string> {
  const source = new MagicString(code);
  const pending: Promise<unknown>[] = [];
  walk(parseAst(code), node => {
    // msg('…', { id: '…', desc: '…' })
    if (node.type === 'CallExpression') {
      const [text, options] = node.arguments;
      const [first, second] = options?.type === 'ObjectExpression' ? options.properties : [];
      const id = propertyIn(first, 'id');
      const description = propertyIn(second, 'desc');
      if (text && id && isSourceAlone) {
        source.overwrite(node.start, text.start, '(');
        source.overwrite(text.end, node.end, ')');
      } else if (id) {
        const place = id.value.type === 'Literal' ? ids.indexOf(String(id.value.value)) : -1;
        if (place >= 0) source.overwrite(id.value.start, id.value.end, String(place));
        if (description) source.remove(id.end, description.end);
      }
    }
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
          // A text: the mark is for editors, and for here.
          ({ code }) =>
            source.overwrite(
              node.start,
              node.end,
              JSON.stringify(withoutSpace(shortProperties(code.trim()))),
            ),
        ),
      );
  });
  await Promise.all(pending);
  return source.toString();
}

/** See `minifiedModule`. */
export const minifyTemplates = (ids: string[], isSourceAlone: boolean): Plugin => ({
  name: 'minify-templates',
  transform: async (code, file) =>
    file.includes('node_modules')
      ? null
      : { code: await minifiedModule(code, ids, isSourceAlone), map: null },
});
