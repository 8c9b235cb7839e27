import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createElement } from '../safety/create-element.js';

/**
 * Firefox keeps telling screen readers the language in which a text was first drawn: an English voice would go on to
 * read Arabic. So after a change of language the text is removed from the layout and added again.
 */
export class RedrawController implements ReactiveController {
  /** The language of the text that is on screen. */
  private drawn: string | undefined;

  constructor(
    private readonly host: Element & ReactiveControllerHost,
    private readonly language: () => string,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const language = this.language();
    const frame = this.host.shadowRoot?.querySelector<HTMLElement>('[part=base]');
    // Two layouts for each element take seconds on a page with hundreds: only Firefox, which has this property, needs them.
    if (frame && 'MozOrient' in frame.style && this.drawn && language !== this.drawn) {
      // Keeps the room meanwhile: without it, the page would scroll to its new end.
      const room = createElement('div');
      room.style.blockSize = `${frame.offsetHeight}px`;
      frame.after(room);
      frame.classList.add('undrawn');
      // Reading a size forces a layout without the text, before the text comes back.
      void frame.offsetWidth;
      frame.classList.remove('undrawn');
      room.remove();
    }
    this.drawn = language;
  }
}
