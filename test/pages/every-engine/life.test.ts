/** What a page does with its elements over time: it loads, moves, copies and hides them. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { helpline } from '../../../tools/build/helpline.js';
import { openEngine, testInTurn, testOnce } from '../../../tools/test/engine.js';
import { element, fallback, findNumber, names, pageOf, scriptTag, tag } from '../../../tools/test/harness.js';
import { rosa } from '../../rosa.js';
import { speaks } from '../speaks.js';
import { look, serveOther, version } from './hosts.js';

const engine = await openEngine({ isOneTab: true });
serveOther(engine);

const source = '/dist/havn.js';
const all = names.map(name => element(name)).join('');
const selector = names.map(name => `havn-${name}`).join();

const pause = (milliseconds = 40) => new Promise(resolve => setTimeout(resolve, milliseconds));

/**
 * Checks the requests of the page, and that nothing was thrown.
 * @param requests the expected ones, apart from the page itself
 */
async function expectQuiet(requests: string[] = [source]) {
  const { errors } = await engine.told();
  assert.deepEqual(errors, []);
  // Sorted, because two scripts of a page load at the same time.
  assert.deepEqual(
    engine.requests
      .map(({ address }) => address)
      .filter(address => address !== '/page.html')
      .sort(),
    [...requests].sort(),
  );
}

/** Checks that the number is on screen, and whether it is from the widget or the fallback. */
async function expectNumber(from: 'widget' | 'fallback' = 'widget') {
  assert.equal(await engine.evaluate(findNumber, helpline.href), from);
}

describe('many elements on a page', () => {
  /** Not in the order in which the script defines them. */
  const many = [...names].reverse();
  const page = (tags: string[], then: string, before = '') =>
    pageOf(
      `<script>window.order = []; addEventListener('havn-ready', event => order.push(event.target.localName), true);${before}</script>
       ${tags.map(name => element(name)).join('')}<script src="${source}"></script>
       <script>const last = document.querySelector('havn-${tags.at(-1)}'); window.early = order.length; ${then}</script>`,
    );
  type Page = typeof window & {
    order: string[];
    early: number;
    text: string;
    isShown: boolean;
    last: HTMLElement;
  };
  const order = () => engine.evaluate(() => (window as Page).order);
  const early = () => engine.evaluate(() => (window as Page).early);
  const areReady = (count: number) => (window as Page).order.length === count;
  const tags = many.map(name => `havn-${name}`);

  test('render one after the other, in the order of the page, and keep their fallback until then', async () => {
    await engine.open(
      page(
        many,
        `window.text = last.innerText; last.updateComplete.then(() => window.isShown = !!last.shadowRoot)`,
      ),
    );
    await engine.until(areReady, many.length);
    assert.deepEqual(await order(), tags);
    assert.ok((await early()) < 3);
    const told = () =>
      engine.evaluate(() => {
        const { text, isShown } = window as Page;
        return { text, isShown };
      });
    await engine.until(() => 'isShown' in window);
    assert.match((await told()).text, rosa.pattern);
    assert.equal((await told()).isShown, true);
    await expectQuiet();
  });

  test('are few: all are there when the script has run', async () => {
    await engine.open(page(many.slice(0, 4), ''));
    await engine.until(() => 'early' in window);
    assert.equal(await early(), 4);
  });

  test('go away before their turn, and come back', async () => {
    await engine.open(page(many, 'last.remove(); window.last = last'));
    await engine.until(areReady, many.length - 1);
    assert.equal(await engine.evaluate(() => (window as Page).last.shadowRoot), null);
    await engine.evaluate(() => document.body.append((window as Page).last));
    await engine.until(areReady, many.length);
    await expectQuiet();
  });

  test('render all the same where a page has taken away what they take turns by', async () => {
    await engine.open(page(many, '', 'window.MessageChannel = undefined'));
    await engine.until(areReady, many.length);
    await expectQuiet();
  });
});

