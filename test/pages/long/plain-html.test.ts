/** What is pasted where no script may run: every element in every language, with and without its style sheet. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { allRules, axe, faultsByAxe } from '../../../tools/test/axe.js';
import { openEngine, testInTurn, testOnce } from '../../../tools/test/engine.js';
import { pageOf } from '../../../tools/test/harness.js';

const engine = await openEngine({ isOneTab: true });

const folder = new URL('../../../dist/html/', import.meta.url);
/** `hotline-banner.nb` and so on; another page that stands beside them is a page of its own. */
const pieces = readdirSync(folder)
  .filter(file => /^[a-z-]+\.[a-z]+\.html$/.test(file))
  .map(file => file.slice(0, -'.html'.length))
  .filter(piece => !read(piece).startsWith('<!'));
function read(piece: string) {
  return readFileSync(new URL(`${piece}.html`, folder), 'utf8');
}
const names = [...new Set(pieces.map(piece => piece.replace(/\..*/, '')))];
const languages = [...new Set(pieces.map(piece => piece.replace(/.*\./, '')))];
const all = (language: string) => names.map(name => read(`${name}.${language}`)).join('');

const style = '<link rel="stylesheet" href="/dist/html/havn.css">';
testOnce('there is one for each element and language', () => {
  // The menu has no widgets to speak to where there is no script.
  const elements = readdirSync(new URL('../../../dist/elements/', import.meta.url))
    .map(file => file.replace('.js', ''))
    .filter(name => name !== 'language-menu');
  assert.deepEqual(names, elements);
  assert.equal(languages.length, 19);
  assert.equal(pieces.length, names.length * languages.length);
});

