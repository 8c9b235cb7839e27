import type { PropertyValues, TemplateResult } from 'lit';
import { attribute, oneOf } from '../../base/attributes.js';
import { ReadableElement } from '../../base/readable-element.js';
import { localizedContacts } from '../../directory/contacts.js';
import { loadPermits } from '../../guidance/permits.js';
import { followAnswers, giveAnswer, takeBack } from '../../guidance/questions.js';
import { panel } from '../../styles/panel.js';
import { askStyles } from '../../views/ask.styles.js';
import { sourceStyles } from '../../views/source.styles.js';
import type { GuideActions } from './permit.view.js';
import { guideStyles } from './permit-guide.styles.js';
import { type GuideState, guideView, views } from './permit-guide.view.js';

/** In milliseconds: two taps within it are one. */
const doubleTap = 350;

/**
 * The permits to stay side by side, or a few questions that lead to what may apply and whom to ask. Answers stay in
 * memory: nothing of them reaches the address, the history, storage or the network, and they are forgotten when the
 * reader leaves the page.
 *
 * @summary Residence permits, and a few questions that lead to what may apply.
 * @tagname havn-permit-guide
 *
 * @attr {"compare" | "questions"} [view=compare] - What is shown at the start: all permits, or the first question. Readers can switch to the other.
 *
 * @slot - The fallback, shown before the script runs, without it, and if it fails: put the helpline's number here.
 *
 * @event havn-ready - The guide is on screen for the first time.
 * @event havn-error - The element failed; the content of its tag is shown instead.
 *
 * @csspart base - The whole widget.
 * @csspart title - The heading.
 * @csspart table - The permits side by side, if there is room.
 * @csspart permit - One permit: a `<details>`, if there is no room for the table, and below an outcome.
 * @csspart question - The question with its answers.
 * @csspart answer - A button that answers.
 * @csspart outcome - What may apply, and on which conditions.
 * @csspart answers - The answers given so far, a `<details>`.
 * @csspart back - The button to the previous question.
 * @csspart restart - The button to the first question.
 * @csspart other-view - The button to the questions, or to all permits.
 * @csspart service-call - A link that calls.
 * @csspart source - Where a fact comes from.
 * @csspart read - The button that reads the text aloud, if the device has a voice for the language.
 *
 * @cssproperty [--havn-accent=#0b5563] - Colour of links and buttons; kept readable on its background.
 * @cssproperty [--havn-text=CanvasText] - Colour of the text.
 * @cssproperty [--havn-surface=Canvas] - Background of the element.
 * @cssproperty [--havn-tint=#eef4f4] - Background of highlighted boxes.
 * @cssproperty [--havn-border=#748487] - Colour of borders and lines.
 * @cssproperty [--havn-radius=8px] - Corner radius.
 */
export class PermitGuide extends ReadableElement {
  static override readonly tag = 'havn-permit-guide';
  static override styles = [ReadableElement.styles, panel, sourceStyles, askStyles, guideStyles];

  @attribute(oneOf(views, 'compare')) view!: GuideState['view'];

  private answers: readonly string[] = [];
  /** When the reader last answered, by the clock of events. */
  private answeredAt = Number.NEGATIVE_INFINITY;
  /** What the reader has chosen. If missing, the attribute applies. */
  private chosen: GuideState['view'] | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.attempt(() => {
      this.forget();
      this.requestUpdate();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view')) this.chosen = undefined;
  }

  protected override forget(): void {
    this.answers = [];
    this.chosen = undefined;
  }

  private readonly actions: GuideActions = {
    answer: (id, press) => {
      if (this.isEcho(press)) return;
      this.answeredAt = press.timeStamp;
      this.walk(giveAnswer(loadPermits(), this.answers, id));
    },
    back: press => {
      if (!this.isEcho(press)) this.walk(takeBack(this.answers));
    },
    restart: press => {
      if (!this.isEcho(press)) this.walk([]);
    },
    changeView: () =>
      this.attempt(() => {
        this.chosen = this.shown === 'compare' ? 'questions' : 'compare';
        this.showFrom('h2');
      }),
  };

  private get shown(): GuideState['view'] {
    return this.chosen ?? this.view;
  }

  /**
   * Whether a press is the second half of a double tap on an answer. By then another question is under the finger, which
   * nobody has read yet. It is told by the time: `detail` also counts deliberate taps. Presses of keys always count.
   */
  private isEcho({ detail, timeStamp }: MouseEvent): boolean {
    return detail > 0 && timeStamp - this.answeredAt < doubleTap;
  }

  private walk(answers: readonly string[]): void {
    this.attempt(() => {
      this.answers = answers;
      this.showFrom('.heading');
    });
  }

  /** Renders, and moves the focus to a heading: the button that was pressed is gone. */
  private showFrom(heading: string): void {
    this.requestUpdate();
    void this.updateComplete.then(() =>
      this.attempt(() => this.shadowRoot?.querySelector<HTMLElement>(heading)?.focus()),
    );
  }

  protected override render(): TemplateResult {
    const { fact } = this.localization;
    const document = loadPermits(fact);
    return guideView(
      { view: this.shown, place: followAnswers(document, this.answers) },
      { ...document, contacts: localizedContacts(fact) },
      this.actions,
      this.localization,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'havn-permit-guide': PermitGuide;
  }
}
