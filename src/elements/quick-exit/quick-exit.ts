import type { TemplateResult } from 'lit';
import { attribute, exitAddress, flag } from '../../base/attributes.js';
import { HavnElement } from '../../base/havn-element.js';
import type { BareLink } from '../../base/last-resort.js';
import { base } from '../../styles/base.js';
import { exitStyles } from '../../views/exit.styles.js';
import { exitView, leaveInWords } from '../../views/exit.view.js';
import { ExitController } from '../../views/exit-controller.js';
import { quickExitStyles } from './quick-exit.styles.js';
import { quickExitView, saysDraft } from './quick-exit.view.js';

/**
 * A way to leave the page at once: a button that stays in sight, whatever else opens, and Shift, pressed three times
 * within five seconds. The page is blank before the next one answers, which takes its place in the history of the tab
 * and gets no referrer; what was typed and chosen is cleared. It says what it does not hide. Put it first in the page,
 * so that Tab leads to it first.
 *
 * @summary Leave this page at once.
 * @tagname havn-quick-exit
 *
 * @attr {string} [href=%exit%] - Where it leads: an absolute http or https address, never a page that greets the reader by name.
 * @attr {boolean} [no-shortcut=false] - Whether pressing Shift three times does nothing.
 *
 * @slot - The fallback, shown before the script runs, without it, and if it fails: put a plain link to another site here.
 *
 * @event havn-ready - The button is on screen for the first time.
 * @event havn-error - The element failed; the content of its tag is shown instead, or a plain link if the tag is empty.
 *
 * @csspart base - The whole widget.
 * @csspart exit - The link that leaves the page.
 * @csspart limits - The note on what leaving does not hide, a `<details>`.
 *
 * @cssproperty [--havn-accent=#0b5563] - Colour of the link; kept readable on its background.
 * @cssproperty [--havn-text=CanvasText] - Colour of the focus outline.
 * @cssproperty [--havn-surface=Canvas] - Background of the link.
 * @cssproperty [--havn-border=#748487] - Colour of borders and lines.
 * @cssproperty [--havn-radius=8px] - Corner radius.
 */
export class QuickExit extends HavnElement {
  static override readonly tag = 'havn-quick-exit';
  static override styles = [base, exitStyles, quickExitStyles];
  static override readonly saysDraft = saysDraft;

  @attribute(exitAddress) href!: string;
  @attribute(flag) noShortcut!: boolean;

  private readonly exit = new ExitController(this, () => this.href);

  protected override forget(): void {
    this.exit.forget();
  }

  // The exit link instead of the numbers, which do not help a reader who wants to leave the page.
  protected override bareLinks(): BareLink[] {
    return [{ href: this.href, text: leaveInWords(this.localization) }];
  }

  protected override render(): TemplateResult {
    return quickExitView(exitView(this.exit, this.localization), this.localization);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'havn-quick-exit': QuickExit;
  }
}
