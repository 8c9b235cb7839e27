/** The pages for hosts that allow only a frame: in every sandbox, from a server without CORS headers, on strict pages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { axe, faultsByAxe } from '../../../tools/test/axe.js';
import { findWholeChromium } from '../../../tools/test/chromium.js';
import { openEngine, testInTurn, testOnce } from '../../../tools/test/engine.js';
import { names, pageOf, strictPolicy } from '../../../tools/test/harness.js';
import { rosa } from '../../rosa.js';

const engine = await openEngine({ isOneTab: true, isWhole: true });

/** What a frame of ours needs, and all that it gets. */
const sandbox = 'sandbox="allow-scripts allow-popups allow-top-navigation-by-user-activation"';
const hostScript = '<script src="/dist/frame/host.js" defer></script>';

/** @param file in dist/frame, with its query */
const frameOf = (file: string, attributes: string = sandbox, width = 420) =>
  `<iframe src="/dist/frame/${file}" title="Hjelp" width="${width}" height="150" ${attributes}></iframe>`;

const publish = (host: string, path: string, headers?: Record<string, string>) =>
  engine.serve(`http://${host}${path}`, {
    ...engine.file(path),
    ...(headers && { headers }),
  });

const ownFiles = ['frame/frame.js', 'html/havn.css', 'havn.js', 'locales/pl.js'];

/** Runs in the frame. */
function lookInside() {
  const element = document.querySelector('[data-query]') as HTMLElement;
  const roots = [
    document,
    ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
  ];
  const links = roots.flatMap(root => [...root.querySelectorAll('a')]);
  const seen = links.filter(link => link.checkVisibility?.() ?? link.getClientRects().length > 0);
  return {
    isUp: Boolean(element.shadowRoot),
    links: seen.map(link => link.getAttribute('href') ?? ''),
    lang: element.shadowRoot?.querySelector('[part=base]')?.getAttribute('lang') ?? null,
    page: [document.documentElement.lang, document.documentElement.dir],
    attributes: element.getAttributeNames().filter(name => name !== 'data-query'),
    height: document.documentElement.getBoundingClientRect().height,
    room: innerHeight,
  };
}

type Inside = ReturnType<typeof lookInside>;

async function untilInside(condition: (inside: Inside) => boolean, frame = 0): Promise<Inside> {
  let last: Inside | string = '';
  const begun = Date.now();
  for (let round = 0; round < 100 && Date.now() - begun < 30_000; round++) {
    last = await engine.evaluateIn(frame, lookInside).catch(error => String(error));
    if (typeof last === 'object' && condition(last)) return last;
    await pause(50);
  }
  throw new Error(`It did not come true: ${condition}\nIt was ${JSON.stringify(last)}`);
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

/**
 * A press of the mouse on something in a frame.
 * @param selector in its document or in a shadow root
 */
async function pressInside(selector: string, frame = 0) {
  const [x, y] = await engine.evaluateIn(
    frame,
    (selector: string) => {
      const roots = [
        document,
        ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
      ];
      const all = roots.flatMap(root => [...root.querySelectorAll(selector)]);
      const target = all.find(element => element.getClientRects().length > 0) as Element;
      target.scrollIntoView({ block: 'center' });
      const { left, top, height } = target.getBoundingClientRect();
      return [left + 20, top + height / 2];
    },
    selector,
  );
  const [left, top] = await engine.evaluate((frame: number) => {
    const element = document.querySelectorAll('iframe')[frame];
    if (!element) throw new Error('No such frame');
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return [
      box.left + Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.paddingLeft),
      box.top + Number.parseFloat(style.borderTopWidth) + Number.parseFloat(style.paddingTop),
    ];
  }, frame);
  await engine.press(left + x, top + y);
}

/** Within two pixels, and with nothing to scroll. */
const isSized = ({ height, room }: Inside) => Math.abs(height - room) <= 2;

