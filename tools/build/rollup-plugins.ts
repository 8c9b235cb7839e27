/** The plugins for rollup.config.mjs. */
import { resolve } from 'node:path';
import inject from '@rollup/plugin-inject';
import type { AnyNode } from 'acorn';
import { transform } from 'esbuild';
import MagicString from 'magic-string';
import type { Plugin } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { minify as terser } from 'terser';
import { inAscii, inUtf8 } from './encoding.js';
import { type Entry, languagesOf } from './entries.js';
import { modules } from './folders.js';
import { isNamed, walk } from './syntax.js';

export { noteComponents } from './components.js';
export { knownAtBuild } from './known-at-build.js';
export { ownMessages } from './messages-in-reach.js';
export { minifyTemplates } from './minify-templates.js';
export { modulesOf } from './modules-of-script.js';

/** The oldest browsers with adoptedStyleSheets. */
const target = ['chrome73', 'firefox101', 'safari16.4'];

/** Modules with lists of languages, or objects with a language as key. */
const byLanguage = ['locale/generated/not-reviewed.js', 'locale/right-to-left.js'];

/** Removes other languages from these modules, in scripts that load none. */
export const ownLanguages = (entry: Entry): Plugin => ({
  name: 'own-languages',
  transform(code, file) {
    if (entry.languages === 'loaded' || !byLanguage.some(name => file === resolve(modules, name)))
      return null;
    const own = languagesOf(entry);
    const source = new MagicString(code);
    const keep = <Item extends AnyNode | null>(
      list: AnyNode,
      items: Item[],
      isOwn: (item: Item) => boolean,
    ) => {
      const first = items[0];
      const text = items.filter(isOwn).map(item => item && code.slice(item.start, item.end));
      if (first) source.overwrite(first.start, list.end - 1, text.join());
    };
    walk(parseAst(code), node => {
      if (node.type === 'ArrayExpression')
        keep(node, node.elements, item => item?.type === 'Literal' && own.includes(String(item.value)));
      if (node.type === 'ObjectExpression')
        keep(
          node,
          node.properties,
          item => item.type === 'Property' && own.some(language => isNamed(item.key, language)),
        );
    });
    return { code: source.toString(), map: null };
  },
});

/** The types of the package wrongly say that it is CommonJS. */
const injected = inject as unknown as typeof inject.default;

/** Makes Lit use our `document` and `globalThis`: see src/safety/lit-globals.ts. */
export function litGlobals(): Plugin {
  const module = resolve(modules, 'safety/lit-globals.js');
  return injected({
    include: /\/node_modules\/(?:lit-html|lit-element|@lit\/reactive-element)\//,
    modules: {
      document: [module, 'litDocument'],
      globalThis: [module, 'litGlobal'],
      Symbol: [module, 'litSymbol'],
      litPropertyMetadata: [module, 'litPropertyMetadata'],
    },
  });
}

/** Compiles to the syntax of the oldest browsers, without what never runs. */
export const lower = (): Plugin => ({
  name: 'lower',
  renderChunk: (code, _, { sourcemap }) =>
    transform(code, {
      minifySyntax: true,
      sourcemap: sourcemap && 'external',
      sourcesContent: false,
      target,
    }),
});

/**
 * Shortens names, functions and spaces: esbuild has shortened the rest, ten times as fast, but Terser's names compress
 * better. What repeats itself, such as the code that Ajv writes, Terser also shortens by all that it knows.
 */
export const minify = ({ isRepetitive, isChunk }: Entry): Plugin => ({
  name: 'minify',
  async renderChunk(code, _, { sourcemap }) {
    const { code: minified = '', map } = await terser(code, {
      sourceMap: !!sourcemap,
      ecma: 2018,
      compress: { defaults: !!isRepetitive, arrows: true, unsafe_arrows: true },
      format: { ascii_only: !isChunk, comments: false },
    });
    return { code: minified, map: (map as string | undefined) ?? null };
  },
});

/**
 * Scripts that authors paste are ASCII, which survives whatever handles them: here also tagged templates, which Terser
 * leaves as they are. Our scripts load chunks as they are, and these have words of all languages.
 */
export const encode = ({ isChunk }: Entry): Plugin => ({
  name: 'encode',
  renderChunk(code, _, { sourcemap }) {
    if (isChunk) return { code: inUtf8(code), map: null };
    const source = new MagicString(code).replace(/[\u0080-\uffff]/g, inAscii);
    return { code: source.toString(), map: sourcemap ? source.generateMap({ hires: true }) : null };
  },
});

/**
 * Prototype.js and MooTools replace Array.from and add properties that `for…in` visits; CSPs forbid eval and new
 * Function.
 */
const unfit = /Array\.from|\bfor ?\((?:var|let|const) ?\w+ in\b|\beval\(|new Function/;

export const refuseUnfit = (): Plugin => ({
  name: 'refuse-unfit',
  renderChunk(code) {
    const [found] = unfit.exec(code) ?? [];
    if (found) throw new Error(`A script of ours must not hold ${found}`);
    return null;
  },
});
