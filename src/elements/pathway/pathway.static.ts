import type { TemplateResult } from 'lit/html.js';
import { localizedContacts } from '../../directory/contacts.js';
import { loadPathway } from '../../guidance/pathway.js';
import type { Localization } from '../../locale/localization.js';
import { pathwayView } from './pathway.view.js';

/** What shows without a script: `<details>` opens without one. */
export const staticView = (localization: Localization): TemplateResult =>
  pathwayView(
    { audience: 'person', step: 0, isDrawn: false },
    { ...loadPathway(localization.fact), contacts: localizedContacts(localization.fact) },
    localization,
  );
