import { html, nothing, type TemplateResult } from 'lit/html.js';
import { HavnElement } from './havn-element.js';
import { Reader } from './reader.js';

/** A widget that is mainly text: where the device has a voice of its language, a button reads it aloud. */
export abstract class ReadableElement extends HavnElement {
  private readonly reader = new Reader(() => this.requestUpdate());
  /** What it is read in. */
  private spoken = '';

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
      this.spoken = this.localization.language;
      if (this.reader.isReading || !frame) this.reader.end();
      else this.reader.begin(frame);
    });

  protected override foot(): TemplateResult {
    const { language, msg } = this.localization;
    // It speaks another language now than the one that is heard.
    if (language !== this.spoken) this.reader.end();
    const isReading = this.reader.isReading;
    return html`${super.foot()}${
      this.reader.canRead(language)
        ? html`<button type="button" class="target read no-print" part="read" @click=${this.toggleReading}>
            ${
              isReading
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
