/** An author can put an element on a page many times: the work must grow only linearly with the number of elements. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openEngine } from '../../../tools/test/engine.js';
import { fallback, pageOf, scriptTag } from '../../../tools/test/harness.js';
import { rosa } from '../../rosa.js';

const engine = await openEngine({ isOneTab: true });

/** Counts queries for positions and boxes instead of time, so that the speed of the machine does not matter. */
const counter = `<script>
  window.asked = 0;
  for (const [prototype, name] of [[Node.prototype, 'compareDocumentPosition'], [Element.prototype, 'checkVisibility'], [Element.prototype, 'getClientRects']]) {
    const original = prototype[name];
    if (original) prototype[name] = function () { window.asked++; return original.apply(this, arguments); };
  }
</script>`;
const asked = () =>
  engine.evaluate(() => {
    const { asked } = window as unknown as { asked: number };
    Object.assign(window, { asked: 0 });
    return asked;
  });

const many = 200;
const isDone = (tag: string) =>
  [...document.querySelectorAll(tag)].every(({ shadowRoot }) => shadowRoot?.querySelector('[part=base]'));

describe('many elements on a page', () => {
  test('in a translation that nobody has reviewed', async () => {
    const tag = 'havn-return-guide';
    await engine.open(pageOf(`${counter}${`<${tag}></${tag}>`.repeat(many)}${scriptTag()}`));
    await engine.until(isDone, tag);
    assert.ok((await asked()) < 20 * many);
    const firsts = await engine.evaluate(
      (tag: string) =>
        [...document.querySelectorAll(tag)].map(
          ({ shadowRoot }) => !!shadowRoot?.querySelector('.draft.first'),
        ),
      tag,
    );
    assert.deepEqual(firsts, [true, ...Array(many - 1).fill(false)]);
    // When many elements are removed at once, the next first one is searched for only once.
    await engine.evaluate(
      (tag: string, going: number) => {
        const range = document.createRange();
        const all = document.querySelectorAll(tag);
        range.setStartBefore(all[0] as Element);
        range.setEndBefore(all[going] as Element);
        range.deleteContents();
      },
      tag,
      many / 2,
    );
    await engine.until(
      (tag: string) => !!document.querySelector(tag)?.shadowRoot?.querySelector('.draft.first'),
      tag,
    );
    assert.ok((await asked()) < 2 * many);
  });

  test('change their language in turns: the page answers in between', async () => {
    const tag = 'havn-return-guide';
    const some = 72;
    await engine.open(
      pageOf(`<havn-language-menu></havn-language-menu>${`<${tag}></${tag}>`.repeat(some)}${scriptTag()}`),
    );
    await engine.until(isDone, tag);
    await engine.evaluate((tag: string) => {
      const elements = [...document.querySelectorAll(tag)];
      const seen = { counts: [] as number[] };
      Object.assign(window, { seen });
      const look = () => {
        const changed = elements.filter(({ shadowRoot }) =>
          shadowRoot?.querySelector('[part=base]')?.matches('[lang=nn]'),
        );
        seen.counts.push(changed.length);
        if (changed.length < elements.length) setTimeout(look);
      };
      const select = document.querySelector('havn-language-menu')?.shadowRoot?.querySelector('select');
      if (!select) return;
      select.value = 'nn';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      setTimeout(look);
    }, tag);
    const counts = () => (window as unknown as { seen: { counts: number[] } }).seen.counts;
    await engine.until((some: number) => {
      const { counts } = (window as unknown as { seen: { counts: number[] } }).seen;
      return counts.at(-1) === some;
    }, some);
    const between = new Set((await engine.evaluate(counts)).filter(count => count > 0 && count < some));
    assert.ok(between.size >= 2, [...between].join());
  });

  test('that lead out, in a part of the page that is closed', async () => {
    const tag = 'havn-quick-exit';
    await engine.open(
      pageOf(
        `${counter}<details><summary>Mer</summary>${`<${tag}></${tag}>`.repeat(many)}</details>
        <havn-hotline-banner exit exit-href="http://weather.example/">${fallback}</havn-hotline-banner><input>${scriptTag()}`,
      ),
    );
    await engine.until(isDone, tag);
    await engine.until(
      () => !!document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector(':popover-open'),
    );
    assert.ok((await asked()) < 30 * many);
    await engine.evaluate(() => document.querySelector('input')?.focus());
    await asked();
    await engine.keys('a');
    assert.ok((await asked()) < 10 * many);
    for (let press = 0; press < 3; press++) await engine.keys('Shift');
    await engine.until(() => location.href === 'http://weather.example/');
  });

  test('as placeholders: the first fifty are filled, the others keep what stands in them', async () => {
    await engine.open(pageOf(`${`<div data-havn="pathway">${fallback}</div>`.repeat(many)}${scriptTag()}`));
    await engine.until(isDone, 'havn-pathway');
    const filled = await engine.evaluate(() =>
      [...document.querySelectorAll('[data-havn]')].map(place => !!place.querySelector('havn-pathway')),
    );
    assert.deepEqual(filled, [...Array(50).fill(true), ...Array(many - 50).fill(false)]);
    const last = await engine.evaluate(
      () => [...document.querySelectorAll('[data-havn]')].at(-1)?.textContent ?? '',
    );
    assert.match(last, rosa.pattern);
    const told = (await engine.told()).messages.filter(message => /placeholder/.test(message));
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /\b50\b/);
  });
});
