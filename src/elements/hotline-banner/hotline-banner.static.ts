import type { TemplateResult } from 'lit/html.js';
import type { Localization } from '../../locale/localization.js';
import { bannerView } from './hotline-banner.view.js';

/** What shows without a script. */
export const staticView = (localization: Localization): TemplateResult =>
  bannerView({ layout: 'bar' }, localization);
