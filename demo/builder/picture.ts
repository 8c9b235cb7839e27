/**
 * A picture of what the preview shows, drawn by the browser itself: the same nodes with the same style sheets, in an
 * SVG. Nothing is requested from a server.
 */

const xhtml = 'http://www.w3.org/1999/xhtml';
const svg = 'http://www.w3.org/2000/svg';

/** The scale, for screens with small pixels; and the greatest height that browsers draw, in pixels. */
const sharpness = 2;
const highest = 16_000;

/** Copies what a reader has chosen or typed: it is in properties, which cloneNode() does not copy. */
function keepState(from: Element, to: Element) {
  if (from instanceof HTMLOptionElement) to.toggleAttribute('selected', from.selected);
  else if (from instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(from.type))
    to.toggleAttribute('checked', from.checked);
  else if (from instanceof HTMLInputElement) to.setAttribute('value', from.value);
}

/** A copy without shadow roots: the content of a shadow root becomes the content of its element. */
function flattened(node: Node): Node {
  const copy = node.cloneNode(false);
  if (node instanceof Element && copy instanceof Element) {
    keepState(node, copy);
    if (node.shadowRoot) copy.classList.add('shown');
  }
  const inside = (node instanceof Element && node.shadowRoot) || node;
  for (const child of inside.childNodes)
    if (child.nodeType !== Node.COMMENT_NODE) copy.appendChild(flattened(child));
  return copy;
}

const textOf = ({ cssRules }: CSSStyleSheet) => [...cssRules].map(({ cssText }) => cssText).join('\n');

function sheetsIn(root: Document | ShadowRoot): string[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? sheetsIn(shadowRoot) : [],
  );
  return [...root.adoptedStyleSheets.map(textOf), ...inner];
}

/** @returns the preview as an SVG */
function drawing(): { source: string; width: number; height: number } {
  const { documentElement: page, body } = document;
  const width = innerWidth;
  const height = Math.ceil(page.getBoundingClientRect().height);
  const picture = document.createElementNS(svg, 'svg');
  for (const [name, value] of Object.entries({ width, height, class: page.className, lang: page.lang }))
    picture.setAttribute(name, String(value));
  const place = document.createElementNS(svg, 'foreignObject');
  for (const name of ['width', 'height']) place.setAttribute(name, '100%');
  const style = document.createElementNS(xhtml, 'style');
  // In the copy the content of a shadow root is in the element itself, so `:host` would match nothing.
  style.textContent = sheetsIn(document)
    .join('\n')
    .replace(/:host\(/g, '.shown:is(')
    .replace(/:host\b/g, '.shown');
  const copy = flattened(body) as Element;
  copy.setAttribute('dir', page.dir);
  place.append(copy);
  picture.append(style, place);
  return { source: new XMLSerializer().serializeToString(picture), width, height };
}

/** @returns a PNG */
export async function pictureOfPreview(): Promise<Blob | null> {
  const { source, width, height } = drawing();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const scale = Math.min(sharpness, highest / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(resolve => canvas.toBlob(resolve, 'image/png'));
}
