import 'axe-core';
import { fullElements, states } from './every-element.js';
import { expect, isChromium, settled, show } from './helpers.js';
import { all, find, part, parts, textOf } from './on-screen.js';

/** The script of axe defines this global. */
declare const axe: typeof import('axe-core');

async function violationsOf(element: Element) {
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  );
}

describe('accessibility', () => {
  // Here each state in both colour schemes; the other text direction and the other engines are in
  // test/pages/long/accessibility.test.ts.
  for (const [name, html, act] of isChromium ? states : [])
    for (const scheme of ['light', 'dark'])
      it(`axe: ${name}, ${scheme}`, async () => {
        document.documentElement.lang = 'nb';
        document.documentElement.style.colorScheme = scheme;
        const element = await show(html);
        await act?.(element);
        await settled();
        expect(await violationsOf(element)).to.deep.equal([]);
      });

  it('axe sees what is broken in a shadow root', async () => {
    const banner = await show('<havn-hotline-banner></havn-hotline-banner>');
    part(banner, 'call').textContent = '';
    expect(await violationsOf(banner)).not.to.deep.equal([]);
  });

  it('contrast is AAA for text and links, light and dark', async () => {
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.colorScheme = scheme;
      for (const html of [
        '<havn-hotline-banner exit></havn-hotline-banner>',
        '<havn-service-finder need="emergency"></havn-service-finder>',
        '<havn-pathway step="2"></havn-pathway>',
        '<havn-quick-exit></havn-quick-exit>',
        '<havn-language-menu lang="nb"></havn-language-menu>',
      ]) {
        const { violations } = await axe.run(await show(html), {
          runOnly: ['color-contrast-enhanced'],
          rules: { 'color-contrast-enhanced': { enabled: true } },
        });
        expect(
          violations.flatMap(({ nodes }) =>
            nodes.map(({ html, failureSummary }) => `${scheme} ${html} ${failureSummary}`),
          ),
        ).to.deep.equal([]);
      }
    }
  });

  /** The contrast faults of a banner with that accent colour. */
  async function faultsOfContrast(banner: HTMLElement, accent: string) {
    banner.style.setProperty('--havn-accent', accent);
    const { violations } = await axe.run(banner, { runOnly: ['color-contrast'] });
    return violations.flatMap(({ nodes }) =>
      nodes.map(({ html, failureSummary }) => `${accent} ${html} ${failureSummary}`),
    );
  }

  for (const scheme of ['light', 'dark'])
    for (const accent of [
      ...['#ffff00', '#ffffff', '#000000', '#ff69b4', '#00ff00', 'rgb(128 128 128)'],
      // Transparent.
      ...['transparent', 'rgb(0 0 0 / 10%)', '#7a1f5c22', '#ffffff00', 'oklch(0.5 0.1 200 / 0)'],
      // Not colours: values that themes pass on, and mistakes.
      ...['13, 110, 253', '222.2 47.4% 11.2%', 'none', ' ', 'url(/none.png)'],
    ])
      it(`any accent of a host stays readable: ${accent}, ${scheme}`, async () => {
        document.documentElement.style.colorScheme = scheme;
        const banner = await show('<havn-hotline-banner exit></havn-hotline-banner>');
        expect(await faultsOfContrast(banner, accent)).to.deep.equal([]);
        const { alpha = 1 } =
          /\/ (?<alpha>[\d.]+)/.exec(getComputedStyle(part(banner, 'call')).color)?.groups ?? {};
        expect(Number(alpha)).to.equal(1);
      });

  it('every link that calls has the number in its name', async () => {
    for (const html of fullElements) {
      const element = await show(html);
      for (const link of all<HTMLAnchorElement>(element, 'a[href^="tel:"]'))
        expect(link.textContent.replace(/\D/g, '')).to.equal(link.href.replace(/^tel:(\+47)?/, ''));
    }
  });

  it('a list of links says whose each number is', async () => {
    document.documentElement.lang = 'nb';
    for (const html of fullElements) {
      const element = await show(html);
      for (const link of all<HTMLAnchorElement>(element.shadowRoot, 'a[href^="tel:"]')) {
        const name = (link.ariaLabel ?? textOf(link)).replace(/\s/g, ' ');
        expect(name, html).to.contain(textOf(find(link, 'bdi')).replace(/\s/g, ' '));
        expect(name.replace(/Ring [\d ]+/, ''), html).to.match(/\p{L}{3}/u);
      }
    }
  });

  it('rights and steps are headings while they are closed, and no title is heard again when they open', async () => {
    for (const [html, count] of [
      ['<havn-entitlements-list></havn-entitlements-list>', 8],
      ['<havn-pathway step="2"></havn-pathway>', 7],
    ] as const) {
      const element = await show(html);
      const headings = all(element.shadowRoot, 'summary > h3');
      expect(headings).to.have.length(count);
      for (const heading of headings) expect(textOf(heading)).to.match(/\p{L}{4}/u);
      for (const details of all(element.shadowRoot, 'details:has(h3)'))
        expect(all(details, 'h3')).to.have.length(1);
      const again = all(element.shadowRoot, '.again');
      expect(again.every(one => one.ariaHidden === 'true')).to.equal(true);
    }
  });

  it('no arrow and no tick is part of a name, where a browser knows the alternative text of content', async () => {
    const contacts = await show('<havn-contact-directory></havn-contact-directory>');
    const { content } = getComputedStyle(find(contacts.shadowRoot, '.sort'), '::after');
    if (CSS.supports('content', '"x" / ""')) expect(content).to.match(/\/ ""$/);
    else expect(content).to.match(/^"."$/);
  });

  it('what one calls, searches or leaves with is 44 pixels high, and nothing is under 24', async () => {
    const box = await show(`<div>${fullElements.join('')}</div>`);
    for (const element of box.children)
      for (const control of all(element, 'a, button, input, select, summary')) {
        const { height, width } = control.getBoundingClientRect();
        // Not on screen: an element has its content both as a table and as cards, and shows one of them.
        if (!control.getClientRects().length) continue;
        const least = control.closest('[part=source], [part=limits]') ? 24 : 44;
        expect(height, control.outerHTML.slice(0, 90)).to.be.at.least(least - 0.5);
        expect(width).to.be.at.least(24);
      }
  });

  it('lists are lists for VoiceOver, which drops the role where list-style is none', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    expect(find(finder, '.cards').getAttribute('role')).to.equal('list');
    expect(parts(finder, 'card').every(({ localName }) => localName === 'li')).to.equal(true);
  });

  it('one service to ask is no list, which would be said before and after it in each row of a table', async () => {
    const guide = await show('<havn-referral-guide></havn-referral-guide>');
    for (const list of all(guide, '.services'))
      expect(list.getAttribute('role')).to.equal(list.children.length > 1 ? 'list' : 'presentation');
  });

  it('icons are hidden from assistive technology', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    const icons = all(finder, 'svg');
    expect(icons.length).to.be.greaterThan(10);
    expect(icons.every(icon => icon.getAttribute('aria-hidden') === 'true')).to.equal(true);
  });
});