describe('whatever the sandbox', () => {
  test('without script the menu has the banner in each language, and the number is seen before it is opened', async () => {
    await engine.open(pageOf(''));
    const seen = await engine.evaluate(async () => {
      const html = await (await fetch('/dist/frame/language-menu.pt.html')).text();
      const menu = new DOMParser().parseFromString(html, 'text/html').querySelector('havn-language-menu');
      return {
        languages: menu?.querySelectorAll('li[lang] > details:not([open])').length,
        calls: menu?.querySelectorAll('li .havn-call').length,
        // They would leave the chosen language in the history.
        links: menu?.querySelectorAll('a:not([href^="tel:"])').length,
      };
    });
    assert.deepEqual(seen, { languages: 18, calls: 18, links: 0 });
  });

  for (const [kind, attributes] of [
    ['the strictest', 'sandbox=""'],
    ['the three tokens that ours need', sandbox],
    ['none', ''],
  ])
    test(`${kind}: every element shows its numbers as links`, async () => {
      await engine.open(
        pageOf(names.map(name => frameOf(`${name}.html?service=rosa-helpline`, attributes)).join('')),
      );
      const hasScript = kind !== 'the strictest';
      for (const [index, name] of names.entries()) {
        const inside = await untilInside(({ isUp, links }) => isUp === hasScript && links.length > 0, index);
        const wanted = name === 'quick-exit' ? 'https://www.yr.no/' : rosa.href;
        assert.ok(inside.links.includes(wanted), `${name}: ${inside.links}`);
        assert.equal(inside.lang, hasScript ? 'nb' : null, name);
      }
      // Chromium also calls its maker, through the same proxy.
      const addresses = engine.requests
        .map(({ address }) => address.replace(/^\/dist\/|\?.*/g, ''))
        .filter(address => !/^https?:.*\bgoogle/.test(address));
      const pages = names.map(name => `frame/${name}.html`);
      const expected = ['/page.html', 'frame/frame.js', 'havn.js', 'html/havn.css', ...pages];
      assert.deepEqual(
        addresses.filter(address => !expected.includes(address)),
        [],
      );
      // The server of the tests sends no CORS header, and so does many a host's.
      if (hasScript) assert.ok(addresses.includes('havn.js'));
    });

  test('in each language there is a page that needs no script', async () => {
    const languages = ['pl', 'ar', 'ti', 'en', 'nb'];
    await engine.open(
      pageOf(languages.map(language => frameOf(`hotline-banner.${language}.html`, 'sandbox=""')).join('')),
    );
    for (const [index, language] of languages.entries()) {
      const { links, page } = await untilInside(({ links }) => links.length > 0, index);
      assert.ok(links.includes(rosa.href) && links.includes('tel:112'));
      assert.deepEqual(page, [language, language === 'ar' ? 'rtl' : 'ltr']);
    }
  });

  testOnce('those pages become the widget in their language, whatever the address says', async () => {
    await engine.open(
      pageOf(
        ['pl', 'nn', 'ar']
          .map(language => frameOf(`entitlements-list.${language}.html?lang=en&open`))
          .join(''),
      ),
    );
    for (const [index, language] of ['pl', 'nn', 'ar'].entries())
      assert.equal((await untilInside(({ isUp }) => isUp, index)).lang, language);
    const addresses = engine.requests.map(({ address }) => address);
    // In a language that every script has, the small script is enough.
    assert.ok(addresses.includes('/dist/elements/entitlements-list.js'));
  });

  test('nothing of the host reaches our server but the request for the page', async () => {
    await engine.open(
      pageOf(frameOf('hotline-banner.html', `${sandbox} referrerpolicy="no-referrer"`) + hostScript),
    );
    await untilInside(({ isUp }) => isUp);
    for (const { address, headers } of engine.requests)
      if (/^\/dist\/(?!frame\/host)/.test(address))
        assert.deepEqual([headers.referer, headers.cookie], [undefined, undefined], address);
  });

  test('nothing is stored', async () => {
    await engine.open(pageOf(''), { inNewTab: true });
    const entries = await engine.evaluate(() => history.length);
    await engine.open(pageOf(names.map(name => frameOf(`${name}.html`, '')).join('')), { inNewTab: true });
    for (const index of names.keys()) {
      await untilInside(({ isUp }) => isUp, index);
      assert.deepEqual(
        await engine.evaluateIn(index, async () => [
          document.cookie,
          localStorage.length,
          sessionStorage.length,
          window.name,
          (await indexedDB.databases()).length,
        ]),
        ['', 0, 0, '', 0],
      );
    }
    assert.equal(await engine.evaluate(() => history.length), entries);
  });
});

