/** A page that the browser, or an extension, has translated: both change the text in our shadow roots, too. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openEngine } from '../../../tools/test/engine.js';
import { element, pageOf, scriptTag } from '../../../tools/test/harness.js';

const engine = await openEngine({ isOneTab: true });

/** Runs in the page: as extensions do it. Each text is replaced with a new one, in elements of theirs. */
function wrapTexts() {
  const visit = (parent: Node) => {
    for (const node of [...parent.childNodes])
      if (node instanceof Text && node.data.trim()) {
        const font = document.createElement('font');
        font.append(`«${node.data}»`);
        node.replaceWith(font);
      } else if (node instanceof Element && !node.matches('script, svg, select')) {
        visit(node);
        if (node.shadowRoot) visit(node.shadowRoot);
      }
  };
  visit(document.body);
}

/**
 * Runs in the page: as Firefox does it (translations-document.sys.mjs). A block is emptied, and its texts and elements
 * are put back: its comments are not.
 */
function dropComments() {
  const visit = (parent: ParentNode) => {
    for (const node of parent.children) {
      if (node.shadowRoot) visit(node.shadowRoot);
      if (node.matches('script, svg, select')) continue;
      visit(node);
      if (!node.matches('p, h2, h3, a, span, bdi, summary, button')) continue;
      const kept = [...node.childNodes].filter(child => !(child instanceof Comment));
      for (const child of kept) if (child instanceof Text) child.data = `«${child.data}»`;
      node.replaceChildren(...kept);
    }
  };
  visit(document.body);
}

/** Runs in the page: what is wrong with the widgets after a reader has typed, and the page has asked for another card. */
async function faultsAfterUse() {
  const rootOf = (tag: string) => document.querySelector(tag)?.shadowRoot as ShadowRoot;
  const soon = () => new Promise(resolve => setTimeout(resolve, 400));
  const finder = rootOf('havn-service-finder');
  const field = finder.querySelector('input') as HTMLInputElement;
  const source = finder.querySelector('details.source') as HTMLDetailsElement;
  source.open = true;
  field.focus();
  for (const text of ['bergen', 'opphold']) {
    const typed = finder.querySelector('input') as HTMLInputElement;
    typed.value = text;
    typed.setSelectionRange(2, 2);
    typed.dispatchEvent(new Event('input', { bubbles: true }));
    await soon();
  }
  document.querySelector('havn-service-card')?.setAttribute('service', 'nav');
  document.querySelector('havn-hotline-banner')?.setAttribute('lang', 'nn');
  await soon();
  const now = finder.activeElement as HTMLInputElement | null;
  return [
    ...(now?.value === 'opphold' && now.selectionStart === 2 ? [] : ['the field has lost the focus']),
    ...['havn-service-finder', 'havn-service-card', 'havn-hotline-banner'].flatMap(tag => [
      ...(rootOf(tag).querySelector('[part=base]') ? [] : [`${tag} shows its fallback`]),
      ...[...rootOf(tag).querySelectorAll('a[href^="tel:"]')]
        .filter(link => {
          const shown = link.querySelector('bdi')?.textContent?.replace(/\D/g, '') ?? '';
          return !shown || !link.getAttribute('href')?.endsWith(shown);
        })
        .map(link => `${link.getAttribute('href')} is shown as ${link.textContent?.trim()}`),
    ]),
    ...(/ROSA/.test(rootOf('havn-service-card').querySelector('h3')?.textContent ?? '')
      ? ['the name of another service']
      : []),
  ];
}

describe('a page that is translated after the widgets are there', () => {
  for (const [who, translate] of [
    ['extensions, which wrap each text', wrapTexts],
    ['Firefox, which drops comments', dropComments],
  ] as const)
    test(`by ${who}: each button still dials the number that it shows`, async () => {
      await engine.open(
        pageOf(
          ['hotline-banner', 'service-card', 'service-finder']
            .map(name => element(name, ' lang="nb"'))
            .join('') + scriptTag(),
        ),
      );
      await engine.until(
        () => !!document.querySelector('havn-service-finder')?.shadowRoot?.querySelector('.card'),
      );
      await engine.evaluate(translate);
      assert.deepEqual(await engine.evaluate(faultsAfterUse), []);
      assert.deepEqual((await engine.told()).errors, []);
    });
});
