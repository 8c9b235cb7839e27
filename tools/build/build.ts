/** Builds dist/, byte for byte the same every time, and of it builder/. */
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
import type { SourceMapPayload } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import inject from '@rollup/plugin-inject';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as esbuild, transform } from 'esbuild';
import { type OutputChunk, type Plugin, rollup } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { inAscii } from './ascii.js';
import { writeBuilder } from './builder.js';
import { billOfMaterials, componentsOf, licencesOf } from './components.js';
import { contractsOfCountry } from './contracts.js';
import { bundledLanguages, isOwn, targetLanguages } from './country.js';
import { type Facts, readFactFile } from './fact-files.js';
import { generateFacts } from './facts.js';
import { faultsOfRelease, feedOf, feedPart } from './feed.js';
import { inlineCountry } from './inline-country.js';
import { hashOf } from './integrity.js';
import { publicHalf, readPublicKeys, readSigningKey, signatureOf } from './keys.js';
import { languageFile } from './language-file.js';
import { buildMessages, messagesIn, sourceMessages } from './messages.js';
import { carryMessages, messagesInReach } from './messages-in-reach.js';
import { minifiedModule, minifyTemplates } from './minify-templates.js';
import { splitMessages } from './npm-messages.js';
import { typeScript } from './type-script.js';

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

const entryOf = (source: string): Plugin => ({
  name: 'entry',
  resolveId: id => (id === entry ? id : null),
  load: id => (id === entry ? source : null),
});

/**
 * The scripts load what few pages need when one asks for it: in place of each of these modules they have what loads its
 * part.
 */
const partsOnDemand: Plugin = {
  name: 'parts-on-demand',
  resolveId(id, importer = '') {
    const file = resolve(dirname(importer), id);
    const part = elementParts.find(name => file.endsWith(`/services-on-page/${name}.js`));
    return part ? resolve(dirname(file), `../embed/${part}-on-demand.js`) : null;
  },
};

/** The types of the package take it for CommonJS. */
const injected = inject as unknown as typeof inject.default;

/** Lit as it is, but for where it looks: see src/safety/lit-globals.ts. */
const litGlobals = (module: string): Plugin =>
  injected({
    include: /\/node_modules\/lit-html\//,
    modules: { document: [module, 'litDocument'], globalThis: [module, 'litGlobal'] },
  });

