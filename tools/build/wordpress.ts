/**
 * A part of `npm run release`: writes the plugin, .build/release/havn-wordpress-<version>.zip, from dist/ and the
 * sources in wordpress/. Nothing is written twice: the attributes come from the manifest, names from the facts, texts
 * from the embed builder, and the checks of a host's own services from `validate`. Its words and languages are those of
 * this repository's own country: for another it is left out.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build as esbuild } from 'esbuild';
import { zipSync } from 'fflate';
import type { ElementFacts } from '../../demo/builder/facts.js';
import { words as wordsOfBuilder } from '../../demo/builder/words.js';
import { icons, keywords, values as otherValues, translations } from '../../wordpress/words.js';
import { builderFacts } from './builder-facts.js';
import { isOwn, ownName } from './country.js';
import { filesIn, hashOf } from './integrity.js';
import { insideOf } from './plain-fallback.js';
import { cardsIn } from './wordpress/cards.js';
import { catalogue, translationFiles } from './wordpress/catalogue.js';
import { php } from './wordpress/php.js';
import { safeInWordPress } from './wordpress/safe-html.js';

type Kind = 'choice' | 'flag' | 'number' | 'address' | 'source';

/** The plugin has to be small, since it may be uploaded over a slow line; many hosts refuse 2 MB. */
export const mostBytes = 1_700_000;

const root = new URL('../../', import.meta.url).pathname;
const text = (path: string) => readFileSync(join(root, path), 'utf8');

/**
 * The kind of setting for an attribute. An attribute that fits no kind ends the build: without a setting, editors of
 * pages could not use it.
 */
function kindOf({ name, type, values }: ElementFacts['attributes'][number], element: string): Kind {
  if (type === 'boolean') return 'flag';
  if (type === 'number') return 'number';
  if (values.length || name === 'service') return 'choice';
  if (name === 'src') return 'source';
  if (name.endsWith('href')) return 'address';
  throw new Error(
    `wordpress: havn-${element} has a new attribute "${name}" of type ${type}: say what it is here.`,
  );
}

/** The elements with their attributes, in English. */
function elementsOf(facts: ReturnType<typeof builderFacts>) {
  const { en } = wordsOfBuilder;
  const { en: names = {} } = facts.names;
  const wordsOf = (element: string) => {
    const { name: title, what: description } = en.elements[element] ?? { name: element, what: element };
    return { title, description };
  };
  return Object.fromEntries(
    facts.elements.map(({ name: element, attributes }) => [
      element,
      {
        ...wordsOf(element),
        attributes: Object.fromEntries(
          attributes.map(attribute => {
            const { name, preset, least, most, description } = attribute;
            const type = kindOf(attribute, element);
            const { label, hint, values = {} } = en.attributes[name] ?? { label: name, hint: description };
            const ids = name === 'service' ? facts.services : attribute.values;
            return [
              name,
              {
                type,
                label,
                ...(hint && { hint }),
                ...(type === 'choice' && {
                  values: Object.fromEntries(
                    ids.map(id => [id, values[id] ?? names[`${name}.${id}`] ?? otherValues[id] ?? id]),
                  ),
                }),
                // A card without a chosen service shows the helpline, which is the first service.
                ...(name === 'service'
                  ? { preset: facts.services[0] }
                  : preset && type !== 'flag' && { preset }),
                ...(type === 'number' && { least, most }),
              },
            ];
          }),
        ),
      },
    ]),
  );
}

type Described = ReturnType<typeof elementsOf>[string];

/** The schema with which WordPress checks an attribute before it renders a block. */
function schemaOf({ type, values, preset }: Described['attributes'][string]) {
  if (type === 'flag') return { type: 'boolean', default: false };
  if (type === 'number') return { type: 'integer' };
  if (type === 'choice')
    return { type: 'string', enum: Object.keys(values ?? {}), ...(preset && { default: preset }) };
  return { type: 'string' };
}

const blockJson = (name: string, { title, description, attributes }: Described, version: string) => ({
  apiVersion: 3,
  name: `havn/${name}`,
  version,
  title,
  category: 'havn',
  icon: icons[name],
  description,
  keywords: keywords[name],
  textdomain: 'havn',
  attributes: {
    lang: { type: 'string' },
    ...Object.fromEntries(Object.entries(attributes).map(([key, attribute]) => [key, schemaOf(attribute)])),
    ...('src' in attributes && { services: { type: 'string' } }),
  },
  supports: { html: false, align: ['wide', 'full'], spacing: { margin: true } },
  example: {},
  // The editor's canvas is a page of its own, and needs it too.
  script: 'havn',
  style: 'havn',
  editorScript: 'havn-editor',
});

/** What `validate` reads from files of the repository. */
const filesOfValidate = ['schema/overlay.schema.json', 'data/country.json'];

/** @param known values by the names of the constants */
async function editorScript(known: Record<string, unknown>): Promise<string> {
  const { outputFiles } = await esbuild({
    absWorkingDir: root,
    entryPoints: ['wordpress/editor/index.ts'],
    bundle: true,
    write: false,
    minify: true,
    charset: 'ascii',
    format: 'iife',
    platform: 'browser',
    target: 'es2021',
    define: {
      'process.env.HAVN_COUNTRY': '""',
      ...Object.fromEntries(Object.entries(known).map(([name, value]) => [name, JSON.stringify(value)])),
    },
    plugins: [
      {
        name: 'files of the repository',
        setup(build) {
          build.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'node' }));
          build.onLoad({ filter: /.*/, namespace: 'node' }, () => ({
            contents: `const files = ${JSON.stringify(Object.fromEntries(filesOfValidate.map(path => [path, text(path)])))};
              export const readFileSync = path => files[path];
              export const existsSync = path => path in files;
              export const statSync = () => ({});
              export const resolve = (...parts) => parts.join('/');
              export const parseArgs = () => ({});`,
          }));
        },
      },
    ],
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** The same in every build. Zip has no dates before 1980; 1985 is later in every time zone. */
const mtime = new Date(1985, 0, 1);

