/** The HTML of a page as it is without script, and where each thing stands in it. */
import { type DefaultTreeAdapterTypes, html as names, parse } from 'parse5';
import { countOfFirst, placesIn } from '../places.js';
import { asSeen, seam, turned } from './numbers.js';
import type { Place } from './rules.js';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;
type Template = DefaultTreeAdapterTypes.Template;
export type Document = DefaultTreeAdapterTypes.Document;
type TextNode = DefaultTreeAdapterTypes.TextNode;

export const parsePage = (html: string) =>
  parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });

const isElement = (node: Node): node is Element => 'tagName' in node;

/** And not of SVG or of MathML, where the same name means something else. */
export const isOfHtml = ({ namespaceURI }: Element) => namespaceURI === names.NS.HTML;

export const attribute = (element: Element, name: string) =>
  element.attrs.find(attr => attr.name === name)?.value;

export const attributesOf = (element: Element): Record<string, string> =>
  Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));

export const hasClass = (element: Element, name: string) =>
  (attribute(element, 'class') ?? '').split(/\s+/).includes(name);

/** What is in a node, on screen without script: also what stands in a declarative shadow root. */
function childrenOf(node: Node): Node[] {
  if (!('childNodes' in node)) return [];
  if (isElement(node) && node.tagName === 'template') {
    if (!attribute(node, 'shadowrootmode')) return [];
    const { content } = node as Template;
    for (const child of content.childNodes) child.parentNode = node;
    return content.childNodes;
  }
  return node.childNodes;
}

/**
 * The elements in a node, in their order. Without recursion: a page may nest as deep as it likes.
 * @param isClosed asked after an element has come, whether to leave out what is in it
 */
