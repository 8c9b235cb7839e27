import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Localization } from '../locale/localization.js';
import type { ExitController } from './exit-controller.js';
import { leaveIcon } from './icons.js';

export const leaveInWords = ({ msg }: Localization): string =>
  msg('Leave this page', { id: 'exit.leave', desc: 'On the button that leaves the page at once.' });

const shortcutInWords = ({ msg }: Localization): string =>
  msg('Or press Shift three times.', {
    id: 'exit.hint',
    desc: 'How else to leave the page. Shift is a key of the keyboard. After a press "1/3" follows, then "2/3".',
  });

/** The text, next to the exit, about what leaving does not hide. */
function limitsView(localization: Localization): TemplateResult {
  const limits = localization.msg(
    'Pages you have seen stay in the history of the browser. Calls stay in the call list of the phone. A private window leaves fewer traces.',
    { id: 'exit.limits.text', desc: 'What the button that leaves the page does not do.' },
  );
  return html`<details class="no-print" part="limits">
    <summary>
      ${localization.msg('What leaving does not hide', {
        id: 'exit.limits',
        desc: 'Opens a text on what stays behind when one leaves the page. At most 35 characters.',
      })}
    </summary>
    <p>${limits}</p>
  </details>`;
}

/**
 * The exit link: a real link, which also works without a script. `_top` makes it leave the page around a frame, too.
 */
export const exitLink = (
  href: string,
  localization: Localization,
  leave?: (event: Event) => void,
): TemplateResult =>
  html`<a class="target exit no-print" part="exit" href=${href} rel="noreferrer" target="_top" @click=${leave}>
    ${leaveIcon()}${leaveInWords(localization)}
  </a>`;

/**
 * The exit and the text about what it does not hide. The first exit on a page is a popover, which is always in sight.
 * Not in a frame: a frame is as high as its content, so there the exit stays in its place.
 */
export function exitView(exit: ExitController, localization: Localization): TemplateResult {
  const { isRefused, presses } = exit;
  return html`<div class="no-print" popover=${exit.isFirst && top === window ? 'manual' : nothing}>
      <p role="status">${
        isRefused
          ? localization.msg('Not possible here: close the tab.', {
              id: 'exit.refused',
              desc: 'Where the widget stands in a frame of another page that forbids it to leave.',
            })
          : presses
            ? `${shortcutInWords(localization)} ${presses}/3`
            : nothing
      }</p>
      ${exitLink(exit.href(), localization, exit.leave)}
      ${exit.hasShortcut ? html`<p class="hint">${shortcutInWords(localization)}</p>` : nothing}
    </div>
    ${limitsView(localization)}`;
}
