/** Markdown as a page of the site: its links lead to pages, its tables become cards where there is no room. */
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Renderer, Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import { readDeclarations, valuesOf } from '../build/manifest.js';
import { insideOf } from '../build/plain-fallback.js';
import { scriptLine } from '../build/snippet.js';
import type { Source } from './documents.js';
import { codesOf } from './frameworks.js';
import type { Words } from './words.js';

interface Heading {
  level: number;
  id: string;
  text: string;
}
/** what the search finds: a heading of the first or second level, and what is under it */
interface Section {
  /** empty for the page itself */
  id: string;
  heading: string;
  text: string;
  /** the beginning of it, without what is code or a table */
  excerpt: string;
}
export interface Rendered {
  html: string;
  headings: Heading[];
  sections: Section[];
  /** whether an element is on the page */
  isLive: boolean;
}
/** what a page is rendered among */
interface Surroundings {
  /** by their files */
  pages: Map<string, Source>;
  /** where a file of the repository is in the site, if it is */
  copied: (file: string) => string | undefined;
  /** a picture */
  sizeOf: (file: string) => { width: number; height: number } | undefined;
  /** of havn.js */
  integrity: string;
  words: Words;
}
type Environment = Surroundings & { source: Source };

/** The way from a page to the folder of the site. */
export const rootOf = ({ url }: { url: string }) => '../'.repeat(url.split('/').length - 1);

/** The words of a line, without its marks. */
const textOf = (token: Token | undefined) =>
  (token?.children ?? [])
    .map(({ type, content }) =>
      type === 'softbreak' || type === 'hardbreak' ? ' ' : type === 'html_inline' ? ' ' : content,
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** Texts to paste that are in the language of the heading over them. */
const languageNames: Record<string, string> = { English: 'en', Bokmål: 'nb', Nynorsk: 'nn' };

/** Links that say themselves in which language one goes on. */
const namesLanguage = /engelsk|english|norwegian|norsk|bokmål/i;

const markdown = new MarkdownIt({ html: true });
const { escapeHtml } = markdown.utils;

markdown.core.ruler.push('headings', ({ tokens }) => {
  const slugger = new GithubSlugger();
  tokens.forEach((token, index) => {
    // The ids of GitHub, where the same pages are read, so that an anchor leads to its place there and here.
    if (token.type === 'heading_open') token.attrSet('id', slugger.slug(textOf(tokens[index + 1])));
  });
});

markdown.core.ruler.push('quotes', ({ tokens }) => {
  tokens.forEach((token, index) => {
    const language = token.type === 'blockquote_open' && languageNames[tokens[index - 2]?.content ?? ''];
    if (language) token.attrSet('lang', language);
  });
});

/**
 * Links between files become links between pages. What is in the repository and not in the site is named, and no link.
 */
markdown.core.ruler.push('links', ({ tokens, env }) => {
  for (const { type, children } of tokens) {
    if (type !== 'inline' || !children) continue;
    for (const [index, opening] of children.entries()) {
      if (opening.type === 'image') resolveImage(opening, env);
      if (opening.type !== 'link_open') continue;
      const rest = children.slice(index + 1);
      const end = rest.findIndex(({ type }) => type === 'link_close');
      const closing = rest[end];
      if (!closing) continue;
      const text = rest
        .slice(0, end)
        .map(({ content }) => content)
        .join('');
      resolveLink(opening, closing, text, env);
    }
  }
});

/** @returns nothing for what is no file of ours */
function fileOf(href: string, { file }: Source): { file: string; hash: string } | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|#)/i.test(href)) return undefined;
  const [path = '', hash] = decodeURI(href).split('#');
  return { file: posix.join(posix.dirname(file), path).replace(/\/$/, ''), hash: hash ? `#${hash}` : '' };
}

function resolveLink(
  opening: Token,
  closing: Token,
  text: string,
  { source, pages, copied, words }: Environment,
) {
  const target = fileOf(opening.attrGet('href') ?? '', source);
  if (!target) return;
  const { file, hash } = target;
  const named = pages.get(file) ?? pages.get(`${file}/README.md`) ?? pages.get(`${file}/index.md`);
  // Without a place in it, and where the link does not ask for the other language, one stays in one's own.
  const twin =
    named &&
    [...pages.values()].find(({ url }) => url === named.url.replace(named.language, source.language));
  const page = twin && !hash && !namesLanguage.test(text) ? twin : named;
  if (page) {
    opening.attrSet('href', rootOf(source) + page.url + hash);
    if (page.language === source.language) return;
    opening.attrSet('hreflang', page.language);
    if (!namesLanguage.test(text))
      after(closing, ` <span class="note">(${words.inLanguage[page.language]})</span>`);
    return;
  }
  const copy = copied(file);
  if (copy) {
    opening.attrSet('href', rootOf(source) + copy);
    return;
  }
  if (!existsSync(file)) throw new Error(`${source.file}: there is no ${file}`);
  opening.tag = closing.tag = 'span';
  // The files of the repository, and the titles of its tests, are in English.
  opening.attrs = source.language === 'en' ? [] : [['lang', 'en']];
  if (!text.includes(posix.basename(file))) after(closing, ` <code class="note">${escapeHtml(file)}</code>`);
}

