import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  afterStep,
  type FinderInput,
  type FinderStep,
  untouched,
} from '../../src/elements/service-finder/finder-input.js';

const after = (...steps: FinderStep[]): FinderInput => steps.reduce(afterStep, untouched);
const typed = (text: string): FinderStep => ({ type: 'typed', text });
const shelter: FinderStep = { type: 'chosen', filter: 'need', id: 'shelter' };
const oslo: FinderStep = { type: 'chosen', filter: 'area', id: 'oslo' };
const more: FinderStep = { type: 'more shown', wereHidden: false };

describe('what a reader does in the finder', () => {
  test('what is typed and what is chosen hold together', () => {
    assert.deepEqual(after(shelter, oslo, typed('sove')).chosen, { need: 'shelter', area: 'oslo' });
    assert.equal(after(typed('sove'), shelter).text, 'sove');
  });

  test('each new answer begins with its first services', () => {
    for (const step of [
      typed('s'),
      shelter,
      { type: 'turned', need: 'health' },
      { type: 'cleared' },
    ] as const) {
      const { pages, isFolded } = after(more, more, step);
      assert.deepEqual({ pages, isFolded }, { pages: 1, isFolded: true }, step.type);
    }
  });

  test('fewer cards are rendered for who types, not for who chooses', () => {
    assert.equal(after(typed('s')).isTyping, true);
    assert.equal(after(typed('s'), shelter).isTyping, false);
  });

  test('more: what was out of sight comes into sight, or another page does', () => {
    assert.equal(after({ type: 'more shown', wereHidden: true }).pages, 1);
    assert.equal(after(more).pages, 2);
    assert.equal(after(more).isFolded, false);
  });

  test('the other needs stay in sight once they are shown', () => {
    assert.equal(after({ type: 'needs shown' }, typed('s'), { type: 'cleared' }).foldsNeeds, false);
  });

  test('turning to a need drops what was typed and found nothing', () => {
    const { text, chosen } = after(oslo, typed('xyz'), { type: 'turned', need: 'shelter' });
    assert.deepEqual({ text, chosen }, { text: '', chosen: { area: 'oslo', need: 'shelter' } });
  });

  test('clearing lets go of what an attribute has chosen, too', () => {
    assert.deepEqual(after(typed('xyz'), { type: 'cleared' }).chosen, { need: '', group: '', area: '' });
  });

  test('an attribute that the page changes holds from then on', () => {
    assert.deepEqual(after(shelter, oslo, { type: 'set by page', filter: 'need' }).chosen, { area: 'oslo' });
  });

  test('no step changes the state that it is given', () => {
    const before = structuredClone(untouched);
    after(typed('s'), shelter, more, { type: 'cleared' }, { type: 'set by page', filter: 'need' });
    assert.deepEqual(untouched, before);
  });
});