describe('the script', () => {
  for (const [name, html] of Object.entries({
    'before the tags': `<script src="${source}"></script>${tag}`,
    'after the tags': `${tag}<script src="${source}"></script>`,
    'before the tags, deferred': `<script src="${source}" defer></script>${tag}`,
    'with async': `<script src="${source}" async></script>${tag}`,
    'as a module': `<script src="${source}" type="module"></script>${tag}`,
    'imported by a module': `${tag}<script type="module">import '${source}'</script>`,
    'inserted by a script': `${tag}<script>document.head.append(Object.assign(document.createElement('script'), { src: '${source}' }))</script>`,
    'inserted long after': `${tag}<script>addEventListener('load', () => setTimeout(() => document.head.append(Object.assign(document.createElement('script'), { src: '${source}' })), 30))</script>`,
    'in a placeholder that comes after it': `<script src="${source}"></script><div data-havn="hotline-banner">${fallback}</div>`,
    twice: `${tag}<script src="${source}" defer></script><script src="${source}" defer></script>`,
    'and that of one element behind it': `${tag}<script src="${source}" defer></script><script src="/dist/elements/hotline-banner.js" defer></script>`,
    'and that of one element before it': `${tag}<script src="/dist/elements/hotline-banner.js" defer></script><script src="${source}" defer></script>`,
  }))
    testInTurn(`runs ${name}`, async () => {
      await engine.open(pageOf(html));
      await engine.until(() => Boolean(document.querySelector('havn-hotline-banner')?.shadowRoot));
      await expectNumber();
      const { errors, messages } = await engine.told();
      assert.deepEqual([errors, messages], [[], []]);
      for (const { address } of engine.requests)
        assert.match(address, /^\/(?:page\.html|dist\/[\w/-]+\.js)$/);
    });

  for (const [first, second] of [
    [source, '/other.js'],
    ['/other.js', source],
  ] as const)
    test(`${first}, then ${second}: the first one wins, the other warns in one line, with all tags`, async () => {
      await engine.open(
        pageOf(`${all}<script src="${first}" defer></script><script src="${second}" defer></script>`),
      );
      await expectNumber();
      const { messages } = await engine.told();
      const [told = '', ...others] = messages.filter(message => message.includes('<havn-'));
      assert.match(told, /9\.9\.9/);
      for (const name of names) assert.ok(told.includes(`<havn-${name}>`), name);
      assert.deepEqual(others, []);
      assert.equal(
        await engine.evaluate(() => Reflect.get(customElements.get('havn-hotline-banner') as object, 'havn')),
        first === source ? version : '9.9.9',
      );
      await expectQuiet([first, second]);
    });

  test('a tag that somebody else owns is theirs; the other elements are ours', async () => {
    await engine.open(
      pageOf(
        `<script>customElements.define('havn-return-guide', class extends HTMLElement {})</script>${all}${scriptTag()}`,
      ),
    );
    const seen = (await look(engine, selector)).trim().split('\n');
    for (const line of seen)
      assert.ok(line.endsWith(line.startsWith('havn-return-guide') ? 'fallback' : 'widget'), line);
    const { messages } = await engine.told();
    const [told = '', ...others] = messages.filter(message => message.includes('havn-'));
    assert.match(told, /havn-return-guide.*another script/);
    assert.deepEqual(others, []);
    await expectQuiet();
  });
});

