/** The behaviours of custom-elements-everywhere and what else an app does to the elements, in small apps. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isChromium, isInTurn, openEngine } from '../../../tools/test/engine.js';
import { pageOf } from '../../../tools/test/harness.js';
import { bundleApp, frameworks, renderOnServer } from '../../frameworks/build.js';
import type { App } from '../../frameworks/state.js';
import { rosa } from '../../rosa.js';
import { sure } from '../../sure.js';
import { speaks } from '../speaks.js';

type Page = typeof window & { app: App };

const engine = await openEngine({ isOneTab: true });

/** In the page: loads a script, and lets what it starts settle. */
const add = (address: string, type: string = '') =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.type = type;
    script.onload = () => setTimeout(resolve, 50);
    script.onerror = reject;
    script.src = address;
    document.head.append(script);
  });

/** In the page: tells the app what changes; `null` is what no message to a browser carries, undefined. */
async function change(changes: Record<string, unknown>) {
  for (const [key, value] of Object.entries(changes)) if (value === null) changes[key] = undefined;
  // From a task of the page's own: within a script of WebKit's driver promises settle between two steps of the app.
  await new Promise(resolve => setTimeout(resolve));
  await (window as Page).app.set(changes);
  await new Promise(resolve => setTimeout(resolve, 50));
}

/** In the page: what is on screen of an element, and what it says of itself. */
function look(selector: string) {
  const element = document.querySelector<HTMLElement & { layout?: string }>(selector);
  const root = element?.shadowRoot;
  const base = root?.querySelector<HTMLElement>('[part=base]');
  return {
    isThere: Boolean(element),
    isUpgraded: Boolean(root),
    text: root?.textContent?.replace(/\s+/g, ' ') ?? '',
    lang: base?.lang,
    layout: element?.layout,
    isCard: base?.classList.contains('card'),
    hasExit: Boolean(root?.querySelector('[part=exit]')),
    cards: root?.querySelectorAll('[part=card]').length,
    pressed: root?.querySelectorAll('[aria-pressed=true]').length,
    open: root?.querySelectorAll('[part=entitlement][open]').length,
    children: element?.textContent?.trim().replace(/\s+/g, ' '),
  };
}

const heard = () => ({ ...(window as Page).app.heard });

const page = (html: string = '') => pageOf(`<div id="app">${html}</div><div id="elsewhere"></div>`);

const addScript = () => engine.evaluate(add, '/dist/havn.js');
const addApp = () => engine.evaluate(add, '/app.js', 'module');

const orders = { 'the script first': [addScript, addApp], 'the app first': [addApp, addScript] };

/** Nothing on the console but what an app in development says of itself. */
async function assertQuiet() {
  const { errors, messages } = await engine.told();
  assert.deepEqual(errors, []);
  assert.deepEqual(
    messages.filter(message => /^(?:warn|error)/.test(message) && !message.includes('broken by the test')),
    [],
  );
  assert.deepEqual(await engine.evaluate(() => (window as Page).app.problems), []);
}

