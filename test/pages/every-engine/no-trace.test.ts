/**
 * Somebody who checks the phone later must find nothing: uses every control of every element, then looks for traces.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openEngine, testOnce } from '../../../tools/test/engine.js';
import { fallback, names, pageOf, scriptTag } from '../../../tools/test/harness.js';
import { rosa } from '../../rosa.js';

const engine = await openEngine();

/** Records the names of the window's properties at the start of the page; then the page itself adds some state. */
const counting =
  "<script>window.before = []; window.before = Object.getOwnPropertyNames(window).sort()</script><script>sessionStorage.length; window.name = 'fane'; history.replaceState({ of: 'vert' }, '')</script>";

/** Every element, with its different views. */
const all = (attributes: string = '') =>
  [...names, 'permit-guide view="questions"', 'hotline-banner layout="card"', 'pathway step="2"']
    .map(
      name =>
        `<havn-${name}${name === 'service-card' ? ' service="rosa-helpline"' : ''}${attributes}>${fallback}</havn-${name.split(' ')[0]}>`,
    )
    .join('');

/** Runs in the page: everything that could reveal what a reader did. */
async function trace() {
  return {
    address: location.href,
    title: document.title,
    history: [history.length, JSON.stringify(history.state), history.scrollRestoration],
    name: window.name,
    referrer: document.referrer,
    cookie: document.cookie,
    storage: [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })],
    databases: (await indexedDB.databases?.())?.length ?? 0,
    caches: window.isSecureContext && 'caches' in window ? (await caches.keys()).length : 0,
    workers: 'serviceWorker' in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
    properties: Object.getOwnPropertyNames(window)
      .sort()
      .filter(name => !Reflect.get(window, 'before').includes(name)),
    body: document.body.children.length,
    head: document.head.children.length,
    root: [...document.documentElement.attributes].map(({ name, value }) => `${name}=${value}`),
    elements: [...document.querySelectorAll('body > *')].flatMap(({ localName, outerHTML }) =>
      localName.startsWith('havn-') ? [outerHTML] : [],
    ),
  };
}

/**
 * Runs in the page: uses each control that does not leave the page, including those that appear after an answer, and
 * returns how many of each kind.
 * @param words typed into each field
 */
async function useAll(words: string[]) {
  const controls = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap(element => [
      ...(/^(?:button|summary|input|select|a)$/.test(element.localName) ? [element] : []),
      ...(element.shadowRoot ? controls(element.shadowRoot) : []),
    ]);
  const settled = () => new Promise(resolve => setTimeout(resolve, 5));
  const used: Record<string, number> = {};
  const done = new Set();
  // The print dialog of the browser would wait for a reader.
  window.print = () => {
    used.print = (used.print ?? 0) + 1;
    dispatchEvent(new Event('afterprint'));
  };
  for (let round = 0; round < 6; round++)
    for (const control of controls(document)) {
      if (done.has(control) || !control.isConnected || !control.getClientRects().length) continue;
      done.add(control);
      if (control instanceof HTMLSelectElement)
        for (const { value } of [...control.options]) {
          control.value = value;
          control.dispatchEvent(new Event('input', { bubbles: true }));
          control.dispatchEvent(new Event('change', { bubbles: true }));
          await settled();
        }
      else if (control instanceof HTMLInputElement && /^(?:search|text)$/.test(control.type))
        for (const word of [...words, '']) {
          control.value = word;
          control.dispatchEvent(new Event('input', { bubbles: true }));
          await settled();
        }
      // Links are not clicked, because they leave the page; exit.test.ts clicks the exit link.
      else if (control instanceof HTMLElement && control.localName !== 'a') control.click();
      else control instanceof HTMLElement && control.focus();
      used[control.localName] = (used[control.localName] ?? 0) + 1;
      await settled();
    }
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement) activeElement.blur();
  return used;
}

const words = [
  'krisesenter',
  '<img src=x onerror=alert(1)>',
  'https://www.udi.no/',
  `+47 ${rosa.shown}`,
  'a'.repeat(3000),
];

/** Allows inline scripts, because the test page has its own. Not in WebKit, where the errors of such a page are not ours alone. */
const strict =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'; require-trusted-types-for 'script'; report-uri /reports";
const headers: Record<string, string> = engine.key === 'webkit' ? {} : { 'content-security-policy': strict };