describe('the address of the frame', () => {
  testOnce('names attributes of the element and nothing else', async () => {
    const query =
      'layout=card&exit&exit-href=https%3A%2F%2Fweather.example%2F&onclick=x()&style=color:red&class=a&id=b&hidden&=x&data-query=y&LAYOUT=bar';
    await engine.open(pageOf(frameOf(`hotline-banner.html?${query}`)));
    const inside = await untilInside(({ links }) => links.includes('https://weather.example/'));
    assert.deepEqual(inside.attributes.sort(), ['exit', 'exit-href', 'layout']);
  });

  testOnce('cannot make a link of what is none', async () => {
    await engine.open(
      pageOf(frameOf(`hotline-banner.html?exit&exit-href=${encodeURIComponent('javascript:alert(1)')}`)),
    );
    const { links } = await untilInside(
      ({ isUp, links }) => isUp && links.some(link => link.startsWith('http')),
    );
    assert.ok(links.includes('https://www.yr.no/'));
  });

  testOnce('leads nowhere by a name that is not written out, which filters would not see', async () => {
    await engine.open(
      pageOf(frameOf('hotline-banner.html?exit&exit%2Dhref=https://stranger.example/&layout=card')),
    );
    const { attributes } = await untilInside(({ isUp }) => isUp);
    assert.deepEqual(attributes.sort(), ['exit', 'layout']);
  });

  testOnce('brings services from its own server alone, and leads out over https alone', async () => {
    const evil = 'http://evil.example/services.json';
    const asked = [
      '/services.json',
      `${engine.origin}/services.json`,
      evil,
      '//evil.example/services.json',
      '\\\\evil.example/services.json',
      'data:application/json,{}',
    ];
    const html = [
      ...asked.map(src => frameOf(`service-finder.html?src=${encodeURIComponent(src)}`)),
      frameOf('hotline-banner.html?exit&exit-href=http://weather.example/'),
    ];
    await engine.open(pageOf(html.join('')));
    for (const [index, src] of [...asked, ''].entries()) {
      const { attributes } = await untilInside(({ isUp }) => isUp, index);
      assert.deepEqual(attributes, index < 2 ? ['src'] : src ? [] : ['exit'], src);
    }
  });

  test('leads nowhere else when the page stands alone, as behind a link that somebody sends', async () => {
    await engine.open(pageOf(''));
    // WebKit's driver may take a page that leaves before it has answered for one that has crashed.
    await engine.evaluate(
      () =>
        void setTimeout(() => {
          location.href = '/dist/frame/hotline-banner.html?layout=card&exit&exit-href=https://evil.example/';
        }),
    );
    await engine.until(() =>
      Boolean(document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector('[part=exit]')),
    );
    assert.deepEqual(
      await engine.evaluate(() => [
        document.querySelector('havn-hotline-banner')?.getAttribute('layout'),
        document
          .querySelector('havn-hotline-banner')
          ?.shadowRoot?.querySelector('[part=exit]')
          ?.getAttribute('href'),
      ]),
      ['card', 'https://www.yr.no/'],
    );
  });

  testOnce('knows the attributes that each element reads', async () => {
    await engine.open(pageOf(names.map(name => frameOf(`${name}.html`)).join('')));
    for (const [index, name] of names.entries()) {
      await untilInside(({ isUp }) => isUp, index);
      const [known, read] = await engine.evaluateIn(index, () => {
        const element = document.querySelector('[data-query]') as HTMLElement;
        const { observedAttributes } = customElements.get(element.localName) as CustomElementConstructor & {
          observedAttributes: string[];
        };
        return [element.dataset.query?.split(' ').sort(), ['lang', ...observedAttributes].sort()];
      });
      assert.deepEqual(known, read, name);
    }
  });

  const languages = [
    ['nn', 'nn'],
    ['no', 'nb'],
    ['en-GB', 'en'],
    ['pl', 'pl'],
    ['AR_eg', 'ar'],
    ['xx', 'en'],
    ['', 'nb'],
    ['%3Cscript%3E', 'nb'],
    ['../../evil', 'nb'],
    [`en-${'a'.repeat(5000)}`, 'nb'],
  ] as const;
  testOnce('names the language, bounded to those there are', async () => {
    await engine.open(
      pageOf(languages.map(([asked]) => frameOf(`hotline-banner.html?lang=${asked}`)).join('')),
    );
    for (const [index, [, shown]] of languages.entries()) {
      const inside = await untilInside(({ lang }) => lang === shown, index);
      assert.equal(inside.page[1], shown === 'ar' ? 'rtl' : 'ltr');
    }
    const loaded = engine.requests
      .map(({ address }) => address)
      .filter(address => address.includes('locales'));
    assert.deepEqual(loaded.sort(), ['/dist/locales/ar.js', '/dist/locales/pl.js']);
  });

  test('runs no language file that was changed, outside of a sandbox', async () => {
    const changed = `${engine.file('/dist/locales/pl.js')?.body};document.documentElement.dataset.changed = '';`;
    engine.serve('/dist/locales/pl.js', { body: changed, type: 'text/javascript' });
    try {
      await engine.open(pageOf(frameOf('hotline-banner.html?lang=pl', '')));
      await untilInside(({ isUp, lang }) => isUp && lang === 'en');
      await pause(300);
      const inside = await engine.evaluateIn(0, () => [
        'changed' in document.documentElement.dataset,
        document.documentElement.lang,
      ]);
      assert.deepEqual(inside, [false, 'en']);
    } finally {
      engine.serve('/dist/locales/pl.js', engine.file('/dist/locales/pl.js'));
    }
    await engine.open(pageOf(frameOf('hotline-banner.html?lang=pl', '')));
    await untilInside(({ lang }) => lang === 'pl');
  });

  testOnce('of a language whose file is not there shows English, with the number', async () => {
    for (const path of [
      '/dist/frame/hotline-banner.html',
      '/dist/frame/frame.js',
      '/dist/havn.js',
      '/dist/html/havn.css',
    ])
      publish('havn.example', path);
    await engine.open(
      pageOf(`<iframe src="http://havn.example/dist/frame/hotline-banner.html?lang=pl" ${sandbox}></iframe>`),
    );
    const { links, lang } = await untilInside(({ isUp }) => isUp);
    assert.ok(links.includes(rosa.href));
    assert.equal(lang, 'en');
  });

  test('in a sandbox the menu changes the language too', async () => {
    await engine.open(pageOf(frameOf('language-menu.html')));
    await untilInside(({ isUp }) => isUp);
    for (const language of ['nn', 'pl']) {
      await engine.evaluateIn(
        0,
        (language: string) => {
          const select = document
            .querySelector('havn-language-menu')
            ?.shadowRoot?.querySelector('select') as HTMLSelectElement;
          select.value = language;
          select.dispatchEvent(new Event('change', { bubbles: true }));
        },
        language,
      );
      await untilInside(({ lang }) => lang === language);
    }
    const text = await engine.evaluateIn(
      0,
      () => document.querySelector('havn-hotline-banner')?.shadowRoot?.textContent,
    );
    assert.match(text ?? '', /Zadzwoń/);
  });
});

