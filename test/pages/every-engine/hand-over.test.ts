/** dist/hand-over.js in each browser: used with the keyboard, and its codes scanned as by another phone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEngine } from '../../../tools/test/engine.js';
import { fallback, pageOf, scriptTag } from '../../../tools/test/harness.js';
import { oldLibrary } from '../../collections.js';
import { rosa } from '../../rosa.js';
import { scanned } from '../scanned.js';

const engine = await openEngine({ isOneTab: true });

/** Runs in the page: whether a node in the widget matches the selector. */
const has = (selector: string) =>
  Boolean(document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector(selector));
const hasNo = (selector: string) =>
  !document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector(selector);
/** Runs in the page: whether the node with this text has focus. */
const isOn = (name: string) =>
  document.querySelector('havn-hotline-banner')?.shadowRoot?.activeElement?.textContent === name;

/** The content of the code on a screenshot, once the browser has painted it. */
async function scan() {
  for (let tries = 0; tries < 20; tries++) {
    const read = scanned(Buffer.from(await engine.screenshot(), 'base64'));
    if (read) return read;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

test('a number is taken along by keys alone, on paper and by a code that another program reads', async () => {
  await engine.open(
    pageOf(
      `<havn-hotline-banner layout="card" lang="nb">${fallback}</havn-hotline-banner>${scriptTag()}${scriptTag('hand-over.js')}`,
    ),
  );
  await engine.until(has, '[part=hand-over]');
  await engine.evaluate(() => {
    window.print = () => dispatchEvent(new Event('afterprint'));
    (
      document
        .querySelector('havn-hotline-banner')
        ?.shadowRoot?.querySelector('[part=hand-over] > summary') as HTMLElement | null | undefined
    )?.focus();
  });
  await engine.keys('Enter');
  await engine.until(has, '.paper');
  const written = async () =>
    (
      await engine.evaluate(
        () => document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector('.paper')?.textContent,
      )
    )?.replaceAll('\u00a0', ' ');
  assert.equal(await written(), `Telefon${rosa.shown}${rosa.spoken.nb}`);
  await engine.keys('Tab', ' ');
  assert.match((await written()) ?? '', /ROSA/);
  await engine.keys('Tab', 'Enter');
  await engine.until(isOn, 'Skriv ut et lite kort');
  await engine.until(hasNo, '.sheet');
  await engine.keys('Tab', 'Tab', 'Enter');
  await engine.until(has, '.code');
  await engine.evaluate(() =>
    document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector('.code')?.scrollIntoView(),
  );
  assert.equal(await scan(), rosa.href);
  await engine.keys('Enter');
  await engine.until(hasNo, '.code');
  assert.equal(await engine.evaluate(isOn, 'Vis en kode for å ringe'), true);
  assert.deepEqual((await engine.told()).errors, []);
  assert.deepEqual(
    engine.requests.map(({ address }) => address),
    ['/page.html', '/dist/havn.js', '/dist/hand-over.js'],
  );
});

/** Runs in the page without built-ins that it may replace: opens the control, shows the code, and returns the text. */
function workIt() {
  const root = Document.prototype.querySelector.call(document, 'havn-hotline-banner')?.shadowRoot;
  const control = root?.querySelector('[part=hand-over]');
  const paper = control?.querySelector('.paper');
  const code = control?.querySelector('[data-code=call]');
  if (control && !paper) control.setAttribute('open', '');
  if (code instanceof HTMLElement && code.getAttribute('aria-expanded') === 'false') code.click();
  return `${paper?.textContent} ${control?.querySelector('.code path')?.getAttribute('d')?.slice(0, 15)}`;
}

for (const [name, library] of Object.entries({
  'Prototype.js': oldLibrary('prototype'),
  MooTools: oldLibrary('mootools'),
  'zone.js': oldLibrary('zone'),
}))
  test(`it is there on a page with ${name}, and the page hears of no exception`, async () => {
    await engine.open(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title><script>${library}</script></head><body><havn-hotline-banner layout="card">${fallback}</havn-hotline-banner>${scriptTag()}${scriptTag('hand-over.js')}</body></html>`,
      { isHostile: true },
    );
    let said = '';
    for (let round = 0; round < 50 && !said.endsWith('M4 4h1v1h-1zM5 '); round++) {
      await new Promise(resolve => setTimeout(resolve, 50));
      said = String(await engine.evaluate(workIt));
    }
    assert.equal(said.replaceAll('\u00a0', ' '), `Telephone${rosa.shown}${rosa.spoken.en} M4 4h1v1h-1zM5 `);
    assert.deepEqual((await engine.told()).errors, []);
  });
