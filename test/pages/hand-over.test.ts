/** dist/hand-over.js: a number taken along, on a small card of paper or by a code, and nothing left behind. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { helpline } from '../../tools/build/helpline.js';
import { axe, faultsByAxe } from '../../tools/test/axe.js';
import {
  fallback,
  findNumber,
  openBrowser,
  pageOf,
  scriptTag,
  strictPolicy,
} from '../../tools/test/harness.js';
import { rosa } from '../rosa.js';
import { languages } from './all-elements.js';
import { readPdf } from './pdf.js';
import { scanned } from './scanned.js';

type Options = NonNullable<Parameters<Awaited<ReturnType<typeof openBrowser>>['open']>[1]>;

const browser = await openBrowser();
after(() => browser.close());
afterEach(() => browser.closePages());

const scripts = scriptTag() + scriptTag('hand-over.js');
const banner = `<havn-hotline-banner layout="card" lang="en">${fallback}</havn-hotline-banner>`;
const card = (service: string, lang: string = 'en') =>
  `<havn-service-card service="${service}" lang="${lang}">${fallback}</havn-service-card>`;
const finder = `<havn-service-finder lang="en">${fallback}</havn-service-finder>`;
const strict = { 'content-security-policy': `${strictPolicy}; report-uri /reports` };

async function open(html: string, options: Options = { headers: strict }) {
  const opened = await browser.open(pageOf(html), options);
  await opened.page.evaluate(() => {
    // A dialog would wait for somebody. Bound, it reads as the browser's own.
    globalThis.print = (() => {}).bind(globalThis);
    const counted = Object.assign(globalThis, { failures: 0 });
    addEventListener('havn-error', () => counted.failures++, true);
  });
  return opened;
}

/** @param index which of them */
async function unfold(page: Page, index: number = 0) {
  const details = page.locator('[part=hand-over]').nth(index);
  await details.locator('summary').click();
  await details.locator('.paper').waitFor();
  return details;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** What stands on the small card. */
const textOf = async (place: Page | Locator) =>
  ((await place.locator('.paper').textContent()) ?? '').replaceAll('\u00a0', ' ');

const printedText = async (page: Page) => readPdf(await page.pdf({ preferCSSPageSize: true }));

const scan = async (page: Page) => scanned(await page.locator('.code').screenshot());

describe('what is offered', () => {
  test('on the banner as a card, on the card of a service and on each card of the finder, without a word on the console', async () => {
    const { page, requests, messages, errors } = await open(
      banner + card('pro-senteret-reception') + finder + scripts,
    );
    const offers = (tag: string) => page.locator(`${tag} [part=hand-over]`).count();
    assert.equal(await offers('havn-hotline-banner'), 1);
    assert.equal(await offers('havn-service-card'), 1);
    // 112 is on its card alone: it needs no paper.
    const { length } = await page.locator('[part=card]:has([part=call])').all();
    assert.equal(await offers('havn-service-finder'), length);
    assert.ok((await offers('havn-service-finder')) > 5);
    assert.equal(await page.evaluate(findNumber, helpline.href), 'widget');
    assert.deepEqual(
      [requests, messages, errors],
      [['/page.html', '/dist/havn.js', '/dist/hand-over.js'], [], []],
    );
    assert.equal(await page.evaluate('failures'), 0);
  });

  test('not on the bar, and gone when the card becomes one', async () => {
    const { page } = await open(banner.replace(' layout="card"', '') + scripts);
    const layout = (value: string) =>
      page.evaluate(
        value => document.querySelector('havn-hotline-banner')?.setAttribute('layout', value),
        value,
      );
    assert.equal(await page.locator('[part=hand-over]').count(), 0);
    await layout('card');
    await page.locator('[part=hand-over]').waitFor();
    await layout('bar');
    await page.locator('[part=hand-over]').waitFor({ state: 'detached' });
  });

  test('never for a service that takes no persons, whoever the widget speaks to', async () => {
    const { page } = await open(
      `${card('kom-coordination')}${card('kom')}<havn-service-finder audience="professional" need="coordination" lang="en"></havn-service-finder>${scripts}`,
    );
    assert.ok((await page.locator('[data-service=kom-coordination]').count()) > 0);
    assert.equal(await page.locator('[part=hand-over]').count(), 0);
  });

  test('for services of the host’s only where the widget speaks to persons', async () => {
    const local = readFileSync('demo/partners/municipality/local-services.json', 'utf8');
    const withLocal = (audience: string) =>
      `<havn-service-finder lang="en" audience="${audience}"><script type="application/json">${local}</script></havn-service-finder>`;
    for (const [audience, count] of [
      ['person', 1],
      ['professional', 0],
    ] as const) {
      const { page } = await open(withLocal(audience) + scripts, {});
      await page.locator('[data-service="eksempelvik-krisesenter"]').waitFor();
      assert.equal(
        await page.locator('[data-service="eksempelvik-krisesenter"] [part=hand-over]').count(),
        count,
        audience,
      );
      if (count) {
        // Hours of the week are true tomorrow too; "open now" is not.
        const card = page.locator('[data-service="eksempelvik-krisesenter"]');
        // The page's own services stand last.
        await page.locator('[part=more]').click();
        await card.locator('[part=hand-over] > summary').click();
        await card.getByRole('checkbox').check();
        const text = await textOf(card);
        assert.match(text, /Monday to Friday 08:00–20:00$/);
        assert.doesNotMatch(text, /now|not known/);
        assert.equal(await card.locator('.paper bdi[dir=ltr]').count(), 2);
      }
      await page.close();
    }
  });

  for (const [way, html] of Object.entries({
    'before the elements': scriptTag('hand-over.js') + scriptTag() + banner,
    'after the script of one element':
      banner + scriptTag('elements/hotline-banner.js') + scriptTag('hand-over.js'),
    twice: banner + scripts + scriptTag('hand-over.js'),
    'with a placeholder': `<div data-havn="hotline-banner" data-havn-layout="card">${fallback}</div>${scripts}`,
    'with forms that take the place of methods': `<form name="createElement"></form><form name="createElementNS"></form><form name="querySelectorAll"></form><form><input name="shadowRoot"></form>${banner}${scripts}`,
  }))
    test(`it works ${way}`, async () => {
      const { page, messages, errors } = await open(html);
      await unfold(page);
      assert.equal(await page.locator('[part=hand-over]').count(), 1);
      await press(page, /calling|ringe/);
      assert.equal(await scan(page), rosa.href);
      assert.deepEqual([messages, errors], [[], []]);
    });

  test('in open shadow roots of the page, and on what comes later', async () => {
    const { page } = await open(`<div id="host"></div>${scripts}`);
    await page.evaluate(() => {
      const root = (document.querySelector('#host') as Element).attachShadow({ mode: 'open' });
      const element = document.createElement('havn-hotline-banner');
      element.setAttribute('layout', 'card');
      root.append(element);
    });
    await page.locator('havn-hotline-banner [part=hand-over]').waitFor();
  });
});

describe('what stands on the small card', () => {
  test('is the number in digits and in words under a word that tells nothing, in every language', async () => {
    const { page } = await open(
      languages.map(language => card('rosa-helpline', language)).join('') +
        languages
          .filter(language => !['en', 'nb', 'nn'].includes(language))
          .map(language => scriptTag(`locales/${language}.js`))
          .join('') +
        scripts,
    );
    for (const [index, language] of languages.entries()) {
      const details = await unfold(page, index);
      const paper = details.locator('.paper');
      const [heading = '', digits, words = '', ...more] = await paper.locator('p').allTextContents();
      assert.deepEqual(more, [], language);
      assert.equal(digits, rosa.unbroken);
      assert.equal(await paper.locator('bdi').getAttribute('dir'), 'ltr');
      const groups = words.split(' · ').map(group => group.split('\u00a0'));
      assert.deepEqual(
        groups.map(({ length }) => length),
        [2, 2, 2, 2],
        language,
      );
      // Each digit has one word, and no two have the same.
      const wordOf = new Map(groups.flat().map((word, index) => [rosa.digits[index], word]));
      assert.deepEqual(
        groups.flat(),
        [...rosa.digits].map(digit => wordOf.get(digit)),
      );
      assert.equal(new Set(wordOf.values()).size, wordOf.size, language);
      assert.ok(heading.length > 2 && !/ROSA|Havn/i.test(heading));
      assert.equal(await paper.getAttribute('lang'), language);
      assert.equal(await paper.getAttribute('dir'), language === 'ar' ? 'rtl' : 'ltr');
      const [scroll, client] = await paper.evaluate(node => [node.scrollHeight, node.clientHeight]);
      assert.ok(scroll <= client, `${language} is cut off`);
    }
  });

  test('has the name and the hours only when its reader ticks it', async () => {
    const { page } = await open(card('rosa-helpline') + scripts);
    const details = await unfold(page);
    const text = () => textOf(details);
    assert.doesNotMatch(await text(), /ROSA|day and night/);
    await page.getByRole('checkbox').check();
    assert.match(await text(), /ROSA helpline · Open day and night/);
    assert.equal(
      await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.localName),
      'input',
    );
    await details.locator('summary').click();
    await unfold(page);
    assert.doesNotMatch(await text(), /ROSA/);
  });

  test('is what stands on screen: the number that is chosen, and no name where another one answers', async () => {
    const { page } = await open(card('pro-senteret-reception') + card('lauras-hus') + scripts);
    const details = await unfold(page);
    assert.deepEqual(
      await page.getByRole('combobox', { name: 'Which number' }).locator('option').allTextContents(),
      [
        '\u206623\u00a010\u00a002\u00a000\u2069 (PRO Senteret)',
        `\u2066${rosa.unbroken}\u2069 (ROSA helpline)`,
      ],
    );
    assert.match(await textOf(details), /23 10 02 00two three · one zero · zero two · zero zero/);
    await page.getByRole('combobox').selectOption({ index: 1 });
    await page.getByRole('checkbox').check();
    assert.match(await textOf(details), new RegExp(`${rosa.shown}.*ROSA helpline`));
    assert.doesNotMatch(await textOf(details), /PRO/);
    // Another number is another contact: whether it is named is asked anew.
    await page.getByRole('combobox').selectOption({ index: 0 });
    assert.equal(await page.getByRole('checkbox').isChecked(), false);
    assert.doesNotMatch(await textOf(details), /ROSA|PRO/);
    const other = await unfold(page, 1);
    assert.match(await textOf(other), new RegExp(rosa.shown));
    assert.equal(await other.getByRole('checkbox').count(), 0);
  });

  test('is printed alone: one page with one card of 85 × 55 mm in its corner, and the page stays as it was', async () => {
    const { page, messages, errors } = await open(`<h1>HOSTTEXT</h1>${banner}${scripts}`);
    await unfold(page);
    const sheets = () =>
      page.evaluate(() => [
        document.adoptedStyleSheets.length,
        document.querySelectorAll('[data-havn-print]').length,
        document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelectorAll('.sheet').length,
        location.href,
        document.title,
        history.length,
      ]);
    const earlier = await sheets();
    await press(page, 'Print a small card');
    // The name of what is printed.
    assert.equal(await page.title(), 'Telephone');
    await page.emulateMedia({ media: 'print' });
    const boxes = await page
      .locator('.sheet .paper')
      .evaluateAll(papers =>
        papers.map(paper => [paper.getBoundingClientRect().width, paper.getBoundingClientRect().height]),
      );
    const millimetre = 96 / 25.4;
    assert.deepEqual(
      boxes.map(sides => sides.map(side => Math.round((side / millimetre) * 10) / 10)),
      [[85, 55]],
    );
    await page.emulateMedia({ media: null });
    const { pages, text } = await printedText(page);
    assert.deepEqual(
      pages.map(size => size.map(Math.round)),
      [[595, 842]],
    );
    assert.equal(text, `Telephone${rosa.digits}${rosa.spoken.en.replaceAll(' ', '')}`);
    assert.deepEqual(await sheets(), earlier);
    assert.match(readPdf(await page.pdf()).text, /HOSTTEXT/);
    assert.deepEqual([messages, errors], [[], []]);
  });

  test('is printed ten times on one page, with the name that was ticked', async () => {
    const { page } = await open(banner + scripts);
    await unfold(page);
    await page.getByRole('checkbox').check();
    await press(page, 'Print ten of them');
    const { pages, text } = await printedText(page);
    assert.equal(pages.length, 1);
    assert.equal(text.split(rosa.digits).length - 1, 10);
    assert.equal(text.match(/ROSAhelpline/g)?.length, 10);
  });

  test('where printing is refused, nothing is left but what the next print or folding takes away', async () => {
    const { page, errors } = await open(banner + scripts);
    await page.evaluate('globalThis.print = (() => { throw new Error("no") }).bind()');
    const details = await unfold(page);
    await press(page, 'Print a small card');
    await press(page, 'Print a small card');
    assert.equal(await page.locator('.sheet').count(), 1);
    await details.locator('summary').click();
    await page.locator('.sheet').waitFor({ state: 'detached' });
    assert.deepEqual(errors, []);
  });
});