describe('the height', () => {
  test('is that of the content, for each element', async () => {
    await engine.open(pageOf(names.map(name => frameOf(`${name}.html`)).join('') + hostScript));
    for (const [index] of names.entries()) {
      const { height } = await untilInside(inside => inside.isUp && isSized(inside), index);
      assert.ok(height > 40);
    }
  });

  test('grows when something is opened, and shrinks again', async () => {
    await engine.open(pageOf(frameOf('entitlements-list.html?lang=en') + hostScript));
    const before = await untilInside(inside => inside.isUp && isSized(inside));
    await pressInside('[part=summary]');
    const open = await untilInside(inside => inside.height > before.height + 50 && isSized(inside));
    await pressInside('[part=summary]');
    const after = await untilInside(inside => inside.height < open.height - 50 && isSized(inside));
    assert.ok(Math.abs(after.height - before.height) <= 2);
  });

  test('fits whatever border, padding and box the host gives its frames', async () => {
    await engine.open(
      pageOf(
        frameOf('hotline-banner.html'),
        `<style>iframe { box-sizing: border-box; border: 7px solid; padding: 11px; height: 90px }</style>${hostScript}`,
      ),
    );
    await untilInside(inside => inside.isUp && isSized(inside));
  });

  test('is told again to a host script that comes late', async () => {
    await engine.open(pageOf(frameOf('hotline-banner.html')));
    await untilInside(({ isUp }) => isUp);
    await pause(200);
    await engine.evaluate(() => {
      const script = document.createElement('script');
      script.src = '/dist/frame/host.js';
      document.head.append(script);
    });
    await untilInside(isSized);
  });

  test('comes through from another site, on a host with a strict policy', async () => {
    for (const path of ['/dist/frame/hotline-banner.html', ...ownFiles.map(file => `/dist/${file}`)])
      publish('havn.example', path, {
        'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; frame-ancestors ${engine.origin}`,
      });
    await engine.open(
      pageOf(
        `<iframe src="http://havn.example/dist/frame/hotline-banner.html?lang=pl" width="420" height="150"></iframe>
         <iframe src="http://havn.example/dist/frame/hotline-banner.html?lang=pl" width="420" height="150" ${sandbox}></iframe>${hostScript}`,
      ),
      { headers: { 'content-security-policy': `${strictPolicy}; frame-src http://havn.example` } },
    );
    for (const index of [0, 1]) await untilInside(inside => inside.lang === 'pl' && isSized(inside), index);
  });

  test('works where frames require Trusted Types', async () => {
    for (const path of ['/dist/frame/hotline-banner.html', ...ownFiles.map(file => `/dist/${file}`)])
      publish('typed.example', path, { 'content-security-policy': strictPolicy });
    await engine.open(
      pageOf(
        `<iframe src="http://typed.example/dist/frame/hotline-banner.html?lang=pl" width="420" ${sandbox}></iframe>${hostScript}`,
      ),
    );
    await untilInside(inside => inside.lang === 'pl' && isSized(inside));
  });

  testOnce('stays as the page says inside a shadow root of the page', async () => {
    await engine.open(
      pageOf(
        `<script>window.told = []; addEventListener('message', ({ source, data }) => {
           if (data?.havn === 'height' && !told.includes(source)) told.push(source);
         })</script>
         <div><template shadowrootmode="open">${frameOf('hotline-banner.html')}</template></div>
         ${frameOf('hotline-banner.html')}${hostScript}`,
      ),
    );
    await engine.until(() => Reflect.get(window, 'told').length === 2);
    await engine.until(() => Number.parseFloat(document.querySelector('iframe')?.style.height ?? '') > 200);
    assert.equal(
      await engine.evaluate(
        () => document.querySelector('div')?.shadowRoot?.querySelector('iframe')?.style.height,
      ),
      '',
    );
  });

  test('does not go to and fro where a taller frame makes itself narrower', async () => {
    engine.serve('/dist/frame/loop.html', {
      body: `<!doctype html><style>body { margin: 0 } div { height: 300px } @media (min-width: 400px) { div { height: 900px } }</style>
        <x-loop data-query=""></x-loop><div></div><script src="frame.js"></script><script>customElements.define('x-loop', class extends HTMLElement {})</script>`,
    });
    await engine.open(
      pageOf(
        `${frameOf('loop.html', '', 410)}${hostScript}<script>
          const frame = document.querySelector('iframe'); window.changes = 0;
          new ResizeObserver(() => { window.changes++; frame.width = frame.offsetHeight > 500 ? 395 : 410 }).observe(frame);
        </script>`,
      ),
    );
    await engine.until(() => (window as typeof window & { changes: number }).changes > 5);
    await pause(700);
    const changes = await engine.evaluate(() => (window as typeof window & { changes: number }).changes);
    await pause(500);
    assert.equal(
      await engine.evaluate(() => (window as typeof window & { changes: number }).changes),
      changes,
    );
  });
});

