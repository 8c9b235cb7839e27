import type { facts as Facts } from '../collections.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';
import { opening, tags } from './every-element.js';
import { expect, parentOf, settled, show } from './helpers.js';
import { all, find, hrefs, part, parts, rootOf, text, textOf } from './on-screen.js';
import { openAll } from './reader.js';

/** The facts that Havn must show, and the elements that show them. */
const { facts }: { facts: typeof Facts } = await fetch('/test/collections/facts.json').then(answer =>
  answer.json(),
);
const languages = ['en', 'nb', 'nn'];
type Fact = (typeof facts)[number];
const homesOf = ({ home }: Fact) => home.split(', ');

/** All text of an element, hidden or not, and the addresses of its links. */
const shownIn = (element: Element) => [text(element), ...hrefs(element)].join('\n');

/** Selectors for a service, permit or step: each is one line here, so that text about another one does not count. */
const units: Record<string, string> = {
  'havn-hotline-banner': '[part=base]',
  'havn-service-finder': '[part=card]',
  'havn-entitlements-list': '[part=entitlement]',
  'havn-referral-guide': '[part=card], [part=referral], [part=step]',
  'havn-return-guide': '[part=step]',
  'havn-contact-directory': 'tbody tr',
  'havn-permit-guide': '[part=permit]',
  'havn-pathway': '[part=step]',
  'havn-service-card': '[part=base]',
};

/** Which service's card has a fact, by the beginning of the fact's id. */
const cards: Record<string, string> = {
  nav: 'nav-oslo-trafficking-support',
  pro: 'pro-senteret-reception',
  rosa: 'rosa-helpline',
};

/** `display: contents` has no box of its own, but its content is on screen. */
const isSeen = (node: Element) =>
  getComputedStyle(node).display === 'contents' || node.checkVisibility({ visibilityProperty: true });

/** The visible text of a node with the addresses of its links: one line for each unit and each block outside a unit. */
function read(node: Node, unit: string, isInUnit: boolean): string {
  if (node instanceof Text) return node.data.replace(/\s+/g, ' ');
  if (node instanceof Element && !isSeen(node)) return '';
  const isUnit = node instanceof Element && node.matches(unit);
  const inside = [...node.childNodes].map(child => read(child, unit, isInUnit || isUnit)).join('');
  if (node instanceof HTMLAnchorElement) return ` ${inside} ${node.href} `;
  const isInline = !(node instanceof Element) || getComputedStyle(node).display === 'inline';
  if (isInline && !isUnit) return inside;
  return isInUnit ? ` ${inside} ` : `\n${inside}\n`;
}

const linesOf = (node: Node, unit: string) =>
  read(node, unit, false)
    .split('\n')
    .map(line => line.replace(/ +/g, ' ').trim())
    .filter(Boolean)
    .join('\n');

/** The table of the permit guide by columns: each permit is one line, and each cell follows the heading of its row. */
function columnsOf(table: HTMLTableElement) {
  const [head, ...rows] = [...table.rows].map(({ cells }) => [...cells].map(cell => linesOf(cell, 'th, td')));
  return sure(head)
    .slice(1)
    .map((name, index) => [name, ...rows.map(cells => `${cells[0]} ${cells[index + 1] ?? ''}`)].join(' '))
    .join('\n');
}

/** The lines of an element with everything opened, for each of its layouts. */
async function pagesOf(tag: string, { id, audience = 'person' }: Fact, lang: string) {
  const own: Record<string, string> = {
    'havn-hotline-banner': ' layout="card"',
    'havn-service-finder': ' page-size="50"',
    'havn-service-card': ` service="${cards[id.replace(/\..*/, '')]}"`,
  };
  const element = await show(`<${tag} open lang="${lang}" audience="${audience}"${own[tag] ?? ''}></${tag}>`);
  openAll(element);
  if (tag !== 'havn-permit-guide') return [linesOf(element.shadowRoot, sure(units[tag]))];
  // Each permit is a card in a narrow layout, and a table column in a wide one.
  const pages = [];
  for (const width of ['360px', '1100px']) {
    parentOf(element).style.width = width;
    await settled();
    const table = part(element, 'table');
    expect(isSeen(table)).to.equal(width === '1100px');
    pages.push(
      linesOf(element.shadowRoot, sure(units[tag])) + (isSeen(table) ? `\n${columnsOf(table)}` : ''),
    );
  }
  return pages;
}

/** Does not match a number inside a longer one, or a website inside an e-mail address. */
const tokenPattern = (token: string) => new RegExp(`(?<![\\w@])${token.replace(/[^\w\s]/g, '\\$&')}(?!\\w)`);

