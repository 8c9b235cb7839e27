/** The exit link of havn-quick-exit, and of the banner with `exit`: real clicks, a real next page, real headers. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { isChromium, openEngine, testInTurn, testOnce, testPage } from '../../../tools/test/engine.js';
import { fallback, pageOf, scriptTag, strictPolicy, tag } from '../../../tools/test/harness.js';

const weather = 'http://weather.example/';
const silent = 'http://silent.example/';
const quick = `<havn-quick-exit lang="en" href="${weather}"><a href="${weather}" rel="noreferrer">Leave</a></havn-quick-exit>`;
const banner = `<havn-hotline-banner lang="en" exit exit-href="${weather}">${fallback}</havn-hotline-banner>`;
const long = '<p>Text</p>'.repeat(200);
const icon = '<link rel="icon" href="/icon.png">';

const engine = await openEngine({ isOneTab: true });
engine.serve(weather, { body: '<!doctype html><title>Weather</title>Sun' });
engine.serve(silent, { body: '', isSilent: true });
engine.serve('/icon.png', { body: '', type: 'image/png' });

/** Runs in the page: the centre of the link, and whether a click there would hit it. */
function placeOfLink(tag = 'havn-quick-exit') {
  const root = document.querySelector(tag)?.shadowRoot;
  const link = root?.querySelector('[part=exit]');
  if (!root || !link) throw new Error('No way out');
  const { left, top, width, height } = link.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const met = root.elementFromPoint(x, y);
  return {
    x,
    y,
    width,
    height,
    isMet: !!met && link.contains(met),
    right: left + width,
    bottom: top + height,
  };
}

const isWeather = () => location.href === 'http://weather.example/';

async function pressExit(tag = 'havn-quick-exit') {
  const { x, y } = await engine.evaluate(placeOfLink, tag);
  await engine.press(x, y);
}

async function leaves(tag?: string) {
  await pressExit(tag);
  await engine.until(isWeather);
}

/** Runs in the page: whether the way out is in the corner of the window. */
const isFloat = (tag: string) => !!document.querySelector(tag)?.shadowRoot?.querySelector(':popover-open');
const floats = (tag = 'havn-quick-exit') => engine.until(isFloat, tag);

const wait = (time: number) => new Promise(resolve => setTimeout(resolve, time));

/** A page that asks whether one is sure. Browsers let it only once the reader has used it. */
const asking = `<script>
  addEventListener('beforeunload', event => { event.preventDefault(); event.returnValue = 'Sure?' });
  onbeforeunload = () => 'Sure?';
</script><input autofocus="autofocus"/>`;

/** The status message for the reader. `statusOf` runs in the page. */
const statusOf = () =>
  document.querySelector('havn-quick-exit')?.shadowRoot?.querySelector('[role=status]')?.textContent?.trim();
const status = () => engine.evaluate(statusOf);

const shift = (times = 1) => engine.keys(...new Array<string>(times).fill('Shift'));

for (const [name, tag, html] of [
  ['havn-quick-exit', 'havn-quick-exit', quick],
  ['the exit of the banner', 'havn-hotline-banner', banner],
] as const)
  describe(name, () => {
    test('leads to the next page, which is told nothing of this one, in place of it', async () => {
      engine.serve('/before.html', { body: pageOf('<a href="/page.html">on</a>') });
      await engine.open(pageOf(html + scriptTag()), {
        headers: { 'content-security-policy': strictPolicy },
        inNewTab: true,
      });
      const length = await engine.evaluate(() => history.length);
      await leaves(tag);
      const request = engine.requests.find(({ address }) => address === weather);
      assert.equal(request?.headers.referer, undefined);
      assert.equal(await engine.evaluate(() => document.referrer), '');
      assert.equal(await engine.evaluate(() => history.length), length);
      assert.deepEqual(
        engine.requests.map(({ address }) => address).filter(address => !address.endsWith('.ico')),
        ['/page.html', '/dist/havn.js', weather],
      );
    });

    test('blanks the page at once, with what was typed in it, where the next one never answers', async () => {
      await engine.open(
        pageOf(
          `${html.replaceAll(weather, silent)}<input value=""><havn-service-finder lang="en"></havn-service-finder>${scriptTag()}`,
          icon,
        ),
      );
      await engine.evaluate(() => {
        for (const root of [document, document.querySelector('havn-service-finder')?.shadowRoot])
          for (const field of root?.querySelectorAll('input') ?? []) field.value = 'secret';
      });
      // Clicks in the page itself: some drivers wait for the next page before they answer.
      const seen = await engine.evaluate((name: string) => {
        const link: HTMLElement | null | undefined = document
          .querySelector(name)
          ?.shadowRoot?.querySelector('[part=exit]');
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('html::before { content: "Hjelp"; display: block; block-size: 300px }');
        document.adoptedStyleSheets = [sheet];
        link?.click();
        const { documentElement: root } = document;
        const late = document.createElement('p');
        late.textContent = 'By a timer';
        root.append(late);
        const isSeen = late.getClientRects().length > 0 || root.getClientRects().length > 0;
        late.remove();
        return {
          isSeen,
          title: document.title,
          body: document.body,
          icon: document.querySelector('link')?.getAttribute('href'),
          left: [...root.children].map(({ localName }) => localName),
          text: root.textContent,
          height: root.getBoundingClientRect().height,
        };
      }, tag);
      assert.deepEqual(seen, {
        isSeen: false,
        title: 'silent.example',
        body: null,
        icon: 'data:,',
        left: ['title', 'link'],
        text: 'silent.example',
        height: 0,
      });
    });

    test('has a name, is 44 pixels high, and is met first by who presses there', async () => {
      await engine.open(pageOf(html + long + scriptTag()));
      const { height, isMet } = await engine.evaluate(placeOfLink, tag);
      assert.ok(height >= 44);
      assert.equal(isMet, true);
    });

    test('leaves by Shift, three times', async () => {
      await engine.open(pageOf(html + scriptTag()));
      await shift(3);
      await engine.until(isWeather);
    });
  });

