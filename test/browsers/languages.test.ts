/** Many languages on one page, and Arabic on screen, in each browser: `npm run test:browsers`. */
import { fullElements } from '../elements/every-element.js';
import { clear, expect, type Shown, settled, show, showAt, until } from '../elements/helpers.js';
import { all, find, languageOf, overflowing, part, parts, text } from '../elements/on-screen.js';
import { openAll } from '../elements/reader.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';

const widgets = [
  ['havn-hotline-banner', 'pl'],
  ['havn-service-finder', 'uk'],
  ['havn-entitlements-list', 'ar'],
  ['havn-contact-directory', 'vi'],
  ['havn-permit-guide', 'th'],
  ['havn-referral-guide', 'so'],
  ['havn-return-guide', 'ti'],
  ['havn-pathway', 'nb'],
  ['havn-service-card', 'lt'],
  ['havn-quick-exit', 'es'],
] as const;
const languages = widgets.map(([, language]) => language);
const page = `<div>${widgets.map(([tag, lang]) => `<${tag} service="rosa-helpline" lang="${lang}"></${tag}>`).join('')}</div>`;

/** What no other of the ten languages is written in. */
const marks: Record<string, RegExp> = {
  pl: /[ąęłśź]/,
  uk: /[їєґ]/,
  ar: /[ء-ي]{3}/,
  vi: /[ạảấầậếềệớờợứừự]/,
  th: /[ก-๙]{4}/,
  so: /\b(waa|iyo|ama|ee)\b/,
  ti: /[ሀ-፿]{2}/,
  nb: /\b(og|er|ikke)\b/,
  lt: /[ėųūį]/,
  es: /[áéíóúñ]/,
};

async function speak(elements: Element[], wanted: string[]) {
  await until(() => elements.every((element, index) => languageOf(element) === wanted[index]));
  await settled();
}

async function showIn(language: string, html: string, width = '') {
  const element = await showAt(width, html);
  element.lang = language;
  await speak([element], [language]);
  openAll(element);
  return element;
}

function* textsIn(root: Node) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) yield node;
}

/** The nodes of text on screen in an element, and what in them fits a pattern. */
function* findings({ shadowRoot }: Shown, pattern: RegExp) {
  for (const node of textsIn(shadowRoot))
    for (const { 0: found, index } of node.data.matchAll(pattern)) {
      const placed = [...found].flatMap((_, offset) => {
        const range = document.createRange();
        range.setStart(node, index + offset);
        range.setEnd(node, index + offset + 1);
        // A space at the end of a line has no width, and what is not on screen has no place.
        return [...range.getClientRects()].slice(0, 1).filter(({ width }) => width);
      });
      if (placed.length) yield { found, placed };
    }
}

/** Whether each character stands to the right of the one before, or on a lower line. */
const runsFromLeftToRight = (placed: DOMRect[]) =>
  placed.every(({ left, top }, index) => {
    const before = placed[index - 1];
    return !before || left >= before.right - 1 || top >= before.bottom - 4;
  });

describe('languages', () => {
  afterEach(async () => {
    clear();
    await settled();
  });

  it('ten elements in ten languages at once, each in its language and direction', async () => {
    await show(page);
    const elements = all(document, 'main > div > div > *');
    await speak(elements, languages);
    expect(elements.map(languageOf)).to.deep.equal(languages);
    for (const element of elements) {
      const base = part(element, 'base');
      const isArabic = element.lang === 'ar';
      expect(base.dir, element.lang).to.equal(isArabic ? 'rtl' : 'ltr');
      expect(getComputedStyle(base).direction, element.lang).to.equal(isArabic ? 'rtl' : 'ltr');
      // Two or three words are all that the exit has.
      if (element.localName !== 'havn-quick-exit')
        expect(text(element), element.lang).to.match(sure(marks[element.lang]));
    }
    expect(text(sure(elements[9]))).to.match(/página/);
  });

  it('each changes live, by its own lang and by that of the page', async () => {
    await show(page);
    const elements = all(document, 'main > div > div > *');
    await speak(elements, languages);
    const before = elements.map(text);
    const turned = [...languages.slice(1), ...languages.slice(0, 1)];
    for (const [index, element] of elements.entries()) element.lang = sure(turned[index]);
    await speak(elements, turned);
    expect(elements.map(languageOf)).to.deep.equal(turned);
    for (const [index, element] of elements.entries())
      expect(text(element), element.localName).not.to.equal(before[index]);
    for (const element of elements) element.removeAttribute('lang');
    document.documentElement.lang = 'ar';
    await speak(
      elements,
      elements.map(() => 'ar'),
    );
    for (const element of elements) {
      expect(part(element, 'base').dir, element.localName).to.equal('rtl');
      expect(text(element), element.localName).to.match(sure(marks.ar));
    }
    for (const [index, element] of elements.entries()) element.lang = sure(languages[index]);
    await speak(elements, languages);
    expect(elements.map(text)).to.deep.equal(before);
  });

  for (const language of languages)
    it(`every element in ${language} fits 320 pixels`, async () => {
      for (const html of fullElements) {
        const element = await showIn(language, html, '320px');
        expect(overflowing(element), html).to.deep.equal([]);
        clear();
      }
    });
});

