import type { TemplateResult } from 'lit/html.js';
import { loadDirectory } from '../../directory/directory.js';
import { loadReferral } from '../../guidance/referral.js';
import type { Localization } from '../../locale/localization.js';
import { referralView } from './referral-guide.view.js';

/** What shows without a script: what applies to every profession. */
export const staticView = (localization: Localization): TemplateResult =>
  referralView(
    { profession: '' },
    { ...loadReferral(localization.fact), directory: loadDirectory(localization.fact) },
    undefined,
    localization,
  );