// Of one of the two: what leaves, and what becomes of the history, is one function for both.
describe('a page that was left', () => {
  /** Comes from another page to one with the element. */
  async function come(path = '/host.html', headers?: Record<string, string>) {
    engine.serve(path, { body: pageOf(quick + scriptTag()), ...(headers && { headers }) });
    await engine.open(
      pageOf(`<title>Before</title><script>onclick = () => location.assign("${path}")</script><p>x</p>`),
      { inNewTab: true },
    );
    await engine.press(20, 20);
    await engine.until(
      (path: string) => location.pathname === path && document.readyState === 'complete',
      path,
    );
  }
  const isBack = (path: string) => location.pathname === path;
  /** Adds a frame, whose page goes on to a second one. */
  const goOn = (site: string) =>
    new Promise<void>(resolve => {
      const frame = document.createElement('iframe');
      let loads = 0;
      frame.onload = () => ++loads > 1 && resolve();
      frame.src = `${site}first.html`;
      document.body.append(frame);
    });
  const hasNavigation = () => engine.evaluate(() => 'navigation' in window);
  const hasNone = 'this browser has no Navigation API';

  test('is out of the history: back leads to what was before it', async () => {
    await come();
    await leaves();
    await engine.back();
    await engine.until(isBack, '/page.html');
  });

  /** Leaves after a step that adds to the history: Back leads to the front page, and Forward to nothing. */
  async function leavesAfter(step: (site: string) => unknown, site = ''): Promise<void> {
    await engine.evaluate(step, site);
    await leaves();
    await engine.evaluate(() => history.forward());
    await wait(300);
    assert.equal(await engine.evaluate(isWeather), true);
    await engine.back();
    await engine.until(() => document.title === 'Front page');
    await engine.back();
  }

  for (const [what, step] of [
    ['a link within the page', () => (location.hash = '#rights')],
    ['a script of the page', () => history.pushState(null, '', '?tab=2')],
    [
      'a link within the page, and Back',
      () =>
        new Promise<void>(resolve => {
          location.hash = '#rights';
          addEventListener('popstate', () => resolve(), { once: true });
          setTimeout(() => history.back(), 50);
        }),
    ],
  ] as [string, () => unknown][])
    test(`is out of the history after ${what}: neither Back nor Forward leads to it`, async context => {
      engine.serve('/', { body: '<title>Front page</title>' });
      await come();
      if (!(await hasNavigation())) return context.skip(hasNone);
      await leavesAfter(step);
      await engine.until(isBack, '/page.html');
    });

  for (const [what, step, site] of [
    [
      // Firefox keeps 50.
      'a script that adds 60 entries',
      () => {
        for (let count = 0; count < 60; count++) history.pushState(null, '', `?page=${count}`);
      },
    ],
    ['a frame that goes on to another page', goOn, '/'],
    ['a frame of another site that goes on', goOn, 'http://video.example/'],
  ] as [string, (site: string) => unknown, string?][])
    test(`is out of the history after ${what}: neither Back nor Forward leads to it`, async context => {
      engine.serve('/', { body: '<title>Front page</title>' });
      for (const origin of ['', 'http://video.example']) {
        engine.serve(`${origin}/first.html`, {
          body: '<script>onload = () => setTimeout(() => location.assign("/second.html"))</script>',
        });
        engine.serve(`${origin}/second.html`, { body: '<p>x</p>' });
      }
      await come();
      if (!(await hasNavigation())) return context.skip(hasNone);
      await leavesAfter(step, site);
      // Browsers keep an entry for each page of the frame, or have dropped what came before: some stay on the front page.
      await wait(500);
      assert.equal(await engine.evaluate(isBack, '/host.html'), false);
    });

  test('is out of the history where keys leave it, long after a link within the page', async context => {
    engine.serve('/', { body: '<title>Front page</title>' });
    await come();
    if (!(await hasNavigation())) return context.skip(hasNone);
    await engine.evaluate(() => (location.hash = '#rights'));
    // A press counts as the reader's own for five seconds.
    await wait(5500);
    await shift(3);
    await engine.until(isWeather);
    await engine.evaluate(() => history.forward());
    await wait(700);
    assert.equal(await engine.evaluate(isWeather), true);
    await engine.back();
    await engine.until(() => document.title === 'Front page');
  });

  test('is out of the history where the page has variables called navigation and parent', async context => {
    engine.serve('/', { body: '<title>Front page</title>' });
    engine.serve('/clobbered.html', {
      body: pageOf(
        `<script>var navigation = document.querySelector('nav'), parent = null</script>${quick}${scriptTag()}`,
      ),
    });
    engine.serve('/before.html', {
      body: pageOf('<script>onclick = () => location.assign("/clobbered.html")</script>'),
    });
    await engine.open(pageOf('<script>onclick = () => location.assign("/before.html")</script>'), {
      inNewTab: true,
    });
    if (!(await hasNavigation())) return context.skip(hasNone);
    for (const path of ['/before.html', '/clobbered.html']) {
      await engine.press(20, 20);
      await engine.until(
        (path: string) => location.pathname === path && document.readyState === 'complete',
        path,
      );
    }
    await engine.evaluate(() => (location.hash = '#rights'));
    await leaves();
    await engine.back();
    await engine.until(() => document.title === 'Front page');
    await engine.back();
    await engine.until(isBack, '/before.html');
  });

  test('is out of the history of a front page too', async context => {
    engine.serve('/robots.txt', { body: 'User-agent: *', type: 'text/plain' });
    await come('/', { 'cache-control': 'no-store' });
    if (!(await hasNavigation())) return context.skip(hasNone);
    await engine.evaluate(() => (location.hash = '#rights'));
    await leaves();
    await engine.back();
    await engine.until(isBack, '/robots.txt');
  });

  test('lets no timer of the page call the next one off', async () => {
    engine.serve('http://slow.example/', { body: '<title>Slow</title>', isSilent: true });
    engine.serve('/logged-out.html', { body: '<title>You have been logged out</title>' });
    await engine.open(
      pageOf(
        `${quick.replaceAll(weather, 'http://slow.example/')}<script>addEventListener('pointerdown', () => { setTimeout(() => { location.href = '/logged-out.html' }, 300) }, true)</script>${scriptTag()}`,
      ),
    );
    const asked = engine.requests.length;
    await pressExit();
    await wait(1300);
    const later = engine.requests.slice(asked).map(({ address }) => address);
    assert.ok(later.includes('http://slow.example/'), String(later));
    // Only the Navigation API can stop the page from navigating elsewhere.
    if (isChromium) assert.ok(!later.includes('/logged-out.html'), String(later));
  });
});

/** Before the script of a page: its timers of a second and more do not run. WebKit's driver sets some of 30 s there. */
const longTimers = `<script>{
  const { setTimeout } = window;
  window.longTimers = [];
  window.setTimeout = (act, time, ...words) =>
    time >= 1000 && time < 30_000 ? -longTimers.push({ act, time }) : setTimeout(act, time, ...words);
}</script>`;
/** Runs in such a page: the time of each timer, which is over now. */
function endTimers() {
  const { longTimers } = window as typeof window & { longTimers: { act: () => void; time: number }[] };
  return longTimers.splice(0).map(({ act, time }) => {
    act();
    return time;
  });
}