describe('Arabic', () => {
  afterEach(async () => {
    clear();
    await settled();
  });

  const kinds: Record<string, [pattern: RegExp, example: RegExp]> = {
    'a telephone number': [/\+?\d[\d \u00a0]{3,}\d/g, rosa.pattern],
    'a time': [/\d{1,2}[:.]\d{2}(?:\s*[–-]\s*\d{1,2}[:.]\d{2})?/g, /08:00/],
    'an address on the web': [/[a-z][\w.-]*\.(?:no|com|int)\b[\w/.-]*/g, /udi\.no/],
    'a name in Latin letters': [/[A-Za-zÆØÅæøå][A-Za-zÆØÅæøå ]{3,}[A-Za-zÆØÅæøå]/g, /Kirkens Bymisjon/],
  };
  for (const [kind, [pattern, example]] of Object.entries(kinds))
    it(`${kind} runs from left to right`, async () => {
      const seen = new Set<string>();
      for (const html of fullElements) {
        const element = await showIn('ar', html);
        for (const { found, placed } of findings(element, pattern)) {
          expect(runsFromLeftToRight(placed), `${found} in ${html}`).to.equal(true);
          seen.add(found);
        }
        clear();
      }
      expect([...seen].join('\n')).to.match(example);
    });

  it('an e-mail address runs from left to right, over its marks for line breaks too', async () => {
    const seen: string[] = [];
    for (const html of fullElements) {
      const element = await showIn('ar', html);
      for (const link of all<HTMLAnchorElement>(element, 'a[href^="mailto:"]')) {
        const address = link.href.replace('mailto:', '').replace(/\?.*/, '');
        const range = document.createRange();
        const placed: DOMRect[] = [];
        let written = '';
        for (const node of textsIn(link))
          for (const [index, character] of [...node.data].entries()) {
            range.setStart(node, index);
            range.setEnd(node, index + 1);
            const [rectangle] = range.getClientRects();
            if (!rectangle?.width || !/[\w@.+-]/.test(character)) continue;
            written += character;
            placed.push(rectangle);
          }
        if (!written.includes(address)) continue;
        expect(runsFromLeftToRight(placed), address).to.equal(true);
        seen.push(address);
      }
      clear();
    }
    expect(seen.length).to.be.greaterThan(5);
  });

  it('a run of opening hours begins at the left', async () => {
    const element = await showIn('ar', '<havn-service-card service="kom-coordination"></havn-service-card>');
    // When it opens next may stand before.
    const [first] = [...findings(element, /08:00/g)].reverse();
    const [last] = findings(element, /16:00/g);
    const { top, left } = sure(last?.placed[0]);
    expect(first?.placed[0]?.top).to.be.closeTo(top, 2);
    expect(first?.placed.at(-1)?.right).to.be.below(left);
  });

  for (const html of fullElements)
    it(`${html.slice(1, 60)} is mirrored: padding, borders and corners`, async () => {
      const sides = (element: Element) =>
        new Map(
          all(element, '[part]')
            .reverse()
            .map(node => {
              const style = getComputedStyle(node);
              const of = (names: (keyof CSSStyleDeclaration)[]) => names.map(name => style[name]);
              return [
                node.part.value,
                {
                  left: of([
                    'paddingLeft',
                    'borderLeftWidth',
                    'borderTopLeftRadius',
                    'borderBottomLeftRadius',
                  ]),
                  right: of([
                    'paddingRight',
                    'borderRightWidth',
                    'borderTopRightRadius',
                    'borderBottomRightRadius',
                  ]),
                },
              ] as const;
            }),
        );
      const english = sides(await showIn('en', html, '900px'));
      clear();
      const arabic = sides(await showIn('ar', html, '900px'));
      for (const [name, { left, right }] of english)
        if (arabic.has(name)) expect(arabic.get(name), name).to.deep.equal({ left: right, right: left });
    });

  it('text begins at the right', async () => {
    for (const html of fullElements) {
      const element = await showIn('ar', html, '600px');
      for (const node of all(element, 'h2, h3, h4, p, dd')) {
        const style = getComputedStyle(node);
        // The title of the source is English, and stands from left to right.
        if (style.direction !== 'rtl' || style.display !== 'block' || !node.getClientRects().length) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 1);
        const edge =
          node.getBoundingClientRect().right -
          Number.parseFloat(style.paddingRight) -
          Number.parseFloat(style.borderRightWidth);
        if (lines.length)
          expect(Math.max(...lines.map(({ right }) => right)), node.outerHTML.slice(0, 120)).to.be.closeTo(
            edge,
            2,
          );
      }
      clear();
    }
  });

  it('what stands side by side goes from right to left: the banner, the cards, the way', async () => {
    const order = (nodes: Element[]) => nodes.map(node => node.getBoundingClientRect().right);
    const descends = (places: number[]) =>
      places.every((place, index) => place < (places[index - 1] ?? Number.POSITIVE_INFINITY));
    for (const language of ['en', 'ar']) {
      const banner = await showIn(language, '<havn-hotline-banner exit></havn-hotline-banner>', '1100px');
      const inBanner = order([part(banner, 'title'), part(banner, 'call')]);
      const finder = await showIn(language, '<havn-service-finder></havn-service-finder>', '1100px');
      const cards = order(parts(finder, 'card').slice(0, 3));
      const pathway = await showIn(language, '<havn-pathway></havn-pathway>', '1100px');
      const steps = order(all(pathway, 'circle'));
      for (const [what, places] of Object.entries({ inBanner, cards, steps }))
        expect(
          descends(language === 'ar' ? places : places.reverse()),
          `${language}: ${what} ${places}`,
        ).to.equal(true);
      clear();
    }
  });

  it('the arrow of the exit points the other way', async () => {
    const exit = await showIn('ar', '<havn-quick-exit></havn-quick-exit>');
    const arrow = find(exit, '.exit svg');
    expect(new DOMMatrix(getComputedStyle(arrow).transform).a).to.equal(-1);
  });
});
