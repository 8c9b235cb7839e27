import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { base } from '../styles/base.js';
import { readAloud } from '../styles/read-aloud.js';
import { HavnElement } from './havn-element.js';
import { ReaderController } from './reader-controller.js';

/** A widget that is mainly text. A button reads it aloud where the device has a voice for its language. */
export abstract class ReadableElement extends HavnElement {
  static override styles: CSSResultGroup = [base, readAloud];

  private readonly reader = new ReaderController(this, () => this.localization.language);

  protected override foot(): TemplateResult {
    const { msg } = this.localization;
    return html`${super.foot()}${
      this.reader.canRead
        ? html`<button type="button" class="target read no-print" part="read" @click=${this.reader.toggle}>
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
