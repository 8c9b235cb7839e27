/**
 * Takes out of our own modules what only their readers need: the descriptions of messages (for translators), and in
 * html`` and css`` the space that the layout of the source put there.
 */
import { transform } from 'esbuild';
import MagicString from 'magic-string';
import type { Plugin } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { walk } from './syntax.js';

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

const isDescription = (option: any) => option.key?.name === 'desc';

/** One of our modules as bundlers get it, which look into no template. */
export async function minifiedModule(code: string, file: string): Promise<string> {
  const context = {
    parse: parseAst,
    error(message: string) {
      throw new Error(message);
    },
  };
  const { transform } = minifyTemplates() as any;
  return (await transform.call(context, code, file)).code;
}

/**
 * @param ids of messages that go by their place among these
 * @param isSourceAlone no language but the source is carried: a message is its text
 */
export function minifyTemplates(ids: string[] = [], isSourceAlone: boolean = false): Plugin {
  return {
    name: 'minify-templates',
    async transform(code, file) {
      if (file.includes('node_modules')) return null;
      const source = new MagicString(code);
      const pending: Promise<void>[] = [];
      walk(this.parse(code), node => {
        // msg('…', { id: '…', desc: '…' })
        if (node.type === 'CallExpression' && node.arguments[1]?.type === 'ObjectExpression') {
          const [id, description] = node.arguments[1].properties;
          if (id?.key?.name === 'id' && isSourceAlone) {
            source.overwrite(node.start, node.arguments[0].start, '(');
            source.overwrite(node.arguments[0].end, node.end, ')');
          } else if (id?.key?.name === 'id') {
            const place = ids.indexOf(id.value.value);
            if (place >= 0) source.overwrite(id.value.start, id.value.end, String(place));
            if (description && isDescription(description)) source.remove(id.end, description.end);
          }
        }
        if (node.type !== 'TaggedTemplateExpression') return;
        const { quasis } = node.quasi;
        if (node.tag.name === 'html') {
          const strings = quasis.map((quasi: any) => quasi.value.raw);
          const minified = minifyHtml(strings);
          quasis.forEach((quasi: any, index: number) => {
            if (quasi.end > quasi.start) source.overwrite(quasi.start, quasi.end, minified[index]);
          });
        }
        if (node.tag.name === 'css')
          pending.push(
            transform(quasis[0].value.cooked, { loader: 'css', minify: true, target: 'chrome120' }).then(
              // A text: the mark is for editors, and for here.
              ({ code }) =>
                void source.overwrite(
                  node.start,
                  node.end,
                  JSON.stringify(withoutSpace(shortProperties(code.trim()))),
                ),
            ),
          );
      });
      await Promise.all(pending);
      return { code: source.toString(), map: null };
    },
  };
}
