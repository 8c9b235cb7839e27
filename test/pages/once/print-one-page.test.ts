/** "Print one page": exactly one page of A4, with nothing of the host page on it, and nothing left behind. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { fallback, openBrowser, pageOf, scriptTag, strictPolicy } from '../../../tools/test/harness.js';
import { rosa } from '../../rosa.js';
import { readPdf } from '../pdf.js';

const browser = await openBrowser();
after(() => browser.close());
afterEach(() => browser.closePages());

const professions = ['police', 'immigration', 'social-services', 'child-welfare', 'health', 'ngo', 'other'];
const languages = ['en', 'nb', 'nn'];
const dates = { en: '25November2026', nb: '25.november2026', nn: '25.november2026' };

/** A page with much around the guide, and styles that fight for their place. */
const host = `
  <header>HOSTTEXT header</header>
  <form><input name="setAttribute"><input name="parentNode"><input name="children">
    <main>HOSTTEXT beside <p>HOSTTEXT before</p><havn-referral-guide>${fallback}</havn-referral-guide>HOSTTEXT behind</main>
  </form>
  <aside>HOSTTEXT aside</aside><footer>HOSTTEXT footer</footer>`;
const head = '<link rel="stylesheet" href="/host.css">';
const css = `
  @page { size: A5 landscape; margin: 50mm }
  html { padding: 40px; background: #ddd; font-size: 30px; line-height: 60px; font-family: "DejaVu Sans" }
  body { display: grid !important; grid-template-columns: 1fr 20rem; min-height: 300vh; border: 9px solid }
  body::before, main::after { content: "HOSTTEXT pseudo" }
  main { columns: 2; max-width: 20rem; position: relative; overflow: hidden; height: 400px; letter-spacing: 3px }
  header { position: fixed; inset: 0 0 auto; display: block !important }
  havn-referral-guide { max-width: 200px; margin: 99px; float: right }`;

/** @param sheet of the host: `css` makes printing take ten times as long */
async function openHost(html: string, sheet: string = '') {
  browser.serve('/host.css', { body: sheet, type: 'text/css' });
  const opened = await browser.open(pageOf(html + scriptTag(), head), {
    headers: { 'content-security-policy': strictPolicy },
  });
  // A dialog would wait for somebody: what is printed is what page.pdf() draws between its two events.
  // Bound, it reads as the browser's own: a function of the page's would be passed over.
  await opened.page.evaluate(() => {
    globalThis.print = (() => {}).bind(globalThis);
  });
  return opened;
}

const state = (page: Page) =>
  page.evaluate(() => {
    const of = (root: Document | ShadowRoot): unknown[] => [
      root.adoptedStyleSheets.length,
      ...[...root.querySelectorAll('*')].map(node => [
        node.localName,
        node.getAttributeNames().filter(name => name !== 'open' || !node.shadowRoot),
        node.shadowRoot ? of(node.shadowRoot) : 0,
      ]),
    ];
    return JSON.stringify([
      location.href,
      globalThis.document.title,
      history.length,
      of(globalThis.document),
    ]);
  });

/** By script: on this page the host has cut the button off. */
const press = (page: Page) =>
  page.locator('havn-referral-guide [part=print]').evaluate(button => (button as HTMLElement).click());

async function printed(page: Page) {
  await press(page);
  return readPdf(await page.pdf({ preferCSSPageSize: true }));
}

/** Not by the clock of the driver, which all pages of a browser have in common. */
const setTime = (page: Page, instant: string) =>
  page.evaluate(fixed => {
    globalThis.Date = new Proxy(Date, {
      construct: (target, words) => Reflect.construct(target, words.length ? words : [fixed]),
    });
  }, instant);

function assertCard({ pages, text }: { pages: [number, number][]; text: string }, date: string = dates.nb) {
  assert.deepEqual(
    pages.map(size => size.map(Math.round)),
    [[595, 842]],
  );
  for (const needed of [rosa.digits, '112', '47451500', 'KOM.pod@politiet.no', date])
    assert.ok(text.includes(needed), `${needed} is missing in ${text}`);
  assert.doesNotMatch(text, /HOSTTEXT/);
  // Each section of the source, at its statements and once more by its title.
  for (const number of [1, 2, 3, 4, 5, 6, 7])
    assert.ok(text.split(`[${number}]`).length > 2, `[${number}] in ${text}`);
}