describe('inside', () => {
  before(() => engine.serve('/axe.js', { body: axe, type: 'text/javascript' }));

  /** Runs in the frame. */
  const addAxe = () =>
    new Promise(resolve => {
      const script = document.createElement('script');
      script.src = '/axe.js';
      script.onload = () => resolve(true);
      document.head.append(script);
    });

  // From right to left test/pages/long/accessibility.test.ts looks at each element.
  testOnce('axe finds nothing in bokmål', async () => {
    await engine.open(
      pageOf(names.map(name => frameOf(`${name}.html?lang=nb&service=rosa-helpline`, '', 320)).join('')),
    );
    for (const [index, name] of names.entries()) {
      await untilInside(({ isUp }) => isUp, index);
      await engine.evaluateIn(index, addAxe);
      const found = await engine.evaluateIn(index, faultsByAxe, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      });
      assert.deepEqual(found, [], name);
    }
  });

  for (const width of [320, 1000])
    testInTurn(
      `nothing is cut off on ${width} pixels, not even the outline of what has the focus`,
      async () => {
        await engine.open(
          pageOf(
            names.map(name => frameOf(`${name}.html?exit`, 'style="border: 0"', width)).join('') + hostScript,
          ),
        );
        for (const [index, name] of names.entries()) {
          await untilInside(inside => inside.isUp && isSized(inside), index);
          const cut = await engine.evaluateIn(index, () => {
            const roots = [
              document,
              ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
            ];
            const room = 5;
            return roots
              .flatMap(root => [...root.querySelectorAll('a, button, select, input, summary')])
              .filter(element => {
                // What is folded away has a place in some browsers, though nobody sees it.
                const holder = element.matches('summary') ? element.parentElement?.parentElement : element;
                if (holder?.closest('details:not([open])') || !element.getClientRects().length) return false;
                // The needs of the finder are a row that scrolls.
                if (element.matches('.few .need'))
                  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
                const { left, right, top, bottom } = element.getBoundingClientRect();
                return left < room || top < room || right > innerWidth - room || bottom > innerHeight - room;
              })
              .map(element => element.outerHTML.slice(0, 100));
          });
          assert.deepEqual(cut, [], name);
        }
      },
    );

  test('the colours follow the host where the browser tells them to a frame', async () => {
    await engine.open(pageOf(frameOf('hotline-banner.html'), '<style>:root { color-scheme: dark }</style>'));
    await untilInside(({ isUp }) => isUp);
    const [isDark, colour] = await engine.evaluateIn(0, () => [
      matchMedia('(prefers-color-scheme: dark)').matches,
      getComputedStyle(document.body).color,
    ]);
    const lightness = Number(/\d+/.exec(colour)?.[0]);
    // WebKitGTK tells a frame what the reader prefers, not what the host does.
    assert.equal(isDark, engine.key !== 'webkit');
    assert.ok(isDark ? lightness > 200 : lightness < 50, colour);
  });
});

