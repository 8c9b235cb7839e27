/** Back: the page can come from the back/forward cache. It must not show what a reader typed, chose or opened. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { helpline } from '../../../tools/build/helpline.js';
import { openEngine } from '../../../tools/test/engine.js';
import { element, fallback, findNumber, names, pageOf, scriptTag, tag } from '../../../tools/test/harness.js';
import { speaks } from '../speaks.js';

const weather = 'http://weather.example/';

// The full Chromium: its headless shell has no back/forward cache.
const engine = await openEngine({ isWhole: true });
engine.serve(weather, { body: '<!doctype html><title>Weather</title>Sun' });
engine.serve('/next.html', { body: pageOf('next') });
engine.serve('/exit.html', {
  body: pageOf(
    `<havn-quick-exit href="${weather}"><a href="${weather}">Leave</a></havn-quick-exit>${scriptTag()}`,
  ),
});

/** Counts how often the page has come back from the back/forward cache. */
const counting =
  '<script>window.kept = 0; addEventListener("pageshow", event => { if (event.persisted) kept++ })</script>';

const page = pageOf(
  `${names
    .map(name => element(name))
    .join(
      '',
    )}<havn-entitlements-list open>${fallback}</havn-entitlements-list>${element('pathway', ' step="2"')}${element(
    'permit-guide',
    ' view="questions"',
  )}${element('hotline-banner', ' layout="card" lang="en"')}${scriptTag()}${scriptTag('hand-over.js')}`,
  counting,
);

/** Runs in the page: everything that a reader can change, as text. */
function stateOf() {
  return [...document.querySelectorAll('*')].flatMap(({ localName, shadowRoot }) =>
    shadowRoot
      ? [...shadowRoot.querySelectorAll('*')].flatMap(control => {
          const { localName: kind, textContent } = control;
          const what = (() => {
            if (control instanceof HTMLDetailsElement) return control.open;
            if (control instanceof HTMLInputElement) return `${control.value} ${control.checked}`;
            if (control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement)
              return control.value;
            if (kind === 'button' || kind === 'h2' || kind === 'h3')
              return `${textContent?.trim()} ${control.getAttribute('aria-pressed')}`;
            return kind === 'th' ? control.getAttribute('aria-sort') : undefined;
          })();
          return what === undefined ? [] : [`${localName} ${kind} ${what}`];
        })
      : [],
  );
}

/** Runs in the page: types, chooses and opens, as a reader can, in every control. */
async function useAll() {
  const settled = () => new Promise(resolve => setTimeout(resolve, 20));
  const all = (selector: string) =>
    [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => [
      ...(shadowRoot?.querySelectorAll(selector) ?? []),
    ]);
  for (const field of all('input[type=search]') as HTMLInputElement[]) {
    field.value = 'prostitusjon';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await settled();
  for (const selector of ['[part=need]', '[part=sort]', '[part=answer]', '[part=copy]'])
    for (const button of (all(selector) as HTMLElement[]).slice(0, 1)) {
      button.click();
      await settled();
    }
  // The language last, because it renders everything again.
  for (const select of all('select') as HTMLSelectElement[]) {
    const isLanguage = select.id === 'select' && [...select.options].some(({ value }) => value === 'nn');
    select.value = isLanguage ? 'nn' : (select.options[select.options.length - 1]?.value ?? '');
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
  }
  for (const details of all('details') as HTMLDetailsElement[]) details.open = !details.open;
  await settled();
  for (const box of all('input[type=checkbox]') as HTMLInputElement[]) box.click();
  for (const button of all('[data-code=call]') as HTMLElement[]) button.click();
  await settled();
}

const goTo = async (path: string) => {
  await engine.evaluate((to: string) => void setTimeout(() => location.assign(to)), path);
  await engine.until((to: string) => location.pathname === to && document.readyState === 'complete', path);
};

const isBack = () => location.pathname === '/page.html' && Reflect.get(window, 'kept') === 1;

describe('a page that the browser has kept', () => {
  test('shows the number, and the banner follows the language as before', async () => {
    await engine.open(pageOf(tag + scriptTag(), counting));
    await goTo('/next.html');
    await engine.back();
    await engine.until(isBack);
    assert.equal(await engine.evaluate(findNumber, helpline.href), 'widget');
    await engine.evaluate(() => document.querySelector('havn-hotline-banner')?.setAttribute('lang', 'en'));
    await engine.until(speaks, 'havn-hotline-banner', 'en');
    assert.deepEqual((await engine.told()).errors, []);
  });

  test('has forgotten what was typed, chosen and opened, in every element', async () => {
    await engine.open(page);
    await engine.until(
      () =>
        document.querySelector('havn-service-card')?.shadowRoot?.querySelector('[part=hand-over]') !== null,
    );
    const before = await engine.evaluate(stateOf);
    assert.ok(before.length > 100);
    await engine.evaluate(useAll);
    const used = await engine.evaluate(stateOf);
    assert.ok(used.filter((line: string) => !before.includes(line)).length > 20);
    await goTo('/next.html');
    await engine.back();
    await engine.until(isBack);
    assert.deepEqual(await engine.evaluate(stateOf), before);
    // The finder still works.
    assert.equal(
      await engine.evaluate(async () => {
        const root = document.querySelector('havn-service-finder')?.shadowRoot;
        const field = root?.querySelector('input') as HTMLInputElement;
        field.value = '112';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise(resolve => setTimeout(resolve, 50));
        return root?.querySelector('[part=service-name]')?.textContent?.trim();
      }),
      'Politiets nødnummer',
    );
    assert.deepEqual((await engine.told()).errors, []);
  });

  test('has forgotten it after a quick exit on the next page, too', async () => {
    await engine.open(page);
    const before = await engine.evaluate(stateOf);
    await engine.evaluate(useAll);
    await goTo('/exit.html');
    await engine.evaluate(() => {
      const link = document.querySelector('havn-quick-exit')?.shadowRoot?.querySelector('[part=exit]');
      setTimeout(() => (link as HTMLElement).click());
    });
    await engine.until(() => location.href === 'http://weather.example/');
    await engine.back();
    await engine.until(isBack);
    assert.deepEqual(await engine.evaluate(stateOf), before);
  });
});
