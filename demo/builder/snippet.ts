/**
 * The code that a web editor pastes, made from the choices and the data of the build. Pure: no page and no network, so
 * that tests can call it in Node.
 */
import { type Attribute, type Call, elementOf, type Facts, type Fallback, type General } from './facts.js';

export type Way = 'tag' | 'placeholder' | 'single' | 'html' | 'frame' | 'npm';
/** an element on the page */
export interface Chosen {
  /** its name without `havn-` */
  element: string;
  /** what was entered, by name; a checkbox that is set has `''` */
  attributes: Record<string, string>;
}
/** one of the elements, and what is the same for all of them */
export interface Choice extends Chosen {
  language: string;
  /** a colour as `#rrggbb`; empty: the default */
  accent: string;
  /** pixels; empty: the default */
  radius: string;
  /** where the files are */
  folder: string;
  way: Way;
  extras: Extra[];
  /** the address of newer facts; empty: none */
  feed: string;
}
/** the elements of a page with their facts: at least one; all have the same way, folder, colours, … */
export type Parts = readonly [Part, ...Part[]];
export interface Part {
  choice: Choice;
  facts: Facts;
}
/**
 * options that few need: nothing moves when the script loads; the colours of a design
 * system on the page; frames of a fixed height, without a script on the page
 */
export type Extra = 'steady' | 'brand' | 'fixed';
export interface Piece {
  /** where it is pasted */
  place: 'page' | 'head' | 'template' | 'code';
  code: string;
}
export interface Policy {
  on:
    | 'address'
    | 'hash'
    | 'trustedTypes'
    | 'trustedTypesNpm'
    | 'fetch'
    | 'feed'
    | 'styleHash'
    | 'styleFile'
    | 'frame'
    | 'frameScript'
    | 'frameServer'
    | 'bundle';
  line: string;
}
export type Note =
  | 'exampleAddress'
  | 'unencrypted'
  | 'otherServer'
  | 'frameColours'
  | 'frameSource'
  | 'plainSettings'
  | 'plainService'
  | 'forProfessionals'
  | 'styleElement'
  | 'steadySettings'
  | 'exitFirst'
  | 'menuAlone'
  | 'placeholderAddress';

export const ways: readonly Way[] = ['tag', 'placeholder', 'single', 'html', 'frame', 'npm'];

/** The ways to embed that offer each extra, and the feed. */
const waysOf: Record<Extra | 'feed', readonly Way[]> = {
  steady: ['tag', 'single'],
  brand: ['tag', 'placeholder', 'single', 'html'],
  fixed: ['frame'],
  feed: ['tag', 'placeholder'],
};

/** The folder of the files until another one is entered. */
export const exampleFolder = 'https://your.host/havn/';

/** The height that an element needs in a column of 320 pixels. Higher content scrolls (docs/frames.md). */
const frameHeights: Record<string, number> = {
  'hotline-banner': 480,
  'quick-exit': 60,
  'language-menu': 640,
};
const highestFrame = 700;

/** The only service whose card exists as plain HTML. */
const plainService = 'rosa-helpline';

/** The permissions that a frame of ours needs. */
const sandbox = 'allow-scripts allow-popups allow-top-navigation-by-user-activation';

const unique = <Text extends string>(texts: readonly Text[]) => [...new Set(texts)];

/** What any of the elements needs, each once. */
const merged = <Text extends string>(parts: Parts, of: (choice: Choice, facts: Facts) => Text[]) =>
  unique(parts.flatMap(({ choice, facts }) => of(choice, facts)));

const escaped = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/\u00a0/g, '&nbsp;');

