/** Which Markdown becomes which page of the documentation site. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readDeclarations } from '../build/manifest.js';
import { madePages } from './made.js';
import { type Language, languages } from './words.js';

export type Group = 'elements' | 'guides' | 'embed' | 'decide' | 'build' | 'decisions';
/** a file and the page that it becomes */
export interface Source {
  /** in the repository */
  file: string;
  /** folder of the page in the site, with a slash at its end */
  url: string;
  language: Language;
  group: Group;
}

/** Those at the root that a reader of the site needs. */
const atRoot = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'CHANGELOG-facts.md'];

const elements = ['every-element', ...readDeclarations().map(({ tagName }) => tagName.replace('havn-', ''))];

const guides =
  'index municipality wordpress-plugin wordpress drupal sharepoint police hospital upgrade facts-and-languages content-policy faq'.split(
    ' ',
  );

/** In the order of the lists; what is not named stands with those who build on it. */
const groups: Partial<Record<Group, string[]>> = {
  elements: elements.flatMap(name => languages.map(language => `docs/elements/${name}.${language}.md`)),
  guides: guides.flatMap(name => languages.map(language => `docs/guides/${language}/${name}.md`)),
  embed: [
    'docs/embedding.md',
    'docs/frames.md',
    'docs/local-services.md',
    'docs/large-directories.md',
    'docs/facts-feed.md',
    'docs/brand.md',
    'docs/verify.md',
    'docs/open-data.md',
    'docs/screenshots.md',
  ],
  decide: [
    'docs/privacy.md',
    'docs/privacy.nb.md',
    'docs/accessibility.md',
    'docs/accessibility-conformance.md',
    'docs/accessibility-statement.nb.md',
    'SECURITY.md',
    'docs/support.md',
    'docs/languages/README.md',
    'docs/languages/open-questions.md',
    'docs/sizes.md',
    'docs/versioning.md',
    'CHANGELOG.md',
    'CHANGELOG-facts.md',
  ],
  build: ['README.md', 'CONTRIBUTING.md', 'docs/commands.md', 'docs/architecture.md'],
};

const listed = Object.values(groups).flat();

function groupOf(file: string): Group {
  const [, folder] = /^docs\/(elements|guides|decisions)\//.exec(file) ?? [];
  if (folder) return folder as Group;
  const found = Object.entries(groups).find(([, files]) => files.includes(file));
  return found ? (found[0] as Group) : 'build';
}

/**
 * `docs/guides/nb/index.md` is nb/guides/, `docs/elements/pathway.en.md` en/elements/pathway/, README.md en/readme/.
 */
function sourceOf(file: string): Source {
  const path = file.replace(/^docs\//, '').replace(/\.md$/, '');
  const [, language = 'en'] = /^guides\/(\w+)\//.exec(path) ?? /\.(en|nb)$/.exec(path) ?? [];
  const place = path
    .replace(/^guides\/\w+\//, 'guides/')
    .replace(/\.(?:en|nb)$/, '')
    .replace(/(?<=\/)(?:index|README)$/, '')
    .toLowerCase();
  return {
    file,
    url: `${language}/${place}${place.endsWith('/') ? '' : '/'}`,
    language: language as Language,
    group: groupOf(file),
  };
}

const markdownIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownIn(path);
    return path.endsWith('.md') ? [path] : [];
  });

/** @returns all of them, in the order of the lists */
export function readSources(): Source[] {
  // What is not listed comes after all that is, in its own order.
  const place = (file: string) => (listed.includes(file) ? listed.indexOf(file) : listed.length);
  return [...atRoot.filter(existsSync), ...[...markdownIn('docs'), ...Object.keys(madePages())].sort()]
    .sort((one, other) => place(one) - place(other))
    .map(sourceOf);
}

/** The files that a page is changed in: what is made of data has no Markdown, and an element describes itself too. */
export function editableFilesOf(file: string): string[] {
  const [, element] = /^docs\/elements\/([\w-]+)\.\w+\.md$/.exec(file) ?? [];
  if (/^docs\/accessibility-(?:conformance|statement)/.test(file))
    return ['tools/docs/criteria.json', 'tools/docs/conformance.ts'];
  if (file === 'docs/bench-tables.md') return ['tools/bench/bench.ts'];
  if (!existsSync(file)) return ['tools/docs/open-questions.ts'];
  return element && element !== 'every-element' ? [file, `src/elements/${element}/${element}.ts`] : [file];
}

/** The title and the first sentences, as a search engine shows them. */
export function summaryOf(markdown: string) {
  const text = markdown.replace(/<!--[\s\S]*?-->/g, '').trim();
  const [, title] = /^# (.+)$/m.exec(text) ?? [];
  if (!title) throw new Error(`There is no heading in: ${text.slice(0, 80)}`);
  const [paragraph = ''] = text
    .slice(text.indexOf(title) + title.length)
    .split(/\n\s*\n/)
    .map(part => part.trim())
    .filter(part => /^[\p{L}*`]/u.test(part));
  return { title: plain(title), summary: plain(paragraph) };
}

/** Words without their marks. */
const plain = (markdown: string) =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
