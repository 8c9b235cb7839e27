import type { TemplateResult } from 'lit/html.js';
import { localizedContacts } from '../../directory/contacts.js';
import { loadReturn } from '../../guidance/return.js';
import type { Localization } from '../../locale/localization.js';
import { returnView } from './return-guide.view.js';

/** What shows without a script: the same as with one. */
export const staticView = (localization: Localization): TemplateResult =>
  returnView(
    { ...loadReturn(localization.fact), contacts: localizedContacts(localization.fact) },
    localization,
  );
