import { html, nothing, type TemplateResult } from 'lit/html.js';
import { critical } from '../../directory/critical.js';
import { exitLink } from '../../element/exit.view.js';
import { callLink } from '../../element/links.js';
import type { Localization } from '../../locale/localization.js';

export interface BannerState {
  readonly layout: 'bar' | 'card';
  /** Where the way out leads; missing: there is none. */
  readonly exitHref?: string;
}

export function bannerView({ layout, exitHref }: BannerState, localization: Localization): TemplateResult {
  const { language, direction, msg, fact } = localization;
  const { helpline, emergency } = critical;
  const name = fact(`service.${helpline.id}.name`, helpline.name);
  const title = msg('Forced, threatened or exploited?', {
    id: 'banner.title',
    desc: 'Headline of the banner. At most 40 characters.',
  });
  return html`<div class="banner ${layout}" part="base" role="group" aria-label=${title} lang=${language} dir=${direction}>
    <div>
      <p class="title" part="title">${title}</p>
      <p>${fact(`service.${helpline.id}.x_summary`, helpline.summary)}</p>
    </div>
    ${callLink(helpline.number, localization, { part: 'call', whose: name })}
    <p class="emergency">
      <span>${msg('In danger now?', { id: 'banner.danger', desc: 'Stands before "Call 112".' })}</span>
      ${callLink(emergency.number, localization, { part: 'emergency' })}
    </p>
    ${exitHref === undefined ? nothing : exitLink(exitHref, localization)}
  </div>`;
}
