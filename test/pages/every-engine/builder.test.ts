/** The embed builder in each browser: with the keyboard alone, from an empty form to a widget on an empty page. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { helpline } from '../../../tools/build/helpline.js';
import { openEngine } from '../../../tools/test/engine.js';
import { findNumber, pageOf } from '../../../tools/test/harness.js';
import { speaks } from '../speaks.js';

const engine = await openEngine({ isOneTab: true });

/** Runs in the page. */
const isFocused = (selector: string) => document.activeElement?.matches(selector) ?? false;

/** Runs in the page: the code in the text boxes. */
const readCode = () =>
  [...document.querySelectorAll('#pieces textarea')]
    .map(box => (box as HTMLTextAreaElement).value)
    .join('\n');

/** Runs in the page. */
const hasCode = (words: string) =>
  [...document.querySelectorAll('textarea')].some(({ value }) => value.includes(words));

async function tabTo(selector: string) {
  for (let presses = 0; presses < 40; presses++) {
    await engine.keys('Tab');
    if (await engine.evaluate(isFocused, selector)) return;
  }
  throw new assert.AssertionError({ message: `Tab does not lead to ${selector}` });
}

describe('the embed builder', () => {
  test('leads by keyboard alone to a snippet that works on an empty page', async () => {
    await engine.open('', { path: '/builder/index.html?lang=nn' });
    await engine.until(() => document.querySelector('#piece-1') !== null);
    // A group of radio buttons is one tab stop; arrow keys move inside it.
    await tabTo('#setting-layout-bar');
    await engine.keys('ArrowDown');
    await tabTo('#setting-exit');
    await engine.keys(' ');
    await tabTo('#folder');
    await engine.keyDown('Control');
    await engine.keys('a');
    await engine.keyUp('Control');
    await engine.keys(...`${engine.origin}/builder/havn`);
    await tabTo('#piece-1');
    await engine.until(hasCode, `${engine.origin}/builder/havn/havn.js`);
    await tabTo('.piece .copy button');
    await engine.keys('Enter');
    await engine.until(() =>
      /^Koden er (?:kopiert|merkt)/.test(document.querySelector('.piece [role=status]')?.textContent ?? ''),
    );
    const snippet = await engine.evaluate(readCode);
    assert.match(snippet, /<havn-hotline-banner lang="nn" layout="card" exit><p>/);

    // The preview shows what was chosen.
    const seen = await engine.evaluateIn(0, () => {
      const element = document.querySelector('havn-hotline-banner[layout=card]');
      return element?.shadowRoot?.querySelector('[part=base][lang=nn]')?.className;
    });
    assert.match(seen ?? '', /card/);
    assert.ok(engine.requests.every(({ address }) => address.startsWith('/builder/')));
    assert.deepEqual((await engine.told()).errors, []);

    await engine.open(pageOf(snippet));
    await engine.until(speaks, 'havn-hotline-banner', 'nn');
    assert.equal(await engine.evaluate(findNumber, helpline.href), 'widget');
    assert.deepEqual((await engine.told()).errors, []);
  });

  test('makes a picture of what the preview shows', async () => {
    await engine.open('', { path: '/builder/index.html?lang=en' });
    await engine.until(() => document.querySelector('#piece-1') !== null);
    await engine.evaluate(() => {
      const saved = { type: '', size: 0 };
      Object.assign(window, { saved });
      const { createObjectURL } = URL;
      URL.createObjectURL = blob => {
        if (blob instanceof Blob) Object.assign(saved, { type: blob.type, size: blob.size });
        return createObjectURL(blob);
      };
      (document.querySelector('#picture') as HTMLElement).click();
    });
    await engine.until(
      () => document.querySelector('#picture-status')?.textContent === 'The picture is saved.',
    );
    const { type, size } = await engine.evaluate(() => Reflect.get(window, 'saved'));
    assert.equal(type, 'image/png');
    assert.ok(size > 8_000, `${size} bytes`);
  });
});
