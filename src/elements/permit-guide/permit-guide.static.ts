import type { TemplateResult } from 'lit/html.js';
import { localizedContacts } from '../../directory/contacts.js';
import { loadPermits } from '../../guidance/permits.js';
import type { Localization } from '../../locale/localization.js';
import { cardsView } from './permit-compare.view.js';
import { allPermitsView } from './permit-guide.view.js';

/** What shows without a script: all permits, one below the other. */
export function staticView(localization: Localization): TemplateResult {
  const document = loadPermits(localization.fact);
  return allPermitsView(
    { ...document, contacts: localizedContacts(localization.fact) },
    cardsView(document.permits, localization),
    localization,
  );
}
