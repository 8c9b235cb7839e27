/** The same views as in the browser, rendered to plain HTML that works with no script at all. */
import { existsSync } from 'node:fs';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import type { Localization } from '../../src/locale/localization.js';
import { targetLanguages } from './country.js';

/**
 * Lines break between blocks alone. WordPress makes a <br> of any other break in a post, and a paragraph of an empty line,
 * which is what is left of an icon: in the midst of a link that leaves an empty link for screen readers.
 */
const blocks = 'caption|dd|details|div|dl|dt|h[1-6]|li|ol|p|section|summary|table|tbody|td|th|thead|tr|ul';
const block = new RegExp(` ?(</?(?:${blocks})\\b[^>]*>) ?`, 'g');
const endOfBlock = new RegExp(`</(?:${blocks})>`, 'g');

/**
 * Lit's markers of where a value stands mean nothing without Lit; parts are for a shadow root. A shadow root also keeps
 * names apart: here classes get a prefix, since Bootstrap 3 would write white on white in a `label`, and so do ids.
 * Icons are drawn in lines, also where no style sheet says so.
 * @param prefix of ids, one for each piece that can stand on a page
 */
const plain = (html: string, prefix: string) =>
  html
    .replace(/<!--[\s\S]*?-->|<\?>/g, '')
    .replace(/ (part|tabindex)="[^"]*"/g, '')
    .replace(/<div role="status"[^>]*><\/div>/g, '')
    .replace(/ class="([^"]*)"/g, (_, names) => attribute('class', names, 'havn-'))
    .replace(/ (id|for|aria-labelledby|aria-describedby)="([^"]*)"/g, (_, name, ids) =>
      attribute(name, ids, `${prefix}-`),
    )
    .replace(/<svg /g, '<svg fill="none" stroke="currentColor" stroke-width="2" ')
    .replace(/\s*\n\s*/g, ' ')
    .replace(block, '$1')
    .replace(endOfBlock, '$&\n')
    .trim();

/** Each piece stands under the `h1` of its page: its headings begin with `h2`. */
const headed = (html: string) => (html.includes('<h2') ? html : html.replace(/(<\/?)h3\b/g, '$1h2'));

/** @param prefix of each of them */
const attribute = (name: string, words: string, prefix: string) =>
  ` ${name}="${words
    .split(' ')
    .filter(Boolean)
    .map(word => prefix + word)
    .join(' ')}"`;

/** an element in one language, or a page of ours */
export interface Piece {
  /** of the element, or of the page */
  name: string;
  localization: Localization;
  /** its content */
  html: string;
  /** the original, for those who do not trust or read the translation */
  english: string;
  /** that nobody has reviewed the translation; empty where somebody has */
  notice: string;
  /** what opens to the English original */
  readOriginal: string;
  /** of a page that stands by itself; what has none is there to be pasted */
  title: string | undefined;
}

/**
 * What stands where there is no script: of each element the `staticView` beside it; the page on leaving no trace; and the
 * leaflet, which says itself that nobody has reviewed it.
 * @param modules folder of the compiled sources
 */
async function viewsOf(
  modules: string,
  elements: string[],
): Promise<
  {
    name: string;
    view: (localization: Localization) => unknown;
    saysDraft: boolean;
    titleIn?: (localization: Localization) => string;
  }[]
> {
  const page = await import(`${modules}/documents/leaving-no-trace.view.js`);
  const { leafletView } = await import(`${modules}/documents/leaflet.view.js`);
  const views = [];
  for (const name of elements) {
    const path = `${modules}/elements/${name}/${name}.static.js`;
    if (!existsSync(path)) continue;
    const { staticView, saysDraft = true } = await import(path);
    views.push({ name, view: staticView, saysDraft });
  }
  return [
    ...views,
    {
      name: 'leaving-no-trace',
      view: page.leavingNoTraceView,
      saysDraft: true,
      titleIn: page.leavingNoTraceTitle,
    },
    { name: leaflet, view: leafletView, saysDraft: false, titleIn: page.leavingNoTraceTitle },
  ];
}

const leaflet = 'leaflet';

/**
 * All of it, in each language.
 * @param modules folder of the compiled sources
 */
export async function pieces(modules: string, elements: string[]): Promise<Piece[]> {
  const locale = await import(`${modules}/locale/index.js`);
  const { addLanguage } = await import(`${modules}/locale/localization.js`);
  for (const language of targetLanguages()) {
    const { messages } = await import(`${modules}/locale/generated/${language}.js`);
    addLanguage(language, messages);
  }
  const draft = await import(`${modules}/base/draft.view.js`);
  const all: Piece[] = [];
  for (const { name, view, saysDraft, titleIn } of await viewsOf(modules, elements)) {
    const htmlIn = async (localization: Localization, prefix: string) =>
      headed(plain(await collectResult(render(view(localization))), prefix));
    for (const language of locale.languages()) {
      const localization = locale.localize(language);
      all.push({
        name,
        localization,
        html: await htmlIn(localization, `havn-${name}-${language}`),
        english: await htmlIn(locale.localize('en'), `havn-${name}-${language}-original`),
        notice: saysDraft ? draft.draftInWords(localization) : '',
        readOriginal: draft.originalInWords(localization),
        title: titleIn?.(localization),
      });
    }
  }
  return all;
}

/**
 * The piece with, under a translation that nobody has reviewed, the English original folded in.
 * @param tag around it
 */
export function pieceInHtml(
  { name, localization: { language, direction }, html, english, notice, readOriginal }: Piece,
  tag: 'div' | 'main' = 'div',
) {
  const original = notice
    ? `\n<p class="havn-draft">${notice}</p>\n${foldedEnglish(english, readOriginal)}`
    : '';
  return `<${tag} class="havn havn-${name}" lang="${language}" dir="${direction}">\n${html}${original}\n</${tag}>\n`;
}

export const foldedEnglish = (english: string, summary: string) =>
  `<details class="havn-original">\n<summary>${summary}</summary>\n<div lang="en" dir="ltr">\n${english}\n</div>\n</details>`;

/**
 * A page that gives nothing away: not to who looks at the tab, where an empty icon takes the place of the site's, nor to
 * the pages it leads to, nor to search engines.
 */
const discreetPage = (piece: Piece, sheet = 'havn.css', scheme = 'light dark') => `<!doctype html>
<html lang="${piece.localization.language}" dir="${piece.localization.direction}">
<head>
<meta charset="utf-8">
<title>${piece.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${scheme}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${sheet}">
</head>
<body>
${pieceInHtml(piece, 'main')}</body>
</html>
`;

/** @returns path in dist, text */
export const pages = (pieces: Piece[]): [string, string][] =>
  pieces.map(piece => {
    const { name, title, localization } = piece;
    const { language } = localization;
    // Paper has no dark side.
    if (name === leaflet) return [`leaflet/${language}.html`, discreetPage(piece, 'leaflet.css', 'light')];
    return [`html/${name}.${language}.html`, title ? discreetPage(piece) : pieceInHtml(piece)];
  });
