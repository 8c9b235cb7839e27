import { attributeName } from '../base/attributes.js';
import type { HavnElement } from '../base/havn-element.js';
import { warn } from '../base/warn.js';
import { createElement } from '../safety/create-element.js';
import { isAddress } from './address-attribute.js';

const attribute = 'data-havn';
const subject = 'placeholder';

/** Filters let placeholders through from anybody: thousands of them must not freeze the page. */
const most = 50;
let filled = 0;

/** Elements that do not show an element inside them: filled, they would no longer show the number. */
const unfit =
  'details,rp,select,optgroup,option,datalist,textarea,input,img,br,hr,wbr,embed,iframe,object,canvas,audio,video,meter,progress,noscript,template,script,style,title,head';

/**
 * `<div data-havn="hotline-banner" data-havn-lang="nb">…fallback…</div>` is a placeholder for the tag, for editors and
 * filters that remove unknown tags. The content of the div becomes the fallback inside the tag; the div itself stays,
 * with whatever the page has put on it. A div with a name that is not one of our elements is left alone, and so is a
 * div in a place that could not show the element. Never throws.
 *
 * It takes `lang`, `dir` and the element's own attributes, but no address and no `no-shortcut`. Filters let all data
 * attributes through: somebody who may not write scripts must not be able to write one as `data-havn-onclick`.
 */
export function fillPlaceholders(elements: readonly (typeof HavnElement)[]): void {
  // Methods are taken from the prototypes: a form may hold <input name="children">, and a form named "querySelectorAll"
  // shadows the method of the document.
  for (const place of Document.prototype.querySelectorAll.call(document, `[${attribute}]`))
    try {
      fill(place, elements);
    } catch (error) {
      warn(subject, `could not be filled: ${error}`);
    }
}

const { getAttribute, matches, querySelector, append } = Element.prototype;

function fill(place: Element, elements: readonly (typeof HavnElement)[]): void {
  // Elements of SVG and MathML cannot show an HTML element either.
  if (!(place instanceof HTMLElement) || matches.call(place, unfit)) return;
  const tag = `havn-${getAttribute.call(place, attribute)}`;
  const own = elements.find(element => element.tag === tag);
  if (!own || !customElements.get(tag) || querySelector.call(place, `:scope > ${tag}`)) return;
  if (++filled > most) {
    if (filled === most + 1) warn(subject, `fills the first ${most} on a page, no more. Use the tag.`);
    return;
  }
  const element = createElement(tag);
  for (const name of ['lang', 'dir', ...Object.keys(own.attributeTypes).map(attributeName)]) {
    const value = getAttribute.call(place, `${attribute}-${name}`);
    if (value === null) continue;
    // Filters let these through from anybody: they could send a reader, or what the reader types, to a stranger, or
    // switch off the Shift shortcut.
    if (isAddress(name) || name === 'no-shortcut')
      warn(name, 'is not taken from a placeholder. Use the tag.');
    else element.setAttribute(name, value);
  }
  const inside = Document.prototype.createRange.call(document);
  inside.selectNodeContents(place);
  element.append(inside.extractContents());
  append.call(place, element);
}
