/** The snippet on a page with the strictest policy: everything shows, and nothing is said. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, describe, test } from 'node:test';
import { helpline } from '../../tools/build/helpline.js';
import {
  fallback,
  findNumber,
  names,
  openBrowser,
  pageOf,
  scriptTag,
  strictPolicy,
} from '../../tools/test/harness.js';
import { rosa } from '../rosa.js';

const browser = await openBrowser();
after(() => browser.close());
afterEach(() => browser.closePages());

const all = names
  .map(name => `<havn-${name} service="rosa-helpline" exit>${fallback}</havn-${name}>`)
  .join('');
const withReports = {
  'content-security-policy': `${strictPolicy}; report-uri /reports`,
};

describe('a page with the strict policy', () => {
  test('shows all widgets with one request beyond the page and no word on the console', async () => {
    const { page, requests, messages, errors } = await browser.open(pageOf(all + scriptTag()), {
      headers: withReports,
    });
    for (const name of names)
      assert.equal(
        await page.evaluate(
          tag => document.querySelector(tag)?.shadowRoot?.querySelector('[part=base]')?.getAttribute('lang'),
          `havn-${name}`,
        ),
        'nb',
      );
    assert.deepEqual(requests, ['/page.html', '/dist/havn.js']);
    assert.deepEqual(messages, []);
    assert.deepEqual(errors, []);
  });

  test('may have JSON-LD in its head: it is data, and no policy minds it', async () => {
    const data = readFileSync(
      new URL('../../dist/api/jsonld/hotline-banner.nb.jsonld', import.meta.url),
      'utf8',
    );
    const { page, messages, errors } = await browser.open(
      pageOf(`<script type="application/ld+json">\n${data}</script>${all}${scriptTag()}`),
      { headers: withReports },
    );
    const [helpline] = await page.evaluate(
      () => JSON.parse(document.querySelector('script[type$=json]')?.textContent ?? '')['@graph'],
    );
    assert.equal(helpline.availableChannel.servicePhone[0].telephone, rosa.dialled);
    assert.deepEqual(messages, []);
    assert.deepEqual(errors, []);
  });

  test('the test would see a violation', async () => {
    const { messages } = await browser.open(pageOf(`${all}<p style="color:red">x</p>${scriptTag()}`), {
      headers: withReports,
    });
    assert.ok(messages.some(message => message.includes('Content Security Policy')));
  });

  for (const name of names)
    test(`dist/elements/${name}.js alone does the same for its element`, async () => {
      const { page, requests, messages, errors } = await browser.open(
        pageOf(
          `<havn-${name} service="rosa-helpline">${fallback}</havn-${name}>${scriptTag(`elements/${name}.js`)}`,
        ),
        { headers: withReports },
      );
      assert.deepEqual([requests, messages, errors], [['/page.html', `/dist/elements/${name}.js`], [], []]);
      const shown =
        (await page.evaluate(tag => document.querySelector(tag)?.shadowRoot?.textContent, `havn-${name}`)) ??
        '';
      // Two have no number to show, on purpose.
      const own = { 'quick-exit': /Forlat denne siden/, 'language-menu': /Norsk nynorsk/ };
      assert.match(shown, own[name as keyof typeof own] ?? /ROSAs hjelpetelefon/);
      if (!(name in own)) assert.equal(await page.evaluate(findNumber, helpline.href), 'widget');
    });

  test('puts nothing of Lit or @lit/localize into the page', async () => {
    const { page } = await browser.open(pageOf(all));
    const globals = () => page.evaluate(() => Object.getOwnPropertyNames(globalThis).sort());
    const before = await globals();
    await page.addScriptTag({ url: '/dist/havn.js' });
    assert.deepEqual(await globals(), before);
  });
});

describe('what is saved and copied', () => {
  const contacts = `<havn-contact-directory lang="en">${fallback}</havn-contact-directory>`;

  for (const [name, policy] of [
    ['the strict policy', `${strictPolicy}; report-uri /reports`],
    [
      'the strict policy and no frame, form or base',
      `${strictPolicy}; frame-src 'none'; form-action 'none'; base-uri 'none'`,
    ],
  ] as const)
    test(`files are made under ${name}, without a request, a violation or a change of the page`, async () => {
      const { page, requests, messages, errors } = await browser.open(pageOf(contacts + scriptTag()), {
        headers: { 'content-security-policy': policy },
      });
      const before = page.url();
      for (const [button, file, beginning] of [
        ['Save all as CSV', 'contacts.csv', '\ufeffid,name,'],
        ['Save as contact Voluntary return (VARP)', 'contact.vcf', 'BEGIN:VCARD\r\nVERSION:4.0\r\n'],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download', { timeout: 5000 }),
          page.getByRole('button', { name: button }).click(),
        ]);
        assert.equal(download.suggestedFilename(), file);
        assert.ok(readFileSync(await download.path(), 'utf8').startsWith(beginning));
      }
      assert.equal(page.url(), before);
      assert.equal(await page.evaluate(() => history.length), 2);
      assert.deepEqual(
        [requests.filter(address => !address.startsWith('blob:')), messages, errors],
        [['/page.html', '/dist/havn.js'], [], []],
      );
    });

  test('a sandboxed frame, which may drop files without a word, offers none; a contact can still be copied', async () => {
    const { page, messages } = await browser.open(
      pageOf(contacts + scriptTag().replace(/ (integrity|crossorigin)="[^"]*"/g, '')),
      { headers: { 'content-security-policy': 'sandbox allow-scripts' } },
    );
    assert.equal(await page.evaluate(() => origin), 'null');
    assert.equal(await page.getByRole('button', { name: /Save/ }).count(), 0);
    await page.getByRole('button', { name: 'Copy UDI (residence permits)' }).click();
    await page.getByText(/Copied: UDI|The text is selected/).waitFor();
    assert.deepEqual(messages, []);
  });

  test('no listener of the page hears of a file', async () => {
    const { page } = await browser.open(
      pageOf(
        `${contacts}<script>addEventListener('click', event => { document.title += event.composedPath()[0].localName }, true)</script>${scriptTag()}`,
      ),
    );
    await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save all as CSV' }).click(),
    ]);
    assert.equal(await page.title(), 'Kommunenbutton');
  });

  test('a contact is really on the clipboard where the page may write to it', async () => {
    const { page, messages } = await browser.open(pageOf(contacts + scriptTag()), {
      headers: { 'content-security-policy': strictPolicy },
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    await page.getByRole('button', { name: 'Copy UDI (residence permits)' }).click();
    await page.getByText('Copied: UDI').waitFor();
    // For a person the number alone, under a name that tells nothing.
    assert.equal(
      await page.evaluate(() => navigator.clipboard.readText()),
      'Telephone\n23\u00a035\u00a016\u00a000',
    );
    assert.deepEqual(messages, []);
  });

  test('where a policy forbids the clipboard, the contact is copied from a selection', async () => {
    const { page, errors } = await browser.open(pageOf(contacts + scriptTag()), {
      headers: { 'permissions-policy': 'clipboard-write=()', 'content-security-policy': strictPolicy },
    });
    await page.getByRole('button', { name: 'Copy UDI (residence permits)' }).click();
    await page.getByText(/Copied: UDI|The text is selected/).waitFor();
    assert.deepEqual(errors, []);
  });
});

describe('no-script', () => {
  test('the fallback with its number shows, for each element', async () => {
    const { page } = await browser.open(pageOf(all + scriptTag()), { context: { javaScriptEnabled: false } });
    for (const name of names)
      assert.equal(await page.locator(`havn-${name} ${rosa.link}`).isVisible(), true, name);
  });

  test('it shows too where the script is blocked, missing, broken or not what its hash says', async () => {
    browser.serve('/broken.js', { body: 'this is (not a script', type: 'text/javascript' });
    for (const script of [
      '<script src="/missing.js" defer></script>',
      '<script src="/broken.js" defer></script>',
      `<script src="/broken.js" integrity="sha384-${'A'.repeat(64)}" crossorigin="anonymous" defer></script>`,
    ]) {
      const { page } = await browser.open(
        pageOf(`<havn-hotline-banner>${fallback}</havn-hotline-banner>${script}`),
      );
      assert.equal(await page.evaluate(findNumber, helpline.href), 'fallback');
    }
    const { page } = await browser.open(pageOf(`${all}${scriptTag()}`), {
      headers: { 'content-security-policy': "default-src 'none'" },
    });
    assert.equal(await page.evaluate(findNumber, helpline.href), 'fallback');
  });

  test('an old browser without adoptedStyleSheets keeps the fallback', async () => {
    const { page, errors } = await browser.open(
      pageOf(`<script>delete Document.prototype.adoptedStyleSheets</script>${all}${scriptTag()}`),
    );
    assert.equal(await page.evaluate(findNumber, helpline.href), 'fallback');
    assert.deepEqual(errors, []);
  });

  test('dist/html is the same content as plain HTML', async () => {
    // The menu does nothing without script, and the exit has no number.
    const withNumber = names.filter(name => name !== 'language-menu' && name !== 'quick-exit');
    for (const language of ['en', 'nb', 'ar']) {
      const parts = withNumber.map(name => {
        const html = readFileSync(
          new URL(`../../dist/html/${name}.${language}.html`, import.meta.url),
          'utf8',
        );
        assert.doesNotMatch(html, /<!--|<\?|<script|style=|part=|undefined|\[object/);
        return `<section id="of-${name}">${html}</section>`;
      });
      const { page } = await browser.open(pageOf(parts.join('')), { context: { javaScriptEnabled: false } });
      for (const name of withNumber) {
        const part = page.locator(`#of-${name}`);
        assert.equal(await part.locator(`${rosa.link}:visible`).first().isVisible(), true, name);
        assert.equal(await part.locator('[lang]').first().getAttribute('lang'), language, name);
      }
    }
  });
});

describe('the accessibility tree', () => {
  test('of the banner, as a screen reader is told it', async () => {
    const { page } = await browser.open(
      pageOf(
        `<main><havn-hotline-banner exit lang="en">${fallback}</havn-hotline-banner></main>${scriptTag()}`,
      ),
    );
    assert.equal(
      await page.locator('main').ariaSnapshot(),
      `- main:
  - paragraph: Forced, threatened or exploited?
  - paragraph: "National helpline, day and night: someone to talk to, direct help, help to find a safe place. For victims of human trafficking of every gender."
  - link "ROSA helpline Call ${rosa.shown}":
    - /url: ${rosa.href}
  - paragraph:
    - text: In danger now?
    - 'link "Police emergency number: Call 112"':
      - /url: tel:112
      - text: Call 112
  - status
  - link "Leave this page":
    - /url: https://www.yr.no/
  - group: What leaving does not hide`,
    );
  });

  test('of a card in the finder', async () => {
    const { page } = await browser.open(
      pageOf(`<main><havn-service-finder lang="nb"></havn-service-finder></main>${scriptTag()}`),
    );
    await page.getByRole('searchbox', { name: 'Hva trenger du hjelp med?' }).fill('Lauras hus');
    const card = await page.getByRole('listitem').first().ariaSnapshot();
    assert.match(card, /heading "Lauras hus" \[level=3\]/);
    assert.match(card, new RegExp(`link "ROSAs hjelpetelefon: Ring ${rosa.pattern.source}"`));
    assert.equal(
      await page
        .getByRole('status')
        .textContent()
        .then(text => text?.trim()),
      '1 tjeneste',
    );
    assert.equal(await page.getByRole('search', { name: 'Hva trenger du hjelp med?' }).count(), 1);
  });
});

describe('forced colours', () => {
  test('buttons keep their borders, and an open line looks open', async () => {
    const { page } = await browser.open(pageOf(all + scriptTag()), {
      context: { forcedColors: 'active' },
    });
    const borders = await page.evaluate(() =>
      [...document.querySelectorAll('havn-hotline-banner, havn-service-finder')].flatMap(element =>
        [...(element.shadowRoot?.querySelectorAll('.target:not(.draft *)') ?? [])].map(target => {
          const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(target);
          return borderTopWidth === '1px' && borderTopColor !== backgroundColor;
        }),
      ),
    );
    assert.ok(borders.length > 10);
    assert.ok(borders.every(Boolean));
  });
});