describe('what others say to the page', () => {
  /** A frame at an address of ours that says what it is told to. */
  const liar = `<!doctype html><p>x<script>addEventListener('message', ({data}) => { if (data.say) for (const word of data.say) parent.postMessage(word, '*') })</script>`;
  /** Speaks through a frame, and answers with each height that the first frame was given. */
  const say = (words: unknown[], frame = 0) =>
    engine.evaluate(
      async (words: unknown[], frame: number) => {
        const heights: string[] = [];
        const frames = document.querySelectorAll('iframe');
        const [first] = frames;
        const speaker = frames[frame];
        if (!first || !speaker) throw new Error('No such frame');
        const observer = new MutationObserver(() => heights.push(first.style.height));
        observer.observe(first, { attributes: true });
        // JSON, on the way into the page, has no word for these.
        const numbers = new Map<unknown, number>([
          ['NaN', Number.NaN],
          ['Infinity', Number.POSITIVE_INFINITY],
        ]);
        const said = words.map(word => {
          const height = numbers.get((word as { height?: unknown } | null)?.height);
          return height === undefined ? word : { ...(word as object), height };
        });
        speaker.contentWindow?.postMessage({ say: said }, '*');
        await new Promise(resolve => setTimeout(resolve, 300));
        observer.disconnect();
        return heights.concat(first.style.height);
      },
      words,
      frame,
    );

  before(() => {
    engine.serve('/frame/liar.html', { body: liar });
    engine.serve('http://evil.example/frame/liar.html', { body: liar });
    engine.serve('http://evil.example/other.html', { body: liar });
    engine.serve('/other.html', { body: liar });
  });

  testOnce('is ignored unless it is a sane height', async () => {
    await engine.open(pageOf(`<iframe src="/frame/liar.html"></iframe>${hostScript}`));
    const nonsense = [
      null,
      5,
      'height',
      [],
      {},
      { height: 300 },
      { havn: 'height' },
      { havn: 'height', height: '300' },
      { havn: 'height', height: null },
      { havn: 'height', height: [300] },
      { havn: 'height', height: 'NaN' },
      { havn: 'height', height: 'Infinity' },
      { havn: 'height', height: -300 },
      { havn: 'height', height: 0 },
      { havn: 'height', height: 39 },
      { havn: 'height', height: 20_001 },
      { havn: 'height', height: 1e21 },
      { havn: 'width', height: 300 },
    ];
    assert.deepEqual(await say(nonsense), ['']);
    assert.deepEqual(await say([...nonsense, { havn: 'height', height: 123.4 }]), ['124px', '124px']);
    assert.deepEqual((await engine.told()).errors, []);
  });

  test('is ignored from frames that are not ours, and moves no other frame', async () => {
    await engine.open(
      pageOf(
        `<iframe src="/frame/liar.html"></iframe><iframe src="/other.html"></iframe><iframe src="http://evil.example/other.html"></iframe><iframe src="http://evil.example/frame/liar.html"></iframe>${hostScript}`,
      ),
    );
    const word = [{ havn: 'height', height: 333 }];
    for (const frame of [1, 2, 3]) assert.deepEqual(await say(word, frame), ['']);
    assert.deepEqual(
      await engine.evaluate(() => [...document.querySelectorAll('iframe')].map(({ style }) => style.height)),
      ['', '', '', '333px'],
    );
    // The page itself, which is no frame.
    await engine.evaluate(() => postMessage({ havn: 'height', height: 444 }, '*'));
    assert.deepEqual(await say([]), ['']);
    assert.deepEqual(await say(word), ['333px', '333px']);
  });

  test('is ignored from a site that the frame has gone on to', async () => {
    await engine.open(pageOf(`<iframe src="/frame/liar.html"></iframe>${hostScript}`));
    await engine.evaluateIn(
      0,
      () =>
        void setTimeout(() => {
          location.href = 'http://evil.example/other.html';
        }),
    );
    await pause(500);
    assert.deepEqual(await say([{ havn: 'height', height: 333 }]), ['']);
  });

  testOnce('throws nothing where a form has taken the place of what we ask the document for', async () => {
    await engine.open(
      pageOf(`<form name="querySelectorAll"></form>${frameOf('hotline-banner.html')}${hostScript}`),
    );
    await untilInside(inside => inside.isUp && isSized(inside));
    assert.deepEqual((await engine.told()).errors, []);
  });
});

