import { warn } from '../element/warn.js';
import { createElement } from '../safety/create-element.js';

const attribute = 'data-havn';
const name = 'placeholder';

/**
 * `<div data-havn="hotline-banner" data-havn-lang="nb">…fallback…</div>` stands in for the tag where an editor or a
 * filter strips tags that it does not know. What is in the div becomes the fallback inside the tag; the div stays, with
 * whatever the page has put on it. Names that are no element of ours leave the div alone. Never throws.
 */
export function fillPlaceholders(tags: readonly string[]): void {
  try {
    // From the prototype, since a form named "querySelectorAll" takes the place of the method of document.
    for (const place of Document.prototype.querySelectorAll.call(document, `[${attribute}]`))
      fill(place, tags);
  } catch (error) {
    warn(name, `could not be filled: ${error}`);
  }
}

function fill(place: Element, tags: readonly string[]): void {
  const tag = `havn-${place.getAttribute(attribute)}`;
  const isFilled = [...place.children].some(child => child.localName === tag);
  if (isFilled || tags.indexOf(tag) < 0 || !customElements.get(tag)) return;
  const element = createElement(tag);
  for (const { name, value } of [...place.attributes]) {
    if (name.startsWith(`${attribute}-`)) element.setAttribute(name.slice(attribute.length + 1), value);
  }
  element.append(...place.childNodes);
  place.append(element);
}
