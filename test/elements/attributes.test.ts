import type { HavnElement } from '../../src/index.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';
import { declared } from './every-element.js';
import { expect, hostileCases, parentOf, settled, show } from './helpers.js';
import { warningsOf } from './host.js';
import { all, find, part, parts, text, textOf } from './on-screen.js';
import { click } from './reader.js';

const cases = await hostileCases<{ element: string; attribute: string; value: string }>('attribute');
const propertyOf = (attribute: string) =>
  attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** Whether a case is about a defined element and one of its attributes, or about an attribute that it must ignore. */
function isOurs({ payload: { element, attribute }, expect }: (typeof cases)[number]) {
  const type = customElements.get(element);
  return type && (expect === 'ignored' || propertyOf(attribute) in type.prototype);
}

const cards = (finder: Element) => parts(finder, 'card').length;

describe('attributes', () => {
  it('are those of the manifest, with its words and defaults', () => {
    for (const { tagName, attributes } of declared) {
      const { attributeTypes } = customElements.get(tagName) as unknown as typeof HavnElement;
      expect(attributes.map(({ fieldName }) => fieldName).sort(), tagName).to.deep.equal(
        Object.keys(attributeTypes).sort(),
      );
      for (const { name, fieldName, type, default: byDefault } of attributes) {
        const { allowed, fallback } = sure(attributeTypes[fieldName]);
        if (type.text.startsWith('"'))
          expect(allowed, name).to.equal(type.text.replaceAll('"', '').replaceAll(' | ', ', '));
        expect(String(fallback), name).to.equal(byDefault ?? (type.text === 'number' ? '0' : ''));
      }
    }
  });

  const unreadable: [tag: string, attribute: string, values: string[]][] = [
    [
      'havn-hotline-banner',
      'layout',
      ['sidebar', '"><img src=x onerror=alert(1)>', 'bar'.repeat(5000), 'toString', 'bar\u0000', '\ud800'],
    ],
    [
      'havn-hotline-banner',
      'exit-href',
      [
        'javascript:alert(1)',
        '/',
        'data:text/html,x',
        '//yr.no',
        'https://a@b.no/',
        '\thttps://www.nrk.no/',
        'https://www.nrk.no/\n',
        'https://www.nrk.no/\u00a0',
        '\ufeffhttps://www.nrk.no/',
      ],
    ],
    ['havn-service-finder', 'src', ['\nown.json', 'own.json\u3000', '\thttps://a.example/own.json']],
    ['havn-service-finder', 'need', ['unicorns', '__proto__', 'constructor', '<svg/onload=alert(1)>']],
    ['havn-service-finder', 'area', ['mars', 'hasOwnProperty']],
    ['havn-service-finder', 'audience', ['victim', 'PROFESS\u0130ONAL']],
    ['havn-service-finder', 'page-size', ['0', '-1', '1e9', '10px', '10.5', '51', '1000000', '\u0661', '+5']],
    ['havn-entitlements-list', 'audience', ['police']],
    ['havn-quick-exit', 'href', ['javascript:alert(1)']],
    ['havn-pathway', 'step', ['8', '0', '-1', '1.5', 'return', '\u0661']],
    ['havn-referral-guide', 'profession', ['astronaut']],
    ['havn-contact-directory', 'need', ['unicorns', '__proto__', '<svg/onload=alert(1)>', '\ud800']],
    ['havn-contact-directory', 'audience', ['victim', 'PROFESS\u0130ONAL']],
    [
      'havn-service-card',
      'service',
      ['ROSA helpline', '__proto__', '"><img src=x onerror=alert(1)>', 'rosa-helpline-'.repeat(999)],
    ],
  ];
  for (const [tag, attribute, values] of unreadable) {
    for (const value of values) {
      it(`${tag} ${attribute}=${JSON.stringify(value).slice(0, 30)} is as without, with one warning`, async () => {
        const plain = text(await show(`<${tag} exit></${tag}>`));
        const element = await show(`<${tag} exit></${tag}>`);
        const warnings = await warningsOf(() => element.setAttribute(attribute, value));
        // Only on the webmaster's own machine (localhost), a card also suggests the nearest id.
        for (const hint of parts(element, 'hint')) hint.remove();
        expect(text(element)).to.equal(plain);
        expect(warnings).to.have.length(1);
        expect(warnings[0])
          .to.contain(tag)
          .and.to.contain(attribute)
          .and.to.match(/Allowed: \S/);
        if (value.length > 4) expect(warnings[0]).not.to.contain(value);
      });
    }
  }

  for (const { id, payload, expect: expected, note } of cases.filter(isOurs))
    it(`${id}: ${note}`, async () => {
      const { element: tag, attribute, value } = payload;
      const others = attribute === 'exit' ? '' : ' exit';
      const plain = await show(`<${tag}${others}></${tag}>`);
      // As the parser has it: with its attributes before it is on the page. No HTML can hold each value.
      const element = plain.cloneNode() as typeof plain;
      const warnings = await warningsOf(() => {
        element.setAttribute(attribute, value);
        parentOf(plain).append(element);
      });
      // A warning about an address that does not answer, or about a card without a service, is not about the attribute.
      const own = warnings.filter(warning => !/could not be read|needs its "service"/.test(warning));
      expect(own).to.have.length(expected === 'default' ? 1 : 0);
      const live = await show(`<${tag}${others}></${tag}>`);
      live.setAttribute(attribute, value);
      await settled();
      for (const shown of [element, live])
        if (expected.startsWith('value:'))
          expect(String(Reflect.get(shown, propertyOf(attribute)))).to.equal(expected.slice('value:'.length));
        else expect(text(shown)).to.equal(text(plain));
    });

  it('names the allowed values in the warning', async () => {
    const banner = await show('<havn-hotline-banner></havn-hotline-banner>');
    const [warning] = await warningsOf(() => banner.setAttribute('layout', 'x'));
    expect(warning).to.contain('bar, card');
  });

  for (const value of ['', ' ', '\n\t']) {
    it(`an empty value (${JSON.stringify(value)}) is not set, and needs no warning`, async () => {
      const finder = await show('<havn-service-finder></havn-service-finder>');
      const warnings = await warningsOf(() => {
        for (const name of ['need', 'area', 'audience', 'page-size']) finder.setAttribute(name, value);
      });
      expect(warnings).to.deep.equal([]);
      expect(cards(finder)).to.be.greaterThan(15);
    });
  }

  it('white space around and ASCII case do not matter', async () => {
    const banner = await show('<havn-hotline-banner layout=" CARD "></havn-hotline-banner>');
    expect(banner.layout).to.equal('card');
    expect(part(banner, 'base').className).to.contain('card');
  });

  it('is live', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    await warningsOf(() => finder.setAttribute('page-size', '2'));
    expect(cards(finder)).to.equal(2);
    await warningsOf(() => finder.removeAttribute('page-size'));
    expect(cards(finder)).to.be.greaterThan(15);
  });

  it('takes properties of any kind without throwing', async () => {
    const banner = await show('<havn-hotline-banner></havn-hotline-banner>');
    const warnings = await warningsOf(() => {
      for (const value of [
        Symbol('x'),
        undefined,
        null,
        {},
        [],
        () => {},
        Object.create(null),
        0n,
        Number.NaN,
      ]) {
        Object.assign(banner, { layout: value, exit: value, exitHref: value });
      }
    });
    expect(banner.layout).to.equal('bar');
    expect(warnings.length).to.be.greaterThan(0);
    expect(text(banner)).to.contain(rosa.shown);
  });

  it('mirrors properties and attributes', async () => {
    const banner = await show('<havn-hotline-banner></havn-hotline-banner>');
    banner.exit = true;
    banner.exitHref = 'https://www.nrk.no/';
    expect(banner.hasAttribute('exit')).to.equal(true);
    expect(banner.getAttribute('exit-href')).to.equal('https://www.nrk.no/');
    await warningsOf(() => {});
    expect(part(banner, 'exit').href).to.equal('https://www.nrk.no/');
    banner.exit = false;
    await warningsOf(() => {});
    expect(parts(banner, 'exit')).to.have.length(0);
  });

  it('the exit is off unless asked for, a real link without referrer, to yr.no', async () => {
    expect(parts(await show('<havn-hotline-banner></havn-hotline-banner>'), 'exit')).to.have.length(0);
    const exit = part(await show('<havn-hotline-banner exit="false"></havn-hotline-banner>'), 'exit');
    expect(exit.href).to.equal('https://www.yr.no/');
    expect(exit.rel).to.contain('noreferrer');
  });

  it('the exit leads away: to no address of this page', async () => {
    for (const address of [location.href, `${location.href.split('#')[0]}#top`]) {
      const exit = part(
        await show(`<havn-hotline-banner exit exit-href="${address}"></havn-hotline-banner>`),
        'exit',
      );
      expect(exit.href).to.equal('https://www.yr.no/');
    }
  });

  it('need and area choose at first, and the reader may choose otherwise', async () => {
    const finder = await show('<havn-service-finder need="return" area="oslo"></havn-service-finder>');
    const chosen = '[part=need][aria-pressed=true]';
    const pressed = () => all(finder, chosen).map(textOf);
    expect(pressed()).to.deep.equal(['Going back to your country']);
    expect(find(finder, 'select', 1).value).to.equal('oslo');
    await click(find(finder, chosen));
    expect(pressed()).to.deep.equal([]);
    await warningsOf(() => finder.setAttribute('need', 'money'));
    expect(pressed()).to.deep.equal(['Money']);
  });

  it('open opens all entitlements, and its absence closes them', async () => {
    const list = await show('<havn-entitlements-list open></havn-entitlements-list>');
    const open = () => parts(list, 'entitlement').map(details => details.open);
    expect(open()).to.deep.equal(Array(8).fill(true));
    await warningsOf(() => list.removeAttribute('open'));
    expect(open()).to.deep.equal(Array(8).fill(false));
  });

  it('audience decides whom the entitlements speak to', async () => {
    expect(text(await show('<havn-entitlements-list></havn-entitlements-list>'))).to.contain(
      'What you may be entitled to',
    );
    const list = await show('<havn-entitlements-list audience="professional"></havn-entitlements-list>');
    expect(text(list)).to.contain('What a presumed victim may be entitled to');
  });
});
