import { isTrial } from '../../src/elements/service-card/trial.js';
import { rosa } from '../rosa.js';
import { expect, main, settled, show } from './helpers.js';
import { heard, setClock, warningsOf } from './host.js';
import { active, all, find, heightOfFallback, hrefs, part, parts, text, textOf } from './on-screen.js';

const fallback = rosa.pasted;
const card = (attributes = '', content = fallback) =>
  show(`<havn-service-card ${attributes}>${content}</havn-service-card>`);
const seesFallback = (element: Element) => (heightOfFallback(element) ?? 0) > 8;

function wordsBesideNumbers(root: Element) {
  const copy = document.importNode(root, true);
  for (const contact of all(copy, '.contacts')) contact.remove();
  return textOf(copy);
}

describe('service card', () => {
  for (const lang of ['en', 'nb', 'nn'])
    it(`shows all that the finder shows of a service, in ${lang}`, async () => {
      // A service that opens between the two would read otherwise.
      setClock('2027-01-13T10:00:00Z');
      const finder = await show(
        `<havn-service-finder lang="${lang}" audience="professional"></havn-service-finder>`,
      );
      for (const item of parts(finder, 'card')) {
        const element = await card(`service="${item.dataset.service}" lang="${lang}"`);
        // In the finder, the number is before the text. The rest is the same, in the same order.
        expect(
          wordsBesideNumbers(part(element, 'base')).startsWith(wordsBesideNumbers(item)),
          item.dataset.service,
        ).to.equal(true);
        for (const contact of item.querySelectorAll('.contacts'))
          expect(text(element), item.dataset.service).to.contain(textOf(contact));
        expect(text(element)).to.contain(rosa.shown);
        expect(part(element, 'base').lang).to.equal(lang);
        element.remove();
      }
    });

  it('a safe house has no number, address or website of its own', async () => {
    for (const id of ['lauras-hus', 'salvation-army-safe-house', 'marita-safe-house']) {
      const element = await card(`service="${id}"`);
      expect(hrefs(element)).to.deep.equal([rosa.href]);
      expect(text(element)).to.contain('The address is not shown here.');
    }
  });

  it('KOM says that it takes no cases, and the helpline stands under it', async () => {
    const element = await card('service="kom-coordination"');
    expect(text(element)).to.contain('KOM takes no individual cases.');
    expect(hrefs(element, 'a[href^="tel:"]')).to.deep.equal(['tel:+4747451500', rosa.href]);
  });

  it('keeps its fallback where the id is unknown, with one warning that names what may stand there', async () => {
    const { result: element, warnings } = await heard(() => card('service="nobody"'));
    expect(seesFallback(element)).to.equal(true);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('havn-service-card').and.to.contain('rosa-helpline, police-emergency');
  });

  for (const [short, id] of [
    ['kom', 'kom-coordination'],
    ['rosa', 'rosa-helpline'],
    ['IOM', 'iom-varp'],
    ['udi', 'udi-permits'],
    ['caritas', 'caritas-resource-center'],
    ['nadheim', 'nadheim'],
    ['marita', 'marita-safe-house'],
    ['nav', 'nav-oslo-trafficking-support'],
    ['pro', 'pro-senteret-reception'],
  ])
    it(`takes the short name ${short}`, async () => {
      const { result, warnings } = await heard(() =>
        Promise.all([short, id].map(async name => text(await card(`service="${name}"`)))),
      );
      expect(result[0]).to.equal(result[1]);
      expect(warnings).to.deep.equal([]);
    });

  it('tells who tries a page out which id is nearest to one that is not there', async () => {
    for (const [asked, nearest] of [
      ['iom-return', 'iom-varp'],
      ['rosahelpline', 'rosa-helpline'],
      ['kom-coordinaton', 'kom-coordination'],
    ]) {
      const { result: element } = await heard(() => card(`service="${asked}"`));
      expect(textOf(part(element, 'hint')), asked).to.contain(nearest);
      expect(seesFallback(element)).to.equal(true);
    }
    const { result: element } = await heard(() => card('service="<b>"'));
    expect(parts(element, 'hint')).to.have.length(0);
  });

  it('tells it on a file, on this machine and in the builder, and on no other page', () => {
    for (const [address, isTold] of [
      ['file:///C:/Users/kari/havn/page.html', true],
      ['http://localhost:8080/', true],
      ['http://127.0.0.1/', true],
      ['https://kommune.example/havn/builder/preview.html', true],
      ['https://kommune.example/havn/page.html', false],
      ['https://localhost.example/', false],
    ] as const)
      expect(isTrial(new URL(address)), address).to.equal(isTold);
  });

  for (const attributes of ['', 'service=""', 'service=" "'])
    it(`keeps its fallback with <havn-service-card ${attributes}>, with one warning`, async () => {
      const { result: element, warnings } = await heard(async () => {
        const element = await card(attributes);
        main.append(element);
        return element;
      });
      expect(seesFallback(element)).to.equal(true);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('havn-service-card').and.to.contain('rosa-helpline, police-emergency');
    });

  it('without a fallback shows the bare numbers', async () => {
    for (const content of ['', ' ']) {
      const element = await card('', content);
      expect(hrefs(element)).to.deep.equal([rosa.href, 'tel:112']);
      expect(element.getBoundingClientRect().height).to.be.greaterThan(20);
    }
  });

  it('keeps the focus on a bare number as time goes on', async () => {
    const element = await card('', '');
    find(element, 'a').focus();
    element.requestUpdate();
    await settled();
    expect(active(element)).to.equal(find(element, 'a'));
  });

  it('shows a fallback that is parsed after the script has run', async () => {
    const element = document.createElement('havn-service-card');
    main.append(element);
    element.innerHTML = fallback;
    await settled();
    expect(seesFallback(element)).to.equal(true);
  });

  it('an attribute that comes after the tag, as frameworks set it, is no reason to warn', async () => {
    const warnings = await warningsOf(async () => {
      const element = document.createElement('havn-service-card');
      main.append(element);
      element.service = 'udi-permits';
      await settled();
      expect(textOf(part(element, 'service-name'))).to.equal('UDI (residence permits)');
    });
    expect(warnings).to.deep.equal([]);
  });

  it('is live: another service, none, and one again', async () => {
    const element = await card('service="nadheim"');
    expect(seesFallback(element)).to.equal(false);
    element.service = 'iom-varp';
    await settled();
    expect(textOf(part(element, 'service-name'))).to.equal('Voluntary return (VARP)');
    element.removeAttribute('service');
    await settled();
    expect(seesFallback(element)).to.equal(true);
    element.setAttribute('service', ' NADHEIM ');
    await settled();
    expect(textOf(part(element, 'service-name'))).to.equal('Nadheim');
    expect(seesFallback(element)).to.equal(false);
  });
});
