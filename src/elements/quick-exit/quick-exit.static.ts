import { html, type TemplateResult } from 'lit/html.js';
import { exitAddress } from '../../base/attributes.js';
import type { Localization } from '../../locale/localization.js';
import { exitLink } from '../../views/exit.view.js';
import { quickExitView } from './quick-exit.view.js';

export { saysDraft } from './quick-exit.view.js';

/** What shows without a script, which alone could take the page out of the history. */
export function staticView(localization: Localization): TemplateResult {
  const back = localization.msg('The Back button of the browser leads to this page again.', {
    id: 'exit.back',
    desc: 'Where no script runs, below the button that leaves the page. Back: the button of the browser.',
  });
  const link = exitLink(exitAddress.fallback, localization);
  return quickExitView(html`${link}<p class="no-print">${back}</p>`, localization);
}
