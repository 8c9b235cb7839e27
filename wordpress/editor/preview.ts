/** The real element in the canvas, where nothing of it can be pressed. */
import { type Attributes, type Element, exits, site, t, translated, wp } from './site.js';

const { createElement: h } = wp.element;

/**
 * The way out is above everything, and hears every click near it and Shift anywhere: in the canvas it would leave with
 * what the editor has not yet saved. So it is drawn here, and only published pages have it.
 */
const drawnExit = (language: string): unknown =>
  h(
    'div',
    { className: 'havn', lang: language },
    h('p', null, h('span', { className: 'havn-target havn-exit' }, exits[language] ?? exits.en)),
    h('p', { lang: undefined }, t('Published, it stays in a corner of the window, above everything.')),
  );

const isExit = (name: string) => name === 'exit' || name === 'exit-href';

export function preview(name: string, element: Element, attributes: Attributes): unknown {
  const language = String(attributes.lang || site.language);
  if (name === 'quick-exit') return h('div', { inert: '' }, drawnExit(language));
  const shown: Record<string, string> = { lang: language };
  for (const attribute of Object.keys(element.attributes)) {
    const value = attributes[attribute];
    if (isExit(attribute) || value === undefined || value === false || value === '') continue;
    shown[attribute] = value === true ? '' : String(value);
  }
  const own = typeof attributes.services === 'string' ? attributes.services : '';
  return h(
    'div',
    { inert: '' },
    attributes.exit === true && drawnExit(language),
    // An element reads what is in its tag once: with other services it is another one.
    h(
      `havn-${name}`,
      { ...shown, key: own },
      h('p', null, translated(element.title)),
      own && h('script', { type: 'application/json', dangerouslySetInnerHTML: { __html: own } }),
    ),
  );
}
