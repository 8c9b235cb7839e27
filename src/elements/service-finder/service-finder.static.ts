import { html, type TemplateResult } from 'lit/html.js';
import { loadDirectory } from '../../directory/directory.js';
import { search } from '../../directory/search/search.js';
import type { Localization } from '../../locale/localization.js';
import { cardsView } from './service-finder.view.js';

/** What shows without a script: the services for a person, one below the other. */
export function staticView(localization: Localization): TemplateResult {
  const directory = loadDirectory(localization.fact);
  return html`<h2>
      ${localization.msg('What do you need help with?', {
        id: 'finder.title',
        desc: 'Heading, and label of the search field.',
      })}
    </h2>
    ${cardsView(search(directory, {}).services, directory, undefined, localization)}`;
}