describe('Shift', () => {
  test('tells how far one has come, to eyes and to ears, and forgets it after five seconds', async () => {
    await engine.open(pageOf(longTimers + quick + scriptTag()));
    assert.equal(await status(), '');
    await shift();
    assert.equal(await status(), 'Or press Shift three times. 1/3');
    await shift();
    assert.equal(await status(), 'Or press Shift three times. 2/3');
    const { isShown, role } = await engine.evaluate(() => {
      const told = document.querySelector('havn-quick-exit')?.shadowRoot?.querySelector('[role=status]');
      return { isShown: (told?.getBoundingClientRect().height ?? 0) > 20, role: told?.getAttribute('role') };
    });
    assert.deepEqual({ isShown, role }, { isShown: true, role: 'status' });
    assert.deepEqual(await engine.evaluate(endTimers), [5000]);
    assert.equal(await status(), '');
    await shift();
    assert.equal(await status(), 'Or press Shift three times. 1/3');
    assert.equal(await engine.evaluate(isWeather), false);
  });

  for (const [what, act] of [
    [
      'as a modifier of a letter',
      async () => {
        await engine.keyDown('Shift');
        await engine.keys('a');
        await engine.keyUp('Shift');
      },
    ],
    [
      'with Control down',
      async () => {
        await engine.keyDown('Control');
        await shift();
        await engine.keyUp('Control');
      },
    ],
    [
      'with a press of the mouse',
      async () => {
        await engine.keyDown('Shift');
        await engine.press(300, 200);
        await engine.keyUp('Shift');
      },
    ],
  ] as [string, () => Promise<unknown>][])
    test(`${what} is not meant`, async () => {
      await engine.open(pageOf(`${quick}<input autofocus>${long}${scriptTag()}`));
      for (let press = 0; press < 4; press++) await act();
      assert.equal(await status(), '');
      assert.equal(await engine.evaluate(isWeather), false);
    });

  test('is meant when something opens while it is down', async () => {
    await engine.open(pageOf(`${quick}<details><summary>More</summary>Text</details>${scriptTag()}`));
    await engine.keyDown('Shift');
    await engine.evaluate(
      () =>
        new Promise<void>(resolve => {
          const details = document.querySelector('details') as HTMLDetailsElement;
          details.addEventListener('toggle', () => resolve());
          details.open = true;
        }),
    );
    await engine.keyUp('Shift');
    assert.equal(await status(), 'Or press Shift three times. 1/3');
  });

  test('is counted anew after another key', async () => {
    await engine.open(pageOf(quick + scriptTag()));
    await shift();
    await shift();
    await engine.keys('a');
    assert.equal(await status(), '');
    await shift();
    assert.equal(await status(), 'Or press Shift three times. 1/3');
  });

  test('does nothing with no-shortcut, nor after the element has gone; Escape never does', async () => {
    await engine.open(pageOf(quick.replace(' href', ' no-shortcut href') + scriptTag()));
    await shift(4);
    assert.equal(await status(), '');
    assert.doesNotMatch(
      await engine.evaluate(() => document.querySelector('havn-quick-exit')?.shadowRoot?.textContent ?? ''),
      /Shift/,
    );
    await engine.evaluate(() => document.querySelector('havn-quick-exit')?.removeAttribute('no-shortcut'));
    await engine.evaluate(() => document.querySelector('havn-quick-exit')?.remove());
    await shift(3);
    await engine.keys('Escape', 'Escape', 'Escape');
    assert.equal(await engine.evaluate(() => location.pathname), '/page.html');
  });
});