/** Each action runs on a page with the banner. Afterwards there must be `count` banners, each with its number. */
const changes: Record<string, [action: () => unknown, count: number]> = {
  'moved a thousand times': [
    () => {
      const banner = document.querySelector('havn-hotline-banner') as Element;
      for (let round = 0; round < 1000; round++) {
        document.body.prepend(banner);
        document.body.append(banner);
      }
    },
    1,
  ],
  'cloned and removed a thousand times': [
    () => {
      const banner = document.querySelector('havn-hotline-banner') as Element;
      for (let round = 0; round < 1000; round++) {
        const copy = banner.cloneNode(true) as Element;
        document.body.append(copy);
        if (round) copy.remove();
      }
    },
    2,
  ],
  'written anew': [
    () => {
      for (let round = 0; round < 50; round++) {
        const { innerHTML } = document.body;
        document.body.innerHTML = innerHTML;
      }
    },
    1,
  ],
  'written as outerHTML': [
    () => {
      const banner = document.querySelector('havn-hotline-banner') as Element;
      banner.outerHTML = banner.outerHTML + banner.outerHTML;
    },
    2,
  ],
  'made by createElement, with attributes set after': [
    () => {
      const banner = document.createElement('havn-hotline-banner');
      document.body.append(banner);
      banner.setAttribute('layout', 'card');
      banner.setAttribute('exit', '');
      banner.removeAttribute('exit');
    },
    2,
  ],
  'made by its class': [
    () => {
      const type = customElements.get('havn-hotline-banner') as CustomElementConstructor;
      document.body.append(new type());
    },
    2,
  ],
  'in a template that is cloned': [
    () => {
      const template = document.createElement('template');
      template.innerHTML = document.querySelector('havn-hotline-banner')?.outerHTML ?? '';
      document.body.append(
        template,
        template.content.cloneNode(true),
        document.importNode(template.content, true),
      );
    },
    3,
  ],
  'from a parsed document': [
    () => {
      const parsed = new DOMParser().parseFromString(document.body.innerHTML, 'text/html');
      const banner = parsed.querySelector('havn-hotline-banner') as Element;
      document.body.append(document.importNode(banner, true), document.adoptNode(banner));
    },
    3,
  ],
  'in an open and in a closed shadow root of the host': [
    () => {
      for (const mode of ['open', 'closed'] as const) {
        const host = document.createElement('div');
        document.body.append(host);
        const root = host.attachShadow({ mode });
        root.innerHTML = document.querySelector('havn-hotline-banner')?.outerHTML ?? '';
        if (mode === 'closed') Reflect.set(host, 'closed', root);
      }
    },
    3,
  ],
  slotted: [
    () => {
      const host = document.createElement('div');
      const banner = document.querySelector('havn-hotline-banner') as Element;
      banner.replaceWith(host);
      host.append(banner);
      host.attachShadow({ mode: 'open' }).innerHTML = '<section><slot></slot></section>';
    },
    1,
  ],
  'sorted among others, as frameworks with keys do': [
    () => {
      const list = document.createElement('ul');
      document.body.append(list);
      for (let index = 0; index < 5; index++) {
        const item = document.createElement('li');
        item.append(document.createElement('havn-hotline-banner'));
        list.append(item);
      }
      for (let round = 0; round < 20; round++)
        for (const item of [...list.children].reverse())
          list.insertBefore(item, list.children[round % 5] ?? null);
    },
    6,
  ],
  'with children that come, go and change': [
    () => {
      const banner = document.querySelector('havn-hotline-banner') as Element;
      banner.textContent = '';
      banner.append('x', document.createElement('p'), document.createComment('y'));
      banner.firstChild?.remove();
      banner.normalize();
    },
    1,
  ],
};

/** Runs in the page: for each banner, also in shadow roots, whether it shows the number and is styled. */
function banners(href: string) {
  const collect = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap(element => {
      const inside = element.localName.startsWith('havn-')
        ? null
        : (element.shadowRoot ?? Reflect.get(element, 'closed'));
      return [
        ...(element.localName === 'havn-hotline-banner' ? [element] : []),
        ...(inside ? collect(inside) : []),
      ];
    });
  return collect(document).map(({ shadowRoot }) => {
    const call = shadowRoot?.querySelector('[part=call]');
    const bases = shadowRoot?.querySelectorAll('[part=base]').length;
    const { height, width } = call?.getBoundingClientRect() ?? { height: 0, width: 0 };
    return bases === 1 && width > 100 && height >= 44 && call?.getAttribute('href') === href;
  });
}

describe('a banner', () => {
  for (const [name, [action, count]] of Object.entries(changes))
    testInTurn(`${name} shows its number`, async () => {
      await engine.open(pageOf(tag + scriptTag()));
      await engine.evaluate(action);
      await pause();
      assert.deepEqual(await engine.evaluate(banners, rosa.href), Array(count).fill(true));
      await expectQuiet();
    });

  // The banner loses its style sheets then: a document cannot adopt the constructed style sheets of another one.
  test('that goes into a frame and comes back keeps its number', async () => {
    await engine.open(pageOf(`${tag}<iframe title="x" width="900" height="400"></iframe>${scriptTag()}`));
    const inFrame = await engine.evaluate(() => {
      const banner = document.querySelector('havn-hotline-banner') as Element;
      const frame = document.querySelector('iframe') as HTMLIFrameElement;
      const body = (frame.contentDocument as Document).body;
      body.append(banner);
      const height = banner.shadowRoot?.querySelector('[part=call]')?.getBoundingClientRect().height ?? 0;
      document.body.prepend(banner);
      return height;
    });
    assert.ok(inFrame > 15, `in the frame the link is ${inFrame} pixels high`);
    await expectNumber();
    await expectQuiet();
  });
});