describe('links', () => {
  const refusals = async () =>
    (await engine.told()).messages.filter(message => /external protocol/i.test(message));
  const site = 'http://www.rosa-help.no/';
  before(() => engine.serve(site, { body: '<!doctype html><title>ROSA</title><p>ROSA' }));

  for (const [kind, attributes] of [
    ['in the sandbox', sandbox],
    ['in a sandbox without script', 'sandbox="allow-popups allow-top-navigation-by-user-activation"'],
    ['without a sandbox', ''],
  ] as const)
    test(`to another site, ${kind}, take the whole page there`, async () => {
      await engine.open(pageOf(frameOf('service-card.html', `${attributes} height="600"`)));
      await untilInside(
        ({ isUp, links }) =>
          links.includes(site) && isUp === (attributes === '' || /scripts/.test(attributes)),
      );
      await pressInside(`a[href="${site}"]`);
      await engine.until((site: string) => location.href === site, site);
    });

  test('to another site, in the strictest sandbox, leave the numbers where they are', async () => {
    await engine.open(pageOf(frameOf('service-card.html', 'sandbox="" height="600"')));
    await untilInside(({ links }) => links.includes(site));
    await pressInside(`a[href="${site}"]`);
    await pause(500);
    assert.ok((await untilInside(({ links }) => links.length > 0)).links.includes(rosa.href));
    assert.ok((await engine.evaluate(() => location.href)).endsWith('/page.html'));
  });

  test('that call are handed on in the sandbox, and leave page and frame as they are', async () => {
    await engine.open(pageOf(frameOf('hotline-banner.html?layout=card', `${sandbox} height="600"`)));
    await untilInside(({ isUp }) => isUp);
    await pressInside('[part=call]');
    await pause(500);
    assert.ok((await untilInside(({ isUp }) => isUp)).links.includes(rosa.href));
    assert.ok((await engine.evaluate(() => location.href)).endsWith('/page.html'));
    assert.deepEqual(await refusals(), []);
  });

  test('that call need one of the tokens: Chromium says so where there is none', async () => {
    await engine.open(
      pageOf(frameOf('hotline-banner.html?layout=card', 'sandbox="allow-scripts" height="600"')),
      // Chromium tells of the second call in a tab no more.
      { inNewTab: true },
    );
    await untilInside(({ isUp }) => isUp);
    await pressInside('[part=call]');
    await pause(500);
    const isTold = engine.key === 'chromium' && findWholeChromium();
    assert.equal((await refusals()).length, isTold ? 1 : 0);
    assert.ok((await untilInside(({ isUp }) => isUp)).links.includes(rosa.href));
  });
});

test('the number is painted before style sheet and scripts have come', async () => {
  const page = readFileSync(new URL('../../../dist/frame/hotline-banner.html', import.meta.url));
  engine.serve('/slow/frame/hotline-banner.html', { body: page });
  for (const file of ['frame/frame.js', 'havn.js', 'html/havn.css'])
    engine.serve(`/slow/${file}`, { body: '', isSilent: true });
  await engine.open(pageOf('<p>x</p>'));
  // In one go, since the driver of WebKit does nothing more while a frame is loading.
  const [isPainted, number] = await engine.evaluate(async selector => {
    const frame = document.createElement('iframe');
    frame.src = '/slow/frame/hotline-banner.html';
    document.body.append(frame);
    let isPainted = false;
    for (let round = 0; round < 60 && !isPainted; round++) {
      await new Promise(resolve => setTimeout(resolve, 50));
      const entries = frame.contentWindow?.performance.getEntriesByName('first-contentful-paint') ?? [];
      isPainted = entries.length > 0;
    }
    const link = frame.contentDocument?.querySelector(selector);
    const number = link?.textContent;
    frame.remove();
    return [isPainted, number];
  }, rosa.link);
  assert.match(String(number), rosa.pattern);
  assert.equal(isPainted, true);
});