describe('the way out is always within reach', () => {
  test('when the page is scrolled, and under a notice that covers all', async () => {
    await engine.open(
      pageOf(
        `${quick}${long}<div style="position:fixed;inset:0;z-index:2147483647;background:#fff">We use cookies</div>${scriptTag()}`,
      ),
    );
    await engine.evaluate(() => scrollTo(0, 3000));
    const { isMet, right, bottom } = await engine.evaluate(placeOfLink);
    assert.equal(isMet, true);
    const [width, height] = await engine.evaluate(() => [innerWidth, innerHeight]);
    assert.ok(right <= width && bottom <= height);
    await leaves();
  });

  const filling =
    'inset: 0; inline-size: 100%; block-size: 100%; max-inline-size: none; max-block-size: none; padding: 0; margin: 0; border: 0; background: #fff';
  const fullDialog = (inside: string) =>
    `<dialog style="${filling}"><button>Close</button>${inside}</dialog>`;
  const inComponent = (html: string) => `<div><template shadowrootmode="open">${html}</template></div>`;
  const filmDialog = fullDialog(
    `<iframe title="x" src="/film.html" style="${filling}; display: block"></iframe>`,
  );
  engine.serve('/film.html', { body: pageOf('<p>A film</p>') });
  /** Until the dialog is open, and each frame in it has a hole where the way out is. */
  async function openDialog() {
    await engine.evaluate(() =>
      (document.querySelector('div')?.shadowRoot ?? document).querySelector('dialog')?.showModal(),
    );
    await wait(100);
    await engine.until(haveHoles);
  }
  /** Runs in the page. */
  const haveHoles = () =>
    [...(document.querySelector('div')?.shadowRoot ?? document).querySelectorAll('iframe')].every(
      ({ style }) => style.clipPath,
    );

  for (const [what, dialog] of [
    [', whose page cannot be pressed', '<dialog>Newsletter? <button>No</button></dialog>'],
    [
      ' that fills the window, whatever lies under the button',
      fullDialog(
        '<style>dialog a, dialog button { display: block; inline-size: 100%; block-size: 120px }</style><a href="/elsewhere.html">Rights</a><p>Menu</p><button>No</button>',
      ),
    ],
    [' that is full of a frame', filmDialog],
    [' that is full of a frame, within a component', inComponent(filmDialog)],
    [' within a component', inComponent(fullDialog(''))],
  ])
    test(`over a modal dialog of the host${what}`, async () => {
      await engine.open(pageOf(quick + dialog + long + scriptTag()));
      await openDialog();
      await leaves();
    });

  for (const [what, frames] of [
    ['a frame that comes later', `<iframe title="x" src="/film.html" style="${filling}"></iframe>`],
    [
      'a frame that is shown smaller',
      `<iframe title="x" src="/film.html" style="${filling}; inline-size: 200%; block-size: 200%; transform: scale(.5); transform-origin: 0 0"></iframe>`,
    ],
    [
      'two frames, one above the other',
      `<iframe title="x" src="/film.html" style="position: absolute; ${filling}"></iframe>`.repeat(2),
    ],
  ] as const)
    test(`over a modal dialog with ${what}`, async () => {
      await engine.open(pageOf(quick + fullDialog('') + long + scriptTag()));
      await openDialog();
      await engine.evaluate(
        (frames: string) => document.querySelector('dialog')?.insertAdjacentHTML('beforeend', frames),
        frames,
      );
      await engine.until(haveHoles);
      await leaves();
    });

  // A browser counts everything outside as inert, although the button is in sight: only a press shows that it works.
  testOnce('over a frame that fills the screen', async () => {
    await engine.open(
      pageOf(
        `<button style="position:absolute;inset:0 auto auto 0;block-size:80px">Full screen</button><iframe title="x" src="/film.html"></iframe>${quick}${scriptTag()}
        <script>document.querySelector('button').onclick = () => document.querySelector('iframe').requestFullscreen()</script>`,
      ),
    );
    await engine.press(20, 40);
    await engine.until(() => !!document.fullscreenElement);
    await wait(300);
    await leaves();
  });

  test('over a popover of the host that opens later, which keeps the rest of the page', async () => {
    await engine.open(
      pageOf(
        `${quick}<div popover="manual" style="inset:0;inline-size:100%;block-size:100%;margin:0">Chat</div>${long}${scriptTag()}`,
      ),
    );
    await engine.evaluate(() => {
      (document.querySelector('body > [popover]') as HTMLElement | null)?.showPopover();
    });
    await wait(100);
    assert.equal((await engine.evaluate(placeOfLink)).isMet, true);
    assert.equal(await engine.evaluate(() => document.elementFromPoint(200, 200)?.textContent), 'Chat');
  });

  test('over a modal dialog in a browser whose dialogs do not tell that they open', async () => {
    await engine.open(
      pageOf(
        `<script>addEventListener('toggle', event => event.target.localName === 'dialog' && event.stopImmediatePropagation(), true)</script>${quick}${fullDialog('')}${long}${scriptTag()}`,
      ),
    );
    await floats();
    // The popover is raised by closing and opening it again. A hit test cannot show that: behind a modal dialog, it is
    // inert.
    const isRaised = () =>
      engine.evaluate(
        () =>
          new Promise<boolean>(resolve => {
            const float = document.querySelector('havn-quick-exit')?.shadowRoot?.querySelector('[popover]');
            float?.addEventListener('beforetoggle', () => resolve(true));
            document.querySelector('dialog')?.showModal();
            setTimeout(() => resolve(false), 1000);
          }),
      );
    assert.equal(await isRaised(), true);
  });

  for (const [what, mode, content, open, by] of [
    ['a popover in a component', 'open', '<div popover="manual">Chat</div>', 'showPopover', 'press'],
    ['a popover in a closed component', 'closed', '<div popover="manual">Chat</div>', 'showPopover', 'press'],
    [
      'a popover in a component that opens by itself',
      'open',
      '<div popover="manual">News</div>',
      'showPopover',
      'timer',
    ],
    [
      'a modal dialog in a closed component',
      'closed',
      '<dialog><button>Accept</button></dialog>',
      'showModal',
      'press',
    ],
  ] as const)
    test(`over ${what}, which no event tells of`, async () => {
      await engine.open(
        pageOf(
          `${quick}<x-consent></x-consent><button>Open</button>${long}<script>
            customElements.define('x-consent', class extends HTMLElement {
              connectedCallback() {
                const root = this.attachShadow({ mode: '${mode}' });
                root.innerHTML = '<style>dialog, div { inset: 0; inline-size: 100%; block-size: 100%; max-inline-size: none; max-block-size: none; margin: 0; padding: 0; border: 0 }</style>${content}';
                document.querySelector('button').onclick = () => root.lastElementChild.${open}();
              }
            });
          </script>${scriptTag()}`,
        ),
      );
      await engine.until(
        () => !!document.querySelector('havn-quick-exit')?.shadowRoot?.querySelector(':popover-open'),
      );
      // It is raised by closing and opening it again: behind a modal dialog a hit test shows nothing.
      const button = await engine.evaluate(() => {
        const float = document.querySelector('havn-quick-exit')?.shadowRoot?.querySelector('[popover]');
        float?.addEventListener('beforetoggle', () => document.documentElement.classList.add('raised'));
        const { left, top } = document.querySelector('button')?.getBoundingClientRect() ?? new DOMRect();
        return { x: left + 5, y: top + 5 };
      });
      if (by === 'press') await engine.press(button.x, button.y);
      else
        await engine.evaluate(() => {
          const popover = document.querySelector('x-consent')?.shadowRoot?.lastElementChild as HTMLElement;
          setTimeout(() => popover.showPopover(), 10);
        });
      await engine.until(() => document.documentElement.classList.contains('raised'));
      if (open === 'showPopover') assert.equal((await engine.evaluate(placeOfLink)).isMet, true);
      await pressExit();
      await engine.until(isWeather);
    });

  test('over a modal dialog, also for a finger, of which Safari on iOS makes no click there', async () => {
    await engine.open(pageOf(quick + fullDialog('') + long + scriptTag()));
    await openDialog();
    const { x, y } = await engine.evaluate(placeOfLink);
    const tap = (left: number, top: number, pointerType: string) =>
      document.querySelector('dialog')?.dispatchEvent(
        new PointerEvent('pointerup', {
          pointerType,
          clientX: left,
          clientY: top,
          bubbles: true,
          composed: true,
        }),
      );
    await engine.evaluate(tap, 20, 20, 'touch');
    await engine.evaluate(tap, x, y, 'mouse');
    assert.equal(await engine.evaluate(isWeather), false);
    await engine.evaluate(tap, x, y, 'touch');
    await engine.until(isWeather);
  });

  for (const [where, html] of [
    [
      'what is around it writes large and downwards',
      `<div style="font-size:3000px;writing-mode:vertical-rl"><p style="font-size:16px">Text</p>${quick}</div>`,
    ],
    [
      'the letters around it are far apart',
      `<div style="letter-spacing: 3000px; word-spacing: 3000px">${quick}</div>`,
    ],
    [
      'the browser leaves the part of the page out that it stands in',
      `${long}<section style="content-visibility:auto">${quick}</section>`,
    ],
    [
      'the part of the page is not to be seen that it stands in',
      `<nav style="visibility:hidden">${quick}</nav>${long}`,
    ],
  ])
    test(`as large as ever, and it leaves, where ${where}`, async () => {
      await engine.open(pageOf(html + scriptTag()));
      await floats();
      const { width, height, isMet } = await engine.evaluate(placeOfLink);
      assert.ok(isMet && width < 300 && height < 80, `${isMet}, ${width} × ${height}`);
      await leaves();
    });

  test('where the first of two is in a part of the page that the browser leaves out', async () => {
    await engine.open(
      pageOf(
        `${long}<section style="content-visibility:auto">${quick}${long}</section><div style="position:fixed;inset:0 auto auto 0">${quick}</div>${scriptTag()}`,
      ),
    );
    await engine.until(() =>
      [...document.querySelectorAll('havn-quick-exit')].some(exit =>
        exit.shadowRoot?.querySelector(':popover-open'),
      ),
    );
    await engine.press(20, 400);
    const [x, y] = await engine.evaluate(() => {
      const links = [...document.querySelectorAll('havn-quick-exit')]
        .map(exit => exit.shadowRoot?.querySelector('[popover]:popover-open [part=exit]'))
        .map(link => link?.getBoundingClientRect() ?? new DOMRect());
      const { left, top, width, height } = links.find(({ height }) => height > 0) ?? new DOMRect();
      return [left + width / 2, top + height / 2];
    });
    await engine.press(x ?? 0, y ?? 0);
    await engine.until(isWeather);
  });

  test('in what a keyboard leaves of the page', async () => {
    await engine.open(pageOf(quick + long + scriptTag()));
    // Drivers cannot open the on-screen keyboard of a phone.
    await engine.evaluate(() => {
      Object.defineProperty(visualViewport, 'height', { value: 300 });
      visualViewport?.dispatchEvent(new Event('resize'));
    });
    const { isMet, bottom } = await engine.evaluate(placeOfLink);
    assert.equal(isMet, true);
    assert.ok(bottom <= 300);
  });

  test('in a small window, at 400 %, from right to left, and beside transforms', async () => {
    await engine.resize(450, 256);
    for (const [dir, lang] of [
      ['ltr', 'en'],
      ['rtl', 'ar'],
    ]) {
      await engine.open(
        pageOf(
          `<div dir="${dir}" style="transform:translateX(30px);overflow:hidden;height:20px;filter:grayscale(1)">${quick.replace('"en"', `"${lang}"`)}</div>${long}${scriptTag()}`,
        ),
      );
      if (lang === 'ar')
        await engine.until(
          () =>
            document
              .querySelector('havn-quick-exit')
              ?.shadowRoot?.querySelector('[part=base]')
              ?.getAttribute('lang') === 'ar',
        );
      const { isMet, x } = await engine.evaluate(placeOfLink);
      const width = await engine.evaluate(() => innerWidth);
      assert.equal(isMet, true);
      assert.equal(x > width / 2, dir === 'ltr');
    }
    await engine.resize(1000, 800);
  });

  for (const zoom of [0.0002, 40])
    test(`and as large as ever in what is shown ${zoom} times as large`, async () => {
      const size = async (style: string) => {
        await engine.open(
          pageOf(`<div style="${style}"><p style="${style}">${long}</p>${quick}</div>${scriptTag()}`),
        );
        await floats();
        // The event that browsers send when a reader zooms, or an on-screen keyboard opens.
        await engine.evaluate(() => void visualViewport?.dispatchEvent(new Event('resize')));
        return { ...(await engine.evaluate(placeOfLink)), inner: await engine.evaluate(() => innerWidth) };
      };
      const usual = await size('');
      const zoomed = await size(`zoom:${zoom}`);
      assert.ok(zoomed.isMet && zoomed.right <= zoomed.inner && zoomed.right > zoomed.inner - 40);
      assert.ok(Math.abs(zoomed.height - usual.height) < 1, `${zoomed.height} px, not ${usual.height}`);
      assert.ok(Math.abs(zoomed.width - usual.width) < 4, `${zoomed.width} px, not ${usual.width}`);
    });

  for (const [name, tag, html] of [
    ['where it stands at the end of the page', 'havn-quick-exit', quick],
    ['in a banner at the end of the page', 'havn-hotline-banner', banner],
  ] as const)
    test(`stays where it is when a tap opens what it does not hide, and covers none of it, ${name}`, async () => {
      await engine.resize(450, 740);
      await engine.open(pageOf(long + html + scriptTag()));
      await engine.until(
        (name: string) =>
          innerWidth <= 450 && !!document.querySelector(name)?.shadowRoot?.querySelector(':popover-open'),
        tag,
      );
      /** Runs in the page, scrolled to its end: whether the exit covers any line of what can be opened, and where to tap. */
      const atEnd = (name: string) => {
        scrollTo(0, document.documentElement.scrollHeight);
        const root = document.querySelector(name)?.shadowRoot;
        const details = root?.querySelector('details');
        const exit = root?.querySelector('[part=exit]')?.getBoundingClientRect();
        if (!details || !exit) throw new Error('No way out');
        const range = document.createRange();
        range.selectNodeContents(details);
        const [line] = details.getClientRects();
        return {
          isCovered: [...range.getClientRects()].some(
            ({ right, bottom, height }) => height > 0 && right > exit.left && bottom > exit.top,
          ),
          isOpen: details.open,
          x: (line?.left ?? 0) + 30,
          y: (line?.top ?? 0) + 12,
          exit: [exit.left, exit.top].map(Math.round),
        };
      };
      const before = await engine.evaluate(atEnd, tag);
      assert.deepEqual([before.isCovered, before.isOpen], [false, false]);
      await engine.press(before.x, before.y);
      const after = await engine.evaluate(atEnd, tag);
      assert.deepEqual([after.isCovered, after.isOpen, after.exit], [false, true, before.exit]);
      // The focus of a key is uncovered as before.
      await engine.evaluate(() => {
        const button = document.createElement('button');
        button.textContent = 'Save';
        button.setAttribute('style', 'position: fixed; inset: auto 20px 20px auto');
        document.body.append(button);
      });
      await engine.keys('Tab');
      const isFree = await engine.evaluate(() => {
        const button = document.querySelector('body > button') as HTMLElement;
        const { left, top } = button.getBoundingClientRect();
        return document.activeElement === button && document.elementFromPoint(left + 2, top + 2) === button;
      });
      assert.equal(isFree, true);
      await engine.resize(1000, 800);
    });

  test('and never on top of what has the focus', async () => {
    await engine.open(
      pageOf(
        `${quick}${long}<a id="last" href="#" style="position:fixed;inset:auto 20px 20px auto">Small print</a>${scriptTag()}`,
      ),
    );
    // Before the popover is open, the element does not listen for focus.
    await floats();
    const covered = await engine.evaluate(() => {
      const link = document.querySelector('#last') as HTMLElement;
      link.focus();
      const { left, top } = link.getBoundingClientRect();
      return document.elementFromPoint(left + 2, top + 2) !== link;
    });
    assert.equal(covered, false);
    assert.equal((await engine.evaluate(placeOfLink)).isMet, true);
  });

  describe('at 400 % (320 × 256), and leaves the number free', () => {
    after(() => engine.resize(1000, 800));

    /**
     * The size of the page, and whether a click in the centre of a number hits it: the first number when the page
     * opens, and each number after scrolling to it and when it has focus.
     */
    const numbers = () =>
      engine.evaluate(async () => {
        const shown = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => [
          ...(shadowRoot?.querySelectorAll('a[href^="tel:"]') ?? []),
        ]) as HTMLElement[];
        const isMet = (link: HTMLElement) => {
          const { left, top, width, height } = link.getBoundingClientRect();
          const root = link.getRootNode() as ShadowRoot;
          const met = root.elementFromPoint(left + width / 2, top + height / 2);
          return !!met && link.contains(met);
        };
        const [first] = shown;
        const atRest = !!first && isMet(first);
        const scrolledTo = [];
        for (const link of [...shown, ...shown.slice().reverse()]) {
          link.scrollIntoView({ block: 'nearest' });
          scrolledTo.push(isMet(link));
        }
        const withFocus = [];
        for (const link of [...shown, ...shown.slice().reverse()]) {
          link.focus();
          await new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)));
          withFocus.push(isMet(link));
        }
        return { width: innerWidth, height: innerHeight, atRest, reached: [...scrolledTo, ...withFocus] };
      });

    for (const [name, html] of [
      ['of the snippet, the way out before it', quick + tag],
      ['of the snippet, the way out behind it', tag + quick],
      ['of the banner that has the way out', banner],
      ['of a guide below it', `${quick}${tag}<havn-return-guide lang="nb"></havn-return-guide>`],
    ])
      test(name, async () => {
        await engine.open(pageOf(html + scriptTag() + long));
        await engine.resize(320, 256);
        await engine.until(
          () =>
            ['havn-quick-exit', 'havn-hotline-banner'].some(
              name => document.querySelector(name)?.shadowRoot?.querySelector(':popover-open') !== null,
            ) && !!document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector('[part=call]'),
        );
        const { width, height, atRest, reached } = await numbers();
        // WebKit cannot make a page so narrow: there the reader may have to scroll to the number.
        if (width <= 320) assert.deepEqual([height, atRest], [256, true]);
        assert.ok(reached.length > 2 && reached.every(isMet => isMet), `${width} × ${height}: ${reached}`);
        const exit = await engine.evaluate(
          placeOfLink,
          html === banner ? 'havn-hotline-banner' : 'havn-quick-exit',
        );
        assert.ok(exit.isMet && exit.height >= 44 && exit.bottom <= height, JSON.stringify(exit));
      });
  });

  test('and covers nothing that the keys lead to, also within one widget', async () => {
    await engine.open(pageOf(`${quick}<havn-service-finder lang="en"></havn-service-finder>${scriptTag()}`));
    await engine.resize(500, 400);
    const covered = [];
    for (let press = 0; press < 25; press++) {
      await engine.keys('Tab');
      covered.push(
        await engine.evaluate(() => {
          let focused = document.activeElement;
          while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
          const exit = document.querySelector('havn-quick-exit')?.shadowRoot?.querySelector('[part=exit]');
          if (!focused || !exit || focused === exit) return '';
          const [one, other] = [focused, exit].map(node => node.getBoundingClientRect()) as [
            DOMRect,
            DOMRect,
          ];
          const isCovered =
            one.left < other.right &&
            one.right > other.left &&
            one.top < other.bottom &&
            one.bottom > other.top;
          return isCovered ? focused.textContent : '';
        }),
      );
    }
    await engine.resize(1000, 800);
    assert.deepEqual(covered.filter(Boolean), []);
  });

  test('first with Tab, where it stands first', async () => {
    await engine.open(pageOf(`${quick}<a href="#">Menu</a>${scriptTag()}`));
    await engine.keys('Tab');
    assert.equal(
      await engine.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part')),
      'exit',
    );
    await engine.keys('Enter');
    await engine.until(isWeather);
  });

  test('once: the second on a page stands where it is put', async () => {
    await engine.open(pageOf(quick + banner + scriptTag()));
    await floats();
    assert.equal(await engine.evaluate(isFloat, 'havn-hotline-banner'), false);
    await engine.evaluate(() => document.querySelector('havn-quick-exit')?.remove());
    await floats('havn-hotline-banner');
  });

  test('once: not in a header that is hidden, but the next one, until the header is there', async () => {
    const inHeader = quick.replace(' href', ' no-shortcut href');
    await engine.open(pageOf(`<header style="display:none">${inHeader}</header>${banner}${scriptTag()}`));
    await floats('havn-hotline-banner');
    assert.equal(await engine.evaluate(isFloat, 'havn-quick-exit'), false);
    await engine.evaluate(() => {
      document.querySelector('header')?.removeAttribute('style');
      visualViewport?.dispatchEvent(new Event('resize'));
    });
    await floats();
    assert.equal(await engine.evaluate(isFloat, 'havn-hotline-banner'), false);
    await engine.evaluate(() => {
      const header = document.querySelector('header');
      if (header) header.style.display = 'none';
    });
    await shift(3);
    await engine.until(isWeather);
  });
});

