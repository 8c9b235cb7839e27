import { rosa } from '../rosa.js';
import { sure } from '../sure.js';
import { expectPromise, opening, tags } from './every-element.js';
import { aTimeout, expect, hostileCases, main, settled, show } from './helpers.js';
import { active, all, find, part, text } from './on-screen.js';

type Item = Record<string, string> & { shadow?: ShadowRootMode };
type Payload = string | { chain: Item[]; then?: { item: number; lang: string | null } };

const cases = await hostileCases<Payload>('locale');
const further = 'pl ro lt bg uk ru es ar vi th fr pt sq fil so ti'.split(' ');

const titles: Record<string, string> = {
  en: 'Forced, threatened',
  nb: 'Tvunget, truet',
  nn: 'Tvinga, truga',
};
function expectLanguage(banner: Element, language: string) {
  expect(text(banner)).to.contain(titles[language]);
  expect(part(banner, 'base').lang).to.equal(language);
  expect(part(banner, 'base').dir).to.equal('ltr');
}

/**
 * Builds the chain of a `locale` case of hostile-cases.json and returns its elements; for a shadow root, the host. The
 * last one is the banner.
 */
function build(chain: Item[]) {
  const items: HTMLElement[] = [];
  let parent: HTMLElement | ShadowRoot = main;
  for (const [index, item] of chain.entries()) {
    const host = items.at(-1) ?? main;
    if (item.shadow) {
      parent = host.attachShadow({ mode: item.shadow });
      items.push(host);
      continue;
    }
    if ('slotLang' in item) {
      const around = document.createElement('div');
      around.lang = item.slotLang;
      around.append(document.createElement('slot'));
      host.attachShadow({ mode: 'open' }).append(around);
      items.push(host);
      continue;
    }
    const element = document.createElement(index === chain.length - 1 ? 'havn-hotline-banner' : 'div');
    for (const [name, value] of Object.entries(item)) element.setAttribute(name, value);
    parent.append(element);
    items.push(element);
    parent = element;
  }
  return { item: (index: number) => sure(items[index]), banner: sure(items.at(-1)) };
}

