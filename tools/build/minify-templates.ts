/**
 * Takes out of our own modules what only their readers need: the descriptions of messages (for translators), and in
 * html`` and css`` the space that the layout of the source put there.
 */
import { transform } from 'esbuild';
import MagicString from 'magic-string';
import { parseAst } from 'rollup/parseAst';
import { walk } from './syntax.js';

/**
 * White space with a line break in it is layout of the source: between tags it goes, within a tag or between words it
 * becomes one space. Where a space counts, it stands on one line in the source.
 * @param {string[]} strings
 */
export function minifyHtml(strings) {
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

/** @type {Map<string, string>} the custom properties of our own, by their short names */
const ownProperties = new Map();

/** Custom properties that are nobody's business outside, `--_accent`, get short names. @param {string} css */
export const shortProperties = css =>
  css.replace(/--_([\w-]+)/g, (_, /** @type {string} */ name) => {
    const short = name.slice(0, 2);
    const other = ownProperties.get(short) ?? name;
    if (other !== name) throw new Error(`--_${name} and --_${other} would have the same short name`);
    ownProperties.set(short, name);
    return `--_${short}`;
  });

/** The space that esbuild leaves in the values of custom properties. @param {string} css */
const withoutSpace = css => css.replace(/(--[\w-]+:|\() | (?=\))/g, '$1');

/** @param {any} option */
const isDescription = option => option.key?.name === 'desc';

/**
 * One of our modules as bundlers get it, which look into no template.
 * @param {string} code
 * @param {string} file
 * @returns {Promise<string>}
 */
export async function minifiedModule(code, file) {
  const context = {
    parse: parseAst,
    error(/** @type {string} */ message) {
      throw new Error(message);
    },
  };
  const { transform } = /** @type {any} */ (minifyTemplates());
  return (await transform.call(context, code, file)).code;
}

/**
 * @param {string[]} [ids] of messages that go by their place among these
 * @param {boolean} [isSourceAlone] no language but the source is carried: a message is its text
 * @returns {import('rollup').Plugin}
 */
export function minifyTemplates(ids = [], isSourceAlone = false) {
  return {
    name: 'minify-templates',
    async transform(code, file) {
      if (file.includes('node_modules')) return null;
      const source = new MagicString(code);
      /** @type {Promise<void>[]} */
      const pending = [];
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
          const strings = quasis.map((/** @type {any} */ quasi) => quasi.value.raw);
          const minified = minifyHtml(strings);
          quasis.forEach((/** @type {any} */ quasi, /** @type {number} */ index) => {
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
