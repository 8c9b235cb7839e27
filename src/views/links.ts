import { str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { critical, nameOf } from '../directory/critical.js';
import type { Localization } from '../locale/localization.js';
import { dialable, formatPhone, safeLink } from '../safety/index.js';
import { webIcon } from './icons.js';
import { once } from './once.js';

/**
 * Text that keeps its order in a right-to-left paragraph, such as the digits of a number. Translation by a browser
 * leaves it as it is: it would write the digits of another script, or take a name for a word.
 */
const leftToRight = (text: string) => html`<bdi dir="ltr" translate="no">${text}</bdi>`;
const phoneNumber = (number: string) => leftToRight(formatPhone(number));

interface CallLink {
  /** The part name by which a host page can style the link. */
  readonly part: string;
  /** Whose number it is, shown in the link. For links that do not have it beside them. */
  readonly whose?: string;
  /**
   * Whose number it is, if that is already beside the link: repeated for screen reader users who go through a list of
   * links.
   */
  readonly of?: string | undefined;
  /** What the host page says about a number of its own, in its own language. */
  readonly about?: string | undefined;
  readonly aboutLanguage?: string | undefined;
  /** On paper: with the country's code, which a phone with a foreign card needs. A link dials it anyway. */
  readonly hasCode?: boolean;
  /** One link of many: an outlined button. */
  readonly isQuiet?: boolean | undefined;
}

/** A link such as "Call 21 00 00 01". A number that must not be dialled is plain text. */
export function callLink(number: string, localization: Localization, link: CallLink): TemplateResult {
  const dialled = dialable(number);
  if (!dialled) return html`<span>${aboutView(link)}${phoneNumber(number)}</span>`;
  const shown = formatPhone(dialled);
  const code = link.hasCode ? codeOf(dialled, shown) : '';
  return dialLink({ number: dialled, shown: once(code + shown) }, localization, link);
}

/** The country's code, which the shown number leaves out, and a space. Empty for a short code. */
const codeOf = (dialled: string, shown: string): string =>
  dialled.slice(0, dialled.length - shown.replace(/[^+\d]/g, '').length).replace(/\d$/, '$& ');

const aboutView = ({ about, aboutLanguage }: CallLink) =>
  about
    ? html`<span class="about" lang=${aboutLanguage || nothing} dir="auto">${`${about} `}</span>`
    : nothing;

/** A placeholder for the number in the message: the message is a string, and the number is an element. */
const place = '\ufffc';
const callInWords = ({ msg }: Localization): string =>
  msg(str`Call ${place}`, { id: 'call', desc: 'On a button. {0}: a telephone number.' });

/** Like `callLink`, for a number that is already known to be safe to dial. */
export function dialLink(
  { number, shown }: { number: string; shown: string },
  localization: Localization,
  link: CallLink,
): TemplateResult {
  const { part, whose, of, about, isQuiet } = link;
  // Only the emergency number is red.
  const danger = number === critical.emergency.number;
  const words = callInWords(localization);
  const [before, after] = words.split(place);
  return html`<a class=${danger ? 'target danger' : isQuiet ? 'target' : 'target call'} part=${part} href=${`tel:${number}`}
    aria-label=${of && !about ? once(`${of}: ${words.replace(place, shown)}`) : nothing}>
    <span>${whose ? html`<span class="whose">${`${whose} `}</span>` : aboutView(link)}<span class="number">${before}<bdi dir="ltr" translate="no">${shown}</bdi>${after}</span></span><!-- --><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 3h4l2 5-2 2q2 4 5 5l2-2 5 2v4q0 2-2 2Q5 20 3 5q0-2 2-2z"/></svg>
  </a>`;
}

/** A link to the helpline or the emergency number, with its name. */
export const criticalLink = (
  kind: 'helpline' | 'emergency',
  localization: Localization,
  isQuiet?: boolean,
): TemplateResult => {
  const contact = critical[kind];
  return dialLink(contact, localization, {
    part: kind === 'helpline' ? 'call' : kind,
    whose: nameOf(contact, localization.fact),
    isQuiet,
  });
};

/** A link to an e-mail address. Plain text if the value is not exactly one plain address. */
export function mailLink(address: string): TemplateResult {
  const href = safeLink(`mailto:${address}`);
  const [name, host] = address.split('@');
  // A long address breaks after the @ rather than within a word.
  return href
    ? html`<a class="target" part="email" href=${href}>
        <bdi dir="ltr" translate="no">${name}@<wbr />${host}</bdi>
        <!-- --><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 6h18v12H3zM3 7l9 6 9-6"/></svg>
      </a>`
    : leftToRight(address);
}

/**
 * A link to a page on the web. Its text is the address without the scheme and `www.`. A long one breaks after a slash
 * rather than within a word.
 */
export function webLink(address: string): TemplateResult {
  const href = safeLink(address);
  const [host = '', ...path] = address.replace(/^https?:\/\/(www\.)?|\/$/gi, '').split('/');
  const shown = html`<bdi dir="ltr" translate="no">${once(host)}${path.map(part => html`/<wbr />${once(part)}`)}</bdi>`;
  return href
    ? html`<a class="target" part="website" href=${once(href)} rel="noreferrer">${webIcon()}${shown}</a>`
    : shown;
}
