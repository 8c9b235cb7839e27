import { expectPromise, opening, tags } from './every-element.js';
import { expect, main, settled, show } from './helpers.js';
import { all, find, heightOfFallback, part, text, textOf } from './on-screen.js';

describe('upgrade', () => {
  for (const tag of tags) {
    describe(tag, () => {
      it('shows its content at once, before any microtask', () => {
        main.innerHTML = `<${opening(tag)}></${tag}>`;
        expectPromise(find(main, '*'));
      });

      it('takes the place of the fallback', async () => {
        const element = await show(`<${opening(tag)}><p>Fallback</p></${tag}>`);
        expect(heightOfFallback(element)).to.equal(0);
        expect(element.textContent).to.contain('Fallback');
      });

      it('says once that it is ready, and nothing with it', async () => {
        const events: Event[] = [];
        const listen = (event: Event) => events.push(event);
        addEventListener('havn-ready', listen);
        const element = await show(`<${opening(tag)}></${tag}>`);
        element.lang = 'nb';
        await settled();
        removeEventListener('havn-ready', listen);
        expect(events).to.have.length(1);
        expect(events[0]?.bubbles).to.equal(true);
        expect(events[0]?.composed).to.equal(true);
        expect(events[0]).not.to.have.property('detail');
      });

      it('has an open shadow root without any style element or attribute', async () => {
        const element = await show(`<${opening(tag)}></${tag}>`);
        expect(all(element, 'style, link, [style]')).to.have.length(0);
        expect(element.shadowRoot.adoptedStyleSheets.length).to.be.greaterThan(0);
      });

      it('can be created, moved, cloned and removed', async () => {
        const element = await show(`<${opening(tag)}></${tag}>`);
        for (let round = 0; round < 50; round++) main.append(element);
        main.append(element.cloneNode(true));
        element.remove();
        main.append(element);
        await settled();
        const [clone, own] = all(main, tag).map(text);
        expect(own).to.equal(clone);
        expectPromise(element);
      });

      it('replaces a declarative shadow root', async () => {
        const box = document.createElement('div');
        box.setHTMLUnsafe(`<${opening(tag)}><template shadowrootmode="open"><b>Old</b></template></${tag}>`);
        main.append(box);
        await settled();
        const element = find(box, '*');
        expect(text(element)).not.to.contain('Old');
        expectPromise(element);
      });

      it('is hidden by the attribute', async () => {
        const element = await show(`<${opening(tag)} hidden></${tag}>`);
        expect(getComputedStyle(element).display).to.equal('none');
      });

      it('keeps its width where the width comes from the content', async () => {
        const table = await show(`<table><tr><td><${opening(tag)}></${tag}></td></tr></table>`);
        expect(find(table, tag).getBoundingClientRect().width).to.be.greaterThan(150);
      });
    });
  }

  it('takes up a property that was set before', async () => {
    // In a document without a window, elements are not upgraded: as on a page whose frameworks run before our script.
    const element = document.implementation.createHTMLDocument('').createElement('havn-hotline-banner');
    // An own property of the object, which hides the accessor of the class.
    element.layout = 'card';
    expect(Object.hasOwn(element, 'layout')).to.equal(true);
    main.append(element);
    await settled();
    expect(Object.hasOwn(element, 'layout')).to.equal(false);
    expect(part(element, 'base').className).to.contain('card');
    element.layout = 'bar';
    await settled();
    expect(part(element, 'base').className).not.to.contain('card');
  });

  it('shows the helpline larger than anything else on the banner', async () => {
    for (const layout of ['bar', 'card']) {
      const banner = await show(`<havn-hotline-banner layout="${layout}" exit></havn-hotline-banner>`);
      const size = (node: Element) => Number.parseFloat(getComputedStyle(node).fontSize);
      const number = find(part(banner, 'call'), 'bdi');
      for (const other of all(banner, 'p, span, a'))
        if (!number.contains(other) && !other.contains(number))
          expect(size(other), textOf(other)).to.be.below(size(number));
    }
  });
});
