/** The tests that each editor and filter has to pass, with what is particular to it in its own file. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser, pageOf, scriptTag } from '../../tools/test/harness.js';
import { type Row, record } from '../../tools/test/results.js';
import { hostilePlaceholder, ownAttributesOf } from '../pages/hostile-placeholder.js';
import { rosa } from '../rosa.js';
import { type Browser, plainPages, serveFrame, shownOf, snippet, ways } from './ways.js';

/** answers with what it leaves */
type Filter = (html: string) => Promise<string> | string;
export type Setup = (browser: Browser) => Promise<Filter> | Filter;

/**
 * Runs in a page: the text and the links of HTML, in their order.
 * @param what `without`: a selector of what is not looked at
 */
function readContents({ html, without }: { html: string; without: string }) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll(without)) element.remove();
  return {
    // Editors set line breaks and spaces of their own.
    text: body.textContent?.replace(/\s+/g, ''),
    links: [...body.querySelectorAll('a[href]')]
      .map(link => [link.getAttribute('href'), link.textContent?.replace(/\s+/g, '')])
      // An anchor that was cut in two calls the same number: what counts is that none is lost, and none is another.
      .filter(([, text]) => text),
  };
}

const edges = [rosa.digits.slice(0, 2), rosa.digits.slice(-2)];

/** Runs in the page: where the first and the last pair of digits of the number of ROSA stand, in each link to it. */
function edgesOfNumber({ link, edges }: { link: string; edges: string[] }) {
  const links = [...document.querySelectorAll(`.pasted ${link}`)].filter(({ textContent }) =>
    textContent?.trim(),
  );
  return links.map(link => {
    const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
    const placeOf = (digits: string) => {
      walker.currentNode = link;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(digits) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + digits.length);
        return range.getBoundingClientRect();
      }
      return undefined;
    };
    const [first, last] = edges.map(placeOf);
    return { words: link.textContent, first: first?.left, last: last?.left };
  });
}

/**
 * @param name as the documentation has it
 * @param file of the results
 * @param own tests of this one alone
 * @param options `drops`: a selector of what it is known to take out, words and all
 */
export function testFilter(
  name: string,
  file: string,
  setup: Setup,
  own?: (get: () => { browser: Browser; filter: Filter }) => void,
  { skip = false, drops = 'nothing' }: { skip?: string | false; drops?: string } = {},
) {
  describe(name, { skip }, () => {
    let browser: Browser;
    let filter: Filter;
    before(async () => {
      browser = await openBrowser();
      serveFrame(browser);
      const left = new Map();
      const own = await setup(browser);
      // Editors take their time, and two tests look at the same pages.
      filter = async html => {
        if (!left.has(html)) left.set(html, await own(html));
        return left.get(html);
      };
    });
    after(() => browser.close());

    const rows: Row[] = [];
    for (const way of ways)
      test(`loses no number of the ${way}`, async () => {
        const left = await filter(snippet(way, browser.origin));
        const shows = await shownOf(browser, way, left);
        rows.push({ way, policy: null, engine: 'Chromium', filter: name, shows });
        assert.notEqual(shows, 'nothing', left);
        assert.doesNotMatch(left, /<script/, 'The script belongs into the template of the page');
      });

    test('leaves nothing of a hostile placeholder that runs', async () => {
      const { page } = await browser.open(pageOf((await filter(hostilePlaceholder)) + scriptTag()));
      await page.mouse.move(40, 20);
      await page.mouse.click(40, 20);
      await page.keyboard.press('Tab');
      const attributes = await page.evaluate(ownAttributesOf, 'havn-hotline-banner');
      assert.deepEqual(
        attributes.filter(attribute => attribute !== 'lang' && attribute !== 'layout'),
        [],
      );
      assert.equal(await page.evaluate('globalThis.pwned'), undefined);
      await page.close();
    });

    test('leaves of each way what the documentation says', () => record(file, rows));

    // All elements are pasted at once: what an editor does with each takes as long as a browser to open.
    for (const language of ['nb', 'ar'])
      test(`leaves every word and every link of the plain HTML (${language})`, async () => {
        const pasted = plainPages(language).join('\n');
        const left = await filter(pasted);
        const { page } = await browser.open(pageOf(''));
        const contentsOf = (html: string) => page.evaluate(readContents, { html, without: drops });
        const [before, after] = await Promise.all([contentsOf(pasted), contentsOf(left)]);
        await page.close();
        assert.deepEqual(after, before);
        assert.ok(before.links.length > 100 && before.text);
      });

    test('leaves the number the right way round in a paragraph from right to left', async () => {
      const left = await filter(plainPages('ar').join('\n'));
      const { page } = await browser.open(pageOf(`<div class="pasted" dir="rtl">${left}</div>`));
      const numbers = await page.evaluate(edgesOfNumber, { link: rosa.link, edges });
      assert.ok(numbers.length > 20, `${numbers.length} links`);
      for (const { words, first, last } of numbers)
        assert.ok(
          Number(first) < Number(last),
          `${words}: ${edges[0]} stands at ${first}, ${edges[1]} at ${last}`,
        );
      await page.close();
    });

    own?.(() => ({ browser, filter }));
  });
}
