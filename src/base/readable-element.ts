import { html, nothing, type TemplateResult } from 'lit/html.js';
import { base } from '../styles/base.js';
import type { Css } from '../styles/css.js';
import { readAloud } from '../styles/read-aloud.js';
import { HavnElement } from './havn-element.js';
import { Reader } from './reader.js';

/** A widget that is mainly text. A button reads it aloud where the device has a voice for its language. */
export abstract class ReadableElement extends HavnElement {
  static override readonly styles: readonly Css[] = [base, readAloud];

  private readonly reader = new Reader(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    this.attempt(() => this.reader.connect());
  }

  override disconnectedCallback(): void {
    this.attempt(() => this.reader.disconnect());
    super.disconnectedCallback();
  }

  private readonly toggleReading = (): void =>
    this.attempt(() => {
      const frame = this.shadowRoot?.querySelector('[part=base]');
      if (this.reader.isReading || !frame) this.reader.end();
      else this.reader.begin(frame, this.localization.language);
    });

  protected override rendered(): void {
    super.rendered();
    this.reader.endUnlessIn(this.localization.language);
  }

  protected override foot(): TemplateResult {
    const { language, msg } = this.localization;
    return html`${super.foot()}${
      this.reader.canRead(language)
        ? html`<button type="button" class="target read no-print" part="read" @click=${this.toggleReading}>
            ${
              this.reader.isReading
                ? msg('Stop reading', { id: 'read.stop', desc: 'Button: ends what "Read aloud" has begun.' })
                : msg('Read aloud', {
                    id: 'read.aloud',
                    desc: 'Button: a voice of the device reads the widget.',
                  })
            }
          </button>`
        : nothing
    }`;
  }
}
