import { emulateMedia } from '@web/test-runner-commands';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';
import { clear, expect, parentOf, settled, show, showAt } from './helpers.js';
import { active, all, find, hrefs, part, parts, text, textOf } from './on-screen.js';
import { keys } from './reader.js';

const pathway = (attributes = '') => show(`<havn-pathway ${attributes}></havn-pathway>`);
const pathwayAt = (width: string, attributes = '') =>
  showAt(width, `<havn-pathway ${attributes}></havn-pathway>`);
const steps = (element: Element) => all<HTMLDetailsElement>(element, '[part=step]');
const stepAt = (element: Element, index: number) => sure(steps(element)[index]);
/** The numbers of the open steps. */
const opened = (element: Element) => steps(element).flatMap(({ open }, index) => (open ? [index + 1] : []));
const names = (element: Element) => all(element, '.name').map(textOf);
const boxes = (element: Element, selector: string) =>
  all(element, selector).map(node => node.getBoundingClientRect());

describe('pathway', () => {
  afterEach(() => emulateMedia({ media: 'screen' }));

  it('has the seven steps, help before permits, and the long term last', async () => {
    const shown = names(await pathway());
    expect(shown).to.have.length(7);
    const placeOf = (pattern: RegExp) => shown.findIndex(name => pattern.test(name));
    const places = [/concerned/, /contact/, /presumed/, /help/i, /reflection/i, /return/i, /long term/i].map(
      placeOf,
    );
    expect(places).to.deep.equal([0, 1, 2, 3, 4, 5, 6]);
  });

  it('says that the steps have no fixed order', async () => {
    expect(text(await pathway())).to.match(/another order.*Not everybody/);
  });

  it('tells professionals that there is no national referral mechanism, and nobody else', async () => {
    const element = await pathway('audience="professional"');
    expect(text(element)).to.match(/national referral mechanism/i);
    for (const audience of ['helper', 'person'] as const) {
      element.audience = audience;
      await settled();
      expect(text(element)).not.to.match(/referral mechanism/i);
    }
  });

  it('says "may" of help, of the permit and of return, and "are entitled" of whom the authorities identify', async () => {
    const element = await pathway();
    for (const index of [3, 4, 5]) expect(stepAt(element, index).textContent).to.match(/\bmay\b/);
    expect(stepAt(element, 2).textContent).to.match(/\bare entitled\b/);
  });

  it('without a step none is marked and all are closed', async () => {
    const element = await pathway();
    expect(element.shadowRoot.querySelector('[aria-current]')).to.equal(null);
    expect(parts(element, 'current')).to.have.length(0);
    expect(opened(element)).to.deep.equal([]);
  });

  for (const step of [1, 4, 7])
    it(`step="${step}" is marked, in words too, and open`, async () => {
      const element = await pathway(`step="${step}"`);
      const current = all(element, '[aria-current=step]');
      expect(current.map(node => node.parentElement)).to.deep.equal([steps(element)[step - 1]]);
      expect(textOf(sure(current[0]))).to.contain('You are here');
      expect(opened(element)).to.deep.equal([step]);
    });

  it('a change of step or of language keeps what the reader has opened', async () => {
    const element = await pathway('step="2"');
    stepAt(element, 5).open = true;
    element.step = 3;
    await settled();
    expect(opened(element)).to.deep.equal([3, 6]);
    element.lang = 'nb';
    await settled();
    expect(stepAt(element, 5).open).to.equal(true);
    expect(text(element)).to.contain('Du er her');
  });

  it('each step has its source, and numbers to call where there are services', async () => {
    const element = await pathway();
    for (const step of steps(element)) expect(step.querySelector('[part=source]')).not.to.equal(null);
    const calls = (index: number) => hrefs(stepAt(element, index), '[part=service-call]');
    expect(calls(1)).to.deep.equal([rosa.href, 'tel:112']);
    expect(calls(4)).to.deep.equal([rosa.href, 'tel:02800', 'tel:+4723351600']);
    expect(calls(6)).to.deep.equal([]);
  });

  it('is reached step by step with Tab, and opened by Enter and the space bar, downwards and across', async () => {
    for (const width of ['360px', '1200px']) {
      const element = await pathwayAt(width);
      await keys('Tab');
      expect(active(element)?.getAttribute('part')).to.equal('call');
      for (const [index, step] of steps(element).entries()) {
        await keys('Tab');
        // Compares to true: to print a node in a failing expectation takes minutes.
        expect(active(element) === find(step, 'summary')).to.equal(true);
        if (index) continue;
        await keys('Enter');
        expect(step.open).to.equal(true);
        expect(find(step, '.facts').getBoundingClientRect().height).to.be.greaterThan(40);
        await keys('Space');
        expect(step.open).to.equal(false);
      }
      clear();
    }
  });

  it('runs downwards where it is narrow, across where it is wide, and from right to left', async () => {
    const element = await pathwayAt('360px');
    const places = () => boxes(element, '.place');
    const rising = (values: number[]) =>
      values.every((value, index) => value > (values[index - 1] ?? Number.NEGATIVE_INFINITY));
    expect(rising(places().map(({ top }) => top))).to.equal(true);
    expect(new Set(places().map(({ left }) => left)).size).to.equal(1);
    parentOf(element).style.width = '1200px';
    await settled();
    expect(rising(places().map(({ left }) => left))).to.equal(true);
    expect(new Set(places().map(({ top }) => top)).size).to.equal(1);
    part(element, 'base').dir = 'rtl';
    expect(rising(places().map(({ left }) => -left))).to.equal(true);
  });

  it('is one line: each stretch lies between two places, nearly touching both', async () => {
    for (const [width, start, end] of [
      ['360px', 'top', 'bottom'],
      ['1200px', 'left', 'right'],
    ] as const) {
      const element = await pathwayAt(width, 'step="2"');
      const places = boxes(element, '.place');
      const stretches = boxes(element, '.on');
      expect(stretches).to.have.length(6);
      for (const [index, stretch] of stretches.entries()) {
        expect(stretch[start] - sure(places[index])[end]).to.be.within(2, 9);
        expect(sure(places[index + 1])[start] - stretch[end]).to.be.within(2, 9);
      }
      clear();
    }
  });

  it('what a step opens to is as wide as the picture, and names the step', async () => {
    const element = await pathwayAt('1200px', 'step="1"');
    const facts = find(element, '.facts');
    const way = find(element, '.way').getBoundingClientRect();
    expect(facts.getBoundingClientRect().width).to.be.closeTo(way.width, 0.5);
    expect(find(facts, '.again').getBoundingClientRect().height).to.be.greaterThan(10);
  });

  it('the numbers in the picture are text of 16 pixels and more', async () => {
    const element = await pathwayAt('360px');
    const texts = all(element, '.place');
    expect(texts.map(textOf)).to.deep.equal(['1', '2', '3', '4', '5', '6', '7']);
    for (const text of texts) expect(Number.parseFloat(getComputedStyle(text).fontSize)).to.be.at.least(16);
  });

  it('every step is open on paper', async () => {
    for (const width of ['640px', '1200px']) {
      const element = await pathwayAt(width);
      await emulateMedia({ media: 'print' });
      for (const { height } of boxes(element, '.facts')) expect(height).to.be.greaterThan(40);
      await emulateMedia({ media: 'screen' });
    }
  });
});
