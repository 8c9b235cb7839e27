import type { PropertyValues, TemplateResult } from 'lit';
import { attribute, oneOf } from '../../base/attributes.js';
import { ClockController } from '../../base/clock-controller.js';
import { printAlone } from '../../base/print-alone.js';
import { ReadableElement } from '../../base/readable-element.js';
import { loadDirectory } from '../../directory/directory.js';
import { loadReferral } from '../../guidance/referral.js';
import { type ProfessionId, professions } from '../../guidance/types.js';
import { neutralTitle } from '../../locale/neutral-name.js';
import { guideStyles } from '../../styles/guide.js';
import { panel } from '../../styles/panel.js';
import { askStyles } from '../../views/ask.styles.js';
import { sourceStyles } from '../../views/source.styles.js';
import { cardStyles } from '../service-card/service-card.styles.js';
import { referralStyles } from './referral-guide.styles.js';
import { type ReferralActions, referralView } from './referral-guide.view.js';

/**
 * For professionals who meet a presumed victim, in the order of their work: signs, what to say, what to do, what the person
 * may be entitled to, whom to refer to for what, what not to do, and the duty. It prints on one page, without the page
 * around it. What is chosen stays in memory.
 *
 * @summary For professionals: what to say, what to do, whom to refer to, and what they have a duty to do.
 * @tagname havn-referral-guide
 *
 * @attr {"police" | "immigration" | "social-services" | "child-welfare" | "health" | "ngo" | "other"} profession - The profession that is selected at the start. Without it, the guide asks.
 *
 * @slot - The fallback, shown before the script runs, without it, and if it fails: put the helpline's number here.
 *
 * @event havn-ready - The guide is on screen for the first time.
 * @event havn-error - The element failed; the content of its tag is shown instead.
 *
 * @csspart base - The whole widget.
 * @csspart title - The heading.
 * @csspart call - The link that calls the helpline.
 * @csspart emergency - The link that calls %emergency%.
 * @csspart select - The field to choose a profession.
 * @csspart print - The button that prints the guide alone.
 * @csspart own - The advice for the chosen profession.
 * @csspart step - One step.
 * @csspart referral - One row of the table: a need, and whom to ask.
 * @csspart service-call - A link that calls a service.
 * @csspart card - The card of the service that helps professionals.
 * @csspart service-name - The name on that card.
 * @csspart hours - When that service is open.
 * @csspart email - A link to an e-mail address.
 * @csspart website - A link to a website.
 * @csspart source - Where the facts come from.
 * @csspart read - The button that reads the text aloud, if the device has a voice for the language.
 *
 * @cssproperty [--havn-accent=#0b5563] - Colour of links and buttons; kept readable on its background.
 * @cssproperty [--havn-text=CanvasText] - Colour of the text.
 * @cssproperty [--havn-surface=Canvas] - Background of the element.
 * @cssproperty [--havn-tint=#eef4f4] - Background of highlighted boxes.
 * @cssproperty [--havn-border=#748487] - Colour of borders and lines.
 * @cssproperty [--havn-radius=8px] - Corner radius.
 */
export class ReferralGuide extends ReadableElement {
  static override readonly tag = 'havn-referral-guide';
  static override styles = [
    ReadableElement.styles,
    panel,
    sourceStyles,
    askStyles,
    cardStyles,
    guideStyles,
    referralStyles,
  ];

  @attribute(oneOf(professions, '')) profession!: ProfessionId | '';

  /** What the reader has chosen. If missing, the attribute applies. */
  private chosen: ProfessionId | '' | undefined;

  constructor() {
    super();
    new ClockController(this);
    this.addController({
      hostConnected: () => addEventListener('beforeprint', this.dateAnew),
      hostDisconnected: () => removeEventListener('beforeprint', this.dateAnew),
    });
  }

  /** A page may stay open over midnight. At once: browsers print what is there when the event has been dispatched. */
  private readonly dateAnew = () => {
    this.requestUpdate();
    this.performUpdate();
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('profession')) this.chosen = undefined;
  }

  protected override forget(): void {
    this.chosen = undefined;
  }

  private readonly actions: ReferralActions = {
    choose: profession => {
      this.chosen = professions.find(id => id === profession) || '';
      this.requestUpdate();
    },
    print: press =>
      this.attempt(() => printAlone(this, press.composedPath(), neutralTitle(this.localization))),
  };

  protected override render(): TemplateResult {
    const { fact } = this.localization;
    return referralView(
      { profession: this.chosen ?? this.profession, now: new Date() },
      { ...loadReferral(fact), directory: loadDirectory(fact) },
      this.actions,
      this.localization,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'havn-referral-guide': ReferralGuide;
  }
}
