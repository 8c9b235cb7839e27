import { str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Service } from '../directory/types.js';
import { formatDate } from '../locale/format.js';
import type { Localization } from '../locale/localization.js';
import { checkedInWords, sourceView } from './source.view.js';

/** The texts of a service. Those of a host page are wrapped, to set the language in which the page wrote them. */
export const wordsView = <Words>({ x_local, x_language }: Service, words: Words): Words | TemplateResult =>
  x_local ? html`<div class="words" lang=${x_language} dir="auto">${words}</div>` : words;

/**
 * Where a service comes from, and how fresh it is. For a service from the host page this is always in sight, next to
 * its name.
 */
export function originView(
  service: Service,
  localization: Localization,
  about: string | undefined,
): TemplateResult {
  const { name, x_local, x_language, x_source, x_updated, assured_date } = service;
  if (!x_local) return sourceView(x_source, localization, { of: name, about, assuredDate: assured_date });
  const { msg } = localization;
  const mark = msg('Added by the owner of this page', {
    id: 'local.mark',
    desc: 'On a service that is not one of the national ones. Where it comes from, and a date, follow.',
  });
  const date = assured_date
    ? html`. ${checkedInWords(assured_date, localization)}`
    : x_updated && ` · ${formatDate(localization, x_updated)}`;
  return html`<p class="local" part="local">
    ${mark}: <bdi lang=${x_language || nothing}>${x_source.document}: ${x_source.section}</bdi>${date}
  </p>`;
}

/**
 * How many services are left out: the page's own services that have faults, and the national ones that the page hides.
 */
export function leftOutView(
  { refused, hidden }: { readonly refused?: number | undefined; readonly hidden?: number | undefined },
  { msg }: Localization,
): TemplateResult {
  return html`${
    refused
      ? html`<p class="local" part="refused">
          ${msg(str`Services from this page that could not be shown: ${refused}`, {
            id: 'local.refused',
            desc: '{0}: how many that the owner of the page adds have a fault in them.',
          })}
        </p>`
      : nothing
  }${
    hidden
      ? html`<p class="local" part="hidden">
          ${msg(str`National services that this page does not show: ${hidden}`, {
            id: 'local.hidden',
            desc: '{0}: how many the owner of the page has chosen to leave out.',
          })}
        </p>`
      : nothing
  }`;
}
