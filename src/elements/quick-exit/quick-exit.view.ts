import { html, type TemplateResult } from 'lit/html.js';
import { exitLink } from '../../element/exit.view.js';
import type { Localization } from '../../locale/localization.js';

export const quickExitView = (href: string, localization: Localization): TemplateResult =>
  html`<div part="base" lang=${localization.language} dir=${localization.direction}>
    ${exitLink(href, localization)}
  </div>`;
