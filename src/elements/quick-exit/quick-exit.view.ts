import { html, type TemplateResult } from 'lit/html.js';
import type { Localization } from '../../locale/localization.js';

/** @param exit the link alone where there is no script */
export const quickExitView = (exit: TemplateResult, localization: Localization): TemplateResult =>
  html`<div part="base" lang=${localization.language} dir=${localization.direction}>${exit}</div>`;

/** The element has only a few words: a notice about their translation would be longer than they are. */
export const saysDraft = false;