/** @param wishes for tests: another version, another folder */
export async function writePlugin({
  version = JSON.parse(text('package.json')).version,
  folder = join(root, '.build/release'),
}: {
  version?: string;
  folder?: string;
} = {}): Promise<{ path: string; bytes: number }> {
  const facts = builderFacts(['en', 'nb', 'nn']);
  const elements = elementsOf(facts);
  const languages = Object.fromEntries(facts.languages.map(code => [code, ownName(code)]));
  const exits = Object.fromEntries(Object.entries(facts.exits).map(([code, { words }]) => [code, words]));
  const stage = join(root, `.build/wordpress-${process.pid}`);
  const plugin = join(stage, 'havn');
  rmSync(stage, { recursive: true, force: true });
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(plugin, path)), { recursive: true });
    writeFileSync(join(plugin, path), content);
  };
  cpSync(join(root, 'wordpress/havn'), plugin, { recursive: true });
  for (const path of filesIn(plugin))
    write(path, readFileSync(join(plugin, path), 'utf8').replaceAll('{{version}}', version));

  const scripts = filesIn(join(root, 'dist'))
    .filter(path => /^(?:havn\.js|(?:locales|parts)\/[\w-]+\.js)$/.test(path) && path !== 'parts/feed.js')
    .map(path => [path, text(`dist/${path}`)] as const);
  const assets = [
    ...scripts,
    ['havn.css', text('dist/html/havn.css') + text('wordpress/havn.css')] as const,
    [
      'editor.js',
      await editorScript({ HAVN_ELEMENTS: elements, HAVN_LANGUAGES: languages, HAVN_EXITS: exits }),
    ] as const,
  ];
  // Another folder for each version, so that a cached page never loads the script of another version.
  const sum = createHash('sha256').update(version);
  for (const [path, content] of assets) sum.update(`${path}\0${content}\0`);
  const assetFolder = `assets/${sum.digest('hex').slice(0, 10)}`;
  for (const [path, content] of assets) write(`${assetFolder}/${path}`, content);

  for (const language of facts.languages) {
    for (const name of Object.keys(elements))
      write(`fallback/${name}.${language}.html`, safeInWordPress(insideOf(name, language)));
    write(`fallback/cards.${language}.html`, cardsIn(language));
  }
  for (const [name, element] of Object.entries(elements))
    write(`blocks/${name}/block.json`, `${JSON.stringify(blockJson(name, element, version), null, 2)}\n`);

  const { integrity } = facts;
  write(
    'includes/generated.php',
    php('What the build knows: written by `npm run release`.', {
      folder: assetFolder,
      integrity: integrity['havn.js'],
      languages,
      exit: facts.exits.en?.href,
      helpline: Object.fromEntries(
        Object.entries(facts.fallbacks).map(([code, { words, href, number, direction }]) => [
          code,
          safeInWordPress(
            `<p lang="${code}" dir="${direction}">${words}: <a href="${href}" dir="ltr">${number}</a></p>`,
          ),
        ]),
      ),
      services: Object.fromEntries(facts.services.map(id => [id, facts.names.en?.[`service.${id}`]])),
      elements: Object.fromEntries(
        Object.entries(elements).map(([name, { title, attributes }]) => [
          name,
          {
            title,
            attributes: Object.fromEntries(
              Object.entries(attributes).map(([key, { type, values, preset, least, most }]) => [
                key,
                {
                  type,
                  ...(values && { values: Object.keys(values) }),
                  ...(preset && key !== 'service' && { default: preset }),
                  ...(least !== undefined && { least }),
                  ...(most !== undefined && { most }),
                },
              ]),
            ),
          },
        ]),
      ),
    }),
  );
  const sources = [...filesIn(join(root, 'wordpress/havn')), ...filesIn(join(root, 'wordpress/editor'))]
    .filter(path => /\.(?:php|ts)$/.test(path))
    .map(path => text(`wordpress/${path.endsWith('.ts') ? 'editor' : 'havn'}/${path}`));
  const texts = catalogue({ sources, elements, keywords, facts, wordsOfBuilder, translations });
  for (const [path, content] of translationFiles(texts, version)) write(`languages/${path}`, content);
  write('LICENSE', text('LICENSE'));
  write('licenses.txt', text('dist/licenses.txt'));
  write(
    'includes/files.php',
    php(
      'The hash of every file that a page may load, for "check this site".',
      Object.fromEntries(
        filesIn(plugin)
          .filter(path => /^(?:assets|fallback)\//.test(path))
          .map(path => [path, hashOf(readFileSync(join(plugin, path)))]),
      ),
    ),
  );

  const zip = zipSync(
    Object.fromEntries(
      filesIn(plugin).map(path => [`havn/${path}`, [readFileSync(join(plugin, path)), { level: 9, mtime }]]),
    ),
  );
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `havn-wordpress-${version}.zip`);
  writeFileSync(path, zip);
  rmSync(stage, { recursive: true, force: true });
  if (zip.length > mostBytes) throw new Error(`${path} has ${zip.length} bytes, more than ${mostBytes}.`);
  return { path, bytes: zip.length };
}

if (process.argv[1] === import.meta.filename) {
  if (isOwn) {
    const { path, bytes } = await writePlugin();
    console.log(`${relative(process.cwd(), path)}: ${(bytes / 1000).toFixed(0)} kB`);
  } else console.log("No WordPress plugin: its words are about this repository's own country.");
}
