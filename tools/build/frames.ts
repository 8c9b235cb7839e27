/**
 * The pages for hosts that allow only an iframe. The tag has its plain HTML inside, which shows if scripts do not run,
 * as in the strictest sandbox. Scripts have no `integrity`: a sandboxed page has an opaque origin, so browsers would
 * need CORS headers from the server to check a hash. The scripts come from the same server as the page, so a hash would
 * add nothing.
 */
import { bundledLanguages, inCountry, ownName } from './country.js';
import { elements, nameOf } from './entries.js';
import { criticalService, type Facts } from './fact-files.js';
import { readDeclarations } from './manifest.js';
import { sourceMessages } from './messages.js';
import { foldedEnglish, type Piece, pieceInHtml } from './prerender.js';

/**
 * The title of each page, otherwise the name of the helpline: screen readers announce it, but people nearby may see it,
 * so it says no more than it has to.
 */
const titles: Record<string, string> = {
  'contact-directory': 'contacts.title',
  'entitlements-list': 'entitlements.title',
  'language-menu': 'language-menu.label',
  pathway: 'pathway.title',
  'permit-guide': 'permits.title',
  'quick-exit': 'exit.leave',
  'referral-guide': 'referralGuide.title',
  'return-guide': 'returnGuide.title',
  'service-card': 'contacts.title',
  'service-finder': 'finder.title',
};

/** A language menu needs a widget whose language it changes: its page also has the banner. */
const menu = 'language-menu';
const besideMenu = 'hotline-banner';

/**
 * Where no script runs: the banner in each other language, folded under the name that its readers know. No links: they
 * would leave the chosen language in the history.
 */
const otherLanguages = (shown: Piece, title: string, pieces: Piece[]) =>
  `<div class="havn" lang="${shown.localization.language}" dir="${shown.localization.direction}"><details class="havn-original">
<summary>${title}${shown.localization.language === 'en' ? '' : ' <span lang="en" dir="ltr">(Language)</span>'}</summary>
<ul role="list" class="havn-list">
${pieces
  .filter(piece => piece !== shown)
  .map(
    ({ localization: { language, direction }, html, notice }) =>
      `<li lang="${language}" dir="${direction}"><details><summary>${ownName(language)}</summary>\n${html}${notice && `\n<p class="havn-draft">${notice}</p>`}</details></li>`,
  )
  .join('\n')}
</ul>
</details></div>`;

/** The attributes of an element, from the manifest. */
const attributesOf = (name: string): string[] =>
  readDeclarations()
    .filter(({ tagName }) => tagName === `havn-${name}`)
    .flatMap(({ attributes }) => attributes.map(attribute => attribute.name));

/** Makes links to other sites open in the whole page: most sites refuse to be shown in an iframe. */
const inWholePage = (html: string) => html.replace(/<a (?=[^>]*href="http)/g, '<a target="_top" ');

/** The first language, with the English text in a `details` element even if the translation has been reviewed. */
const inTwoLanguages = (piece: Piece) =>
  pieceInHtml({ ...piece, notice: '' }).replace(
    /\n<\/div>\n$/,
    () =>
      `${piece.notice && `\n<p class="havn-draft">${piece.notice}</p>`}\n${foldedEnglish(piece.english, 'English')}\n</div>\n`,
  );

/**
 * @param title id of the message that names the page
 * @param isBundled whether every script contains its language
 * @param isAnyLanguage whether the address may name the language
 */
function framePage(
  name: string,
  title: string,
  piece: Piece,
  isBundled: boolean,
  isAnyLanguage: boolean,
  pieces: Piece[],
) {
  const { language, direction, fact } = piece.localization;
  const element = isAnyLanguage || !isBundled || name === menu ? '../havn.js' : `../elements/${name}.js`;
  const scripts = ['frame.js', ...(isBundled ? [] : [`../locales/${language}.js`]), element];
  const words = fact(title, sourceMessages().get(title) ?? '');
  const query = [...(isAnyLanguage ? ['lang'] : []), ...attributesOf(name)].join(' ');
  const content = inWholePage(isAnyLanguage ? inTwoLanguages(piece) : pieceInHtml(piece));
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${words}</title>
${scripts.map(src => `<script src="${src}" defer></script>`).join('\n')}
</head>
<body class="havn-frame">
${name === menu ? `<havn-${menu} data-query="${query}">${otherLanguages(piece, words, pieces)}</havn-${menu}>\n<havn-${besideMenu} layout="card">` : `<havn-${name} data-query="${query}">`}
${content}</havn-${piece.name}>
<link rel="stylesheet" href="../html/havn.css">
</body>
</html>
`;
}

/**
 * For each element, a page that takes the language from its address, and a page for each language, for iframes without
 * scripts.
 * @returns path in dist, text
 */
export function framePages(pieces: Piece[], data: Facts): [string, string][] {
  const { id } = criticalService(data[inCountry('directory/services.json')], 'x_helpline');
  // The page that takes the language from its address has its plain HTML in the first language.
  const [first] = bundledLanguages();
  return elements.map(nameOf).flatMap(name => {
    const title = titles[name] ?? `service.${id}.name`;
    const own = pieces.filter(piece => piece.name === (name === menu ? besideMenu : name));
    return own.flatMap(piece => {
      const { language } = piece.localization;
      const isBundled = ['en', ...bundledLanguages()].includes(language);
      const pages: [string, string][] = [
        [`frame/${name}.${language}.html`, framePage(name, title, piece, isBundled, false, own)],
      ];
      if (language === first)
        pages.push([`frame/${name}.html`, framePage(name, title, piece, isBundled, true, own)]);
      return pages;
    });
  });
}
