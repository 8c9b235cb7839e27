/** Builds dist/: byte for byte the same every time. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as esbuild, transform } from 'esbuild';
import { rollup } from 'rollup';
import { generateFacts } from './facts.js';
import { litPatches } from './lit-patches.js';
import { buildMessages, messagesIn, sourceMessages, targetLanguages } from './messages.js';
import { keepMessages, messagesInReach } from './messages-in-reach.js';
import { minifyTemplates } from './minify-templates.js';

/** The elements that have a script of their own, by the name of their folder, with the name of their class. */
export const elements = Object.fromEntries(
  readdirSync('src/elements')
    .filter(name => existsSync(`src/elements/${name}/${name}.ts`))
    .sort()
    .map(name => [name, name.replace(/(^|-)./g, letter => letter.slice(-1).toUpperCase())]),
);

/** Where dist/ grows until it is whole: a page or a test that is being served never sees half of it. */
const stage = `.build/dist-${process.pid}`;

/** The oldest browsers that have adoptedStyleSheets. */
const target = ['chrome73', 'firefox101', 'safari16.4'];

/**
 * Host pages replace globals that Lit and we rely on. An async function always answers with the promise of the engine.
 * A failure while the script starts is the webmaster's to see on the console, never an exception in their page.
 */
const intro = 'var Promise=(async()=>{})().constructor;try{';
const outro = '}catch(error){try{console.warn("Havn: "+error)}catch(e){}}';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const entry = '\0entry';

/** @param {string} source @returns {import('rollup').Plugin} */
const entryOf = source => ({
  name: 'entry',
  resolveId: id => (id === entry ? id : null),
  load: id => (id === entry ? source : null),
});

/**
 * @param {string} source
 * @param {import('rollup').Plugin[]} plugins
 */
