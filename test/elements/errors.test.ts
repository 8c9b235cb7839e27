import { rosa } from '../rosa.js';
import { bareLinks, opening, tags } from './every-element.js';
import { expect, main, settled, show } from './helpers.js';
import { broken, heard, replacing } from './host.js';
import { all, find, heightOfFallback, hrefs, part, text } from './on-screen.js';

const fallback = `<p>${rosa.shown}</p>`;

/** Shows elements that cannot render, and returns the warnings too. */
const showBroken = <Html extends string>(html: Html) => heard(() => broken(() => show(html)));
const throwing = () => {
  throw new Error('no');
};

describe('errors', () => {
  let thrown: string[];
  const listen = (event: ErrorEvent | PromiseRejectionEvent) =>
    thrown.push('message' in event ? event.message : String(event.reason));
  beforeEach(() => {
    thrown = [];
    addEventListener('error', listen);
    addEventListener('unhandledrejection', listen);
  });
  afterEach(() => {
    removeEventListener('error', listen);
    removeEventListener('unhandledrejection', listen);
  });

  for (const tag of tags) {
    it(`${tag} that cannot render shows its fallback, says so, and throws nothing`, async () => {
      const errors: Event[] = [];
      const onError = (event: Event) => errors.push(event);
      document.addEventListener('havn-error', onError);
      const { result: element, warnings } = await showBroken(`<${opening(tag)}>${rosa.pasted}</${tag}>`);
      document.removeEventListener('havn-error', onError);
      expect(thrown).to.deep.equal([]);
      expect(errors).to.have.length(1);
      expect(errors[0]?.target).to.equal(element);
      expect(errors[0]?.composed).to.equal(true);
      expect(warnings.join()).to.contain(tag).and.to.contain('broken by the test');
      const link = element.querySelector('a')?.getBoundingClientRect();
      expect(link?.width).to.be.greaterThan(8);
      expect(link?.height).to.be.greaterThan(8);
    });

    it(`${tag} without a fallback shows its bare links`, async () => {
      const { result: element } = await showBroken(`<${opening(tag)}></${tag}>`);
      expect(hrefs(element.shadowRoot)).to.deep.equal(bareLinks(tag));
      for (const { textContent, rel } of all(element.shadowRoot, 'a')) {
        expect(textContent).to.match(new RegExp(`${rosa.pattern.source}|112|Leave this page`));
        expect(rel).to.equal('noreferrer');
      }
    });

    it(`${tag} without any words to see inside it shows its bare links`, async () => {
      for (const unseen of [
        '<script type="application/json">{"services": []}</script>',
        `<style>p { color: red }</style><template><p>${rosa.shown}</p></template>`,
        `<div><p hidden>${rosa.shown}</p><noscript>${rosa.shown}</noscript></div>`,
      ]) {
        const { result: element } = await showBroken(`<${opening(tag)}>${unseen}</${tag}>`);
        expect(hrefs(element.shadowRoot), unseen).to.deep.equal(bareLinks(tag));
        expect(find(element.shadowRoot, 'a').getBoundingClientRect().height).to.be.greaterThan(8);
      }
    });

    it(`${tag} that fails leaves the others alone`, async () => {
      await showBroken(`<${opening(tag)}></${tag}>`);
      const next = await show(`<${opening(tag)}></${tag}>`);
      expect(part(next, 'base').isConnected).to.equal(true);
    });
  }

  it('a fallback is seen in a form whose fields are called as what is asked of it', async () => {
    const { result: banner } = await showBroken(
      `<havn-hotline-banner><form><input name="childNodes"><input name="firstChild"><input name="matches">${fallback}</form></havn-hotline-banner>`,
    );
    expect(thrown).to.deep.equal([]);
    expect(heightOfFallback(banner)).to.be.greaterThan(8);
  });

  it('a change after a failure throws nothing and moves nothing', async () => {
    const { result: banner } = await showBroken(`<havn-hotline-banner>${fallback}</havn-hotline-banner>`);
    banner.layout = 'card';
    banner.lang = 'nb';
    banner.remove();
    main.append(banner);
    await settled();
    expect(thrown).to.deep.equal([]);
    expect(heightOfFallback(banner)).to.be.greaterThan(8);
  });

  it('a console that throws is nobody’s problem', async () => {
    await replacing(console, 'warn', throwing, async () => {
      const banner = await show('<havn-hotline-banner layout="x"></havn-hotline-banner>');
      expect(text(banner)).to.contain(rosa.shown);
    });
    expect(thrown).to.deep.equal([]);
  });
});
