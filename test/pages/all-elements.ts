/** A page with every element, in any language, all of it opened. */
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { namesBeside } from '../../tools/build/entries.js';
import { pageOf, scriptTag } from '../../tools/test/harness.js';

export const languages = [
  'en',
  'nb',
  'nn',
  ...readdirSync('dist/locales').map(name => name.replace('.js', '')),
].sort();

const known = `
  <havn-hotline-banner exit></havn-hotline-banner>
  <havn-service-finder></havn-service-finder>
  <havn-entitlements-list open></havn-entitlements-list>
  <havn-referral-guide profession="other"></havn-referral-guide>
  <havn-return-guide></havn-return-guide>
  <havn-contact-directory></havn-contact-directory>
  <havn-service-card service="iom-varp"></havn-service-card>
  <havn-permit-guide></havn-permit-guide>
  <havn-pathway step="2"></havn-pathway>
  <havn-quick-exit></havn-quick-exit>
  <havn-language-menu></havn-language-menu>`;
const elements =
  known +
  namesBeside(known)
    .map(name => `<havn-${name}></havn-${name}>`)
    .join('');

/** Opens all elements in a language, everything in them opened. */
export async function openAll(
  browser: Awaited<ReturnType<typeof import('../../tools/test/harness.js').openBrowser>>,
  language: string,
) {
  const { page, context, messages, errors } = await browser.open(
    pageOf(
      `<main><h1>Havn</h1>${elements}</main>${scriptTag()}`,
      '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    ).replace('lang="nb"', `lang="${language}"`),
    { path: `/${language}.html` },
  );
  await page.waitForFunction(
    ({ language, count }) => {
      const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
      return (
        roots.length === count && roots.every(root => root.querySelector(`[part=base][lang="${language}"]`))
      );
    },
    { language, count: elements.split('</').length - 1 },
  );
  await page.evaluate(openEverything);
  return { page, context, messages, errors };
}

/** Runs in the page. */
function openEverything() {
  for (const { shadowRoot } of document.querySelectorAll('*'))
    for (const details of shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
}

/** Sets attributes of the two that list services. */
export async function setAttributes(page: Page, attributes: Record<string, string>) {
  await page.evaluate(async attributes => {
    for (const element of document.querySelectorAll('havn-service-finder, havn-contact-directory')) {
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      await Reflect.get(element, 'updateComplete');
    }
  }, attributes);
  await page.evaluate(openEverything);
}