describe('a page', () => {
  test('that is loaded again shows the number', async () => {
    await engine.open(pageOf(tag + scriptTag()));
    await engine.evaluate(() => {
      Reflect.set(window, 'isOld', true);
      setTimeout(() => location.reload());
    });
    await engine.until(() => !Reflect.get(window, 'isOld') && document.readyState === 'complete');
    await expectNumber();
    assert.deepEqual((await engine.told()).errors, []);
  });

  test('whose polyfill needs to know what dispatches an event speaks a language of a file', async () => {
    // ShadyDOM, forced.
    const polyfill = `<script>(() => {
      'use strict';
      const { dispatchEvent } = EventTarget.prototype;
      EventTarget.prototype.dispatchEvent = function (event) {
        this.shady = true;
        return dispatchEvent.call(this, event);
      };
    })()</script>`;
    await engine.open(pageOf(tag.replace('"nb"', '"ar"') + scriptTag(), polyfill));
    await engine.until(speaks, 'havn-hotline-banner', 'ar');
    assert.deepEqual((await engine.told()).errors, []);
  });

  test('that is written anew when it is finished shows the number, which follows its language', async () => {
    await engine.open(pageOf(tag + scriptTag()));
    await engine.evaluate(
      (html: string) => {
        document.open();
        document.write(html);
        document.close();
      },
      pageOf(tag.replace(' lang="nb"', '')),
    );
    await pause();
    await expectNumber();
    await engine.evaluate(() => document.documentElement.setAttribute('lang', 'nn'));
    await engine.until(speaks, 'havn-hotline-banner', 'nn');
    // In a file of its own.
    await engine.evaluate(() => document.documentElement.setAttribute('lang', 'ar'));
    await engine.until(speaks, 'havn-hotline-banner', 'ar');
    assert.deepEqual((await engine.told()).errors, []);
  });

  for (const [name, html, open] of [
    ['a modal dialog', `<dialog>${tag}</dialog>`, () => document.querySelector('dialog')?.showModal()],
    ['a dialog', `<dialog>${tag}</dialog>`, () => document.querySelector('dialog')?.show()],
    [
      'a popover',
      `<div popover>${tag}</div>`,
      () => (document.querySelector('[popover]') as HTMLElement).showPopover(),
    ],
    [
      'a closed <details>',
      `<details><summary>x</summary>${tag}</details>`,
      () => document.querySelector('details')?.setAttribute('open', ''),
    ],
    [
      'a box that is not displayed',
      `<div style="display: none">${tag}</div>`,
      () => document.querySelector('div')?.removeAttribute('style'),
    ],
    [
      'a hidden part',
      `<div hidden>${tag}</div>`,
      () => document.querySelector('div')?.removeAttribute('hidden'),
    ],
    [
      'an inert part',
      `<div inert style="visibility: hidden">${tag}</div>`,
      () => {
        const box = document.querySelector('div') as Element;
        box.removeAttribute('style');
        box.removeAttribute('inert');
      },
    ],
  ] as [string, string, () => void][])
    testInTurn(`in ${name} the number shows once that opens`, async () => {
      await engine.open(pageOf(html + scriptTag()));
      assert.equal(await engine.evaluate(findNumber, helpline.href), null);
      await engine.evaluate(open);
      await pause();
      await expectNumber();
      await expectQuiet();
    });
});

