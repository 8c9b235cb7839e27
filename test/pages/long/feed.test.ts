/** A page that pins its script gets newer facts from a feed that it names, and never any others. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openEngine, testInTurn, testOnce } from '../../../tools/test/engine.js';
import { fallback, pageOf, strictPolicy } from '../../../tools/test/harness.js';
import { byId, type EditableFacts } from '../../changed-facts.js';
import { rosa } from '../../rosa.js';
import { sure } from '../../sure.js';
import { buildWithFeed } from '../feed-build.js';

const engine = await openEngine({ isOneTab: true });
const { files: built, feed } = await buildWithFeed();
const type = 'text/javascript; charset=utf-8';
const script = { body: sure(built['havn.js']), type };
for (const [path, body] of Object.entries(built)) engine.serve(`/pinned/${path}`, { body, type });

const { sequence } = JSON.parse(readFileSync('data/release.json', 'utf8'));
const old = rosa.shown;
const renewed = '22 33 11 99';
/** What tests put into theirs. */
type Page = typeof window & { go: () => void; details: HTMLDetailsElement };

/** The next release gives ROSA another number. */
function renumber(data: EditableFacts) {
  const helpline = byId(data['data/directory/services.json'], 'rosa-helpline');
  sure(helpline.phones[0]).number = '+4722331199';
}

let count = 0;
/** Where the files of a release lie, each in a folder of its own. */
function publish(files: Record<string, string>) {
  const folder = `/feed-${++count}/`;
  for (const [path, body] of Object.entries(files))
    engine.serve(folder + path, { body, type: 'application/json' });
  return `${folder}facts.json`;
}

const banner = (lang = 'en') => `<havn-hotline-banner lang="${lang}">${fallback}</havn-hotline-banner>`;
const scriptOf = (address: string) => `<script src="/pinned/havn.js" data-facts="${address}" defer></script>`;

/** Runs in the page: what the number of the banner is. */
const shownNumber = () =>
  document
    .querySelector('havn-hotline-banner')
    ?.shadowRoot?.querySelector('[part=call] .number bdi')
    ?.textContent?.replace(/\s/g, ' ');
/** Runs in the page. */
const showsNumber = (number: string) =>
  document
    .querySelector('havn-hotline-banner')
    ?.shadowRoot?.querySelector('[part=call] .number bdi')
    ?.textContent?.replace(/\s/g, ' ') === number;

