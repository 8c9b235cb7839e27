import { css } from 'lit';
import { createElement } from '../safety/create-element.js';

const mark = 'data-havn-print';

/**
 * On paper, the ancestors of the element make no box and show no text of their own, and everything else is hidden. No
 * element has two ids: `:not(#_#none)` only makes the selector specific enough to override the `!important` of a host
 * page.
 */
const alone = css`
  /* Without a margin browsers have no room for the name and the address of the page. */
  @page {
    size: A4;
    margin: 0;
  }
  @media print {
    :not([data-havn-print]):not(#_#none) {
      display: none !important;
    }
    [data-havn-print='way']:not(#_#none) {
      display: contents !important;
      visibility: hidden !important;
      margin: 0 !important;
      padding: 0 !important;
      background: none !important;
      font-size: 0 !important;
      line-height: 0 !important;
    }
    [data-havn-print='way']:not(#_#none)::before,
    [data-havn-print='way']:not(#_#none)::after {
      content: none !important;
    }
    [data-havn-print='alone']:not(#_#none) {
      display: block !important;
      /* Not a kind of sheet that the host page has named. */
      page: auto !important;
      visibility: visible !important;
      position: static !important;
      float: none !important;
      inline-size: auto !important;
      max-inline-size: none !important;
      margin: 0 !important;
      border: 0 !important;
      padding: 10mm !important;
      box-sizing: border-box !important;
      /* On every sheet, where it takes more than one. */
      -webkit-box-decoration-break: clone !important;
      box-decoration-break: clone !important;
      /* What fits the page must not depend on the font of the host. */
      font-family: Arial, Helvetica, sans-serif !important;
      letter-spacing: normal !important;
      word-spacing: normal !important;
    }
  }
`;

/**
 * An event on the window, at which a print that has not ended takes back its changes: where `print()` does not wait, or is
 * refused, a reader can press a second button. An event, since hand-over.js has a copy of this module.
 */
const newPrint = 'havn:print';

/** In milliseconds. A print dialog that has not opened by then was refused, for example by the sandbox of a frame. */
const patience = 3000;

// From the prototype, since a form may contain <input name="setAttribute">.
const { getAttribute, setAttribute, removeAttribute } = Element.prototype;

/** The elements that have our mark. From the prototype, since a form on the page may be named "querySelectorAll". */
const marked = (root: Document | ShadowRoot): readonly Element[] => [
  ...(root instanceof Document ? Document.prototype : DocumentFragment.prototype).querySelectorAll.call(
    root,
    `[${mark}]`,
  ),
];

/**
 * Empties the `@page` rules of the host page: in Chromium, no rule of ours overrides one with `!important`, whose margin
 * has room for the address of the page. The rules of another server cannot be read: its sheets are for the screen alone
 * meanwhile.
 */
function freeSheets(sheets: Iterable<CSSStyleSheet>, undo: (() => void)[]): void {
  const free = (group: CSSStyleSheet | CSSRule) => {
    // An import has the sheet that it imports; a media query or a layer has rules of its own.
    const { styleSheet, media } = group as Partial<CSSImportRule>;
    try {
      for (const rule of ((styleSheet ?? group) as CSSStyleSheet).cssRules ?? []) {
        if (rule instanceof CSSPageRule) {
          const { style } = rule;
          const before = style.cssText;
          style.cssText = '';
          undo.push(() => {
            style.cssText = before;
          });
        } else free(rule);
      }
    } catch {
      if (!media) return;
      const before = media.mediaText;
      media.mediaText = matchMedia(before).matches ? 'screen' : 'not all';
      undo.push(() => {
        media.mediaText = before;
      });
    }
  };
  for (const sheet of sheets) free(sheet);
}

/**
 * Gives the page another title while it prints. The title names the print job and the saved file, and may be printed on
 * the paper.
 * @returns a function that restores the title of the page
 */
function entitle(title: string): () => void {
  const own = Document.prototype.querySelector.call(document, 'head > title');
  const element = own ?? createElement('title');
  const before = element.textContent;
  element.textContent = title;
  if (!own) Document.prototype.querySelector.call(document, 'head')?.append(element);
  return () => {
    // Unless the page has changed its title meanwhile.
    if (element.textContent !== title) return;
    element.textContent = before;
    if (!own) element.remove();
  };
}

/**
 * Prints the page. The page may have replaced `window.print`, and the browser's own function is on no prototype. A
 * frame of ours has its own `print`, which prints any window that it is called on.
 */
function printPage(hasBegun: () => boolean): void {
  try {
    window.print();
  } catch {
    // `print` is not a function, or it throws.
  }
  if (hasBegun() || /\[native code\]/.test(String(window.print))) return;
  const frame = createElement('iframe');
  document.documentElement.append(frame);
  try {
    (frame.contentWindow as Window).print.call(window);
  } finally {
    frame.remove();
  }
}

/**
 * Prints one element without the page around it, under a title that tells nothing about the page. `path` is the
 * composed path of the press on the print button, through slots and shadow roots of the host page. The changes that
 * this needs show on paper only, and are undone as soon as the page is printed.
 */
export function printAlone(element: HTMLElement, path: readonly EventTarget[], title: string): void {
  const undo: (() => void)[] = [];
  let hasBegun = false;
  const restore = () => {
    hasBegun = true;
    removeEventListener('afterprint', restore);
    removeEventListener(newPrint, restore);
    for (const step of undo.splice(0)) step();
  };
  const way = path.slice(path.indexOf(element));
  try {
    window.dispatchEvent(new Event(newPrint));
    addEventListener(newPrint, restore);
    // HTML sanitisers let anybody write our mark, and an element that already has it would be printed as well.
    for (const root of way)
      if (root instanceof Document || root instanceof ShadowRoot)
        for (const other of marked(root)) {
          const value = getAttribute.call(other, mark) ?? '';
          removeAttribute.call(other, mark);
          undo.push(() => setAttribute.call(other, mark, value));
        }
    for (const node of way) {
      if (node instanceof Element) {
        setAttribute.call(node, mark, node === element ? 'alone' : 'way');
        undo.push(() => removeAttribute.call(node, mark));
      } else if (node instanceof Document || node instanceof ShadowRoot) {
        const sheet = alone.styleSheet as CSSStyleSheet;
        // A form on the page may be named "styleSheets".
        const { prototype } = node instanceof Document ? Document : ShadowRoot;
        const own: StyleSheetList = Reflect.get(prototype, 'styleSheets', node);
        freeSheets([...own, ...node.adoptedStyleSheets.filter(other => other !== sheet)], undo);
        node.adoptedStyleSheets = [...node.adoptedStyleSheets, sheet];
        undo.push(() => {
          node.adoptedStyleSheets = node.adoptedStyleSheets.filter(other => other !== sheet);
        });
      }
    }
    // Older browsers have no CSS that opens `<details>` on paper.
    for (const details of element.shadowRoot?.querySelectorAll('details:not([open])') || []) {
      details.setAttribute('open', '');
      undo.push(() => details.removeAttribute('open'));
    }
    undo.push(entitle(title));
    addEventListener('afterprint', restore);
    addEventListener('beforeprint', () => (hasBegun = true), { once: true });
    printPage(() => hasBegun);
    setTimeout(() => hasBegun || restore(), patience);
  } catch {
    restore();
  }
}