describe('what is left behind', () => {
  /** Counts active observers and intervals. A listener that stays would be seen in memory: leak.test.ts. */
  const counting = `<script>
    window.left = { observers: 0, clocks: 0 };
    for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
      const { observe, disconnect } = window[name].prototype;
      const active = new Set();
      window[name].prototype.observe = function (...args) { active.add(this); left.observers = active.size; return observe.apply(this, args) };
      window[name].prototype.disconnect = function () { active.delete(this); left.observers = active.size; return disconnect.call(this) };
    }
    const { setInterval, clearInterval } = window;
    const clocks = new Set();
    window.setInterval = (...args) => { const id = setInterval(...args); clocks.add(id); left.clocks = clocks.size; return id };
    window.clearInterval = id => { clocks.delete(id); left.clocks = clocks.size; clearInterval(id) };
  </script>`;
  /** Runs in the page: inserts and removes elements. */
  async function comeAndGo(html: string) {
    const box = document.createElement('div');
    document.body.append(box);
    for (let round = 0; round < 20; round++) {
      box.innerHTML = html;
      await Promise.resolve();
      box.textContent = '';
    }
    box.remove();
    await new Promise(resolve => setTimeout(resolve, 20));
    return { ...Reflect.get(window, 'left') };
  }
  for (const name of names)
    testOnce(`no observer or clock of havn-${name}`, async () => {
      await engine.open(pageOf('', counting).replace('</body>', `${scriptTag()}</body>`));
      const html = element(name, ' exit');
      assert.deepEqual(await engine.evaluate(comeAndGo, html), { observers: 0, clocks: 0 });
    });
});

describe('an exception in some elements', () => {
  /** Listens for havn-error on document, and records the properties of each event. */
  const listening = `<script>
    window.failures = [];
    document.addEventListener('havn-error', event => failures.push([event.target.localName, event.bubbles, event.composed, event.detail === undefined, Object.keys(event).filter(key => key !== 'isTrusted').length].join()));
  </script>`;
  /** `isOne` makes an expression: whether an element must break. */
  const breaks: Record<string, (isOne: (element: string) => string) => string> = {
    'attachShadow throws': isOne =>
      `const { attachShadow } = Element.prototype; Element.prototype.attachShadow = function (...args) { if (${isOne('this')}) throw new Error('nei'); return attachShadow.apply(this, args) }`,
    'their shadow roots take no style': isOne =>
      `const { set } = Object.getOwnPropertyDescriptor(ShadowRoot.prototype, 'adoptedStyleSheets') ?? Object.getOwnPropertyDescriptor(DocumentOrShadowRoot.prototype, 'adoptedStyleSheets'); Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', { configurable: true, get: () => [], set(sheets) { if (${isOne('this.host')}) throw new Error('nei'); set.call(this, sheets) } })`,
    'their place is not found': isOne =>
      `const { getRootNode } = Node.prototype; Node.prototype.getRootNode = function () { if (${isOne('this')}) throw new Error('nei'); return getRootNode.call(this) }`,
  };
  // Each element breaks in each way; each time, most of the other elements do not break.
  const groups = [0, 1, 2, 3].map(first => names.filter((_, index) => index % 4 === first));
  for (const group of groups)
    for (const [how, code] of Object.entries(breaks))
      testInTurn(
        `${group.join(', ')}: ${how}; each shows its fallback, says so, and the others show`,
        async () => {
          const tags = group.map(name => `havn-${name}`);
          const script = code(element => `${JSON.stringify(tags)}.includes(${element}.localName)`);
          await engine.open(pageOf(all + scriptTag(), `${listening}<script>${script}</script>`), {
            failing: tags,
          });
          await engine.until((count: number) => Reflect.get(window, 'failures').length >= count, tags.length);
          const seen = (await look(engine, selector)).trim().split('\n');
          for (const line of seen)
            assert.ok(
              line.endsWith(tags.some(tag => line.startsWith(`${tag}:`)) ? 'fallback' : 'widget'),
              line,
            );
          const failures = await engine.evaluate(() => Reflect.get(window, 'failures'));
          assert.deepEqual([...failures].sort(), tags.map(tag => `${tag},true,true,true,0`).sort());
          const { errors, messages } = await engine.told();
          assert.deepEqual(errors, []);
          for (const tag of tags)
            assert.equal(messages.filter(message => message.includes(`<${tag}>`)).length, 1, tag);
        },
      );

  test('an Intl that throws leaves every element with its number', async () => {
    await engine.open(
      pageOf(
        all + scriptTag(),
        `<script>for (const name of ['DateTimeFormat', 'NumberFormat', 'DisplayNames', 'ListFormat', 'PluralRules', 'Collator']) Intl[name] = function () { throw new RangeError('nei') }</script>`,
      ),
    );
    const seen = await look(engine, selector);
    assert.ok(!seen.includes('nothing'), seen);
    await expectNumber();
    await expectQuiet();
  });
});
