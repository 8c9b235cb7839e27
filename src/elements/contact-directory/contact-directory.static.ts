import type { TemplateResult } from 'lit/html.js';
import { loadDirectory } from '../../directory/directory.js';
import type { Localization } from '../../locale/localization.js';
import { contactRows } from './contact-directory.rows.js';
import { contactsView } from './contact-directory.view.js';

/** What shows without a script: the contacts for a person. */
export function staticView(localization: Localization): TemplateResult {
  const directory = loadDirectory(localization.fact);
  return contactsView(
    { need: '' },
    { directory, needs: [], rows: contactRows(directory, 'person', localization) },
    undefined,
    localization,
  );
}
