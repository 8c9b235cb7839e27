/** What of Havn stands in the HTML of a page, and whether it is right without script. */
import { country } from '../../build/country.js';
import { told } from '../plain.js';
import {
  attribute,
  attributesOf,
  type Document,
  type Element,
  elementsIn,
  hasClass,
  inheritedLanguage,
  lineInParts,
  lineOf,
  type Node,
  placeOf,
  readText,
} from './html.js';
import { calledBy, isCall, isSlipOf, numbersIn, shown, slipsIn } from './numbers.js';
import { bundledLanguages, languageOf, pastedHtml, type Reference } from './reference.js';
import { type Finding, finding } from './rules.js';

export interface Embed {
  way: 'tag' | 'placeholder' | 'frame' | 'html';
  /** of the element, without `havn-` */
  name: string;
  node: Element;
  /** those of the element */
  attributes: Record<string, string>;
  /** as it is named at the place */
  language: string | undefined;
}

const prefix = 'data-havn-';

/** The languages of the pages that a frame may show stand in their names. */
const framePath = /\/frame\/([a-z-]+)(?:\.([a-z]+))?\.html$/;

/** How many elements of a page are looked at. */
export const mostEmbeds = 200;

/** Of how many it is looked at where they lead. */
const mostAddressed = 1000;

/** What has no number to show. */
const withoutNumber = ['quick-exit', 'language-menu'];

/** @param base address of the page */
function embedOf(node: Element, base: string, { contracts }: Reference): Embed | undefined {
  // Whatever else it is said to be: browsers take it for the tag.
  if (node.tagName.startsWith('havn-'))
    return {
      way: 'tag',
      name: node.tagName.slice(5),
      node,
      attributes: attributesOf(node),
      language: inheritedLanguage(node),
    };
  const placeholder = attribute(node, 'data-havn');
  if (placeholder !== undefined) {
    const attributes = Object.fromEntries(
      node.attrs
        .filter(({ name }) => name.startsWith(prefix))
        .map(({ name, value }) => [name.slice(prefix.length), value]),
    );
    return {
      way: 'placeholder',
      name: placeholder,
      node,
      attributes,
      language: attributes.lang ?? inheritedLanguage(node),
    };
  }
  if (hasClass(node, 'havn')) {
    const [, name = ''] = /(?:^|\s)havn-([a-z-]+)/.exec(attribute(node, 'class') ?? '') ?? [];
    // Harbours have classes of this name, too.
    if (contracts.has(`havn-${name}`))
      return { way: 'html', name, node, attributes: {}, language: inheritedLanguage(node) };
  }
  return node.tagName === 'iframe' ? frameOf(node, attribute(node, 'src'), base) : undefined;
}

/** @param address of what it shows */
function frameOf(node: Element, address: string | undefined, base: string): Embed | undefined {
  if (!address || !URL.canParse(address, base)) return undefined;
  const { pathname, searchParams } = new URL(address, base);
  const [, name, language = country().languages.bundled[0]] = framePath.exec(pathname) ?? [];
  if (!name) return undefined;
  return {
    way: 'frame',
    name,
    node,
    // As the page in it takes them: the first of each name.
    attributes: Object.fromEntries([...searchParams].reverse()),
    language: searchParams.get('lang') ?? language,
  };
}

/** One more than are looked at, where there are more. */
export function embedsIn(document: Document, base: string, reference: Reference): Embed[] {
  const embeds: Map<Element, Embed> = new Map();
  // What stands inside one is its fallback.
  for (const node of elementsIn(document, element => embeds.has(element))) {
    const embed = embedOf(node, base, reference);
    if (embed) embeds.set(node, embed);
    if (embeds.size > mostEmbeds) break;
  }
  return [...embeds.values()];
}

/** As the page calls it. */
export const nameInWords = ({ way, name }: Embed) =>
  ({
    tag: `<havn-${name}>`,
    placeholder: `<div data-havn="${name}">`,
    frame: `the frame of ${name}`,
    html: `the plain HTML of ${name}`,
  })[way];

