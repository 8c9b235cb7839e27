import type { TemplateResult } from 'lit/html.js';
import { localizedContacts } from '../../directory/contacts.js';
import { loadEntitlements } from '../../guidance/entitlements.js';
import type { Localization } from '../../locale/localization.js';
import { entitlementsView } from './entitlements-list.view.js';

/** What shows without a script: `<details>` opens without one. */
export const staticView = (localization: Localization): TemplateResult =>
  entitlementsView(
    { audience: 'person', open: false },
    { ...loadEntitlements(localization.fact), contacts: localizedContacts(localization.fact) },
    localization,
  );
