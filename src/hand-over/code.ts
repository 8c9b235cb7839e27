import { correction, generate } from './qr.js';

const namespace = 'http://www.w3.org/2000/svg';

/** The margin that a scanner needs around a code, in modules. */
const quietZone = 4;

/** Creates an SVG element. A form on the page named "createElementNS" shadows the method of the document. */
function make<T extends keyof SVGElementTagNameMap>(
  tag: T,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[T] {
  const element = Document.prototype.createElementNS.call(document, namespace, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element as SVGElementTagNameMap[T];
}

/**
 * A QR code of a text, black on white with a white margin, whatever the colours of the page. `label` tells users of
 * screen readers what scanning it does.
 */
export function codeOf(text: string, label: string): SVGSVGElement {
  const { size, get } = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (get(x, y)) path += `M${x + quietZone} ${y + quietZone}h1v1h-1z`;
  const side = `${size + 2 * quietZone}`;
  const svg = make('svg', {
    class: 'code',
    viewBox: `0 0 ${side} ${side}`,
    role: 'img',
    'aria-label': label,
    'shape-rendering': 'crispEdges',
  });
  svg.append(make('path', { d: path }));
  return svg;
}
