/** Renders the views of the elements to plain HTML that works without any script. */
import { existsSync } from 'node:fs';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import type { Localization } from '../../src/locale/localization.js';
import { targetLanguages } from './country.js';

/**
 * Line breaks are only between blocks. WordPress turns any other line break in a post into a <br>, and an empty line,
 * which is left of an icon, into a paragraph: within a link, screen readers would then find an empty link.
 */
const blocks = 'caption|dd|details|div|dl|dt|h[1-6]|li|ol|p|section|summary|table|tbody|td|th|thead|tr|ul';
const block = new RegExp(` ?(</?(?:${blocks})\\b[^>]*>) ?`, 'g');
/** Without our style sheet an icon at the end of a link would seem to belong to the next one. */
const iconAtEnd = /(<a [^>]*> ?)((?:(?!<svg|<\/a>).)*?)(<svg .*?<\/svg>)/g;
const endOfBlock = new RegExp(`</(?:${blocks})>`, 'g');

/**
 * Removes Lit's markers and `part` attributes, which have no use outside a shadow root. Classes and ids get a prefix,
 * since no shadow root isolates them: Bootstrap 3 would make a `label` white on white. Icons get their stroke as
 * attributes, so that they are drawn as lines even without our style sheet.
 * @param prefix for ids, a different one for each piece that can be on a page
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
    .replace(iconAtEnd, '$1$3$2')
    .replace(block, '$1')
    .replace(endOfBlock, '$&\n')
    .trim();

/** Headings begin with `h2`, since each piece is under the `h1` of its page. */
const headed = (html: string) => (html.includes('<h2') ? html : html.replace(/(<\/?)h3\b/g, '$1h2'));

/** @param prefix goes before each of the words */
const attribute = (name: string, words: string, prefix: string) =>
  ` ${name}="${words
    .split(' ')
    .filter(Boolean)
    .map(word => prefix + word)
    .join(' ')}"`;

/** an element in one language, or a page of ours */
export interface Piece {
  /** name of the element, or of the page */
  name: string;
  localization: Localization;
  /** its content */
  html: string;
  /** the English original, for people who do not trust the translation or cannot read it */
  english: string;
  /** says that nobody has reviewed the translation; empty if somebody has */
  notice: string;
  /** the label that opens the English original */
  readOriginal: string;
  /** title of a separate page; a piece without one is for pasting */
  title: string | undefined;
}

/**
 * The views without a script: the `staticView` beside each element; the page about leaving no trace; and the leaflet,
 * whose view itself says if nobody has reviewed the translation.
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
      // Its address stays in the history of the browser, and must not tell what the page is about.
      name: 'information',
      view: page.leavingNoTraceView,
      saysDraft: true,
      titleIn: page.neutralTitle,
    },
    { name: leaflet, view: leafletView, saysDraft: false, titleIn: page.neutralTitle },
  ];
}

const leaflet = 'leaflet';

/**
 * All pieces in all languages.
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
 * The HTML of a piece. If nobody has reviewed the translation, the English original is below it in a `details` element.
 * @param tag the element around it
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
 * A page that gives nothing away: its tab has an empty icon instead of the site's, linked pages get no referrer, and
 * search engines do not index it.
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
    // The leaflet is for printing, so it has no dark scheme.
    if (name === leaflet) return [`leaflet/${language}.html`, discreetPage(piece, 'leaflet.css', 'light')];
    return [`html/${name}.${language}.html`, title ? discreetPage(piece) : pieceInHtml(piece)];
  });