describe('pasted into a page', () => {
  testOnce('nothing in it needs a policy, a script or a name that a host may have too', () => {
    for (const piece of pieces) {
      const html = read(piece);
      assert.doesNotMatch(
        html,
        /<(?:script|style|link|iframe|form|input|img)|\s(?:on\w+|style|part)=/,
        piece,
      );
      for (const [, names = ''] of html.matchAll(/ class="([^"]*)"/g))
        for (const name of names.split(' ')) assert.match(name, /^havn(?:-|$)/, piece);
      for (const [, id = ''] of html.matchAll(/ id="([^"]*)"/g)) assert.match(id, /^havn-/, piece);
    }
  });

  testOnce('all of them on one page have ids of their own, and every reference leads somewhere', () => {
    const faultsOf = (html: string) => {
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      const references = [...html.matchAll(/ (?:aria-labelledby|aria-describedby|for)="([^"]*)"/g)];
      return [
        ...ids.filter((id, index) => ids.indexOf(id) < index),
        ...references.map(([, id]) => id).filter(id => !ids.includes(id)),
      ];
    };
    const html = languages.map(all).join('');
    assert.deepEqual(faultsOf(html), []);
    assert.deepEqual(faultsOf(`${html}<p id="a"></p><p id="a" aria-describedby="b"></p>`), ['a', 'b']);
  });

  testOnce('nothing that is heard is without words, in any language', () => {
    for (const piece of pieces)
      for (const [, tag, inside = ''] of read(piece).matchAll(
        /<(a|h[2-6]|summary|caption|th)\b[^>]*>([\s\S]*?)<\/\1>/g,
      ))
        assert.match(inside.replace(/<[^>]*>|&\w+;/g, ''), /[\p{L}\p{N}]/u, `${piece}: <${tag}> is empty`);
  });

  testOnce('headings begin under the h1 of the page, and skip nothing', () => {
    for (const piece of pieces) {
      const levels = [...read(piece).matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      let last = 1;
      for (const level of levels) {
        assert.ok(level > 1 && level <= last + 1, `${piece}: h${level} after h${last}`);
        last = level;
      }
    }
  });

  testOnce('numbers read from left to right, and each is a link or stands beside one', () => {
    for (const piece of pieces) {
      const html = read(piece);
      const links = [...html.matchAll(/<a [^>]*href="tel:([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)];
      assert.ok(links.length > 0 || piece.startsWith('quick-exit'), piece);
      for (const [, number = '', inside = ''] of links) {
        const shown = /<bdi dir="ltr"[^>]*>([^<]*)<\/bdi>/.exec(inside)?.[1] ?? '';
        assert.ok(number.endsWith(shown.replace(/\D/g, '')) && shown, `${piece}: ${inside}`);
      }
    }
  });
});

const axeScript = '<script src="/axe.js"></script>';

/** With all that opens opened. */
async function expectNoFault() {
  await engine.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  assert.deepEqual(await engine.evaluate(faultsByAxe, { runOnly: allRules }), []);
}

const pageWith = (content: string, head = style, language: string = 'nb') =>
  pageOf(`<main><h1>Hjelp</h1>${content}</main>${axeScript}`, head).replace(
    'lang="nb"',
    `lang="${language}"`,
  );

describe('axe finds nothing', () => {
  before(() => engine.serve('/axe.js', { body: axe, type: 'text/javascript' }));

  // What axe reads of them is the same in every language of a direction.
  for (const language of ['nb', 'ar'])
    testOnce(`in ${language}`, async () => {
      await engine.open(pageWith(all(language), style, language));
      await expectNoFault();
    });

  testOnce('without the style sheet', async () => {
    await engine.open(pageWith(all('ar'), '', 'ar'));
    await expectNoFault();
  });

  testOnce('in the dark', async () => {
    await engine.open(
      pageWith(all('nb'), `<style>:root { color-scheme: dark; background: Canvas }</style>${style}`),
    );
    await expectNoFault();
    const ground = await engine.evaluate(
      () => getComputedStyle(document.querySelector('.havn-banner') as Element).backgroundColor,
    );
    const [lightness] = ground.match(/\d+/g) ?? [];
    assert.ok(Number(lightness) < 80, ground);
  });

  testOnce('and the test would see a fault', async () => {
    await engine.open(pageWith(`${all('nb')}<h5>x</h5><a href="/"></a>`));
    const faults = (await engine.evaluate(faultsByAxe, { runOnly: allRules })).join();
    assert.match(faults, /link-name/);
    assert.match(faults, /heading-order/);
  });
});

describe('its style sheet', () => {
  const css = readFileSync(new URL('havn.css', folder), 'utf8');

  testOnce('is ASCII, asks for nothing, and takes at most 2 kB', () => {
    assert.doesNotMatch(css, /[^\n -~]|url\(|@import|@font-face/);
    const compressed = brotliCompressSync(css, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    assert.ok(compressed.length <= 2000, `${compressed.length} bytes`);
  });

  test('changes nothing of the page around', async () => {
    const around =
      '<h1>Hjelp</h1><h2>a</h2><p class="card">b <a class="target call" href="/">c</a></p><ul><li>d</li></ul><details open><summary>e</summary>f</details><table><caption>g</caption><tr><th>h<td>i</table><ol role="list"><li>j</ol>';
    const styles = () =>
      engine.evaluate(() => {
        const elements = [
          ...document.querySelectorAll('html, body, body :not(.havn, .havn *, script, svg *)'),
        ];
        return elements.map(element => {
          const style = getComputedStyle(element);
          return [...style]
            .filter(name => !name.startsWith('--'))
            .map(name => `${name}:${style.getPropertyValue(name)}`);
        });
      });
    await engine.open(pageOf(around));
    const bare = await styles();
    await engine.open(pageOf(around, style));
    assert.deepEqual(await styles(), bare);
  });

  test('has the font, the size and the colours of the host, and none of its classes', async () => {
    const host =
      '<style>body { font: 20px/1.2 Georgia, serif } .label, .card, .name, .target { color: white; display: inline; font-size: 5px }</style>';
    await engine.open(pageOf(`<div style="--havn-accent: #7a0000">${all('nb')}</div>`, style + host));
    const [font, size, call, sizes] = await engine.evaluate(() => {
      const find = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
      return [
        find('.havn p').fontFamily,
        find('.havn').fontSize,
        find('.havn-call').backgroundColor,
        [...document.querySelectorAll('.havn p')].map(element =>
          Number.parseFloat(getComputedStyle(element).fontSize),
        ),
      ];
    });
    assert.equal(font, 'Georgia, serif');
    assert.equal(size, '20px');
    assert.notEqual(call, 'rgba(0, 0, 0, 0)');
    assert.ok(Math.min(...sizes) >= 16);
  });

  testOnce('a heading that opens stands beside its mark', async () => {
    await engine.open(pageOf(all('nb'), style));
    const displays = await engine.evaluate(() =>
      [...document.querySelectorAll('summary > :is(h2, h3)')].map(
        heading => getComputedStyle(heading).display,
      ),
    );
    assert.deepEqual([...new Set(displays)], ['inline']);
  });

  for (const language of ['nb', 'lt', 'ar', 'th'])
    for (const width of [320, 1000])
      testInTurn(`cuts nothing off in ${language} on ${width} pixels, numbers can be pressed`, async () => {
        await engine.open(
          pageOf(
            `<div id="box">${all(language)}</div>`,
            `<style>body { margin: 0; font: 16px sans-serif } #box { width: ${width}px }</style>${style}`,
          ),
        );
        const [wide, small] = await engine.evaluate((width: number) => {
          for (const details of document.querySelectorAll('details')) details.open = true;
          const inside = [...document.querySelectorAll('.havn *')];
          return [
            inside
              .filter(element => {
                const { left, right } = element.getBoundingClientRect();
                // The way out is in the corner of the window, not in the box.
                return right > (element.closest('.havn-exit') ? innerWidth : width) + 1 || left < -1;
              })
              .map(element => element.outerHTML.slice(0, 120)),
            [...document.querySelectorAll('.havn a, .havn summary')]
              .filter(element => {
                const { height } = element.getBoundingClientRect();
                return height < (element.matches('summary') ? 24 : 44);
              })
              .map(element => element.outerHTML.slice(0, 120)),
          ];
        }, width);
        assert.deepEqual(wide, []);
        assert.deepEqual(small, []);
      });

  test('lays tables out as cards on a phone, and they stay tables for screen readers', async () => {
    for (const [width, display] of [
      [320, 'flex'],
      [1000, 'table-row'],
    ] as const) {
      await engine.open(
        pageOf(`<div style="width: ${width}px">${read('contact-directory.nb')}</div>`, style),
      );
      assert.deepEqual(
        await engine.evaluate(() => {
          const row = document.querySelector('tbody tr') as Element;
          return [getComputedStyle(row).display, row.getAttribute('role')];
        }),
        [display, 'row'],
      );
    }
  });

  test('mirrors itself from right to left', async () => {
    await engine.open(pageOf(`<div style="width: 500px">${read('hotline-banner.ar')}</div>`, style));
    const [link = 0, icon = 0] = await engine.evaluate(() => {
      const link = document.querySelector('.havn-call') as Element;
      return [link, link.querySelector('svg') as Element].map(
        element => element.getBoundingClientRect().right,
      );
    });
    assert.ok(link - icon < 40 && link > 400);
  });

  test('keeps the way out in its corner, and at the end of the page it covers no number', async () => {
    await engine.resize(450, 740);
    await engine.open(pageOf(read('quick-exit.en') + all('en') + read('hotline-banner.en'), style));
    const seen = await engine.evaluate(() => {
      const exit = document.querySelector('.havn-exit') as Element;
      const links = document.querySelectorAll('a[href^="tel:"]');
      const last = links[links.length - 1] as Element;
      const top = exit.getBoundingClientRect();
      scrollTo(0, document.documentElement.scrollHeight);
      const end = exit.getBoundingClientRect();
      return {
        words: document.querySelector('.havn-quick-exit p')?.textContent,
        isThere: top.bottom <= innerHeight && top.right <= innerWidth && top.right > innerWidth - 60,
        isSame: top.top === end.top,
        isFree: last.getBoundingClientRect().bottom <= end.top,
      };
    });
    await engine.resize(1000, 800);
    assert.match(seen.words ?? '', /Back/);
    assert.deepEqual([seen.isThere, seen.isSame, seen.isFree], [true, true, true]);
  });

  test('on paper has no grounds, and no way out', async () => {
    await engine.open(pageOf(read('quick-exit.nb') + read('entitlements-list.nb')));
    // Where printing is imitated, only sheets that are adopted are reached.
    await engine.evaluate((css: string) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, css);
    await engine.print(true);
    const shown = await engine.evaluate(() => [
      getComputedStyle(document.querySelector('.havn-exit') as Element).display,
      getComputedStyle(document.querySelector('.havn-call') as Element).backgroundColor,
    ]);
    await engine.print(false);
    assert.deepEqual(shown, ['none', 'rgba(0, 0, 0, 0)']);
  });
});