describe('the code', () => {
  for (const [look, media] of [
    ['in the light', {}],
    ['in the dark', { colorScheme: 'dark' }],
    ['in forced colours', { forcedColors: 'active', colorScheme: 'dark' }],
  ] as const)
    test(`is read by another program from a picture of it, ${look}`, async () => {
      const { page } = await open(`<meta name="color-scheme" content="light dark">${banner}${scripts}`);
      await page.emulateMedia(media);
      await unfold(page);
      await press(page, 'Show a code for calling');
      assert.equal(await scan(page), rosa.href);
      await press(page, 'Show a code for saving the number');
      assert.equal(
        await scan(page),
        `BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Telephone\r\nTEL;VALUE=uri;TYPE=voice:${rosa.href}\r\nEND:VCARD\r\n`,
      );
      await page.getByRole('checkbox').check();
      assert.match((await scan(page)) ?? '', /FN:ROSA helpline\r\n/);
    });

  test('a page without one is read as none', async () => {
    const { page } = await open(banner + scripts);
    assert.equal(scanned(await page.screenshot()), undefined);
  });

  test('holds a name in any script', async () => {
    const { page } = await open(card('rosa-helpline', 'ti') + scriptTag('locales/ti.js') + scripts);
    const details = await unfold(page);
    await page.getByRole('checkbox').check();
    const name = await page.locator('[part=service-name]').textContent();
    await details.locator('[data-code=save]').click();
    assert.ok((await scan(page))?.includes(`FN:${name}\r\n`));
  });

  test('stands there on press alone, says what it does, and is gone on the next press', async () => {
    const { page } = await open(banner + scripts);
    await unfold(page);
    const button = page.getByRole('button', { name: 'Show a code for calling' });
    assert.equal(await page.locator('.code').count(), 0);
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    await button.click();
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    assert.equal(
      await page.getByRole('img').getAttribute('aria-label'),
      `To call, point the camera of a phone at this code: ${rosa.unbroken}`,
    );
    await page.getByRole('figure').getByText(rosa.unbroken).waitFor();
    await button.click();
    assert.equal(await page.locator('.code').count(), 0);
  });
});

