/** The lists that the tests of every element go through. */
import { rosa } from '../rosa.js';
import { expect, type Shown } from './helpers.js';
import { replacing } from './host.js';
import { part, text, textOf } from './on-screen.js';
import { answer, choose, click, openAll, type } from './reader.js';

interface Declaration {
  tagName?: string;
  attributes?: { name: string; fieldName: string; default?: string; type: { text: string } }[];
}
const { modules }: { modules: { declarations: Declaration[] }[] } = await fetch('/custom-elements.json').then(
  answer => answer.json(),
);
/** The elements, as the manifest describes them. */
export const declared = modules
  .flatMap(({ declarations }) => declarations)
  .flatMap(({ tagName, attributes = [] }) => (tagName ? { tagName, attributes } : []));
export const tags = declared.map(({ tagName }) => tagName);

/** The attributes that an element needs to render any content. */
const needed: Record<string, string> = { 'havn-service-card': ' service="rosa-helpline"' };

/** The inside of an opening tag: the name, and the attributes that the element needs. */
export const opening = (tag: string) => `${tag}${needed[tag] ?? ''}`;

/** What must always be on screen, for elements where that is not the helpline's number. */
const promises: Record<string, (element: Element) => void> = {
  'havn-quick-exit': exit => expect(part(exit, 'exit').href).to.equal('https://www.yr.no/'),
  'havn-language-menu': menu => expect(textOf(part(menu, 'select'))).to.contain('Norsk nynorsk'),
};

export function expectPromise(element: Element) {
  const promise = promises[element.localName];
  if (promise) promise(element);
  else expect(text(element)).to.contain(rosa.shown);
}

/** The addresses of the links that show when an element cannot render and has no fallback inside its tag. */
export const bareLinks = (tag: string) =>
  tag === 'havn-quick-exit' ? ['https://www.yr.no/'] : [rosa.href, 'tel:112'];

const known: [name: string, html: string, act?: (element: Shown) => unknown][] = [
  ['banner, bar', '<havn-hotline-banner exit></havn-hotline-banner>'],
  ['banner, card', '<havn-hotline-banner layout="card" exit></havn-hotline-banner>'],
  ['finder, at first', '<havn-service-finder page-size="8"></havn-service-finder>'],
  [
    'finder, professional',
    '<havn-service-finder audience="professional" need="coordination"></havn-service-finder>',
  ],
  ['finder, everything opened', '<havn-service-finder need="return"></havn-service-finder>', openAll],
  [
    'finder, nothing found',
    '<havn-service-finder></havn-service-finder>',
    finder => type(finder, 'zzzzqqqq'),
  ],
  ['entitlements, closed', '<havn-entitlements-list></havn-entitlements-list>'],
  ['entitlements, open', '<havn-entitlements-list open></havn-entitlements-list>'],
  [
    'entitlements, professional',
    '<havn-entitlements-list open audience="professional"></havn-entitlements-list>',
  ],
  ['referral guide, asking', '<havn-referral-guide></havn-referral-guide>'],
  ['referral guide, police', '<havn-referral-guide profession="police"></havn-referral-guide>', openAll],
  ['return guide', '<havn-return-guide></havn-return-guide>'],
  ['contacts, at first', '<havn-contact-directory></havn-contact-directory>'],
  [
    'contacts, professional, everything opened and sorted',
    '<havn-contact-directory audience="professional"></havn-contact-directory>',
    contacts => {
      openAll(contacts);
      part(contacts, 'sort').click();
    },
  ],
  ['contacts, nothing that fits', '<havn-contact-directory need="child-welfare"></havn-contact-directory>'],
  [
    'contacts, as cards, with a text to copy',
    '<havn-contact-directory need="police" style="max-width: 320px"></havn-contact-directory>',
    contacts => replacing(Navigator.prototype, 'clipboard', undefined, () => click(part(contacts, 'copy'))),
  ],
  ['card', '<havn-service-card service="kom-coordination"></havn-service-card>'],
  ['card of a safe house', '<havn-service-card service="lauras-hus"></havn-service-card>'],
  [
    'card without a service',
    // With the page's background colour: axe assumes that it is white.
    `<havn-service-card style="background: Canvas">${rosa.pasted}</havn-service-card>`,
  ],
  ['permits, compared', '<havn-permit-guide></havn-permit-guide>'],
  ['permits, first question', '<havn-permit-guide view="questions"></havn-permit-guide>'],
  [
    'permits, outcome with everything opened',
    '<havn-permit-guide view="questions"></havn-permit-guide>',
    async guide => {
      await answer(guide, 1, 0, 2, 1);
      openAll(guide);
    },
  ],
  ['pathway, closed', '<havn-pathway></havn-pathway>'],
  ['pathway, everything opened', '<havn-pathway step="2"></havn-pathway>', openAll],
  ['pathway, downwards', '<div style="inline-size: 20em"><havn-pathway step="7"></havn-pathway></div>'],
  ['quick exit', '<havn-quick-exit></havn-quick-exit>'],
  ['language menu', '<havn-language-menu></havn-language-menu>'],
  [
    'language menu, after a choice',
    '<havn-language-menu></havn-language-menu>',
    menu => choose(part(menu, 'select'), 'nn'),
  ],
];

/** The elements that a list does not have, such as those that are new. */
const beside = (list: string[]) =>
  tags.filter(tag => !list.some(html => html.includes(`<${tag}`))).map(tag => `<${tag}></${tag}>`);

/** Each state of an element: a name, the HTML, and what the reader does to reach that state. */
export const states = [
  ...known,
  ...beside(known.map(([, html]) => html)).map((html): (typeof known)[number] => [html, html]),
];

const full = [
  '<havn-hotline-banner exit></havn-hotline-banner>',
  '<havn-hotline-banner layout="card" exit></havn-hotline-banner>',
  '<havn-service-finder audience="professional"></havn-service-finder>',
  '<havn-entitlements-list open></havn-entitlements-list>',
  '<havn-referral-guide profession="other"></havn-referral-guide>',
  '<havn-return-guide></havn-return-guide>',
  '<havn-contact-directory audience="professional"></havn-contact-directory>',
  '<havn-service-card service="iom-varp"></havn-service-card>',
  '<havn-permit-guide></havn-permit-guide>',
  '<havn-permit-guide view="questions"></havn-permit-guide>',
  '<havn-pathway step="2"></havn-pathway>',
  '<havn-quick-exit></havn-quick-exit>',
  '<havn-language-menu></havn-language-menu>',
];

/** Every element with as much as possible on screen. */
export const fullElements = [...full, ...beside(full)];
