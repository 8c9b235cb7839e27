import { html, nothing, type TemplateResult } from 'lit';
import { attribute, oneOf } from '../../base/attributes.js';
import { ClockController } from '../../base/clock-controller.js';
import { hasFallback } from '../../base/last-resort.js';
import { ReadableElement } from '../../base/readable-element.js';
import { warn } from '../../base/warn.js';
import { loadDirectory } from '../../directory/directory.js';
import { contacts } from '../../directory/generated/contacts.js';
import { shortNames } from '../../directory/generated/country.js';
import { sourceStyles } from '../../views/source.styles.js';
import { cardStyles } from './service-card.styles.js';
import { oneCardView } from './service-card.view.js';
import { isTrial, nearestOf } from './trial.js';

const ids = contacts.map(({ id }) => id);

/**
 * One service: everything known of it.
 *
 * @summary One service: what it is, who it is for, and how to reach it.
 * @tagname havn-service-card
 *
 * @attr {string} service - The id of the service from data/directory/services.json, such as "%helpline%", or a short name from data/country.json. If it is missing or unknown, the content of the tag stays.
 *
 * @slot - The fallback, shown before the script runs, without it, without a service, and if it fails: put the helpline's number here.
 *
 * @event havn-ready - The card is on screen for the first time.
 * @event havn-error - The element failed; the content of its tag is shown instead.
 *
 * @csspart base - The whole widget.
 * @csspart service-name - The name of the service.
 * @csspart hours - When the service is open.
 * @csspart call - A link that calls.
 * @csspart emergency - The link that calls %emergency%.
 * @csspart email - A link to an e-mail address.
 * @csspart website - A link to a website.
 * @csspart source - Where a fact comes from.
 * @csspart hint - On a test page (localhost), if no service has the id: the nearest id.
 * @csspart read - The button that reads the text aloud, if the device has a voice for the language.
 *
 * @cssproperty [--havn-accent=#0b5563] - Colour of links and buttons; kept readable on its background.
 * @cssproperty [--havn-text=CanvasText] - Colour of the text.
 * @cssproperty [--havn-surface=Canvas] - Background of the card.
 * @cssproperty [--havn-tint=#eef4f4] - Background of highlighted boxes.
 * @cssproperty [--havn-border=#748487] - Colour of borders and lines.
 * @cssproperty [--havn-radius=8px] - Corner radius.
 */
export class ServiceCard extends ReadableElement {
  static override readonly tag = 'havn-service-card';
  static override styles = [ReadableElement.styles, sourceStyles, cardStyles];

  @attribute(oneOf([...ids, ...shortNames.map(([name]) => name)], '')) service!: string;

  constructor() {
    super();
    new ClockController(this);
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    // Frameworks add an element to the page before they set its attributes.
    void this.updateComplete.then(() => this.attempt(() => this.warnOfNone()));
  }

  private warnOfNone(): void {
    if (this.getAttribute('service')?.trim()) return;
    warn(this.localName, `needs its "service": ${ids.join(', ')}.`);
  }

  /** On a trial page: a hint that no service has this id, with the nearest id. */
  private hint(): TemplateResult | typeof nothing {
    const asked = this.getAttribute('service')?.trim().toLowerCase() ?? '';
    if (!/^[a-z\d-]{1,40}$/.test(asked) || !isTrial()) return nothing;
    const nearest = nearestOf(asked, ids);
    return html`<p part="hint" lang="en" dir="ltr">
      No service has this id. ${nearest ? html`The nearest: <code>${nearest}</code>` : nothing}
    </p>`;
  }

  protected override render(): TemplateResult {
    const directory = loadDirectory(this.localization.fact);
    const wanted = shortNames.find(([name]) => name === this.service)?.[1] ?? this.service;
    const service = directory.services.find(({ id }) => id === wanted);
    if (service) return oneCardView(service, directory, new Date(), this.localization);
    if (hasFallback(this)) return html`${this.hint()}<slot></slot>`;
    const links = this.bareLinks().map(
      ({ href, text }) => html`<p><a href=${href} rel="noreferrer" dir="ltr">${text}</a></p>`,
    );
    // If the script ran first, the content of the tag has not been parsed yet: a slot shows it when it comes.
    return html`${this.hint()}${this.firstChild ? links : html`<slot>${links}</slot>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'havn-service-card': ServiceCard;
  }
}
