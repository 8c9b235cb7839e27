/** DOMPurify, in the browser as systems use it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documented } from '../../tools/test/documented.js';
import { pageOf, scriptTag } from '../../tools/test/harness.js';
import { type Setup, testFilter } from './filter-tests.js';
import { served } from './served.js';

/** @param code whose last statement answers with what is left of `html` */
const purifying =
  (code: string): Setup =>
  async browser => {
    served(browser, 'dompurify/dist', ['purify.min.js']);
    const { page } = await browser.open(pageOf('<script src="/dompurify/dist/purify.min.js"></script>'), {
      path: '/dompurify.html',
    });
    return html =>
      page.evaluate(
        `(html => { ${code.replace(/^DOMPurify\.sanitize/m, 'return $&')} })(${JSON.stringify(html)})`,
      );
  };

testFilter('DOMPurify', 'filter-dompurify', purifying('DOMPurify.sanitize(html)'));
testFilter('DOMPurify, set up for Havn', 'filter-dompurify-set-up', purifying(documented('dompurify')), get =>
  test('leaves no address in a tag, and the element shows', async () => {
    const { browser, filter } = get();
    const address = 'https://stranger.example/';
    const left = await filter(
      `<havn-service-finder lang="nb" src="${address}shards/" need="shelter"><p>x</p></havn-service-finder>
         <havn-quick-exit HREF="${address}"><p>x</p></havn-quick-exit>
         <havn-hotline-banner exit exit-href="${address}"><p>x</p></havn-hotline-banner>
         <p><a href="https://www.example.org/">En lenke</a></p>`,
    );
    const { page, requests } = await browser.open(pageOf(left + scriptTag()));
    await page.locator('havn-service-finder input').first().waitFor();
    const exits = await page
      .locator('[part=exit]')
      .evaluateAll(links => links.map(link => link.getAttribute('href')));
    await page.close();
    assert.deepEqual(exits, ['https://www.yr.no/', 'https://www.yr.no/']);
    assert.deepEqual(
      requests.filter(url => url.startsWith(address)),
      [],
    );
    assert.match(left, /need="shelter"/);
    assert.match(left, /<a href="https:\/\/www\.example\.org\/">/);
    const styled = await filter(
      '<p>x</p><style>havn-hotline-banner::part(call)::before{content:"40 00 00 00"}</style><p style="position:fixed;inset:0">x</p>',
    );
    assert.equal(styled, '<p>x</p><p>x</p>');
  }),
);
