/** The documentation as the strict server has it: every page under its policy, with axe, on a phone, and by keys alone. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { readSources } from '../../../tools/docs/documents.js';
import { createServer } from '../../../tools/docs/serve.js';
import { allRules, axe, faultsByAxe } from '../../../tools/test/axe.js';
import { builderPolicy, cutOff, openBrowser } from '../../../tools/test/harness.js';
import { openServer } from '../../../tools/test/server.js';
import { rosa } from '../../rosa.js';

type Opened = Awaited<ReturnType<Awaited<ReturnType<typeof openBrowser>>['open']>>;

const lists = ['en', 'nb'].flatMap(language =>
  ['', 'elements/', 'search/'].map(path => `${language}/${path}`),
);
/** One page of those that differ in their words alone: a decision, and an element in one language. */
const isAlike = ({ group, language, url }: ReturnType<typeof readSources>[number]) =>
  (group === 'decisions' && !/0025|decisions\/$/.test(url)) || (group === 'elements' && language === 'en');
const paths = [
  '',
  ...lists,
  ...readSources()
    .filter(source => !isAlike(source))
    .map(({ url }) => url),
];

const browser = await openBrowser();
const server = await openServer(createServer());
const origin = `${server.origin}/docs/`;
after(async () => {
  await browser.close();
  await server.close();
});

async function openTab(context?: Omit<BrowserContextOptions, 'viewport'>) {
  const opened = await browser.open('<!doctype html><title>x</title>', context ? { context } : {});
  opened.messages.length = opened.requests.length = 0;
  return opened;
}

/** One page of each kind, whose colours are looked at, in the dark too. The pages of a kind have one style sheet. */
const kinds = [
  '',
  'nb/',
  'nb/elements/hotline-banner/',
  'nb/guides/municipality/',
  'en/search/',
  'en/brand/',
  'en/embedding/',
];

/** @param isInColour whether contrast is looked at: it takes axe half of its time, and is that of the style sheet */
async function violationsOf(page: Page, isInColour: boolean = true) {
  await page.evaluate(axe);
  return page.evaluate(faultsByAxe, {
    runOnly: allRules,
    rules: { 'color-contrast': { enabled: isInColour } },
  });
}

test('each kind is a page', () =>
  assert.deepEqual(
    kinds.filter(path => !paths.includes(path)),
    [],
  ));