for (const [name, { server }] of Object.entries(frameworks)) {
  if (!isInTurn()) continue;
  describe(name, () => {
    before(async () => engine.serve('/app.js', { body: await bundleApp(name), type: 'text/javascript' }));

    for (const [order, steps] of Object.entries(orders).slice(isChromium ? 0 : -1)) {
      describe(order, () => {
        before(async () => {
          await engine.open(page());
          for (const step of steps) await step();
        });
        after(assertQuiet);

        it('renders the elements, and leaves their children to the app', async () => {
          const banner = await engine.evaluate(look, '#banner');
          assert.match(banner.text, new RegExp(rosa.shown));
          assert.equal(banner.children, `ROSA, døgnåpen hjelpetelefon: ${rosa.shown}`);
          await engine.evaluate(change, { fallback: 'Ring ROSA:' });
          const now = await engine.evaluate(look, '#banner');
          assert.equal(now.children, `Ring ROSA: ${rosa.shown}`);
          assert.equal(now.text, banner.text);
        });

        it('passes strings, booleans and numbers at first', async () => {
          const banner = await engine.evaluate(look, '#banner');
          assert.equal(banner.isCard, true);
          assert.equal(banner.hasExit, true);
          assert.equal((await engine.evaluate(look, '#list')).open, 0);
          const finder = await engine.evaluate(look, '#finder');
          assert.equal(finder.cards, 3);
          assert.equal(finder.pressed, 1);
        });

        it('passes what changes, and takes away what is no more', async () => {
          await engine.evaluate(change, { layout: 'bar', exit: false, pageSize: 2, need: null });
          const banner = await engine.evaluate(look, '#banner');
          assert.equal(banner.isCard, false);
          assert.equal(banner.hasExit, false);
          const finder = await engine.evaluate(look, '#finder');
          assert.equal(finder.cards, 2);
          assert.equal(finder.pressed, 0);
          await engine.evaluate(change, { exit: true, layout: null, isOpen: true });
          assert.ok(Number((await engine.evaluate(look, '#list')).open) > 3);
          const again = await engine.evaluate(look, '#banner');
          assert.equal(again.hasExit, true);
          assert.equal(again.layout, 'bar');
        });

        it('passes a number by the property', async () => {
          await engine.evaluate(change, { pageSize: 4 });
          assert.equal((await engine.evaluate(look, '#property')).cards, 4);
        });

        it('hears in a template that an element is ready, once', async () => {
          assert.equal((await engine.evaluate(heard)).ready, 1);
        });

        // Angular puts an element into the page before it listens to it, unless a condition stands around it.
        it('hears that of an element that is always there', async () => {
          assert.equal((await engine.evaluate(heard)).readyAtOnce, 1);
        });

        it('hears in a template that the reader has chosen a language', async () => {
          const choose = (language: string) => {
            const select = document.querySelector('#menu')?.shadowRoot?.querySelector('select');
            if (select) select.value = language;
            select?.dispatchEvent(new Event('change', { bubbles: true }));
          };
          await engine.evaluate(choose, 'nn');
          await engine.until(speaks, '#banner', 'nn');
          assert.equal((await engine.evaluate(heard)).languageChange, 1);
          // The choice ends with the menu.
          await engine.evaluate(() => {
            Object.assign(document.querySelector('#menu') as Element, { value: '' });
          });
        });

        it('follows the lang that the app sets, live', async () => {
          await engine.evaluate(change, { lang: 'en' });
          assert.equal((await engine.evaluate(look, '#banner')).lang, 'en');
          assert.match((await engine.evaluate(look, '#banner')).text, /day and night/);
          await engine.evaluate(change, { lang: 'nb' });
          assert.equal((await engine.evaluate(look, '#banner')).lang, 'nb');
        });

        it('keeps the elements of a list when it is put in another order', async () => {
          const cards = () =>
            [...document.querySelectorAll('havn-service-card')].map(card => ({
              mark: 'mark' in card ? Number(card.mark) : null,
              name: card.shadowRoot?.querySelector('[part=service-name]')?.textContent?.trim(),
              isOpen: card.shadowRoot?.querySelector('details')?.open,
            }));
          await engine.evaluate(() => {
            document.querySelectorAll('havn-service-card').forEach((card, index) => {
              Object.assign(card, { mark: index });
            });
            const details = document.querySelector('havn-service-card')?.shadowRoot?.querySelector('details');
            if (details) details.open = true;
          });
          const first = await engine.evaluate(cards);
          assert.equal(new Set(first.map(card => card.name)).size, 3);
          await engine.evaluate(change, {
            services: ['iom-varp', 'kom-coordination', 'lauras-hus', 'rosa-helpline'],
          });
          const then = await engine.evaluate(cards);
          assert.deepEqual(
            then.map(card => card.mark),
            [2, null, 1, 0],
          );
          for (const card of then)
            if (typeof card.mark === 'number') assert.equal(card.name, sure(first[card.mark]).name);
          assert.equal(then[3]?.isOpen, true);
          await engine.evaluate(change, { services: ['lauras-hus'] });
          assert.deepEqual(
            (await engine.evaluate(cards)).map(card => card.name),
            [sure(first[1]).name],
          );
        });

        it('shows an element again that it has taken away', async () => {
          await engine.evaluate(change, { isShown: false });
          assert.equal((await engine.evaluate(look, '#banner')).isThere, false);
          await engine.evaluate(change, { isShown: true, lang: 'en' });
          const banner = await engine.evaluate(look, '#banner');
          assert.match(banner.text, new RegExp(rosa.shown));
          assert.equal(banner.lang, 'en');
          assert.equal(banner.hasExit, true);
        });

        it('hears in a template that an element could not be shown', async () => {
          await engine.evaluate(change, { hasList: false });
          await engine.evaluate(async () => {
            const { attachShadow } = Element.prototype;
            Element.prototype.attachShadow = () => {
              throw new Error('broken by the test');
            };
            await (window as Page).app.set({ hasList: true });
            Element.prototype.attachShadow = attachShadow;
          });
          assert.equal((await engine.evaluate(heard)).error, 1);
          const fallback = await engine.evaluate(look, '#list');
          assert.deepEqual([fallback.isThere, fallback.isUpgraded], [true, false]);
        });

        it('leaves nothing behind', async () => {
          await engine.evaluate(() => (window as Page).app.unmount());
          assert.equal(
            await engine.evaluate(
              () =>
                [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('havn-'))
                  .length,
            ),
            0,
          );
        });
      });
    }

    if (server)
      // What a server has sent is never lost: the parser has made it.
      for (const [order, steps] of Object.entries(orders))
        it(`hydrates what its server has sent, ${order}`, async () => {
          await engine.open(page(await renderOnServer(name)));
          await engine.evaluate(() => {
            Object.assign(document.querySelector('#banner') as Element, { mark: true });
          });
          for (const step of steps) await step();
          const banner = await engine.evaluate(look, '#banner');
          assert.match(banner.text, new RegExp(rosa.shown));
          assert.equal(banner.children, `ROSA, døgnåpen hjelpetelefon: ${rosa.shown}`);
          assert.equal(banner.hasExit, true);
          assert.equal(
            await engine.evaluate(() => Reflect.get(document.querySelector('#banner') as Element, 'mark')),
            true,
          );
          await engine.evaluate(change, { lang: 'en', exit: false, pageSize: 2 });
          const now = await engine.evaluate(look, '#banner');
          assert.equal(now.lang, 'en');
          assert.equal(now.hasExit, false);
          assert.equal((await engine.evaluate(look, '#finder')).cards, 2);
          assert.equal((await engine.evaluate(look, '#list')).open, 0);
          await assertQuiet();
        });
  });
}

// Lit and Svelte do so. WebKit 2.54 gives such elements no registry, and they stay what they were: the fallback shows.
it('fills a tag that was imported from a template before the script has run', async () => {
  await engine.open(page());
  await engine.evaluate(() => {
    const template = document.createElement('template');
    template.innerHTML = '<p><havn-hotline-banner id="banner"></havn-hotline-banner></p>';
    document.querySelector('#app')?.append(document.importNode(template.content, true));
  });
  await addScript();
  assert.match((await engine.evaluate(look, '#banner')).text ?? '', new RegExp(rosa.shown));
});
