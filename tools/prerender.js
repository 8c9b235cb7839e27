/** The same views as in the browser, rendered to plain HTML that works with no script at all. */
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';

/** Lit's markers of where a value stands mean nothing without Lit; parts are for a shadow root. */
const plain = (/** @type {string} */ html) =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/ (part|tabindex)="[^"]*"/g, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim();

/**
 * What stands for each element where there is no script.
 * @param {string} modules folder of the compiled sources
 */
async function viewsIn(modules) {
  const from = (/** @type {string} */ path) => import(`${modules}/${path}`);
  const [directory, contacts, guidance, banner, finder, entitlements] = await Promise.all([
    from('directory/index.js'),
    from('directory/contacts.js'),
    from('guidance/index.js'),
    from('elements/hotline-banner/hotline-banner.view.js'),
    from('elements/service-finder/service-finder.view.js'),
    from('elements/entitlements-list/entitlements-list.view.js'),
  ]);
  return {
    'hotline-banner': (/** @type {any} */ localization) =>
      banner.bannerView({ layout: 'card' }, localization),
    'service-finder': (/** @type {any} */ localization) => {
      const facts = directory.loadDirectory(localization.fact);
      return finder.cardsView(directory.search(facts, {}).services, facts, undefined, localization);
    },
    'entitlements-list': (/** @type {any} */ localization) =>
      entitlements.entitlementsView(
        { audience: 'person', open: false },
        {
          ...guidance.loadEntitlements(localization.fact),
          contacts: contacts.localizedContacts(localization.fact),
        },
        localization,
      ),
  };
}

/**
 * @param {string} modules folder of the compiled sources
 * @returns {Promise<[string, string][]>} path in dist, text
 */
export async function pages(modules) {
  const locale = await import(`${modules}/locale/index.js`);
  const views = await viewsIn(modules);
  /** @type {[string, string][]} */
  const files = [];
  for (const [name, view] of Object.entries(views))
    for (const language of locale.languages()) {
      const localization = locale.localize(language);
      const html = await collectResult(render(view(localization)));
      files.push([
        `html/${name}.${language}.html`,
        `<div class="havn havn-${name}" lang="${language}" dir="${localization.direction}">\n${plain(html)}\n</div>\n`,
      ]);
    }
  return files;
}