describe('a way out that a stranger has put before that of the page', () => {
  test('by a tag with no-shortcut does not take Shift from it', async () => {
    await engine.open(pageOf(`<havn-quick-exit no-shortcut></havn-quick-exit>${banner}${scriptTag()}`));
    await floats();
    await shift(3);
    await engine.until(isWeather);
  });

  test('in a placeholder takes neither the corner nor Shift from it', async () => {
    await engine.open(
      pageOf(`<div data-havn="quick-exit" data-havn-no-shortcut=""></div>${banner}${scriptTag()}`),
    );
    await floats('havn-hotline-banner');
    assert.equal(await engine.evaluate(isFloat, 'havn-quick-exit'), false);
    await shift(3);
    await engine.until(isWeather);
  });
});

describe('the host', () => {
  test('has no say: neither a question whether one is sure, nor a listener that stops what is pressed', async () => {
    await engine.open(
      pageOf(
        `<script>
          for (const type of ['click', 'keyup', 'keydown'])
            document.addEventListener(type, event => event.stopImmediatePropagation(), true);
        </script>${asking}${quick}${scriptTag()}`,
      ),
    );
    await engine.keys('a');
    await leaves();
  });

  test('cannot hold the page by a guard of the Navigation API, whoever came first', async () => {
    const guard = `<script>window.navigation?.addEventListener('navigate', event => event.preventDefault())</script>`;
    for (const html of [guard + quick + scriptTag(), quick + scriptTag().replace(' defer', '') + guard]) {
      await engine.open(pageOf(html));
      await leaves();
    }
  });

  test('hears of the Navigation API nothing of where it leads, if it came later', async () => {
    await engine.open(
      pageOf(
        `${quick.replaceAll(weather, silent)}${scriptTag().replace(' defer', '')}<script>
          window.heard = [];
          window.navigation?.addEventListener('navigate', event => heard.push(event.destination.url));
        </script>`,
      ),
    );
    const heard = await engine.evaluate(() => {
      const link = document.querySelector('havn-quick-exit')?.shadowRoot?.querySelector('[part=exit]');
      (link as HTMLElement).click();
      return [(window as typeof window & { heard: string[] }).heard, document.body];
    });
    assert.deepEqual(heard, [[], null]);
  });

  test('cannot hold the reader by what it has broken after our script', async () => {
    for (const broken of [
      'Array.prototype.filter',
      'RegExp.prototype.test',
      'Element.prototype.getAttribute',
      'Array.prototype.indexOf',
    ]) {
      await engine.open(
        pageOf(
          `${quick}${scriptTag().replace(' defer', '')}<script>addEventListener('pointerdown', () => { ${broken} = () => { throw Error('broken by the page') } }, true)</script>`,
        ),
        { tells: false },
      );
      await leaves();
    }
  });

  for (const [what, script] of [
    ['a forgotten var', 'function Slider() { self = this } new Slider();'],
    ['a variable called navigation', 'var navigation = { open() {} };'],
    ['a function called navigation', 'function navigation() {}'],
    ['a variable called visualViewport', 'var visualViewport = { width: 1 };'],
    ['events that are frozen', 'Object.freeze(Event.prototype);'],
    [
      'timers with numbers of its own',
      '{ const own = setTimeout; window.setTimeout = (...words) => own(...words) && 2 ** 60; }',
    ],
  ])
    for (const when of ['before', 'after'])
      testInTurn(`cannot hold the reader by ${what}, ${when} our script`, async () => {
        const theirs = `<script>${script}</script>`;
        const ours = quick + scriptTag().replace(' defer', '');
        await engine.open(pageOf(when === 'before' ? theirs + ours : ours + theirs), { tells: false });
        const { right, bottom } = await engine.evaluate(placeOfLink);
        const [width, height] = await engine.evaluate(() => [innerWidth, innerHeight]);
        assert.ok(right > width - 60 && bottom > height - 60, 'it is in its corner');
        await leaves();
      });

  for (const [what, act] of [
    ['goes forward', 'history.forward()'],
    ['stops the page', 'stop()'],
    [
      'sends a form',
      'const form = document.createElement("form"); document.documentElement.append(form); form.submit()',
    ],
  ])
    test(`cannot hold the reader by a timer that ${what} while the next page is slow`, async () => {
      engine.serve('http://slow.example/', {
        body: '',
        stream: response => void setTimeout(() => response.end('<title>Slow</title>'), 1500),
      });
      await engine.open(
        pageOf(
          `${quick.replaceAll(weather, 'http://slow.example/')}<script>addEventListener('pointerdown', () => setInterval(() => { ${act} }, 500), true)</script>${scriptTag()}`,
        ),
      );
      await engine.evaluate(() => (location.hash = '#rights'));
      await pressExit();
      await engine.until(() => document.title === 'Slow');
    });

  test('is out of the history where the page has a variable called History', async context => {
    engine.serve('/', { body: '<title>Front page</title>' });
    await engine.open(pageOf(`<script>var History = {}</script>${quick}${scriptTag()}`), { inNewTab: true });
    if (!(await engine.evaluate(() => 'navigation' in window))) return context.skip('no Navigation API');
    await engine.evaluate(() => (location.hash = '#rights'));
    await leaves();
    await engine.evaluate(() => history.forward());
    await wait(500);
    assert.equal(await engine.evaluate(isWeather), true);
  });

  test('cannot bring its title back while the next page loads', async () => {
    await engine.open(
      pageOf(
        `${quick.replaceAll(weather, silent)}${scriptTag()}<script>setInterval(() => { document.title = 'Kommunen' }, 50)</script>`,
      ),
    );
    const title = await engine.evaluate(() => {
      const link = document.querySelector('havn-quick-exit')?.shadowRoot?.querySelector('[part=exit]');
      (link as HTMLElement).click();
      return new Promise(resolve => setTimeout(() => resolve(document.title), 300));
    });
    assert.equal(title, 'silent.example');
  });

  test('leaves the next page no name of the tab', async () => {
    await engine.open(pageOf(`<script>name = 'kommunen'</script>${quick}${scriptTag()}`), { inNewTab: true });
    await leaves();
    assert.equal(await engine.evaluate(() => window.name), '');
  });

  for (const [which, html] of [
    ['the first', quick],
    ['another one', quick + banner],
  ] as const)
    testPage(`hears no press of ${which}, no event of it, and not that it has the focus`, async () => {
      await engine.open(
        pageOf(
          `<script>
          window.heard = [];
          for (const target of [document, document.documentElement])
            for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'focus', 'focusin', 'focusout', 'blur', 'contextmenu', 'auxclick', 'keydown', 'keyup', 'keypress', 'click', 'submit', 'error', 'havn-exit', 'havn-leave', 'securitypolicyviolation'])
              target.addEventListener(type, ({ key, target }) => {
                if (key !== 'Tab' && target.localName?.startsWith('havn-')) heard.push(type);
              }, true);
        </script>${html.replaceAll(weather, silent)}${scriptTag()}`,
        ),
      );
      const tag = html === quick ? 'havn-quick-exit' : 'havn-hotline-banner';
      const heard = await engine.evaluate((name: string) => {
        const link = document.querySelector(name)?.shadowRoot?.querySelector('[part=exit]') as HTMLElement;
        link.focus();
        // The events of a click, sent from the page: some drivers wait for the next page after a real one.
        for (const [Kind, types] of [
          [PointerEvent, ['pointerdown', 'pointerup']],
          [MouseEvent, ['mousedown', 'mouseup', 'contextmenu']],
          [KeyboardEvent, ['keydown', 'keypress', 'keyup']],
        ] as const)
          for (const type of types)
            link.dispatchEvent(new Kind(type, { bubbles: true, composed: true, key: 'Enter' }));
        link.click();
        return [(window as typeof window & { heard: string[] }).heard, document.body];
      }, tag);
      assert.deepEqual(heard, [[], null]);
    });
});

