import type { TemplateResult } from 'lit/html.js';
import { exitAddress } from '../../element/attributes.js';
import { exitLink } from '../../element/exit.view.js';
import type { Localization } from '../../locale/localization.js';
import { quickExitView } from './quick-exit.view.js';

/** What stands where there is no script. */
export const staticView = (localization: Localization): TemplateResult =>
  quickExitView(exitLink(exitAddress.fallback, localization), localization);
