import type { TemplateResult } from 'lit/html.js';
import { oneOf, wholeNumber } from '../../base/attributes.js';
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
 * @attr {number} step - The number of the current step, from 1. It is marked, and open at first. Missing: none is.
 * @attr {"person" | "helper" | "professional"} [audience=person] - Who is reading. How the authorities are organised is shown to professionals alone.
 *
 * @slot - What shows before the script has run, without it, and whenever it fails: put the helpline's number here.
 *
 * @event havn-ready - The picture is on screen for the first time.
 * @event havn-error - It could not be shown; what stands inside the tag shows instead.
 *
 * @csspart base - The whole widget.
 * @csspart title - The heading.
 * @csspart step - One step, a `<details>`.
 * @csspart summary - Its place in the picture and its name, which opens it.
 * @csspart current - The words that mark the current step.
 * @csspart facts - What a step opens to.
 * @csspart service-call - The link that calls a service.
 * @csspart source - Where a fact comes from.
 * @csspart call - The link that calls the helpline.
 * @csspart read - The button that reads it aloud, where the device has a voice of the language.
 *
 * @cssproperty [--havn-accent=#0b5563] - Colour of the picture, of links and of buttons; kept readable on its ground.
 * @cssproperty [--havn-text=#17201f] - Colour of the text.
 * @cssproperty [--havn-surface=#fff] - Ground of the widget.
 * @cssproperty [--havn-tint=#eef4f4] - Ground of what is set off.
 * @cssproperty [--havn-border=#748487] - Colour of lines.
 * @cssproperty [--havn-radius=8px] - Roundness of corners.
 */
export class Pathway extends ReadableElement {
  static override readonly tag = 'havn-pathway';
  static override readonly styles = [
    ...ReadableElement.styles,
    panel,
    sourceStyles,
    askStyles,
    pathwayStyles,
  ];
  static override readonly attributeTypes = {
    step: wholeNumber(1, document.steps.length, 0),
    audience: oneOf(audiences, 'person'),
  };

  declare audience: Audience;
  declare step: number;

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