function after(closing: Token, html: string) {
  closing.meta = { html };
}

type RenderRule = NonNullable<Renderer['rules'][string]>;

const renderLinkEnd: RenderRule = (tokens, index, options, _environment, renderer) => {
  const html = tokens[index]?.meta?.html ?? '';
  return renderer.renderToken(tokens, index, options) + html;
};

function resolveImage(image: Token, { source, copied, sizeOf }: Environment) {
  const { file } = fileOf(image.attrGet('src') ?? '', source) ?? { file: '' };
  const copy = copied(file);
  if (!copy) throw new Error(`${source.file}: there is no picture ${file}`);
  image.attrSet('src', rootOf(source) + copy);
  image.attrSet('loading', 'lazy');
  for (const [name, value] of Object.entries(sizeOf(file) ?? {})) image.attrSet(name, String(value));
}

/** Roles that the tags have anyway: as a card a row is no row to CSS, and browsers then drop the table for screen readers. */
const roles = {
  table_open: 'table',
  thead_open: 'rowgroup',
  tbody_open: 'rowgroup',
  tr_open: 'row',
  th_open: 'columnheader',
  td_open: 'cell',
};

markdown.core.ruler.push('tables', ({ tokens }) => {
  let heads: string[] = [];
  let column = 0;
  tokens.forEach((token, index) => {
    // A heading that says nothing is none.
    const end = tokens[index + 2];
    if (token.type === 'th_open' && end && !textOf(tokens[index + 1])) token.tag = end.tag = 'td';
    const role = token.tag === 'td' ? roles.td_open : roles[token.type as keyof typeof roles];
    if (!role || token.nesting < 0) return;
    // What it aligns by is a style, which the policy forbids.
    token.attrs = [['role', role]];
    if (role === 'table') heads = [];
    if (role === 'row') column = 0;
    if (token.type === 'th_open') heads.push(textOf(tokens[index + 1]));
    if (token.type === 'td_open') token.attrSet('data-head', heads[column++] ?? '');
  });
});

/** Where the custom properties are shown at work: Markdown elsewhere shows a comment to nobody. */
const liveTokens = '<!-- live: tokens -->';

/** Each custom property with another value than its own, as site.css sets it. */
const otherValues = {
  '--havn-accent': '#7a1f5c',
  '--havn-text': '#5b2c00',
  '--havn-surface': '#fff8e1',
  '--havn-tint': '#fdeef6',
  '--havn-border': '#7a1f5c',
  '--havn-radius': '0',
};

function tableOfTokens({ words, source }: Environment) {
  const banner = filledIn(
    `<havn-hotline-banner layout="card" lang="${source.language}"></havn-hotline-banner>`,
    source.language,
  );
  return `<p><strong>${words.tokens}</strong></p>
<table role="table" class="tokens" aria-label="${words.tokens}">
${Object.entries(otherValues)
  .map(
    ([name, value]) => `<tr role="row"><th scope="row" role="rowheader"><code>${name}: ${value}</code></th>
<td role="cell" class="${name.slice(2)}">${banner}</td></tr>`,
  )
  .join('\n')}
</table>
`;
}

/** Comments are for those who write the pages. */
const renderHtml: RenderRule = (tokens, index, _options, environment) => {
  const content = tokens[index]?.content ?? '';
  if (content.trim() === liveTokens) return tableOfTokens(environment as Environment);
  return content.startsWith('<!--') ? '' : content;
};

const pre = (code: string) => `<pre><code>${escapeHtml(code.trimEnd())}</code></pre>\n`;

/** As the page that loses no time does it: the whole content is in the tag, so that nothing moves when the script comes. */
const filledIn = (content: string, language: string) =>
  content.replace(
    /(<havn-([\w-]+)[^>]*>)[\s\S]*?(?=<\/havn-\2>)/,
    (_, tag: string, name: string) => tag + insideOf(name, language),
  );

/** GitHub draws it; here the text beside it says the same. */
const isDrawing = ({ info }: Token) => info === 'mermaid';

