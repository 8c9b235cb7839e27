import { expectPromise, opening, tags } from './every-element.js';
import { clear, expect, part, settled, show, text, textOf } from './helpers.js';

describe('upgrade', () => {
  afterEach(clear);

  for (const tag of tags) {
    describe(tag, () => {
      it('is defined by the script alone', () => {
        expect(customElements.get(tag)).to.be.a('function');
      });

      it('shows its content at once, before any microtask', () => {
        const main = document.querySelector('main');
        main.innerHTML = `<${opening(tag)}></${tag}>`;
        expectPromise(main.firstElementChild);
      });

      it('takes the place of the fallback', async () => {
        const element = await show(`<${opening(tag)}><p>Fallback</p></${tag}>`);
        expect(element.querySelector('p').getBoundingClientRect().height).to.equal(0);
        expect(element.textContent).to.contain('Fallback');
      });

      it('says once that it is ready, and nothing with it', async () => {
        const events = [];
        const listen = event => events.push(event);
        addEventListener('havn-ready', listen);
        const element = await show(`<${opening(tag)}></${tag}>`);
        element.lang = 'nb';
        await settled();
        removeEventListener('havn-ready', listen);
        expect(events).to.have.length(1);
        expect(events[0].bubbles).to.equal(true);
        expect(events[0].composed).to.equal(true);
        expect(events[0]).not.to.have.property('detail');
      });

      it('has an open shadow root without any style element or attribute', async () => {
        const element = await show(`<${opening(tag)}></${tag}>`);
        expect(element.shadowRoot.querySelectorAll('style, link, [style]')).to.have.length(0);
        expect(element.shadowRoot.adoptedStyleSheets.length).to.be.greaterThan(0);
      });

      it('can be created, moved, cloned and removed', async () => {
        const element = await show(`<${opening(tag)}></${tag}>`);
        const main = document.querySelector('main');
        for (let round = 0; round < 50; round++) main.append(element);
        const clone = element.cloneNode(true);
        main.append(clone);
        element.remove();
        main.append(element);
        await settled();
        expect(text(element)).to.equal(text(clone));
        expectPromise(element);
      });

      it('replaces a declarative shadow root', async () => {
        const box = document.createElement('div');
        box.setHTMLUnsafe(`<${opening(tag)}><template shadowrootmode="open"><b>Old</b></template></${tag}>`);
        document.querySelector('main').append(box);
        await settled();
        const element = box.firstElementChild;
        expect(text(element)).not.to.contain('Old');
        expectPromise(element);
      });

      it('is hidden by the attribute', async () => {
        const element = await show(`<${opening(tag)} hidden></${tag}>`);
        expect(getComputedStyle(element).display).to.equal('none');
      });

      it('keeps its width where the width comes from the content', async () => {
        const table = await show(`<table><tr><td><${opening(tag)}></${tag}></td></tr></table>`);
        expect(table.querySelector(tag).getBoundingClientRect().width).to.be.greaterThan(150);
      });
    });
  }

  it('takes up a property that was set before', async () => {
    const element = document.createElement('havn-hotline-banner');
    const early = document.createElement('div');
    // As a framework leaves it: a field of the object, in the way of the accessor of the class.
    Object.defineProperty(element, 'layout', { value: 'card', configurable: true, writable: true });
    early.append(element);
    expect(Object.hasOwn(element, 'layout')).to.equal(true);
  });

  it('shows the helpline larger than anything else on the banner', async () => {
    for (const layout of ['bar', 'card']) {
      const banner = await show(`<havn-hotline-banner layout="${layout}" exit></havn-hotline-banner>`);
      const size = node => Number.parseFloat(getComputedStyle(node).fontSize);
      const number = part(banner, 'call').querySelector('.number');
      for (const other of banner.shadowRoot.querySelectorAll('p, span, a'))
        if (!number.contains(other) && !other.contains(number))
          expect(size(other), textOf(other)).to.be.below(size(number));
    }
  });
});
