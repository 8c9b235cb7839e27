import { html, type TemplateResult } from 'lit/html.js';
import type { Localization } from '../locale/localization.js';
import { leaveIcon } from './icons.js';

export const leaveInWords = ({ msg }: Localization): string =>
  msg('Leave this page', { id: 'exit.leave', desc: 'On the button that leaves the page at once.' });

/** The way out: a real link, which needs no script once it is there. */
export const exitLink = (href: string, localization: Localization): TemplateResult =>
  html`<a class="target exit no-print" part="exit" href=${href} rel="noreferrer">
    ${leaveIcon()}${leaveInWords(localization)}
  </a>`;