/** What a reader of the page may set on the example: all attributes but addresses and ids. site.ts sets them. */
function knobsFor(content: string, words: Words) {
  const [tag = ''] = /^<[^>]*>/.exec(content) ?? [];
  const { attributes = [] } = readDeclarations().find(({ tagName }) => tag.startsWith(`<${tagName}`)) ?? {};
  const knobs = attributes.flatMap(({ name = '', type = { text: '' }, default: preset }) => {
    const [isSet, now = ''] = new RegExp(` ${name}(?:="([^"]*)")?[ >]`).exec(tag) ?? [];
    const values = valuesOf(type.text).filter(value => value !== preset);
    const option = (value: string) =>
      `<option value="${value}"${value === now ? ' selected' : ''}>${value || preset || '–'}</option>`;
    const knob = values.length
      ? `<select name="${name}">${['', ...values].map(option).join('')}</select>`
      : type.text === 'boolean'
        ? `<input type="checkbox" name="${name}"${isSet ? ' checked' : ''}>`
        : type.text === 'number'
          ? `<input type="number" name="${name}" min="1" max="50" value="${now}" placeholder="${preset ?? '–'}">`
          : '';
    return knob ? [`<label><code>${name}</code> ${knob}</label>`] : [];
  });
  return knobs.length
    ? `<form class="knobs"><fieldset><legend>${words.knobs}</legend>${knobs.join('\n')}</fieldset></form>\n`
    : '';
}

/** What to paste, in HTML and in each framework: folded, but for the first. */
function codesFor(content: string, { words, integrity, source }: Environment) {
  const declaration = readDeclarations().find(({ tagName }) => content.startsWith(`<${tagName}`));
  const script = scriptLine(integrity);
  if (!declaration) return pre(content + script);
  const { paste, npm, npmLink, wordPress } = words.codes;
  const english = source.language === 'en' ? '' : ' hreflang="en"';
  const notes: Record<string, string> = { HTML: paste, WordPress: wordPress };
  const folded = codesOf(declaration, content, script).map(
    ({ framework, codes }, index) => `<details class="code"${index === 0 ? ' open' : ''}>
<summary>${framework}</summary>
${notes[framework] ? `<p>${markdown.renderInline(notes[framework])}</p>\n` : ''}${codes.map(pre).join('')}</details>
`,
  );
  return `<p>${npm} <a href="${rootOf(source)}en/embedding/#6-npm"${english}>${npmLink}</a></p>\n${folded.join('')}`;
}

/** An example: the element itself, and what to paste. */
const renderCode: RenderRule = (tokens, index, _options, environment) => {
  const token = tokens[index];
  if (!token || isDrawing(token)) return '';
  const { info, content } = token;
  if (info !== 'html live') return pre(content);
  const { words, source } = environment as Environment;
  const isFirst = tokens.findIndex(token => token.info === 'html live') === index;
  const hasMenu = content.includes('<havn-language-menu');
  return `<figure class="example">
<figcaption>${words.live}</figcaption>
${isFirst && !hasMenu ? `<div class="menu"><havn-language-menu lang="${source.language}"></havn-language-menu></div>\n` : ''}${isFirst ? knobsFor(content, words) : ''}<div class="live">
${isFirst ? filledIn(content.trim(), source.language) : content.trim()}
</div>
</figure>
${isFirst ? `<p><strong>${words.snippet}</strong></p>\n${codesFor(content, environment as Environment)}` : pre(content)}`;
};

Object.assign(markdown.renderer.rules, {
  link_close: renderLinkEnd,
  html_block: renderHtml,
  fence: renderCode,
});

/** The texts under each heading of the first three levels. */
function sectionsOf(tokens: Token[]): Section[] {
  const sections: Section[] = [];
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    const section = sections.at(-1);
    if (token.type === 'inline' && before?.type === 'heading_open' && before.tag <= 'h3')
      sections.push({
        id: before.tag === 'h1' ? '' : (before.attrGet('id') ?? ''),
        heading: textOf(token),
        text: '',
        excerpt: '',
      });
    else if (section && token.type === 'inline') {
      section.text += ` ${textOf(token)}`;
      if (before?.type === 'paragraph_open') section.excerpt += ` ${textOf(token)}`;
    } else if (section && token.type === 'fence' && !isDrawing(token)) section.text += ` ${token.content}`;
  });
  return sections.map(({ id, heading, text, excerpt }) => ({
    id,
    heading,
    text: text.replace(/\s+/g, ' ').trim(),
    excerpt: shortened(excerpt.trim()),
  }));
}

/** As much as two lines hold, to the end of a word. */
const shortened = (text: string) =>
  text.length > 150 ? `${text.slice(0, 150).replace(/\s+\S*$/, '')} …` : text;

export function render(text: string, environment: Environment): Rendered {
  const tokens = markdown.parse(text, environment);
  const headings = tokens.flatMap((token, index) =>
    token.type === 'heading_open'
      ? [
          {
            level: Number(token.tag.slice(1)),
            id: token.attrGet('id') ?? '',
            text: textOf(tokens[index + 1]),
          },
        ]
      : [],
  );
  return {
    html: markdown.renderer.render(tokens, markdown.options, environment),
    headings,
    sections: sectionsOf(tokens),
    isLive: tokens.some(({ info, content }) => info === 'html live' || content.trim() === liveTokens),
  };
}
