import { html, render } from 'lit/html.js';
import { sources } from '../../dist/npm/directory/generated/sources.js';
import { localize } from '../../dist/npm/locale/index.js';
import { sourceView } from '../../dist/npm/views/source.view.js';
import { sure } from '../sure.js';
import { expect, show, until } from './helpers.js';
import { setClock } from './host.js';
import { find, languageOf, parts, textOf } from './on-screen.js';

const document_ = sure(sources[0]);
const cited = { document: document_.id, section: sure(document_.sections[0]).id };
const { captured } = document_;

const day = 86_400_000;

/** The time that is `days` days after the start of a day. */
const daysAfter = (start: string, days: number) => +new Date(start) + days * day;

/** The text under "Source" at a given time, for a fact that was checked on a day, or never. */
function said(instant: string | number, assured?: string, language = 'en') {
  setClock(instant);
  const box = document.createElement('div');
  render(html`${sourceView(cited, localize(language), { assuredDate: assured })}`, box);
  return textOf(find(box, 'p:last-child'));
}

const stale = {
  en: 'That was more than a year ago. Call and ask.',
  nb: 'Det er mer enn ett år siden. Ring og spør.',
  nn: 'Det er meir enn eitt år sidan. Ring og spør.',
};

describe('how fresh a fact is', () => {
  it('fresh: says on which day it was checked', () => {
    expect(said('2027-03-01', '2027-01-31')).to.equal('Checked on 31 January 2027.');
  });

  it('stale: says that it is more than a year ago, and to ask', () => {
    expect(said('2029-03-01', '2027-01-31')).to.equal(`Checked on 31 January 2027. ${stale.en}`);
  });

  it('never checked: says so, and after a year that as well', () => {
    const never = /^Taken from there on .*\. Nobody has checked it since\.$/;
    expect(said(daysAfter(captured, 100))).to.match(never);
    const old = said(daysAfter(captured, 400));
    expect(old.endsWith(` ${stale.en}`)).to.equal(true);
    expect(old.replace(` ${stale.en}`, '')).to.match(never);
  });

  it('a check counts from its own day, not from that of the document', () => {
    expect(said(daysAfter(captured, 500), '2028-01-31')).not.to.contain(stale.en);
  });

  for (const [checked, aYearLater] of [
    ['2027-01-31', '2028-01-31T23:59Z'],
    ['2028-02-01', '2029-01-31T23:59Z'],
  ] as const)
    it(`is not yet more than a year old on ${aYearLater} if checked on ${checked}, and is soon after`, () => {
      expect(said(aYearLater, checked)).not.to.contain(stale.en);
      expect(said(daysAfter(aYearLater, 2), checked)).to.contain(stale.en);
    });

  for (const clock of ['1970-01-01', '2026-01-01'])
    it(`says nothing of age on a device whose clock stands at ${clock}, before the check`, () => {
      expect(said(clock, '2027-01-31')).to.equal('Checked on 31 January 2027.');
      expect(said(clock)).to.match(/Nobody has checked it since\.$/);
    });

  it('says nothing of age where the page has broken its clock', () => {
    setClock(Number.NaN);
    expect(said(Number.NaN, '2027-01-31')).to.equal('Checked on 31 January 2027.');
  });

  for (const [language, words] of Object.entries(stale))
    it(`every source of every card says it in ${language}`, async () => {
      setClock('2099-01-01');
      const finder = await show(`<havn-service-finder lang="${language}"></havn-service-finder>`);
      const shown = parts(finder, 'source');
      expect(shown.length).to.be.greaterThan(10);
      for (const source of shown) expect(textOf(source).endsWith(words)).to.equal(true);
    });

  it('today no card says it', async () => {
    setClock(daysAfter(captured, 1));
    const finder = await show('<havn-service-finder></havn-service-finder>');
    for (const source of parts(finder, 'source')) expect(textOf(source)).not.to.contain(stale.en);
  });
});

describe('a source can be quoted', () => {
  const sourceOf = async (language: string) => {
    const card = await show(
      `<havn-service-card service="rosa-helpline" lang="${language}"></havn-service-card>`,
    );
    // A language that is loaded on demand arrives after the element has rendered.
    await until(() => languageOf(card) === language);
    return find(card, '[part=source]');
  };
  const original = 'Assistance for victims of human trafficking in Norway';
  const section = 'Some of the services provided by NGOs';

  for (const language of ['nb', 'nn', 'ar', 'so'])
    it(`in ${language} by its titles in that language, with its own title marked as English`, async () => {
      const source = await sourceOf(language);
      const own = find(source, '[lang=en]');
      expect(textOf(own)).to.equal(`(${original})`);
      const said = textOf(source);
      expect(said).to.match(/.{20,} \(.*\): .{10,}/);
      expect(said.replace(original, '')).not.to.contain('Assistance').and.not.to.contain(section);
    });

  it('in English once', async () => {
    const source = await sourceOf('en');
    expect(textOf(source).split(original)).to.have.length(2);
    expect(textOf(source)).to.contain(`${original}: ${section}`);
  });

  it('is heard with what it is the source of', async () => {
    const finder = await show('<havn-service-finder lang="nb"></havn-service-finder>');
    const names = parts(finder, 'source').map(source => find(source, 'summary').getAttribute('aria-label'));
    expect(new Set(names).size).to.equal(names.length);
    for (const name of names) expect(name).to.match(/^Kilde: ./);
  });
});
