import { html, nothing, type TemplateResult } from 'lit/html.js';
import { critical, nameOf, summaryOf } from '../../directory/critical.js';
import type { Localization } from '../../locale/localization.js';
import { dialLink } from '../../views/links.js';

export const layouts = ['bar', 'card'] as const;
export type Layout = (typeof layouts)[number];

export interface BannerState {
  readonly layout: Layout;
  /** The exit; `false` or missing: the banner has none. */
  readonly exit?: TemplateResult | false;
}

export function bannerView({ layout, exit }: BannerState, localization: Localization): TemplateResult {
  const { language, direction, msg, fact } = localization;
  const { helpline, emergency } = critical;
  const title = msg('Forced, threatened or exploited?', {
    id: 'banner.title',
    desc: 'Headline of the banner. At most 40 characters.',
  });
  return html`<div class="banner ${layout}" part="base" lang=${language} dir=${direction}>
    <div>
      <p class="title" part="title">${title}</p>
      <p>${summaryOf(helpline, fact)}</p>
    </div>
    ${dialLink(helpline, localization, { part: 'call', whose: nameOf(helpline, fact) })}
    <p class="emergency">
      <span>${msg('In danger now?', { id: 'banner.danger', desc: 'Stands before a button that calls the emergency number.' })}</span>
      ${dialLink(emergency, localization, { part: 'emergency', of: nameOf(emergency, fact) })}
    </p>
    ${exit || nothing}
  </div>`;
}
