/**
 * The finder on a phone of 360 x 740 px, in every language: what is on the first screen, how long the page is, and what
 * it finds: the lexicon of each language has to be in the script that is shipped.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { search } from 'havn-widgets/directory';
import type { Page } from 'playwright-core';
import { bundledIn, judged, languages, nothingFound } from '../../../tools/bench/quality.js';
import { openBrowser, pageOf, scriptTag } from '../../../tools/test/harness.js';
import { rosa } from '../../rosa.js';
import { sure } from '../../sure.js';

const browser = await openBrowser();
after(() => browser.close());

/** Runs in the page. */
function measure(call: string) {
  const root = document.querySelector('havn-service-finder')?.shadowRoot;
  const bottomOf = (selector: string) =>
    root?.querySelector(selector)?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY;
  const linesOf = (element: Element | null | undefined) => {
    const range = document.createRange();
    if (element) range.selectNodeContents(element);
    return new Set([...range.getClientRects()].filter(({ width }) => width).map(({ top }) => top)).size;
  };
  return {
    language: root?.querySelector('[part=base]')?.getAttribute('lang'),
    helpline: bottomOf(`.beside ${call}`),
    first: bottomOf('.card a[href^=tel]'),
    needLines: linesOf(root?.querySelector('[part=need]')),
    field: root?.querySelector('input')?.getBoundingClientRect().top ?? -1,
    height: document.documentElement.scrollHeight,
    width: document.documentElement.scrollWidth,
  };
}

/** Runs in the page. @returns the tops of the needs, and whether each is in sight when it has the focus */
function needsInSight() {
  const root = document.querySelector('havn-service-finder')?.shadowRoot;
  const buttons = [...(root?.querySelectorAll<HTMLElement>('.needs > button') ?? [])].filter(
    ({ offsetHeight }) => offsetHeight,
  );
  return buttons.map(button => {
    button.focus();
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const isHere = (x: number) => root?.elementFromPoint(x, (top + bottom) / 2) === button;
    return { top, isInSight: [left + 12, (left + right) / 2, right - 12].some(isHere) };
  });
}

/** Runs in the page: where the way out stands, which whole numbers of the finder it covers, and where the field is. */
function underTheExit() {
  const root = document.querySelector('havn-service-finder')?.shadowRoot;
  const exit = document
    .querySelector('havn-quick-exit')
    ?.shadowRoot?.querySelector('[part=exit]')
    ?.getBoundingClientRect();
  if (!root || !exit) throw new Error('There is no way out');
  const numbers = [...root.querySelectorAll('a[href^=tel]')].filter(link => {
    const { left, right, top, bottom } = link.getBoundingClientRect();
    return (
      link.checkVisibility({ visibilityProperty: true }) &&
      !link.closest('[inert]') &&
      left < exit.right &&
      right > exit.left &&
      top < exit.bottom &&
      bottom > exit.top &&
      bottom <= innerHeight
    );
  });
  return {
    place: [exit.left, exit.top].map(Math.round),
    numbers: numbers.map(({ textContent }) => textContent?.trim()),
    field: root.querySelector('input')?.getBoundingClientRect().top ?? -1,
  };
}

/**
 * Runs in the page: types letter by letter, as on a phone of 360 pixels, with text as large as readers set it.
 * @returns how much of the field is out of sight after each letter
 */
async function typedOutOfSight({ text, size }: { text: string; size: number }) {
  const finder = document.querySelector('havn-service-finder');
  const field = finder?.shadowRoot?.querySelector('input');
  if (!finder || !field) throw new Error('There is no field');
  document.body.style.fontSize = `${size}px`;
  field.value = '';
  field.scrollIntoView({ block: 'center' });
  const hidden = [];
  for (const letter of [...text].slice(0, 6)) {
    field.value += letter;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    // Also what follows in the pause.
    await finder.updateComplete;
    const { top, bottom } = field.getBoundingClientRect();
    hidden.push(Math.round(Math.max(0, -top, bottom - innerHeight)));
  }
  return hidden;
}

/** Three sentences of a language, from all over its list: how good an answer is, test/unit/search-quality.test.ts measures. */
function sentencesOf(language: string) {
  const own = judged.filter(one => one.language === language);
  return [0.2, 0.5, 0.8].map(share => sure(own[Math.floor(own.length * share)]).text);
}

/** Runs in the page. @returns for each sentence, the names of the first three services that are shown */
async function typed(texts: string[]) {
  const finder = document.querySelector('havn-service-finder');
  const field = finder?.shadowRoot?.querySelector('input');
  if (!finder || !field) throw new Error('There is no field');
  const answers = [];
  for (const text of texts) {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await finder.updateComplete;
    const names = [...(finder.shadowRoot?.querySelectorAll('.card .name') ?? [])].slice(0, 3);
    answers.push(names.map(name => name.textContent?.trim() ?? ''));
  }
  return answers;
}

/** The names of the first three services that the search finds by itself. */
function foundIn(language: string, text: string) {
  const directory = bundledIn(language);
  // The finder has a lexicon beside the directory: it needs no keywords in it.
  const needs = directory.needs.map(need => ({ ...need, x_keywords: '' }));
  const found = search({ ...directory, needs }, { text, limit: 3 }).services.map(({ id }) => id);
  return (found.length ? found : nothingFound).map(
    id => directory.services.find(service => service.id === id)?.name,
  );
}