/** A regular expression for each text of `seen`: it matches a line that has all the pieces, in any order. */
const linesWanted = (seen: string | string[]) =>
  [seen].flat().map(
    line =>
      new RegExp(
        `^${line
          .split('; ')
          .map(piece => `(?=.*(?:${piece}))`)
          .join('')}`,
        'im',
      ),
  );

describe('facts', () => {
  const walked = new Set<string>();
  for (const fact of facts)
    for (const tag of homesOf(fact))
      for (const lang of languages) {
        const { id, show: tokens = [], seen, audience } = fact;
        const wanted = linesWanted(sure(seen[lang]));
        it(`${id} is on ${tag} in ${lang}`, async () => {
          walked.add(id);
          const pages = await pagesOf(tag, fact, lang);
          expect(pages).not.to.have.length(0);
          for (const page of pages) {
            for (const line of wanted) expect(page).to.match(line);
            for (const token of tokens) expect(page).to.match(tokenPattern(token));
          }
        });
        // The referral guide is only for professionals and has no attribute `audience`.
        if (audience === 'professional' && 'audience' in document.createElement(tag))
          it(`${id} is offered to no person or helper on ${tag} in ${lang}`, async () => {
            for (const other of ['person', 'helper']) {
              const element = await show(`<${tag} open lang="${lang}" audience="${other}"></${tag}>`);
              const shown = shownIn(element);
              expect(shown).not.to.match(/\bKOM\b/);
              for (const token of tokens) expect(shown).not.to.contain(token);
              for (const line of wanted)
                expect(linesOf(element.shadowRoot, sure(units[tag]))).not.to.match(line);
            }
          });
      }

  it('the checklist is complete: each fact once, with a pattern in each language, and all were walked', () => {
    for (const { id, seen } of facts) expect(Object.keys(seen), id).to.deep.equal(languages);
    expect(facts).to.have.length(96);
    expect(new Set(facts.map(({ id }) => id)).size).to.equal(96);
    expect(tags).to.include.members(facts.flatMap(homesOf));
    expect(walked.size).to.equal(96);
  });

  for (const [lang, may] of Object.entries({ en: /\bmay\b/i, nb: /\bkan\b/i, nn: /\bkan\b/i }))
    it(`each of the eight entitlements says "may" in ${lang}`, async () => {
      const list = await show(`<havn-entitlements-list open lang="${lang}"></havn-entitlements-list>`);
      const entitlements = parts(list, 'entitlement');
      expect(entitlements).to.have.length(8);
      for (const entitlement of entitlements)
        expect(find(entitlement, '[part=summary] + p').textContent).to.match(may);
    });

  for (const lang of languages)
    it(`who is to help with each stands under it, ROSA first, in ${lang}`, async () => {
      const list = await show(`<havn-entitlements-list open lang="${lang}"></havn-entitlements-list>`);
      for (const entitlement of parts(list, 'entitlement'))
        expect(hrefs(entitlement, '.services a[href^="tel:"]')[0]).to.equal(rosa.href);
    });

  for (const tag of ['havn-entitlements-list', 'havn-permit-guide'])
    it(`each statement of ${tag} can be cited: a number behind it is the one of a section under Source`, async () => {
      const element = await show(`<${tag}></${tag}>`);
      const source = textOf(parts(element, 'source').at(-1) as HTMLElement);
      const marked = all(part(element, 'base'), ':scope > p').flatMap(
        node => /\[\d\]$/.exec(textOf(node)) ?? [],
      );
      expect(new Set(marked)).to.have.property('size').above(1);
      for (const mark of marked) expect(source).to.contain(`${mark} `);
    });

  it('time to think says what it is for, and that no help with a case is asked for in it', async () => {
    const list = await show('<havn-entitlements-list></havn-entitlements-list>');
    expect(
      parts(list, 'entitlement')
        .map(textOf)
        .find(right => /^Time to think/.test(right)),
    )
      .to.match(/break ties/)
      .and.match(/do not have to help with an investigation or be a witness/);
  });

  for (const tag of tags)
    it(`no browser translates the digits that a link of ${tag} calls`, async () => {
      const links = all(rootOf(await show(`<${opening(tag)} open></${tag}>`)), 'a[href^="tel:"]');
      for (const link of links) expect(all(link, '[translate="no"]').map(textOf).join()).to.match(/\d/);
      for (const digits of links.flatMap(link => all(link, '[translate="no"]'))) digits.remove();
      expect(links.map(textOf).join()).not.to.match(/\d/);
    });

  it('numbers are dialled as they are: 02800 without a country code, 112 without grouping', async () => {
    const shown = shownIn(await show('<havn-service-finder></havn-service-finder>'));
    expect(shown).to.contain('tel:02800').and.to.contain('Call 02800');
    expect(shown).to.contain('tel:112').and.to.contain('Call 112');
  });
});