describe('in a frame', () => {
  const inner = pageOf(
    quick + scriptTag().replace(/ (integrity|crossorigin)="[^"]*"/g, ''),
    '<meta name="referrer" content="no-referrer">',
  );
  const large = 'style="position:fixed;inset:0;width:600px;height:400px;border:0"';
  engine.serve('http://frame.example/dist/havn.js', engine.file('/dist/havn.js'));

  /** Opens a page with a frame of another origin. */
  async function openOther(html: string, sandbox = '') {
    engine.serve('http://frame.example/', { body: html });
    await engine.open(
      pageOf(`<p>Around</p><iframe src="http://frame.example/"${sandbox} ${large}></iframe>`),
    );
  }

  async function pressExitIn(frame: number | number[]) {
    const { x, y } = await engine.evaluateIn(frame, placeOfLink);
    // Chromium needs some time to know the position of a frame that runs in another process.
    await wait(300);
    await engine.press(x, y);
  }

  for (const [name, sandbox] of [
    ['of another origin', ''],
    [
      'in the sandbox of ours',
      ' sandbox="allow-scripts allow-popups allow-top-navigation-by-user-activation"',
    ],
  ])
    test(`${name}, it takes the page around it along`, async () => {
      await openOther(inner, sandbox);
      await pressExitIn(0);
      await engine.until(isWeather);
      const { referer } = engine.requests.find(({ address }) => address === weather)?.headers ?? {};
      // WebKit uses the referrer policy of the page around the frame, and sends the frame's origin, not its full
      // address.
      assert.equal(referer, engine.key === 'webkit' ? 'http://frame.example/' : undefined);
    });

  test('of another origin, it offers no keys: only a press may move the page around it', async () => {
    await openOther(inner);
    const hints = await engine.evaluateIn(0, async () => {
      const exit = document.querySelector('havn-quick-exit');
      await customElements.whenDefined('havn-quick-exit');
      await (exit as HTMLElement & { updateComplete: Promise<boolean> }).updateComplete;
      return exit?.shadowRoot?.querySelectorAll('.hint').length;
    });
    assert.equal(hints, 0);
  });

  test('of the same origin, Shift is counted anew after Escape', async () => {
    engine.serve('/inner.html', { body: pageOf(quick + scriptTag()) });
    await engine.open(pageOf('<iframe src="/inner.html"></iframe>'));
    const said = await engine.evaluate(async () => {
      const inner = frames[0] as Window & typeof globalThis;
      const exit = inner.document.querySelector('havn-quick-exit');
      const press = (key: string) => {
        for (const type of ['keydown', 'keyup'])
          inner.document.body.dispatchEvent(
            new inner.KeyboardEvent(type, { key, bubbles: true, composed: true }),
          );
      };
      for (const key of ['Shift', 'Shift', 'Escape', 'Shift']) press(key);
      await (exit as HTMLElement & { updateComplete?: Promise<boolean> })?.updateComplete;
      return exit?.shadowRoot?.querySelector('[role=status]')?.textContent?.trim();
    });
    assert.equal(said, 'Or press Shift three times. 1/3');
  });

  test('of the same origin, both are blank at once, and nothing throws into them', async () => {
    engine.serve('/inner.html', {
      body: pageOf(
        `<script>addEventListener('error', event => { top.failed = event.message })</script>${quick.replaceAll(weather, silent)}<havn-service-finder></havn-service-finder>${scriptTag()}`,
      ),
    });
    await engine.open(pageOf('<p>Around</p><iframe src="/inner.html"></iframe>'));
    const seen = await engine.evaluate(() => {
      const inner = frames[0]?.document;
      if (!inner) throw new Error('No frame');
      const link = inner.querySelector('havn-quick-exit')?.shadowRoot?.querySelector('[part=exit]');
      (link as HTMLElement).click();
      return [
        document.documentElement.textContent,
        document.body,
        inner.documentElement.textContent,
        inner.body,
        Reflect.get(window, 'failed') ?? '',
      ];
    });
    assert.deepEqual(seen, ['silent.example', null, 'silent.example', null, '']);
  });

  test('of the same origin, the page around has no say', async () => {
    engine.serve('/inner.html', { body: inner });
    await engine.open(
      pageOf(
        `<script>
          name = 'kommunen';
          window.navigation?.addEventListener('navigate', event => event.preventDefault());
        </script>${asking}<iframe src="/inner.html" ${large}></iframe>`,
      ),
    );
    await engine.keys('a');
    await pressExitIn(0);
    await engine.until(isWeather);
    assert.equal(await engine.evaluate(() => window.name), '');
    assert.equal(engine.requests.find(({ address }) => address === weather)?.headers.referer, undefined);
  });

  for (const [what, act] of [
    ['the page around', () => (location.hash = '#rights')],
    ['the frame', () => ((frames[0] as Window).location.hash = '#rights')],
    [
      'both',
      () => {
        location.hash = '#rights';
        (frames[0] as Window).location.hash = '#rights';
      },
    ],
  ] as [string, () => unknown][])
    test(`of the same origin, after a link within ${what}, neither Back nor Forward leads to it`, async context => {
      engine.serve('/', { body: '<title>Front page</title>' });
      engine.serve('/inner.html', { body: inner });
      engine.serve('/host.html', {
        body: pageOf(
          `<title>Around</title><p>Around</p><form><iframe src="/inner.html" ${large}></iframe></form>`,
        ),
      });
      await engine.open(pageOf('<script>onclick = () => location.assign("/host.html")</script>'), {
        inNewTab: true,
      });
      await engine.press(20, 20);
      await engine.until(() => location.pathname === '/host.html' && document.readyState === 'complete');
      if (!(await engine.evaluate(() => 'navigation' in window))) return context.skip('no Navigation API');
      await engine.evaluate(act);
      await pressExitIn(0);
      await engine.until(isWeather);
      await engine.evaluate(() => history.forward());
      await wait(500);
      assert.equal(await engine.evaluate(isWeather), true);
      await engine.back();
      await engine.until(() => document.title === 'Front page');
      await engine.back();
      await engine.until(() => location.pathname === '/page.html');
    });

  const frame = (src: string) => `<iframe src="${src}" ${large}></iframe>`;
  for (const [where, origin, around] of [
    ['of the same origin', '', frame('/middle.html')],
    ['of an own origin below another one', 'http://frame.example', frame('http://frame.example/middle.html')],
    [
      'of the same origin, with another frame beside it',
      '',
      `${frame('/middle.html')}<iframe src="/asking.html"></iframe>`,
    ],
    ['of the same origin, in an object', '', `<object data="/middle.html" ${large}></object>`],
  ] as const)
    test(`in a frame ${where}, none between has a say`, async () => {
      engine.serve(`${origin}/inner.html`, { body: inner });
      engine.serve('/asking.html', { body: pageOf(asking) });
      engine.serve(`${origin}/middle.html`, { body: pageOf(asking + frame('/inner.html')) });
      await engine.open(pageOf(around));
      await engine.evaluateIn([0], () => document.querySelector('input')?.focus());
      await engine.keys('a');
      await pressExitIn([0, 0]);
      await engine.until(isWeather);
    });

  test('of another origin, it is blank while the next page does not answer', async () => {
    await openOther(inner.replaceAll(weather, silent));
    const blank = await engine.evaluateIn(0, () => {
      const link = document.querySelector('havn-quick-exit')?.shadowRoot?.querySelector('[part=exit]');
      // Browsers allow this only after a real click, and refuse with an exception or a message. The test checks what
      // happens then.
      (link as HTMLElement).click();
      const isRefused = /close the tab/.test(link?.getRootNode()?.textContent ?? '');
      return isRefused || document.body === null;
    });
    assert.equal(blank, true);
  });

  test('that must not, it says so, and all stays', async () => {
    await openOther(
      inner.replace('</havn-quick-exit>', '</havn-quick-exit><iframe title="Map"></iframe>'),
      ' sandbox="allow-scripts"',
    );
    await pressExitIn(0);
    await wait(300);
    assert.equal(await engine.evaluateIn(0, statusOf), 'Not possible here: close the tab.');
    assert.equal(await engine.evaluate(() => document.body.textContent?.includes('Around')), true);
    assert.equal(await engine.evaluateIn(0, () => document.querySelectorAll('iframe').length), 1);
  });
});