describe('on a phone', () => {
  let page: Page;
  let errors: string[];
  before(async () => {
    ({ page, errors } = await browser.open('<!doctype html><title>x</title>'));
    await page.setViewportSize({ width: 360, height: 740 });
  });

  for (const language of languages) {
    test(`the field, the helpline and the first number are on the first screen in ${language}`, async () => {
      const html = pageOf(
        `<meta name="viewport" content="width=device-width"><havn-service-finder lang="${language}"></havn-service-finder>${scriptTag()}`,
      );
      browser.serve(`/${language}.html`, { body: html, type: 'text/html; charset=utf-8' });
      await page.goto(`${browser.origin}/${language}.html`);
      await page.locator(`havn-service-finder [part=base][lang=${language}]`).waitFor();
      const { helpline, first, field, needLines, height, width } = await page.evaluate(measure, rosa.link);
      assert.ok(field >= 0 && helpline <= 740 && first <= 740, JSON.stringify({ field, helpline, first }));
      assert.ok(height <= 4000, `${height} px`);
      assert.equal(width, 360);
      assert.equal(needLines, 1, 'the button for more needs leaves the row too little room');
      const needs = await page.evaluate(needsInSight);
      assert.equal(new Set(needs.map(({ top }) => top)).size, 1, 'the needs stand in one row');
      assert.ok(needs.length > 2 && needs.every(({ isInSight }) => isInSight), JSON.stringify(needs));
      await page.locator('[part=more-needs]').click();
      const all = await page.evaluate(needsInSight);
      assert.ok(all.length > needs.length && all.every(({ isInSight }) => isInSight), JSON.stringify(all));
    });

    test(`what is typed finds in ${language} what the search finds`, async () => {
      const texts = sentencesOf(language);
      assert.deepEqual(
        await page.evaluate(typed, texts),
        texts.map(text => foundIn(language, text)),
      );
      assert.deepEqual(errors, []);
    });

    // What is above and below the field differs in height: one language of each script, and the one with the longest words.
    if (['ar', 'en', 'fil', 'ru', 'th', 'ti'].includes(language))
      test(`what is typed stays in sight in ${language}, also with large text`, async () => {
        await page.goto(`${browser.origin}/${language}.html`);
        await page.locator(`havn-service-finder [part=base][lang=${language}]`).waitFor();
        for (const size of [16, 32]) {
          const hidden = await page.evaluate(typedOutOfSight, { text: sure(sentencesOf(language)[0]), size });
          assert.deepEqual(
            hidden.filter(pixels => pixels),
            [],
            `of the field, with text of ${size} px`,
          );
        }
      });

    test(`the way out stays where it is and covers no number while somebody types in ${language}`, async () => {
      const html = pageOf(
        `<meta name="viewport" content="width=device-width"><div style="height:90vh"></div><havn-quick-exit lang="${language}"></havn-quick-exit><havn-service-finder lang="${language}"></havn-service-finder>${scriptTag()}`,
      );
      browser.serve(`/typing-${language}.html`, { body: html, type: 'text/html; charset=utf-8' });
      // The lower one: what the keyboard of a phone leaves.
      for (const height of [740, 440]) {
        await page.setViewportSize({ width: 360, height });
        await page.goto(`${browser.origin}/typing-${language}.html`);
        await page.locator(`havn-service-finder [part=base][lang=${language}]`).waitFor();
        const atRest = await page.evaluate(underTheExit);
        // The middle of the field, near the bottom of the window.
        const y = await page.evaluate(() => {
          const field = document.querySelector('havn-service-finder')?.shadowRoot?.querySelector('input');
          field?.scrollIntoView({ block: 'end' });
          return (field?.getBoundingClientRect().top ?? 0) + 10;
        });
        await page.mouse.click(180, y);
        await page.keyboard.type(sure(sentencesOf(language)[0]).slice(0, 12));
        await page.locator('havn-service-finder .cards:not(.brief)').waitFor();
        const seen = await page.evaluate(underTheExit);
        assert.deepEqual([seen.place, seen.numbers], [atRest.place, []], `${height} px`);
        assert.ok(seen.field >= 0 && seen.field < height, `${seen.field} of ${height} px`);
      }
      await page.setViewportSize({ width: 360, height: 740 });
    });

    test(`a need that the page has chosen is in sight in ${language}`, async () => {
      await page.goto(`${browser.origin}/${language}.html`);
      await page.locator(`havn-service-finder [part=base][lang=${language}]`).waitFor();
      const seen = await page.evaluate(async () => {
        const finder = document.querySelector('havn-service-finder');
        finder?.setAttribute('need', 'return');
        await finder?.updateComplete;
        const need = finder?.shadowRoot?.querySelector('[part=need][aria-pressed=true]');
        const { left = 0, right = 0 } = need?.getBoundingClientRect() ?? {};
        const row = need?.parentElement?.getBoundingClientRect();
        return { start: left - (row?.left ?? 0), end: (row?.right ?? 0) - right, scrolled: scrollY };
      });
      assert.ok(seen.start >= 0 && seen.end >= 0, JSON.stringify(seen));
      assert.equal(seen.scrolled, 0, 'the page has not moved');
    });
  }
});