async function bundle(source: string, plugins: Plugin[]) {
  const build = await rollup({
    input: entry,
    plugins: [
      entryOf(source),
      ...(source.includes('offerParts') ? [partsOnDemand] : []),
      nodeResolve({ exportConditions: ['browser'] }),
      ...plugins,
    ],
    treeshake: { moduleSideEffects: id => id === entry || id.includes('/embed/') },
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  const { output } = await build.generate({ format: 'iife', strict: true, intro, outro, sourcemap: true });
  await build.close();
  return output[0];
}

/** What travels beside the scripts, for the elements that ask for it: each the module of services-on-page/ of its name. */
const elementParts = ['local-services', 'page-directory'];

/**
 * What hands numbers over has few words, and all languages in it.
 * @param source of the entry of a script
 */
const languagesIn = (source: string) =>
  source.includes('offerHandOver') ? targetLanguages() : bundledLanguages();

/** Ids of the services whose numbers are for professionals alone. */
const forProfessionals = () =>
  readFactFile('directory/services.json').flatMap(({ id, x_audience }) =>
    x_audience.includes('person') ? [] : [id],
  );

/** The parts that an element may ask for. */
function partsOf(element: string) {
  const code = readFileSync(`src/elements/${element}/${element}.ts`, 'utf8');
  const uses: Record<string, string> = { 'local-services': 'extends DirectoryElement' };
  return elementParts.filter(part => code.includes(uses[part] ?? `/${part}.js`));
}

/** The files, ours and others', that are inside what is shipped. */
const inside: Set<string> = new Set();

const drafts: Map<string, ReturnType<typeof bundle>> = new Map();

/**
 * A script as it is before it is cut down to what it uses: bundled once in a build.
 * @param source of its entry
 */
function draftOf(source: string) {
  const draft = drafts.get(source) ?? bundle(source, [carryMessages()]);
  drafts.set(source, draft);
  return draft;
}

/**
 * The messages that a script uses.
 * @param source of its entry
 * @param modules folder of the compiled sources
 */
const reachOf = async (source: string, modules: string) =>
  messagesInReach(await draftOf(source), modules, sourceMessages());

/**
 * The scripts of single elements meet no other languages than those they carry: of lists of languages they need theirs
 * alone.
 * @param draft of the script
 * @param languages that it carries
 */
const ownLanguages = (draft: OutputChunk, languages: string[]): Plugin => ({
  name: 'own-languages',
  transform(code, file) {
    const takesMore = Object.keys(draft.modules).some(id =>
      /embed\/(languages|frame|give-part)\.js$/.test(id),
    );
    if (takesMore || !/locale\/(generated\/not-reviewed|right-to-left)\.js$/.test(file)) return null;
    const kept = code.replace(/["'](\w+)["'],?/g, (text, language) =>
      languages.includes(language) ? text : '',
    );
    return { code: kept, map: null };
  },
});

/**
 * One classic script, in ASCII, with nothing to import.
 * @param source of its entry
 * @param modules folder of the compiled sources
 * @param languages beside English
 */
export async function script(source: string, modules: string, languages?: string[]) {
  const { code } = await scriptWithMap(source, modules, languages);
  // What the minifier leaves: tagged templates, whose raw form they must not change, and which lit-html never reads.
  return fit(inAscii(code));
}

/**
 * A script before its last step, with where each piece of it comes from.
 * @param source of its entry
 * @param modules folder of the compiled sources
 * @param languages beside English
 */
export async function scriptWithMap(
  source: string,
  modules: string,
  languages: string[] = languagesIn(source),
): Promise<{ code: string; map: SourceMapPayload }> {
  const draft = await draftOf(source);
  const reach = await reachOf(source, modules);
  const chunk = await bundle(source, [
    carryMessages(reach, languages),
    ownLanguages(draft, languages),
    litGlobals(resolve(modules, 'safety/lit-globals.js')),
    minifyTemplates(reach.own, !languages.length),
  ]);
  for (const file of Object.keys(chunk.modules)) inside.add(file);
  const [named] =
    chunk.code.match(/\bid: '\w+\.[\w.]+'/g)?.filter(text => reach.own.includes(text.slice(5, -1))) ?? [];
  if (named) throw new Error(`A message has kept its name: ${named}`);
  const { code, map } = await transform(`${chunk.code}\n//# sourceMappingURL=${chunk.map?.toUrl()}`, {
    minify: true,
    sourcemap: 'external',
    sourcesContent: false,
    charset: 'ascii',
    target,
    legalComments: 'none',
  });
  return { code, map: JSON.parse(map) };
}

/** A script as it may be shipped. */
function fit(code: string) {
  // Prototype.js and MooTools replace the first and put enumerable properties where the second finds them.
  const [forbidden] =
    /Array\.from|\bfor ?\((?:var|let|const) ?\w+ in\b|\beval\(|new Function/.exec(code) ?? [];
  if (forbidden) throw new Error(`A script of ours must not hold ${forbidden}`);
  return code;
}

/** What a language file has to fit: the version, and the messages by their place. */
const buildOf = (ids: string[]) =>
  `${version}-${createHash('sha256').update(ids.join()).digest('hex').slice(0, 8)}`;

/**
 * The scripts of the frames, and of the pages around them, each with the source of its entry.
 * @param modules folder of the compiled sources
 * @param languages that are files, with the hash of each
 */
const frameEntriesFrom = (modules: string, languages: Record<string, string>): Record<string, string> => {
  const from = (path: string) => JSON.stringify(resolve(modules, path));
  return {
    'frame/frame.js': `import { startFrame } from ${from('embed/frame.js')};
      startFrame(${JSON.stringify(bundledLanguages())}, ${JSON.stringify(languages)});`,
    'frame/host.js': `import { sizeFrames } from ${from('embed/frame-host.js')};
      sizeFrames();`,
  };
};

/**
 * The scripts that are shipped, each with the source of its entry.
 * @param modules folder of the compiled sources
 * @param files that havn.js loads on demand, with the hash of each
 */
export const entriesFrom = (
  modules: string,
  {
    build = '',
    languages = {},
    parts = {},
  }: { build?: string; languages?: Record<string, string>; parts?: Record<string, string> } = {},
) => {
  const from = (path: string) => JSON.stringify(resolve(modules, path));
  const offer = (way: string, offered = parts) =>
    `import { offerParts } from ${from('embed/parts.js')};
     offerParts(${JSON.stringify(build)}, '${way}parts/', ${JSON.stringify(offered)});`;
  const offerTo = (element: string) => {
    const names = partsOf(element);
    const own = Object.entries(parts).filter(([name]) => names.includes(name));
    return names.length ? offer('../', Object.fromEntries(own)) : '';
  };
  return {
    // The languages first: a menu that is on the page already names them all at once.
    'havn.js': `import { defineAll } from ${from('embed/all.js')};
      import { offerLanguages } from ${from('embed/languages.js')};
      ${offer('')}
      ${parts.feed ? `import { followFacts } from ${from('embed/facts-feed.js')};` : ''}
      offerLanguages(${JSON.stringify(build)}, ${JSON.stringify(languages)});
      defineAll();
      ${parts.feed ? 'followFacts();' : ''}`,
    'hand-over.js': `import { offerHandOver } from ${from('embed/hand-over.js')};
      offerHandOver(${JSON.stringify(forProfessionals())});`,
    ...Object.fromEntries(
      Object.entries(elements).map(([name, type]) => [
        `elements/${name}.js`,
        `import { define } from ${from('base/define.js')};
         import { ${type} } from ${from(`elements/${name}/${name}.js`)};
         ${offerTo(name)}
         define(${type});`,
      ]),
    ),
  };
};

function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap(name => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesOf(path) : [path];
    });
}

function write(file: string, text: string) {
  const path = join(stage, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** @param modules folder of the compiled sources */
export function compile(modules: string) {
  execFileSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--outDir', modules],
    { stdio: 'inherit' },
  );
  for (const file of filesOf(modules).filter(name => name.endsWith('.js'))) {
    const code = readFileSync(file, 'utf8');
    const inlined = inlineCountry(code, file);
    if (inlined !== code) writeFileSync(file, inlined);
  }
}

/**
 * What servers that render pages import in place of the elements: their names, and nothing that needs a DOM.
 * @param modules folder of the compiled sources
 */
function writeServerModule(modules: string) {
  const { body } = parseAst(readFileSync(join(modules, 'index.js'), 'utf8'));
  const lines = body
    .flatMap(node => (node.type === 'ExportNamedDeclaration' ? node.specifiers : []))
    .flatMap(({ exported }) => (exported.type === 'Identifier' ? exported.name : []))
    .map(name => (name === 'define' ? 'export const define = () => {};' : `export class ${name} {}`));
  write('npm/server.js', `${lines.join('\n')}\n`);
}

/** @param modules folder of the compiled sources */
function fillContracts(modules: string) {
  const filled = contractsOfCountry();
  for (const file of filesOf(join(modules, 'elements'))) {
    const text = readFileSync(file, 'utf8');
    const known = filled(text);
    if (known !== text) writeFileSync(file, known);
  }
}

/** What others run needs Lit and nothing else: the libraries more, for the ids of HSDS and for QR codes, go inside. */
async function inlineLibraries() {
  for (const module of ['directory/export/hsds.js', 'hand-over/qr.js']) {
    const file = join(stage, 'npm', module);
    const { metafile } = await esbuild({
      entryPoints: [file],
      outfile: file,
      // Else it says where its parts came from, which differs from build to build.
      minifyWhitespace: true,
      allowOverwrite: true,
      bundle: true,
      format: 'esm',
      metafile: true,
    });
    for (const input of Object.keys(metafile.inputs)) inside.add(resolve(input));
  }
}

/**
 * Node reads TypeScript's output as it is: the prerender runs on the same modules that bundlers get.
 * @param data the facts
 */
async function prerender(data: Facts) {
  const { pages, pieces } = await import('./prerender.js');
  const { framePages } = await import('./frames.js');
  const all = await pieces(resolve(stage, 'npm'), Object.keys(elements));
  for (const [file, text] of [...pages(all), ...framePages(all, data)]) write(file, text);
}

/**
 * The style sheets of what has been prerendered, and of hosts with a design system.
 * @param modules folder of the compiled sources
 */
async function writeStyles(modules: string) {
  const { tokens } = await import(resolve(modules, 'styles/tokens.js'));
  const sheets = {
    'html/havn.css': tokens.replaceAll(':host', '.havn') + readFileSync('src/styles/plain.css', 'utf8'),
    'leaflet/leaflet.css': readFileSync('src/documents/leaflet.css', 'utf8'),
    'brand.css': readFileSync('src/styles/brand.css', 'utf8'),
  };
  for (const [file, source] of Object.entries(sheets)) {
    const { code } = await transform(source, { loader: 'css', minify: true, charset: 'ascii' });
    write(file, code);
  }
}

/**
 * The ids of the messages that each element uses, by its name.
 * @param modules folder of the compiled sources
 */
async function messagesOfElements(modules: string): Promise<Record<string, ReadonlySet<string>>> {
  const reached: Record<string, ReadonlySet<string>> = {};
  const entries = entriesFrom(modules) as Record<string, string>;
  for (const name of Object.keys(elements))
    reached[name] = new Set((await reachOf(entries[`elements/${name}.js`] ?? '', modules)).all);
  return reached;
}

const camelCase = (name: string) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/**
 * @param modules folder of the compiled sources
 * @returns the hash of each file, by language
 */
async function writeLanguageFiles(
  modules: string,
): Promise<{ build: string; languages: Record<string, string> }> {
  const { all } = await reachOf(entriesFrom(modules)['havn.js'], modules);
  const build = buildOf(all);
  const hashes: Record<string, string> = {};
  for (const language of targetLanguages()) {
    if (bundledLanguages().includes(language)) continue;
    const messages = messagesIn(language);
    const file = languageFile(
      language,
      build,
      all.map(id => messages[id] ?? ''),
    );
    hashes[language] = hashOf(file);
    write(`locales/${language}.js`, file);
  }
  return { build, languages: hashes };
}

/**
 * @param modules folder of the compiled sources
 * @param build of the script that loads them
 * @returns the hash of each part, by its name
 */
async function writeParts(modules: string, build: string): Promise<Record<string, string>> {
  const from = (path: string) => JSON.stringify(resolve(modules, path));
  const hashes: Record<string, string> = {};
  for (const part of elementParts) {
    const code = await script(
      `import { givePart } from ${from('embed/give-part.js')};
       import * as part from ${from(`services-on-page/${part}.js`)};
       givePart(${JSON.stringify(part)}, ${JSON.stringify(build)}, part.${camelCase(part)});`,
      modules,
    );
    hashes[part] = hashOf(code);
    write(`parts/${part}.js`, code);
  }
  return hashes;
}

/** @param modules folder of the compiled sources, once nothing is made of them any more */
async function minifyModules(modules: string) {
  for (const file of filesOf(modules).filter(name => name.endsWith('.js'))) {
    const code = readFileSync(file, 'utf8');
    if (/\b(?:html|css)`|\bdesc: /.test(code)) writeFileSync(file, await minifiedModule(code));
  }
}

function writeComponents() {
  const components = componentsOf(inside);
  write('sbom.cdx.json', billOfMaterials(components));
  write('licenses.txt', licencesOf(components));
}

/**
 * The facts for pages that pin an older script, signed where there is a key.
 * @param data the facts
 */
function writeFeed(data: Facts) {
  const { document, translations } = feedOf(data);
  write('facts.json', document);
  for (const [language, text] of Object.entries(translations)) write(`facts/${language}.json`, text);
  const keyFile = process.env.HAVN_SIGNING_KEY;
  if (!keyFile) return;
  const faults = faultsOfRelease(data);
  if (faults.length) throw new Error(faults.join('\n'));
  const key = readSigningKey(keyFile);
  const keys = publicKeys();
  if (keys.length && !keys.includes(publicHalf(key)))
    throw new Error('HAVN_SIGNING_KEY is the private half of none of HAVN_PUBLIC_KEYS');
  write('facts.sig', signatureOf(document, key));
}

const publicKeys = () => readPublicKeys(process.env.HAVN_PUBLIC_KEYS ?? '');

/**
 * The part that follows a feed: without a key there is none, and nothing is ever fetched.
 * @param modules folder of the compiled sources
 * @param data the facts
 * @param build by which the script knows it
 * @returns its hash
 */
async function writeFeedPart(modules: string, data: Facts, build: string): Promise<{ feed?: string }> {
  const keys = publicKeys();
  if (!keys.length) return {};
  const { code: draft, files } = await feedPart(modules, { build, data, keys, target });
  for (const file of files) inside.add(resolve(file));
  const code = fit(draft);
  write('parts/feed.js', code);
  return { feed: hashOf(code) };
}

/**
 * In a process of its own: Prettier, which the generators call, waits in a thread for ever where something is loaded before
 * the build (the check that a build does not depend on the machine does that). They also print what they write.
 */
function describeForEditors() {
  execFileSync(process.execPath, [...typeScript, 'tools/build/editors.ts', stage], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
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
    const modules = join(stage, 'npm');
    compile(modules);
    writeServerModule(modules);
    fillContracts(modules);
    await inlineLibraries();
    const { build, languages } = await writeLanguageFiles(modules);
    writeFeed(data);
    const parts = {
      ...(await writeParts(modules, build)),
      ...(await writeFeedPart(modules, data, build)),
    };
    for (const [file, source] of Object.entries({
      ...entriesFrom(modules, { build, languages, parts }),
      ...frameEntriesFrom(modules, languages),
    }))
      write(file, await script(source, modules));
    await prerender(data);
    await writeStyles(modules);
    const { apiFiles } = await import('./api.js');
    for (const [file, text] of await apiFiles(resolve(modules), data)) write(`api/${file}`, text);
    splitMessages(modules, bundledLanguages(), await messagesOfElements(modules));
    await minifyModules(modules);
    describeForEditors();
    writeComponents();
    integrity();
  } catch (error) {
    // Nothing is better than something old that looks new.
    for (const folder of ['dist', 'builder', stage]) rmSync(folder, { recursive: true, force: true });
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
  rmSync('dist', { recursive: true, force: true });
  renameSync(stage, 'dist');
}

if (process.argv[1] === import.meta.filename) {
  await build();
  if (isOwn) await writeBuilder();
}
