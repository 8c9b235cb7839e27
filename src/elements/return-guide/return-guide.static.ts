import type { TemplateResult } from 'lit/html.js';
import { localizedContacts } from '../../directory/contacts.js';
import { loadReturn } from '../../guidance/return.js';
import type { Localization } from '../../locale/localization.js';
import { returnView } from './return-guide.view.js';

/** What stands where there is no script: the same. */
export const staticView = (localization: Localization): TemplateResult =>
  returnView(
    { ...loadReturn(localization.fact), contacts: localizedContacts(localization.fact) },
    localization,
  );
