/** Every element in every language, as its readers see it: what must be on screen, in which place, in which direction. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../../tools/test/harness.js';
import { facts } from '../../collections.js';
import { languages, openAll, setAttributes } from '../all-elements.js';

const browser = await openBrowser();
after(() => browser.close());

/** Runs in the page: by tag what is seen of each element, text and targets of links. */
function whatIsSeen() {
  const seen: Record<string, string> = {};
  for (const element of document.querySelectorAll('main > *')) {
    const root = element.shadowRoot;
    if (!root) continue;
    const links = [...root.querySelectorAll('a')].filter(link => link.checkVisibility());
    const base = root.querySelector('[part=base]') as HTMLElement;
    // biome-ignore lint/performance/useDomNodeTextContent: what is not rendered does not count
    seen[element.localName] = [base.innerText, ...links.map(({ href }) => href)]
      .join('\n')
      .replace(/[\u00a0 ]+/g, ' ');
  }
  return seen;
}

/** Neither a number inside a longer one, nor a website inside an e-mail address. */
const tokenPattern = (token: string) => new RegExp(`(?<![\\w@])${token.replace(/[^\w\s]/g, '\\$&')}(?!\\w)`);

/** What should be on screen for an audience and is not. */
async function missingTokens(page: Page, audience: string) {
  await setAttributes(page, { audience });
  const seen = await page.evaluate(whatIsSeen);
  return facts
    .filter(fact => (fact.audience ?? 'person') === audience)
    .flatMap(({ id, home, show = [] }) =>
      home
        .split(', ')
        .flatMap(tag =>
          show
            .filter(token => !tokenPattern(token).test(seen[tag] ?? ''))
            .map(token => `${id} on ${tag}: ${token}`),
        ),
    );
}

/** Runs in the page: what does not fit into its element, or is too tight. */
function misfits() {
  const found: string[] = [];
  for (const host of document.querySelectorAll('main > *')) {
    const own = host.getBoundingClientRect();
    for (const node of host.shadowRoot?.querySelectorAll('*') ?? []) {
      if (!node.getClientRects().length) continue;
      const style = getComputedStyle(node);
      // What is there for screen readers alone.
      if (style.clipPath !== 'none') continue;
      // The way out stands in the window, all else in its element.
      const { left, right } = node.closest('[popover]') ? { left: 0, right: innerWidth } : own;
      const tell = (what: string) =>
        found.push(
          `${host.localName}: ${what}: ${node.localName}.${node.getAttribute('class')} ${node.textContent?.trim().slice(0, 60)}`,
        );
      const texts = [...node.childNodes].filter(
        child => child instanceof Text && child.data.trim() && !node.closest('option'),
      );
      const range = document.createRange();
      const boxes = [
        node.getBoundingClientRect(),
        ...texts.flatMap(text => {
          range.selectNodeContents(text);
          return [...range.getClientRects()];
        }),
      ];
      if (boxes.some(box => box.left < left - 0.5 || box.right > right + 0.5)) tell('sticks out');
      if (
        /hidden|clip/.test(style.overflowX + style.overflowY) &&
        (node.scrollWidth > node.clientWidth || node.scrollHeight > node.clientHeight)
      )
        tell('is clipped');
      if (!texts.length) continue;
      const heading = node.closest('h1, h2, h3, h4, .name, .title, [part=title]');
      const height = Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize);
      const least = node.closest('.number') ? 1.2 : heading ? 1.3 : 1.5;
      if (!(height >= least - 0.001)) tell(`has a line height of ${height}`);
    }
  }
  return found;
}

/**
 * Runs in the page: numbers, times and addresses whose characters do not stand from left to right, and how many were
 * looked at.
 */
function backwards() {
  const pattern = /[+\d][\d\u00a0 ]*\d(?:[:.]\d\d)?(?:\s?\u2013\s?\d\d[:.]\d\d)?|[\w.]+@[\w.]*|[\w-]+\.no\b/g;
  const found: string[] = [];
  let looked = 0;
  for (const { shadowRoot } of document.querySelectorAll('main > *')) {
    for (const holder of shadowRoot?.querySelectorAll('*') ?? []) {
      if (!holder.checkVisibility() || holder.closest('option')) continue;
      // Text in parts, as a template writes it, is read as one.
      const nodes = [...holder.childNodes].filter(node => node instanceof Text) as Text[];
      const places = nodes.flatMap(node => [...node.data].map((_, offset) => ({ node, offset })));
      for (const match of nodes
        .map(({ data }) => data)
        .join('')
        .matchAll(pattern)) {
        if (match[0].length < 3) continue;
        looked++;
        let last: DOMRect | undefined;
        for (const { node, offset } of places.slice(match.index, match.index + match[0].length)) {
          const range = document.createRange();
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          const [box] = range.getClientRects();
          if (!box?.width) continue;
          if (last && box.top < last.bottom - 2 && box.left < last.left) {
            found.push(`${match[0]} in ${holder.textContent?.trim().slice(0, 60)}`);
            break;
          }
          last = box;
        }
      }
    }
  }
  return { found, looked };
}

