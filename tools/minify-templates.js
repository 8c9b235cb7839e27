/**
 * Takes out of our own modules what only their readers need: the descriptions of messages (for translators), and in
 * html`` and css`` the space that the layout of the source put there.
 */
import { transform } from 'esbuild';
import MagicString from 'magic-string';

/** @param {any} node @param {(node: any) => void} visit */
function walk(node, visit) {
  if (!node || typeof node.type !== 'string') return;
  visit(node);
  for (const value of Object.values(node))
    if (Array.isArray(value)) for (const child of value) walk(child, visit);
    else if (value && typeof value === 'object') walk(value, visit);
}

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

/** @param {any} option */
const isDescription = option => option.key?.name === 'desc';

/** @returns {import('rollup').Plugin} */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    async transform(code, file) {
      if (file.includes('node_modules')) return null;
      const source = new MagicString(code);
      /** @type {Promise<void>[]} */
      const pending = [];
      walk(this.parse(code), node => {
        if (node.type === 'ObjectExpression') {
          const [id, description] = node.properties;
          if (id?.key?.name === 'id' && description && isDescription(description))
            source.remove(id.end, description.end);
        }
        if (node.type !== 'TaggedTemplateExpression') return;
        const { quasis } = node.quasi;
        const strings = quasis.map((/** @type {any} */ quasi) => quasi.value.raw);
        /** @param {string[]} minified */
        const overwrite = minified =>
          quasis.forEach((/** @type {any} */ quasi, /** @type {number} */ index) => {
            if (quasi.end > quasi.start) source.overwrite(quasi.start, quasi.end, minified[index]);
          });
        if (node.tag.name === 'html') overwrite(minifyHtml(strings));
        if (node.tag.name === 'css' && quasis.length === 1)
          pending.push(
            transform(quasis[0].value.cooked, { loader: 'css', minify: true, target: 'chrome120' }).then(
              ({ code }) => overwrite([code.trim().replaceAll('\\', '\\\\')]),
            ),
          );
      });
      await Promise.all(pending);
      return { code: source.toString(), map: null };
    },
  };
}
