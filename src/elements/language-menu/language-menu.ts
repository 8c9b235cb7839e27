import type { TemplateResult } from 'lit';
import { HavnElement } from '../../base/havn-element.js';
import { chooseLanguage, chosenLanguage } from '../../locale/language-controller.js';
import { knownLanguages } from '../../locale/localization.js';
import { base } from '../../styles/base.js';
import { select } from '../../styles/select.js';
import { languageMenuStyles } from './language-menu.styles.js';
import { languageMenuView } from './language-menu.view.js';

const onPage = new Set<LanguageMenu>();

/**
 * Chooses the language of all widgets on the page, those of other scripts and later ones too, and of nothing else: the
 * page keeps its `lang`. The choice lasts as long as a menu is on the page; when the last one goes, each widget is in
 * the language of its place again. It is kept in memory alone. From within a closed shadow root it reaches the widgets of
 * its own script only.
 *
 * @summary Choose the language of the elements on the page.
 * @tagname havn-language-menu
 *
 * @prop {string} value - The chosen language, or an empty string: then each element has the language of its place on the page. A language that Havn does not have is ignored. Set before the menu is on the page, it chooses when it comes.
 *
 * @slot - The fallback, shown before the script runs, without it, and if it fails: put the helpline's number here.
 *
 * @event havn-ready - The menu is on screen for the first time.
 * @event havn-error - The element failed; the content of its tag is shown instead.
 * @event havn-language-change - The language has changed. The event has no detail: read `value` of the menu. When the last menu is removed, the event comes from the document.
 *
 * @csspart base - The whole widget.
 * @csspart label - The label of the field.
 * @csspart select - The field.
 * @csspart not-reviewed - Says that nobody has reviewed the translation.
 *
 * @cssproperty [--havn-accent=#0b5563] - Colour of the field; kept readable on its background.
 * @cssproperty [--havn-text=CanvasText] - Colour of the text.
 * @cssproperty [--havn-surface=Canvas] - Background of the element.
 * @cssproperty [--havn-border=#748487] - Colour of borders and lines.
 * @cssproperty [--havn-radius=8px] - Corner radius.
 */
export class LanguageMenu extends HavnElement {
  static override readonly tag = 'havn-language-menu';
  static override styles = [base, select, languageMenuStyles];
  static override readonly saysDraft = false;

  /** What was set before the menu came onto the page: React sets properties first. */
  private wanted: unknown;

  get value(): string {
    return chosenLanguage();
  }

  set value(value: unknown) {
    this.attempt(() => {
      if (!this.isConnected) this.wanted = value;
      else chooseLanguage(knownLanguages().find(language => language === value) || '', this);
    });
  }

  override connectedCallback(): void {
    onPage.add(this);
    super.connectedCallback();
    if (this.wanted) this.value = this.wanted;
    this.wanted = undefined;
  }

  override disconnectedCallback(): void {
    onPage.delete(this);
    super.disconnectedCallback();
    // In a microtask, since a menu that is moved is removed and added again.
    void Promise.resolve().then(() => {
      if (!onPage.size && chosenLanguage()) chooseLanguage('', document);
    });
  }

  protected override forget(): void {
    if (chosenLanguage()) chooseLanguage('', this);
  }

  protected override render(): TemplateResult {
    return languageMenuView(language => {
      this.value = language;
    }, this.localization);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'havn-language-menu': LanguageMenu;
  }
}
