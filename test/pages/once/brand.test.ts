/** The colours of a host: whatever accent it sets, and those of its design system, stay readable. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, afterEach, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { hostPage, hostSheet, hosts } from '../../../tools/pictures/real-hosts.js';
import { axe, faultsByAxe } from '../../../tools/test/axe.js';
import { element, names, openBrowser, pageOf, scriptTag } from '../../../tools/test/harness.js';
import { sure } from '../../sure.js';

const browser = await openBrowser();
after(() => browser.close());
afterEach(() => browser.closePages());

const brand = '<link rel="stylesheet" href="/dist/brand.css">';

/** Not random: a test that fails has to fail again. */
const accents = Array.from({ length: 1000 }, (_, index) => {
  const number = Math.imul(index + 1, 0x9e3779b1) >>> 8;
  return `#${number.toString(16).padStart(6, '0')}`;
});

/**
 * Runs in the page: of each accent the least contrast of a link on its ground and of the text on a filled button, with
 * what the browser has made of the colours.
 */
function contrasts(accents: string[]) {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('No canvas');
  const luminanceOf = (colour: string) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const linear = (value = Number.NaN) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  const contrast = (one: string, other: string) => {
    const both = [luminanceOf(one), luminanceOf(other)];
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
  };
  const part = (tag: string, selector: string) => {
    const found = document.querySelector(tag)?.shadowRoot?.querySelector(selector);
    if (!found) throw new Error(`${tag} has no ${selector}`);
    return getComputedStyle(found);
  };
  const filled = part('havn-hotline-banner', '[part=call]');
  const banner = part('havn-hotline-banner', '[part=base]');
  const link = part('havn-entitlements-list', '[part=summary]');
  const ground = part('havn-entitlements-list', '[part=base]');
  return accents.map(accent => {
    document.documentElement.style.setProperty('--havn-accent', accent);
    return {
      accent,
      least: Math.min(
        contrast(filled.color, filled.backgroundColor),
        contrast(link.color, ground.backgroundColor),
        contrast(link.color, banner.backgroundColor),
      ),
    };
  });
}

describe('a thousand accents', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    test(`${colorScheme}: text and buttons have a contrast of 4.5`, async () => {
      const { page } = await browser.open(
        pageOf(
          `<havn-hotline-banner></havn-hotline-banner><havn-entitlements-list></havn-entitlements-list>${scriptTag()}`,
          '<meta name="color-scheme" content="light dark">',
        ),
        { context: { colorScheme } },
      );
      const seen = await page.evaluate(contrasts, accents);
      assert.deepEqual(
        seen.filter(({ least }) => least < 4.5),
        [],
      );
      assert.ok(new Set(seen.map(({ least }) => least.toFixed(2))).size > 10, 'the accent changes nothing');
    });
});

/** Runs in the page: how many links call 112, and what is in the wrong colour: such a link, or what stands in none. */
function notAsRedAsItShouldBe() {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('No canvas');
  const isRed = (colour: string) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return red - Math.max(green, blue) > 50;
  };
  const emergency = 'a[href="tel:112"]';
  const roots = [
    document,
    ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
  ];
  const all = roots.flatMap(root => [...root.querySelectorAll('body *, [part=base], [part=base] *')]);
  return {
    links: all.filter(node => node.matches(emergency)).length,
    wrong: all
      .filter(node => {
        const { color, backgroundColor, borderTopColor } = getComputedStyle(node);
        return node.closest(emergency)
          ? node.matches(emergency) && !isRed(color)
          : [color, backgroundColor, borderTopColor].some(isRed);
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 100)),
  };
}

const plain = readdirSync('dist/html')
  .filter(file => file.endsWith('.nb.html'))
  .map(file => readFileSync(`dist/html/${file}`, 'utf8'))
  .filter(html => !html.startsWith('<!'))
  .join('');

