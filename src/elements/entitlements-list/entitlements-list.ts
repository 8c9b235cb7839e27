import type { TemplateResult } from 'lit';
import { attribute, flag, oneOf } from '../../base/attributes.js';
import { PrintableElement } from '../../base/printable-element.js';
import { localizedContacts } from '../../directory/contacts.js';
import { type Audience, audiences } from '../../directory/types.js';
import { loadEntitlements } from '../../guidance/entitlements.js';
import { panel } from '../../styles/panel.js';
import { askStyles } from '../../views/ask.styles.js';
import { sourceStyles } from '../../views/source.styles.js';
import { entitlementsStyles } from './entitlements-list.styles.js';
import { entitlementsView } from './entitlements-list.view.js';

/**
 * What a presumed victim may be entitled to, each with its conditions and who can help.
 *
 * @summary What a presumed victim may be entitled to, and who can help with it.
 * @tagname havn-entitlements-list
 *
 * @attr {boolean} [open=false] - Whether all entitlements are unfolded.
 * @attr {"person" | "helper" | "professional"} [audience=person] - Who is reading.
 *
 * @slot - The fallback, shown before the script runs, without it, and if it fails: put the helpline's number here.
 *
 * @event havn-ready - The list is on screen for the first time.
 * @event havn-error - The element failed; the content of its tag is shown instead.
 *
 * @csspart base - The whole widget.
 * @csspart title - The heading.
 * @csspart entitlement - One entitlement, a `<details>`.
 * @csspart summary - Its name, which unfolds it.
 * @csspart service-call - The link that calls a service.
 * @csspart call - The link that calls the helpline.
 * @csspart print - The button that prints the widget without the page around it.
 * @csspart read - The button that reads the text aloud, if the device has a voice for the language.
 *
 * @cssproperty [--havn-accent=#0b5563] - Colour of links and buttons; kept readable on its background.
 * @cssproperty [--havn-text=CanvasText] - Colour of the text.
 * @cssproperty [--havn-surface=Canvas] - Background of the element.
 * @cssproperty [--havn-tint=#eef4f4] - Background of highlighted boxes.
 * @cssproperty [--havn-border=#748487] - Colour of borders and lines.
 * @cssproperty [--havn-radius=8px] - Corner radius.
 */
export class EntitlementsList extends PrintableElement {
  static override readonly tag = 'havn-entitlements-list';
  static override styles = [PrintableElement.styles, panel, sourceStyles, askStyles, entitlementsStyles];

  @attribute(flag) open!: boolean;
  @attribute(oneOf(audiences, 'person')) audience!: Audience;

  protected override render(): TemplateResult {
    const { fact } = this.localization;
    return entitlementsView(
      this,
      { ...loadEntitlements(fact), contacts: localizedContacts(fact) },
      this.localization,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'havn-entitlements-list': EntitlementsList;
  }
}
