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

test('at a zoom of 400 % the button is at most 56 pixels high, so that the page is seen beside it', async () => {
  for (const lang of ['en', 'nb', 'nn']) {
    const { page } = await browser.open(
      pageOf(`<havn-quick-exit lang="${lang}"></havn-quick-exit>${scriptTag('elements/quick-exit.js')}`),
    );
    await page.setViewportSize({ width: 320, height: 256 });
    const exit = page.locator('[part=exit]');
    await exit.waitFor();
    const { height = 0 } = (await exit.boundingBox()) ?? {};
    assert.ok(height >= 44 && height <= 56, `${height} px in ${lang}`);
    await page.close();
  }
});

test('at a zoom of 400 % no need of the finder is cut off', async () => {
  const { page } = await browser.open(
    pageOf(`<havn-service-finder lang="en"></havn-service-finder>${scriptTag()}`),
  );
  await page.setViewportSize({ width: 320, height: 256 });
  await page.locator('[part=need]').first().waitFor();
  const [inside = 0, room = 0] = await page
    .locator('.needs')
    .evaluate(row => [row.scrollWidth, row.clientWidth]);
  assert.ok(inside <= room, `${inside} in ${room}`);
  await page.close();
});
