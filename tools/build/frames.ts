/**
 * The pages for hosts that allow only a frame: the tag with its plain HTML inside, which shows without script, as in the
 * strictest sandbox. Scripts have no `integrity`: in a sandbox the origin of the page is opaque, and a hash would ask the
 * server for CORS headers. They come from the server of the page itself, so there is nobody else to be checked.
 */
import { bundledLanguages, inCountry } from './country.js';
import { criticalService, type Facts } from './fact-files.js';
import { readDeclarations } from './manifest.js';
import { sourceMessages } from './messages.js';
import { foldedEnglish, type Piece, pieceInHtml } from './prerender.js';

/**
 * What names each page to a screen reader, and to who looks over a shoulder: a message that says no more than it has to.
 * @param helpline its id
 */
const titlesWith = (helpline: string): Record<string, string> => ({
  'contact-directory': 'contacts.title',
  'entitlements-list': 'entitlements.title',
  'hotline-banner': `service.${helpline}.name`,
  'language-menu': 'language-menu.label',
  pathway: 'pathway.title',
  'permit-guide': 'permits.title',
  'quick-exit': 'exit.leave',
  'referral-guide': 'referralGuide.title',
  'return-guide': 'returnGuide.title',
  'service-card': 'contacts.title',
  'service-finder': 'finder.title',
});

/** A menu alone has no widget to speak to. */
const menu = 'language-menu';
const besideMenu = 'hotline-banner';

/** The attributes of an element, by the manifest. */
const attributesOf = (name: string): string[] =>
  readDeclarations()
    .filter(({ tagName }) => tagName === `havn-${name}`)
    .flatMap(({ attributes }) => attributes.map(attribute => attribute.name));

/** A link to another site leads the whole page there: most sites refuse to show in a frame. */
const inWholePage = (html: string) => html.replace(/<a (?=[^>]*href="http)/g, '<a target="_top" ');

/** The first language with English folded in, whether or not somebody has reviewed it. */
const inTwoLanguages = (piece: Piece) =>
  pieceInHtml({ ...piece, notice: '' }).replace(
    /\n<\/div>\n$/,
    () =>
      `${piece.notice && `\n<p class="havn-draft">${piece.notice}</p>`}\n${foldedEnglish(piece.english, 'English')}\n</div>\n`,
  );

/**
 * @param name of the element
 * @param title id of the message that names the page
 * @param piece what stands in the page
 * @param isBundled whether every script has its language
 * @param isAnyLanguage whether the address may name the language
 */
function framePage(name: string, title: string, piece: Piece, isBundled: boolean, isAnyLanguage: boolean) {
  const { language, direction, fact } = piece.localization;
  const element = isAnyLanguage || !isBundled || name === menu ? '../havn.js' : `../elements/${name}.js`;
  const scripts = ['frame.js', ...(isBundled ? [] : [`../locales/${language}.js`]), element];
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
<title>${fact(title, sourceMessages().get(title) ?? '')}</title>
${scripts.map(src => `<script src="${src}" defer></script>`).join('\n')}
</head>
<body class="havn-frame">
${name === menu ? `<havn-${menu} data-query="${query}"></havn-${menu}>\n<havn-${besideMenu} layout="card">` : `<havn-${name} data-query="${query}">`}
${content}</havn-${piece.name}>
<link rel="stylesheet" href="../html/havn.css">
</body>
</html>
`;
}

/**
 * For each element a page that takes the language from its address, and one for each language, for frames without script.
 * @param data the facts
 * @returns path in dist, text
 */
export function framePages(pieces: Piece[], data: Facts): [string, string][] {
  const { id } = criticalService(data[inCountry('directory/services.json')], 'x_helpline');
  // In its first language is the page that takes any by its address.
  const [first] = bundledLanguages();
  return Object.entries(titlesWith(id)).flatMap(([name, title]) =>
    pieces
      .filter(piece => piece.name === (name === menu ? besideMenu : name))
      .flatMap(piece => {
        const { language } = piece.localization;
        const isBundled = ['en', ...bundledLanguages()].includes(language);
        const pages: [string, string][] = [
          [`frame/${name}.${language}.html`, framePage(name, title, piece, isBundled, false)],
        ];
        if (language === first)
          pages.push([`frame/${name}.html`, framePage(name, title, piece, isBundled, true)]);
        return pages;
      }),
  );
}
