import { html, nothing, type TemplateResult } from 'lit';
import { critical } from '../directory/critical.js';
import type { Localization } from '../locale/localization.js';
import { dialable, formatPhone, safeLink } from '../safety/index.js';
import { mailIcon, phoneIcon, webIcon } from './icons.js';

/** A number as it is read: never backwards in a paragraph that runs from right to left. */
const leftToRight = (text: string) => html`<bdi dir="ltr">${text}</bdi>`;
export const phoneNumber = (number: string) => leftToRight(formatPhone(number));

interface CallLink {
  /** What a styler of the host's may address. */
  readonly part: string;
  /** Whose number it is, where that does not stand beside it. */
  readonly whose?: string;
  /** What a page says of a number of its own, in its own language. */
  readonly about?: string | undefined;
  readonly aboutLanguage?: string | undefined;
  /** One of many: an outline. */
  readonly isQuiet?: boolean | undefined;
}

/** "Call 22 33 11 60". A number that must not be dialled is text. */
export function callLink(number: string, localization: Localization, link: CallLink): TemplateResult {
  const dialled = dialable(number);
  return dialled
    ? dialLink({ number: dialled, shown: formatPhone(dialled) }, localization, link)
    : html`<span>${aboutView(link)}${phoneNumber(number)}</span>`;
}

const aboutView = ({ about, aboutLanguage }: CallLink) =>
  about ? html`<span class="about" lang=${aboutLanguage || nothing} dir="auto">${about} </span>` : nothing;

/** The same for a number of which it is known that it may be dialled. */
export function dialLink(
  { number, shown }: { number: string; shown: string },
  { msg }: Localization,
  link: CallLink,
): TemplateResult {
  const { part, whose, isQuiet } = link;
  // Red is for nothing else.
  const danger = number === critical.emergency.number;
  return html`<a class="target ${danger ? 'danger' : isQuiet ? '' : 'call'}" part=${part} href="tel:${number}">
    ${phoneIcon()}
    <span>
      ${whose ? html`<span class="whose">${whose} </span>` : nothing}${aboutView(link)}
      <span class="number">${msg(html`Call ${leftToRight(shown)}`, { id: 'call', desc: 'On a button. {0}: a telephone number.' })}</span>
    </span>
  </a>`;
}

/** The helpline or the emergency number, with whose it is. */
export const criticalLink = (
  kind: 'helpline' | 'emergency',
  localization: Localization,
  isQuiet?: boolean,
): TemplateResult => {
  const contact = critical[kind];
  return dialLink(contact, localization, {
    part: kind === 'helpline' ? 'call' : kind,
    whose: localization.fact(`service.${contact.id}.name`, contact.name),
    isQuiet,
  });
};

/** An e-mail address; text if it is more than one plain address. */
export function mailLink(address: string): TemplateResult {
  const href = safeLink(`mailto:${address}`);
  const [name, host] = address.split('@');
  // A long address breaks after the sign rather than within a word.
  const shown = html`<bdi dir="ltr">${name}@<wbr />${host}</bdi>`;
  return href
    ? html`<a class="target" part="email" href=${href}>${mailIcon()}${shown}</a>`
    : leftToRight(address);
}

/** A page on the web, shown by its address without the scheme. */
export function webLink(address: string): TemplateResult {
  const href = safeLink(address);
  const shown = html`<bdi dir="ltr">${address.replace(/^https?:\/\/(www\.)?|\/$/gi, '')}</bdi>`;
  return href
    ? html`<a class="target" part="website" href=${href} rel="noreferrer">${webIcon()}${shown}</a>`
    : shown;
}
