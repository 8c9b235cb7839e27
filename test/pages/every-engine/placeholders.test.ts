/** Filters let placeholders through as data, also from authors who may not add scripts: data must not become code. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { openEngine } from '../../../tools/test/engine.js';
import { fallback, pageOf, scriptTag } from '../../../tools/test/harness.js';
import { rosa } from '../../rosa.js';
import { hostilePlaceholder, ownAttributesOf } from '../hostile-placeholder.js';

const engine = await openEngine({ isOneTab: true });
engine.serve('/purify.js', {
  body: readFileSync(new URL('../../../node_modules/dompurify/dist/purify.min.js', import.meta.url)),
  type: 'text/javascript',
});
const sanitizeHtml: (html: string, settings: object) => string = createRequire(import.meta.url)(
  'sanitize-html',
);

describe('a placeholder', () => {
  // The editors of test/filters take their time, and leave no more of it than these do.
  const purified = `<script src="/purify.js"></script><script>document.write(DOMPurify.sanitize(${JSON.stringify(hostilePlaceholder)}))</script>`;
  const ways: [string, string][] = [
    ['as it is', hostilePlaceholder],
    ['past DOMPurify', purified],
    [
      'past sanitize-html',
      sanitizeHtml(hostilePlaceholder, { allowedAttributes: { '*': ['data-*', 'href'] } }),
    ],
  ];
  for (const [way, html] of ways)
    test(`gives its element no handler and no style, whatever stands in it, ${way}`, async () => {
      await engine.open(pageOf(html + scriptTag()));
      await engine.until(() => !!document.querySelector('havn-hotline-banner')?.shadowRoot);
      const { x, y } = await engine.evaluate(() => {
        const box = (document.querySelector('havn-hotline-banner') as Element).getBoundingClientRect();
        return { x: box.left + 3, y: box.top + 3 };
      });
      await engine.press(x, y);
      await engine.keys('Tab');
      assert.deepEqual(await engine.evaluate(ownAttributesOf, 'havn-hotline-banner'), ['lang', 'layout']);
      assert.equal(await engine.evaluate(() => 'pwned' in window), false);
    });

  test('no style sheet that a filter lets through puts another number in the place of ours', async () => {
    const style = ['call', 'emergency']
      .flatMap(part => ['before', 'after'].map(pseudo => `havn-hotline-banner::part(${part})::${pseudo}`))
      .join();
    await engine.open(
      pageOf(
        `<style>${style} { content: "40 00 00 00" !important }</style><div data-havn="hotline-banner">${fallback}</div>${scriptTag()}`,
      ),
    );
    await engine.until(() => !!document.querySelector('havn-hotline-banner')?.shadowRoot);
    const contents = await engine.evaluate(() =>
      [
        ...(document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelectorAll('[href^="tel:"]') ??
          []),
      ].flatMap(link => [':before', ':after'].map(pseudo => getComputedStyle(link, pseudo).content)),
    );
    assert.deepEqual(contents, ['none', 'none', 'none', 'none']);
  });

  test('that a form has spoiled keeps no other from its element', async () => {
    const spoiled = ['children', 'append', 'getAttribute', 'childNodes', 'querySelector']
      .map(name => `<form data-havn="hotline-banner"><input name="${name}">${fallback}</form>`)
      .join('');
    await engine.open(pageOf(`${spoiled}<div data-havn="hotline-banner">${fallback}</div>${scriptTag()}`));
    await engine.until(
      () =>
        [...document.querySelectorAll('havn-hotline-banner')].filter(({ shadowRoot }) => shadowRoot)
          .length === 6,
    );
    const texts = await engine.evaluate(() =>
      [...document.querySelectorAll('havn-hotline-banner')].map(({ textContent }) => textContent ?? ''),
    );
    assert.deepEqual(
      texts.map(text => rosa.pattern.test(text)),
      Array(6).fill(true),
    );
  });

  test('gives each element the attributes that it has, and lang and dir, no address and no no-shortcut', async () => {
    const all: [string, string[]][] = [
      ['hotline-banner', ['exit', 'exit-href', 'layout']],
      ['quick-exit', ['href', 'no-shortcut']],
      ['service-finder', ['area', 'audience', 'need', 'page-size', 'src']],
      ['service-card', ['service']],
      ['contact-directory', ['audience', 'need', 'src']],
      ['entitlements-list', ['audience', 'open']],
      ['permit-guide', ['view']],
      ['referral-guide', ['profession']],
      ['return-guide', []],
      ['pathway', ['step']],
      ['language-menu', []],
    ];
    const divs = all.map(
      ([name, own]) =>
        `<div data-havn="${name}" data-havn-id="x" data-havn-lang="nn" data-havn-dir="ltr"${own.map(attribute => ` data-havn-${attribute}=""`).join('')}></div>`,
    );
    await engine.open(pageOf(divs.join('') + scriptTag()));
    for (const [name, own] of all)
      assert.deepEqual(
        await engine.evaluate(ownAttributesOf, `havn-${name}`),
        // Without links and sources: filters let these placeholder attributes through from any author.
        [...own.filter(attribute => !/(^|-)(href|src)$|^no-shortcut$/.test(attribute)), 'dir', 'lang'].sort(),
      );
  });
});
