import type { TemplateResult } from 'lit/html.js';
import type { Localization } from '../../locale/localization.js';
import { bannerView } from './hotline-banner.view.js';

/** What stands where there is no script. */
export const staticView = (localization: Localization): TemplateResult =>
  bannerView({ layout: 'card' }, localization);
