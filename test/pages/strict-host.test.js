/** The snippet on a page with the strictest policy: everything shows, nothing is said, nothing is left behind. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { elements } from '../../tools/build.js';
import { document, fallback, findNumber, openBrowser, scriptTag, strictPolicy } from './harness.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const tags = ['hotline-banner', 'service-finder', 'entitlements-list'];
const three = tags.map(name => `<havn-${name} exit>${fallback}</havn-${name}>`).join('');
const withReports = {
  'content-security-policy': `${strictPolicy}; report-uri /reports`,
};

describe('a page with the strict policy', () => {
  test('shows all three widgets with one request beyond the page and no word on the console', async () => {
    const { page, requests, messages, errors, context } = await browser.open(document(three + scriptTag()), {
      headers: withReports,
    });
    for (const name of tags)
      assert.equal(
        await page.evaluate(
          tag =>
            globalThis.document
              .querySelector(tag)
              ?.shadowRoot?.querySelector('[part=base]')
              ?.getAttribute('lang'),
          `havn-${name}`,
        ),
        'nb',
      );
    assert.deepEqual(requests, ['/page.html', '/dist/havn.js']);
    assert.deepEqual(messages, []);
    assert.deepEqual(errors, []);
    await context.close();
  });

  test('the test would see a violation', async () => {
    const { messages, context } = await browser.open(
      document(`${three}<p style="color:red">x</p>${scriptTag()}`),
      { headers: withReports },
    );
    assert.ok(messages.some(message => message.includes('Content Security Policy')));
    await context.close();
  });

  test('use leaves nothing: no cookie, no storage, no request, the same address, title and history', async () => {
    const { page, requests, context } = await browser.open(document(three + scriptTag()), {
      headers: withReports,
    });
    const trace = () =>
      page.evaluate(async () => ({
        url: location.href,
        title: globalThis.document.title,
        history: [history.length, JSON.stringify(history.state)],
        cookie: globalThis.document.cookie,
        storage: [localStorage.length, sessionStorage.length],
        databases: (await indexedDB.databases()).length,
        name: window.name,
      }));
    const before = await trace();
    await page.getByRole('searchbox').pressSequentially('hjelp nå');
    await page.getByRole('searchbox').press('Enter');
    await page.getByRole('searchbox').fill('');
    for (const button of await page.getByRole('button').all())
      if (await button.isVisible()) await button.click();
    for (const select of await page.getByRole('combobox').all()) await select.selectOption({ index: 1 });
    for (const summary of await page.locator('summary').all()) await summary.click();
    assert.deepEqual(await trace(), before);
    assert.deepEqual(await context.cookies(), []);
    assert.deepEqual(requests, ['/page.html', '/dist/havn.js']);
    await context.close();
  });

  for (const name of tags)
    test(`dist/elements/${name}.js alone does the same for its element`, async () => {
      const { page, requests, messages, errors, context } = await browser.open(
        document(`<havn-${name}>${fallback}</havn-${name}>${scriptTag(`elements/${name}.js`)}`),
        { headers: withReports },
      );
      assert.equal(await page.evaluate(findNumber), 'widget');
      assert.deepEqual([requests, messages, errors], [['/page.html', `/dist/elements/${name}.js`], [], []]);
      const shown =
        (await page.evaluate(
          tag => globalThis.document.querySelector(tag)?.shadowRoot?.textContent,
          `havn-${name}`,
        )) ?? '';
      assert.match(shown, /ROSAs hjelpetelefon/);
      await context.close();
    });

  for (const policy of [
    "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types havn 'allow-duplicates'",
    "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types havn",
    "default-src 'none'; script-src 'self'",
    "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; require-trusted-types-for 'script'",
  ])
    test(`works under ${policy}`, async () => {
      const script = scriptTag().replace('<script ', '<script nonce="abc" ');
      const { page, messages, errors, context } = await browser.open(document(three + script), {
        headers: { 'content-security-policy': policy },
      });
      assert.equal(await page.evaluate(findNumber), 'widget');
      assert.deepEqual([messages, errors], [[], []]);
      await context.close();
    });

  test('where the policy refuses our Trusted Types policy, the fallback shows', async () => {
    const { page, errors, context } = await browser.open(document(three + scriptTag()), {
      headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types other" },
    });
    assert.equal(await page.evaluate(findNumber), 'fallback');
    assert.deepEqual(errors, []);
    await context.close();
  });

  test('works under the hash of the script alone', async () => {
    const { page, messages, context } = await browser.open(document(three + scriptTag()), {
      headers: {
        'content-security-policy': `default-src 'none'; script-src '${(/integrity="([^"]+)"/.exec(scriptTag()) ?? [])[1]}'`,
      },
    });
    assert.equal(await page.evaluate(findNumber), 'widget');
    assert.deepEqual(messages, []);
    await context.close();
  });

  test('puts nothing of Lit or @lit/localize into the page', async () => {
    const { page, context } = await browser.open(document(three));
    const globals = () => page.evaluate(() => Object.getOwnPropertyNames(globalThis).sort());
    const before = await globals();
    await page.addScriptTag({ url: '/dist/havn.js' });
    assert.deepEqual(await globals(), before);
    await context.close();
  });
});

describe('no-script', () => {
  test('the fallback with its number shows, for each element', async () => {
    for (const name of tags) {
      const { page, context } = await browser.open(
        document(`<havn-${name}>${fallback}</havn-${name}>${scriptTag()}`),
        {
          context: { javaScriptEnabled: false },
        },
      );
      const link = page.locator('a[href="tel:+4722331160"]');
      assert.equal(await link.isVisible(), true, name);
      await context.close();
    }
  });

  test('it shows too where the script is blocked, missing, broken or not what its hash says', async () => {
    browser.serve('/broken.js', { body: 'this is (not a script', type: 'text/javascript' });
    for (const script of [
      '<script src="/missing.js" defer></script>',
      '<script src="/broken.js" defer></script>',
      `<script src="/broken.js" integrity="sha384-${'A'.repeat(64)}" crossorigin="anonymous" defer></script>`,
    ]) {
      const { page, context } = await browser.open(
        document(`<havn-hotline-banner>${fallback}</havn-hotline-banner>${script}`),
      );
      assert.equal(await page.evaluate(findNumber), 'fallback');
      await context.close();
    }
    const { page, context } = await browser.open(document(`${three}${scriptTag()}`), {
      headers: { 'content-security-policy': "default-src 'none'" },
    });
    assert.equal(await page.evaluate(findNumber), 'fallback');
    await context.close();
  });

  test('an old browser without adoptedStyleSheets keeps the fallback', async () => {
    const { page, errors, context } = await browser.open(
      document(`<script>delete Document.prototype.adoptedStyleSheets</script>${three}${scriptTag()}`),
    );
    assert.equal(await page.evaluate(findNumber), 'fallback');
    assert.deepEqual(errors, []);
    await context.close();
  });

  test('dist/html is the same content as plain HTML', async () => {
    const { readFileSync } = await import('node:fs');
    for (const name of tags)
      for (const language of ['en', 'nb', 'nn']) {
        const html = readFileSync(
          new URL(`../../dist/html/${name}.${language}.html`, import.meta.url),
          'utf8',
        );
        assert.doesNotMatch(html, /<!--|<script|style=|part=|undefined|\[object/);
        const { page, context } = await browser.open(document(html), {
          context: { javaScriptEnabled: false },
        });
        assert.equal(await page.locator('a[href="tel:+4722331160"]:visible').first().isVisible(), true);
        assert.equal(await page.locator('[lang]').nth(1).getAttribute('lang'), language);
        await context.close();
      }
  });
});

describe('loaded more than once', () => {
  test('the same script twice is silent', async () => {
    const { page, messages, errors, context } = await browser.open(
      document(three + scriptTag() + scriptTag()),
    );
    assert.equal(await page.evaluate(findNumber), 'widget');
    assert.deepEqual([messages, errors], [[], []]);
    await context.close();
  });

  test('an element’s script and the whole one get along, in either order', async () => {
    for (const scripts of [
      [scriptTag(), scriptTag('elements/hotline-banner.js')],
      [scriptTag('elements/hotline-banner.js'), scriptTag()],
    ]) {
      const { page, messages, errors, context } = await browser.open(document(three + scripts.join('')), {
        headers: withReports,
      });
      for (const name of tags)
        assert.ok(
          await page.evaluate(
            tag => globalThis.document.querySelector(tag)?.shadowRoot !== null,
            `havn-${name}`,
          ),
        );
      assert.deepEqual([messages, errors], [[], []]);
      await context.close();
    }
  });

  test('another version warns once for each tag, and the first one stays', async () => {
    const { readFileSync } = await import('node:fs');
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    const script = readFileSync(new URL('../../dist/havn.js', import.meta.url), 'utf8');
    browser.serve('/other.js', {
      body: script.replaceAll(`"${version}"`, '"9.9.9"'),
      type: 'text/javascript',
    });
    const { page, messages, errors, context } = await browser.open(
      document(`${three}${scriptTag()}<script src="/other.js" defer></script>`),
    );
    assert.equal(await page.evaluate(findNumber), 'widget');
    assert.equal(messages.length, Object.keys(elements).length);
    for (const message of messages) assert.match(message, /^warning: <havn-.*9\.9\.9/);
    assert.deepEqual(errors, []);
    await context.close();
  });

  test('a tag of somebody else’s is theirs, with one warning, and the number stays', async () => {
    const { page, messages, errors, context } = await browser.open(
      document(
        `<script>customElements.define('havn-hotline-banner', class extends HTMLElement {})</script>${three}${scriptTag()}`,
      ),
    );
    assert.equal(await page.evaluate(findNumber), 'fallback');
    assert.equal(messages.length, 1);
    assert.match(messages[0], /havn-hotline-banner.*another script/);
    assert.deepEqual(errors, []);
    await context.close();
  });
});

describe('properties set before the script has run', () => {
  test('are taken up', async () => {
    const { page, context } = await browser.open(
      document(`<havn-hotline-banner>${fallback}</havn-hotline-banner><script>
        const banner = document.querySelector('havn-hotline-banner');
        banner.layout = 'card';
        banner.exit = true;
        banner.exitHref = 'https://www.nrk.no/';
      </script>${scriptTag()}`),
    );
    const shown = await page.evaluate(() => {
      const root = globalThis.document.querySelector('havn-hotline-banner')?.shadowRoot;
      return [
        root?.querySelector('[part=base]')?.className,
        root?.querySelector('[part=exit]')?.getAttribute('href'),
      ];
    });
    assert.deepEqual(shown, ['banner card', 'https://www.nrk.no/']);
    await context.close();
  });
});

describe('the accessibility tree', () => {
  test('of the banner, as a screen reader is told it', async () => {
    const { page, context } = await browser.open(
      document(
        `<main><havn-hotline-banner exit lang="en">${fallback}</havn-hotline-banner></main>${scriptTag()}`,
      ),
    );
    assert.equal(
      await page.locator('main').ariaSnapshot(),
      `- main:
  - group "Forced, threatened or exploited?":
    - paragraph: Forced, threatened or exploited?
    - paragraph: Helpline for victims of human trafficking, for every gender. Open day and night.
    - link "ROSA helpline Call 22 33 11 60":
      - /url: tel:+4722331160
    - paragraph:
      - text: In danger now?
      - link "Call 112":
        - /url: tel:112
    - link "Leave this page":
      - /url: https://www.yr.no/`.replaceAll('22 33 11 60"', '22 33 11 60"'),
    );
    await context.close();
  });

  test('of a card in the finder', async () => {
    const { page, context } = await browser.open(
      document(`<main><havn-service-finder lang="nb"></havn-service-finder></main>${scriptTag()}`),
    );
    await page.getByRole('searchbox', { name: 'Hva trenger du hjelp med?' }).fill('Lauras hus');
    const card = await page.getByRole('listitem').first().ariaSnapshot();
    assert.match(card, /heading "Lauras hus" \[level=3\]/);
    assert.match(card, /link "Ring 22.33.11.60"/);
    assert.equal(
      await page
        .getByRole('status')
        .textContent()
        .then(text => text?.trim()),
      '1 tjeneste',
    );
    assert.equal(await page.getByRole('search', { name: 'Hva trenger du hjelp med?' }).count(), 1);
    await context.close();
  });
});

describe('forced colours', () => {
  test('buttons keep their borders, and an open line looks open', async () => {
    const { page, context } = await browser.open(document(three + scriptTag()), {
      context: { forcedColors: 'active' },
    });
    const borders = await page.evaluate(() =>
      [...globalThis.document.querySelectorAll('havn-hotline-banner, havn-service-finder')].flatMap(element =>
        [...(element.shadowRoot?.querySelectorAll('.target') ?? [])].map(target => {
          const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(target);
          return borderTopWidth === '1px' && borderTopColor !== backgroundColor;
        }),
      ),
    );
    assert.ok(borders.length > 10);
    assert.ok(borders.every(Boolean));
    await context.close();
  });
});
