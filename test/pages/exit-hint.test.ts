/** What appears above the way out while it is hovered or has the focus (WCAG 1.4.13). */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openBrowser, pageOf, scriptTag } from '../../tools/test/harness.js';

const browser = await openBrowser();
after(() => browser.close());

test('the hint of the exit can be hovered, stays, and Escape closes it until the focus comes back', async () => {
  const { page } = await browser.open(
    pageOf(
      `<button>Other</button><havn-quick-exit lang="en"></havn-quick-exit>${scriptTag('elements/quick-exit.js')}`,
    ),
  );
  const hint = page.locator('.hint');
  const exit = page.locator('[part=exit]');
  await exit.waitFor();
  assert.equal(await hint.isVisible(), false);
  await exit.hover();
  assert.equal(await hint.isVisible(), true);
  await hint.hover();
  assert.equal(await hint.isVisible(), true);
  await page.keyboard.press('Escape');
  assert.equal(await hint.isVisible(), false);
  await page.mouse.move(0, 0);
  await page.getByRole('button').focus();
  assert.equal(await hint.isVisible(), false);
  await exit.focus();
  assert.equal(await hint.isVisible(), true);
  await page.keyboard.press('Escape');
  assert.equal(await hint.isVisible(), false);
  await page.close();
});