export function* elementsIn(
  root: Node,
  isClosed: (element: Element) => boolean = () => false,
): Generator<Element> {
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

/** @returns from the element itself up */
function* upFrom(node: Node): Generator<Element> {
  for (let at = node as Node | null; at; at = 'parentNode' in at ? at.parentNode : null)
    if (isElement(at)) yield at;
}

/** The `lang` of a place, as HTML inherits it. */
export function inheritedLanguage(element: Element) {
  for (const bearer of upFrom(element)) {
    const language = attribute(bearer, 'lang');
    if (language !== undefined) return language;
  }
  return undefined;
}

/** Whether it stands in a shadow root that scripts of the page do not get at. */
export const isInClosedRoot = (element: Element) =>
  [...upFrom(element)].some(
    node => node.tagName === 'template' && attribute(node, 'shadowrootmode')?.toLowerCase() === 'closed',
  );

/** What nobody sees. What is in an `object` shows where its file does not. */
const unseen = new Set(['script', 'style', 'head', 'title', 'desc', 'iframe']);

/** What no longer holds: readers go on to what stands behind it. */
const struck = new Set(['del', 's', 'strike']);

/** What begins on a line of its own: also a shadow root, a picture, and each text in one. */
const blocks = new Set(
  'address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary svg table tbody td template text th tfoot thead tr ul'.split(
    ' ',
  ),
);

/** What goes with that which comes next: the name of whom the number in the next cell calls. */
const labels = new Set(['dt', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary', 'td', 'th']);

/** Between two blocks, and between a label and what it belongs to. */
export const hardBreak = '\n';
const softBreak = '\t';

/** What a field or a button shows that has no text in it. */
const labelOf = (element: Element) =>
  element.tagName === 'input' &&
  !/^(?:hidden|password|checkbox|radio|file|image|color|range)$/i.test(attribute(element, 'type') ?? '')
    ? attribute(element, 'value')
    : undefined;

/** The words for a picture that have a number in them: where it does not show, or is not seen, they stand in its place. */
function numberOfPicture(element: Element) {
  const words = element.tagName === 'img' ? attribute(element, 'alt') : undefined;
  return words && /\d(?:[^\d\n]{0,3}\d){4}/.test(asSeen(words)) ? words : undefined;
}

/**
 * The text of a node as a reader meets it, and where each part of it stands.
 * @param isWithSeams whether a seam stands where an element begins or ends in a line: its style may set it apart
 */
export function readText(
  root: Node,
  isLeftOut: (element: Element) => boolean = () => false,
  isWithSeams: boolean = false,
) {
  const pieces: string[] = [];
  const parts: { start: number; node: TextNode | Element }[] = [];
  let length = 0;
  let last = hardBreak;
  /** How many elements turn the text that stands in them. */
  let turns = 0;
  const add = (piece: string) => {
    if (!piece) return;
    pieces.push(piece);
    length += piece.length;
    last = piece.slice(-1);
  };
  const isAfterBreak = () => last === hardBreak || last === softBreak;
  const breakBy = (kind: string) => {
    if (!isAfterBreak()) add(kind);
  };
  const harden = () => {
    if (last !== softBreak) return;
    pieces[pieces.length - 1] = hardBreak;
    last = hardBreak;
  };
  const addSeam = () => {
    if (isWithSeams && last !== ' ' && last !== seam) breakBy(seam);
  };
  const addText = (node: TextNode | Element, text: string) => {
    const words = asSeen(turns ? turned(text) : text).replace(/[ \t\n\r\f]+/g, ' ');
    parts.push({ start: length, node });
    add(isAfterBreak() || last === ' ' ? words.trimStart() : words);
  };
  /** What is to come, the last first: nodes, and what is to be done after them. */
  const ahead: (Node | (() => void))[] = [];
  const readIn = (node: Node) => {
    const children = childrenOf(node);
    for (const child of turns ? children : children.toReversed()) ahead.push(child);
  };
  const addElement = (element: Element) => {
    const name = element.tagName;
    if (unseen.has(name) || isLeftOut(element)) breakBy(hardBreak);
    else if (name === 'br') breakBy(softBreak);
    else if (struck.has(name)) addSeam();
    else {
      if (blocks.has(name)) breakBy(hardBreak);
      else addSeam();
      const label = labelOf(element);
      if (label) addText(element, label);
      const picture = numberOfPicture(element);
      if (picture) {
        breakBy(hardBreak);
        addText(element, picture);
        breakBy(hardBreak);
      }
      const isTurned = name === 'bdo' && /^rtl$/i.test(attribute(element, 'dir') ?? '');
      if (isTurned) turns++;
      ahead.push(() => {
        if (isTurned) turns--;
        if (labels.has(name)) breakBy(softBreak);
        else if (blocks.has(name)) {
          breakBy(hardBreak);
          harden();
        } else addSeam();
      });
      readIn(element);
    }
  };
  readIn(root);
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    if (typeof next === 'function') next();
    else if ('value' in next && next.nodeName === '#text') addText(next, next.value);
    else if (isElement(next)) addElement(next);
  }
  return {
    text: pieces.join(''),
    /** The text node, or the field, in which a place of the text stands. */
    nodeAt: (index: number) => parts[countOfFirst(parts, ({ start }) => start <= index) - 1]?.node,
  };
}

/** A line as it stands in the page, which browsers give one direction. */
interface WrittenLine {
  text: string;
  /** `auto`: that of its first letter */
  direction: string;
  /** the first node of its text that has a digit */
  node: TextNode;
}

/** In a line, what has a direction of its own. */
const apart = '\ufffc';

/** The lines with digits in a page. What has a direction of its own within a line is a line of its own. */
export function writtenLines(root: Node): WrittenLine[] {
  interface Open {
    text: string;
    direction: string;
    node?: TextNode;
  }
  const lines: WrittenLine[] = [];
  const open: Open[] = [{ text: '', direction: 'ltr' }];
  const end = (line: Open) => {
    const { text, direction, node } = line;
    if (node) lines.push({ text, direction, node });
    line.text = '';
    delete line.node;
  };
  const ahead: (Node | (() => void))[] = [root];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const line = open.at(-1);
    if (typeof next === 'function') next();
    else if (!line) break;
    else if ('value' in next && next.nodeName === '#text') {
      if (!line.node && /\d/.test(next.value)) line.node = next;
      line.text += next.value;
    } else if (!isElement(next)) ahead.push(...childrenOf(next).toReversed());
    else if (next.tagName === 'br') end(line);
    else if (!unseen.has(next.tagName)) {
      const own = /^(?:ltr|rtl|auto)$/i.exec(attribute(next, 'dir') ?? '')?.[0].toLowerCase();
      const isBlock = blocks.has(next.tagName);
      const isApart = own !== undefined || next.tagName === 'bdi';
      if (isBlock) end(line);
      else if (isApart) line.text += apart;
      if (isBlock || isApart) {
        const inner: Open = {
          text: '',
          direction: own ?? (next.tagName === 'bdi' ? 'auto' : line.direction),
        };
        open.push(inner);
        ahead.push(() => {
          end(inner);
          open.pop();
        });
      }
      ahead.push(...childrenOf(next).toReversed());
    }
  }
  return lines;
}

/** What a reader sees of a node, in one line. */
export const lineOf = (node: Node) => readText(node).text.replace(/\s+/g, ' ').trim();

/** The same where styles set its elements apart. */
export const lineInParts = (node: Node) =>
  readText(node, () => false, true)
    .text.replace(/[\s\u200b]+/g, ' ')
    .trim();

/** What a link shows: its words, as one and in parts, and those that stand for the pictures in it. */
export const shownBy = (link: Element) =>
  [
    lineOf(link),
    lineInParts(link),
    asSeen(labelOf(link) ?? ''),
    ...[link, ...elementsIn(link)].map(node => asSeen(attribute(node, 'alt') ?? '')),
  ].join(hardBreak);

/** What screen readers say in its place. */
export const saidOf = (link: Element) => asSeen(attribute(link, 'aria-label') ?? '');

export function placeOf(node: Node): Place | undefined {
  const location = 'sourceCodeLocation' in node ? node.sourceCodeLocation : undefined;
  return location ? { line: location.startLine, column: location.startCol } : undefined;
}

/** Where numbers stand in the text nodes of a page, and in its fields. */
export function numberPlaces(
  html: string,
): (node: TextNode | Element | undefined, written: string) => Place | undefined {
  const placeAt = placesIn(html);
  return (node, written) => {
    const location = node?.sourceCodeLocation;
    if (!location) return undefined;
    // As it may stand in the source: with references for the spaces, which may have digits of their own.
    const source = html
      .slice(location.startOffset, location.endOffset)
      .replace(/&[#\w]{1,32};/g, reference => ' '.repeat(reference.length));
    const { index = 0 } =
      new RegExp(written.replace(/\D/g, '').split('').join('[^\\d<]*')).exec(source) ?? {};
    return placeAt(location.startOffset + index);
  };
}
