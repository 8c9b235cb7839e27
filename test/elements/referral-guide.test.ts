import { rosa } from '../rosa.js';
import { expect, settled, show } from './helpers.js';
import { replacing } from './host.js';
import { active, find, part, parts, textOf } from './on-screen.js';
import { choose, keys } from './reader.js';

const tag = 'havn-referral-guide';

const professions = ['police', 'immigration', 'social-services', 'child-welfare', 'health', 'ngo', 'other'];
/** Text without the numbers of its sources. */
const unmarked = (text: string) => text.replace(/( \[\d\])+$/, '');
const own = (guide: Element) => parts(guide, 'own').map(textOf).join();

describe('referral guide', () => {
  it('without a profession it asks, and shows all that holds for everyone', async () => {
    const guide = await show(`<${tag}></${tag}>`);
    expect(parts(guide, 'own')).to.have.length(0);
    expect([...part(guide, 'select').selectedOptions].map(textOf)).to.deep.equal(['Choose your profession']);
    expect(part(guide, 'select').options).to.have.length(professions.length + 1);
    expect(parts(guide, 'step')).to.have.length(4);
  });

  it('goes in the order in which it is needed: signs, what to say, what to do, rights, whom to ask, what not to do, the duty', async () => {
    const guide = await show(`<${tag} profession="health"></${tag}>`);
    const headings = [...(guide.shadowRoot?.querySelectorAll('.panel > .work h3') ?? [])]
      .filter(heading => !heading.closest('.card'))
      .map(textOf);
    expect(headings).to.deep.equal([
      'Signs',
      'What to say first',
      'What to do',
      'What the person may be entitled to',
      'Whom to refer to for what',
      'What not to do',
      'What is expected of you',
      'Who is responsible',
    ]);
    expect(textOf(part(guide, 'base'))).to.contain('The source does not list signs');
    expect(textOf(part(guide, 'step'))).to.contain('112');
    expect(textOf(find(guide, '.duty'))).to.match(/In principle.*statutory duty/);
  });

  it('says whose advice it is where the source has none, and promises nothing that the source does not', async () => {
    const guide = await show(`<${tag}></${tag}>`);
    const section = (name: string) => textOf(find(guide, `section.${name}`));
    for (const name of ['say', 'avoid']) expect(section(name)).to.contain('Our advice');
    for (const name of ['signs', 'duty', 'responsible']) expect(section(name)).to.not.contain('Our advice');
    expect(section('entitled')).to.match(
      /^What the person may be entitled to.*If the authorities have identified/s,
    );
    expect(section('entitled')).to.match(/at least three hours.*after a risk assessment.*that is needed/s);
    expect(section('avoid')).to.match(/residence permit.*may be granted.*IOM may help.*only after UDI/s);
    expect(section('signs')).to.match(/In principle, grounds for concern are enough/);
    expect(section('say')).to.match(/will be offered access to help and protection/);
  });

  it('sends nobody for a test or for counselling to who does not say that they have it', async () => {
    const guide = await show(`<${tag}></${tag}>`);
    const row = (word: RegExp) =>
      parts(guide, 'referral')
        .map(textOf)
        .filter(text => word.test(text))
        .join();
    expect(row(/STD/)).to.contain('PRO Senteret');
    expect(row(/STD/)).to.not.contain('Nadheim');
    expect(row(/sell sex or have sold/)).to.contain('Nadheim');
  });

  it('tells no profession to ask itself', async () => {
    const guide = await show(`<${tag}></${tag}>`);
    const needs = async (profession: string) => {
      guide.setAttribute('profession', profession);
      await settled();
      return parts(guide, 'referral').map(row => unmarked(textOf(find(row, 'th'))));
    };
    const all = await needs('other');
    for (const [profession, own] of Object.entries({
      police: ['Investigation', 'Application for a reflection period, in person'],
      immigration: ['Permits and asylum'],
      'child-welfare': ['A child'],
      health: ['Medical care'],
      // That the source names nobody outside Oslo is what they have to know: it may be their office that is asked.
      'social-services': [],
      ngo: [],
    })) {
      const left = await needs(profession);
      expect(
        all.filter(need => !left.includes(need)),
        profession,
      ).to.deep.equal(own);
    }
  });

  it('does not forbid the police what they do themselves: to take applications in', async () => {
    const avoid = async (profession: string) =>
      textOf(find(await show(`<${tag} profession="${profession}"></${tag}>`), 'section.avoid'));
    for (const profession of professions)
      if (profession !== 'police')
        expect(await avoid(profession), profession).to.match(/to the police in person/);
    expect(await avoid('police')).to.not.match(/in person/);
    expect(await avoid('police')).to.contain('KOM');
  });

  it('names the general number for shelter and outreach, with whose it is', async () => {
    const guide = await show(`<${tag} profession="ngo"></${tag}>`);
    const row = parts(guide, 'referral')
      .map(textOf)
      .find(text => text.includes('outreach'));
    expect(row).to.contain('Salvation Army').and.to.contain('22 99 85 00');
  });

  it('follows its attribute, live, and what the reader chooses stands until it changes', async () => {
    const guide = await show(`<${tag}></${tag}>`);
    const texts: string[] = [];
    for (const profession of professions) {
      guide.setAttribute('profession', profession);
      await settled();
      expect(part(guide, 'select').value).to.equal(profession);
      texts.push(own(guide));
    }
    expect(new Set(texts).size).to.equal(professions.length);
    const select = part(guide, 'select');
    await choose(select, 'health');
    expect(own(guide)).to.match(/may be entitled to the medical help/);
    expect(guide.getAttribute('profession')).to.equal('other');
    guide.profession = 'ngo';
    await settled();
    expect(select.value).to.equal('ngo');
    expect(own(guide)).to.match(/^NGOs/);
  });

  it('shows the profession that the page sets, whatever a reader has chosen before', async () => {
    const guide = await show(`<${tag}></${tag}>`);
    const select = part(guide, 'select');
    for (const value of ['health', 'ngo']) await choose(select, value);
    guide.setAttribute('profession', 'health');
    await settled();
    expect(select.value).to.equal('health');
  });

  it('each need in the table names whom to ask, with a number', async () => {
    const rows = parts(await show(`<${tag}></${tag}>`), 'referral');
    expect(rows.length).to.be.greaterThan(10);
    for (const row of rows) {
      expect(find(row, 'th').scope).to.equal('row');
      expect(row.querySelector('a[href^="tel:"]'), textOf(row)).not.to.equal(null);
    }
    const row = (need: string) => rows.map(textOf).find(words => words.startsWith(need));
    expect(row('A child')).to.contain('Child welfare services');
    expect(row('Medical care')).to.contain('Health services').and.not.to.contain('PRO');
    expect(row('Application for a reflection period, in person'))
      .to.contain('02800')
      .and.not.to.contain('UDI');
    expect(row('A safe place for a man')).to.contain(rosa.shown).and.not.to.contain('22 99 85 00');
  });

  it('says behind each statement in which section of the source it stands, by a number that the fold explains', async () => {
    const read = (file: string) => fetch(`/data/${file}`).then(answer => answer.json());
    const [{ statements, professions: trades, steps, referrals }, [document]] = await Promise.all([
      read('guidance/referral.json'),
      read('sources.json'),
    ]);
    const guide = await show(`<${tag} lang="en"></${tag}>`);
    const fold = find(guide, '.panel > .source');
    const named = new Map(
      [...textOf(fold).matchAll(/\[(\d)\] (.+?)(?= · \[|Taken from)/g)].map(([, number, title]) => [
        number,
        title,
      ]),
    );
    expect([...named.keys()]).to.deep.equal(['1', '2', '3', '4', '5', '6', '7']);
    expect(textOf(fold)).to.contain(document.title);
    const titleOf = (id: string) =>
      document.sections.find((section: { id: string }) => section.id === id).title;
    /** The text on screen must be followed by the numbers of its sections, and nothing else. */
    const isMarked = (
      shown: string[],
      text: string,
      { section, also = [] }: { section: string; also?: string[] },
    ) => {
      const marked = shown.find(words => unmarked(words) === text) ?? '';
      const numbers = [...marked.slice(text.length).matchAll(/\[(\d)\]/g)].map(([, number]) =>
        named.get(number),
      );
      expect(numbers, text).to.have.members([section, ...also].map(titleOf));
    };
    const shown = ['.work li', '.work p', '.name', 'th'].flatMap(selector =>
      [...(guide.shadowRoot?.querySelectorAll(selector) ?? [])].map(textOf),
    );
    for (const { text, x_source } of statements) isMarked(shown, text, x_source);
    for (const { name, x_source } of [...steps, ...referrals]) isMarked(shown, name, x_source);
    for (const { id, description, x_source } of trades) {
      guide.setAttribute('profession', id);
      await settled();
      isMarked([own(guide)], description, x_source);
    }
  });

  it('KOM is offered for methods and coordination, never for a case', async () => {
    const guide = await show(`<${tag}></${tag}>`);
    for (const row of parts(guide, 'referral').filter(row => textOf(row).includes('KOM')))
      expect(textOf(row)).to.contain('no individual cases');
    expect(parts(guide, 'card').map(card => textOf(find(card, 'h3')))).to.deep.equal([
      'KOM (national point of contact)',
    ]);
  });

  it('is worked with keys alone', async () => {
    const guide = await show(`<${tag}></${tag}>`);
    let printed = 0;
    await replacing(
      window,
      'print',
      // A bound function looks native. With a print() that does not, the element would print through a frame instead.
      (() => printed++).bind(window),
      async () => {
        await keys('Tab', 'Tab', 'Tab', 'ArrowDown');
        expect(own(guide)).to.match(/^The police/);
        await keys('Tab');
        expect(active(guide)).to.equal(part(guide, 'print'));
        await keys('Enter');
        expect(printed).to.equal(1);
      },
    );
    dispatchEvent(new Event('afterprint'));
    expect(guide.hasAttribute('data-havn-print')).to.equal(false);
  });

  it('keeps the profession when the language changes', async () => {
    const guide = await show(`<${tag} lang="en"></${tag}>`);
    await choose(part(guide, 'select'), 'police');
    guide.lang = 'nb';
    await settled();
    expect(own(guide)).to.match(/^Politiet/);
    expect(part(guide, 'select').value).to.equal('police');
  });
});
