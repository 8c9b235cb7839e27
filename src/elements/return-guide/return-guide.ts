import type { TemplateResult } from 'lit';
import { PrintableElement } from '../../base/printable-element.js';
import { localizedContacts } from '../../directory/contacts.js';
import { loadReturn } from '../../guidance/return.js';
import { guideStyles } from '../../styles/guide.js';
import { panel } from '../../styles/panel.js';
import { askStyles } from '../../views/ask.styles.js';
import { sourceStyles } from '../../views/source.styles.js';
import { returnStyles } from './return-guide.styles.js';
import { returnView } from './return-guide.view.js';

/**
 * Assisted voluntary return: who may use it, what happens in which order, who pays, and whom to ask. It sends whoever
 * holds a permit to a human, since the source leaves open whether the programme is for them.
 *
 * @summary Help to return, step by step.
 * @tagname havn-return-guide
 *
 * @slot - The fallback, shown before the script runs, without it, and if it fails: put the helpline's number here.
 *
 * @event havn-ready - The guide is on screen for the first time.
 * @event havn-error - The element failed; the content of its tag is shown instead.
 *
 * @csspart base - The whole widget.
 * @csspart title - The heading.
 * @csspart ask - The note on who should ask a person first.
 * @csspart step - One step.
 * @csspart service-call - The link that calls a service.
 * @csspart call - The link that calls the helpline.
 * @csspart source - Where the facts come from.
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
export class ReturnGuide extends PrintableElement {
  static override readonly tag = 'havn-return-guide';
  static override styles = [
    PrintableElement.styles,
    panel,
    sourceStyles,
    askStyles,
    guideStyles,
    returnStyles,
  ];

  protected override render(): TemplateResult {
    const { fact } = this.localization;
    return returnView({ ...loadReturn(fact), contacts: localizedContacts(fact) }, this.localization);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'havn-return-guide': ReturnGuide;
  }
}
