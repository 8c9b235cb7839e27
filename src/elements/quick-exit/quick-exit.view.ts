import { html, type TemplateResult } from 'lit/html.js';
import type { Localization } from '../../locale/localization.js';

/** @param exit the link alone where there is no script */
export const quickExitView = (exit: TemplateResult, localization: Localization): TemplateResult =>
  html`<div part="base" lang=${localization.language} dir=${localization.direction}>${exit}</div>`;

/** A word or two are all there is: a notice on their translation would be more. */
export const saysDraft = false;
