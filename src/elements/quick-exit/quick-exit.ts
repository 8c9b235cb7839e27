import type { TemplateResult } from 'lit/html.js';
import { exitAddress } from '../../element/attributes.js';
import { exitStyles } from '../../element/exit.styles.js';
import { leaveInWords } from '../../element/exit.view.js';
import { HavnElement } from '../../element/havn-element.js';
import type { BareLink } from '../../element/last-resort.js';
import { base } from '../../styles/base.js';
import { quickExitStyles } from './quick-exit.styles.js';
import { quickExitView } from './quick-exit.view.js';

/**
 * A way to leave the page at once: a real link, which tells the next page nothing of this one.
 *
 * @summary Leave this page at once.
 * @tagname havn-quick-exit
 *
 * @attr {string} [href=https://www.yr.no/] - Where it leads: an absolute http or https address.
 *
 * @slot - What shows before the script has run, without it, and whenever it fails: put a plain link out here.
 *
 * @event havn-ready - The way out is on screen for the first time.
 * @event havn-error - It could not be shown; what stands inside the tag shows instead, or failing that a bare link.
 *
 * @csspart base - The whole widget.
 * @csspart exit - The link that leaves the page.
 *
 * @cssproperty [--havn-accent=#0b5563] - Colour of the link; kept readable on its ground.
 * @cssproperty [--havn-text=#17201f] - Colour of the outline of what has the focus.
 * @cssproperty [--havn-surface=#fff] - Ground of the link.
 * @cssproperty [--havn-border=#6b7c7e] - Colour of lines.
 * @cssproperty [--havn-radius=8px] - Roundness of corners.
 */
export class QuickExit extends HavnElement {
  static override readonly tag = 'havn-quick-exit';
  static override readonly styles = [base, exitStyles, quickExitStyles];
  static override readonly saysDraft = false;
  static override readonly attributeTypes = { href: exitAddress };

  declare href: string;

  // Who looks for a way out is not helped by numbers in its place.
  protected override bareLinks(): BareLink[] {
    return [{ href: this.href, text: leaveInWords(this.localization) }];
  }

  protected override render(): TemplateResult {
    return quickExitView(this.href, this.localization);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'havn-quick-exit': QuickExit;
  }
}
