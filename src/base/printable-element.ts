import { html, type TemplateResult } from 'lit';
import { neutralTitle } from '../locale/neutral-name.js';
import { printAlone } from './print-alone.js';
import { ReadableElement } from './readable-element.js';

/** A readable widget that somebody may want on paper without the page around it, for example to hand it over. */
export abstract class PrintableElement extends ReadableElement {
  private readonly print = (press: Event) =>
    this.attempt(() => printAlone(this, press.composedPath(), neutralTitle(this.localization)));

  protected override foot(): TemplateResult {
    const { msg } = this.localization;
    return html`${super.foot()}<button type="button" class="target no-print" part="print" @click=${this.print}>
        ${msg('Print only this part', { id: 'print.alone', desc: 'Button: prints this widget without the rest of the page.' })}
      </button>`;
  }
}