/** Attributes that any element may have, and those that frameworks leave behind. */
const isGlobal = (name: string) =>
  /^(?:accesskey|class|dir|exportparts|hidden|id|inert|is|item(?:id|prop|ref|scope|type)|lang|nonce|part|popover|role|slot|style|tabindex|title|translate|xmlns|(?:aria|data|ng|v)-.*|on.*|.*[:@.*[\]#_].*)$/.test(
    name,
  );

const isWebAddress = (text: string) => /^https?:\/\/[^\s@\\]+$/i.test(text) && URL.canParse(text);

/**
 * What may stand in an attribute, where that is not what does.
 * @param type as the manifest has it
 */
function allowedInstead(name: string, type: string, value: string, { services }: Reference) {
  const text = value.trim();
  // Nothing is the default.
  if (!text || type === 'boolean') return undefined;
  const words = [...type.matchAll(/"([^"]*)"/g)].map(([, word]) => word);
  if (words.length) return words.includes(text.toLowerCase()) ? undefined : words.join(', ');
  if (type === 'number')
    return /^\d{1,6}$/.test(text) && Number(text) > 0 ? undefined : 'a whole number from 1';
  if (/(?:^|-)href$/.test(name)) return isWebAddress(text) ? undefined : 'an absolute http or https address';
  if (name === 'service') return services.has(text) ? undefined : [...services.keys()].join(', ');
  return undefined;
}

/** As in src/embed/address-attribute.ts. */
const isAddress = (name: string) => /(?:^|-)(?:href|src)$/.test(name);

function attributeFindings(embed: Embed, reference: Reference): Finding[] {
  const contract = reference.contracts.get(`havn-${embed.name}`);
  if (!contract) return [];
  const place = placeOf(embed.node);
  const spelt = (name: string) => (embed.way === 'placeholder' ? prefix + name : name);
  return Object.entries(embed.attributes).flatMap(([name, value]) => {
    const type = contract.get(name);
    if (embed.way === 'placeholder' && (isAddress(name) || name === 'no-shortcut'))
      return finding(
        'attribute-unknown',
        told`${nameInWords(embed)} takes no "${spelt(name)}": only a tag does. Use the tag.`,
        place,
      );
    if (type === undefined) {
      // The address of a frame may carry anything, and the page in it takes what it knows.
      if (isGlobal(name) || embed.way === 'frame') return [];
      const has = [...contract.keys()].join(', ') || 'none of its own';
      return finding(
        'attribute-unknown',
        `${told`${nameInWords(embed)} has no attribute "${spelt(name)}".`} It has: ${has}.`,
        place,
      );
    }
    const allowed = allowedInstead(name, type, value, reference);
    return allowed === undefined
      ? []
      : finding(
          'attribute-value',
          `${told`${nameInWords(embed)}: "${value.slice(0, 60)}" cannot stand in "${spelt(name)}".`} Allowed: ${allowed}.`,
          place,
        );
  });
}

/** Where its addresses lead, where that is another server than the page's own. A `base` may be somebody else's, too. */
function addressesElsewhere(embed: Embed, base: string, page: string, reference: Reference): Finding[] {
  const contract = reference.contracts.get(`havn-${embed.name}`);
  // A placeholder takes none.
  if (!contract) return [];
  const from =
    embed.way === 'frame'
      ? new URL(attribute(embed.node, embed.node.tagName === 'object' ? 'data' : 'src') ?? '', base).href
      : base;
  const hostOf = (address: string) => (URL.canParse(address, from) ? new URL(address, from).host : '');
  const taken = embed.way === 'placeholder' ? {} : embed.attributes;
  const own = [new URL(page).host, hostOf(country().exit), hostOf(taken.href ?? '')];
  const links =
    embed.name === 'quick-exit'
      ? linksIn(embed.node).filter(({ href }) => /^\s*(?:https?:)?\/\//i.test(href))
      : [];
  return [
    ...Object.entries(taken).flatMap(([name, value]) => {
      const type = contract.get(name);
      const isTaken = type !== undefined && allowedInstead(name, type, value, reference) === undefined;
      const host = isTaken && value.trim() && isAddress(name) ? hostOf(value) : '';
      return host && host !== own[0] ? [{ what: `"${name}"`, host, node: embed.node }] : [];
    }),
    ...links.flatMap(({ link, href }) => {
      const host = hostOf(href);
      return host && !own.includes(host) ? [{ what: 'a link in it', host, node: link }] : [];
    }),
  ].map(({ what, host, node }) =>
    finding('address-elsewhere', told`${nameInWords(embed)}: ${what} leads to ${host}.`, placeOf(node)),
  );
}

/**
 * The same for all elements of a page, also where one stands in another, or in what only looks like one.
 * @param base address from which those of the page go
 * @param page its own address
 */
export function addressFindings(document: Document, base: string, page: string, reference: Reference) {
  const findings: Finding[] = [];
  let count = 0;
  for (const node of elementsIn(document)) {
    if (count > mostAddressed) break;
    const shown = { object: 'data', embed: 'src' }[node.tagName];
    const embed = shown ? frameOf(node, attribute(node, shown), base) : embedOf(node, base, reference);
    if (!embed) continue;
    count++;
    findings.push(...addressesElsewhere(embed, base, page, reference));
  }
  return findings;
}

function languageFindings(embed: Embed, { languages }: Reference): Finding[] {
  const { language, node } = embed;
  if (language === undefined || !language.trim())
    return [
      finding('language-missing', told`${nameInWords(embed)} has no \`lang\` around it.`, placeOf(node)),
    ];
  return languageOf(language, languages)
    ? []
    : [finding('language-unknown', told`${nameInWords(embed)} stands in lang="${language}".`, placeOf(node))];
}

/**
 * The links in a node.
 * @param isClosed whether those in an element are left out
 */
export const linksIn = (node: Node, isClosed?: (element: Element) => boolean) =>
  [...elementsIn(node, isClosed)].flatMap(link => {
    const href = ['a', 'area'].includes(link.tagName) ? attribute(link, 'href') : undefined;
    return href === undefined ? [] : [{ link, href }];
  });

/** The links that call, or write to a number, in a node. */
const numberLinksIn = (node: Node, isClosed?: (element: Element) => boolean) =>
  linksIn(node, isClosed).flatMap(({ link, href }) => {
    const number = calledBy(href);
    return number === undefined ? [] : [{ link, number, isCall: isCall(href) }];
  });

/** The number that must be there without script: the helpline's, or that of the service that the card shows. */
const numbersFor = ({ attributes }: Embed, { helpline, services }: Reference) => [
  helpline,
  ...(services.get(attributes.service ?? '') ?? []),
];

/** What nobody sees where scripts run, also if that of Havn does not. */
const isWithoutScripts = ({ tagName }: Element) => tagName === 'noscript';

/** What stands inside the tag, or is the plain HTML. */
function fallbackFindings(embed: Embed, reference: Reference): Finding[] {
  const { node, name } = embed;
  const who = nameInWords(embed);
  const place = placeOf(node);
  const text = lineOf(node);
  const links = numberLinksIn(node);
  if (name === 'language-menu' && embed.way !== 'html') return [];
  const always = readText(node, isWithoutScripts).text.replace(/\s+/g, ' ').trim();
  if (!always)
    return [
      finding('fallback-missing', told`${who} is empty${text ? ', but for `<noscript>`' : ''}.`, place),
    ];

  const { numbers } = reference;
  // However it is written, as in the own text of the page.
  const slips = slipsIn(
    readText(node, () => false, true).text,
    number => numbers.has(number),
    number => [...numbers].some(meant => isSlipOf(number, meant)),
  );
  const wrong = [
    ...links.map(({ link, number }) => ({ number, at: placeOf(link) })),
    ...[...numbersIn(text), ...numbersIn(lineInParts(node)), ...slips].map(({ number }) => ({
      number,
      at: place,
    })),
  ].filter(
    ({ number }, index, all) =>
      !reference.numbers.has(number) && all.findIndex(other => other.number === number) === index,
  );
  const findings = wrong.map(({ number, at }) =>
    finding(
      'fallback-number-wrong',
      told`In ${who} stands ${shown(number) || 'a link that calls nobody'}, which is not in the facts.`,
      at,
    ),
  );

  if (name === 'quick-exit') {
    const isLeaving = [...elementsIn(node)].some(
      link => link.tagName === 'a' && /^https?:/.test(attribute(link, 'href') ?? ''),
    );
    return isLeaving
      ? findings
      : [...findings, finding('fallback-missing', told`${who} has no link that leaves the page.`, place)];
  }
  if (withoutNumber.includes(name)) return findings;
  const wanted = numbersFor(embed, reference);
  const isWritten = numbersIn(always).some(({ number }) => wanted.includes(number));
  const number = shown(reference.helpline);
  if (numberLinksIn(node, isWithoutScripts).some(link => link.isCall && wanted.includes(link.number)))
    return isWritten
      ? findings
      : [
          ...findings,
          finding('fallback-number-unseen', told`In ${who} the number cannot be read: ${number}.`, place),
        ];
  return [
    ...findings,
    isWritten
      ? finding('fallback-not-a-link', told`In ${who} the number is no link: ${number}.`, place)
      : finding(
          'fallback-number-missing',
          told`${who} does not have the number of the helpline, ${number}.`,
          place,
        ),
  ];
}

/** As a browser has it. */
const asFollowed = (href: string) => (URL.canParse(href) ? new URL(href).href : href.trim());

/** @param parse a piece of HTML */
function htmlFindings(embed: Embed, reference: Reference, parse: (html: string) => Node): Finding[] {
  const { node, name } = embed;
  const language = languageOf(embed.language ?? '', reference.languages) ?? 'en';
  const file = pastedHtml(name, language);
  if (file === undefined) return [];
  const ours = parse(file);
  const isOurs = `dist/html/${name}.${language}.html`;
  if (lineOf(node) !== lineOf(ours))
    return [
      finding('html-outdated', told`${nameInWords(embed)} has other words than ${isOurs}.`, placeOf(node)),
    ];
  // Where its way out leads, a page may choose.
  if (name === 'quick-exit') return [];
  const known = new Set(linksIn(ours).map(({ href }) => asFollowed(href)));
  // Numbers are looked at in `fallbackFindings`. A filter of the page's editor may have taken links out.
  return linksIn(node).flatMap(({ link, href }) =>
    known.has(asFollowed(href)) || href.startsWith('#') || calledBy(href) !== undefined
      ? []
      : finding(
          'html-link-differs',
          told`In ${nameInWords(embed)} a link leads to ${href}, and none in ${isOurs}.`,
          placeOf(link),
        ),
  );
}

function frameFindings(embed: Embed, isNumberOutside: boolean): Finding[] {
  const { node } = embed;
  const who = nameInWords(embed);
  const place = placeOf(node);
  const sandbox = attribute(node, 'sandbox')?.toLowerCase().split(/\s+/);
  const isAllowed = (flag: string) => !sandbox || sandbox.includes(flag);
  const canCall =
    isAllowed('allow-popups') ||
    isAllowed('allow-top-navigation') ||
    isAllowed('allow-top-navigation-by-user-activation');
  const lost = [
    ...(isAllowed('allow-scripts') ? [] : ['shows plain HTML, without search and filters']),
    ...(canCall ? [] : ['shows numbers that cannot be pressed']),
  ];
  return [
    ...(attribute(node, 'srcdoc') === undefined
      ? []
      : [finding('frame-srcdoc', told`${who} shows its \`srcdoc\`.`, place)]),
    ...(lost.length
      ? [finding('frame-sandbox', told`In its sandbox, ${who} ${lost.join(' and ')}.`, place)]
      : []),
    ...(attribute(node, 'title')?.trim() ? [] : [finding('frame-title', told`${who} has no title.`, place)]),
    ...(isNumberOutside
      ? []
      : [finding('frame-number-missing', told`Under ${who} the number of the helpline is missing.`, place)]),
  ];
}

/** @param parse a piece of HTML */
export function embedFindings(
  embeds: Embed[],
  document: Document,
  reference: Reference,
  parse: (html: string) => Node,
): Finding[] {
  const isNumberOutside = numberLinksIn(document).some(
    link => link.isCall && link.number === reference.helpline,
  );
  return embeds.flatMap(embed => {
    const isKnown = reference.contracts.has(`havn-${embed.name}`);
    if (!isKnown)
      return finding(
        'element-unknown',
        told`${nameInWords(embed)}: there is no element "${embed.name}".`,
        placeOf(embed.node),
      );
    return [
      ...attributeFindings(embed, reference),
      ...languageFindings(embed, reference),
      ...(embed.way === 'frame' ? frameFindings(embed, isNumberOutside) : fallbackFindings(embed, reference)),
      ...(embed.way === 'html' ? htmlFindings(embed, reference, parse) : []),
    ];
  });
}

/** The language that an element is to speak. */
export const expectedLanguage = ({ language }: Embed, { languages }: Reference) =>
  languageOf(language ?? '', languages) ?? 'en';

/** Whether every script has the language. */
export const isBundled = (language: string) => bundledLanguages.includes(language);
