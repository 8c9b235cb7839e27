import { clear, expect, part, parts, show, text, textOf } from './helpers.js';

const { facts } = await fetch('/facts.json').then(answer => answer.json());
const tag = 'havn-return-guide';

/** How each fact reads whose home is the guide. */
const patterns = {
  en: {
    'return.offered':
      /UDI offers help to return and settle again to people who are presumed to be victims of human trafficking\. IOM Norway .* vulnerable migrants/,
    'return.varp-who':
      /\(VARP\), run by IOM, is for asylum seekers and for migrants who have no legal stay in Norway\. Victims of human trafficking among them/,
    'return.financed': /UDI pays for the programme/,
    'return.tailored': /fitted to what you need, and is prepared in close contact with you/,
    'return.udi-first': /only after UDI has approved/,
    'return.travel': /from where you are to where you are going/,
    'return.reintegration': /You may get help to settle: in cash or in kind/,
    'return.airport': /IOM arranges the journey and helps you at the airport/,
  },
};

describe('return guide', () => {
  afterEach(clear);

  const home = facts.filter(fact => fact.home.split(', ').includes(tag));

  it('knows a pattern for each fact whose home it is', () => {
    for (const language of Object.values(patterns))
      expect(Object.keys(language).sort()).to.include.members(home.map(({ id }) => id).sort());
  });

  for (const { id } of home)
    for (const [lang, pattern] of Object.entries(patterns))
      it(`${id} is shown in ${lang}`, async () => {
        expect(text(await show(`<${tag} lang="${lang}"></${tag}>`))).to.match(pattern[id]);
      });

  it('sends whoever holds a permit to a human: ROSA and UDI, before the steps', async () => {
    const guide = await show(`<${tag}></${tag}>`);
    const ask = part(guide, 'ask');
    expect(textOf(ask))
      .to.match(/reflection period or another permit to stay/)
      .and.to.match(/we do not know whether you may use the programme/);
    expect([...ask.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
      'tel:+4722331160',
      'tel:+4723351600',
    ]);
    const first = parts(guide, 'step')[0];
    expect(ask.compareDocumentPosition(first)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('is an ordered list in which UDI approves before IOM arranges', async () => {
    const steps = parts(await show(`<${tag}></${tag}>`), 'step');
    expect(steps[0].parentElement.localName).to.equal('ol');
    const order = ['UDI approves first', 'The journey', 'At the airport', 'At home again'].map(name =>
      steps.findIndex(step => textOf(step).startsWith(name)),
    );
    expect(order).to.deep.equal([...order].sort());
    expect(order[0]).to.be.greaterThan(-1);
  });

  it('a return is never urged, nor promised', async () => {
    expect(text(await show(`<${tag}></${tag}>`))).not.to.match(/\b(must|have to|will get|have a right)\b/i);
    expect(textOf(part(await show(`<${tag}></${tag}>`), 'title'))).to.match(/^If you want/);
  });
});
