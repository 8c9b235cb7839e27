import type { TemplateResult } from 'lit';
import { attribute, exitAddress, flag, oneOf } from '../../base/attributes.js';
import { HavnElement } from '../../base/havn-element.js';
import { base } from '../../styles/base.js';
import { exitStyles } from '../../views/exit.styles.js';
import { exitView } from '../../views/exit.view.js';
import { ExitController } from '../../views/exit-controller.js';
import { bannerStyles } from './hotline-banner.styles.js';
import { bannerView, type Layout, layouts } from './hotline-banner.view.js';

/**
 * The 24-hour helpline and %emergency%, as a bar across the page or as a card in a column.
 *
 * @summary The helpline and the emergency number, always in sight.
 * @tagname havn-hotline-banner
 *
 * @attr {"bar" | "card"} [layout=bar] - A bar across the page, or a card in a column.
 * @attr {boolean} [exit=false] - Whether to show a button that leaves the page, like `havn-quick-exit`.
 * @attr {string} [exit-href=%exit%] - Where that button leads: an absolute http or https address.
 *
 * @slot - The fallback, shown before the script runs, without it, and if it fails: put the number here.
 *
 * @event havn-ready - The banner is on screen for the first time.
 * @event havn-error - The element failed; the content of its tag is shown instead.
 *
 * @csspart base - The whole banner.
 * @csspart title - The headline.
 * @csspart call - The link that calls the helpline.
 * @csspart emergency - The link that calls %emergency%.
 * @csspart exit - The link that leaves the page.
 * @csspart limits - The note on what leaving does not hide, a `<details>`.
 *
 * @cssproperty [--havn-accent=#0b5563] - Colour of links and buttons; kept readable on its background.
 * @cssproperty [--havn-text=CanvasText] - Colour of the text.
 * @cssproperty [--havn-surface=Canvas] - Background of fields, buttons and cards.
 * @cssproperty [--havn-tint=#eef4f4] - Background of the banner.
 * @cssproperty [--havn-border=#748487] - Colour of borders and lines.
 * @cssproperty [--havn-radius=8px] - Corner radius.
 */
export class HotlineBanner extends HavnElement {
  static override readonly tag = 'havn-hotline-banner';
  static override styles = [base, exitStyles, bannerStyles];

  @attribute(oneOf(layouts, 'bar')) layout!: Layout;
  @attribute(flag) exit!: boolean;
  @attribute(exitAddress) exitHref!: string;

  private readonly way = new ExitController(
    this,
    () => this.exitHref,
    () => this.exit,
  );

  protected override forget(): void {
    this.way.forget();
  }

  protected override render(): TemplateResult {
    const { layout, exit, localization } = this;
    return bannerView({ layout, exit: exit && exitView(this.way, localization) }, localization);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'havn-hotline-banner': HotlineBanner;
  }
}
