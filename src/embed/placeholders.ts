import { attributeName } from '../base/attributes.js';
import type { HavnElement } from '../base/havn-element.js';
import { warn } from '../base/warn.js';
import { createElement } from '../safety/create-element.js';
import { isAddress } from './address-attribute.js';

const attribute = 'data-havn';
const name = 'placeholder';

/** Filters let them through from anybody: who writes thousands must not freeze the page. */
const most = 50;
let filled = 0;

/** What shows no element that stands in it: filled, it would lose the number. */
const unfit =
  'details,rp,select,optgroup,option,datalist,textarea,input,img,br,hr,wbr,embed,iframe,object,canvas,audio,video,meter,progress,noscript,template,script,style,title,head';

/**
 * `<div data-havn="hotline-banner" data-havn-lang="nb">…fallback…</div>` stands in for the tag where an editor or a
 * filter strips tags that it does not know. What is in the div becomes the fallback inside the tag; the div stays, with
 * whatever the page has put on it. Names that are no element of ours leave the div alone, and so do
 * places that could not show the element. Never throws.
 *
 * It takes `lang`, `dir` and the element's own attributes, but no address and no `no-shortcut`. Filters let all data
 * through, and who may write no script must not write one as `data-havn-onclick`.
 */
export function fillPlaceholders(elements: readonly (typeof HavnElement)[]): void {
  // From the prototypes, since a form may hold <input name="children">, and one that is called "querySelectorAll" takes the
  // place of the method of document.
  for (const place of Document.prototype.querySelectorAll.call(document, `[${attribute}]`))
    try {
      fill(place, elements);
    } catch (error) {
      warn(name, `could not be filled: ${error}`);
    }
}

const { getAttribute, matches, querySelector, append } = Element.prototype;

function fill(place: Element, elements: readonly (typeof HavnElement)[]): void {
  // Of SVG and MathML neither.
  if (!(place instanceof HTMLElement) || matches.call(place, unfit)) return;
  const tag = `havn-${getAttribute.call(place, attribute)}`;
  const own = elements.find(element => element.tag === tag);
  if (!own || !customElements.get(tag) || querySelector.call(place, `:scope > ${tag}`)) return;
  if (++filled > most) {
    if (filled === most + 1) warn(name, `fills the first ${most} on a page, no more. Use the tag.`);
    return;
  }
  const element = createElement(tag);
  for (const name of ['lang', 'dir', ...Object.keys(own.attributeTypes).map(attributeName)]) {
    const value = getAttribute.call(place, `${attribute}-${name}`);
    if (value === null) continue;
    // Filters let it through from anybody: it could send a reader, or what they type, to a stranger, or switch Shift off.
    if (isAddress(name) || name === 'no-shortcut')
      warn(name, 'is not taken from a placeholder. Use the tag.');
    else element.setAttribute(name, value);
  }
  const inside = Document.prototype.createRange.call(document);
  inside.selectNodeContents(place);
  element.append(inside.extractContents());
  append.call(place, element);
}
