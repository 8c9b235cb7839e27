import { nothing, render, type TemplateResult } from 'lit';
import { createElement } from '../safety/create-element.js';

/**
 * The content at the end of the frame, whichever view has rendered the frame: the notice about the translation, and the
 * button that reads aloud.
 */
export class FrameFoot {
  private element: HTMLElement | undefined;

  /** @param root the node that contains the frame now */
  render(view: TemplateResult | typeof nothing, root: ParentNode): void {
    const frame = root.querySelector('[part=base]');
    if (!frame || (view === nothing && !this.element)) return;
    if (!this.element) {
      this.element = createElement('div');
      this.element.className = 'frame-foot';
    }
    render(view, this.element);
    if (this.element.parentNode !== frame) frame.append(this.element);
  }
}
