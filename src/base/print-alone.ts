import { createElement } from '../safety/create-element.js';
import { css, sheetOf } from '../styles/css.js';

const mark = 'data-havn-print';

/**
 * On paper the way down to the element makes no box and shows no text of its own, and all beside it is gone. Two ids
 * that nothing has outdo the `!important` of a host.
 */
const alone = css`
  /* Without a margin browsers have no room for the name and the address of the page. */
  @page {
    size: A4;
    margin: 0;
  }
  @media print {
    :not([data-havn-print]):not(#_):not(#_) {
      display: none !important;
    }
    [data-havn-print='way']:not(#_):not(#_) {
      display: contents !important;
      visibility: hidden !important;
      margin: 0 !important;
      padding: 0 !important;
      background: none !important;
      font-size: 0 !important;
      line-height: 0 !important;
    }
    [data-havn-print='way']:not(#_):not(#_)::before,
    [data-havn-print='way']:not(#_):not(#_)::after {
      content: none !important;
    }
    [data-havn-print='alone']:not(#_):not(#_) {
      display: block !important;
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

/** A print dialog that has not come by then has been refused, as in a frame whose sandbox forbids it. */
const patience = 3000;

// A form may hold <input name="setAttribute">.
const { getAttribute, setAttribute, removeAttribute } = Element.prototype;

/** A form on the page may be called "querySelectorAll". */
const marked = (root: Document | ShadowRoot): readonly Element[] => [
  ...(root instanceof Document ? Document.prototype : DocumentFragment.prototype).querySelectorAll.call(
    root,
    `[${mark}]`,
  ),
];

/**
 * Gives the page another title: it is the name of what is printed, in the list of the printer and of the file that is
 * saved, and may stand on paper.
 * @returns gives it its own again
 */
function entitle(title: string): () => void {
  const own = Document.prototype.querySelector.call(document, 'head > title');
  const element = own ?? createElement('title');
  const before = element.textContent;
  element.textContent = title;
  if (!own) Document.prototype.querySelector.call(document, 'head')?.append(element);
  return () => {
    // Unless the page has given itself another one meanwhile.
    if (element.textContent !== title) return;
    element.textContent = before;
    if (!own) element.remove();
  };
}

/**
 * Prints the page. A page may have something else by this name, and the browser's own is nowhere but on the window: a
 * frame of ours has another one, which prints whatever window it is called on.
 */
function printPage(hasBegun: () => boolean): void {
  try {
    window.print();
  } catch {
    // It is no function, or one that fails.
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
 * Prints one element without the page around it, under a title that tells nothing of the page. `path` is the composed path of the press that asks for it, through
 * slots and shadow roots of the host. What that takes is in force on paper only, and taken back as soon as it is printed.
 */
export function printAlone(element: HTMLElement, path: readonly EventTarget[], title: string): void {
  const undo: (() => void)[] = [];
  let hasBegun = false;
  const restore = () => {
    hasBegun = true;
    removeEventListener('afterprint', restore);
    for (const step of undo.splice(0)) step();
  };
  const way = path.slice(path.indexOf(element));
  try {
    // Filters let the mark through from anybody, and what has it would stand on the sheet as well.
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
        const sheet = sheetOf(alone);
        node.adoptedStyleSheets = [...node.adoptedStyleSheets, sheet];
        undo.push(() => {
          node.adoptedStyleSheets = node.adoptedStyleSheets.filter(other => other !== sheet);
        });
      }
    }
    // Older browsers have no style that opens them on paper.
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