describe('each page', () => {
  let tab: Opened;
  before(async () => {
    tab = await openTab();
  });

  for (const path of paths)
    test(`${path || 'the root'}: axe finds nothing, the policy forbids nothing, nothing is cut off`, async () => {
      const { page, messages, errors } = tab;
      await page.setViewportSize({ width: 1200, height: 800 });
      const answer = await page.goto(origin + path);
      assert.equal(answer?.status(), 200);
      assert.match(
        answer?.headers()['content-security-policy'] ?? '',
        /^default-src 'none'; script-src 'self'; style-src 'self';/,
      );
      assert.deepEqual(await violationsOf(page, kinds.includes(path)), []);
      await page.setViewportSize({ width: 320, height: 700 });
      assert.deepEqual(await page.evaluate(cutOff), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      assert.deepEqual([messages, errors], [[], []]);
    });
});

describe('in the dark', () => {
  for (const path of kinds)
    test(`${path || 'the root'}: axe finds nothing`, async () => {
      const { page } = await openTab({ colorScheme: 'dark' });
      await page.goto(origin + path);
      assert.deepEqual(await violationsOf(page), []);
      await page.close();
    });
});

describe('the search', () => {
  /** What is found for each of some words that are typed, one after the other. */
  async function searched(
    language: string,
    all: string[],
    look: (tab: Opened, words: string) => Promise<void>,
  ) {
    const tab = await openTab();
    const { page } = tab;
    await page.goto(`${origin}${language}/search/`);
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.id === 'search-field')) break;
    }
    for (const words of all) {
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      assert.equal(await page.getByRole('status').textContent(), '');
      await page.keyboard.type(words);
      // The index comes when the field has the focus.
      await page.waitForFunction(() => document.getElementById('search-status')?.textContent);
      await look(tab, words);
    }
    await page.close();
  }

  test('finds by keys alone, tells how much, and leads to the place', async () => {
    await searched('en', ['sticky keys'], async ({ page, requests, messages }) => {
      await page
        .getByRole('status')
        .filter({ hasText: /^\d+ places? found$/ })
        .waitFor();
      const asked = requests.length;
      await page.keyboard.press('Tab');
      assert.match(
        await page.evaluate(() => document.activeElement?.textContent ?? ''),
        /Quick exit: Accessibility/,
      );
      assert.equal(new URL(page.url()).search, '');
      assert.equal(requests.length, asked);
      await page.keyboard.press('Enter');
      await page.waitForURL(`${origin}en/elements/quick-exit/#accessibility`);
      assert.deepEqual(messages, []);
    });
  });

  test('takes å, ø and æ however they are written', async () => {
    // Words so short that no slip is forgiven in them.
    for (const forms of [
      ['råd', 'RÅD', 'raad', 'rad'],
      ['øye', 'oeye', 'oye'],
      ['vær', 'vaer'],
    ]) {
      const found: string[][] = [];
      await searched('nb', forms, async ({ page }) => {
        found.push(await page.locator('#search-results a').allTextContents());
      });
      const [first = [], ...others] = found;
      assert.ok(first.length > 0, forms[0]);
      for (const other of others) assert.deepEqual(other, first);
    }
  });

  test('forgives a slip, and says where nothing is found', async () => {
    await searched('nb', ['qqqqqqq', 'utgnag'], async ({ page }, words) => {
      const isNone = words === 'qqqqqqq';
      assert.equal((await page.locator('#search-results a').count()) > 0, !isNone);
      assert.equal((await page.getByRole('status').textContent())?.includes('Ingen treff.'), isNone);
    });
  });

  test('says which pages are in English', async () => {
    await searched('nb', ['rammer'], async ({ page }) => {
      const english = page.locator('#search-results li', { has: page.locator('a[hreflang=en]') }).first();
      assert.match((await english.textContent()) ?? '', /på engelsk/);
    });
  });

  test('without script there is none, and all pages are listed', async () => {
    const { page } = await openTab({ javaScriptEnabled: false });
    await page.goto(`${origin}nb/search/`);
    assert.equal(await page.getByRole('searchbox').isVisible(), false);
    assert.ok((await page.locator('main a').count()) > 60);
    await page.getByRole('link', { name: 'Utgang', exact: true }).click();
    await page.waitForURL(`${origin}nb/elements/quick-exit/`);
    assert.ok(await page.getByRole('link', { name: 'Forlat denne siden' }).isVisible());
    assert.ok(await page.locator('pre').first().isVisible());
    await page.close();
  });
});

