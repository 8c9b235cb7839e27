import { html, type TemplateResult } from 'lit/html.js';
import { critical } from '../../directory/critical.js';
import { loadDirectory } from '../../directory/directory.js';
import type { Localization } from '../../locale/localization.js';
import { oneCardView } from './service-card.view.js';

/** What shows without a script if no service is named: the helpline. */
export function staticView(localization: Localization): TemplateResult {
  const directory = loadDirectory(localization.fact);
  const helpline = directory.services.find(({ id }) => id === critical.helpline.id);
  return helpline ? oneCardView(helpline, directory, undefined, localization) : html``;
}