/** Runs in the page: what is not where a page that runs from right to left has it. */
function notMirrored() {
  const found = [];
  const inFinder = (selector: string) => [
    ...(document.querySelector('havn-service-finder')?.shadowRoot?.querySelectorAll(selector) ?? []),
  ];
  for (const { shadowRoot } of document.querySelectorAll('main > *'))
    for (const link of shadowRoot?.querySelectorAll('a') ?? []) {
      const icon = link.querySelector('svg')?.getBoundingClientRect();
      const text = link.querySelector('span, bdi')?.getBoundingClientRect();
      if (icon?.width && text && icon.left < text.right - 0.5) found.push(`icon: ${link.textContent}`);
    }
  const [first, second] = inFinder('select').map(select => select.getBoundingClientRect());
  if (!(first && second && first.left >= second.right)) found.push('selects');
  const [card, next] = inFinder('[part=card]').map(card => card.getBoundingClientRect());
  if (!(card && next && card.left >= next.right)) found.push('cards');
  const cells = document
    .querySelector('havn-contact-directory')
    ?.shadowRoot?.querySelectorAll('tbody tr:first-child > *');
  const lefts = [...(cells ?? [])].map(cell => cell.getBoundingClientRect().left);
  if (lefts.length !== 3 || lefts.some((left, index) => left >= (lefts[index - 1] ?? Infinity)))
    found.push(`columns: ${lefts}`);
  return found;
}

/** Runs in the page: words that are broken over two lines, on what calls. */
function brokenCalls() {
  const found = [];
  const range = document.createRange();
  for (const { localName, shadowRoot } of document.querySelectorAll('main > *'))
    for (const number of shadowRoot?.querySelectorAll('a[href^=tel] .number') ?? [])
      for (const node of number.childNodes)
        for (const word of node instanceof Text ? node.data.matchAll(/\S+/g) : []) {
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const tops = [...range.getClientRects()].filter(({ width }) => width).map(({ top }) => top);
          if (new Set(tops).size > 1) found.push(`${localName}: ${word[0]}`);
        }
  return found;
}

/** Runs in the page: on how many lines the banner's word for "call" and its number stand. */
function linesOfCall() {
  const range = document.createRange();
  range.selectNodeContents(
    document
      .querySelector('havn-hotline-banner')
      ?.shadowRoot?.querySelector('[part=call] .number') as Element,
  );
  const middles = [...range.getClientRects()]
    .filter(({ width }) => width > 1)
    .map(({ top, bottom }) => (top + bottom) / 2);
  return Math.max(...middles) - Math.min(...middles) < 8 ? 1 : 2;
}

describe('every element', { concurrency: 2 }, () => {
  for (const language of languages)
    test(`in ${language}`, async t => {
      const { page, messages, errors } = await openAll(browser, language);
      const check = (name: string, run: () => Promise<void>) => t.test(name, run);

      if (facts.length)
        await check('shows what every fact must show', async () => {
          assert.deepEqual(await missingTokens(page, 'person'), []);
          assert.deepEqual(await missingTokens(page, 'professional'), []);
        });
      else await setAttributes(page, { audience: 'professional' });

      await check('shows words alone', async () => {
        const words = Object.values(await page.evaluate(whatIsSeen)).join('\n');
        assert.doesNotMatch(words, /undefined|\[object|\{\d\}/);
      });

      await check('numbers, times and addresses stand from left to right', async () => {
        const { found, looked } = await page.evaluate(backwards);
        assert.deepEqual(found, []);
        assert.ok(looked > 60, `${looked}`);
      });

      if (language === 'ar')
        await check('is mirrored', async () => {
          assert.deepEqual(await page.evaluate(notMirrored), []);
        });

      await check('fits 320 pixels', async () => {
        await page.setViewportSize({ width: 336, height: 800 });
        assert.deepEqual(await page.evaluate(misfits), []);
      });

      await check('no word is broken on what calls, in a column of 320 pixels', async () => {
        await page.setViewportSize({ width: 336, height: 800 });
        // As wide as the fonts of phones, which the default of a browser is not.
        await page.addStyleTag({ content: 'body { font-family: "Noto Sans", "Noto Sans Ethiopic" }' });
        assert.deepEqual(await page.evaluate(brokenCalls), []);
      });

      await check('the number stands beside its verb in the banner, on a phone of 360 pixels', async () => {
        await page.setViewportSize({ width: 360, height: 800 });
        assert.equal(await page.evaluate(linesOfCall), 1);
      });

      assert.deepEqual([messages, errors], [[], []]);
      await page.close();
    });
});