describe('language', () => {
  beforeEach(() => document.documentElement.removeAttribute('lang'));

  it('without any lang it is English', async () => {
    expectLanguage(await show('<havn-hotline-banner></havn-hotline-banner>'), 'en');
  });

  for (const tag of tags) {
    it(`${tag}: three languages on one page at once`, async () => {
      const box = await show(
        `<div>${['en', 'nb', 'nn'].map(lang => `<${opening(tag)} lang="${lang}"></${tag}>`).join('')}</div>`,
      );
      const texts = [...box.children].map(text);
      expect(new Set(texts).size).to.equal(3);
      expect([...box.children].map(element => part(element, 'base').lang)).to.deep.equal(['en', 'nb', 'nn']);
      for (const element of box.children) expectPromise(element);
    });

    it(`${tag}: no English is left in bokmål and nynorsk`, async () => {
      const box = await show(
        `<div>${['nb', 'nn'].map(lang => `<${opening(tag)} lang="${lang}" exit open audience="professional" page-size="9"></${tag}>`).join('')}</div>`,
      );
      for (const element of box.children) {
        for (const foreign of all(element, '[lang=en]')) foreign.remove();
        const words = text(element).replace(
          /Right to be seen|Oslo Human Trafficking Support|IOM Norway/g,
          '',
        );
        expect(words).not.to.match(
          /\b(the|and|you|call|ask|with|service|who|open now|not known|leave|show|source)\b/i,
        );
      }
    });
  }

  it('an empty lang between is English, as HTML has it', async () => {
    const { banner } = build([{ lang: 'nb' }, { lang: '' }, {}]);
    await settled();
    expectLanguage(banner, 'en');
  });

  for (const { id, payload, expect: expected, note } of cases)
    it(`${id}: ${note}`, async () => {
      const { chain, then } = typeof payload === 'string' ? { chain: [{ lang: payload }] } : payload;
      const asked: string[] = [];
      const take = (changes: MutationRecord[]) => {
        for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
          if (node instanceof HTMLScriptElement) asked.push(new URL(node.src).pathname);
      };
      const observer = new MutationObserver(take);
      observer.observe(document, { childList: true, subtree: true });
      const { item, banner } = build(chain);
      await settled();
      if (then) {
        if (then.lang === null) item(then.item).removeAttribute('lang');
        else item(then.item).setAttribute('lang', then.lang);
        await settled();
      }
      const language = expected.replace('lang:', '');
      const isOwn = further.includes(language);
      // No other file is asked for, whatever the tag says. One that another case has loaded is here already.
      const expectRequests = () => {
        take(observer.takeRecords());
        observer.disconnect();
        for (const path of asked) expect(path).to.equal(isOwn && `/dist/locales/${language}.js`);
      };
      if (language in titles) {
        expectRequests();
        return expectLanguage(banner, language);
      }
      // Further languages are loaded from their own files; a language that does not exist becomes English.
      const isHere = () => part(banner, 'base').lang === language;
      for (let round = 0; round < 40 && !isHere(); round++) await aTimeout(50);
      const { lang, dir } = part(banner, 'base');
      expect([lang, dir]).to.deep.equal([isOwn ? language : 'en', language === 'ar' ? 'rtl' : 'ltr']);
      expectRequests();
      // In its own digits, whatever those of the language are.
      expect(text(banner)).to.contain(rosa.shown);
    });

  it('follows a change of lang anywhere above, through shadow roots, live', async () => {
    const { item, banner } = build([
      { lang: 'en' },
      {},
      { shadow: 'closed' },
      { lang: 'nb' },
      { shadow: 'open' },
      {},
    ]);
    await settled();
    expectLanguage(banner, 'nb');
    item(3).lang = 'nn';
    await settled();
    expectLanguage(banner, 'nn');
    item(3).removeAttribute('lang');
    await settled();
    expectLanguage(banner, 'en');
    item(0).lang = 'nb';
    await settled();
    expectLanguage(banner, 'nb');
    document.documentElement.lang = 'nn';
    item(0).removeAttribute('lang');
    await settled();
    expectLanguage(banner, 'nn');
  });

  it('follows a move to another place', async () => {
    const box = await show(
      '<div><div lang="nb"><havn-hotline-banner></havn-hotline-banner></div><div lang="nn"></div></div>',
    );
    const banner = find(box, 'havn-hotline-banner');
    expectLanguage(banner, 'nb');
    find(box, '[lang=nn]').append(banner);
    await settled();
    expectLanguage(banner, 'nn');
  });

  it('finds its language past a form that hides the methods of its node', async () => {
    const form = await show(
      '<form lang="nb"><input name="getAttribute"><input name="parentNode"><input name="closest"><i></i></form>',
    );
    const banner = document.createElement('havn-hotline-banner');
    find(form, 'i').append(banner);
    await settled();
    expectLanguage(banner, 'nb');
  });

  it('keeps what the reader has typed, opened and where they are when the language changes', async () => {
    const finder = await show('<havn-service-finder lang="en"></havn-service-finder>');
    const input = find(finder, 'input');
    input.value = 'rosa';
    input.dispatchEvent(new Event('input'));
    input.focus();
    input.setSelectionRange(2, 2);
    const source = find(finder, 'details.source');
    source.toggleAttribute('open', true);
    finder.lang = 'nb';
    await settled();
    // Browsers remove focus from a node without a box only at the next rendering.
    await aTimeout(100);
    expect(active(finder)).to.equal(input);
    expect(input.selectionStart).to.equal(2);
    expect(source.hasAttribute('open')).to.equal(true);
    expect(find(finder, 'input').value).to.equal('rosa');
    expect(text(finder)).to.contain('ROSAs hjelpetelefon');
  });

  it('times, numbers and addresses stand from left to right', async () => {
    const finder = await show(
      '<havn-service-finder audience="professional" dir="rtl"></havn-service-finder>',
    );
    for (const link of all(finder, 'a')) {
      const isolated = link.dir === 'ltr' || link.querySelector('bdi[dir=ltr]');
      expect(Boolean(isolated), link.href).to.equal(true);
    }
    const times = all(finder, '[part=hours] bdi');
    expect(times.map(({ textContent }) => textContent)).to.include('08:00–16:00');
    for (const { dir } of times) expect(dir).to.equal('ltr');
  });

  it('names of organisations stay as they are in every language', async () => {
    for (const lang of ['en', 'nb', 'nn']) {
      const finder = await show(`<havn-service-finder lang="${lang}"></havn-service-finder>`);
      for (const name of [
        'Krisesentersekretariatet',
        'PRO Senteret',
        'IOM Norway',
        'Kirkens Bymisjon Oslo',
        'Frelsesarmeen',
      ])
        expect(text(finder), lang).to.contain(name);
    }
  });
});
