/** The documentation site: pages from Markdown and the manifest, laid out by Eleventy, and a search without a server. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// @ts-expect-error: it comes without types.
import Eleventy from '@11ty/eleventy';
import { build as esbuild, transform } from 'esbuild';
import MiniSearch from 'minisearch';
import { helpline } from '../build/helpline.js';
import { inTag } from '../build/in-tag.js';
import { readDeclarations } from '../build/manifest.js';
import { insideOf } from '../build/plain-fallback.js';
import { scriptLine } from '../build/snippet.js';
import { searchOptions } from './client/options.js';
import { editableFilesOf, type Group, readSources, type Source, summaryOf } from './documents.js';
import { madePages } from './made.js';
import { described, languagesOf, referenceOf } from './reference.js';
import { type Rendered, render, rootOf } from './render.js';
import { type Language, languages, titlesInBokmål, words } from './words.js';

interface Picture {
  file: string;
  width: number;
  height: number;
  alt: string;
  caption: string;
}
type Page = Source &
  Rendered & {
    title: string;
    summary: string;
    other: string;
    pictures: Picture[];
    editable: string[];
    previous?: Entry | undefined;
    next?: Entry | undefined;
  };
/** a page in a list of pages */
interface Entry {
  title: string;
  titleLanguage: Language;
  /** empty where it is in another language than the list */
  summary: string;
  url: string;
  /** of the page */
  language: Language;
  /** the last word of its address */
  name: string;
}

const here = import.meta.dirname;

/** The front page of each language; at the root, the English one once more. */
const fronts = [
  { url: '', language: 'en' },
  ...languages.map(language => ({ url: `${language}/`, language })),
];

/** What of the build a page of the site needs. */
const isServed = (path: string) => !/^dist\/(?:npm|types|editors)(?:\/|$)|\.map$/.test(path);

/** What is in the site as it is in the repository, by where it is there. */
function copiedFiles() {
  const pictures = readdirSync('docs/images')
    .sort()
    .map(name => [`docs/images/${name}`, `images/${name}`]);
  return new Map([
    ...pictures,
    ['LICENSE', 'files/LICENSE.txt'],
    ['demo/partners/municipality/local-services.json', 'files/local-services.json'],
  ] as [string, string][]);
}

