import type { TemplateResult } from 'lit';
import { attribute, oneOf, wholeNumber } from '../../base/attributes.js';
import { ReadableElement } from '../../base/readable-element.js';
import { localizedContacts } from '../../directory/contacts.js';
import { type Audience, audiences } from '../../directory/types.js';
import { document } from '../../guidance/generated/pathway.js';
import { loadPathway } from '../../guidance/pathway.js';
import { panel } from '../../styles/panel.js';
import { askStyles } from '../../views/ask.styles.js';
import { sourceStyles } from '../../views/source.styles.js';
import { pathwayStyles } from './pathway.styles.js';
import { pathwayView } from './pathway.view.js';

/**
 * The whole way as a picture, from the first suspicion to the long term: across where there is room, else downwards.
 * The facts of each step open under it; on paper all of them are open.
 *
 * @summary The steps from identification to the long term, as a map.
 * @tagname havn-pathway
 *
 * @attr {number} step - The number of the current step, from 1: it is marked, and unfolded at the start. Without it, no step is.
 * @attr {"person" | "helper" | "professional"} [audience=person] - Who is reading. How the authorities are organised is shown only to professionals.
 *
 * @slot - The fallback, shown before the script runs, without it, and if it fails: put the helpline's number here.
 *
 * @event havn-ready - The map is on screen for the first time.
 * @event havn-error - The element failed; the content of its tag is shown instead.
 *
 * @csspart base - The whole widget.
 * @csspart title - The heading.
 * @csspart step - One step, a `<details>`.
 * @csspart summary - Its place on the map and its name, which unfolds it.
 * @csspart current - The words that mark the current step.
 * @csspart facts - The content of an unfolded step.
 * @csspart service-call - The link that calls a service.
 * @csspart source - Where a fact comes from.
 * @csspart call - The link that calls the helpline.
 * @csspart read - The button that reads the text aloud, if the device has a voice for the language.
 *
 * @cssproperty [--havn-accent=#0b5563] - Colour of the map, links and buttons; kept readable on its background.
 * @cssproperty [--havn-text=CanvasText] - Colour of the text.
 * @cssproperty [--havn-surface=Canvas] - Background of the element.
 * @cssproperty [--havn-tint=#eef4f4] - Background of highlighted boxes.
 * @cssproperty [--havn-border=#748487] - Colour of borders and lines.
 * @cssproperty [--havn-radius=8px] - Corner radius.
 */
export class Pathway extends ReadableElement {
  static override readonly tag = 'havn-pathway';
  static override styles = [ReadableElement.styles, panel, sourceStyles, askStyles, pathwayStyles];

  @attribute(wholeNumber(1, document().steps.length, 0)) step!: number;
  @attribute(oneOf(audiences, 'person')) audience!: Audience;

  protected override render(): TemplateResult {
    const { fact } = this.localization;
    return pathwayView(
      { audience: this.audience, step: this.step, isDrawn: true },
      { ...loadPathway(fact), contacts: localizedContacts(fact) },
      this.localization,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'havn-pathway': Pathway;
  }
}