describe('in XHTML', () => {
  const xhtml = (body: string) =>
    `<html xmlns="http://www.w3.org/1999/xhtml" lang="nb"><head><title>Kommunen</title></head><body>${body}${scriptTag().replace(' defer', ' defer="defer"')}</body></html>`;
  const type = 'application/xhtml+xml';

  test('the page is blank at once', async () => {
    await engine.open(
      xhtml(
        `<p>prostitusjon</p>${quick.replaceAll(weather, silent)}<havn-service-finder></havn-service-finder>`,
      ),
      { type, tells: false },
    );
    const seen = await engine.evaluate(() => {
      const link = document.querySelector('havn-quick-exit')?.shadowRoot?.querySelector('[part=exit]');
      (link as HTMLElement).click();
      return [document.title, document.documentElement.textContent, document.childNodes.length];
    });
    assert.deepEqual(seen, ['silent.example', 'silent.example', 1]);
  });

  for (const [what, html] of [
    ['a question whether one is sure', asking + quick],
    ['that of a frame', `${quick}<iframe src="/asking.html"></iframe>`],
    [
      'that of a frame in a component',
      `${quick}<div id="chat"></div><script>{
        const frame = document.createElement('iframe');
        frame.src = '/asking.html';
        document.querySelector('#chat').attachShadow({ mode: 'open' }).append(frame);
      }</script>`,
    ],
  ] as const)
    test(`${what} does not come up`, async () => {
      engine.serve('/asking.html', { body: pageOf(asking) });
      await engine.open(xhtml(html), { type, tells: false });
      if (html.includes('asking.html'))
        await engine.until(() => {
          const frame = (document.querySelector('#chat')?.shadowRoot ?? document).querySelector('iframe');
          const field = frame?.contentDocument?.querySelector('input');
          field?.focus();
          return !!field;
        });
      await engine.keys('a');
      await leaves();
    });
});