/** Prints for each of the professions; the page stays as it was. */
async function printEach(page: Page, language: string, professions: string[]) {
  for (const profession of professions) {
    await page.evaluate(
      ({ language, profession }) => {
        const guide = globalThis.document.querySelector('havn-referral-guide');
        guide?.setAttribute('lang', language);
        guide?.setAttribute('profession', profession);
      },
      { language, profession },
    );
    const earlier = await state(page);
    const pdf = await printed(page);
    assertCard(pdf, dates[language as 'en']);
    const own = await page.locator('havn-referral-guide [part=own]').textContent();
    assert.ok(pdf.text.includes((own ?? '').replace(/\s/g, '')));
    assert.equal(await state(page), earlier, profession);
  }
}

describe('print one page', () => {
  for (const language of languages)
    test(`one page for each profession in ${language}, and the page stays as it was`, async () => {
      const { page, messages, errors } = await openHost(host);
      await printEach(page, language, professions);
      // The host page, which is no longer hidden: the reader of PDFs would have seen it on the sheets before.
      assert.match(readPdf(await page.pdf()).text, /HOSTTEXTheader/);
      assert.deepEqual([messages, errors], [[], []]);
    });

  test('also where the styles of the page fight for their place: for who has most to read', async () => {
    const { page, messages, errors } = await openHost(host, css);
    await printEach(page, 'nb', ['other']);
    const { pages, text } = readPdf(await page.pdf());
    assert.match(text, /HOSTTEXTheader/);
    assert.ok(pages.length > 1);
    assert.match(text, /HOSTTEXTpseudo/);
    assert.deepEqual([messages, errors], [[], []]);
  });

  test('the number of the helpline is the largest thing on the sheet', async () => {
    const { page } = await openHost(host, css);
    await page.emulateMedia({ media: 'print' });
    await press(page);
    const [number = 0, ...others] = await page.evaluate(() => {
      const root = globalThis.document.querySelector('havn-referral-guide')?.shadowRoot;
      const own = root?.querySelector('.numbers .number');
      return [own, ...(root?.querySelectorAll('*') ?? [])]
        .filter((node): node is Element => !!node && !own?.contains(node.parentElement))
        .filter((node, index) => node !== own || index === 0)
        .map(node => Number.parseFloat(getComputedStyle(node).fontSize));
    });
    assert.ok(number >= 1.8 * Math.max(...others), `${number} px, not far above ${Math.max(...others)} px`);
  });

  test('says on which day of Norway it was printed, also where the page has been open since the day before', async () => {
    const { page } = await openHost(host);
    for (const [instant, day] of [
      ['2027-03-02T22:30Z', '2.mars2027'],
      ['2027-03-02T23:30Z', '3.mars2027'],
    ] as const) {
      await setTime(page, instant);
      assert.ok((await printed(page)).text.includes(`Skrevetut${day}`), day);
    }
    // A clock that cannot be right tells no day.
    await setTime(page, '1999-03-02T12:00Z');
    assert.doesNotMatch((await printed(page)).text, /Skrevetut/);
  });

  test('under a title that tells nothing of the page, which then has its own again', async () => {
    for (const html of [
      host,
      `<script>document.title = ''; document.querySelector('title').remove()</script>${host}`,
    ]) {
      const { page } = await openHost(html);
      const own = await page.title();
      await page.evaluate(() => {
        globalThis.print = (() => {
          Reflect.set(globalThis, 'named', globalThis.document.title);
        }).bind(globalThis);
      });
      await press(page);
      const pdf = await page.pdf({ preferCSSPageSize: true, displayHeaderFooter: true });
      assert.equal(await page.evaluate('named'), 'Informasjon');
      assert.match(pdf.toString('latin1'), /\/Title \(Informasjon\)/);
      // What the browser itself would print in the margin of the sheet.
      assert.doesNotMatch(readPdf(pdf).text, /Kommunen|127\.0\.0\.1|26\/\d/);
      assert.equal(await page.title(), own);
      // What the reader prints from the menu of the browser is the page's own.
      if (own) assert.ok((await page.pdf()).includes(`/Title (${own})`));
      await page.close();
    }
  });

  for (const sheet of [
    '@page { size: A5; margin: 25mm !important }',
    '@page :first { margin: 25mm !important }',
    '@media print { @layer page { @page { size: A5 landscape !important } } }',
    '@page letter { margin: 25mm !important } body, main, havn-referral-guide { page: letter !important }',
  ])
    test(`without room for the address of the page, also where the page insists: ${sheet}`, async () => {
      const { page } = await openHost(`${host}<form name="styleSheets"></form>`, sheet);
      const ownRules = () =>
        page
          .locator('link')
          .evaluate(link =>
            [...((link as HTMLLinkElement).sheet?.cssRules ?? [])].map(({ cssText }) => cssText),
          );
      const before = await ownRules();
      assert.ok(before.length > 0);
      await press(page);
      const pdf = readPdf(await page.pdf({ preferCSSPageSize: true, displayHeaderFooter: true }));
      assertCard(pdf);
      assert.doesNotMatch(pdf.text, /127\.0\.0\.1|26\/\d/);
      // Then the page has its own sheet again.
      assert.deepEqual(await ownRules(), before);
    });

  test('also where a sheet from another server insists, which is for paper again afterwards', async () => {
    browser.serve('/other.css', {
      body: '@page { size: A5; margin: 25mm !important } body { color: #010203 }',
      type: 'text/css',
    });
    const link = (media: string) =>
      `<link rel="stylesheet" media="${media}" href="${browser.origin.replace('127.0.0.1', 'localhost')}/other.css">`;
    for (const media of ['', 'print']) {
      const { page: other } = await browser.open(pageOf(host + scriptTag(), link(media)));
      await other.evaluate(() => {
        globalThis.print = (() => {}).bind(globalThis);
      });
      const mediaNow = () => other.evaluate(() => globalThis.document.styleSheets[0]?.media.mediaText);
      await press(other);
      // On screen the page stays as it is.
      assert.equal(
        await other.evaluate(() => getComputedStyle(globalThis.document.body).color === 'rgb(1, 2, 3)'),
        media === '',
      );
      assertCard(readPdf(await other.pdf({ preferCSSPageSize: true })));
      assert.equal(await mediaNow(), media);
    }
  });

  test('deep in the shadow roots and slots of other elements', async () => {
    const { page } = await openHost('<div id="outer">HOSTTEXT light<span>HOSTTEXT span</span></div>', css);
    await page.evaluate(() => {
      const outer = globalThis.document.querySelector('#outer') as Element;
      const outerRoot = outer.attachShadow({ mode: 'closed' });
      const inner = globalThis.document.createElement('section');
      outerRoot.append('HOSTTEXT outer', inner);
      const innerRoot = inner.attachShadow({ mode: 'open' });
      const frame = globalThis.document.createElement('div');
      const slotted = globalThis.document.createElement('p');
      slotted.textContent = 'HOSTTEXT inner';
      frame.append('HOSTTEXT frame', globalThis.document.createElement('slot'));
      innerRoot.append(slotted, frame);
      const guide = globalThis.document.createElement('havn-referral-guide');
      inner.append('HOSTTEXT slotted', guide);
      Object.assign(globalThis, {
        press: () => guide.shadowRoot?.querySelector<HTMLElement>('[part=print]')?.click(),
        trees: () =>
          [globalThis.document, outerRoot, innerRoot].map(root => [
            root.adoptedStyleSheets.length,
            root.querySelectorAll('[data-havn-print]').length,
          ]),
      });
    });
    await page.evaluate('press()');
    assertCard(readPdf(await page.pdf({ preferCSSPageSize: true })));
    assert.deepEqual(await page.evaluate('trees()'), Array(3).fill([0, 0]));
  });

  for (const [tag, most] of [
    ['havn-entitlements-list', 4],
    ['havn-return-guide', 2],
  ] as const)
    test(`${tag} alone, unfolded, and the page stays as it was`, async () => {
      const { page, messages, errors } = await openHost(host.replaceAll('havn-referral-guide', tag), css);
      const earlier = await state(page);
      await page.locator(`${tag} [part=print]`).evaluate(button => (button as HTMLElement).click());
      assert.equal(await page.title(), 'Informasjon');
      const { pages, text } = readPdf(await page.pdf({ preferCSSPageSize: true }));
      assert.ok(pages.length <= most, `${pages.length} sheets`);
      assert.ok(text.includes(rosa.digits) && /IOM/.test(text), text);
      assert.doesNotMatch(text, /HOSTTEXT/);
      assert.equal(await state(page), earlier);
      assert.deepEqual([messages, errors], [[], []]);
    });

  test('nothing that a stranger has marked for the sheet stands on it', async () => {
    const { page } = await openHost(
      `<p data-havn-print="alone">HOSTTEXT marked</p><div data-havn-print="way">HOSTTEXT way <b data-havn-print="alone">HOSTTEXT within</b></div>
      <form data-havn-print="alone">HOSTTEXT form<input name="getAttribute"></form>${host}`,
    );
    await press(page);
    assertCard(readPdf(await page.pdf({ preferCSSPageSize: true })));
  });

  test('sheets that the host adopts meanwhile stay', async () => {
    const { page } = await openHost(host);
    await press(page);
    await page.evaluate(() => {
      globalThis.document.adoptedStyleSheets = [
        ...globalThis.document.adoptedStyleSheets,
        new CSSStyleSheet(),
      ];
    });
    await page.pdf();
    assert.equal(await page.evaluate(() => globalThis.document.adoptedStyleSheets.length), 1);
  });

  for (const own of ['function print() {}', 'var print = 1;', 'let print;', 'function print() { throw 1 }'])
    test(`also on a page with "${own}"`, async () => {
      const { page, errors } = await browser.open(
        pageOf(
          `<script>${own}</script><script>onbeforeprint = () => { window.marked = document.querySelectorAll('[data-havn-print]').length }</script>${host}${scriptTag()}`,
          head,
        ),
      );
      await press(page);
      assert.ok(Number(await page.evaluate('marked')) > 1);
      await page.waitForFunction(() => !globalThis.document.querySelector('[data-havn-print]'));
      assert.equal(await page.locator('iframe').count(), 0);
      assert.deepEqual(errors, []);
    });

  test('where printing is refused or broken, all is taken back and the guide stands', async () => {
    for (const refuse of [
      'globalThis.print = (() => { throw new Error("no") }).bind()',
      'globalThis.print = (() => {}).bind()',
    ]) {
      const { page, errors } = await openHost(host);
      await page.evaluate(refuse);
      const earlier = await state(page);
      await page.clock.install();
      await press(page);
      await page.clock.runFor(5000);
      assert.equal(await state(page), earlier);
      assert.equal(await page.locator('[part=print]').isVisible(), true);
      assert.deepEqual(errors, []);
      await page.close();
    }
  });

  test('two prints at once, where the browser does not wait for the first, leave nothing', async () => {
    const { page } = await browser.open(
      pageOf(
        `<havn-hotline-banner layout="card" lang="en">${fallback}</havn-hotline-banner>${host}${scriptTag()}${scriptTag('hand-over.js')}`,
      ),
    );
    for (const print of ['dispatchEvent(new Event("beforeprint"))', '']) {
      await page.evaluate(`globalThis.print = (() => { ${print} }).bind()`);
      await page.evaluate(() => {
        const card = globalThis.document.querySelector('havn-hotline-banner')?.shadowRoot;
        const control = card?.querySelector<HTMLDetailsElement>('.hand-over');
        if (control) control.open = true;
      });
      await page.locator('.hand-over button').first().waitFor();
      const own = await page.title();
      await page.evaluate(() => {
        for (const [tag, button] of [
          ['havn-hotline-banner', '.hand-over button'],
          ['havn-referral-guide', '[part=print]'],
        ] as const)
          globalThis.document.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>(button)?.click();
      });
      assert.notEqual(await page.title(), own);
      if (print) await page.evaluate('dispatchEvent(new Event("afterprint"))');
      await page.waitForFunction(() => !globalThis.document.adoptedStyleSheets.length);
      assert.equal(await page.title(), own);
      assert.equal(await page.locator('[data-havn-print]').count(), 0);
    }
  });

  test('from the menu of the browser it has a sheet of its own, in its own size, below what the page has', async () => {
    // Chromium shrank all to fit one sheet, or broke the columns.
    for (const taken of [500, 600, 900]) {
      const { page } = await openHost(
        '<p>HOSTTEXT</p><havn-referral-guide profession="child-welfare"></havn-referral-guide>',
        `p { block-size: ${taken}px } body { font-family: "DejaVu Sans" }`,
      );
      await page.locator('havn-referral-guide [part=print]').waitFor();
      assert.equal(readPdf(await page.pdf({ format: 'A4' })).pages.length, 2, `${taken} px`);
      assert.equal(readPdf(await page.pdf({ format: 'A4', pageRanges: '1' })).text, 'HOSTTEXT');
    }
  });

  test('a guide in long words goes on to another sheet, and its letters stay as large', async () => {
    // Chromium shrank all to letters of 6 points, on one sheet with the page above.
    for (const language of ['es', 'fil', 'ru']) {
      const { page } = await openHost(
        `<p>HOSTTEXT</p><havn-referral-guide lang="${language}"></havn-referral-guide>`,
        'p { block-size: 300px } body { font-family: "DejaVu Sans" }',
      );
      await page.locator(`havn-referral-guide [part=base][lang=${language}]`).waitFor();
      const margin = { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' };
      assert.equal(
        readPdf(await page.pdf({ format: 'A4', margin, pageRanges: '1' })).text,
        'HOSTTEXT',
        language,
      );
    }
  });

  test('no number stands at the beginning of a line, before the name of another', async () => {
    const { page } = await openHost(host);
    await page.setViewportSize({ width: 718, height: 1000 });
    await page.locator('havn-referral-guide [part=print]').waitFor();
    await page.emulateMedia({ media: 'print' });
    const boxes = await page.evaluate(() => {
      const root = globalThis.document.querySelector('havn-referral-guide')?.shadowRoot;
      return [...(root?.querySelectorAll('[part=step] .services > li') ?? [])].map(
        contact => contact.getClientRects().length,
      );
    });
    assert.ok(boxes.length > 1);
    assert.deepEqual(new Set(boxes), new Set([1]));
  });
});

describe('the contacts on paper', () => {
  test('the first sheet has the number of the helpline, and no contact begins a sheet of its own', async () => {
    const { page } = await openHost(
      '<havn-contact-directory lang="ro"></havn-contact-directory>',
      'body { font-family: "DejaVu Sans" }',
    );
    await page.locator('havn-contact-directory [part=base][lang=ro]').waitFor();
    assert.ok(readPdf(await page.pdf({ format: 'A4', pageRanges: '1' })).text.includes(rosa.digits));
    const contacts = await page.locator('havn-contact-directory tbody tr').count();
    assert.ok(readPdf(await page.pdf({ format: 'A4' })).pages.length < contacts, `${contacts} contacts`);
  });
});

describe('on paper', () => {
  // Seven and eight sheets, where text kept to a third of the width and each number had a button's height.
  for (const [what, html, sheets] of [
    ['the contacts', '<havn-contact-directory lang="fr"></havn-contact-directory>', 4],
    [
      'the entitlements',
      '<havn-entitlements-list lang="fr" audience="professional"></havn-entitlements-list>',
      4,
    ],
  ] as const)
    test(`${what} in French take at most ${sheets} sheets`, async () => {
      const { page } = await openHost(html, 'body { font-family: "DejaVu Sans" }');
      await page.locator(`${/havn-[a-z-]+/.exec(html)} [part=base][lang=fr]`).waitFor();
      const { pages } = readPdf(await page.pdf({ format: 'A4' }));
      assert.ok(pages.length <= sheets, `${pages.length} sheets`);
    });

  // Two in Russian and French, where the text kept to the width of a screen's line.
  test('the return guide takes one sheet, in languages with long words too', async () => {
    for (const language of ['en', 'fr', 'ru', 'vi']) {
      const { page } = await openHost(`<havn-return-guide lang="${language}"></havn-return-guide>`);
      await page.locator(`havn-return-guide [part=base][lang=${language}]`).waitFor();
      assert.equal(readPdf(await page.pdf({ format: 'A4' })).pages.length, 1, language);
      await page.close();
    }
  });

  test('the contacts as plain HTML begin on the first sheet, without the English that nobody opened', async () => {
    const piece = readFileSync('dist/html/contact-directory.fr.html', 'utf8');
    const { page } = await browser.open(pageOf(piece, '<link rel="stylesheet" href="/dist/html/havn.css">'));
    const { text } = readPdf(await page.pdf({ format: 'A4' }));
    assert.doesNotMatch(text, /Whotocontact/);
    assert.ok(readPdf(await page.pdf({ format: 'A4', pageRanges: '1' })).text.includes(rosa.digits));
  });
});

// Cards that do not fit below the heading leave the first sheet all but empty.
test('the page of permits fills its first sheet, and takes two, in languages with long words too', async () => {
  for (const language of ['en', 'fr', 'ru']) {
    const { page } = await openHost(`<havn-permit-guide lang="${language}"></havn-permit-guide>`);
    await page.locator(`havn-permit-guide [part=base][lang=${language}]`).waitFor();
    assert.equal(readPdf(await page.pdf({ format: 'A4' })).pages.length, 2, language);
    await page.close();
  }
});
