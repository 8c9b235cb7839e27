import { rosa } from '../rosa.js';
import { sure } from '../sure.js';
import { aTimeout, expect, parentOf, settled, show } from './helpers.js';
import { active, cardNames, find, focused, hrefs, part, parts, textOf } from './on-screen.js';
import { choose, click as press, type } from './reader.js';

const count = (finder: Element) => textOf(part(finder, 'count'));
/** The first part with that name whose text contains the words. */
const saying = (finder: Element, name: string, words: string) =>
  sure(parts(finder, name).find(({ textContent }) => textContent.includes(words)));
const cardOf = (finder: Element, id: string) => find(finder, `[data-service="${id}"]`);

describe('search', () => {
  it('shows all services at first, the helpline and 112 before the rest', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    const names = cardNames(finder);
    expect(names.slice(0, 2)).to.deep.equal(['ROSA helpline', 'Police emergency number']);
    expect(count(finder)).to.equal(`${names.length} services`);
    expect(names.length).to.be.greaterThan(20);
  });

  it('filters while typing', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    await type(finder, 'lauras');
    expect(cardNames(finder)).to.deep.equal(['Lauras hus']);
    expect(count(finder)).to.equal('1 service');
    await type(finder, '');
    expect(cardNames(finder).length).to.be.greaterThan(20);
  });

  describe('while somebody types', () => {
    const key = (finder: Element, words: string) => {
      const input = find(finder, 'input');
      input.value = words;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      return aTimeout(0);
    };
    const isHidden = (card: Element) => !card.checkVisibility({ visibilityProperty: true });
    const seen = (finder: Element) =>
      parts(finder, 'card').filter(card => !isHidden(card) && !card.matches('.folded'));
    const names = (cards: Element[]) => cards.map(card => textOf(find(card, '[part=service-name]')));

    it('the first services are there at once, and none that was found before', async () => {
      const finder = await show('<havn-service-finder></havn-service-finder>');
      const { height } = finder.getBoundingClientRect();
      await key(finder, 'o');
      const first = names(seen(finder));
      expect(first.length).to.equal(2);
      const all = parts(finder, 'card').length;
      expect(count(finder)).to.equal(`${all} services`);
      await settled();
      expect(names(seen(finder)).slice(0, 2)).to.deep.equal(first);
      expect(seen(finder)).to.have.length(6);
      expect(parts(finder, 'card').some(isHidden)).to.equal(false);
      expect(all).to.be.below(26);
      expect(height).to.be.above(0);
    });

    it('the room of the others is kept until they follow', async () => {
      const finder = await show('<havn-service-finder></havn-service-finder>');
      await type(finder, 'h');
      const before = parts(finder, 'card').length;
      await key(finder, 'he');
      expect(parts(finder, 'card').length).to.equal(Math.min(before, Number.parseInt(count(finder), 10)));
      await key(finder, 'h');
      expect(seen(finder).length).to.equal(2);
    });

    it('who shows more, chooses or clears meanwhile sees all', async () => {
      const finder = await show('<havn-service-finder page-size="10"></havn-service-finder>');
      await key(finder, 'o');
      part(finder, 'more').click();
      await finder.updateComplete;
      expect(seen(finder).length).to.be.above(10);
      await key(finder, '');
      part(finder, 'need').click();
      await Promise.resolve();
      await Promise.resolve();
      expect(parts(finder, 'card').some(isHidden)).to.equal(false);
    });
  });

  it('says politely how many there are', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    expect(part(finder, 'count').getAttribute('role')).to.equal('status');
    await type(finder, 'oslo');
    expect(count(finder)).to.match(/^\d+ services$/);
  });

  it('a need can be chosen and let go', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    const button = saying(finder, 'need', 'Going back to your country');
    await press(button);
    expect(button.ariaPressed).to.equal('true');
    expect(cardNames(finder)).to.deep.equal([
      'UDI (assisted return)',
      'Voluntary return (VARP)',
      'Return for vulnerable migrants',
    ]);
    await press(button);
    expect(button.ariaPressed).to.equal('false');
    expect(cardNames(finder).length).to.be.greaterThan(20);
  });

  it('what a reader has opened stays open, of the same service, as the list changes', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    const opened = () =>
      parts(finder, 'card')
        .filter(card => card.querySelector('details[open]'))
        .map(card => textOf(find(card, '.name')));
    find(saying(finder, 'card', 'UDI (assisted return)'), 'details').open = true;
    await press(saying(finder, 'need', 'Going back'));
    expect(cardNames(finder)[0]).to.equal('UDI (assisted return)');
    expect(opened()).to.deep.equal(['UDI (assisted return)']);
  });

  it('every need that is offered has a service', async () => {
    for (const audience of ['person', 'helper', 'professional']) {
      const finder = await show(`<havn-service-finder audience="${audience}"></havn-service-finder>`);
      for (const button of parts(finder, 'need')) {
        await press(button);
        expect(cardNames(finder).length, textOf(button)).to.be.greaterThan(0);
        await press(button);
      }
    }
  });

  it('whom it is for leaves out what is for others alone', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    await choose(find(finder, 'select'), 'men');
    expect(cardNames(finder)).to.contain('ROSA helpline').and.to.contain('The Salvation Army’s safe house');
    expect(cardNames(finder)).not.to.contain('ROSA housing').and.not.to.contain('Krisesentersekretariatet');
  });

  it('whom it is for shows what is for them alone right behind whom to call', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    for (const [group, name] of [
      ['children', 'Child welfare services'],
      ['men', 'The Salvation Army’s safe house'],
    ] as const) {
      await choose(find(finder, 'select'), group);
      const names = cardNames(finder);
      expect(names.slice(0, 2)).to.deep.equal(['ROSA helpline', 'Police emergency number']);
      expect(names.slice(2, 4)).to.contain(name);
    }
  });

  it('where leaves out what is elsewhere, and keeps what does not say', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    await choose(find(finder, 'select', 1), 'norway');
    expect(cardNames(finder)).to.contain('ROSA helpline').and.to.contain('Caritas Resource Center');
    expect(cardNames(finder)).not.to.contain('Nadheim');
  });

  it('where nothing fits, the helpline and a way back are there', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    await type(finder, 'zzzzqqqq');
    // Not "0 services": two numbers that always help follow.
    expect(count(finder)).to.match(/^No service here matches that\./);
    expect(textOf(find(finder, '[part=base]')).match(/No service here/g)).to.have.length(1);
    expect(hrefs(part(finder, 'empty'))[0]).to.equal(rosa.href);
    await press(part(finder, 'clear'));
    expect(cardNames(finder).length).to.be.greaterThan(20);
    expect(find(finder, 'input').value).to.equal('');
    expect(active(finder)).to.equal(find(finder, 'input'));
  });

  it('a phone shows three needs and six services at first, and the rest at the press of a button', async () => {
    const box = await show('<div></div>');
    box.style.width = '344px';
    box.innerHTML = '<havn-service-finder></havn-service-finder>';
    await settled();
    const finder = find(box, 'havn-service-finder');
    const inSight = () =>
      ['need', 'card'].map(
        name => parts(finder, name).filter(node => node.getBoundingClientRect().height > 20).length,
      );
    expect(inSight()).to.deep.equal([3, 6]);
    await press(part(finder, 'more-needs'));
    expect(inSight()).to.deep.equal([12, 6]);
    expect(active(finder)).to.equal(parts(finder, 'need')[3]);
    await press(part(finder, 'more'));
    expect(inSight()).to.deep.equal([12, 24]);
    expect(focused(finder)).to.equal(cardNames(finder)[6]);
  });

  it('a phone says how many needs are folded, of which a chosen one is none', async () => {
    const box = await show('<div></div>');
    box.style.width = '344px';
    box.innerHTML = '<havn-service-finder need="return"></havn-service-finder>';
    await settled();
    const finder = find(box, 'havn-service-finder');
    const hidden = parts(finder, 'need').filter(node => !node.getBoundingClientRect().height).length;
    expect(hidden).to.be.greaterThan(3);
    expect(textOf(part(finder, 'more-needs'))).to.contain(String(hidden));
  });

  it('with a place says of each where it is, and what does not say comes last', async () => {
    const finder = await show('<havn-service-finder area="oslo"></havn-service-finder>');
    const texts = parts(finder, 'card').map(textOf);
    expect(texts[0]).to.match(/^All of Norway/);
    expect(texts.some(words => words.startsWith('Oslo'))).to.equal(true);
    const group = find(finder, '.group');
    expect(textOf(group)).to.equal('Place not stated');
    const siblings = [...parentOf(group).children];
    const after = siblings.slice(siblings.indexOf(group) + 1);
    for (const card of after) expect(textOf(card)).to.contain('Place not stated');
    expect(after.length).to.be.greaterThan(1);
  });

  it('shows six services of those with a place and those without, and while somebody types the first', async () => {
    const finder = await show('<havn-service-finder area="oslo" need="shelter"></havn-service-finder>');
    await choose(find(finder, 'select'), 'men');
    const inSight = () =>
      parts(finder, 'card')
        .filter(node => node.getBoundingClientRect().height > 20)
        .map(textOf);
    expect(inSight().length).to.equal(6);
    expect(parts(finder, 'more')).to.have.length(0);
    expect(inSight().at(-1)).to.contain('Place not stated');
    await choose(find(finder, 'select'), '');
    const hidden = Number(/\d+/.exec(textOf(part(finder, 'more')))?.[0]);
    expect(inSight().length).to.equal(6);
    expect(count(finder)).to.equal(`${hidden + 6} services`);
  });

  it('a choice shows what it filters by, also after it was cleared', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    const group = find(finder, 'select');
    for (const value of ['men', '', 'men']) await choose(group, value);
    await type(finder, 'zzzzqqqq');
    await press(part(finder, 'clear'));
    expect(group.value).to.equal('');
  });

  it('says that it knows of no chat, and what a place outside Oslo means', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    await type(finder, 'whatsapp');
    expect(count(finder)).to.contain('We know of no chat or WhatsApp');
    await type(finder, 'bergen');
    expect(count(finder)).to.contain('Ask ROSA what there is near you');
  });

  it('where nothing fits, three needs are offered in its place', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    await type(finder, 'zzzzqqqq');
    expect(parts(finder, 'nearest')).to.have.length(3);
    await press(part(finder, 'nearest'));
    expect(find(finder, 'input').value).to.equal('');
    expect(parts(finder, 'need').filter(({ ariaPressed }) => ariaPressed === 'true')).to.have.length(1);
    expect(parts(finder, 'empty')).to.have.length(0);
  });

  it('shows more, so many at a time, and goes on at the first new card', async () => {
    const finder = await show('<havn-service-finder page-size="10"></havn-service-finder>');
    expect(cardNames(finder)).to.have.length(10);
    expect(textOf(part(finder, 'more'))).to.equal('Show 10 more');
    await press(part(finder, 'more'));
    expect(cardNames(finder)).to.have.length(20);
    expect(focused(finder)).to.equal(cardNames(finder)[10]);
    expect(textOf(part(finder, 'more'))).to.equal('Show 4 more');
    await press(part(finder, 'more'));
    expect(parts(finder, 'more')).to.have.length(0);
    expect(cardNames(finder)).to.have.length(24);
    await type(finder, 'oslo');
    expect(cardNames(finder).length).to.be.at.most(10);
  });

  for (const [lang, words] of [
    ['en', 'Show 4 more'],
    ['nb', 'Vis 4 til'],
    ['nn', 'Vis 4 fleire'],
  ]) {
    it(`"${words}" in ${lang}`, async () => {
      const finder = await show(`<havn-service-finder lang="${lang}" page-size="20"></havn-service-finder>`);
      expect(textOf(part(finder, 'more'))).to.equal(words);
    });
  }

  it('a safe house shows no place and no number of its own', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    for (const id of ['lauras-hus', 'salvation-army-safe-house', 'marita-safe-house']) {
      const card = cardOf(finder, id);
      expect(textOf(card))
        .to.contain('The address is not shown here.')
        .and.to.match(/ROSA helpline ?Call/)
        .and.not.to.match(/· (Oslo|All of Norway|Place not stated)/);
      expect(hrefs(card), id).to.deep.equal([rosa.href]);
    }
  });

  it('says who runs a service, where it is, when it is open and where that comes from', async () => {
    const finder = await show('<havn-service-finder audience="professional"></havn-service-finder>');
    const card = (id: string) => textOf(cardOf(finder, id));
    expect(card('rosa-helpline'))
      .to.contain('Open day and night')
      .and.to.contain('ROSA · Independent organisation (NGO) · All of Norway');
    expect(card('pro-senteret-reception'))
      .to.contain('Opening hours not known')
      .and.to.contain('PRO Senteret · Public service · Oslo');
    expect(card('nav-oslo-trafficking-support')).to.contain('NAV · Public service · Oslo');
    expect(card('iom-varp'))
      .to.contain('IOM Norway · Intergovernmental organisation')
      .and.not.to.contain('NGO');
    expect(card('caritas-resource-center')).to.contain('Place not stated');
    expect(card('kom-coordination'))
      .to.match(
        /(Open|Closed) now ?(Opens: .*)?Monday to Friday 08:00–16:00|may be closed\. Usual hours: ?Monday/,
      )
      .and.to.contain('takes no individual cases');
    expect(card('police-reflection-applications'))
      .to.match(/have to hand in .*in person/)
      .and.to.contain('UDI processes the application');
    for (const id of ['rosa-helpline', 'nadheim', 'kom-guidance'])
      expect(card(id)).to.match(
        /Source.*Assistance for victims of human trafficking in Norway: .+Taken from there on 25 November 2026\. Nobody has checked it since\./,
      );
    expect(card('police-emergency')).not.to.contain('Opening hours');
  });

  it('markup that is typed stays what is typed', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    await type(finder, '<img src=x onerror=alert(1)>');
    expect(finder.shadowRoot.querySelector('img')).to.equal(null);
    expect(find(finder, 'input').value).to.equal('<img src=x onerror=alert(1)>');
  });
});
