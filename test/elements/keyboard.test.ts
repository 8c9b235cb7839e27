import { sendKeys } from '@web/test-runner-commands';
import { rosa } from '../rosa.js';
import { clear, expect, settled, show } from './helpers.js';
import { active, all, cardNames, find, focused, part, parts, textOf } from './on-screen.js';
import { keys } from './reader.js';

describe('keyboard', () => {
  it('goes through the banner in the order of its meaning', async () => {
    const banner = await show('<havn-hotline-banner exit></havn-hotline-banner>');
    const order = [];
    for (let step = 0; step < 3; step++) {
      await keys('Tab');
      order.push(active(banner)?.getAttribute('part'));
    }
    expect(order).to.deep.equal(['call', 'emergency', 'exit']);
  });

  it('the focus is seen: three pixels, away from the edge', async () => {
    const banner = await show('<havn-hotline-banner></havn-hotline-banner>');
    await keys('Tab');
    const { outlineWidth, outlineStyle, outlineOffset } = getComputedStyle(part(banner, 'call'));
    expect([outlineWidth, outlineStyle, outlineOffset]).to.deep.equal(['3px', 'solid', '2px']);
  });

  it('types into the search, tabs to the needs and chooses one with the space bar', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    await keys('Tab');
    expect(active(finder)?.localName).to.equal('input');
    await sendKeys({ type: 'oslo' });
    await settled();
    const inOslo = cardNames(finder);
    expect(inOslo.length).to.be.within(1, 15);
    await keys('Tab', 'Tab', 'Space');
    expect(part(finder, 'need', 1).ariaPressed).to.equal('true');
    expect(cardNames(finder).length).to.be.below(inOslo.length);
    await keys('Enter');
    expect(cardNames(finder)).to.deep.equal(inOslo);
  });

  it('Escape empties the search field', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    await keys('Tab');
    await sendKeys({ type: 'rosa' });
    await keys('Escape');
    expect(find(finder, 'input').value).to.equal('');
    expect(cardNames(finder).length).to.be.greaterThan(20);
  });

  it('Enter in the search field sends no form of the host', async () => {
    const form = await show('<form><havn-service-finder></havn-service-finder></form>');
    let sent = 0;
    form.addEventListener('submit', event => {
      event.preventDefault();
      sent++;
    });
    await keys('Tab');
    await sendKeys({ type: 'rosa' });
    await keys('Enter');
    expect(sent).to.equal(0);
    part(find(form, 'havn-service-finder'), 'need').click();
    expect(sent).to.equal(0);
  });

  it('Enter in the search field leads to the first result, or to whom to call', async () => {
    const address = location.href;
    const entries = history.length;
    const finder = await show('<havn-service-finder></havn-service-finder>');
    await keys('Tab');
    await sendKeys({ type: 'rosa' });
    await keys('Enter');
    await settled();
    expect(focused(finder)).to.equal(cardNames(finder)[0]);
    find(finder, 'input').focus();
    await sendKeys({ type: 'zzzzqqqq' });
    await keys('Enter');
    await settled();
    expect(active(finder)?.getAttribute('href')).to.equal(rosa.href);
    expect([location.href, history.length]).to.deep.equal([address, entries]);
  });

  it('Enter that ends the writing of a word in the search field stays there', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    const field = find(finder, 'input');
    field.focus();
    // The first in most browsers, the second in Safari.
    for (const how of [{ isComposing: true }, { keyCode: 229 }]) {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...how }));
      await settled();
      expect(active(finder)).to.equal(field);
    }
  });

  it('"Show more" and "Clear the search" never lose the focus', async () => {
    const finder = await show('<havn-service-finder page-size="20"></havn-service-finder>');
    part(finder, 'more').focus();
    await keys('Enter');
    expect(focused(finder)).to.equal(cardNames(finder)[20]);
    find(finder, 'input').focus();
    await sendKeys({ type: 'zzzzqqqq' });
    await settled();
    part(finder, 'clear').focus();
    await keys('Enter');
    expect(active(finder)?.localName).to.equal('input');
  });

  it('opens and closes an entitlement and the source of a fact', async () => {
    const list = await show('<havn-entitlements-list></havn-entitlements-list>');
    await keys('Tab');
    expect(active(list)?.getAttribute('part')).to.equal('call');
    await keys('Tab');
    expect(active(list)?.localName).to.equal('summary');
    await keys('Enter');
    expect(part(list, 'entitlement').open).to.equal(true);
    await keys('Space');
    expect(part(list, 'entitlement').open).to.equal(false);
    const finder = await show('<havn-service-finder></havn-service-finder>');
    const source = part(finder, 'source');
    find(source, 'summary').focus();
    await keys('Enter');
    expect(source.open).to.equal(true);
  });

  it('Tab leads from the results that show to the button that shows more, and past it', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder><button>Next</button>');
    const more = part(finder, 'more');
    expect(textOf(more)).to.equal('Show 18 more');
    const last = all(part(finder, 'card', 5), 'a, summary').at(-1);
    last?.focus();
    await keys('Tab');
    expect(active(finder) === more).to.equal(true);
    await keys('Tab');
    expect(document.activeElement?.textContent).to.equal('Next');
    more.focus();
    await keys('Enter');
    expect(focused(finder)).to.equal(cardNames(finder)[6]);
    expect(parts(finder, 'more')).to.have.length(0);
  });

  it('reaches every control, and nothing else', async () => {
    for (const html of [
      '<havn-service-finder page-size="40"></havn-service-finder>',
      '<havn-entitlements-list open></havn-entitlements-list>',
    ]) {
      const element = await show(html);
      const controls = all(element, 'a, button, input, select, summary');
      for (const control of controls) {
        await sendKeys({ press: 'Tab' });
        expect(active(element) === control, control.outerHTML).to.equal(true);
      }
      clear();
    }
  });
});