/** What was asked for, beyond the page and the script. */
const asked = () =>
  engine.requests
    .map(({ address }) => address)
    .filter(address => !/^\/(?:page\.html|pinned\/havn\.js)$/.test(address))
    .map(address => address.replace(/^\/feed-\d+\//, ''))
    .sort();

const warnings = async () =>
  (await engine.told()).messages.filter(message => message.includes('<data-facts>'));

/** That the bundled facts stand, with one warning. */
async function expectBundled(reason: RegExp) {
  await engine.until(() =>
    performance.getEntriesByType('resource').some(({ name }) => /parts\/feed\.js/.test(name)),
  );
  for (let round = 0; round < 60 && !(await warnings()).length; round++)
    await new Promise(done => setTimeout(done, 50));
  await new Promise(done => setTimeout(done, 100));
  assert.equal(await engine.evaluate(shownNumber), old);
  const told = await warnings();
  assert.equal(told.length, 1, told.join('\n'));
  assert.match(sure(told[0]), reason);
  // Firefox tells of a refused request as of an error.
  const { errors } = await engine.told();
  assert.deepEqual(
    errors.filter(error => !/^Cross-Origin Request Blocked|hashes in the integrity attribute/.test(error)),
    [],
  );
}

describe('newer facts', () => {
  test('show on a page that pins its script: two requests beside the part, and not a word', async () => {
    await engine.open(pageOf(banner() + scriptOf(publish(feed(renumber)))));
    await engine.until(showsNumber, renewed);
    assert.equal(
      await engine.evaluate(() =>
        document
          .querySelector('havn-hotline-banner')
          ?.shadowRoot?.querySelector('[part=call]')
          ?.getAttribute('href'),
      ),
      'tel:+4722331199',
    );
    assert.deepEqual(asked(), ['/pinned/parts/feed.js', 'facts.json', 'facts.sig']);
    const { errors, messages } = await engine.told();
    assert.deepEqual([errors, messages], [[], []]);
    assert.equal(
      await engine.evaluate(() => document.querySelectorAll('script').length),
      engine.key === 'webkit' ? 2 : 1,
    );
  });

  testOnce('are not fetched again by a page that stays open', async () => {
    // Of what waits longer than for an answer of the server, nothing waits long.
    const hurry = `for (const name of ['setTimeout', 'setInterval']) {
      const own = window[name];
      window[name] = (action, time, ...more) => own(action, time > 15_000 ? 20 : time, ...more);
    }`;
    await engine.open(pageOf(`<script>${hurry}</script>${banner()}${scriptOf(publish(feed(renumber)))}`));
    await engine.until(showsNumber, renewed);
    await engine.evaluate(() => {
      document.body.append(document.createElement('havn-service-finder'));
      for (const type of ['focus', 'online', 'pageshow']) dispatchEvent(new Event(type));
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await new Promise(done => setTimeout(done, 200));
    assert.deepEqual(asked(), ['/pinned/parts/feed.js', 'facts.json', 'facts.sig']);
  });

  test('are asked for without cookies and without a referrer', async () => {
    await engine.open(
      pageOf(
        `<script>document.cookie = 'who=me; path=/'</script>${banner()}${scriptOf(publish(feed(renumber)))}`,
      ),
    );
    await engine.until(showsNumber, renewed);
    const requests = engine.requests.filter(({ address }) => address.startsWith('/feed-'));
    assert.equal(requests.length, 2);
    for (const { headers } of requests)
      assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
  });

  test('come from another server that allows it, under a strict policy with one line more', async () => {
    const files = feed(renumber);
    for (const [path, body] of Object.entries(files))
      engine.serve(`http://facts.example/${path}`, {
        body,
        type: 'application/json',
        headers: { 'access-control-allow-origin': '*' },
      });
    await engine.open(pageOf(banner() + scriptOf('http://facts.example/facts.json')), {
      headers: { 'content-security-policy': `${strictPolicy}; connect-src http://facts.example` },
    });
    await engine.until(showsNumber, renewed);
  });

  testOnce('show in every element and in elements that come later', async () => {
    const elements = [
      'service-finder',
      'contact-directory',
      'permit-guide',
      'referral-guide',
      'return-guide',
      'pathway',
      'entitlements-list',
    ];
    await engine.open(
      pageOf(
        banner() +
          elements.map(name => `<havn-${name} lang="en">${fallback}</havn-${name}>`).join('') +
          `<havn-service-card lang="en" service="rosa-helpline">${fallback}</havn-service-card>` +
          scriptOf(publish(feed(renumber))),
      ),
    );
    await engine.until(showsNumber, renewed);
    await engine.evaluate(() => document.body.append(document.createElement('havn-return-guide')));
    const left = await engine.evaluate(
      link =>
        [...document.querySelectorAll('*')]
          .filter(({ shadowRoot }) => shadowRoot?.querySelector(link))
          .map(({ localName }) => localName),
      rosa.link,
    );
    assert.deepEqual(left, []);
    const right = await engine.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(({ shadowRoot }) =>
          shadowRoot?.querySelector('a[href="tel:+4722331199"]'),
        ).length,
    );
    assert.equal(right, elements.length + 3);
  });

  test('show on a page whose libraries have replaced built-ins', async () => {
    await engine.open(
      pageOf(
        `<script>
          Array.prototype.entries = function () { return [...this] };
          Array.prototype.toJSON = Object.prototype.toJSON = function () { return 'x' };
          Array.from = () => [];
          Object.prototype.phones = 'x';
          window.Promise = class { then() { return this } catch() { return this } };
        </script><form><input name="createElement"><input name="querySelectorAll"></form>
        <form name="createElement"></form><form name="querySelectorAll"></form>${banner()}${scriptOf(publish(feed(renumber)))}`,
      ),
      { tells: false, isHostile: true },
    );
    await engine.until(showsNumber, renewed);
  });

  testOnce('that are those of the script change nothing, and nothing is said', async () => {
    const same = feed(() => {}, { sequence });
    await engine.open(pageOf(banner() + scriptOf(publish(same))));
    await engine.until(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith('facts.sig')),
    );
    await new Promise(done => setTimeout(done, 200));
    assert.equal(await engine.evaluate(shownNumber), old);
    assert.deepEqual((await engine.told()).messages, []);
  });
});

describe('the bundled facts stand', () => {
  const cases: [string, () => string, RegExp][] = [
    [
      'where a letter has been changed',
      () => {
        const files = feed(renumber);
        return publish({ ...files, 'facts.json': files['facts.json'].replace('22331199', '22331198') });
      },
      /signature/,
    ],
    ['where there is no signature', () => publish({ 'facts.json': feed(renumber)['facts.json'] }), /404/],
    ['where the feed is older', () => publish(feed(renumber, { sequence: 0 })), /older/],
    [
      'where the feed is too large',
      () => publish({ ...feed(renumber), 'facts.json': ' '.repeat(1_000_001) }),
      /larger/,
    ],
    [
      'where the server leads elsewhere',
      () => {
        const files = feed(renumber);
        const address = publish(files);
        engine.serve(address, { status: 302, headers: { location: publish(files) }, body: '' });
        return address;
      },
      /stay: /,
    ],
    ['where the address is none', () => 'javascript:alert(1).json', /not an address/],
    ['where the address is that of no facts', () => '/facts', /end in \.json/],
    ['where another server does not allow it', () => 'http://closed.example/facts.json', /stay: /],
  ];
  // What the network and the signature say is each engine's; what our code makes of the facts is the same in all, and
  // test/unit/feed.test.ts has all of it.
  const ofCode = /older|not an address/;
  for (const [name, address, reason] of cases)
    (ofCode.test(reason.source) ? testOnce : testInTurn)(name, async () => {
      await engine.open(pageOf(banner() + scriptOf(address())));
      await expectBundled(reason);
    });

  test('where the policy of the page does not allow the request', async () => {
    await engine.open(pageOf(banner() + scriptOf(publish(feed(renumber)))), {
      headers: { 'content-security-policy': strictPolicy },
      tells: false,
    });
    await new Promise(done => setTimeout(done, 500));
    assert.equal(await engine.evaluate(shownNumber), old);
    assert.deepEqual(asked(), ['/pinned/parts/feed.js']);
  });

  test('where the part beside the script is not what the script says', async () => {
    engine.serve('/forged/havn.js', script);
    engine.serve('/forged/parts/feed.js', { body: 'document.body.remove()', type: 'text/javascript' });
    await engine.open(
      pageOf(
        `${banner()}<script src="/forged/havn.js" data-facts="${publish(feed(renumber))}" defer></script>`,
      ),
    );
    await expectBundled(/could not be followed/);
    assert.ok(!engine.requests.some(({ address }) => address.startsWith('/feed-')));
  });

  for (const [why, kind] of Object.entries({
    'was built without a key': 'src="/dist/havn.js" defer',
    'is that of one element': 'src="/pinned/elements/hotline-banner.js" defer',
    'is a module': 'src="/pinned/havn.js" type="module"',
  }))
    testOnce(`where the script ${why}: it asks for nothing`, async () => {
      await engine.open(
        pageOf(`${banner()}<script ${kind} data-facts="${publish(feed(renumber))}"></script>`),
      );
      await new Promise(done => setTimeout(done, 300));
      assert.equal(await engine.evaluate(shownNumber), old);
      assert.deepEqual(
        engine.requests.map(({ address }) => address),
        ['/page.html', /src="([^"]*)"/.exec(kind)?.[1]],
      );
      assert.deepEqual((await engine.told()).messages, []);
    });

  test('where the browser knows no Ed25519', async () => {
    await engine.open(
      pageOf(
        `<script>crypto.subtle.importKey = SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException('no Ed25519', 'NotSupportedError'))</script>${banner()}${scriptOf(publish(feed(renumber)))}`,
      ),
    );
    await expectBundled(/Ed25519/);
  });

  test('in a page without TLS, which asks for nothing', async () => {
    engine.serve('http://intranet.example/pinned/havn.js', script);
    await engine.open(pageOf(banner() + scriptOf(publish(feed(renumber)))), {
      path: 'http://intranet.example/page.html',
    });
    await new Promise(done => setTimeout(done, 300));
    assert.equal(await engine.evaluate(shownNumber), old);
    // A browser asks for the icon of another server by itself.
    const addresses = engine.requests.map(({ address }) => address);
    assert.deepEqual(
      addresses.filter(address => !address.endsWith('/favicon.ico')),
      ['http://intranet.example/page.html', 'http://intranet.example/pinned/havn.js'],
    );
  });
});

describe('translations', () => {
  const place = 'service.rosa-helpline.x_summary';
  const summary = (text: string) => (data: EditableFacts) => {
    renumber(data);
    byId(data['data/directory/services.json'], 'rosa-helpline').x_summary = text;
  };
  /** Runs in the page. */
  const shows = (text: string) =>
    Boolean(document.querySelector('havn-hotline-banner')?.shadowRoot?.textContent?.includes(text));

  testOnce('that lie beside the facts are fetched for the languages on the page alone', async () => {
    const files = feed(
      summary('We listen.'),
      {},
      { nb: { [place]: 'Vi lytter.' }, nn: { [place]: 'Vi lyder.' }, pl: { [place]: 'Słuchamy.' } },
    );
    await engine.open(pageOf(banner('nb') + scriptOf(publish(files))));
    await engine.until(shows, 'Vi lytter.');
    assert.equal(await engine.evaluate(shownNumber), renewed);
    assert.deepEqual(asked(), ['/pinned/parts/feed.js', 'facts.json', 'facts.sig', 'facts/nb.json']);
    // And of those that come to the page later.
    await engine.evaluate(() => document.querySelector('havn-hotline-banner')?.setAttribute('lang', 'nn'));
    await engine.until(shows, 'Vi lyder.');
    assert.deepEqual((await engine.told()).messages, []);
  });

  testOnce('that come with a language file, before or after, give way to newer ones', async () => {
    const files = feed(summary('We listen.'), {}, { pl: { [place]: 'Słuchamy.' } });
    const address = publish(files);
    engine.serve('/pinned/locales/pl.js', engine.file('/dist/locales/pl.js'));
    await engine.open(pageOf(banner('pl') + scriptOf(address)));
    await engine.until(shows, 'Słuchamy.');
    await engine.open(pageOf(banner('en') + scriptOf(address)));
    await engine.until(shows, 'We listen.');
    await engine.evaluate(() => document.querySelector('havn-hotline-banner')?.setAttribute('lang', 'pl'));
    await engine.until(shows, 'Słuchamy.');
    assert.equal(await engine.evaluate(shownNumber), renewed);
  });

  testOnce('that cannot be had: what has changed shows in English, the rest in the language', async () => {
    const files = feed(summary('We listen.'), {}, { nb: { [place]: 'Vi lytter.' } });
    await engine.open(pageOf(banner('nb') + scriptOf(publish({ ...files, 'facts/nb.json': '{}' }))));
    await engine.until(shows, 'We listen.');
    assert.equal(await engine.evaluate(shows, 'Tvunget, truet eller utnyttet?'), true);
    const told = await warnings();
    assert.equal(told.length, 1);
    assert.match(sure(told[0]), /"nb"/);
  });

  testOnce('of what has not changed stay where the feed has the same, and are not asked for', async () => {
    await engine.open(pageOf(banner('nb') + scriptOf(publish(feed(renumber)))));
    await engine.until(showsNumber, renewed);
    assert.deepEqual(asked(), ['/pinned/parts/feed.js', 'facts.json', 'facts.sig']);
  });
});

describe('a reader in the midst of reading', () => {
  /** A service more at the top, and one less. */
  function rearrange(data: EditableFacts) {
    renumber(data);
    const services = data['data/directory/services.json'];
    const added = { ...structuredClone(sure(services[0])), id: 'a-new-one', name: 'A new one' };
    Reflect.deleteProperty(added, 'x_helpline');
    services.unshift(added);
  }

  test('keeps the focus, what is typed, what is open and the place on the page', async () => {
    await engine.open(
      pageOf(
        `${banner()}<havn-service-finder lang="en">${fallback}</havn-service-finder><div style="height: 3000px"></div>${delayed(publish(feed(rearrange)))}`,
      ),
    );
    await engine.until(() => Boolean(document.querySelector('havn-service-finder')?.shadowRoot));
    await engine.evaluate(() => {
      const root = document.querySelector('havn-service-finder')?.shadowRoot as ShadowRoot;
      const field = root.querySelector('input') as HTMLInputElement;
      field.focus();
      field.value = 'help';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    });
    await engine.until(() =>
      Boolean(document.querySelector('havn-service-finder')?.shadowRoot?.querySelector('details')),
    );
    const before = await engine.evaluate(() => {
      const root = document.querySelector('havn-service-finder')?.shadowRoot as ShadowRoot;
      const details = root.querySelectorAll('.card details')[1] as HTMLDetailsElement;
      details.open = true;
      Object.assign(window, { details });
      scrollTo(0, 300);
      return [details.closest('.card')?.querySelector('.name')?.textContent, scrollY];
    });
    await engine.evaluate(() => (window as Page).go());
    await engine.until(showsNumber, renewed);
    const state = () => {
      const root = document.querySelector('havn-service-finder')?.shadowRoot as ShadowRoot;
      const details = (window as Page).details;
      return [
        root.activeElement?.localName,
        root.querySelector('input')?.value,
        details.isConnected && details.open,
        details.closest('.card')?.querySelector('.name')?.textContent,
        scrollY,
        root.textContent?.includes('A new one'),
      ];
    };
    assert.deepEqual(await engine.evaluate(state), ['input', 'help', true, before[0], before[1], false]);
    // The rest comes when the reader is done.
    await engine.evaluate(() => {
      const root = document.querySelector('havn-service-finder')?.shadowRoot as ShadowRoot;
      (window as Page).details.open = false;
      root.querySelector('input')?.blur();
    });
    await engine.until(() =>
      Boolean(document.querySelector('havn-service-finder')?.shadowRoot?.textContent?.includes('A new one')),
    );
    assert.equal(
      await engine.evaluate(
        () => document.querySelector('havn-service-finder')?.shadowRoot?.querySelector('input')?.value,
      ),
      'help',
    );
    assert.deepEqual((await engine.told()).errors, []);
  });

  testOnce('goes on with the English original', async () => {
    await engine.open(pageOf(banner('nb') + delayed(publish(feed(renumber)))));
    await engine.until(() => Boolean(document.querySelector('havn-hotline-banner')?.shadowRoot));
    await engine.evaluate(() =>
      (
        document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector('[part=original]') as
          | HTMLElement
          | null
          | undefined
      )?.click(),
    );
    await engine.evaluate(() => (window as Page).go());
    await engine.until(showsNumber, renewed);
    assert.equal(
      await engine.evaluate(() =>
        document
          .querySelector('havn-hotline-banner')
          ?.shadowRoot?.querySelector('[part=base]')
          ?.getAttribute('lang'),
      ),
      'en',
    );
  });
});

/** The script, with a request for the facts that waits until the test says `go()`. */
function delayed(address: string) {
  return `<script>(() => {
    const { fetch } = window;
    const told = new Promise(resolve => { window.go = resolve });
    window.fetch = async (...words) => { await told; return fetch(...words) };
  })()</script>${scriptOf(address)}`;
}