for (const colorScheme of ['light', 'dark'] as const)
  test(`${colorScheme}: 112 is red, whatever the accent, and nothing else is`, async () => {
    const { page } = await browser.open(
      pageOf(
        names.map(name => element(name)).join('') + plain + scriptTag(),
        `<meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/dist/html/havn.css">
         <style>:root { --havn-accent: #006400 }</style>`,
      ),
      { context: { colorScheme } },
    );
    const { links, wrong } = await page.evaluate(notAsRedAsItShouldBe);
    assert.ok(links > 15, `${links} links`);
    assert.deepEqual(wrong, []);
  });

/** Of those whose style sheets are not here: what they set, as govuk-frontend 6.6 has it. */
const govuk = `:root { --govuk-link-colour: #1a65a6; --govuk-text-colour: #0b0c0c; --govuk-body-background-colour: #fff;
  --govuk-surface-background-colour: #f3f6f9; --govuk-input-border-colour: #0b0c0c }`;

const ours = names.map(name => `havn-${name}`).join();

/** @param page what the widgets have taken up, and what axe says of the colours in them */
async function colours(page: Page) {
  await page.evaluate(axe);
  return {
    set: await page
      .locator(ours)
      .first()
      .evaluate(widget => getComputedStyle(widget).getPropertyValue('--havn-accent')),
    faults: await page.evaluate(faultsByAxe, { within: ours, runOnly: ['color-contrast'] }),
  };
}

describe('the design system of the page', () => {
  for (const key of ['designsystemet', 'aksel', 'punkt', 'bootstrap-5'])
    for (const isDark of sure(hosts[key]).dark ? [false, true] : [false])
      test(`${hosts[key]?.name}, ${isDark ? 'dark' : 'light'}: its colours are taken up, and readable`, async () => {
        const sheet = hostSheet(key, { isDark });
        browser.serve(sheet.address, { body: sheet.body, type: 'text/css' });
        const { page } = await browser.open(hostPage(key, { isDark, script: brand + scriptTag() }));
        const { set, faults } = await colours(page);
        assert.notEqual(set, '');
        assert.deepEqual(faults, []);
      });

  test('GOV.UK: its colours are taken up, and readable', async () => {
    browser.serve('/govuk.css', { body: govuk, type: 'text/css' });
    const { page } = await browser.open(
      pageOf(
        `<havn-hotline-banner></havn-hotline-banner><havn-service-finder></havn-service-finder>${scriptTag()}`,
        `<link rel="stylesheet" href="/govuk.css">${brand}`,
      ),
    );
    const { set, faults } = await colours(page);
    assert.equal(set.trim(), '#1a65a6');
    assert.deepEqual(faults, []);
  });

  test('without one nothing changes, and what the page says itself wins', async () => {
    const own = '<style>:root { --havn-accent: #7a1f5c }</style>';
    const accents = [];
    for (const head of ['', brand, own + brand]) {
      const { page } = await browser.open(
        pageOf(`<havn-hotline-banner></havn-hotline-banner>${scriptTag()}`, head),
      );
      accents.push(
        await page.evaluate(() => {
          const call = document
            .querySelector('havn-hotline-banner')
            ?.shadowRoot?.querySelector('[part=call]');
          return call && getComputedStyle(call).backgroundColor;
        }),
      );
    }
    assert.equal(accents[0], accents[1]);
    assert.notEqual(accents[0], accents[2]);
  });
});

test('each element is dark where Punkt is', () => {
  const sheet = readFileSync('dist/brand.css', 'utf8');
  assert.deepEqual(
    names.filter(name => !sheet.includes(`havn-${name}`)),
    [],
  );
});

test('each token of the style sheet is documented', () => {
  const docs = readFileSync('docs/brand.md', 'utf8');
  const sheet = readFileSync('src/styles/brand.css', 'utf8').replace(/\/\*.*?\*\//gs, '');
  const tokens = [...new Set(sheet.match(/--[a-z][\w-]*\w/g))];
  assert.ok(tokens.length > 20);
  assert.deepEqual(
    tokens.filter(token => !docs.includes(`\`${token}\``)),
    [],
  );
});