describe('an example', () => {
  test('is the element itself, in the language of the page and in any other', async () => {
    const { page, messages } = await openTab();
    await page.goto(`${origin}nb/elements/hotline-banner/`);
    const banner = page.locator('havn-hotline-banner').first();
    assert.equal(await page.locator('havn-language-menu option').count(), 19);
    await banner.locator('[part=base][lang=nb]').waitFor();
    await page.locator('havn-language-menu select').selectOption('pl');
    await banner.locator('[part=base][lang=pl]').waitFor();
    assert.equal(await page.getAttribute('html', 'lang'), 'nb');
    assert.deepEqual(messages, []);
    await page.close();
  });

  test('can be tried with its attributes, and what to paste says what was chosen', async () => {
    const { page, messages } = await openTab();
    await page.goto(`${origin}en/elements/hotline-banner/`);
    const [layout, exit] = await page.locator('.knobs [name]').all();
    await layout?.selectOption('card');
    await exit?.click();
    assert.equal(await page.locator('.live havn-hotline-banner .card [part=exit]').count(), 1);
    assert.match(
      (await page.locator('main pre code').first().textContent()) ?? '',
      new RegExp(`^<havn-hotline-banner lang="en" layout="card" exit><p>.*tel:\\+47${rosa.digits}`),
    );
    assert.deepEqual(messages, []);
    await page.close();
  });

  test('is copied as it stands there, or marked where a page may not copy', async () => {
    const { page } = await openTab({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${origin}en/elements/service-card/`);
    const snippet = (await page.locator('pre').first().textContent()) ?? '';
    assert.match(
      snippet,
      /^<havn-service-card lang="en" service="rosa-helpline"><p>.*<\/havn-service-card>\n<script src="https:\/\/your\.host\/havn\/havn\.js" integrity="sha384-/,
    );
    const button = page.getByRole('button', { name: 'Copy', exact: true }).first();
    await button.click();
    await page.getByRole('status').filter({ hasText: 'Copied.' }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), snippet);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await button.click();
    await page.getByRole('status').filter({ hasText: 'Selected' }).waitFor();
    assert.equal(await page.evaluate(() => String(getSelection()).trim()), snippet);
    await page.close();
  });
});

test('reading leaves nothing: no storage, no cookie, and no request to anybody else', async () => {
  const { page, context, requests } = await openTab({});
  for (const path of ['nb/', 'nb/elements/service-finder/', 'en/search/', 'en/privacy/'])
    await page.goto(origin + path);
  assert.deepEqual(
    await page.evaluate(async () => [
      document.cookie,
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
    ]),
    ['', 0, 0, 0],
  );
  assert.deepEqual(await context.cookies(), []);
  assert.ok(requests.length > 8);
  for (const request of requests) assert.ok(request.startsWith(origin), request);
  await page.close();
});

test('the embed builder works in the site, and is where the front page leads', async () => {
  const { page, messages } = await openTab();
  await page.goto(`${origin}en/`);
  await page.getByRole('link', { name: 'Make a snippet for your page' }).click();
  await page.waitForURL(`${origin}builder/?lang=en`);
  const answer = await page.request.get(page.url());
  assert.equal(answer.headers()['content-security-policy'], builderPolicy);
  await page.locator('#piece-1').waitFor();
  await page.frameLocator('#preview').locator('havn-hotline-banner [part=base]').waitFor();
  assert.deepEqual(messages, []);
  // And back again, in the language of the page.
  await page.locator('#page-language').selectOption('nn');
  await page.getByRole('link', { name: 'Tilbake til dokumentasjonen' }).waitFor();
  await page.locator('#page-language').selectOption('en');
  await page.getByRole('link', { name: 'Back to the documentation' }).click();
  await page.waitForURL(`${origin}en/`);
  await page.close();
});

test('each custom property is shown at work', async () => {
  const { page } = await openTab();
  await page.goto(`${origin}en/brand/`);
  const rows = await page.locator('.tokens tr').evaluateAll(all =>
    all.map(row => {
      const [name = '', value] = (row.querySelector('code')?.textContent ?? '').split(': ');
      const element = row.querySelector('havn-hotline-banner') as Element;
      return [name, value, getComputedStyle(element).getPropertyValue(name)];
    }),
  );
  const { tokens } = await import('../../../dist/npm/styles/tokens.js');
  const documented = await page.locator('table:not(.tokens) td:first-child code').allTextContents();
  assert.deepEqual(
    rows.map(([name]) => name),
    documented.filter(name => name.startsWith('--havn-')).slice(0, rows.length),
  );
  for (const [name = '', value, shown] of rows) {
    assert.ok(tokens.cssText.includes(name), name);
    assert.equal(shown, value);
  }
  assert.equal(rows.length, 6);
  await page.close();
});

test('on paper there are the words, and nothing that only works on a screen', async () => {
  const { page } = await openTab();
  await page.goto(`${origin}en/elements/pathway/`);
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.search', '.copy', '.contents', '.side', '.turn'])
    assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  assert.ok(await page.locator('h1').isVisible());
  assert.ok(await page.locator('havn-pathway').isVisible());
  await page.close();
});

test('nothing moves while a page comes', async () => {
  // While one page is watched for a second, the next one comes.
  const shifts: Promise<[place: string, shift: number]>[] = [];
  for (const path of [...kinds, 'en/elements/service-finder/', 'builder/'])
    await Promise.all(
      [360, 1280].map(async width => {
        const { page } = await openTab();
        await page.setViewportSize({ width, height: 800 });
        const answer = await page.goto(`${origin}${path}`);
        assert.equal(answer?.status(), 200, path);
        shifts.push(shiftOf(page).then(shift => [`${path} at ${width} px`, shift]));
      }),
    );
  for (const [place, shift] of await Promise.all(shifts)) assert.ok(shift <= 0.05, `${place}: ${shift}`);
});

/** How much moves on a page until a second from now. Then it is closed. */
async function shiftOf(page: Page) {
  const shift = await page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let sum = 0;
        const observer = new PerformanceObserver(list => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 1000);
      }),
  );
  await page.close();
  return shift;
}

test('a page leads on to the next one and back', async () => {
  const { page } = await openTab();
  await page.goto(`${origin}nb/guides/municipality/`);
  const turn = page.getByRole('navigation', { name: 'Forrige og neste side' });
  await turn.getByRole('link').last().click();
  await page.waitForURL(`${origin}nb/guides/wordpress-plugin/`);
  await turn.getByRole('link').first().click();
  await page.waitForURL(`${origin}nb/guides/municipality/`);
  await page.close();
});
