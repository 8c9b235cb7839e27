import { sure } from '../sure.js';
import { clear, expect, settled, show, until } from './helpers.js';
import { replacing } from './host.js';
import { active, all, find, languageOf, part, parts, text, textOf } from './on-screen.js';
import { choose as chooseFrom, keys } from './reader.js';

const options = (menu: Element) => [...part(menu, 'select').options];
const choose = (menu: Element, language: string) => chooseFrom(part(menu, 'select'), language);

const page = `<div>
  <havn-language-menu></havn-language-menu>
  <havn-hotline-banner></havn-hotline-banner>
  <div lang="nb"><havn-quick-exit></havn-quick-exit></div>
  <havn-pathway lang="nn"></havn-pathway>
</div>`;
const widgets = (box: Element) => all(box, 'havn-hotline-banner, havn-quick-exit, havn-pathway');
const languagesOf = (box: Element) => widgets(box).map(languageOf);

describe('language menu', () => {
  afterEach(async () => {
    clear();
    await settled();
  });

  it('offers every language by its own name, in that language, and marks what nobody has reviewed', async () => {
    const menu = await show('<havn-language-menu></havn-language-menu>');
    expect(options(menu)).to.have.length(19);
    for (const { value, lang } of options(menu)) expect(lang).to.equal(value);
    const names = options(menu).map(textOf);
    expect(names.slice(0, 3)).to.deep.equal([
      'English',
      'Norsk bokmål (not checked)',
      'Norsk nynorsk (not checked)',
    ]);
    for (const name of ['Polski (not checked)', 'العربية (not checked)', 'Українська (not checked)'])
      expect(names).to.contain(name);
    expect(options(menu).find(({ value }) => value === 'ar')?.dir).to.equal('rtl');
    const inNorwegian = await show('<havn-language-menu lang="nb"></havn-language-menu>');
    for (const name of ['Polski', 'العربية', 'Norsk nynorsk'])
      expect(options(inNorwegian).map(textOf)).to.contain(`${name} (ikke kontrollert)`);
  });

  it('does not tell which language somebody has chosen before', async () => {
    const menu = await show('<havn-language-menu></havn-language-menu>');
    const list = () => options(menu).map(option => `${option.value} ${option.lang} ${textOf(option)}`);
    const before = list();
    // Ukrainian, because no other test here uses it: a loaded language stays loaded for the tests that follow.
    menu.value = 'uk';
    await until(() => languageOf(menu) === 'uk');
    // One mark for all, so that it stands out in none.
    const marks = (shown: string[]) => new Set(shown.flatMap(option => option.match(/\(.+\)$/g) ?? []));
    expect([...marks(before)]).to.deep.equal(['(not checked)']);
    expect(marks(list()).size).to.equal(1);
    const names = (shown: string[]) => shown.map(option => option.replace(/ \(.+\)$/, ''));
    expect(names(list())).to.deep.equal(names(before));
    expect(list().join()).not.to.contain('not checked');
    menu.value = 'en';
    await until(() => languageOf(menu) === 'en');
    expect(list()).to.deep.equal(before);
    menu.value = 'uk';
    await until(() => languageOf(menu) === 'uk');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    await settled();
    expect(menu.value).to.equal('');
    expect(list()).to.deep.equal(before);
    const next = await show('<havn-language-menu></havn-language-menu>');
    expect(options(next).map(textOf)).to.deep.equal(options(menu).map(textOf));
  });

  it('has a label in its language, with the English word beside it', async () => {
    for (const [lang, label] of [
      ['en', 'Language'],
      ['nb', 'Språk (Language)'],
      ['nn', 'Språk (Language)'],
    ] as const) {
      const menu = await show(`<havn-language-menu lang="${lang}"></havn-language-menu>`);
      expect([...part(menu, 'select').labels].map(textOf)).to.deep.equal([label]);
      expect(part(menu, 'select').value).to.equal(lang);
      expect(parts(menu, 'not-reviewed').length, lang).to.equal(lang === 'en' ? 0 : 1);
    }
  });

  it('leaves each widget in the language of its place until somebody chooses', async () => {
    const box = await show(page);
    expect(languagesOf(box)).to.deep.equal(['en', 'nb', 'nn']);
    expect(find(box, 'havn-language-menu').value).to.equal('');
  });

  it('changes every widget, itself too, live', async () => {
    const box = await show(page);
    const menu = find(box, 'havn-language-menu');
    for (const language of ['nb', 'nn', 'en', 'nn']) {
      await choose(menu, language);
      expect(languagesOf(box)).to.deep.equal([language, language, language]);
      expect(languageOf(menu)).to.equal(language);
      expect(part(menu, 'select').value).to.equal(language);
      expect(menu.value).to.equal(language);
    }
    expect(text(sure(widgets(box)[1]))).to.match(/^Forlat denne sida/);
  });

  it('the choice holds for what comes later, and against a change of lang', async () => {
    const box = await show(page);
    await choose(find(box, 'havn-language-menu'), 'nn');
    const late = await show('<havn-entitlements-list lang="en"></havn-entitlements-list>');
    expect(languageOf(late)).to.equal('nn');
    document.documentElement.lang = 'nb';
    sure(widgets(box)[0]).lang = 'nb';
    await settled();
    expect(languagesOf(box)).to.deep.equal(['nn', 'nn', 'nn']);
  });

  it('removed, it gives each widget the language of its place again', async () => {
    const box = await show(page);
    const menu = find(box, 'havn-language-menu');
    await choose(menu, 'nn');
    menu.remove();
    await settled();
    expect(languagesOf(box)).to.deep.equal(['en', 'nb', 'nn']);
    box.append(menu);
    await settled();
    expect(menu.value).to.equal('');
    expect(languageOf(menu)).to.equal('en');
  });

  it('moved, it keeps the choice', async () => {
    const box = await show(page);
    const menu = find(box, 'havn-language-menu');
    await choose(menu, 'nn');
    box.append(menu);
    menu.remove();
    box.prepend(menu);
    await settled();
    expect(languagesOf(box)).to.deep.equal(['nn', 'nn', 'nn']);
  });

  it('two menus agree, and the choice stays while one of them does', async () => {
    const box = await show(page);
    const menu = find(box, 'havn-language-menu');
    const other = await show('<havn-language-menu lang="nb"></havn-language-menu>');
    await choose(menu, 'nn');
    expect(part(other, 'select').value).to.equal('nn');
    await choose(other, 'en');
    expect(part(menu, 'select').value).to.equal('en');
    other.remove();
    await settled();
    expect(languagesOf(box)).to.deep.equal(['en', 'en', 'en']);
  });

  it('tells of the change by an event that carries nothing', async () => {
    const box = await show(page);
    const events: Event[] = [];
    const listen = (event: Event) => events.push(event);
    addEventListener('havn-language-change', listen);
    await choose(find(box, 'havn-language-menu'), 'nb');
    removeEventListener('havn-language-change', listen);
    expect(events).to.have.length(1);
    const event = sure(events[0]);
    expect(event.target).to.equal(find(box, 'havn-language-menu'));
    expect([event.bubbles, event.composed, 'detail' in event]).to.deep.equal([true, true, false]);
  });

  it('takes any value without throwing; what is no language is no choice', async () => {
    const box = await show(page);
    const menu = find(box, 'havn-language-menu');
    for (const value of [
      'xx',
      'NB',
      'constructor',
      '',
      null,
      undefined,
      Symbol('x'),
      {},
      Object.create(null),
      0n,
    ]) {
      menu.value = 'nb';
      Object.assign(menu, { value });
      expect(menu.value).to.equal('');
    }
    await settled();
    expect(languagesOf(box)).to.deep.equal(['en', 'nb', 'nn']);
  });

  it('what was set before it came onto the page, it chooses when it comes, as in React', async () => {
    const box = await show(page);
    find(box, 'havn-language-menu').remove();
    const menu = document.createElement('havn-language-menu');
    Object.assign(menu, { value: 'nn' });
    expect(menu.value).to.equal('');
    box.append(menu);
    expect(menu.value).to.equal('nn');
    await settled();
    expect(new Set(languagesOf(box))).to.deep.equal(new Set(['nn']));
    // Once: what was chosen since then is not undone by a move.
    menu.value = 'nb';
    box.prepend(menu);
    expect(menu.value).to.equal('nb');
  });

  it('no other element chooses by the event', async () => {
    const box = await show(page);
    await choose(find(box, 'havn-language-menu'), 'nb');
    const stranger = Object.assign(document.createElement('input'), { value: 'nn' });
    box.append(stranger);
    stranger.dispatchEvent(new Event('havn-language-change', { bubbles: true, composed: true }));
    await settled();
    expect(languagesOf(box)).to.deep.equal(['nb', 'nb', 'nb']);
  });

  it('works in a closed shadow root, past a listener that stops the event, and without Event', async () => {
    const box = await show(page);
    const host = document.createElement('div');
    box.append(host);
    const menu = document.createElement('havn-language-menu');
    host.attachShadow({ mode: 'closed' }).append(menu);
    await settled();
    find(box, 'havn-language-menu').remove();
    const stop = (event: Event) => event.stopImmediatePropagation();
    addEventListener('havn-language-change', stop, true);
    await replacing(globalThis, 'Event', null, () => {
      menu.value = 'nn';
    });
    removeEventListener('havn-language-change', stop, true);
    await settled();
    expect(languagesOf(box)).to.deep.equal(['nn', 'nn', 'nn']);
    menu.value = 'nb';
    await settled();
    expect(languagesOf(box)).to.deep.equal(['nb', 'nb', 'nb']);
  });

  it('is worked by the keyboard', async () => {
    const box = await show(page);
    await keys('Tab');
    const menu = find(box, 'havn-language-menu');
    expect(active(menu)).to.equal(part(menu, 'select'));
    await keys('ArrowDown');
    expect(languagesOf(box)).to.deep.equal(['nb', 'nb', 'nb']);
    expect(active(menu)).to.equal(part(menu, 'select'));
  });
});
