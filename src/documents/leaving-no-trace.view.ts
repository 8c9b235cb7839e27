import { str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { exitAddress } from '../base/attributes.js';
import { critical, nameOf } from '../directory/critical.js';
import { loadDirectory } from '../directory/directory.js';
import { hoursView } from '../elements/service-card/service-card.view.js';
import type { Localization } from '../locale/localization.js';
import { exitLink, leaveInWords } from '../views/exit.view.js';
import { callLink, criticalLink } from '../views/links.js';

export { neutralTitle } from '../locale/neutral-name.js';

/**
 * How to leave fewer traces, for a person on a phone that somebody else may check: a page of its own, without script.
 * The emergency number comes first. The helpline comes after the traces that a call leaves.
 */
export function leavingNoTraceView(localization: Localization): TemplateResult {
  const { msg, fact } = localization;
  const { emergency, helpline } = critical;
  const service = loadDirectory(fact).services.find(({ id }) => id === helpline.id);
  return html`${exitLink(exitAddress.fallback, localization)}
    <h1>
      ${msg('Leave fewer traces', { id: 'trace.heading', desc: 'Headline of the page on staying safe online.' })}
    </h1>
    <p>
      ${msg(
        'Somebody may be able to see what you have looked at on this phone or computer. If you can, use another one, which this person cannot reach: at a library, with a friend or at a service that helps you.',
        { id: 'trace.somebody', desc: 'First lines of the page on staying safe online.' },
      )}
    </p>
    <p class="emergency">
      <span>${msg('In danger now?', { id: 'banner.danger', desc: 'Stands before a button that calls the emergency number.' })}</span>
      ${callLink(emergency.number, localization, { part: 'emergency', of: nameOf(emergency, fact) })}
    </p>
    ${privateWindow(localization)}
    ${history(localization)}
    ${calls(localization)}
    ${leaving(localization)}
    <h2>
      ${msg('Someone to talk to', { id: 'trace.talk', desc: 'Headline over the number of the helpline.' })}
    </h2>
    <p>${criticalLink('helpline', localization)}</p>
    ${service ? hoursView(service, undefined, localization) : nothing}`;
}

const privateWindow = ({ msg }: Localization): TemplateResult => html`<h2>
    ${msg('A private window', { id: 'trace.window', desc: 'Headline: a window of the browser that keeps no history.' })}
  </h2>
  <ul>
    <li>
      ${msg(
        'In the menu of the browser, or beside the open tabs, look for the word “private”, “incognito” or “secret”.',
        {
          id: 'trace.window.open',
          desc: 'How to open a private window. The words that browsers use in this language: Firefox, Safari and Edge (private), Chrome (incognito), Samsung (secret).',
        },
      )}
    </li>
    <li>
      ${msg('The pages you see in this window are not kept in the history.', {
        id: 'trace.window.keeps',
        desc: 'Of a private window.',
      })}
    </li>
    <li>
      ${msg('Close the window afterwards: while it is open, others can see what is in it.', {
        id: 'trace.window.close',
        desc: 'Of a private window.',
      })}
    </li>
    <li>
      ${msg('Those who run the network, and programs that watch the phone, can still see what you do.', {
        id: 'trace.window.limits',
        desc: 'Of a private window. Network: the Wi-Fi at home or at work. Programs: apps that spy on the phone.',
      })}
    </li>
  </ul>`;

const history = ({ msg }: Localization): TemplateResult => html`<h2>
    ${msg('The history', { id: 'trace.history', desc: 'Headline: the list of pages that the browser keeps.' })}
  </h2>
  <ul>
    <li>
      ${msg('You find the history in the menu of the browser.', {
        id: 'trace.history.where',
        desc: 'The list of pages that the browser keeps. The words that browsers use in this language.',
      })}
    </li>
    <li>
      ${msg(
        'To remove a page from it, hold your finger on the page, or look for dots, a cross or a bin beside it.',
        {
          id: 'trace.history.remove',
          desc: 'How to remove one page from the history. Dots, cross, bin: small pictures on buttons.',
        },
      )}
    </li>
    <li>
      ${msg('An empty history can raise questions, so it may be safer to remove single pages.', {
        id: 'trace.history.empty',
        desc: 'The list of pages that the browser keeps.',
      })}
    </li>
    <li>
      ${msg('Other phones and computers that use your account may show the same history.', {
        id: 'trace.history.account',
        desc: 'Account: the one that you are signed in with, for example with Google or Apple.',
      })}
    </li>
  </ul>`;

const calls = ({ msg }: Localization): TemplateResult => html`<h2>
    ${msg('Calls and messages', { id: 'trace.calls', desc: 'Headline: telephone calls and text messages.' })}
  </h2>
  <ul>
    <li>
      ${msg('Calls stay in the call list, and messages stay on the phone, until you delete them.', {
        id: 'trace.calls.list',
        desc: 'Telephone calls and text messages.',
      })}
    </li>
    <li>
      ${msg('The bill may list them even then.', {
        id: 'trace.calls.bill',
        desc: 'The bill of the telephone company; them: calls and messages that were deleted on the phone.',
      })}
    </li>
    <li>
      ${msg('If you save the number of the helpline, do not save it under its real name.', {
        id: 'trace.calls.name',
        desc: 'Among the contacts of the phone.',
      })}
    </li>
  </ul>`;

const leaving = (localization: Localization): TemplateResult => {
  const { msg } = localization;
  const leave = leaveInWords(localization);
  return html`<h2>
      ${msg('Leaving a page quickly', { id: 'trace.leave', desc: 'Headline: what to do when somebody comes.' })}
    </h2>
    <ul>
      <li>
        ${msg(str`The button “${leave}” opens another page, but the page you leave stays in the history.`, {
          id: 'trace.leave.button',
          desc: '{0}: what stands on the button.',
        })}
      </li>
      <li>
        ${msg('On other pages that have this button, pressing the Shift key three times may do the same.', {
          id: 'trace.leave.keys',
          desc: 'Shift: a key of the keyboard.',
        })}
      </li>
    </ul>`;
};