describe('no trace', () => {
  test('all that can be used leaves nothing', async () => {
    await engine.open(pageOf(all(' exit') + scriptTag() + scriptTag('hand-over.js'), counting), {
      headers,
    });
    const first = await engine.evaluate(trace);
    assert.equal(first.history[1], '{"of":"vert"}');
    const used = await engine.evaluate(useAll, words);
    const { button = 0, summary = 0, select = 0, input = 0, print = 0 } = used;
    assert.ok(button > 30 && summary > 30 && select > 4 && input > 0 && print > 2, JSON.stringify(used));
    await new Promise(resolve => setTimeout(resolve, 200));
    const last = await engine.evaluate(trace);
    assert.deepEqual({ ...last, body: first.body }, first);
    assert.deepEqual(
      last.properties.filter((property: string) => !['before', 'print'].includes(property)),
      [],
    );
    const allowed = /^\/(?:page\.html|dist\/(?:havn|hand-over)\.js|dist\/locales\/[a-z]+\.js)$/;
    assert.deepEqual(
      engine.requests
        .filter(({ address }) => !allowed.test(address))
        .map(({ address, body }) => address + body),
      [],
    );
    assert.deepEqual((await engine.told()).errors, []);
  });

  test('each kind of trace would be seen', async () => {
    await engine.open(pageOf('<havn-pathway></havn-pathway>', counting));
    const first = await engine.evaluate(trace);
    await engine.evaluate(async () => {
      // biome-ignore lint/suspicious/noDocumentCookie: as any script of a page would
      document.cookie = 'a=b';
      localStorage.setItem('a', 'b');
      sessionStorage.setItem('a', 'b');
      history.pushState('a', '', '#a');
      document.title = window.name = 'a';
      Reflect.set(window, 'trace', 1);
      document.documentElement.setAttribute('data-a', '');
      document.querySelector('havn-pathway')?.setAttribute('data-a', '');
      await new Promise(resolve => {
        indexedDB.open('a').onsuccess = resolve;
      });
    });
    const last = await engine.evaluate(trace);
    const changed = Object.keys(first).filter(
      key => JSON.stringify(Reflect.get(first, key)) !== JSON.stringify(Reflect.get(last, key)),
    );
    // Removes the traces, so that they do not affect other tests.
    await engine.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
      // biome-ignore lint/suspicious/noDocumentCookie: as above
      document.cookie = 'a=; max-age=0';
      indexedDB.deleteDatabase('a');
    });
    assert.deepEqual(changed.sort(), [
      'address',
      'cookie',
      'databases',
      'elements',
      'history',
      'name',
      'properties',
      'root',
      'storage',
      'title',
    ]);
  });

  test('no request for a language carries where it comes from beyond what the script itself does', async () => {
    await engine.open(
      pageOf(`<havn-hotline-banner lang="pl">${fallback}</havn-hotline-banner>${scriptTag()}`),
      {
        headers: { 'referrer-policy': 'no-referrer' },
      },
    );
    await engine.until(
      () =>
        document.querySelector('havn-hotline-banner')?.shadowRoot?.textContent?.includes('Zadzwoń') ?? false,
    );
    const language = engine.requests.find(({ address }) => address === '/dist/locales/pl.js');
    assert.equal(language?.headers.referer, undefined);
    assert.equal(language?.headers.cookie, undefined);
  });

  test('typing with the keyboard, and leaving the field, leave nothing either', async () => {
    await engine.open(
      pageOf(`<havn-service-finder>${fallback}</havn-service-finder>${scriptTag()}`, counting),
    );
    const first = await engine.evaluate(trace);
    await engine.keys('Tab', 'h', 'j', 'e', 'l', 'p', 'Tab', 'Tab', 'Enter');
    // Enter in the field leads to a result, and follows no link there.
    await engine.evaluate(() =>
      document.querySelector('havn-service-finder')?.shadowRoot?.querySelector('input')?.focus(),
    );
    await engine.keys('Enter');
    assert.equal(
      await engine.evaluate(
        () => document.querySelector('havn-service-finder')?.shadowRoot?.querySelector('input')?.value,
      ),
      'hjelp',
    );
    const last = await engine.evaluate(trace);
    assert.deepEqual(last, first);
    assert.deepEqual(
      engine.requests.map(({ address }) => address),
      ['/page.html', '/dist/havn.js'],
    );
  });

  testOnce('no field of ours is one that a browser would remember', async () => {
    await engine.open(pageOf(all() + scriptTag()));
    const fields = await engine.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        [...(shadowRoot?.querySelectorAll('input') ?? [])]
          .filter(({ type }) => !/^(?:radio|checkbox|button)$/.test(type))
          // Edge sends what is typed to a server, which suggests how to go on.
          .map(field => [
            field.autocomplete,
            field.name,
            field.spellcheck,
            field.getAttribute('writingsuggestions'),
          ]),
      ),
    );
    assert.ok(fields.length > 0);
    for (const field of fields) assert.deepEqual(field, ['off', '', false, 'false']);
  });

  testOnce('the search field has the marks that tools which record visits leave out', async () => {
    await engine.open(pageOf(`<havn-service-finder>${fallback}</havn-service-finder>${scriptTag()}`));
    const unmarked = await engine.evaluate(() => {
      const field = document.querySelector('havn-service-finder')?.shadowRoot?.querySelector('input');
      return [
        '.ph-no-capture',
        '[data-private]',
        '[data-hj-suppress]',
        '[data-sentry-mask]',
        '[data-clarity-mask=true]',
        '[data-dd-privacy=mask]',
      ].filter(mark => !field?.matches(mark));
    });
    assert.deepEqual(unmarked, []);
  });
});
