/** The HTML of a page as it is without script, and where each thing stands in it. */
import { parse } from 'parse5';
import { asSeen } from './numbers.js';

/** @typedef {import('parse5').DefaultTreeAdapterTypes.Node} Node */
/** @typedef {import('parse5').DefaultTreeAdapterTypes.Element} Element */
/** @typedef {import('parse5').DefaultTreeAdapterTypes.Template} Template */
/** @typedef {import('parse5').DefaultTreeAdapterTypes.Document} Document */
/** @typedef {import('parse5').DefaultTreeAdapterTypes.TextNode} TextNode */
/** @typedef {import('./rules.js').Place} Place */

/** @param {string} html */
export const parsePage = html => parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });

/** @param {Node} node @returns {node is Element} */
const isElement = node => 'tagName' in node;

/** @param {Element} element @param {string} name */
export const attribute = (element, name) => element.attrs.find(attr => attr.name === name)?.value;

/** @param {Element} element @returns {Record<string, string>} */
export const attributesOf = element =>
  Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));

/** @param {Element} element @param {string} name */
export const hasClass = (element, name) => (attribute(element, 'class') ?? '').split(/\s+/).includes(name);

/** What is in a node, on screen without script: also what stands in a declarative shadow root. @param {Node} node @returns {Node[]} */
export function childrenOf(node) {
  if (!('childNodes' in node)) return [];
  if (isElement(node) && node.tagName === 'template') {
    if (!attribute(node, 'shadowrootmode')) return [];
    const { content } = /** @type {Template} */ (node);
    for (const child of content.childNodes) child.parentNode = node;
    return content.childNodes;
  }
  return node.childNodes;
}

/**
 * The elements in a node, in their order. Without recursion: a page may nest as deep as it likes.
 * @param {Node} root
 * @param {(element: Element) => boolean} [isClosed] asked after an element has come, whether to leave out what is in it
 * @returns {Generator<Element>}
 */
export function* elementsIn(root, isClosed = () => false) {
  const open = [{ nodes: childrenOf(root), next: 0 }];
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const child = level.nodes[level.next++];
    if (!child) open.pop();
    else if (isElement(child)) {
      yield child;
      if (!isClosed(child)) open.push({ nodes: childrenOf(child), next: 0 });
    }
  }
}

/** @param {Node} node @returns {Generator<Element>} from the element itself up */
export function* upFrom(node) {
  for (let at = /** @type {Node | null} */ (node); at; at = 'parentNode' in at ? at.parentNode : null)
    if (isElement(at)) yield at;
}

/** The `lang` of a place, as HTML inherits it. @param {Element} element */
export function inheritedLanguage(element) {
  for (const bearer of upFrom(element)) {
    const language = attribute(bearer, 'lang');
    if (language !== undefined) return language;
  }
  return undefined;
}

/** What nobody sees. */
const unseen = new Set(['script', 'style', 'template', 'head', 'title', 'iframe', 'object', 'svg']);

/** What begins on a line of its own. */
const blocks = new Set(
  'address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td th tfoot thead tr ul'.split(
    ' ',
  ),
);

/** What goes with that which comes next: the name of whom the number in the next cell calls. */
const labels = new Set(['dt', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary', 'td', 'th']);

/** Between two blocks, and between a label and what it belongs to. */
export const hardBreak = '\n';
const softBreak = '\t';

/**
 * The text of a node as a reader meets it, and where each part of it stands.
 * @param {Node} root
 * @param {(element: Element) => boolean} [isLeftOut]
 */
export function readText(root, isLeftOut = () => false) {
  /** @type {string[]} */
  const pieces = [];
  /** @type {{start: number, node: TextNode}[]} */
  const parts = [];
  let length = 0;
  let last = hardBreak;
  const add = (/** @type {string} */ piece) => {
    if (!piece) return;
    pieces.push(piece);
    length += piece.length;
    last = piece[piece.length - 1];
  };
  const isAfterBreak = () => last === hardBreak || last === softBreak;
  const breakBy = (/** @type {string} */ kind) => {
    if (!isAfterBreak()) add(kind);
  };
  const harden = () => {
    if (last !== softBreak) return;
    pieces[pieces.length - 1] = hardBreak;
    last = hardBreak;
  };
  /** @param {TextNode} node */
  const addText = node => {
    const words = asSeen(node.value).replace(/[ \t\n\r\f]+/g, ' ');
    parts.push({ start: length, node });
    add(isAfterBreak() || last === ' ' ? words.trimStart() : words);
  };
  /** What is to come, the last first: nodes, and what is to be done after them. @type {(Node | (() => void))[]} */
  const ahead = [];
  const readIn = (/** @type {Node} */ node) => {
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) ahead.push(children[index]);
  };
  const addElement = (/** @type {Element} */ element) => {
    const name = element.tagName;
    if (unseen.has(name) || isLeftOut(element)) breakBy(hardBreak);
    else if (name === 'br') breakBy(softBreak);
    else {
      if (blocks.has(name)) breakBy(hardBreak);
      ahead.push(() => {
        if (labels.has(name)) breakBy(softBreak);
        else if (blocks.has(name)) {
          breakBy(hardBreak);
          harden();
        }
      });
      readIn(element);
    }
  };
  readIn(root);
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    if (typeof next === 'function') next();
    else if ('value' in next && next.nodeName === '#text') addText(next);
    else if (isElement(next)) addElement(next);
  }
  return {
    text: pieces.join(''),
    /** The text node in which a place of the text stands. @param {number} index */
    nodeAt: index => parts[countOfFirst(parts, ({ start }) => start <= index) - 1]?.node,
  };
}

/** How many fit, where all that fit stand first. @template Item @param {Item[]} items @param {(item: Item) => boolean} fits */
function countOfFirst(items, fits) {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (fits(items[middle])) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** What a reader sees of a node, in one line. @param {Node} node */
export const lineOf = node => readText(node).text.replace(/\s+/g, ' ').trim();

/** What a link shows: its words, and those that stand for the pictures in it. @param {Element} link */
export const shownBy = link =>
  [lineOf(link), ...[link, ...elementsIn(link)].map(node => asSeen(attribute(node, 'alt') ?? ''))].join(
    hardBreak,
  );

/** @param {Node} node @returns {Place | undefined} */
export function placeOf(node) {
  const location = 'sourceCodeLocation' in node ? node.sourceCodeLocation : undefined;
  return location ? { line: location.startLine, column: location.startCol } : undefined;
}

/**
 * Where numbers stand in the text nodes of a page.
 * @param {string} html of the page
 * @returns {(node: TextNode | undefined, written: string) => Place | undefined}
 */
export function numberPlaces(html) {
  const lines = [0, ...[...html.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length)];
  return (node, written) => {
    const location = node?.sourceCodeLocation;
    if (!location) return undefined;
    // As it may stand in the source: with references for the spaces, which may have digits of their own.
    const source = html
      .slice(location.startOffset, location.endOffset)
      .replace(/&[#\w]{1,32};/g, reference => ' '.repeat(reference.length));
    const { index = 0 } =
      new RegExp(written.replace(/\D/g, '').split('').join('[^\\d<]*')).exec(source) ?? {};
    const offset = location.startOffset + index;
    const line = countOfFirst(lines, start => start <= offset);
    return { line, column: offset - lines[line - 1] + 1 };
  };
}
