import { rosa } from '../rosa.js';
import { expect, parentOf, show } from './helpers.js';
import { hrefs, part, parts, text, textOf } from './on-screen.js';

const tag = 'havn-return-guide';

describe('return guide', () => {
  it('sends whoever holds a permit to a human: ROSA and UDI, before the steps', async () => {
    const guide = await show(`<${tag}></${tag}>`);
    const ask = part(guide, 'ask');
    expect(textOf(ask))
      .to.match(/right to stay.*reflection period or another residence permit/)
      .and.to.match(/ask ROSA or UDI first.*does not say/);
    expect(hrefs(ask)).to.deep.equal([rosa.href, 'tel:+4723351600']);
    const first = parts(guide, 'step')[0];
    expect(ask.compareDocumentPosition(first)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('is an ordered list in which UDI approves before IOM arranges', async () => {
    const steps = parts(await show(`<${tag}></${tag}>`), 'step');
    expect(parentOf(steps[0]).localName).to.equal('ol');
    const order = [/^UDI\b.*approve/, /^The journey/, /^At the airport/, /^After you arrive/].map(name =>
      steps.findIndex(step => name.test(textOf(step))),
    );
    expect(order).to.deep.equal([...order].sort());
    expect(order[0]).to.be.greaterThan(-1);
  });

  it('a return is never urged, nor promised', async () => {
    expect(text(await show(`<${tag}></${tag}>`))).not.to.match(/\b(must|have to|will get|have a right)\b/i);
    expect(textOf(part(await show(`<${tag}></${tag}>`), 'title'))).to.match(/^If you want/);
  });
});
