import { bareLinks, opening, tags } from './every-element.js';
import { clear, expect, settled, show, text, warningsOf } from './helpers.js';

/** Breaks the rendering of what is created while `action` runs. */
async function broken(action) {
  const { importNode } = Document.prototype;
  Document.prototype.importNode = () => {
    throw new Error('broken by the test');
  };
  try {
    return await action();
  } finally {
    Document.prototype.importNode = importNode;
  }
}

describe('errors', () => {
  let thrown;
  const listen = event => thrown.push(event.message ?? String(event.reason));
  beforeEach(() => {
    thrown = [];
    addEventListener('error', listen);
    addEventListener('unhandledrejection', listen);
  });
  afterEach(() => {
    removeEventListener('error', listen);
    removeEventListener('unhandledrejection', listen);
    clear();
  });

  for (const tag of tags) {
    it(`${tag} that cannot render shows its fallback, says so, and throws nothing`, async () => {
      const errors = [];
      const onError = event => errors.push(event);
      document.addEventListener('havn-error', onError);
      let element;
      const warnings = await warningsOf(() =>
        broken(async () => {
          element = await show(
            `<${opening(tag)}><p>ROSA: <a href="tel:+4722331160">22 33 11 60</a></p></${tag}>`,
          );
        }),
      );
      document.removeEventListener('havn-error', onError);
      expect(thrown).to.deep.equal([]);
      expect(errors).to.have.length(1);
      expect(errors[0].target).to.equal(element);
      expect(errors[0].composed).to.equal(true);
      expect(warnings.join()).to.contain(tag).and.to.contain('broken by the test');
      const link = element.querySelector('a').getBoundingClientRect();
      expect(link.width).to.be.greaterThan(8);
      expect(link.height).to.be.greaterThan(8);
    });

    it(`${tag} without a fallback shows its bare links`, async () => {
      let element;
      await warningsOf(() =>
        broken(async () => {
          element = await show(`<${opening(tag)}></${tag}>`);
        }),
      );
      const links = [...element.shadowRoot.querySelectorAll('a')];
      expect(links.map(({ href }) => href)).to.deep.equal(bareLinks(tag));
      for (const { textContent, rel } of links) {
        expect(textContent).to.match(/22\s33\s11\s60|112|Leave this page/);
        expect(rel).to.equal('noreferrer');
      }
    });

    it(`${tag} without any words to see inside it shows its bare links`, async () => {
      for (const unseen of [
        '<script type="application/json">{"services": []}</script>',
        '<style>p { color: red }</style><template><p>22 33 11 60</p></template>',
        '<div><p hidden>22 33 11 60</p><noscript>22 33 11 60</noscript></div>',
      ]) {
        let element;
        await warningsOf(() =>
          broken(async () => {
            element = await show(`<${opening(tag)}>${unseen}</${tag}>`);
          }),
        );
        const links = [...element.shadowRoot.querySelectorAll('a')];
        expect(
          links.map(({ href }) => href),
          unseen,
        ).to.deep.equal(bareLinks(tag));
        expect(links[0].getBoundingClientRect().height).to.be.greaterThan(8);
      }
    });

    it(`${tag} that fails leaves the others alone`, async () => {
      await warningsOf(() => broken(() => show(`<${opening(tag)}></${tag}>`)));
      const next = await show(`<${opening(tag)}></${tag}>`);
      expect(next.shadowRoot.querySelector('[part=base]')).not.to.equal(null);
    });

    it(`${tag} keeps its fallback where no shadow root can be had`, async () => {
      const { attachShadow } = Element.prototype;
      let element;
      await warningsOf(async () => {
        Element.prototype.attachShadow = () => {
          throw new Error('no');
        };
        try {
          element = await show(`<${opening(tag)}><p>22 33 11 60</p></${tag}>`);
        } finally {
          Element.prototype.attachShadow = attachShadow;
        }
      });
      expect(thrown).to.deep.equal([]);
      expect(element.querySelector('p').getBoundingClientRect().height).to.be.greaterThan(8);
    });
  }

  it('a fallback is seen in a form whose fields are called as what is asked of it', async () => {
    let banner;
    await warningsOf(() =>
      broken(async () => {
        banner = await show(
          '<havn-hotline-banner><form><input name="childNodes"><input name="firstChild"><input name="matches"><p>22 33 11 60</p></form></havn-hotline-banner>',
        );
      }),
    );
    expect(thrown).to.deep.equal([]);
    expect(banner.querySelector('p').getBoundingClientRect().height).to.be.greaterThan(8);
  });

  it('a change after a failure throws nothing and moves nothing', async () => {
    let banner;
    await warningsOf(() =>
      broken(async () => {
        banner = await show('<havn-hotline-banner><p>22 33 11 60</p></havn-hotline-banner>');
      }),
    );
    banner.layout = 'card';
    banner.lang = 'nb';
    banner.remove();
    document.querySelector('main').append(banner);
    await settled();
    expect(thrown).to.deep.equal([]);
    expect(banner.querySelector('p').getBoundingClientRect().height).to.be.greaterThan(8);
  });

  it('a console that throws is nobody’s problem', async () => {
    const { warn } = console;
    console.warn = () => {
      throw new Error('log');
    };
    try {
      const banner = await show('<havn-hotline-banner layout="x"></havn-hotline-banner>');
      expect(text(banner)).to.contain('22 33 11 60');
    } finally {
      console.warn = warn;
    }
    expect(thrown).to.deep.equal([]);
  });
});