async function bundle(source, plugins) {
  const build = await rollup({
    input: entry,
    plugins: [entryOf(source), nodeResolve({ exportConditions: ['browser'] }), ...plugins],
    treeshake: { moduleSideEffects: id => id === entry || id.includes('/embed/') },
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  const { output } = await build.generate({ format: 'iife', strict: true, intro, outro });
  await build.close();
  return output[0];
}

/** The languages that every script carries; the others are files of their own. */
const bundledLanguages = ['nb', 'nn'];

/**
 * The ids of the messages that a script uses.
 * @param {string} source of its entry
 * @param {Record<string, any>} data the facts
 */
const reachOf = async (source, data) =>
  messagesInReach(await bundle(source, [keepMessages(() => false, [])]), data, sourceMessages());

/** Pages in windows-1252 mangle anything but ASCII. @param {string} code */
const inAscii = code =>
  code.replace(/[\u0080-\uffff]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * The private and protected members of our classes that may have a short name: those that stand in the script only after
 * `this.` or where they are defined, so that nothing of the same name can be meant.
 * @param {string} code
 * @param {string} modules folder of the compiled sources
 */
function privateNames(code, modules) {
  const names = filesOf(modules)
    .filter(file => file.endsWith('.d.ts'))
    .flatMap(file => [
      ...readFileSync(file, 'utf8').matchAll(
        /^ +(?:private|protected) (?:(?:static|readonly|get|set|abstract) )*(\w+)/gm,
      ),
    ])
    .map(([, name]) => name);
  return [...new Set(names)].sort().filter(name => {
    const count = (/** @type {string} */ pattern) => code.match(new RegExp(pattern, 'gm'))?.length ?? 0;
    const all = count(`\\b${name}\\b`);
    return all > 0 && all === count(`this\\.${name}\\b|^ +(?:get |set )?${name}\\(|^ +${name} = `);
  });
}

/**
 * One classic script, in ASCII, with nothing to import.
 * @param {string} source of its entry
 * @param {Record<string, any>} data the facts
 * @param {string} modules folder of the compiled sources
 * @param {string[]} languages beside English
 */
export async function script(source, data, modules, languages = bundledLanguages) {
  const reached = await reachOf(source, data);
  const chunk = await bundle(source, [
    keepMessages(id => reached.has(id), languages),
    litPatches(resolve(modules, 'safety/trusted-types.js')),
    minifyTemplates(),
  ]);
  const privates = privateNames(chunk.code, modules);
  const { code: minified } = await transform(chunk.code, {
    minify: true,
    ...(privates.length && { mangleProps: new RegExp(`^(${privates.join('|')})$`) }),
    charset: 'ascii',
    target,
    legalComments: 'none',
  });
  // What esbuild leaves: tagged templates, whose raw form it must not change, and which lit-html never reads.
  const code = inAscii(minified);
  // Prototype.js and MooTools replace the first and put enumerable properties where the second finds them.
  const [forbidden] =
    /Array\.from|\bfor ?\((?:var|let|const) ?\w+ in\b|\beval\(|new Function/.exec(code) ?? [];
  if (forbidden) throw new Error(`A script of ours must not hold ${forbidden}`);
  return code;
}

/** What a language file has to fit: the version, and the messages by their place. @param {ReadonlySet<string>} reached */
const buildOf = reached =>
  `${version}-${createHash('sha256')
    .update([...reached].sort().join())
    .digest('hex')
    .slice(0, 8)}`;

/**
 * A language as a file of its own: it tells its messages when it has loaded, and again to whoever comes later and asks.
 * @param {string} language
 * @param {ReadonlySet<string>} reached ids of the messages that havn.js uses
 */
function languageFile(language, reached) {
  const all = messagesIn(language);
  // The order of the bundled table, which keepMessages leaves as it is.
  const messages = Object.keys(messagesIn('nb'))
    .filter(id => reached.has(id))
    .map(id => all[id]);
  const detail = JSON.stringify({ language, build: buildOf(reached), messages });
  return inAscii(
    `(()=>{var d=${detail},t=()=>dispatchEvent(new CustomEvent("havn:language",{detail:d}));addEventListener("havn:languages",t);t()})()\n`,
  );
}

/**
 * The scripts that are shipped, each with the source of its entry.
 * @param {string} modules folder of the compiled sources
 * @param {{build?: string, hashes?: Record<string, string>}} [languages] the files that havn.js takes up, and loads on demand
 */
export const entriesFrom = (modules, { build = '', hashes = {} } = {}) => {
  const from = (/** @type {string} */ path) => JSON.stringify(resolve(modules, path));
  return {
    'havn.js': `import ${from('embed/all.js')};
      import { offerLanguages } from ${from('embed/languages.js')};
      offerLanguages(${JSON.stringify(build)}, ${JSON.stringify(hashes)});`,
    ...Object.fromEntries(
      Object.entries(elements).map(([name, type]) => [
        `elements/${name}.js`,
        `import { define } from ${from('element/define.js')};
         import { ${type} } from ${from(`elements/${name}/${name}.js`)};
         define(${type});`,
      ]),
    ),
  };
};

/** @param {string} folder @returns {string[]} */
function filesOf(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap(name => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesOf(path) : [path];
    });
}

/** @param {string} file @param {string} text */
function write(file, text) {
  const path = join(stage, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function compile() {
  execFileSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--outDir', join(stage, 'npm')],
    {
      stdio: 'inherit',
    },
  );
}

/** What others run needs Lit and nothing else: the one library more, for the ids of HSDS, goes inside. */
const inlineLibraries = () =>
  esbuild({
    entryPoints: [join(stage, 'npm/directory/hsds.js')],
    outfile: join(stage, 'npm/directory/hsds.js'),
    // Else it says where its parts came from, which differs from build to build.
    minifyWhitespace: true,
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
  });

/** Node reads TypeScript's output as it is: the prerender runs on the same modules that bundlers get. */
async function prerender() {
  const { pages } = await import('./prerender.js');
  for (const [file, text] of await pages(resolve(stage, 'npm'), Object.keys(elements))) write(file, text);
}

/** @param {string | Buffer} content */
const hashOf = content => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/**
 * @param {string} modules folder of the compiled sources
 * @param {Record<string, any>} data the facts
 * @returns {Promise<{build: string, hashes: Record<string, string>}>} the hash of each file, by language
 */
async function writeLanguageFiles(modules, data) {
  const reached = await reachOf(entriesFrom(modules)['havn.js'], data);
  /** @type {Record<string, string>} */
  const hashes = {};
  for (const language of targetLanguages()) {
    if (bundledLanguages.includes(language)) continue;
    const file = languageFile(language, reached);
    hashes[language] = hashOf(file);
    write(`locales/${language}.js`, file);
  }
  return { build: buildOf(reached), hashes };
}

function integrity() {
  const hashes = filesOf(stage).map(path => [relative(stage, path), hashOf(readFileSync(path))]);
  write('integrity.json', `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
}

async function build() {
  rmSync(stage, { recursive: true, force: true });
  try {
    const data = generateFacts();
    buildMessages();
    compile();
    await inlineLibraries();
    const modules = join(stage, 'npm');
    const languages = await writeLanguageFiles(modules, data);
    for (const [file, source] of Object.entries(entriesFrom(modules, languages)))
      write(file, await script(source, data, modules));
    await prerender();
    integrity();
  } catch (error) {
    // Nothing is better than something old that looks new.
    for (const folder of ['dist', stage]) rmSync(folder, { recursive: true, force: true });
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
  rmSync('dist', { recursive: true, force: true });
  renameSync(stage, 'dist');
}

if (process.argv[1] === import.meta.filename) await build();