describe('while the widget lives', () => {
  test('it follows the language, open as it is', async () => {
    const { page } = await open(banner + scriptTag('locales/ar.js') + scripts);
    await unfold(page);
    await press(page, 'Show a code for calling');
    const speak = (lang: string) =>
      page.evaluate(lang => document.querySelector('havn-hotline-banner')?.setAttribute('lang', lang), lang);
    await speak('ar');
    await page.locator('.paper[dir=rtl][lang=ar]').waitFor();
    assert.equal(await scan(page), rosa.href);
    await speak('nn');
    await page.getByText('Ta med deg nummeret').waitFor();
    assert.match(await textOf(page), new RegExp(rosa.spoken.nn));
    assert.equal(await page.locator('[part=hand-over]').count(), 1);
  });

  test('a translation that nobody has reviewed says so, and its English original has an English control', async () => {
    const { page } = await open(card('rosa-helpline', 'pl') + scriptTag('locales/pl.js') + scripts);
    await page.getByText('Zabierz ten numer ze sobą').waitFor();
    await page.locator('[part=original]').click();
    await page.getByText('Take this number with you').waitFor();
  });

  test('it survives what is rendered anew around it, open as it is', async () => {
    const { page, errors } = await open(banner + scripts);
    await unfold(page);
    await page.evaluate(() => document.querySelector('havn-hotline-banner')?.toggleAttribute('exit', true));
    await page.locator('[part=limits] ~ [part=hand-over][open]').waitFor();
    await page.evaluate(() => document.querySelector('havn-hotline-banner')?.removeAttribute('exit'));
    await page.locator('[part=limits]').waitFor({ state: 'detached' });
    await page.locator('[part=hand-over][open]').waitFor();
    assert.equal(await page.locator('[part=hand-over]').count(), 1);
    assert.deepEqual(errors, []);
  });

  test('a card that shows another service folds it, and has the other number', async () => {
    const { page } = await open(card('rosa-helpline') + scripts);
    await unfold(page);
    await page.evaluate(() =>
      document.querySelector('havn-service-card')?.setAttribute('service', 'iom-varp'),
    );
    await page.locator('[part=hand-over]:not([open])').waitFor();
    const details = await unfold(page);
    assert.match(await textOf(details), /23 10 53 20/);
    await page.evaluate(() => document.querySelector('havn-service-card')?.removeAttribute('service'));
    await page.locator('[part=hand-over]').waitFor({ state: 'detached' });
  });

  test('each card that a search finds has the number that stands on it', async () => {
    const { page } = await open(finder + scripts);
    await page.getByRole('searchbox').pressSequentially('IOM');
    await page.getByRole('searchbox').fill('');
    await page.getByRole('searchbox').pressSequentially('Caritas');
    await page.locator('[data-service=caritas-resource-center]').waitFor();
    for (const found of await page.locator('[part=card]').all()) {
      await found.locator('[part=hand-over] > summary').click();
      const shown = await found.locator('[part=call] bdi').first().textContent();
      assert.equal(await found.locator('.paper bdi').textContent(), shown);
    }
  });

  test('a widget that is taken away takes all with it', async () => {
    const { page, errors } = await open(banner + scripts);
    const counts = () =>
      page.evaluate(() => ({
        nodes: document.querySelectorAll('*').length,
        sheets: document.adoptedStyleSheets.length,
      }));
    await unfold(page);
    const before = await counts();
    await page.evaluate(() => document.querySelector('havn-hotline-banner')?.remove());
    // The widget, and the three elements of the text that was pasted into it.
    assert.deepEqual(await counts(), { ...before, nodes: before.nodes - 3 });
    assert.deepEqual(errors, []);
  });

  test('axe finds nothing, unfolded, in the light and in the dark', async () => {
    const { page } = await open(
      `<main><h1>x</h1><h2>x</h2>${banner}${card('iom-varp')}</main>${scripts}`,
      {},
    );
    await page.evaluate(axe);
    await unfold(page);
    await unfold(page, 1);
    for (const button of await page.locator('[data-code=call]').all()) await button.click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await page.evaluate(faultsByAxe, { within: 'main' }), []);
    }
  });
});
