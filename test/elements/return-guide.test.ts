import type { Source } from '../../src/directory/types.js';
import { marksOf } from '../../src/views/source.view.js';
import { rosa } from '../rosa.js';
import { expect, show } from './helpers.js';
import { find, hrefs, part, parts, text, textOf } from './on-screen.js';

const tag = 'havn-return-guide';

describe('return guide', () => {
  it('sends whoever holds a permit to a human: ROSA and UDI, before the steps', async () => {
    const guide = await show(`<${tag}></${tag}>`);
    const ask = part(guide, 'ask');
    expect(textOf(ask))
      .to.match(/right to stay.*reflection period or another residence permit/)
      .and.to.match(/ask ROSA or UDI first.*does not say/);
    expect(hrefs(ask)).to.deep.equal([rosa.href, 'tel:+4723351600']);
    const first = part(guide, 'step');
    expect(ask.compareDocumentPosition(first)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('is an ordered list in which UDI approves before IOM arranges', async () => {
    const steps = parts(await show(`<${tag}></${tag}>`), 'step');
    expect(steps[0]?.parentElement?.localName).to.equal('ol');
    const order = [/^UDI\b.*approve/, /^The journey/, /^At the airport/, /^After you arrive/].map(name =>
      steps.findIndex(step => name.test(textOf(step))),
    );
    expect(order).to.deep.equal([...order].sort());
    expect(order[0]).to.be.greaterThan(-1);
  });

  it('names the section of the source once, where all that it says stands in it, and else behind each statement', async () => {
    const read = (file: string) => fetch(`/data/${file}`).then(answer => answer.json());
    const [{ statements, steps }, [{ title, sections }]] = await Promise.all([
      read('guidance/return.json'),
      read('sources.json'),
    ]);
    const cited: Source[] = [...statements, ...steps].map(({ x_source }) => x_source);
    expect(new Set(cited.map(({ section }) => section))).to.deep.equal(new Set(['return']));
    const guide = await show(`<${tag} lang="en"></${tag}>`);
    const fold = textOf(find(guide, '.source'));
    expect(fold).to.contain(title);
    expect(fold).to.contain(sections.find(({ id }: { id: string }) => id === 'return').title);
    expect(text(guide)).to.not.match(/\[\d\]/);

    const source = (section: string, ...also: string[]): Source => ({
      document: 'norway-assistance',
      section,
      also,
    });
    const markOf = marksOf([source('return'), source('permits', 'contacts')]);
    expect([source('permits'), source('return'), source('return', 'contacts')].map(markOf)).to.deep.equal([
      '\u00a0[1]',
      '\u00a0[2]',
      '\u00a0[2]\u00a0[3]',
    ]);
    expect(marksOf([source('return')])(source('return'))).to.equal('');
  });

  it('a return is never urged, nor promised', async () => {
    expect(text(await show(`<${tag}></${tag}>`))).not.to.match(/\b(must|have to|will get|have a right)\b/i);
    expect(textOf(part(await show(`<${tag}></${tag}>`), 'title'))).to.match(/^If you want/);
  });
});
