import { emulateMedia } from '@web/test-runner-commands';
import { fullElements } from './every-element.js';
import { aTimeout, expect, isChromium, parentOf, settled, show, showAt } from './helpers.js';
import { all, overflowing, part, parts } from './on-screen.js';

describe('layout', () => {
  afterEach(() =>
    emulateMedia({
      media: 'screen',
      colorScheme: 'light',
      forcedColors: 'none',
      reducedMotion: 'no-preference',
    }),
  );

  for (const html of fullElements) {
    // Where lines break differs little by engine: the others look at a phone and at a tablet.
    for (const width of isChromium ? ['280px', '320px', '480px', '768px', '1280px'] : ['320px', '768px'])
      for (const lang of isChromium ? ['en', 'nb', 'nn'] : ['nb'])
        it(`${html.slice(1, 40)} in ${lang} fits ${width}`, async () => {
          document.documentElement.lang = lang;
          expect(overflowing(await showAt(width, html))).to.deep.equal([]);
        });

    it(`${html.slice(1, 40)} never reads smaller than 16 pixels, whatever the page`, async () => {
      const element = await showAt('768px', html);
      document.documentElement.style.fontSize = '62.5%';
      parentOf(element).style.fontSize = '9px';
      const sizes = all(element, 'p, a, li, summary, button, input, select, span').map(node =>
        Number.parseFloat(getComputedStyle(node).fontSize),
      );
      expect(Math.min(...sizes)).to.be.at.least(16);
    });

    it(`${html.slice(1, 40)} keeps each number in one piece, at 320 pixels with text twice as large`, async () => {
      const element = await showAt('256px', html);
      parentOf(element).style.fontSize = '32px';
      for (const number of all(element, 'a[href^="tel:"] bdi')) {
        const text = document.createRange();
        text.selectNodeContents(number);
        const tops = new Set([...text.getClientRects()].map(({ top }) => Math.round(top)));
        expect(tops.size, number.textContent ?? '').to.be.at.most(1);
      }
    });

    it(`${html.slice(1, 40)} prints black on white, without controls`, async () => {
      document.documentElement.style.colorScheme = 'dark';
      const element = await showAt('640px', html);
      await emulateMedia({ media: 'print' });
      expect(getComputedStyle(part(element, 'base')).backgroundColor).to.equal('rgb(255, 255, 255)');
      for (const node of all(element, ':is(p, a[href], h3, summary):not(.no-print *)'))
        expect(getComputedStyle(node).color, node.outerHTML.slice(0, 60)).to.equal('rgb(0, 0, 0)');
      for (const control of element.shadowRoot.querySelectorAll(
        'button, input, select, .no-print, .no-print *',
      ))
        expect(control.getClientRects().length, control.outerHTML.slice(0, 60)).to.equal(0);
      for (const link of all<HTMLAnchorElement>(element, '[part=website]'))
        expect(link.textContent).to.contain(new URL(link.href).host.replace('www.', ''));
    });

    it(`${html.slice(1, 40)} moves nothing`, async () => {
      const element = await showAt('640px', html);
      expect(element.shadowRoot.getAnimations()).to.deep.equal([]);
      for (const node of all(element, '*')) expect(getComputedStyle(node).transitionDuration).to.equal('0s');
    });
  }

  it('cards stand in one, two and three columns, by the width of the widget', async () => {
    for (const [width, columns] of Object.entries({ '400px': 1, '700px': 2, '1100px': 3 })) {
      const finder = await showAt(width, '<havn-service-finder></havn-service-finder>');
      const tops = parts(finder, 'card')
        .slice(0, 3)
        .map(card => Math.round(card.getBoundingClientRect().top));
      expect(
        tops.filter(top => top === tops[0]),
        width,
      ).to.have.length(columns);
    }
  });

  it('a long address breaks after a slash', async () => {
    const card = await showAt(
      '300px',
      '<havn-service-card service="kom-coordination" audience="professional"></havn-service-card>',
    );
    const path = all(card, '[part=website] bdi').find(({ textContent }) => textContent?.includes('/'));
    const words = [...(path?.childNodes ?? [])].filter(node => node instanceof Text && node.data.trim());
    expect(words.length).to.be.above(1);
    for (const word of words) {
      const range = document.createRange();
      range.selectNodeContents(word);
      expect(
        new Set([...range.getClientRects()].map(({ top }) => top)).size,
        word.textContent ?? '',
      ).to.equal(1);
    }
  });

  it('every entitlement is open on paper', async () => {
    const list = await showAt('640px', '<havn-entitlements-list></havn-entitlements-list>');
    await emulateMedia({ media: 'print' });
    for (const details of all(list, '[part=summary] + p'))
      expect(details.getBoundingClientRect().height).to.be.greaterThan(20);
  });

  it('fits the brand of a host by custom properties and parts', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('havn-hotline-banner::part(title) { letter-spacing: 3px }');
    document.adoptedStyleSheets = [sheet];
    const banner = await showAt('640px', '<havn-hotline-banner layout="card"></havn-hotline-banner>');
    banner.style.setProperty('--havn-accent', '#7a0050');
    banner.style.setProperty('--havn-radius', '0px');
    banner.style.setProperty('--havn-tint', '#fff5fa');
    expect(getComputedStyle(part(banner, 'title')).letterSpacing).to.equal('3px');
    expect(getComputedStyle(part(banner, 'base')).borderRadius).to.equal('0px');
    expect(getComputedStyle(part(banner, 'base')).backgroundColor).to.equal('rgb(255, 245, 250)');
    expect(getComputedStyle(part(banner, 'call')).backgroundColor).not.to.equal('rgb(11, 85, 99)');
    document.adoptedStyleSheets = [];
  });

  it('asks nobody for a picture, whatever stands in a colour', async () => {
    const names = ['accent', 'text', 'surface', 'tint', 'border', 'radius'];
    const box = await show('<div></div>');
    for (const name of names) box.style.setProperty(`--havn-${name}`, `url(/asked-for-${name}.png)`);
    box.innerHTML = fullElements.join('');
    await settled();
    await aTimeout(300);
    const asked = performance.getEntriesByType('resource').filter(({ name }) => name.includes('asked-for-'));
    expect(asked.map(({ name }) => name)).to.deep.equal([]);
  });

  it('shows the digits of the number, whatever is inherited', async () => {
    const banner = await showAt('640px', '<havn-hotline-banner></havn-hotline-banner>');
    const call = part(banner, 'call');
    const { width } = call.getBoundingClientRect();
    parentOf(banner).style.cssText +=
      '; -webkit-text-security: disc; font-size-adjust: 0.01; letter-spacing: -1em; word-spacing: -99em';
    const style = getComputedStyle(call);
    expect(style.getPropertyValue('-webkit-text-security')).to.be.oneOf(['none', '']);
    expect(style.fontSizeAdjust).to.be.oneOf(['none', undefined]);
    expect(call.getBoundingClientRect().width).to.be.closeTo(width, 1);
  });
});