/** Width and height stand at one place in every PNG. */
function sizeOf(file: string) {
  if (!file.endsWith('.png')) return undefined;
  const bytes = readFileSync(file);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The pictures of an element, in the order of their kinds. */
function picturesOf(name: string, title: string, language: Language): Picture[] {
  const { kinds } = words[language].pictures;
  const first = ['desktop', '360'];
  const rest = Object.keys(kinds).filter(kind => !first.includes(kind));
  return [...first, ...rest].flatMap(kind => {
    const file = `docs/images/${name}-${kind}.png`;
    if (!existsSync(file)) return [];
    const caption = kinds[kind as keyof typeof kinds];
    const size = sizeOf(file);
    return size
      ? [{ file: `images/${name}-${kind}.png`, ...size, caption, alt: `${title}: ${caption.toLowerCase()}` }]
      : [];
  });
}

/** The page of the same thing in the other language, or the front page there. */
function otherOf({ url, language }: Source, sources: Source[]) {
  const other = language === 'en' ? 'nb' : 'en';
  const twin = url.replace(language, other);
  return sources.some(source => source.url === twin) ? twin : `${other}/`;
}

function readPages(): Page[] {
  const sources = readSources();
  const declarations = new Map(
    readDeclarations().map(declaration => [declaration.tagName.replace('havn-', ''), declaration]),
  );
  const copied = copiedFiles();
  const { 'havn.js': integrity } = JSON.parse(readFileSync('dist/integrity.json', 'utf8'));
  const surroundings = {
    pages: new Map(sources.map(source => [source.file, source])),
    copied: (file: string) => copied.get(file),
    sizeOf,
    integrity,
  };
  const made = madePages();
  return sources.map(source => {
    const { file, language } = source;
    const [, name = ''] = /^docs\/elements\/([\w-]+)\./.exec(file) ?? [];
    const declaration = declarations.get(name);
    const written = made[file] ?? readFileSync(file, 'utf8');
    const { title: heading, summary } = summaryOf(written);
    // Its own heading is that of the front page.
    const title = file === 'README.md' ? 'README' : heading;
    const markdown = [
      written,
      ...(declaration
        ? [languagesOf(name, language, rootOf(source)), referenceOf(declaration, language)]
        : []),
    ].join('\n\n');
    const pictures = declaration ? picturesOf(name, title, language) : [];
    const rendered = render(markdown, { ...surroundings, source, words: words[language] });
    if (pictures.length)
      rendered.headings.push({ level: 2, id: 'pictures', text: words[language].pictures.title });
    return {
      ...source,
      ...rendered,
      title,
      summary: declaration ? described(declaration.summary, language) : summary,
      other: otherOf(source, sources),
      pictures,
      editable: editableFilesOf(file),
    };
  });
}

/** A page as a list in a language names it. */
function entryOf({ file, title, summary, url, language }: Page, inLanguage: Language): Entry {
  const isOwn = language === inLanguage;
  const translated = isOwn ? undefined : titlesInBokmål[file];
  return {
    title: translated ?? title,
    titleLanguage: translated ? inLanguage : language,
    summary: isOwn ? summary : '',
    url,
    language,
    name: url.split('/').at(-2) ?? '',
  };
}

/** All pages that a reader of a language is offered, by their groups. */
function listsOf(pages: Page[], language: Language) {
  const lists: Record<string, Entry[]> = {};
  const has = new Set(
    pages.filter(page => page.language === language).map(({ url }) => url.replace(language, '')),
  );
  for (const page of pages) {
    const isOurs = page.language === language || !has.has(page.url.replace(page.language, ''));
    if (!isOurs) continue;
    lists[page.group] = [...(lists[page.group] ?? []), entryOf(page, language)];
  }
  return lists;
}

/** Each page gets its neighbours in the lists of its language. */
function linkNeighbours(pages: Page[], lists: Record<Language, Record<string, Entry[]>>) {
  for (const page of pages) {
    const list = lists[page.language][page.group] ?? [];
    const place = list.findIndex(({ url }) => url === page.url);
    page.previous = list[place - 1];
    page.next = list[place + 1];
  }
}

/** The two lines of the front page, with the hash of this build. */
const snippetIn = (language: Language, integrity: string) =>
  `<havn-hotline-banner lang="${language}">${inTag(language)}</havn-hotline-banner>
${scriptLine(integrity)}`;

/** The search of a language: one script with its index. */
async function writeSearch(pages: Page[], language: Language, outfile: string) {
  const index = new MiniSearch(searchOptions);
  const lists = listsOf(pages, language);
  const byUrl = new Map(pages.map(page => [page.url, page]));
  let id = 0;
  for (const [group, entries] of Object.entries(lists))
    for (const entry of entries) {
      const page = byUrl.get(entry.url) as Page;
      const isOwn = entry.language === language;
      // Of what is in another language the reader's own words are its title alone.
      const sections = isOwn
        ? page.sections
        : [
            {
              id: '',
              heading: entry.title,
              text: page.sections.map(({ heading }) => heading).join(' '),
              excerpt: '',
            },
          ];
      for (const section of sections)
        index.add({
          id: id++,
          title: entry.title,
          heading: section.heading,
          text: section.text,
          url: entry.url + (section.id && `#${section.id}`),
          place: words[language].groups[group as Group],
          language: entry.language,
          excerpt: section.excerpt,
        });
    }
  await esbuild({
    stdin: {
      contents: `import { startSearch } from './search.js'; startSearch(${JSON.stringify(JSON.stringify(index))});`,
      resolveDir: join(here, 'client'),
    },
    bundle: true,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    target: 'es2022',
    legalComments: 'none',
    outfile,
  });
}

/** What is used of Eleventy's. */
interface SiteConfig {
  setIncludesDirectory(folder: string): void;
  setTemplateFormats(formats: string[]): void;
  setNunjucksEnvironmentOptions(options: object): void;
  addGlobalData(name: string, value: unknown): void;
  addFilter<In, Out>(name: string, filter: (value: In) => Out): void;
}

async function writePages(pages: Page[], output: string) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { 'havn.js': integrity } = JSON.parse(readFileSync('dist/integrity.json', 'utf8'));
  const lists = Object.fromEntries(languages.map(language => [language, listsOf(pages, language)])) as Record<
    Language,
    Record<string, Entry[]>
  >;
  linkNeighbours(pages, lists);
  const eleventy = new Eleventy(join(here, 'templates'), output, {
    quietMode: true,
    config(config: SiteConfig) {
      config.setIncludesDirectory('../layouts');
      config.setTemplateFormats(['njk']);
      config.setNunjucksEnvironmentOptions({ throwOnUndefined: true, trimBlocks: true, lstripBlocks: true });
      config.addGlobalData('pages', pages);
      config.addGlobalData('languages', languages);
      config.addGlobalData('fronts', fronts);
      config.addGlobalData('words', words);
      config.addGlobalData('helpline', helpline);
      config.addGlobalData('version', version);
      config.addGlobalData('integrity', integrity);
      config.addGlobalData('lists', lists);
      config.addGlobalData(
        'snippet',
        Object.fromEntries(languages.map(language => [language, snippetIn(language, integrity)])),
      );
      config.addGlobalData(
        'inside',
        Object.fromEntries(languages.map(language => [language, insideOf('hotline-banner', language)])),
      );
      config.addGlobalData('municipality', sizeOf('docs/images/municipality.png'));
      config.addGlobalData('source', JSON.parse(readFileSync('data/sources.json', 'utf8'))[0]);
      config.addFilter('rootOf', rootOf);
    },
  });
  await eleventy.write();
}

/** @param output a folder, which it empties */
export async function writeSite(output: string) {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(join(output, 'assets'), { recursive: true });
  const pages = readPages();
  await writePages(pages, output);
  for (const language of languages)
    await writeSearch(pages, language, join(output, `assets/search.${language}.js`));
  cpSync('demo/base.css', join(output, 'assets/base.css'));
  const script = readFileSync(join(here, 'client/site.ts'), 'utf8');
  const { code } = await transform(script, { loader: 'ts', target: 'es2022' });
  writeFileSync(join(output, 'assets/site.js'), code);
  for (const name of ['site.css', 'icon.svg'])
    cpSync(join(here, 'client', name), join(output, 'assets', name));
  for (const [file, place] of copiedFiles()) cpSync(file, join(output, place));
  cpSync('dist', join(output, 'dist'), { recursive: true, filter: isServed });
  cpSync('builder', join(output, 'builder'), { recursive: true });
  const builder = join(output, 'builder/index.html');
  const hiddenLink = /(<a id="documentation"[^>]*) href=".\/"([^>]*) hidden>/;
  const html = readFileSync(builder, 'utf8');
  if (!hiddenLink.test(html)) throw new Error(`${builder} has no link to the documentation`);
  writeFileSync(builder, html.replace(hiddenLink, '$1 href="../nb/"$2>'));
}