/** @returns an absolute http(s) address without a name or a password in it */
function webAddress(text: string): URL | undefined {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The folder of the files, with its slash at the end: an http(s) address or a path of the page's own server.
 * @returns `undefined`: it is neither
 */
export function folderOf(text: string): string | undefined {
  // If somebody pastes the address of the script, its folder is used.
  const folder = text.trim().replace(/[^/]+\.js$/, '');
  if (!folder) return undefined;
  const whole = folder.endsWith('/') ? folder : `${folder}/`;
  if (/^\/(?!\/)[\w./~%-]*$/.test(whole)) return whole;
  const url = webAddress(whole);
  return url && `${url.origin}${url.pathname}`;
}

/** @returns the address of newer facts, if it is as docs/facts-feed.md requires */
export function feedAddress(text: string): string | undefined {
  const url = webAddress(text.trim());
  return url?.protocol === 'https:' && url.pathname.endsWith('.json') ? url.href : undefined;
}

/** Whether an attribute leads out of the page. */
const isExit = (name: string) => /(?:^|-)href$/.test(name);

/**
 * The value of an attribute, or `undefined` if the attribute is left out: nothing was entered, or the default, or a
 * value that the element would ignore.
 */
export function readable({ name, type, values, preset, least, most }: Attribute, text: string | undefined) {
  if (text === undefined) return undefined;
  if (type === 'boolean') return '';
  const value = text.trim();
  if (!value || value === preset) return undefined;
  if (values.length) return values.includes(value) ? value : undefined;
  if (type === 'number')
    return /^\d+$/.test(value) && +value >= least && +value <= (most ?? Infinity) ? value : undefined;
  if (isExit(name)) return webAddress(value)?.href;
  if (name === 'src' && /^[a-z][a-z\d+.-]*:|^\/\//i.test(value)) return webAddress(value)?.href;
  return value;
}

/** @returns the element's own attributes, in the order of the element */
const chosen = ({ attributes }: Choice, { element }: Facts): [string, string][] =>
  element.attributes.flatMap(attribute => {
    const value = readable(attribute, attributes[attribute.name]);
    const found: [string, string][] = value === undefined ? [] : [[attribute.name, value]];
    return found;
  });

/** Attributes that a placeholder does not take, since filters let it through from anybody: addresses, `no-shortcut`. */
const isOfTag = (name: string) => isExit(name) || name === 'src' || name === 'no-shortcut';

/** The chosen attributes that this way of embedding can have. */
export const attributesOf: typeof chosen = (choice, facts) =>
  chosen(choice, facts).filter(([name]) => choice.way !== 'placeholder' || !isOfTag(name));

/**
 * Whether a way can show the elements in the language: some scripts carry three languages only, or one element, and a
 * menu needs a script.
 */
export function isPossible(way: Way, choices: readonly Choice[], general: General) {
  if (way === 'html') return choices.every(({ element }) => elementOf(general, element).hasPlain);
  if (way === 'single' && unique(choices.map(({ element }) => element)).length > 1) return false;
  return !isLimited(way) || choices.every(({ language }) => general.bundled.includes(language));
}

/** Whether a way has only the languages that every script carries. */
export const isLimited = (way: Way) => way === 'single' || way === 'npm';

/**
 * Whether an extra, or the feed, is available for a choice. Plain HTML exists for one card and one exit only.
 */
export function isOffered(
  extra: Extra | 'feed',
  { way, element, attributes }: Pick<Choice, 'way' | 'element' | 'attributes'>,
  { hasFeed }: General,
) {
  if (!waysOf[extra].includes(way) || (extra === 'feed' && !hasFeed)) return false;
  if (extra !== 'steady') return true;
  return element === 'service-card' ? attributes.service === plainService : !attributes.href;
}

const has = (extra: Extra, choice: Choice, facts: Facts) =>
  choice.extras.includes(extra) && isOffered(extra, choice, facts);

/** Whether a script on the page gives the frame the height of its content. */
const hasHost = (choice: Choice, facts: Facts) => choice.way === 'frame' && !has('fixed', choice, facts);

/** Whether the code to paste contains the plain HTML. */
export const needsPlain = (choice: Choice, facts: Facts) =>
  choice.way === 'html' || has('steady', choice, facts);

/** @returns the address of newer facts; empty: none */
const feedOf = (choice: Choice, facts: Facts): string =>
  (isOffered('feed', choice, facts) && feedAddress(choice.feed)) || '';

/** The style sheet for the page's own colours and corners; empty if they are the defaults. */
export function styleOf({ accent, radius }: Choice) {
  const rules = [
    ...(/^#[\da-f]{6}$/i.test(accent) ? [`--havn-accent: ${accent.toLowerCase()}`] : []),
    ...(/^\d{1,2}$/.test(radius) ? [`--havn-radius: ${+radius ? `${+radius}px` : '0'}`] : []),
  ];
  return rules.length ? `:root { ${rules.join('; ')} }` : '';
}

const paragraphsOf = (direction: string, lines: string[]) =>
  lines.map(line => `${direction === 'rtl' ? '<p dir="rtl">' : '<p>'}${line}</p>`).join('');

const linkOf = ({ href, number }: Call) => `<a href="${escaped(href)}" dir="ltr">${escaped(number)}</a>`;

/** Whose number it is, and the number to call. */
const numberLine = (fallback: Fallback) =>
  paragraphsOf(fallback.direction, [`${escaped(fallback.words)}: ${linkOf(fallback)}`]);

/**
 * The banner's own words, each in a paragraph: so they are nearly as high as the banner, and what is below them hardly
 * moves when the script comes (test/pages/shift.test.ts).
 */
export function bannerLines(fallback: Fallback) {
  const { title, summary, danger, emergency, draft } = fallback.banner;
  const lines = [
    `<b>${escaped(title)}</b>`,
    escaped(summary),
    `${escaped(fallback.words)}:`,
    linkOf(fallback),
    escaped(danger),
    linkOf(emergency),
    escaped(draft),
  ];
  return paragraphsOf(fallback.direction, lines.filter(Boolean));
}

/** The fallback in the tag: a number to call, or a plain link that leaves the page. */
function insideOf(choice: Choice, facts: Facts) {
  const { fallback, exit } = facts;
  if (has('steady', choice, facts)) return `\n${facts.plain.trim()}\n`;
  if (exit) {
    const [, href = exit.href] = attributesOf(choice, facts).find(([name]) => name === 'href') ?? [];
    return `<a href="${escaped(href)}" rel="noreferrer">${escaped(exit.words)}</a>`;
  }
  // Under a frame, the number alone is seen beside the banner.
  const isBanner = choice.element === 'hotline-banner' && choice.way !== 'frame';
  return isBanner ? bannerLines(fallback) : numberLine(fallback);
}

const written = (attributes: [string, string][]) =>
  attributes.map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`)).join('');

/** As `attributesOf`, with the language. */
const withLanguage = (choice: Choice, facts: Facts): [string, string][] => [
  ['lang', choice.language],
  ...attributesOf(choice, facts),
];

function tagOf(choice: Choice, facts: Facts) {
  const tag = `havn-${choice.element}`;
  const attributes = written(withLanguage(choice, facts));
  return `<${tag}${attributes}>${insideOf(choice, facts)}</${tag}>`;
}

function placeholderOf(choice: Choice, facts: Facts) {
  const attributes = withLanguage(choice, facts)
    // Filters are more likely to keep an attribute with a value, even an empty one.
    .map(([name, value]) => ` data-havn-${name}="${escaped(value)}"`)
    .join('');
  return `<div data-havn="${choice.element}"${attributes}>${insideOf(choice, facts)}</div>`;
}

const whereOf = ({ folder }: Choice) => folderOf(folder) ?? exampleFolder;

const scriptOf = (file: string, choice: Choice, { integrity }: Facts, more: string = '') =>
  `<script src="${escaped(whereOf(choice) + file)}" integrity="${integrity[file]}" crossorigin="anonymous" defer${more}></script>`;

/** The scripts that the tags or the placeholders need, each once. */
function mainScripts(parts: Parts) {
  const [{ choice, facts }] = parts;
  const feed = feedOf(choice, facts);
  // Otherwise the element would be in English until the file has loaded, and then move.
  const first = merged(parts, (choice, facts) =>
    has('steady', choice, facts) ? languageFiles(choice, facts) : [],
  );
  return [
    ...first.map(file => scriptOf(file, choice, facts)),
    scriptOf('havn.js', choice, facts, feed && ` data-facts="${escaped(feed)}"`),
  ];
}

const sheetsOf = (choice: Choice, facts: Facts) => [
  ...(needsPlain(choice, facts) ? ['html/havn.css'] : []),
  ...(has('brand', choice, facts) ? ['brand.css'] : []),
];

/** The links for the head of a page. */
const headOf = (parts: Parts) =>
  merged(parts, sheetsOf).map(
    file => `<link rel="stylesheet" href="${escaped(whereOf(parts[0].choice) + file)}">`,
  );

function frameOf(choice: Choice, facts: Facts) {
  const query = attributesOf(choice, facts)
    .map(([name, value]) => (value === '' ? name : `${name}=${encodeURIComponent(value)}`))
    .join('&');
  // The page of the language: where no script runs, the address could not choose one.
  const page = `${whereOf(choice)}frame/${choice.element}.${choice.language}.html`;
  const address = query ? `${page}?${query}` : page;
  const height = frameHeights[choice.element] ?? highestFrame;
  return `<iframe src="${escaped(address)}" title="${escaped(facts.title)}" width="100%" height="${height}" frameborder="0" referrerpolicy="no-referrer" sandbox="${sandbox}"></iframe>`;
}

/** The frames, each with its number under it. Readers always see that number: the same one stands only once. */
function framesOf(parts: Parts) {
  const numbers = parts.map(({ choice, facts }) => insideOf(choice, facts));
  return parts.flatMap(({ choice, facts }, index) => {
    const number = numbers[index] ?? '';
    const isLast = numbers.lastIndexOf(number) === index;
    return [frameOf(choice, facts), ...(isLast ? [number] : [])];
  });
}

function moduleOf(parts: Parts) {
  const [{ facts }] = parts;
  const imports = merged(parts, ({ element }, { element: { className } }) => [
    `import { ${className} } from 'havn-widgets/elements/${element}';`,
  ]);
  const classes = merged(parts, (_choice, { element }) => [element.className]);
  return [
    `// havn-widgets ${facts.version}`,
    "import { define } from 'havn-widgets';",
    ...imports,
    '',
    `define(${classes.join(', ')});`,
  ];
}

function piecesOf(parts: Parts): Piece[] {
  const [{ choice, facts }] = parts;
  const version = `<!-- Havn ${facts.version} -->`;
  const css = styleOf(choice);
  const style = css ? [`<style>${css}</style>`] : [];
  const head = headOf(parts);
  const each = (of: (choice: Choice, facts: Facts) => string) =>
    parts.map(({ choice, facts }) => of(choice, facts));
  const piece = (place: Piece['place'], ...lines: string[]): Piece => ({ place, code: lines.join('\n') });
  const pageOf = (...lines: string[]) =>
    head.length
      ? [piece('head', version, ...head, ...style), piece('page', ...lines)]
      : [piece('page', version, ...style, ...lines)];
  switch (choice.way) {
    case 'placeholder':
      return [
        piece('page', ...each(placeholderOf)),
        piece('template', version, ...head, ...style, ...mainScripts(parts)),
      ];
    case 'single':
      return pageOf(...each(tagOf), scriptOf(`elements/${choice.element}.js`, choice, facts));
    case 'html':
      return [piece('page', version, ...head, ...style, ...each((_choice, { plain }) => plain.trim()))];
    case 'frame':
      return [
        piece('page', version, ...framesOf(parts)),
        ...(hasHost(choice, facts) ? [piece('template', scriptOf('frame/host.js', choice, facts))] : []),
      ];
    case 'npm':
      return [piece('code', ...moduleOf(parts)), ...pageOf(...each(tagOf))];
    default:
      return pageOf(...each(tagOf), ...mainScripts(parts));
  }
}

/** The language files that the scripts do not carry: of the chosen language, or of all that a menu offers. */
const languageFiles = ({ element, language }: Choice, { bundled, languages }: Facts) =>
  (element === 'language-menu' ? languages : [language])
    .filter(code => !bundled.includes(code))
    .map(code => `locales/${code}.js`);

/** The address of the page's own services, if there are any. */
const sourcesOf = (choice: Choice, facts: Facts) =>
  attributesOf(choice, facts).flatMap(([name, value]) => (name === 'src' ? [value] : []));

/** The chunk that reads the page's own services. */
const partFor = (source: string) =>
  source.endsWith('/') ? 'parts/page-directory.js' : 'parts/local-services.js';

/** The server of an address, as written in a Content-Security-Policy. */
const serverOf = (address: string) => webAddress(address)?.origin ?? "'self'";

/** Whether the files are on the server of the page, as far as the folder shows. */
const isOwnServer = (choice: Choice) => whereOf(choice).startsWith('/');

/** A file of ours, or the folder, as written in a Content-Security-Policy. */
const placeOf = (choice: Choice, file: string = '') =>
  isOwnServer(choice) ? "'self'" : `${whereOf(choice)}${file}`;

const policyOf = (isTrue: boolean, on: Policy['on'], line: string): Policy[] =>
  isTrue ? [{ on, line }] : [];

function policiesOf(parts: Parts): Policy[] {
  const [{ choice, facts }] = parts;
  const { way } = choice;
  const servers = unique(merged(parts, sourcesOf).map(serverOf));
  if (way === 'frame')
    return [
      { on: 'frame', line: `frame-src ${placeOf(choice, 'frame/')}` },
      ...policyOf(hasHost(choice, facts), 'frameScript', `script-src ${placeOf(choice, 'frame/host.js')}`),
      {
        on: 'frameServer',
        // A frame reads own services from its own server alone.
        line: `default-src 'none'; script-src 'self'; style-src 'self'${servers.length ? "; connect-src 'self'" : ''}`,
      },
    ];
  const hash = styleOf(choice) && facts.styleHash ? `'${facts.styleHash}'` : '';
  const styles = headOf(parts).length
    ? policyOf(true, 'styleFile', ['style-src', placeOf(choice), ...(hash ? [hash] : [])].join(' '))
    : policyOf(Boolean(hash), 'styleHash', `style-src ${hash}`);
  if (way === 'html') return styles;
  const feed = feedOf(choice, facts);
  const more = [
    ...policyOf(servers.length > 0, 'fetch', `connect-src ${servers.join(' ')}`),
    ...policyOf(Boolean(feed), 'feed', `connect-src ${serverOf(feed)}`),
    ...styles,
  ];
  if (way === 'npm')
    return [
      { on: 'bundle', line: "script-src 'self'" },
      ...more,
      { on: 'trustedTypesNpm', line: 'trusted-types havn lit-html' },
    ];
  const scripts = merged(parts, filesOf).filter(file => file.endsWith('.js'));
  return [
    { on: 'address', line: `script-src ${placeOf(choice)}` },
    { on: 'hash', line: `script-src ${scripts.map(file => `'${facts.integrity[file]}'`).join(' ')}` },
    ...more,
    { on: 'trustedTypes', line: 'trusted-types havn' },
  ];
}

/** The files in the folder `havn` that the code needs. */
function filesOf(choice: Choice, facts: Facts): string[] {
  const { way, element } = choice;
  const sheets = sheetsOf(choice, facts);
  if (way === 'npm') return [];
  if (way === 'html') return sheets;
  if (way === 'frame') return ['havn.js', 'elements/', 'frame/', 'html/havn.css', 'locales/', 'parts/'];
  return [
    ...(way === 'single' ? [`elements/${element}.js`] : ['havn.js', ...languageFiles(choice, facts)]),
    ...sourcesOf(choice, facts).map(partFor),
    ...(feedOf(choice, facts) ? ['parts/feed.js'] : []),
    ...sheets,
  ];
}

/** What a web editor has to know about a choice. */
function notesOf(choice: Choice, facts: Facts): Note[] {
  const { element, way } = choice;
  const attributes = attributesOf(choice, facts);
  // `service` of a card does not count: it has a note of its own, `plainService`.
  const isSet = attributes.some(([name]) => element !== 'service-card' || name !== 'service');
  const isStyled = Boolean(styleOf(choice));
  const isExample = whereOf(choice) === exampleFolder;
  const notes: [Note, boolean][] = [
    ['exampleAddress', way !== 'npm' && isExample],
    ['unencrypted', way !== 'npm' && whereOf(choice).startsWith('http:')],
    ['otherServer', ['tag', 'placeholder', 'single'].includes(way) && !isExample && !isOwnServer(choice)],
    ['exitFirst', element === 'quick-exit' && way !== 'frame'],
    ['menuAlone', element === 'language-menu'],
    ['plainService', way === 'html' && element === 'service-card'],
    [
      'forProfessionals',
      way !== 'html' &&
        attributes.some(([name, value]) => name === 'service' && facts.forProfessionals.includes(value)),
    ],
    ['plainSettings', way === 'html' && isSet],
    ['frameColours', way === 'frame' && isStyled],
    ['frameSource', way === 'frame' && attributes.some(([name]) => name === 'src')],
    ['steadySettings', has('steady', choice, facts) && isSet],
    ['placeholderAddress', chosen(choice, facts).length > attributes.length],
    ['styleElement', way !== 'frame' && isStyled],
  ];
  return notes.filter(([, isTrue]) => isTrue).map(([note]) => note);
}

/**
 * @param parts an element or several, in the order of the page
 * @returns the code to paste, the lines for a
 * Content-Security-Policy, the files for the server, and notes
 */
export const snippetOf = (
  parts: Parts,
): { pieces: Piece[]; policies: Policy[]; files: string[]; notes: Note[] } => ({
  pieces: piecesOf(parts),
  policies: policiesOf(parts),
  files: merged(parts, filesOf),
  notes: merged(parts, notesOf).filter(note => note !== 'menuAlone' || parts.length === 1),
});
