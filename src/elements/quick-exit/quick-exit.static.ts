import type { TemplateResult } from 'lit/html.js';
import { exitAddress } from '../../base/attributes.js';
import type { Localization } from '../../locale/localization.js';
import { exitLink } from '../../views/exit.view.js';
import { quickExitView } from './quick-exit.view.js';

export { saysDraft } from './quick-exit.view.js';

/** What shows without a script. */
export const staticView = (localization: Localization): TemplateResult =>
  quickExitView(exitLink(exitAddress.fallback, localization), localization);
